import type { Words } from '../words';

/** Reasons in the events of claims: controller/volume/events/event.go, and the resizers. */
export const claimReasons: Readonly<Record<string, Words>> = {
	WaitForFirstConsumer: {
		en: 'Not a fault: the storage class waits until a pod uses the claim, so that the volume is made where the pod runs.',
		ko: '문제가 아니다. 이 스토리지클래스는 파드가 클레임을 쓸 때까지 기다렸다가 파드가 도는 곳에 볼륨을 만든다.',
	},
	WaitForPodScheduled: {
		en: 'A pod uses the claim but has no node yet; the volume is made once it has.',
		ko: '클레임을 쓰는 파드가 아직 노드에 배정되지 않았다. 배정되면 볼륨을 만든다.',
	},
	FailedBinding: {
		en: 'No PersistentVolume fits, and no storage class makes one: `storageClassName` is empty and there is no default class; or the volume in `volumeName` belongs to another claim.',
		ko: '맞는 퍼시스턴트볼륨이 없고 새로 만들어 줄 스토리지클래스도 없다. `storageClassName`을 적지 않았는데 기본 클래스가 없거나, `volumeName`에 적은 볼륨이 다른 클레임의 것이다.',
	},
	VolumeMismatch: {
		en: 'The volume named in `volumeName` does not fit the claim: size, access modes, class or `volumeMode` differ.',
		ko: '`volumeName`에 적은 볼륨이 클레임과 맞지 않는다. 크기, 접근 모드, 클래스, `volumeMode` 가운데 다른 것이 있다.',
	},
	ExternalProvisioning: {
		en: 'The claim waits for a CSI driver to make its volume. Long? Look whether the driver runs.',
		ko: 'CSI 드라이버가 볼륨을 만들기를 기다린다. 오래 걸리면 드라이버가 도는지 본다.',
	},
	Provisioning: {
		en: 'The CSI driver is making the volume.',
		ko: 'CSI 드라이버가 볼륨을 만드는 중이다.',
	},
	ProvisioningFailed: {
		en: 'The volume could not be made: the storage class does not exist, its parameters are wrong, or the storage refused. It is tried again.',
		ko: '볼륨을 만들지 못했다. 스토리지클래스가 없거나, 파라미터가 틀렸거나, 스토리지가 거부했다. 다시 시도한다.',
	},
	ProvisioningCleanupFailed: {
		en: 'A volume that was made in vain could not be removed; look for it in the storage system.',
		ko: '쓸모없게 된 볼륨을 지우지 못했다. 스토리지 쪽에서 찾아 지운다.',
	},
	ProvisioningSucceeded: {
		en: 'The volume was made.',
		ko: '볼륨을 만들었다.',
	},
	ExternalExpanding: {
		en: 'The claim waits for a CSI driver to make its volume larger; if nothing happens, the class has no resizer.',
		ko: 'CSI 드라이버가 볼륨을 키우기를 기다린다. 아무 일도 없으면 그 클래스에 크기를 바꿔 줄 쪽이 없는 것이다.',
	},
	VolumeResizeFailed: {
		en: 'The volume could not be made larger; it is tried again.',
		ko: '볼륨을 키우지 못했다. 다시 시도한다.',
	},
	VolumeResizeSuccessful: {
		en: 'The volume is larger.',
		ko: '볼륨이 커졌다.',
	},
	FileSystemResizeFailed: {
		en: 'The disk is larger, but its file system could not be made so; the node tries again.',
		ko: '디스크는 커졌지만 파일시스템을 키우지 못했다. 노드가 다시 시도한다.',
	},
	FileSystemResizeSuccessful: {
		en: 'The file system on the volume has its new size.',
		ko: '볼륨의 파일시스템이 새 크기가 됐다.',
	},
};

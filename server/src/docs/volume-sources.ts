import type {
	CSIVolumeSource,
	EmptyDirVolumeSource,
	EphemeralVolumeSource,
	FCVolumeSource,
	HostPathVolumeSource,
	ImageVolumeSource,
	ISCSIVolumeSource,
	NFSVolumeSource,
	PersistentVolumeClaimVolumeSource,
} from '../schema/generated/types';
import { documented, type FieldWords } from './words';

/** Members that many kinds of disk have, with the same meaning. */
export const disk = {
	readOnly: {
		en: 'Makes the whole volume read-only, for every container. `readOnly` in a `volumeMounts` entry does it for one mount only.',
		ko: '볼륨 전체를 모든 컨테이너에 읽기 전용으로 마운트한다. `volumeMounts` 항목의 `readOnly`는 그 마운트에만 적용된다.',
	},
	fsType: {
		en: 'The file system to mount, such as `ext4` or `xfs`. An empty disk is formatted with it; the node must know it.',
		ko: '마운트할 파일시스템. `ext4`, `xfs` 같은 값이다. 빈 디스크는 이것으로 포맷하며, 노드가 지원해야 한다.',
	},
	partition: {
		en: 'The number of the partition to mount. `0` or nothing means the whole disk.',
		ko: '마운트할 파티션 번호. `0`이거나 적지 않으면 디스크 전체를 쓴다.',
	},
} as const satisfies Record<string, FieldWords>;

export const emptyDirVolumeSource = documented<EmptyDirVolumeSource>()({
	medium: {
		en: 'What the directory is kept on. Left out, the disk of the node. `Memory` makes it a RAM disk (tmpfs): fast, gone with the pod, and what is written there counts toward the memory limit of the container that wrote it.\nMistake: `Memory` without `sizeLimit` or a memory limit. It can then grow to all the memory that the node gives to pods.',
		ko: '디렉터리를 어디에 둘지 정한다. 적지 않으면 노드의 디스크다. `Memory`면 RAM 디스크(tmpfs)가 된다. 빠르지만, 저장한 만큼 그 컨테이너의 메모리 사용량으로 센다.\n흔한 실수: `sizeLimit`도 메모리 한도도 없이 `Memory`를 쓰는 것. 노드가 파드에 내주는 메모리를 다 쓸 때까지 커질 수 있다.',
		example: 'medium: Memory\nsizeLimit: 256Mi',
	},
	sizeLimit: {
		en: 'How large it may get. On disk, the kubelet looks every 10 s or so and evicts a pod that is over: the pod fails and its data is lost. With `medium: Memory`, writing fails with "No space left on device" instead.',
		ko: '얼마나 커져도 되는지 정한다. 디스크에서는 kubelet이 10초쯤마다 살펴보고 넘으면 파드를 축출한다. 파드는 실패하고 데이터도 사라진다. `medium: Memory`면 축출하지 않고 쓰기가 "No space left on device"로 실패한다.',
	},
	mode: {
		en: 'Permissions of the directory, octal with a leading zero; `01777` lets everybody write but delete only what is their own. With `fsGroup`, those of the group win.',
		ko: '디렉터리의 권한. 0으로 시작하는 8진수로 적는다. `01777`이면 누구나 쓸 수 있지만 자기 것만 지울 수 있다. `fsGroup`을 쓰면 그룹 권한은 그쪽을 따른다.',
		example: 'mode: 01777',
	},
});

export const hostPathVolumeSource = documented<HostPathVolumeSource>()({
	path: {
		en: 'The path on the node. A symbolic link is followed. `..` is not allowed.',
		ko: '노드의 경로. 심볼릭 링크면 가리키는 곳을 쓴다. `..`는 쓸 수 없다.',
	},
	type: {
		en: 'What must be there.\n`Directory`, `File`, `Socket`, `CharDevice` and `BlockDevice` must exist already; otherwise the pod stays in `ContainerCreating`. `DirectoryOrCreate` and `FileOrCreate` make it if missing (root, 0755 or 0644).\nLeft out, nothing is checked, and the container runtime makes a directory of what is missing.\nMistake: `FileOrCreate` where the parent directory is missing. It is not made.',
		ko: '그 자리에 무엇이 있어야 하는지 정한다.\n`Directory`, `File`, `Socket`, `CharDevice`, `BlockDevice`는 미리 있어야 하고, 없으면 파드가 `ContainerCreating`에 머문다. `DirectoryOrCreate`와 `FileOrCreate`는 없으면 만든다(소유자 root, 0755 또는 0644).\n적지 않으면 확인하지 않으며, 없을 때는 컨테이너 런타임이 디렉터리로 만든다.\n흔한 실수: 상위 디렉터리가 없는데 `FileOrCreate`를 쓰는 것. 상위 디렉터리까지 만들지는 않는다.',
	},
});

export const persistentVolumeClaimVolumeSource = documented<PersistentVolumeClaimVolumeSource>()({
	claimName: {
		en: 'The PersistentVolumeClaim, in the namespace of the pod. It must exist for the pod to be scheduled; a class with `WaitForFirstConsumer` binds it only then.',
		ko: '파드와 같은 네임스페이스에 있는 퍼시스턴트볼륨클레임의 이름. 있어야 파드가 스케줄링된다. `WaitForFirstConsumer`인 스토리지클래스는 그때 비로소 볼륨을 바인딩한다.',
	},
	readOnly: disk.readOnly,
});

export const ephemeralVolumeSource = documented<EphemeralVolumeSource>()({
	volumeClaimTemplate: {
		en: 'The claim that is made for the pod, called `<pod>-<volume>` and deleted with it.\nIf a claim of that name exists already and is not of this pod, the pod does not start: mind pods and volumes whose names join to the same.',
		ko: '파드를 위해 만들 클레임. 이름은 `<파드>-<볼륨>`이 되고 파드와 함께 지워진다.\n같은 이름의 클레임이 이미 있고 이 파드의 것이 아니면 파드가 시작하지 못한다. 이어 붙였을 때 이름이 겹치지 않는지 살핀다.',
		example: 'volumeClaimTemplate:\n  spec:\n    accessModes: [ReadWriteOnce]\n    resources:\n      requests:\n        storage: 20Gi',
	},
});

export const imageVolumeSource = documented<ImageVolumeSource>()({
	reference: {
		en: 'The image or artifact, written like the `image` of a container. Its files appear at the mount; nothing of it is run.',
		ko: '이미지나 아티팩트. 컨테이너의 `image`와 같은 방식으로 적는다. 마운트한 곳에 파일만 나타나고 실행되지는 않는다.',
	},
	pullPolicy: {
		en: 'When it is pulled: `Always`, `IfNotPresent` or `Never`, as for containers. All containers wait while it is pulled; if that fails, those that mount it go on waiting.',
		ko: '언제 내려받을지 정한다. 컨테이너와 마찬가지로 `Always`, `IfNotPresent`, `Never`가 있다. 받는 동안에는 모든 컨테이너가 기다리고, 받지 못하면 이 볼륨을 마운트하는 컨테이너만 계속 기다린다.',
	},
});

export const csiVolumeSource = documented<CSIVolumeSource>()({
	driver: {
		en: 'The CSI driver, by the name it is registered under (`kubectl get csidrivers`). It must run on the node and support inline volumes (`Ephemeral`).',
		ko: 'CSI 드라이버의 등록된 이름(`kubectl get csidrivers`로 본다). 노드에서 돌고 있어야 하고 인라인 볼륨(`Ephemeral`)을 지원해야 한다.',
	},
	readOnly: disk.readOnly,
	fsType: {
		en: 'The file system to mount, if the driver lets you choose. Left out, the driver decides.',
		ko: '마운트할 파일시스템. 드라이버가 고를 수 있게 해 줄 때만 뜻이 있고, 적지 않으면 드라이버가 정한다.',
	},
	volumeAttributes: {
		en: "Settings for the driver, all of them strings. Their names and meaning are in the driver's own manual.",
		ko: '드라이버에 넘길 설정. 값은 모두 문자열이다. 이름과 뜻은 드라이버 설명서에 있다.',
	},
	nodePublishSecretRef: {
		en: 'A Secret in the namespace of the pod that the driver gets when it mounts the volume, with credentials for instance.',
		ko: '볼륨을 마운트할 때 드라이버에 넘길 시크릿. 자격 증명 등을 담으며, 파드와 같은 네임스페이스에 있어야 한다.',
	},
});

export const nfsVolumeSource = documented<NFSVolumeSource>()({
	server: {
		en: "Host name or IP address of the NFS server, as the node resolves it. The name of a Service works only if the node uses the cluster's DNS.",
		ko: 'NFS 서버의 호스트네임이나 IP 주소. 이름은 노드가 찾는다. 서비스 이름은 노드가 클러스터 DNS를 쓸 때만 통한다.',
	},
	path: {
		en: 'The exported directory, as an absolute path on the server.',
		ko: '서버가 내보내는 디렉터리의 절대 경로.',
	},
	readOnly: disk.readOnly,
});

export const iscsiVolumeSource = documented<ISCSIVolumeSource>()({
	targetPortal: {
		en: 'Address of the target: an IP, with the port if it is not 3260.',
		ko: '타깃의 주소. IP로 적고, 포트가 3260이 아니면 함께 적는다.',
		example: 'targetPortal: 10.0.2.15:3260',
	},
	portals: {
		en: 'More addresses of the same target, for multipath.',
		ko: '같은 타깃의 다른 주소. 다중 경로(multipath)에 쓴다.',
	},
	iqn: {
		en: 'The qualified name of the target (`iqn.`, `eui.` or `naa.`).',
		ko: '타깃의 정식 이름(`iqn.`, `eui.`, `naa.`로 시작한다).',
		example: 'iqn: iqn.2001-04.com.example:storage.disk1',
	},
	lun: {
		en: 'The number of the disk (LUN) on the target.',
		ko: '타깃에 있는 디스크의 번호(LUN).',
	},
	fsType: disk.fsType,
	readOnly: disk.readOnly,
	iscsiInterface: {
		en: 'The iSCSI interface of the node to use. `default` is plain TCP.',
		ko: '노드에서 쓸 iSCSI 인터페이스. `default`는 일반 TCP다.',
	},
	initiatorName: {
		en: 'The name by which the node logs in, instead of its own.',
		ko: '노드가 자기 이름 대신 로그인할 때 쓸 이니시에이터 이름.',
	},
	chapAuthDiscovery: {
		en: 'Whether discovering the target needs a CHAP login. The credentials are in `secretRef`.',
		ko: '타깃을 찾을 때 CHAP 인증이 필요한지 정한다. 자격 증명은 `secretRef`에 둔다.',
	},
	chapAuthSession: {
		en: 'Whether the session with the target needs a CHAP login. The credentials are in `secretRef`.',
		ko: '타깃과 연결할 때 CHAP 인증이 필요한지 정한다. 자격 증명은 `secretRef`에 둔다.',
	},
	secretRef: {
		en: 'The Secret with the CHAP user and password, of type `kubernetes.io/iscsi-chap`.',
		ko: 'CHAP 사용자와 비밀번호를 담은 시크릿. 타입은 `kubernetes.io/iscsi-chap`이다.',
	},
});

export const fcVolumeSource = documented<FCVolumeSource>()({
	targetWWNs: {
		en: 'World wide names of the target ports. Goes together with `lun`; the other way is `wwids`.',
		ko: '타깃 포트의 WWN. `lun`과 함께 적는다. `wwids`로 적는 방법도 있다.',
	},
	lun: {
		en: 'The number of the disk (LUN) behind `targetWWNs`.',
		ko: '`targetWWNs`에 있는 디스크의 번호(LUN).',
	},
	wwids: {
		en: 'World wide identifiers of the disk. Either these or `targetWWNs` with `lun`.',
		ko: '디스크의 WWID. 이것을 적거나, `targetWWNs`와 `lun`을 적는다.',
	},
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

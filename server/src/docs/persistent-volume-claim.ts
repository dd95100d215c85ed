import type {
	ModifyVolumeStatus,
	PersistentVolumeClaim,
	PersistentVolumeClaimCondition,
	PersistentVolumeClaimSpec,
	PersistentVolumeClaimStatus,
	PersistentVolumeClaimTemplate,
	TypedLocalObjectReference,
	TypedObjectReference,
	VolumeResourceRequirements,
} from '../schema/generated/types';
import { condition } from './condition';
import { object } from './object';
import { documented, type FieldWords } from './words';

export const persistentVolumeClaim = documented<PersistentVolumeClaim>()({
	apiVersion: {
		en: '`v1`. In a `volumeClaimTemplates` entry it can be left out.',
		ko: '`v1`이다. `volumeClaimTemplates` 항목에서는 적지 않아도 된다.',
	},
	kind: {
		en: '`PersistentVolumeClaim`. In a `volumeClaimTemplates` entry it can be left out.',
		ko: '`PersistentVolumeClaim`이다. `volumeClaimTemplates` 항목에서는 적지 않아도 된다.',
	},
	metadata: {
		...object.metadata,
		en: 'Name, namespace, labels and annotations of the claim.\nIn a `volumeClaimTemplates` entry the name is the one that `volumeMounts` use; each claim is then called `<name>-<pod>`.',
		ko: '클레임의 이름, 네임스페이스, 레이블, 어노테이션.\n`volumeClaimTemplates` 항목에서는 `volumeMounts`에서 부르는 이름이 되고, 실제 클레임은 `<이름>-<파드>`가 된다.',
	},
	spec: {
		en: 'What storage you ask for: how much, of which class, usable from how many nodes.',
		ko: '요청할 스토리지. 크기와 스토리지클래스, 몇 개 노드에서 쓸지를 적는다.',
		link: 'concepts/storage/persistent-volumes/#persistentvolumeclaims',
	},
	status: {
		en: 'Whether the claim is bound, and what it got. Written by the cluster; what you put here is dropped.',
		ko: '볼륨이 바인딩됐는지, 어떤 볼륨을 받았는지 알려 준다. 클러스터가 채우며, 직접 적은 값은 버린다.',
	},
});

export const persistentVolumeClaimTemplate = documented<PersistentVolumeClaimTemplate>()({
	metadata: {
		en: 'Labels and annotations that the claim gets. Nothing else is allowed here; the name is made from those of pod and volume.',
		ko: '클레임에 붙일 레이블과 어노테이션. 다른 것은 적을 수 없고, 이름은 파드와 볼륨 이름으로 정해진다.',
	},
	spec: {
		en: 'The claim to make, written exactly as in a PersistentVolumeClaim.',
		ko: '만들 클레임의 내용. 퍼시스턴트볼륨클레임과 똑같이 적는다.',
	},
});

export const persistentVolumeClaimSpec = documented<PersistentVolumeClaimSpec>()({
	accessModes: {
		en: 'From where the volume may be used.\n`ReadWriteOnce`: one node at a time (several pods on it may share it). `ReadWriteOncePod`: one single pod. `ReadOnlyMany`, `ReadWriteMany`: many nodes.\nCloud disks usually know only the first two; for `ReadWriteMany` the class needs a shared file system (NFS, CephFS, EFS …), otherwise the claim stays `Pending`.\nMistake: `ReadWriteOnce` for a Deployment with several replicas or surge. Pods on a second node wait in `ContainerCreating`.',
		ko: '볼륨을 어디에서 쓸 수 있는지 정한다.\n`ReadWriteOnce`는 한 번에 한 노드(그 노드의 파드 여럿은 함께 쓸 수 있다), `ReadWriteOncePod`는 파드 하나, `ReadOnlyMany`와 `ReadWriteMany`는 여러 노드다.\n클라우드 디스크는 대개 앞의 둘만 된다. `ReadWriteMany`는 공유 파일시스템(NFS, CephFS, EFS 등)을 쓰는 스토리지클래스가 있어야 하고, 없으면 클레임이 `Pending`에 머문다.\n흔한 실수: 레플리카가 여럿이거나 서지(surge)를 쓰는 디플로이먼트에 `ReadWriteOnce`를 쓰는 것. 다른 노드에 뜬 파드는 `ContainerCreating`에서 기다린다.',
		example: 'accessModes: [ReadWriteOnce]',
		link: 'concepts/storage/persistent-volumes/#access-modes',
	},
	resources: {
		en: 'How much storage: `requests.storage`.\nOn a live claim the size can only grow, and only if its StorageClass has `allowVolumeExpansion: true`.',
		ko: '필요한 크기. `requests.storage`에 적는다.\n이미 만든 클레임은 늘릴 수만 있고, 스토리지클래스에 `allowVolumeExpansion: true`가 있어야 한다.',
		example: 'resources:\n  requests:\n    storage: 10Gi',
		link: 'concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
	},
	storageClassName: {
		en: 'The StorageClass that makes the volume. Left out, it is the cluster\'s default class; `""` means no class: only a PersistentVolume that somebody made beforehand, also without a class.\nIf the class does not exist, the claim stays `Pending`. It does not follow a later change of the default; only a claim made while there was no default class gets the one that comes.',
		ko: '볼륨을 만들 스토리지클래스. 적지 않으면 클러스터의 기본 클래스를 쓴다. `""`는 클래스가 없다는 뜻으로, 누가 미리 만들어 둔 클래스 없는 퍼시스턴트볼륨에만 바인딩된다.\n없는 클래스를 적으면 클레임이 `Pending`에 머문다. 기본 클래스가 나중에 바뀌어도 따라 바뀌지 않는다. 단, 만들 때 기본 클래스가 없었으면 나중에 생긴 기본 클래스를 받는다.',
		link: 'concepts/storage/persistent-volumes/#class-1',
	},
	volumeMode: {
		en: 'Whether containers get a directory (`Filesystem`) or the bare device (`Block`). A `Block` claim goes into `volumeDevices`, not `volumeMounts`.',
		ko: '컨테이너에 디렉터리로 줄지(`Filesystem`) 원시 블록 장치로 줄지(`Block`) 정한다. `Block`이면 `volumeMounts`가 아니라 `volumeDevices`에 적는다.',
		link: 'concepts/storage/persistent-volumes/#volume-mode',
	},
	volumeName: {
		en: 'Binds the claim to this PersistentVolume and no other. Usually the cluster fills it in when it binds.\nClass, modes and size must fit the volume; for one without a class write `storageClassName: ""` as well.',
		ko: '클레임을 이 퍼시스턴트볼륨에만 바인딩한다. 대개는 바인딩할 때 클러스터가 채운다.\n클래스, 접근 모드, 크기가 볼륨과 맞아야 한다. 클래스 없는 볼륨이면 `storageClassName: ""`도 적는다.',
	},
	selector: {
		en: 'Only PersistentVolumes with these labels may be bound. For volumes made beforehand: a class that makes volumes on demand cannot satisfy a selector.',
		ko: '이 레이블을 가진 퍼시스턴트볼륨에만 바인딩한다. 미리 만들어 둔 볼륨을 고를 때 쓴다. 동적 프로비저닝은 셀렉터를 만족시킬 수 없다.',
	},
	dataSource: {
		en: 'What the new volume starts with: a VolumeSnapshot, or another claim to clone. Both must be in the same namespace.\nAnything else is silently dropped here; `dataSourceRef` reports it.',
		ko: '새 볼륨을 무엇으로 채울지 정한다. 같은 네임스페이스의 VolumeSnapshot이나 복제할 다른 클레임을 적는다.\n그 밖의 것은 아무 경고 없이 버린다. `dataSourceRef`에 적으면 오류로 알려 준다.',
		example: 'dataSource:\n  apiGroup: snapshot.storage.k8s.io\n  kind: VolumeSnapshot\n  name: nightly',
		link: 'concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support',
	},
	dataSourceRef: {
		en: 'What the new volume starts with, like `dataSource`, but any object that a volume populator in the cluster understands.\nSet one of the two; the server fills in the other.',
		ko: '`dataSource`처럼 새 볼륨을 채울 내용을 정하되, 클러스터의 볼륨 파퓰레이터(populator)가 아는 오브젝트면 무엇이든 적을 수 있다.\n둘 중 하나만 적으면 나머지는 서버가 채운다.',
		link: 'concepts/storage/persistent-volumes/#volume-populators-and-data-sources',
	},
	volumeAttributesClassName: {
		en: 'A VolumeAttributesClass with settings such as IOPS or throughput. Unlike the StorageClass it can be changed later; the CSI driver then changes the volume in place.',
		ko: 'IOPS나 처리량 같은 설정을 담은 VolumeAttributesClass. 스토리지클래스와 달리 나중에 바꿀 수 있고, CSI 드라이버가 쓰던 볼륨을 그대로 바꿔 준다.',
		link: 'concepts/storage/volume-attributes-classes/',
	},
});

export const volumeResourceRequirements = documented<VolumeResourceRequirements>()({
	requests: {
		en: 'How much storage you need, under the key `storage`. The volume has at least this size.',
		ko: '필요한 크기를 `storage` 키에 적는다. 볼륨은 적어도 이만한 크기가 된다.',
		example: 'requests:\n  storage: 10Gi',
	},
	limits: {
		en: 'The largest size you would accept. Hardly any driver looks at it; write `requests.storage`.',
		ko: '받아들일 수 있는 최대 크기. 이 값을 보는 드라이버는 거의 없으니 `requests.storage`를 적는다.',
	},
});

const reference = {
	apiGroup: {
		en: 'The API group of the object, without the version: `snapshot.storage.k8s.io`. Left out for a PersistentVolumeClaim.',
		ko: '오브젝트의 API 그룹. `snapshot.storage.k8s.io`처럼 버전 없이 적는다. PersistentVolumeClaim이면 적지 않는다.',
	},
	kind: {
		en: 'What sort of object: `VolumeSnapshot`, `PersistentVolumeClaim` …',
		ko: '오브젝트의 종류. `VolumeSnapshot`, `PersistentVolumeClaim` 같은 값이다.',
	},
	name: {
		en: 'The object to take the content from.',
		ko: '내용을 가져올 오브젝트의 이름.',
	},
} as const satisfies Record<string, FieldWords>;

export const typedLocalObjectReference = documented<TypedLocalObjectReference>()(reference);

export const typedObjectReference = documented<TypedObjectReference>()({
	...reference,
	namespace: {
		en: 'The namespace of the object, if it is another one. A ReferenceGrant over there must allow it. `dataSource` must be left out then.',
		ko: '오브젝트가 다른 네임스페이스에 있을 때 적는다. 그쪽의 ReferenceGrant가 허용해야 하며, 이때 `dataSource`는 적지 않는다.',
	},
});

export const persistentVolumeClaimStatus = documented<PersistentVolumeClaimStatus>()({
	phase: {
		en: 'Whether the claim has a volume.\n`Pending`: not yet. `Bound`: it has one. `Lost`: the volume it was bound to is gone, and the data possibly with it.\n`Pending` is normal for a class with `WaitForFirstConsumer` until a pod uses the claim; otherwise `kubectl describe pvc` tells what is missing.',
		ko: '클레임이 볼륨을 얻었는지 나타낸다.\n`Pending`은 아직 볼륨이 없고, `Bound`는 바인딩됐으며, `Lost`는 바인딩됐던 볼륨이 사라졌다는 뜻이다. `Lost`면 데이터도 없어졌을 수 있다.\n`WaitForFirstConsumer`인 스토리지클래스라면 파드가 쓰기 전까지 `Pending`이 정상이다. 아니라면 `kubectl describe pvc`로 무엇이 모자란지 본다.',
	},
	accessModes: {
		en: 'The access modes of the volume that was bound, which may be more than you asked for.',
		ko: '바인딩된 볼륨의 접근 모드. 요청한 것보다 많을 수 있다.',
	},
	capacity: {
		en: 'The real size of the volume. After enlarging the claim it follows once file system and disk have grown.',
		ko: '볼륨의 실제 크기. 클레임을 늘리면 디스크와 파일시스템이 모두 커진 뒤에 바뀐다.',
	},
	allocatedResources: {
		en: 'The size that is being worked toward while the volume is enlarged. Quotas count this one if it is larger than the request.',
		ko: '볼륨을 늘리는 동안 목표로 하는 크기. 요청한 크기보다 크면 쿼터는 이 값으로 센다.',
	},
	allocatedResourceStatuses: {
		en: 'How far enlarging is: `ControllerResizeInProgress`, `NodeResizePending`, `NodeResizeInProgress`; `ControllerResizeInfeasible` or `NodeResizeInfeasible` if the driver refused. Then ask for less, but more than `capacity`.',
		ko: '볼륨을 늘리는 작업의 진행 상황. `ControllerResizeInProgress`, `NodeResizePending`, `NodeResizeInProgress`를 거친다. `ControllerResizeInfeasible`이나 `NodeResizeInfeasible`이면 드라이버가 거절한 것이니, `capacity`보다 크되 더 작은 값으로 다시 요청한다.',
	},
	conditions: {
		en: 'What is going on with the volume: being enlarged (`Resizing`, `FileSystemResizePending`), being modified, or used by no pod (`Unused`).',
		ko: '볼륨에서 일어나고 있는 일. 크기를 늘리는 중(`Resizing`, `FileSystemResizePending`), 속성을 바꾸는 중, 쓰는 파드가 없음(`Unused`) 등을 알린다.',
	},
	currentVolumeAttributesClassName: {
		en: 'The VolumeAttributesClass that the volume has now. Differs from the spec while a change is under way.',
		ko: '볼륨에 지금 적용된 VolumeAttributesClass. 바꾸는 중에는 스펙과 다르다.',
	},
	modifyVolumeStatus: {
		en: 'How the change to another VolumeAttributesClass is going. Absent when there is none under way.',
		ko: '다른 VolumeAttributesClass로 바꾸는 작업의 상태. 진행 중인 작업이 없으면 비어 있다.',
	},
	healthStatus: {
		en: 'Troubles of the volume that its CSI driver reports: inaccessible, data lost, degraded.',
		ko: 'CSI 드라이버가 알려 온 볼륨의 이상. 접근 불가, 데이터 손실, 성능 저하 등이 있다.',
	},
});

export const persistentVolumeClaimCondition = documented<PersistentVolumeClaimCondition>()({
	...condition,
	type: {
		en: 'What the condition is about.\n`Resizing`: the disk is growing. `FileSystemResizePending`: the disk has grown, the file system follows when a pod mounts it. `ControllerResizeError`, `NodeResizeError`: growing failed. `ModifyingVolume`, `ModifyVolumeError`: a change of class. `Unused`: no pod uses the claim.',
		ko: '컨디션의 종류.\n`Resizing`은 디스크를 늘리는 중, `FileSystemResizePending`은 디스크는 커졌고 파드가 마운트하면 파일시스템도 커진다는 뜻이다. `ControllerResizeError`와 `NodeResizeError`는 늘리지 못했다는 뜻, `ModifyingVolume`과 `ModifyVolumeError`는 클래스 변경, `Unused`는 쓰는 파드가 없음을 나타낸다.',
	},
	lastProbeTime: {
		en: 'The condition was last checked at this time. Often empty.',
		ko: '이 컨디션을 마지막으로 확인한 시각. 비어 있을 때가 많다.',
	},
});

export const modifyVolumeStatus = documented<ModifyVolumeStatus>()({
	status: {
		en: 'How far the change has come.\n`Pending`: something is missing, such as the class itself. `InProgress`: the driver is at work. `Infeasible`: the driver refused; choose another class or go back.',
		ko: '변경이 어디까지 왔는지 나타낸다.\n`Pending`은 클래스가 없는 등 조건이 안 갖춰졌고, `InProgress`는 드라이버가 바꾸는 중이며, `Infeasible`은 드라이버가 거절했다는 뜻이다. 거절되면 다른 클래스를 고르거나 되돌린다.',
	},
	targetVolumeAttributesClassName: {
		en: 'The VolumeAttributesClass that the volume is being changed to.',
		ko: '바꾸려는 VolumeAttributesClass.',
	},
});

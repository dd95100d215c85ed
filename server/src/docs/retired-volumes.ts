import type {
	AWSElasticBlockStoreVolumeSource,
	AzureDiskVolumeSource,
	AzureFileVolumeSource,
	CephFSVolumeSource,
	CinderVolumeSource,
	FlexVolumeSource,
	FlockerVolumeSource,
	GCEPersistentDiskVolumeSource,
	GitRepoVolumeSource,
	GlusterfsVolumeSource,
	PhotonPersistentDiskVolumeSource,
	PortworxVolumeSource,
	QuobyteVolumeSource,
	RBDVolumeSource,
	ScaleIOVolumeSource,
	StorageOSVolumeSource,
	VsphereVirtualDiskVolumeSource,
} from '../schema/generated/types';
import { disk } from './volume-sources';
import { documented, type FieldWords } from './words';

const credentials: FieldWords = {
	en: 'The Secret with the credentials, in the namespace of the pod.',
	ko: '자격 증명을 담은 시크릿. 파드와 같은 네임스페이스에 있어야 한다.',
};

export const awsElasticBlockStoreVolumeSource = documented<AWSElasticBlockStoreVolumeSource>()({
	volumeID: {
		en: 'The ID of the EBS volume. Node and volume must be in the same availability zone.',
		ko: 'EBS 볼륨의 ID. 노드와 볼륨이 같은 가용 영역에 있어야 한다.',
		example: 'volumeID: vol-0123456789abcdef0',
	},
	fsType: disk.fsType,
	partition: disk.partition,
	readOnly: disk.readOnly,
});

export const azureDiskVolumeSource = documented<AzureDiskVolumeSource>()({
	diskName: {
		en: 'The name of the disk in Azure.',
		ko: 'Azure에 있는 디스크의 이름.',
	},
	diskURI: {
		en: 'The full resource ID of the disk: `/subscriptions/...` for a managed disk.',
		ko: '디스크의 전체 리소스 ID. 관리 디스크라면 `/subscriptions/...`로 시작한다.',
	},
	kind: {
		en: 'What sort of disk: `Managed` (today the only useful one), or a blob in a `Shared` or `Dedicated` storage account.',
		ko: '디스크의 종류. 지금은 `Managed`만 쓸모가 있다. `Shared`와 `Dedicated`는 스토리지 계정의 블롭을 쓰던 방식이다.',
	},
	cachingMode: {
		en: 'How the host caches the disk: `None`, `ReadOnly` or `ReadWrite`.',
		ko: '호스트가 디스크를 캐시하는 방식. `None`, `ReadOnly`, `ReadWrite`가 있다.',
	},
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const azureFileVolumeSource = documented<AzureFileVolumeSource>()({
	secretName: {
		en: 'The Secret with the name and key of the storage account, in the namespace of the pod.',
		ko: '스토리지 계정의 이름과 키를 담은 시크릿. 파드와 같은 네임스페이스에 있어야 한다.',
	},
	shareName: {
		en: 'The name of the file share.',
		ko: '파일 공유의 이름.',
	},
	readOnly: disk.readOnly,
});

export const cephFSVolumeSource = documented<CephFSVolumeSource>()({
	monitors: {
		en: 'Addresses of the Ceph monitors.',
		ko: 'Ceph 모니터의 주소.',
	},
	path: {
		en: 'The directory of the file system to mount, `/` if left out.',
		ko: '마운트할 디렉터리. 적지 않으면 `/`다.',
	},
	user: {
		en: 'The Ceph user, `admin` if left out.',
		ko: 'Ceph 사용자. 적지 않으면 `admin`이다.',
	},
	secretFile: {
		en: 'A key file on the node; `secretRef` takes precedence.',
		ko: '노드에 있는 키 파일. `secretRef`가 있으면 그쪽을 쓴다.',
	},
	secretRef: credentials,
	readOnly: disk.readOnly,
});

export const cinderVolumeSource = documented<CinderVolumeSource>()({
	volumeID: {
		en: 'The ID of the Cinder volume.',
		ko: 'Cinder 볼륨의 ID.',
	},
	secretRef: credentials,
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const flexVolumeSource = documented<FlexVolumeSource>()({
	driver: {
		en: 'The driver, as `vendor/name`. Its program must be installed on every node.',
		ko: '`vendor/name` 형식의 드라이버 이름. 그 프로그램이 모든 노드에 설치돼 있어야 한다.',
	},
	options: {
		en: 'Settings for the driver, all of them strings.',
		ko: '드라이버에 넘길 설정. 값은 모두 문자열이다.',
	},
	secretRef: credentials,
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const flockerVolumeSource = documented<FlockerVolumeSource>()({
	datasetName: {
		en: 'The dataset by its name. Either this or `datasetUUID`.',
		ko: '데이터셋의 이름. `datasetUUID`와 둘 중 하나만 적는다.',
	},
	datasetUUID: {
		en: 'The dataset by its UUID.',
		ko: '데이터셋의 UUID.',
	},
});

export const gcePersistentDiskVolumeSource = documented<GCEPersistentDiskVolumeSource>()({
	pdName: {
		en: 'The name of the disk. Node and disk must be in the same zone; several pods can share it read-only.',
		ko: '디스크의 이름. 노드와 디스크가 같은 영역(zone)에 있어야 하고, 읽기 전용이면 여러 파드가 함께 쓸 수 있다.',
	},
	fsType: disk.fsType,
	partition: disk.partition,
	readOnly: disk.readOnly,
});

export const gitRepoVolumeSource = documented<GitRepoVolumeSource>()({
	repository: {
		en: 'The URL to clone.',
		ko: '복제(clone)할 저장소의 URL.',
	},
	revision: {
		en: 'The commit to check out.',
		ko: '체크아웃할 커밋.',
	},
	directory: {
		en: 'The directory to clone into; `.` is the volume itself.',
		ko: '복제할 디렉터리. `.`이면 볼륨 바로 아래에 둔다.',
	},
});

export const glusterfsVolumeSource = documented<GlusterfsVolumeSource>()({
	endpoints: {
		en: 'The Endpoints object that lists the Glusterfs servers.',
		ko: 'Glusterfs 서버를 나열한 Endpoints 오브젝트의 이름.',
	},
	path: {
		en: 'The name of the Glusterfs volume.',
		ko: 'Glusterfs 볼륨의 이름.',
	},
	readOnly: disk.readOnly,
});

export const photonPersistentDiskVolumeSource = documented<PhotonPersistentDiskVolumeSource>()({
	pdID: {
		en: 'The ID of the disk.',
		ko: '디스크의 ID.',
	},
	fsType: disk.fsType,
});

export const portworxVolumeSource = documented<PortworxVolumeSource>()({
	volumeID: {
		en: 'The ID of the Portworx volume.',
		ko: 'Portworx 볼륨의 ID.',
	},
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const quobyteVolumeSource = documented<QuobyteVolumeSource>()({
	registry: {
		en: 'Addresses of the Quobyte registries, `host:port`, separated by commas.',
		ko: 'Quobyte 레지스트리의 주소. `host:port`를 쉼표로 이어 적는다.',
	},
	volume: {
		en: 'The name of the Quobyte volume.',
		ko: 'Quobyte 볼륨의 이름.',
	},
	user: {
		en: 'The user that the files belong to.',
		ko: '파일을 소유할 사용자.',
	},
	group: {
		en: 'The group that the files belong to.',
		ko: '파일을 소유할 그룹.',
	},
	tenant: {
		en: 'The tenant that owns the volume.',
		ko: '볼륨을 가진 테넌트.',
	},
	readOnly: disk.readOnly,
});

export const rbdVolumeSource = documented<RBDVolumeSource>()({
	monitors: {
		en: 'Addresses of the Ceph monitors.',
		ko: 'Ceph 모니터의 주소.',
	},
	image: {
		en: 'The RBD image to mount.',
		ko: '마운트할 RBD 이미지.',
	},
	pool: {
		en: 'The pool that the image is in.',
		ko: '이미지가 있는 풀(pool).',
	},
	user: {
		en: 'The Ceph user.',
		ko: 'Ceph 사용자.',
	},
	keyring: {
		en: 'A keyring file on the node; `secretRef` takes precedence.',
		ko: '노드에 있는 키링 파일. `secretRef`가 있으면 그쪽을 쓴다.',
	},
	secretRef: credentials,
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const scaleIOVolumeSource = documented<ScaleIOVolumeSource>()({
	gateway: {
		en: 'The address of the ScaleIO gateway.',
		ko: 'ScaleIO 게이트웨이의 주소.',
	},
	system: {
		en: 'The name of the storage system.',
		ko: '스토리지 시스템의 이름.',
	},
	protectionDomain: {
		en: 'The protection domain that the volume is in.',
		ko: '볼륨이 있는 보호 도메인.',
	},
	storagePool: {
		en: 'The storage pool that the volume is in.',
		ko: '볼륨이 있는 스토리지 풀.',
	},
	storageMode: {
		en: 'How space is set aside: `ThinProvisioned` (as it is used) or `ThickProvisioned` (at once).',
		ko: '공간을 잡는 방식. `ThinProvisioned`는 쓰는 만큼, `ThickProvisioned`는 처음부터 모두 잡는다.',
	},
	volumeName: {
		en: 'The name of the volume.',
		ko: '볼륨의 이름.',
	},
	sslEnabled: {
		en: 'Whether to talk to the gateway over TLS.',
		ko: '게이트웨이와 TLS로 통신할지 정한다.',
	},
	secretRef: credentials,
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const storageOSVolumeSource = documented<StorageOSVolumeSource>()({
	volumeName: {
		en: 'The name of the StorageOS volume.',
		ko: 'StorageOS 볼륨의 이름.',
	},
	volumeNamespace: {
		en: 'The StorageOS namespace of the volume; that of the pod if left out.',
		ko: '볼륨의 StorageOS 네임스페이스. 적지 않으면 파드의 네임스페이스다.',
	},
	secretRef: credentials,
	fsType: disk.fsType,
	readOnly: disk.readOnly,
});

export const vsphereVirtualDiskVolumeSource = documented<VsphereVirtualDiskVolumeSource>()({
	volumePath: {
		en: 'The path of the VMDK file, datastore included.',
		ko: '데이터스토어까지 포함한 VMDK 파일의 경로.',
		example: 'volumePath: "[datastore1] volumes/disk1"',
	},
	fsType: disk.fsType,
	storagePolicyName: {
		en: 'The storage policy by its name. It is only used when a disk is created.',
		ko: '스토리지 정책의 이름. 디스크를 만들 때만 쓰인다.',
	},
	storagePolicyID: {
		en: 'The storage policy by its ID, next to `storagePolicyName`.',
		ko: '`storagePolicyName`에 대응하는 스토리지 정책의 ID.',
	},
});

import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

export const medium: Values = {
	'': { en: "The node's disk; the default. It counts as the pod's ephemeral storage.", ko: '노드의 디스크. 기본값이며 파드의 임시 스토리지로 친다.' },
	Memory: {
		en: 'A tmpfs: in memory. What is written counts toward the memory limit of the container that writes, and stays there until it is deleted.',
		ko: '메모리에 두는 tmpfs. 쓴 만큼 그 컨테이너의 메모리 한도에 들어가고, 지울 때까지 남는다.',
	},
	HugePages: { en: "Huge pages of the one size the pod's containers ask for.", ko: '파드의 컨테이너가 요청한, 한 가지 크기의 huge page.' },
	'HugePages-': {
		en: 'Huge pages of the size that follows, as in `HugePages-2Mi`; the pod must ask for that size.',
		ko: '뒤에 적은 크기의 huge page. 예: `HugePages-2Mi`. 파드가 그 크기를 요청해야 한다.',
	},
	'HugePages-2Mi': { en: 'Huge pages of 2 MiB; the pod must ask for `hugepages-2Mi`.', ko: '2MiB짜리 huge page. 파드가 `hugepages-2Mi`를 요청해야 한다.' },
	'HugePages-1Gi': { en: 'Huge pages of 1 GiB; the pod must ask for `hugepages-1Gi`.', ko: '1GiB짜리 huge page. 파드가 `hugepages-1Gi`를 요청해야 한다.' },
};

export const hostPathType: Values = {
	'': { en: 'Nothing is checked before the mount; the default.', ko: '마운트하기 전에 아무것도 확인하지 않는다. 기본값이다.' },
	Directory: { en: 'A directory must be there; else the pod does not start.', ko: '디렉터리가 있어야 한다. 없으면 파드가 시작되지 않는다.' },
	DirectoryOrCreate: {
		en: "A directory that is made if it is missing: 0755, owned by the kubelet's user, so usually root.",
		ko: '없으면 디렉터리를 만든다. 권한은 0755이고 소유자는 kubelet의 사용자(보통 root)다.',
	},
	File: { en: 'A file must be there; else the pod does not start.', ko: '파일이 있어야 한다. 없으면 파드가 시작되지 않는다.' },
	FileOrCreate: {
		en: 'An empty file is made if it is missing, with mode 0644. Its directory must be there.',
		ko: '없으면 빈 파일을 0644로 만든다. 그 파일이 들어갈 디렉터리는 있어야 한다.',
	},
	Socket: { en: 'A UNIX socket must be there.', ko: 'UNIX 소켓이 있어야 한다.' },
	CharDevice: { en: 'A character device must be there.', ko: '문자 장치가 있어야 한다.' },
	BlockDevice: { en: 'A block device must be there.', ko: '블록 장치가 있어야 한다.' },
};

export const accessMode: Values = {
	ReadWriteOnce: {
		en: 'Read and written from one node at a time; several pods on that node may share it.',
		ko: '한 번에 노드 하나에서만 읽고 쓴다. 그 노드의 여러 파드가 함께 쓸 수 있다.',
	},
	ReadOnlyMany: { en: 'Read from many nodes, written from none.', ko: '여러 노드에서 읽기만 한다.' },
	ReadWriteMany: {
		en: 'Read and written from many nodes. Needs network storage such as NFS; most cloud disks cannot.',
		ko: '여러 노드에서 읽고 쓴다. NFS 같은 네트워크 스토리지가 필요하며, 클라우드 디스크는 대부분 안 된다.',
	},
	ReadWriteOncePod: {
		en: 'Read and written by one pod in the whole cluster; a second one waits. CSI volumes only.',
		ko: '클러스터 전체에서 파드 하나만 읽고 쓴다. 두 번째 파드는 기다린다. CSI 볼륨에만 쓸 수 있다.',
	},
};

export const volumeMode: Values = {
	Filesystem: {
		en: 'A file system, mounted as a directory by `volumeMounts`; the default.',
		ko: '`volumeMounts`로 디렉터리에 마운트하는 파일시스템. 기본값이다.',
	},
	Block: { en: 'A raw block device, handed to the container by `volumeDevices`.', ko: '`volumeDevices`로 컨테이너에 넘기는 원시 블록 장치.' },
};

export const claimPhase: Values = {
	Pending: {
		en: 'No volume yet. With a storage class that waits for the first consumer, this is normal until a pod uses the claim.',
		ko: '아직 볼륨이 없다. 첫 소비자를 기다리는 스토리지클래스라면 파드가 쓰기 전까지는 정상이다.',
	},
	Bound: { en: 'A volume belongs to the claim.', ko: '볼륨이 바인딩됐다.' },
	Lost: { en: 'The volume is gone, and its data possibly with it.', ko: '볼륨이 사라졌다. 데이터도 함께 없어졌을 수 있다.' },
};

export const modifyVolume: Values = {
	Pending: {
		en: 'The change waits: the VolumeAttributesClass is missing, or the driver has not begun.',
		ko: '변경을 기다리는 중이다. VolumeAttributesClass가 없거나 드라이버가 아직 시작하지 않았다.',
	},
	InProgress: { en: 'The volume is being changed.', ko: '볼륨을 바꾸는 중이다.' },
	Infeasible: {
		en: 'The driver refuses these parameters; choose another VolumeAttributesClass.',
		ko: '드라이버가 이 파라미터를 거부했다. 다른 VolumeAttributesClass를 고른다.',
	},
};

export const cachingMode: Values = {
	None: { en: 'The Azure host caches nothing.', ko: 'Azure 호스트가 캐시하지 않는다.' },
	ReadOnly: { en: 'The Azure host caches reads.', ko: 'Azure 호스트가 읽기를 캐시한다.' },
	ReadWrite: { en: 'The Azure host caches reads and writes; the default.', ko: 'Azure 호스트가 읽기와 쓰기를 모두 캐시한다. 기본값이다.' },
};

export const diskKind: Values = {
	Shared: { en: 'Several blob disks in one storage account; the default.', ko: '스토리지 계정 하나에 여러 블롭 디스크를 둔다. 기본값이다.' },
	Dedicated: { en: 'One blob disk in a storage account of its own.', ko: '블롭 디스크마다 스토리지 계정을 따로 쓴다.' },
	Managed: { en: 'An Azure managed disk.', ko: 'Azure 관리 디스크.' },
};

export const volumeHealth: Values = {
	DataLoss: { en: 'Data on the volume is lost.', ko: '볼륨의 데이터가 없어졌다.' },
	Degraded: { en: 'The volume works, but worse than it should.', ko: '볼륨이 동작하지만 상태가 온전하지 않다.' },
	Inaccessible: { en: 'The volume cannot be reached.', ko: '볼륨에 접근할 수 없다.' },
};

import type { Volume } from '../schema/generated/types';
import { documented } from './words';

const removed = (en: string, ko: string) => ({
	en: `${en} No longer works: the driver is gone from Kubernetes, and a pod that uses it stays in \`ContainerCreating\`.\nUse a CSI driver and a PersistentVolumeClaim instead.`,
	ko: `${ko} 이제는 쓸 수 없다. 드라이버가 쿠버네티스에서 빠져서, 쓰는 파드는 \`ContainerCreating\`에 머문다.\nCSI 드라이버와 퍼시스턴트볼륨클레임을 대신 쓴다.`,
});

const migrated = (en: string, ko: string, driver: string) => ({
	en: `${en} Handled by the CSI driver \`${driver}\`, which must be installed in the cluster; the pod stays in \`ContainerCreating\` without it.\nFor anything new, use a PersistentVolumeClaim.`,
	ko: `${ko} 실제로는 CSI 드라이버(\`${driver}\`)가 처리하므로 클러스터에 설치돼 있어야 한다. 없으면 파드가 \`ContainerCreating\`에 머문다.\n새로 만든다면 퍼시스턴트볼륨클레임을 쓴다.`,
});

export const volume = documented<Volume>()({
	name: {
		en: 'What containers call this volume in their `volumeMounts`.\nA volume without any source is an `emptyDir`.',
		ko: '컨테이너가 `volumeMounts`에서 이 볼륨을 부를 이름.\n종류를 하나도 적지 않으면 `emptyDir` 볼륨이 된다.',
	},
	emptyDir: {
		en: 'An empty directory that is made when the pod comes to its node and deleted with the pod. All containers can share it.\nIt survives restarts of containers, not the pod itself. Its size counts toward ephemeral storage, or toward memory with `medium: Memory`.',
		ko: '파드가 노드에 배정될 때 만들어지고 파드와 함께 사라지는 빈 디렉터리. 모든 컨테이너가 함께 쓸 수 있다.\n컨테이너가 재시작해도 남지만, 파드가 바뀌면 사라진다. 쓴 만큼 임시 스토리지로 세고, `medium: Memory`면 메모리로 센다.',
		example: 'emptyDir:\n  sizeLimit: 1Gi',
		link: 'concepts/storage/volumes/#emptydir',
	},
	configMap: {
		en: 'The keys of a ConfigMap as files, read-only. If the ConfigMap or a named key is missing, the pod stays in `ContainerCreating` with `FailedMount` events until it exists (unless `optional`).\nFiles follow changes of the ConfigMap after about a minute; those mounted with `subPath`, and environment variables, do not.',
		ko: '컨피그맵의 키를 읽기 전용 파일로 보여 준다. 컨피그맵이나 지정한 키가 없으면, `optional`이 아닌 한 생길 때까지 `FailedMount` 이벤트를 내며 `ContainerCreating`에 머문다.\n컨피그맵을 바꾸면 1분쯤 뒤에 파일도 바뀐다. `subPath`로 마운트한 파일과 환경 변수는 바뀌지 않는다.',
		example: 'configMap:\n  name: app-config',
		link: 'concepts/storage/volumes/#configmap',
	},
	secret: {
		en: 'The keys of a Secret as files, read-only and kept in memory on the node. If the Secret is missing, the pod stays in `ContainerCreating` until it exists (unless `optional`).\nFiles follow changes after about a minute, except those mounted with `subPath`.\nMistake: `name` instead of `secretName`.',
		ko: '시크릿의 키를 읽기 전용 파일로 보여 준다. 노드에서는 메모리에만 둔다. 시크릿이 없으면, `optional`이 아닌 한 생길 때까지 `ContainerCreating`에 머문다.\n시크릿을 바꾸면 1분쯤 뒤에 파일도 바뀐다. `subPath`로 마운트한 파일은 바뀌지 않는다.\n흔한 실수: `secretName` 대신 `name`을 적는 것.',
		example: 'secret:\n  secretName: app-tls',
		link: 'concepts/storage/volumes/#secret',
	},
	persistentVolumeClaim: {
		en: 'Storage that outlives the pod, by the name of a claim (PVC) in the same namespace.\nThe pod stays `Pending` while the claim does not exist or cannot be bound. A `ReadWriteOnce` volume can be used on one node only, so a second replica on another node hangs in `ContainerCreating`.',
		ko: '파드보다 오래 남는 스토리지. 같은 네임스페이스에 있는 클레임(PVC)의 이름으로 가리킨다.\n클레임이 없거나 바인딩할 볼륨이 없으면 파드는 `Pending`에 머문다. `ReadWriteOnce` 볼륨은 한 노드에서만 쓸 수 있어, 다른 노드에 뜬 두 번째 레플리카는 `ContainerCreating`에서 멈춘다.',
		example: 'persistentVolumeClaim:\n  claimName: app-data',
		link: 'concepts/storage/persistent-volumes/#claims-as-volumes',
	},
	hostPath: {
		en: "A file or directory of the node itself. What the pod finds there depends on the node it runs on, and stays there after the pod is gone.\nFor agents that look after nodes. A writable one lets the pod take over the node; the Pod Security levels `baseline` and `restricted` forbid it altogether.\nMistake: using it to keep an application's data. The pod starts empty on the next node.",
		ko: '노드에 있는 파일이나 디렉터리를 그대로 쓴다. 어느 노드에 뜨느냐에 따라 내용이 다르고, 파드가 사라져도 노드에 남는다.\n노드를 돌보는 에이전트에 쓴다. 쓰기까지 허용하면 파드가 노드를 장악할 수 있다. 파드 시큐리티 스탠다드의 `baseline`과 `restricted`는 아예 금지한다.\n흔한 실수: 앱의 데이터를 여기에 두는 것. 파드가 다른 노드로 가면 빈 상태로 시작한다.',
		example: 'hostPath:\n  path: /var/log\n  type: Directory',
		link: 'concepts/storage/volumes/#hostpath',
	},
	projected: {
		en: 'Several sources in one directory: ConfigMaps, Secrets, pod fields, a service account token, certificates.',
		ko: '컨피그맵, 시크릿, 파드 정보, 서비스어카운트 토큰, 인증서를 한 디렉터리에 모아 보여 준다.',
		link: 'concepts/storage/projected-volumes/',
	},
	downwardAPI: {
		en: "The pod's own labels, annotations, name or resources as files. Unlike environment variables, the files follow changes of labels and annotations.",
		ko: '파드 자신의 레이블, 어노테이션, 이름, 리소스를 파일로 보여 준다. 환경 변수와 달리 레이블이나 어노테이션이 바뀌면 파일도 바뀐다.',
		link: 'concepts/workloads/pods/downward-api/',
	},
	ephemeral: {
		en: 'Storage of a StorageClass that lives exactly as long as the pod: a claim is made for the pod and deleted with it.\nLike `emptyDir`, but of any size and kind, and without filling the disk of the node.',
		ko: '파드와 수명을 같이하는 스토리지. 파드마다 클레임을 만들고 파드와 함께 지운다.\n`emptyDir` 볼륨과 비슷하지만 원하는 크기와 스토리지클래스를 쓸 수 있고 노드의 디스크를 채우지 않는다.',
		link: 'concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes',
	},
	csi: {
		en: 'A volume that a CSI driver makes just for this pod, such as secrets from a vault or certificates. It goes when the pod goes.\nNot for ordinary disks: those come through `persistentVolumeClaim`. Only drivers that support inline volumes can be named here.',
		ko: '외부 보관소의 시크릿이나 인증서처럼 CSI 드라이버가 이 파드만을 위해 만드는 볼륨. 파드와 함께 사라진다.\n보통의 디스크는 여기가 아니라 `persistentVolumeClaim`으로 쓴다. 인라인 볼륨을 지원하는 드라이버만 적을 수 있다.',
		example: 'csi:\n  driver: secrets-store.csi.k8s.io\n  readOnly: true\n  volumeAttributes:\n    secretProviderClass: app',
		link: 'concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes',
	},
	image: {
		en: 'The files of an image or OCI artifact, read-only, without running it: a model, a plugin, a set of web pages.\nIt is pulled like the image of a container, with the same secrets and the same errors (`ErrImagePull`, `ImagePullBackOff`).',
		ko: '이미지나 OCI 아티팩트를 실행하지 않고 그 안의 파일만 읽기 전용으로 보여 준다. 모델, 플러그인, 웹 페이지 묶음에 쓴다.\n컨테이너 이미지와 똑같이 내려받으며, 쓰는 시크릿과 나타나는 오류(`ErrImagePull`, `ImagePullBackOff`)도 같다.',
		example: 'image:\n  reference: registry.example/models/small:1.0',
		link: 'concepts/storage/volumes/#image',
	},
	nfs: {
		en: 'A directory that an NFS server exports. Many pods on many nodes can write to it at once, and the data stays when they go.\nThe nodes need an NFS client (`mount.nfs`); without it, or without the server, the pod stays in `ContainerCreating`.',
		ko: 'NFS 서버가 내보내는 디렉터리. 여러 노드의 여러 파드가 동시에 쓸 수 있고, 파드가 사라져도 데이터는 남는다.\n노드에 NFS 클라이언트(`mount.nfs`)가 있어야 한다. 클라이언트가 없거나 서버에 닿지 않으면 파드는 `ContainerCreating`에 머문다.',
		example: 'nfs:\n  server: nfs.example.internal\n  path: /exports/shared',
		link: 'concepts/storage/volumes/#nfs',
	},
	iscsi: {
		en: 'An iSCSI disk, mounted as a file system. One pod at a time may write to it; several may share it read-only.',
		ko: 'iSCSI 디스크를 파일시스템으로 마운트한다. 쓰기는 한 번에 한 파드만 할 수 있고, 읽기 전용이면 여럿이 함께 쓸 수 있다.',
		link: 'concepts/storage/volumes/#iscsi',
	},
	fc: {
		en: 'A Fibre Channel disk attached to the node, found by its WWNs and LUN or by its WWID.',
		ko: '노드에 연결된 파이버 채널(Fibre Channel) 디스크. WWN과 LUN, 또는 WWID로 찾는다.',
		link: 'concepts/storage/volumes/#fc',
	},
	flexVolume: {
		en: 'A volume made by a driver program installed on every node, the forerunner of CSI. Deprecated: use a CSI driver.',
		ko: '노드마다 설치한 드라이버 프로그램이 만드는 볼륨. CSI 이전의 방식이며 사용 중단(deprecated)되었으니 CSI 드라이버를 쓴다.',
	},
	gitRepo: {
		en: 'A git repository, cloned when the pod starts. Switched off by default since 1.33, because the clone ran as root on the node: the pod stays in `ContainerCreating`.\nClone into an `emptyDir` from an init container instead.',
		ko: '파드가 시작할 때 복제(clone)하는 git 저장소. 노드에서 root로 실행되는 문제 때문에 1.33부터 기본으로 꺼져 있어, 쓰는 파드는 `ContainerCreating`에 머문다.\n대신 초기화 컨테이너에서 `emptyDir` 볼륨에 복제한다.',
		link: 'concepts/storage/volumes/#gitrepo',
	},
	awsElasticBlockStore: migrated('An AWS EBS disk.', 'AWS EBS 디스크.', 'ebs.csi.aws.com'),
	azureDisk: migrated('An Azure data disk.', 'Azure 데이터 디스크.', 'disk.csi.azure.com'),
	azureFile: migrated('An Azure Files share.', 'Azure Files 공유.', 'file.csi.azure.com'),
	cinder: migrated('An OpenStack Cinder disk.', 'OpenStack Cinder 디스크.', 'cinder.csi.openstack.org'),
	gcePersistentDisk: migrated('A Google Compute Engine disk.', 'Google Compute Engine 디스크.', 'pd.csi.storage.gke.io'),
	portworxVolume: migrated('A Portworx volume.', 'Portworx 볼륨.', 'pxd.portworx.com'),
	vsphereVolume: migrated('A vSphere virtual disk.', 'vSphere 가상 디스크.', 'csi.vsphere.vmware.com'),
	cephfs: removed('A directory in CephFS.', 'CephFS의 디렉터리.'),
	flocker: removed('A Flocker dataset.', 'Flocker 데이터셋.'),
	glusterfs: removed('A Glusterfs volume.', 'Glusterfs 볼륨.'),
	photonPersistentDisk: removed('A Photon Controller disk.', 'Photon Controller 디스크.'),
	quobyte: removed('A Quobyte volume.', 'Quobyte 볼륨.'),
	rbd: removed('A Ceph block device (RBD).', 'Ceph 블록 장치(RBD).'),
	scaleIO: removed('A ScaleIO volume.', 'ScaleIO 볼륨.'),
	storageos: removed('A StorageOS volume.', 'StorageOS 볼륨.'),
});

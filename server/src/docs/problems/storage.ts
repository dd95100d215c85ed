import type { ProblemWords } from '../words';

const CLAIMS = 'concepts/storage/persistent-volumes/';
const EPHEMERAL = 'concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes';
const VOLUMES = 'concepts/storage/volumes/';

/** Claims, and volumes that are disks and shares elsewhere. */
export const storageProblems = {
	'volume/claim-metadata': {
		en: 'The claim is named for the pod and lives with it; only labels and annotations can be given. Remove the field.',
		ko: '이 클레임은 파드를 따라 이름이 붙고 함께 사라진다. 레이블과 어노테이션만 적을 수 있으니 이 필드를 지운다.',
		link: EPHEMERAL,
	},
	'volume/claim-of-ephemeral': {
		en: 'This claim is made for an ephemeral volume of the same pod. Mount that volume instead of the claim.',
		ko: '이 클레임은 같은 파드의 임시 볼륨이 만드는 것이다. 클레임 대신 그 볼륨을 마운트한다.',
		link: EPHEMERAL,
	},
	'volume/ephemeral-claim-name': {
		en: 'The claim is called `<pod>-<volume>`, and that would be no valid name. Shorten the name of the pod or the volume.',
		ko: '클레임 이름은 `<파드>-<볼륨>`이 되는데 올바른 이름이 아니다. 파드나 볼륨의 이름을 줄인다.',
		link: EPHEMERAL,
	},
	'volume/claim-volume-mode': {
		en: '`volumeMode` is `Filesystem` or `Block`.',
		ko: '`volumeMode`는 `Filesystem`이나 `Block`이다.',
		link: `${CLAIMS}#volume-mode`,
	},
	'volume/access-mode-required': {
		en: 'A claim says how it is mounted: `accessModes: [ReadWriteOnce]` for one node.',
		ko: '어떻게 마운트할지 적어야 한다. 한 노드에서 쓰면 `accessModes: [ReadWriteOnce]`다.',
		link: `${CLAIMS}#access-modes`,
	},
	'volume/access-mode': {
		en: 'The access modes are `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany` and `ReadWriteOncePod`.',
		ko: '접근 모드는 `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, `ReadWriteOncePod`다.',
		link: `${CLAIMS}#access-modes`,
	},
	'volume/access-mode-alone': {
		en: '`ReadWriteOncePod` is for one pod alone and goes with no other mode. Keep it, or the others.',
		ko: '`ReadWriteOncePod`는 파드 하나만 쓰는 것이라 다른 모드와 함께 쓸 수 없다. 이것만 남기거나 이것을 지운다.',
		link: `${CLAIMS}#access-modes`,
	},
	'volume/storage-required': {
		en: 'A claim says how much it needs: `resources: {requests: {storage: 10Gi}}`.',
		ko: '얼마나 필요한지 적어야 한다. `resources: {requests: {storage: 10Gi}}`처럼 쓴다.',
		link: `${CLAIMS}#persistentvolumeclaims`,
	},
	'volume/storage-positive': {
		en: 'Nobody can give a disk of no size. Ask for more than 0.',
		ko: '크기가 0인 디스크는 없다. 0보다 큰 값을 적는다.',
		link: `${CLAIMS}#persistentvolumeclaims`,
	},
	'volume/class-name': {
		en: 'No class can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '클래스가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
		link: `${CLAIMS}#class-1`,
	},
	'volume/data-source-required': {
		en: 'What to fill the claim from needs a `kind` and a `name`.',
		ko: '클레임을 채울 출처에는 `kind`와 `name`이 있어야 한다.',
		link: `${CLAIMS}#volume-populators-and-data-sources`,
	},
	'volume/data-source-kind': {
		en: 'Without `apiGroup` only a PersistentVolumeClaim can be copied. For a snapshot write `apiGroup: snapshot.storage.k8s.io`.',
		ko: '`apiGroup`이 없으면 PersistentVolumeClaim만 복사할 수 있다. 스냅샷이면 `apiGroup: snapshot.storage.k8s.io`를 적는다.',
		link: `${CLAIMS}#volume-snapshot-and-restore-volume-from-snapshot-support`,
	},
	'volume/data-source-group': {
		en: 'An API group is a domain: `snapshot.storage.k8s.io`.',
		ko: 'API 그룹은 도메인이다. 예: `snapshot.storage.k8s.io`.',
		link: `${CLAIMS}#volume-populators-and-data-sources`,
	},
	'volume/data-source-namespace': {
		en: 'No namespace can have this name: lowercase letters, digits and `-`, at most 63.',
		ko: '네임스페이스가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
	},
	'volume/data-source-and-ref': {
		en: '`dataSourceRef` replaces `dataSource`; the two must say the same. Keep `dataSourceRef` only.',
		ko: '`dataSourceRef`가 `dataSource`를 대신한다. 둘의 내용이 같아야 하므로 `dataSourceRef`만 남긴다.',
		link: `${CLAIMS}#volume-populators-and-data-sources`,
	},
	'volume/secret-name': {
		en: 'No Secret can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '시크릿이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
	},
	'volume/driver': { en: 'A CSI driver is named like a domain: `ebs.csi.aws.com`.', ko: 'CSI 드라이버 이름은 도메인처럼 쓴다. 예: `ebs.csi.aws.com`.' },
	'volume/driver-length': { en: 'The name of a CSI driver has at most 63 characters.', ko: 'CSI 드라이버 이름은 63자까지다.' },
	'volume/deprecated': {
		en: 'Kubernetes no longer supports this kind of volume; where the message says non-functional, the pod will not start. Use a CSI driver or a claim.',
		ko: '쿠버네티스가 더 지원하지 않는 볼륨이다. 메시지에 non-functional이라고 나오면 파드가 시작되지 않는다. CSI 드라이버나 클레임을 쓴다.',
		link: VOLUMES,
	},
	'volume/partition': { en: 'A partition is a number from 0 (the whole disk) to 255.', ko: '파티션은 0(디스크 전체)에서 255 사이의 숫자다.' },
	'volume/lun': {
		en: 'A logical unit number goes from 0 to 255; with `targetWWNs` it must be given.',
		ko: 'LUN은 0에서 255 사이의 숫자다. `targetWWNs`를 쓰면 꼭 적는다.',
	},
	'volume/fc-target': {
		en: 'A Fibre Channel disk is found by `targetWWNs` and `lun`, or by `wwids`: give one of the two.',
		ko: '파이버 채널 디스크는 `targetWWNs`와 `lun`으로, 또는 `wwids`로 찾는다. 둘 가운데 하나만 적는다.',
		link: `${VOLUMES}#fc`,
	},
	'volume/iscsi-name': {
		en: 'An iSCSI name begins with `iqn.`, `eui.` or `naa.`: `iqn.2001-04.com.example:storage`.',
		ko: 'iSCSI 이름은 `iqn.`, `eui.`, `naa.`로 시작한다. 예: `iqn.2001-04.com.example:storage`.',
		link: `${VOLUMES}#iscsi`,
	},
	'volume/iscsi-length': {
		en: "With `initiatorName`, the volume's name and `targetPortal` together may have 63 characters. Shorten the name.",
		ko: '`initiatorName`을 쓰면 볼륨 이름과 `targetPortal`을 합쳐 63자까지다. 이름을 줄인다.',
		link: `${VOLUMES}#iscsi`,
	},
	'volume/flocker-dataset': {
		en: 'Flocker finds its data by `datasetName` or `datasetUUID`: give one of the two.',
		ko: 'Flocker는 `datasetName`이나 `datasetUUID`로 데이터를 찾는다. 하나만 적는다.',
	},
	'volume/flocker-slash': { en: 'The name of a Flocker dataset has no `/`.', ko: 'Flocker 데이터셋 이름에는 `/`를 쓸 수 없다.' },
	'volume/quobyte-registry': {
		en: 'The registry is `host:port`, or several of them with commas between.',
		ko: '레지스트리는 `host:port`로 쓴다. 여럿이면 쉼표로 나눈다.',
	},
	'volume/quobyte-tenant': { en: 'The tenant is a UUID of at most 64 characters.', ko: '테넌트는 64자를 넘지 않는 UUID다.' },
	'volume/flex-option': {
		en: 'Options under `kubernetes.io` and `k8s.io` are reserved. Use a domain of your own.',
		ko: '`kubernetes.io`와 `k8s.io` 아래의 옵션은 예약되어 있다. 자신의 도메인을 쓴다.',
	},
	'volume/azure-caching': { en: '`cachingMode` is `None`, `ReadOnly` or `ReadWrite`.', ko: '`cachingMode`는 `None`, `ReadOnly`, `ReadWrite` 가운데 하나다.' },
	'volume/azure-kind': { en: '`kind` is `Shared`, `Dedicated` or `Managed`.', ko: '`kind`는 `Shared`, `Dedicated`, `Managed` 가운데 하나다.' },
	'volume/azure-uri': {
		en: 'The URI of a managed disk begins with `/subscriptions/`, that of any other with `https://`.',
		ko: '관리 디스크의 URI는 `/subscriptions/`로, 나머지는 `https://`로 시작한다.',
	},
	'volume/storageos-name': {
		en: 'A StorageOS name has lowercase letters, digits and `-`, at most 63.',
		ko: 'StorageOS의 이름은 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

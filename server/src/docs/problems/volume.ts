import type { ProblemWords } from '../words';

const VOLUMES = 'concepts/storage/volumes/';
const PROJECTED = 'concepts/storage/projected-volumes/';
const TOKEN = `${PROJECTED}#serviceaccounttoken`;
const BUNDLE = `${PROJECTED}#clustertrustbundle`;
const CERTIFICATE = `${PROJECTED}#podcertificate`;

/** Volumes and the files in them; claims and disks have a file of their own. */
export const volumeProblems = {
	'volume/name-required': { en: 'A volume needs a name, by which containers mount it.', ko: '볼륨에는 이름이 있어야 한다. 컨테이너가 이 이름으로 마운트한다.' },
	'volume/name': {
		en: "A volume's name has lowercase letters, digits and `-`, begins and ends with a letter or digit, and has at most 63 characters.",
		ko: '볼륨 이름은 영문 소문자, 숫자, `-`로 63자까지 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
	},
	'volume/name-unique': { en: 'Another volume of this pod has the same name.', ko: '이 파드의 다른 볼륨과 이름이 같다.' },
	'volume/one-type': {
		en: 'A volume has one source. Keep one, and make another volume of the other, or bring them together in a `projected` volume.',
		ko: '볼륨의 출처는 하나다. 하나만 남기고 나머지는 다른 볼륨으로 만들거나, `projected` 볼륨으로 합친다.',
		link: VOLUMES,
	},
	'volume/field-required': {
		en: 'This kind of volume does not work without the field. Fill it in.',
		ko: '이 종류의 볼륨에 꼭 있어야 하는 필드다. 값을 적는다.',
		link: VOLUMES,
	},
	'volume/item-required': {
		en: 'Each item says which `key` to take and under which `path` it appears as a file.',
		ko: '항목마다 어느 `key`를 어느 `path`의 파일로 둘지 적는다.',
		link: `${VOLUMES}#configmap`,
	},
	'volume/mode': {
		en: 'File permissions go from `0` to `0777`, for the directory of an `emptyDir` to `01777`. Mind the leading zero: `644` is decimal, `0644` octal.',
		ko: '파일 권한은 `0`에서 `0777`까지, `emptyDir`의 디렉터리는 `01777`까지다. 앞의 0에 주의한다. `644`는 10진수고 `0644`가 8진수다.',
	},
	'volume/user': {
		en: 'A user ID is a number from 0 to 2147483647.',
		ko: '사용자 ID는 0에서 2147483647 사이의 숫자다.',
	},
	'volume/size-limit': {
		en: 'A size cannot be negative. Leave `sizeLimit` out for no limit.',
		ko: '크기는 음수일 수 없다. 제한이 없으면 `sizeLimit`을 지운다.',
		link: `${VOLUMES}#emptydir`,
	},
	'volume/host-path-type': {
		en: 'The types are `Directory`, `DirectoryOrCreate`, `File`, `FileOrCreate`, `Socket`, `CharDevice`, `BlockDevice`, or nothing for no check.',
		ko: '타입은 `Directory`, `DirectoryOrCreate`, `File`, `FileOrCreate`, `Socket`, `CharDevice`, `BlockDevice` 가운데 하나다. 비우면 검사하지 않는다.',
		link: `${VOLUMES}#hostpath`,
	},
	'volume/pull-policy': {
		en: '`pullPolicy` is `Always`, `IfNotPresent` or `Never`, spelled like this.',
		ko: '`pullPolicy`는 `Always`, `IfNotPresent`, `Never` 가운데 하나다. 대소문자도 그대로 쓴다.',
		link: `${VOLUMES}#image`,
	},
	'volume/path-conflict': {
		en: 'Two sources put a file at the same path; one would overwrite the other. Give one of them another `path`.',
		ko: '두 출처가 같은 경로에 파일을 둔다. 하나가 다른 하나를 덮어쓰므로 `path`를 다르게 적는다.',
		link: PROJECTED,
	},
	'volume/overlapping-paths': {
		en: "Two files of the volume get in each other's way: the same path, or one where the other's directory would be.",
		ko: '볼륨의 두 파일이 부딪친다. 경로가 같거나, 한쪽의 디렉터리 자리에 다른 파일이 있다.',
	},
	'volume/one-type-per-source': {
		en: 'Each entry of `sources` takes from one place. Write one entry per source.',
		ko: '`sources`의 항목은 한 곳에서만 가져온다. 출처마다 항목을 나눈다.',
		link: PROJECTED,
	},
	'volume/empty-projection': {
		en: 'This entry of `sources` brings nothing. Say what it takes, or remove it.',
		ko: '`sources`의 이 항목에 가져올 것을 적지 않았다. 출처를 적거나 지운다.',
		link: PROJECTED,
	},
	'volume/token-too-short': {
		en: 'A token lasts at least 600 seconds; the kubelet renews it in time.',
		ko: '토큰의 수명은 600초 이상이다. kubelet이 만료 전에 새로 받는다.',
		link: TOKEN,
	},
	'volume/token-too-long': {
		en: 'A token lasts at most 2^32 seconds; the kubelet renews it in time anyway.',
		ko: '토큰의 수명은 2^32초까지다. 어차피 kubelet이 만료 전에 새로 받는다.',
		link: TOKEN,
	},
	'volume/token-without-account': {
		en: 'A token says who the pod is. Set `serviceAccountName` as well.',
		ko: '토큰은 파드가 누구인지 나타낸다. `serviceAccountName`도 적는다.',
		link: TOKEN,
	},
	'volume/bundle-one-name': {
		en: 'Trust bundles are chosen by `name`, or by `signerName` and labels. Keep one of the two.',
		ko: '신뢰 번들은 `name`으로 고르거나 `signerName`과 레이블로 고른다. 둘 가운데 하나만 남긴다.',
		link: BUNDLE,
	},
	'volume/bundle-name-required': {
		en: 'Which trust bundle is missing: give `name`, or `signerName`.',
		ko: '어느 신뢰 번들인지 적지 않았다. `name`이나 `signerName`을 적는다.',
		link: BUNDLE,
	},
	'volume/bundle-name': {
		en: 'No ClusterTrustBundle can have this name: lowercase letters, digits, `-` and `.`, after the signer if there is one: `example.com:mysigner:root`.',
		ko: 'ClusterTrustBundle이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓰고, 서명자가 있으면 앞에 붙인다. 예: `example.com:mysigner:root`.',
		link: BUNDLE,
	},
	'volume/bundle-selector': {
		en: 'A name already says which bundle. `labelSelector` goes with `signerName` only; remove it.',
		ko: '이름으로 이미 번들을 골랐다. `labelSelector`는 `signerName`과 함께만 쓰므로 지운다.',
		link: BUNDLE,
	},
	'volume/signer-name': {
		en: 'A signer is named by a domain and a path: `example.com/my-signer`.',
		ko: '서명자 이름은 도메인과 경로로 쓴다. 예: `example.com/my-signer`.',
	},
	'volume/key-type': {
		en: 'The key types are `RSA3072`, `RSA4096`, `ECDSAP256`, `ECDSAP384`, `ECDSAP521` and `ED25519`.',
		ko: '키 타입은 `RSA3072`, `RSA4096`, `ECDSAP256`, `ECDSAP384`, `ECDSAP521`, `ED25519`다.',
		link: CERTIFICATE,
	},
	'volume/certificate-too-short': { en: 'A certificate lasts at least 3600 seconds.', ko: '인증서의 수명은 3600초 이상이다.', link: CERTIFICATE },
	'volume/certificate-too-long': {
		en: "A certificate lasts at most 91 days (7862400 seconds), one day (86400) where Kubernetes' own signers make it.",
		ko: '인증서의 수명은 91일(7862400초)까지다. 쿠버네티스의 서명자가 만들면 하루(86400초)까지다.',
		link: CERTIFICATE,
	},
	'volume/certificate-path-required': {
		en: 'Where to put the certificate is missing: `credentialBundlePath`, or `keyPath` and `certificateChainPath`.',
		ko: '인증서를 둘 곳을 적지 않았다. `credentialBundlePath`를, 또는 `keyPath`와 `certificateChainPath`를 적는다.',
		link: CERTIFICATE,
	},
	'path/relative': {
		en: 'The path is relative to the volume or profile directory, so it has no `/` at the front.',
		ko: '볼륨이나 프로파일 디렉터리 안에서 시작하는 경로이므로 맨 앞에 `/`를 붙이지 않는다.',
	},
	'path/no-backsteps': {
		en: '`..` could lead out of the directory that the path belongs to, and is not allowed.',
		ko: '`..`는 정해진 디렉터리 밖으로 나갈 수 있어 쓸 수 없다.',
	},
	'path/absolute': { en: 'The path on the NFS server starts with `/`.', ko: 'NFS 서버의 경로는 `/`로 시작한다.', link: `${VOLUMES}#nfs` },
} as const satisfies Readonly<Record<string, ProblemWords>>;

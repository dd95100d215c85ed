import type {
	ClusterTrustBundleProjection,
	ConfigMapProjection,
	DownwardAPIProjection,
	PodCertificateProjection,
	ProjectedVolumeSource,
	SecretProjection,
	ServiceAccountTokenProjection,
	VolumeProjection,
} from '../schema/generated/types';
import { configMapItems, downwardItems, files } from './config-volumes';
import { documented } from './words';

export const projectedVolumeSource = documented<ProjectedVolumeSource>()({
	sources: {
		en: 'What goes into the directory. Every entry has exactly one kind of source; two sources must not write the same path.',
		ko: '디렉터리에 담을 것들. 항목마다 종류를 하나만 적고, 둘이 같은 경로를 쓰면 안 된다.',
		example: 'sources:\n  - configMap:\n      name: app-config\n  - secret:\n      name: app-tls',
	},
	defaultMode: files.defaultMode,
	defaultUser: files.defaultUser,
});

export const volumeProjection = documented<VolumeProjection>()({
	configMap: {
		en: 'Keys of a ConfigMap as files. The pod waits in `ContainerCreating` while it is missing (unless `optional`).',
		ko: '컨피그맵의 키를 파일로 담는다. 컨피그맵이 없으면, `optional`이 아닌 한 `ContainerCreating`에서 기다린다.',
	},
	secret: {
		en: 'Keys of a Secret as files. Here the Secret is given by `name`, not by `secretName`.',
		ko: '시크릿의 키를 파일로 담는다. 여기서는 `secretName`이 아니라 `name`으로 적는다.',
	},
	downwardAPI: {
		en: "The pod's own fields or a container's resources as files.",
		ko: '파드 자신의 필드나 컨테이너의 리소스를 파일로 담는다.',
	},
	serviceAccountToken: {
		en: "A token of the pod's ServiceAccount, for the audience you choose; the kubelet replaces it before it expires.\nRead the file again for every use, or at least every few minutes: a token kept in memory stops working.",
		ko: '파드의 서비스어카운트 토큰. 받는 쪽(audience)을 정할 수 있고, 만료되기 전에 kubelet이 새것으로 바꿔 둔다.\n토큰이 필요할 때마다, 적어도 몇 분에 한 번은 파일을 다시 읽는다. 메모리에 담아 둔 토큰은 언젠가 거부된다.',
		example: 'serviceAccountToken:\n  path: token\n  audience: vault\n  expirationSeconds: 3600',
		link: 'concepts/storage/projected-volumes/#serviceaccounttoken',
	},
	clusterTrustBundle: {
		en: 'Root certificates that the cluster publishes as ClusterTrustBundles, in one PEM file that stays up to date.',
		ko: '클러스터가 ClusterTrustBundle로 배포하는 루트 인증서를 PEM 파일 하나로 담는다. 내용은 계속 최신으로 유지된다.',
		link: 'concepts/storage/projected-volumes/#clustertrustbundle',
	},
	podCertificate: {
		en: 'A private key and a certificate made for this pod, renewed in time. The kubelet makes the key on the node and asks the signer for the certificate.\nThe pod does not start until the certificate is issued.',
		ko: '이 파드를 위한 개인 키와 인증서. 때가 되면 갱신된다. kubelet이 노드에서 키를 만들고 서명자(signer)에게 인증서를 요청한다.\n인증서가 발급될 때까지 파드는 시작하지 않는다.',
		link: 'concepts/storage/projected-volumes/#podcertificate',
	},
});

export const configMapProjection = documented<ConfigMapProjection>()({
	name: {
		en: 'The ConfigMap, in the namespace of the pod.',
		ko: '파드와 같은 네임스페이스에 있는 컨피그맵의 이름.',
	},
	items: configMapItems,
	optional: {
		en: 'With `true`, the pod starts even if the ConfigMap or a listed key is missing.',
		ko: '`true`면 컨피그맵이나 적어 둔 키가 없어도 파드가 시작한다.',
	},
});

export const secretProjection = documented<SecretProjection>()({
	name: {
		en: 'The Secret, in the namespace of the pod.',
		ko: '파드와 같은 네임스페이스에 있는 시크릿의 이름.',
	},
	items: {
		en: 'Which keys become files, and under which names. Left out, every key becomes a file of its own name.\nA key listed here that does not exist keeps the pod from starting (unless `optional`).',
		ko: '어떤 키를 어떤 이름의 파일로 만들지 정한다. 적지 않으면 모든 키가 키 이름 그대로 파일이 된다.\n여기에 적은 키가 없으면 `optional`이 아닌 한 파드가 시작하지 못한다.',
		example: 'items:\n  - key: tls.key\n    path: server.key\n    mode: 0400',
	},
	optional: {
		en: 'With `true`, the pod starts even if the Secret or a listed key is missing.',
		ko: '`true`면 시크릿이나 적어 둔 키가 없어도 파드가 시작한다.',
	},
});

export const downwardAPIProjection = documented<DownwardAPIProjection>()({
	items: downwardItems,
});

export const serviceAccountTokenProjection = documented<ServiceAccountTokenProjection>()({
	path: {
		en: 'The file that holds the token, relative to the mount.',
		ko: '토큰을 담을 파일. 마운트한 곳을 기준으로 적는다.',
	},
	audience: {
		en: 'Whom the token is meant for. A service that checks tokens refuses one made for somebody else. Left out, it is the API server.',
		ko: '토큰을 받을 상대. 토큰을 확인하는 서비스는 남에게 발급된 토큰을 거부한다. 적지 않으면 API 서버용이 된다.',
	},
	expirationSeconds: {
		en: 'How long each token is valid; at least 600. The kubelet writes a new one when 80% of this has passed, or after 24 hours.',
		ko: '토큰 하나의 유효 시간. 600초 이상이어야 한다. 80%가 지나거나 24시간이 지나면 kubelet이 새 토큰을 써 둔다.',
	},
	user: files.user,
});

export const clusterTrustBundleProjection = documented<ClusterTrustBundleProjection>()({
	path: {
		en: 'The file that holds the certificates, relative to the mount.',
		ko: '인증서를 담을 파일. 마운트한 곳을 기준으로 적는다.',
	},
	name: {
		en: 'One ClusterTrustBundle by its name. Set either this or `signerName`.',
		ko: 'ClusterTrustBundle 하나를 이름으로 고른다. `signerName`과 둘 중 하나만 적는다.',
	},
	signerName: {
		en: 'All ClusterTrustBundles of this signer that `labelSelector` picks; their certificates end up in one file, each once.\nMistake: leaving out `labelSelector`. Then none is picked; `labelSelector: {}` picks all.',
		ko: '이 서명자(signer)의 ClusterTrustBundle 가운데 `labelSelector`에 맞는 것을 모두 고른다. 인증서는 중복 없이 파일 하나에 담긴다.\n흔한 실수: `labelSelector`를 빼는 것. 그러면 아무것도 고르지 않는다. 모두 고르려면 `labelSelector: {}`로 적는다.',
	},
	labelSelector: {
		en: 'Which bundles of the signer to take. `{}` takes all; left out, none. Only with `signerName`.',
		ko: '서명자의 번들 가운데 무엇을 쓸지 고른다. `{}`면 모두, 적지 않으면 아무것도 고르지 않는다. `signerName`과 함께 쓴다.',
	},
	optional: {
		en: 'With `true`, the pod starts even if no such bundle exists; the file is then empty.',
		ko: '`true`면 해당하는 번들이 없어도 파드가 시작한다. 이때 파일은 비어 있다.',
	},
	user: files.user,
});

export const podCertificateProjection = documented<PodCertificateProjection>()({
	signerName: {
		en: 'Who signs the certificate. A controller for this name must run in the cluster, or the pod waits in `ContainerCreating`.',
		ko: '인증서에 서명할 서명자(signer). 이 이름을 맡은 컨트롤러가 클러스터에 있어야 한다. 없으면 파드는 `ContainerCreating`에서 기다린다.',
	},
	keyType: {
		en: 'Which kind of key the kubelet makes, for example `ECDSAP256` or `RSA3072`. Ask the signer which ones it accepts.',
		ko: 'kubelet이 만들 키의 종류. `ECDSAP256`, `RSA3072` 같은 값이며, 서명자가 받아 주는 것을 쓴다.',
	},
	credentialBundlePath: {
		en: 'One file with the private key first and the certificates after it. The better choice: key and certificate always belong together, also right after a renewal.',
		ko: '개인 키와 그 뒤에 인증서를 함께 담을 파일. 갱신 직후에도 키와 인증서의 짝이 늘 맞으므로 이쪽이 낫다.',
	},
	keyPath: {
		en: 'A file for the private key alone. Read together with `certificateChainPath` during a renewal, key and certificate may not belong together; check and read again.',
		ko: '개인 키만 담을 파일. 갱신 중에 `certificateChainPath`와 따로 읽으면 키와 인증서의 짝이 안 맞을 수 있으니, 확인하고 다시 읽어야 한다.',
	},
	certificateChainPath: {
		en: 'A file for the certificates alone, for programs that want key and certificate apart.',
		ko: '인증서만 담을 파일. 키와 인증서를 따로 받아야 하는 프로그램에 쓴다.',
	},
	maxExpirationSeconds: {
		en: 'The longest time the certificate may be valid, 3600 (an hour) to 7862400 (91 days). The signer may choose less. Renewal is not your concern.',
		ko: '인증서가 유효해도 되는 가장 긴 시간. 3600초(1시간)부터 7862400초(91일)까지다. 서명자가 더 짧게 줄 수 있고, 갱신은 알아서 이뤄진다.',
	},
	userAnnotations: {
		en: 'Extra information for the signer, copied into the request as it is. Only what the signer documents is of use; keys need a domain prefix.',
		ko: '서명자에게 넘길 추가 정보. 요청에 그대로 복사된다. 서명자가 정해 둔 것만 뜻이 있고, 키에는 도메인 접두사가 있어야 한다.',
	},
	user: files.user,
});

import type { ProblemWords } from '../words';

const RESOURCES = 'concepts/configuration/manage-resources-containers/';
const OF_POD = `${RESOURCES}#pod-level-resource-specification`;
const RESIZE = 'tasks/configure-pod-container/resize-container-resources/';
const CLAIMS = 'concepts/scheduling-eviction/dynamic-resource-allocation/';

/** CPU, memory, and whatever else a container is given. */
export const resourceProblems = {
	'resource/request-over-limit': {
		en: 'A container cannot be promised more than it may use. Raise the limit, or lower the request.',
		ko: '쓸 수 있는 것보다 많이 보장할 수는 없다. 한도를 올리거나 요청을 낮춘다.',
		link: `${RESOURCES}#requests-and-limits`,
	},
	'resource/request-equals-limit': {
		en: 'Devices and huge pages are not shared, so request and limit are the same. Give the limit only.',
		ko: '장치와 huge page는 나눠 쓸 수 없으므로 요청과 한도가 같아야 한다. `limits`에만 적으면 된다.',
		link: RESOURCES,
	},
	'resource/limit-required': {
		en: 'Devices and huge pages need a limit; the request follows it.',
		ko: '장치와 huge page에는 한도가 있어야 한다. 요청은 한도를 따른다.',
		link: RESOURCES,
	},
	'resource/negative': { en: 'There is no negative amount of a resource.', ko: '리소스의 양은 음수일 수 없다.', link: RESOURCES },
	'resource/integer': {
		en: 'This resource is counted in whole pieces: `1`, not `500m`.',
		ko: '낱개로 세는 리소스다. `500m`이 아니라 `1`처럼 정수로 쓴다.',
		link: RESOURCES,
	},
	'resource/fractional-bytes': {
		en: 'There is no fraction of a byte. `m` is a thousandth; `Mi` was probably meant.',
		ko: '1바이트보다 작은 단위는 없다. `m`은 1000분의 1이다. `Mi`를 쓰려던 것일 수 있다.',
		link: `${RESOURCES}`,
	},
	'resource/name': {
		en: 'No such resource. There are `cpu`, `memory`, `ephemeral-storage`, `hugepages-2Mi`, and those of devices with a domain: `nvidia.com/gpu`.',
		ko: '이런 리소스는 없다. `cpu`, `memory`, `ephemeral-storage`, `hugepages-2Mi`가 있고, 장치는 `nvidia.com/gpu`처럼 도메인을 붙인다.',
		link: RESOURCES,
	},
	'resource/container-name': {
		en: 'A container takes `cpu`, `memory`, `ephemeral-storage`, `hugepages-…` and devices with a domain (`nvidia.com/gpu`), nothing else.',
		ko: '컨테이너에는 `cpu`, `memory`, `ephemeral-storage`, `hugepages-…`와 도메인이 붙은 장치(`nvidia.com/gpu`)만 쓸 수 있다.',
		link: RESOURCES,
	},
	'resource/extended-name': {
		en: "A device's resource is named `<domain>/<name>`; the domain is not one of `kubernetes.io`, and does not begin with `requests.`.",
		ko: '장치 리소스의 이름은 `<도메인>/<이름>`이다. 도메인에 `kubernetes.io`를 쓰거나 `requests.`로 시작할 수 없다.',
		link: RESOURCES,
	},
	'resource/hugepages-multiple': {
		en: 'Huge pages come in whole pages: give a multiple of the size in the name.',
		ko: 'Huge page는 페이지 단위로만 쓴다. 이름에 적힌 크기의 배수를 적는다.',
	},
	'resource/hugepages-alone': {
		en: 'Huge pages go together with `cpu` or `memory`. Ask for one of these too.',
		ko: 'Huge page만 따로 쓸 수 없다. `cpu`나 `memory`도 함께 적는다.',
	},
	'resource/pod-level-name': {
		en: 'For the pod as a whole there are `cpu`, `memory` and `hugepages-…` only.',
		ko: '파드 전체에는 `cpu`, `memory`, `hugepages-…`만 쓸 수 있다.',
		link: OF_POD,
	},
	'resource/pod-level-claims': {
		en: 'Claims are used by containers; move them into `resources` of a container.',
		ko: '클레임은 컨테이너가 쓴다. 컨테이너의 `resources`로 옮긴다.',
		link: CLAIMS,
	},
	'resource/pod-level-covers': {
		en: "The containers together ask for more than the pod. Raise the pod's amount to their sum, or leave it out.",
		ko: '컨테이너들의 합이 파드의 값보다 크다. 파드의 값을 합만큼 올리거나 지운다.',
		link: OF_POD,
	},
	'resource/over-pod-limit': {
		en: 'A container cannot use more than its whole pod. Lower its limit, or raise that of the pod.',
		ko: '컨테이너가 파드 전체보다 많이 쓸 수는 없다. 이 한도를 낮추거나 파드의 한도를 올린다.',
		link: OF_POD,
	},
	'resource/resize-required': {
		en: 'An entry of `resizePolicy` has a `resourceName` and a `restartPolicy`.',
		ko: '`resizePolicy`의 항목에는 `resourceName`과 `restartPolicy`를 적는다.',
		link: RESIZE,
	},
	'resource/resize-choice': {
		en: '`resourceName` is `cpu` or `memory`, `restartPolicy` is `NotRequired` or `RestartContainer`.',
		ko: '`resourceName`은 `cpu`나 `memory`, `restartPolicy`는 `NotRequired`나 `RestartContainer`다.',
		link: RESIZE,
	},
	'resource/resize-unique': { en: 'One entry per resource. Remove the second.', ko: '리소스마다 항목은 하나다. 두 번째를 지운다.', link: RESIZE },
	'resource/resize-never': {
		en: 'The pod never restarts a container, so a resize cannot either. Use `NotRequired`.',
		ko: '`restartPolicy: Never`인 파드는 컨테이너를 다시 시작하지 않는다. 크기를 바꿀 때도 `NotRequired`만 쓸 수 있다.',
		link: RESIZE,
	},
	'resource/resize-restart-sidecar-only': {
		en: 'An init container that ends is not started again for a resize. Use `NotRequired`, or make it a sidecar.',
		ko: '끝나는 초기화 컨테이너는 크기를 바꾸려고 다시 시작하지 않는다. `NotRequired`를 쓰거나 사이드카로 만든다.',
		link: RESIZE,
	},
	'resource/claim-name-required': {
		en: 'Which claim to use is missing: a name from `spec.resourceClaims`.',
		ko: '어느 클레임을 쓸지 적지 않았다. `spec.resourceClaims`에 있는 이름을 적는다.',
		link: CLAIMS,
	},
	'resource/claim-unknown': {
		en: 'The pod has no claim of this name. Add it to `spec.resourceClaims`, or correct the name.',
		ko: '파드에 이런 이름의 클레임이 없다. `spec.resourceClaims`에 넣거나 이름을 고친다.',
		link: CLAIMS,
	},
	'resource/claim-unique': {
		en: 'The container uses the claim twice. A whole claim includes its requests; keep one entry.',
		ko: '이 컨테이너가 같은 클레임을 두 번 쓴다. 클레임 전체에는 그 안의 요청도 들어 있으니 하나만 남긴다.',
		link: CLAIMS,
	},
	'resource/claim-request': {
		en: 'No request of a claim can have this name: lowercase letters, digits and `-`, at most 63.',
		ko: '클레임의 요청이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
		link: CLAIMS,
	},
	'claim/name-required': {
		en: 'A claim needs a name in the pod, by which containers use it.',
		ko: '클레임에는 파드 안에서 쓸 이름이 있어야 한다. 컨테이너가 이 이름으로 쓴다.',
		link: CLAIMS,
	},
	'claim/name': {
		en: "A claim's name has lowercase letters, digits and `-`, at most 63.",
		ko: '클레임 이름은 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
		link: CLAIMS,
	},
	'claim/name-unique': { en: 'Another claim of this pod has the same name.', ko: '이 파드의 다른 클레임과 이름이 같다.', link: CLAIMS },
	'claim/source-required': {
		en: 'The claim refers to nothing: give `resourceClaimName` for one that exists, or `resourceClaimTemplateName` for a new one per pod.',
		ko: '클레임이 가리킬 것을 적지 않았다. 이미 있으면 `resourceClaimName`을, 파드마다 새로 만들려면 `resourceClaimTemplateName`을 적는다.',
		link: CLAIMS,
	},
	'claim/one-source': {
		en: 'The claim exists already, or is made from a template. Keep `resourceClaimName` or `resourceClaimTemplateName`.',
		ko: '이미 있는 클레임을 쓰거나 템플릿으로 만들거나, 둘 중 하나다. `resourceClaimName`이나 `resourceClaimTemplateName` 하나만 남긴다.',
		link: CLAIMS,
	},
	'claim/source-name': {
		en: 'No such object can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '오브젝트가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
		link: CLAIMS,
	},
	'claim/static-pod': {
		en: 'A static pod runs without the API server and cannot have claims.',
		ko: '스태틱 파드는 API 서버 없이 실행되므로 클레임을 쓸 수 없다.',
		link: CLAIMS,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

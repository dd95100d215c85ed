import type { ProblemWords } from '../words';

const DOWNWARD = 'concepts/workloads/pods/downward-api/';
const CONFIG_MAP = 'tasks/configure-pod-container/configure-pod-configmap/';

/** Environment variables, and what variables and files take from the pod itself. */
export const envProblems = {
	'env/name-required': { en: 'An environment variable needs a name.', ko: '환경 변수에는 이름이 있어야 한다.' },
	'env/name': {
		en: 'The name of an environment variable has printable ASCII characters only, and no `=`.',
		ko: '환경 변수 이름에는 출력할 수 있는 ASCII 문자만 쓴다. `=`는 쓸 수 없다.',
	},
	'env/prefix': {
		en: 'The prefix becomes the beginning of variable names, so it may hold only what such a name may.',
		ko: '접두사는 환경 변수 이름의 앞부분이 되므로, 그 이름에 쓸 수 있는 문자만 쓴다.',
	},
	'env/value-from-empty': {
		en: '`valueFrom` does not say where the value comes from. Give exactly one source, such as `configMapKeyRef`, `secretKeyRef` or `fieldRef`.',
		ko: '`valueFrom`에 값을 가져올 곳을 적지 않았다. `configMapKeyRef`, `secretKeyRef`, `fieldRef` 같은 출처를 하나만 적는다.',
		link: 'tasks/inject-data-application/define-environment-variable-container/',
	},
	'env/value-and-value-from': {
		en: 'A variable has a `value` of its own or takes it from elsewhere, not both. Remove `value` or `valueFrom`.',
		ko: '변수는 값을 직접 적거나 다른 곳에서 가져오거나, 둘 중 하나다. `value`나 `valueFrom` 하나를 지운다.',
	},
	'env/one-source': {
		en: 'Values come from one source per entry. Keep one, and write another entry for the other.',
		ko: '한 항목은 출처를 하나만 가진다. 하나만 남기고 나머지는 다른 항목으로 적는다.',
	},
	'env/from-empty': {
		en: 'An entry of `envFrom` takes all keys of a ConfigMap (`configMapRef`) or Secret (`secretRef`); this one names neither.',
		ko: '`envFrom`의 항목은 컨피그맵(`configMapRef`)이나 시크릿(`secretRef`)의 키를 모두 가져온다. 이 항목에는 둘 다 없다.',
		link: `${CONFIG_MAP}#configure-all-key-value-pairs-in-a-configmap-as-container-environment-variables`,
	},
	'env/source-name-required': {
		en: 'The name of the ConfigMap or Secret is missing.',
		ko: '컨피그맵이나 시크릿의 이름을 적지 않았다.',
	},
	'env/source-name': {
		en: 'No ConfigMap or Secret can have this name: lowercase letters, digits, `-` and `.`, beginning and ending with a letter or digit.',
		ko: '컨피그맵이나 시크릿이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
	},
	'env/key-required': { en: 'Which key to take is missing: `key: …`.', ko: '어느 키를 가져올지 적지 않았다. `key`를 적는다.' },
	'env/key': {
		en: 'No such key can exist in the source. ConfigMap and Secret keys have letters, digits, `-`, `_` and `.`.',
		ko: '출처에 이런 키는 있을 수 없다. 컨피그맵과 시크릿의 키에는 영문자, 숫자, `-`, `_`, `.`를 쓴다.',
	},
	'env/file-volume-required': {
		en: 'The volume that holds the file is missing: `volumeName: …`.',
		ko: '파일이 있는 볼륨을 적지 않았다. `volumeName`을 적는다.',
	},
	'env/file-volume': {
		en: 'No volume can have this name: lowercase letters, digits and `-`, at most 63.',
		ko: '볼륨이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
	},
	'env/file-volume-unknown': {
		en: 'The pod has no volume of this name. Add an `emptyDir` of this name to `volumes`, or correct the name.',
		ko: '파드에 이런 이름의 볼륨이 없다. `volumes`에 이 이름의 `emptyDir`를 넣거나 이름을 고친다.',
	},
	'env/file-volume-type': {
		en: 'A file of variables is read from an `emptyDir` only, where an init container has written it.',
		ko: '변수 파일은 `emptyDir`에서만 읽는다. 초기화 컨테이너가 그곳에 파일을 써 둔다.',
	},
	'env/file-path-required': {
		en: 'The path of the file in the volume is missing.',
		ko: '볼륨 안의 파일 경로를 적지 않았다.',
	},
	'env/hides-previous': {
		en: 'The variable is defined twice in this container; the last one wins, and `kubectl apply` may lose one of them. Remove the one you do not mean.',
		ko: '이 컨테이너에 같은 변수가 두 번 있다. 마지막 것이 쓰이고, `kubectl apply`가 하나를 잃을 수 있다. 필요 없는 쪽을 지운다.',
	},
	'downward/field-path-required': {
		en: 'Which field of the pod to take is missing: `fieldPath: metadata.name`.',
		ko: '파드의 어느 필드를 가져올지 적지 않았다. `fieldPath: metadata.name`처럼 적는다.',
		link: `${DOWNWARD}#available-fields`,
	},
	'downward/field-path': {
		en: "This field of the pod cannot be handed to a container. There are `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['…']`, `spec.nodeName`, `status.podIP` and a few more.",
		ko: "컨테이너에 넘겨줄 수 없는 필드다. `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['…']`, `spec.nodeName`, `status.podIP` 등을 쓸 수 있다.",
		link: `${DOWNWARD}#available-fields`,
	},
	'downward/field-path-here': {
		en: 'This field is available, but not here: `metadata.labels` and `metadata.annotations` as a whole go into files only, `spec` and `status` into variables only.',
		ko: '이 자리에서는 쓸 수 없는 필드다. `metadata.labels`와 `metadata.annotations` 전체는 파일로만, `spec`과 `status`의 값은 환경 변수로만 받는다.',
		link: `${DOWNWARD}#available-fields`,
	},
	'downward/key': {
		en: 'What stands in the brackets is the key of a label or annotation, such as `example.com/name`; this cannot be one.',
		ko: '대괄호 안은 레이블이나 어노테이션의 키다. 예: `example.com/name`. 이것은 키가 될 수 없다.',
		link: DOWNWARD,
	},
	'downward/one-source': {
		en: 'A file shows a field of the pod or a resource of a container, not both. Remove `fieldRef` or `resourceFieldRef`.',
		ko: '파일 하나에는 파드의 필드나 컨테이너의 리소스 가운데 하나만 담는다. `fieldRef`나 `resourceFieldRef` 하나를 지운다.',
		link: DOWNWARD,
	},
	'downward/source-required': {
		en: 'The file has no content: give `fieldRef` or `resourceFieldRef`.',
		ko: '파일에 담을 내용을 적지 않았다. `fieldRef`나 `resourceFieldRef`를 적는다.',
		link: DOWNWARD,
	},
	'downward/container-required': {
		en: 'A volume belongs to no container, so say whose resource is meant: `containerName: …`.',
		ko: '볼륨은 어느 컨테이너의 것도 아니므로 누구의 리소스인지 `containerName`에 적는다.',
		link: `${DOWNWARD}#downwardapi-resourceFieldRef`,
	},
	'downward/resource-required': {
		en: 'Which resource to take is missing: `resource: limits.memory`.',
		ko: '어느 리소스를 가져올지 적지 않았다. `resource: limits.memory`처럼 적는다.',
		link: `${DOWNWARD}#downwardapi-resourceFieldRef`,
	},
	'downward/resource': {
		en: 'The resources are `limits.` or `requests.` with `cpu`, `memory`, `ephemeral-storage` or `hugepages-…` behind it.',
		ko: '`limits.`나 `requests.` 뒤에 `cpu`, `memory`, `ephemeral-storage`, `hugepages-…`를 붙여 쓴다.',
		link: `${DOWNWARD}#downwardapi-resourceFieldRef`,
	},
	'downward/divisor': {
		en: 'The divisor is the unit that the value is shown in: `1m` or `1` for CPU; `1`, `1k`, `1Mi`, `1Gi` and the like for bytes.',
		ko: '`divisor`는 값을 나타낼 단위다. CPU는 `1m`이나 `1`, 바이트는 `1`, `1k`, `1Mi`, `1Gi` 같은 값을 쓴다.',
		link: `${DOWNWARD}#downwardapi-resourceFieldRef`,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

import type { ProblemWords } from '../words';

const IMAGES = 'concepts/containers/images/';
const RESTARTS = 'concepts/workloads/pods/pod-lifecycle/#restart-policy';
const RULES = 'concepts/workloads/pods/pod-lifecycle/#container-restart-rules';
const INIT = 'concepts/workloads/pods/init-containers/';
const EPHEMERAL = 'concepts/workloads/pods/ephemeral-containers/';

/** Containers of every sort, and the images they run. */
export const containerProblems = {
	'container/required': {
		en: 'A pod has at least one container: a `name` and an `image`. Init containers do not count.',
		ko: '파드에는 컨테이너가 하나는 있어야 한다. `name`과 `image`를 적는다. 초기화 컨테이너는 세지 않는다.',
	},
	'container/name-required': { en: 'A container needs a name, unique in its pod.', ko: '컨테이너에는 파드 안에서 겹치지 않는 이름이 있어야 한다.' },
	'container/name': {
		en: "A container's name has lowercase letters, digits and `-`, begins and ends with a letter or digit, and has at most 63 characters.",
		ko: '컨테이너 이름은 영문 소문자, 숫자, `-`로 63자까지 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
	},
	'container/name-unique': {
		en: 'Another container of this pod has the same name; init and ephemeral containers count too.',
		ko: '이 파드의 다른 컨테이너와 이름이 같다. 초기화 컨테이너와 임시 컨테이너도 함께 센다.',
	},
	'container/image-required': {
		en: 'The image to run is missing: `image: registry/name:tag`.',
		ko: '실행할 이미지를 적지 않았다. `image: registry/name:tag`처럼 적는다.',
		link: IMAGES,
	},
	'container/image-spaces': {
		en: 'A space before or after the image would become part of its name. Remove it.',
		ko: '이미지 앞뒤의 공백도 이름의 일부가 된다. 공백을 지운다.',
	},
	'container/pull-policy': {
		en: '`imagePullPolicy` is `Always`, `IfNotPresent` or `Never`, spelled like this.',
		ko: '`imagePullPolicy`는 `Always`, `IfNotPresent`, `Never` 가운데 하나다. 대소문자도 그대로 쓴다.',
		link: `${IMAGES}#image-pull-policy`,
	},
	'container/termination-message-policy': {
		en: '`terminationMessagePolicy` is `File` or `FallbackToLogsOnError`.',
		ko: '`terminationMessagePolicy`는 `File`이나 `FallbackToLogsOnError`다.',
		link: 'tasks/debug/debug-application/determine-reason-pod-failure/#customizing-the-termination-message',
	},
	'container/restart-policy': {
		en: "A container's own `restartPolicy` is `Always`, `OnFailure` or `Never`; before 1.35 an init container takes `Always` only, which makes it a sidecar.",
		ko: '컨테이너의 `restartPolicy`는 `Always`, `OnFailure`, `Never` 가운데 하나다. 1.35 전에는 초기화 컨테이너에 `Always`만 쓸 수 있고, 그러면 사이드카가 된다.',
		link: RESTARTS,
	},
	'container/restart-policy-init-only': {
		en: 'Before 1.35 only init containers have a `restartPolicy` of their own. For the others, `spec.restartPolicy` of the pod decides.',
		ko: '1.35 전에는 초기화 컨테이너만 `restartPolicy`를 따로 가진다. 다른 컨테이너는 파드의 `spec.restartPolicy`를 따른다.',
		link: RESTARTS,
	},
	'container/restart-rules-need-policy': {
		en: "The rules are exceptions to the container's own `restartPolicy`, which is missing. Set it next to them.",
		ko: '이 규칙은 컨테이너의 `restartPolicy`에 예외를 두는 것인데 그 값이 없다. 같은 컨테이너에 `restartPolicy`를 적는다.',
		link: RULES,
	},
	'container/restart-rules-sidecar': {
		en: 'A sidecar is always started again, so rules have nothing to decide. Remove `restartPolicyRules`.',
		ko: '사이드카는 언제나 다시 시작하므로 규칙으로 정할 것이 없다. `restartPolicyRules`를 지운다.',
		link: 'concepts/workloads/pods/sidecar-containers/',
	},
	'container/restart-rule-action': {
		en: 'The action of a rule is `Restart`, or since 1.36 `RestartAllContainers`.',
		ko: '규칙의 동작은 `Restart`다. 1.36부터는 `RestartAllContainers`도 쓸 수 있다.',
		link: RULES,
	},
	'container/restart-rule-exit-codes': {
		en: 'The rule does not say for which exit codes it holds: give `exitCodes` with `operator` and `values`.',
		ko: '어떤 종료 코드에 적용할 규칙인지 적지 않았다. `exitCodes`에 `operator`와 `values`를 적는다.',
		link: RULES,
	},
	'container/restart-rule-operator': {
		en: 'The operator is `In` (one of the values) or `NotIn` (none of them).',
		ko: '연산자는 `In`(값 가운데 하나)이나 `NotIn`(그 밖의 값)이다.',
		link: RULES,
	},
	'container/restart-rules-count': {
		en: 'At most 20 rules per container, and 255 exit codes per rule. Merge some.',
		ko: '컨테이너마다 규칙은 20개, 규칙마다 종료 코드는 255개까지다. 몇 개를 합친다.',
		link: RULES,
	},
	'container/sidecar-only': {
		en: 'An init container runs to its end before the app starts, so probes and hooks make no sense for it, unless `restartPolicy: Always` makes it a sidecar.',
		ko: '초기화 컨테이너는 앱이 시작되기 전에 끝나므로 프로브와 훅이 필요 없다. `restartPolicy: Always`를 적어 사이드카로 만들면 쓸 수 있다.',
		link: INIT,
	},
	'ephemeral/on-create': {
		en: 'Ephemeral containers are added to a running pod with `kubectl debug`; a new pod cannot have them.',
		ko: '임시 컨테이너는 실행 중인 파드에 `kubectl debug`로 넣는다. 새로 만드는 파드에는 적을 수 없다.',
		link: EPHEMERAL,
	},
	'ephemeral/in-template': {
		en: 'Ephemeral containers are added to a running pod with `kubectl debug`; a template cannot have them.',
		ko: '임시 컨테이너는 실행 중인 파드에 `kubectl debug`로 넣는다. 템플릿에는 적을 수 없다.',
		link: EPHEMERAL,
	},
	'ephemeral/field-forbidden': {
		en: 'An ephemeral container is for a look around: no ports, probes, hooks, resources, restarts or sub-paths. Remove the field.',
		ko: '임시 컨테이너는 들여다보는 용도다. 포트, 프로브, 훅, 리소스, 재시작 설정, 하위 경로를 쓸 수 없다. 이 필드를 지운다.',
		link: EPHEMERAL,
	},
	'ephemeral/target': {
		en: 'The pod has no container of this name whose processes could be looked at.',
		ko: '파드에 이런 이름의 컨테이너가 없어 그 프로세스를 들여다볼 수 없다.',
		link: EPHEMERAL,
	},
	'image/pull-secret-unique': {
		en: 'The same secret twice: one entry does nothing. Remove it.',
		ko: '같은 시크릿을 두 번 적었다. 하나는 쓸모없으니 지운다.',
		link: `${IMAGES}#specifying-imagepullsecrets-on-a-pod`,
	},
	'image/pull-secret-name': {
		en: 'An entry without a name refers to no secret. Name one, or remove the entry.',
		ko: '이름이 없는 항목은 아무 시크릿도 가리키지 않는다. 이름을 적거나 항목을 지운다.',
		link: `${IMAGES}#specifying-imagepullsecrets-on-a-pod`,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

import type { ProblemWords } from '../words';

const NODES = 'concepts/scheduling-eviction/assign-pod-node/';
const TAINTS = 'concepts/scheduling-eviction/taint-and-toleration/';
const SPREAD = 'concepts/scheduling-eviction/topology-spread-constraints/';
const GATES = 'concepts/scheduling-eviction/pod-scheduling-readiness/';

/** Which node a pod goes to, and when. */
export const schedulingProblems = {
	'affinity/weight': {
		en: 'A preference weighs from 1 to 100; the node with the highest sum is chosen.',
		ko: '선호의 가중치는 1에서 100까지다. 합이 가장 큰 노드를 고른다.',
		link: `${NODES}#node-affinity`,
	},
	'affinity/topology-key-required': {
		en: 'What counts as the same place is missing: `topologyKey: kubernetes.io/hostname` for a node, `topology.kubernetes.io/zone` for a zone.',
		ko: '어디까지를 같은 곳으로 볼지 적지 않았다. `topologyKey`에 노드는 `kubernetes.io/hostname`, 영역(zone)은 `topology.kubernetes.io/zone`을 적는다.',
		link: `${NODES}#inter-pod-affinity-and-anti-affinity`,
	},
	'affinity/namespace': {
		en: 'No namespace can have this name: lowercase letters, digits and `-`, at most 63.',
		ko: '네임스페이스가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
	},
	'affinity/terms-required': {
		en: 'Without a term no node fits. Give at least one, or remove the requirement.',
		ko: '항(term)이 없으면 맞는 노드도 없다. 하나 이상 적거나 조건을 지운다.',
		link: `${NODES}#node-affinity`,
	},
	'affinity/match-field': {
		en: '`matchFields` knows one field only: `metadata.name`, the name of the node. Labels belong in `matchExpressions`.',
		ko: '`matchFields`에는 노드 이름인 `metadata.name`만 쓸 수 있다. 레이블은 `matchExpressions`에 적는다.',
		link: `${NODES}#node-affinity`,
	},
	'affinity/node-name': {
		en: 'No node can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '노드가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
	},
	'affinity/selects-nothing': {
		en: 'Without a `labelSelector` the term matches no pod at all. `{}` matches all of them.',
		ko: '`labelSelector`가 없으면 어떤 파드와도 맞지 않는다. `{}`는 모든 파드와 맞는다.',
		link: `${NODES}#inter-pod-affinity-and-anti-affinity`,
	},
	'toleration/key-required': {
		en: 'A toleration without `key` is for all taints, and then `operator` must be `Exists`. Give a `key`, or that operator.',
		ko: '`key`가 없는 톨러레이션은 모든 테인트를 용인한다는 뜻이라 `operator`가 `Exists`여야 한다. `key`를 적거나 연산자를 바꾼다.',
		link: TAINTS,
	},
	'toleration/seconds-no-execute': {
		en: '`tolerationSeconds` delays an eviction, and only `NoExecute` evicts. Set `effect` to it, or remove the seconds.',
		ko: '`tolerationSeconds`는 축출을 미루는 값이고, 축출하는 것은 `NoExecute`뿐이다. `effect`를 그렇게 바꾸거나 이 값을 지운다.',
		link: `${TAINTS}#taint-based-evictions`,
	},
	'toleration/value-empty': {
		en: '`Exists` asks for the key alone. Remove `value`, or set `operator` to `Equal`.',
		ko: '`Exists`는 키만 본다. `value`를 지우거나 `operator`를 `Equal`로 바꾼다.',
		link: TAINTS,
	},
	'toleration/operator': {
		en: 'The operators are `Equal` (the default) and `Exists`; `Gt` and `Lt` need a feature gate.',
		ko: '연산자는 `Equal`(기본값)과 `Exists`다. `Gt`와 `Lt`는 기능 게이트를 켜야 쓸 수 있다.',
		link: TAINTS,
	},
	'toleration/effect': {
		en: 'The effects are `NoSchedule`, `PreferNoSchedule` and `NoExecute`; none means all of them.',
		ko: '이펙트는 `NoSchedule`, `PreferNoSchedule`, `NoExecute`다. 적지 않으면 모두를 뜻한다.',
		link: TAINTS,
	},
	'toleration/number': {
		en: '`Gt` and `Lt` compare whole numbers, written as text: `"90"`.',
		ko: '`Gt`와 `Lt`는 정수를 비교한다. `"90"`처럼 문자열로 적는다.',
		link: TAINTS,
	},
	'toleration/immutable': {
		en: 'Tolerations can be added to a live pod; of those it has, only `tolerationSeconds` can change.',
		ko: '실행 중인 파드에는 톨러레이션을 더할 수만 있다. 이미 있는 것은 `tolerationSeconds`만 바꿀 수 있다.',
		link: TAINTS,
	},
	'spread/max-skew': {
		en: '`maxSkew` is how many pods one place may have more than another; at least 1.',
		ko: '`maxSkew`는 한 곳의 파드가 다른 곳보다 얼마나 많아도 되는지다. 1 이상이어야 한다.',
		link: SPREAD,
	},
	'spread/topology-key-required': {
		en: 'Over what to spread is missing: `topologyKey: topology.kubernetes.io/zone` or `kubernetes.io/hostname`.',
		ko: '무엇을 기준으로 퍼뜨릴지 적지 않았다. `topologyKey`에 `topology.kubernetes.io/zone`이나 `kubernetes.io/hostname`을 적는다.',
		link: SPREAD,
	},
	'spread/when-unsatisfiable': {
		en: '`whenUnsatisfiable` is `DoNotSchedule` (wait) or `ScheduleAnyway` (do the best).',
		ko: '`whenUnsatisfiable`은 `DoNotSchedule`(기다린다)이나 `ScheduleAnyway`(되도록 맞춘다)다.',
		link: SPREAD,
	},
	'spread/unique': {
		en: 'Two constraints have the same `topologyKey` and `whenUnsatisfiable`. Keep one.',
		ko: '`topologyKey`와 `whenUnsatisfiable`이 같은 제약 조건이 둘이다. 하나만 남긴다.',
		link: SPREAD,
	},
	'spread/min-domains': { en: '`minDomains` is at least 1; leave it out for 1.', ko: '`minDomains`는 1 이상이다. 적지 않으면 1이다.', link: SPREAD },
	'spread/min-domains-do-not-schedule': {
		en: '`minDomains` makes pods wait for more domains, which only `whenUnsatisfiable: DoNotSchedule` does.',
		ko: '`minDomains`는 도메인이 더 생길 때까지 파드를 기다리게 한다. `whenUnsatisfiable: DoNotSchedule`일 때만 쓸 수 있다.',
		link: SPREAD,
	},
	'spread/node-policy': {
		en: 'The policy is `Honor` or `Ignore`.',
		ko: '정책은 `Honor`나 `Ignore`다.',
		link: SPREAD,
	},
	'spread/selects-nothing': {
		en: 'Without a `labelSelector` no pod is counted, and nothing is spread. Select the labels of this pod.',
		ko: '`labelSelector`가 없으면 어떤 파드도 세지 않으므로 아무것도 나뉘지 않는다. 이 파드의 레이블을 고른다.',
		link: SPREAD,
	},
	'scheduling-gate/name': {
		en: 'The name of a gate looks like a label key: `example.com/quota-checked`.',
		ko: '게이트 이름은 레이블 키처럼 쓴다. 예: `example.com/quota-checked`.',
		link: GATES,
	},
	'scheduling-gate/unique': { en: 'The gate is written twice. Remove one.', ko: '같은 게이트를 두 번 적었다. 하나를 지운다.', link: GATES },
	'scheduling-gate/node-name': {
		en: 'Gates hold the pod back, `nodeName` puts it on a node at once. Remove one of the two.',
		ko: '게이트는 파드를 붙잡아 두고 `nodeName`은 곧바로 노드에 올린다. 둘 가운데 하나를 지운다.',
		link: GATES,
	},
	'scheduling-gate/added': {
		en: 'Gates can only be removed from a live pod; it may be scheduled already.',
		ko: '실행 중인 파드의 게이트는 뺄 수만 있다. 이미 스케줄링되었을 수도 있기 때문이다.',
		link: GATES,
	},
	'scheduling-group/name-required': {
		en: 'The group that the pod is scheduled with is missing: `podGroupName: …`.',
		ko: '파드를 함께 스케줄링할 그룹을 적지 않았다. `podGroupName`을 적는다.',
	},
	'scheduling-group/name': {
		en: 'No pod group can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '파드 그룹이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
	},
	'scheduling-group/eviction-responders': {
		en: 'A pod of a group cannot have `evictionResponders`. Remove one of the two.',
		ko: '그룹에 속한 파드에는 `evictionResponders`를 쓸 수 없다. 둘 가운데 하나를 지운다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

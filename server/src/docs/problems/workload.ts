import type { ProblemWords } from '../words';

const DEPLOYMENT = 'concepts/workloads/controllers/deployment/';
const STATEFUL_SET = 'concepts/workloads/controllers/statefulset/';
const DAEMON_SET = 'tasks/manage-daemon/update-daemon-set/';

/** What keeps pods alive: Deployments, ReplicaSets, StatefulSets, DaemonSets. */
export const workloadProblems = {
	'workload/template-required': {
		en: 'There is nothing to make pods from: `template` with the labels and `spec` of a pod is missing.',
		ko: '파드를 만들 틀을 적지 않았다. 파드의 레이블과 `spec`을 `template`에 적는다.',
		link: 'concepts/workloads/pods/#pod-templates',
	},
	'replicas/negative': { en: 'There cannot be fewer than 0 pods.', ko: '파드 수는 음수일 수 없다.', link: `${DEPLOYMENT}#replicas` },
	'min-ready-seconds/negative': {
		en: 'A waiting time cannot be negative; `0` waits for readiness only.',
		ko: '기다리는 시간은 음수일 수 없다. `0`이면 준비되자마자 넘어간다.',
		link: `${DEPLOYMENT}#min-ready-seconds`,
	},
	'revision-history/negative': {
		en: 'There cannot be fewer than 0 old revisions; `0` keeps none, and then nothing can be rolled back.',
		ko: '보관할 리비전 수는 음수일 수 없다. `0`이면 남기지 않아 롤백할 수 없다.',
		link: `${DEPLOYMENT}#revision-history-limit`,
	},
	'progress-deadline/negative': { en: 'A deadline cannot be negative.', ko: '제한 시간은 음수일 수 없다.', link: `${DEPLOYMENT}#progress-deadline-seconds` },
	'progress-deadline/after-min-ready': {
		en: 'A pod counts after `minReadySeconds`; a deadline that is not longer would always be missed. Make `progressDeadlineSeconds` the greater.',
		ko: '파드는 `minReadySeconds`가 지나야 세므로 제한 시간이 더 길지 않으면 늘 놓친다. `progressDeadlineSeconds`를 더 크게 잡는다.',
		link: `${DEPLOYMENT}#progress-deadline-seconds`,
	},
	'rolling-update/max-unavailable': {
		en: '`maxUnavailable` is a number of pods, or a percentage as text: `1`, `"25%"`.',
		ko: '`maxUnavailable`은 파드 수나 문자열로 쓴 백분율이다. 예: `1`, `"25%"`.',
		link: `${DEPLOYMENT}#max-unavailable`,
	},
	'rolling-update/max-surge': {
		en: '`maxSurge` is a number of pods, or a percentage as text: `1`, `"25%"`.',
		ko: '`maxSurge`는 파드 수나 문자열로 쓴 백분율이다. 예: `1`, `"25%"`.',
		link: `${DEPLOYMENT}#max-surge`,
	},
	'rolling-update/over-100-percent': {
		en: 'There are no more than 100 % of the pods.',
		ko: '파드의 100%를 넘을 수 없다.',
		link: `${DEPLOYMENT}#max-unavailable`,
	},
	'rolling-update/both-zero': {
		en: 'If no pod may be missing and none may be added, nothing can be replaced. Raise `maxUnavailable` or `maxSurge`.',
		ko: '파드가 빠져도 안 되고 더해도 안 되면 아무것도 바꿀 수 없다. `maxUnavailable`이나 `maxSurge`를 올린다.',
		link: `${DEPLOYMENT}#strategy`,
	},
	'deployment/strategy': {
		en: "The strategy's `type` is `RollingUpdate` or `Recreate`.",
		ko: '전략의 `type`은 `RollingUpdate`나 `Recreate`다.',
		link: `${DEPLOYMENT}#strategy`,
	},
	'deployment/recreate-rolling-update': {
		en: '`Recreate` stops all pods first, so there is nothing to roll. Remove `rollingUpdate`.',
		ko: '`Recreate`는 파드를 모두 멈춘 뒤 새로 만드므로 롤링할 것이 없다. `rollingUpdate`를 지운다.',
		link: `${DEPLOYMENT}#strategy`,
	},
	'daemonset/strategy': {
		en: "The strategy's `type` is `RollingUpdate` or `OnDelete`.",
		ko: '전략의 `type`은 `RollingUpdate`나 `OnDelete`다.',
		link: DAEMON_SET,
	},
	'daemonset/surge-or-unavailable': {
		en: 'On each node the new pod comes before or after the old one: set `maxSurge` or `maxUnavailable`, and the other to 0.',
		ko: '노드마다 새 파드를 먼저 띄우거나 옛 파드를 먼저 내리거나, 둘 중 하나다. `maxSurge`와 `maxUnavailable` 가운데 하나는 0으로 둔다.',
		link: DAEMON_SET,
	},
	'statefulset/strategy': {
		en: "The strategy's `type` is `RollingUpdate` or `OnDelete`.",
		ko: '전략의 `type`은 `RollingUpdate`나 `OnDelete`다.',
		link: `${STATEFUL_SET}#update-strategies`,
	},
	'statefulset/rolling-update': {
		en: 'With `OnDelete` pods are replaced when you delete them; there is nothing to roll. Remove `rollingUpdate`.',
		ko: '`OnDelete`이면 직접 지운 파드만 교체되므로 롤링할 것이 없다. `rollingUpdate`를 지운다.',
		link: `${STATEFUL_SET}#update-strategies`,
	},
	'statefulset/partition-negative': {
		en: 'The partition is the first ordinal to update, 0 or more.',
		ko: '파티션은 업데이트를 시작할 번호다. 0 이상이어야 한다.',
		link: `${STATEFUL_SET}#partitions`,
	},
	'statefulset/max-unavailable-zero': {
		en: 'If no pod may be missing, none can be replaced. Set `maxUnavailable` to at least 1.',
		ko: '하나도 빠질 수 없으면 교체할 수 없다. `maxUnavailable`을 1 이상으로 잡는다.',
		link: `${STATEFUL_SET}#update-strategies`,
	},
	'statefulset/pod-management': {
		en: '`podManagementPolicy` is `OrderedReady` (one after another) or `Parallel`.',
		ko: '`podManagementPolicy`는 `OrderedReady`(하나씩 차례로)나 `Parallel`(한꺼번에)이다.',
		link: `${STATEFUL_SET}#pod-management-policies`,
	},
	'statefulset/claim-retention': {
		en: 'The claims are kept (`Retain`) or deleted (`Delete`).',
		ko: '클레임은 남기거나(`Retain`) 지운다(`Delete`).',
		link: `${STATEFUL_SET}#persistentvolumeclaim-retention`,
	},
	'statefulset/ordinals-negative': { en: 'The first ordinal is 0 or more.', ko: '첫 번호는 0 이상이다.', link: `${STATEFUL_SET}#start-ordinal` },
	'statefulset/service-name': {
		en: '`serviceName` is the name of a headless Service: lowercase letters, digits and `-`, at most 63.',
		ko: '`serviceName`은 헤드리스 서비스의 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다.',
		link: `${STATEFUL_SET}#stable-network-id`,
	},
	'statefulset/revision-history-negative': {
		en: 'A negative number keeps every old revision forever. Give 0 or more.',
		ko: '음수이면 옛 리비전을 모두 계속 보관한다. 0 이상을 적는다.',
		link: STATEFUL_SET,
	},
	'statefulset/immutable': {
		en: 'Of a live StatefulSet only the fields that the message lists may change. Delete it with `--cascade=orphan` and create it again; the pods stay.',
		ko: '실행 중인 스테이트풀셋에서는 메시지에 나온 필드만 바꿀 수 있다. `--cascade=orphan`으로 지우고 다시 만들면 파드는 남는다.',
		link: STATEFUL_SET,
	},
	'statefulset/claims-immutable': {
		en: 'The claims of a live StatefulSet exist already. To change the template, delete it with `--cascade=orphan` and create it again; to grow a disk, edit its claim.',
		ko: '실행 중인 스테이트풀셋의 클레임은 이미 만들어져 있다. 템플릿을 바꾸려면 `--cascade=orphan`으로 지우고 다시 만들고, 디스크만 늘리려면 그 클레임을 고친다.',
		link: `${STATEFUL_SET}#volume-claim-templates`,
	},
	'statefulset/service-name-immutable': {
		en: "The pods' DNS names contain this name, so it stays. Delete the StatefulSet with `--cascade=orphan` and create it again.",
		ko: '파드의 DNS 이름에 들어 있어 바꿀 수 없다. `--cascade=orphan`으로 지우고 다시 만든다.',
		link: `${STATEFUL_SET}#stable-network-id`,
	},
	'statefulset/pod-management-immutable': {
		en: 'The order of starting is settled at creation. Delete the StatefulSet with `--cascade=orphan` and create it again.',
		ko: '시작 순서는 만들 때 정해진다. `--cascade=orphan`으로 지우고 다시 만든다.',
		link: `${STATEFUL_SET}#pod-management-policies`,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

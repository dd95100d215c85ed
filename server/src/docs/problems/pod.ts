import type { ProblemWords } from '../words';

const TERMINATION = 'concepts/workloads/pods/pod-lifecycle/#pod-termination';
const UPDATES = 'concepts/workloads/pods/#pod-templates';

/** What concerns the pod as a whole, and what may change in a live one. */
export const podProblems = {
	'restart-policy/choice': {
		en: '`restartPolicy` is `Always`, `OnFailure` or `Never`, spelled like this.',
		ko: '`restartPolicy`는 `Always`, `OnFailure`, `Never` 가운데 하나다. 대소문자도 그대로 쓴다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#restart-policy',
	},
	'restart-policy/always': {
		en: 'This workload keeps its pods running, so `restartPolicy` must be `Always`. For work that ends, use a Job.',
		ko: '이 워크로드는 파드를 계속 실행하므로 `Always`만 받는다. 끝나는 작업에는 잡(Job)을 쓴다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#restart-policy',
	},
	'preemption-policy/choice': {
		en: '`preemptionPolicy` is `PreemptLowerPriority` or `Never`. Usually the PriorityClass sets it.',
		ko: '`preemptionPolicy`는 `PreemptLowerPriority`나 `Never`다. 대개 프라이어리티클래스가 정한다.',
		link: 'concepts/scheduling-eviction/pod-priority-preemption/#non-preempting-priority-class',
	},
	'grace-period/negative': {
		en: 'A grace period cannot be negative. Since 1.37 the server refuses it; before, it is treated as 1 second.',
		ko: '유예 기간은 음수일 수 없다. 1.37부터는 서버가 거부하고, 그 전에는 1초로 친다.',
		link: TERMINATION,
	},
	'active-deadline/range': {
		en: '`activeDeadlineSeconds` is at least 1. Leave it out and the pod may run without limit.',
		ko: '`activeDeadlineSeconds`는 1 이상이다. 적지 않으면 시간 제한이 없다.',
	},
	'active-deadline/not-supported': {
		en: 'This workload keeps its pods running, so they cannot have a deadline. Remove it, or use a Job.',
		ko: '이 워크로드는 파드를 계속 실행하므로 실행 시간을 제한할 수 없다. 지우거나 잡(Job)을 쓴다.',
	},
	'active-deadline/removed': {
		en: 'The live pod has a deadline, and it cannot be removed; it can only be shortened.',
		ko: '실행 중인 파드의 시간 제한은 없앨 수 없고 줄일 수만 있다.',
	},
	'active-deadline/later': {
		en: 'The deadline of a live pod can be shortened, not extended.',
		ko: '실행 중인 파드의 시간 제한은 줄일 수만 있고 늘릴 수 없다.',
	},
	'readiness-gate/name': {
		en: 'The type of a condition looks like a label key: `example.com/ready`.',
		ko: '컨디션 타입은 레이블 키처럼 쓴다. 예: `example.com/ready`.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate',
	},
	'pod/reference-name': {
		en: 'No object can have this name: lowercase letters, digits, `-` and `.`, beginning and ending with a letter or digit.',
		ko: '오브젝트가 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
		link: 'concepts/overview/working-with-objects/names/#names',
	},
	'pod/immutable': {
		en: 'Of a live pod only images, `activeDeadlineSeconds`, more tolerations and a few others may change. Delete it and create it again, or let a Deployment replace it.',
		ko: '실행 중인 파드에서는 이미지, `activeDeadlineSeconds`, 톨러레이션 추가 등 몇 가지만 바꿀 수 있다. 지우고 다시 만들거나, 디플로이먼트로 교체한다.',
		link: UPDATES,
	},
	'pod/containers-immutable': {
		en: 'A live pod neither gains nor loses containers. Delete it and create it again; for a look inside use `kubectl debug`.',
		ko: '실행 중인 파드에는 컨테이너를 더하거나 뺄 수 없다. 지우고 다시 만든다. 들여다보려면 `kubectl debug`를 쓴다.',
		link: UPDATES,
	},
	'pod/app-armor-immutable': {
		en: 'The AppArmor annotation takes effect when the pod is created and cannot change afterwards.',
		ko: 'AppArmor 어노테이션은 파드를 만들 때 적용되며 그 뒤에는 바꿀 수 없다.',
		link: 'tutorials/security/apparmor/',
	},
	'pod/mirror-immutable': {
		en: 'This annotation marks the copy of a static pod. Only the kubelet writes it, once.',
		ko: '스태틱 파드의 미러 파드임을 나타내는 어노테이션이다. kubelet만 처음 한 번 적는다.',
	},
	'pod/node-selector-only-added': {
		en: 'While scheduling gates hold the pod, its `nodeSelector` may be narrowed: entries can be added, not changed or removed.',
		ko: '스케줄링 게이트가 남아 있는 동안 `nodeSelector`는 더 좁힐 수만 있다. 항목을 더할 수 있고, 바꾸거나 지울 수 없다.',
		link: 'concepts/scheduling-eviction/pod-scheduling-readiness/',
	},
	'pod/node-affinity-terms': {
		en: 'Another term would allow more nodes. While scheduling gates hold the pod, only conditions within the terms can be added.',
		ko: '항(term)을 더하면 갈 수 있는 노드가 늘어난다. 스케줄링 게이트가 남아 있는 동안에는 항 안의 조건만 더할 수 있다.',
		link: 'concepts/scheduling-eviction/pod-scheduling-readiness/',
	},
	'pod/node-affinity-only-added': {
		en: 'While scheduling gates hold the pod, conditions may be added at the end of a term, not changed or removed.',
		ko: '스케줄링 게이트가 남아 있는 동안 항(term) 끝에 조건을 더할 수 있고, 바꾸거나 지울 수 없다.',
		link: 'concepts/scheduling-eviction/pod-scheduling-readiness/',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

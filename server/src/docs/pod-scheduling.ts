import type {
	EvictionResponder,
	PodOS,
	PodReadinessGate,
	PodResourceClaim,
	PodSchedulingGate,
	PodSchedulingGroup,
	WorkloadReference,
} from '../schema/generated/types';
import { documented } from './words';

export const podSchedulingGate = documented<PodSchedulingGate>()({
	name: {
		en: 'A reason why the pod must not be placed yet, named after whoever takes it away again.\nWhile any gate is there, kubectl shows `SchedulingGated` and the scheduler does not even try. Gates can be given only when the pod is created; later they can only be removed.',
		ko: '파드를 아직 배치하면 안 되는 이유. 나중에 이 게이트를 없앨 컨트롤러의 이름을 붙인다.\n게이트가 하나라도 남아 있으면 kubectl에 `SchedulingGated`로 보이고 스케줄러는 시도조차 하지 않는다. 파드를 만들 때만 넣을 수 있고, 그 뒤로는 없앨 수만 있다.',
		example: 'name: example.com/quota',
		link: 'concepts/scheduling-eviction/pod-scheduling-readiness/',
	},
});

export const podSchedulingGroup = documented<PodSchedulingGroup>()({
	podGroupName: {
		en: 'The PodGroup, in the same namespace, that this pod is placed together with.\nUntil that PodGroup exists, and enough of its pods do if it is a gang, the pod stays `Pending`.',
		ko: '이 파드와 함께 배치할 그룹. 같은 네임스페이스에 있는 PodGroup의 이름이다.\nPodGroup이 생기기 전에는, 갱(gang)이라면 파드가 충분히 모이기 전에는 `Pending`에 머문다.',
	},
});

export const workloadReference = documented<WorkloadReference>()({
	name: {
		en: 'The Workload, in the same namespace, that this pod belongs to. Until it exists, the pod stays `Pending`.\n1.35 only; since 1.36 `schedulingGroup` names the PodGroup directly.',
		ko: '이 파드가 속한 Workload. 같은 네임스페이스에 있어야 하고, 생기기 전에는 파드가 `Pending`에 머문다.\n1.35에만 있다. 1.36부터는 `schedulingGroup`에 PodGroup을 바로 적는다.',
	},
	podGroup: {
		en: 'Which of the pod groups of the Workload this pod belongs to.',
		ko: 'Workload에 있는 파드 그룹 가운데 이 파드가 속한 그룹.',
	},
	podGroupReplicaKey: {
		en: 'Which copy of the pod group this pod belongs to, if there are several. Each copy is placed as a group of its own.',
		ko: '파드 그룹의 레플리카가 여럿일 때 이 파드가 속한 레플리카. 레플리카마다 따로 그룹으로 배치한다.',
	},
});

export const podResourceClaim = documented<PodResourceClaim>()({
	name: {
		en: 'What containers call this claim in their `resources.claims`.',
		ko: '컨테이너가 `resources.claims`에서 이 클레임을 부를 이름.',
		link: 'concepts/scheduling-eviction/dynamic-resource-allocation/',
	},
	resourceClaimName: {
		en: 'A ResourceClaim that exists already. All pods that name it share its devices. Set either this or `resourceClaimTemplateName`.',
		ko: '이미 있는 ResourceClaim. 같은 이름을 적은 파드는 장치를 함께 쓴다. `resourceClaimTemplateName`과 둘 중 하나만 적는다.',
	},
	resourceClaimTemplateName: {
		en: 'A ResourceClaimTemplate: each pod gets a claim of its own from it, deleted with the pod. The choice for replicas that need a device each.\nWhile the template does not exist, the pod stays `Pending`.',
		ko: 'ResourceClaimTemplate의 이름. 파드마다 여기서 클레임을 따로 만들고 파드와 함께 지운다. 레플리카마다 장치가 하나씩 필요할 때 쓴다.\n템플릿이 없으면 파드는 `Pending`에 머문다.',
	},
});

export const podReadinessGate = documented<PodReadinessGate>()({
	conditionType: {
		en: 'A condition that must be `True` in the status of the pod before it counts as ready, next to the readiness probes.\nSomebody outside must set it, such as the controller of a load balancer; while it is missing the pod is not ready (`ReadinessGatesNotReady`).\nMistake: a gate whose controller is not installed. The rollout waits forever.',
		ko: '파드가 준비된 것으로 치려면 준비성 프로브 말고도 `True`여야 하는 컨디션.\n로드 밸런서 컨트롤러처럼 바깥의 누군가가 써 줘야 한다. 없는 동안 파드는 준비되지 않은 상태(`ReadinessGatesNotReady`)다.\n흔한 실수: 그 컨디션을 써 줄 컨트롤러를 설치하지 않는 것. 롤아웃이 끝없이 기다린다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate',
	},
});

export const evictionResponder = documented<EvictionResponder>()({
	name: {
		en: 'Who wants to have a say when somebody asks for this pod to be evicted (an EvictionRequest): a name with a domain of your own, each once.\nSuch a controller can move data or hand over leadership first. Cannot be combined with `schedulingGroup`.',
		ko: '누군가 이 파드의 축출을 요청했을 때(EvictionRequest) 먼저 나서서 처리할 쪽의 이름. 자기 도메인을 붙이고, 겹치지 않게 적는다.\n이런 컨트롤러는 데이터를 옮기거나 리더 역할을 넘긴 뒤 파드를 보낼 수 있다. `schedulingGroup`과는 함께 쓸 수 없다.',
		example: 'name: example.com/handover\npriority: 20000',
	},
	priority: {
		en: 'Who is asked first: the highest number, 0 to 100000. The controller that owns the pod goes by 10000; 0 to 999 is kept for Kubernetes.',
		ko: '누구에게 먼저 맡길지 정한다. 0부터 100000까지이며 큰 수가 먼저다. 파드를 소유한 컨트롤러는 10000을 쓰고, 0~999는 쿠버네티스가 쓴다.',
	},
});

export const podOS = documented<PodOS>()({
	name: {
		en: 'The operating system that the pod is made for: `linux` or `windows`. The server then checks that no field of the other system is set.\nThe scheduler does not look at it: add `nodeSelector: {kubernetes.io/os: windows}`. A kubelet of the other system refuses the pod (`PodOSNotSupported`).',
		ko: '파드가 쓸 운영체제. `linux`나 `windows`다. 서버는 다른 쪽에서만 쓰는 필드가 있는지 검사한다.\n스케줄러는 이 값을 보지 않으므로 `nodeSelector: {kubernetes.io/os: windows}`도 적는다. 운영체제가 다른 노드의 kubelet은 파드를 거부한다(`PodOSNotSupported`).',
	},
});

import type { HostIP, PodCondition, PodIP, PodStatus, PodVolumeHealth } from '../schema/generated/types';
import { documented } from './words';

export const podStatus = documented<PodStatus>()({
	phase: {
		en: 'Where the pod is in its life, in one word.\n`Pending`: not on a node yet, or not every container has started (images, volumes, init containers). `Running`: all have started, at least one runs or restarts; it says nothing about being ready. `Succeeded`, `Failed`: everything has ended for good.\nThe STATUS column of kubectl shows something else: the most telling reason, such as `CrashLoopBackOff`; its phase is `Running` all the while.',
		ko: '파드가 지금 어느 단계에 있는지 한 단어로 나타낸다.\n`Pending`은 아직 노드가 없거나 시작하지 못한 컨테이너가 있다는 뜻이다(이미지, 볼륨, 초기화 컨테이너). `Running`은 모두 시작했고 하나라도 돌거나 재시작 중이라는 뜻일 뿐, 준비됐다는 말은 아니다. `Succeeded`와 `Failed`는 모두 완전히 끝났다는 뜻이다.\nkubectl의 STATUS 열은 이 값이 아니라 `CrashLoopBackOff`처럼 가장 눈에 띄는 이유를 보여 준다. 그동안에도 phase는 `Running`이다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-phase',
	},
	conditions: {
		en: 'The steps of the pod as yes-or-no questions, in this order: `PodScheduled`, `PodReadyToStartContainers`, `Initialized`, `ContainersReady`, `Ready`.\nThe first one that is not `True` tells where the pod hangs, its `reason` and `message` why. Others appear when they are needed: `DisruptionTarget` (about to be evicted), `PodResizePending`, `PodResizeInProgress`.',
		ko: '파드가 거치는 단계를 예·아니요로 나타낸 것. `PodScheduled`, `PodReadyToStartContainers`, `Initialized`, `ContainersReady`, `Ready` 순서다.\n`True`가 아닌 첫 번째 것이 파드가 멈춘 곳이고, 이유는 `reason`과 `message`에 있다. 필요할 때만 나타나는 것도 있다. `DisruptionTarget`(곧 축출됨), `PodResizePending`, `PodResizeInProgress`가 그렇다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-conditions',
	},
	containerStatuses: {
		en: 'What each app container is doing now, how its last run ended, how often it restarted.\nEmpty until the kubelet has taken the pod on.',
		ko: '앱 컨테이너마다 지금 무엇을 하는지, 지난번에 어떻게 끝났는지, 몇 번 재시작했는지 보여 준다.\nkubelet이 파드를 맡기 전에는 비어 있다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-states',
	},
	initContainerStatuses: {
		en: 'The same for init containers and sidecars. A finished init container is `ready: true`; the first one that is not holds up the rest, and kubectl shows it as `Init:1/3` or `Init:CrashLoopBackOff`.',
		ko: '초기화 컨테이너와 사이드카의 상태. 성공으로 끝난 초기화 컨테이너는 `ready: true`다. 그렇지 않은 첫 컨테이너에서 나머지가 기다리며, kubectl에는 `Init:1/3`이나 `Init:CrashLoopBackOff`로 보인다.',
	},
	ephemeralContainerStatuses: {
		en: 'The same for containers added by `kubectl debug`.',
		ko: '`kubectl debug`로 추가한 임시 컨테이너의 상태.',
	},
	reason: {
		en: 'Why the pod as a whole ended or was turned away, in one word: `Evicted` (the node ran short, or the pod used more storage than it may), `DeadlineExceeded`, `OutOfcpu`, `NodeAffinity`, `SysctlForbidden`, `Terminated` (the node was shut down).\nEmpty for a pod that fails by its containers; look at those.',
		ko: '파드 전체가 끝났거나 거부된 이유 한 단어. `Evicted`(노드의 리소스가 모자라거나 스토리지 한도를 넘김), `DeadlineExceeded`, `OutOfcpu`, `NodeAffinity`, `SysctlForbidden`, `Terminated`(노드 종료) 등이 나온다.\n컨테이너 때문에 실패한 파드에서는 비어 있으니 컨테이너 상태를 본다.',
	},
	message: {
		en: 'The same in a sentence: which resource ran short, what did not fit.',
		ko: '그 이유를 문장으로 적은 것. 어떤 리소스가 모자랐는지, 무엇이 맞지 않았는지 나온다.',
	},
	podIP: {
		en: "The pod's address in the cluster, shared by its containers. Given when the sandbox is made, kept across container restarts; a replaced pod gets another.\nWith `hostNetwork` it is the node's. To reach pods, use a Service, not this.",
		ko: '클러스터 안에서 파드의 주소. 컨테이너들이 함께 쓴다. 샌드박스를 만들 때 정해져 컨테이너가 재시작해도 그대로지만, 새로 만든 파드는 주소가 다르다.\n`hostNetwork`에서는 노드의 주소다. 파드에 접속할 때는 이 값 대신 서비스를 쓴다.',
	},
	podIPs: {
		en: 'All addresses of the pod: one, or one IPv4 and one IPv6 in a dual-stack cluster. The first is `podIP`.',
		ko: '파드의 모든 주소. 하나이거나, 이중 스택 클러스터에서는 IPv4와 IPv6 하나씩이다. 첫 번째가 `podIP`다.',
	},
	hostIP: {
		en: 'The address of the node the pod runs on.',
		ko: '파드가 도는 노드의 주소.',
	},
	hostIPs: {
		en: 'All addresses of the node: one, or one IPv4 and one IPv6. The first is `hostIP`.',
		ko: '노드의 모든 주소. 하나이거나 IPv4와 IPv6 하나씩이다. 첫 번째가 `hostIP`다.',
	},
	startTime: {
		en: 'When the kubelet took the pod on, before any image was pulled. `activeDeadlineSeconds` counts from here.',
		ko: 'kubelet이 파드를 맡은 시각. 이미지를 받기 전이다. `activeDeadlineSeconds`는 여기서부터 센다.',
	},
	qosClass: {
		en: 'How well the pod is protected when its node runs out of memory: mostly `BestEffort` goes first, then `Burstable`, `Guaranteed` last.\nAn eviction does not look at the class: pods above their requests go first, then those of lower priority, which comes to this order. The OOM killer of the kernel does follow it.\n`Guaranteed`: every container has CPU and memory limits, and requests equal to them. `BestEffort`: no container has any. Everything else is `Burstable`. Fixed when the pod is made.',
		ko: '노드의 메모리가 모자랄 때 파드가 얼마나 보호받는지 나타낸다. 대개 `BestEffort`, `Burstable`, `Guaranteed` 순으로 밀려난다.\n축출할 때 이 클래스를 보는 것은 아니다. 요청보다 많이 쓰는 파드가 먼저, 그다음은 우선순위가 낮은 파드라서 대개 이 순서가 된다. 커널의 OOM 킬러는 이 순서를 따른다.\n모든 컨테이너에 CPU와 메모리 한도가 있고 요청이 한도와 같으면 `Guaranteed`, 아무 컨테이너에도 요청과 한도가 없으면 `BestEffort`, 나머지는 `Burstable`이다. 파드를 만들 때 정해진다.',
		link: 'concepts/workloads/pods/pod-qos/',
	},
	nominatedNodeName: {
		en: 'The node the scheduler means to use for this pod, usually after it has pushed lower pods off it and waits for them to end. Not a promise: the pod may still land elsewhere.',
		ko: '스케줄러가 이 파드를 놓으려는 노드. 보통 우선순위가 낮은 파드를 밀어내고 끝나기를 기다리는 동안 보인다. 약속은 아니어서 다른 노드로 갈 수 있다.',
		link: 'concepts/scheduling-eviction/pod-priority-preemption/#user-exposed-information',
	},
	observedGeneration: {
		en: 'Which `metadata.generation` of the pod this status is about. Smaller than that: the kubelet has not yet seen the last change, a resize for instance.',
		ko: '이 상태가 파드의 어느 `metadata.generation`을 기준으로 한 것인지 나타낸다. 그보다 작으면 리사이즈 같은 마지막 변경을 kubelet이 아직 보지 못한 것이다.',
	},
	resize: {
		en: 'How far a change of CPU or memory has come: `Proposed`, `InProgress`, `Deferred` (no room now), `Infeasible` (never on this node).\nNewer versions leave it empty; see the conditions `PodResizePending` and `PodResizeInProgress`.',
		ko: 'CPU나 메모리 변경이 어디까지 왔는지 나타낸다. `Proposed`, `InProgress`, `Deferred`(지금은 자리 없음), `Infeasible`(이 노드에서는 불가능).\n새 버전에서는 비어 있으니 `PodResizePending`, `PodResizeInProgress` 컨디션을 본다.',
		link: 'tasks/configure-pod-container/resize-container-resources/#pod-resize-status',
	},
	allocatedResources: {
		en: 'What the node has set aside for the pod as a whole. It follows `spec` when the kubelet has accepted a resize.',
		ko: '노드가 파드 전체에 잡아 둔 양. 리사이즈를 kubelet이 받아들이면 `spec`을 따라간다.',
	},
	resources: {
		en: 'The requests and limits of the pod as a whole that are really in force on the node.',
		ko: '노드에서 실제로 적용 중인 파드 전체의 요청과 한도.',
	},
	resourceClaimStatuses: {
		en: 'Which ResourceClaims were made for this pod from its templates.',
		ko: '템플릿에서 이 파드용으로 만든 ResourceClaim 목록.',
	},
	extendedResourceClaimStatus: {
		en: 'The ResourceClaim that the scheduler made because an ordinary resource request (`example.com/gpu: 1`) is served by a device driver.',
		ko: '보통의 리소스 요청(`example.com/gpu: 1`)을 장치 드라이버가 맡을 때 스케줄러가 만든 ResourceClaim.',
	},
	nodeAllocatableResourceClaimStatuses: {
		en: 'CPU, memory and the like that this pod gets through its ResourceClaims, on top of what its containers request.',
		ko: '컨테이너의 요청과 별도로 ResourceClaim을 거쳐 이 파드가 받은 CPU, 메모리 등.',
	},
	volumeHealth: {
		en: "What the storage drivers on the node report as wrong with this pod's volumes.",
		ko: '이 파드의 볼륨에 생긴 문제. 노드의 스토리지 드라이버가 보고한다.',
	},
});

export const podCondition = documented<PodCondition>()({
	type: {
		en: 'Which question this answers.\n`PodScheduled`: has a node. `PodReadyToStartContainers`: sandbox and network are there. `Initialized`: all init containers are done. `ContainersReady`: all containers are ready. `Ready`: the same, and all readiness gates; only then do Services send traffic.\n`DisruptionTarget`: about to be ended by eviction, preemption or a taint. `PodResizePending`, `PodResizeInProgress`: a resize waits or is under way. Names with a `/` are set by others, for readiness gates.',
		ko: '무엇을 묻는 컨디션인지 나타낸다.\n`PodScheduled`는 노드가 정해졌는지, `PodReadyToStartContainers`는 샌드박스와 네트워크가 준비됐는지, `Initialized`는 초기화 컨테이너가 다 끝났는지, `ContainersReady`는 모든 컨테이너가 준비됐는지 나타낸다. `Ready`는 거기에 준비성 게이트까지 본 것으로, 이것이 참이어야 서비스가 트래픽을 보낸다.\n`DisruptionTarget`은 축출, 선점, 테인트로 곧 끝난다는 뜻이고, `PodResizePending`과 `PodResizeInProgress`는 리사이즈를 기다리거나 하는 중이라는 뜻이다. `/`가 든 이름은 준비성 게이트용으로 다른 쪽이 적는다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#pod-conditions',
	},
	status: {
		en: '`True`, `False`, or `Unknown`. For the steps of the start, `True` is good; `DisruptionTarget` and the resize conditions say that something is going on.',
		ko: '`True`, `False`, `Unknown` 가운데 하나. 시작 단계의 컨디션은 `True`가 좋고, `DisruptionTarget`과 리사이즈 컨디션은 무언가 진행 중이라는 뜻이다.',
	},
	reason: {
		en: 'One word for why it is not so, or no longer: `Unschedulable`, `SchedulingGated`, `ContainersNotReady`, `ContainersNotInitialized`, `ReadinessGatesNotReady`, `PodCompleted`, `PodFailed`.',
		ko: '이 상태가 된 이유 한 단어. `Unschedulable`, `SchedulingGated`, `ContainersNotReady`, `ContainersNotInitialized`, `ReadinessGatesNotReady`, `PodCompleted`, `PodFailed` 등이 나온다.',
	},
	message: {
		en: 'The same for people: which containers are not ready, why no node fits. Read this first when a pod is stuck.',
		ko: '사람이 읽는 설명. 어느 컨테이너가 준비되지 않았는지, 왜 맞는 노드가 없는지 나온다. 파드가 멈춰 있으면 여기부터 읽는다.',
	},
	lastTransitionTime: {
		en: '`status` last changed at this time. A new reason or message alone does not move it.',
		ko: '`status`가 마지막으로 바뀐 시각. 이유나 메시지만 바뀌면 그대로다.',
	},
	lastProbeTime: {
		en: 'Unused for most conditions (`null`). It has nothing to do with liveness or readiness probes.',
		ko: '대부분의 컨디션에서 쓰지 않는다(`null`). 활성 프로브나 준비성 프로브와는 상관없다.',
	},
	observedGeneration: {
		en: 'Which `metadata.generation` of the pod this condition is about.',
		ko: '이 컨디션이 파드의 어느 `metadata.generation`을 기준으로 한 것인지 나타낸다.',
	},
});

export const podIP = documented<PodIP>()({
	ip: {
		en: 'An IPv4 or IPv6 address of the pod.',
		ko: '파드의 IPv4 또는 IPv6 주소.',
	},
});

export const hostIP = documented<HostIP>()({
	ip: {
		en: 'An IPv4 or IPv6 address of the node.',
		ko: '노드의 IPv4 또는 IPv6 주소.',
	},
});

export const podVolumeHealth = documented<PodVolumeHealth>()({
	name: {
		en: 'Which entry of `spec.volumes` this is about.',
		ko: '`spec.volumes`의 어느 볼륨을 말하는지 나타낸다.',
	},
	healthConditions: {
		en: 'What the CSI driver on this node reports as wrong with the volume. Empty: nothing known.',
		ko: '이 노드의 CSI 드라이버가 알려 온 볼륨의 이상. 비어 있으면 알려진 이상이 없다.',
	},
	lastTransitionTime: {
		en: 'The troubles have been as they are since this time.',
		ko: '지금의 이상 상태가 시작된 시각.',
	},
});

import type { Words } from '../words';

/** Why a pod as a whole ended or was turned away by its node (lifecycle/predicate.go and its neighbors), and the reasons of its conditions. */
export const podReasons: Readonly<Record<string, Words>> = {
	// The pod as a whole
	Evicted: {
		en: "The node ran short of memory, disk or processes, or the pod went over its `ephemeral-storage` limit or an emptyDir's `sizeLimit`; the kubelet ended it. The message says which.\nRequests that match real use make the first less likely.",
		ko: '노드의 메모리, 디스크, 프로세스가 모자라거나, 파드가 `ephemeral-storage` 한도나 `emptyDir`의 `sizeLimit`을 넘겨 kubelet이 끝냈다. 어느 쪽인지는 메시지에 있다.\n실제 사용량에 맞게 요청을 적으면 앞의 이유로 축출될 일이 줄어든다.',
	},
	Preempting: { en: 'The kubelet ended the pod to make room for a critical one.', ko: '중요(critical) 파드에 자리를 내주려고 kubelet이 끝냈다.' },
	Preempted: { en: 'The scheduler removed the pod for one of higher priority.', ko: '우선순위가 더 높은 파드 때문에 스케줄러가 내보냈다.' },
	PreemptionByScheduler: { en: 'The pod makes room for one of higher priority.', ko: '우선순위가 더 높은 파드에 자리를 내준다.' },
	EvictionByEvictionAPI: { en: 'Somebody asked for the pod to go, usually `kubectl drain`.', ko: '축출 API로 파드를 내보냈다. 대개 `kubectl drain`이다.' },
	DeletionByTaintManager: {
		en: 'The node has a `NoExecute` taint that the pod does not tolerate, or not any longer.',
		ko: '노드의 `NoExecute` 테인트를 파드가 용인하지 않거나, 용인하는 시간이 지났다.',
	},
	DeletionByPodGC: { en: "The pod's node no longer exists, so the pod is cleaned up.", ko: '파드가 있던 노드가 없어져 정리됐다.' },
	TerminationByKubelet: {
		en: 'The kubelet ended the pod: the node ran short of something, shut down, or a critical pod needed the room.',
		ko: 'kubelet이 파드를 끝냈다. 노드의 리소스가 모자라거나, 노드가 종료되거나, 중요(critical) 파드에 자리를 내줬다.',
	},
	NodeLost: { en: 'The node does not answer anymore.', ko: '노드가 더는 응답하지 않는다.' },
	NodeShutdown: { en: 'The node is shutting down and takes no new pods.', ko: '노드가 종료되는 중이라 새 파드를 받지 않는다.' },
	Terminated: { en: 'The pod was ended because its node shut down.', ko: '노드가 종료되면서 파드를 끝냈다.' },
	// Turned away by the node
	UnexpectedAdmissionError: {
		en: 'The node could not give the pod the devices it was promised. A workload makes a new pod.',
		ko: '노드가 파드에 필요한 장치를 줄 수 없었다. 워크로드가 새 파드를 만든다.',
	},
	OutOfcpu: { en: 'The node has no CPU left for the pod: another one was quicker.', ko: '노드에 CPU가 남지 않았다. 다른 파드가 먼저 차지했다.' },
	OutOfmemory: { en: 'The node has no memory left for the pod: another one was quicker.', ko: '노드에 메모리가 남지 않았다. 다른 파드가 먼저 차지했다.' },
	OutOfpods: { en: 'The node already runs as many pods as it may.', ko: '노드에 이미 파드가 가득 찼다.' },
	'OutOfephemeral-storage': {
		en: "The node has no disk left for the pod's `ephemeral-storage` request: another one was quicker.",
		ko: '노드에 파드가 요청한 `ephemeral-storage`만큼 남지 않았다. 다른 파드가 먼저 차지했다.',
	},
	'OutOf*': {
		en: 'The node has less of this resource than the pod requests: it was taken, or the device is gone. The pod has failed; its workload makes a new one.',
		ko: '노드에 이 리소스가 요청한 만큼 없다. 다른 파드가 차지했거나 장치가 없어졌다. 파드는 실패로 끝나고 워크로드가 새로 만든다.',
	},
	NodeAffinity: {
		en: 'The pod reached a node whose labels do not fit `nodeSelector` or its node affinity.',
		ko: '배정된 노드의 레이블이 `nodeSelector`나 노드 어피니티와 맞지 않는다.',
	},
	NodeName: {
		en: 'The pod was given to another node than the one that has it.',
		ko: '파드가 배정된 노드가 이 노드가 아니다.',
	},
	NodePorts: { en: 'A `hostPort` of the pod is taken on that node already.', ko: '파드의 `hostPort`를 그 노드에서 이미 다른 파드가 쓰고 있다.' },
	TaintToleration: {
		en: 'The pod reached a node with a `NoExecute` taint that it does not tolerate.',
		ko: '배정된 노드에 파드가 용인하지 않는 `NoExecute` 테인트가 있다.',
	},
	PodOSSelectorNodeLabelDoesNotMatch: {
		en: "The node's `kubernetes.io/os` label is not what the pod's `nodeSelector` asks for.",
		ko: '노드의 `kubernetes.io/os` 레이블이 파드의 `nodeSelector`와 다르다.',
	},
	PodOSNotSupported: {
		en: "`spec.os.name` is not the node's operating system. The field does not choose the node: add `nodeSelector` with `kubernetes.io/os`.",
		ko: '`spec.os.name`이 노드의 운영체제와 다르다. 이 필드가 노드를 골라 주지는 않으므로 `nodeSelector`에 `kubernetes.io/os`도 적는다.',
	},
	AppArmor: {
		en: 'The node cannot enforce the AppArmor profile: AppArmor is off there, or a `Localhost` profile is not loaded.',
		ko: '노드가 AppArmor 프로파일을 적용할 수 없다. AppArmor가 꺼져 있거나, `Localhost` 프로파일이 노드에 올라와 있지 않다.',
	},
	SysctlForbidden: {
		en: 'The node does not allow one of `securityContext.sysctls`. Safe ones are always allowed; others only where the kubelet was started with `--allowed-unsafe-sysctls`. The pod has failed, and a workload tries again and again.',
		ko: '`securityContext.sysctls` 가운데 노드가 허용하지 않는 것이 있다. 안전한 sysctl이 아니면 kubelet의 `--allowed-unsafe-sysctls`에 있어야 한다. 파드는 실패로 끝나고, 워크로드는 새 파드를 만들며 되풀이한다.',
	},
	TopologyAffinityError: {
		en: "The node's topology manager cannot give CPUs, memory and devices from one NUMA node, as its policy wants. Ask for less, or choose another node.",
		ko: '노드의 토폴로지 매니저가 정책대로 CPU, 메모리, 장치를 같은 NUMA 노드에서 줄 수 없다. 요청을 줄이거나 다른 노드를 쓴다.',
	},
	SMTAlignmentError: {
		en: 'The node gives out whole cores only (CPU manager option `full-pcpus-only`): ask for a multiple of the threads per core, or there are too few free cores.',
		ko: '노드가 물리 코어 단위로만 CPU를 준다(CPU 매니저의 `full-pcpus-only`). 코어당 스레드 수의 배수로 요청하지 않았거나 빈 코어가 모자란다.',
	},
	EmptyPodSharedPoolError: {
		en: "Containers with CPUs of their own leave none of the pod's CPUs for its other containers. Raise the pod's CPU request.",
		ko: '전용 CPU를 쓰는 컨테이너들이 파드의 CPU를 모두 차지해 나머지 컨테이너가 쓸 CPU가 없다. 파드의 CPU 요청을 늘린다.',
	},
	VolumeAttachmentLimitExceeded: {
		en: 'The node cannot attach any more volumes. Its workload makes a new pod, which may go elsewhere.',
		ko: '노드에 볼륨을 더 붙일 수 없다. 워크로드가 새 파드를 만들고, 그 파드는 다른 노드로 갈 수 있다.',
	},
	PodLevelResourcesNotSupported: {
		en: 'The pod has `spec.resources`, and this node does not support resources of a pod as a whole.',
		ko: '파드에 `spec.resources`가 있는데 이 노드는 파드 단위 리소스를 지원하지 않는다.',
	},
	PodFeatureUnsupported: {
		en: 'The pod needs a feature that this node does not have; its kubelet is older, or the feature gate is off. The message names it.',
		ko: '파드에 필요한 기능이 이 노드에 없다. kubelet이 오래됐거나 기능 게이트가 꺼져 있다. 메시지에 이름이 나온다.',
	},
	SupplementalGroupsPolicyNotSupported: {
		en: '`supplementalGroupsPolicy: Strict`, and the runtime of this node cannot do it.',
		ko: '`supplementalGroupsPolicy: Strict`인데 이 노드의 런타임이 지원하지 않는다.',
	},
	InitContainerRestartPolicyForbidden: {
		en: 'This kubelet is too old for sidecars (`restartPolicy` on an init container).',
		ko: '이 노드의 kubelet은 오래되어 사이드카(초기화 컨테이너의 `restartPolicy`)를 모른다.',
	},
	InvalidNodeInfo: {
		en: 'The kubelet could not read its own Node object, so it could not check the pod.',
		ko: 'kubelet이 자기 Node 오브젝트를 읽지 못해 파드를 확인할 수 없었다.',
	},
	UnknownReason: {
		en: 'The node turned the pod away without being able to say why.',
		ko: '노드가 파드를 거부했지만 이유를 알아내지 못했다.',
	},
	UnexpectedPredicateFailureType: {
		en: 'The node turned the pod away for a reason that its kubelet does not know.',
		ko: '노드가 파드를 거부했는데 kubelet이 모르는 이유다.',
	},
	// Conditions
	Unschedulable: {
		en: "No node fits. The message counts the nodes by what they lack: cpu, memory, a label, a toleration, a volume's zone.",
		ko: '맞는 노드가 없다. 메시지에 노드마다 무엇이 모자란지 나온다(cpu, memory, 레이블, 톨러레이션, 볼륨의 영역 등).',
	},
	SchedulingGated: {
		en: 'Scheduling gates hold the pod back; whoever set them must remove them.',
		ko: '스케줄링 게이트가 파드를 붙들고 있다. 게이트를 붙인 쪽이 제거해야 한다.',
	},
	SchedulerError: { en: 'The scheduler itself failed; it tries again.', ko: '스케줄러 내부 오류. 다시 시도한다.' },
	PodSandboxNotReady: {
		en: "The pod's sandbox is not there yet, so no container can start: the network or the volumes are being set up.",
		ko: '파드 샌드박스가 아직 없어 컨테이너를 시작할 수 없다. 네트워크나 볼륨을 준비하는 중이다.',
	},
	UnknownContainerStatuses: {
		en: 'The kubelet knows nothing of the containers yet.',
		ko: 'kubelet이 아직 컨테이너의 상태를 모른다.',
	},
	ContainersNotReady: { en: 'Some containers are not ready; the message names them.', ko: '준비되지 않은 컨테이너가 있다. 메시지에 이름이 나온다.' },
	ContainersNotInitialized: {
		en: 'Some init containers are not done; the message names them.',
		ko: '끝나지 않은 초기화 컨테이너가 있다. 메시지에 이름이 나온다.',
	},
	ReadinessGatesNotReady: {
		en: 'The containers are ready, but a readiness gate is not: some controller has to set its condition.',
		ko: '컨테이너는 준비됐지만 준비성 게이트가 참이 아니다. 담당 컨트롤러가 컨디션을 참으로 바꿔야 한다.',
	},
	PodCompleted: { en: 'The pod has succeeded, so it is not ready anymore. All is well.', ko: '파드가 성공으로 끝나 더는 준비 상태가 아니다. 문제가 아니다.' },
	PodFailed: { en: 'The pod has failed; see its containers.', ko: '파드가 실패했다. 컨테이너의 상태를 본다.' },
	Deferred: {
		en: 'No room for the new size now; the node tries again when others leave.',
		ko: '지금은 새 크기를 줄 자리가 없다. 다른 파드가 나가면 다시 시도한다.',
	},
	Infeasible: { en: 'This node can never give the new size.', ko: '이 노드에서는 새 크기를 줄 수 없다.' },
};

import type { Words } from '../words';

/** Reasons of states, conditions and events: what happened, and what to do about it. */
export const reasonWords: Readonly<Record<string, Words>> = {
	// Waiting
	ContainerCreating: {
		en: 'The kubelet is getting the container ready: sandbox, volumes, image. Long? `kubectl describe pod` names the volume or image it waits for.',
		ko: 'kubelet이 샌드박스, 볼륨, 이미지를 준비하는 중이다. 오래 걸리면 `kubectl describe pod`에서 어떤 볼륨이나 이미지를 기다리는지 본다.',
	},
	PodInitializing: {
		en: 'Init containers are not done yet, so the app waits. Look at their state and logs.',
		ko: '초기화 컨테이너가 끝나지 않아 앱이 기다린다. 초기화 컨테이너의 상태와 로그를 본다.',
	},
	CrashLoopBackOff: {
		en: "Not an error itself: the container keeps ending, and the kubelet waits (10 s, doubling up to 5 min) before the next start.\nLook at what ended it: last state and exit code, `kubectl logs --previous`. 137 with `OOMKilled` is memory, 1 or 2 usually the app's own error, 0 means the command simply finished; a failing liveness or startup probe ends it too.",
		ko: '그 자체가 오류는 아니다. 컨테이너가 자꾸 끝나서, 다음 시작까지 기다리는 중이라는 뜻이다(10초부터 두 배씩, 최대 5분).\n왜 끝났는지부터 본다. 마지막 상태와 종료 코드, `kubectl logs --previous`를 확인한다. `OOMKilled`와 137은 메모리, 1이나 2는 대개 앱의 오류, 0은 명령이 그냥 끝났다는 뜻이다. 활성 프로브나 시작 프로브가 실패해도 이렇게 된다.',
	},
	ErrImagePull: {
		en: 'The image could not be fetched: a wrong name or tag, missing credentials (`imagePullSecrets`), or no way to the registry. The message says which.',
		ko: '이미지를 받지 못했다. 이름이나 태그가 틀렸거나, 인증 정보(`imagePullSecrets`)가 없거나, 레지스트리에 닿지 않는다. 메시지에 이유가 있다.',
	},
	ImagePullBackOff: {
		en: 'Fetching the image failed before; the kubelet waits (10 s, doubling up to 5 min) before it tries again. Look for the `ErrImagePull` before it.',
		ko: '이미지를 받지 못해 다음 시도까지 기다리는 중이다(10초부터 두 배씩, 최대 5분). 앞선 `ErrImagePull`의 이유를 본다.',
	},
	ErrImageNeverPull: {
		en: '`imagePullPolicy: Never`, and the node does not have the image. Load it onto the node, or change the policy.',
		ko: '`imagePullPolicy: Never`인데 노드에 이미지가 없다. 노드에 이미지를 올리거나 정책을 바꾼다.',
	},
	InvalidImageName: {
		en: "The image's name cannot be read: capital letters, spaces or a stray colon. Correct `image`.",
		ko: '이미지 이름을 읽을 수 없다. 대문자, 공백, 잘못 들어간 콜론을 찾아 `image`를 고친다.',
	},
	ImageInspectError: {
		en: 'The runtime could not look at the image on the node; its storage may be damaged.',
		ko: '런타임이 노드의 이미지를 확인하지 못했다. 노드의 스토리지가 손상됐을 수 있다.',
	},
	RegistryUnavailable: { en: 'The registry does not answer.', ko: '레지스트리가 응답하지 않는다.' },
	SignatureValidationFailed: { en: "The image's signature is not valid.", ko: '이미지의 서명이 올바르지 않다.' },
	CreateContainerConfigError: {
		en: 'Something the container needs is missing: usually a ConfigMap, a Secret or a key of one. It starts by itself once that is there.',
		ko: '컨테이너에 필요한 것이 없다. 대개 컨피그맵이나 시크릿, 또는 그 안의 키다. 만들면 저절로 시작한다.',
	},
	CreateContainerError: {
		en: 'The runtime refused to create the container: no command in the image, a name still in use, a bad mount. The message says which.',
		ko: '런타임이 컨테이너를 만들지 못했다. 이미지에 명령이 없거나, 이름이 아직 쓰이고 있거나, 마운트가 잘못됐다. 메시지를 본다.',
	},
	RunContainerError: {
		en: 'The container was created but could not be started: often the command does not exist in the image or may not be executed.',
		ko: '컨테이너를 만들었지만 시작하지 못했다. 명령이 이미지에 없거나 실행 권한이 없을 때가 많다.',
	},
	PostStartHookError: {
		en: 'The `postStart` hook failed, so the container is killed; `restartPolicy` decides whether it starts again.',
		ko: '`postStart` 훅이 실패해 컨테이너를 끝냈다. 다시 시작할지는 `restartPolicy`가 정한다.',
	},
	PreStartHookError: { en: 'The kubelet could not prepare the start of the container.', ko: 'kubelet이 컨테이너 시작을 준비하지 못했다.' },
	CreatePodSandboxError: {
		en: "The pod's sandbox could not be made; usually the network plugin.",
		ko: '파드 샌드박스를 만들지 못했다. 대개 네트워크 플러그인 문제다.',
	},
	RestartingAllContainers: {
		en: 'A rule asked for all containers to start over; this one is waiting for its turn.',
		ko: '규칙에 따라 모든 컨테이너를 처음부터 다시 시작하는 중이며, 자기 차례를 기다린다.',
	},
	// Terminated
	Completed: {
		en: 'The process ended with exit code 0. In a Deployment that is not success: it is started again.',
		ko: '프로세스가 종료 코드 0으로 끝났다. 디플로이먼트에서는 성공이 아니라서 다시 시작한다.',
	},
	Error: {
		en: "The process ended with a non-zero exit code: 1 or 2 is usually the app's own error, 126 and 127 a command that cannot run, 137 a SIGKILL, 143 a SIGTERM.",
		ko: '프로세스가 0이 아닌 코드로 끝났다. 1이나 2는 대개 앱의 오류, 126과 127은 실행할 수 없는 명령, 137은 SIGKILL, 143은 SIGTERM이다.',
	},
	OOMKilled: {
		en: 'The kernel killed the process: the container used more than `limits.memory` (or the node ran out). Raise the limit, or make the app use less.',
		ko: '컨테이너가 `limits.memory`를 넘겨(또는 노드의 메모리가 바닥나) 커널이 프로세스를 죽였다. 한도를 올리거나 앱의 사용량을 줄인다.',
	},
	StartError: {
		en: 'The process could not be started: the command is not in the image, is not executable, or `workingDir` is missing. Exit code 128.',
		ko: '프로세스를 시작하지 못했다. 명령이 이미지에 없거나 실행 권한이 없거나 `workingDir`가 없다. 종료 코드는 128이다.',
	},
	ContainerCannotRun: { en: 'The runtime could not run the command; see the message.', ko: '런타임이 명령을 실행하지 못했다. 메시지를 본다.' },
	ContainerStatusUnknown: {
		en: 'The kubelet lost sight of the container, usually because the node restarted or the pod was evicted. Exit code 137 is a guess.',
		ko: '노드가 재시작됐거나 파드가 축출돼 kubelet이 컨테이너를 확인하지 못했다. 종료 코드 137은 추정이다.',
	},
	DeadlineExceeded: { en: '`activeDeadlineSeconds` is over: what still ran was ended.', ko: '`activeDeadlineSeconds`가 지나 돌고 있던 것을 끝냈다.' },
	// Pods
	Evicted: {
		en: 'The node ran short of memory, disk or processes and ended the pod. Requests that match real use make it less likely.',
		ko: '노드의 메모리, 디스크, 프로세스가 모자라 파드를 끝냈다. 실제 사용량에 맞게 요청을 적으면 축출될 일이 줄어든다.',
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
		ko: 'kubelet이 파드를 끝냈다. 노드의 자원이 모자라거나, 노드가 종료되거나, 중요(critical) 파드에 자리를 내줬다.',
	},
	NodeLost: { en: 'The node does not answer anymore.', ko: '노드가 더는 응답하지 않는다.' },
	NodeShutdown: { en: 'The node is shutting down and takes no new pods.', ko: '노드가 종료되는 중이라 새 파드를 받지 않는다.' },
	Terminated: { en: 'The pod was ended because its node shut down.', ko: '노드가 종료되면서 파드를 끝냈다.' },
	UnexpectedAdmissionError: {
		en: 'The node could not give the pod the devices it was promised. A workload makes a new pod.',
		ko: '노드가 파드에 필요한 장치를 줄 수 없었다. 워크로드가 새 파드를 만든다.',
	},
	OutOfcpu: { en: 'The node has no CPU left for the pod: another one was quicker.', ko: '노드에 CPU가 남지 않았다. 다른 파드가 먼저 차지했다.' },
	OutOfmemory: { en: 'The node has no memory left for the pod: another one was quicker.', ko: '노드에 메모리가 남지 않았다. 다른 파드가 먼저 차지했다.' },
	OutOfpods: { en: 'The node already runs as many pods as it may.', ko: '노드에 이미 파드가 가득 찼다.' },
	NodeAffinity: {
		en: 'The pod reached a node whose labels do not fit `nodeSelector` or its node affinity.',
		ko: '배정된 노드의 레이블이 `nodeSelector`나 노드 어피니티와 맞지 않는다.',
	},
	NodePorts: { en: 'A `hostPort` of the pod is taken on that node already.', ko: '파드의 `hostPort`를 그 노드에서 이미 다른 파드가 쓰고 있다.' },
	TaintToleration: {
		en: 'The pod reached a node with a `NoExecute` taint that it does not tolerate.',
		ko: '배정된 노드에 파드가 용인하지 않는 `NoExecute` 테인트가 있다.',
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
	MinimumReplicasAvailable: { en: 'Enough pods are available.', ko: '필요한 만큼 파드를 쓸 수 있다.' },
	MinimumReplicasUnavailable: {
		en: 'Fewer pods are available than the strategy allows. Look at the pods that are not ready.',
		ko: '쓸 수 있는 파드가 전략이 허락하는 수보다 적다. 준비되지 않은 파드를 본다.',
	},
	NewReplicaSetCreated: {
		en: 'The rollout has begun: there is a ReplicaSet for the new template.',
		ko: '새 템플릿의 레플리카셋이 만들어져 롤아웃이 시작됐다.',
	},
	NewReplicaSetAvailable: { en: 'The rollout is finished.', ko: '롤아웃이 끝났다.' },
	FoundNewReplicaSet: { en: 'A ReplicaSet for this template existed already and is used again.', ko: '이 템플릿의 레플리카셋이 이미 있어 다시 쓴다.' },
	ReplicaSetUpdated: { en: 'The rollout makes progress.', ko: '롤아웃이 진행 중이다.' },
	ReplicaSetCreateError: { en: 'The new ReplicaSet could not be created; see the message.', ko: '새 레플리카셋을 만들지 못했다. 메시지를 본다.' },
	ProgressDeadlineExceeded: {
		en: 'The rollout has made no progress for `progressDeadlineSeconds`. It is not rolled back by itself: fix it, or run `kubectl rollout undo`.',
		ko: '`progressDeadlineSeconds` 동안 롤아웃이 나아가지 못했다. 저절로 되돌아가지 않으므로 고치거나 `kubectl rollout undo`로 되돌린다.',
	},
	DeploymentPaused: { en: 'The rollout is paused (`paused: true`).', ko: '롤아웃이 일시 중지됐다(`paused: true`).' },
	DeploymentResumed: { en: 'The rollout goes on after a pause.', ko: '일시 중지했던 롤아웃을 이어서 진행한다.' },
	BackoffLimitExceeded: { en: 'More failures than `backoffLimit` allows: the Job has failed.', ko: '실패가 `backoffLimit`을 넘어 잡이 실패했다.' },
	PodFailurePolicy: { en: 'A rule of `podFailurePolicy` with `FailJob` applied.', ko: '`podFailurePolicy`의 `FailJob` 규칙에 걸렸다.' },
	FailedIndexes: { en: 'All indexes have ended, and some of them failed.', ko: '인덱스가 모두 끝났고 그 가운데 실패한 것이 있다.' },
	MaxFailedIndexesExceeded: { en: 'More indexes have failed than `maxFailedIndexes` allows.', ko: '실패한 인덱스가 `maxFailedIndexes`를 넘었다.' },
	SuccessPolicy: { en: 'A rule of `successPolicy` applied: the Job counts as successful.', ko: '`successPolicy`의 규칙을 채워 성공으로 친다.' },
	CompletionsReached: { en: 'As many pods have succeeded as `completions` asks for.', ko: '`completions`만큼 성공했다.' },
	JobSuspended: { en: 'The Job is suspended (`suspend: true`).', ko: '잡이 일시 중지됐다(`suspend: true`).' },
	JobResumed: { en: 'The Job goes on after a pause.', ko: '일시 중지했던 잡을 이어서 실행한다.' },
	// Events
	Scheduled: { en: 'The scheduler gave the pod to a node.', ko: '스케줄러가 파드를 노드에 배정했다.' },
	FailedScheduling: {
		en: 'No node fits; the message counts the nodes by what they lack. The scheduler tries again when something changes.',
		ko: '맞는 노드가 없다. 메시지에 노드마다 모자란 것이 나온다. 상황이 바뀌면 다시 시도한다.',
	},
	Pulling: { en: 'The image is being fetched.', ko: '이미지를 내려받는 중이다.' },
	Pulled: { en: 'The image is on the node: fetched now, or there already.', ko: '이미지가 노드에 있다. 방금 받았거나 이미 있었다.' },
	BackOff: {
		en: 'The kubelet waits before it starts the container, or fetches the image, again.',
		ko: '컨테이너를 다시 시작하거나 이미지를 다시 받기 전에 기다리는 중이다.',
	},
	InspectFailed: {
		en: "The image's name could not be read, or the image could not be inspected.",
		ko: '이미지 이름을 읽지 못했거나 이미지를 확인하지 못했다.',
	},
	Created: { en: 'The container was created; it starts next.', ko: '컨테이너를 만들었다. 곧 시작한다.' },
	Started: { en: "The container's process runs.", ko: '컨테이너의 프로세스가 돌기 시작했다.' },
	Failed: {
		en: 'Fetching the image, or creating or starting the container, failed; the message says which.',
		ko: '이미지를 받거나 컨테이너를 만들거나 시작하는 데 실패했다. 메시지에 무엇인지 나온다.',
	},
	Killing: {
		en: 'The kubelet stops the container: the pod is deleted, a probe failed, or its definition changed.',
		ko: 'kubelet이 컨테이너를 멈춘다. 파드가 삭제됐거나, 프로브가 실패했거나, 정의가 바뀌었다.',
	},
	Unhealthy: {
		en: 'A probe failed once; only `failureThreshold` misses in a row have consequences.',
		ko: '프로브가 한 번 실패했다. 연속으로 `failureThreshold`번 실패해야 조치가 따른다.',
	},
	ProbeWarning: {
		en: 'A probe answered in an odd way, such as a redirect to another host; it counts as a success.',
		ko: '프로브의 응답이 이상하다(다른 호스트로 리다이렉트하는 등). 성공으로 친다.',
	},
	FailedMount: {
		en: 'A volume could not be set up: a ConfigMap, Secret or claim is missing, or the storage does not answer. The kubelet keeps trying.',
		ko: '볼륨을 준비하지 못했다. 컨피그맵, 시크릿, 클레임이 없거나 스토리지가 응답하지 않는다. 계속 다시 시도한다.',
	},
	FailedAttachVolume: {
		en: 'The disk could not be attached to the node; often it still hangs on another one.',
		ko: '디스크를 노드에 붙이지 못했다. 아직 다른 노드에 붙어 있을 때가 많다.',
	},
	FailedCreatePodSandBox: {
		en: "The pod's sandbox could not be made; usually the network plugin, or no free IPs.",
		ko: '파드 샌드박스를 만들지 못했다. 대개 네트워크 플러그인이나 부족한 IP 때문이다.',
	},
	SandboxChanged: {
		en: 'The sandbox is gone or has changed: a new one is made, and all containers start over.',
		ko: '샌드박스가 없어졌거나 바뀌어 새로 만들고, 모든 컨테이너를 다시 시작한다.',
	},
	FailedPostStartHook: { en: 'The `postStart` hook failed; the container is killed.', ko: '`postStart` 훅이 실패해 컨테이너를 끝냈다.' },
	FailedPreStopHook: {
		en: 'The `preStop` hook failed or did not end in time; the container is stopped all the same.',
		ko: '`preStop` 훅이 실패했거나 제때 끝나지 않았다. 그래도 컨테이너는 멈춘다.',
	},
	ExceededGracePeriod: { en: 'The container did not stop within its grace period and was killed.', ko: '유예 기간 안에 멈추지 않아 강제로 끝냈다.' },
	NodeNotReady: { en: "The pod's node is not ready.", ko: '파드가 있는 노드가 준비되지 않은 상태다.' },
	ResizeStarted: { en: "The node begins to change the pod's size.", ko: '노드가 파드의 크기를 바꾸기 시작했다.' },
	ResizeCompleted: { en: 'The pod has its new size.', ko: '파드가 새 크기가 됐다.' },
	ResizeDeferred: { en: 'There is no room for the new size now.', ko: '지금은 새 크기를 줄 자리가 없다.' },
	ResizeInfeasible: { en: 'This node can never give the new size.', ko: '이 노드에서는 새 크기를 줄 수 없다.' },
	ResizeError: { en: 'Changing the size failed; the node tries again.', ko: '크기를 바꾸지 못했다. 다시 시도한다.' },
	RestartAllContainersStarted: {
		en: 'A rule asked for it: all containers of the pod are ended and start over.',
		ko: '규칙에 따라 파드의 모든 컨테이너를 끝내고 처음부터 다시 시작한다.',
	},
	ScalingReplicaSet: { en: 'The Deployment changes how many pods a ReplicaSet has.', ko: '디플로이먼트가 레플리카셋의 파드 수를 바꾼다.' },
	SuccessfulCreate: { en: 'The controller created a pod.', ko: '컨트롤러가 파드를 만들었다.' },
	SuccessfulDelete: { en: 'The controller deleted a pod.', ko: '컨트롤러가 파드를 지웠다.' },
	FailedCreate: {
		en: 'The controller could not create a pod: a quota, Pod Security, a webhook, or a missing service account. The message says which.',
		ko: '컨트롤러가 파드를 만들지 못했다. 쿼터, 파드 시큐리티, 웹훅에 막혔거나 서비스어카운트가 없다. 메시지를 본다.',
	},
	FailedDelete: { en: 'The controller could not delete a pod; see the message.', ko: '컨트롤러가 파드를 지우지 못했다. 메시지를 본다.' },
};

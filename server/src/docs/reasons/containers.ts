import type { Words } from '../words';

/** Why a container waits, or ended: the reasons of its states (kuberuntime_container.go, images/types.go, container/sync_result.go, cri-api errors). */
export const containerReasons: Readonly<Record<string, Words>> = {
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
	PreCreateHookError: {
		en: 'The kubelet could not prepare the CPU and memory settings of the container (CPU, memory and topology manager). The message says why; it tries again.',
		ko: 'kubelet이 컨테이너의 CPU와 메모리 설정을 준비하지 못했다(CPU, 메모리, 토폴로지 매니저). 이유는 메시지에 있고, 계속 다시 시도한다.',
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
};

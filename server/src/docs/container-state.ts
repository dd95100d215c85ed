import type { ContainerState, ContainerStateRunning, ContainerStateTerminated, ContainerStateWaiting } from '../schema/generated/types';
import { documented } from './words';

export const containerState = documented<ContainerState>()({
	waiting: {
		en: 'Not running: the image is being pulled, an earlier container is not done, something is missing, or the next start is being waited for. The `reason` says which.',
		ko: '아직 돌지 않는 상태. 이미지를 받는 중이거나, 앞선 컨테이너가 끝나지 않았거나, 필요한 것이 없거나, 다음 시작까지 기다리는 중이다. 어느 쪽인지는 `reason`에 나온다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-state-waiting',
	},
	running: {
		en: 'The process runs. Whether it works is another question: see `ready`.',
		ko: '프로세스가 도는 상태. 제대로 동작하는지는 `ready`를 본다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-state-running',
	},
	terminated: {
		en: 'The process has ended, with the exit code and reason given here. If it is to be restarted, kubectl shows `Error` or `Completed` for the first minute or so of the wait; in longer waits it then turns to `waiting`, `CrashLoopBackOff`.',
		ko: '프로세스가 끝난 상태. 종료 코드와 이유가 함께 남는다. 다시 시작할 컨테이너라면 기다리기 시작하고 1분쯤은 이 상태라서 kubectl에 `Error`나 `Completed`로 보이고, 더 오래 기다릴 때는 그 뒤로 `waiting`의 `CrashLoopBackOff`가 된다.',
		link: 'concepts/workloads/pods/pod-lifecycle/#container-state-terminated',
	},
});

export const containerStateWaiting = documented<ContainerStateWaiting>()({
	reason: {
		en: 'Why it is not running, in one word.\n`ContainerCreating`, `PodInitializing`: on the way. `ErrImagePull`, `ImagePullBackOff`, `InvalidImageName`, `ErrImageNeverPull`: the image. `CreateContainerConfigError`: a missing ConfigMap or Secret, or a root image with `runAsNonRoot`. `RunContainerError`: the program could not be started. `CrashLoopBackOff`: it keeps ending; see `lastState`.',
		ko: '돌지 않는 이유 한 단어.\n`ContainerCreating`과 `PodInitializing`은 준비하는 중이다. `ErrImagePull`, `ImagePullBackOff`, `InvalidImageName`, `ErrImageNeverPull`은 이미지 문제다. `CreateContainerConfigError`는 컨피그맵이나 시크릿이 없거나, `runAsNonRoot`인데 이미지가 root일 때 나온다. `RunContainerError`는 프로그램을 시작하지 못한 것이고, `CrashLoopBackOff`는 자꾸 끝난다는 뜻이니 `lastState`를 본다.',
	},
	message: {
		en: 'The details: what the registry answered, which key is missing, how long the back-off lasts.',
		ko: '자세한 내용. 레지스트리의 응답, 없는 키의 이름, 백오프 시간이 나온다.',
	},
});

export const containerStateRunning = documented<ContainerStateRunning>()({
	startedAt: {
		en: 'When this run started. `initialDelaySeconds` of the probes counts from here.',
		ko: '이번 실행이 시작된 시각. 프로브의 `initialDelaySeconds`는 여기서부터 센다.',
	},
});

export const containerStateTerminated = documented<ContainerStateTerminated>()({
	exitCode: {
		en: "How the process ended. `0`: success. `1`, `2`: usually the app's own error. `126`, `127`: not executable, not found (told by a shell). `128`: could not be started.\nAbove 128 a signal ended it: `137` SIGKILL (memory limit, or the grace period ran out), `143` SIGTERM (asked to stop and did not turn that into 0), `139` a segmentation fault, `134` abort.",
		ko: '프로세스가 어떻게 끝났는지 나타낸다. `0`은 성공, `1`과 `2`는 대개 앱의 오류다. `126`은 실행할 수 없음, `127`은 명령을 찾을 수 없음(셸이 내는 값), `128`은 시작하지 못했음을 뜻한다.\n128보다 크면 신호로 끝났다. `137`은 SIGKILL(메모리 한도를 넘었거나 유예 기간이 지남), `143`은 SIGTERM(종료 요청을 받고 0으로 끝내지 않음), `139`는 세그멘테이션 오류, `134`는 abort다.',
	},
	reason: {
		en: 'Why it ended, in one word.\n`Completed`: code 0. `Error`: another code. `OOMKilled`: over the memory limit. `StartError`: the program could not be started. `ContainerStatusUnknown`: the kubelet lost sight of it.',
		ko: '끝난 이유 한 단어.\n`Completed`는 코드 0, `Error`는 그 밖의 코드, `OOMKilled`는 메모리 한도를 넘은 것이다. `StartError`는 프로그램을 시작하지 못했고, `ContainerStatusUnknown`은 kubelet이 상태를 놓쳤다는 뜻이다.',
	},
	message: {
		en: 'What the app wrote to `terminationMessagePath`, or the end of its log with `terminationMessagePolicy: FallbackToLogsOnError`; for `StartError` what the runtime said.',
		ko: '앱이 `terminationMessagePath`에 쓴 내용. `terminationMessagePolicy: FallbackToLogsOnError`면 로그의 끝부분이고, `StartError`면 런타임이 남긴 말이다.',
	},
	signal: {
		en: 'The number of the signal that ended it. The kubelet leaves it empty: take `exitCode` minus 128.',
		ko: '프로세스를 끝낸 신호의 번호. kubelet이 채우지 않으므로 `exitCode`에서 128을 빼서 안다.',
	},
	startedAt: {
		en: 'When this run started. With `finishedAt` it tells how long it lasted; more than 10 minutes resets the restart wait.',
		ko: '이 실행이 시작된 시각. `finishedAt`과 비교하면 얼마나 돌았는지 알 수 있다. 10분 넘게 돌았으면 재시작을 기다리는 시간이 처음으로 돌아간다.',
	},
	finishedAt: {
		en: 'When it ended. The wait before the next start counts from here.',
		ko: '끝난 시각. 다음 시작까지 기다리는 시간은 여기서부터 센다.',
	},
	containerID: {
		en: "The runtime's ID of this run, `containerd://…`.",
		ko: '런타임이 이 실행에 붙인 ID. 예: `containerd://…`.',
	},
});

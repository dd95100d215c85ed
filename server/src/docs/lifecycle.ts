import type { Lifecycle, LifecycleHandler, SleepAction } from '../schema/generated/types';
import { documented } from './words';

export const lifecycle = documented<Lifecycle>()({
	postStart: {
		en: 'Runs right after the container has been started, beside its main process; there is no order between the two.\nUntil it is done, the container stays in `ContainerCreating`, is not probed, and the next containers wait. If it fails, the container is killed and restarted: `PostStartHookError`, with the usual waits (10, 20, 40 … 300 s).\nMistake: a hook that never returns. For work that must be done before the app starts, use an init container.',
		ko: '컨테이너가 시작된 직후에 실행한다. 주 프로세스와 함께 돌며 어느 쪽이 먼저인지는 정해져 있지 않다.\n끝날 때까지 컨테이너는 `ContainerCreating`에 머물고 프로브도 돌지 않으며 다음 컨테이너들이 기다린다. 실패하면 `PostStartHookError`가 되고, 컨테이너를 죽였다가 평소처럼 기다린 뒤(10, 20, 40 … 300초) 다시 시작한다.\n흔한 실수: 끝나지 않는 훅을 두는 것. 앱보다 먼저 끝나야 하는 일은 초기화 컨테이너로 한다.',
		link: 'concepts/containers/container-lifecycle-hooks/#container-hooks',
	},
	preStop: {
		en: 'Runs before the container is told to stop, inside the grace period; SIGTERM is sent only when it is done.\nUsed to finish requests while Services take the pod out: a short `sleep` is often enough. If it takes the whole grace period, 2 s remain for SIGTERM, then SIGKILL; if it fails, the stop goes on. It does not run when the process ends by itself.\nMistake: a sleep as long as `terminationGracePeriodSeconds`.',
		ko: '컨테이너를 멈추기 전에 유예 기간 안에서 실행한다. 끝난 뒤에야 SIGTERM을 보낸다.\n서비스가 이 파드를 빼는 동안 들어온 요청을 마저 처리할 때 쓰며, 짧은 `sleep`으로 충분할 때가 많다. 유예 기간을 다 쓰면 SIGTERM 뒤에 2초만 남고 SIGKILL로 끝난다. 실패해도 종료는 이어진다. 프로세스가 스스로 끝날 때는 실행하지 않는다.\n흔한 실수: `terminationGracePeriodSeconds`만큼 sleep하는 것.',
		example: 'preStop:\n  sleep:\n    seconds: 5',
		link: 'concepts/containers/container-lifecycle-hooks/#container-hooks',
	},
	stopSignal: {
		en: "The signal that asks the process to stop, instead of the image's STOPSIGNAL (SIGTERM if it has none).\nFor programs that shut down on another one: nginx finishes its requests on SIGQUIT. Needs `spec.os.name`. SIGKILL still follows after the grace period.\nDropped unless the feature gate `ContainerStopSignals` is on (it is off by default).",
		ko: '프로세스에 멈추라고 보낼 신호. 이미지의 STOPSIGNAL(없으면 SIGTERM)을 대신한다.\n다른 신호로 정상 종료하는 프로그램에 쓴다. nginx는 SIGQUIT을 받아야 요청을 마저 처리한다. `spec.os.name`이 있어야 한다. 유예 기간이 지나면 여전히 SIGKILL이 온다.\n기능 게이트 `ContainerStopSignals`가 꺼져 있으면(기본값) 버려진다.',
		link: 'concepts/containers/container-lifecycle-hooks/',
	},
});

export const lifecycleHandler = documented<LifecycleHandler>()({
	exec: {
		en: 'Runs a command inside the container; an exit code other than 0 is a failure.\nThere is no time limit of its own. What it prints goes nowhere; only when `postStart` fails does it appear, in the message of the waiting state.',
		ko: '컨테이너 안에서 명령을 실행한다. 종료 코드가 0이 아니면 실패다.\n자체 시간 제한이 없다. 출력은 남지 않으며, `postStart`가 실패했을 때만 waiting 상태의 메시지에 나온다.',
	},
	httpGet: {
		en: 'Sends an HTTP GET from the node to the pod. Unlike in a probe, any answer is a success, 500 too; only no answer is a failure.\nThere is no time limit of its own.',
		ko: '노드에서 파드로 HTTP GET을 보낸다. 프로브와 달리 500이라도 응답이 오면 성공이고, 응답이 없을 때만 실패다.\n자체 시간 제한이 없다.',
	},
	sleep: {
		en: 'Waits for some seconds; works in images without a shell or `sleep`.\nMostly for `preStop`, to give Services time to take the pod out.',
		ko: '정한 시간만큼 기다린다. 셸이나 `sleep` 명령이 없는 이미지에서도 된다.\n주로 `preStop`에서, 서비스가 이 파드를 빼는 동안 시간을 벌 때 쓴다.',
		example: 'sleep:\n  seconds: 5',
	},
	tcpSocket: {
		en: 'Does not work: the server accepts it, but the kubelet cannot run it and the hook fails every time. Use `exec`, `httpGet` or `sleep`.',
		ko: '동작하지 않는다. 서버는 받아 주지만 kubelet이 실행할 수 없어서 늘 실패한다. `exec`, `httpGet`, `sleep` 가운데 하나를 쓴다.',
	},
});

export const sleepAction = documented<SleepAction>()({
	seconds: {
		en: 'How long to wait. It may not be longer than `terminationGracePeriodSeconds`; in `preStop` it comes out of that time.',
		ko: '기다릴 시간(초). `terminationGracePeriodSeconds`보다 길 수 없고, `preStop`에서는 그 시간에서 빠진다.',
	},
});

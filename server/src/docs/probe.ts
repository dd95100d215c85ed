import type { Probe } from '../schema/generated/types';
import { type Documented, documented } from './words';

export const probe = documented<Probe>()({
	httpGet: {
		en: "Sends an HTTP GET to the container; any status from 200 to 399 is a success.\nThe kubelet calls from the node to the pod's IP, so the app must not listen on `127.0.0.1` only.",
		ko: '컨테이너에 HTTP GET을 보낸다. 상태 코드가 200에서 399 사이면 성공이다.\nkubelet이 노드에서 파드 IP로 호출하므로 앱이 `127.0.0.1`에만 바인딩되어 있으면 안 된다.',
		example: 'httpGet:\n  path: /healthz\n  port: http',
		link: 'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request',
	},
	tcpSocket: {
		en: 'Opens a TCP connection to the pod and closes it; being accepted is a success.\nIt says only that something listens. An app that hangs still accepts connections; prefer `httpGet` where there is one.',
		ko: '파드에 TCP 연결을 열었다가 닫는다. 연결되면 성공이다.\n포트가 열려 있다는 것만 알 수 있다. 앱이 멈춰 있어도 연결은 받아들이므로, 쓸 수 있으면 `httpGet`이 낫다.',
		example: 'tcpSocket:\n  port: 5432',
		link: 'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe',
	},
	grpc: {
		en: 'Calls the standard gRPC health service (`grpc.health.v1.Health/Check`); `SERVING` is a success.\nThe app must implement that service; if it does not, the probe fails.',
		ko: '표준 gRPC 헬스 체크 서비스(`grpc.health.v1.Health/Check`)를 호출한다. `SERVING`이면 성공이다.\n앱이 그 서비스를 구현하지 않았으면 실패한다.',
		example: 'grpc:\n  port: 9000',
		link: 'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-grpc-liveness-probe',
	},
	exec: {
		en: 'Runs a command inside the container; exit code 0 is a success.\nA process is started for every check: cheap for a shell, costly for a JVM at `periodSeconds: 1`. The image must have the program.',
		ko: '컨테이너 안에서 명령을 실행한다. 종료 코드가 0이면 성공이다.\n확인할 때마다 프로세스를 새로 띄운다. 셸이라면 가볍지만 JVM을 `periodSeconds: 1`로 띄우면 부담이 크다. 실행할 프로그램이 이미지에 있어야 한다.',
		example: 'exec:\n  command: ["pg_isready", "-U", "postgres"]',
		link: 'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command',
	},
	initialDelaySeconds: {
		en: "How long after the container's start the probe leaves it alone.\nFor slow starts, a `startupProbe` is better: it waits as long as needed and no longer.",
		ko: '컨테이너가 시작된 뒤 이 시간 동안은 확인하지 않는다.\n시작이 느린 앱에는 `startupProbe`가 낫다. 필요한 만큼만 기다린다.',
	},
	periodSeconds: {
		en: 'How often it asks. The period does not start with the container: the first check comes anywhere within one period after `initialDelaySeconds`.\nWith `failureThreshold` it decides how long a fault goes unnoticed: 10 s × 3 is up to 30 s.',
		ko: '확인하는 간격. 컨테이너가 시작될 때부터 세는 것이 아니어서, 첫 확인은 `initialDelaySeconds`가 지나고 한 주기 안에 온다.\n`failureThreshold`와 함께 장애를 얼마 만에 알아챌지 정한다. 10초 × 3이면 길게는 30초다.',
	},
	timeoutSeconds: {
		en: 'How long one check may take. Beyond that it counts as a failure.\nMistake: leaving it at 1 s for an app that pauses (garbage collection, CPU limit). A healthy app fails under load, just when it is needed.',
		ko: '한 번 확인하는 데 쓸 수 있는 시간. 넘기면 실패로 친다.\n흔한 실수: 가비지 컬렉션이나 CPU 한도로 가끔 멈칫하는 앱에 1초를 그대로 두는 것. 부하가 걸려 꼭 필요할 때 멀쩡한 앱이 실패한다.',
	},
	successThreshold: {
		en: 'How many successes in a row end a failed state. More than 1 makes sense for readiness only, where it keeps a wavering pod out.',
		ko: '연속으로 몇 번 성공하면 실패 상태에서 벗어날지 정한다. 1보다 큰 값은 준비성 프로브에만 쓸 수 있고, 오락가락하는 파드를 늦게 들여보내는 효과가 있다.',
	},
	failureThreshold: {
		en: 'How many failed checks in a row have consequences. A single success sets the count back to zero.\nTime until something happens: about `failureThreshold` × `periodSeconds`.',
		ko: '연속으로 몇 번 실패하면 정말 실패로 칠지 정한다. 한 번이라도 성공하면 다시 처음부터 센다.\n무슨 일이 일어나기까지 걸리는 시간은 대략 `failureThreshold` × `periodSeconds`다.',
	},
	terminationGracePeriodSeconds: {
		en: "Grace period for a container that this probe ends, instead of the pod's.\nUse a short one when a hung app would not react to SIGTERM anyway: it is back sooner. It does not count when the pod itself is deleted.",
		ko: '이 프로브 때문에 컨테이너를 끝낼 때, 파드의 유예 기간 대신 쓸 값.\n멈춰 버린 앱은 어차피 SIGTERM에 반응하지 않으니 짧게 잡으면 더 빨리 되살아난다. 파드 자체를 삭제할 때는 쓰이지 않는다.',
		link: 'concepts/workloads/pods/probes/#probe-level-terminationgraceperiodseconds',
	},
});

/** Where the words depend on which probe it is. */
export const livenessProbe: Partial<Documented<Probe>> = {
	failureThreshold: {
		en: 'How many failures in a row restart the container. From the first failure that takes (`failureThreshold` − 1) × `periodSeconds`, then the grace period.\nA single success sets the count back to zero.',
		ko: '연속으로 몇 번 실패하면 컨테이너를 재시작할지 정한다. 첫 실패부터 (`failureThreshold` − 1) × `periodSeconds`가 지난 뒤 SIGTERM을 보내고, 그때부터 유예 기간이 시작된다.\n한 번이라도 성공하면 다시 처음부터 센다.',
	},
	successThreshold: {
		en: 'Only 1 is possible: one success is enough for a liveness probe.',
		ko: '1만 쓸 수 있다. 활성 프로브는 한 번 성공하면 그만이다.',
	},
	initialDelaySeconds: {
		en: "How long after the container's start nothing is checked.\nMistake: guessing the start time here. Too short restarts the app in a loop, too long leaves a hung one alone after every restart; a `startupProbe` does both right.",
		ko: '컨테이너가 시작된 뒤 이 시간 동안은 확인하지 않는다.\n흔한 실수: 시작에 걸릴 시간을 어림잡아 적는 것. 짧으면 재시작을 되풀이하고, 길면 재시작할 때마다 멈춘 앱을 내버려 둔다. `startupProbe`를 쓰면 둘 다 해결된다.',
	},
};

export const readinessProbe: Partial<Documented<Probe>> = {
	failureThreshold: {
		en: 'How many failures in a row take the pod out of its Services. Nothing is restarted, and every failure leaves an `Unhealthy` event.\nBefore the first success the count does not matter: the container is not ready anyway.',
		ko: '연속으로 몇 번 실패하면 파드를 서비스에서 뺄지 정한다. 재시작하지 않으며, 실패할 때마다 `Unhealthy` 이벤트가 남는다.\n처음 성공하기 전에는 이 값과 상관없이 준비되지 않은 상태다.',
	},
	successThreshold: {
		en: 'How many successes in a row bring the pod back into its Services, and in at the first time. 2 or 3 keeps a wavering pod out a little longer.',
		ko: '연속으로 몇 번 성공하면 파드를 서비스에 넣을지 정한다. 처음 들어갈 때도 마찬가지다. 2나 3으로 두면 오락가락하는 파드를 조금 늦게 들인다.',
	},
	periodSeconds: {
		en: 'How often it asks. While the container is not ready, the kubelet also asks when anything else about the pod changes, at the start of the container for one; so the first check comes at once (unless there is an `initialDelaySeconds`).',
		ko: '확인하는 간격. 준비되지 않은 동안에는 컨테이너 시작처럼 파드에 변화가 있을 때마다 kubelet이 추가로 확인한다. 그래서 첫 확인은 기다리지 않고 바로 한다(`initialDelaySeconds`가 없을 때).',
	},
	terminationGracePeriodSeconds: {
		en: 'Not allowed here: a readiness probe ends nothing.',
		ko: '여기에는 적을 수 없다. 준비성 프로브는 아무것도 끝내지 않는다.',
	},
};

export const startupProbe: Partial<Documented<Probe>> = {
	failureThreshold: {
		en: 'How many failures in a row end the wait and restart the container. Time the app has to start, at most: `initialDelaySeconds` + `failureThreshold` × `periodSeconds`. Up to one period less, depending on when the first check falls, so leave one to spare.\nExample: `periodSeconds: 10`, `failureThreshold: 30` gives up to 5 minutes.',
		ko: '연속으로 몇 번 실패하면 기다리기를 그만두고 컨테이너를 재시작할지 정한다. 앱이 시작에 쓸 수 있는 시간은 길어야 `initialDelaySeconds` + `failureThreshold` × `periodSeconds`다. 첫 확인이 언제 오느냐에 따라 한 주기까지 짧아질 수 있으니 한 번은 여유를 둔다.\n예: `periodSeconds: 10`, `failureThreshold: 30`이면 최대 5분이다.',
	},
	successThreshold: {
		en: 'Only 1 is possible: with the first success the container has started.',
		ko: '1만 쓸 수 있다. 한 번 성공하면 컨테이너가 시작된 것이다.',
	},
	periodSeconds: {
		en: 'How often it asks, and so how late at most the end of the start is noticed. 1 to 5 s makes the pod ready sooner; raise `failureThreshold` to match.',
		ko: '확인하는 간격. 앱이 시작을 마친 뒤 길게는 이만큼 늦게 알아챈다. 1~5초로 줄이면 더 빨리 준비된다. 그만큼 `failureThreshold`를 늘린다.',
	},
};

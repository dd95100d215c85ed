import type { ProblemWords } from '../words';

const PROBES = 'concepts/workloads/pods/probes/';
const HOOKS = 'concepts/containers/container-lifecycle-hooks/';

/** Probes, what they and the lifecycle hooks run, and how a container is stopped. */
export const probeProblems = {
	'probe/liveness-succeeds-once': {
		en: 'One success is enough for a liveness probe; there is nothing more to wait for. Set `successThreshold` to 1, or leave it out.',
		ko: '활성 프로브는 한 번 성공하면 그만이라 더 기다릴 것이 없다. `successThreshold`를 1로 두거나 지운다.',
		link: PROBES,
	},
	'probe/startup-succeeds-once': {
		en: 'The first success of a startup probe says that the app has started. Set `successThreshold` to 1, or leave it out.',
		ko: '시작 프로브는 한 번 성공하면 앱이 시작된 것으로 본다. `successThreshold`를 1로 두거나 지운다.',
		link: PROBES,
	},
	'probe/readiness-grace-period': {
		en: 'A readiness probe never stops the container, so it has no grace period. Only liveness and startup probes take this field.',
		ko: '준비성 프로브는 컨테이너를 멈추지 않으므로 유예 기간이 필요 없다. 이 필드는 활성 프로브와 시작 프로브에만 쓴다.',
		link: `${PROBES}#probe-level-terminationgraceperiodseconds`,
	},
	'probe/grace-period': {
		en: 'The grace period of a probe is at least 1 second. Leave it out to take that of the pod.',
		ko: '프로브의 유예 기간은 1초 이상이어야 한다. 지우면 파드의 값을 쓴다.',
		link: `${PROBES}#probe-level-terminationgraceperiodseconds`,
	},
	'probe/negative': {
		en: 'Seconds and thresholds of a probe cannot be negative. `0`, or nothing, takes the default.',
		ko: '프로브의 시간과 횟수는 음수일 수 없다. `0`을 쓰거나 지우면 기본값이 된다.',
		link: PROBES,
	},
	'handler/required': {
		en: 'It does not say what to do. Give one of `exec`, `httpGet`, `tcpSocket`, `grpc` (probes only) or `sleep` (hooks only).',
		ko: '무엇을 할지 적지 않았다. `exec`, `httpGet`, `tcpSocket`, `grpc`(프로브에만), `sleep`(훅에만) 가운데 하나를 적는다.',
	},
	'handler/one-type': {
		en: 'A probe or hook does exactly one thing. Keep one of the handlers and remove the others.',
		ko: '프로브나 훅은 한 가지 일만 한다. 핸들러를 하나만 남기고 나머지를 지운다.',
	},
	'handler/command-required': {
		en: '`exec` runs a command, and there is none. Write it as a list: `["cat", "/tmp/healthy"]`.',
		ko: '`exec`으로 실행할 명령을 적지 않았다. `["cat", "/tmp/healthy"]`처럼 목록으로 적는다.',
	},
	'handler/scheme': {
		en: '`scheme` is `HTTP` or `HTTPS`, in capitals.',
		ko: '`scheme`은 대문자로 `HTTP`나 `HTTPS`라고 쓴다.',
	},
	'handler/header-name': {
		en: 'The name of an HTTP header has letters, digits and `-` only: `X-Health-Check`.',
		ko: 'HTTP 헤더 이름에는 영문자, 숫자, `-`만 쓸 수 있다. 예: `X-Health-Check`.',
	},
	'handler/protocol': {
		en: '`protocol` is `HTTP1` or `HTTP2`.',
		ko: '`protocol`은 `HTTP1`이나 `HTTP2`다.',
	},
	'handler/http2-scheme': {
		en: '`HTTP2` is spoken without TLS only (h2c). Set `scheme` to `HTTP`, or `protocol` to `HTTP1`.',
		ko: '`HTTP2`는 TLS 없이(h2c)만 쓸 수 있다. `scheme`을 `HTTP`로, 또는 `protocol`을 `HTTP1`로 바꾼다.',
	},
	'handler/http2-host': {
		en: 'With `HTTP2` the kubelet asks the pod itself; remove `host`.',
		ko: '`HTTP2`에서는 kubelet이 파드 자신에게만 묻는다. `host`를 지운다.',
	},
	'handler/grpc-mode': {
		en: '`mode` is `Plaintext` or `TLS`.',
		ko: '`mode`는 `Plaintext`나 `TLS`다.',
	},
	'lifecycle/sleep-seconds': {
		en: 'A sleep longer than the grace period would be cut off by SIGKILL. Keep `seconds` within `terminationGracePeriodSeconds`.',
		ko: '유예 기간보다 오래 sleep하면 SIGKILL로 끊긴다. `seconds`를 `terminationGracePeriodSeconds` 안으로 잡는다.',
		link: HOOKS,
	},
	'lifecycle/stop-signal': {
		en: 'No such signal on this operating system. Linux takes names such as `SIGTERM`, `SIGQUIT` or `SIGUSR1`; Windows only `SIGTERM` and `SIGKILL`.',
		ko: '이 운영체제에 없는 신호다. 리눅스는 `SIGTERM`, `SIGQUIT`, `SIGUSR1` 같은 이름을, 윈도우는 `SIGTERM`과 `SIGKILL`만 받는다.',
		link: HOOKS,
	},
	'lifecycle/stop-signal-os': {
		en: 'Which signals exist depends on the operating system. Set `spec.os.name` to `linux` or `windows` as well.',
		ko: '쓸 수 있는 신호는 운영체제마다 다르다. `spec.os.name`에 `linux`나 `windows`도 적는다.',
		link: HOOKS,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

import type { ExecAction, GRPCAction, HTTPGetAction, HTTPHeader, TCPSocketAction } from '../schema/generated/types';
import { documented } from './words';

export const execAction = documented<ExecAction>()({
	command: {
		en: 'The program and its arguments, run inside the container. Exit code 0 is a success, any other a failure.\nNo shell: for pipes, `&&` or variables write `["sh", "-c", "…"]`. In a probe the output appears in the `Unhealthy` event.\nMistake: a program that the image does not have. With containerd such a check counts for nothing: readiness never comes, liveness never fails.',
		ko: '컨테이너 안에서 실행할 프로그램과 인수. 종료 코드가 0이면 성공, 그 밖에는 실패다.\n셸을 거치지 않으므로 파이프, `&&`, 변수를 쓰려면 `["sh", "-c", "…"]`로 적는다. 프로브에서는 출력이 `Unhealthy` 이벤트에 나온다.\n흔한 실수: 이미지에 없는 프로그램을 적는 것. containerd에서는 결과를 아예 치지 않아, 준비성 프로브는 영영 성공하지 않고 활성 프로브는 영영 실패하지 않는다.',
		example: 'command: ["sh", "-c", "test -f /tmp/ready"]',
	},
});

export const httpGetAction = documented<HTTPGetAction>()({
	path: {
		en: 'The path to ask for, with a query if needed: `/healthz?full=0`.\nRedirects on the same host are followed; one to another host counts as a success with a warning (`ProbeWarning`), so a login page looks healthy.',
		ko: '요청할 경로. 필요하면 쿼리도 적는다. 예: `/healthz?full=0`.\n같은 호스트로 가는 리다이렉트는 따라간다. 다른 호스트로 가는 것은 경고(`ProbeWarning`)를 남기고 성공으로 치므로 로그인 페이지로 넘어가도 멀쩡해 보인다.',
	},
	port: {
		en: "The port, as a number or as the `name` of one of this container's `ports`.\nA name keeps probe and port together.\nMistake: a name that this container does not have. The check cannot run and counts for nothing: readiness never comes, liveness never fails.",
		ko: '포트 번호, 또는 이 컨테이너의 `ports`에 적은 `name`.\n이름으로 적으면 포트를 바꿔도 프로브가 따라간다.\n흔한 실수: 이 컨테이너에 없는 이름을 적는 것. 확인할 수 없어 결과를 아예 치지 않는다. 준비성 프로브는 영영 성공하지 않고 활성 프로브는 영영 실패하지 않는다.',
	},
	host: {
		en: "Where to connect to instead of the pod's IP. Leave it out.\nTo reach a virtual host, set the header `Host` in `httpHeaders`.\nMistake: `localhost` or `127.0.0.1`. The call comes from the node, so it asks the node itself and not the container.",
		ko: '파드 IP 대신 접속할 주소. 적지 않는 것이 맞다.\n가상 호스트를 고르려면 `httpHeaders`에 `Host` 헤더를 적는다.\n흔한 실수: `localhost`나 `127.0.0.1`을 적는 것. 호출은 노드에서 나가므로 컨테이너가 아니라 노드 자신에게 묻는다.',
	},
	scheme: {
		en: '`HTTPS` for an app that serves TLS only. The certificate is not verified, so a self-signed one is fine.',
		ko: '앱이 TLS로만 응답하면 `HTTPS`를 적는다. 인증서를 검증하지 않으므로 자체 서명 인증서도 된다.',
	},
	httpHeaders: {
		en: 'Headers to send along. Without your own, `User-Agent: kube-probe/1.x` and `Accept: */*` are sent.\n`Host` chooses the virtual host. Do not put secrets here; everyone who can read the pod sees them.',
		ko: '함께 보낼 헤더. 따로 적지 않으면 `User-Agent: kube-probe/1.x`와 `Accept: */*`를 보낸다.\n`Host`로 가상 호스트를 고른다. 파드를 볼 수 있는 사람은 모두 읽으므로 비밀값은 적지 않는다.',
		example: 'httpHeaders:\n- name: Host\n  value: app.example.com',
	},
	protocol: {
		en: '`HTTP2` speaks HTTP/2 without TLS (h2c) from the first byte, for servers that know nothing else; only with `scheme: HTTP`.\nLeft out, it is HTTP/1.1, and over HTTPS whatever the two agree on.',
		ko: '`HTTP2`면 TLS 없이 처음부터 HTTP/2(h2c)로 통신한다. HTTP/1.1을 모르는 서버에 쓰며 `scheme: HTTP`에서만 쓸 수 있다.\n적지 않으면 HTTP/1.1을 쓰고, HTTPS에서는 양쪽이 협상한 버전을 쓴다.',
	},
});

export const httpHeader = documented<HTTPHeader>()({
	name: {
		en: 'Name of the header. Upper and lower case make no difference; the same name may come more than once.',
		ko: '헤더 이름. 대소문자를 구분하지 않으며 같은 이름을 여러 번 적을 수 있다.',
	},
	value: {
		en: 'Value of the header, sent as it stands; `$(NAME)` is not replaced here.',
		ko: '헤더 값. 적은 그대로 보낸다. `$(NAME)`은 바뀌지 않는다.',
	},
});

export const tcpSocketAction = documented<TCPSocketAction>()({
	port: {
		en: "The port to connect to, as a number or as the `name` of one of this container's `ports`.",
		ko: '연결할 포트. 번호, 또는 이 컨테이너의 `ports`에 적은 `name`.',
	},
	host: {
		en: "Where to connect to instead of the pod's IP. Leave it out: the call comes from the node, so `127.0.0.1` is the node itself.",
		ko: '파드 IP 대신 연결할 주소. 적지 않는 것이 맞다. 호출은 노드에서 나가므로 `127.0.0.1`은 노드 자신이다.',
	},
});

export const grpcAction = documented<GRPCAction>()({
	port: {
		en: "The port of the gRPC server, as a number; a port's name does not work here.",
		ko: 'gRPC 서버의 포트 번호. 여기에는 포트 이름을 쓸 수 없다.',
	},
	service: {
		en: 'The service name to ask about in the health check. Empty asks for the server as a whole.\nServers may answer differently per name, so that liveness and readiness can share a port: `liveness`, `readiness`. A name the server does not know fails.',
		ko: '헬스 체크에 넘길 서비스 이름. 비우면 서버 전체의 상태를 묻는다.\n서버가 이름마다 다르게 답하게 하면 `liveness`, `readiness`처럼 한 포트로 활성과 준비성을 나눠 물을 수 있다. 서버가 모르는 이름이면 실패한다.',
	},
	mode: {
		en: '`TLS` for a server that accepts TLS only; its certificate is not verified. Otherwise the connection is plain text.',
		ko: 'TLS만 받는 서버라면 `TLS`를 적는다. 인증서는 검증하지 않는다. 그 밖에는 평문으로 연결한다.',
	},
});

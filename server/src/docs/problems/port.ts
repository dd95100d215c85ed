import type { ProblemWords } from '../words';

export const portProblems = {
	'port/container-port-required': {
		en: 'The port that the app listens on is missing: `containerPort: 8080`.',
		ko: '앱이 연결을 받는 포트를 적지 않았다. `containerPort: 8080`처럼 적는다.',
	},
	'port/range': {
		en: 'A port is a number from 1 to 65535.',
		ko: '포트는 1에서 65535 사이의 숫자다.',
	},
	'port/name': {
		en: 'The name of a port has at most 15 lowercase letters, digits and single `-`, and at least one letter: `http`, `grpc-web`.',
		ko: '포트 이름은 영문 소문자, 숫자, `-`로 15자까지 쓰고 영문자가 하나는 있어야 한다. `-`는 맨 앞과 끝에, 또는 잇달아 쓸 수 없다. 예: `http`, `grpc-web`.',
	},
	'port/name-unique': {
		en: 'Two ports of this container have the same name, and a Service or probe that uses it would not know which. Give them different names.',
		ko: '이 컨테이너의 포트 둘이 이름이 같다. 서비스나 프로브가 이 이름을 쓰면 어느 포트인지 알 수 없으니 서로 다르게 짓는다.',
	},
	'port/name-in-other-container': {
		en: 'Another container has a port of this name. A Service that refers to the name always finds the first one.',
		ko: '다른 컨테이너에도 같은 이름의 포트가 있다. 서비스가 이 이름을 쓰면 늘 첫 번째 포트로만 간다.',
	},
	'port/protocol': {
		en: '`protocol` is `TCP`, `UDP` or `SCTP`, in capitals; `TCP` if left out.',
		ko: '`protocol`은 대문자로 `TCP`, `UDP`, `SCTP` 가운데 하나를 쓴다. 적지 않으면 `TCP`다.',
	},
	'port/host-network': {
		en: 'With `hostNetwork: true` the container listens on the node itself, so `hostPort` must be the same as `containerPort`, or be left out.',
		ko: '`hostNetwork: true`이면 컨테이너가 노드의 포트에서 바로 연결을 받는다. `hostPort`를 `containerPort`와 같게 적거나 지운다.',
	},
	'port/host-port-unique': {
		en: 'The node has each port only once: two containers of one pod cannot take the same `hostPort`, `hostIP` and `protocol`.',
		ko: '노드에 같은 포트는 하나뿐이다. 한 파드의 두 컨테이너가 같은 `hostPort`, `hostIP`, `protocol`을 쓸 수 없다.',
	},
	'port/host-ip-without-host-port': {
		en: '`hostIP` says where `hostPort` is opened; without `hostPort` it does nothing.',
		ko: '`hostIP`는 `hostPort`를 열 주소다. `hostPort`가 없으면 아무 일도 하지 않는다.',
	},
	'port/duplicate-definition': {
		en: 'This port and protocol is written twice in the pod. All containers share one network, so only one of them can listen on it.',
		ko: '이 포트와 프로토콜이 파드에 두 번 적혀 있다. 컨테이너는 네트워크를 함께 쓰므로 하나만 이 포트를 열 수 있다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

export const pullPolicy: Values = {
	Always: {
		en: 'Asks the registry at every start of the container; layers the node has are not fetched again.\nThe default for the tag `:latest` or no tag. When the registry cannot be reached, the container does not start.',
		ko: '컨테이너를 시작할 때마다 레지스트리에 확인한다. 노드에 이미 있는 레이어는 다시 받지 않는다.\n태그가 `:latest`이거나 없을 때의 기본값이다. 레지스트리에 닿지 않으면 컨테이너가 시작되지 않는다.',
	},
	IfNotPresent: {
		en: 'Fetches the image only if the node lacks it.\nThe default for any tag but `:latest`. A tag that is pushed again stays old on nodes that have it.',
		ko: '노드에 이미지가 없을 때만 내려받는다.\n`:latest`가 아닌 태그의 기본값이다. 같은 태그로 다시 올린 이미지는, 예전 것을 가진 노드에서 바뀌지 않는다.',
	},
	Never: {
		en: 'Uses what the node has and never asks the registry; without it the container waits with `ErrImageNeverPull`.\nFor images that are loaded onto the nodes beforehand.',
		ko: '노드에 있는 이미지만 쓰고 레지스트리에는 묻지 않는다. 없으면 `ErrImageNeverPull`로 기다린다.\n노드에 미리 올려 둔 이미지에 쓴다.',
	},
};

export const containerRestart: Values = {
	Always: {
		en: 'On an init container: a sidecar. It starts in its turn, the next one follows as soon as it has started, and it runs until the app has ended.\nOn an app container: starts again whatever its exit code, whatever the pod says.',
		ko: '초기화 컨테이너에 적으면 사이드카가 된다. 자기 차례에 시작하고, 시작되자마자 다음으로 넘어가며, 앱이 끝날 때까지 돈다.\n앱 컨테이너에 적으면 파드의 정책과 상관없이 종료 코드가 무엇이든 다시 시작한다.',
	},
	OnFailure: {
		en: 'Starts this container again after a non-zero exit code only, whatever the pod says.',
		ko: '파드의 정책과 상관없이, 이 컨테이너를 0이 아닌 코드로 끝났을 때만 다시 시작한다.',
	},
	Never: { en: 'Leaves this container as it ended, whatever the pod says.', ko: '파드의 정책과 상관없이, 이 컨테이너는 끝난 그대로 둔다.' },
};

export const terminationMessagePolicy: Values = {
	File: {
		en: 'The message is what the container wrote to `terminationMessagePath`; nothing, if it wrote nothing.',
		ko: '컨테이너가 `terminationMessagePath`에 쓴 내용이 종료 메시지가 된다. 쓰지 않았으면 비어 있다.',
	},
	FallbackToLogsOnError: {
		en: "When the container fails without writing a message, the end of its log is taken: up to 2048 bytes or 80 lines.\nWorth setting everywhere: the reason of a crash then stands in the pod's status.",
		ko: '메시지를 쓰지 않고 실패하면 로그의 끝부분(2048바이트 또는 80줄까지)을 대신 쓴다.\n어디에나 켜 둘 만하다. 왜 죽었는지가 파드 상태에 남는다.',
	},
};

export const protocol: Values = {
	TCP: { en: 'A TCP port; the default.', ko: 'TCP 포트. 기본값이다.' },
	UDP: { en: 'A UDP port. Probes cannot check it: they know TCP, HTTP and gRPC only.', ko: 'UDP 포트. 프로브는 TCP, HTTP, gRPC만 알기 때문에 확인할 수 없다.' },
	SCTP: { en: 'An SCTP port; the network plugin must support it.', ko: 'SCTP 포트. 네트워크 플러그인이 지원해야 한다.' },
};

export const resizeRestart: Values = {
	NotRequired: { en: 'The resource is changed while the process runs on; the default.', ko: '프로세스가 도는 채로 리소스만 바꾼다. 기본값이다.' },
	RestartContainer: {
		en: 'The container is stopped and started with the new size. For apps that read their memory size only at start, such as a JVM.',
		ko: '컨테이너를 멈추고 새 크기로 다시 시작한다. JVM처럼 시작할 때만 메모리 크기를 읽는 앱에 쓴다.',
	},
};

export const restartAction: Values = {
	Restart: {
		en: 'The container starts again, although its `restartPolicy` would leave it.',
		ko: '`restartPolicy`대로라면 그대로 둘 컨테이너를 다시 시작한다.',
	},
	RestartAllContainers: {
		en: 'All containers of the pod are stopped and start over, init containers first. The pod keeps its node, IP and volumes.',
		ko: '파드의 모든 컨테이너를 멈추고 초기화 컨테이너부터 다시 시작한다. 노드와 IP, 볼륨은 그대로다.',
	},
};

export const exitCodes: Values = {
	In: { en: 'Holds when the exit code is one of `values`.', ko: '종료 코드가 `values` 가운데 하나일 때 해당한다.' },
	NotIn: {
		en: "Holds when the exit code is none of `values`. In a Job's policy, 0 never counts.",
		ko: '종료 코드가 `values`에 없을 때 해당한다. 잡의 정책에서 0은 치지 않는다.',
	},
};

export const mountPropagation: Values = {
	None: {
		en: 'Mounts made later on the host are not seen in the container, nor the other way; the default.',
		ko: '나중에 호스트에 생긴 마운트가 컨테이너에 보이지 않고, 반대도 마찬가지다. 기본값이다.',
	},
	HostToContainer: {
		en: 'Mounts made later on the host below this path appear in the container.',
		ko: '이 경로 아래에 나중에 생긴 호스트의 마운트가 컨테이너에도 나타난다.',
	},
	Bidirectional: {
		en: 'Mounts made in the container appear on the host too, and in all pods that share the volume. For privileged containers only: CSI drivers need it, apps do not.',
		ko: '컨테이너에서 만든 마운트가 호스트와, 이 볼륨을 쓰는 모든 파드에 나타난다. 특권 컨테이너에만 허용된다. CSI 드라이버에는 필요하지만 앱에는 필요 없다.',
	},
};

export const recursiveReadOnly: Values = {
	Disabled: {
		en: 'Only the mount itself is read-only; mounts below it may be written; the default.',
		ko: '이 마운트만 읽기 전용이고, 그 아래 마운트에는 쓸 수 있다. 기본값이다.',
	},
	IfPossible: { en: 'Mounts below are read-only too, where the node can do it.', ko: '노드가 지원하면 아래 마운트도 읽기 전용으로 만든다.' },
	Enabled: {
		en: 'Mounts below are read-only too; where the node cannot do it, the pod does not start.',
		ko: '아래 마운트도 읽기 전용으로 만든다. 노드가 지원하지 않으면 파드가 시작되지 않는다.',
	},
};

export const procMount: Values = {
	Default: {
		en: 'Parts of `/proc` are hidden or read-only, as the container runtime does it.',
		ko: '컨테이너 런타임의 기본값대로 `/proc`의 일부를 가리거나 읽기 전용으로 둔다.',
	},
	Unmasked: {
		en: 'All of `/proc` is visible: for containers that run containers. Needs `hostUsers: false`.',
		ko: '`/proc` 전체를 드러낸다. 컨테이너 안에서 컨테이너를 돌릴 때 쓰며 `hostUsers: false`가 필요하다.',
	},
};

export const scheme: Values = {
	HTTP: { en: 'Plain HTTP; the default.', ko: '암호화하지 않은 HTTP. 기본값이다.' },
	HTTPS: { en: 'HTTPS. The certificate is not checked, so a self-signed one will do.', ko: 'HTTPS. 인증서를 검증하지 않으므로 자체 서명 인증서도 된다.' },
};

export const httpProtocol: Values = {
	HTTP1: { en: 'The probe speaks HTTP/1.1; the default.', ko: '프로브가 HTTP/1.1로 요청한다. 기본값이다.' },
	HTTP2: {
		en: 'The probe speaks HTTP/2 without TLS (h2c), for servers that speak nothing else; `scheme` must be `HTTP`.',
		ko: '프로브가 TLS 없는 HTTP/2(h2c)로 요청한다. HTTP/2만 받는 서버에 쓰며 `scheme`은 `HTTP`여야 한다.',
	},
};

export const grpcMode: Values = {
	Plaintext: { en: 'The probe calls without TLS; the default.', ko: '프로브가 TLS 없이 호출한다. 기본값이다.' },
	TLS: { en: 'The probe calls with TLS; the certificate is not checked.', ko: '프로브가 TLS로 호출한다. 인증서는 검증하지 않는다.' },
};

export const profile: Values = {
	RuntimeDefault: {
		en: 'The profile that the container runtime brings along: a sound choice, and what Pod Security `restricted` asks for.',
		ko: '컨테이너 런타임이 가진 기본 프로파일. 무난한 선택이며 파드 시큐리티 `restricted`도 이것이면 된다.',
	},
	Localhost: {
		en: 'A profile that lies on the node, named by `localhostProfile`. If the node does not have it, the container does not start.',
		ko: '노드에 있는 프로파일. `localhostProfile`에 이름을 적는다. 노드에 없으면 컨테이너가 시작되지 않는다.',
	},
	Unconfined: { en: 'No profile at all. Pod Security `baseline` refuses it.', ko: '프로파일을 쓰지 않는다. 파드 시큐리티 `baseline`이 거부한다.' },
};

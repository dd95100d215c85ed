import type { ProblemWords } from '../words';

const STANDARDS = 'concepts/security/pod-security-standards/';

/** What namespaces under the Pod Security Standards would not let in. */
export const podSecurityProblems = {
	'pod-security/app-armor': {
		en: 'Turning AppArmor off takes protection away. Use `RuntimeDefault` or `Localhost`, or leave it out.',
		ko: 'AppArmor를 끄면 보호가 사라진다. `RuntimeDefault`나 `Localhost`를 쓰거나 지운다.',
		link: STANDARDS,
	},
	'pod-security/capabilities': {
		en: 'This capability goes beyond what container runtimes give by default. Remove it from `capabilities.add`.',
		ko: '컨테이너 런타임이 기본으로 주지 않는 capability다. `capabilities.add`에서 지운다.',
		link: STANDARDS,
	},
	'pod-security/host-namespaces': {
		en: "Sharing the host's network, processes or IPC breaks the wall between pod and node. Remove the field.",
		ko: '호스트의 네트워크, 프로세스, IPC를 함께 쓰면 파드와 노드의 경계가 무너진다. 이 필드를 지운다.',
		link: STANDARDS,
	},
	'pod-security/host-path': {
		en: "A `hostPath` opens the node's files to the pod. Use a claim, an `emptyDir` or a ConfigMap.",
		ko: '`hostPath`는 노드의 파일을 파드에 열어 준다. 클레임, `emptyDir`, 컨피그맵을 쓴다.',
		link: STANDARDS,
	},
	'pod-security/host-ports': {
		en: 'A `hostPort` opens a port of the node itself. Use a Service.',
		ko: '`hostPort`는 노드의 포트를 연다. 서비스를 쓴다.',
		link: STANDARDS,
	},
	'pod-security/probe-host': {
		en: 'With `host` the kubelet calls that address instead of the pod. Remove it, and the pod itself is called.',
		ko: '`host`를 적으면 kubelet이 파드가 아니라 그 주소를 호출한다. 지우면 파드 자신을 호출한다.',
		link: STANDARDS,
	},
	'pod-security/privileged': {
		en: 'A privileged container can do anything on its node. Remove `privileged`, or add only the capability it needs.',
		ko: '특권 컨테이너는 노드에서 무엇이든 할 수 있다. `privileged`를 지우거나 꼭 필요한 capability만 더한다.',
		link: STANDARDS,
	},
	'pod-security/proc-mount': {
		en: 'An unmasked `/proc` shows what runtimes hide for a reason. Use `Default`.',
		ko: '런타임이 일부러 가린 `/proc`이 드러난다. `Default`를 쓴다.',
		link: STANDARDS,
	},
	'pod-security/se-linux': {
		en: 'Only the container types of SELinux are allowed (`container_t` and its kin), and neither `user` nor `role`.',
		ko: 'SELinux 타입은 컨테이너용(`container_t` 등)만 쓸 수 있고 `user`와 `role`은 쓸 수 없다.',
		link: STANDARDS,
	},
	'pod-security/seccomp': {
		en: 'Without seccomp every system call is open. Use `RuntimeDefault` or `Localhost`.',
		ko: 'seccomp을 끄면 모든 시스템 콜이 열린다. `RuntimeDefault`나 `Localhost`를 쓴다.',
		link: STANDARDS,
	},
	'pod-security/sysctls': {
		en: 'This sysctl can reach beyond the pod. Only the safe ones are allowed.',
		ko: '파드 밖까지 영향을 줄 수 있는 sysctl이다. 안전한 것만 쓸 수 있다.',
		link: STANDARDS,
	},
	'pod-security/host-process': {
		en: 'A Windows host process runs on the node itself. Remove `hostProcess`.',
		ko: '윈도우 호스트 프로세스는 노드에서 바로 실행된다. `hostProcess`를 지운다.',
		link: STANDARDS,
	},
	'pod-security/privilege-escalation': {
		en: 'Nothing keeps the process from gaining rights through set-uid programs. Set `allowPrivilegeEscalation: false` in every container.',
		ko: 'set-uid 프로그램으로 권한을 얻는 것을 막지 않았다. 모든 컨테이너에 `allowPrivilegeEscalation: false`를 적는다.',
		link: STANDARDS,
	},
	'pod-security/drop-all-capabilities': {
		en: 'Every container must give up all capabilities: `capabilities: {drop: [ALL]}`. Only `NET_BIND_SERVICE` may be added back.',
		ko: '모든 컨테이너가 capability를 전부 내려놓아야 한다. `capabilities: {drop: [ALL]}`을 적는다. `NET_BIND_SERVICE`만 다시 더할 수 있다.',
		link: STANDARDS,
	},
	'pod-security/volume-types': {
		en: 'This kind of volume is not allowed. There are ConfigMaps, Secrets, claims, `emptyDir`, `projected`, CSI and the like.',
		ko: '쓸 수 없는 종류의 볼륨이다. 컨피그맵, 시크릿, 클레임, `emptyDir`, `projected`, CSI 등을 쓴다.',
		link: STANDARDS,
	},
	'pod-security/run-as-non-root': {
		en: 'Nothing keeps the container from running as root. Set `runAsNonRoot: true` in the pod or in every container.',
		ko: '컨테이너가 root로 실행되는 것을 막지 않았다. 파드나 모든 컨테이너에 `runAsNonRoot: true`를 적는다.',
		link: STANDARDS,
	},
	'pod-security/run-as-root': {
		en: '`runAsUser: 0` is root. Give another user, or leave it to the image.',
		ko: '`runAsUser: 0`은 root다. 다른 사용자를 쓰거나 이미지에 맡긴다.',
		link: STANDARDS,
	},
	'pod-security/seccomp-required': {
		en: 'A seccomp profile must be set. Give the pod `seccompProfile: {type: RuntimeDefault}`.',
		ko: 'seccomp 프로파일을 정해야 한다. 파드에 `seccompProfile: {type: RuntimeDefault}`를 적는다.',
		link: STANDARDS,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

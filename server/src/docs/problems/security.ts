import type { ProblemWords } from '../words';

const CONTEXT = 'tasks/configure-pod-container/security-context/';
const SECCOMP = 'tutorials/security/seccomp/';
const APP_ARMOR = 'tutorials/security/apparmor/';
const USERS = 'concepts/workloads/pods/user-namespaces/';
const SYSCTLS = 'tasks/administer-cluster/sysctl-cluster/';
const HOST_PROCESS = 'tasks/configure-pod-container/create-hostprocess-pod/';
const OS = 'concepts/workloads/pods/#pod-os';

/** What a container may do on its node, and what differs between Linux and Windows. */
export const securityProblems = {
	'security/privileged': {
		en: 'This server was started without `--allow-privileged` and lets no privileged container in.',
		ko: '이 서버는 `--allow-privileged` 없이 시작되어 특권 컨테이너를 받지 않는다.',
		link: CONTEXT,
	},
	'security/id-range': { en: 'A user or group ID is a number from 0 to 2147483647.', ko: '사용자와 그룹 ID는 0에서 2147483647 사이의 숫자다.', link: CONTEXT },
	'security/choice': {
		en: 'The field takes the values that the message lists, spelled as there.',
		ko: '메시지에 나온 값만 쓸 수 있다. 대소문자도 그대로 쓴다.',
		link: CONTEXT,
	},
	'security/proc-mount': { en: '`procMount` is `Default` or `Unmasked`.', ko: '`procMount`는 `Default`나 `Unmasked`다.' },
	'security/unmasked-host-users': {
		en: 'An unmasked `/proc` is safe in a user namespace only. Set `spec.hostUsers: false`, or use `Default`.',
		ko: '가리지 않은 `/proc`은 사용자 네임스페이스 안에서만 안전하다. `spec.hostUsers: false`로 두거나 `Default`를 쓴다.',
		link: USERS,
	},
	'security/escalation-privileged': {
		en: 'A privileged container has all rights already, so `allowPrivilegeEscalation: false` cannot hold. Remove one of the two.',
		ko: '특권 컨테이너는 이미 모든 권한을 가지므로 `allowPrivilegeEscalation: false`와 함께 쓸 수 없다. 하나를 지운다.',
		link: CONTEXT,
	},
	'security/escalation-sys-admin': {
		en: '`CAP_SYS_ADMIN` is nearly all rights, so `allowPrivilegeEscalation: false` cannot hold. Remove one of the two.',
		ko: '`CAP_SYS_ADMIN`은 거의 모든 권한이라 `allowPrivilegeEscalation: false`와 함께 쓸 수 없다. 하나를 지운다.',
		link: CONTEXT,
	},
	'security/seccomp-type': {
		en: 'The type is `RuntimeDefault`, `Localhost` or `Unconfined`.',
		ko: '타입은 `RuntimeDefault`, `Localhost`, `Unconfined` 가운데 하나다.',
		link: SECCOMP,
	},
	'security/seccomp-localhost-only': {
		en: '`localhostProfile` names a file on the node, which only `type: Localhost` reads. Remove it, or change the type.',
		ko: '`localhostProfile`은 노드의 파일 이름이고 `type: Localhost`일 때만 읽는다. 지우거나 타입을 바꾼다.',
		link: SECCOMP,
	},
	'security/seccomp-localhost-required': {
		en: "With `type: Localhost` the profile's file on the node is needed: `localhostProfile: profiles/audit.json`.",
		ko: '`type: Localhost`이면 노드에 있는 프로파일 파일을 적어야 한다. 예: `localhostProfile: profiles/audit.json`.',
		link: SECCOMP,
	},
	'security/app-armor-type': {
		en: 'The type is `RuntimeDefault`, `Localhost` or `Unconfined`.',
		ko: '타입은 `RuntimeDefault`, `Localhost`, `Unconfined` 가운데 하나다.',
		link: APP_ARMOR,
	},
	'security/app-armor-localhost-only': {
		en: '`localhostProfile` names a profile loaded on the node, which only `type: Localhost` uses. Remove it, or change the type.',
		ko: '`localhostProfile`은 노드에 올려 둔 프로파일 이름이고 `type: Localhost`일 때만 쓴다. 지우거나 타입을 바꾼다.',
		link: APP_ARMOR,
	},
	'security/app-armor-localhost-required': {
		en: 'With `type: Localhost` the name of a profile loaded on the node is needed: `localhostProfile: …`.',
		ko: '`type: Localhost`이면 노드에 올려 둔 프로파일 이름을 `localhostProfile`에 적어야 한다.',
		link: APP_ARMOR,
	},
	'security/app-armor-spaces': {
		en: "A space before or after would become part of the profile's name. Remove it.",
		ko: '앞뒤의 공백도 프로파일 이름의 일부가 된다. 공백을 지운다.',
		link: APP_ARMOR,
	},
	'security/app-armor-length': { en: 'The name of a profile has at most 4095 bytes.', ko: '프로파일 이름은 4095바이트까지다.', link: APP_ARMOR },
	'security/share-process-and-host-pid': {
		en: 'With `hostPID` the containers see all processes of the node anyway. Remove one of the two.',
		ko: '`hostPID`이면 어차피 노드의 모든 프로세스가 보인다. 둘 가운데 하나를 지운다.',
		link: 'tasks/configure-pod-container/share-process-namespace/',
	},
	'security/host-users': {
		en: "A pod with users of its own (`hostUsers: false`) cannot share the host's network, processes or IPC, nor use raw devices. Remove one of the two.",
		ko: '사용자를 따로 쓰는 파드(`hostUsers: false`)는 호스트의 네트워크, 프로세스, IPC를 함께 쓰거나 원시 장치를 쓸 수 없다. 하나를 지운다.',
		link: USERS,
	},
	'sysctl/name-required': { en: 'A sysctl needs a name: `net.core.somaxconn`.', ko: 'sysctl에는 이름이 있어야 한다. 예: `net.core.somaxconn`.', link: SYSCTLS },
	'sysctl/name': {
		en: 'The name of a sysctl has parts of lowercase letters, digits, `-` and `_`, with `.` or `/` between: `net.ipv4.tcp_syncookies`.',
		ko: 'sysctl 이름은 영문 소문자, 숫자, `-`, `_`로 된 부분을 `.`나 `/`로 잇는다. 예: `net.ipv4.tcp_syncookies`.',
		link: SYSCTLS,
	},
	'sysctl/unique': { en: 'The sysctl is written twice. Remove one.', ko: '같은 sysctl을 두 번 적었다. 하나를 지운다.', link: SYSCTLS },
	'sysctl/host-network': {
		en: "With `hostNetwork: true` the network is the node's, and a pod cannot tune it. Remove the sysctl.",
		ko: '`hostNetwork: true`이면 네트워크가 노드의 것이라 파드가 조정할 수 없다. 이 sysctl을 지운다.',
		link: SYSCTLS,
	},
	'sysctl/host-ipc': {
		en: "With `hostIPC: true` the IPC namespace is the node's, and a pod cannot tune it. Remove the sysctl.",
		ko: '`hostIPC: true`이면 IPC 네임스페이스가 노드의 것이라 파드가 조정할 수 없다. 이 sysctl을 지운다.',
		link: SYSCTLS,
	},
	'os/name': { en: '`os.name` is `linux` or `windows`, in lowercase.', ko: '`os.name`은 소문자로 `linux`나 `windows`라고 쓴다.', link: OS },
	'os/linux-only': { en: 'Windows has no such feature. Remove it, or the `os`.', ko: '윈도우에는 없는 기능이다. 이 필드나 `os`를 지운다.', link: OS },
	'os/windows-options': {
		en: 'These options are for Windows, and the pod is for Linux. Remove them.',
		ko: '윈도우용 옵션인데 이 파드는 리눅스용이다. 지운다.',
		link: OS,
	},
	'windows/gmsa-name': {
		en: 'No credential spec can have this name: lowercase letters, digits, `-` and `.`.',
		ko: '자격 증명 스펙이 가질 수 없는 이름이다. 영문 소문자, 숫자, `-`, `.`를 쓴다.',
		link: 'tasks/configure-pod-container/configure-gmsa/',
	},
	'windows/gmsa-spec': {
		en: 'The credential spec is not empty and has at most 64 KiB. Usually `gmsaCredentialSpecName` is given and this is filled in.',
		ko: '자격 증명 스펙은 비어 있을 수 없고 64KiB까지다. 보통 `gmsaCredentialSpecName`만 적으면 채워진다.',
		link: 'tasks/configure-pod-container/configure-gmsa/',
	},
	'windows/user-name': {
		en: 'A Windows user is written `user` or `DOMAIN\\user`: `ContainerAdministrator`.',
		ko: '윈도우 사용자는 `user`나 `DOMAIN\\user`로 쓴다. 예: `ContainerAdministrator`.',
		link: 'tasks/configure-pod-container/configure-runasusername/',
	},
	'windows/host-process-differs': {
		en: 'All containers of a pod are host processes, or none is. Set `hostProcess` in the pod only.',
		ko: '파드의 모든 컨테이너가 호스트 프로세스이거나 모두 아니어야 한다. `hostProcess`는 파드에만 적는다.',
		link: HOST_PROCESS,
	},
	'windows/host-process-all': {
		en: "All containers of a pod are host processes, or none is. Set `hostProcess` in the pod's `securityContext.windowsOptions`.",
		ko: '파드의 모든 컨테이너가 호스트 프로세스이거나 모두 아니어야 한다. 파드의 `securityContext.windowsOptions`에 `hostProcess`를 적는다.',
		link: HOST_PROCESS,
	},
	'windows/host-process-network': {
		en: "Host processes are in the node's network. Set `hostNetwork: true`.",
		ko: '호스트 프로세스는 노드의 네트워크를 쓴다. `hostNetwork: true`로 둔다.',
		link: HOST_PROCESS,
	},
	'windows/host-process-policy': {
		en: 'This server was started without `--allow-privileged` and lets no host process in.',
		ko: '이 서버는 `--allow-privileged` 없이 시작되어 호스트 프로세스를 받지 않는다.',
		link: HOST_PROCESS,
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

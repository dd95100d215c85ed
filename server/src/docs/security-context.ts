import type { Capabilities, SecurityContext } from '../schema/generated/types';
import { documented } from './words';

export const securityContext = documented<SecurityContext>()({
	runAsNonRoot: {
		en: 'Refuses to start the container as root: the kubelet checks the user before the start.\nIf the image runs as root, or names its user instead of giving a number, the container stays in `CreateContainerConfigError`. The fix is `runAsUser` with a number, or `USER 1000` in the image.',
		ko: 'root로는 컨테이너를 시작하지 않는다. kubelet이 시작하기 전에 사용자를 확인한다.\n이미지가 root로 실행되거나 사용자를 번호가 아닌 이름으로 적었으면 `CreateContainerConfigError`에 머문다. `runAsUser`에 번호를 적거나 이미지에 `USER 1000`처럼 적으면 해결된다.',
	},
	runAsUser: {
		en: "The user ID the program runs with, instead of the image's USER. The user need not exist in the image.\n`0` is root. Files that belong to the image's user may then be unreadable, and `HOME` may point to `/`.",
		ko: '프로그램을 실행할 사용자 ID. 이미지의 USER를 대신하며, 이미지에 없는 사용자여도 된다.\n`0`은 root다. 이미지의 사용자가 소유한 파일을 읽지 못하거나 `HOME`이 `/`가 될 수 있다.',
	},
	runAsGroup: {
		en: 'The primary group ID of the program; files it makes belong to this group.\nLeft out, it is the group that the image gives to the user, and 0 (root) for a user the image does not know.',
		ko: '프로그램의 기본 그룹 ID. 새로 만드는 파일이 이 그룹에 속한다.\n적지 않으면 이미지가 그 사용자에게 정한 그룹이고, 이미지에 없는 사용자면 0(root)이다.',
	},
	allowPrivilegeEscalation: {
		en: '`false`: no process in the container can gain more rights than it started with; `sudo` and set-user-ID programs lose their effect (`no_new_privs`).\nSafe for nearly every app. Not together with `privileged: true` or the capability `CAP_SYS_ADMIN`.',
		ko: '`false`면 컨테이너의 어떤 프로세스도 시작할 때보다 큰 권한을 얻지 못한다. `sudo`나 set-user-ID 프로그램이 듣지 않는다(`no_new_privs`).\n거의 모든 앱에서 문제없다. `privileged: true`나 `CAP_SYS_ADMIN`과 함께 쓸 수 없다.',
	},
	readOnlyRootFilesystem: {
		en: "The image's files cannot be changed; only mounted volumes are writable.\nMost apps then need an `emptyDir` for `/tmp` and for caches or PID files.",
		ko: '이미지의 파일을 바꿀 수 없게 한다. 마운트한 볼륨에만 쓸 수 있다.\n대개 `/tmp`, 캐시, PID 파일을 둘 `emptyDir` 볼륨이 따로 있어야 한다.',
	},
	privileged: {
		en: 'The container gets nearly everything root on the node has: all capabilities, all devices, no seccomp, AppArmor or SELinux confinement.\nWhoever breaks into it owns the node. Look first for the one capability or device that is needed.',
		ko: '노드의 root와 거의 같은 권한을 준다. 모든 capability와 장치를 쓸 수 있고 seccomp, AppArmor, SELinux의 제한도 없다.\n이 컨테이너가 뚫리면 노드를 넘겨주는 셈이다. 꼭 필요한 capability나 장치 하나만 주는 길부터 찾는다.',
	},
	capabilities: {
		en: "Single rights of root, given or taken away on top of the runtime's usual set.\nGood practice: drop `ALL`, then add back what is missing.",
		ko: 'root의 권한을 잘게 나눈 것. 런타임이 기본으로 주는 것에서 하나씩 더하거나 뺀다.\n`ALL`을 빼고 필요한 것만 다시 더하는 방식이 좋다.',
		example: 'capabilities:\n  drop: [ALL]\n  add: [NET_BIND_SERVICE]',
		link: 'tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
	},
	seccompProfile: {
		en: 'Which system calls the container may use. `RuntimeDefault` blocks those that hardly any app needs.\nLeft out here and on the pod, none is blocked (unless the kubelet is set to `seccompDefault`).',
		ko: '컨테이너가 쓸 수 있는 시스템 콜을 정한다. `RuntimeDefault`는 앱이 거의 쓰지 않는 것을 막는다.\n여기에도 파드에도 적지 않으면 아무것도 막지 않는다(kubelet에 `seccompDefault`를 켰으면 막는다).',
		link: 'tutorials/security/seccomp/',
	},
	appArmorProfile: {
		en: "The AppArmor profile that confines this container, on nodes with AppArmor. Wins over the pod's.",
		ko: 'AppArmor가 있는 노드에서 이 컨테이너를 제한할 프로파일. 파드에 적은 것보다 우선한다.',
		link: 'tutorials/security/apparmor/',
	},
	seLinuxOptions: {
		en: "The SELinux label of the container, on nodes with SELinux. Left out, the runtime gives each pod its own, so that pods cannot read each other's files.",
		ko: 'SELinux를 쓰는 노드에서 컨테이너에 붙일 레이블. 적지 않으면 런타임이 파드마다 다르게 붙여 서로의 파일을 읽지 못하게 한다.',
		link: 'tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container',
	},
	procMount: {
		en: '`Unmasked` shows all of `/proc`, which runtimes otherwise hide in part; for containers that start containers themselves.\nOnly in a pod with `hostUsers: false`.',
		ko: '`Unmasked`면 런타임이 가려 두는 `/proc`의 일부까지 모두 보인다. 컨테이너 안에서 컨테이너를 띄울 때 쓴다.\n`hostUsers: false`인 파드에서만 쓸 수 있다.',
	},
	windowsOptions: {
		en: 'Settings for Windows containers: account, domain identity (gMSA), access to the host.',
		ko: '윈도우 컨테이너의 설정. 계정, 도메인 신원(gMSA), 호스트 접근을 정한다.',
	},
});

export const capabilities = documented<Capabilities>()({
	add: {
		en: 'Rights to add, without `CAP_`: `NET_BIND_SERVICE` (ports below 1024), `NET_ADMIN`, `SYS_TIME`, `SYS_PTRACE`.\nMistake: adding one for a program that does not run as root. It does not reach the process unless the file in the image carries it (`setcap`).',
		ko: '더할 권한. `CAP_`을 빼고 적는다. 예: `NET_BIND_SERVICE`(1024 아래 포트), `NET_ADMIN`, `SYS_TIME`, `SYS_PTRACE`.\n흔한 실수: root가 아닌 사용자로 도는 프로그램에 더하는 것. 이미지의 실행 파일에 `setcap`으로 붙여 두지 않으면 프로세스까지 가지 않는다.',
	},
	drop: {
		en: 'Rights to take away, without `CAP_`. `ALL` takes everything; what `add` lists is given back.',
		ko: '뺄 권한. `CAP_`을 빼고 적는다. `ALL`이면 모두 빼고, `add`에 적은 것만 다시 준다.',
	},
});

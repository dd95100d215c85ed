import type { PodSecurityContext, Sysctl } from '../schema/generated/types';
import { securityContext } from './security-context';
import { documented } from './words';

export const podSecurityContext = documented<PodSecurityContext>()({
	runAsNonRoot: {
		en: 'Refuses to start any container of the pod as root, init containers included; a container may say otherwise for itself.\nAn image that runs as root, or that names its user instead of giving a number, stays in `CreateContainerConfigError`; set `runAsUser` as well.',
		ko: '초기화 컨테이너까지 파드의 어떤 컨테이너도 root로 시작하지 않는다. 컨테이너마다 다르게 정할 수 있다.\n이미지가 root로 실행되거나 사용자를 이름으로 적었으면 `CreateContainerConfigError`에 머문다. `runAsUser`를 함께 적는다.',
	},
	runAsUser: {
		en: "The user ID all containers run with, unless one sets its own. Instead of the images' USER; it need not exist in the image.",
		ko: '모든 컨테이너를 실행할 사용자 ID. 컨테이너에 따로 적으면 그쪽이 우선한다. 이미지의 USER를 대신하며, 이미지에 없는 사용자여도 된다.',
	},
	runAsGroup: {
		en: 'The primary group ID of all containers, unless one sets its own. For shared volumes, `fsGroup` is what you want.',
		ko: '모든 컨테이너의 기본 그룹 ID. 컨테이너에 따로 적으면 그쪽이 우선한다. 볼륨을 함께 쓰려는 것이라면 `fsGroup`을 적는다.',
	},
	fsGroup: {
		en: "A group that may write to the pod's volumes: their files are given to it (`chgrp`, group read and write), and every process of the pod belongs to it.\nThe kubelet does it before the containers start; on a volume with very many files that takes minutes at every start, unless `fsGroupChangePolicy` helps. `hostPath`, NFS and volumes whose CSI driver says so are left alone.",
		ko: '파드의 볼륨에 쓸 수 있는 그룹. 볼륨의 파일을 이 그룹으로 바꾸고(`chgrp`, 그룹 읽기·쓰기) 파드의 모든 프로세스를 이 그룹에 넣는다.\n컨테이너를 시작하기 전에 kubelet이 한다. 파일이 아주 많은 볼륨이면 시작할 때마다 몇 분씩 걸리며, 이때는 `fsGroupChangePolicy`를 쓴다. `hostPath`와 NFS, CSI 드라이버가 제외한 볼륨은 바꾸지 않는다.',
		link: 'tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod',
	},
	fsGroupChangePolicy: {
		en: "When files are given to `fsGroup`.\n`Always`: at every start, all of them. `OnRootMismatch`: only if the volume's top directory is not right yet, which is quick.\n`OnRootMismatch` is right for big volumes. Files that other programs put there with another group are then not corrected.",
		ko: '볼륨의 파일을 언제 `fsGroup`으로 바꿀지 정한다.\n`Always`는 시작할 때마다 모두 바꾼다. `OnRootMismatch`는 볼륨의 최상위 디렉터리가 맞지 않을 때만 바꾸므로 빠르다.\n큰 볼륨에는 `OnRootMismatch`가 맞다. 다만 다른 프로그램이 다른 그룹으로 만든 파일은 고쳐지지 않는다.',
		link: 'tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods',
	},
	supplementalGroups: {
		en: 'More groups for the processes of all containers, for instance the group that owns files on an NFS share.\nUnlike `fsGroup`, no files are changed.',
		ko: '모든 컨테이너의 프로세스를 넣을 추가 그룹. NFS에 있는 파일의 소유 그룹 등을 적는다.\n`fsGroup`과 달리 파일은 바꾸지 않는다.',
	},
	supplementalGroupsPolicy: {
		en: "Whether groups from the image's `/etc/group` count.\n`Merge`: they are added. `Strict`: only `fsGroup`, `supplementalGroups` and the primary group.\n`Strict` closes a back door: an image could otherwise give itself groups that own files on shared volumes.",
		ko: '이미지의 `/etc/group`에 적힌 그룹도 넣을지 정한다.\n`Merge`는 더하고, `Strict`는 `fsGroup`, `supplementalGroups`, 기본 그룹만 쓴다.\n`Strict`면 이미지가 공유 볼륨 파일의 소유 그룹에 스스로를 넣는 뒷문을 막는다.',
		link: 'tasks/configure-pod-container/security-context/#supplementalgroupspolicy',
	},
	seccompProfile: {
		en: 'Which system calls the containers may use, unless one sets its own. `RuntimeDefault` is right for most.\nLeft out, none is blocked (unless the kubelet is set to `seccompDefault`).',
		ko: '컨테이너들이 쓸 수 있는 시스템 콜을 정한다. 컨테이너에 따로 적으면 그쪽이 우선하며, 대개 `RuntimeDefault`면 된다.\n적지 않으면 아무것도 막지 않는다(kubelet에 `seccompDefault`를 켰으면 막는다).',
		link: 'tutorials/security/seccomp/',
	},
	appArmorProfile: {
		en: 'The AppArmor profile of all containers, unless one sets its own. On a node without AppArmor, the pod fails with reason `AppArmor` if a profile is asked for.',
		ko: '모든 컨테이너에 적용할 AppArmor 프로파일. 컨테이너에 따로 적으면 그쪽이 우선한다. 프로파일을 적은 파드가 AppArmor가 없는 노드로 가면 이유 `AppArmor`로 실패한다.',
		link: 'tutorials/security/apparmor/',
	},
	seLinuxOptions: {
		...securityContext.seLinuxOptions,
		en: 'The SELinux label of all containers and of the volumes they mount, on nodes with SELinux; a container may set its own.',
		ko: 'SELinux를 쓰는 노드에서 모든 컨테이너와 볼륨에 붙일 레이블. 컨테이너에 따로 적으면 그쪽이 우선한다.',
	},
	seLinuxChangePolicy: {
		en: "How volumes get the pod's SELinux label.\n`MountOption`: at the mount, at once; then all pods on a volume must have the same label. `Recursive`: file by file, slow on big volumes.\nMistake: two pods with different labels or policies on one volume of a node. The second waits in `ContainerCreating`.",
		ko: '볼륨에 파드의 SELinux 레이블을 붙이는 방법.\n`MountOption`은 마운트할 때 한 번에 붙이며, 볼륨을 쓰는 파드의 레이블이 모두 같아야 한다. `Recursive`는 파일마다 붙여서 큰 볼륨에서는 느리다.\n흔한 실수: 한 노드에서 레이블이나 이 값이 다른 두 파드가 볼륨 하나를 쓰는 것. 나중 파드가 `ContainerCreating`에 머문다.',
		link: 'tasks/configure-pod-container/security-context/#efficient-selinux-volume-relabeling',
	},
	sysctls: {
		en: "Kernel settings for this pod alone, such as `net.core.somaxconn`.\nA short list is safe and always allowed; others must be enabled on the node's kubelet, else the pod fails with `SysctlForbidden`. `net.*` is not possible with `hostNetwork`.",
		ko: '이 파드에만 적용할 커널 설정. 예: `net.core.somaxconn`.\n안전하다고 정해진 몇 가지는 늘 쓸 수 있다. 그 밖의 것은 노드의 kubelet에서 허용해야 하며, 그러지 않으면 `SysctlForbidden`으로 실패한다. `hostNetwork`에서는 `net.*`을 쓸 수 없다.',
		example: 'sysctls:\n- name: net.ipv4.ip_local_port_range\n  value: "1024 65535"',
		link: 'tasks/administer-cluster/sysctl-cluster/',
	},
	windowsOptions: {
		en: 'Settings for Windows containers, for all containers of the pod unless one sets its own.',
		ko: '윈도우 컨테이너의 설정. 파드의 모든 컨테이너에 적용하고, 컨테이너에 따로 적으면 그쪽이 우선한다.',
	},
});

export const sysctl = documented<Sysctl>()({
	name: {
		en: 'Name of the setting, `net.ipv4.tcp_keepalive_time`; slashes may stand for dots.\nAlways allowed, among others: `kernel.shm_rmid_forced`, `net.ipv4.ip_local_port_range`, `net.ipv4.ip_unprivileged_port_start`, `net.ipv4.tcp_syncookies`, `net.ipv4.ping_group_range`, `net.ipv4.tcp_keepalive_time`.',
		ko: '설정의 이름. 예: `net.ipv4.tcp_keepalive_time`. 점 대신 슬래시를 써도 된다.\n늘 쓸 수 있는 것으로는 `kernel.shm_rmid_forced`, `net.ipv4.ip_local_port_range`, `net.ipv4.ip_unprivileged_port_start`, `net.ipv4.tcp_syncookies`, `net.ipv4.ping_group_range`, `net.ipv4.tcp_keepalive_time` 등이 있다.',
	},
	value: {
		en: 'The value as text: quote numbers.',
		ko: '설정할 값. 문자열이므로 숫자는 따옴표로 감싼다.',
	},
});

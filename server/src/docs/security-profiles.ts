import type { AppArmorProfile, SELinuxOptions, SeccompProfile, WindowsSecurityContextOptions } from '../schema/generated/types';
import { documented } from './words';

export const seccompProfile = documented<SeccompProfile>()({
	type: {
		en: "Where the profile comes from.\n`RuntimeDefault`: the runtime's own, right for most. `Localhost`: a file on the node, named in `localhostProfile`. `Unconfined`: none.",
		ko: '프로파일의 출처.\n`RuntimeDefault`는 런타임이 가진 것으로 대개 이것이면 된다. `Localhost`는 `localhostProfile`에 적은 노드의 파일을 쓰고, `Unconfined`는 제한하지 않는다.',
	},
	localhostProfile: {
		en: "The profile's file, relative to the kubelet's seccomp directory (`/var/lib/kubelet/seccomp`). Only with `type: Localhost`.\nIt must be on every node the pod may run on; where it is missing, the container is not created.",
		ko: '프로파일 파일. kubelet의 seccomp 디렉터리(`/var/lib/kubelet/seccomp`)에서 본 경로를 적는다. `type: Localhost`일 때만 쓴다.\n파드가 갈 수 있는 노드마다 있어야 하고, 없으면 컨테이너가 만들어지지 않는다.',
		example: 'localhostProfile: profiles/audit.json',
	},
});

export const appArmorProfile = documented<AppArmorProfile>()({
	type: {
		en: "Where the profile comes from.\n`RuntimeDefault`: the runtime's own. `Localhost`: one that is loaded on the node, named in `localhostProfile`. `Unconfined`: none.",
		ko: '프로파일의 출처.\n`RuntimeDefault`는 런타임이 가진 것, `Localhost`는 노드에 올려 둔 것 가운데 `localhostProfile`에 적은 것을 쓴다. `Unconfined`는 제한하지 않는다.',
	},
	localhostProfile: {
		en: 'Name of a profile that is already loaded on the node (a name, not a file). Only with `type: Localhost`.\nWhere it is not loaded, the container cannot start.',
		ko: '노드에 이미 올라가 있는 프로파일의 이름. 파일 경로가 아니다. `type: Localhost`일 때만 쓴다.\n올라가 있지 않은 노드에서는 컨테이너가 시작하지 못한다.',
	},
});

export const seLinuxOptions = documented<SELinuxOptions>()({
	user: {
		en: 'The user part of the SELinux label, `system_u`. Rarely set.',
		ko: 'SELinux 레이블의 사용자 부분. 예: `system_u`. 적을 일이 거의 없다.',
	},
	role: {
		en: 'The role part of the label, `system_r`. Rarely set.',
		ko: '레이블의 역할 부분. 예: `system_r`. 적을 일이 거의 없다.',
	},
	type: {
		en: 'The type part of the label: what the policy lets the container do. `container_t` is usual, `spc_t` is not confined.',
		ko: '레이블의 타입 부분. 정책이 컨테이너에 무엇을 허용할지 정한다. 보통 `container_t`이고 `spc_t`는 제한이 없다.',
	},
	level: {
		en: 'The level part: pods with the same one can share files, others cannot.\nSet it when several pods use one volume, so that the files need not be relabeled for each.',
		ko: '레이블의 레벨 부분. 값이 같은 파드끼리만 파일을 함께 쓸 수 있다.\n여러 파드가 볼륨 하나를 쓸 때 같게 적으면 파일의 레이블을 매번 바꾸지 않아도 된다.',
		example: 'level: "s0:c123,c456"',
	},
});

export const windowsSecurityContextOptions = documented<WindowsSecurityContextOptions>()({
	gmsaCredentialSpecName: {
		en: 'Name of the GMSACredentialSpec object: the domain account the container speaks as. A webhook that must be installed copies its contents into `gmsaCredentialSpec`.',
		ko: 'GMSACredentialSpec 오브젝트의 이름. 컨테이너가 쓸 도메인 계정이다. 따로 설치한 웹훅이 그 내용을 `gmsaCredentialSpec`에 넣는다.',
		link: 'tasks/configure-pod-container/configure-gmsa/',
	},
	gmsaCredentialSpec: {
		en: 'The gMSA credential spec itself, as JSON. The webhook fills it in; write `gmsaCredentialSpecName`.',
		ko: 'gMSA 자격 증명 스펙의 내용(JSON). 웹훅이 채우므로 `gmsaCredentialSpecName`만 적는다.',
		link: 'tasks/configure-pod-container/configure-gmsa/',
	},
	runAsUserName: {
		en: 'The Windows account the program runs as: `ContainerUser`, `ContainerAdministrator`, or one of the image, with its domain if needed (`DOMAIN\\user`).\nThe account must exist in the image.',
		ko: '프로그램을 실행할 윈도우 계정. `ContainerUser`, `ContainerAdministrator`, 또는 이미지에 있는 계정을 적고, 필요하면 도메인을 붙인다(`DOMAIN\\user`).\n이미지에 있는 계정이어야 한다.',
		link: 'tasks/configure-pod-container/configure-runasusername/',
	},
	hostProcess: {
		en: 'Runs the container directly on the Windows host, for node agents. Then all containers of the pod must, and `hostNetwork: true` is needed.',
		ko: '컨테이너를 윈도우 호스트에서 바로 실행한다. 노드 에이전트에 쓴다. 파드의 모든 컨테이너가 같아야 하고 `hostNetwork: true`가 있어야 한다.',
		link: 'tasks/configure-pod-container/create-hostprocess-pod/',
	},
});

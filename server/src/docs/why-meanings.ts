/** What the errors of others mean, and what helps, by the meanings of autopsy/meanings.ts. Filled in as the sentences of docs/why.ts are: `{name}` is what the error names. */
import type { Words } from './words';

export const meaningWords: Readonly<Record<string, Words>> = {
	'pull/secret': {
		en: 'Secret `{name}`, which `imagePullSecrets` names, is not in the namespace of the pod.',
		ko: '`imagePullSecrets`에 적은 시크릿 `{name}`{name:이/가} 파드의 네임스페이스에 없다.',
	},
	'start/none': { en: 'Neither the pod nor the image says which command to run.', ko: '파드에도 이미지에도 실행할 명령이 없다.' },
	'start/format': {
		en: 'The program is none for this node: it was built for another architecture, or is a script without `#!`.',
		ko: '이 노드에서 실행할 수 없는 파일이다. 다른 아키텍처용으로 빌드했거나, `#!`가 없는 스크립트다.',
	},
	'start/permission': { en: '`{name}` is there, but may not be executed.', ko: '`{name}` 파일은 있지만 실행 권한이 없다.' },
	'start/missing': { en: 'There is no `{name}` to execute in the image.', ko: '이미지에 `{name}` 실행 파일이 없다.' },
	'start/cwd': { en: 'The working directory is not there, or may not be entered.', ko: '작업 디렉터리가 없거나 들어갈 권한이 없다.' },
	'start/mount': {
		en: 'A mount does not fit: a directory over a file, a file over a directory, or a `subPath` that is not there.',
		ko: '마운트가 맞지 않는다. 디렉터리를 파일 자리에, 또는 파일을 디렉터리 자리에 마운트했거나 `subPath`가 없다.',
	},
	'start/memory': { en: 'Its memory limit is too small even to start.', ko: '메모리 한도가 너무 작아 시작조차 하지 못한다.' },
	'start/name': {
		en: 'The runtime still has a container of this name; that usually ends by itself.',
		ko: '런타임에 같은 이름의 컨테이너가 아직 남아 있다. 대개 저절로 풀린다.',
	},
	'start/gpu': {
		en: 'The GPU driver of the node, or what gives it to containers, does not work.',
		ko: '노드의 GPU 드라이버나 컨테이너 툴킷이 동작하지 않는다.',
	},
	'start/volume': {
		en: 'A volume that the container mounts is not there any more, as for a pod that is being deleted.',
		ko: '컨테이너가 마운트할 볼륨이 없다. 파드가 삭제되는 중일 때 이렇게 된다.',
	},
	'start/disk': { en: 'The disk of the node is full.', ko: '노드의 디스크가 가득 찼다.' },
	'start/denied': {
		en: 'The container wants something that it may not do: a file, a capability, or what SELinux, seccomp or AppArmor forbid.',
		ko: '컨테이너에 허용되지 않은 동작이다. 파일 권한, capability, 또는 SELinux·seccomp·AppArmor가 막았다.',
	},
	'sandbox/attachment': { en: 'There is no network attachment definition `{name}`.', ko: '`{name}` NetworkAttachmentDefinition이 없다.' },
	'sandbox/address': {
		en: 'No free IP address is left for the pod: that of the node, or of its subnet, is used up.',
		ko: '파드에 줄 IP 주소가 없다. 노드나 서브넷의 주소를 다 썼다.',
	},
	'sandbox/bridge': { en: 'The bridge `cni0` of the node is left over from another network.', ko: '노드의 `cni0` 브리지가 예전 네트워크의 것이다.' },
	'sandbox/none': { en: 'No network plugin (CNI) is set up on the node yet.', ko: '노드에 네트워크 플러그인(CNI)이 아직 준비되지 않았다.' },
	'sandbox/unauthorized': {
		en: 'The API server does not accept the credentials of the network plugin any more.',
		ko: '네트워크 플러그인의 인증 정보를 API 서버가 더는 받아 주지 않는다.',
	},
	'sandbox/daemon': { en: 'The network plugin’s own pod on this node does not answer.', ko: '이 노드에서 도는 네트워크 플러그인의 파드가 응답하지 않는다.' },
	'sandbox/pause': { en: 'The node cannot pull the image of the sandbox itself (`pause`).', ko: '노드가 샌드박스용 이미지(`pause`)를 내려받지 못한다.' },
	'sandbox/class': { en: 'The runtime of the node does not know the handler of this RuntimeClass.', ko: '노드의 런타임이 이 런타임클래스의 핸들러를 모른다.' },
	'sandbox/disk': { en: 'The disk of the node is full.', ko: '노드의 디스크가 가득 찼다.' },
	'sandbox/slow': {
		en: 'The runtime, or the network plugin, did not answer in time: the node may be overloaded.',
		ko: '런타임이나 네트워크 플러그인이 제때 응답하지 않았다. 노드에 부하가 심할 수 있다.',
	},
	'sandbox/plugin': { en: 'The network plugin (CNI) of the node failed.', ko: '노드의 네트워크 플러그인(CNI)이 실패했다.' },
	'mount/attached': {
		en: 'The volume is still attached to another node, and only one may have it.',
		ko: '볼륨이 아직 다른 노드에 연결돼 있다. 한 노드에만 연결할 수 있는 볼륨이다.',
	},
	'mount/driver': { en: 'The CSI driver `{name}` does not run on this node.', ko: '이 노드에 CSI 드라이버(`{name}`)가 돌고 있지 않다.' },
	'mount/key': { en: 'The ConfigMap or Secret has no key `{name}`.', ko: '컨피그맵이나 시크릿에 `{name}` 키가 없다.' },
	'mount/host-path': {
		en: 'On the node `{name}` is not there, or is not what `type` says.',
		ko: '노드에 `{name}`{name:이/가} 없거나 `type`에 적은 것과 다르다.',
	},
	'mount/damaged': { en: 'The filesystem on the volume is damaged.', ko: '볼륨의 파일시스템이 손상됐다.' },
	'mount/helper': {
		en: 'The node has no program for this filesystem, or its mount options are wrong.',
		ko: '노드에 이 파일시스템을 마운트할 프로그램이 없거나, 마운트 옵션이 잘못됐다.',
	},
	'mount/denied': { en: 'The file server does not let this node in.', ko: '파일 서버가 이 노드의 접근을 허용하지 않는다.' },
	'mount/server': { en: 'The file server does not answer this node.', ko: '파일 서버가 이 노드에 응답하지 않는다.' },
	'mount/token': {
		en: 'The token of the service account cannot be had: the account is not there.',
		ko: '서비스어카운트의 토큰을 받지 못한다. 그 서비스어카운트가 없다.',
	},
	'mount/claim': { en: 'The PersistentVolumeClaim does not exist.', ko: '퍼시스턴트볼륨클레임이 없다.' },
	'mount/cache': {
		en: 'The kubelet had not read it yet; that usually ends by itself within seconds.',
		ko: 'kubelet이 아직 읽어 오지 못했다. 대개 몇 초 안에 저절로 풀린다.',
	},
	'mount/attach': { en: 'The storage does not attach the volume to the node.', ko: '스토리지가 볼륨을 노드에 연결하지 못한다.' },
	'mount/path': { en: 'The path of the volume is not there.', ko: '볼륨의 경로가 없다.' },
	'mount/slow': { en: 'The volume did not come in time; an earlier event may say why.', ko: '볼륨이 제때 준비되지 않았다. 이유는 앞선 이벤트에 있을 수 있다.' },
	'node/unready': { en: 'Nodes are there, but they are not ready (`{name}`).', ko: '노드는 있지만 준비된 상태가 아니다(`{name}`).' },
	'node/pressure': { en: 'Nodes run out of something (`{name}`) and take no more pods.', ko: '노드에 리소스가 모자라(`{name}`) 새 파드를 받지 않는다.' },
	'node/uninitialized': { en: 'The cloud controller has not set the nodes up yet.', ko: '클라우드 컨트롤러가 아직 노드를 초기화하지 않았다.' },
	'node/cordoned': { en: 'Nodes are cordoned: they take no new pods.', ko: '노드가 통제(cordon)돼 새 파드를 받지 않는다.' },
	'node/no-claim': { en: 'PersistentVolumeClaim `{name}` does not exist.', ko: '퍼시스턴트볼륨클레임 `{name}`{name:이/가} 없다.' },
	'node/unbound': { en: 'A PersistentVolumeClaim of the pod has no volume yet.', ko: '파드가 쓰는 퍼시스턴트볼륨클레임에 아직 볼륨이 없다.' },
	'node/zone': {
		en: 'A volume of the pod is in a zone, or on a node, that cannot take it.',
		ko: '파드의 볼륨이 있는 영역(zone)이나 노드에는 파드가 들어갈 수 없다.',
	},
	'node/once': {
		en: 'Another pod uses the volume, and only one may (`ReadWriteOncePod`).',
		ko: '다른 파드가 볼륨을 쓰고 있다. 한 파드만 쓸 수 있는 볼륨이다(`ReadWriteOncePod`).',
	},
	'node/volumes': { en: 'Nodes have as many volumes attached as they can.', ko: '노드에 더는 볼륨을 연결할 수 없다.' },
	'node/anti-affinity': {
		en: 'Pods that must not stand beside this one are on the nodes already.',
		ko: '함께 있으면 안 되는 파드가 이미 노드에 있다(안티-어피니티).',
	},
	'node/selector': { en: 'No node has the labels that the pod asks for.', ko: '파드가 요구하는 레이블을 가진 노드가 없다.' },
	'node/spread': { en: 'On any node the pods would not be spread as the constraints want.', ko: '어느 노드에 두어도 토폴로지 분배 제약 조건에 어긋난다.' },
	'node/ports': { en: 'A host port that the pod asks for is taken on the nodes.', ko: '파드가 요구하는 호스트 포트를 노드에서 이미 쓰고 있다.' },
	'node/pods': { en: 'Nodes have as many pods as they may.', ko: '노드에 파드가 최대 개수만큼 있다.' },
	'node/taint': { en: 'Nodes have a taint that the pod does not tolerate.', ko: '파드가 허용하지 않는 테인트가 노드에 있다.' },
	'evicted/own': { en: 'The pod wrote more than its own limit of `ephemeral-storage`.', ko: '파드가 자신의 `ephemeral-storage` 한도보다 많이 썼다.' },
	'evicted/volume': {
		en: 'It wrote more into the `emptyDir` volume `{name}` than its `sizeLimit`.',
		ko: '`emptyDir` 볼륨 `{name}`에 `sizeLimit`보다 많이 썼다.',
	},
	'evicted/memory': {
		en: 'The memory of the node ran out; pods that use more than they request go first.',
		ko: '노드의 메모리가 바닥났다. 요청보다 많이 쓰는 파드부터 축출된다.',
	},
	'evicted/disk': {
		en: 'The disk of the node ran full; this pod need not be the one that filled it.',
		ko: '노드의 디스크가 가득 찼다. 이 파드가 채운 것이 아닐 수도 있다.',
	},
	'evicted/pids': { en: 'The node ran out of process IDs.', ko: '노드의 프로세스 ID가 바닥났다.' },
	'evicted/preempted': { en: 'A pod of higher priority needed its place.', ko: '우선순위가 더 높은 파드에 자리를 내주었다.' },
	'kill/network': {
		en: 'The node cannot take its network down: the network plugin (CNI) fails, and the pod waits for it.',
		ko: '노드가 파드의 네트워크를 정리하지 못한다. 네트워크 플러그인(CNI)이 실패해 파드가 남아 있다.',
	},
	'kill/slow': {
		en: 'The container runtime does not answer in time: a process may hang in the kernel, as with a dead file server.',
		ko: '컨테이너 런타임이 제때 응답하지 않는다. 끊긴 파일 서버를 기다릴 때처럼 프로세스가 커널에서 멈췄을 수 있다.',
	},
	'refused/quota': { en: 'Quota `{name}` is used up.', ko: '리소스쿼터 `{name}`{name:을/를} 다 썼다.' },
	'refused/unsaid': {
		en: 'Quota `{name}` wants every container to say its requests or limits.',
		ko: '리소스쿼터 `{name}` 때문에 모든 컨테이너에 요청이나 한도를 적어야 한다.',
	},
	'refused/range': {
		en: 'A LimitRange of the namespace does not allow these requests or limits.',
		ko: '네임스페이스의 리밋레인지가 이 요청이나 한도를 허용하지 않는다.',
	},
	'refused/security': {
		en: 'The namespace enforces a Pod Security level that the pod does not keep.',
		ko: '네임스페이스에 적용된 파드 시큐리티 수준을 파드가 지키지 않는다.',
	},
	'refused/constraint': {
		en: 'No security context constraint of OpenShift that its service account may use allows such a pod.',
		ko: '이 서비스어카운트가 쓸 수 있는 OpenShift SCC 가운데 이런 파드를 허용하는 것이 없다.',
	},
	'refused/account': { en: 'Service account `{name}` does not exist.', ko: '서비스어카운트 `{name}`{name:이/가} 없다.' },
	'refused/webhook': {
		en: 'The admission webhook `{name}` refuses it, or does not answer.',
		ko: '어드미션 웹훅 `{name}`{name:이/가} 거부하거나 응답하지 않는다.',
	},
	'refused/priority': { en: 'PriorityClass `{name}` does not exist.', ko: '프라이어리티클래스 `{name}`{name:이/가} 없다.' },
};

export const remedyWords: Readonly<Record<string, Words>> = {
	'pull/secret': {
		en: 'Create it there: no namespace has the secrets of another.',
		ko: '그 네임스페이스에 만든다. 시크릿은 네임스페이스끼리 공유되지 않는다.',
	},
	'pull/rate': {
		en: 'Pull with an account of the registry, or from a mirror; the limit also ends by itself, after hours.',
		ko: '레지스트리 계정으로 내려받거나 미러를 쓴다. 제한은 몇 시간 뒤 저절로 풀리기도 한다.',
	},
	'pull/authority': {
		en: 'See who signed the certificate, a proxy perhaps, and give that CA to the container runtime of each node.',
		ko: '인증서에 누가 서명했는지 보고(프록시일 수 있다), 그 CA를 각 노드의 컨테이너 런타임에 등록한다.',
	},
	'pull/certificate': { en: 'See for which names the certificate is valid, and until when.', ko: '인증서가 어떤 이름에 언제까지 유효한지 본다.' },
	'pull/http': {
		en: 'Give the registry a certificate, or tell the container runtime of each node that it is an insecure one.',
		ko: '레지스트리에 인증서를 달거나, 각 노드의 컨테이너 런타임에 HTTP 레지스트리라고 설정한다.',
	},
	'pull/dns': {
		en: 'Check how the registry is written, and whether the node resolves it.',
		ko: '레지스트리 이름을 맞게 적었는지, 노드에서 이름을 찾을 수 있는지 확인한다.',
	},
	'pull/disk': { en: 'Make room on the node: unused images, logs.', ko: '노드에서 안 쓰는 이미지와 로그를 지워 공간을 만든다.' },
	'pull/platform': {
		en: 'Build the image for the architecture of the nodes, or choose nodes of another one.',
		ko: '노드의 아키텍처로 이미지를 빌드하거나, 이미지에 맞는 노드를 고른다.',
	},
	'pull/credentials': { en: 'Name a secret with the credentials of this registry.', ko: '이 레지스트리의 인증 정보가 든 시크릿을 적는다.' },
	'pull/reach': {
		en: 'Try it on the node: firewall, proxy, the address of the registry.',
		ko: '노드에서 직접 접속해 본다. 방화벽, 프록시, 레지스트리 주소를 확인한다.',
	},
	'pull/server': {
		en: 'The fault is the registry’s: see how it is; the pull is tried again.',
		ko: '레지스트리 쪽 문제다. 상태를 확인한다. 이미지는 다시 내려받는다.',
	},
	'start/none': { en: 'Give the container a command.', ko: '컨테이너에 명령을 적는다.' },
	'start/format': {
		en: 'Compare the architecture of the image with that of the node; begin a script with `#!/bin/sh`.',
		ko: '이미지의 아키텍처를 노드와 비교한다. 스크립트라면 `#!/bin/sh`로 시작하게 한다.',
	},
	'start/permission': {
		en: 'Make the file executable in the image (`chmod +x`), or run it by a shell.',
		ko: '이미지에서 파일에 실행 권한을 주거나(`chmod +x`), 셸로 실행한다.',
	},
	'start/missing': {
		en: 'Correct the command: each argument stands alone, and a path is that of the image, with its volumes.',
		ko: '명령을 고친다. 인수는 하나씩 따로 적고, 경로는 볼륨까지 마운트한 이미지 안의 경로다.',
	},
	'start/cwd': { en: 'Correct `workingDir`, or let the user enter it.', ko: '`workingDir`를 고치거나, 사용자가 들어갈 수 있게 한다.' },
	'start/mount': {
		en: 'To mount a single file, name it with `subPath`, and the file itself as `mountPath`.',
		ko: '파일 하나만 마운트하려면 `subPath`에 그 파일을, `mountPath`에 파일 경로를 적는다.',
	},
	'start/memory': { en: 'Raise the limit; is its unit right (`Mi`, not `m`)?', ko: '한도를 올린다. 단위가 맞는지도 본다(`m`이 아니라 `Mi`).' },
	'start/name': { en: 'If it stays, remove the old container on the node.', ko: '계속 그러면 노드에서 옛 컨테이너를 지운다.' },
	'start/gpu': {
		en: 'See whether the node offers its GPUs, and whether the device plugin runs.',
		ko: '노드에 GPU가 잡히는지, 디바이스 플러그인이 도는지 본다.',
	},
	'start/volume': { en: 'Check that every mount names a volume of the pod.', ko: '마운트마다 파드에 있는 볼륨을 적었는지 확인한다.' },
	'start/disk': { en: 'Make room on the node: unused images, logs.', ko: '노드에서 안 쓰는 이미지와 로그를 지워 공간을 만든다.' },
	'start/denied': { en: 'Check the user, the capabilities and the profiles of the container.', ko: '컨테이너의 사용자, capability, 프로파일을 확인한다.' },
	'sandbox/attachment': { en: 'Create it, or name one that is there in the annotation.', ko: '만들거나, 어노테이션에 있는 것을 적는다.' },
	'sandbox/address': {
		en: 'See how many pods the node has; free addresses, enlarge the subnet, or add a node.',
		ko: '노드에 파드가 몇 개인지 본다. 주소를 비우거나, 서브넷을 넓히거나, 노드를 추가한다.',
	},
	'sandbox/bridge': {
		en: 'On the node, see the address of the bridge; delete the bridge, and the plugin makes it anew.',
		ko: '노드에서 브리지의 주소를 본다. 브리지를 지우면 플러그인이 다시 만든다.',
	},
	'sandbox/none': {
		en: 'See whether the pod of the network plugin runs on the node; install one if there is none.',
		ko: '노드에 네트워크 플러그인의 파드가 도는지 본다. 없다면 설치한다.',
	},
	'sandbox/unauthorized': {
		en: 'Restart the network plugin’s pod on this node: it gets a new token.',
		ko: '이 노드의 네트워크 플러그인 파드를 다시 시작해 새 토큰을 받게 한다.',
	},
	'sandbox/daemon': {
		en: 'See whether the network plugin’s pod on this node is ready, and read its log.',
		ko: '이 노드의 네트워크 플러그인 파드가 준비됐는지 보고, 로그를 본다.',
	},
	'sandbox/pause': {
		en: 'Let the node reach that registry, or set another sandbox image in its runtime.',
		ko: '노드가 그 레지스트리에 접속하게 하거나, 런타임에 다른 샌드박스 이미지를 설정한다.',
	},
	'sandbox/class': { en: 'Install the handler on the node, or use another RuntimeClass.', ko: '노드에 핸들러를 설치하거나 다른 런타임클래스를 쓴다.' },
	'sandbox/disk': { en: 'Make room on the node: unused images, logs.', ko: '노드에서 안 쓰는 이미지와 로그를 지워 공간을 만든다.' },
	'sandbox/slow': { en: 'See how the node is.', ko: '노드의 상태를 본다.' },
	'sandbox/plugin': {
		en: 'See whether the network plugin’s pod on this node is ready, and read its log.',
		ko: '이 노드의 네트워크 플러그인 파드가 준비됐는지 보고, 로그를 본다.',
	},
	'mount/attached': {
		en: 'See which node has it: end the pod that uses it there, or wait until it is detached (6 min of a node that is gone).',
		ko: '어느 노드에 연결돼 있는지 본다. 그곳에서 쓰는 파드를 끝내거나, 분리될 때까지 기다린다(사라진 노드라면 6분).',
	},
	'mount/driver': { en: 'See whether the node pod of the driver runs there.', ko: '드라이버의 노드용 파드가 그 노드에서 도는지 본다.' },
	'mount/key': { en: 'Add the key, or correct `items`.', ko: '키를 추가하거나 `items`를 고친다.' },
	'mount/host-path': {
		en: 'Correct the path or its `type`; `DirectoryOrCreate` makes it.',
		ko: '경로나 `type`을 고친다. `DirectoryOrCreate`로 적으면 디렉터리를 만든다.',
	},
	'mount/damaged': { en: 'Stop what uses the volume, and repair it with fsck by hand.', ko: '볼륨을 쓰는 것을 멈추고 fsck로 직접 복구한다.' },
	'mount/helper': {
		en: 'Install the package on the node (nfs-common, cifs-utils …), and check the mount options.',
		ko: '노드에 패키지(nfs-common, cifs-utils 등)를 설치하고 마운트 옵션을 확인한다.',
	},
	'mount/denied': { en: 'Allow the address of the node in the exports of the server.', ko: '서버의 exports에 노드의 주소를 허용한다.' },
	'mount/server': {
		en: 'Check the address of the server, and the firewall between it and the node.',
		ko: '서버의 주소, 서버와 노드 사이의 방화벽을 확인한다.',
	},
	'mount/token': { en: 'Create the service account, or name one that is there.', ko: '서비스어카운트를 만들거나 있는 것을 적는다.' },
	'mount/claim': { en: 'Create the claim, or name one that is there.', ko: '클레임을 만들거나 있는 것을 적는다.' },
	'mount/attach': {
		en: 'See what the attachment says, and whether the controller of the driver runs.',
		ko: '연결 상태를 보고, 드라이버의 컨트롤러가 도는지 확인한다.',
	},
	'mount/path': { en: 'Make the path where the volume is, or correct it.', ko: '볼륨이 있는 곳에 경로를 만들거나 경로를 고친다.' },
	'mount/slow': {
		en: 'See whether its claim is bound, and what the driver of its storage says.',
		ko: '클레임이 Bound 상태인지, 스토리지 드라이버가 무엇이라고 하는지 본다.',
	},
	'node/unready': { en: 'See why the nodes are not ready.', ko: '노드가 왜 준비되지 않았는지 본다.' },
	'node/pressure': { en: 'Make room on the nodes.', ko: '노드에 여유를 만든다.' },
	'node/uninitialized': { en: 'See whether the cloud controller manager runs.', ko: '클라우드 컨트롤러 매니저가 도는지 본다.' },
	'node/cordoned': { en: 'If they are to take pods again: `kubectl uncordon NODE`.', ko: '다시 파드를 받게 하려면 `kubectl uncordon NODE`를 실행한다.' },
	'node/no-claim': { en: 'Create the claim, or name one that is there.', ko: '클레임을 만들거나 있는 것을 적는다.' },
	'node/unbound': {
		en: 'See why the claim is not bound: its storage class, its size, its access modes.',
		ko: '클레임이 왜 Bound 상태가 아닌지 본다. 스토리지클래스, 크기, 접근 모드를 확인한다.',
	},
	'node/zone': { en: 'See where the volume is, and make room there.', ko: '볼륨이 어디 있는지 보고, 그곳에 여유를 만든다.' },
	'node/once': { en: 'End the pod that has it, or use another access mode.', ko: '볼륨을 쓰는 파드를 끝내거나 다른 접근 모드를 쓴다.' },
	'node/volumes': { en: 'Add a node, or detach what is not used.', ko: '노드를 추가하거나 안 쓰는 볼륨을 분리한다.' },
	'node/anti-affinity': {
		en: 'Prefer instead of require, ask for fewer replicas, or add nodes.',
		ko: 'required 대신 preferred를 쓰거나, 레플리카를 줄이거나, 노드를 추가한다.',
	},
	'node/selector': { en: 'Compare what the pod asks for with the labels of the nodes.', ko: '파드가 요구하는 것과 노드의 레이블을 비교한다.' },
	'node/ports': {
		en: 'See which pod has the port; without `hostPort` each pod has its own.',
		ko: '어느 파드가 그 포트를 쓰는지 본다. `hostPort`가 없으면 파드마다 포트가 따로다.',
	},
	'node/pods': { en: 'Add a node, or remove pods that are not needed.', ko: '노드를 추가하거나 필요 없는 파드를 지운다.' },
	'node/taint': {
		en: 'See the taints; tolerate one in `tolerations`, or take it off the node.',
		ko: '테인트를 보고, `tolerations`에 허용하거나 노드에서 뗀다.',
	},
	'evicted/own': { en: 'Write less, into a volume, or raise the limit.', ko: '덜 쓰거나 볼륨에 쓰거나, 한도를 올린다.' },
	'evicted/volume': { en: 'Raise the `sizeLimit`, or write less.', ko: '`sizeLimit`을 올리거나 덜 쓴다.' },
	'evicted/memory': {
		en: 'Request what it really needs, so that it gets a node with room.',
		ko: '실제로 필요한 만큼 요청해 여유가 있는 노드에 배치되게 한다.',
	},
	'evicted/disk': {
		en: 'See what fills the disk of the node: images, logs, `emptyDir`; request `ephemeral-storage` for what the pod writes.',
		ko: '노드의 디스크를 무엇이 채우는지 본다(이미지, 로그, `emptyDir`). 파드가 쓰는 만큼 `ephemeral-storage`를 요청한다.',
	},
	'evicted/pids': { en: 'See which pod has so many processes.', ko: '어느 파드가 프로세스를 많이 만드는지 본다.' },
	'evicted/preempted': { en: 'Give it a priority of its own, or make room for both.', ko: '우선순위를 주거나, 둘 다 들어갈 여유를 만든다.' },
	'kill/network': {
		en: 'See whether the network plugin’s pod on this node is ready, and restart it.',
		ko: '이 노드의 네트워크 플러그인 파드가 준비됐는지 보고, 다시 시작한다.',
	},
	'kill/slow': {
		en: 'See how the node is; a restart of its runtime, or of the node, ends it.',
		ko: '노드의 상태를 본다. 런타임이나 노드를 다시 시작하면 풀린다.',
	},
	'refused/quota': {
		en: 'See what is used: ask for less, remove what is not needed, or raise the quota.',
		ko: '얼마나 썼는지 보고, 요청을 줄이거나 필요 없는 것을 지우거나 쿼터를 올린다.',
	},
	'refused/unsaid': {
		en: 'Write requests and limits into every container, or give the namespace a LimitRange with defaults.',
		ko: '모든 컨테이너에 요청과 한도를 적거나, 네임스페이스에 기본값이 있는 리밋레인지를 만든다.',
	},
	'refused/range': { en: 'See what it allows.', ko: '어디까지 허용하는지 본다.' },
	'refused/security': {
		en: 'See the level, and keep it: the message says which fields are at fault.',
		ko: '수준을 확인하고 맞춘다. 어떤 필드가 문제인지는 메시지에 있다.',
	},
	'refused/constraint': {
		en: 'Ask for less in `securityContext`, or let the service account use another constraint.',
		ko: '`securityContext`에서 덜 요구하거나, 서비스어카운트가 다른 SCC를 쓰게 한다.',
	},
	'refused/account': { en: 'Create the service account, or name one that is there.', ko: '서비스어카운트를 만들거나 있는 것을 적는다.' },
	'refused/webhook': { en: 'See who runs the webhook, and whether it runs.', ko: '누구의 웹훅인지, 돌고 있는지 본다.' },
	'refused/priority': { en: 'Create it, or name one that is there.', ko: '만들거나 있는 것을 적는다.' },
};

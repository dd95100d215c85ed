import type { Topic } from './topic';

export const sandbox: Topic = {
	title: { en: 'The sandbox and its pause container', ko: '파드 샌드박스와 pause 컨테이너' },
	aliases: 'pause container sandbox infra container 일시 중지 컨테이너 퍼즈 포즈 pause 컨테이너 샌드박스 인프라 컨테이너 네트워크 네임스페이스',
	from: ['PodStatus.podIP', 'PodSpec.hostNetwork'],
	en: [
		"The sandbox is what a pod's containers share: a network namespace with the pod's IP, held open by a tiny process called pause.",
		'The kubelet makes it before any of your containers: the container runtime starts `pause`, which does nothing but sleep, and the network plugin gives it an address. Every container then joins its namespaces.',
		'That is why a container may crash and restart while the pod keeps its IP. `pause` also takes in orphaned processes where `shareProcessNamespace` is on.',
		'kubectl does not show it; on the node, `crictl pods` lists sandboxes. If the sandbox is lost (a reboot of the node, `pause` killed), the kubelet makes a new one: all containers start over, init containers first, and the IP may change (`SandboxChanged`).',
		'While it cannot be made, the pod stays in `ContainerCreating` with `FailedCreatePodSandBox` events: usually the network plugin, or no free addresses.',
	].join('\n'),
	ko: [
		'샌드박스는 한 파드의 컨테이너가 함께 쓰는 것, 곧 파드 IP가 있는 네트워크 네임스페이스다. pause라는 아주 작은 프로세스가 붙들고 있다.',
		'kubelet은 컨테이너보다 먼저 샌드박스를 만든다. 컨테이너 런타임이 잠만 자는 `pause`를 띄우고 네트워크 플러그인이 주소를 준다. 그다음 컨테이너들이 그 네임스페이스에 들어간다.',
		'그래서 컨테이너가 죽었다 다시 시작해도 파드 IP는 그대로다. `shareProcessNamespace`를 켜면 부모를 잃은 프로세스도 `pause`가 거둔다.',
		'kubectl에는 보이지 않고, 노드에서 `crictl pods`로 볼 수 있다. 노드가 재부팅되거나 `pause`가 죽어 샌드박스를 잃으면 kubelet이 새로 만들고, 초기화 컨테이너부터 모든 컨테이너를 다시 시작한다. IP는 바뀔 수 있다(`SandboxChanged`).',
		'만들지 못하는 동안 파드는 `ContainerCreating`에 머물고 `FailedCreatePodSandBox` 이벤트가 남는다. 대개 네트워크 플러그인 문제이거나 남은 주소가 없는 것이다.',
	].join('\n'),
	link: 'concepts/workloads/pods/',
};

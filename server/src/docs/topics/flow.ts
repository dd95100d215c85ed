import type { Topic } from './topic';

export const flow: Topic = {
	title: { en: 'From kubectl apply to a running container', ko: 'kubectl apply부터 컨테이너가 돌기까지' },
	aliases:
		'flow architecture api server etcd scheduler binding kubelet how a pod starts control plane 흐름 아키텍처 구조 파드 생성 과정 API 서버 스케줄러 바인딩 큐블릿 컨트롤 플레인 etcd 배정',
	from: ['Pod', 'PodSpec.nodeName', 'PodSpec.schedulerName'],
	en: [
		'Who does what until a container runs: nobody calls anybody, everyone watches the API server and does his part.',
		'1. kubectl sends the manifest to the API server, which checks who asks, fills in defaults, lets admission change or refuse it, and validates it. What Peapod underlines is refused here.',
		'2. The API server stores the pod in etcd; it is `Pending`, without a node. For a Deployment, its controller makes a ReplicaSet, and that one the pods.',
		'3. The scheduler sees a pod without `nodeName`, drops the nodes that do not fit (requests, selectors, taints, volumes), scores the rest and binds the pod: a `Binding` that sets `nodeName` for good, and the condition `PodScheduled`.',
		'4. The kubelet of that node sees its new pod, checks once more that it fits, mounts the volumes and has the container runtime make the sandbox with its IP.',
		'5. It pulls the images and starts the containers: init containers one by one, then the others. `Running`.',
		'6. It reports the status to the API server, and asks the probes. Once the pod is `Ready`, Services send it traffic.',
		'Where a pod is stuck tells who to ask: no node, the scheduler (`kubectl describe pod`); `ContainerCreating`, the kubelet; no pod at all, its controller (`kubectl describe rs`).',
	].join('\n'),
	ko: [
		'컨테이너가 돌기까지 누가 무엇을 하는지 적은 것. 서로 부르지 않고, 저마다 API 서버를 지켜보다가 제 몫을 한다.',
		'1. kubectl이 매니페스트를 API 서버로 보낸다. API 서버는 누가 보냈는지 확인하고, 기본값을 채우고, 어드미션을 거치며 고치거나 거부하고, 검증한다. Peapod이 밑줄을 긋는 것이 여기서 거부된다.',
		'2. API 서버가 파드를 etcd에 저장한다. 아직 노드가 없는 `Pending` 상태다. 디플로이먼트라면 디플로이먼트 컨트롤러가 레플리카셋을, 레플리카셋 컨트롤러가 파드를 만든다.',
		'3. 스케줄러가 `nodeName` 없는 파드를 보고, 맞지 않는 노드(요청, 셀렉터, 테인트, 볼륨)를 빼고 남은 노드에 점수를 매겨 파드를 바인딩한다. 이 `Binding`으로 `nodeName`이 정해지고 `PodScheduled` 컨디션이 참이 된다. 그 뒤로 노드는 바뀌지 않는다.',
		'4. 그 노드의 kubelet이 새 파드를 보고 한 번 더 확인한 뒤, 볼륨을 마운트하고 컨테이너 런타임에 샌드박스를 만들게 한다. 이때 IP를 받는다.',
		'5. 이미지를 내려받고 컨테이너를 시작한다. 초기화 컨테이너를 하나씩 실행하고, 그다음 나머지를 시작한다. `Running`이 된다.',
		'6. kubelet이 상태를 API 서버에 알리고 프로브로 확인한다. 파드가 `Ready`가 되면 서비스가 트래픽을 보낸다.',
		'어디서 막혔는지 보면 어디를 살필지 안다. 노드가 없으면 스케줄러(`kubectl describe pod`), `ContainerCreating`이면 kubelet, 파드가 아예 없으면 컨트롤러(`kubectl describe rs`)다.',
	].join('\n'),
	link: 'concepts/overview/components/',
};

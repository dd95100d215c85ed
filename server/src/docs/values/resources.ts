import type { Words } from '../words';

type Values = Readonly<Record<string, Words>>;

/** What asking for it means: keys of `requests`. */
export const requestWords: Values = {
	cpu: {
		en: 'CPU time set aside for the container, in cores: `500m` is half a core, `1` a whole one. When the node is busy, it is shared out in this proportion; idle CPU may be used beyond it.',
		ko: '컨테이너에 잡아 두는 CPU 시간(코어 단위). `500m`은 코어 절반, `1`은 코어 하나다. 노드가 바쁠 때는 이 비율대로 나눠 받고, 남는 CPU는 이보다 더 쓸 수 있다.',
	},
	memory: {
		en: 'Memory set aside for the container, in `Mi` or `Gi` (powers of 1024). It may use more while the node has some; when the node runs short, pods above their request are evicted first.',
		ko: '컨테이너에 잡아 두는 메모리. `Mi`나 `Gi`(1024의 거듭제곱)로 쓴다. 노드에 남아 있으면 더 쓸 수 있지만, 노드의 메모리가 모자라면 요청보다 많이 쓰는 파드부터 축출된다.',
	},
	'ephemeral-storage': {
		en: "Disk of the node set aside for the container's own files, its logs and `emptyDir` volumes. When the node's disk runs short, pods above their request are evicted first.",
		ko: '컨테이너가 쓴 파일, 로그, `emptyDir` 볼륨에 쓸 노드의 디스크를 잡아 둔다. 노드의 디스크가 모자라면 요청보다 많이 쓰는 파드부터 축출된다.',
	},
};

/** What the most of it means: keys of `limits`. */
export const limitWords: Values = {
	cpu: {
		en: 'The most CPU time the container may use, in cores: `500m` is half a core, `1` a whole one. Above it the container is slowed down, never killed. Also the request, if none is given.',
		ko: '컨테이너가 쓸 수 있는 CPU 시간의 최댓값(코어 단위). `500m`은 코어 절반, `1`은 코어 하나다. 넘으면 느려질 뿐 죽지 않는다. 요청을 적지 않으면 이 값이 요청도 된다.',
	},
	memory: {
		en: 'The most memory the container may use, in `Mi` or `Gi` (powers of 1024). A process that goes over is killed by the kernel: `OOMKilled`, exit code 137. Also the request, if none is given.',
		ko: '컨테이너가 쓸 수 있는 메모리의 최댓값. `Mi`나 `Gi`(1024의 거듭제곱)로 쓴다. 넘으면 커널이 프로세스를 죽인다(`OOMKilled`, 종료 코드 137). 요청을 적지 않으면 이 값이 요청도 된다.',
	},
	'ephemeral-storage': {
		en: "The most disk of the node: the container's own files, its logs and `emptyDir` volumes. A pod that goes over is evicted. Also the request, if none is given.",
		ko: '노드의 디스크를 쓸 수 있는 최댓값. 컨테이너가 쓴 파일, 로그, `emptyDir` 볼륨을 모두 더하며, 넘으면 파드가 축출된다. 요청을 적지 않으면 이 값이 요청도 된다.',
	},
};

/** Resources that a container asks for, and those that only quotas know. */
export const resourceWords: Values = {
	cpu: {
		en: 'CPU time, in cores: `500m` is half a core, `1` a whole one. A request is a share that is set aside; above a limit the container is slowed down, never killed.',
		ko: '코어 단위의 CPU 시간. `500m`은 코어 절반, `1`은 코어 하나다. 요청은 잡아 두는 몫이고, 한도를 넘으면 느려질 뿐 죽지 않는다.',
	},
	memory: {
		en: 'Memory in bytes, written in `Mi` or `Gi` (powers of 1024). A process that goes over the limit is killed: `OOMKilled`, exit code 137.',
		ko: '바이트 단위의 메모리. `Mi`나 `Gi`(1024의 거듭제곱)로 쓴다. 한도를 넘은 프로세스는 죽는다(`OOMKilled`, 종료 코드 137).',
	},
	'ephemeral-storage': {
		en: "Disk of the node: the container's own files, its logs and `emptyDir` volumes. A pod that goes over the limit is evicted.",
		ko: '노드의 디스크. 컨테이너가 쓴 파일, 로그, `emptyDir` 볼륨을 모두 더한다. 한도를 넘으면 파드가 축출된다.',
	},
	'hugepages-*': {
		en: 'Huge pages of one size, set aside for the container. Request and limit must be equal, and cpu or memory must be asked for as well.',
		ko: '컨테이너에 잡아 둘 한 가지 크기의 huge page. 요청과 한도가 같아야 하고, cpu나 memory도 함께 요청해야 한다.',
	},
	'nvidia.com/gpu': {
		en: "Whole GPUs, from NVIDIA's device plugin. Write it under `limits`; a request, if any, must be equal. A GPU is not shared.",
		ko: 'NVIDIA 장치 플러그인이 제공하는 GPU의 수. `limits`에 적고, 요청을 적는다면 같아야 한다. GPU 하나를 나눠 쓰지 않는다.',
	},
	storage: {
		en: 'The size of the volume that a claim asks for, as in `10Gi`. It can grow later if the storage class allows it, never shrink.',
		ko: '클레임이 요청하는 볼륨의 크기. 예: `10Gi`. 스토리지클래스가 허용하면 나중에 키울 수 있지만 줄일 수는 없다.',
	},
	pods: { en: 'The number of pods; for quotas and nodes.', ko: '파드의 수. 쿼터와 노드에 쓰인다.' },
	services: { en: 'The number of Services; for quotas.', ko: '서비스의 수. 쿼터에 쓰인다.' },
	'services.loadbalancers': { en: 'The number of Services of type LoadBalancer; for quotas.', ko: 'LoadBalancer 타입 서비스의 수. 쿼터에 쓰인다.' },
	'services.nodeports': { en: 'The number of Services of type NodePort; for quotas.', ko: 'NodePort 타입 서비스의 수. 쿼터에 쓰인다.' },
	configmaps: { en: 'The number of ConfigMaps; for quotas.', ko: '컨피그맵의 수. 쿼터에 쓰인다.' },
	secrets: { en: 'The number of Secrets; for quotas.', ko: '시크릿의 수. 쿼터에 쓰인다.' },
	persistentvolumeclaims: { en: 'The number of claims; for quotas.', ko: '퍼시스턴트볼륨클레임의 수. 쿼터에 쓰인다.' },
	replicationcontrollers: { en: 'The number of ReplicationControllers; for quotas.', ko: '레플리케이션컨트롤러의 수. 쿼터에 쓰인다.' },
	resourcequotas: { en: 'The number of ResourceQuotas; for quotas.', ko: '리소스쿼터의 수. 쿼터에 쓰인다.' },
	'limits.cpu': { en: 'The `cpu` limit; in a quota, the sum of all.', ko: '`cpu` 한도. 쿼터에서는 모두 더한 값이다.' },
	'limits.memory': { en: 'The `memory` limit; in a quota, the sum of all.', ko: '`memory` 한도. 쿼터에서는 모두 더한 값이다.' },
	'limits.ephemeral-storage': {
		en: 'The `ephemeral-storage` limit; in a quota, the sum of all.',
		ko: '`ephemeral-storage` 한도. 쿼터에서는 모두 더한 값이다.',
	},
	'requests.cpu': { en: 'The `cpu` request; in a quota, the sum of all.', ko: '`cpu` 요청. 쿼터에서는 모두 더한 값이다.' },
	'requests.memory': { en: 'The `memory` request; in a quota, the sum of all.', ko: '`memory` 요청. 쿼터에서는 모두 더한 값이다.' },
	'requests.ephemeral-storage': {
		en: 'The `ephemeral-storage` request; in a quota, the sum of all.',
		ko: '`ephemeral-storage` 요청. 쿼터에서는 모두 더한 값이다.',
	},
	'requests.storage': { en: 'The storage that all claims ask for together; for quotas.', ko: '모든 클레임이 요청한 스토리지를 더한 값. 쿼터에 쓰인다.' },
	'limits.hugepages-2Mi': { en: 'The limit of 2 MiB huge pages.', ko: '2MiB huge page의 한도.' },
	'requests.hugepages-2Mi': { en: 'The request of 2 MiB huge pages.', ko: '2MiB huge page의 요청.' },
};

import type { ContainerResizePolicy, ResourceClaim, ResourceRequirements } from '../schema/generated/types';
import { documented } from './words';

export const resourceRequirements = documented<ResourceRequirements>()({
	requests: {
		en: 'What is set aside on the node. The scheduler adds up requests, not real use: the pod goes only where this much is still free.\n`cpu` is also its share when the node is busy; `memory` decides who is evicted first when the node runs short: pods above their request. Nothing stops a container from using more, up to its limit.\nLeft out, it equals the limit; with neither it is 0, and the pod is first in line to be evicted.',
		ko: '노드에 잡아 두는 양. 스케줄러는 실제 사용량이 아니라 요청을 더해서 따지므로, 이만큼 남은 노드에만 올라간다.\n`cpu`는 노드가 바쁠 때 나눠 받는 몫이기도 하다. `memory`는 노드의 메모리가 모자랄 때 축출 순서를 정하는데, 요청보다 많이 쓰는 파드부터 축출된다. 한도까지는 요청보다 더 써도 막지 않는다.\n적지 않으면 한도와 같은 값이 된다. 한도도 없으면 0이고 가장 먼저 축출된다.',
		example: 'requests:\n  cpu: 250m\n  memory: 256Mi',
		link: 'concepts/configuration/manage-resources-containers/#requests-and-limits',
	},
	limits: {
		en: 'The most the container may use.\n`cpu`: above it the container is slowed down, never killed. `memory`: a process that goes over is killed by the kernel, `OOMKilled`, exit code 137, then `restartPolicy` decides. `ephemeral-storage`: the whole pod is evicted.\nAlso the request, if no request is given. Memory in `Mi`/`Gi` (powers of 1024): `128M` is 122Mi, and `128m` is 0.128 bytes.\nMistake: a tight `cpu` limit on a service. It stalls for parts of every 100 ms, and timeouts and probes fail.',
		ko: '컨테이너가 쓸 수 있는 최댓값.\n`cpu`를 넘으면 느려질 뿐 죽지 않는다. `memory`를 넘으면 커널이 프로세스를 죽여 `OOMKilled`, 종료 코드 137이 남고, 그다음은 `restartPolicy`가 정한다. `ephemeral-storage`를 넘으면 파드 전체가 축출된다.\n요청을 적지 않으면 이 값이 요청도 된다. 메모리 단위는 `Mi`/`Gi`(1024의 거듭제곱)를 쓴다. `128M`은 122Mi이고 `128m`은 0.128바이트다.\n흔한 실수: 서비스에 `cpu` 한도를 빡빡하게 거는 것. 100ms마다 얼마씩 멈춰서 타임아웃이 나고 프로브가 실패한다.',
		example: 'limits:\n  memory: 256Mi',
		link: 'concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run',
	},
	claims: {
		en: 'Which devices of `spec.resourceClaims` this container may use.',
		ko: '`spec.resourceClaims`의 장치 가운데 이 컨테이너가 쓸 것을 적는다.',
		example: 'claims:\n- name: gpu',
		link: 'concepts/scheduling-eviction/dynamic-resource-allocation/',
	},
});

export const resourceClaim = documented<ResourceClaim>()({
	name: {
		en: 'The `name` of an entry in `spec.resourceClaims` of this pod (not the name of the ResourceClaim object).',
		ko: '이 파드의 `spec.resourceClaims`에 있는 항목의 `name`. ResourceClaim 오브젝트의 이름이 아니다.',
	},
	request: {
		en: "One request within the claim, if the container should get only that one's devices. Left out, it gets all of the claim.",
		ko: '클레임 안의 요청 하나. 그 요청의 장치만 쓰게 할 때 적는다. 적지 않으면 클레임의 장치를 모두 쓴다.',
	},
});

export const containerResizePolicy = documented<ContainerResizePolicy>()({
	resourceName: {
		en: '`cpu` or `memory`; one entry each.',
		ko: '`cpu`나 `memory`. 하나씩만 적는다.',
	},
	restartPolicy: {
		en: 'What happens to this container when the resource is changed.\n`NotRequired`: the limit changes and the process goes on. `RestartContainer`: it is stopped with its grace period and started with the new size; not possible with `restartPolicy: Never`, nor for an init container that is not a sidecar.\nWithout a restart, a memory limit is not lowered below what the container uses at the moment; the resize waits.',
		ko: '리소스를 바꿀 때 이 컨테이너를 어떻게 할지 정한다.\n`NotRequired`면 한도만 바뀌고 프로세스는 계속 돈다. `RestartContainer`면 유예 기간을 주고 멈춘 뒤 새 크기로 시작하며, 파드가 `restartPolicy: Never`거나 사이드카가 아닌 초기화 컨테이너면 쓸 수 없다.\n재시작하지 않을 때는 메모리 한도를 지금 쓰는 양보다 낮추지 못하고 기다린다.',
		link: 'tasks/configure-pod-container/resize-container-resources/',
	},
});

import type {
	ContainerExtendedResourceRequest,
	NodeAllocatableMappedResources,
	NodeAllocatableOverheadResources,
	NodeAllocatableResourceClaimStatus,
	PodExtendedResourceClaimStatus,
	PodResourceClaimStatus,
} from '../schema/generated/types';
import { documented } from './words';

export const podResourceClaimStatus = documented<PodResourceClaimStatus>()({
	name: {
		en: 'The entry of `spec.resourceClaims` this is about.',
		ko: '`spec.resourceClaims`의 어느 항목을 말하는지 나타낸다.',
	},
	resourceClaimName: {
		en: 'The ResourceClaim that was made for it from the template. Empty: none was needed.',
		ko: '템플릿에서 만든 ResourceClaim의 이름. 비어 있으면 만들 필요가 없었다는 뜻이다.',
	},
});

export const podExtendedResourceClaimStatus = documented<PodExtendedResourceClaimStatus>()({
	resourceClaimName: {
		en: 'The ResourceClaim that the scheduler made for this pod.',
		ko: '스케줄러가 이 파드용으로 만든 ResourceClaim의 이름.',
	},
	requestMappings: {
		en: 'Which resource of which container is served by which request of that claim.',
		ko: '어느 컨테이너의 어느 리소스를 그 클레임의 어느 요청이 맡는지 보여 준다.',
	},
});

export const containerExtendedResourceRequest = documented<ContainerExtendedResourceRequest>()({
	containerName: {
		en: 'The container that asks for the resource.',
		ko: '리소스를 요청한 컨테이너.',
	},
	resourceName: {
		en: 'The resource as the container asks for it, `example.com/gpu`.',
		ko: '컨테이너에 적은 리소스 이름. 예: `example.com/gpu`.',
	},
	requestName: {
		en: 'The request in the claim that serves it.',
		ko: '그 리소스를 맡은, 클레임 안의 요청 이름.',
	},
});

export const nodeAllocatableResourceClaimStatus = documented<NodeAllocatableResourceClaimStatus>()({
	resourceClaimName: {
		en: 'The ResourceClaim through which the pod got these resources.',
		ko: '파드가 이 리소스를 받은 ResourceClaim.',
	},
	containers: {
		en: 'The containers that use the claim.',
		ko: '이 클레임을 쓰는 컨테이너들.',
	},
	mapping: {
		en: 'CPU, memory and the like that come with the claimed devices. All containers of the claim share them.',
		ko: '클레임한 장치에 딸려 온 CPU, 메모리 등. 클레임을 쓰는 컨테이너들이 함께 쓴다.',
	},
	overhead: {
		en: 'What using the devices costs besides, per pod or per container.',
		ko: '장치를 쓰느라 더 드는 양. 파드마다 또는 컨테이너마다 든다.',
	},
	resources: {
		en: 'How much of each resource the claim gave to the pod. Replaced by `mapping` and `overhead`.',
		ko: '클레임이 파드에 준 리소스의 양. `mapping`과 `overhead`로 바뀌었다.',
	},
});

export const nodeAllocatableMappedResources = documented<NodeAllocatableMappedResources>()({
	name: {
		en: 'Which resource, `cpu` or `memory` for instance.',
		ko: '리소스 이름. 예: `cpu`, `memory`.',
	},
	quantity: {
		en: "How much. It is added to the pod's requests and limits, and to the limit of each container that uses the claim.",
		ko: '리소스의 양. 파드의 요청과 한도에 더하고, 클레임을 쓰는 컨테이너마다 한도에 더한다.',
	},
});

export const nodeAllocatableOverheadResources = documented<NodeAllocatableOverheadResources>()({
	name: {
		en: 'Which resource, `cpu` or `memory` for instance.',
		ko: '리소스 이름. 예: `cpu`, `memory`.',
	},
	perPod: {
		en: 'Taken once for the pod.',
		ko: '파드에 한 번 드는 양.',
	},
	perContainer: {
		en: 'Taken again for every container that uses the claim.',
		ko: '클레임을 쓰는 컨테이너마다 드는 양.',
	},
});

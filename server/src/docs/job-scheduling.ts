import type {
	JobSchedulingConfiguration,
	TopologyConstraint,
	WorkloadPodGroupAllDisruptionMode,
	WorkloadPodGroupBasicSchedulingPolicy,
	WorkloadPodGroupDisruptionMode,
	WorkloadPodGroupGangSchedulingPolicy,
	WorkloadPodGroupResourceClaim,
	WorkloadPodGroupSchedulingConstraints,
	WorkloadPodGroupSchedulingPolicy,
	WorkloadPodGroupSingleDisruptionMode,
} from '../schema/generated/types';
import { documented } from './words';

export const jobSchedulingConfiguration = documented<JobSchedulingConfiguration>()({
	schedulingPolicy: {
		en: 'Whether the pods are placed one by one (`basic`) or only all together (`gang`).',
		ko: '파드를 하나씩 배치할지(`basic`), 모두 함께일 때만 배치할지(`gang`) 정한다.',
		example: 'schedulingPolicy:\n  gang:\n    minCount: 8',
	},
	schedulingConstraints: {
		en: 'Keeps the pods of the group together in one part of the cluster, such as one rack or one zone.',
		ko: '그룹의 파드를 랙 하나, 영역(zone) 하나처럼 클러스터의 한 구역에 모은다.',
	},
	disruptionMode: {
		en: 'Whether preemption may take single pods of the group (`single`) or only the whole group (`all`).',
		ko: '선점할 때 그룹의 파드를 하나씩 내보내도 되는지(`single`), 그룹 전체만 내보낼 수 있는지(`all`) 정한다.',
	},
	resourceClaims: {
		en: 'Devices (ResourceClaims) that the pods of the group share instead of getting one claim each.\nA pod uses one by an entry in its own `resourceClaims` that is exactly the same: name and source.',
		ko: '그룹의 파드가 각자 받지 않고 함께 쓰는 장치(ResourceClaim).\n파드의 `resourceClaims`에 이름과 출처까지 똑같은 항목을 적으면 이것을 쓴다.',
	},
});

export const workloadPodGroupSchedulingPolicy = documented<WorkloadPodGroupSchedulingPolicy>()({
	basic: {
		en: 'Pods are placed one by one, as they always were. Written as `basic: {}`; set either this or `gang`.',
		ko: '지금까지처럼 파드를 하나씩 배치한다. `basic: {}`로 적으며, `gang`과 둘 중 하나만 쓴다.',
		example: 'basic: {}',
	},
	gang: {
		en: 'No pod starts until at least `minCount` of them have a place, so a half-started group never blocks nodes that another one needs.',
		ko: '적어도 `minCount`개가 자리를 잡을 때까지 어느 파드도 시작하지 않는다. 절반만 뜬 그룹이 다른 그룹의 노드를 붙잡는 일이 없어진다.',
		example: 'gang:\n  minCount: 8',
	},
});

export const workloadPodGroupBasicSchedulingPolicy = documented<WorkloadPodGroupBasicSchedulingPolicy>()({});

export const workloadPodGroupGangSchedulingPolicy = documented<WorkloadPodGroupGangSchedulingPolicy>()({
	minCount: {
		en: "How many pods must find a place at the same time before any of them starts. Left out, it is the Job's `parallelism`, and it cannot be more than that.",
		ko: '한꺼번에 자리를 잡아야 하는 파드의 최소 개수. 적지 않으면 잡의 `parallelism`이고, 그보다 클 수 없다.',
	},
});

export const workloadPodGroupSchedulingConstraints = documented<WorkloadPodGroupSchedulingConstraints>()({
	topology: {
		en: 'In which kind of place the pods must all be together. At most one entry.',
		ko: '파드를 모두 모아 둘 구역의 종류. 하나만 적을 수 있다.',
		example: 'topology:\n  - key: topology.kubernetes.io/zone',
	},
});

export const topologyConstraint = documented<TopologyConstraint>()({
	key: {
		en: 'The node label whose value all pods of the group must share: with `topology.kubernetes.io/zone` they all land in one zone. Which one is up to the scheduler.',
		ko: '그룹의 파드가 모두 같은 값을 가져야 하는 노드 레이블. `topology.kubernetes.io/zone`이면 모두 한 영역(zone)에 배치된다. 어느 영역인지는 스케줄러가 고른다.',
	},
});

export const workloadPodGroupDisruptionMode = documented<WorkloadPodGroupDisruptionMode>()({
	single: {
		en: 'Pods of the group may be preempted one at a time. Written as `single: {}`; set either this or `all`.',
		ko: '그룹의 파드를 하나씩 선점해도 된다. `single: {}`로 적으며, `all`과 둘 중 하나만 쓴다.',
		example: 'single: {}',
	},
	all: {
		en: 'The group is preempted as a whole or not at all: for work that is lost when one member goes. Written as `all: {}`.',
		ko: '그룹 전체를 함께 선점하거나 아예 하지 않는다. 하나만 빠져도 전부 헛일이 되는 작업에 쓴다. `all: {}`로 적는다.',
		example: 'all: {}',
	},
});

export const workloadPodGroupAllDisruptionMode = documented<WorkloadPodGroupAllDisruptionMode>()({});

export const workloadPodGroupSingleDisruptionMode = documented<WorkloadPodGroupSingleDisruptionMode>()({});

export const workloadPodGroupResourceClaim = documented<WorkloadPodGroupResourceClaim>()({
	name: {
		en: 'What the claim is called inside the group. A pod that wants it uses the same name in its own `resourceClaims`.',
		ko: '그룹 안에서 부를 클레임의 이름. 이것을 쓸 파드는 자기 `resourceClaims`에도 같은 이름을 적는다.',
	},
	resourceClaimName: {
		en: 'A ResourceClaim that already exists in this namespace. Set either this or `resourceClaimTemplateName`.',
		ko: '이 네임스페이스에 이미 있는 ResourceClaim. `resourceClaimTemplateName`과 둘 중 하나만 적는다.',
	},
	resourceClaimTemplateName: {
		en: 'A ResourceClaimTemplate in this namespace; one claim is made from it for the whole group and goes away with the group.',
		ko: '이 네임스페이스의 ResourceClaimTemplate. 이것으로 그룹 전체가 쓸 클레임을 하나 만들고, 그룹이 사라지면 함께 지운다.',
	},
});

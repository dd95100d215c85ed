import type {
	Affinity,
	NodeAffinity,
	PodAffinity,
	PodAffinityTerm,
	PodAntiAffinity,
	PreferredSchedulingTerm,
	WeightedPodAffinityTerm,
} from '../schema/generated/types';
import { documented } from './words';

export const affinity = documented<Affinity>()({
	nodeAffinity: {
		en: 'On which nodes the pod may run, or would rather run, by the labels of the nodes.\nA simple "must have this label" is shorter as `nodeSelector`; if both are there, both must hold.',
		ko: '노드의 레이블을 보고 파드를 실행해도 되는 노드, 또는 되도록 실행할 노드를 정한다.\n"이 레이블이 있어야 한다" 정도라면 `nodeSelector`가 더 짧다. 둘 다 적으면 둘 다 맞아야 한다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#node-affinity',
	},
	podAffinity: {
		en: 'Places the pod near other pods: on the same node, in the same zone.',
		ko: '다른 파드와 같은 노드나 같은 영역(zone)에 두어 가까이 배치한다.',
		link: 'concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
	},
	podAntiAffinity: {
		en: 'Keeps the pod away from other pods, most often from its own replicas.\nTo spread replicas evenly, `topologySpreadConstraints` is usually the better tool: it allows more than one per node.',
		ko: '다른 파드, 대개는 같은 워크로드의 다른 레플리카와 떨어뜨려 배치한다.\n레플리카를 고르게 퍼뜨리려는 것이라면 `topologySpreadConstraints`가 대개 낫다. 한 노드에 여럿을 두는 것도 허용하기 때문이다.',
		example:
			'podAntiAffinity:\n  preferredDuringSchedulingIgnoredDuringExecution:\n    - weight: 100\n      podAffinityTerm:\n        topologyKey: kubernetes.io/hostname\n        labelSelector:\n          matchLabels:\n            app: web',
		link: 'concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
	},
});

export const nodeAffinity = documented<NodeAffinity>()({
	requiredDuringSchedulingIgnoredDuringExecution: {
		en: 'Conditions a node must meet; without such a node the pod stays `Pending`.\nThey are checked when the pod is placed. If a label of the node changes later, the pod stays.',
		ko: '노드가 반드시 갖춰야 할 조건. 맞는 노드가 없으면 파드는 `Pending`에 머문다.\n파드를 배치할 때만 확인한다. 나중에 노드의 레이블이 바뀌어도 파드는 그대로 있다.',
		example:
			'requiredDuringSchedulingIgnoredDuringExecution:\n  nodeSelectorTerms:\n    - matchExpressions:\n        - key: kubernetes.io/arch\n          operator: In\n          values: [amd64]',
	},
	preferredDuringSchedulingIgnoredDuringExecution: {
		en: 'Conditions that make a node more attractive. The scheduler adds up the weights of those that hold; if none does, the pod is placed all the same.',
		ko: '맞을수록 노드의 점수가 올라가는 조건. 스케줄러는 맞는 조건의 가중치를 더한다. 하나도 맞지 않아도 파드는 배치된다.',
	},
});

export const preferredSchedulingTerm = documented<PreferredSchedulingTerm>()({
	weight: {
		en: 'How much this wish counts, 1 to 100, against the other wishes of the pod and the other scores of the scheduler.',
		ko: '이 조건의 가중치. 1부터 100까지이며, 파드의 다른 선호 조건, 스케줄러의 다른 점수와 함께 따진다.',
	},
	preference: {
		en: 'The labels that a node should have.',
		ko: '노드가 가졌으면 하는 레이블.',
	},
});

export const podAffinity = documented<PodAffinity>()({
	requiredDuringSchedulingIgnoredDuringExecution: {
		en: 'The pod goes only where the wanted pods already are; otherwise it stays `Pending`. Several entries must all hold.\nThe first pod of a group that looks for its own labels is let through. Pods that are there later, or leave, change nothing for one that runs.',
		ko: '찾는 파드가 이미 있는 곳에만 배치하고, 없으면 `Pending`에 머문다. 여러 항목을 적으면 모두 맞아야 한다.\n자기 레이블을 찾는 그룹의 첫 파드는 예외로 통과한다. 이미 실행 중인 파드는 상대가 나중에 생기거나 사라져도 그대로 있다.',
	},
	preferredDuringSchedulingIgnoredDuringExecution: {
		en: 'The pod would rather go where these pods are, but goes elsewhere if it must.',
		ko: '되도록 이 파드들이 있는 곳에 배치하되, 안 되면 다른 곳에 배치한다.',
	},
});

export const podAntiAffinity = documented<PodAntiAffinity>()({
	requiredDuringSchedulingIgnoredDuringExecution: {
		en: 'The pod never goes where such pods are. It works both ways: they are not placed next to this one either.\nMistake: one pod per node by `kubernetes.io/hostname` with as many replicas as nodes. A rolling update has no node for the extra pod and gets stuck unless `maxUnavailable` is 1 or more.',
		ko: '이런 파드가 있는 곳에는 절대 배치하지 않는다. 반대로 그 파드들도 이 파드 곁에는 배치되지 않는다.\n흔한 실수: 레플리카 수가 노드 수와 같은데 `kubernetes.io/hostname`으로 노드마다 하나씩만 두는 것. 롤링 업데이트에서 추가로 띄울 자리가 없어, `maxUnavailable`이 1 이상이 아니면 멈춘다.',
	},
	preferredDuringSchedulingIgnoredDuringExecution: {
		en: 'The pod would rather keep away from these pods, but goes next to them if there is no other place.',
		ko: '되도록 이 파드들과 떨어뜨리되, 다른 자리가 없으면 곁에 배치한다.',
	},
});

export const weightedPodAffinityTerm = documented<WeightedPodAffinityTerm>()({
	weight: {
		en: 'How much this wish counts, 1 to 100.',
		ko: '이 조건의 가중치. 1부터 100까지다.',
	},
	podAffinityTerm: {
		en: 'Which pods are meant, and what counts as near.',
		ko: '어떤 파드를 말하는지, 어디까지를 가깝다고 볼지 적는다.',
	},
});

export const podAffinityTerm = documented<PodAffinityTerm>()({
	topologyKey: {
		en: 'What counts as "the same place": nodes with the same value of this label. `kubernetes.io/hostname` means the same node, `topology.kubernetes.io/zone` the same zone.\nNodes without the label are in no place at all.',
		ko: '어디까지를 "같은 곳"으로 볼지 정한다. 이 노드 레이블의 값이 같으면 같은 곳이다. `kubernetes.io/hostname`이면 같은 노드, `topology.kubernetes.io/zone`이면 같은 영역(zone)이다.\n레이블이 없는 노드는 어디에도 속하지 않는다.',
	},
	labelSelector: {
		en: 'Which pods to look for. Left out, none; `{}` is all of them.',
		ko: '어떤 파드를 찾을지 고른다. 적지 않으면 아무 파드도 고르지 않고, `{}`면 모든 파드다.',
	},
	namespaces: {
		en: 'In which namespaces to look, by name. If this and `namespaceSelector` are both left out, only in that of the pod.',
		ko: '파드를 찾을 네임스페이스의 이름. 이것과 `namespaceSelector`를 둘 다 적지 않으면 파드와 같은 네임스페이스에서만 찾는다.',
	},
	namespaceSelector: {
		en: 'In which namespaces to look, by their labels; added to `namespaces`. `{}` is all namespaces.',
		ko: '파드를 찾을 네임스페이스를 레이블로 고른다. `namespaces`에 더해지며, `{}`면 모든 네임스페이스다.',
	},
	matchLabelKeys: {
		en: 'Only pods that have the same values as this pod for these labels count. With `pod-template-hash`, pods of the old revision do not get in the way during a rollout. Needs `labelSelector`.',
		ko: '이 레이블의 값이 이 파드와 같은 파드만 본다. `pod-template-hash`를 적으면 롤아웃 중에 옛 리비전의 파드가 방해하지 않는다. `labelSelector`도 적어야 한다.',
		example: 'matchLabelKeys: [pod-template-hash]',
	},
	mismatchLabelKeys: {
		en: 'Only pods that have other values than this pod for these labels count. For keeping tenants apart, for instance, with a label `tenant`. Needs `labelSelector`.',
		ko: '이 레이블의 값이 이 파드와 다른 파드만 본다. `tenant` 레이블로 테넌트끼리 떨어뜨릴 때 등에 쓴다. `labelSelector`도 적어야 한다.',
	},
});

import type { TopologySpreadConstraint } from '../schema/generated/types';
import { documented } from './words';

export const topologySpreadConstraint = documented<TopologySpreadConstraint>()({
	maxSkew: {
		en: 'How uneven the spread may get: the most pods in one place minus the fewest in another.\nWith `1` and pods 2/2/1 over three zones, the next pod must go to the third. With `ScheduleAnyway` it is a wish, not a bound.',
		ko: '얼마나 고르지 않아도 되는지 정한다. 파드가 가장 많은 곳과 가장 적은 곳의 차이(skew)다.\n`1`이고 세 영역에 2/2/1로 떠 있으면 다음 파드는 세 번째 영역에 가야 한다. `ScheduleAnyway`면 꼭 지키지는 않고 되도록 맞춘다.',
		link: 'concepts/scheduling-eviction/topology-spread-constraints/',
	},
	topologyKey: {
		en: 'Over what to spread: nodes with the same value of this label are one place. `kubernetes.io/hostname` spreads over nodes, `topology.kubernetes.io/zone` over zones.\nWith `DoNotSchedule`, nodes without the label get no pods.',
		ko: '무엇을 기준으로 퍼뜨릴지 정한다. 이 노드 레이블의 값이 같으면 한곳으로 친다. `kubernetes.io/hostname`이면 노드, `topology.kubernetes.io/zone`이면 영역(zone)에 나눠 배치한다.\n`DoNotSchedule`이면 이 레이블이 없는 노드에는 배치하지 않는다.',
	},
	whenUnsatisfiable: {
		en: 'What to do when the pod would make the spread too uneven everywhere.\n`DoNotSchedule` leaves it `Pending`. `ScheduleAnyway` places it where it hurts least.\nIt is checked only when a pod is placed: pods that end, or scaling down, can leave the spread uneven, and nothing moves afterward.',
		ko: '어디에 두어도 너무 치우칠 때 어떻게 할지 정한다.\n`DoNotSchedule`은 `Pending`에 두고, `ScheduleAnyway`는 그나마 나은 곳에 배치한다.\n파드를 배치할 때만 따진다. 파드가 끝나거나 개수를 줄여 치우치게 되어도 나중에 옮겨 주지는 않는다.',
	},
	labelSelector: {
		en: 'Which pods to count, in the namespace of the pod. Left out, none, so nothing is spread.\nMistake: a selector that does not match the pod itself. Its replicas are then not counted and pile up in one place.',
		ko: '어떤 파드를 셀지 고른다. 파드와 같은 네임스페이스에서만 센다. 적지 않으면 아무것도 세지 않아 나뉘지 않는다.\n흔한 실수: 이 파드의 레이블과 맞지 않는 셀렉터를 적는 것. 레플리카를 세지 않으니 한곳에 몰린다.',
		example: 'labelSelector:\n  matchLabels:\n    app: web\nmaxSkew: 1\ntopologyKey: topology.kubernetes.io/zone\nwhenUnsatisfiable: DoNotSchedule',
	},
	matchLabelKeys: {
		en: 'Count only pods that have the same values as this pod for these labels. With `pod-template-hash`, each revision of a Deployment is spread for itself; otherwise the old pods distort the count during a rollout. Needs `labelSelector`.',
		ko: '이 레이블의 값이 이 파드와 같은 파드만 센다. `pod-template-hash`를 적으면 디플로이먼트의 리비전마다 따로 퍼뜨린다. 적지 않으면 롤아웃 중에 옛 파드까지 세어 결과가 치우친다. `labelSelector`도 적어야 한다.',
		example: 'matchLabelKeys: [pod-template-hash]',
	},
	minDomains: {
		en: 'How many places there should be at least. While fewer exist, the fewest counts as 0, so pods wait for a new place instead of filling up the ones there are: a zone that the autoscaler has yet to open. Only with `DoNotSchedule`.',
		ko: '적어도 몇 곳에 퍼뜨릴지 정한다. 그만큼의 곳이 없으면 가장 적은 곳을 0개로 쳐서, 있는 곳을 채우는 대신 새 곳이 생기기를 기다린다. 오토스케일러가 곧 열어 줄 영역을 기다릴 때 쓴다. `DoNotSchedule`일 때만 쓸 수 있다.',
	},
	nodeAffinityPolicy: {
		en: "Whether nodes that the pod's `nodeSelector` and node affinity rule out count as places.\n`Honor`: they do not. `Ignore`: they do.",
		ko: '파드의 `nodeSelector`나 노드 어피니티에 맞지 않는 노드도 계산에 넣을지 정한다.\n`Honor`는 빼고, `Ignore`는 넣는다.',
	},
	nodeTaintsPolicy: {
		en: 'Whether nodes with taints that the pod does not tolerate count as places.\n`Ignore`: they do, and an empty tainted zone can block the pod. `Honor`: they do not.',
		ko: '파드가 용인하지 않는 테인트가 있는 노드도 계산에 넣을지 정한다.\n`Ignore`는 넣으므로, 테인트가 붙은 빈 영역 때문에 배치가 막힐 수 있다. `Honor`는 뺀다.',
	},
});

import type { Toleration } from '../schema/generated/types';
import { documented } from './words';

export const toleration = documented<Toleration>()({
	key: {
		en: 'The key of the taint to tolerate. Left out, with `operator: Exists`, it means every taint.\nA toleration only lets the pod onto the node, it does not draw it there; for that, add a `nodeSelector` or node affinity.',
		ko: '용인(tolerate)할 테인트의 키. 비우고 `operator: Exists`만 적으면 모든 테인트를 용인한다.\n톨러레이션은 노드에 배치되는 것을 허용할 뿐, 그리로 보내지는 않는다. 보내려면 `nodeSelector`나 노드 어피니티를 더한다.',
		link: 'concepts/scheduling-eviction/taint-and-toleration/',
	},
	operator: {
		en: 'How the taint is compared.\n`Equal`: its value is `value`. `Exists`: any value. `Gt` and `Lt` compare whole numbers: is the value of the taint greater or less than `value`?',
		ko: '테인트를 비교하는 방법.\n`Equal`은 값이 `value`와 같을 때, `Exists`는 값과 상관없이 맞는다. `Gt`와 `Lt`는 정수로 보고 테인트의 값이 `value`보다 큰지 작은지 비교한다.',
	},
	value: {
		en: 'The value of the taint to tolerate. Must be left out with `Exists`.',
		ko: '용인할 테인트의 값. `Exists`에는 적지 않는다.',
	},
	effect: {
		en: 'Which effect of the taint to tolerate: `NoSchedule` (no new pods), `PreferNoSchedule` (rather not), `NoExecute` (pods that run there are evicted as well). Left out, all of them.',
		ko: '테인트의 어떤 이펙트(effect)를 용인할지 정한다. `NoSchedule`은 새 파드를 받지 않고, `PreferNoSchedule`은 되도록 받지 않으며, `NoExecute`는 이미 도는 파드까지 축출한다. 적지 않으면 모두 용인한다.',
	},
	tolerationSeconds: {
		en: 'How long the pod may stay after a `NoExecute` taint appears on its node; then it is evicted. Left out, forever.\nEvery pod gets 300 s for `node.kubernetes.io/not-ready` and `unreachable` unless you write your own: that is why pods of a dead node are replaced only after about 6 minutes.',
		ko: '노드에 `NoExecute` 테인트가 생긴 뒤 파드가 얼마나 더 머물 수 있는지 정한다. 지나면 축출된다. 적지 않으면 계속 머문다.\n따로 적지 않으면 모든 파드에 `node.kubernetes.io/not-ready`와 `unreachable`을 300초 동안 용인하는 톨러레이션이 붙는다. 죽은 노드의 파드가 6분쯤 지나서야 교체되는 이유다.',
		example: 'tolerationSeconds: 30\nkey: node.kubernetes.io/unreachable\noperator: Exists\neffect: NoExecute',
		link: 'concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions',
	},
});

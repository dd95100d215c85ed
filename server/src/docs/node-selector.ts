import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../schema/generated/types';
import { documented } from './words';

export const nodeSelector = documented<NodeSelector>()({
	nodeSelectorTerms: {
		en: 'Alternatives: a node that meets any one of them will do. What must hold together belongs in one term.\nMistake: two conditions as two terms. That is "or", not "and".',
		ko: '여러 대안을 적는다. 노드는 그중 하나만 맞으면 된다. 함께 맞아야 하는 조건은 한 항목 안에 적는다.\n흔한 실수: 조건 두 개를 두 항목으로 나누는 것. "그리고"가 아니라 "또는"이 된다.',
	},
});

export const nodeSelectorTerm = documented<NodeSelectorTerm>()({
	matchExpressions: {
		en: 'Conditions on the labels of the node. All of them must hold.\nA term with neither `matchExpressions` nor `matchFields` matches no node.',
		ko: '노드 레이블의 조건. 모두 맞아야 한다.\n`matchExpressions`도 `matchFields`도 없는 항목은 어떤 노드에도 맞지 않는다.',
		example: 'matchExpressions:\n  - key: topology.kubernetes.io/zone\n    operator: In\n    values: [ap-northeast-2a, ap-northeast-2c]',
	},
	matchFields: {
		en: 'Conditions on fields of the node. Only `metadata.name` exists, with `In` or `NotIn` and one name: how DaemonSets pin a pod to its node.',
		ko: '노드 필드의 조건. `metadata.name`을 `In`이나 `NotIn`과 이름 하나로만 쓸 수 있다. 데몬셋이 파드를 노드에 고정할 때 쓰는 방법이다.',
	},
});

export const nodeSelectorRequirement = documented<NodeSelectorRequirement>()({
	key: {
		en: 'The node label to look at.',
		ko: '살펴볼 노드 레이블의 키.',
	},
	operator: {
		en: 'How the label is compared.\n`In`: one of `values`. `NotIn`: none of them, or the label is missing. `Exists`, `DoesNotExist`: is the label there at all? `Gt`, `Lt`: is its value, as a whole number, greater or less than the one in `values`?',
		ko: '레이블을 비교하는 방법.\n`In`은 값이 `values`에 있을 때, `NotIn`은 없거나 레이블 자체가 없을 때 맞는다. `Exists`와 `DoesNotExist`는 레이블이 있는지만 본다. `Gt`와 `Lt`는 값을 정수로 보고 `values`에 적은 값보다 큰지 작은지 비교한다.',
	},
	values: {
		en: 'The values to compare with: at least one for `In` and `NotIn`, exactly one number in quotes for `Gt` and `Lt`, none for `Exists` and `DoesNotExist`.',
		ko: '비교할 값. `In`과 `NotIn`에는 하나 이상, `Gt`와 `Lt`에는 따옴표로 감싼 수 하나를 적고, `Exists`와 `DoesNotExist`에는 적지 않는다.',
		example: 'values: ["16"]',
	},
});

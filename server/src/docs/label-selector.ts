import type { LabelSelector, LabelSelectorRequirement } from '../schema/generated/types';
import { documented } from './words';

export const labelSelector = documented<LabelSelector>()({
	matchLabels: {
		en: 'Labels that must be there with exactly these values, all of them.',
		ko: '이 키와 값을 모두 그대로 가진 것만 고른다.',
		example: 'matchLabels:\n  app: web\n  tier: frontend',
		link: 'concepts/overview/working-with-objects/labels/#label-selectors',
	},
	matchExpressions: {
		en: 'Conditions on labels that `matchLabels` cannot express: one of several values, none of them, present, absent. All must hold, together with `matchLabels`.',
		ko: '`matchLabels`로 나타낼 수 없는 레이블 조건. 여러 값 가운데 하나, 어느 값도 아님, 키가 있음, 키가 없음을 적는다. `matchLabels`까지 모두 맞아야 한다.',
		example: 'matchExpressions:\n  - key: tier\n    operator: In\n    values: [frontend, cache]',
		link: 'concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements',
	},
});

export const labelSelectorRequirement = documented<LabelSelectorRequirement>()({
	key: {
		en: 'The label to look at.',
		ko: '살펴볼 레이블의 키.',
	},
	operator: {
		en: 'How the label is compared.\n`In`: its value is one of `values`. `NotIn`: it is none of them, or the label is missing. `Exists`: it is there, whatever its value. `DoesNotExist`: it is missing.',
		ko: '레이블을 비교하는 방법.\n`In`은 값이 `values`에 있을 때, `NotIn`은 없거나 레이블 자체가 없을 때, `Exists`는 값과 상관없이 레이블이 있을 때, `DoesNotExist`는 레이블이 없을 때 맞는다.',
	},
	values: {
		en: 'The values for `In` and `NotIn`, at least one. Must be left out with `Exists` and `DoesNotExist`.',
		ko: '`In`과 `NotIn`에 쓸 값. 하나 이상 적는다. `Exists`와 `DoesNotExist`에는 적지 않는다.',
	},
});

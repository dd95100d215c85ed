import type { LabelSelector, LabelSelectorRequirement } from '../schema/generated/types';
import { type Labels, matchesLabels, matchesSet } from '../schema/label-match';
import { isQualifiedName, isValidLabelValue } from './names';
import type { Walk } from './walk';

/** k8s.io/apimachinery/pkg/labels.Selector */
export interface Selector {
	/** It selects everything. */
	readonly empty: boolean;
	readonly matches: (labels: Labels | undefined) => boolean;
}

/** metav1.LabelSelectorAsSelector; undefined where Go returns an error. */
export function selectorOf(walk: Walk, selector: LabelSelector | undefined): Selector | undefined {
	if (!selector) return { empty: false, matches: () => false };
	const exact = Object.entries(selector.matchLabels ?? {});
	const expressions = selector.matchExpressions ?? [];
	const sound =
		exact.every(([key, value]) => isQualifiedName(walk, key).length === 0 && isValidLabelValue(walk, value).length === 0) &&
		expressions.every((requirement) => isSound(walk, requirement));
	return sound ? { empty: exact.length + expressions.length === 0, matches: (labels) => matchesLabels(selector, labels) } : undefined;
}

/** labels.SelectorFromSet, which judges nothing. */
export function selectorOfSet(set: Labels | undefined): Selector {
	return { empty: Object.keys(set ?? {}).length === 0, matches: (labels) => matchesSet(set, labels) };
}

/** labels.NewRequirement */
function isSound(walk: Walk, { key, operator, values = [] }: LabelSelectorRequirement): boolean {
	const counts = operator === 'In' || operator === 'NotIn' ? values.length > 0 : (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
	return counts && isQualifiedName(walk, key).length === 0 && values.every((value) => isValidLabelValue(walk, value).length === 0);
}

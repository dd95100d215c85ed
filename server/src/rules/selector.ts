import type { LabelSelector, LabelSelectorRequirement } from '../schema/generated/types';
import { isQualifiedName, isValidLabelValue } from './names';
import type { Walk } from './walk';

export type Labels = Readonly<Record<string, string>>;

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
	if (!sound) return undefined;
	return {
		empty: exact.length + expressions.length === 0,
		matches: (labels = {}) => selectorOfSet(selector.matchLabels).matches(labels) && expressions.every((requirement) => meets(labels, requirement)),
	};
}

/** labels.SelectorFromSet, which judges nothing. */
export function selectorOfSet(set: Labels | undefined): Selector {
	const exact = Object.entries(set ?? {});
	return { empty: exact.length === 0, matches: (labels = {}) => exact.every(([key, value]) => has(labels, key) && labels[key] === value) };
}

/** labels.NewRequirement */
function isSound(walk: Walk, { key, operator, values = [] }: LabelSelectorRequirement): boolean {
	const counts = operator === 'In' || operator === 'NotIn' ? values.length > 0 : (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
	return counts && isQualifiedName(walk, key).length === 0 && values.every((value) => isValidLabelValue(walk, value).length === 0);
}

/** labels.Requirement.Matches */
function meets(labels: Labels, { key, operator, values = [] }: LabelSelectorRequirement): boolean {
	const held = has(labels, key) ? labels[key] : undefined;
	switch (operator) {
		case 'In':
			return held !== undefined && values.includes(held);
		case 'NotIn':
			return held === undefined || !values.includes(held);
		case 'Exists':
			return held !== undefined;
		default:
			return held === undefined;
	}
}

function has(labels: Labels, key: string): boolean {
	return Object.hasOwn(labels, key);
}

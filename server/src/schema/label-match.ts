import type { LabelSelector, LabelSelectorRequirement } from './generated/types';

export type Labels = Readonly<Record<string, string>>;

/** metav1.LabelSelectorAsSelector, Matches: whether a selector that is sound selects what has these labels. No selector selects nothing. */
export function matchesLabels(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
	if (!selector) return false;
	return matchesSet(selector.matchLabels, labels) && (selector.matchExpressions ?? []).every((requirement) => meets(labels ?? {}, requirement));
}

/** labels.SelectorFromSet, Matches. */
export function matchesSet(set: Labels | undefined, labels: Labels = {}): boolean {
	return Object.entries(set ?? {}).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** labels.Requirement.Matches; a list of nothing is null where it is read as it is written. */
function meets(labels: Labels, { key, operator, values: written }: LabelSelectorRequirement): boolean {
	const values = written ?? [];
	const held = Object.hasOwn(labels, key) ? labels[key] : undefined;
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

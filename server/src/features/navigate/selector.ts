import type { LabelSelectorRequirement } from '../../schema/generated/types';
import { isMap } from '../../schema/json';
import { matchesLabels } from '../../schema/label-match';
import { toJson } from '../../yaml/json';
import { entryOf, type MapNode, type Node, type Range, type ScalarNode } from '../../yaml/node';
import { ownText } from './detail';

/** A label, from its key to its value. */
export interface Label {
	readonly key: string;
	readonly value: string;
	readonly range: Range;
}

/** What selects by labels. */
export interface Selector {
	readonly selects: 'pods' | 'Service';
	/** The field itself, and `matchLabels` in it. */
	readonly keys: readonly Range[];
	readonly labels: readonly Label[];
	readonly matchExpressions: readonly LabelSelectorRequirement[];
	/** It is the one by which a workload knows its own pods. */
	readonly isOwn: boolean;
	/** It looks into other namespaces too. */
	readonly anyNamespace: boolean;
}

/** The labels in a map, as far as their values are text. */
export function labelsOf(node: Node | undefined): readonly Label[] {
	if (node?.kind !== 'map') return [];
	return node.entries.flatMap(({ key, value, alias }) =>
		value?.kind === 'scalar'
			? { key: ownText(key.text), value: ownText(value.text), range: { start: key.range.start, end: alias?.end ?? value.range.end } }
			: [],
	);
}

/** A selector as it is written under `key`; undefined where it selects nothing. `isSet`: it is labels and nothing else. */
export function selectorOf(key: ScalarNode, node: MapNode, isSet: boolean): Pick<Selector, 'keys' | 'labels' | 'matchExpressions'> | undefined {
	const inside = isSet ? undefined : entryOf(node, 'matchLabels');
	const labels = labelsOf(isSet ? node : inside?.value);
	if (isSet && labels.length === 0) return undefined;
	const expressions = isSet ? [] : toJson(entryOf(node, 'matchExpressions')?.value);
	const matchExpressions = Array.isArray(expressions) ? expressions.filter(isRequirement) : [];
	return { keys: [key.range, ...(inside ? [inside.key.range] : [])], labels, matchExpressions };
}

const isRequirement = (value: unknown): value is LabelSelectorRequirement =>
	isMap(value) && typeof value['key'] === 'string' && typeof value['operator'] === 'string' && Array.isArray(value['values'] ?? []);

/** metav1.LabelSelectorAsSelector, Matches. */
export function isSelected({ labels: asked, matchExpressions }: Selector, labels: readonly Label[]): boolean {
	if (!asked.every(({ key, value }) => labels.some((one) => one.key === key && one.value === value))) return false;
	return matchExpressions.length === 0 || matchesLabels({ matchExpressions }, Object.fromEntries(labels.map(({ key, value }) => [key, value])));
}

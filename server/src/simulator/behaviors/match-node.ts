/** What a scheduling cycle knows of a node, and whether a pod's own wishes fit it. */
import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../../schema/generated/types';
import { amountOf, type Node, type Reason, tolerates } from '../nodes';
import type { PodObject } from '../state';

/** Why a node will not do, and whether evicting others could help (Unschedulable, not UnschedulableAndUnresolvable). */
export interface No {
	readonly reasons: readonly Reason[];
	readonly preemptable: boolean;
}

/** framework.NodeInfo: a node with the pods on it. */
export interface NodeInfo {
	readonly node: Node;
	readonly pods: readonly PodObject[];
}

/** A taint that keeps new pods away. */
export function isRepelled({ tolerations = [] }: PodSpec, { taints }: Node): boolean {
	return taints.some((taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(tolerations, taint));
}

/** GetRequiredNodeAffinity: nodeSelector and the required terms. */
export function selects(spec: PodSpec, node: Node): boolean {
	const wanted = Object.entries(spec.nodeSelector ?? {});
	if (wanted.some(([key, value]) => node.labels[key] !== value)) return false;
	const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return terms === undefined || terms.some((term) => termMatches(term, node));
}

export function termMatches(term: NodeSelectorTerm, node: Node): boolean {
	const expressions = term.matchExpressions ?? [];
	const fields = term.matchFields ?? [];
	if (expressions.length + fields.length === 0) return false;
	const names = { 'metadata.name': node.name };
	return expressions.every((one) => requirementHolds(one, node.labels)) && fields.every((one) => requirementHolds(one, names));
}

function requirementHolds({ key, operator, values = [] }: NodeSelectorRequirement, labels: Readonly<Record<string, string>>): boolean {
	const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
	switch (operator) {
		case 'In':
			return value !== undefined && values.includes(value);
		case 'NotIn':
			return value === undefined || !values.includes(value);
		case 'Exists':
			return value !== undefined;
		case 'DoesNotExist':
			return value === undefined;
		case 'Gt':
			return value !== undefined && amountOf(value, 1) > amountOf(values[0], 1);
		case 'Lt':
			return value !== undefined && amountOf(value, 1) < amountOf(values[0], 1);
		default:
			return false;
	}
}

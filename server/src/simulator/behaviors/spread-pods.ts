/** What pods want of their neighbours. scheduler plugins podtopologyspread and interpodaffinity */
import type { LabelSelector, PodAffinityTerm, TopologySpreadConstraint } from '../../schema/generated/types';
import type { Node, Reason } from '../nodes';
import type { PodObject } from '../state';

/** Pods with the node they run on. */
export interface Placed {
	readonly pod: PodObject;
	readonly node: Node;
}

/** Why the neighbours of this node will not do. */
export function neighbourFault(pod: PodObject, node: Node, nodes: readonly Node[], placed: readonly Placed[]): Reason | undefined {
	const spread = (pod.spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
	if (spread.some(({ topologyKey }) => node.labels[topologyKey] === undefined))
		return { code: 'PodTopologySpread', text: "node(s) didn't match pod topology spread constraints (missing required label)" };
	if (spread.some((constraint) => tooUneven(pod, node, nodes, placed, constraint)))
		return { code: 'PodTopologySpread', text: "node(s) didn't match pod topology spread constraints" };
	const affinity = pod.spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
	if (!affinity.every((term) => attracted(pod, node, placed, term)))
		return { code: 'InterPodAffinity/affinity', text: "node(s) didn't match pod affinity rules" };
	const anti = pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
	if (anti.some((term) => near(node, placed, term).some((other) => selects(term, pod, other.pod))))
		return { code: 'InterPodAffinity/anti-affinity', text: "node(s) didn't match pod anti-affinity rules" };
	const repelled = placed.some((other) => {
		const terms = other.pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
		return terms.some((term) => near(node, [other], term).length > 0 && selects(term, other.pod, pod));
	});
	return repelled ? { code: 'InterPodAffinity/anti-affinity', text: "node(s) didn't satisfy existing pods anti-affinity rules" } : undefined;
}

function near(node: Node, placed: readonly Placed[], { topologyKey }: PodAffinityTerm): Placed[] {
	const place = node.labels[topologyKey];
	return placed.filter((other) => place !== undefined && other.node.labels[topologyKey] === place);
}

/** A pod that selects itself may be the first of its group. */
function attracted(pod: PodObject, node: Node, placed: readonly Placed[], term: PodAffinityTerm): boolean {
	if (near(node, placed, term).some((other) => selects(term, pod, other.pod))) return true;
	return !placed.some((other) => selects(term, pod, other.pod)) && selects(term, pod, pod) && node.labels[term.topologyKey] !== undefined;
}

function selects(term: PodAffinityTerm, owner: PodObject, other: PodObject): boolean {
	if (term.namespaces === undefined ? owner.namespace !== other.namespace : !term.namespaces.includes(other.namespace)) return false;
	return matchesLabels(term.labelSelector, other.meta.labels ?? {});
}

function tooUneven(
	pod: PodObject,
	node: Node,
	nodes: readonly Node[],
	placed: readonly Placed[],
	{ topologyKey, labelSelector, maxSkew }: TopologySpreadConstraint,
): boolean {
	const places = new Map<string, number>();
	for (const known of nodes) {
		const place = known.labels[topologyKey];
		if (place !== undefined) places.set(place, places.get(place) ?? 0);
	}
	for (const other of placed) {
		const place = other.node.labels[topologyKey];
		if (place !== undefined && other.pod.namespace === pod.namespace && matchesLabels(labelSelector, other.pod.meta.labels ?? {}))
			places.set(place, (places.get(place) ?? 0) + 1);
	}
	const own = matchesLabels(labelSelector, pod.meta.labels ?? {}) ? 1 : 0;
	return (places.get(node.labels[topologyKey] ?? '') ?? 0) + own - Math.min(...places.values()) > maxSkew;
}

/** LabelSelectorAsSelector; no selector selects nothing. */
function matchesLabels(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
	if (selector === undefined) return false;
	const value = (key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
	if (Object.entries(selector.matchLabels ?? {}).some(([key, wanted]) => value(key) !== wanted)) return false;
	return (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
		const is = value(key);
		switch (operator) {
			case 'In':
				return is !== undefined && values.includes(is);
			case 'NotIn':
				return is === undefined || !values.includes(is);
			case 'Exists':
				return is !== undefined;
			default:
				return is === undefined;
		}
	});
}

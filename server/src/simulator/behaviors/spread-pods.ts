/** What pods want of their neighbours. scheduler plugins podtopologyspread and interpodaffinity */
import type { LabelSelector, PodAffinityTerm, TopologySpreadConstraint } from '../../schema/generated/types';
import type { Node } from '../nodes';
import type { PodObject } from '../state';
import { isRepelled, type No, type NodeInfo, selects } from './match-node';

/** Why the neighbours of this node will not do. */
export function neighbourFault(pod: PodObject, node: Node, infos: readonly NodeInfo[]): No | undefined {
	return spreadFault(pod, node, infos) ?? affinityFault(pod, node, infos);
}

/** PodTopologySpread. */
function spreadFault(pod: PodObject, node: Node, infos: readonly NodeInfo[]): No | undefined {
	const no = (text: string, preemptable: boolean): No => ({ reasons: [{ code: 'PodTopologySpread', text }], preemptable });
	for (const constraint of hardConstraints(pod)) {
		if (node.labels[constraint.topologyKey] === undefined) return no("node(s) didn't match pod topology spread constraints (missing required label)", false);
		if (tooUneven(pod, node, infos, constraint)) return no("node(s) didn't match pod topology spread constraints", true);
	}
	return undefined;
}

export function hardConstraints(pod: PodObject): readonly TopologySpreadConstraint[] {
	return (pod.spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
}

/** InterPodAffinity. */
function affinityFault(pod: PodObject, node: Node, infos: readonly NodeInfo[]): No | undefined {
	const no = (part: 'affinity' | 'anti-affinity', text: string, preemptable: boolean): No => ({
		reasons: [{ code: `InterPodAffinity/${part}`, text }],
		preemptable,
	});
	const others = infos.flatMap((info) => info.pods.filter(({ uid }) => uid !== pod.uid).map((other) => ({ pod: other, node: info.node })));
	const terms = affinityTerms(pod);
	if (terms.length > 0 && !attracted(pod, node, others, terms)) return no('affinity', "node(s) didn't match pod affinity rules", false);
	const near = (term: PodAffinityTerm) => others.filter((other) => isNear(node, other.node, term));
	if (antiAffinityTerms(pod).some((term) => near(term).some((other) => matchesTerm(term, pod, other.pod))))
		return no('anti-affinity', "node(s) didn't match pod anti-affinity rules", true);
	const repelled = others.some((other) => antiAffinityTerms(other.pod).some((term) => isNear(node, other.node, term) && matchesTerm(term, other.pod, pod)));
	return repelled ? no('anti-affinity', "node(s) didn't satisfy existing pods anti-affinity rules", true) : undefined;
}

export function affinityTerms({ spec }: PodObject): readonly PodAffinityTerm[] {
	return spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

export function antiAffinityTerms({ spec }: PodObject): readonly PodAffinityTerm[] {
	return spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

/** One domain of the term's topology. */
export function isNear(a: Node, b: Node, { topologyKey }: PodAffinityTerm): boolean {
	return a.labels[topologyKey] !== undefined && a.labels[topologyKey] === b.labels[topologyKey];
}

interface Placed {
	readonly pod: PodObject;
	readonly node: Node;
}

/** satisfyPodAffinity: one pod that all terms want, in the domain of each; a pod that wants its own kind may be the first of it. */
function attracted(pod: PodObject, node: Node, others: readonly Placed[], terms: readonly PodAffinityTerm[]): boolean {
	if (terms.some(({ topologyKey }) => node.labels[topologyKey] === undefined)) return false;
	const wanted = others.filter((other) => terms.every((term) => matchesTerm(term, pod, other.pod)));
	if (terms.every((term) => wanted.some((other) => isNear(node, other.node, term)))) return true;
	return wanted.length === 0 && terms.every((term) => matchesTerm(term, pod, pod));
}

/** AffinityTerm.Matches, with matchLabelKeys and mismatchLabelKeys as the API server merges them into the selector (applyMatchLabelKeysAndMismatchLabelKeys). */
export function matchesTerm(term: PodAffinityTerm, owner: PodObject, other: PodObject): boolean {
	const { namespaces = [], namespaceSelector, labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
	const everywhere = namespaceSelector !== undefined && Object.keys(namespaceSelector.matchLabels ?? {}).length === 0;
	const own = namespaces.length === 0 && namespaceSelector === undefined;
	if (!everywhere && !(own ? owner.namespace === other.namespace : namespaces.includes(other.namespace))) return false;
	const [mine, theirs] = [owner.meta.labels ?? {}, other.meta.labels ?? {}];
	return (
		matchesLabels(labelSelector, theirs) &&
		matchLabelKeys.every((key) => mine[key] === undefined || theirs[key] === mine[key]) &&
		mismatchLabelKeys.every((key) => mine[key] === undefined || theirs[key] !== mine[key])
	);
}

/** Counted in domains that the pod may go to: existing matching pods, the pod itself if it matches, less the emptiest domain. */
function tooUneven(pod: PodObject, node: Node, infos: readonly NodeInfo[], constraint: TopologySpreadConstraint): boolean {
	const counts = domainCounts(pod, infos, constraint, hardConstraints(pod));
	const own = isSpread(constraint, pod, pod) ? 1 : 0;
	const least = counts.size < (constraint.minDomains ?? 1) ? 0 : Math.min(...counts.values());
	const here = counts.get(node.labels[constraint.topologyKey] ?? '') ?? 0;
	return here + own - (Number.isFinite(least) ? least : 0) > constraint.maxSkew;
}

/** calPreFilterState: by domain, the pods that a constraint counts. Nodes that lack one of the keys are not looked at. */
export function domainCounts(
	pod: PodObject,
	infos: readonly NodeInfo[],
	constraint: TopologySpreadConstraint,
	all: readonly TopologySpreadConstraint[],
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { node, pods } of infos) {
		const domain = node.labels[constraint.topologyKey];
		if (domain === undefined || all.some(({ topologyKey }) => node.labels[topologyKey] === undefined) || !isIncluded(pod, node, constraint)) continue;
		const count = pods.filter((other) => other.uid !== pod.uid && other.deletion === undefined && isSpread(constraint, pod, other)).length;
		counts.set(domain, (counts.get(domain) ?? 0) + count);
	}
	return counts;
}

/** matchNodeInclusionPolicies. */
function isIncluded({ spec }: PodObject, node: Node, { nodeAffinityPolicy = 'Honor', nodeTaintsPolicy = 'Ignore' }: TopologySpreadConstraint): boolean {
	return (nodeAffinityPolicy !== 'Honor' || selects(spec, node)) && (nodeTaintsPolicy !== 'Honor' || !isRepelled(spec, node));
}

/** countPodsMatchSelector: an empty selector counts nothing. */
export function isSpread({ labelSelector, matchLabelKeys = [] }: TopologySpreadConstraint, pod: PodObject, other: PodObject): boolean {
	if (other.namespace !== pod.namespace) return false;
	const [mine, theirs] = [pod.meta.labels ?? {}, other.meta.labels ?? {}];
	const isEmpty = Object.keys(labelSelector?.matchLabels ?? {}).length === 0 && (labelSelector?.matchExpressions ?? []).length === 0;
	const keys = matchLabelKeys.filter((key) => mine[key] !== undefined);
	if (isEmpty && keys.length === 0) return false;
	return matchesLabels(labelSelector, theirs) && keys.every((key) => theirs[key] === mine[key]);
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

/** What pods want of their neighbours. scheduler plugins podtopologyspread and interpodaffinity */
import type { PodAffinityTerm, TopologySpreadConstraint } from '../../schema/generated/types';
import { matchesLabels } from '../../schema/label-match';
import type { Node } from '../nodes';
import type { PodObject } from '../state';
import { isRepelled, type No, type NodeInfo, selects } from './match-node';

/** preFilterState of both plugins: the pods of the cluster are looked at once, however many nodes are asked about. */
export interface Survey {
	readonly spread: readonly {
		readonly constraint: TopologySpreadConstraint;
		readonly domains: ReadonlyMap<string, number>;
		readonly least: number;
		readonly own: number;
	}[];
	/** By topology pair: pods that all affinity terms want, that an anti-affinity term shuns, and that shun this pod. */
	readonly wanted: ReadonlyMap<string, number>;
	readonly shunned: ReadonlyMap<string, number>;
	readonly shunning: ReadonlyMap<string, number>;
}

export function survey(pod: PodObject, infos: readonly NodeInfo[]): Survey {
	const hard = hardConstraints(pod);
	const terms = affinityTerms(pod);
	const anti = antiAffinityTerms(pod);
	const [wanted, shunned, shunning] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
	for (const { node, pods } of infos) {
		for (const other of pods) {
			if (other.uid === pod.uid) continue;
			if (terms.length > 0 && terms.every((term) => matchesTerm(term, pod, other))) for (const term of terms) count(wanted, node, term);
			for (const term of anti) if (matchesTerm(term, pod, other)) count(shunned, node, term);
			for (const term of antiAffinityTerms(other)) if (matchesTerm(term, other, pod)) count(shunning, node, term);
		}
	}
	const spread = hard.map((constraint) => {
		const domains = domainCounts(pod, infos, constraint, hard);
		// minMatchNum: with fewer domains than wanted the emptiest is taken for empty.
		const least = domains.size < (constraint.minDomains ?? 1) ? 0 : Math.min(...domains.values());
		return { constraint, domains, least, own: isSpread(constraint, pod, pod) ? 1 : 0 };
	});
	return { spread, wanted, shunned, shunning };
}

function count(pairs: Map<string, number>, node: Node, term: PodAffinityTerm): void {
	const pair = pairOf(node, term);
	if (pair !== undefined) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
}

/** The domain of a node: `kubernetes.io/hostname=node-1`. */
function pairOf(node: Node, { topologyKey }: PodAffinityTerm): string | undefined {
	const value = node.labels[topologyKey];
	return value === undefined ? undefined : `${topologyKey}=${value}`;
}

/** Why the neighbours of this node will not do. */
export function neighbourFault(pod: PodObject, node: Node, found: Survey): No | undefined {
	return spreadFault(node, found) ?? affinityFault(pod, node, found);
}

/** PodTopologySpread: existing matching pods, the pod itself if it matches, less the emptiest domain. */
function spreadFault(node: Node, { spread }: Survey): No | undefined {
	const no = (text: string, preemptable: boolean): No => ({ reasons: [{ code: 'PodTopologySpread', text }], preemptable });
	for (const { constraint, domains, least, own } of spread) {
		const domain = node.labels[constraint.topologyKey];
		if (domain === undefined) return no("node(s) didn't match pod topology spread constraints (missing required label)", false);
		if ((domains.get(domain) ?? 0) + own - least > constraint.maxSkew) return no("node(s) didn't match pod topology spread constraints", true);
	}
	return undefined;
}

/** InterPodAffinity. */
function affinityFault(pod: PodObject, node: Node, { wanted, shunned, shunning }: Survey): No | undefined {
	const no = (part: 'affinity' | 'anti-affinity', text: string, preemptable: boolean): No => ({
		reasons: [{ code: `InterPodAffinity/${part}`, text }],
		preemptable,
	});
	if (!isAttracted(pod, node, wanted)) return no('affinity', "node(s) didn't match pod affinity rules", false);
	const isIn = (pairs: ReadonlyMap<string, number>, term: PodAffinityTerm): boolean => pairs.has(pairOf(node, term) ?? '');
	if (antiAffinityTerms(pod).some((term) => isIn(shunned, term))) return no('anti-affinity', "node(s) didn't match pod anti-affinity rules", true);
	const isRepelled = [...shunning.keys()].some((pair) => isIn(shunning, { topologyKey: pair.slice(0, pair.indexOf('=')) }));
	return isRepelled ? no('anti-affinity', "node(s) didn't satisfy existing pods anti-affinity rules", true) : undefined;
}

/** satisfyPodAffinity: pods that all terms want, in the domain of each; a pod that wants its own kind may be the first of it. */
function isAttracted(pod: PodObject, node: Node, wanted: ReadonlyMap<string, number>): boolean {
	const terms = affinityTerms(pod);
	const pairs = terms.map((term) => pairOf(node, term));
	if (pairs.includes(undefined)) return false;
	return pairs.every((pair) => wanted.has(pair ?? '')) || (wanted.size === 0 && terms.every((term) => matchesTerm(term, pod, pod)));
}

export function hardConstraints(pod: PodObject): readonly TopologySpreadConstraint[] {
	return (pod.spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule');
}

export function affinityTerms({ spec }: PodObject): readonly PodAffinityTerm[] {
	return spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

export function antiAffinityTerms({ spec }: PodObject): readonly PodAffinityTerm[] {
	return spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
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

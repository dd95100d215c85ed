/** Of several nodes that will do the best one: the scheduler's score plugins with their weights. pkg/scheduler/framework/plugins, default_plugins.go */
import { allocatable, requestsOf, tolerates } from '../nodes';
import type { PodObject } from '../state';
import { type NodeInfo, termMatches } from './match-node';
import { domainCounts, matchesTerm } from './spread-pods';

const MOST = 100;

/** One plugin's opinion of each node: the more the better. */
type Score = (pod: PodObject, candidates: readonly NodeInfo[], all: readonly NodeInfo[]) => readonly number[];

/** What a pod counts for that requests nothing: 0.1 CPU, 200 MB (GetNonzeroRequests). */
const LEAST = { cpu: 100, memory: 200 * 1024 * 1024 } as const;

/** The node with the highest score; of equals the first, where the scheduler would throw dice. NodeResourcesBalancedAllocation and ImageLocality tell equal nodes no more apart than these. */
export function bestOf(pod: PodObject, candidates: readonly NodeInfo[], all: readonly NodeInfo[]): NodeInfo | undefined {
	if (candidates.length < 2) return candidates[0];
	const scores = PLUGINS.map(({ weight, score }) => score(pod, candidates, all).map((points) => points * weight));
	const total = candidates.map((_, index) => scores.reduce((sum, points) => sum + (points[index] ?? 0), 0));
	return candidates[total.indexOf(Math.max(...total))];
}

const PLUGINS: readonly { readonly weight: number; readonly score: Score }[] = [
	{ weight: 3, score: (pod, candidates) => fewest(candidates.map((info) => unwelcome(pod, info))) },
	{ weight: 2, score: (pod, candidates) => most(candidates.map((info) => preferred(pod, info))) },
	{ weight: 2, score: spreadScore },
	{ weight: 2, score: affinityScore },
	{ weight: 1, score: (pod, candidates) => candidates.map((info) => leastAllocated(pod, info)) },
];

/** TaintToleration: taints that would rather not have it. */
function unwelcome({ spec }: PodObject, { node }: NodeInfo): number {
	return node.taints.filter((taint) => taint.effect === 'PreferNoSchedule' && !tolerates(spec.tolerations ?? [], taint)).length;
}

/** NodeAffinity: the weights of the preferred terms that hold. */
function preferred({ spec }: PodObject, { node }: NodeInfo): number {
	const terms = spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
	return terms.reduce((sum, { weight, preference }) => sum + (termMatches(preference, node) ? weight : 0), 0);
}

/** PodTopologySpread: constraints that may be broken (ScheduleAnyway). */
function spreadScore(pod: PodObject, candidates: readonly NodeInfo[], all: readonly NodeInfo[]): readonly number[] {
	const soft = (pod.spec.topologySpreadConstraints ?? []).filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway');
	if (soft.length === 0) return candidates.map(() => MOST);
	const counts = soft.map((constraint) => ({ constraint, domains: domainCounts(pod, all, constraint, soft) }));
	const crowds = candidates.map(({ node }) =>
		counts.reduce((sum, { constraint: { topologyKey, maxSkew }, domains }) => {
			const count = domains.get(node.labels[topologyKey] ?? '') ?? 0;
			return sum + count * Math.log(domains.size + 2) + maxSkew - 1;
		}, 0),
	);
	const [least, highest] = [Math.min(...crowds), Math.max(...crowds)];
	return crowds.map((crowd) => (highest === 0 ? MOST : (MOST * (highest + least - crowd)) / highest));
}

/** InterPodAffinity: the weights of what pods nearby are wanted for, less those of what they are shunned for. */
function affinityScore(pod: PodObject, candidates: readonly NodeInfo[], all: readonly NodeInfo[]): readonly number[] {
	const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
	const terms = [
		...(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map((one) => ({ ...one, sign: 1 })),
		...(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map((one) => ({ ...one, sign: -1 })),
	];
	const sums = candidates.map(({ node }) =>
		terms.reduce((sum, { weight, podAffinityTerm: term, sign }) => {
			const place = node.labels[term.topologyKey];
			const near = all
				.filter((info) => place !== undefined && info.node.labels[term.topologyKey] === place)
				.flatMap(({ pods }) => pods.filter((other) => matchesTerm(term, pod, other)));
			return sum + sign * weight * near.length;
		}, 0),
	);
	const [least, highest] = [Math.min(...sums), Math.max(...sums)];
	return sums.map((sum) => (highest === least ? 0 : (MOST * (sum - least)) / (highest - least)));
}

/** NodeResourcesFit, LeastAllocated. */
function leastAllocated(pod: PodObject, { node, pods }: NodeInfo): number {
	const shares = (['cpu', 'memory'] as const).map((resource) => {
		const [has, least] = [allocatable(node, resource), LEAST[resource]];
		const asked = [...pods, pod].reduce((sum, { spec }) => sum + (requestsOf(spec).get(resource) || least), 0);
		return has === 0 || asked > has ? 0 : ((has - asked) * MOST) / has;
	});
	return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** DefaultNormalizeScore. */
function most(scores: readonly number[]): readonly number[] {
	const highest = Math.max(...scores);
	return scores.map((score) => (highest === 0 ? 0 : (MOST * score) / highest));
}

function fewest(scores: readonly number[]): readonly number[] {
	return most(scores).map((score) => MOST - score);
}

/** What may help a pod that found no node: the scheduler tries it again only then. QueueingHints of the plugins in pkg/scheduler/framework/plugins */
import { same } from '../../schema/same';
import type { Node, ReasonCode } from '../nodes';
import type { PodObject } from '../state';
import { isRepelled, selects } from './match-node';
import { affinityTerms, antiAffinityTerms, hardConstraints, isSpread, matchesTerm } from './spread-pods';

/** Something happened in the cluster. */
export type News =
	/** It was deleted, or it ended. */
	| { readonly what: 'pod gone'; readonly pod: PodObject }
	| { readonly what: 'pod placed'; readonly pod: PodObject }
	| { readonly what: 'node changed'; readonly before: Node; readonly after: Node }
	| { readonly what: 'claim created'; readonly name: string };

const pluginOf = (code: ReasonCode): string => code.split('/')[0] ?? code;

/** Whether one of the plugins that refused the pod may think otherwise now. */
export function mayHelp(pod: PodObject, refusedFor: readonly ReasonCode[], news: News): boolean {
	const plugins = refusedFor.map(pluginOf);
	switch (news.what) {
		case 'pod gone':
			return news.pod.spec.nodeName !== undefined && plugins.some((plugin) => afterPodGone(plugin, pod, news.pod));
		case 'pod placed':
			return plugins.some((plugin) => afterPodPlaced(plugin, pod, news.pod));
		case 'node changed':
			return plugins.some((plugin) => afterNodeChanged(plugin, pod, news.before, news.after));
		case 'claim created':
			return plugins.includes('VolumeBinding') && (pod.spec.volumes ?? []).some(({ persistentVolumeClaim: claim }) => claim?.claimName === news.name);
	}
}

function afterPodGone(plugin: string, pod: PodObject, gone: PodObject): boolean {
	switch (plugin) {
		case 'NodePorts':
		case 'NodeResourcesFit':
			return true;
		case 'InterPodAffinity':
			return wantsAll(antiAffinityTerms(pod), pod, gone) || wantsAll(antiAffinityTerms(gone), gone, pod);
		case 'PodTopologySpread':
			return isCounted(pod, gone);
		default:
			return false;
	}
}

function afterPodPlaced(plugin: string, pod: PodObject, placed: PodObject): boolean {
	if (plugin === 'InterPodAffinity') return wantsAll(affinityTerms(pod), pod, placed);
	return plugin === 'PodTopologySpread' && isCounted(pod, placed);
}

/** podMatchesAllAffinityTerms. */
function wantsAll(terms: ReturnType<typeof affinityTerms>, owner: PodObject, other: PodObject): boolean {
	return terms.length > 0 && terms.every((term) => matchesTerm(term, owner, other));
}

/** podLabelsMatchSpreadConstraints. */
function isCounted(pod: PodObject, other: PodObject): boolean {
	return hardConstraints(pod).some((constraint) => isSpread(constraint, pod, other));
}

function afterNodeChanged(plugin: string, pod: PodObject, before: Node, after: Node): boolean {
	const { spec } = pod;
	switch (plugin) {
		case 'NodeUnschedulable':
			return before.unschedulable && !after.unschedulable;
		case 'TaintToleration':
			return isRepelled(spec, before) && !isRepelled(spec, after);
		case 'NodeAffinity':
			return !selects(spec, before) && selects(spec, after);
		case 'InterPodAffinity':
			return [...affinityTerms(pod), ...antiAffinityTerms(pod)].some(({ topologyKey }) => before.labels[topologyKey] !== after.labels[topologyKey]);
		case 'PodTopologySpread':
			return !same(before.taints, after.taints) || hardConstraints(pod).some(({ topologyKey }) => before.labels[topologyKey] !== after.labels[topologyKey]);
		default:
			return false;
	}
}

/** Room for an important pod at the cost of lesser ones. pkg/scheduler/framework/preemption */
import type { Cluster } from '../kubelet';
import type { Node } from '../nodes';
import { type PodObject, uidText, withCondition } from '../state';
import { deletePod } from './delete-pod';
import { filterFor, without } from './filter-nodes';
import type { NodeInfo } from './match-node';

/** Whether somebody has to go: just chosen, or still on the way since an earlier try. */
export function preempt(
	cluster: Cluster,
	pod: PodObject,
	candidates: readonly NodeInfo[],
	infos: readonly NodeInfo[],
): 'chosen' | 'waiting' | 'never' | undefined {
	if (pod.spec.preemptionPolicy === 'Never') return 'never';
	const priority = pod.spec.priority ?? 0;
	for (const info of candidates) {
		const { node } = info;
		const lesser = info.pods
			.filter((other) => (other.spec.priority ?? 0) < priority)
			.sort((a, b) => (b.spec.priority ?? 0) - (a.spec.priority ?? 0) || a.createdAt - b.createdAt);
		const victims = new Set(lesser.map(({ uid }) => uid));
		const fitsWithout = (): boolean => {
			const left = without(infos, victims);
			return filterFor(pod, left)(left.find((one) => one.node === node) ?? info) === undefined;
		};
		if (lesser.length === 0 || !fitsWithout()) continue;
		// Reprieve: whoever may stay without being in the way stays, the more important first.
		for (const { uid } of lesser) {
			victims.delete(uid);
			if (!fitsWithout()) victims.add(uid);
		}
		const chosen = lesser.filter(({ uid, deletion }) => victims.has(uid) && deletion === undefined);
		if (chosen.length === 0) return 'waiting';
		for (const victim of chosen) evict(cluster, pod, victim, node);
		cluster.api.writeStatus(pod.uid, (status) => ({ ...status, nominatedNode: node.name }));
		return 'chosen';
	}
	return undefined;
}

function evict(cluster: Cluster, pod: PodObject, victim: PodObject, node: Node): void {
	cluster.api.writeStatus(victim.uid, (status) => ({
		...status,
		conditions: withCondition(status.conditions, {
			type: 'DisruptionTarget',
			status: 'True',
			reason: 'PreemptionByScheduler',
			message: `default-scheduler: preempting to accommodate a higher priority pod`,
		}),
	}));
	cluster.recorder
		.events(victim.uid)
		.say({ from: 'default-scheduler', type: 'Normal', reason: 'Preempted', message: `Preempted by pod ${uidText(pod)} on node ${node.name}` });
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), {
		code: 'pod/preempts',
		args: { victim: victim.name, node: node.name },
		tone: 'warn',
		weight: 7,
		field: `${cluster.specField}.priorityClassName`,
	});
	cluster.story.tell(cluster.storyIndex(victim.uid), { code: 'pod/preempted', args: { by: pod.name }, tone: 'bad', weight: 9, because: [cause] });
	deletePod(cluster, victim, undefined, 'preemption');
}

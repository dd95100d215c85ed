/** Pods that no kubelet will end are collected after a while. pkg/controller/podgc */
import type { Cluster } from '../kubelet';
import { SECOND } from '../pace';
import { isTerminal } from '../state';
import { deletePod, markDisrupted } from './delete-pod';

/** gcCheckPeriod: half of it passes on the average. */
const UNTIL_LOOK = 10 * SECOND;
/** quarantineTime, from the first look to the one that decides. */
const QUARANTINE = 40 * SECOND;

export function watchLostPods(cluster: Cluster): void {
	cluster.api.watch((event, { uid, spec, deletion }, before) => {
		// gcOrphaned: bound to a node that does not exist.
		if (event === 'added' && spec.nodeName && cluster.nodes.every(({ name }) => name !== spec.nodeName))
			cluster.clock.after(UNTIL_LOOK + QUARANTINE, () => collect(cluster, uid, 'PodGC: node no longer exists'));
		// gcUnscheduledTerminating: deleted before it had a node, and held back by a finalizer.
		if (event === 'modified' && !spec.nodeName && deletion !== undefined && before?.deletion === undefined)
			cluster.clock.after(UNTIL_LOOK, () => collect(cluster, uid));
	});
}

/** markFailedAndDeletePodWithCondition. */
function collect(cluster: Cluster, uid: number, disruption?: string): void {
	const pod = cluster.api.pods.get(uid);
	if (pod === undefined) return;
	if (!isTerminal(pod.status.phase)) {
		if (disruption !== undefined) markDisrupted(cluster, pod, 'DeletionByPodGC', disruption);
		cluster.api.writeStatus(uid, (status) => ({ ...status, phase: 'Failed' }));
	}
	if (pod.deletion?.graceSeconds !== 0) deletePod(cluster, cluster.api.pods.get(uid) ?? pod, 0, 'controller');
}

/** Pods bound to a node that does not exist are collected after a while. pkg/controller/podgc */
import type { Cluster } from '../kubelet';
import { SECOND } from '../pace';
import { isTerminal } from '../state';
import { deletePod, markDisrupted } from './delete-pod';

/** quarantineTime of 40 s from the first look (gcCheckPeriod 20 s, half of it on the average). */
const UNTIL_COLLECTED = 50 * SECOND;

export function watchLostPods(cluster: Cluster): void {
	cluster.api.watch((event, { uid, spec }) => {
		if (event !== 'added' || !spec.nodeName || cluster.nodes.some(({ name }) => name === spec.nodeName)) return;
		cluster.clock.after(UNTIL_COLLECTED, () => {
			const pod = cluster.api.pods.get(uid);
			if (pod === undefined) return;
			if (!isTerminal(pod.status.phase)) {
				markDisrupted(cluster, pod, 'DeletionByPodGC', 'PodGC: node no longer exists');
				cluster.api.writeStatus(uid, (status) => ({ ...status, phase: 'Failed' }));
			}
			deletePod(cluster, cluster.api.pods.get(uid) ?? pod, 0, 'controller');
		});
	});
}

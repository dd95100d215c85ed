/** What people do to a pod while it lives. */
import { milliseconds } from '../duration';
import type { Cluster } from '../kubelet';
import type { Action } from '../scenario';
import type { PodObject } from '../state';

export function planActions(cluster: Cluster, actions: readonly Action[]): void {
	for (const action of actions) cluster.clock.at(milliseconds(action.at) ?? 0, () => act(cluster, action));
}

function act(cluster: Cluster, action: Action): void {
	const pod = firstPod(cluster);
	if (pod === undefined) return;
	switch (action.do) {
		case 'delete':
			return deletePod(cluster, pod, action.gracePeriodSeconds, 'user');
		default:
			return;
	}
}

/** The oldest pod that is not being deleted, or else the oldest. */
function firstPod(cluster: Cluster): PodObject | undefined {
	const pods = cluster.recorder.order.flatMap((uid) => cluster.api.pods.get(uid) ?? []);
	return pods.find(({ deletion }) => deletion === undefined) ?? pods[0];
}

export function deletePod(cluster: Cluster, pod: PodObject, graceSeconds: number | undefined, by: string): void {
	const again = pod.deletion !== undefined;
	const grace = graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
	const index = cluster.storyIndex(pod.uid);
	const code = grace === 0 ? 'pod/forced' : again ? 'pod/grace-shortened' : 'pod/deleted';
	const field = graceSeconds === undefined ? `${cluster.specField}.terminationGracePeriodSeconds` : undefined;
	const cause = cluster.story.tell(index, {
		code,
		args: code === 'pod/deleted' ? { grace, by } : code === 'pod/forced' ? {} : { grace },
		tone: 'term',
		weight: 7,
		field,
	});
	cluster.causes.set(`deleted/${pod.uid}`, cause);
	cluster.api.delete(pod.uid, graceSeconds);
}

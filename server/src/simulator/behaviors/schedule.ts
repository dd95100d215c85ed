/** The scheduler: a node for every pod that has none. pkg/scheduler/schedule_one.go */
import type { Cluster } from '../kubelet';
import { SCHEDULING } from '../pace';
import type { PodObject } from '../state';

export function watchUnscheduled(cluster: Cluster, nodes: readonly string[]): void {
	cluster.api.watch((event, pod) => {
		if (event === 'deleted' || pod.spec.nodeName || pod.deletion !== undefined || pod.static) return;
		if ((pod.spec.schedulerName ?? 'default-scheduler') !== 'default-scheduler' || (pod.spec.schedulingGates ?? []).length > 0) return;
		cluster.clock.after(SCHEDULING, () => schedule(cluster, pod.uid, nodes));
	});
}

function schedule(cluster: Cluster, uid: number, nodes: readonly string[]): void {
	const pod = cluster.api.pods.get(uid);
	const node = nodes[0];
	if (pod === undefined || node === undefined || pod.spec.nodeName) return;
	bind(cluster, pod, node);
}

function bind(cluster: Cluster, pod: PodObject, node: string): void {
	cluster.api.bind(pod.uid, node);
	cluster.recorder
		.events(pod.uid)
		.say({ from: 'default-scheduler', type: 'Normal', reason: 'Scheduled', message: `Successfully assigned ${pod.namespace}/${pod.name} to ${node}` });
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), {
		code: 'pod/scheduled',
		args: { node },
		tone: 'prep',
		weight: 3,
		because: [cluster.causes.get(`created/${pod.uid}`)],
	});
	cluster.causes.set(`scheduled/${pod.uid}`, cause);
}

/** NoExecute taints drive pods away, at once or when their toleration runs out. pkg/controller/tainteviction */
import type { Cluster } from '../kubelet';
import { matches, type Node, type Taint } from '../nodes';
import type { PodObject } from '../state';
import { deletePod, markDisrupted } from './delete-pod';

/** From a taint to the eviction it causes. */
const EVICTION_LATENCY = 40;

export function taintsChanged(cluster: Cluster, node: Node): void {
	for (const pod of cluster.api.pods.values()) if (pod.spec.nodeName === node.name) consider(cluster, pod, node);
}

function consider(cluster: Cluster, pod: PodObject, node: Node): void {
	const taints = node.taints.filter(({ effect }) => effect === 'NoExecute');
	if (taints.length === 0) return;
	const seconds = toleratedFor(pod, taints);
	if (seconds === undefined) return;
	const taint = taints[0];
	cluster.clock.after(seconds * 1000 + EVICTION_LATENCY, () => {
		const now = cluster.api.pods.get(pod.uid);
		if (now === undefined || now.deletion !== undefined || !node.taints.some((known) => known.effect === 'NoExecute' && known.key === taint?.key)) return;
		const cause = cluster.story.tell(cluster.storyIndex(pod.uid), {
			code: 'node/evicts',
			args: { node: node.name, seconds },
			tone: 'bad',
			weight: 8,
			field: `${cluster.specField}.tolerations`,
			because: [cluster.causes.get(`tainted/${node.name}`)],
		});
		cluster.causes.set(`deleted/${pod.uid}`, cause);
		markDisrupted(cluster, now, 'DeletionByTaintManager', 'Taint manager: deleting due to NoExecute taint');
		deletePod(cluster, cluster.api.pods.get(pod.uid) ?? now, undefined, 'taint');
	});
}

/** Seconds until the pod has to go; undefined: it may stay. */
function toleratedFor(pod: PodObject, taints: readonly Taint[]): number | undefined {
	let least: number | undefined;
	for (const taint of taints) {
		const tolerations = (pod.spec.tolerations ?? []).filter((toleration) => matches(toleration, taint));
		if (tolerations.length === 0) return 0;
		for (const { tolerationSeconds } of tolerations) if (tolerationSeconds !== undefined) least = Math.min(least ?? Infinity, Math.max(0, tolerationSeconds));
	}
	return least;
}

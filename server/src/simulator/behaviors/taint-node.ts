/** NoExecute taints drive pods away, at once or when their toleration runs out. pkg/controller/tainteviction */
import type { Cluster } from '../kubelet';
import { matches, type Node, type Taint } from '../nodes';
import type { PodObject } from '../state';
import { deletePod, markDisrupted } from './delete-pod';

/** From a taint to the eviction it causes. */
const EVICTION_LATENCY = 40;

/** taintEvictionQueue: how to call off the evictions that are planned. */
const planned = new WeakMap<Cluster, Map<number, () => void>>();

/** handlePodUpdate: a pod comes to a node that has taints already. */
export function watchPlacements(cluster: Cluster): void {
	cluster.api.watch((event, pod, before) => {
		if (event === 'deleted' || !pod.spec.nodeName || before?.spec.nodeName) return;
		const node = cluster.nodes.find(({ name }) => name === pod.spec.nodeName);
		if (node?.taints.some(({ effect }) => effect === 'NoExecute')) consider(cluster, pod, node);
	});
}

/** handleNodeUpdate. */
export function taintsChanged(cluster: Cluster, node: Node): void {
	for (const pod of cluster.api.pods.values()) if (pod.spec.nodeName === node.name) consider(cluster, pod, node);
}

/** processPodOnNode: the first plan holds, unless the pod has to go at once or may stay for ever. */
function consider(cluster: Cluster, pod: PodObject, node: Node): void {
	const { clock } = cluster;
	const plans = planned.get(cluster) ?? new Map<number, () => void>();
	planned.set(cluster, plans);
	const callOff = plans.get(pod.uid);
	const seconds = toleratedFor(
		pod,
		node.taints.filter(({ effect }) => effect === 'NoExecute'),
	);
	if (callOff !== undefined && seconds !== undefined && seconds > 0) return;
	callOff?.();
	plans.delete(pod.uid);
	if (seconds === undefined) return;
	const timer = clock.after(seconds * 1000 + EVICTION_LATENCY, () => evict(cluster, pod.uid, node, seconds));
	plans.set(pod.uid, () => timer.cancel());
}

/** addConditionAndDeletePod. */
function evict(cluster: Cluster, uid: number, node: Node, seconds: number): void {
	const pod = cluster.api.pods.get(uid);
	if (pod === undefined || pod.deletion !== undefined) return;
	const cause = cluster.story.tell(cluster.storyIndex(uid), {
		code: 'node/evicts',
		args: { node: node.name, seconds },
		tone: 'bad',
		weight: 8,
		field: `${cluster.specField}.tolerations`,
		because: [cluster.causes.get(`tainted/${node.name}`)],
	});
	cluster.causes.set(`deleted/${uid}`, cause);
	markDisrupted(cluster, pod, 'DeletionByTaintManager', 'Taint manager: deleting due to NoExecute taint');
	deletePod(cluster, cluster.api.pods.get(uid) ?? pod, undefined, 'taint');
}

/** GetMatchingTolerations, getMinTolerationTime: the first toleration that fits each taint counts. Seconds until the pod has to go; undefined: it may stay. */
function toleratedFor(pod: PodObject, taints: readonly Taint[]): number | undefined {
	let least: number | undefined;
	for (const taint of taints) {
		const toleration = (pod.spec.tolerations ?? []).find((known) => matches(known, taint));
		if (toleration === undefined) return 0;
		const { tolerationSeconds } = toleration;
		if (tolerationSeconds !== undefined) least = Math.min(least ?? Infinity, Math.max(0, tolerationSeconds));
	}
	return least;
}

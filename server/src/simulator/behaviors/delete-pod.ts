import type { Cause } from '../causes';
import type { Cluster } from '../kubelet';
import { isTerminal, type PodObject, withCondition } from '../state';

/** What holds a Job's pods until they are counted. */
export const JOB_TRACKING = 'batch.kubernetes.io/job-tracking';

/** Who asks for a deletion. */
type Deleter = 'user' | 'eviction' | 'controller' | 'taint' | 'preemption';

export function deletePod(cluster: Cluster, pod: PodObject, graceSeconds: number | undefined, by: Deleter, why?: Cause): void {
	const grace = graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
	const index = cluster.storyIndex(pod.uid);
	const field = graceSeconds === undefined ? `${cluster.specField}.terminationGracePeriodSeconds` : undefined;
	const again = pod.deletion !== undefined;
	const cause =
		grace === 0
			? cluster.story.tell(index, { code: 'pod/forced', tone: 'term', weight: 7, field, because: [why] })
			: again
				? cluster.story.tell(index, { code: 'pod/grace-shortened', args: { grace }, tone: 'term', weight: 5, field, because: [why] })
				: cluster.story.tell(index, { code: 'pod/deleted', args: { grace, by, hears: hears(cluster, pod) }, tone: 'term', weight: 7, field, because: [why] });
	cluster.causes.set(`deleted/${pod.uid}`, cause);
	const finalizers = (pod.meta.finalizers ?? []).filter((name) => name !== JOB_TRACKING);
	if (finalizers.length > 0 && !again) {
		const args = { finalizers: finalizers.join(', ') };
		cluster.story.tell(index, { code: 'pod/finalizer', args, tone: 'warn', weight: 6, field: 'metadata.finalizers', because: [cause] });
	}
	cluster.api.delete(pod.uid, graceSeconds);
}

/** Who there is to stop it. */
function hears({ kubelets, clock }: Cluster, { spec, status }: PodObject): string {
	if (isTerminal(status.phase)) return 'ended';
	if (!spec.nodeName) return 'no node';
	return kubelets.find(({ node }) => node === spec.nodeName)?.silentUntil(clock.now) === undefined ? 'kubelet' : 'nobody';
}

/** The eviction subresource: a condition first, then the deletion; a budget may say no. registry/core/pod/storage/eviction.go */
export function evictPod(cluster: Cluster, pod: PodObject, graceSeconds: number | undefined): void {
	const budget = refusingBudget(cluster, pod);
	if (budget !== undefined) {
		cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'pod/evict-refused', args: { budget }, tone: 'warn', weight: 7 });
		return;
	}
	markDisrupted(cluster, pod, 'EvictionByEvictionAPI', 'Eviction API: evicting');
	deletePod(cluster, cluster.api.pods.get(pod.uid) ?? pod, graceSeconds, 'eviction');
}

export function markDisrupted(cluster: Cluster, pod: PodObject, reason: string, message: string): void {
	cluster.api.writeStatus(pod.uid, (status) => ({
		...status,
		conditions: withCondition(status.conditions, { type: 'DisruptionTarget', status: 'True', reason, message }),
	}));
}

interface Budget {
	readonly metadata?: { readonly name?: string };
	readonly spec?: {
		readonly minAvailable?: number | string;
		readonly maxUnavailable?: number | string;
		readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
	};
}

/** The name of a PodDisruptionBudget that has no disruption left for this pod. */
function refusingBudget(cluster: Cluster, pod: PodObject): string | undefined {
	const finished = pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed' || pod.status.phase === 'Pending';
	if (finished || pod.deletion !== undefined) return undefined;
	for (const [key, object] of cluster.api.objects) {
		if (!key.startsWith('PodDisruptionBudget/')) continue;
		const { spec, metadata } = object as Budget;
		const labels = Object.entries(spec?.selector?.matchLabels ?? {});
		const selected = (other: PodObject) => labels.every(([name, value]) => other.meta.labels?.[name] === value);
		if (!selected(pod)) continue;
		const all = [...cluster.api.pods.values()].filter(selected);
		const healthy = all.filter(
			({ status, deletion }) => deletion === undefined && status.conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
		).length;
		const needed = spec?.minAvailable === undefined ? all.length - share(spec?.maxUnavailable ?? 0, all.length) : share(spec.minAvailable, all.length);
		if (healthy - needed <= 0) return metadata?.name ?? '';
	}
	return undefined;
}

function share(amount: number | string, of: number): number {
	return typeof amount === 'number' ? amount : Math.ceil((Number.parseFloat(amount) / 100) * of);
}

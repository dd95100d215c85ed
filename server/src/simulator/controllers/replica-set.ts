/** As many pods as wanted: pkg/controller/replicaset. Also what a Deployment's ReplicaSets do. */
import type { PodTemplateSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { type PodObject, wholeSeconds } from '../state';
import { isActive, isReady, isTerminating, Workload, type WorkloadObject } from './workload';

export interface ReplicaSetState {
	readonly name: string;
	readonly template: PodTemplateSpec;
	readonly labels: Readonly<Record<string, string>>;
	replicas: number;
	readonly uids: Set<number>;
}

/** manageReplicas: creates what is missing, deletes what is too much. */
export function manageReplicas(workload: Workload, set: ReplicaSetState, said?: (reason: string, message: string) => void): void {
	const active = podsOf(workload, set).filter(isActive);
	for (let missing = set.replicas - active.length; missing > 0 && !workload.crowded(); missing--) {
		const name = `${set.name}-${workload.suffix()}`;
		set.uids.add(workload.createPod(set.template, name, { labels: { ...set.labels } }));
		said?.('SuccessfulCreate', `Created pod: ${name}`);
	}
	const surplus = active.length - set.replicas;
	if (surplus <= 0) return;
	for (const pod of ranked(active, workload.pods().filter(isActive)).slice(0, surplus)) {
		workload.deletePod(pod);
		said?.('SuccessfulDelete', `Deleted pod: ${pod.name}`);
	}
}

/**
 * ActivePodsWithRanks: those without a node first, then pending, not ready, cheap to delete, with most of their kind on their node,
 * restarted often, young (to the second; of equals the first one).
 */
function ranked(pods: readonly PodObject[], related: readonly PodObject[]): PodObject[] {
	const onNode = new Map<string, number>();
	for (const { spec } of related) onNode.set(spec.nodeName ?? '', (onNode.get(spec.nodeName ?? '') ?? 0) + 1);
	const cost = ({ meta }: PodObject) => Number(meta.annotations?.['controller.kubernetes.io/pod-deletion-cost']) || 0;
	const restarts = (pod: PodObject) => pod.status.containers.reduce((most, { restartCount }) => Math.max(most, restartCount), 0);
	const rank = (pod: PodObject) => [
		pod.spec.nodeName ? 1 : 0,
		pod.status.phase === 'Pending' ? 0 : 1,
		isReady(pod) ? 1 : 0,
		cost(pod),
		-(onNode.get(pod.spec.nodeName ?? '') ?? 0),
		-restarts(pod),
		-wholeSeconds(pod.createdAt),
		pod.uid,
	];
	return [...pods].sort((a, b) => {
		const other = rank(b);
		return rank(a).reduce((order, value, index) => (order !== 0 ? order : value - (other[index] ?? 0)), 0);
	});
}

export function podsOf(workload: Workload, set: ReplicaSetState): PodObject[] {
	return workload.pods().filter(({ uid }) => set.uids.has(uid));
}

/** Ready for minReadySeconds. */
export function isAvailable(workload: Workload, pod: PodObject, minReadySeconds: number): boolean {
	if (!isReady(pod)) workload.readySince.delete(pod.uid);
	if (!isReady(pod)) return false;
	if (minReadySeconds === 0) return true;
	const since = workload.readySince.get(pod.uid);
	const left = (since ?? workload.now) + minReadySeconds * 1000 - workload.now;
	if (since === undefined) workload.readySince.set(pod.uid, workload.now);
	if (left > 0) workload.syncIn(left);
	return left <= 0;
}

interface Spec {
	readonly replicas?: number;
	readonly minReadySeconds?: number;
	readonly template?: PodTemplateSpec;
}

export function startReplicaSet(cluster: Cluster, kind: string, object: WorkloadObject, namespace: string): void {
	const workload = new Workload(cluster, kind, object, namespace, kind === 'ReplicaSet' ? 'replicaset-controller' : 'replication-controller');
	const uids = workload.uids;
	workload.sync = () => {
		const { replicas = 1, minReadySeconds = 0, template = {} } = (workload.object.spec ?? {}) as Spec;
		const set: ReplicaSetState = { name: workload.name, template, labels: {}, replicas, uids };
		if (!workload.deleting) manageReplicas(workload, set, (reason, message) => workload.say('Normal', reason, message));
		const active = workload.pods().filter(isActive);
		const ready = active.filter(isReady);
		const available = ready.filter((pod) => isAvailable(workload, pod, minReadySeconds));
		workload.setStatus({
			...counted('availableReplicas', available.length),
			...counted('fullyLabeledReplicas', active.length),
			observedGeneration: workload.generation,
			...counted('readyReplicas', ready.length),
			replicas: active.length,
			// A ReplicationController has no such field (ReplicaSetControllerFeatures).
			...(kind === 'ReplicaSet' ? { terminatingReplicas: workload.pods().filter(isTerminating).length } : {}),
		});
	};
	workload.setStatus({ replicas: 0 });
	workload.syncIn(0);
}

export function counted(name: string, count: number): Readonly<Record<string, number>> {
	return count === 0 ? {} : { [name]: count };
}

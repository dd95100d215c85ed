/** How a live workload is, by its status and the pods beside it. */
import type { DumpedPod, Workload } from '../dump';
import type { WorkloadFinding } from './finding';
import { ofCronJob, ofJob } from './jobs';
import { ofReplicas } from './replicas';

/** The finding for a workload among its pods; `now` in milliseconds of the epoch. */
export function diagnoseWorkload(workload: Workload, pods: readonly DumpedPod[], now: number): WorkloadFinding {
	const { kind, object } = workload;
	if (object.status === undefined) return { code: 'silent', args: { kind }, fields: [], verdict: 'unknown' };
	if (kind === 'Job') return ofJob(object, workload.refusal, pods, now);
	if (kind === 'CronJob') return ofCronJob(object, now);
	// A DaemonSet is stored with counts of 0, which say nothing until its controller has looked.
	const seen = object.status.observedGeneration ?? (kind === 'DaemonSet' ? 0 : undefined);
	if (seen !== undefined && seen < (object.metadata?.generation ?? 0))
		return { code: 'unseen', args: { kind }, fields: ['metadata.generation', 'status.observedGeneration'], verdict: 'unknown' };
	return ofReplicas(workload, now);
}

/** The pods that a workload owns: those of a Deployment through its ReplicaSets, whose names are its own with the hash of the template (deployment/sync.go getNewReplicaSet). */
export function podsOf({ kind, object }: Workload, pods: readonly DumpedPod[]): readonly DumpedPod[] {
	const { name = '', namespace } = object.metadata ?? {};
	const owns = (owner: { readonly kind?: string; readonly name?: string }): boolean =>
		kind === 'Deployment'
			? owner.kind === 'ReplicaSet' && owner.name?.slice(0, owner.name.lastIndexOf('-')) === name
			: owner.kind === kind && owner.name === name;
	return pods.filter(({ pod: { metadata = {} } }) => metadata.namespace === namespace && metadata.ownerReferences?.some(owns));
}

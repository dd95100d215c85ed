/** What the Job of a pod makes of its failures. */
import type { Facts } from '../facts';
import type { Cause, CauseCode, Evidence, Finding } from '../finding';

/** A finding with what the Job counts, right before what holds the pod now; as it is where there is no Job, or nothing failed. */
export function withJob(finding: Finding, facts: Facts): Finding {
	const cause = finding.healthy ? undefined : causeOf(facts);
	return cause === undefined ? finding : { ...finding, causes: [...finding.causes.slice(0, -1), cause, ...finding.causes.slice(-1)] };
}

/** defaults.go SetDefaults_Job */
const USUAL_LIMIT = 6;

/** job_controller.go: with `Never` a Job gives up when more pods failed than backoffLimit says, with `OnFailure` when its pods restarted that often (pastBackoffLimitOnFailure). */
function causeOf({ job, pod, containers }: Facts): Cause<CauseCode> | undefined {
	if (job === undefined) return undefined;
	const name = job.metadata?.name ?? '';
	const at = (field: string): Evidence => ({ field, of: `Job/${name}` });
	const index = job.status?.conditions?.findIndex(({ type, status }) => type === 'Failed' && status === 'True') ?? -1;
	if (index >= 0)
		return {
			code: 'job/failed',
			args: { job: name, reason: job.status?.conditions?.[index]?.reason ?? '' },
			evidence: [at(`status.conditions[${index}].reason`)],
		};
	const limit = job.spec?.backoffLimit ?? USUAL_LIMIT;
	if (pod.spec?.restartPolicy === 'OnFailure') {
		const count = containers.reduce((sum, { restarts }) => sum + restarts, 0);
		return { code: 'job/restarts', args: { job: name, count, limit: Math.max(1, limit) }, evidence: [at('spec.backoffLimit')] };
	}
	return { code: 'job/pods', args: { job: name, count: job.status?.failed ?? 0, limit }, evidence: [at('status.failed'), at('spec.backoffLimit')] };
}

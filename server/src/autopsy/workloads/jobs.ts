/** Jobs and CronJobs: what they count, when the next pod or run comes, and when they give up. */
import type { CronJob, Job, Pod } from '../../schema/generated/types';
import { isFault, nextTime, parseSchedule } from '../../schema/schedule';
import { type DumpedPod, timeOf } from '../dump';
import { ahead, conditionOf, type WorkloadFinding } from './finding';

/** defaults.go SetDefaults_Job */
const USUAL_LIMIT = 6;

/** How a Job is, by its status and its pods; `refusal` is what the API server said when it last refused a pod, `now` milliseconds of the epoch. */
export function ofJob(job: Job, refusal: string | undefined, pods: readonly DumpedPod[], now: number): WorkloadFinding {
	const { spec, status = {} } = job;
	const { active = 0, succeeded = 0 } = status;
	// What the controller has yet to count is failed already.
	const failed = Math.max(status.failed ?? 0, pods.filter(({ pod }) => pod.status?.phase === 'Failed').length);
	const args = { kind: 'Job', active, succeeded, failed, limit: spec?.backoffLimit ?? USUAL_LIMIT, wanted: spec?.completions ?? 1 };
	const over = ofFinished(job, args, now);
	if (over) return over;
	if (spec?.suspend) return { code: 'job/suspended', args, fields: ['spec.suspend'], verdict: 'healthy' };
	if (refusal !== undefined && active === 0) return { code: 'refused', args: { ...args, message: refusal }, fields: ['status.active'], verdict: 'unhealthy' };
	const started = timeOf(status.startTime);
	const due = started === undefined || spec?.activeDeadlineSeconds === undefined ? undefined : started + spec.activeDeadlineSeconds * 1000;
	const late = ahead('late', due, now);
	if (failed === 0) return { code: 'job/works', args, fields: ['status.active', 'status.succeeded'], ...late, verdict: 'healthy' };
	const perIndex = spec?.backoffLimitPerIndex;
	const next = active > 0 ? {} : ahead('pod', perIndex === undefined ? nextPodAt(pods) : nextPodOfIndexAt(pods), now);
	const soonest = (late.coming?.in ?? Number.POSITIVE_INFINITY) < (next.coming?.in ?? Number.POSITIVE_INFINITY) ? late : next;
	if (perIndex !== undefined)
		return {
			code: 'job/retries-index',
			args: { ...args, limit: perIndex },
			fields: ['status.failed', 'spec.backoffLimitPerIndex'],
			...soonest,
			verdict: 'unhealthy',
		};
	return { code: 'job/retries', args, fields: ['status.failed', 'spec.backoffLimit'], ...soonest, verdict: 'unhealthy' };
}

/** A Job that is done or has given up; undefined for one that goes on. */
function ofFinished({ spec, status }: Job, args: WorkloadFinding['args'], now: number): WorkloadFinding | undefined {
	const ttl = spec?.ttlSecondsAfterFinished;
	const removed = (at: number | undefined): Pick<WorkloadFinding, 'coming'> =>
		ahead('deleted', ttl === undefined || at === undefined ? undefined : at + ttl * 1000, now);
	const done = conditionOf(status?.conditions, 'Complete');
	if (done) {
		const at = timeOf(status?.completionTime) ?? timeOf(done.lastTransitionTime);
		return { code: 'job/done', args, fields: [`${done.path}.type`, 'status.succeeded'], ...removed(at), verdict: 'healthy' };
	}
	// FailureTarget: it has given up, and its pods are being ended.
	const failed = conditionOf(status?.conditions, 'Failed') ?? conditionOf(status?.conditions, 'FailureTarget');
	if (failed === undefined) return undefined;
	const at = failed.type === 'Failed' ? timeOf(failed.lastTransitionTime) : undefined;
	const fields = [`${failed.path}.reason`, 'status.failed'];
	return { code: 'job/failed', args: { ...args, reason: failed.reason ?? '' }, fields, ...removed(at), verdict: 'unhealthy' };
}

/** job_controller.go DefaultJobPodFailureBackOff, MaxJobPodFailureBackOff; seconds. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 600;

/** backoff_utils.go getRemainingTimeForFailuresCount */
const afterFailures = (last: number, count: number): number => last + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - 1)) * 1000;

/** backoff_utils.go newBackoffRecord: so many pods as failed since the last one that succeeded, and when the newest of them ended. */
function nextPodAt(pods: readonly DumpedPod[]): number | undefined {
	const ends = pods.map(({ pod }) => ({ phase: pod.status?.phase, at: finishedAt(pod) }));
	const lastSuccess = Math.max(...ends.flatMap(({ phase, at }) => (phase === 'Succeeded' && at !== undefined ? [at] : [])));
	const failures = ends.flatMap(({ phase, at }) => (phase === 'Failed' && at !== undefined && at > lastSuccess ? [at] : []));
	return failures.length === 0 ? undefined : afterFailures(Math.max(...failures), failures.length);
}

/** backoff_utils.go getRemainingTimePerIndex: each index waits by itself; the soonest. */
function nextPodOfIndexAt(pods: readonly DumpedPod[]): number | undefined {
	const waits = pods.flatMap(({ pod }) => {
		const at = finishedAt(pod);
		if (pod.status?.phase !== 'Failed' || at === undefined) return [];
		const before = Number(pod.metadata?.annotations?.['batch.kubernetes.io/job-index-failure-count'] ?? 0);
		return [afterFailures(at, (Number.isFinite(before) ? before : 0) + 1)];
	});
	return waits.length === 0 ? undefined : Math.min(...waits);
}

/** backoff_utils.go getFinishedTime; milliseconds of the epoch. */
function finishedAt({ spec, status }: Pod): number | undefined {
	const sidecars = new Set(spec?.initContainers?.flatMap(({ name, restartPolicy }) => (restartPolicy === 'Always' ? [name] : [])));
	const counted = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? []).filter(({ name }) => sidecars.has(name))];
	const ends = counted.map(({ state }) => timeOf(state?.terminated?.finishedAt));
	if (ends.length > 0 && ends.every((end) => end !== undefined)) return Math.max(...ends);
	return timeOf(conditionOf(status?.conditions, 'Ready', 'False')?.lastTransitionTime);
}

/** How a CronJob is, and when its next run is due; `now` in milliseconds of the epoch. */
export function ofCronJob({ spec, status }: CronJob, now: number): WorkloadFinding {
	const { schedule = '', timeZone, suspend } = spec ?? {};
	const runs = status?.active?.length ?? 0;
	const args = { schedule, runs };
	if (suspend) return { code: 'cron/suspended', args, fields: ['spec.suspend'], verdict: 'healthy' };
	// cronjob_controllerv2.go syncCronJob: the run is not made up for by its time, but when those at work are done.
	if (runs > 0 && spec?.concurrencyPolicy === 'Forbid')
		return { code: 'cron/held', args, fields: ['status.active', 'spec.concurrencyPolicy'], verdict: 'healthy' };
	const parsed = parseSchedule(schedule);
	const next = isFault(parsed) ? undefined : nextTime(parsed, now, timeZone);
	const coming = ahead('run', next, now);
	if (runs > 0) return { code: 'cron/runs', args, fields: ['status.active'], ...coming, verdict: 'healthy' };
	if (hasFailed(status))
		return { code: 'cron/failed', args, fields: ['status.lastScheduleTime', 'status.lastSuccessfulTime'], ...coming, verdict: 'unhealthy' };
	return { code: 'cron/waits', args, fields: ['spec.schedule'], ...coming, verdict: 'healthy' };
}

/** The newest run is over, and not by success: that would have been noted (cronjob_controllerv2.go syncCronJob, LastSuccessfulTime). */
function hasFailed({ lastScheduleTime, lastSuccessfulTime }: NonNullable<CronJob['status']> = {}): boolean {
	const [last, succeeded] = [timeOf(lastScheduleTime), timeOf(lastSuccessfulTime)];
	return last !== undefined && (succeeded === undefined || succeeded < last);
}

/** Pods that are to come to an end: pkg/controller/job job_controller.go syncJob */
import type { JobSpec, PodTemplateSpec } from '../../schema/generated/types';
import { JOB_TRACKING } from '../behaviors/delete-pod';
import type { Cluster } from '../kubelet';
import { isTerminal, type PodObject, wholeSeconds } from '../state';
import { finishedAt, remainingBackOff } from './job-back-off';
import { failJobMessage, indexText, type JobCondition, successPolicyMet, type Verdict } from './job-policies';
import { JobTally } from './job-tally';
import { isReady, isTerminating, Workload, type WorkloadObject } from './workload';

/** syncJobBatchPeriod: what pods do is looked at a second later. */
const BATCH = 1000;
/** From counted pods to their finalizers gone and the counts written. */
const COUNTING = 30;

export function startJob(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	new Job(new Workload(cluster, 'Job', object, namespace, 'job-controller'));
}

export class Job {
	private readonly tally: JobTally;
	private startTime: number | undefined;
	private completionTime: number | undefined;
	private conditions: JobCondition[] = [];
	private verdict: Verdict | undefined;
	private toldBackOff = 0;
	/** The condition it ended with. */
	finished: 'Complete' | 'Failed' | undefined;

	constructor(
		readonly workload: Workload,
		private readonly onFinished: () => void = () => {},
	) {
		this.tally = new JobTally(workload);
		workload.sync = () => this.sync();
		workload.podChanged = () => workload.syncIn(BATCH);
		workload.syncIn(0);
	}

	private get spec(): Partial<JobSpec> {
		return this.tally.spec;
	}

	private sync(): void {
		if (this.finished !== undefined) return this.release();
		if (this.workload.deleting) return this.leave();
		const { workload, spec } = this;
		const pods = workload.pods();
		const suspended = spec.suspend === true;
		if (this.startTime === undefined && !suspended) this.startTime = workload.seconds();
		this.tally.count(pods, this.verdict !== undefined);
		let active = pods.filter((pod) => pod.deletion === undefined && !isTerminal(pod.status.phase));
		this.verdict ??= this.judge(pods);
		if (this.verdict === undefined) {
			active = this.manage(pods, active);
			const done =
				spec.completions === undefined ? this.tally.succeeded > 0 && active.length === 0 : this.tally.succeeded >= spec.completions && active.length === 0;
			if (done) this.verdict = { type: 'SuccessCriteriaMet', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' };
			else this.noteSuspension(suspended);
		}
		if (this.verdict !== undefined) {
			if (this.verdict.type === 'FailureTarget') this.tally.giveUp(active);
			else this.tally.spare(active);
			for (const pod of active) this.remove(pod);
			active = [];
			this.addCondition(this.verdict.type, this.verdict.reason, this.verdict.message);
		}
		this.report(active);
		const isAlone = !workload.pods().some(isTerminating);
		workload.cluster.clock.after(COUNTING, () => this.settle(isAlone));
	}

	/** What syncJob still does for a job that is being deleted. */
	private leave(): void {
		this.tally.spare(this.workload.pods());
		for (const pod of this.workload.pods()) this.letGo(pod);
		this.report([]);
	}

	private judge(pods: readonly PodObject[]): Verdict | undefined {
		const { spec } = this;
		const fails = (reason: string, message: string): Verdict => ({ type: 'FailureTarget', reason, message });
		const policy = failJobMessage(spec, pods);
		if (policy !== undefined) return fails('PodFailurePolicy', policy);
		if (this.tally.failed > this.tally.limit() || this.tally.restartedTooOften(pods))
			return fails('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
		const deadline = spec.activeDeadlineSeconds;
		if (deadline !== undefined && this.startTime !== undefined && spec.suspend !== true) {
			const left = (this.startTime + deadline) * 1000 - this.workload.now;
			if (left <= 0) return fails('DeadlineExceeded', 'Job was active longer than specified deadline');
			this.workload.syncIn(left);
		}
		if (!this.tally.indexed) return undefined;
		if (spec.maxFailedIndexes !== undefined && this.tally.failedIndexes.size > spec.maxFailedIndexes)
			return fails('MaxFailedIndexesExceeded', 'Job has exceeded the specified maximal number of failed indexes');
		if (this.tally.failedIndexes.size > 0 && this.tally.failedIndexes.size + this.tally.doneIndexes.size >= (spec.completions ?? 1))
			return fails('FailedIndexes', 'Job has failed indexes');
		const met = successPolicyMet(spec, this.tally.doneIndexes);
		return met === undefined ? undefined : { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message: met };
	}

	/** manageJob: as many pods as are wanted now. */
	private manage(pods: readonly PodObject[], active: PodObject[]): PodObject[] {
		const { spec, workload } = this;
		const parallelism = spec.parallelism ?? 1;
		let wanted =
			spec.completions === undefined
				? this.tally.succeeded > 0
					? active.length
					: parallelism
				: Math.max(0, Math.min(parallelism, spec.completions - this.tally.succeeded));
		if (spec.suspend === true) wanted = 0;
		if (active.length > wanted) {
			const isBeyond = ({ uid }: PodObject): boolean => (this.tally.indexes.get(uid)?.index ?? -1) >= (spec.completions ?? Infinity);
			const surplus = [...active]
				.sort(
					(a, b) =>
						Number(isBeyond(b)) - Number(isBeyond(a)) ||
						Number(isReady(a)) - Number(isReady(b)) ||
						wholeSeconds(b.createdAt) - wholeSeconds(a.createdAt) ||
						a.uid - b.uid,
				)
				.slice(0, active.length - wanted);
			for (const pod of surplus) this.dismiss(pod);
			return active.filter((pod) => !surplus.includes(pod));
		}
		const terminating = this.tally.onlyFailed ? pods.filter(({ deletion, status }) => deletion !== undefined && !isTerminal(status.phase)).length : 0;
		const missing = wanted - terminating - active.length;
		if (missing <= 0 || workload.crowded()) return active;
		const template = (spec.template ?? {}) as PodTemplateSpec;
		if (!this.tally.indexed) {
			if (this.mustWait(remainingBackOff(this.tally.failures, workload.now))) return active;
			for (let count = 0; count < missing && !workload.crowded(); count++) this.create(template, undefined, 0);
			return active;
		}
		const taken = new Set(active.map(({ uid }) => this.tally.indexes.get(uid)?.index));
		let left = missing;
		for (let index = 0; index < (spec.completions ?? 1) && left > 0 && !workload.crowded(); index++) {
			if (taken.has(index) || this.tally.doneIndexes.has(index) || this.tally.failedIndexes.has(index)) continue;
			left--;
			const last = pods.findLast(({ uid }) => this.tally.indexes.get(uid)?.index === index);
			const failures = last === undefined ? 0 : (this.tally.indexes.get(last.uid)?.failures ?? 0) + 1;
			const back = this.tally.perIndex
				? last === undefined
					? 0
					: remainingBackOff({ count: failures, at: finishedAt(last) }, workload.now)
				: remainingBackOff(this.tally.failures, workload.now);
			if (!this.mustWait(back)) this.create(template, index, failures);
		}
		return active;
	}

	private mustWait(ms: number): boolean {
		if (ms <= 0) return false;
		if (this.toldBackOff !== this.tally.failures.count) {
			this.toldBackOff = this.tally.failures.count;
			const args = { seconds: ms / 1000, failed: this.tally.failures.count };
			this.workload.cause = this.workload.tell({ code: 'job/back-off', args, tone: 'warn', weight: 8, field: 'spec.backoffLimit' });
		}
		this.workload.syncIn(ms);
		return true;
	}

	private create(template: PodTemplateSpec, index: number | undefined, failures: number): void {
		const { workload } = this;
		const name = `${workload.name}-${index === undefined ? '' : `${index}-`}${workload.suffix()}`;
		const labels: Record<string, string> = { 'batch.kubernetes.io/job-name': workload.name, 'job-name': workload.name };
		if (index !== undefined) labels['batch.kubernetes.io/job-completion-index'] = String(index);
		const uid = workload.createPod(template, name, { labels, finalizers: [JOB_TRACKING] });
		if (index !== undefined) this.tally.indexes.set(uid, { index, failures });
		workload.say('Normal', 'SuccessfulCreate', `Created pod: ${name}`);
	}

	/** deleteJobPods: who is too many is let go first, and counts for nothing. */
	private dismiss(pod: PodObject): void {
		this.tally.counted.add(pod.uid);
		this.letGo(pod);
		this.remove(pod);
	}

	private remove(pod: PodObject): void {
		this.workload.deletePod(pod);
		this.workload.say('Normal', 'SuccessfulDelete', `Deleted pod: ${pod.name}`);
	}

	private noteSuspension(suspended: boolean): void {
		const { workload } = this;
		const old = this.conditions.find(({ type }) => type === 'Suspended');
		if ((old?.status === 'True') === suspended) return;
		const now = workload.seconds();
		const next: JobCondition = {
			lastProbeTime: now,
			lastTransitionTime: now,
			message: suspended ? 'Job suspended' : 'Job resumed',
			reason: suspended ? 'JobSuspended' : 'JobResumed',
			status: suspended ? 'True' : 'False',
			type: 'Suspended',
		};
		this.conditions = [...this.conditions.filter((known) => known !== old), next];
		this.startTime = suspended ? undefined : now;
		workload.say('Normal', suspended ? 'Suspended' : 'Resumed', next.message);
		workload.cause = workload.tell({
			code: suspended ? 'job/suspended' : 'job/resumed',
			tone: suspended ? 'warn' : 'prep',
			weight: 7,
			field: 'spec.suspend',
		});
	}

	/** trackJobStatusAndRemoveFinalizers, second part: what is counted is let go, and a job without living pods is finished. */
	private settle(isAlone: boolean): void {
		this.tally.uncounted.succeeded.length = 0;
		this.tally.uncounted.failed.length = 0;
		this.release();
		const pods = this.workload.pods();
		const active = pods.filter((pod) => pod.deletion === undefined && !isTerminal(pod.status.phase));
		const alive = pods.some(({ status }) => !isTerminal(status.phase));
		// enactJobFinished: delayed while the sync that looked has seen terminating pods.
		if (this.verdict !== undefined && !alive && isAlone && this.finished === undefined) this.finish(this.verdict);
		this.report(active);
	}

	private release(): void {
		for (const pod of this.workload.pods()) {
			if (!this.tally.counted.has(pod.uid) && !(this.finished !== undefined && isTerminal(pod.status.phase))) continue;
			if ((this.verdict !== undefined || isTerminal(pod.status.phase)) && (pod.meta.finalizers ?? []).includes(JOB_TRACKING)) this.letGo(pod);
		}
	}

	private letGo({ uid }: PodObject): void {
		this.workload.cluster.api.writeMeta(uid, (meta) => ({ ...meta, finalizers: (meta.finalizers ?? []).filter((name) => name !== JOB_TRACKING) }));
	}

	private finish(verdict: Verdict): void {
		const { workload, spec } = this;
		const good = verdict.type === 'SuccessCriteriaMet';
		this.finished = good ? 'Complete' : 'Failed';
		this.addCondition(this.finished, verdict.reason, verdict.message);
		if (good) this.completionTime = workload.seconds();
		workload.say(good ? 'Normal' : 'Warning', good ? 'Completed' : verdict.reason, good ? 'Job completed' : verdict.message);
		if (good) workload.tell({ code: 'job/complete', args: { succeeded: this.tally.succeeded }, tone: 'done', weight: 9 });
		else
			workload.tell({
				code: 'job/failed',
				args: { reason: verdict.reason, message: verdict.message },
				tone: 'bad',
				weight: 9,
				field: verdict.reason === 'DeadlineExceeded' ? 'spec.activeDeadlineSeconds' : 'spec.backoffLimit',
			});
		const ttl = spec.ttlSecondsAfterFinished;
		if (ttl !== undefined)
			workload.cluster.clock.at((workload.seconds() + ttl) * 1000 + COUNTING, () => {
				workload.tell({ code: 'job/ttl', args: { seconds: ttl }, tone: 'term', weight: 7, field: 'spec.ttlSecondsAfterFinished' });
				workload.delete('Foreground');
			});
		this.onFinished();
	}

	private addCondition(type: string, reason: string, message: string): void {
		if (this.conditions.some((known) => known.type === type)) return;
		const now = this.workload.seconds();
		this.conditions = [...this.conditions, { lastProbeTime: now, lastTransitionTime: now, message, reason, status: 'True', type }];
	}

	private report(active: readonly PodObject[]): void {
		const { workload } = this;
		const alive = workload
			.pods()
			.filter((pod) => pod.deletion === undefined && !isTerminal(pod.status.phase) && (active.length > 0 || this.verdict === undefined));
		const before = JSON.stringify(workload.status);
		const { succeeded, failed } = this.tally.uncounted;
		workload.setStatus({
			...(alive.length > 0 ? { active: alive.length } : {}),
			...(this.tally.doneIndexes.size > 0 ? { completedIndexes: indexText(this.tally.doneIndexes) } : {}),
			...(this.completionTime === undefined ? {} : { completionTime: this.completionTime }),
			...(this.conditions.length > 0 ? { conditions: this.conditions } : {}),
			...(this.tally.failed - failed.length > 0 ? { failed: this.tally.failed - failed.length } : {}),
			...(this.tally.perIndex ? { failedIndexes: indexText(this.tally.failedIndexes) } : {}),
			ready: alive.filter(isReady).length,
			...(this.startTime === undefined ? {} : { startTime: this.startTime }),
			...(this.tally.succeeded > (this.tally.indexed ? 0 : succeeded.length)
				? { succeeded: this.tally.indexed ? this.tally.succeeded : this.tally.succeeded - succeeded.length }
				: {}),
			terminating: workload.pods().filter(isTerminating).length,
			uncountedTerminatedPods: { ...(failed.length > 0 ? { failed: [...failed] } : {}), ...(succeeded.length > 0 ? { succeeded: [...succeeded] } : {}) },
		});
		if (JSON.stringify(workload.status) !== before) workload.syncIn(BATCH);
	}
}

/** Pods that are to come to an end: pkg/controller/job job_controller.go syncJob */
import type { JobSpec, PodTemplateSpec } from '../../schema/generated/types';
import { JOB_TRACKING } from '../behaviors/delete-pod';
import type { Cluster } from '../kubelet';
import { isTerminal, type PodObject, wholeSeconds } from '../state';
import { countFailures, finishedAt, remainingBackOff } from './job-back-off';
import { failJobMessage, indexText, isIgnored, type JobCondition, matchingPolicy, successPolicyMet, type Verdict } from './job-policies';
import { isReady, Workload, type WorkloadObject } from './workload';

/** syncJobBatchPeriod: what pods do is looked at a second later. */
const BATCH = 1000;
/** From counted pods to their finalizers gone and the counts written. */
const COUNTING = 30;

export function startJob(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	new Job(new Workload(cluster, 'Job', object, namespace, 'job-controller'));
}

export class Job {
	private succeeded = 0;
	private failed = 0;
	private startTime: number | undefined;
	private completionTime: number | undefined;
	private conditions: JobCondition[] = [];
	private verdict: Verdict | undefined;
	private readonly counted = new Set<number>();
	private readonly uncounted = { succeeded: [] as string[], failed: [] as string[] };
	/** Completion index, and how often that index had failed before the pod. */
	private readonly indexes = new Map<number, { readonly index: number; readonly failures: number }>();
	private readonly doneIndexes = new Set<number>();
	private readonly failedIndexes = new Set<number>();
	private failures = { count: 0, at: 0 };
	private toldBackOff = 0;
	/** The condition it ended with. */
	finished: 'Complete' | 'Failed' | undefined;

	constructor(
		readonly workload: Workload,
		private readonly onFinished: () => void = () => {},
	) {
		workload.sync = () => this.sync();
		workload.podChanged = () => workload.syncIn(BATCH);
		workload.syncIn(0);
	}

	private get spec(): Partial<JobSpec> {
		return (this.workload.object.spec ?? {}) as Partial<JobSpec>;
	}

	private get indexed(): boolean {
		return this.spec.completionMode === 'Indexed';
	}

	private get perIndex(): boolean {
		return this.spec.backoffLimitPerIndex !== undefined;
	}

	/** podReplacementPolicy Failed, which a podFailurePolicy implies. */
	private get onlyFailed(): boolean {
		return (this.spec.podReplacementPolicy ?? (this.spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed')) === 'Failed';
	}

	private sync(): void {
		if (this.finished !== undefined) return this.release();
		const { workload, spec } = this;
		const pods = workload.pods();
		const suspended = spec.suspend === true;
		if (this.startTime === undefined && !suspended) this.startTime = workload.seconds();
		this.count(pods);
		let active = pods.filter((pod) => pod.deletion === undefined && !isTerminal(pod.status.phase));
		this.verdict ??= this.judge(pods);
		if (this.verdict === undefined) {
			active = this.manage(pods, active);
			const done = spec.completions === undefined ? this.succeeded > 0 && active.length === 0 : this.succeeded >= spec.completions && active.length === 0;
			if (done) this.verdict = { type: 'SuccessCriteriaMet', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' };
			else this.noteSuspension(suspended);
		}
		if (this.verdict !== undefined) {
			if (this.verdict.type === 'FailureTarget') this.giveUp(active);
			for (const pod of active) this.remove(pod);
			active = [];
			this.addCondition(this.verdict.type, this.verdict.reason, this.verdict.message);
		}
		this.report(active);
		workload.cluster.clock.after(COUNTING, () => this.settle());
	}

	/** getNewFinishedPods: each pod counts once. */
	private count(pods: readonly PodObject[]): void {
		const ended = pods.filter((pod) => !this.counted.has(pod.uid) && (isTerminal(pod.status.phase) || (pod.deletion !== undefined && !this.onlyFailed)));
		const good = ended.filter(({ status }) => status.phase === 'Succeeded');
		const bad = ended.filter((pod) => !good.includes(pod) && !this.delayed(pod, pods));
		for (const pod of good) {
			this.counted.add(pod.uid);
			const index = this.indexes.get(pod.uid)?.index;
			if (index !== undefined) this.doneIndexes.add(index);
			if (!this.indexed) this.succeeded++;
			this.uncounted.succeeded.push(pod.name);
			this.workload.tell(
				{
					code: 'job/pod-succeeded',
					args: { succeeded: this.indexed ? this.doneIndexes.size : this.succeeded, completions: this.spec.completions ?? 1 },
					tone: 'ok',
					weight: 5,
					field: 'spec.completions',
				},
				[this.workload.cluster.causes.get(`ended/${pod.uid}`)],
			);
		}
		if (this.indexed) this.succeeded = this.doneIndexes.size;
		for (const pod of bad) {
			this.counted.add(pod.uid);
			if (isIgnored(this.spec, pod)) continue;
			this.failed++;
			this.uncounted.failed.push(pod.name);
			this.workload.cause = this.workload.tell(
				{
					code: 'job/pod-failed',
					args: { failed: this.failed, limit: this.limit() },
					tone: 'bad',
					weight: 6,
					field: 'spec.backoffLimit',
				},
				[this.workload.cluster.causes.get(`ended/${pod.uid}`)],
			);
		}
		this.failures = countFailures(this.failures, good, bad);
	}

	/** trackJobStatusAndRemoveFinalizers, first part: once a job has failed, every pod that is left is taken for failed. */
	private giveUp(active: readonly PodObject[]): void {
		for (const pod of active.filter(({ uid }) => !this.counted.has(uid))) {
			this.counted.add(pod.uid);
			if (isIgnored(this.spec, pod)) continue;
			this.failed++;
			this.uncounted.failed.push(pod.name);
		}
	}

	private limit(): number {
		return this.spec.backoffLimit ?? (this.perIndex ? 2_147_483_647 : 6);
	}

	/** With a limit for each index a failed pod is kept until its successor is there. */
	private delayed(pod: PodObject, pods: readonly PodObject[]): boolean {
		const own = this.indexes.get(pod.uid);
		if (!this.perIndex || own === undefined || this.verdict !== undefined) return false;
		const limit = this.spec.backoffLimitPerIndex ?? 0;
		if (matchingPolicy(this.spec, pod)?.action === 'FailIndex' || own.failures >= limit) {
			this.failedIndexes.add(own.index);
			return false;
		}
		return !pods.some((other) => other.uid > pod.uid && this.indexes.get(other.uid)?.index === own.index);
	}

	private judge(pods: readonly PodObject[]): Verdict | undefined {
		const { spec } = this;
		const fails = (reason: string, message: string): Verdict => ({ type: 'FailureTarget', reason, message });
		const policy = failJobMessage(spec, pods);
		if (policy !== undefined) return fails('PodFailurePolicy', policy);
		if (this.failed > this.limit() || this.restartedTooOften(pods)) return fails('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
		const deadline = spec.activeDeadlineSeconds;
		if (deadline !== undefined && this.startTime !== undefined && spec.suspend !== true) {
			const left = (this.startTime + deadline) * 1000 - this.workload.now;
			if (left <= 0) return fails('DeadlineExceeded', 'Job was active longer than specified deadline');
			this.workload.syncIn(left);
		}
		if (!this.indexed) return undefined;
		if (spec.maxFailedIndexes !== undefined && this.failedIndexes.size > spec.maxFailedIndexes)
			return fails('MaxFailedIndexesExceeded', 'Job has exceeded the specified maximal number of failed indexes');
		if (this.failedIndexes.size > 0 && this.failedIndexes.size + this.doneIndexes.size >= (spec.completions ?? 1))
			return fails('FailedIndexes', 'Job has failed indexes');
		const met = successPolicyMet(spec, this.doneIndexes);
		return met === undefined ? undefined : { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message: met };
	}

	/** pastBackoffLimitOnFailure: with OnFailure the restarts of the living pods count. */
	private restartedTooOften(pods: readonly PodObject[]): boolean {
		if (this.spec.template?.spec?.restartPolicy !== 'OnFailure') return false;
		const alive = pods.filter(({ status }) => status.phase === 'Running' || status.phase === 'Pending');
		const restarts = alive.flatMap(({ status }) => [...status.initContainers, ...status.containers]).reduce((sum, { restartCount }) => sum + restartCount, 0);
		return this.limit() === 0 ? restarts > 0 : restarts >= this.limit();
	}

	/** manageJob: as many pods as are wanted now. */
	private manage(pods: readonly PodObject[], active: PodObject[]): PodObject[] {
		const { spec, workload } = this;
		const parallelism = spec.parallelism ?? 1;
		let wanted =
			spec.completions === undefined
				? this.succeeded > 0
					? active.length
					: parallelism
				: Math.max(0, Math.min(parallelism, spec.completions - this.succeeded));
		if (spec.suspend === true) wanted = 0;
		if (active.length > wanted) {
			const surplus = [...active]
				.sort((a, b) => Number(isReady(a)) - Number(isReady(b)) || wholeSeconds(b.createdAt) - wholeSeconds(a.createdAt) || a.uid - b.uid)
				.slice(0, active.length - wanted);
			for (const pod of surplus) this.dismiss(pod);
			return active.filter((pod) => !surplus.includes(pod));
		}
		const terminating = this.onlyFailed ? pods.filter(({ deletion, status }) => deletion !== undefined && !isTerminal(status.phase)).length : 0;
		const missing = wanted - terminating - active.length;
		if (missing <= 0 || workload.crowded()) return active;
		const template = (spec.template ?? {}) as PodTemplateSpec;
		if (!this.indexed) {
			if (this.mustWait(remainingBackOff(this.failures, workload.now))) return active;
			for (let count = 0; count < missing && !workload.crowded(); count++) this.create(template, undefined, 0);
			return active;
		}
		const taken = new Set(active.map(({ uid }) => this.indexes.get(uid)?.index));
		let left = missing;
		for (let index = 0; index < (spec.completions ?? 1) && left > 0 && !workload.crowded(); index++) {
			if (taken.has(index) || this.doneIndexes.has(index) || this.failedIndexes.has(index)) continue;
			left--;
			const last = pods.findLast(({ uid }) => this.indexes.get(uid)?.index === index);
			const failures = last === undefined ? 0 : (this.indexes.get(last.uid)?.failures ?? 0) + 1;
			const back = this.perIndex
				? last === undefined
					? 0
					: remainingBackOff({ count: failures, at: finishedAt(last) }, workload.now)
				: remainingBackOff(this.failures, workload.now);
			if (!this.mustWait(back)) this.create(template, index, failures);
		}
		return active;
	}

	private mustWait(ms: number): boolean {
		if (ms <= 0) return false;
		if (this.toldBackOff !== this.failures.count) {
			this.toldBackOff = this.failures.count;
			const args = { seconds: ms / 1000, failed: this.failures.count };
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
		if (index !== undefined) this.indexes.set(uid, { index, failures });
		workload.say('Normal', 'SuccessfulCreate', `Created pod: ${name}`);
	}

	/** deleteJobPods: who is too many is let go first, and counts for nothing. */
	private dismiss(pod: PodObject): void {
		this.counted.add(pod.uid);
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
	private settle(): void {
		this.uncounted.succeeded.length = 0;
		this.uncounted.failed.length = 0;
		this.release();
		const pods = this.workload.pods();
		const active = pods.filter((pod) => pod.deletion === undefined && !isTerminal(pod.status.phase));
		const alive = pods.some(({ status }) => !isTerminal(status.phase));
		if (this.verdict !== undefined && !alive && this.finished === undefined) this.finish(this.verdict);
		this.report(active);
	}

	private release(): void {
		for (const pod of this.workload.pods()) {
			if (!this.counted.has(pod.uid) && !(this.finished !== undefined && isTerminal(pod.status.phase))) continue;
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
		if (good) workload.tell({ code: 'job/complete', args: { succeeded: this.succeeded }, tone: 'done', weight: 9 });
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
		const { succeeded, failed } = this.uncounted;
		workload.setStatus({
			...(alive.length > 0 ? { active: alive.length } : {}),
			...(this.doneIndexes.size > 0 ? { completedIndexes: indexText(this.doneIndexes) } : {}),
			...(this.completionTime === undefined ? {} : { completionTime: this.completionTime }),
			...(this.conditions.length > 0 ? { conditions: this.conditions } : {}),
			...(this.failed - failed.length > 0 ? { failed: this.failed - failed.length } : {}),
			...(this.perIndex ? { failedIndexes: indexText(this.failedIndexes) } : {}),
			ready: alive.filter(isReady).length,
			...(this.startTime === undefined ? {} : { startTime: this.startTime }),
			...(this.succeeded > (this.indexed ? 0 : succeeded.length) ? { succeeded: this.indexed ? this.succeeded : this.succeeded - succeeded.length } : {}),
			terminating: workload.pods().filter(({ deletion, status }) => deletion !== undefined && !isTerminal(status.phase)).length,
			uncountedTerminatedPods: { ...(failed.length > 0 ? { failed: [...failed] } : {}), ...(succeeded.length > 0 ? { succeeded: [...succeeded] } : {}) },
		});
		if (JSON.stringify(workload.status) !== before) workload.syncIn(BATCH);
	}
}

/** What has become of a Job's pods: pkg/controller/job job_controller.go getNewFinishedPods, trackJobStatusAndRemoveFinalizers, backoff_utils.go */
import type { JobSpec } from '../../schema/generated/types';
import { isTerminal, type PodObject } from '../state';
import { countFailures } from './job-back-off';
import { isIgnored, matchingPolicy } from './job-policies';
import type { Workload } from './workload';

export class JobTally {
	succeeded = 0;
	failed = 0;
	readonly counted = new Set<number>();
	/** Counted, but not in the status yet. */
	readonly uncounted = { succeeded: [] as string[], failed: [] as string[] };
	/** Completion index, and how often that index had failed before the pod. */
	readonly indexes = new Map<number, { readonly index: number; readonly failures: number }>();
	readonly doneIndexes = new Set<number>();
	readonly failedIndexes = new Set<number>();
	failures = { count: 0, at: 0 };

	constructor(private readonly workload: Workload) {}

	get spec(): Partial<JobSpec> {
		return (this.workload.object.spec ?? {}) as Partial<JobSpec>;
	}

	get indexed(): boolean {
		return this.spec.completionMode === 'Indexed';
	}

	get perIndex(): boolean {
		return this.spec.backoffLimitPerIndex !== undefined;
	}

	/** podReplacementPolicy Failed, which a podFailurePolicy implies. */
	get onlyFailed(): boolean {
		return (this.spec.podReplacementPolicy ?? (this.spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed')) === 'Failed';
	}

	/** getNewFinishedPods: each pod counts once. */
	count(pods: readonly PodObject[], isDecided: boolean): void {
		const ended = pods.filter((pod) => !this.counted.has(pod.uid) && (isTerminal(pod.status.phase) || (pod.deletion !== undefined && !this.onlyFailed)));
		const good = ended.filter(({ status }) => status.phase === 'Succeeded');
		const bad = ended.filter((pod) => !good.includes(pod) && !this.delayed(pod, pods, isDecided));
		for (const pod of good) {
			this.counted.add(pod.uid);
			const index = this.indexes.get(pod.uid)?.index;
			if (index !== undefined) this.doneIndexes.add(index);
			// Of an index that is done the number is enough.
			if (!this.indexed) {
				this.succeeded++;
				this.uncounted.succeeded.push(pod.name);
			}
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
	giveUp(active: readonly PodObject[]): void {
		for (const pod of active.filter(({ uid }) => !this.counted.has(uid))) {
			this.counted.add(pod.uid);
			if (isIgnored(this.spec, pod)) continue;
			this.failed++;
			this.uncounted.failed.push(pod.name);
		}
	}

	/** canRemoveFinalizer: whoever runs when a job has succeeded, or is deleted, is let go without being counted. */
	spare(active: readonly PodObject[]): void {
		for (const { uid } of active) this.counted.add(uid);
	}

	limit(): number {
		return this.spec.backoffLimit ?? (this.perIndex ? 2_147_483_647 : 6);
	}

	/** With a limit for each index a failed pod is kept until its successor is there. */
	private delayed(pod: PodObject, pods: readonly PodObject[], isDecided: boolean): boolean {
		const own = this.indexes.get(pod.uid);
		if (!this.perIndex || own === undefined || isDecided) return false;
		const limit = this.spec.backoffLimitPerIndex ?? 0;
		if (matchingPolicy(this.spec, pod)?.action === 'FailIndex' || own.failures >= limit) {
			this.failedIndexes.add(own.index);
			return false;
		}
		return !pods.some((other) => other.uid > pod.uid && this.indexes.get(other.uid)?.index === own.index);
	}

	/** pastBackoffLimitOnFailure: with OnFailure the restarts of the living pods count. */
	restartedTooOften(pods: readonly PodObject[]): boolean {
		if (this.spec.template?.spec?.restartPolicy !== 'OnFailure') return false;
		const alive = pods.filter(({ status }) => status.phase === 'Running' || status.phase === 'Pending');
		const restarts = alive.flatMap(({ status }) => [...status.initContainers, ...status.containers]).reduce((sum, { restartCount }) => sum + restartCount, 0);
		return this.limit() === 0 ? restarts > 0 : restarts >= this.limit();
	}
}

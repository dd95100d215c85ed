/** Whether a Deployment is available, and how far its rollout is: pkg/controller/deployment progress.go, util/deployment_util.go */
import { SECOND } from '../pace';
import type { Workload } from './workload';

interface Condition {
	readonly type: string;
	readonly status: 'True' | 'False' | 'Unknown';
	readonly reason: string;
	readonly message: string;
	readonly lastTransitionTime: number;
	readonly lastUpdateTime: number;
}

/** What the status counts. */
export interface Counts {
	readonly replicas: number;
	readonly updated: number;
	readonly ready: number;
	readonly available: number;
}

/** The default of progressDeadlineSeconds, and what stands for none (math.MaxInt32). */
const DEADLINE = 600;
const NO_DEADLINE = 2_147_483_647;

export class DeploymentConditions {
	list: readonly Condition[] = [];
	/** As the status had them last. */
	private counts: Counts = { replicas: 0, updated: 0, ready: 0, available: 0 };

	constructor(private readonly workload: Workload) {}

	private get deadline(): number {
		return (this.workload.object.spec as { readonly progressDeadlineSeconds?: number } | undefined)?.progressDeadlineSeconds ?? DEADLINE;
	}

	/** HasProgressDeadline. */
	private get hasDeadline(): boolean {
		return this.deadline !== NO_DEADLINE;
	}

	private get progressing(): Condition | undefined {
		return this.list.find(({ type }) => type === 'Progressing');
	}

	/** checkPausedConditions. */
	notePause(isPaused: boolean): void {
		const told = this.progressing?.reason;
		if (!this.hasDeadline || told === 'ProgressDeadlineExceeded') return;
		if (isPaused && told !== 'DeploymentPaused') this.set('Progressing', 'Unknown', 'DeploymentPaused', 'Deployment is paused');
		if (!isPaused && told === 'DeploymentPaused') this.set('Progressing', 'Unknown', 'DeploymentResumed', 'Deployment is resumed');
	}

	/** getNewReplicaSet. */
	noteNewSet(name: string): void {
		if (this.hasDeadline) this.set('Progressing', 'True', 'NewReplicaSetCreated', `Created new replica set "${name}"`);
	}

	/** calculateStatus. */
	noteAvailability(isAvailable: boolean): void {
		if (isAvailable) this.set('Available', 'True', 'MinimumReplicasAvailable', 'Deployment has minimum availability.');
		else this.set('Available', 'False', 'MinimumReplicasUnavailable', 'Deployment does not have minimum availability.');
	}

	/** syncRolloutStatus: only a rollout makes progress. `current` names the ReplicaSet of the template, where there is one already. */
	noteProgress(current: string | undefined, counts: Counts, wanted: number, isRollout: boolean): void {
		if (!this.hasDeadline) this.list = this.list.filter(({ type }) => type !== 'Progressing');
		else if (isRollout) this.progress(current === undefined ? `Deployment "${this.workload.name}"` : `ReplicaSet "${current}"`, counts, wanted);
		this.counts = counts;
	}

	private progress(subject: string, counts: Counts, wanted: number): void {
		const { workload, deadline, progressing: before } = this;
		if (before?.reason === 'NewReplicaSetAvailable' && counts.replicas === counts.updated) return;
		if ([counts.updated, counts.replicas, counts.available].every((count) => count === wanted)) {
			this.set('Progressing', 'True', 'NewReplicaSetAvailable', `${subject} has successfully progressed.`);
			workload.tell({ code: 'owner/rollout-done', args: { name: workload.name }, tone: 'ok', weight: 7 });
		} else if (isProgress(this.counts, counts)) {
			// Told anew each time: the deadline counts from the last progress.
			this.replace(before, 'Progressing', 'True', 'ReplicaSetUpdated', `${subject} is progressing.`);
		} else if (this.isTimedOut(before) && before?.reason !== 'ProgressDeadlineExceeded') {
			this.set('Progressing', 'False', 'ProgressDeadlineExceeded', `${subject} has timed out progressing.`);
			const args = { name: workload.name, seconds: deadline };
			workload.tell({ code: 'owner/rollout-stuck', args, tone: 'bad', weight: 9, field: 'spec.progressDeadlineSeconds' });
		}
		this.requeueStuck();
	}

	/** DeploymentTimedOut. */
	private isTimedOut(progressing: Condition | undefined): boolean {
		if (progressing === undefined || progressing.reason === 'NewReplicaSetAvailable') return false;
		return progressing.reason === 'ProgressDeadlineExceeded' || (progressing.lastUpdateTime + this.deadline) * SECOND < this.workload.now;
	}

	/** requeueStuckDeployment. */
	private requeueStuck(): void {
		const { workload, progressing, deadline } = this;
		if (progressing === undefined || progressing.reason === 'NewReplicaSetAvailable' || progressing.reason === 'ProgressDeadlineExceeded') return;
		workload.syncIn(Math.max(0, (progressing.lastUpdateTime + deadline) * SECOND - workload.now) + SECOND);
	}

	/** SetDeploymentCondition: what is known for the same reason is not told again. */
	private set(type: string, status: Condition['status'], reason: string, message: string): void {
		const old = this.list.find((known) => known.type === type);
		if (old?.status !== status || old.reason !== reason) this.replace(old, type, status, reason, message);
	}

	private replace(old: Condition | undefined, type: string, status: Condition['status'], reason: string, message: string): void {
		const now = this.workload.seconds();
		const next: Condition = { type, status, reason, message, lastUpdateTime: now, lastTransitionTime: old?.status === status ? old.lastTransitionTime : now };
		this.list = [...this.list.filter((known) => known !== old), next];
	}
}

/** DeploymentProgressing. */
function isProgress(before: Counts, now: Counts): boolean {
	return (
		now.updated > before.updated ||
		now.replicas - now.updated < before.replicas - before.updated ||
		now.ready > before.ready ||
		now.available > before.available
	);
}

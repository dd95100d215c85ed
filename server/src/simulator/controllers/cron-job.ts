/** A Job whenever the schedule says so: pkg/controller/cronjob */

import type { CronJobSpec } from '../../schema/generated/types';
import { goQuote } from '../../schema/go-quote';
import { isFault, nextTime, parseSchedule, type Schedule } from '../../schema/schedule';
import { clockText } from '../../schema/time-zone';
import { seconds } from '../event-log';
import type { Cluster } from '../kubelet';
import { LONGEST_LIFE, MINUTE, SECOND } from '../pace';
import { Job } from './job';
import { Workload, type WorkloadObject } from './workload';

/** A simulation begins less than half a minute before a full minute: at 23:59:35 UTC of a Sunday, a day before the first of a month. */
const UNTIL_FULL_MINUTE = 25 * SECOND;
const STARTS_AT = Date.UTC(2024, 8, 30, 0, 0, 0) - UNTIL_FULL_MINUTE;

/** nextScheduleDelta: a look comes this much after the time it is for. */
const DELTA = 100;

export function startCronJob(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	new CronJob(new Workload(cluster, 'CronJob', object, namespace, 'cronjob-controller'));
}

class CronJob {
	/** Not yet seen to be finished, oldest first. */
	private active: Job[] = [];
	private ended: Job[] = [];
	/** Milliseconds; the time it was scheduled for. */
	private last: number | undefined;
	private lastSuccess: number | undefined;
	/** The schedule as it was at the last look, and what was told of it: that it rests, or when it is due. */
	private schedule: string | undefined;
	private told: 'suspended' | 'never' | number | undefined;

	constructor(private readonly workload: Workload) {
		workload.sync = () => this.sync();
		workload.dependents = () => [...this.active, ...this.ended].map((job) => job.workload);
		workload.syncIn(0);
	}

	private get spec(): Partial<CronJobSpec> {
		return (this.workload.object.spec ?? {}) as Partial<CronJobSpec>;
	}

	/** syncCronJob: what ended is noted, then the latest time that was missed is made good. */
	private sync(): void {
		this.prune();
		this.noteEnded();
		if (!this.workload.deleting) this.keepTime();
		this.report();
	}

	private keepTime(): void {
		const { workload, spec } = this;
		if (spec.suspend === true) return this.tellSuspended();
		const written = formatSchedule(spec);
		const schedule = parseSchedule(written);
		if (isFault(schedule)) return workload.say('Warning', 'UnparseableSchedule', `unparseable schedule: ${goQuote(written)} : ${schedule.fault}`);
		// updateCronJob: one that was changed is looked at when it is due next, and makes nothing good.
		const isChanged = this.schedule !== undefined && this.schedule !== written;
		this.schedule = written;
		const { now } = workload;
		const missed = mostRecentScheduleTime(schedule, this.earliest(), now);
		if (missed === 'never') return this.tellNever(written);
		if (missed.isMany) workload.say('Warning', 'TooManyMissedTimes', TOO_MANY_MISSED);
		if (missed.due !== undefined && missed.due !== this.last && !isChanged) this.meet(missed.due);
		const next = nextScheduleTime(schedule, this.last ?? 0, now);
		if (next === undefined) return;
		workload.syncIn(next + DELTA - now);
		this.tellNext(next, isChanged);
	}

	/** When it is due is told once, and again when nothing more of it will be seen. */
	private tellNext(next: number, isChanged: boolean): void {
		const { workload, spec, told } = this;
		const isSeen = next + DELTA <= workload.cluster.clock.horizon;
		if (told === next || (typeof told === 'number' && isSeen && !isChanged)) return;
		this.told = next;
		const zone = spec.timeZone ?? 'UTC';
		const wait = seconds(next - workload.now);
		const args = { schedule: spec.schedule ?? '', at: clockText(STARTS_AT + next, zone), zone, starts: clockText(STARTS_AT, zone), wait };
		const field = 'spec.schedule';
		if (isSeen || this.last !== undefined) workload.tell({ code: 'cron/next', args, tone: 'prep', weight: 4, field }, []);
		else
			workload.tell({ code: 'cron/not-yet', args: { ...args, reach: wait * SECOND <= LONGEST_LIFE ? 'until' : 'none' }, tone: 'warn', weight: 8, field }, []);
	}

	private tellSuspended(): void {
		if (this.told !== 'suspended') this.workload.tell({ code: 'cron/suspended', tone: 'warn', weight: 8, field: 'spec.suspend' });
		this.told = 'suspended';
	}

	private tellNever(written: string): void {
		const { workload, spec } = this;
		workload.say('Warning', 'InvalidSchedule', `invalid schedule: ${written} : time difference between two schedules is less than 1 second`);
		if (this.told !== 'never') workload.tell({ code: 'cron/never', args: { schedule: spec.schedule ?? '' }, tone: 'warn', weight: 8, field: 'spec.schedule' });
		this.told = 'never';
	}

	/** Nothing before the last one, or before the deadline for starting, is made good. */
	private earliest(): number {
		const deadline = this.spec.startingDeadlineSeconds;
		return Math.max(this.last ?? 0, deadline === undefined ? 0 : this.workload.now - deadline * SECOND);
	}

	private meet(due: number): void {
		const { workload, spec } = this;
		if (workload.crowded()) return;
		if (this.active.length > 0 && spec.concurrencyPolicy === 'Forbid')
			return workload.say('Normal', 'JobAlreadyActive', 'Not starting job because prior execution is running and concurrency policy is Forbid');
		if (spec.concurrencyPolicy === 'Replace') {
			for (const job of this.active) this.remove(job);
			this.active = [];
		}
		const name = `${workload.name}-${Math.floor((STARTS_AT + due) / MINUTE)}`;
		const template = spec.jobTemplate;
		const child = new Workload(
			workload.cluster,
			'Job',
			{ metadata: { ...template?.metadata, name }, spec: template?.spec },
			workload.namespace,
			'job-controller',
		);
		this.active = [...this.active, new Job(child, () => workload.syncIn(0))];
		this.last = due;
		workload.say('Normal', 'SuccessfulCreate', `Created job ${name}`);
		child.cause = workload.tell({ code: 'cron/due', args: { schedule: spec.schedule ?? '', job: name }, tone: 'prep', weight: 7, field: 'spec.schedule' });
	}

	private noteEnded(): void {
		const { workload } = this;
		for (const job of this.active.filter(({ finished }) => finished !== undefined)) {
			workload.say('Normal', 'SawCompletedJob', `Saw completed job: ${job.workload.name}, condition: ${job.finished}`);
			if (job.finished === 'Complete') this.lastSuccess = workload.seconds();
			this.ended = [...this.ended, job];
		}
		for (const job of this.active.filter(({ finished, workload: { gone } }) => finished === undefined && gone))
			workload.say('Normal', 'MissingJob', `Active job went missing: ${job.workload.name}`);
		this.active = this.active.filter(({ finished, workload: { gone } }) => finished === undefined && !gone);
	}

	/** cleanupFinishedJobs: of those that succeeded and of those that failed the newest ones are kept, and one that has just ended counts. */
	private prune(): void {
		const { spec } = this;
		this.ended = this.ended.filter((job) => !job.workload.gone);
		const limits = { Complete: spec.successfulJobsHistoryLimit ?? 3, Failed: spec.failedJobsHistoryLimit ?? 1 };
		for (const [condition, limit] of Object.entries(limits)) {
			const alike = [...this.ended, ...this.active].filter(({ finished }) => finished === condition);
			for (const job of alike.slice(0, Math.max(0, alike.length - limit))) {
				this.remove(job);
				this.active = this.active.filter((known) => known !== job);
			}
		}
	}

	private remove(job: Job): void {
		job.workload.delete('Background');
		this.workload.say('Normal', 'SuccessfulDelete', `Deleted job ${job.workload.name}`);
	}

	private report(): void {
		const { workload, active, last, lastSuccess } = this;
		const named = active.map((job) => ({ kind: 'Job', name: job.workload.name, apiVersion: 'batch/v1', namespace: workload.namespace }));
		workload.setStatus({
			...(named.length > 0 ? { active: named } : {}),
			...(last === undefined ? {} : { lastScheduleTime: workload.seconds(last) }),
			...(lastSuccess === undefined ? {} : { lastSuccessfulTime: lastSuccess }),
		});
	}
}

const TOO_MANY_MISSED = 'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';
/** So many are reported. */
const MANY_MISSED = 100;

/** formatSchedule */
function formatSchedule({ schedule = '', timeZone }: Partial<CronJobSpec>): string {
	return timeZone === undefined || schedule.includes('TZ') ? schedule : `TZ=${timeZone} ${schedule}`;
}

/** nextTime, in milliseconds of the simulation. */
function timeAfter(schedule: Schedule, after: number): number | undefined {
	const next = nextTime(schedule, STARTS_AT + after);
	return next === undefined ? undefined : next - STARTS_AT;
}

interface Missed {
	/** The latest of them. */
	readonly due: number | undefined;
	readonly isMany: boolean;
}

/** mostRecentScheduleTime; `never` for a schedule that is never due. */
function mostRecentScheduleTime(schedule: Schedule, earliest: number, now: number): Missed | 'never' {
	const first = timeAfter(schedule, earliest);
	const second = first === undefined ? undefined : timeAfter(schedule, first);
	if (first === undefined || second === undefined) return 'never';
	if (now < first) return { due: undefined, isMany: false };
	if (now < second) return { due: first, isMany: false };
	const apart = second - first;
	const missed = Math.floor((now - first) / apart) + 1;
	let due: number | undefined;
	for (let time = timeAfter(schedule, first + (missed - 2) * apart); time !== undefined && time <= now; time = timeAfter(schedule, time)) due = time;
	return { due, isMany: missed > MANY_MISSED };
}

/** nextScheduleTimeDuration, as a time. */
function nextScheduleTime(schedule: Schedule, earliest: number, now: number): number | undefined {
	const missed = mostRecentScheduleTime(schedule, earliest, now);
	return timeAfter(schedule, missed === 'never' ? now : (missed.due ?? earliest));
}

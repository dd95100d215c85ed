/** A Job whenever the schedule says so: pkg/controller/cronjob */

import type { CronJobSpec } from '../../schema/generated/types';
import { SHORTHANDS } from '../../schema/schedule-shorthands';
import type { Cluster } from '../kubelet';
import { MINUTE, SECOND } from '../pace';
import { Job } from './job';
import { Workload, type WorkloadObject } from './workload';

/** A simulation begins less than half a minute before a full minute: at 23:59:35 of a Sunday, the day before the first of a month. */
const UNTIL_FULL_MINUTE = 25 * SECOND;
const STARTS_AT = Date.UTC(2024, 8, 30, 0, 0, 0) - UNTIL_FULL_MINUTE;

/** schedulingGranularity: a look comes this much after the time it is for. */
const GRANULARITY = 100;
/** Missed times that are looked through for the latest. */
const MOST_MISSED = 2000;

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
		const { workload, spec } = this;
		this.prune();
		this.noteEnded();
		if (spec.suspend === true || workload.deleting) return this.report();
		const { now } = workload;
		const due = latestTime(spec.schedule ?? '', this.earliest(), now);
		const next = nextTime(spec.schedule ?? '', now);
		if (next !== undefined) workload.syncIn(next + GRANULARITY - now);
		if (due !== undefined && due !== this.last) this.meet(due);
		this.report();
	}

	/** mostRecentScheduleTime: nothing before the last one, or before the deadline for starting, is made good. */
	private earliest(): number {
		const deadline = this.spec.startingDeadlineSeconds;
		return Math.max(this.last ?? 0, deadline === undefined ? 0 : this.workload.now - deadline * 1000);
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

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST_LOOK = 25 * 60;

/** The latest time after `since` that the schedule names and that has come. */
function latestTime(schedule: string, since: number, now: number): number | undefined {
	let latest: number | undefined;
	for (let looked = 0; looked < MOST_MISSED; looked++) {
		const next = nextTime(schedule, latest ?? since);
		if (next === undefined || next > now) break;
		latest = next;
	}
	return latest;
}

/** The first full minute after `now` that the schedule names, within a day. */
function nextTime(schedule: string, now: number): number | undefined {
	const every = /^@every (\d+)([hms])$/.exec(schedule);
	if (every !== null) return now + Number(every[1]) * { h: 60 * MINUTE, m: MINUTE, s: SECOND }[every[2] as 'h' | 'm' | 's'];
	const fields = (SHORTHANDS.get(schedule) ?? schedule).trim().split(/\s+/);
	const [minute, hour, day, month, weekday] = fields;
	if (minute === undefined || hour === undefined || day === undefined || month === undefined || weekday === undefined) return undefined;
	let at = Math.floor((STARTS_AT + now) / MINUTE) * MINUTE + MINUTE;
	for (let looked = 0; looked < LONGEST_LOOK; looked++, at += MINUTE) {
		const date = new Date(at);
		if (!names(minute, date.getUTCMinutes(), 0, 59, []) || !names(hour, date.getUTCHours(), 0, 23, []) || !names(month, date.getUTCMonth() + 1, 1, 12, MONTHS))
			continue;
		const dayFits = names(day, date.getUTCDate(), 1, 31, []);
		const weekdayFits = names(weekday, date.getUTCDay(), 0, 6, NAMES) || (date.getUTCDay() === 0 && names(weekday, 7, 0, 7, NAMES));
		const free = (field: string) => field.startsWith('*') || field === '?';
		if (free(day) || free(weekday) ? dayFits && weekdayFits : dayFits || weekdayFits) return at - STARTS_AT;
	}
	return undefined;
}

function names(field: string, value: number, least: number, most: number, words: readonly string[]): boolean {
	const read = (text: string): number => {
		const word = words.indexOf(text.toLowerCase());
		return word >= 0 ? word : Number(text);
	};
	return field.split(',').some((part) => {
		const [range = '', step] = part.split('/');
		const [first = '', last] = range.split('-');
		const free = range === '*' || range === '?';
		const from = free ? least : read(first);
		const to = free ? most : last === undefined ? (step === undefined ? from : most) : read(last);
		return value >= from && value <= to && (value - from) % (step === undefined ? 1 : Math.max(1, Number(step))) === 0;
	});
}

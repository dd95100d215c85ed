/** A Job whenever the schedule says so: pkg/controller/cronjob */
import type { CronJobSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { MINUTE, SECOND } from '../pace';
import { Job } from './job';
import { Workload, type WorkloadObject } from './workload';

/** A simulation begins half a minute before a full minute: at 23:59:30 of a Sunday, the day before the first of a month. */
const UNTIL_FULL_MINUTE = 30 * SECOND;
const STARTS_AT = Date.UTC(2024, 8, 30, 0, 0, 0) - UNTIL_FULL_MINUTE;

interface Child {
	readonly job: Job;
	readonly at: number;
}

export function startCronJob(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	const workload = new Workload(cluster, 'CronJob', object, namespace, 'cronjob-controller');
	const children: Child[] = [];
	let lastScheduleTime: number | undefined;
	const report = (): void => {
		const active = children
			.filter(({ job }) => !job.finished && !job.workload.gone)
			.map(({ job }) => ({ kind: 'Job', name: job.workload.name, apiVersion: 'batch/v1', namespace }));
		workload.setStatus({ ...(active.length > 0 ? { active } : {}), ...(lastScheduleTime === undefined ? {} : { lastScheduleTime }) });
	};
	const due = (): void => {
		const spec = (workload.object.spec ?? {}) as Partial<CronJobSpec>;
		if (workload.gone) return;
		planNext(spec);
		if (spec.suspend === true || workload.crowded) return;
		const running = children.filter(({ job }) => !job.finished && !job.workload.gone);
		if (running.length > 0 && spec.concurrencyPolicy === 'Forbid')
			return workload.say('Normal', 'JobAlreadyActive', 'Not starting job because prior execution is running and concurrency policy is Forbid');
		if (spec.concurrencyPolicy === 'Replace')
			for (const { job } of running) {
				job.workload.delete('Background');
				workload.say('Normal', 'SuccessfulDelete', `Deleted job ${job.workload.name}`);
			}
		const name = `${workload.name}-${Math.floor((STARTS_AT + cluster.clock.now) / MINUTE)}`;
		const template = spec.jobTemplate;
		const child = new Workload(cluster, 'Job', { metadata: { ...template?.metadata, name }, spec: template?.spec }, namespace, 'job-controller');
		children.push({ at: cluster.clock.now, job: new Job(child, () => finished(spec, child.name)) });
		lastScheduleTime = workload.seconds();
		workload.say('Normal', 'SuccessfulCreate', `Created job ${name}`);
		child.cause = workload.tell({ code: 'cron/due', args: { schedule: spec.schedule ?? '', job: name }, tone: 'prep', weight: 7, field: 'spec.schedule' });
		report();
	};
	const finished = (spec: Partial<CronJobSpec>, name: string): void => {
		workload.say('Normal', 'SawCompletedJob', `Saw completed job: ${name}, condition: Complete`);
		report();
		prune(spec);
	};
	/** cleanupFinishedJobs: the newest ones are kept. */
	const prune = (spec: Partial<CronJobSpec>): void => {
		const ended = children.filter(({ job }) => job.finished && !job.workload.gone);
		const keep = Math.max(spec.successfulJobsHistoryLimit ?? 3, spec.failedJobsHistoryLimit ?? 1);
		for (const { job } of ended.slice(0, Math.max(0, ended.length - keep))) {
			job.workload.delete('Background');
			workload.say('Normal', 'SuccessfulDelete', `Deleted job ${job.workload.name}`);
		}
	};
	const planNext = (spec: Partial<CronJobSpec>): void => {
		const next = nextTime(spec.schedule ?? '', cluster.clock.now);
		if (next !== undefined) cluster.clock.at(next, due);
	};
	planNext((object.spec ?? {}) as Partial<CronJobSpec>);
}

const NAMED: Readonly<Record<string, string>> = {
	'@yearly': '0 0 1 1 *',
	'@annually': '0 0 1 1 *',
	'@monthly': '0 0 1 * *',
	'@weekly': '0 0 * * 0',
	'@daily': '0 0 * * *',
	'@midnight': '0 0 * * *',
	'@hourly': '0 * * * *',
};
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST_LOOK = 25 * 60;

/** The first full minute after `now` that the schedule names, within a day. */
function nextTime(schedule: string, now: number): number | undefined {
	const every = /^@every (\d+)([hms])$/.exec(schedule);
	if (every !== null) return now + Number(every[1]) * { h: 60 * MINUTE, m: MINUTE, s: SECOND }[every[2] as 'h' | 'm' | 's'];
	const fields = (NAMED[schedule] ?? schedule).trim().split(/\s+/);
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

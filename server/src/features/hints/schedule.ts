import type { CronJobSpec } from '../../schema/generated/types';
import { isFault, nextTime, parseSchedule, type Schedule } from '../../schema/schedule';
import { clockText } from '../../schema/time-zone';
import { behindValue, type Hint, type Subject } from './subject';

/** The reader's clock: milliseconds since 1970, and the zone it shows. */
export interface Clock {
	readonly now: number;
	readonly zone: string;
}

const TIMES = 3;
const YEAR = 365 * 86_400_000;

/** When a CronJob runs next, as the reader's clock shows it. Where it names no zone, the clock of the cluster's controller counts: UTC, as a rule. */
export function scheduleHints(subject: Subject, { now, zone }: Clock): readonly Hint[] {
	const { kind } = subject.manifest.kind;
	const { schedule, timeZone, suspend } = (kind === 'CronJob' ? (subject.judgement.object['spec'] ?? {}) : {}) as Partial<CronJobSpec>;
	if (schedule === undefined || suspend === true) return [];
	const parsed = parseSchedule(schedule);
	if (isFault(parsed)) return [];
	const next = nextTimes(parsed, now, timeZone ?? 'UTC');
	const times = next.map((time) => clockText(time, zone));
	if (times.length === 0) return behindValue(subject, ['spec', 'schedule'], { en: 'never runs', ko: '실행되지 않는다' });
	const today = clockText(now, zone).slice(0, 'yyyy-mm-dd'.length);
	// Without the day, where it is today, and without the year, where it is the next time that the calendar shows that day.
	const isNear = (next.at(-1) ?? now) - now < YEAR;
	const known = times.every((time) => time.startsWith(today)) ? 'yyyy-mm-dd ' : isNear ? 'yyyy-' : '';
	const told = times.map((time) => time.slice(known.length)).join(', ');
	const guess = timeZone === undefined && !('every' in parsed) && zone !== 'UTC';
	return behindValue(subject, ['spec', 'schedule'], {
		en: `next: ${told} (${zone}${guess ? ', if the cluster runs on UTC' : ''})`,
		ko: `다음 실행: ${told} (${zone}${guess ? ', 클러스터 시각이 UTC일 때' : ''})`,
	});
}

function nextTimes(schedule: Schedule, now: number, zone: string): readonly number[] {
	const times: number[] = [];
	for (let time = nextTime(schedule, now, zone); time !== undefined && times.length < TIMES; time = nextTime(schedule, time, zone)) times.push(time);
	return times;
}

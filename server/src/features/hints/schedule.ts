import type { Bilingual } from '../../protocol/text';
import type { CronJobSpec } from '../../schema/generated/types';
import { isFault, nextTime, parseSchedule, type Schedule } from '../../schema/schedule';
import { clockText } from '../../schema/time-zone';
import { behindValue, type Hint, type Subject } from './subject';

/** The reader's clock: milliseconds since 1970, and the zone it shows. */
export interface Clock {
	readonly now: number;
	readonly zone: string;
}

/** Where the clock of the controller is not known, UTC is the rule. */
const ON_UTC: Bilingual = { en: ', cluster on UTC', ko: ', 클러스터가 UTC일 때' };
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
	const isGuess = timeZone === undefined && !('every' in parsed) && zone !== 'UTC';
	const told = (count: number, place: string, guess: Bilingual): Bilingual => {
		const list = times
			.slice(0, count)
			.map((time) => time.slice(known.length))
			.join(', ');
		return { en: `next: ${list} (${place}${isGuess ? guess.en : ''})`, ko: `다음 실행: ${list} (${place}${isGuess ? guess.ko : ''})` };
	};
	const city = zone.split('/').at(-1) ?? zone;
	return behindValue(
		subject,
		['spec', 'schedule'],
		told(TIMES, zone, { en: ', if the cluster runs on UTC', ko: ', 클러스터 시각이 UTC일 때' }),
		...[3, 2, 1].map((count) => told(count, city, ON_UTC)),
		told(1, city, { en: '?', ko: '?' }),
	);
}

function nextTimes(schedule: Schedule, now: number, zone: string): readonly number[] {
	const times: number[] = [];
	for (let time = nextTime(schedule, now, zone); time !== undefined && times.length < TIMES; time = nextTime(schedule, time, zone)) times.push(time);
	return times;
}

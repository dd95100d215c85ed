import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { type Choice, isFault, parseSchedule, type SpecSchedule } from '../../schema/schedule';

const DAYS: readonly Bilingual[] = [
	{ en: 'Sunday', ko: '일요일' },
	{ en: 'Monday', ko: '월요일' },
	{ en: 'Tuesday', ko: '화요일' },
	{ en: 'Wednesday', ko: '수요일' },
	{ en: 'Thursday', ko: '목요일' },
	{ en: 'Friday', ko: '금요일' },
	{ en: 'Saturday', ko: '토요일' },
];

/** A cron schedule in words, for those that people write; undefined for the others. */
export function scheduleText(schedule: string): Bilingual | undefined {
	const parsed = parseSchedule(schedule);
	if (isFault(parsed)) return undefined;
	if ('every' in parsed) return { en: `Every ${durationText(parsed.every, 'en')}.`, ko: `${durationText(parsed.every, 'ko')}마다 실행한다.` };
	return parsed.months.any ? timesText(parsed) : undefined;
}

function timesText({ minutes, hours, days, weekdays }: SpecSchedule): Bilingual | undefined {
	const isDaily = days.any && weekdays.any;
	if (hours.any) return isDaily ? everyHour(minutes) : undefined;
	const [minute, hour] = [only(minutes), only(hours)];
	if (minute === undefined) return undefined;
	const step = hour === undefined ? stepOf(hours, 24) : undefined;
	if (step !== undefined && isDaily) return { en: `Every ${step} hours, at minute ${minute}.`, ko: `${step}시간마다 ${minute}분에 실행한다.` };
	if (hour === undefined) return undefined;
	const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	if (isDaily) return { en: `Every day at ${time}.`, ko: `매일 ${time}에 실행한다.` };
	const day = only(days);
	if (day !== undefined && weekdays.any) return { en: `On day ${day} of every month at ${time}.`, ko: `매월 ${day}일 ${time}에 실행한다.` };
	const named = days.any ? weekdayText(weekdays) : undefined;
	return named && { en: `${named.en} at ${time}.`, ko: `${named.ko} ${time}에 실행한다.` };
}

function everyHour(minutes: Choice): Bilingual | undefined {
	if (minutes.numbers.size === 60) return { en: 'Every minute.', ko: '1분마다 실행한다.' };
	const minute = only(minutes);
	if (minute !== undefined) return { en: `Every hour at minute ${minute}.`, ko: `매시 ${minute}분에 실행한다.` };
	const step = stepOf(minutes, 60);
	return step === undefined ? undefined : { en: `Every ${step} minutes.`, ko: `${step}분마다 실행한다.` };
}

const only = ({ numbers }: Choice): number | undefined => (numbers.size === 1 ? [...numbers][0] : undefined);

/** How far the numbers lie apart, where they go all around from 0 on. */
function stepOf({ numbers }: Choice, of: number): number | undefined {
	const step = of / numbers.size;
	return Number.isInteger(step) && [...numbers].every((number) => number % step === 0) ? step : undefined;
}

function weekdayText({ numbers }: Choice): Bilingual | undefined {
	if (numbers.size === 5 && [1, 2, 3, 4, 5].every((day) => numbers.has(day))) return { en: 'Monday to Friday', ko: '평일마다' };
	const day = numbers.size === 1 ? DAYS[[...numbers][0] ?? 0] : undefined;
	return day && { en: `Every ${day.en}`, ko: `매주 ${day.ko}` };
}

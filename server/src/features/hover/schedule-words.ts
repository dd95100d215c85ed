import type { Bilingual } from '../../protocol/text';
import { SHORTHANDS } from '../../schema/schedule-shorthands';

const DAYS: readonly Bilingual[] = [
	{ en: 'Sunday', ko: '일요일' },
	{ en: 'Monday', ko: '월요일' },
	{ en: 'Tuesday', ko: '화요일' },
	{ en: 'Wednesday', ko: '수요일' },
	{ en: 'Thursday', ko: '목요일' },
	{ en: 'Friday', ko: '금요일' },
	{ en: 'Saturday', ko: '토요일' },
];
const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** A cron schedule in words, for those that people write; undefined for the others. */
export function scheduleText(schedule: string): Bilingual | undefined {
	const [minute = '', hour = '', date = '', month = '', weekday = '', ...rest] = (SHORTHANDS.get(schedule) ?? schedule).trim().split(/\s+/);
	if (rest.length > 0 || month !== '*') return undefined;
	if (hour === '*' && date === '*' && weekday === '*') return everyHour(minute);
	const step = /^\*\/(\d+)$/.exec(hour)?.[1];
	if (step && 24 % Number(step) === 0 && /^\d+$/.test(minute) && date === '*' && weekday === '*') {
		return { en: `Every ${step} hours, at minute ${Number(minute)}.`, ko: `${step}시간마다 ${Number(minute)}분에 실행한다.` };
	}
	if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour)) return undefined;
	const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	if (date === '*' && weekday === '*') return { en: `Every day at ${time}.`, ko: `매일 ${time}에 실행한다.` };
	if (/^\d+$/.test(date) && weekday === '*') return { en: `On day ${date} of every month at ${time}.`, ko: `매월 ${date}일 ${time}에 실행한다.` };
	const days = date === '*' ? dayText(weekday) : undefined;
	return days && { en: `${days.en} at ${time}.`, ko: `${days.ko} ${time}에 실행한다.` };
}

function everyHour(minute: string): Bilingual | undefined {
	if (minute === '*') return { en: 'Every minute.', ko: '1분마다 실행한다.' };
	const step = Number(/^\*\/(\d+)$/.exec(minute)?.[1] ?? Number.NaN);
	if (step === 1) return { en: 'Every minute.', ko: '1분마다 실행한다.' };
	if (60 % step === 0) return { en: `Every ${step} minutes.`, ko: `${step}분마다 실행한다.` };
	return /^\d+$/.test(minute) ? { en: `Every hour at minute ${Number(minute)}.`, ko: `매시 ${Number(minute)}분에 실행한다.` } : undefined;
}

function dayText(weekday: string): Bilingual | undefined {
	const text = weekday.toUpperCase();
	if (text === '1-5' || text === 'MON-FRI') return { en: 'Monday to Friday', ko: '평일마다' };
	const index = NAMES.includes(text) ? NAMES.indexOf(text) : /^[0-6]$/.test(text) ? Number(text) : -1;
	const day = DAYS[index];
	return day && { en: `Every ${day.en}`, ko: `매주 ${day.ko}` };
}

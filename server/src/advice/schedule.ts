import { FieldPath } from '../schema/field-path';
import type { CronJobSpec } from '../schema/generated/types';
import { isFault, nextTime, parseSchedule, type SpecSchedule } from '../schema/schedule';
import type { Advice } from './advice';
import type { Subject } from './subject';

/** Schedules that name no time at all, and those that name more than they seem to; robfig/cron SpecSchedule.Next and dayMatches. */
export function schedule({ kind, object }: Subject): readonly Advice[] {
	const text = kind === 'CronJob' ? (object['spec'] as CronJobSpec | undefined)?.schedule : undefined;
	const parsed = text ? parseSchedule(text) : undefined;
	if (text === undefined || !parsed || isFault(parsed) || 'every' in parsed) return [];
	const told = (code: string, severity: Advice['severity']): readonly Advice[] => [
		{ path: FieldPath.of('spec').child('schedule'), code, severity, args: { schedule: text } },
	];
	if (nextTime(parsed, 0) === undefined) return told('advice/schedule-never', 'warning');
	if (!parsed.days.any && !parsed.weekdays.any && !isAny(parsed)) return told('advice/schedule-either-day', 'information');
	return parsed.minutes.any && parsed.hours.numbers.size === 1 ? told('advice/schedule-every-minute', 'information') : [];
}

/** All the days, written out. */
const isAny = ({ days, weekdays }: SpecSchedule): boolean => days.numbers.size === 31 || weekdays.numbers.size === 7;

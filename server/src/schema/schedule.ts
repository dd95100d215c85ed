/** Schedules as github.com/robfig/cron/v3 ParseStandard reads them: what is wrong with one, and when it is due. */
import { parseDuration } from './duration';
import { atoi } from './go-number';
import { LocalTime, timeZoneFault } from './time-zone';

/** The times at which all fields fit … */
export interface SpecSchedule {
	readonly minutes: Choice;
	readonly hours: Choice;
	/** 1 to 31. */
	readonly days: Choice;
	/** 1 to 12. */
	readonly months: Choice;
	/** 0 is Sunday. */
	readonly weekdays: Choice;
	/** Of `TZ=` or `CRON_TZ=`. */
	readonly zone?: string;
}

/** … or so many seconds after one another. */
export interface ConstantDelaySchedule {
	readonly every: number;
}

export type Schedule = SpecSchedule | ConstantDelaySchedule;

/** The numbers a field stands for; `any` where it was left open with `*` or `?`. */
export interface Choice {
	readonly numbers: ReadonlySet<number>;
	readonly any: boolean;
}

interface Fault {
	readonly fault: string;
}

export const isFault = <T extends object>(value: T | Fault): value is Fault => 'fault' in value;

/** Parser.Parse of a schedule, or what is wrong with it in its words. */
export function parseSchedule(schedule: string): Schedule | Fault {
	if (schedule === '') return { fault: 'empty spec string' };
	if (!schedule.startsWith('TZ=') && !schedule.startsWith('CRON_TZ=')) return parseSpec(schedule);
	const space = schedule.indexOf(' ');
	// There it panics, and the server tells what of.
	if (space < 0) return { fault: 'invalid schedule format: runtime error: slice bounds out of range [:-1]' };
	const zone = schedule.slice(schedule.indexOf('=') + 1, space);
	const fault = timeZoneFault(zone);
	if (fault !== undefined) return { fault: `provided bad location ${zone}: ${fault}` };
	const parsed = parseSpec(schedule.slice(space).trim());
	return isFault(parsed) || 'every' in parsed ? parsed : { ...parsed, zone };
}

/** robfig/cron/v3 parseDescriptor: what the names of schedules stand for. */
const SHORTHANDS: ReadonlyMap<string, string> = new Map([
	['@yearly', '0 0 1 1 *'],
	['@annually', '0 0 1 1 *'],
	['@monthly', '0 0 1 * *'],
	['@weekly', '0 0 * * 0'],
	['@daily', '0 0 * * *'],
	['@midnight', '0 0 * * *'],
	['@hourly', '0 * * * *'],
]);
const EVERY = '@every ';

/** unicode.IsSpace */
const GO_SPACES = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

interface Bounds {
	readonly min: number;
	readonly max: number;
	/** By number. */
	readonly names?: readonly string[];
}

const FIELDS: readonly [Bounds, Bounds, Bounds, Bounds, Bounds] = [
	{ min: 0, max: 59 },
	{ min: 0, max: 23 },
	{ min: 1, max: 31 },
	{ min: 1, max: 12, names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
	{ min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Parser.Parse, after the time zone. */
function parseSpec(text: string): Schedule | Fault {
	const spec = SHORTHANDS.get(text) ?? text;
	if (spec.startsWith('@')) return parseDescriptor(spec);
	const fields = spec.split(GO_SPACES).filter(Boolean);
	if (fields.length !== FIELDS.length) return { fault: `expected exactly ${FIELDS.length} fields, found ${fields.length}: [${fields.join(' ')}]` };
	const choices: Choice[] = [];
	for (const [i, bounds] of FIELDS.entries()) {
		const choice = parseField(fields[i] ?? '', bounds);
		if (isFault(choice)) return choice;
		choices.push(choice);
	}
	const [minutes, hours, days, months, weekdays] = choices as [Choice, Choice, Choice, Choice, Choice];
	return { minutes, hours, days, months, weekdays };
}

/** parseDescriptor and Every, which knows whole seconds only */
function parseDescriptor(descriptor: string): ConstantDelaySchedule | Fault {
	if (!descriptor.startsWith(EVERY)) return { fault: `unrecognized descriptor: ${descriptor}` };
	const duration = parseDuration(descriptor.slice(EVERY.length));
	if (typeof duration !== 'number') return { fault: `failed to parse duration ${descriptor}: ${duration.fault}` };
	return { every: Math.max(1, Math.floor(duration / 1e9)) };
}

/** getField */
function parseField(field: string, bounds: Bounds): Choice | Fault {
	const numbers = new Set<number>();
	let any = false;
	for (const range of field.split(',').filter(Boolean)) {
		const read = parseRange(range, bounds);
		if (isFault(read)) return read;
		for (let number = read.start; number <= read.end; number += read.step) numbers.add(number);
		any ||= read.any;
	}
	return { numbers, any };
}

interface Range {
	readonly start: number;
	readonly end: number;
	readonly step: number;
	readonly any: boolean;
}

/** getRange */
function parseRange(range: string, bounds: Bounds): Range | Fault {
	const [span = '', step, ...slashes] = range.split('/');
	const [low = '', high, ...hyphens] = span.split('-');
	const isOpen = low === '*' || low === '?';
	const start = isOpen ? BigInt(bounds.min) : number(low, bounds);
	if (typeof start !== 'bigint') return start;
	if (!isOpen && hyphens.length > 0) return { fault: `too many hyphens: ${range}` };
	const to = isOpen ? BigInt(bounds.max) : high === undefined ? start : number(high, bounds);
	if (typeof to !== 'bigint') return to;
	if (slashes.length > 0) return { fault: `too many slashes: ${range}` };
	const every = step === undefined ? 1n : number(step);
	if (typeof every !== 'bigint') return every;
	// `5/15` goes on to the end.
	const end = step !== undefined && high === undefined ? BigInt(bounds.max) : to;
	if (start < bounds.min) return { fault: `beginning of range (${start}) below minimum (${bounds.min}): ${range}` };
	if (end > bounds.max) return { fault: `end of range (${end}) above maximum (${bounds.max}): ${range}` };
	if (start > end) return { fault: `beginning of range (${start}) beyond end of range (${end}): ${range}` };
	if (every === 0n) return { fault: `step of range should be a positive number: ${range}` };
	return { start: Number(start), end: Number(end), step: Number(every), any: isOpen && every <= 1n };
}

/** parseIntOrName */
function number(text: string, bounds?: Bounds): bigint | Fault {
	const named = text === '' ? -1 : (bounds?.names?.indexOf(text.toLowerCase()) ?? -1);
	if (named >= 0) return BigInt(named);
	const value = atoi(text);
	if (typeof value !== 'bigint') return { fault: `failed to parse int from ${text}: ${value.fault}` };
	return value < 0n ? { fault: `negative number (${value}) not allowed: ${text}` } : value;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A date that is in none of so many years is in none. */
const YEARS = 5;

/**
 * SpecSchedule.Next and ConstantDelaySchedule.Next: the first time after `after` that the schedule names, both in milliseconds since 1970; undefined where
 * there is none (30 February). `zone` is the clock of a schedule that names none itself.
 */
export function nextTime(schedule: Schedule, after: number, zone = 'UTC'): number | undefined {
	const second = Math.floor(after / SECOND) * SECOND;
	return 'every' in schedule ? second + schedule.every * SECOND : new Search(schedule, schedule.zone ?? zone).from(second + SECOND);
}

/** Steps after which nothing is looked for any more. Next has no such limit, and never comes back where midnight is a time before the day (Apia in 2011). */
const MOST_STEPS = 10_000;

/** Goes from field to field as Next does, so that a gap or a repeated hour of summer time is met as it meets them. */
class Search {
	private time: LocalTime;
	/** A field was counted on; those below it are at their first value. */
	private added = false;
	private steps = 0;

	constructor(
		private readonly schedule: SpecSchedule,
		zone: string,
	) {
		this.time = new LocalTime(0, zone);
	}

	from(start: number): number | undefined {
		const { minutes, hours, months } = this.schedule;
		// `,` names nothing.
		if ([minutes, hours, months].some(({ numbers }) => numbers.size === 0)) return undefined;
		this.time = this.time.at(start);
		const lastYear = this.time.year + YEARS;
		while (this.time.year <= lastYear && this.steps < MOST_STEPS) {
			if (this.month() && this.day() && this.hour() && this.minute() && this.second()) return this.steps < MOST_STEPS ? this.time.utc : undefined;
		}
		return undefined;
	}

	/** False where the year ended: all begins anew. So do the others where what they count begins anew. */
	private month(): boolean {
		while (!this.schedule.months.numbers.has(this.time.month)) {
			this.begin(() => this.time.date(this.time.year, this.time.month, 1, 0, 0));
			this.to(this.time.addDate(1, 0));
			if (this.time.month === 1) return false;
		}
		return true;
	}

	private day(): boolean {
		while (!this.dayMatches() && this.steps < MOST_STEPS) {
			this.begin(() => this.time.date(this.time.year, this.time.month, this.time.day, 0, 0));
			this.to(this.time.addDate(0, 1));
			// Where a day does not begin at midnight.
			const { hour } = this.time;
			if (hour !== 0) this.to(this.time.add((hour > 12 ? 24 - hour : -hour) * HOUR));
			if (this.time.day === 1) return false;
		}
		return true;
	}

	private hour(): boolean {
		while (!this.schedule.hours.numbers.has(this.time.hour)) {
			this.begin(() => this.time.date(this.time.year, this.time.month, this.time.day, this.time.hour, 0));
			this.to(this.time.add(HOUR));
			if (this.time.hour === 0) return false;
		}
		return true;
	}

	private minute(): boolean {
		while (!this.schedule.minutes.numbers.has(this.time.minute)) {
			this.begin(() => this.time.at(Math.floor(this.time.utc / MINUTE) * MINUTE));
			this.to(this.time.add(MINUTE));
			if (this.time.minute === 0) return false;
		}
		return true;
	}

	/** Schedules name the first second of a minute. */
	private second(): boolean {
		const past = this.time.utc % MINUTE;
		if (past === 0) return true;
		this.added = true;
		this.to(this.time.add(MINUTE - past));
		return false;
	}

	private to(time: LocalTime): void {
		this.time = time;
		this.steps++;
	}

	private begin(start: () => LocalTime): void {
		if (!this.added) this.time = start();
		this.added = true;
	}

	/** dayMatches: both have to fit where one is left open, otherwise one of them. */
	private dayMatches(): boolean {
		const { days, weekdays } = this.schedule;
		const [day, weekday] = [days.numbers.has(this.time.day), weekdays.numbers.has(this.time.weekday)];
		return days.any || weekdays.any ? day && weekday : day || weekday;
	}
}

import { midnight, offsetOf, two, type Zone } from './zones';

export const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const short = (names: readonly string[]): readonly string[] => names.map((name) => name.slice(0, 3));

/** Which names stand for the name of a month or a day in a layout. */
export const NAMES: Readonly<Record<string, readonly string[]>> = { January: MONTHS, Jan: short(MONTHS), Monday: DAYS, Mon: short(DAYS) };

/** nextStdChunk of time/format.go: what a layout's pieces are, in the order in which they are looked for. Of `_2006` the blank stands for itself. */
const CHUNK = /(January|Jan|Monday|Mon|MST|002|0[1-6]|2006|2|15|1|__2|_2(?!006)|[345]|PM|pm|[-Z]07(?::00:00|0000|:00|00)?|[.,](?:0+|9+)(?!\d))/;

/** A piece of a layout: what stands for a part of a time, or a text that stands for itself. */
export interface Piece {
	readonly std: boolean;
	readonly text: string;
}

export const piecesOf = (layout: string): readonly Piece[] =>
	layout
		.split(CHUNK)
		.map((text, i) => ({ std: i % 2 === 1, text }))
		.filter(({ text }) => text !== '');

/** A moment as clocks of a zone show it. */
export interface Clock extends Readonly<Record<NumberOf, number>> {
	/** 0 is Sunday. */
	readonly weekday: number;
	/** Seconds east of Greenwich, and the zone's letters. */
	readonly offset: number;
	readonly letters: string;
}

/** What clocks of a zone show, so many seconds after 1970. */
export function clockAt(seconds: number, zone: Zone): Clock {
	const { seconds: offset, letters } = offsetOf(zone, seconds);
	const local = new Date((seconds + offset) * 1000);
	const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
	const dayOfYear = (midnight(year, month, day) - midnight(year, 1, 1)) / 86_400 + 1;
	const [hour, minute, second] = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
	return { year, month, day, dayOfYear, hour, minute, second, weekday: local.getUTCDay(), offset, letters };
}

/** What a number in a layout is, how many digits it has at least, how it is read, and between which bounds it lies. */
export const NUMBERS: Readonly<Record<string, readonly [NumberOf, number, RegExp, number, number]>> = {
	'2006': ['year', 4, /^\d{4}/, 0, 9999],
	'1': ['month', 1, /^\d\d?/, 1, 12],
	'01': ['month', 2, /^\d\d/, 1, 12],
	'2': ['day', 1, /^\d\d?/, 0, 99],
	_2: ['day', 2, /^ ?\d\d?/, 0, 99],
	'02': ['day', 2, /^\d\d/, 0, 99],
	__2: ['dayOfYear', 3, /^ {0,2}\d{1,3}/, 0, 999],
	'002': ['dayOfYear', 3, /^\d{3}/, 0, 999],
	'15': ['hour', 2, /^\d\d?/, 0, 23],
	'3': ['hour', 1, /^\d\d?/, 0, 12],
	'03': ['hour', 2, /^\d\d/, 0, 12],
	'4': ['minute', 1, /^\d\d?/, 0, 59],
	'04': ['minute', 2, /^\d\d/, 0, 59],
	'5': ['second', 1, /^\d\d?/, 0, 59],
	'05': ['second', 2, /^\d\d/, 0, 59],
};
type NumberOf = 'year' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'minute' | 'second';

/** Time.Format. */
export function formatTime(layout: string, seconds: number, nanos: number, zone: Zone): string {
	const clock = clockAt(seconds, zone);
	return piecesOf(layout)
		.map(({ std, text }) => (std ? part(text, clock, nanos) : text))
		.join('');
}

function part(std: string, clock: Clock, nanos: number): string {
	const { year, month, hour, weekday, letters, offset } = clock;
	const number = NUMBERS[std];
	if (number) {
		const [of, digits] = number;
		const value = std === '3' || std === '03' ? hour % 12 || 12 : clock[of];
		return (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(digits, std.startsWith('_') ? ' ' : '0');
	}
	const names = NAMES[std];
	if (names) return names[std.startsWith('J') ? month - 1 : weekday] ?? '';
	switch (std) {
		case '06':
			return two(((year % 100) + 100) % 100);
		case 'PM':
			return hour >= 12 ? 'PM' : 'AM';
		case 'pm':
			return hour >= 12 ? 'pm' : 'am';
		case 'MST':
			return letters;
		default:
			return /^[.,]/.test(std) ? fraction(std, nanos) : zoneText(std, offset);
	}
}

function fraction(std: string, nanos: number): string {
	const digits = String(nanos)
		.padStart(9, '0')
		.slice(0, std.length - 1)
		.padEnd(std.length - 1, '0');
	if (std.charAt(1) === '0') return std.charAt(0) + digits;
	const kept = digits.replace(/0+$/, '');
	return kept ? std.charAt(0) + kept : '';
}

/** An offset as a layout such as `-07:00` shows it. */
export function zoneText(std: string, offset: number): string {
	if (std.startsWith('Z') && offset === 0) return 'Z';
	const size = Math.abs(offset);
	const colon = std.includes(':') ? ':' : '';
	const digits = std.replaceAll(':', '').length - 1;
	const minutes = digits >= 4 ? colon + two(Math.floor((size % 3600) / 60)) : '';
	const rest = digits >= 6 ? colon + two(size % 60) : '';
	return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${minutes}${rest}`;
}

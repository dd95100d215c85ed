import { offsetOf, type Zone } from './zones';

export const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** nextStdChunk of time/format.go: what a layout's pieces are, in the order in which they are looked for. */
const CHUNK =
	/January|Jan(?![a-z])|Jan|Monday|Mon(?![a-z])|Mon|MST|002|01|02|03|04|05|06|2006|2|15|1|__2|_2006|_2|3|4|5|PM|pm|-07:00:00|-070000|-07:00|-0700|-07|Z07:00:00|Z070000|Z07:00|Z0700|Z07|[.,]0+(?!\d)|[.,]9+(?!\d)/g;

/** A piece of a layout: what stands for a part of a time, or a text that stands for itself. */
export interface Piece {
	readonly std: boolean;
	readonly text: string;
}

export function piecesOf(layout: string): readonly Piece[] {
	const pieces: Piece[] = [];
	let last = 0;
	for (const match of layout.matchAll(CHUNK)) {
		// Of `_2006` the blank stands for itself.
		const [std, from] = match[0] === '_2006' ? ['2006', match.index + 1] : [match[0], match.index];
		if (from > last) pieces.push({ std: false, text: layout.slice(last, from) });
		pieces.push({ std: true, text: std });
		last = from + std.length;
	}
	if (last < layout.length) pieces.push({ std: false, text: layout.slice(last) });
	return pieces;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Time.Format. */
export function formatTime(layout: string, seconds: number, nanos: number, zone: Zone): string {
	const offset = offsetOf(zone, seconds);
	const local = new Date((seconds + offset.seconds) * 1000);
	return piecesOf(layout)
		.map(({ std, text }) => (std ? part(text, local, nanos, offset.seconds, offset.letters) : text))
		.join('');
}

function part(std: string, local: Date, nanos: number, offset: number, letters: string): string {
	const year = local.getUTCFullYear();
	const [month, day, hour] = [local.getUTCMonth(), local.getUTCDate(), local.getUTCHours()];
	const dayOfYear = Math.floor((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
	switch (std) {
		case '2006':
			return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
		case '06':
			return two(((year % 100) + 100) % 100);
		case 'January':
			return MONTHS[month] ?? '';
		case 'Jan':
			return (MONTHS[month] ?? '').slice(0, 3);
		case '1':
			return String(month + 1);
		case '01':
			return two(month + 1);
		case 'Monday':
			return DAYS[local.getUTCDay()] ?? '';
		case 'Mon':
			return (DAYS[local.getUTCDay()] ?? '').slice(0, 3);
		case '2':
			return String(day);
		case '_2':
			return String(day).padStart(2);
		case '02':
			return two(day);
		case '__2':
			return String(dayOfYear).padStart(3);
		case '002':
			return String(dayOfYear).padStart(3, '0');
		case '15':
			return two(hour);
		case '3':
			return String(hour % 12 || 12);
		case '03':
			return two(hour % 12 || 12);
		case '4':
			return String(local.getUTCMinutes());
		case '04':
			return two(local.getUTCMinutes());
		case '5':
			return String(local.getUTCSeconds());
		case '05':
			return two(local.getUTCSeconds());
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

function zoneText(std: string, offset: number): string {
	if (std.startsWith('Z') && offset === 0) return 'Z';
	const size = Math.abs(offset);
	const colon = std.includes(':') ? ':' : '';
	const shape = std.replace(':', '').replace(':', '').slice(1);
	const minutes = shape.length >= 4 ? colon + two(Math.floor((size % 3600) / 60)) : '';
	const rest = shape.length >= 6 ? colon + two(size % 60) : '';
	return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${minutes}${rest}`;
}

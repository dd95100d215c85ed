import { goQuote } from '../../schema/go-quote';
import { Fault } from '../value';
import { GoTime } from './go-time';
import { NAMES, NUMBERS, piecesOf, zoneText } from './time-format';
import { midnight, secondsOf, UTC } from './zones';

const NO_PARTS = { year: 0, month: -1, day: -1, dayOfYear: -1, hour: 0, minute: 0, second: 0, nanos: 0 };

/** What was read so far. */
type Parts = typeof NO_PARTS & { isAfternoon?: boolean; offset?: number; zone: string };

/** time.ParseInLocation, where the location is UTC. */
export function parseTime(layout: string, text: string): GoTime | Fault {
	const parts: Parts = { ...NO_PARTS, zone: '' };
	const wrong = (rest: string, piece: string, message = ''): Fault =>
		new Fault(`parsing time ${goQuote(text)}${message || ` as ${goQuote(layout)}: cannot parse ${goQuote(rest)} as ${goQuote(piece)}`}`);
	let rest = text;
	const pieces = piecesOf(layout);
	for (const [i, piece] of pieces.entries()) {
		if (!piece.std) {
			const after = skip(rest, piece.text);
			if (after === undefined) return wrong(rest, piece.text);
			rest = after;
			continue;
		}
		const read = readPart(piece.text, rest, parts);
		if (read === 'range') return wrong('', '', `: ${NUMBERS[piece.text]?.[0] ?? 'value'} out of range`);
		if (read === undefined) return wrong(rest, piece.text);
		rest = rest.slice(read);
		// Seconds may have a fraction that the layout does not name.
		const fraction = /^(?:5|05)$/.test(piece.text) && !/^[.,][09]/.test(pieces[i + 1]?.text ?? '') ? /^[.,]\d+/.exec(rest)?.[0] : undefined;
		if (fraction !== undefined) {
			parts.nanos = nanosOf(fraction.slice(1));
			rest = rest.slice(fraction.length);
		}
	}
	if (rest !== '') return wrong('', '', `: extra text: ${goQuote(rest)}`);
	return timeOf(parts) ?? wrong('', '', ': day out of range');
}

/** The text behind a prefix, whose blanks may be any number: skip. */
function skip(value: string, prefix: string): string | undefined {
	let rest = value;
	for (let at = 0; at < prefix.length; at++) {
		if (prefix.charAt(at) === ' ') {
			if (rest !== '' && !rest.startsWith(' ')) return undefined;
			while (prefix.charAt(at + 1) === ' ') at++;
			rest = rest.replace(/^ +/, '');
		} else if (rest.charAt(0) !== prefix.charAt(at)) return undefined;
		else rest = rest.slice(1);
	}
	return rest;
}

const nanosOf = (digits: string): number => Number(digits.slice(0, 9).padEnd(9, '0'));

/** Reads one part, and says how long it is; nothing where it is not there. */
function readPart(std: string, rest: string, parts: Parts): number | 'range' | undefined {
	const number = NUMBERS[std];
	if (number) {
		const [part, , pattern, least, most] = number;
		const [found] = pattern.exec(rest) ?? [];
		if (found === undefined) return undefined;
		parts[part] = Number(found);
		return parts[part] < least || parts[part] > most ? 'range' : found.length;
	}
	const names = NAMES[std];
	if (names) {
		const index = names.findIndex((name) => rest.toLowerCase().startsWith(name.toLowerCase()));
		if (index >= 0 && std.startsWith('J')) parts.month = index + 1;
		return names[index]?.length;
	}
	const pair = rest.slice(0, 2);
	switch (std) {
		case '06': {
			if (!/^\d\d$/.test(pair)) return undefined;
			parts.year = Number(pair) + (Number(pair) >= 69 ? 1900 : 2000);
			return 2;
		}
		case 'PM':
		case 'pm': {
			if (pair !== std && pair !== (std === 'PM' ? 'AM' : 'am')) return undefined;
			parts.isAfternoon = pair === std;
			return 2;
		}
		default:
			return /^[.,]/.test(std) ? readFraction(std, rest, parts) : readZone(std, rest, parts);
	}
}

function readFraction(std: string, rest: string, parts: Parts): number | undefined {
	if (std.charAt(1) === '9') {
		const found = /^[.,]\d+/.exec(rest)?.[0] ?? '';
		if (found) parts.nanos = nanosOf(found.slice(1));
		return found.length;
	}
	if (!new RegExp(`^[.,]\\d{${std.length - 1}}`).test(rest)) return undefined;
	parts.nanos = nanosOf(rest.slice(1, std.length));
	return std.length;
}

function readZone(std: string, rest: string, parts: Parts): number | undefined {
	if (std === 'MST') {
		const found = /^(?:UTC|ChST|MeST|GMT[-+]\d+|[A-Z]{3,5}|[-+]\d\d(?:\d\d)?)/.exec(rest)?.[0];
		if (found === undefined) return undefined;
		parts.zone = found;
		return found.length;
	}
	if (std.startsWith('Z') && rest.startsWith('Z')) {
		parts.offset = 0;
		return 1;
	}
	const colon = std.includes(':') ? ':' : '';
	const size = std.replace(/:/g, '').length - 1;
	const found = new RegExp(`^([-+])(\\d\\d)${size >= 4 ? `${colon}(\\d\\d)` : '()'}${size >= 6 ? `${colon}(\\d\\d)` : '()'}`).exec(rest);
	if (!found) return undefined;
	const [whole, sign, ...digits] = found;
	const [hours = 0, minutes = 0, seconds = 0] = digits.map(Number);
	if (hours > 24 || minutes > 59 || seconds > 59) return undefined;
	parts.offset = (sign === '-' ? -1 : 1) * secondsOf(hours, minutes, seconds);
	return whole.length;
}

function timeOf(parts: Parts): GoTime | undefined {
	const { year, second, nanos } = parts;
	let { month, day, hour } = parts;
	if (parts.isAfternoon === true && hour < 12) hour += 12;
	else if (parts.isAfternoon === false && hour === 12) hour = 0;
	if (parts.dayOfYear >= 0 && month < 0) {
		if (parts.dayOfYear < 1 || parts.dayOfYear > 366) return undefined;
		[month, day] = [1, parts.dayOfYear];
	} else {
		[month, day] = [month < 0 ? 1 : month, day < 0 ? 1 : day];
		if (day < 1 || midnight(year, month, day) >= midnight(year, month + 1, 1)) return undefined;
	}
	const seconds = midnight(year, month, day) + secondsOf(hour, parts.minute, second);
	const offset = parts.offset ?? 0;
	const hours = /^GMT([-+]\d+)$/.exec(parts.zone)?.[1];
	if (parts.offset === undefined && parts.zone !== '' && parts.zone !== 'UTC') {
		const named = hours === undefined ? 0 : Number(hours) * 3600;
		return new GoTime(seconds - named, nanos, { name: parts.zone, fixed: named });
	}
	// A zone without a name is shown by its offset.
	const zone = offset === 0 ? UTC : { name: zoneText('-0700', offset), fixed: offset };
	return new GoTime(seconds - offset, nanos, zone);
}

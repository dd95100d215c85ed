import { SHORTHANDS } from '../schema/schedule-shorthands';
import { atoi } from './numbers';
import { timeZoneFault } from './time-zone';
import { goQuote } from './walk';

/** What is wrong with a schedule, in the words of robfig/cron/v3 ParseStandard; undefined if it is one. */
export function scheduleFault(schedule: string): string | undefined {
	if (!schedule.startsWith('TZ=') && !schedule.startsWith('CRON_TZ=')) return specFault(schedule);
	const space = schedule.indexOf(' ');
	// There it panics, and the server tells what of.
	if (space < 0) return 'invalid schedule format: runtime error: slice bounds out of range [:-1]';
	const zone = schedule.slice(schedule.indexOf('=') + 1, space);
	const fault = timeZoneFault(zone);
	return fault === undefined ? specFault(schedule.slice(space).trim()) : `provided bad location ${zone}: ${fault}`;
}

const FIELDS: readonly Bounds[] = [
	{ min: 0n, max: 59n },
	{ min: 0n, max: 23n },
	{ min: 1n, max: 31n },
	{ min: 1n, max: 12n, names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
	{ min: 0n, max: 6n, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

interface Bounds {
	readonly min: bigint;
	readonly max: bigint;
	/** By number. */
	readonly names?: readonly string[];
}

/** Parser.Parse, after the time zone. */
function specFault(spec: string): string | undefined {
	if (spec.startsWith('@')) return descriptorFault(spec);
	const fields = spec.split(GO_SPACES).filter(Boolean);
	if (fields.length !== FIELDS.length) return `expected exactly ${FIELDS.length} fields, found ${fields.length}: [${fields.join(' ')}]`;
	for (const [i, bounds] of FIELDS.entries()) {
		for (const range of (fields[i] ?? '').split(',').filter(Boolean)) {
			const fault = rangeFault(range, bounds);
			if (fault !== undefined) return fault;
		}
	}
	return undefined;
}

/** unicode.IsSpace */
const GO_SPACES = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** getRange */
function rangeFault(range: string, bounds: Bounds): string | undefined {
	const [span = '', step, ...slashes] = range.split('/');
	const [low = '', high, ...hyphens] = span.split('-');
	let start = bounds.min;
	let end = bounds.max;
	if (low !== '*' && low !== '?') {
		const from = number(low, bounds);
		if (typeof from === 'string') return from;
		start = from;
		end = from;
		if (hyphens.length > 0) return `too many hyphens: ${range}`;
		const to = high === undefined ? from : number(high, bounds);
		if (typeof to === 'string') return to;
		end = to;
	}
	if (slashes.length > 0) return `too many slashes: ${range}`;
	const every = step === undefined ? 1n : number(step);
	if (typeof every === 'string') return every;
	// `5/15` goes on to the end.
	if (step !== undefined && high === undefined) end = bounds.max;
	if (start < bounds.min) return `beginning of range (${start}) below minimum (${bounds.min}): ${range}`;
	if (end > bounds.max) return `end of range (${end}) above maximum (${bounds.max}): ${range}`;
	if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${range}`;
	return every === 0n ? `step of range should be a positive number: ${range}` : undefined;
}

/** parseIntOrName; the fault as text. */
function number(text: string, bounds?: Bounds): bigint | string {
	const named = text === '' ? -1 : (bounds?.names?.indexOf(text.toLowerCase()) ?? -1);
	if (named >= 0) return BigInt(named);
	const value = atoi(text);
	if (typeof value !== 'bigint') return `failed to parse int from ${text}: ${value.fault}`;
	return value < 0n ? `negative number (${value}) not allowed: ${text}` : value;
}

const EVERY = '@every ';

/** parseDescriptor */
function descriptorFault(descriptor: string): string | undefined {
	if (SHORTHANDS.has(descriptor)) return undefined;
	if (!descriptor.startsWith(EVERY)) return `unrecognized descriptor: ${descriptor}`;
	const fault = durationFault(descriptor.slice(EVERY.length));
	return fault === undefined ? undefined : `failed to parse duration ${descriptor}: ${fault}`;
}

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const LONGEST = 2 ** 63;

/** time.ParseDuration */
function durationFault(text: string): string | undefined {
	const invalid = `time: invalid duration ${goQuote(text)}`;
	let rest = text.replace(/^[+-]/, '');
	if (rest === '0') return undefined;
	if (rest === '') return invalid;
	let total = 0;
	while (rest !== '') {
		const [amount = ''] = /^\d*(?:\.\d*)?/.exec(rest) ?? [];
		if (!/\d/.test(amount)) return invalid;
		const [unit = ''] = /^[^\d.]*/.exec(rest.slice(amount.length)) ?? [];
		if (unit === '') return `time: missing unit in duration ${goQuote(text)}`;
		const size = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
		if (size === undefined) return `time: unknown unit ${goQuote(unit)} in duration ${goQuote(text)}`;
		total += Number(amount) * size;
		if (total >= LONGEST && !(text.startsWith('-') && total === LONGEST)) return invalid;
		rest = rest.slice(amount.length + unit.length);
	}
	return undefined;
}

import { goQuote } from '../../schema/go-quote';
import { Fault } from '../value';

/** Nanoseconds of time.ParseDuration's units. */
const UNITS: Readonly<Record<string, bigint>> = {
	ns: 1n,
	us: 1000n,
	µs: 1000n,
	μs: 1000n,
	ms: 1_000_000n,
	s: 1_000_000_000n,
	m: 60_000_000_000n,
	h: 3_600_000_000_000n,
};
export const SECOND = 1_000_000_000n;

/** time.ParseDuration, in nanoseconds. */
export function parseDuration(text: string): bigint | Fault {
	const invalid = new Fault(`time: invalid duration ${goQuote(text)}`);
	const sign = text.startsWith('-') ? -1n : 1n;
	let rest = text.replace(/^[-+]/, '');
	if (rest === '0') return 0n;
	if (rest === '') return invalid;
	let total = 0n;
	while (rest !== '') {
		const [found, whole = '', fraction = ''] = /^(\d*)(?:\.(\d*))?/.exec(rest) ?? [];
		if (whole === '' && fraction === '') return invalid;
		rest = rest.slice(found?.length);
		const [unit = ''] = /^[^.\d]*/.exec(rest) ?? [];
		if (unit === '') return new Fault(`time: missing unit in duration ${goQuote(text)}`);
		const size = UNITS[unit];
		if (size === undefined) return new Fault(`time: unknown unit ${goQuote(unit)} in duration ${goQuote(text)}`);
		rest = rest.slice(unit.length);
		total += BigInt(whole || '0') * size + (fraction ? (BigInt(fraction) * size) / 10n ** BigInt(fraction.length) : 0n);
		if (total > 2n ** 63n) return invalid;
	}
	return total === 2n ** 63n && sign > 0n ? invalid : sign * total;
}

/** Duration.String. */
export function durationText(nanoseconds: bigint): string {
	if (nanoseconds === 0n) return '0s';
	const sign = nanoseconds < 0n ? '-' : '';
	const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
	if (size < SECOND) {
		const [unit, places] = size < 1000n ? (['ns', 0] as const) : size < 1_000_000n ? (['µs', 3] as const) : (['ms', 6] as const);
		return sign + fixed(size, places) + unit;
	}
	const minutes = size / (60n * SECOND);
	const hours = minutes / 60n;
	const seconds = `${fixed(size % (60n * SECOND), 9)}s`;
	return sign + (minutes === 0n ? seconds : hours === 0n ? `${minutes}m${seconds}` : `${hours}h${minutes % 60n}m${seconds}`);
}

/** A number with a point before its last digits, without zeros at its end. */
function fixed(value: bigint, places: number): string {
	const digits = String(value).padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places);
	const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
	return fraction ? `${whole}.${fraction}` : whole;
}

import { parseNanoseconds } from '../../schema/duration';
import { Fault } from '../value';

export const SECOND = 1_000_000_000n;

/** time.ParseDuration, in nanoseconds. */
export function parseDuration(text: string): bigint | Fault {
	const parsed = parseNanoseconds(text);
	return typeof parsed === 'bigint' ? parsed : new Fault(parsed.fault);
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

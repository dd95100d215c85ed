import { fn } from '../signature';
import { int, type Method, mapOf, Struct, type Value } from '../value';
import { int64 } from './cast';
import { clockAt, DAYS, formatTime, MONTHS, midnight } from './time-format';
import { offsetOf, UTC, type Zone } from './zones';

/** A time.Time: seconds since 1970 and nanoseconds, as seen in a zone. */
export class GoTime extends Struct {
	constructor(
		readonly seconds: number,
		readonly nanos: number,
		readonly zone: Zone,
	) {
		const write = (layout: string): string => formatTime(layout, seconds, nanos, zone);
		const text = write('2006-01-02 15:04:05.999999999 -0700 MST');
		super('time.Time', new Map(), methodsOf(seconds, nanos, zone, text, write), text, write('2006-01-02T15:04:05.999999999Z07:00'));
	}
}

/** What `toDate` answers to what is no date: the zero value of time.Time. */
export const zeroTime = (): GoTime => new GoTime(-62_135_596_800, 0, UTC);

/** The methods that templates call. */
function methodsOf(seconds: number, nanos: number, zone: Zone, text: string, write: (layout: string) => string): ReadonlyMap<string, Method> {
	const { year, month, day, dayOfYear, hour, minute, second, weekday } = clockAt(seconds, zone);
	const named = (type: string, name: string): Value => new Struct(type, new Map(), mapOf({ String: fn('', () => name) }), name);
	return mapOf<Method>({
		Year: fn('', () => int(year)),
		Month: fn('', () => named('time.Month', MONTHS[month - 1] ?? '')),
		Day: fn('', () => int(day)),
		Hour: fn('', () => int(hour)),
		Minute: fn('', () => int(minute)),
		Second: fn('', () => int(second)),
		Nanosecond: fn('', () => int(nanos)),
		Weekday: fn('', () => named('time.Weekday', DAYS[weekday] ?? '')),
		YearDay: fn('', () => int(dayOfYear)),
		Unix: fn('', () => int64(BigInt(seconds))),
		UnixMilli: fn('', () => int64(BigInt(seconds) * 1000n + BigInt(Math.floor(nanos / 1e6)))),
		UnixNano: fn('', () => int64(BigInt(seconds) * 1_000_000_000n + BigInt(nanos))),
		UTC: fn('', () => new GoTime(seconds, nanos, UTC)),
		Local: fn('', () => new GoTime(seconds, nanos, UTC)),
		String: fn('', () => text),
		Format: fn('s', write),
		AddDate: fn('iii', (...counts: readonly number[]) => added(seconds, nanos, zone, counts)),
	});
}

/** Time.AddDate. */
function added(from: number, nanos: number, zone: Zone, [years = 0, months = 0, days = 0]: readonly number[]): GoTime {
	const { year, month, day, offset } = clockAt(from, zone);
	const seconds = from + offset + midnight(year + years, month + months, day + days) - midnight(year, month, day);
	return new GoTime(seconds - offsetOf(zone, seconds).seconds, nanos, zone);
}

import { type Fault, Int, int, type Method, Struct, type Value } from '../value';
import { int64 } from './cast';
import { clockAt, DAYS, formatTime, MONTHS } from './time-format';
import { offsetOf, UTC, type Zone } from './zones';

/** A time.Time: seconds since 1970 and nanoseconds, as seen in a zone. */
export class GoTime extends Struct {
	constructor(
		readonly seconds: number,
		readonly nanos: number,
		readonly zone: Zone,
	) {
		const write = (layout: string): string => formatTime(layout, seconds, nanos, zone);
		super(
			'time.Time',
			new Map(),
			methodsOf(seconds, nanos, zone),
			write('2006-01-02 15:04:05.999999999 -0700 MST'),
			write('2006-01-02T15:04:05.999999999Z07:00'),
		);
	}
}

/** What `toDate` answers to what is no date: the zero value of time.Time. */
export const zeroTime = (): GoTime => new GoTime(-62_135_596_800, 0, UTC);

/** The methods that templates call. */
function methodsOf(seconds: number, nanos: number, zone: Zone): ReadonlyMap<string, Method> {
	const { year, month, day, dayOfYear, hour, minute, second, weekday } = clockAt(seconds, zone);
	const method = (run: () => Value | Fault): Method => ({ takes: '', run });
	const named = (type: string, text: string): Value => new Struct(type, new Map(), new Map([['String', method(() => text)]]), text);
	return new Map<string, Method>([
		['Year', method(() => int(year))],
		['Month', method(() => named('time.Month', MONTHS[month - 1] ?? ''))],
		['Day', method(() => int(day))],
		['Hour', method(() => int(hour))],
		['Minute', method(() => int(minute))],
		['Second', method(() => int(second))],
		['Nanosecond', method(() => int(nanos))],
		['Weekday', method(() => named('time.Weekday', DAYS[weekday] ?? ''))],
		['YearDay', method(() => int(dayOfYear))],
		['Unix', method(() => int64(BigInt(seconds)))],
		['UnixMilli', method(() => int64(BigInt(seconds) * 1000n + BigInt(Math.floor(nanos / 1e6))))],
		['UnixNano', method(() => int64(BigInt(seconds) * 1_000_000_000n + BigInt(nanos)))],
		['UTC', method(() => new GoTime(seconds, nanos, UTC))],
		['Local', method(() => new GoTime(seconds, nanos, UTC))],
		['String', method(() => formatTime('2006-01-02 15:04:05.999999999 -0700 MST', seconds, nanos, zone))],
		['Format', { takes: 's', run: ([layout]) => formatTime(String(layout), seconds, nanos, zone) }],
		['AddDate', { takes: 'iii', run: ([years, months, days]) => added(seconds, nanos, zone, [years, months, days].map(numberOf)) }],
	]);
}

const numberOf = (value: Value | undefined): number => (value instanceof Int ? Number(value.value) : 0);

/** Time.AddDate. */
function added(from: number, nanos: number, zone: Zone, [years = 0, months = 0, days = 0]: readonly number[]): GoTime {
	const { year, month, day, offset } = clockAt(from, zone);
	const seconds = from + offset + (Date.UTC(year + years, month - 1 + months, day + days) - Date.UTC(year, month - 1, day)) / 1000;
	return new GoTime(seconds - offsetOf(zone, seconds).seconds, nanos, zone);
}

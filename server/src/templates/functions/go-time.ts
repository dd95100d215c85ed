import { type Fault, Int, int, type Method, Struct, type Value } from '../value';
import { DAYS, formatTime, MONTHS } from './time-format';
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
	const local = new Date((seconds + offsetOf(zone, seconds).seconds) * 1000);
	const method = (run: () => Value | Fault): Method => ({ takes: '', run });
	const named = (type: string, text: string): Value => new Struct(type, new Map(), new Map([['String', method(() => text)]]), text);
	return new Map<string, Method>([
		['Year', method(() => int(local.getUTCFullYear()))],
		['Month', method(() => named('time.Month', MONTHS[local.getUTCMonth()] ?? ''))],
		['Day', method(() => int(local.getUTCDate()))],
		['Hour', method(() => int(local.getUTCHours()))],
		['Minute', method(() => int(local.getUTCMinutes()))],
		['Second', method(() => int(local.getUTCSeconds()))],
		['Nanosecond', method(() => int(nanos))],
		['Weekday', method(() => named('time.Weekday', DAYS[local.getUTCDay()] ?? ''))],
		['YearDay', method(() => int(Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000) + 1))],
		['Unix', method(() => int64(BigInt(seconds)))],
		['UnixMilli', method(() => int64(BigInt(seconds) * 1000n + BigInt(Math.floor(nanos / 1e6))))],
		['UnixNano', method(() => int64(BigInt(seconds) * 1_000_000_000n + BigInt(nanos)))],
		['UTC', method(() => new GoTime(seconds, nanos, UTC))],
		['Local', method(() => new GoTime(seconds, nanos, UTC))],
		['String', method(() => formatTime('2006-01-02 15:04:05.999999999 -0700 MST', seconds, nanos, zone))],
		['Format', { takes: 's', run: ([layout]) => formatTime(String(layout), seconds, nanos, zone) }],
		['AddDate', { takes: 'iii', run: ([years, months, days]) => added(local, nanos, zone, [years, months, days].map(numberOf)) }],
	]);
}

const int64 = (value: bigint): Int => new Int(value, 'int64');
const numberOf = (value: Value | undefined): number => (value instanceof Int ? Number(value.value) : 0);

/** Time.AddDate. */
function added(local: Date, nanos: number, zone: Zone, [years = 0, months = 0, days = 0]: readonly number[]): GoTime {
	const clock = local.getTime() - Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
	const moved = Date.UTC(local.getUTCFullYear() + years, local.getUTCMonth() + months, local.getUTCDate() + days) + clock;
	const seconds = Math.floor(moved / 1000);
	return new GoTime(seconds - offsetOf(zone, seconds).seconds, nanos, zone);
}

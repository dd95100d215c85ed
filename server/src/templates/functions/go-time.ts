import { fn, telling } from '../signature';
import { type Int, int, isInt, type Method, mapOf, Struct, type Value } from '../value';
import { int64 } from './cast';
import { durationText, SECOND } from './duration';
import { clockAt, DAYS, formatTime, MONTHS } from './time-format';
import { midnight, offsetOf, UTC, type Zone } from './zones';

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

type Moment = Pick<GoTime, 'seconds' | 'nanos' | 'zone'>;

/** A time.Duration. */
class GoDuration extends Struct {
	constructor(readonly nanoseconds: bigint) {
		const text = durationText(nanoseconds);
		const inUnits = (unit: number): Method => telling(Number(nanoseconds) / unit);
		const methods = {
			Hours: inUnits(3.6e12),
			Minutes: inUnits(6e10),
			Seconds: inUnits(1e9),
			Milliseconds: telling(int64(nanoseconds / 1_000_000n)),
			Nanoseconds: telling(int64(nanoseconds)),
			String: telling(text),
		};
		super('time.Duration', new Map(), mapOf<Method>(methods), text, int64(nanoseconds));
	}
}

const nanosecondsOf = (duration: Int | GoDuration): bigint => (isInt(duration) ? duration.value : duration.nanoseconds);

/** The seconds from the year 1 to 1970. */
const EPOCH = 62_135_596_800;

/** What `toDate` answers to what is no date: the zero value of time.Time. */
export const zeroTime = (): GoTime => new GoTime(-EPOCH, 0, UTC);

const sinceYearOne = ({ seconds, nanos }: Moment): bigint => BigInt(seconds + EPOCH) * SECOND + BigInt(nanos);

/** Time.Add. */
export function moved({ seconds, nanos, zone }: Moment, by: bigint): GoTime {
	const total = BigInt(seconds) * SECOND + BigInt(nanos) + by;
	const rest = ((total % SECOND) + SECOND) % SECOND;
	return new GoTime(Number((total - rest) / SECOND), Number(rest), zone);
}

/** The methods that templates call. */
function methodsOf(seconds: number, nanos: number, zone: Zone, text: string, write: (layout: string) => string): ReadonlyMap<string, Method> {
	const { year, month, day, dayOfYear, hour, minute, second, weekday } = clockAt(seconds, zone);
	const now = { seconds, nanos, zone };
	const at = sinceYearOne(now);
	const over = (unit: bigint): bigint => (unit > 0n ? at % unit : 0n);
	const counted = (perSecond: bigint): Method => telling(int64(BigInt(seconds) * perSecond + (BigInt(nanos) * perSecond) / SECOND));
	const named = (type: string, name: string): Value => new Struct(type, new Map(), mapOf({ String: telling(name) }), name);
	return mapOf<Method>({
		Year: telling(int(year)),
		Month: telling(named('time.Month', MONTHS[month - 1] ?? '')),
		Day: telling(int(day)),
		Hour: telling(int(hour)),
		Minute: telling(int(minute)),
		Second: telling(int(second)),
		Nanosecond: telling(int(nanos)),
		Weekday: telling(named('time.Weekday', DAYS[weekday] ?? '')),
		YearDay: telling(int(dayOfYear)),
		Unix: counted(1n),
		UnixMilli: counted(1000n),
		UnixMicro: counted(1_000_000n),
		UnixNano: counted(SECOND),
		UTC: fn('', () => new GoTime(seconds, nanos, UTC)),
		Local: fn('', () => new GoTime(seconds, nanos, UTC)),
		String: telling(text),
		Format: fn('s', write),
		IsZero: telling(at === 0n),
		Before: fn('t', (other: GoTime) => at < sinceYearOne(other)),
		After: fn('t', (other: GoTime) => at > sinceYearOne(other)),
		Equal: fn('t', (other: GoTime) => at === sinceYearOne(other)),
		Compare: fn('t', (other: GoTime) => int(Math.sign(Number(at - sinceYearOne(other))))),
		Sub: fn('t', (other: GoTime) => new GoDuration(at - sinceYearOne(other))),
		Add: fn('d', (by: Int | GoDuration) => moved(now, nanosecondsOf(by))),
		Truncate: fn('d', (to: Int | GoDuration) => moved(now, -over(nanosecondsOf(to)))),
		Round: fn('d', (to: Int | GoDuration) => {
			const unit = nanosecondsOf(to);
			const rest = over(unit);
			return moved(now, rest * 2n < unit ? -rest : unit > 0n ? unit - rest : 0n);
		}),
		AddDate: fn('iii', (...counts: readonly number[]) => added(seconds, nanos, zone, counts)),
	});
}

/** Time.AddDate. */
function added(from: number, nanos: number, zone: Zone, [years = 0, months = 0, days = 0]: readonly number[]): GoTime {
	const { year, month, day, offset } = clockAt(from, zone);
	const seconds = from + offset + midnight(year + years, month + months, day + days) - midnight(year, month, day);
	return new GoTime(seconds - offsetOf(zone, seconds).seconds, nanos, zone);
}

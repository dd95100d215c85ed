import { fn, type GoFunction } from '../signature';
import { andThen, type Fault, isInt, isText, orElse, type Value } from '../value';
import { durationText, parseDuration, SECOND } from './duration';
import { GoTime, moved, zeroTime } from './go-time';
import { formatTime } from './time-format';
import { parseTime } from './time-parse';
import { UTC, zoneOf } from './zones';

/** What stands for now: nothing that is rendered may change by itself. 2026-01-01T00:00:00Z. */
const NOW = 1_767_225_600;

/** What Sprig takes for a date: a time, or seconds as an integer; of all else, now. */
function dateOf(value: Value): GoTime {
	if (value instanceof GoTime) return value;
	return new GoTime(isInt(value) ? Number(value.value) : NOW, 0, UTC);
}

const inZone = (layout: string, value: Value, zone: string): string => {
	const { seconds, nanos } = dateOf(value);
	return formatTime(layout, seconds, nanos, zoneOf(zone));
};

const modified = (text: string, date: GoTime): GoTime | Fault => andThen(parseDuration(text), (by) => moved(date, by));
const mustDateModify = fn('st', modified);

/** What swallows its error leaves the date as it is. */
const dateModify = fn('st', (text: string, date: GoTime) => orElse(modified(text, date), date));

/** The units of durationRound, in nanoseconds. */
const ROUND_UNITS: readonly (readonly [string, bigint])[] = [
	['y', 365n * 86_400n * SECOND],
	['mo', 30n * 86_400n * SECOND],
	['d', 86_400n * SECOND],
	['h', 3600n * SECOND],
	['m', 60n * SECOND],
	['s', SECOND],
];

function durationRound(value: Value): string {
	const parsed = isText(value) ? parseDuration(value) : isInt(value) && value.kind === 'int64' ? value.value : value instanceof GoTime ? since(value) : 0n;
	const length = orElse(parsed, 0n);
	const size = length < 0n ? -length : length;
	const [name, unit] = ROUND_UNITS.find(([, one]) => size > one) ?? ['s', 0n];
	return unit === 0n ? '0s' : `${size / unit}${name}`;
}

const since = ({ seconds, nanos }: GoTime): bigint => BigInt(NOW - seconds) * SECOND - BigInt(nanos);

/** duration: of a text or an int64; an int is none. */
function duration(value: Value): string {
	const seconds = isText(value) && /^[-+]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : isInt(value) && value.kind === 'int64' ? value.value : 0n;
	const most = 2n ** 63n - 1n;
	return durationText(BigInt.asIntN(64, (seconds > most ? most : seconds < -most - 1n ? -most - 1n : seconds) * SECOND));
}

const date = fn('sa', (layout: string, value: Value) => inZone(layout, value, 'Local'));
const dateInZone = fn('sas', inZone);

/** Sprig's date.go. */
export const DATES: Readonly<Record<string, GoFunction>> = {
	now: fn('', () => new GoTime(NOW, 0, UTC)),
	ago: fn('a', (value: Value) => durationText((since(dateOf(value)) / SECOND) * SECOND)),
	date,
	date_in_zone: dateInZone,
	dateInZone,
	date_modify: dateModify,
	dateModify,
	must_date_modify: mustDateModify,
	mustDateModify,
	duration: fn('a', duration),
	durationRound: fn('a', durationRound),
	htmlDate: fn('a', (value: Value) => inZone('2006-01-02', value, 'Local')),
	htmlDateInZone: fn('as', (value: Value, zone: string) => inZone('2006-01-02', value, zone)),
	toDate: fn('ss', (layout: string, text: string) => orElse(parseTime(layout, text), zeroTime())),
	mustToDate: fn('ss', parseTime),
	unixEpoch: fn('t', ({ seconds }: GoTime) => String(seconds)),
};

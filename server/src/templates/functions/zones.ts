import { formatOf } from '../../schema/time-zone';

/** A place's clock (time.Location), by its name; or one with a fixed offset. */
export interface Zone {
	readonly name: string;
	/** Seconds east of Greenwich, where they are always the same. */
	readonly fixed?: number;
}

export const UTC: Zone = { name: 'UTC', fixed: 0 };

/** time.LoadLocation; what it does not know is UTC. A template's local time is UTC, whose machine nobody knows. */
export function zoneOf(name: string): Zone {
	if (name === '' || name === 'UTC' || name === 'Local') return UTC;
	return clockOf(name) ? { name } : UTC;
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

function clockOf(name: string): Intl.DateTimeFormat | undefined {
	if (!clocks.has(name)) clocks.set(name, newClock(name));
	return clocks.get(name);
}

const newClock = (name: string): Intl.DateTimeFormat | undefined =>
	/^[A-Z][\w+-]*(?:\/[\w+-]+)*$/.test(name) ? formatOf(name, { era: 'short', timeZoneName: 'short' }) : undefined;

/** What clocks of a zone show at a moment: seconds east of Greenwich, and the zone's letters. */
export function offsetOf(zone: Zone, seconds: number): { readonly seconds: number; readonly letters: string } {
	if (zone.fixed !== undefined) return { seconds: zone.fixed, letters: zone.name };
	const { offset, shown } = partsAt(zone.name, seconds);
	return { seconds: offset, letters: lettersOf(zone.name, shown, offset) };
}

/** Seconds after 1970 at which a day begins in Greenwich; months and days may be out of their bounds. Date.UTC takes the years below 100 for those of the last century. */
export const midnight = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month - 1, day) / 1000;

/** So many seconds a clock has gone since midnight. */
export const secondsOf = (hours: number, minutes: number, seconds: number): number => hours * 3600 + minutes * 60 + seconds;

/** At least two digits. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** A day in winter and one in summer: 2024-01-15 and 2024-07-15. */
const TODAY = [1_705_276_800, 1_721_001_600];

function partsAt(name: string, seconds: number): { readonly offset: number; readonly shown: string } {
	const parts = new Map(
		clockOf(name)
			?.formatToParts(new Date(seconds * 1000))
			.map(({ type, value }) => [type, value]),
	);
	const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
	const day = midnight(parts.get('era') === 'BC' ? 1 - part('year') : part('year'), part('month'), part('day'));
	return { offset: day + secondsOf(part('hour'), part('minute'), part('second')) - seconds, shown: parts.get('timeZoneName') ?? '' };
}

/** Letters that no English speaker of America uses. */
const LETTERS: Readonly<Record<string, string>> = {
	'Asia/Seoul': 'KST',
	'Asia/Tokyo': 'JST',
	'Asia/Shanghai': 'CST',
	'Asia/Hong_Kong': 'HKT',
	'Asia/Kolkata': 'IST',
	'Asia/Calcutta': 'IST',
	'Europe/Moscow': 'MSK',
	'Africa/Johannesburg': 'SAST',
	'Africa/Nairobi': 'EAT',
	'Africa/Lagos': 'WAT',
};

function lettersOf(name: string, shown: string, offset: number): string {
	if (!/^GMT[-+]/.test(shown)) return shown;
	// Of long ago it says only hours.
	const today = TODAY.map((seconds) => partsAt(name, seconds)).find((parts) => parts.offset === offset && !/^GMT[-+]/.test(parts.shown));
	if (today) return today.shown;
	const known = LETTERS[name];
	if (known !== undefined) return known;
	const summer = new Intl.DateTimeFormat('en-GB', { timeZone: name, timeZoneName: 'long' }).format(0);
	const hours = offset / 3600;
	if (/^Europe\//.test(name) && !summer.includes('GMT')) {
		const european: Readonly<Record<string, string>> = {
			'Europe/London': hours === 1 ? 'BST' : 'GMT',
			'Europe/Dublin': hours === 1 ? 'IST' : 'GMT',
			'Europe/Lisbon': hours === 1 ? 'WEST' : 'WET',
		};
		const own = european[name];
		if (own !== undefined) return own;
		const isEastern = /Eastern/.test(summer);
		return isEastern ? (hours === 3 ? 'EEST' : 'EET') : hours === 2 ? 'CEST' : 'CET';
	}
	const size = Math.abs(offset);
	const minutes = (size / 60) % 60;
	return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${minutes ? two(minutes) : ''}`;
}

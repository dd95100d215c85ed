import { timeZones as table } from './generated/time-zones';

let names: ReadonlySet<string> | undefined;

/** time.LoadLocation: what is wrong with the name of a time zone; undefined if nothing is. The server knows the zones it carries, in exactly this spelling. */
export function timeZoneFault(name: string): string | undefined {
	if (name === '' || name === 'UTC' || name === 'Local') return undefined;
	if (name.includes('..') || name.startsWith('/') || name.includes('\\')) return 'time: invalid location name';
	return timeZones().has(name) ? undefined : `unknown time zone ${name}`;
}

/** The names of all zones that the server carries. */
export function timeZones(): ReadonlySet<string> {
	names ??= readNames();
	return names;
}

function readNames(): ReadonlySet<string> {
	const lines = table.trim().split('\n');
	return new Set(
		lines.flatMap((line) => {
			const [region = '', ...places] = line.split(' ');
			return places.map((place) => (region ? `${region}/${place}` : place));
		}),
	);
}

/** A time as the clocks of a zone show it; Go's time.Time. `utc` counts milliseconds since 1970. */
export class LocalTime {
	private readonly shown: Date;

	constructor(
		readonly utc: number,
		readonly zone: string,
	) {
		this.shown = new Date(utc + offsetAt(zone, utc));
	}

	get year(): number {
		return this.shown.getUTCFullYear();
	}
	/** 1 to 12. */
	get month(): number {
		return this.shown.getUTCMonth() + 1;
	}
	get day(): number {
		return this.shown.getUTCDate();
	}
	/** 0 is Sunday. */
	get weekday(): number {
		return this.shown.getUTCDay();
	}
	get hour(): number {
		return this.shown.getUTCHours();
	}
	get minute(): number {
		return this.shown.getUTCMinutes();
	}

	at(utc: number): LocalTime {
		return new LocalTime(utc, this.zone);
	}

	add(ms: number): LocalTime {
		return this.at(this.utc + ms);
	}

	/** time.AddDate: the clock stays as it is. */
	addDate(months: number, days: number): LocalTime {
		const { shown } = this;
		return this.dateOf(Date.UTC(this.year, this.month - 1 + months, this.day + days, this.hour, this.minute, shown.getUTCSeconds()));
	}

	/** time.Date: the time at which the clock shows this; of one that it skips or shows twice the one that Go picks. */
	date(year: number, month: number, day: number, hour: number, minute: number): LocalTime {
		return this.dateOf(Date.UTC(year, month - 1, day, hour, minute));
	}

	private dateOf(shown: number): LocalTime {
		const first = offsetAt(this.zone, shown);
		return this.at(first === 0 ? shown : shown - offsetAt(this.zone, shown - first));
	}
}

/** A time as the clocks of a zone show it: `2024-09-30 09:00`, with its seconds where there are any. */
export function clockText(utc: number, zone: string): string {
	const shown = new Date(utc + offsetAt(zone, utc)).toISOString();
	return `${shown.slice(0, 10)} ${shown.slice(11, 19).replace(/:00$/, '')}`;
}

/** Clocks are changed at quarters of an hour. */
const QUARTER = 900_000;

interface Clock {
	readonly format: Intl.DateTimeFormat | undefined;
	/** The quarter that was asked for last, as its neighbours in time will be, and the answer. */
	quarter: number;
	offset: number;
}

const clocks = new Map<string, Clock>();

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(zone: string, utc: number): number {
	if (zone === '' || zone === 'UTC' || zone === 'Local') return 0;
	let clock = clocks.get(zone);
	if (!clock) {
		clock = { format: formatOf(zone), quarter: Number.NaN, offset: 0 };
		clocks.set(zone, clock);
	}
	const quarter = Math.floor(utc / QUARTER);
	if (clock.quarter !== quarter && clock.format) Object.assign(clock, { quarter, offset: shownBy(clock.format, utc) - Math.floor(utc / 1000) * 1000 });
	return clock.offset;
}

function shownBy(format: Intl.DateTimeFormat, utc: number): number {
	const parts = format.formatToParts(utc);
	const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** How the clocks of a zone are read. Undefined where the machine does not know a zone that the server carries; its time is then told as UTC. */
export function formatOf(zone: string, more: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
			...more,
		});
	} catch {
		return undefined;
	}
}

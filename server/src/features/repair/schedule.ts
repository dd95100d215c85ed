import { nearest } from '../../schema/nearest';
import { isFault, parseSchedule } from '../../schema/schedule';
import { merged } from '../../yaml/edit';
import type { Candidate, Site } from './site';
import { settingTitle } from './titles';
import { put, replace } from './write';

const DESCRIPTORS = ['@hourly', '@daily', '@weekly', '@monthly', '@yearly', '@midnight', '@annually'];

/** A schedule that github.com/robfig/cron/v3 ParseStandard reads, for one that it does not. */
export function schedules({ manifest, path, value }: Site): readonly Candidate[] {
	const written = value?.kind === 'scalar' ? value.text.trim() : '';
	return meantBy(written).flatMap((one) => {
		const edit = replace(manifest, path, one);
		return edit && !isFault(parseSchedule(one)) ? [{ title: settingTitle(path.at(-1), one), edits: [edit] }] : [];
	});
}

function meantBy(written: string): readonly string[] {
	if (written.startsWith('@')) return [nearest(written, DESCRIPTORS) ?? '@daily'];
	const fields = written.split(/\s+/).filter(Boolean);
	// Quartz and systemd count seconds, or years.
	if (fields.length > 5) return [fields.slice(1, 6), fields.slice(0, 5)].map((five) => withinBounds(five.map((field) => (field === '?' ? '*' : field))));
	// What is not said is open.
	return fields.length < 2 ? [] : [withinBounds([...fields, '*', '*', '*'].slice(0, 5))];
}

/** The least and the most that a field takes, and what comes after the most: after hour 23 comes 0, and 7 is Sunday for many. */
const BOUNDS = [
	{ min: 0, max: 59, next: 0 },
	{ min: 0, max: 23, next: 0 },
	{ min: 1, max: 31, next: 31 },
	{ min: 1, max: 12, next: 12 },
	{ min: 0, max: 6, next: 0 },
] as const;
type Bounds = (typeof BOUNDS)[number];

const withinBounds = (fields: readonly string[]): string =>
	fields
		.map((field, i) => {
			const bounds = BOUNDS[i];
			return bounds
				? field
						.split(',')
						.map((range) => rangeWithin(range, bounds))
						.join(',')
				: field;
		})
		.join(' ');

/** `5-70/2`; a range that ends before it begins goes over the end. */
function rangeWithin(range: string, bounds: Bounds): string {
	const [span = '', step] = range.split('/');
	const every = step === undefined || step === '0' ? '' : `/${step}`;
	const [low = '', high] = span.split('-');
	const ends = [low, high ?? low].map(Number);
	const [start = Number.NaN, end = Number.NaN] = ends;
	if (span === '' || !ends.every(Number.isInteger)) return span + every;
	if (high === undefined) return numberWithin(start, bounds) + every;
	if (start > end && start <= bounds.max && end >= bounds.min) return `${start}-${bounds.max}${every},${bounds.min}-${end}${every}`;
	return `${Math.max(bounds.min, start)}-${Math.min(bounds.max, end)}${every}`;
}

function numberWithin(number: number, { min, max, next }: Bounds): string {
	if (number < min) return String(min);
	return String(number === max + 1 ? next : Math.min(number, max));
}

/** `TZ=Asia/Seoul 0 3 * * *` */
export function zoneApart({ manifest, path, value }: Site): readonly Candidate[] {
	const [, zone, schedule] = (value?.kind === 'scalar' && /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(value.text)) || [];
	const rest = schedule && replace(manifest, path, schedule);
	const apart = zone && put(manifest, [...path.slice(0, -1), 'timeZone'], zone);
	return rest && apart ? [{ title: settingTitle('timeZone', zone), edits: merged(manifest.document.text, rest, apart), isCertain: true }] : [];
}

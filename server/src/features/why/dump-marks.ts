import type { Facts } from '../../autopsy/facts';
import type { DumpMark } from '../../protocol/life';
import type { Range } from '../../yaml/node';
import type { DumpPlaces } from './dump-places';

/** A mark with the place of it in the text, if it has one. */
export type PlacedMark = Omit<DumpMark, 'span'> & { readonly range?: Range };

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** All times that a dump gives of a pod, in seconds since its creation, in order: those of its status, its own, and those of events. */
export function marksOf({ pod, created, events }: Facts, places: DumpPlaces): readonly PlacedMark[] {
	const { creationTimestamp, deletionTimestamp } = pod.metadata ?? {};
	const fields = timesIn({ metadata: { creationTimestamp, deletionTimestamp }, status: pod.status }, '').map(({ path, time }): PlacedMark => {
		const range = places.field(path);
		return { t: (time - created) / 1000, what: 'field', name: path, ...(range && { range }) };
	});
	const seen = events.map(({ first, last, reason, count, type }): PlacedMark => {
		const range = places.event(reason);
		const isWarning = type === 'Warning';
		return { t: first, what: 'event', name: reason, count, isWarning, ...(last > first && { lastT: last }), ...(range && { range }) };
	});
	return [...fields, ...seen].sort((a, b) => a.t - b.t);
}

function timesIn(value: unknown, path: string): readonly { readonly path: string; readonly time: number }[] {
	if (typeof value === 'string') return TIME.test(value) && !Number.isNaN(Date.parse(value)) ? [{ path, time: Date.parse(value) }] : [];
	if (Array.isArray(value)) return value.flatMap((item, index) => timesIn(item, `${path}[${index}]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => timesIn(inner, path ? `${path}.${key}` : key));
}

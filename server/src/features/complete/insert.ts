import type { Spot } from '../../yaml/spot';
import type { Completion } from './context';

/** Where something is inserted: what stands there, and what the insertion takes the place of. */
interface Place {
	readonly spot: Spot;
	/** In offsets of the file; the spot's count from where `text` begins. */
	readonly range: Completion['range'];
	readonly text: string;
}

/** The key in the quotes that were begun, the rest behind it, and the range both take. Behind a key whose colon is there already nothing is needed. */
export function written({ spot, range, text }: Place, dash: string, key: string, rest: string): Pick<Completion, 'insert' | 'range'> {
	const colonFollows = spot.writes.what === 'key' && spot.writes.colonFollows;
	if (colonFollows) return { insert: escaped(key), range };
	const { quote } = spot;
	const isClosed = quote !== undefined && text.charAt(spot.to) === quote;
	return { insert: `${spot.bare ? ' ' : ''}${dash}${escaped(key)}${quote ?? ''}${rest}`, range: isClosed ? { start: range.start, end: range.end + 1 } : range };
}

/** A value in the quotes that were begun, or in its own. */
export function valueItem({ spot, range, text }: Place, value: string): Pick<Completion, 'label' | 'insert' | 'range' | 'filter'> {
	const isQuoted = /^".+"$/.test(value);
	const open = spot.quote;
	const bare = isQuoted ? value.slice(1, -1) : value;
	const isClosed = open !== undefined && text.charAt(spot.to) === open;
	const insert = open ? `${bare}${isClosed ? '' : open}` : `${spot.bare ? ' ' : ''}${value}`;
	return { label: bare, insert: escaped(insert), range, ...(isQuoted && !open ? { filter: value } : {}) };
}

/** Where the line is indented by tabs, or as nothing there can be, its indentation is written anew. */
export function reindented<T extends Pick<Completion, 'insert' | 'range'>>({ reindent, from, writes }: Spot, items: readonly T[]): readonly T[] {
	if (!reindent || writes.what !== 'key' || writes.dash) return items;
	const before = from - reindent.start;
	return items.map((item) => ({
		...item,
		insert: ' '.repeat(reindent.column) + item.insert,
		range: { start: item.range.start - before, end: item.range.end },
	}));
}

/** A text as it stands in a snippet. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

import { stringify } from 'yaml';
import type { Entry, ListNode, MapNode, Range } from './node';

/** Put `text` in place of `range`; offsets as in the document. */
export interface Edit {
	readonly range: Range;
	readonly text: string;
}

/** Another name for a key. */
export const renameKey = (entry: Entry, name: string): Edit => ({ range: entry.key.range, text: scalarText(name) });

/** Another value in place of the one written; a map or list goes below its key. */
export function replaceValue(text: string, entry: Entry, value: unknown): Edit {
	const colon = text.indexOf(':', entry.key.range.end) + 1;
	if (entry.value) {
		const inline = isScalar(value) ? scalarText(value) : flowText(value);
		const range = trimmed(text, entry.value.range);
		// What stood below its key, maybe as far left as this, now stands behind it.
		const isBelow = /^\s*\n\s*$/.test(text.slice(colon, range.start));
		return isBelow ? { range: { start: colon, end: range.end }, text: ` ${inline}` } : { range, text: inline };
	}
	return { range: { start: colon, end: colon }, text: ` ${isScalar(value) ? scalarText(value) : flowText(value)}` };
}

/** A new last key of a map, in the way the map is written. */
export function addEntry(text: string, map: MapNode, key: string, value: unknown): Edit {
	const last = map.entries.at(-1);
	if (map.flow || !last) {
		const inside = map.range.end - (text[map.range.end - 1] === '}' ? 1 : 0);
		const comma = last ? ', ' : '';
		return { range: { start: inside, end: inside }, text: `${comma}${scalarText(key)}: ${isScalar(value) ? scalarText(value) : flowText(value)}` };
	}
	const indent = columnOf(text, last.key.range.start);
	const at = endOfContent(text, last);
	const body = blockText({ [key]: value }, indent);
	return { range: { start: at, end: at }, text: `\n${body}` };
}

/** Takes a key and its value away, with its lines where nothing else stands on them. */
export function removeEntry(text: string, map: MapNode, entry: Entry): Edit {
	const end = endOfContent(text, entry);
	if (map.flow) return { range: flowRange(text, entry.key.range.start, end), text: '' };
	const lineStart = text.lastIndexOf('\n', entry.key.range.start - 1) + 1;
	const before = text.slice(lineStart, entry.key.range.start);
	// `- name: x`: the dash stays for the key that follows.
	if (before.includes('-')) {
		const next = map.entries[map.entries.indexOf(entry) + 1];
		if (next) return { range: { start: entry.key.range.start, end: next.key.range.start }, text: '' };
		return { range: { start: entry.key.range.start, end }, text: '{}' };
	}
	return { range: { start: lineStart, end: Math.min(text.length, lineEnd(text, end) + 1) }, text: map.entries.length === 1 ? `${before}{}\n` : '' };
}

/** Takes an item of a list away. */
export function removeItem(text: string, list: ListNode, index: number): Edit | undefined {
	const item = list.items[index];
	if (!item) return undefined;
	if (list.flow) return { range: flowRange(text, item.range.start, item.range.end), text: '' };
	const lineStart = text.lastIndexOf('\n', item.range.start - 1) + 1;
	return { range: { start: lineStart, end: Math.min(text.length, lineEnd(text, trimmed(text, item.range).end) + 1) }, text: '' };
}

/** YAML for a value below a key, each line indented by `indent` columns. */
export function blockText(value: unknown, indent: number): string {
	const text = stringify(value, { indent: 2, indentSeq: false, lineWidth: 0, version: '1.1' }).trimEnd();
	return text
		.split('\n')
		.map((line) => ' '.repeat(indent) + line)
		.join('\n');
}

const isScalar = (value: unknown): value is string | number | boolean | null => value === null || typeof value !== 'object';
/** A scalar as it is written, in quotes where YAML would read something else. */
export const scalarText = (value: unknown): string => stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
const flowText = (value: unknown): string => stringify(value, { version: '1.1', lineWidth: 0, collectionStyle: 'flow' }).trimEnd();

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
const lineEnd = (text: string, offset: number): number => {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end;
};

function endOfContent(text: string, entry: Entry): number {
	if (entry.alias) return entry.alias.end;
	return entry.value ? trimmed(text, entry.value.range).end : text.indexOf(':', entry.key.range.end) + 1;
}

/** A range without the white space a block ends with. */
function trimmed(text: string, range: Range): Range {
	return { start: range.start, end: range.start + text.slice(range.start, range.end).trimEnd().length };
}

/** With one of the commas around it. */
function flowRange(text: string, start: number, end: number): Range {
	const after = /^\s*,\s*/.exec(text.slice(end));
	if (after) return { start, end: end + after[0].length };
	const before = /,\s*$/.exec(text.slice(0, start));
	return { start: start - (before?.[0].length ?? 0), end };
}

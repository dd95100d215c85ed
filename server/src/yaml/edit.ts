import { isBlankOrEnd } from './cursor';
import { toJson } from './json';
import { lineStart } from './lines';
import type { Entry, ListNode, MapNode, Node, Range, ScalarNode } from './node';
import { type Edit, edited } from './text-edit';
import { blockText, flowText, indentsLists, quoted, scalarText } from './write';

/** Another name for a key. */
export const renameKey = (text: string, entry: Entry, name: string): Edit => ({
	range: entry.key.range,
	text: isJson(text) ? quoted(name) : scalarText(name, 'key'),
});

/** Among the quoted keys of JSON everything is JSON. */
export const isJson = (text: string): boolean => /^[\s\ufeff]*\{\s*"/.test(text);

/** A value as it stands in a line, between brackets if `flow`. */
function inLine(text: string, value: unknown, flow: boolean): string {
	if (isJson(text)) return JSON.stringify(value);
	return isObject(value) ? flowText(value) : scalarText(value, flow ? 'flow' : 'block');
}

/** Another value in place of a scalar, in the brackets it stands in if `flow`. */
export function replaceScalar(text: string, node: ScalarNode, value: unknown, flow: boolean): Edit {
	// The line break that ends a block scalar ends its line as well.
	return { range: contentOf(text, node.range), text: inLine(text, value, flow) };
}

/** Another value in place of the one that an entry of `map` has; a map or list stands on the line of its key. */
export function replaceValue(text: string, map: MapNode, entry: Entry, value: unknown): Edit {
	const inline = inLine(text, value, map.flow);
	const colon = colonEnd(text, entry);
	if (!entry.value) {
		const at = colon ?? entry.key.range.end;
		return { range: { start: at, end: at }, text: colon === undefined ? `: ${inline}` : ` ${inline}` };
	}
	const range = entry.alias ?? contentOf(text, entry.value.range);
	// What stood below its key, maybe as far left as this, now stands behind it.
	const between = colon === undefined ? '' : text.slice(colon, range.start);
	const isBelow = between.includes('\n') && between.trim() === '';
	return isBelow ? { range: { start: range.start - between.length, end: range.end }, text: ` ${inline}` } : { range, text: inline };
}

/** A new last key of a map, in the way the map is written. */
export function addEntry(text: string, map: MapNode, key: string, value: unknown): Edit {
	const last = map.entries.at(-1);
	if (map.flow || !last) {
		const at = last ? endOfContent(text, last) : map.range.start + (text[map.range.start] === '{' ? 1 : 0);
		return { range: { start: at, end: at }, text: (last ? ', ' : '') + flowEntry(key, value, last !== undefined && text[last.key.range.start] === '"') };
	}
	const at = endOfLine(text, endOfContent(text, last));
	return { range: { start: at, end: at }, text: `\n${blockText({ [key]: value }, columnOf(text, last.key.range.start), text)}` };
}

/** Among the quoted keys of JSON everything is JSON. */
function flowEntry(key: string, value: unknown, json: boolean): string {
	if (json) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
	return `${scalarText(key, 'key')}: ${isObject(value) ? flowText(value) : scalarText(value, 'flow')}`;
}

/** Takes a key and its value away, with its lines where nothing else stands on them. */
export function removeEntry(text: string, map: MapNode, entry: Entry): Edit {
	const end = endOfContent(text, entry);
	if (map.flow) return { range: flowRange(text, entry.key.range.start, end), text: '' };
	const start = lineStart(text, entry.key.range.start);
	const before = text.slice(start, entry.key.range.start);
	// `- name: x`: the dash stays for the key that follows.
	if (before.includes('-')) {
		const next = map.entries[map.entries.indexOf(entry) + 1];
		if (next) return { range: { start: entry.key.range.start, end: next.key.range.start }, text: '' };
		return { range: { start: entry.key.range.start, end }, text: '{}' };
	}
	return { range: { start, end: nextLine(text, end) }, text: map.entries.length === 1 ? `${before}{}\n` : '' };
}

/** A value of several lines in place of the one that an entry has, below its key; what is noted behind the key stays there. */
export function replaceWithBlock(text: string, entry: Entry, value: object): Edit {
	const start = colonEnd(text, entry) ?? entry.key.range.end;
	const end = endOfContent(text, entry);
	const isBlock = entry.value !== undefined && text.slice(start, end).includes('\n');
	const line = isBlock ? start : end;
	const note = text.slice(line, endOfLine(text, line));
	const block = blockText(value, columnOf(text, entry.key.range.start) + (Array.isArray(value) && !indentsLists(text) ? 0 : 2), text);
	return { range: { start, end: isBlock ? end : line + note.length }, text: `${note}\n${block}` };
}

/** A new last item of a list, in the way the list is written. */
export function addItem(text: string, list: ListNode, value: unknown): Edit {
	const last = list.items.at(-1);
	if (list.flow || !last) {
		const at = last ? contentOf(text, last.range).end : list.range.start + 1;
		return { range: { start: at, end: at }, text: (last ? ', ' : '') + inLine(text, value, true) };
	}
	const end = contentOf(text, last.range).end;
	const at = endOfLine(text, end);
	const column = columnOf(text, dashOf(text, last));
	return { range: { start: at, end: at }, text: `\n${blockText([value], column, text)}` };
}

/** Another value in place of an item. */
export function replaceItem(text: string, list: ListNode, index: number, value: unknown): Edit | undefined {
	const item = list.items[index];
	if (!item) return undefined;
	const range = item.alias ?? (item.value ? contentOf(text, item.value.range) : undefined);
	if (list.flow) return range && { range, text: inLine(text, value, true) };
	const dash = dashOf(text, item);
	return { range: { start: dash, end: range?.end ?? dash + 1 }, text: blockText([value], columnOf(text, dash), text).trimStart() };
}

/** Where the dash of an item in a block stands. */
const dashOf = (text: string, { range }: ListNode['items'][number]): number => Math.max(0, text.lastIndexOf('-', range.start - 1));

/** Takes an item of a list away. */
export function removeItem(text: string, list: ListNode, index: number): Edit | undefined {
	const item = list.items[index];
	if (!item) return undefined;
	const { start, end } = contentOf(text, item.range);
	if (list.flow) return { range: flowRange(text, start, end), text: '' };
	// The item may stand on a line below its dash.
	const dash = text.slice(lineStart(text, start), start).includes('-') ? start : Math.max(0, text.lastIndexOf('-', start - 1));
	return { range: { start: lineStart(text, dash), end: nextLine(text, end) }, text: '' };
}

/** An item that is a map as several, each with some of its entries: what is noted between them stays with the first. Undefined where it cannot be cut so. */
export function splitItem(text: string, list: ListNode, index: number, parts: readonly (readonly Entry[])[]): Edit | undefined {
	const item = list.items[index];
	const map = item?.value;
	const last = map?.kind === 'map' ? map.entries.at(-1) : undefined;
	const [first, ...others] = parts;
	if (!item || item.alias || map?.kind !== 'map' || !last || !first || (list.flow && !map.flow)) return undefined;
	const { start } = map.range;
	const [dash, column] = [columnOf(text, dashOf(text, item)), columnOf(text, start)];
	// What was taken for the dash may stand in a comment.
	if (!list.flow && dash >= column) return undefined;
	const between = list.flow ? ', ' : `\n${' '.repeat(dash)}-${' '.repeat(column - dash - 1)}`;
	if (map.flow) {
		const inBraces = (part: readonly Entry[]) => part.map((entry) => text.slice(entry.key.range.start, endOfContent(text, entry))).join(', ');
		return { range: map.range, text: parts.map((part) => `{ ${inBraces(part)} }`).join(between) };
	}
	const end = endOfLine(text, endOfContent(text, last));
	const gone = map.entries.filter((entry) => !first.includes(entry)).map((entry) => removeEntry(text.slice(0, end), map, entry));
	if (gone.some(({ range }, i) => range.start < (gone[i - 1]?.range.end ?? 0))) return undefined;
	const kept = edited(text.slice(0, end), gone).slice(start).trimEnd();
	const indent = `\n${' '.repeat(column)}`;
	const copied = (part: readonly Entry[]) => part.map((entry) => entryLines(text, entry, entry.key.text).replaceAll('\n', indent)).join(indent);
	return { range: { start, end }, text: [kept, ...others.map(copied)].join(between) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** How many characters stand before an offset on its line. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);
/** Where the line after the one of an offset begins. */
const nextLine = (text: string, offset: number): number => {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end + 1;
};

/** Behind the comment that follows on the line, if one does. */
function endOfLine(text: string, offset: number): number {
	return offset + (/^[ \t]+#[^\r\n]*/.exec(text.slice(offset, nextLine(text, offset)))?.[0].length ?? 0);
}

const COLON = /\s*:/y;

/** Behind the colon of an entry; a key between brackets may have none. */
function colonEnd(text: string, { key }: Entry): number | undefined {
	COLON.lastIndex = key.range.end;
	return COLON.test(text) ? COLON.lastIndex : undefined;
}

function endOfContent(text: string, entry: Entry): number {
	if (entry.alias) return entry.alias.end;
	return entry.value ? contentOf(text, entry.value.range).end : (colonEnd(text, entry) ?? entry.key.range.end);
}

/** A range without the white space a block ends with; what is blank for others, and not for YAML, is content. */
export function contentOf(text: string, { start, end }: Range): Range {
	let last = end;
	while (last > start && isBlankOrEnd(text.charCodeAt(last - 1))) last--;
	return { start, end: last };
}

/** With one of the commas around it. */
function flowRange(text: string, start: number, end: number): Range {
	const after = /^\s*,\s*/.exec(text.slice(end));
	if (after) return { start, end: end + after[0].length };
	const before = text.slice(0, start).trimEnd();
	return { start: before.endsWith(',') ? before.length - 1 : start, end };
}

/** The lines of an entry of a block, from its key on and under another name, each as far left as if the key stood in the first column. */
export function entryLines(text: string, entry: Entry, name: string): string {
	const end = endOfLine(text, endOfContent(text, entry));
	const column = columnOf(text, entry.key.range.start);
	const behind = text.slice(entry.key.range.end, end).replace(/\r/g, '');
	const lines = behind.split('\n').map((line, i) => (i === 0 ? line : line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0))));
	return scalarText(name, 'key') + lines.join('\n');
}

/** A new last entry of a block that is written already, in lines that begin in the first column. */
export function addBlock(text: string, map: MapNode, lines: string): Edit | undefined {
	const last = map.entries.at(-1);
	if (!last || map.flow) return undefined;
	const at = endOfLine(text, endOfContent(text, last));
	const column = columnOf(text, last.key.range.start);
	const indented = lines.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column) + line));
	return { range: { start: at, end: at }, text: `\n${indented.join('\n')}` };
}

/** Entries that stand one below another, with what is noted between them, a step further right; `above` is a line to put before them. */
export function indentEntries(text: string, first: Entry, last: Entry, above: string): Edit {
	const range = { start: lineStart(text, first.key.range.start), end: endOfLine(text, endOfContent(text, last)) };
	const lines = text.slice(range.start, range.end).split('\n');
	return { range, text: above + lines.map((line) => (line.trim() === '' ? line : `  ${line}`)).join('\n') };
}

/** An item of a list as part of the one above it: its dash goes. Undefined where the two are not written in lines, in the same column. */
export function joinItem(text: string, list: ListNode, index: number): Edit | undefined {
	const [above, item] = [list.items[index - 1], list.items[index]];
	const [into, map] = [above?.value, item?.value];
	if (list.flow || !item || item.alias || above?.alias || into?.kind !== 'map' || map?.kind !== 'map' || into.flow || map.flow) return undefined;
	const [dash, { start }] = [dashOf(text, item), map.range];
	const isInLine = dash >= lineStart(text, start) && columnOf(text, start) === columnOf(text, into.range.start);
	return isInLine ? { range: { start: dash, end: start }, text: ' '.repeat(start - dash) } : undefined;
}

/** An item of a list as two: a dash stands before one of its entries. Undefined where that entry has no line of its own, or no room for a dash. */
export function splitLines(text: string, map: MapNode, entry: Entry): Edit | undefined {
	const { start } = entry.key.range;
	const dash = text.lastIndexOf('-', map.range.start - 1);
	const at = start - (map.range.start - dash);
	const isFree = dash >= lineStart(text, map.range.start) && at >= lineStart(text, start) && text.slice(lineStart(text, start), start).trim() === '';
	return isFree ? { range: { start: at, end: at + 1 }, text: '-' } : undefined;
}

/** All items, or keys, of another list or map as new last ones; nothing where one has none, or the two are of different kinds. */
export function addAll(text: string, to: Node, from: Node): Edit | undefined {
	const value = toJson(from);
	if (to.kind === 'list' && from.kind === 'list') {
		const last = to.items.at(-1);
		if (!last || from.items.length === 0) return undefined;
		const end = contentOf(text, last.range).end;
		const at = to.flow ? end : endOfLine(text, end);
		const added = to.flow ? `, ${inLine(text, value, true).slice(1, -1).trim()}` : `\n${blockText(value, columnOf(text, dashOf(text, last)), text)}`;
		return { range: { start: at, end: at }, text: added };
	}
	const last = to.kind === 'map' ? to.entries.at(-1) : undefined;
	if (!last || to.kind !== 'map' || from.kind !== 'map' || from.entries.length === 0) return undefined;
	const end = endOfContent(text, last);
	const at = to.flow ? end : endOfLine(text, end);
	const added = to.flow ? `, ${inLine(text, value, true).slice(1, -1).trim()}` : `\n${blockText(value, columnOf(text, last.key.range.start), text)}`;
	return { range: { start: at, end: at }, text: added };
}

/** Two edits as one where they meet: what is put where something is taken away stays. */
export function merged(text: string, one: Edit, other: Edit): readonly Edit[] {
	const [first, second] = one.range.start <= other.range.start ? [one, other] : [other, one];
	if (second.range.start > first.range.end || (second.range.start === first.range.end && first.text === '' && !second.text.startsWith('\n')))
		return [first, second];
	const end = Math.max(first.range.end, second.range.end);
	// A line that goes took its break along; the lines put there bring one before them.
	const put = first.text + second.text;
	const isLineTaken = text[end - 1] === '\n' && first.text === '' && second.text.startsWith('\n');
	return [{ range: { start: first.range.start, end }, text: isLineTaken ? `${second.text.slice(1)}\n` : put }];
}

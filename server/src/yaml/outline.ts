import { flowSpot, quoteOf, unclosed } from './flow';
import type { Spot } from './spot';

/** A column of the document and what stands in it. */
interface Frame {
	readonly column: number;
	readonly kind: 'map' | 'list';
	/** Of a map: its keys so far; the last is the one in hand. */
	readonly keys: string[];
	/** Of a list: the index of the item in hand. */
	index: number;
	/** The key in hand has its value on its own line already. */
	filled: boolean;
}

interface Line {
	readonly start: number;
	readonly text: string;
	/** Columns of the dashes, outermost first. */
	readonly dashes: readonly number[];
	/** The column of what follows indentation and dashes. */
	readonly column: number;
	readonly key?: string;
	readonly value: string;
	/** Blank, a comment, or inside a value of several lines. */
	readonly empty: boolean;
	/** The line belongs to a `{` or `[` opened at this offset, under the line before. */
	readonly flowFrom?: number;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#:'"{[&*!|>,\]}][^#:]*?|[^\s#:'"{[&*!|>,\]}])) *:(?:[ \t]|$)/;
/** A tab has no business in indentation; where one stands it is taken for this many columns. */
const TAB = 2;

const widthOf = (space: string): number => [...space].reduce((width, one) => width + (one === '\t' ? TAB : 1), 0);

function readLine(text: string, start: number): Line {
	const dashes: number[] = [];
	const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
	let column = widthOf(indent);
	let rest = text.slice(indent.length);
	for (let match = /^-(?:[ \t]+|$)/.exec(rest); match; match = /^-(?:[ \t]+|$)/.exec(rest)) {
		dashes.push(column);
		column += Math.max(widthOf(match[0]), 2);
		rest = rest.slice(match[0].length);
	}
	const match = KEY.exec(rest);
	const key = match ? (match[1] ?? match[2] ?? match[3]) : undefined;
	const value = (match ? rest.slice(match[0].length) : rest).trim();
	const empty = (dashes.length === 0 && rest.trim() === '') || /^[ \t]*#/.test(text);
	return { start, text, dashes, column, value: value.startsWith('#') ? '' : value, empty, ...(key === undefined ? {} : { key }) };
}

/** Lines of a document; those inside a value of several lines count as empty. */
function readLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	/** What the lines in hand belong to: a block scalar, quotes or brackets that began above, at a column. */
	let inside: { readonly column: number; readonly until?: string; readonly from?: number } | undefined;
	for (const one of text.split('\n')) {
		const raw = one.replace(/\r$/, '');
		const line = readLine(raw, start);
		const indent = /^ */.exec(raw)?.[0].length ?? 0;
		if (inside && !goesOn(inside, text, line, indent, raw)) inside = undefined;
		if (inside) {
			lines.push({ ...line, empty: true, ...(inside.from === undefined ? {} : { flowFrom: inside.from }) });
			if (inside.until && inside.from === undefined && closes(raw, inside.until)) inside = undefined;
		} else {
			lines.push(line);
			if (!line.empty) inside = opens(line, indent);
		}
		start += one.length + 1;
	}
	return lines;
}

function opens(line: Line, indent: number): { readonly column: number; readonly until?: string; readonly from?: number } | undefined {
	const column = line.key === undefined ? (line.dashes.at(-1) ?? indent) : line.column;
	const { value } = line;
	if (/^(?:[&!][^ ]* +)*[|>][-+0-9]*\s*(?:#.*)?$/.test(value)) return { column };
	if ((value.startsWith('"') || value.startsWith("'")) && !closes(value.slice(1), value.charAt(0))) return { column, until: value.charAt(0) };
	if (value.startsWith('{') || value.startsWith('[')) {
		const from = line.start + line.text.length - line.text.slice(line.text.indexOf(value)).length;
		return unclosed(value) ? { column: line.key === undefined && line.dashes.length === 0 ? column - 1 : column, until: 'flow', from } : undefined;
	}
	return undefined;
}

const closes = (text: string, quote: string): boolean => (quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(text) : /^(?:[^']|'')*'/.test(text));

function goesOn(inside: { readonly column: number; readonly from?: number }, text: string, line: Line, indent: number, raw: string): boolean {
	if (inside.from !== undefined && !unclosed(text.slice(inside.from, line.start))) return false;
	if (raw.trim() === '') return true;
	if (indent > inside.column) return true;
	return inside.from !== undefined && /^\s*[\]}]/.test(raw);
}

/** Where a cursor at `offset` of a document writes; undefined inside a comment or a block scalar. */
export function spotAt(text: string, offset: number): Spot | undefined {
	const lines = readLines(text);
	const row = lines.findLastIndex((line) => line.start <= offset);
	const line = lines[row];
	if (!line) return undefined;
	const before = text.slice(line.start, offset);
	if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
	if (line.flowFrom !== undefined)
		return inFlow(
			text,
			lines,
			lines.findLastIndex((one) => one.start <= (line.flowFrom ?? 0)),
			line.flowFrom,
			offset,
		);
	if (line.empty && line.text.trim() !== '') return undefined;
	if (line.empty && isInBlockScalar(lines, row, before)) return undefined;
	const { indent, dashes, rest } = headOf(before);
	const column = widthOf(indent + dashes) + (/-$/.test(dashes) ? 1 : 0);
	const value = KEY.exec(`${rest} `);
	const head = value && /:\s+/.test(rest.slice(value[0].trimEnd().length - 1)) ? value[0] : undefined;
	const written = head ? rest.slice(head.length).trimStart() : rest;
	if (/^[[{]/.test(written)) return inFlow(text, lines, row, offset - written.length, offset);
	if (/^[|>&*!]/.test(written)) return undefined;
	const found = climb(lines, row, column, readLine(`${indent}${dashes}`, 0).dashes, rest === '' && dashes === '');
	const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
	const reindent = indent.includes('\t') || found.tooDeep ? { reindent: { start: line.start, column: found.column } } : {};
	const base: Omit<Spot, 'writes' | 'from' | 'to'> = {
		path: found.path,
		above: found.above,
		below: found.below,
		column: found.column,
		flow: false,
		...reindent,
		...(/-$/.test(dashes) ? { bare: true as const } : {}),
	};
	const key = value?.[1] ?? value?.[2] ?? value?.[3] ?? '';
	const quote = quoteOf(written);
	const typed = quote ? written.slice(1) : written;
	if (quote && typed.includes(quote)) return undefined;
	const quoted: Pick<Spot, 'quote'> = quote ? { quote } : {};
	if (head) {
		const tail = quote ? (/^[^"']*/.exec(after)?.[0].length ?? 0) : (/^[^\s#,\]}]*/.exec(after)?.[0].length ?? 0);
		return { ...base, ...quoted, writes: { what: 'value', key, typed }, from: offset - typed.length, to: offset + tail };
	}
	const bare = value && rest.endsWith(':') ? value[0].trimEnd() : undefined;
	if (bare === rest) return { ...base, bare: true, writes: { what: 'value', key, typed: '' }, from: offset, to: offset };
	if (!quote && /[:{}[\]]/.test(rest)) return undefined;
	const tail = /^[\w./-]*/.exec(after)?.[0] ?? '';
	const colonFollows = /^["']? *:/.test(after.slice(tail.length));
	return {
		...base,
		...quoted,
		writes: { what: 'key', typed, dash: dashes !== '', colonFollows },
		from: offset - typed.length,
		to: offset + (colonFollows || quote ? tail.length : 0),
	};
}

/** What stands before the cursor: indentation, dashes, and the rest; a dash with nothing behind it yet counts. */
function headOf(before: string): { readonly indent: string; readonly dashes: string; readonly rest: string } {
	const match = /^([ \t]*)((?:-[ \t]+)*(?:-$)?)(.*)$/.exec(before);
	return { indent: match?.[1] ?? '', dashes: match?.[2] ?? '', rest: match?.[3] ?? '' };
}

/** Blank lines at the end of a block scalar belong to it as long as the cursor stands deep enough. */
function isInBlockScalar(lines: readonly Line[], row: number, before: string): boolean {
	for (let i = row - 1; i >= 0; i--) {
		const line = lines[i];
		if (!line || line.text.trim() === '') continue;
		if (line.empty && line.flowFrom === undefined && !/^[ \t]*#/.test(line.text)) return widthOf(before) >= (/^ */.exec(line.text)?.[0].length ?? 0);
		return /[|>][-+0-9]*\s*$/.test(line.value) && widthOf(before) > line.column;
	}
	return false;
}

/** Inside brackets: the way to them by indentation, the rest by the brackets themselves. */
function inFlow(text: string, lines: readonly Line[], row: number, open: number, offset: number): Spot | undefined {
	const line = lines[row];
	const inner = flowSpot(text, open, offset);
	if (!line || !inner) return undefined;
	const found = climb(lines, row, line.column, line.dashes, false);
	const key = line.key === undefined ? [] : [line.key];
	return { ...inner, path: [...found.path, ...key, ...inner.path], column: found.column };
}

interface Climbed {
	readonly path: readonly (string | number)[];
	readonly above: readonly string[];
	readonly below: readonly string[];
	readonly column: number;
	readonly tooDeep: boolean;
}

/** Reads down to a row, keeping one frame for each column that is open there. */
function climb(lines: readonly Line[], row: number, column: number, dashes: readonly number[], isBlank: boolean): Climbed {
	const frames: Frame[] = [];
	for (const line of lines.slice(0, row)) {
		if (line.empty) continue;
		for (const dash of line.dashes) enterItem(frames, dash);
		if (line.key !== undefined) enterKey(frames, line.column, line.key, line.value !== '' && !/^[&!][^ ]*$/.test(line.value));
	}
	for (const dash of dashes) enterItem(frames, dash);
	close(frames, column, (frame) => frame.kind === 'list' && frames.at(-2)?.column === column && frames.at(-2)?.kind === 'map');
	const last = frames.at(-1);
	const tooDeep = isBlank && last?.kind === 'map' && last.column < column && last.filled;
	const own = tooDeep && last ? last.column : column;
	const opens = last?.kind === 'map' && last.column < own;
	const path = frames.flatMap((frame, i): (string | number)[] => {
		const inHand = i < frames.length - 1 || opens;
		if (frame.kind === 'list') return i === frames.length - 1 && dashes.length === 0 && frame.column === column ? [] : [frame.index];
		return inHand ? [frame.keys.at(-1) ?? ''] : [];
	});
	const isHere = last?.kind === 'map' && last.column === own;
	return { path, above: isHere ? last.keys : [], below: keysBelow(lines, row, own), column: own, tooDeep };
}

/** Leaves the frames that end left of a column, and those at it that `also` says. */
function close(frames: Frame[], column: number, also: (frame: Frame) => boolean): void {
	for (let last = frames.at(-1); last && (last.column > column || (last.column === column && also(last))); last = frames.at(-1)) frames.pop();
}

function enterItem(frames: Frame[], column: number): void {
	close(frames, column, () => false);
	const last = frames.at(-1);
	if (last?.kind === 'list' && last.column === column) last.index++;
	else frames.push({ column, kind: 'list', keys: [], index: 0, filled: false });
}

function enterKey(frames: Frame[], column: number, key: string, filled: boolean): void {
	close(frames, column, (frame) => frame.kind === 'list');
	const last = frames.at(-1);
	if (last?.kind === 'map' && last.column === column) {
		last.keys.push(key);
		last.filled = filled;
	} else {
		frames.push({ column, kind: 'map', keys: [key], index: 0, filled });
	}
}

/** Keys of the same map further down. */
function keysBelow(lines: readonly Line[], row: number, column: number): readonly string[] {
	const keys: string[] = [];
	for (const line of lines.slice(row + 1)) {
		if (line.empty) continue;
		if (line.dashes.length === 0 && line.column === column && line.key !== undefined) keys.push(line.key);
		else if ((line.dashes[0] ?? line.column) < column) break;
	}
	return keys;
}

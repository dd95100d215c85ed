import { climb, columnBelow } from './climb';
import { flowSpot, quoteOf } from './flow';
import { keyIn, type Line, readLine, readLines, widthOf } from './lines';
import type { Spot } from './spot';

/** The line of a cursor, up to it. */
interface Begun {
	readonly indent: string;
	/** A dash with nothing behind it yet counts. */
	readonly dashes: string;
	/** What stands behind them. */
	readonly rest: string;
	/** The key, where its colon stands before the cursor. */
	readonly key?: string;
	/** Nothing at all stands behind the colon. */
	readonly bare: boolean;
	/** What is written of the value, or else of the key. */
	readonly written: string;
	/** Behind the cursor. */
	readonly after: string;
}

/** Where a cursor at `offset` of a document writes; undefined inside a comment or a block scalar, and where nothing could be written. */
export function spotAt(text: string, offset: number): Spot | undefined {
	const lines = readLines(text);
	const row = lines.findLastIndex((line) => line.start <= offset);
	const line = lines[row];
	if (!line) return undefined;
	const before = text.slice(line.start, offset);
	if (/(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
	if (line.flowFrom !== undefined) {
		const { flowFrom } = line;
		const opening = lines.findLastIndex((one) => one.start <= flowFrom);
		return inFlow(text, lines, opening, flowFrom, offset);
	}
	if (line.empty && line.text.trim() !== '') return undefined;
	if (line.empty && isInBlockScalar(lines, row, before)) return undefined;
	const begun = begunIn(before, /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '');
	if (/^[[{]/.test(begun.written)) return inFlow(text, lines, row, offset - begun.written.length, offset);
	if (/^[|>&*!]/.test(begun.written)) return undefined;
	return inBlock(lines, row, begun, offset);
}

function begunIn(before: string, after: string): Begun {
	const [, indent = '', dashes = '', rest = ''] = /^([ \t]*)((?:-[ \t]+)*(?:-$)?)(.*)$/.exec(before) ?? [];
	const found = keyIn(`${rest} `);
	if (!found) return { indent, dashes, rest, bare: false, written: rest, after };
	return { indent, dashes, rest, key: found.key, bare: found.head.length > rest.length, written: rest.slice(found.head.length).trimStart(), after };
}

function inBlock(lines: readonly Line[], row: number, begun: Begun, offset: number): Spot | undefined {
	const { indent, dashes, rest, key, written } = begun;
	const column = widthOf(indent + dashes) + (dashes.endsWith('-') ? 1 : 0);
	const isBlank = rest === '' && dashes === '';
	const found = climb(lines, row, column, readLine(`${indent}${dashes}`, 0).dashes, isBlank);
	const quote = quoteOf(written);
	const typed = quote ? written.slice(1) : written;
	if (!found || (quote && typed.includes(quote))) return undefined;
	const base = {
		...{ path: found.path, above: found.above, below: found.below, column: found.column, flow: false },
		...(indent.includes('\t') || found.moved ? { reindent: { start: lines[row]?.start ?? 0, column: found.column } } : {}),
		...(dashes.endsWith('-') ? { bare: true as const } : {}),
		...(quote ? { quote } : {}),
		from: offset - typed.length,
	};
	return key === undefined ? writesKey(base, begun, typed, offset, columnBelow(lines, row)) : writesValue(base, begun, key, typed, offset, isBelow(lines, row));
}

type Base = Omit<Spot, 'writes' | 'to'>;

function writesValue(base: Base, { bare, after }: Begun, key: string, typed: string, offset: number, isBelow: boolean): Spot | undefined {
	// Two values of one key are none.
	if (isBelow) return undefined;
	const writes = { what: 'value', key, typed } as const;
	if (bare) return { ...base, bare, writes, to: offset };
	const tail = (base.quote ? /^[^"']*/ : /^[^\s#,\]}]*/).exec(after)?.[0] ?? '';
	return { ...base, writes, to: offset + tail.length };
}

function writesKey(base: Base, { rest, dashes, after }: Begun, typed: string, offset: number, below: number): Spot | undefined {
	if (!base.quote && /[:{}[\]]/.test(rest)) return undefined;
	const tail = /^[\w./-]*/.exec(after)?.[0] ?? '';
	const colonFollows = /^["']? *:/.test(after.slice(tail.length));
	// In front of other text, or above what the dash holds already, a key has no place.
	if (!colonFollows && !base.quote && !/^[ \t]*(?:#.*)?$/.test(after.slice(tail.length))) return undefined;
	if (dashes !== '' && below > base.column) return undefined;
	const writes = { what: 'key', typed, dash: dashes !== '', colonFollows } as const;
	return { ...base, writes, to: offset + (colonFollows || base.quote ? tail.length : 0) };
}

/** Whether the value of the key on a row stands on the lines below it. */
function isBelow(lines: readonly Line[], row: number): boolean {
	const column = lines[row]?.column ?? 0;
	const next = lines.slice(row + 1).find((line) => !line.empty);
	return next !== undefined && ((next.dashes[0] ?? next.column) > column || next.dashes[0] === column);
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
	const found = line && climb(lines, row, line.column, line.dashes, false);
	if (!line || !inner || !found) return undefined;
	const key = line.key === undefined ? [] : [line.key];
	return { ...inner, path: [...found.path, ...key, ...inner.path], column: found.column };
}

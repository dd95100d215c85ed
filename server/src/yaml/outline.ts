import { climb, columnBelow } from './climb';
import { flowSpot, leftIn, quoteEnd, quoteOf } from './flow';
import { keyIn, type Line, readLine, readLines, widthOf } from './lines';
import { isInside, type Node, shifted } from './node';
import { type Span, spansIn } from './spans';
import type { Spot } from './spot';

/** What ends a line as well, for YAML if not for every editor. */
const BREAK = /[\u0085\u2028\u2029]|\r(?!\n)/g;
/** What a text may begin with. */
const MARK = '\ufeff';
/** What is blank for JavaScript, and for YAML a letter as any, but for that mark. */
const LETTER = /(?!^\ufeff)[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]/g;

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

/** Where a cursor at `offset` of a document writes; undefined inside a comment or a text of several lines, and where nothing could be written. `root`: of a document that is whole, which says by itself where its texts end. */
export function spotAt(source: string, offset: number, root?: Node): Spot | undefined {
	const text = source.replace(BREAK, '\n').replace(LETTER, 'x');
	const spans = root && spansIn(root, text);
	if (spans?.some((span) => span.isText && isInside(span, offset))) return undefined;
	if (!text.startsWith(MARK)) return spotIn(text, offset, spans);
	// It is no part of the line that it stands in front of.
	const by = MARK.length;
	const behind = spans?.map((span) => ({ ...span, ...shifted(span, -by) }));
	const spot = offset < by ? undefined : spotIn(text.slice(by), offset - by, behind);
	return spot && behindMark(spot, by);
}

function behindMark(spot: Spot, by: number): Spot {
	const { from, to, reindent } = spot;
	return { ...spot, from: from + by, to: to + by, ...(reindent ? { reindent: { ...reindent, start: reindent.start + by } } : {}) };
}

function spotIn(text: string, offset: number, spans: readonly Span[] | undefined): Spot | undefined {
	const lines = readLines(text, spans);
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
	if (!line.empty && (/^(?:---|\.\.\.)/.test(line.text) || goesOn(lines, row))) return undefined;
	if (line.empty && isInValue(lines, row, before)) return undefined;
	const begun = begunIn(before, /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '');
	if (/^[[{]/.test(begun.written)) return inFlow(text, lines, row, offset - begun.written.length, offset);
	// What begins so is no plain text, but something of its own, a directive or nothing.
	if (/^[|>&*!%@`]/.test(begun.written)) return undefined;
	return inBlock(lines, row, begun, offset);
}

function begunIn(before: string, after: string): Begun {
	const [, indent = '', dashes = '', rest = ''] = /^([ \t]*)((?:-[ \t]+)*(?:-$)?)(.*)$/.exec(before) ?? [];
	const found = keyIn(`${rest} `);
	if (!found) return { indent, dashes, rest, bare: false, written: rest, after };
	return { indent, dashes, rest, key: found.key, bare: found.head.length > rest.length, written: rest.slice(found.head.length).trimStart(), after };
}

function inBlock(lines: readonly Line[], row: number, begun: Begun, offset: number): Spot | undefined {
	const { indent, dashes, rest, key, written, after } = begun;
	const column = widthOf(indent + dashes) + (dashes.endsWith('-') ? 1 : 0);
	const isBlank = rest === '' && dashes === '' && after.trim() === '';
	const found = climb(lines, row, column, readLine(`${indent}${dashes}`, 0).dashes, isBlank);
	const quote = quoteOf(written);
	const typed = quote ? written.slice(1) : written;
	const left = quote && leftIn(quote, typed, after);
	if (!found || (quote && (quoteEnd(typed, quote) >= 0 || (left === undefined && runsOn(lines, row))))) return undefined;
	const base = {
		...{ path: found.path, above: found.above, below: found.below, column: found.column, flow: false },
		...(indent.includes('\t') || found.moved ? { reindent: { start: lines[row]?.start ?? 0, column: found.column } } : {}),
		...(dashes.endsWith('-') ? { bare: true as const } : {}),
		...(quote ? { quote } : {}),
		from: offset - typed.length,
	};
	const word = { typed, left, offset };
	return key === undefined ? writesKey(base, begun, word, columnBelow(lines, row)) : writesValue(base, begun, key, word, isBelow(lines, row));
}

type Base = Omit<Spot, 'writes' | 'to'>;

/** The word in hand. */
interface Word {
	readonly typed: string;
	/** What is left of it behind the cursor, in quotes that are closed there. */
	readonly left: string | undefined;
	readonly offset: number;
}

function writesValue(base: Base, { bare, written, after }: Begun, key: string, { typed, left, offset }: Word, isBelow: boolean): Spot | undefined {
	// Two values of one key are none; and what follows a colon at once belongs to the key.
	if (isBelow || (bare && /^[^ \t]/.test(after))) return undefined;
	const writes = { what: 'value', key, typed } as const;
	const to = offset + (base.quote ? (left ?? '') : valueTail(after)).length;
	// Of what has brackets, quotes or marks of its own, the end may lie further down; and a value would make a comment a part of itself.
	if (written === '' && /^(?:#|[ \t]*[[{"'|>&*!])/.test(after)) return undefined;
	return { ...base, ...(bare ? { bare } : {}), writes, to };
}

/** What is left of a value behind the cursor, on its line. */
function valueTail(after: string): string {
	const comment = after.search(/[ \t]#/);
	return (comment < 0 ? after : after.slice(0, comment)).trimEnd();
}

function writesKey(base: Base, { rest, dashes, after }: Begun, { typed, left, offset }: Word, below: number): Spot | undefined {
	if (!base.quote && /[{}[\]]/.test(rest)) return undefined;
	// A dash is no part of a word: what it holds may stand below.
	if (typed === '' && /^-(?:[ \t]|$)/.test(after)) return undefined;
	const tail = left ?? /^(?:[\w./@-]|:(?![ \t]|$))*/.exec(after)?.[0] ?? '';
	const behind = after.slice(tail.length + (left === undefined ? 0 : 1));
	const colonFollows = /^ *:(?:[ \t]|$)/.test(behind);
	// In front of other text, or above what the dash holds already, a key has no place; quotes that nobody closed may go on.
	const isOpen = base.quote !== undefined && left === undefined;
	if (!colonFollows && !isOpen && !/^[ \t]*(?:$|(?<=[ \t])#)/.test(behind)) return undefined;
	if (dashes !== '' && below > base.column) return undefined;
	const writes = { what: 'key', typed, dash: dashes !== '', colonFollows } as const;
	// A tab at the end of a line is none where one begins.
	const trail = base.quote ? '' : (/^[ \t]*\t[ \t]*$/.exec(behind)?.[0] ?? '');
	return { ...base, writes, to: offset + tail.length + trail.length };
}

/** Whether a row is part of a plain text of several lines, deeper than the key or dash that it belongs to. */
function goesOn(lines: readonly Line[], row: number): boolean {
	const above = lines.slice(0, row).filter((line) => !line.empty);
	const [line, last, owner] = [lines[row], above.at(-1), above.findLast((one) => !isText(one))];
	if (!line || !last || !owner || !isText(line)) return false;
	const column = owner.key === undefined ? (owner.dashes.at(-1) ?? 0) : owner.column;
	const next = lines.slice(row + 1).find((one) => !one.empty);
	const isOfIt = (one: Line | undefined): boolean => one !== undefined && isText(one) && one.column > column;
	return isOfIt(line) && (isOfIt(next) || (last === owner ? /^[^"'{[|>&*!]/.test(owner.value) : isOfIt(last)));
}

/** Whether what begins on a row and goes on over several lines has more of them than this. */
const runsOn = (lines: readonly Line[], row: number): boolean => lines.slice(row + 1).find(({ text }) => text.trim() !== '')?.within === true;

const isText = ({ key, dashes }: Line): boolean => key === undefined && dashes.length === 0;

/** Whether the value of the key on a row stands on the lines below it. */
function isBelow(lines: readonly Line[], row: number): boolean {
	const column = lines[row]?.column ?? 0;
	const next = lines.slice(row + 1).find((line) => !line.empty);
	return next !== undefined && ((next.dashes[0] ?? next.column) > column || next.dashes[0] === column);
}

/** Blank lines between those of one value belong to it; those at its end as long as the cursor stands deep enough. */
function isInValue(lines: readonly Line[], row: number, before: string): boolean {
	const isBlank = (line: Line): boolean => line.text.trim() === '';
	if (lines.slice(row + 1).find((line) => !isBlank(line))?.within) return true;
	const above = lines.slice(0, row).findLast((line) => !isBlank(line));
	if (above?.within) return widthOf(before) >= (/^ */.exec(above.text)?.[0].length ?? 0);
	return above !== undefined && /[|>][-+0-9]*\s*$/.test(above.value) && widthOf(before) > above.column;
}

/** Inside brackets: the way to them by indentation, the rest by the brackets themselves. */
function inFlow(text: string, lines: readonly Line[], row: number, open: number, offset: number): Spot | undefined {
	const line = lines[row];
	const inner = flowSpot(text, open, offset);
	const found = line && climb(lines, row, line.column, line.dashes, false);
	if (!line || !inner || !found) return undefined;
	// Where the brackets go on below, a key would want a comma behind it.
	const at = lines.findLastIndex((one) => one.start <= offset);
	const next = lines.slice(at + 1).find((one) => !/^\s*(?:#|$)/.test(one.text));
	if (inner.writes.what === 'key' && !inner.writes.colonFollows && next?.flowFrom === open && !/^\s*[\]},]/.test(next.text)) return undefined;
	const key = line.key === undefined ? [] : [line.key];
	return { ...inner, path: [...found.path, ...key, ...inner.path], column: found.column };
}

import { type Brackets, CLOSED, quoteEnd, quoteOf, readOn } from './flow';
import type { Span } from './spans';

/** A line of a document, taken apart without looking at the others. */
export interface Line {
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
	/** Inside quotes or a block scalar that began above. */
	readonly within?: true;
	/** The line belongs to a `{` or `[` opened at this offset, under the line before. */
	readonly flowFrom?: number;
}

/** A key with its colon, which a blank follows, as one goes before the mark of a comment; the spaces before the colon are taken off by keyIn. */
const KEY = /^(?:"([^"]*)" *|'([^']*)' *|([^\s#:'"{[&*!|>,\]}](?:[^#:]|(?<=\S)#|:(?![ \t]|$))*)):(?:[ \t]|$)/;
/** A tab has no business in indentation; where one stands it is taken for this many columns. */
const TAB = 2;

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);

export const widthOf = (space: string): number => [...space].reduce((width, one) => width + (one === '\t' ? TAB : 1), 0);

/** The key a text begins with, and the text up to behind its colon and the blank after that. */
export function keyIn(text: string): { readonly key: string; readonly head: string } | undefined {
	const match = KEY.exec(text);
	return match ? { key: match[1] ?? match[2] ?? match[3]?.trimEnd() ?? '', head: match[0] } : undefined;
}

export function readLine(text: string, start: number): Line {
	const dashes: number[] = [];
	const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
	let column = widthOf(indent);
	let rest = text.slice(indent.length);
	for (let match = /^-(?:[ \t]+|$)/.exec(rest); match; match = /^-(?:[ \t]+|$)/.exec(rest)) {
		dashes.push(column);
		column += Math.max(widthOf(match[0]), 2);
		rest = rest.slice(match[0].length);
	}
	const found = keyIn(rest);
	const value = (found ? rest.slice(found.head.length) : rest).trim();
	const empty = (dashes.length === 0 && rest.trim() === '') || /^[ \t]*#/.test(text);
	return { start, text, dashes, column, value: value.startsWith('#') ? '' : value, empty, ...(found ? { key: found.key } : {}) };
}

/** What goes on over several lines, begun above at a column: a block scalar, quotes or brackets. */
interface Inside {
	readonly column: number;
	readonly quote?: '"' | "'";
	readonly from?: number;
	/** How far the brackets that began at `from` are open. */
	brackets: Brackets;
}

/** Lines of a document; those inside a value of several lines count as empty. `spans`: of a document that is whole, what goes on over several lines in it. */
export function readLines(text: string, spans?: readonly Span[]): readonly Line[] {
	const lines: Line[] = [];
	let [start, past] = [0, 0];
	let inside: Inside | undefined;
	for (const one of text.split('\n')) {
		const raw = one.replace(/\r$/, '');
		const line = readLine(raw, start);
		const indent = /^ */.exec(raw)?.[0].length ?? 0;
		while ((spans?.[past]?.end ?? start + 1) <= start) past++;
		const span = spans?.[past];
		if (inside && !goesOn(inside, indent, line)) inside = undefined;
		if (span && span.start < start) {
			lines.push({ ...line, empty: true, ...(span.isText ? { within: true } : { flowFrom: span.start }) });
		} else if (inside) {
			lines.push({ ...line, empty: true, ...(inside.from === undefined ? { within: true } : { flowFrom: inside.from }) });
			inside.brackets = readOn(inside.brackets, raw);
			if (inside.quote && quoteEnd(raw, inside.quote) >= 0) inside = undefined;
		} else {
			lines.push(line);
			if (!line.empty) inside = opensBlock(line, indent) ?? (spans ? undefined : opens(line, indent));
		}
		start += one.length + 1;
	}
	return lines;
}

const columnOf = (line: Line, indent: number): number => (line.key === undefined ? (line.dashes.at(-1) ?? indent) : line.column);

function opensBlock(line: Line, indent: number): Inside | undefined {
	return /^(?:[&!][^ ]* +)*[|>][-+0-9]*\s*(?:#.*)?$/.test(line.value) ? { column: columnOf(line, indent), brackets: CLOSED } : undefined;
}

function opens(line: Line, indent: number): Inside | undefined {
	const column = columnOf(line, indent);
	const { value } = line;
	const quote = quoteOf(value);
	if (quote && quoteEnd(value.slice(1), quote) < 0) return { column, quote, brackets: CLOSED };
	if (!value.startsWith('{') && !value.startsWith('[')) return undefined;
	const brackets = readOn(CLOSED, value);
	const from = line.start + line.text.trimEnd().length - value.length;
	return brackets.depth > 0 ? { column: line.key === undefined && line.dashes.length === 0 ? column - 1 : column, from, brackets } : undefined;
}

function goesOn(inside: Inside, indent: number, line: Line): boolean {
	if (inside.from !== undefined && inside.brackets.depth === 0) return false;
	if (line.text.trim() === '') return true;
	if (indent > inside.column) return true;
	// Quotes need no indentation; those that nobody closed end at a key.
	if (inside.quote && line.key === undefined && line.dashes.length === 0) return true;
	// Brackets that nobody closed end where a line of a block begins.
	return inside.from !== undefined && line.dashes.length === 0 && (line.key === undefined || /[,{}[\]]/.test(line.key));
}

/** Lines that are indented by so many columns; empty ones stay empty. */
export const indented = (text: string, columns: number): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));

import type { Words } from '../../../docs/words';
import type { Bilingual } from '../../../protocol/text';
import type { Range } from '../../../yaml/node';
import type { Edit } from '../../../yaml/text-edit';
import type { Diagnostic } from '../diagnostic';

/** A document that kubectl cannot read, and where it gives up. */
export interface Broken {
	readonly text: string;
	readonly lines: readonly Line[];
	/** The line it gives up in, and the place in the text. */
	readonly row: number;
	readonly at: number;
	/** Its own complaint, without the line. */
	readonly message: string;
	/** The texts of the file's other documents. */
	readonly others: readonly string[];
	/** It begins as JSON does. */
	readonly isJson: boolean;
}

/** A line without its end. `indent` counts its columns before the first character, or is the length of a blank line. */
export interface Line {
	readonly text: string;
	readonly start: number;
	readonly indent: number;
}

/** What may be behind it. With edits it is believed if they mend the document; without, it is certain. */
export interface Cause {
	readonly code: string;
	readonly range: Range;
	/** What the edits do. */
	readonly title?: Bilingual;
	readonly edits?: readonly Edit[];
	/** It is the cause even where what the edits make of it has no meaning: then nobody knows the remedy. */
	readonly isCertain?: true;
	/** What is told where the server says nothing. */
	readonly unsaid?: Pick<Diagnostic, 'message' | 'severity'>;
	/** More than the code alone says. */
	readonly why?: Words;
}

/** Looks for causes of one sort, the likeliest first. One file each. */
export type Finder = (broken: Broken) => readonly Cause[];

export function linesOf(text: string): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (const one of text.split('\n')) {
		const line = one.endsWith('\r') ? one.slice(0, -1) : one;
		lines.push({ text: line, start, indent: indentOf(line) });
		start += one.length + 1;
	}
	return lines;
}

function indentOf(line: string): number {
	let indent = 0;
	while (line.charCodeAt(indent) === SPACE) indent++;
	return indent;
}

const SPACE = 32;

/** Nobody finds a slip in a line that is longer by looking at it. */
const LONGEST_LINE = 4000;

export const isBlank = ({ text }: Line): boolean => text.trim() === '';

/** The line where the parser gave up, those above it that it may still have been reading, and the next: a fault is often noticed late. */
export function linesNear({ lines, row }: Broken, above = 3): readonly Line[] {
	const before = lines.slice(0, row + 1).filter((line) => !isBlank(line));
	const next = lines.slice(row + 1).find((line) => !isBlank(line));
	return [...before.slice(-above - 1).reverse(), ...(next ? [next] : [])].filter(({ text }) => text.length <= LONGEST_LINE);
}

/** A line cut into its dashes and indentation, its key with the colon, its value, and the comment behind it. */
export interface Pieces {
	readonly head: string;
	readonly key: string;
	readonly value: string;
	readonly valueAt: number;
}

/** A place on a line, in offsets of the document. */
export const rangeIn = (line: Line, from: number, to: number): Range => ({ start: line.start + from, end: line.start + to });

export function piecesOf(line: Line): Pieces | undefined {
	if (line.text.length > LONGEST_LINE) return undefined;
	const [all = '', head = '', key = '', rest = ''] = /^(\s*(?:-\s+)*)((?:"[^"]*"|'[^']*'|[^\s"'#:[{][^\s:#]*):(?=\s|$))?(\s*.*)$/.exec(line.text) ?? [];
	if (all === '') return undefined;
	const value = rest.trimStart();
	const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length ?? 0;
	const comment = /\s#/.exec(value.slice(quoted))?.index;
	const end = comment === undefined ? value.length : quoted + comment;
	return { head, key: key.slice(0, -1), value: value.slice(0, end).trimEnd(), valueAt: line.text.length - value.length };
}

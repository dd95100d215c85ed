import type { Section } from '../../manifest/read';
import { type Comment, commentsOf, contentsOf, lineEnd, lineStart } from '../../yaml/comments';
import { type Range, shifted } from '../../yaml/node';
import { type Document, parse } from '../../yaml/parse';

/**
 * A comment that says no:
 *
 *     # peapod-ignore                          what is found on the line below; behind something: on its own line
 *     # peapod-ignore-line                     on its own line
 *     # peapod-ignore-document                 in the whole document
 *     # peapod-ignore: probe/negative, env/*     these alone
 *     # peapod-ignore -- why
 *
 * A line goes on as long as its scalars do. Offsets are those of the file.
 */
export interface Directive {
	readonly range: Range;
	/** What begins in here is ignored. */
	readonly covers: Range;
	/** Codes and families; undefined where it means everything. Empty where it cannot be read, or names none yet. */
	readonly codes: readonly Named[] | undefined;
	/** What goes with it, when it goes: its line, where it has one for itself. */
	readonly removal: Range;
	readonly scope: Scope;
	/** The word of another program, which need not have anything to ignore. */
	readonly isForeign?: boolean;
}

export interface Named {
	readonly code: string;
	readonly range: Range;
}

type Scope = 'below' | 'line' | 'document';

/** A document that is looked at, and whether all that may be found in it is. */
export interface Commented {
	readonly start: number;
	readonly document: Document;
	readonly isJudged: boolean;
}

export const commented = (sections: readonly Section[]): readonly Commented[] =>
	sections.map(({ start, document, manifests, separatorFault }) => ({
		start,
		document,
		isJudged: manifests.length > 0 && document.faults.length === 0 && !separatorFault,
	}));

/** The same of a text that is one document, as a scenario is. */
export function commentedText(text: string): readonly Commented[] {
	const document = parse(text);
	return [{ start: 0, document, isJudged: document.faults.length === 0 }];
}

const MAY_SPEAK = /peapod-ignore|\$schema=none/;
/** More in one document are nobody's. */
const MOST = 1000;

/** What the comments of a document say, in their order. */
export function directivesOf({ start, document }: Omit<Commented, 'isJudged'>): readonly Directive[] {
	if (!MAY_SPEAK.test(document.text)) return [];
	const contents = contentsOf(document);
	const comments = commentsOf(document);
	const found: Directive[] = [];
	/** Where the line begins that the comment above speaks of. */
	let below = document.text.length;
	for (const [index, comment] of [...comments.entries()].reverse()) {
		const next = contentBelow(document.text, comment.range.end);
		if (next !== comments[index + 1]?.range.start) below = next;
		const directive = directiveOf(comment, below, document.text, contents);
		if (directive && found.length < MOST) found.push(inFile(directive, start));
	}
	return found.reverse();
}

const NOT_BLANK = /\S/g;

function contentBelow(text: string, offset: number): number {
	NOT_BLANK.lastIndex = offset;
	return NOT_BLANK.exec(text)?.index ?? text.length;
}

function directiveOf({ range, text: said, isAlone }: Comment, below: number, text: string, contents: readonly Range[]): Directive | undefined {
	const whole = { start: Number.NEGATIVE_INFINITY, end: text.length };
	const { start, end } = range;
	const removal = isAlone ? { start: lineStart(text, start), end: nextLine(text, end) } : { start: text.slice(0, start).trimEnd().length, end };
	if (NO_SCHEMA.test(said)) return { range, removal, covers: whole, codes: undefined, scope: 'document', isForeign: true };
	const read = readDirective(said, isAlone);
	if (!read) return undefined;
	const { scope, codes } = read;
	const covers = scope === 'document' ? whole : linesAround(text, contents, scope === 'below' ? below : start);
	return { range, removal, covers, scope, codes: codes?.map((one) => ({ ...one, range: shifted(one.range, start) })) };
}

const nextLine = (text: string, end: number): number => end + (/^(?:\r\n|[\n\r\u0085\u2028\u2029])/.exec(text.slice(end, end + 2))?.[0].length ?? 0);

const inFile = (directive: Directive, start: number): Directive => ({
	...directive,
	range: shifted(directive.range, start),
	removal: shifted(directive.removal, start),
	covers: shifted(directive.covers, start),
	codes: directive.codes?.map((one) => ({ ...one, range: shifted(one.range, start) })),
});

/** yaml-language-server: no schema for this document. */
const NO_SCHEMA = /^#+[ \t]*yaml-language-server[ \t]*:.*\$schema=none(?!\S)/;
const SCOPES: ReadonlyMap<string, Scope> = new Map([
	['-line', 'line'],
	['-document', 'document'],
]);

/** Reads a comment's text, in offsets of that. */
function readDirective(text: string, isAlone: boolean): { readonly scope: Scope; readonly codes: readonly Named[] | undefined } | undefined {
	const [head, suffix = ''] = /^#+[ \t]*peapod-ignore([\w-]*)/.exec(text) ?? [];
	if (head === undefined) return undefined;
	const scope = suffix === '' ? (isAlone ? 'below' : 'line') : SCOPES.get(suffix);
	const reason = text.slice(head.length).search(/[ \t]--(?!\S)/);
	const said = reason < 0 ? text.slice(head.length) : text.slice(head.length, head.length + reason);
	if (!scope) return { scope: 'line', codes: [] };
	if (said.trim() === '') return { scope, codes: undefined };
	const colon = /^[ \t]*:/.exec(said)?.[0].length;
	return { scope, codes: colon === undefined ? [] : listed(said.slice(colon), head.length + colon) };
}

function listed(list: string, offset: number): readonly Named[] {
	return [...list.matchAll(/[^,]+/g)].flatMap(({ 0: piece, index }) => {
		const code = piece.trim();
		const start = offset + index + piece.length - piece.trimStart().length;
		return code === '' ? [] : [{ code, range: { start, end: start + code.length } }];
	});
}

/** The line of an offset, with those that its scalars begin and end on. */
export function linesAround(text: string, contents: readonly Range[], offset: number): Range {
	let [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
	// From behind and from before: the line that a scalar takes in may be the end of another.
	for (let index = contents.length - 1; index >= 0; index--) {
		const scalar = contents[index];
		if (scalar && scalar.start < start && start <= scalar.end) start = lineStart(text, scalar.start);
	}
	for (const scalar of contents) if (scalar.start <= end && end < scalar.end) end = lineEnd(text, scalar.end);
	return { start, end };
}

import { type Range, shifted } from './node';

/** Put `text` in place of `range`; offsets as in the document. */
export interface Edit {
	readonly range: Range;
	readonly text: string;
}

/** An edit of the same text behind others, or without them. */
export const shiftedEdit = ({ range, text }: Edit, by: number): Edit => ({ range: shifted(range, by), text });

/** The text with edits made in it; they do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
	let made = '';
	let at = 0;
	for (const { range, text: put } of inOrder(edits)) {
		made += text.slice(at, range.start) + put;
		at = range.end;
	}
	return made + text.slice(at);
}

/** Several edits as one that spans them; undefined where there are none. */
export function asOneEdit(edits: readonly Edit[], text: string): Edit | undefined {
	const [first, ...others] = inOrder(edits);
	const last = others.at(-1) ?? first;
	if (!first || !last) return undefined;
	const range = { start: first.range.start, end: last.range.end };
	const within = [first, ...others].map((edit) => shiftedEdit(edit, -range.start));
	return { range, text: edited(text.slice(range.start, range.end), within) };
}

const inOrder = (edits: readonly Edit[]): readonly Edit[] => edits.toSorted((a, b) => a.range.start - b.range.start);

/** A word that needs no quotes, in those of what stands at a range, if it has any. */
export function likewise(word: string, { start }: Range, text: string): string {
	const quote = /["']/.exec(text.charAt(start))?.[0] ?? '';
	return `${quote}${word}${quote}`;
}

/** The one edit that makes `after` of `before`. */
export function difference(before: string, after: string): Edit {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return { range: { start: head, end: before.length - tail }, text: after.slice(head, after.length - tail) };
}

import type { Node, Range, ScalarNode } from './node';
import type { Document } from './parse';

/** From `#` to the end of the line, in offsets of the document. */
export interface Comment {
	readonly range: Range;
	readonly text: string;
	/** Nothing but blanks stands before it. */
	readonly isAlone: boolean;
}

/** The comments of a document, in the order written. A broken one's tree is a guess, and so is what lies outside of its scalars. */
export function commentsOf(document: Document): readonly Comment[] {
	const { text } = document;
	const contents = contentsOf(document);
	const found: Comment[] = [];
	let next = 0;
	for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
		while ((contents[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
		const around = contents[next];
		if (around && around.start <= at) {
			at = around.end;
		} else if (at > 0 && !/[\s\ufeff]/.test(text[at - 1] ?? '')) {
			at++;
		} else {
			const end = lineEnd(text, at);
			found.push({ range: { start: at, end }, text: text.slice(at, end), isAlone: text.slice(lineStart(text, at), at).trim() === '' });
			at = end;
		}
	}
	return found;
}

/**
 * Where the content of scalars lies, in order: there `#` is a character like any other, and no comment can be put between two of its lines.
 * The header of a block scalar does not belong to it, nor do the line breaks behind it.
 */
export function contentsOf({ text, root }: Document): readonly Range[] {
	const contents = scalarsOf(root).flatMap(({ range, style }) => {
		const start = style === 'block' ? lineEnd(text, range.start) : range.start;
		const end = range.start + text.slice(range.start, range.end).trimEnd().length;
		return start < end ? [{ start, end }] : [];
	});
	return contents.sort((a, b) => a.start - b.start);
}

/** Every scalar that is written, keys too; what an alias stands for is written elsewhere. */
export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
	const found: ScalarNode[] = [];
	const left: Node[] = node ? [node] : [];
	for (let one = left.pop(); one; one = left.pop()) {
		if (one.kind === 'scalar') {
			found.push(one);
			continue;
		}
		const inside = one.kind === 'list' ? one.items : one.entries;
		// What is taken last is put there first.
		for (let i = inside.length - 1; i >= 0; i--) {
			const child = inside[i];
			if (child?.value && !child.alias) left.push(child.value);
			if (child && 'key' in child) left.push(child.key);
		}
	}
	return found;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
	return start;
}

const BREAK = /[\n\r\u0085\u2028\u2029]/g;

/** Where the line of an offset ends, before its break. */
export function lineEnd(text: string, offset: number): number {
	BREAK.lastIndex = offset;
	return BREAK.exec(text)?.index ?? text.length;
}

import { type Roped, slice } from '../../built/rope';
import { pathAt } from '../../manifest/locate';
import type { File } from '../../manifest/read';
import { contentOf } from '../../yaml/edit';
import { actionsIn } from '../../yaml/go-template';
import { lineStart } from '../../yaml/lines';
import { type Node, type Range, type ScalarNode, shifted } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import { difference, type Edit } from '../../yaml/text-edit';
import type { Source } from './finding';

/** A text that is built, read, and where it was typed. */
export interface Built extends Roped {
	readonly file: File;
}

/** Edits of a file, each with a character of the file that stands where it does. */
export type Carried = readonly (Edit & { readonly anchor: number })[];

/** Ways to do to a file what an edit does to a text that is built from it, the likeliest first; none where what it changes was made, and not typed there. */
export function carried(edit: Edit, built: Built, source: Source): readonly Carried[] {
	const { range, text } = edit;
	if (range.start === range.end) return singly(before(edit, built, source), behind(edit, built, source), below(edit, built, source));
	const exact = literally(edit, built, source);
	// What is written in quotes there may not be so in what is built.
	if (exact) return singly(exact, wholly(edit, built, source));
	const written = built.text.slice(range.start, range.end);
	if (text === `"${written}"` || text === `'${written}'`) return quoted(range, text.charAt(0), built, source);
	const { range: differing, text: put } = difference(written, text);
	const less = { range: { start: range.start + differing.start, end: range.start + differing.end }, text: put };
	const part = less.range.start < less.range.end ? literally(less, built, source) : undefined;
	return singly(part, wholly(edit, built, source));
}

/** Ways of one edit each, as far as there are. */
const singly = (...edits: readonly (Carried[number] | undefined)[]): readonly Carried[] => edits.flatMap((one) => (one ? [[one]] : []));

/** Quotes around what was printed. */
function quoted({ start, end }: Range, quote: string, built: Built, source: Source): readonly Carried[] {
	const opening = before({ range: { start, end: start }, text: quote }, built, source);
	const closing = behind({ range: { start: end, end }, text: quote }, built, source);
	return opening && closing ? [[opening, closing]] : [];
}

/** All that the edit changes stands in the file as it does in what is built, and in no action. */
function literally({ range, text }: Edit, built: Built, source: Source): Carried[number] | undefined {
	const typed = typedOf(range, built, source);
	return typed && { range: typed, text: asIn(text, range.start, typed.start, built, source), anchor: typed.start };
}

/** What is put there follows the character before it, and new lines what is noted behind that. */
function before({ range: { start }, text }: Edit, built: Built, source: Source): Carried[number] | undefined {
	const typed = typedOf({ start: start - 1, end: start }, built, source);
	if (!typed) return undefined;
	const note = text.startsWith('\n') ? (/^[ \t]+#[^\r\n]*/.exec(source.text.slice(typed.end))?.[0].length ?? 0) : 0;
	const at = { start: typed.end + note, end: typed.end + note };
	return { range: at, text: asIn(text, start - 1, typed.start, built, source), anchor: typed.start };
}

/** What is put there goes before the character that follows; how far it is moved in goes by what stands on the next line. */
function behind({ range: { start }, text }: Edit, built: Built, source: Source): Carried[number] | undefined {
	const typed = typedOf({ start, end: start + 1 }, built, source);
	if (!typed) return undefined;
	const next = start + (/^\s*/.exec(built.text.slice(start))?.[0].length ?? 0);
	const level = typedOf({ start: next, end: next + 1 }, built, source)?.start;
	const put = level === undefined ? asIn(text, start, typed.start, built, source) : asIn(text, next, level, built, source);
	return { range: { start: typed.start, end: typed.start }, text: put, anchor: typed.start };
}

/** New lines go below the line that begins as the one above them does, whatever that prints. */
function below({ range: { start }, text }: Edit, built: Built, source: Source): Carried[number] | undefined {
	if (!text.startsWith('\n')) return undefined;
	const line = lineStart(built.text, start);
	const first = line + indentOf(built.text, line);
	const typed = typedOf({ start: first, end: first + 1 }, built, source);
	if (!typed) return undefined;
	const end = /\r?\n|$/.exec(source.text.slice(typed.start))?.index ?? 0;
	const at = { start: typed.start + end, end: typed.start + end };
	return { range: at, text: asIn(text, first, typed.start, built, source), anchor: typed.start };
}

/** A scalar that was printed from one of the file, however that is written there, as a whole. */
function wholly({ range, text }: Edit, built: Built, source: Source): Carried[number] | undefined {
	const section = built.file.sections.findLast(({ start }) => start <= range.start);
	const own = section && scalarAt(section.document.root, section.document.text, shifted(range, -section.start));
	const strands = slice(built.rope, range.start, range.end).filter(({ origins: [first] }) => first?.file === source.file);
	const [first] = strands.find(({ isExact }) => isExact)?.origins ?? strands[0]?.origins ?? [];
	const part = first && split(source.text).findLast(({ start }) => start <= first.range.start);
	const there = part && scalarAt(parse(part.text).root, part.text, shifted(first.range, -part.start));
	if (!own || !there || own.node.text !== there.node.text) return undefined;
	return { range: shifted(there.range, part.start), text, anchor: first.range.start };
}

/** The scalar that a range is, or lies in. */
function scalarAt(root: Node | undefined, text: string, range: Range): { readonly node: ScalarNode; readonly range: Range } | undefined {
	const node = root && pathAt(root, range.start)?.node;
	if (node?.kind !== 'scalar') return undefined;
	const content = contentOf(text, node.range);
	return content.start <= range.start && range.end <= content.end ? { node, range: content } : undefined;
}

/** Where a part of what is built stands in the file, character by character, outside of actions. */
function typedOf({ start, end }: Range, { text, rope }: Built, source: Source): Range | undefined {
	if (start < 0 || end > text.length) return undefined;
	const strands = slice(rope, start, end);
	const [first] = strands[0]?.origins ?? [];
	if (!first || first.file !== source.file) return undefined;
	const typed = { start: first.range.start, end: first.range.start + end - start };
	let at = typed.start;
	for (const { isExact, length, origins } of strands) {
		if (!isExact || origins[0]?.file !== source.file || origins[0].range.start !== at) return undefined;
		at += length;
	}
	const isInAction = actionsIn(source.text).some((action) => action.start < typed.end && typed.start < action.end);
	return isInAction || source.text.slice(typed.start, typed.end) !== text.slice(start, end) ? undefined : typed;
}

/** What is put into a line of what is built as it is put into that line of the file, which may be moved in less or more. */
function asIn(text: string, offset: number, typed: number, built: Built, source: Source): string {
	if (!text.includes('\n')) return text;
	const by = indentOf(source.text, typed) - indentOf(built.text, offset);
	const lines = text
		.split(/\r?\n/)
		.map((line, i) => (i === 0 || line === '' ? line : by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, indentOf(line, 0)))));
	return lines.join(source.text.includes('\r\n') ? '\r\n' : '\n');
}

const indentOf = (text: string, offset: number): number => {
	const start = lineStart(text, offset);
	return /^ */.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
};

import { type File, read } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import type { Edit } from '../../yaml/edit';
import type { Range } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { rename } from '../navigate/navigate';
import { diagnose } from './diagnose';
import type { Diagnostic } from './diagnostic';

/** A fix that was tried: with it, its fault is gone and no other has come. */
export interface TriedFix {
	readonly diagnostic: Diagnostic;
	readonly title: Bilingual;
	readonly edits: readonly Edit[];
}

/** What may be tried for one question, in characters judged anew: thousands of faults may be asked about at once. */
const MOST_JUDGED = 3_000_000;
/** What a judgement costs, however short the text. */
const LEAST_JUDGED = 20_000;

/** The fixes of what is wrong within a range, those alone that mend. `found` is all that diagnose says of the file. */
export function fixesIn(file: File, range: Range, found: readonly Diagnostic[], version: Minor): readonly TriedFix[] {
	let left = MOST_JUDGED;
	const tried = file.sections.flatMap(({ start, document: { text } }) => {
		if (left <= 0 || start > range.end || start + text.length < range.start) return [];
		const within = found.filter(({ range: at }) => start <= at.start && at.end <= start + text.length);
		return touching(within, range).flatMap((diagnostic) => {
			left -= text.length + LEAST_JUDGED;
			if (left <= 0) return [];
			const edits = editsOf(file, diagnostic.fix.edit);
			const changed = read(applied(text, edits, start));
			if (changed.silent || changed.sections.length !== 1) return [];
			return mends(diagnostic, edits, within, diagnose(changed, version), start) ? { diagnostic, title: diagnostic.fix.title, edits } : [];
		});
	});
	return once(tried);
}

/** Two faults of one name are mended as one. */
const once = (fixes: readonly TriedFix[]): readonly TriedFix[] =>
	[...new Map(fixes.toReversed().map((fix) => [JSON.stringify([fix.title.en, fix.edits]), fix])).values()].toReversed();

/** The same of a text that is judged as a whole, as a scenario is. */
export function fixesInText(text: string, range: Range, found: readonly Diagnostic[], judge: (text: string) => readonly Diagnostic[]): readonly TriedFix[] {
	const most = Math.floor(MOST_JUDGED / (text.length + LEAST_JUDGED));
	return touching(found, range)
		.slice(0, most)
		.flatMap((diagnostic) => {
			const edits = [diagnostic.fix.edit];
			return mends(diagnostic, edits, found, judge(applied(text, edits, 0)), 0) ? { diagnostic, title: diagnostic.fix.title, edits } : [];
		});
}

type Fixable = Diagnostic & Required<Pick<Diagnostic, 'fix'>>;

const touching = (found: readonly Diagnostic[], { start, end }: Range): readonly Fixable[] =>
	found.filter((one): one is Fixable => one.fix !== undefined && one.range.start <= end && start <= one.range.end);

/** A name that others refer to changes with them. */
function editsOf(file: File, edit: Edit): readonly Edit[] {
	const { root } = parse(edit.text);
	const all = root?.kind === 'scalar' ? (rename(file, edit.range.start, root.text) ?? []) : [];
	return all.some(({ range }) => range.start === edit.range.start && range.end === edit.range.end) ? all : [edit];
}

/** The text after edits, whose offsets count from `start`. */
function applied(text: string, edits: readonly Edit[], start: number): string {
	const fromBehind = edits.toSorted((a, b) => b.range.start - a.range.start);
	return fromBehind.reduce((now, { range, text: put }) => now.slice(0, range.start - start) + put + now.slice(range.end - start), text);
}

/** Whether what is said of the text before, and what is said after, show that the fault went and none came. */
function mends(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[], start: number): boolean {
	if (!isGone(fault, edits, before, after, start)) return false;
	const had = counts(before);
	return [...counts(after)].every(([code, count]) => count <= (had.get(code) ?? 0) || (isRevealed(code) && hides(fault, edits)));
}

/** It is told less often, or at least no longer where it stood. A value that was not read is not mended if it is refused for what it is, for good. */
function isGone(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[], start: number): boolean {
	const moved = edits.reduce((by, { range, text }) => (range.end <= fault.range.start ? by + text.length - (range.end - range.start) : by), -start);
	const isThere = ({ range }: Diagnostic): boolean => range.start === fault.range.start + moved;
	if (UNREAD_VALUE.has(fault.code) && after.some((one) => isThere(one) && one.severity === 'error' && !one.fix)) return false;
	const count = (all: readonly Diagnostic[]): number => all.filter(({ code }) => code === fault.code).length;
	return count(after) < count(before) || !after.some((one) => one.code === fault.code && isThere(one));
}

const UNREAD_VALUE: ReadonlySet<string> = new Set(['decode/type', 'decode/quantity', 'decode/time', 'decode/scalar']);

/** How often each fault is told that must not become more: what is refused, and what is lost. */
function counts(all: readonly Diagnostic[]): ReadonlyMap<string, number> {
	const map = new Map<string, number>();
	for (const { code, severity } of all) if (severity === 'error' || isLoss(code)) map.set(code, (map.get(code) ?? 0) + 1);
	return map;
}

const isLoss = (code: string): boolean => code.endsWith('/repeated-key');

/** What a value that nobody could read held back may show itself once it is read. */
const isRevealed = (code: string): boolean => code !== 'yaml/syntax' && !isLoss(code);

/** Whether text stood there that was not read. In an empty list or map there was none. */
function hides({ code }: Diagnostic, edits: readonly Edit[]): boolean {
	return (code.startsWith('decode/') || code === 'scenario/unknown-key') && !edits.some(({ text }) => text === '[]' || text === '{}');
}

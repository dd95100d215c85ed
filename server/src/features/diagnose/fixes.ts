import { type File, read, type Section } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { type Edit, edited } from '../../yaml/edit';
import type { Range } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { rename } from '../navigate/navigate';
import { diagnose } from './diagnose';
import type { Diagnostic } from './diagnostic';
import type { Fix } from './repair';

/** A fix that was tried: with it, its fault is gone and no other has come. */
export interface TriedFix {
	readonly diagnostic: Diagnostic;
	readonly title: Bilingual;
	readonly edits: readonly Edit[];
	/** Of several the one to take without a look. */
	readonly isPreferred: boolean;
}

/** What may be tried for one question, in characters judged anew: thousands of faults may be asked about at once. */
const MOST_JUDGED = 3_000_000;
/** What a judgement costs, however short the text. */
const LEAST_JUDGED = 20_000;
/** Cutting a file costs less than judging it. */
const CUT_FOR_JUDGED = 20;

/** The fixes of what is wrong within a range, those alone that mend. `found` is all that diagnose says of the file. */
export function fixesIn(file: File, range: Range, found: readonly Diagnostic[], version: Minor): readonly TriedFix[] {
	const known = new Map(file.sections.map(({ document }) => [document.text, document]));
	let left = MOST_JUDGED;
	const tried = touching(found, range).flatMap(({ diagnostic, fix, isPreferred }) => {
		if (left <= 0) return [];
		const edits = editsOf(file, fix.edit);
		const changedText = edited(file.text, edits);
		if (changedText === file.text) return [];
		const anew = read(changedText, known);
		const changed = anew.sections.filter(({ document }) => !known.has(document.text));
		left -= changed.reduce((sum, { document }) => sum + document.text.length, LEAST_JUDGED + file.text.length / CUT_FOR_JUDGED);
		if (left <= 0 || anew.silent) return [];
		const kept = new Set(anew.sections.map(({ document }) => document.text));
		const before = found.filter((one) => !file.sections.some((section) => kept.has(section.document.text) && isIn(section, one)));
		const after = diagnose({ ...anew, sections: changed }, version);
		return mends(diagnostic, edits, before, after) ? { diagnostic, title: fix.title, edits, isPreferred } : [];
	});
	return once(tried);
}

const isIn = ({ start, document }: Section, { range }: Diagnostic): boolean => start <= range.start && range.end <= start + document.text.length;

/** Two faults of one name are mended as one. */
const once = (fixes: readonly TriedFix[]): readonly TriedFix[] =>
	[...new Map(fixes.toReversed().map((fix) => [JSON.stringify([fix.title.en, fix.edits]), fix])).values()].toReversed();

/** The same of a text that is judged as a whole, as a scenario is. */
export function fixesInText(text: string, range: Range, found: readonly Diagnostic[], judge: (text: string) => readonly Diagnostic[]): readonly TriedFix[] {
	const most = Math.floor(MOST_JUDGED / (text.length + LEAST_JUDGED));
	return touching(found, range)
		.slice(0, most)
		.flatMap(({ diagnostic, fix, isPreferred }) => {
			const edits = [fix.edit];
			return mends(diagnostic, edits, found, judge(edited(text, edits))) ? { diagnostic, title: fix.title, edits, isPreferred } : [];
		});
}

/** Those of several fixes that may be applied at once: of two that meet the first, and none that makes a fault beside the others. */
export function together(
	text: string,
	fixes: readonly TriedFix[],
	found: readonly Diagnostic[],
	judge: (text: string) => readonly Diagnostic[],
): readonly TriedFix[] {
	const kept: TriedFix[] = [];
	let [before, left] = [found, MOST_JUDGED];
	for (const fix of fixes) {
		left -= text.length + LEAST_JUDGED;
		if (left <= 0) break;
		const edits = [...kept, fix].flatMap((one) => one.edits).sort((a, b) => a.range.start - b.range.start);
		if (edits.some(({ range }, i) => i > 0 && meet(edits[i - 1]?.range ?? range, range))) continue;
		const after = judge(edited(text, edits));
		if (!isNoWorse(fix.diagnostic, fix.edits, before, after)) continue;
		kept.push(fix);
		before = after;
	}
	return kept;
}

const meet = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

interface Offered {
	readonly diagnostic: Diagnostic;
	readonly fix: Fix;
	readonly isPreferred: boolean;
}

const touching = (found: readonly Diagnostic[], { start, end }: Range): readonly Offered[] =>
	found
		.filter(({ range }) => meet(range, { start, end }))
		.flatMap((diagnostic) => [
			...(diagnostic.fix ? [{ diagnostic, fix: diagnostic.fix, isPreferred: true }] : []),
			...(diagnostic.otherFixes ?? []).map((fix) => ({ diagnostic, fix, isPreferred: false })),
		]);

/** A name that others refer to changes with them. */
function editsOf(file: File, edit: Edit): readonly Edit[] {
	const { root } = parse(edit.text);
	const all = root?.kind === 'scalar' ? (rename(file, edit.range.start, root.text) ?? []) : [];
	return all.some(({ range }) => range.start === edit.range.start && range.end === edit.range.end) ? all : [edit];
}

/** Whether what is said of the text before, and what is said after, show that the fault went and none came. */
function mends(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	if (!isGone(fault, edits, before, after)) return false;
	// Nothing was judged before: all may show itself now but another fault of this sort above.
	if (isUnjudged(fault)) return !after.some((one) => isUnjudged(one) && one.range.start < fault.range.start);
	return isNoWorse(fault, edits, before, after);
}

function isNoWorse(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	const had = counts(before);
	return [...counts(after)].every(([code, count]) => count <= (had.get(code) ?? 0) || (isRevealed(code) && hides(fault, edits)));
}

/** It is told less often, or at least no longer where it stood. A value that was not read is not mended if it is refused for what it is, for good. */
function isGone(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	const moved = edits.reduce((by, { range, text }) => (range.end <= fault.range.start ? by + text.length - (range.end - range.start) : by), 0);
	const isThere = ({ range }: Diagnostic): boolean => range.start === fault.range.start + moved;
	if (UNREAD_VALUE.has(fault.code) && after.some((one) => isThere(one) && one.severity === 'error' && !one.fix)) return false;
	const count = (all: readonly Diagnostic[]): number => all.filter(({ code }) => code === fault.code).length;
	return count(after) < count(before) || !after.some((one) => one.code === fault.code && isThere(one));
}

/** The text could not be read, or not as what it is. */
const isUnjudged = ({ code }: Diagnostic): boolean => /^(?:yaml|json|head)\//.test(code);

const UNREAD_VALUE: ReadonlySet<string> = new Set(['decode/type', 'decode/quantity', 'decode/time', 'decode/scalar']);

/** How often each fault is told that must not become more: what is refused, and what is lost. */
function counts(all: readonly Diagnostic[]): ReadonlyMap<string, number> {
	const map = new Map<string, number>();
	for (const { code, severity } of all) if (severity === 'error' || isLoss(code)) map.set(code, (map.get(code) ?? 0) + 1);
	return map;
}

const isLoss = (code: string): boolean => code.endsWith('/repeated-key');

/** What a value that nobody could read held back may show itself once it is read. */
const isRevealed = (code: string): boolean => !code.startsWith('yaml/') && !isLoss(code);

/** Whether text stood there that was not read. In an empty list or map there was none. */
function hides({ code }: Diagnostic, edits: readonly Edit[]): boolean {
	return (code.startsWith('decode/') || code === 'scenario/unknown-key') && !edits.some(({ text }) => text === '[]' || text === '{}');
}

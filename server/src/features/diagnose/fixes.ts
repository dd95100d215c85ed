import type { File } from '../../manifest/read';
import type { Minor } from '../../schema/schema';
import type { Range } from '../../yaml/node';
import { edited } from '../../yaml/text-edit';
import type { Diagnostic } from './diagnostic';
import { isNoWorse, mends } from './mends';
import { offersOf } from './offers';
import type { Fix } from './repair';
import { type Asked, LEAST_JUDGED, Trial, type TriedFix } from './trial';

/** What may be tried for one question, in characters judged anew: thousands of faults may be asked about at once, each of which has at least its document judged. */
const MOST_JUDGED = 3_000_000;

/** The fixes of what is wrong within a range, those alone that mend. `found` is all that diagnose says of the file. */
export function fixesIn(file: File, range: Range, found: readonly Diagnostic[], version: Minor, asked: Asked = 'all'): readonly TriedFix[] {
	const trial = new Trial(file, found, version);
	const longest = file.sections.reduce((length, { document }) => Math.max(length, document.text.length), LEAST_JUDGED);
	const faults = found.filter((one) => meet(one.range, range)).slice(0, Math.max(1, MOST_JUDGED / longest));
	const tried = faults.flatMap((diagnostic) => {
		const offers = offersOf(file, diagnostic, version, found).filter(({ isCertain }) => asked === 'all' || isCertain);
		return trial.fixesOf(diagnostic, offers, asked, MOST_JUDGED / faults.length);
	});
	return once(tried);
}

/** So many of a kind are looked for at once. */
const MOST_ALIKE = 50;

/** The fixes for all faults of a name in a file that nobody would dispute, those that may be applied together. */
export function alikeIn(
	file: File,
	code: string,
	found: readonly Diagnostic[],
	version: Minor,
	judge: (text: string) => readonly Diagnostic[],
): readonly TriedFix[] {
	const alike = found.filter((one) => one.code === code && one.fix).slice(0, MOST_ALIKE);
	if (alike.length < 2) return [];
	const trial = new Trial(file, found, version);
	const tried = alike.flatMap((diagnostic) =>
		trial
			.fixesOf(
				diagnostic,
				offersOf(file, diagnostic, version, found).filter(({ isCertain }) => isCertain),
				'certain',
				MOST_JUDGED / alike.length,
			)
			.slice(0, 1),
	);
	return together(file.text, once(tried), found, judge);
}

/** What mends two faults is offered once, whatever it is called at the other. */
export function once(fixes: readonly TriedFix[]): readonly TriedFix[] {
	const known = fixes.map(({ edits }) => JSON.stringify(edits));
	return fixes.filter((_, i) => known.indexOf(known[i] ?? '') === i);
}

/** The same of a text that is judged as a whole, as a scenario is. */
export function fixesInText(text: string, range: Range, found: readonly Diagnostic[], judge: (text: string) => readonly Diagnostic[]): readonly TriedFix[] {
	return triedIn(text, touching(found, range), found, judge);
}

/** The same of all of a kind that nobody would dispute, those that may be applied together. */
export function alikeInText(text: string, code: string, found: readonly Diagnostic[], judge: (text: string) => readonly Diagnostic[]): readonly TriedFix[] {
	const alike = touching(found, { start: 0, end: text.length }).filter(({ diagnostic, isPreferred }) => isPreferred && diagnostic.code === code);
	return alike.length < 2 ? [] : together(text, once(triedIn(text, alike.slice(0, MOST_ALIKE), found, judge)), found, judge);
}

function triedIn(text: string, offered: readonly Offered[], found: readonly Diagnostic[], judge: (text: string) => readonly Diagnostic[]): readonly TriedFix[] {
	const most = Math.floor(MOST_JUDGED / (text.length + LEAST_JUDGED));
	return offered.slice(0, most).flatMap(({ diagnostic, fix, isPreferred }) => {
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

/** Whether two ranges have a place in common, if only where one ends. */
export const meet = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

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

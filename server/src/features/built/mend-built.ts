/** What mends a fault of what is built, in the file in which it was typed. */
import type { Rope } from '../../built/rope';
import type { Minor } from '../../schema/schema';
import { type Edit, edited } from '../../yaml/edit';
import type { Diagnostic } from '../diagnose/diagnostic';
import { cameOf } from '../diagnose/mends';
import { offersOf } from '../diagnose/offers';
import { Trial, type TriedFix } from '../diagnose/trial';
import { type Built, type Carried, carried } from './carry';
import { type BuiltText, type Finding, keyOf, type Source } from './finding';

/** All that is built from a file. */
export interface Building {
	readonly version: Minor;
	readonly texts: readonly BuiltText[];
	/** The same, in the same order, if the file had another text; undefined for what cannot be built then. */
	readonly rebuilt: (text: string) => readonly (BuiltText | undefined)[];
}

/** What may be judged for one fault, in characters. */
const MOST_JUDGED = 1_000_000;
/** So many fixes are built with. */
const MOST_BUILT = 6;

/**
 * The fixes of a fault of what is built from a file, where all that they change was typed in that file as it stands there, and is printed nowhere else. Each is built and judged:
 * the fault is gone wherever it was, and no other has come.
 */
export function mendedBuilt(diagnostic: Diagnostic, source: Source, { version, texts, rebuilt }: Building): readonly TriedFix[] {
	const key = keyOf({ file: source.file, diagnostic });
	const [first, ...others] = texts
		.map((text) => ({ ...text, faults: text.findings.filter((one) => keyOf(one) === key) }))
		.filter(({ faults }) => faults.length > 0);
	if (!first) return [];
	const all = [first, ...others];
	const built: Built = { text: first.file.text, rope: first.rope(source), file: first.file };
	const found = builtIn(first.findings);
	const [start] = placesOf(first.faults);
	const here = builtIn(first.faults).filter(({ range }) => range.start === start);
	const trial = new Trial(first.file, found, version);
	const fixes = here.flatMap((one) => trial.fixesOf(one, offersOf(first.file, one, version, found), 'all', MOST_JUDGED / here.length));
	const known = new Set<string>();
	const tried: TriedFix[] = [];
	for (const fix of fixes) {
		const edits = together(fix.edits, built, source).find((way) => {
			const text = edited(source.text, way);
			if (known.has(text) || known.size >= MOST_BUILT) return false;
			known.add(text);
			if (all.some((one) => printed(way, one.rope(source), source) > placesOf(one.faults).length)) return false;
			return rebuilt(text).every((after, i) => after && isMended(texts[i], after, key));
		});
		if (edits) tried.push({ ...fix, diagnostic, edits });
	}
	return tried;
}

const builtIn = (findings: readonly Finding[]): readonly Diagnostic[] => findings.flatMap(({ built }) => built ?? []);

/** Where in what is built a fault stands. */
const placesOf = (faults: readonly Finding[]): readonly number[] => [...new Set(builtIn(faults).map(({ range }) => range.start))];

/** The ways to make all of several edits in the file. */
function together(edits: readonly Edit[], built: Built, source: Source): readonly Carried[] {
	const ways = edits.map((edit) => carried(edit, built, source));
	const most = Math.max(...ways.map(({ length }) => length));
	if (ways.some(({ length }) => length === 0)) return [];
	return Array.from({ length: most }, (_, i) => ways.flatMap((way) => way[Math.min(i, way.length - 1)] ?? []));
}

/** How often that is printed which some edits change. */
function printed(edits: Carried, rope: Rope, { file }: Source): number {
	const times = edits.map(
		({ anchor }) => rope.filter(({ isExact, origins: [at] }) => isExact && at?.file === file && at.range.start <= anchor && anchor < at.range.end).length,
	);
	return Math.max(...times);
}

/** Whether a fault is gone wherever it was told, with nothing else, and none has come. */
function isMended(before: BuiltText | undefined, after: BuiltText, key: string): boolean {
	if (!before || after.file.sections.length < before.file.sections.length) return false;
	const gone = before.findings.filter((one) => keyOf(one) === key);
	const code = gone[0]?.diagnostic.code;
	const count = ({ findings }: BuiltText): number => findings.filter(({ diagnostic }) => diagnostic.code === code).length;
	return count(after) <= count(before) - placesOf(gone).length && cameOf(builtIn(before.findings), builtIn(after.findings)).length === 0;
}

/** What mends a fault of what is built, in the files in which it was typed. */
import type { Rope } from '../../built/rope';
import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { type Edit, edited } from '../../yaml/text-edit';
import type { Diagnostic } from '../diagnose/diagnostic';
import { cameOf } from '../diagnose/mends';
import { offersOf } from '../diagnose/offers';
import { Trial, type TriedFix } from '../diagnose/trial';
import { type Built, type Carried, carried } from './carry';
import { type BuiltText, type Finding, keyOf, type Source } from './finding';

/** All that is built from some files. */
export interface Building {
	readonly version: Minor;
	readonly texts: readonly BuiltText[];
	/** The same, in the same order, if a file had another text; undefined for what cannot be built then. */
	readonly rebuilt: (changed: Source) => readonly (BuiltText | undefined)[];
}

/** What may be judged for one fault, in characters. */
const MOST_JUDGED = 1_000_000;
/** So many fixes are built with. */
const MOST_BUILT = 6;

/**
 * The fixes of a fault of what is built, in the file that it is told of, or else in one of the others that it was made from: where all that they change was typed there as it stands,
 * and is printed nowhere else. Each is built and judged: the fault is gone wherever it was, and no other has come.
 */
export function mendedBuilt(diagnostic: Diagnostic, file: string, sources: readonly Source[], building: Building): readonly TriedFix[] {
	const key = keyOf({ file, diagnostic });
	const all = building.texts.flatMap((text): readonly Faulty[] => {
		const faults = text.findings.filter((one) => keyOf(one) === key);
		return faults.length > 0 ? [{ ...text, faults }] : [];
	});
	const [first] = all;
	if (!first) return [];
	const fixes = fixesOf(first, building.version);
	for (const source of sources) {
		const found = inSource(fixes, source, all, key, building);
		if (found.length > 0) return found.map((fix) => ({ ...fix, diagnostic, ...(source.file === file ? {} : { elsewhere: source.file }) }));
	}
	return [];
}

/** What is built, and where in it the fault is. */
interface Faulty extends BuiltText {
	readonly faults: readonly Finding[];
}

/** What mends a built text where it has the fault first. */
function fixesOf({ file, findings, faults }: Faulty, version: Minor): readonly TriedFix[] {
	const found = builtIn(findings);
	const [start] = placesOf(faults);
	const here = builtIn(faults).filter(({ range }) => range.start === start);
	const trial = new Trial(file, found, version);
	return here.flatMap((one) => trial.fixesOf(one, offersOf(file, one, version, found), 'all', MOST_JUDGED / here.length));
}

/** Those of the fixes that can be made in a file. */
function inSource(fixes: readonly TriedFix[], source: Source, all: readonly Faulty[], key: string, { texts, rebuilt }: Building): readonly TriedFix[] {
	const known = new Set<string>();
	const ropes = all.map((one) => ({ ...one, rope: one.rope(source) }));
	const [first] = ropes;
	if (!first) return [];
	const built: Built = { text: first.file.text, rope: first.rope, file: first.file };
	return fixes.flatMap((fix) => {
		const edits = together(fix.edits, built, source).find((way) => {
			const text = edited(source.text, way);
			if (known.has(text) || known.size >= MOST_BUILT) return false;
			known.add(text);
			if (ropes.some(({ rope, faults }) => printed(way, rope, source) > placesOf(faults).length)) return false;
			return rebuilt({ file: source.file, text }).every((after, i) => after && isMended(texts[i], after, key));
		});
		return edits ? [{ ...fix, edits, ...(isQuoting(edits) ? { title: QUOTING } : {}) }] : [];
	});
}

const isQuoting = (edits: Carried): boolean => edits.length === 2 && edits.every(({ text }) => /^["']$/.test(text));
const QUOTING: Bilingual = { en: 'Put what is printed in quotes', ko: '출력하는 값을 따옴표로 감싸기' };

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

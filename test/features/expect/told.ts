/** A scenario with its manifest inside that tells, under each expectation, what comes of it: a mark, the sentence, what happened, and why, in both languages. */

import { resultsOf, type TestResult } from '../../../server/src/features/expect/results';
import { played, type RunTest, readTest, runTest } from '../../../server/src/features/expect/run';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';
import { locate } from '../../../server/src/manifest/locate';
import { parse } from '../../../server/src/yaml/parse';

export const MARKS = { holds: '✓', fails: '✗', fault: '?' } as const;

/** The text without what it told before. */
export const bare = (text: string): string => text.replace(/^#[✓✗?! ].*\n/gm, '');

export interface Fixture {
	readonly run: RunTest;
	readonly results: readonly TestResult[];
	/** Codes of the faults, as they stand. */
	readonly faults: readonly string[];
	/** The text with what it tells now. */
	readonly told: string;
}

export function fixture(written: string): Fixture {
	const text = bare(written);
	const test = readTest(text, undefined);
	if (!test?.manifest) throw new Error('A fixture has a manifest and expectations.');
	const run = runTest(test, played(test.manifest, 37));
	const results = resultsOf(run);
	const [en, ko] = (['en', 'ko'] as const).map((language) => diagnoseScenario(text, language));
	const errors = (en ?? []).map((diagnostic, i) => ({ ...diagnostic, ko: ko?.[i]?.message ?? '' })).filter(({ severity }) => severity === 'error');
	const { root } = parse(text);
	const lines = text.split('\n');
	const rowOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
	const items = results.map(({ index }) => (root ? rowOf(locate(root, ['expect', index]).key.start) : 0));
	const out = lines.flatMap((line, row) => {
		const ends = items.findIndex((start, i) => row === (items[i + 1] ?? lastRow(lines) + 1) - 1 && row >= start);
		const result = results[ends];
		if (!result) return [line];
		const own = errors.filter(({ range }) => rowOf(range.start) >= (items[ends] ?? 0) && rowOf(range.start) <= row);
		return [
			line,
			...tell(result),
			...own.flatMap(({ code, message, ko: korean, range, fix }) => [
				`#  ${code} at ${JSON.stringify(text.slice(range.start, range.end))}${fix ? ` -> ${fix.edit.text.replaceAll('\n', '⏎')}` : ''}`,
				`#  ${message}`,
				`#  ${korean}`,
			]),
		];
	});
	return { run, results, faults: errors.map(({ code }) => code), told: out.join('\n') };
}

const lastRow = (lines: readonly string[]): number => lines.findLastIndex((line) => line.trim() !== '');

function tell({ title, verdict, found, warnings, happened, when, why, because }: TestResult): readonly string[] {
	return (['en', 'ko'] as const).flatMap((tongue) => [
		`#${MARKS[verdict]} ${title[tongue]}${found ? ` | ${found[tongue]}` : ''}`,
		...warnings.map((warning) => `#! ${warning[tongue]}`),
		...[happened, when].flatMap((line) => (line ? [`#  ${line[tongue]}`] : [])),
		...why.map((line, i) => `#  ${i > 0 ? '<- ' : ''}${line[tongue]}`),
		...(because === undefined ? [] : [`#  ${because}`]),
	]);
}

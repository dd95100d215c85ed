import type { TestResult } from '../../features/expect/results';
import { plainText } from '../../features/words-of';
import type { Bilingual, Language } from '../../protocol/text';
import { columnsIn } from '../paragraphs';
import { languagesOf } from '../say';
import type { Paint } from '../terminal';
import type { TestedFile } from './run-file';

/** How results are written: one document for a whole run. */
export type Report = (run: Run) => string;

export interface Run {
	readonly files: readonly TestedFile[];
	readonly language: Language;
	/** Several versions of Kubernetes were asked for: each file says which. */
	readonly isOfVersions: boolean;
	/** Only people see colors. */
	readonly paint: Paint;
	/** Milliseconds. */
	readonly took: number;
}

/** `web.scenario.yaml`, `web.scenario.yaml (1.34)` */
export const nameOf = ({ path, version }: TestedFile, { isOfVersions }: Run): string => (isOfVersions ? `${path} (1.${version})` : path);

/** Words without their Markdown; where both languages are asked for, a line each, but once where they say the same. */
export const told = (words: Bilingual, language: Language): string => [...new Set(languagesOf(language).map((one) => plainText(words[one])))].join('\n');

/** Line and column of a result, from 1. */
export const placeOf = ({ text }: TestedFile, { range }: Pick<TestResult, 'range'>) => columnsIn(text)(range.start);

/** What is said under a failure, label and line. */
export function linesOf({ happened, when, why, because }: TestResult, language: Language): readonly (readonly [label: Bilingual | undefined, text: string])[] {
	return [
		...(happened ? [[HAPPENED, told(happened, language)] as const] : []),
		...(when ? [[WHEN, told(when, language)] as const] : []),
		...why.map((one, i) => [i === 0 ? WHY : undefined, i === 0 ? told(one, language) : `← ${told(one, language)}`] as const),
		...(because === undefined ? [] : [[undefined, because] as const]),
	];
}

const HAPPENED: Bilingual = { en: 'happened', ko: '실제' };
const WHEN: Bilingual = { en: 'when', ko: '언제' };
const WHY: Bilingual = { en: 'why', ko: '까닭' };

export const WARNING: Bilingual = { en: 'warning', ko: '경고' };

export interface Tally {
	readonly holds: number;
	readonly fails: number;
	/** Expectations at fault, and files of which nothing could be judged. */
	readonly faults: number;
}

export function tallyOf(files: readonly TestedFile[]): Tally {
	const count = (verdict: TestResult['verdict']): number =>
		files.reduce((sum, { results }) => sum + results.filter((one) => one.verdict === verdict).length, 0);
	return {
		holds: count('holds'),
		fails: count('fails'),
		faults: count('fault') + files.filter(({ results, faults }) => results.length === 0 && faults.length > 0).length,
	};
}

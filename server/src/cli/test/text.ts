import type { Bilingual, Language } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { indented } from '../../yaml/lines';
import { paragraphs } from '../paragraphs';
import { languagesOf, padEnd } from '../say';
import { linesOf, nameOf, placeOf, type Report, type Run, tallyOf, told, WARNING } from './report';
import type { TestedFile } from './run-file';

/** For people: a line for each file, failures in full, and the count at the end. */
export const text: Report = (run) => [...run.files.map((file) => fileText(file, run)), `\n${summary(run)}\n`].join('');

function fileText(file: TestedFile, run: Run): string {
	const { language, paint } = run;
	const { holds, fails, faults } = tallyOf([file]);
	const isFine = fails === 0 && faults === 0;
	const head = `${isFine ? paint('green', '✓') : paint('red', '✗')} ${nameOf(file, run)}  ${said(counts(holds, fails, faults), language)}\n`;
	const failures = file.results.filter(({ verdict }) => verdict === 'fails').map((result) => failureText(file, result, run));
	const warnings = file.results.flatMap((result) => result.warnings.map((warning) => warningText(file, result, warning, language)));
	const told = file.faults.length > 0 ? indented(paragraphs(file.path, file.text, file.faults, language, paint), 2) : '';
	return [head, told, ...failures, ...warnings].join('');
}

function failureText(file: TestedFile, result: TestedFile['results'][number], { language, paint }: Run): string {
	const { line, column } = placeOf(file, result);
	const [first = '', ...rest] = told(result.title, language).split('\n');
	const rows = linesOf(result, language).flatMap(([label, words]) =>
		words.split('\n').map((one, i) => `${padEnd(label && i === 0 ? label[languagesOf(language)[0] ?? 'en'] : '', 10)}${one}`),
	);
	return indented(
		[`${paint('red', '✗')} ${first}`, ...rest.map((one) => `  ${one}`), ...[`${file.path}:${line}:${column}`, ...rows].map((row) => `  ${row}`)].join('\n'),
		2,
	).concat('\n');
}

function warningText(file: TestedFile, result: TestedFile['results'][number], warning: Bilingual, language: Language): string {
	const { line, column } = placeOf(file, result);
	return `  ${file.path}:${line}:${column}: ${said(WARNING, language)}: ${told(result.title, language).replaceAll('\n', ' / ')}: ${told(warning, language).replaceAll('\n', ' / ')}\n`;
}

const said = (words: Bilingual, language: Language): string =>
	languagesOf(language)
		.map((one) => words[one])
		.join(' / ');

function counts(holds: number, fails: number, faults: number): Bilingual {
	const parts = (words: readonly (readonly [number, string])[]): string => words.flatMap(([n, word]) => (n > 0 ? `${n} ${word}` : [])).join(', ');
	const korean = (words: readonly (readonly [number, string])[]): string => words.flatMap(([n, word]) => (n > 0 ? `${word} ${n}개` : [])).join(', ');
	return {
		en: parts([
			[holds, holds === 1 ? 'holds' : 'hold'],
			[fails, fails === 1 ? 'fails' : 'fail'],
			[faults, faults === 1 ? 'is at fault' : 'are at fault'],
		]),
		ko: korean([
			[holds, '맞음'],
			[fails, '어긋남'],
			[faults, '잘못 적음'],
		]),
	};
}

/** The last line: how many of how many. */
export function summary({ files, language, took }: Run): string {
	const { holds, fails, faults } = tallyOf(files);
	const { en, ko } = counts(holds, fails, faults);
	const [scenarios, time] = [
		new Set(files.map(({ path }) => path)).size,
		(one: 'en' | 'ko') => durationText(Math.max(took, 100) / 1000, one).replaceAll('\u00a0', ' '),
	];
	return said(
		{
			en: `${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}: ${en || 'nothing is expected'} (${time('en')})`,
			ko: `시나리오 ${scenarios}개: ${ko || '기대하는 것이 없다'} (${time('ko')})`,
		},
		language,
	);
}

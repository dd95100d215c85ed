import { inLanguage } from '../features/diagnose/diagnostic';
import type { Bilingual, Language } from '../protocol/text';

/** The languages to speak, in their order. */
export const languagesOf = (language: Language): readonly ('en' | 'ko')[] => (language === 'both' ? ['ko', 'en'] : [language]);

/** Says on standard error what a command found wrong with what it was given, a line each. */
export function complain(command: string, faults: readonly Bilingual[], language: Language): void {
	const lines = faults.flatMap((fault) => inLanguage(fault, language)).map((line) => `peapod${command ? ` ${command}` : ''}: ${line}\n`);
	process.stderr.write(lines.join(''));
}

/** A column of a table: Korean letters are twice as wide as Latin ones. */
export function padStart(text: string, columns: number): string {
	return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** The same at its left edge. */
export function padEnd(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** In columns of a terminal: East Asian Wide of Unicode's annex 11, as far as Korean needs it. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 2 : 1), 0);

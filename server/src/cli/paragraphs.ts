import { type Diagnostic, messageText } from '../features/diagnose/diagnostic';
import type { Bilingual, Language, Place } from '../protocol/text';
import { languagesOf } from './say';
import { type Paint, plain, type Style } from './terminal';

const SEVERITIES: Readonly<Record<Diagnostic['severity'], Bilingual>> = {
	error: { en: 'error', ko: '오류' },
	warning: { en: 'warning', ko: '경고' },
	information: { en: 'information', ko: '정보' },
	hint: { en: 'hint', ko: '힌트' },
};

const STYLES: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** What was found in a text, `file:line:column: error: …` each, as compilers do, the reason indented below. */
export function paragraphs(path: string, text: string, found: readonly Diagnostic[], language: Language, paint: Paint = plain): string {
	const starts = lineStarts(text);
	return found.map((one) => `${paragraph(path, starts, one, language, paint)}\n`).join('');
}

/** Where offsets of a text lie, zero-based. */
export function placesIn(text: string): (offset: number) => Place {
	const starts = lineStarts(text);
	return (offset) => placeIn(starts, offset);
}

function placeIn(starts: readonly number[], offset: number): Place {
	const line = rowOf(starts, offset);
	return { line, character: offset - (starts[line] ?? 0) };
}

/** `file:line:column`, as compilers count. */
export const placeText = (path: string, { line, character }: Place): string => `${path}:${line + 1}:${character + 1}`;

/** Line and column, from 1, of offsets in a text. */
export function columnsIn(text: string): (offset: number) => { readonly line: number; readonly column: number } {
	const placeOf = placesIn(text);
	return (offset) => {
		const { line, character } = placeOf(offset);
		return { line: line + 1, column: character + 1 };
	};
}

function paragraph(path: string, starts: readonly number[], diagnostic: Diagnostic, language: Language, paint: Paint): string {
	const { range, severity, code } = diagnostic;
	const place = placeText(path, placeIn(starts, range.start));
	const [first, ...rest] = messageText(diagnostic, language).split('\n');
	const severities = languagesOf(language).map((one) => SEVERITIES[severity][one]);
	const head = `${paint('bold', place)}: ${paint(STYLES[severity], severities.join(' '))}: ${first} ${paint('dim', `[${code}]`)}`;
	return [head, ...rest.map((line) => `  ${line}`)].join('\n');
}

/** Where each line begins. */
function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
	return starts;
}

/** The last line that begins at an offset or before it. */
function rowOf(starts: readonly number[], offset: number): number {
	let [from, to] = [0, starts.length];
	while (to - from > 1) {
		const middle = (from + to) >> 1;
		if ((starts[middle] ?? 0) <= offset) from = middle;
		else to = middle;
	}
	return from;
}

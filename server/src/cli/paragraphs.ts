import { type Diagnostic, messageText } from '../features/diagnose/diagnostic';
import type { Bilingual, Language } from '../protocol/text';
import { languagesOf } from './say';

const SEVERITIES: Readonly<Record<Diagnostic['severity'], Bilingual>> = {
	error: { en: 'error', ko: '오류' },
	warning: { en: 'warning', ko: '경고' },
	information: { en: 'information', ko: '정보' },
	hint: { en: 'hint', ko: '힌트' },
};

/** What was found in a text, `file:line:column: error: …` each, as compilers do, the reason indented below. */
export function paragraphs(path: string, text: string, found: readonly Diagnostic[], language: Language): string {
	const starts = lineStarts(text);
	return found.map((one) => `${paragraph(path, starts, one, language)}\n`).join('');
}

function paragraph(path: string, starts: readonly number[], diagnostic: Diagnostic, language: Language): string {
	const { range, severity, code } = diagnostic;
	const row = rowOf(starts, range.start);
	const place = `${path}:${row + 1}:${range.start - (starts[row] ?? 0) + 1}`;
	const [first, ...rest] = messageText(diagnostic, language).split('\n');
	const severities = languagesOf(language).map((one) => SEVERITIES[severity][one]);
	return [`${place}: ${severities.join(' ')}: ${first} [${code}]`, ...rest.map((line) => `  ${line}`)].join('\n');
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

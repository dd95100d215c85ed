/** What applying a text does, as a page, and as marks beside the text. */
import type { AppliedObject, ApplyAnswer, FieldChange, Mark } from '../../protocol/apply';
import type { Bilingual, Language } from '../../protocol/text';
import { inLanguage } from '../diagnose/diagnostic';
import { code, fenced } from '../markdown';
import { plainText } from '../words-of';
import { OUTCOME_WORDS, shortened } from './sentences';

const NO_FORMER: Bilingual = { en: 'There is nothing to compare this file with.', ko: '이 파일과 비교할 것이 없다.' };

/** Markdown: the headline, then a paragraph an object. */
export function applyPage(answer: ApplyAnswer, language: Language): string {
	const inWords = (text: Bilingual, between = '\n\n'): string => inLanguage(text, language).join(between);
	if (answer.kind === 'noFormer') return inWords(NO_FORMER);
	if (answer.kind === 'unreadable') return inWords(answer.message);
	const { headline, objects } = answer;
	return [...inLanguage(headline, language).map((line) => `**${line}**`), ...objects.map((object) => ofObject(object, inWords))].join('\n\n');
}

/** What becomes of each object behind its first line, where there is no room for more than the sentence, and what the server says behind the fields. */
export function applyMarks(answer: ApplyAnswer, language: Language): readonly Mark[] {
	if (answer.kind !== 'applied') return [];
	// Where there is room for one language, it is Korean: lsp/convert.ts.
	const inWords = (text: Bilingual): string => plainText(text[language === 'en' ? 'en' : 'ko']);
	return answer.objects.flatMap(({ span, outcome, sentence, refusals }) => {
		if (!span) return [];
		const isBad = outcome === 'refused';
		const refused = refusals.map(({ message, span: at }): Mark => ({ line: at.start.line, text: shortened(message), isBad: true }));
		return [{ line: span.start.line, text: inWords(sentence), isBad }, ...refused];
	});
}

function ofObject(
	{ kind, name, outcome, sentence, refusals, changes, more, wayOut }: AppliedObject,
	inWords: (text: Bilingual, between?: string) => string,
): string {
	const refused = refusals.map(({ message, why }) => [fenced(shortened(message)), ...(why ? [inWords(why)] : [])].join('\n\n'));
	return [
		`### ${kind} ${code(name)}: ${inWords(OUTCOME_WORDS[outcome], ' · ')}`,
		// Of what is as it was the heading says all.
		...(outcome === 'unchanged' && changes.length === 0 ? [] : [inWords(sentence)]),
		...refused,
		...(changes.length > 0
			? [[...changes.map((change) => changed(change, inWords)), ...(more ? [inWords(others(more), ' · ')] : [])].map((line) => `- ${line}`).join('\n')]
			: []),
		...(wayOut ? [inWords(wayOut.sentence), fenced(wayOut.command)] : []),
	].join('\n\n');
}

const others = (count: number): Bilingual => ({ en: `and ${count} more`, ko: `그 밖에 ${count}개` });

function changed({ path, span, before, after, note, decides }: FieldChange, inWords: (text: Bilingual, between?: string) => string): string {
	const values = [...(before === undefined ? [] : [`~~${code(before)}~~`]), ...(after === undefined ? [] : [code(after)])].join(' → ');
	const line = span.start.line + 1;
	const place = [{ en: `line ${line}`, ko: `${line}번째 줄` }, ...(note ? [note] : [])].map((one) => inWords(one, ', ')).join('; ');
	return `${decides ? `**${code(path)}**` : code(path)}: ${values} (${place})`;
}

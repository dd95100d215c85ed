import { inLanguage } from '../features/diagnose/diagnostic';
import { plainText } from '../features/words-of';
import type { Applied } from '../protocol/apply';
import type { Bilingual, Language, Span } from '../protocol/text';

/** One JSON array of all objects, by what they are written in: a file, an overlay or a chart. Lines and columns count from 1; what is built has none. */
export function jsonOf(applied: readonly { readonly shown: string; readonly answer: Applied }[], language: Language): string {
	const inWords = (text: Bilingual): string => inLanguage(text, language).map(plainText).join('\n');
	const rows = applied.flatMap(({ shown: file, answer }) =>
		answer.objects.map(({ span, kind, name, outcome, sentence, refusals, changes, wayOut }) => ({
			file,
			...(span && placeOf(span)),
			kind,
			name,
			outcome,
			sentence: inWords(sentence),
			refusals: refusals.map(({ message, why, span: at }) => ({ message, ...(why && { why: inWords(why) }), ...(span && placeOf(at)) })),
			changes: changes.map(({ path, before, after, decides }) => ({ path, before, after, decides })),
			...(wayOut && { wayOut: { sentence: inWords(wayOut.sentence), command: wayOut.command } }),
		})),
	);
	return `${JSON.stringify(rows, null, '\t')}\n`;
}

const placeOf = ({ start }: Span) => ({ line: start.line + 1, column: start.character + 1 });

import type { Diagnostic } from '../features/diagnose/diagnostic';
import { messageText } from '../features/diagnose/diagnostic';
import type { Bilingual, Language } from '../protocol/text';
import type { Range } from '../yaml/node';
import { columnsIn, paragraphs } from './paragraphs';
import { languagesOf } from './say';

/** What was found in a file, and where else one should look. */
export interface Report {
	/** As it is shown. */
	readonly file: string;
	readonly text: string;
	readonly found: readonly Reported[];
}

export interface Reported extends Omit<Diagnostic, 'related'> {
	readonly related: readonly { readonly file: string; readonly text: string; readonly range: Range; readonly message: Bilingual }[];
}

/** Reports as paragraphs, as compilers print them. */
export const asText = (reports: readonly Report[], language: Language): string =>
	reports.map(({ file, text, found }) => paragraphs(file, text, found.map(withoutRelated), language)).join('');

const withoutRelated = ({ related: _related, ...one }: Reported): Diagnostic => one;

/** Reports as one JSON array: lines and columns from 1, the end behind the last character. */
export function asJson(reports: readonly Report[], language: Language): string {
	const all = reports.flatMap(({ file, text, found }) => {
		const place = columnsIn(text);
		return found.map((one) => {
			const [start, end] = [place(one.range.start), place(one.range.end)];
			const [message, ...why] = messageText(withoutRelated(one), language).split('\n');
			const related = one.related.map(({ file: other, text: its, range, message: words }) => ({
				file: other,
				...columnsIn(its)(range.start),
				message: languagesOf(language)
					.map((own) => words[own])
					.join(' '),
			}));
			const { severity, code } = one;
			return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column, severity, code, message, why: why.join(' '), related };
		});
	});
	return `${JSON.stringify(all, null, '\t')}\n`;
}

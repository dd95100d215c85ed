import path from 'node:path';
import type { Diagnostic } from '../../features/diagnose/diagnostic';
import { messageText } from '../../features/diagnose/diagnostic';
import type { Bilingual, Language } from '../../protocol/text';
import type { Range } from '../../yaml/node';
import { slashed } from '../files';
import { columnsIn } from '../paragraphs';
import { languagesOf } from '../say';
import type { Paint } from '../terminal';

/** What became of a file: judged, or why not. */
export type Fate = 'judged' | 'nothing' | 'template' | 'ignored' | 'tooLarge' | 'notText' | 'unreadable';

/** What was found in a file, and where else one should look. */
export interface Report {
	/** As it is shown. */
	readonly file: string;
	readonly text: string;
	readonly fate: Fate;
	readonly found: readonly Reported[];
	/** Why it could not be read, for who named it. */
	readonly fault?: Bilingual;
}

export interface Reported extends Omit<Diagnostic, 'related'> {
	readonly related: readonly { readonly file: string; readonly text: string; readonly range: Range; readonly message: Bilingual }[];
}

/** How reports are written: one document for a whole run. Only people see colors. */
export type Format = (reports: readonly Report[], language: Language, paint: Paint) => string;

/** A finding in words and places: lines and columns (UTF-16) from 1, the end behind the last character. */
export interface Row {
	readonly finding: Reported;
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly message: string;
	readonly why: string;
	readonly related: readonly { readonly file: string; readonly line: number; readonly column: number; readonly message: string }[];
}

/** The findings of a file, in its order. */
export function rowsOf({ file, text, found }: Report, language: Language): readonly Row[] {
	const place = columnsIn(text);
	return found.map((finding) => {
		const [start, end] = [place(finding.range.start), place(finding.range.end)];
		const [message = '', ...why] = messageText(withoutRelated(finding), language).split('\n');
		const related = finding.related.map(({ file: other, text: its, range, message: words }) => ({
			file: other,
			...columnsIn(its)(range.start),
			message: languagesOf(language)
				.map((own) => words[own])
				.join(' '),
		}));
		return { finding, file, ...start, endLine: end.line, endColumn: end.column, message, why: why.join(' '), related };
	});
}

export const withoutRelated = ({ related: _related, ...one }: Reported): Diagnostic => one;

/** A file as services that show a repository call it: from the folder one stands in, with slashes; by its full path where it lies elsewhere. */
export const repositoryPath = (file: string): string => (file === '-' ? file : (nameFromHere(file) ?? slashed(path.resolve(file))));

/** A file or folder from the folder one stands in, with slashes; undefined for what lies elsewhere. */
export function nameFromHere(file: string): string | undefined {
	const relative = path.relative('', file);
	return /^\.\.(?:[/\\]|$)/.test(relative) || path.isAbsolute(relative) ? undefined : slashed(relative) || '.';
}

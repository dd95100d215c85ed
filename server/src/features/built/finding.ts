/** What is found in what was built, at the place where it was typed: of overlays and of charts. */
import type { Origin } from '../../built/origin';
import type { Rope } from '../../built/rope';
import type { File } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Range } from '../../yaml/node';
import { type Diagnostic, type Severity, why } from '../diagnose/diagnostic';
import { plainText } from '../words-of';

/** Something found in what is built, at the place where it was typed. */
export interface Finding {
	readonly file: string;
	/** Ranges are those of the file; what is related lies in others and is told apart. */
	readonly diagnostic: Diagnostic;
	/** What decides less, nearest first. */
	readonly others: readonly Origin[];
	/** The same in the built text. */
	readonly built?: Diagnostic;
	/** Where it is within a file that holds others, in words: it comes before the sentence. */
	readonly within?: Bilingual;
}

/** What was built as a text, and what is found in it. */
export interface BuiltText {
	readonly file: File;
	readonly findings: readonly Finding[];
	/** Where the text was typed, for those who look for one file; made when somebody asks. */
	readonly rope: (source: Source) => Rope;
}

/** A file that something is built from. */
export interface Source {
	/** Its full path. */
	readonly file: string;
	readonly text: string;
}

/** A finding as it is told of all that was built together. */
export interface Told {
	readonly file: string;
	readonly diagnostic: Diagnostic;
	readonly related: readonly (Origin & { readonly message: Bilingual })[];
	/** Nothing that is built from the file is without it. */
	readonly isUnanimous: boolean;
	/** The same where it was typed, if that is in a file that nobody has open. */
	readonly typed?: Told;
}

/** What shows in a file as it is written, whoever builds on it. */
export const asWritten = ({ file, diagnostic }: Finding): Told => ({ file, diagnostic, related: [], isUnanimous: true });

/** What was found in a built text, where it was typed; `home` is where that shows which nobody typed. What mends the built text mends no file: see mend-built.ts. */
export function typedAt(diagnostic: Diagnostic, home: Origin, places: (range: Range, subject?: Diagnostic['subject']) => readonly Origin[]): Finding {
	const { fix: _fix, otherFixes: _others, related = [], ...own } = diagnostic;
	const [at = home, ...others] = places(diagnostic.range, diagnostic.subject);
	const besides = related.flatMap(({ range }) => places(range).slice(0, 1));
	return { file: at.file, diagnostic: { ...own, range: at.range, isBuilt: true }, others: [...others, ...besides], built: diagnostic };
}

/** A finding in our own words. */
export function ownFinding(code: string, severity: Severity, { file, range }: Origin, own: Bilingual): Finding {
	return { file, diagnostic: { range, severity, code, message: plainText(own.en), own, ...why(code) }, others: [] };
}

/** Why nothing is built, in the words of the tool that would build it. */
export const saidByTool = (code: string, message: string, [{ file, range }, ...others]: readonly [Origin, ...Origin[]]): Finding => ({
	file,
	diagnostic: { range, severity: 'error', code, message, ...why(code) },
	others,
});

/** A finding whose sentence says of what it is told. */
export function saidOf(diagnostic: Diagnostic, en: string, ko: string): Diagnostic {
	const { own = { en: diagnostic.message, ko: diagnostic.message } } = diagnostic;
	const said: Bilingual = { en: en + own.en, ko: ko + own.ko };
	return { ...diagnostic, message: en + diagnostic.message, own: said };
}

/** The same for findings that are one fault, whatever was built. */
export const keyOf = ({ file, diagnostic: { range, code } }: Pick<Finding, 'file' | 'diagnostic'>): string => `${file}\n${range.start}\n${range.end}\n${code}`;

/** So many are named; of more their count is told. */
const MOST_NAMED = 3;

/** The first names of several, and how many more there are. */
export function fewOf(names: readonly string[]): { readonly named: string; readonly more: number } {
	return { named: names.slice(0, MOST_NAMED).join(', '), more: Math.max(0, names.length - MOST_NAMED) };
}

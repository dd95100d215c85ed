import { problemWords } from '../../docs/problems';
import type { Bilingual, Language, Place } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Problem } from '../../schema/problem';
import { type Range, shifted as shiftedRange } from '../../yaml/node';
import { docsLink } from '../links';
import { plainText } from '../words-of';
import { type Fix, fixLater } from './repair';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What validation found at fault. */
export interface Subject extends Pick<Problem, 'type' | 'choices'> {
	readonly path: readonly Segment[];
}

/** A place that has to do with a fault, in the same file unless another is named. */
export interface Related {
	readonly range: Range;
	readonly message: Bilingual;
	readonly elsewhere?: { readonly file: string; readonly start: Place; readonly end: Place };
}

/** A fault at a place of the file; offsets count from the file's start. */
export interface Diagnostic {
	readonly range: Range;
	/**
	 * Error: the server refuses. Warning: it warns, drops, may refuse, something written is lost, or it can never work. Information: it hardly does what was meant. Hint: it is
	 * well to know.
	 */
	readonly severity: Severity;
	readonly code: string;
	/** The server's sentence; where it says nothing, ours in English. */
	readonly message: string;
	/** The sentence in both languages, where it is ours. */
	readonly own?: Bilingual;
	/** Ours: why, in both languages. */
	readonly why?: Bilingual;
	/** A page that explains it. */
	readonly link?: Bilingual;
	readonly fix?: Fix;
	/** Other ways to mend it. */
	readonly otherFixes?: readonly Fix[];
	/** What it is about, for what else may mend it (../repair). */
	readonly subject?: Subject;
	readonly related?: readonly Related[];
	/** It is told of what is built from the file: what mends it is tried there. */
	readonly isBuilt?: true;
}

/** The words of a diagnostic as one plain text: the server's sentence first, then the reason in the reader's language. */
export function messageText(diagnostic: Diagnostic, language: Language): string {
	const { message, own } = diagnostic;
	const first = own ? inLanguage(own, language).map(plainText) : [message];
	return [...first, ...(diagnostic.why ? inLanguage(diagnostic.why, language).map(plainText) : [])].join('\n');
}

export function inLanguage(words: Bilingual, language: Language): readonly string[] {
	return language === 'both' ? [words.ko, words.en] : [words[language]];
}

/** The words of a code, as a diagnostic has them. */
export function why(code: string): { readonly why?: Bilingual; readonly link?: Bilingual } {
	const words = problemWords[code];
	if (!words) return {};
	const { en, ko, link } = words;
	return { why: { en, ko }, ...(link ? { link: docsLink(link) } : {}) };
}

/** The same, its offsets moved on. */
export const shifted = (diagnostic: Diagnostic, by: number): Diagnostic => (by === 0 ? diagnostic : moved(diagnostic, (range) => shiftedRange(range, by)));

/** The same with its ranges elsewhere. */
export function moved(diagnostic: Diagnostic, move: (range: Range) => Range): Diagnostic {
	const { fix, otherFixes } = diagnostic;
	const moveFix = (one: Fix): Fix =>
		fixLater(
			() => one.title,
			() => ({ ...one.edit, range: move(one.edit.range) }),
		);
	return {
		...diagnostic,
		range: move(diagnostic.range),
		...(fix ? { fix: moveFix(fix) } : {}),
		...(otherFixes ? { otherFixes: otherFixes.map(moveFix) } : {}),
		...(diagnostic.related ? { related: diagnostic.related.map((one) => ({ ...one, range: move(one.range) })) } : {}),
	};
}

import type { Origin } from '../../built/origin';
import { overlayProblems } from '../../docs/problems/overlay';
import type { Bilingual } from '../../protocol/text';
import { filled } from '../diagnose/advice';
import { type Diagnostic, type Severity, why } from '../diagnose/diagnostic';
import { plainText } from '../words-of';

/** Something found in what an overlay builds, at the place where it was typed. */
export interface Finding {
	readonly file: string;
	/** Ranges are those of the file; what is related lies in others and is told apart. */
	readonly diagnostic: Diagnostic;
	/** What decides less, nearest first. */
	readonly others: readonly Origin[];
}

export type OverlayCode = keyof typeof overlayProblems;

/** A finding in our own words. */
export function ownFinding(code: OverlayCode, severity: Severity, { file, range }: Origin, args: Readonly<Record<string, string>>): Finding {
	const own = filled(overlayProblems[code].said, args);
	return { file, diagnostic: { range, severity, code, message: plainText(own.en), own, ...why(code) }, others: [] };
}

/** A finding in words of kustomize. */
export const saidByKustomize = ({ file, range }: Origin, message: string): Finding => ({
	file,
	diagnostic: { range, severity: 'error', code: 'overlay/build', message, ...why('overlay/build') },
	others: [],
});

/** A finding whose sentence says of what it is told. */
export function saidOf(diagnostic: Diagnostic, en: string, ko: string): Diagnostic {
	const { own = { en: diagnostic.message, ko: diagnostic.message } } = diagnostic;
	const said: Bilingual = { en: en + own.en, ko: ko + own.ko };
	return { ...diagnostic, message: en + diagnostic.message, own: said };
}

import type { Bilingual } from '../../protocol/text';
import type { Told } from '../built/finding';
import type { Diagnostic } from '../diagnose/diagnostic';

/** A file, and what is found in it alone. */
export interface FileAlone {
	readonly file: string;
	readonly text: string;
	readonly plain: readonly Diagnostic[];
	/** Overlays were built from it: they decide. */
	readonly isBuilt: boolean;
}

/** What is told of a file by itself and as overlays build it: each fault once. What both find is told as the file has it, with what mends it. */
export function together(alone: FileAlone, told: readonly Told[]): readonly Told[] {
	const lines = (one: Diagnostic): number => alone.text.lastIndexOf('\n', one.range.start - 1);
	const stops = told.filter(({ diagnostic }) => diagnostic.code === 'overlay/build');
	const isBeside = (one: Diagnostic, others: readonly Diagnostic[]): boolean => others.some((other) => lines(other) === lines(one));
	// What stops the build is told in the words of kustomize.
	const stopping = stops.map(({ diagnostic }) => diagnostic);
	const own = told.filter(({ diagnostic }) => !WRITTEN.test(diagnostic.code) || !isBeside(diagnostic, stopping)).map((one) => mended(one, told));
	return alone.isBuilt ? own.map((one) => withFix(one, alone.plain)) : besidePlain(alone, own, stops, isBeside);
}

/** What mends a field as it is written goes with the build that it stops. */
function mended(one: Told, told: readonly Told[]): Told {
	const { code, range, fix: own } = one.diagnostic;
	const fix = code === 'overlay/build' && !own ? told.find(({ diagnostic }) => diagnostic.fix && diagnostic.range.start === range.start)?.diagnostic.fix : own;
	return fix ? { ...one, diagnostic: { ...one.diagnostic, fix } } : one;
}

/** Where all overlays agree with the file, nobody need be told of them. */
function withFix(told: Told, plain: readonly Diagnostic[]): Told {
	const { range, code } = told.diagnostic;
	const same = told.isUnanimous ? plain.find((one) => one.code === code && one.range.start === range.start && one.range.end === range.end) : undefined;
	return same ? { ...told, diagnostic: same } : told;
}

/** What is wrong in a file keeps its overlays from being built: it is told once, in words that say what to do, and beside it what kustomize says. */
function besidePlain(
	{ file, plain }: FileAlone,
	told: readonly Told[],
	stops: readonly Told[],
	isBeside: (one: Diagnostic, others: readonly Diagnostic[]) => boolean,
): readonly Told[] {
	const own = plain.map((diagnostic): Told => {
		const echo = diagnostic.severity === 'error' ? stops.filter((one) => isBeside(one.diagnostic, [diagnostic])) : [];
		return { file, diagnostic, isUnanimous: true, related: echo.map((one) => ({ file, range: one.diagnostic.range, message: saidIn(one.diagnostic) })) };
	});
	const errors = plain.filter(({ severity }) => severity === 'error');
	const rest = told.filter(({ diagnostic }) => diagnostic.code !== 'overlay/build' || !isBeside(diagnostic, errors));
	const isTold = ({ diagnostic: { code, range } }: Told): boolean =>
		rest.some(({ diagnostic }) => diagnostic.code === code && diagnostic.range.start === range.start);
	return [...rest, ...own.filter((one) => !isTold(one))];
}

/** What shows in a kustomization as it is written. */
const WRITTEN = /^overlay\/(?:missing-file|named-twice|unknown-field|field-type)$/;

const saidIn = ({ message, own }: Diagnostic): Bilingual => own ?? { en: message, ko: message };

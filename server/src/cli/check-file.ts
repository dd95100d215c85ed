import { diagnose } from '../features/diagnose/diagnose';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { commented } from '../features/diagnose/directives';
import { ofUnread } from '../features/diagnose/encoding';
import type { Ratings } from '../features/diagnose/severity';
import { toldOf } from '../features/diagnose/told';
import { manifestsOf } from '../features/manifests';
import type { Around } from '../manifest/around';
import { type File, read } from '../manifest/read';
import type { OwnKinds } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { decode } from '../yaml/encoding';
import { type ReadBytes, readFile } from './files';
import { cannotReadFolder, type ReadText, readText } from './read-text';
import type { Fate, Report } from './reports/report';
import { type DiskSurroundings, isSpokenOf } from './surroundings';
import { mergedVersions } from './versions-merged';

/** How files are judged by themselves: data that goes from thread to thread. */
export interface FilesHow {
	readonly versions: readonly Minor[];
	readonly ratings: Ratings;
	readonly kinds: OwnKinds;
}

/** A file that is judged by itself. */
export interface Asked {
	readonly path: string;
	readonly shown: string;
	/** Somebody named it: it may be a pipe, or standard input. */
	readonly isNamed?: boolean;
}

/** What the server would say of a file in each version. Where it says something, kustomizations that lie elsewhere are asked too: one may know better what the file is. */
export function checkFile({ path, shown, isNamed }: Asked, how: FilesHow, surroundings: DiskSurroundings): Report {
	const source = isNamed ? readText(path) : foundText(path, readFile);
	if (typeof source === 'string') return emptyReport(shown, source);
	if ('fault' in source) return { ...emptyReport(shown, 'unreadable'), fault: source.fault };
	const near = surroundings.nearby(path);
	const report = reportAs(near, shown, source, how);
	if (report.found.length === 0 || isSpokenOf(near)) return report;
	const around = surroundings.around(path);
	return isSpokenOf(around) ? reportAs(around, shown, source, how) : report;
}

/** What is said of a text that is read once, as what lies around it makes of it. */
function reportAs(around: Around, shown: string, { text, unread: fault }: Source, { versions, ratings, kinds }: FilesHow): Report {
	const file = read(text, undefined, { ...around, kinds });
	const unread = ofUnread(fault, around);
	const reportOf = (version: Minor): Report => {
		const judged = diagnose(file, version);
		// The fault of the bytes says it all.
		const all = fault ? [...unread, ...judged.filter(({ code }) => code !== 'yaml/encoding')] : judged;
		const told = toldOf(commented(file.sections), all, ratings).diagnostics;
		const related = (one: Diagnostic) => (one.related ?? []).map((other) => ({ ...other, file: shown, text }));
		return {
			file: shown,
			text,
			fate: fateOf(file, all.length),
			found: told.map((one) => ({ ...one, related: related(one) })).sort((one, other) => one.range.start - other.range.start),
		};
	};
	return mergedVersions(versions.map((version) => ({ version, reports: [reportOf(version)] })))[0] ?? emptyReport(shown, 'nothing');
}

/** A text that was read, whether or not kubectl would read it. */
type Source = Exclude<ReadText, { readonly fault: unknown }>;

/** A report that says what became of a file, as it is shown, and no more. */
export const emptyReport = (file: string, fate: Fate): Report => ({ file, text: '', fate, found: [] });

/** The same of a folder that may not be read, called as who named it would. */
export const unreadFolder = (shown: string, called: string): Report => ({ ...emptyReport(shown, 'unreadable'), fault: cannotReadFolder(called) });

/** A file's text, and why kubectl would not read it all the same; or what became of a file that nobody named and that has none. */
export function foundText(path: string, readBytes: ReadBytes): Source | 'unreadable' | 'notText' {
	const bytes = readBytes(path);
	if (!bytes) return 'unreadable';
	const { text, fault } = decode(bytes);
	return text.includes('\0') ? 'notText' : { text, ...(fault && { unread: fault }) };
}

/** What became of a file in which so many findings were made. */
export const fateOf = (file: File, found: number): Fate => file.silent ?? (found > 0 || manifestsOf(file).length > 0 ? 'judged' : 'nothing');

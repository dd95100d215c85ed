import { asWritten, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import { REFUSED_VALUE } from '../features/charts/judge-chart';
import { diagnose } from '../features/diagnose/diagnose';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { commented } from '../features/diagnose/directives';
import { ofUnread } from '../features/diagnose/encoding';
import { toldOf } from '../features/diagnose/told';
import { diagnoseKustomization } from '../features/overlays/diagnose-kustomization';
import { gathered } from '../features/overlays/gather';
import { judgeRoots } from '../features/overlays/judge-roots';
import { lostIn } from '../features/overlays/kept-by-none';
import { together } from '../features/overlays/together';
import { type File, read } from '../manifest/read';
import { isKustomization } from '../overlays/kustomization';
import { kept } from '../schema/remember';
import type { Minor } from '../schema/schema';
import { type ChartsHow, judgedCharts } from './check-charts';
import { type Asked, emptyReport, type FilesHow, fateOf, foundText, unreadFolder } from './check-file';
import { isBelow, isManifest, onceEach, type ReadBytes, readFile, real, textsFrom } from './files';
import { optimizeLate } from './many';
import { askedAs, type Place } from './named';
import { type Fate, nameFromHere, type Report, type Reported } from './reports/report';
import { type Scope, scopeOf } from './scope';
import type { DiskSurroundings } from './surroundings';
import { mergedVersions } from './versions-merged';

/** How files and folders are judged. */
export interface How extends FilesHow, Pick<ChartsHow, 'values' | 'set'> {
	readonly isIgnored: (file: string) => boolean;
}

/** What was found in all that was named. */
export interface Checked {
	readonly reports: readonly Report[];
	/** Folders with nothing to judge in them. */
	readonly idle: readonly Place[];
}

/** What is judged, and how. */
interface Within {
	readonly scope: Scope;
	readonly how: How;
	readonly readFile: ReadBytes;
	readonly textOf: (path: string) => string;
	readonly fileOf: (path: string) => FoundFile | Fate;
}

/** A file as it is by itself, and why its bytes would not be read. */
interface FoundFile {
	readonly file: File;
	readonly unread: readonly Diagnostic[];
}

function foundFile(path: string, readFile: ReadBytes, surroundings: DiskSurroundings, { kinds }: How): FoundFile | Fate {
	const source = foundText(path, readFile);
	if (typeof source === 'string') return source;
	const around = surroundings.around(path);
	return { file: read(source.text, undefined, { ...around, kinds }), unread: ofUnread(source.unread, around) };
}

/** What overlays and charts say of its files, in one version. */
interface Made {
	readonly version: Minor;
	readonly told: ReadonlyMap<string, readonly Told[]>;
	/** The files that overlays were built from. */
	readonly built: ReadonlySet<string>;
}

/**
 * Judges folders and files: all overlays in folders that no other one builds on, and those that files are part of, each finding where it was typed, and what belongs to none as files
 * of their own. The templates of charts are judged as they are rendered. What is named twice, or found from two folders, is told once. `judgeAlone` judges files by themselves, in their order.
 */
export async function checkBuilt(
	places: readonly Place[],
	how: How,
	surroundings: DiskSurroundings,
	judgeAlone: (files: readonly Asked[]) => Promise<readonly Report[]>,
): Promise<Checked> {
	await optimizeLate();
	const readOnce = onceEach(readFile);
	const textOf = textsFrom(readOnce);
	const values = how.values.map(({ name }) => real(name));
	const scope = scopeOf(places, values, surroundings, textOf);
	const { named, isOfChart, shown, rank } = scope;
	const fileOf = onceEach((path) => foundFile(path, readOnce, surroundings, how));
	const within: Within = { scope, how, readFile: readOnce, textOf, fileOf };
	const made: Made[] = [];
	for (const version of how.versions) made.push(await madeOf(within, version));
	const isBuilt = (path: string): boolean => made.some(({ built }) => built.has(path));
	// What was built or rendered, and is without a fault, was judged all the same.
	const judged = scope.files.filter((file) => named.has(file) || !isOfChart(file) || file.includes('/templates/') || isBuilt(file));
	const bases = scope.isWhole ? made.flatMap(({ built }) => [...built].filter((file) => isManifest(file) && !isKustomization(file))) : [];
	const files = [...new Set([...made.flatMap(({ told }) => [...told.keys()]), ...judged, ...bases])].sort();
	const isMade = (path: string): boolean => isOfChart(path) || isBuilt(path) || made.some(({ told }) => told.has(path));
	const isGone = (path: string): boolean => named.has(path) && readOnce(path) === undefined;
	const isLeftOut = (path: string): boolean => how.isIgnored(path) || scope.isLeftOut(path);
	const alone = files.filter((path) => (!isMade(path) || isGone(path)) && !isLeftOut(path));
	const reportsAlone = await judgeAlone(alone.map((path) => askedIn(scope, path)));
	const ofAlone = new Map(alone.map((path, index) => [path, reportsAlone[index]]));
	const reports = files
		.toSorted((one, other) => rank(one) - rank(other))
		.flatMap((path): Report | readonly Report[] => {
			if (isLeftOut(path)) return emptyReport(shown(path), 'ignored');
			return ofAlone.get(path) ?? mergedVersions(made.map((one) => ({ version: one.version, reports: [reportIn(within, one, path)] })));
		});
	const unread = scope.unread.filter((folder) => !how.isIgnored(folder)).map((folder) => unreadFolder(shown(folder), shown(folder)));
	const silent = new Set(reports.flatMap(({ file, fate }) => (fate === 'nothing' ? file : [])));
	const isIdle = ({ full }: Place): boolean => [...files, ...scope.unread].every((file) => !isBelow(full, file) || silent.has(shown(file)));
	return { reports: [...reports, ...unread], idle: scope.plainFolders.filter(isIdle) };
}

function askedIn({ named, shown }: Scope, path: string): Asked {
	const place = named.get(path);
	return place ? askedAs(place) : { path, shown: shown(path) };
}

/** Builds overlays and renders charts. */
async function madeOf({ scope, how, readFile, textOf, fileOf }: Within, version: Minor): Promise<Made> {
	const { kustomizations } = scope;
	const nameOf = (path: string): string => nameFromHere(path) ?? scope.shown(path);
	const before = new JudgedBefore();
	const roots = judgeRoots(scope.roots, kustomizations, {
		read: readFile,
		version,
		nameOf,
		around: { kinds: how.kinds },
		parsed: new Map(),
		before: () => before,
	});
	const asked = kustomizations.filter(({ file }) => scope.isAsked(file));
	const faults = asked.flatMap(({ file }) => diagnoseKustomization(file, textOf(file), readFile));
	const charts = await judgedCharts(scope.charts, { ...how, version }, { textIn: textOf, shown: nameOf, named: [...scope.named.keys()] });
	const built = new Set(roots.filter(({ isBuilt }) => isBuilt).flatMap(({ files }) => [...files]));
	const written = asked.flatMap(({ file, changes }) => (changes.patches.some(({ text }) => text !== undefined) ? file : []));
	const lost = [...scope.files, ...written].flatMap((path) => {
		const found = built.has(path) ? fileOf(path) : 'nothing';
		return typeof found === 'string' ? [] : lostIn(path, found.file, version, roots);
	});
	const all = [...gathered(roots), ...charts, ...faults.map(asWritten), ...lost];
	const told = all.filter((one) => scope.isWhole || scope.isAsked(one.file) || STOPS.has(one.diagnostic.code));
	return { version, told: byFile(told), built };
}

/** What keeps an overlay from being built, or a chart from being rendered, is told wherever it lies: nothing of it was judged. */
const STOPS: ReadonlySet<string> = new Set(['overlay/build', 'chart/render', REFUSED_VALUE]);

/** A file that overlays or charts have to do with. */
function reportIn({ scope: { shown, isOfChart }, how, fileOf, textOf }: Within, { version, told, built }: Made, path: string): Report {
	const isOverlaid = built.has(path);
	const isBuilt = isOverlaid || isOfChart(path);
	if (!told.has(path) && isBuilt && !isOverlaid) return emptyReport(shown(path), 'judged');
	const found = fileOf(path);
	if (typeof found === 'string') return emptyReport(shown(path), found);
	const { file, unread } = found;
	const { text } = file;
	const plain = isBuilt ? [] : [...unread, ...diagnose(file, version)];
	const all = together({ file: path, text, plain, isBuilt }, told.get(path) ?? []);
	const said = toldOf(
		commented(file.sections),
		all.map(({ diagnostic }) => diagnostic),
		how.ratings,
	);
	const reported = all.flatMap(({ diagnostic, related }): Reported | readonly Reported[] => {
		const one = said.as(diagnostic);
		const beside = [...related, ...(diagnostic.related ?? []).map((other) => ({ ...other, file: path }))];
		return one ? { ...one, related: beside.map((other) => ({ ...other, file: shown(other.file), text: textOf(other.file) })) } : [];
	});
	// What a comment is for may show in the file alone.
	const idle = isBuilt ? [] : said.diagnostics.filter(({ code }) => code.startsWith('ignore/')).map((one) => ({ ...one, related: [] }));
	return {
		file: shown(path),
		text,
		fate: all.length > 0 || isBuilt ? 'judged' : fateOf(file, plain.length),
		found: [...reported, ...idle].sort((one, other) => one.range.start - other.range.start),
	};
}

function byFile(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
	const files = new Map<string, Told[]>();
	for (const one of told) kept(files, one.file, (): Told[] => []).push(one);
	return files;
}

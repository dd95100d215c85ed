import { asWritten, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
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
import { rootsOf } from '../overlays/roots';
import { kept } from '../schema/remember';
import type { Minor } from '../schema/schema';
import { type ChartsHow, judgedCharts } from './check-charts';
import { type Asked, emptyReport, type FilesHow, fateOf, foundText } from './check-file';
import { onceEach, type ReadBytes, readFile, textsFrom } from './files';
import { type Folder, isOfChart, lookInto } from './folder';
import { optimizeLate } from './many';
import type { Fate, Report, Reported } from './reports/report';
import type { DiskSurroundings } from './surroundings';
import { mergedVersions } from './versions-merged';

/** How files and folders are judged. */
export interface How extends FilesHow, Pick<ChartsHow, 'values' | 'set'> {
	readonly isIgnored: (file: string) => boolean;
}

/** A folder that is judged. */
interface Within {
	readonly folder: Folder;
	readonly how: How;
	readonly readFile: ReadBytes;
	readonly textOf: (path: string) => string;
	readonly fileOf: (path: string) => FoundFile | Fate;
	/** A file as it is shown: from the folder. */
	readonly shown: (path: string) => string;
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
 * Judges a folder: all overlays that no other one builds on, each finding where it was typed, and what belongs to none as files of their own.
 * The templates of charts are judged as they are rendered. `judgeAlone` judges files by themselves, in their order.
 */
export async function checkFolder(
	name: string,
	how: How,
	surroundings: DiskSurroundings,
	judgeAlone: (files: readonly Asked[]) => Promise<readonly Report[]>,
): Promise<readonly Report[]> {
	await optimizeLate();
	const folder = lookInto(name);
	const readOnce = onceEach(readFile);
	const shown = (path: string): string => relative(folder.path, path);
	const textOf = textsFrom(readOnce);
	const fileOf = onceEach((path) => foundFile(path, readOnce, surroundings, how));
	const within: Within = { folder, how, readFile: readOnce, textOf, fileOf, shown };
	const made: Made[] = [];
	for (const version of how.versions) made.push(await madeOf(within, version));
	const isBuilt = (path: string): boolean => made.some(({ built }) => built.has(path));
	// What was built or rendered, and is without a fault, was judged all the same.
	const judged = folder.manifests.filter((file) => !isOfChart(folder, file) || file.includes('/templates/') || isBuilt(file));
	const files = [...new Set([...made.flatMap(({ told }) => [...told.keys()]), ...judged])].sort();
	const isAlone = (path: string): boolean => !isOfChart(folder, path) && !isBuilt(path) && !made.some(({ told }) => told.has(path));
	const isLeftOut = (path: string): boolean => how.isIgnored(path) || folder.ignored.isLeftOut(path, false);
	const alone = files.filter((path) => isAlone(path) && !isLeftOut(path)).map((path) => ({ path, shown: shown(path) }));
	const ofAlone = new Map((await judgeAlone(alone)).map((report) => [report.file, report]));
	return files.flatMap((path): Report | readonly Report[] => {
		if (isLeftOut(path)) return emptyReport(shown(path), 'ignored');
		return ofAlone.get(shown(path)) ?? mergedVersions(made.map((one) => ({ version: one.version, reports: [reportIn(within, one, path)] })));
	});
}

/** Builds the overlays of a folder and renders its charts. */
async function madeOf({ folder, how, readFile, textOf, fileOf, shown }: Within, version: Minor): Promise<Made> {
	const { kustomizations } = folder;
	const before = new JudgedBefore();
	const roots = judgeRoots(rootsOf(kustomizations), kustomizations, {
		read: readFile,
		version,
		nameOf: (path) => shown(path) || '.',
		around: { kinds: how.kinds },
		parsed: new Map(),
		before: () => before,
	});
	const faults = kustomizations.flatMap(({ file }) => diagnoseKustomization(file, textOf(file), readFile));
	const charts = await judgedCharts(folder.charts, { ...how, version }, { textIn: textOf, shown });
	const built = new Set(roots.filter(({ isBuilt }) => isBuilt).flatMap(({ files }) => [...files]));
	const written = kustomizations.flatMap(({ file, changes }) => (changes.patches.some(({ text }) => text !== undefined) ? file : []));
	const lost = [...folder.manifests, ...written].flatMap((path) => {
		const found = built.has(path) ? fileOf(path) : 'nothing';
		return typeof found === 'string' ? [] : lostIn(path, found.file, version, roots);
	});
	return { version, told: byFile([...gathered(roots), ...charts, ...faults.map(asWritten), ...lost]), built };
}

/** A file that overlays or charts have to do with. */
function reportIn({ folder, how, fileOf, textOf, shown }: Within, { version, told, built }: Made, path: string): Report {
	const isOverlaid = built.has(path);
	const isBuilt = isOverlaid || isOfChart(folder, path);
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

/** A path from a folder; those of others as they are. */
const relative = (folder: string, path: string): string =>
	path === folder ? '' : path.startsWith(folder === '/' ? '/' : `${folder}/`) ? path.slice(folder === '/' ? 1 : folder.length + 1) : path;

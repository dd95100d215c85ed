import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Applier } from '../features/apply/applier';
import { unreadable } from '../features/apply/apply';
import { rootCharts } from '../features/charts/judge-renderings';
import { BUILT, chartAt, RENDERED } from '../manifest/around';
import { type File, read } from '../manifest/read';
import { build, type ReadFile } from '../overlays/build/build';
import { isFault } from '../overlays/build/object';
import { folderOf, isKustomization, KUSTOMIZATION_NAMES, type Kustomization, readKustomization, withPluginFiles } from '../overlays/kustomization';
import { rootsOf } from '../overlays/roots';
import type { Bilingual } from '../protocol/text';
import type { OwnKinds } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { type ChartAgainst, chartsAgainst, formerPlaces } from './charts-against';
import type { ChartsHow } from './check-charts';
import { isBelow, isFolder, isManifest, isPattern, readFile, real, slashed, textsFrom } from './files';
import { type Folder, isOfChart, lookInto } from './folder';
import { type Commit, commitsAt } from './git';
import { matched, nothingMatches } from './globs';
import { isJson, isJsonManifest } from './json-manifests';
import { cannotRead } from './read-text';
import { DiskSurroundings } from './surroundings';

/** What is compared: a file, or what comes of an overlay or a chart. */
export type Compared = Same | Faulty | Differing | Gone;

interface Named {
	/** As people call it. */
	readonly shown: string;
	/** By its full path, with slashes. */
	readonly path: string;
}

/** It is as it was. */
interface Same extends Named {
	readonly kind: 'same';
}

/** It cannot be built or rendered, or read. */
interface Faulty extends Named {
	readonly kind: 'faulty';
	readonly message: Bilingual;
}

/** It is not what it was, or was not there. */
export interface Differing extends Named {
	readonly kind: 'differs';
	readonly now: File;
	readonly former: File;
	readonly applier: Applier;
	/** It is no file: nobody opens it, and its lines are no places. */
	readonly isBuilt: boolean;
}

/** The commit has it, and it is applied by itself no more; of a chart nothing is read. */
export interface Gone extends Named {
	readonly kind: 'gone';
	readonly former?: File;
	/** It is there all the same: something else is built from it. */
	readonly isPart: boolean;
}

export interface ComparedHow extends Pick<ChartsHow, 'values' | 'set'> {
	readonly version: Minor;
	readonly kinds: OwnKinds;
	readonly isIgnored: (file: string) => boolean;
}

/** All that names mean at a commit and now, each once: folders, files, the files and folders that a pattern names, and what is there no more; or what cannot be compared. */
export async function comparedIn(names: readonly string[], revision: string, how: ComparedHow): Promise<readonly Compared[] | Bilingual> {
	const asked: Asked = { how, commitOf: commitsAt(revision), surroundings: new DiskSurroundings() };
	const found = new Map<string, Compared>();
	for (const name of names) {
		const all = await meantBy(name, asked);
		if ('en' in all) return all;
		for (const one of all) if (!found.has(one.path)) found.set(one.path, one);
	}
	return [...found.values()];
}

interface Asked {
	readonly how: ComparedHow;
	readonly commitOf: ReturnType<typeof commitsAt>;
	readonly surroundings: DiskSurroundings;
}

async function meantBy(name: string, asked: Asked): Promise<readonly Compared[] | Bilingual> {
	if (!isPattern(name)) return meantByName(name, asked);
	const { files, folders } = matched(name);
	if (files.length + folders.length === 0) return nothingMatches(name);
	const compared: Compared[] = [];
	for (const one of [...files, ...folders]) {
		const found = await meantByName(one, asked);
		if ('en' in found) return found;
		compared.push(...found);
	}
	return compared;
}

/** What lies in a chart is compared as the chart renders it; of a folder that is gone everything is. */
async function meantByName(name: string, asked: Asked): Promise<readonly Compared[] | Bilingual> {
	const { folder, full } = placeOf(name);
	const commit = asked.commitOf(folder);
	if ('en' in commit) return commit;
	const isThere = readFile(full) !== undefined;
	if (isFolder(name) || (!isThere && commit.files.some((file) => file.startsWith(`${full}/`)))) return ofFolder(name, full, commit, asked);
	if (!isThere && !commit.has(full)) return cannotRead(name);
	const chart = chartAround(full, (file) => commit.has(file) || existsSync(file));
	if (chart !== undefined) return ofFolder(path.relative(real('.'), chart) || '.', chart, commit, asked);
	if (!isThere && !isKustomization(full)) return asked.how.isIgnored(name) ? [] : [goneFile(name, full, commit, asked)];
	return ofFile(name, full, commit, asked);
}

/** Where a file lies, or lay: the folder that is there still, and its full path, links followed. */
function placeOf(name: string): { readonly folder: string; readonly full: string } {
	if (isFolder(name)) return { folder: real(name), full: real(name) };
	let folder = path.dirname(path.resolve(name));
	while (!isFolder(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
	const full = existsSync(name) ? real(name) : slashed(path.join(real(folder), path.relative(folder, path.resolve(name))));
	return { folder: existsSync(name) ? path.dirname(full) : real(folder), full };
}

/** The chart that a file lies in, the outermost of several. */
function chartAround(file: string, isThere: (file: string) => boolean): string | undefined {
	const folder = folderOf(file);
	if (folder === '') return undefined;
	return chartAround(folder, isThere) ?? (isThere(`${folder}/Chart.yaml`) ? folder : undefined);
}

function ofFile(shown: string, file: string, commit: Commit, { how, surroundings }: Asked): readonly Compared[] {
	if (how.isIgnored(shown)) return [];
	if (commit.isSame(file)) return [{ kind: 'same', shown, path: file }];
	if (isKustomization(file)) return ofKustomization(shown, file, commit, how);
	const around = { ...surroundings.around(file), kinds: how.kinds };
	const now = read(textsFrom(readFile)(file), undefined, around);
	if (now.silent) return [];
	return [changed({ shown, path: file }, now, read(textsFrom(commit.read)(file), undefined, around), 'kubectl', false)];
}

/** It stands for what is built of it; a component is built where it is used. */
function ofKustomization(shown: string, file: string, commit: Commit, how: ComparedHow): readonly Compared[] {
	const [readers, root]: [Readers, string] = [{ now: readFile, former: commit.read }, folderOf(file)];
	if (readFile(file) === undefined) return [goneOverlay(root, path.dirname(shown), readers, how)];
	if (readKustomization(file, textsFrom(readFile)(file)).isComponent) return [];
	return ofOverlays([root], () => path.dirname(shown), readers, how);
}

/** What could not be read then was not applied. */
function changed(named: Named, now: File, former: File, applier: Applier, isBuilt: boolean): Compared {
	const message = unreadable(now);
	return message ? { kind: 'faulty', ...named, message } : { kind: 'differs', ...named, now, former: unreadable(former) ? read('') : former, applier, isBuilt };
}

function goneFile(shown: string, file: string, commit: Commit, { how, surroundings }: Asked, isPart = false): Gone {
	const former = read(textsFrom(commit.read)(file), undefined, { ...surroundings.around(file), kinds: how.kinds });
	return { kind: 'gone', shown, path: file, former: unreadable(former) ? read('') : former, isPart };
}

/** What reads files as they are, and as they were. */
interface Readers {
	readonly now: ReadFile;
	readonly former: ReadFile;
}

/** What overlays are built from is compared as they build it, what lies in charts as they render it. */
async function ofFolder(name: string, full: string, commit: Commit, asked: Asked): Promise<readonly Compared[]> {
	const { how } = asked;
	const folder = lookInto(full);
	const shownOf = (file: string): string => path.join(name, path.posix.relative(full, file));
	const isLeftOut = (file: string): boolean => how.isIgnored(shownOf(file)) || folder.ignored.isLeftOut(file, false) || commit.isUnknown(file);
	const isHidden = (file: string): boolean => folder.unread.some((one) => isBelow(one, file));
	const files = commit.files.filter((file) => file.startsWith(`${full}/`) && !isHidden(file));
	const former = formerKustomizations(folder, files, commit);
	const [used, usedThen] = [new Set<string>(), new Set<string>()];
	const readers: Readers = { now: noting(readFile, used), former: noting(commit.read, usedThen) };
	const roots = rootsOf(folder.kustomizations);
	const overlays = ofOverlays(roots, shownOf, readers, how);
	const ended = rootsOf(former).filter((root) => !roots.includes(root));
	const formerOverlays = ended.map((root) => goneOverlay(root, shownOf(root), readers, how));
	// What one that is left out is built from belongs to it all the same.
	const leftOut = new Set([...folder.kustomizations, ...former].filter(({ file }) => isLeftOut(file)).map((one) => one.folder));
	const built = [...overlays, ...formerOverlays].filter((one) => !leftOut.has(one.path));
	const isAlone = (file: string): boolean => !isKustomization(file) && !isOfChart(folder, file) && !isLeftOut(file);
	const wasManifest = (file: string): boolean => isManifest(file) || (isJson(file) && isJsonManifest(commit.read(file) ?? new Uint8Array()));
	const alone = folder.manifests.filter((file) => !used.has(file) && isAlone(file));
	const charts = await ofCharts(folder, files, isLeftOut, shownOf, commit, how);
	const wasOfChart = (file: string): boolean => charts.some((one) => one.kind === 'gone' && file.startsWith(`${one.path}/`));
	const there = new Set(alone);
	const ceased = files.filter((file) => !there.has(file) && !usedThen.has(file) && isAlone(file) && !wasOfChart(file) && wasManifest(file));
	const unread = folder.unread.filter((one) => !isLeftOut(one));
	return [
		...unread.map((one): Compared => ({ kind: 'faulty', shown: shownOf(one), path: one, message: UNREAD })),
		...built,
		...charts,
		...alone.flatMap((file) => ofFile(shownOf(file), file, commit, asked)),
		...ceased.map((file) => goneFile(shownOf(file), file, commit, asked, readFile(file) !== undefined)),
	];
}

/** What lies in such a folder is not gone: nobody knows. */
const UNREAD: Bilingual = { en: 'cannot be read.', ko: '읽을 수 없다.' };

const noting =
	(readBytes: ReadFile, used: Set<string>): ReadFile =>
	(file) => {
		used.add(file);
		return readBytes(file);
	};

/** The kustomizations that a commit had among some files; those that are as they were need not be read again. */
function formerKustomizations({ kustomizations }: Folder, files: readonly string[], commit: Commit): readonly Kustomization[] {
	const known = new Map(kustomizations.map((one) => [one.file, one]));
	const textOf = textsFrom(commit.read);
	return files.filter(isKustomization).map((file) => {
		const same = commit.isSame(file) ? known.get(file) : undefined;
		return same ?? withPluginFiles(readKustomization(file, textOf(file)), (other) => (commit.has(other) ? textOf(other) : undefined));
	});
}

function ofOverlays(
	roots: readonly string[],
	shownOf: (file: string) => string,
	{ now: readNow, former: readFormer }: Readers,
	how: ComparedHow,
): readonly Compared[] {
	return roots.map((root) => {
		const [now, former] = [build(readNow, root), build(readFormer, root)];
		const wanted = isFault(now) ? { en: `cannot be built: ${now.error}`, ko: `빌드할 수 없다: ${now.error}` } : now;
		// What could not be built was not applied.
		return ofBuilt({ shown: shownOf(root), path: root }, wanted, isFault(former) ? '' : former, 'kubectl', how);
	});
}

function goneOverlay(root: string, shown: string, { now, former: readFormer }: Readers, { kinds }: ComparedHow): Gone {
	const former = build(readFormer, root);
	const isPart = KUSTOMIZATION_NAMES.some((name) => now(`${root}/${name}`) !== undefined);
	return { kind: 'gone', shown, path: root, former: read(isFault(former) ? '' : former, undefined, { kinds, ...BUILT }), isPart };
}

/** Of a chart that is gone its folder is told, and no files: what it no longer renders is told with it. */
async function ofCharts(
	folder: Folder,
	files: readonly string[],
	isLeftOut: (file: string) => boolean,
	shownOf: (file: string) => string,
	commit: Commit,
	how: ComparedHow,
): Promise<readonly Compared[]> {
	const roots = rootCharts(folder.charts, textsFrom(readFile)).filter((chart) => !isLeftOut(`${chart}/Chart.yaml`));
	const formerly = formerPlaces(commit);
	const charts = (await chartsAgainst(roots, how, commit, shownOf, formerly)).map((one) => ofChart(one, how));
	const moved = new Set(roots.map(formerly));
	const had = files.flatMap((file) => (isLeftOut(file) ? [] : (chartAt(file) ?? [])));
	const gone = had.filter((chart) => !folder.charts.includes(chart) && !isOfChart(folder, chart) && !had.some((other) => chart.startsWith(`${other}/`)));
	return [...charts, ...gone.map((chart): Gone => ({ kind: 'gone', shown: shownOf(chart), path: chart, isPart: moved.has(chart) }))];
}

const ofChart = ({ shown, now, before }: ChartAgainst, how: ComparedHow): Compared => ofBuilt({ shown, path: shown }, now, before, 'helm', how);

/** Of what comes of files: its text, or why there is none, and what was applied before. */
function ofBuilt(named: Named, now: string | Bilingual, before: string, applier: Applier, { kinds }: ComparedHow): Compared {
	if (typeof now !== 'string') return { kind: 'faulty', ...named, message: now };
	if (now === before) return { kind: 'same', ...named };
	const around = { kinds, ...(applier === 'kubectl' ? BUILT : RENDERED) };
	return changed(named, read(now, undefined, around), read(before, undefined, around), applier, true);
}

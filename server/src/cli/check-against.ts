import path from 'node:path';
import type { Applier } from '../features/apply/applier';
import { rootCharts } from '../features/charts/judge-renderings';
import { inLanguage } from '../features/diagnose/diagnostic';
import { particle } from '../features/particle';
import { BUILT, RENDERED } from '../manifest/around';
import { type File, read } from '../manifest/read';
import { build, type ReadFile } from '../overlays/build/build';
import { isFault } from '../overlays/build/object';
import { rootsOf } from '../overlays/roots';
import type { Applied, ApplyAnswer } from '../protocol/apply';
import type { Bilingual, Language } from '../protocol/text';
import type { OwnKinds } from '../schema/embedded';
import { kept } from '../schema/remember';
import type { Minor } from '../schema/schema';
import { jsonOf } from './against-json';
import { chartsAgainst } from './charts-against';
import type { ChartsHow } from './check-charts';
import { answerOver, linesOf } from './check-over';
import { isFolder, isManifest, isPattern, readFile, real, textsFrom } from './files';
import { isOfChart, lookInto } from './folder';
import { type Commit, commitsAt } from './git';
import { matched, nothingMatches } from './globs';
import { cannotRead } from './read-text';
import { complain } from './say';
import { DiskSurroundings } from './surroundings';

export interface AgainstHow extends Pick<ChartsHow, 'values' | 'set'> {
	readonly version: Minor;
	readonly kinds: OwnKinds;
	readonly language: Language;
	readonly isIgnored: (file: string) => boolean;
	readonly isQuiet: boolean;
	/** For programs. */
	readonly isJson: boolean;
}

/**
 * `peapod check --against REV FILE|DIR...`: what applying what is there does where what a commit held was applied before, of all that differs: files, overlays as they are built, charts as they are rendered.
 * 1 if something is refused, 2 if something cannot be read or there is nothing to compare with.
 */
export async function checkAgainst(revision: string, names: readonly string[], how: AgainstHow): Promise<number> {
	const compared: Compared[] = [];
	const commitOf = commitsAt(revision);
	for (const name of names) {
		const found = await comparedIn(name, commitOf, how);
		if ('en' in found) {
			complain('check', [found], how.language);
			return 2;
		}
		compared.push(...found);
	}
	const applied = compared.flatMap(({ shown, isBuilt, answer }) => (answer?.kind === 'applied' ? { shown, ...(isBuilt && { isBuilt }), answer } : []));
	process.stdout.write(how.isJson ? jsonOf(applied, how.language) : applied.map((one) => paragraphsOf(one, how.language)).join('\n'));
	const unread = compared.flatMap(({ shown, answer }) =>
		answer?.kind === 'unreadable' ? { en: `${shown}: ${answer.message.en}`, ko: `${shown}: ${answer.message.ko}` } : [],
	);
	complain('check', unread, how.language);
	if (!how.isQuiet) process.stderr.write(`${inLanguage(summary(compared, revision), how.language).join('\n')}\n`);
	if (unread.length > 0) return 2;
	return applied.some(({ answer }) => answer.objects.some(({ outcome }) => outcome === 'refused')) ? 1 : 0;
}

/** A file, an overlay or a chart, and what applying it does; nothing where it is as it was. */
interface Compared {
	readonly shown: string;
	readonly answer?: ApplyAnswer;
	/** It is no file, but what comes of files. */
	readonly isBuilt?: true;
	/** The commit has it, and it is there no more. */
	readonly isGone?: boolean;
}

/** Where no line leads to a file, the first one says what it is about. */
const paragraphsOf = ({ shown, isBuilt, answer }: Compared & { readonly answer: Applied }, language: Language): string =>
	`${isBuilt ? `${shown}: ` : ''}${linesOf(shown, answer, language).join('\n')}\n`;

/** All that a name means: a folder, a file, or the files and folders that a pattern names. */
async function comparedIn(name: string, commitOf: ReturnType<typeof commitsAt>, how: AgainstHow): Promise<readonly Compared[] | Bilingual> {
	if (isFolder(name)) {
		const commit = commitOf(name);
		return 'en' in commit ? commit : ofFolder(name, commit, how);
	}
	const { files, folders } = isPattern(name) ? matched(name) : { files: [name], folders: [] };
	if (files.length + folders.length === 0) return nothingMatches(name);
	const unread = files.filter((file) => readFile(real(file)) === undefined);
	if (unread.length > 0) return cannotRead(unread.join(', '));
	const compared: Compared[] = [];
	// A pattern may reach into several repositories.
	const byCommit = new Map<Commit, string[]>();
	for (const file of files) {
		const commit = commitOf(path.dirname(real(file)));
		if ('en' in commit) return commit;
		kept(byCommit, commit, (): string[] => []).push(file);
	}
	for (const [commit, own] of byCommit) compared.push(...ofFiles(own, commit, how));
	for (const folder of folders) {
		const found = await comparedIn(folder, commitOf, how);
		if ('en' in found) return found;
		compared.push(...found);
	}
	return compared;
}

function ofFiles(files: readonly string[], commit: Commit, how: AgainstHow): readonly Compared[] {
	const surroundings = new DiskSurroundings();
	const [textNow, textThen] = [textsFrom(readFile), textsFrom(commit.read)];
	return files.flatMap((shown): Compared | readonly Compared[] => {
		const file = real(shown);
		if (how.isIgnored(shown)) return [];
		if (commit.isSame(file)) return { shown };
		const around = { ...surroundings.around(file), kinds: how.kinds };
		const now = read(textNow(file), undefined, around);
		if (now.silent) return [];
		const answer = answerOf(now, read(textThen(file), undefined, around), how);
		return answer.kind === 'applied' && answer.objects.length === 0 ? [] : { shown, answer };
	});
}

/** What overlays are built from is compared as they build it, what lies in charts as they render it. */
async function ofFolder(name: string, commit: Commit, how: AgainstHow): Promise<readonly Compared[]> {
	const folder = lookInto(name);
	const shownOf = (file: string): string => path.join(name, path.posix.relative(folder.path, file));
	const used = new Set<string>();
	const noted = (file: string): Uint8Array | undefined => {
		used.add(file);
		return readFile(file);
	};
	const isLeftOut = (file: string): boolean => how.isIgnored(file) || folder.ignored.isLeftOut(file, false);
	const overlays = rootsOf(folder.kustomizations).map((root) => ({ root, made: ofOverlay(root, shownOf(root), noted, commit, how) }));
	// What one that is left out is built from belongs to it all the same.
	const told = new Set(folder.kustomizations.filter(({ file }) => !isLeftOut(file)).map((one) => one.folder));
	const built = overlays.flatMap(({ root, made }) => (told.has(root) ? made : []));
	const roots = rootCharts(folder.charts, textsFrom(readFile)).filter((chart) => !isLeftOut(`${chart}/Chart.yaml`));
	const charts = (await chartsAgainst(roots, how, commit, shownOf)).map(({ shown, now, before }) => ofBuilt(shown, now, before, 'helm', how));
	const alone = folder.manifests.filter((file) => !used.has(file) && !isOfChart(folder, file));
	const there = new Set(folder.manifests);
	// What a chart no longer renders is told with it.
	const isGone = (file: string): boolean => isManifest(file) && !there.has(file) && !isOfChart(folder, file) && !isLeftOut(file) && !readFile(file);
	const gone = goneIn(commit.files.filter((file) => file.startsWith(`${folder.path}/`) && isGone(file)));
	return [...built, ...charts, ...ofFiles(alone.map(shownOf), commit, how), ...gone.map((file) => ({ shown: shownOf(file), isGone: true }))];
}

/** Of a chart that is gone its folder, and no files. */
function goneIn(files: readonly string[]): readonly string[] {
	const charts = files.flatMap((file) => (file.endsWith('/Chart.yaml') ? file.slice(0, -'/Chart.yaml'.length) : []));
	return [...new Set(files.map((file) => charts.find((chart) => file.startsWith(`${chart}/`)) ?? file))];
}

function ofOverlay(root: string, shown: string, noted: ReadFile, commit: Commit, how: AgainstHow): Compared {
	const [now, then] = [build(noted, root), build(commit.read, root)];
	const wanted = isFault(now) ? { en: `cannot be built: ${now.error}`, ko: `빌드할 수 없다: ${now.error}` } : now;
	// What could not be built was not applied.
	return ofBuilt(shown, wanted, isFault(then) ? '' : then, 'kubectl', how);
}

/** Of what comes of files: its text, or why there is none, and what was applied before. */
function ofBuilt(shown: string, now: string | Bilingual, before: string, applier: Applier, how: AgainstHow): Compared {
	if (typeof now !== 'string') return { shown, answer: { kind: 'unreadable', message: now } };
	if (now === before) return { shown };
	const around = { kinds: how.kinds, ...(applier === 'kubectl' ? BUILT : RENDERED) };
	const answer = answerOf(read(now, undefined, around), read(before, undefined, around), how, applier);
	if (answer.kind !== 'applied') return { shown, answer };
	// Nobody opens what was built: its lines are no places.
	return { shown, isBuilt: true, answer: { ...answer, objects: answer.objects.map(({ span: _span, ...object }) => object) } };
}

function answerOf(now: File, then: File, { version }: AgainstHow, applier?: Applier): ApplyAnswer {
	const answer = answerOver(now, then, version, applier);
	// What could not be read then was not applied.
	return answer.kind === 'unreadable' ? answerOver(now, read(''), version, applier) : answer;
}

function summary(compared: readonly Compared[], revision: string): Bilingual {
	const gone = compared.filter(({ isGone }) => isGone);
	const same = compared.filter(({ answer, isGone }) => !answer && !isGone).length;
	const named = gone.map(({ shown }) => shown).join(', ');
	return {
		en: `Compared with ${revision}: ${compared.length - same - gone.length} differ, ${same} as they were.${named && ` Gone, and kept by kubectl apply: ${named}.`}`,
		ko: `${revision}${particle(revision, '과/와')} 비교했다. 달라진 것 ${compared.length - same - gone.length}개, 그대로인 것 ${same}개.${named && ` 없어졌지만 kubectl apply가 지우지 않는 것: ${named}.`}`,
	};
}

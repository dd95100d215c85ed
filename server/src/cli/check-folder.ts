import { asWritten, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import { diagnose } from '../features/diagnose/diagnose';
import { commented } from '../features/diagnose/directives';
import { ofEncoding } from '../features/diagnose/encoding';
import type { Ratings } from '../features/diagnose/severity';
import { toldOf } from '../features/diagnose/told';
import { manifestsOf } from '../features/manifests';
import { diagnoseKustomization } from '../features/overlays/diagnose-kustomization';
import { gathered } from '../features/overlays/gather';
import { judgeRoots } from '../features/overlays/judge-roots';
import { together } from '../features/overlays/together';
import { read } from '../manifest/read';
import { rootsOf } from '../overlays/roots';
import type { Language } from '../protocol/text';
import { decode } from '../yaml/encoding';
import { type ChartsHow, judgedCharts } from './check-charts';
import { lookInto, reader } from './folder';
import type { Fate, Report, Reported } from './reports/report';
import type { DiskSurroundings } from './surroundings';

/** How files are judged. */
export interface How extends ChartsHow {
	readonly language: Language;
	readonly ratings: Ratings;
	readonly isIgnored: (file: string) => boolean;
	readonly surroundings: DiskSurroundings;
}

/**
 * Judges a folder: all overlays that no other one builds on, each finding where it was typed, and what belongs to none as files of their own.
 * The templates of charts are judged as they are rendered.
 */
export async function checkFolder(name: string, how: How): Promise<readonly Report[]> {
	const folder = lookInto(name);
	const { kustomizations } = folder;
	const shown = (path: string): string => relative(folder.path, path);
	const readFile = reader();
	const textOf = (path: string): string => decode(readFile(path) ?? new Uint8Array()).text;
	const before = new JudgedBefore();
	const roots = judgeRoots(rootsOf(kustomizations), kustomizations, {
		read: readFile,
		version: how.version,
		nameOf: (path) => shown(path) || '.',
		around: { kinds: how.kinds },
		parsed: new Map(),
		before: () => before,
	});
	const written = kustomizations.flatMap(({ file }) => diagnoseKustomization(file, textOf(file), readFile));
	const charts = await judgedCharts(folder.charts, how, { read: readFile, shown });
	const told = byFile([...gathered(roots), ...charts, ...written.map(asWritten)]);
	const built = new Set(roots.filter(({ isBuilt }) => isBuilt).flatMap(({ files }) => [...files]));
	// Templates of a chart are rendered before anybody reads them.
	const isOfChart = (file: string): boolean => folder.charts.some((chart) => file.startsWith(`${chart}/`));
	const alone = folder.manifests.filter((file) => !built.has(file) && !isOfChart(file));
	// What was built or rendered, and is without a fault, was judged all the same.
	const sound = folder.manifests.filter((file) => built.has(file) || (isOfChart(file) && file.includes('/templates/')));
	const files = [...new Set([...told.keys(), ...alone, ...sound])].sort();
	return files.map((path): Report => {
		const without = (fate: Fate): Report => ({ file: shown(path), text: '', fate, found: [] });
		if (how.isIgnored(path) || folder.ignored.isLeftOut(path, false)) return without('ignored');
		const isBuilt = built.has(path) || isOfChart(path);
		if (!told.has(path) && isBuilt) return without('judged');
		const bytes = readFile(path);
		if (!bytes) return without('unreadable');
		const { text, fault } = decode(bytes);
		if (text.includes('\0')) return without('notText');
		const file = read(text, undefined, { ...how.surroundings.around(path), kinds: how.kinds });
		const plain = isBuilt ? [] : [...(fault ? [ofEncoding(fault)] : []), ...diagnose(file, how.version)];
		const all = together({ file: path, text, plain, isBuilt }, told.get(path) ?? []);
		const said = toldOf(
			commented(file.sections),
			all.map(({ diagnostic }) => diagnostic),
			how.ratings,
		);
		const found = all.flatMap(({ diagnostic, related }): Reported | readonly Reported[] => {
			const one = said.as(diagnostic);
			const beside = [...related, ...(diagnostic.related ?? []).map((other) => ({ ...other, file: path }))];
			return one ? { ...one, related: beside.map((other) => ({ ...other, file: shown(other.file), text: textOf(other.file) })) } : [];
		});
		// What a comment is for may show in the file alone.
		const idle = isBuilt ? [] : said.diagnostics.filter(({ code }) => code.startsWith('ignore/')).map((one) => ({ ...one, related: [] }));
		const fate = isBuilt || plain.length > 0 || manifestsOf(file).length > 0 ? 'judged' : 'nothing';
		return {
			file: shown(path),
			text,
			fate: file.silent && all.length === 0 ? file.silent : fate,
			found: [...found, ...idle].sort((one, other) => one.range.start - other.range.start),
		};
	});
}

function byFile(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
	const files = new Map<string, Told[]>();
	for (const one of told) {
		const own = files.get(one.file) ?? [];
		files.set(one.file, own);
		own.push(one);
	}
	return files;
}

/** A path from a folder; those of others as they are. */
const relative = (folder: string, path: string): string =>
	path === folder ? '' : path.startsWith(folder === '/' ? '/' : `${folder}/`) ? path.slice(folder === '/' ? 1 : folder.length + 1) : path;

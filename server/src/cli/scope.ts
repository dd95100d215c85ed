import path from 'node:path';
import { rootCharts, saysLibrary } from '../features/charts/judge-renderings';
import { decides } from '../features/charts/values-files';
import type { Kustomization } from '../overlays/kustomization';
import { rootsOf, rootsReaching } from '../overlays/roots';
import { isBelow, onceEach } from './files';
import { type Folder, isOfChart, lookInto } from './folder';
import { namedIn, type Place } from './named';
import { partsOf } from './parts';
import type { DiskSurroundings } from './surroundings';

/** What is judged together, by full paths. */
export interface Scope {
	/** Files that were named, and those of manifests in folders that were. */
	readonly files: readonly string[];
	/** The folders of the overlays to build, each of which no other one builds on: those in folders, and those that files are part of. */
	readonly roots: readonly string[];
	readonly kustomizations: readonly Kustomization[];
	/** Folders with a Chart.yaml. */
	readonly charts: readonly string[];
	/** Folders without overlays and charts. */
	readonly plainFolders: readonly Place[];
	/** Folders that may not be read: nobody knows what is in them. */
	readonly unread: readonly string[];
	/** The file itself was named. */
	readonly named: ReadonlyMap<string, Place>;
	/** It is judged as a chart renders it. */
	readonly isOfChart: (file: string) => boolean;
	/** What is found there is told, whoever builds it; elsewhere it is told of overlays in folders. */
	readonly isAsked: (file: string) => boolean;
	/** Overlays are told whole, and not for files of theirs alone. */
	readonly isWhole: boolean;
	/** Ignore files in folders leave it out. */
	readonly isLeftOut: (file: string) => boolean;
	/** A path as it is shown: from where its folder was named, else from the folder one stands in. */
	readonly shown: (file: string) => string;
	/** Where it comes among the reports. */
	readonly rank: (file: string) => number;
}

/** All that was named, looked through, and what is around it. `values`: the files of values that were named for charts; `textIn` has the texts of files. */
export function scopeOf(places: readonly Place[], values: readonly string[], surroundings: DiskSurroundings, textIn: (file: string) => string): Scope {
	const named = new Map(places.flatMap((place) => (place.kind === 'file' ? [[place.full, place] as const] : [])));
	const folders = places.flatMap((place, rank) => (place.kind === 'folder' ? { ...place, rank, ...lookInto(place.name) } : []));
	const parts = partsOf(namedIn(places), surroundings);
	const inFolders = folders.flatMap((one) => one.kustomizations);
	const kustomizations = [...new Map([...parts.kustomizations, ...inFolders].map((one) => [one.file, one])).values()];
	const files = [...new Set([...named.keys(), ...folders.flatMap(({ manifests }) => manifests)])];
	const charts = folders.flatMap((folder) => folder.charts);
	// A folder below a chart is a part of it; one that is a chart is meant as it is.
	const above = folders.flatMap(({ full, charts: own }) => (own.includes(full) ? [] : partsOf([`${full}/Chart.yaml`], surroundings).charts));
	const chartOf = chartAround([...new Set([...parts.charts, ...above])], textIn);
	const ranks = new Map(places.map(({ full }, rank) => [full, rank]));
	const isFromRoot = places.every(({ name }) => path.isAbsolute(name));
	const around = (file: string) => folders.filter(({ path: folder }) => isBelow(folder, file));
	const isInChart = (file: string): boolean => !named.has(file) && folders.some((folder) => isOfChart(folder, file));
	return {
		files,
		// In one order, however folders are named: messages say them.
		roots: [...new Set([...rootsOf(inFolders), ...parts.naming.flatMap(({ file }) => rootsReaching(file, kustomizations))])].toSorted(),
		kustomizations,
		charts: [...new Set([...charts, ...files.flatMap((file) => (isInChart(file) ? [] : (chartOf(file) ?? [])))])],
		plainFolders: folders.filter((one) => one.kustomizations.length + one.charts.length === 0),
		unread: folders.flatMap(({ unread }) => unread),
		named,
		isOfChart: (file) => isInChart(file) || chartOf(file) !== undefined,
		isAsked: (file) => named.has(file) || values.includes(file) || around(file).length > 0,
		isWhole: inFolders.length > 0,
		isLeftOut: (file) => !named.has(file) && isLeftOut(file, around(file), folders),
		shown: (file) => named.get(file)?.name ?? shownFrom(around(file)[0], file) ?? (isFromRoot ? file : path.relative('', file)),
		rank: (file) => ranks.get(file) ?? around(file)[0]?.rank ?? places.length,
	};
}

/** The chart that renders a file, of some that are around: the outermost that the one around it is part of. */
function chartAround(charts: readonly string[], textIn: (file: string) => string): (file: string) => string | undefined {
	const isLibrary = onceEach(saysLibrary);
	return (file) => {
		const around = charts.filter((chart) => file.startsWith(`${chart}/`) && decides(file.slice(chart.length + 1)));
		return rootCharts(around, textIn, isLibrary).toSorted((one, other) => other.length - one.length)[0];
	};
}

/** Who names a folder in another one that leaves it out means it. */
function isLeftOut(file: string, around: readonly Folder[], folders: readonly Folder[]): boolean {
	const says = ({ ignored }: Folder): boolean => ignored.isLeftOut(file, false);
	return around.length > 0 ? around.every(says) : folders.some(says);
}

const shownFrom = (folder: Place | undefined, file: string): string | undefined => folder && path.join(folder.name, path.posix.relative(folder.full, file));

import path from 'node:path';
import type { Kustomization } from '../overlays/kustomization';
import { rootsOf } from '../overlays/roots';
import { type Folder, isOfChart, lookInto } from './folder';
import type { Place } from './named';

/** What is judged together, by full paths. */
export interface Scope {
	/** Files that were named, and those of manifests in folders that were. */
	readonly files: readonly string[];
	/** The folders of the overlays to build, each of which no other one builds on. */
	readonly roots: readonly string[];
	readonly kustomizations: readonly Kustomization[];
	/** Folders with a Chart.yaml. */
	readonly charts: readonly string[];
	/** The file itself was named. */
	readonly named: ReadonlyMap<string, Place>;
	/** A chart renders it, or gives it to those that do. */
	readonly isOfChart: (file: string) => boolean;
	/** Ignore files in folders leave it out. */
	readonly isLeftOut: (file: string) => boolean;
	/** A path as it is shown: from where its folder was named, else from the folder one stands in. */
	readonly shown: (file: string) => string;
	/** Where it comes among the reports. */
	readonly rank: (file: string) => number;
}

/** All that was named, looked through. */
export function scopeOf(places: readonly Place[]): Scope {
	const named = new Map(places.flatMap((place) => (place.kind === 'file' ? [[place.full, place] as const] : [])));
	const folders = places.flatMap((place, rank) => (place.kind === 'folder' ? { ...place, rank, ...lookInto(place.name) } : []));
	const kustomizations = [...new Map(folders.flatMap((one) => one.kustomizations.map((each) => [each.file, each] as const))).values()];
	const ranks = new Map(places.map(({ full }, rank) => [full, rank]));
	const isFromRoot = places.every(({ name }) => path.isAbsolute(name));
	const around = (file: string) => folders.filter(({ path: folder }) => isBelow(folder, file));
	return {
		files: [...new Set([...named.keys(), ...folders.flatMap(({ manifests }) => manifests)])],
		// In one order, however folders are named: messages say them.
		roots: rootsOf(kustomizations).toSorted(),
		kustomizations,
		charts: [...new Set(folders.flatMap(({ charts }) => charts))],
		named,
		isOfChart: (file) => folders.some((folder) => isOfChart(folder, file)),
		isLeftOut: (file) => !named.has(file) && isLeftOut(file, around(file), folders),
		shown: (file) => named.get(file)?.name ?? shownFrom(around(file)[0], file) ?? (isFromRoot ? file : path.relative('', file)),
		rank: (file) => ranks.get(file) ?? around(file)[0]?.rank ?? places.length,
	};
}

/** Who names a folder in another one that leaves it out means it. */
function isLeftOut(file: string, around: readonly Folder[], folders: readonly Folder[]): boolean {
	const says = ({ ignored }: Folder): boolean => ignored.isLeftOut(file, false);
	return around.length > 0 ? around.every(says) : folders.some(says);
}

const isBelow = (folder: string, file: string): boolean => file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

const shownFrom = (folder: Place | undefined, file: string): string | undefined => folder && path.join(folder.name, path.posix.relative(folder.full, file));

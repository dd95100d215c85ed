import path from 'node:path';
import type { Surroundings } from '../manifest/around';
import { isKustomization, type Kustomization } from '../overlays/kustomization';
import type { DiskSurroundings } from './surroundings';

/** What files may be parts of, by what lies around them: as far as names tell. */
export interface Parts {
	/** All kustomizations there are, where one of them names a file. */
	readonly kustomizations: readonly Kustomization[];
	/** Those that are among the files, or name one of them. */
	readonly naming: readonly Kustomization[];
	/** Folders with a Chart.yaml that one of them lies in. */
	readonly charts: readonly string[];
}

/** What is around files, by their full paths. */
export function partsOf(files: readonly string[], surroundings: DiskSurroundings): Parts {
	const folders = [...new Set(files.map((file) => path.posix.dirname(file)))];
	const wanted = new Set(files);
	const charts = folders.flatMap((folder) => [...surroundings.above(folder).charts].filter((chart) => `${folder}/`.startsWith(`${chart}/`)));
	// A kustomization names what lies beside it or below.
	const naming = kustomizationsIn(folders, surroundings.above).filter((one) => wanted.has(one.file) || names(one, wanted));
	return { kustomizations: naming.length > 0 ? kustomizationsIn(folders, surroundings.all) : [], naming, charts: [...new Set(charts)] };
}

/** Whether files are parts of nothing. */
export const areAlone = (files: readonly string[], { naming, charts }: Parts): boolean =>
	naming.length === 0 && charts.length === 0 && !files.some(isKustomization);

const kustomizationsIn = (folders: readonly string[], by: (folder: string) => Surroundings): readonly Kustomization[] => [
	...new Map(folders.flatMap((folder) => by(folder).kustomizations.map((one) => [one.file, one] as const))).values(),
];

const names = ({ resources, components, patches, plugins }: Kustomization, files: ReadonlySet<string>): boolean =>
	[resources, components, patches, plugins].some((paths) => paths.some((one) => files.has(one)));

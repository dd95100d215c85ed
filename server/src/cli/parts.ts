import path from 'node:path';
import { isKustomization, type Kustomization } from '../overlays/kustomization';
import type { DiskSurroundings } from './surroundings';

/** What files may be parts of, by what lies around them: as far as names tell. */
export interface Parts {
	/** All kustomizations there are. */
	readonly kustomizations: readonly Kustomization[];
	/** Those that are among the files, or name one of them. */
	readonly naming: readonly Kustomization[];
	/** Folders with a Chart.yaml that one of them lies in. */
	readonly charts: readonly string[];
}

/** What is around files, by their full paths. */
export function partsOf(files: readonly string[], surroundings: DiskSurroundings): Parts {
	const near = [...new Set(files.map((file) => path.posix.dirname(file)))].map((folder) => ({ folder, ...surroundings.near(folder) }));
	const kustomizations = [...new Map(near.flatMap((one) => one.kustomizations.map((each) => [each.file, each] as const))).values()];
	const wanted = new Set(files);
	const charts = near.flatMap(({ folder, charts: all }) => [...all].filter((chart) => `${folder}/`.startsWith(`${chart}/`)));
	return { kustomizations, naming: kustomizations.filter((one) => wanted.has(one.file) || names(one, wanted)), charts: [...new Set(charts)] };
}

/** Whether files are parts of nothing. */
export const areAlone = (files: readonly string[], { naming, charts }: Parts): boolean =>
	naming.length === 0 && charts.length === 0 && !files.some(isKustomization);

const names = ({ resources, components, patches, plugins }: Kustomization, files: ReadonlySet<string>): boolean =>
	[resources, components, patches, plugins].some((paths) => paths.some((one) => files.has(one)));

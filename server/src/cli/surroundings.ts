import { existsSync } from 'node:fs';
import path from 'node:path';
import { ALONE, type Around, aroundOf, type Surroundings } from '../manifest/around';
import { KUSTOMIZATION_NAMES, type Kustomization, readKustomization, withPluginFiles } from '../overlays/kustomization';
import { entriesOf, LEFT_OUT, onceEach, slashed, textOf } from './files';

/** Where no repository says where the files that belong together end, they lie at most this far above a file, and below that. */
const HEIGHT = 2;
const DEPTH = 4;
/** Folders that are looked into: a home folder costs no more than this. */
const MOST_FOLDERS = 3000;

/** What the kustomizations and charts on the disk, beside files and above them, make of these. What was read once is remembered. */
export class DiskSurroundings {
	private readonly below = new Map<string, Surroundings>();
	private readonly above = new Map<string, Surroundings>();
	private readonly patch = onceEach(textOf);

	around(file: string): Around {
		if (file === '-') return ALONE;
		const full = path.resolve(file);
		return aroundOf(slashed(full), this.near(path.dirname(full)));
	}

	/** The kustomizations and charts beside what lies in a folder, and above it, however high. */
	near(folder: string): Surroundings {
		const known = this.above.get(folder);
		if (known) return known;
		const root = rootOf(folder);
		const below = this.below.get(root.folder) ?? lookedInto(root.folder, root.depth);
		this.below.set(root.folder, below);
		const found = collect(foldersAbove(folder));
		const seen = new Set(below.kustomizations.map((one) => one.folder));
		const all = {
			kustomizations: [...below.kustomizations, ...found.kustomizations.filter((one) => !seen.has(one.folder))],
			charts: new Set([...below.charts, ...found.charts]),
			textOf: this.patch,
		};
		this.above.set(folder, all);
		return all;
	}
}

function foldersAbove(folder: string): readonly string[] {
	const parent = path.dirname(folder);
	return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

/** The repository that a folder belongs to, else what is near it. */
function rootOf(folder: string): { readonly folder: string; readonly depth: number } {
	const folders = foldersAbove(folder);
	const repository = folders.find((one) => existsSync(path.join(one, '.git')));
	if (repository !== undefined) return { folder: repository, depth: Infinity };
	// The root of the disk belongs to everybody.
	const near = folders[Math.min(HEIGHT, Math.max(0, folders.length - 2))] ?? folder;
	return { folder: near, depth: HEIGHT + DEPTH };
}

function lookedInto(root: string, deepest: number): Surroundings {
	const folders = [{ at: root, depth: 0 }];
	for (const { at, depth } of folders) {
		if (folders.length >= MOST_FOLDERS || depth >= deepest) break;
		for (const name of foldersIn(at)) folders.push({ at: path.join(at, name), depth: depth + 1 });
	}
	return collect(folders.slice(0, MOST_FOLDERS).map(({ at }) => at));
}

/** Links are not followed: they may lead in circles. */
const foldersIn = (folder: string): readonly string[] =>
	entriesOf(folder).flatMap((entry) => (entry.isDirectory() && !LEFT_OUT.has(entry.name) ? entry.name : []));

function collect(folders: readonly string[]): Surroundings {
	const kustomizations: Kustomization[] = [];
	const charts = new Set<string>();
	for (const folder of folders) {
		if (existsSync(path.join(folder, 'Chart.yaml'))) charts.add(slashed(folder));
		for (const name of KUSTOMIZATION_NAMES) {
			const file = path.join(folder, name);
			const text = textOf(file);
			if (text !== undefined) kustomizations.push(withPluginFiles(readKustomization(slashed(file), text), textOf));
		}
	}
	return { kustomizations, charts };
}

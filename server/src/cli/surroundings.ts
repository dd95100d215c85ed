import { existsSync } from 'node:fs';
import path from 'node:path';
import { ALONE, type Around, aroundOf, type Surroundings } from '../manifest/around';
import { KUSTOMIZATION_NAMES, type Kustomization, readKustomization, withPluginFiles } from '../overlays/kustomization';
import { entriesOf, foldersAbove, LEFT_OUT, onceEach, repositoryOf, slashed, textOf } from './files';
import { IgnoreFiles } from './ignore-files';

/** Where no repository says where the files that belong together end, they lie at most this far above a file, and below that. */
const HEIGHT = 2;
const DEPTH = 4;
/** Folders that are looked into below each of them: a home folder costs no more than this. */
const MOST_FOLDERS = 300;

/** What the kustomizations and charts on the disk make of files. What was read once is remembered. */
export class DiskSurroundings {
	private readonly patch = onceEach(textOf);
	private readonly kustomization = onceEach(kustomizationAt);
	private readonly inFolder = onceEach(lookedInto);
	private readonly ignored = onceEach((root: string) => IgnoreFiles.below(slashed(root)));
	/** The kustomizations and charts beside what lies in a folder, and above it, however high. */
	readonly above = onceEach((folder: string) => this.lookedAbove(folder));
	private readonly below = onceEach((root: string) => this.lookedBelow(root, Infinity, Infinity));
	private readonly near = onceEach((root: string) => this.lookedBelow(root, HEIGHT + DEPTH, MOST_FOLDERS));
	/** The same with the kustomizations that may build on those. */
	readonly all = onceEach((folder: string) => {
		const above = this.above(folder);
		return { ...above, kustomizations: [...this.lookedWidely(folder), above.kustomizations].reduce(joined) };
	});

	/** What all that lies around a file makes of it: who builds on what it belongs to may lie anywhere. */
	around(file: string): Around {
		return madeOf(file, this.all);
	}

	/**
	 * The same, but where no kustomization beside a file or above it speaks of it, only those are asked. One that lies elsewhere may list it where kustomize was told to allow that
	 * (`--load-restrictor`); a file without a fault needs nobody who says so.
	 */
	nearby(file: string): Around {
		const near = madeOf(file, this.above);
		return isSpokenOf(near) ? this.around(file) : near;
	}

	/** A folder may hold any number of files: of those above only what one wants to know is asked. */
	private lookedAbove(folder: string): Surroundings {
		const folders = foldersAbove(folder);
		const named = (name: string): readonly string[] => folders.map((one) => path.join(one, name)).filter((file) => existsSync(file));
		return {
			kustomizations: KUSTOMIZATION_NAMES.flatMap(named).flatMap(this.kustomization),
			charts: new Set(named('Chart.yaml').map((file) => slashed(path.dirname(file)))),
			textOf: this.patch,
		};
	}

	/** The kustomizations of a folder's repository; where there is none, or git leaves the folder out, those near it, the nearest first. */
	private lookedWidely(folder: string): readonly (readonly Kustomization[])[] {
		const repository = repositoryOf(folder);
		if (repository !== undefined && !this.ignored(repository).isLeftOut(slashed(folder), true)) return [this.below(repository)];
		const folders = foldersAbove(folder);
		// The root of the disk belongs to everybody.
		return folders.slice(0, Math.min(HEIGHT + 1, Math.max(1, folders.length - 1))).map(this.near);
	}

	/** What ignore files leave out nobody builds from; links are not followed, as they may lead in circles. */
	private lookedBelow(root: string, deepest: number, most: number): readonly Kustomization[] {
		const ignored = this.ignored(root);
		const folders = [{ at: root, depth: 0 }];
		for (const { at, depth } of folders) {
			if (depth >= deepest) break;
			const below = this.inFolder(at).folders.filter((one) => !ignored.isLeftOut(slashed(one), true));
			folders.push(...below.slice(0, most - folders.length).map((one) => ({ at: one, depth: depth + 1 })));
		}
		return folders.flatMap(({ at }) => this.inFolder(at).kustomizations).flatMap(this.kustomization);
	}
}

/** Whether a kustomization speaks of a file. */
export const isSpokenOf = ({ isPatch, changes }: Around): boolean => isPatch === true || changes !== undefined;

function madeOf(file: string, by: (folder: string) => Surroundings): Around {
	if (file === '-') return ALONE;
	const full = path.resolve(file);
	return aroundOf(slashed(full), by(path.dirname(full)));
}

/** What lies in a folder: files that are called as kustomizations are, and folders. */
function lookedInto(folder: string): { readonly kustomizations: readonly string[]; readonly folders: readonly string[] } {
	const entries = entriesOf(folder).filter(({ name }) => !LEFT_OUT.has(name));
	const [folders, files] = [entries.filter((one) => one.isDirectory()), entries.filter(({ name }) => KUSTOMIZATION_NAMES.includes(name))];
	const full = ({ name }: { readonly name: string }): string => path.join(folder, name);
	return { kustomizations: files.map(full), folders: folders.map(full) };
}

function kustomizationAt(file: string): Kustomization | readonly never[] {
	const text = textOf(file);
	return text === undefined ? [] : withPluginFiles(readKustomization(slashed(file), text), textOf);
}

/** Each once, whoever found it. */
function joined(some: readonly Kustomization[], others: readonly Kustomization[]): readonly Kustomization[] {
	const more = others.filter((one) => !some.includes(one));
	return more.length === 0 ? some : [...some, ...more];
}

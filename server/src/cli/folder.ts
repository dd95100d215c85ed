import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isKustomization, type Kustomization, readKustomization } from '../overlays/kustomization';
import { IgnoreFiles } from './ignore-files';

/** Folders with nothing in them that somebody wrote. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** No file of an overlay is larger. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What lies below a folder, by full paths with slashes, in order. */
export interface Folder {
	readonly path: string;
	/** All files of manifests, kustomizations apart. */
	readonly manifests: readonly string[];
	readonly kustomizations: readonly Kustomization[];
	/** Folders with a Chart.yaml: what they render is judged elsewhere. */
	readonly charts: readonly string[];
	/** What ignore files leave out; an overlay may be built from it all the same. */
	readonly ignored: IgnoreFiles;
}

/** Looks through a folder. Links to folders are not followed: they may lead in circles. */
export function lookInto(folder: string): Folder {
	const root = real(folder);
	const manifests: string[] = [];
	const kustomizations: Kustomization[] = [];
	const charts: string[] = [];
	const ignored = new IgnoreFiles(root);
	const queue = [root];
	for (const at of queue) {
		const entries = entriesOf(at).toSorted((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			const file = `${at === '/' ? '' : at}/${entry.name}`;
			const isOurs = entry.isDirectory() || entry.name === 'Chart.yaml' || /\.ya?ml$/.test(entry.name) || isKustomization(file);
			if (!isOurs || ignored.isLeftOut(file, entry.isDirectory())) continue;
			if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) queue.push(file);
			else if (entry.name === 'Chart.yaml') charts.push(at);
			else if (isKustomization(file)) kustomizations.push(readKustomization(file, readText(file)));
			else if (/\.ya?ml$/.test(entry.name) && !entry.isDirectory()) manifests.push(file);
		}
	}
	return { path: root, manifests, kustomizations, charts, ignored };
}

/** A folder that may not be read has nothing in it. */
function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function readText(file: string): string {
	const bytes = readFile(file);
	return bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '';
}

/** Links are followed before paths are compared, as kustomize does; with slashes. */
export function real(file: string): string {
	let full: string;
	try {
		full = realpathSync(file);
	} catch {
		full = path.resolve(file);
	}
	return slashed(full);
}

export const slashed = (file: string): string => (path.sep === '/' ? file : file.split(path.sep).join('/'));

/** The bytes of a file; undefined where there is none, or none that anybody would build. */
export function readFile(file: string): Uint8Array | undefined {
	try {
		const found = statSync(file);
		return found.isFile() && found.size <= MOST_BYTES ? readFileSync(file) : undefined;
	} catch {
		return undefined;
	}
}

/** The same, each file once. */
export function reader(): (file: string) => Uint8Array | undefined {
	const known = new Map<string, Uint8Array | undefined>();
	return (file) => {
		if (!known.has(file)) known.set(file, readFile(file));
		return known.get(file);
	};
}

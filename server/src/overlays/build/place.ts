import type { Origin } from '../../built/origin';
import { decodeWhole } from '../../yaml/encoding';
import { type Fault, fault, isFault } from './object';
import type { Parsed } from './read';
import type { Schemas } from './schemas';
import { type Source, wholeFile } from './written';

/** Reads a file by its path from the root of all files, as bytes or, where an editor has it, as text; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | string | undefined;

/** What a whole build shares. */
export interface Target {
	readonly read: ReadFile;
	/** What may still be read; hostile overlays would never end. */
	readonly budget: { resources: number; folders: number };
	readonly parsed?: Parsed;
	readonly schemas: Schemas;
	/** What the build tells besides. */
	readonly notes: Note[];
	/** What cannot be built is left out and noted, rather than wrong. */
	readonly isLenient: boolean;
}

/** Something in a kustomization that does nothing, or that is left out, and what was merged into nothing. `name` is what it names. */
export interface Note {
	readonly kind: 'patch' | 'image' | 'left-out' | 'unmerged';
	readonly name: string;
	readonly at: Origin;
}

/** Of what does nothing nothing is noted where it may be for what was left out. */
export function note(target: Target, kind: Note['kind'], name: string, at: Origin | undefined): undefined {
	if (at && (kind === 'left-out' || kind === 'unmerged' || !isPartial(target))) target.notes.push({ kind, name, at });
}

/** What was not found may be in what was left out. */
export const isPartial = ({ notes }: Target): boolean => notes.some(({ kind }) => kind === 'left-out');

/** A folder in the midst of a build. */
export interface Place {
	readonly target: Target;
	readonly folder: string;
	/** The folders that led here, itself the last. */
	readonly above: readonly string[];
	/** The folder as the outermost kustomization would name it, where that wants origins to be told. */
	readonly trail: string | undefined;
}

/** loader.New: the folder that a path leads to; never back up the way that led here. */
export function enter({ target, folder, above, trail }: Place, path: string): Place | Fault {
	if (path === '') return fault('new root cannot be empty');
	if (isRemote(path)) return fault(`${path} is remote; it cannot be fetched`);
	if (path.startsWith('/')) return fault(`new root '${path}' cannot be absolute`);
	const below = join(folder, path);
	if (below === undefined) return fault(`'${path}' leads out of the files that may be read`);
	const visited = above.find((one) => one === below || one.startsWith(`${below}/`));
	if (visited !== undefined) return fault(`cycle detected: candidate root '${below}' contains visited root '${visited}'`);
	return { target, folder: below, above: [...above, below], trail: trail === undefined ? undefined : trailTo(trail, path) };
}

/** git.NewRepoSpecFromURL, as far as a path can look like one. */
export const isRemote = (path: string): boolean => /^[a-z][a-z0-9+]*:\/\/|^[\w.-]+@|^github\.com[/:]|\.git(?:$|[/?])/i.test(path);

export interface LoadedFile {
	readonly path: string;
	readonly content: Uint8Array | string;
}

/** A file that a kustomization names; RestrictionRootOnly: in the folder of the kustomization or below. */
export function loadFile({ target, folder }: Place, path: string): LoadedFile | Fault {
	if (isRemote(path)) return fault(`${path} is remote; it cannot be fetched`);
	const full = path.startsWith('/') ? path : join(folder, path);
	if (full === undefined) return fault(`'${path}' leads out of the files that may be read`);
	const content = target.read(full);
	if (content === undefined) return fault(`'${full}' must resolve to a file`);
	return full.startsWith(folder === '/' ? '/' : `${folder}/`) ? { path: full, content } : fault(`security; file '${full}' is not in or below '${folder}'`);
}

export function loadText(place: Place, path: string): Source | Fault {
	const file = loadFile(place, path);
	return isFault(file) ? file : sourceOf(file);
}

export function sourceOf({ path, content }: LoadedFile): Source {
	if (typeof content === 'string') return wholeFile(path, content);
	const { text, fault: unread } = decodeWhole(content);
	return { ...wholeFile(path, text), ...(unread && { unread }) };
}

const utf8 = new TextEncoder();

/** The text that bytes are, if they are UTF-8. */
export function textOf(content: Uint8Array | string): string | undefined {
	if (typeof content === 'string') return content;
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
	return text.includes('\ufffd') && utf8.encode(text).length !== content.length ? undefined : text;
}

export const bytesOf = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? utf8.encode(content) : content);

/** A path seen from a folder; undefined above the root of all. */
export function join(folder: string, path: string): string | undefined {
	const parts = folder.split('/');
	for (const part of path.split('/')) {
		if (part === '..') {
			if (parts.length <= 1) return undefined;
			parts.pop();
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/') || '/';
}

/** Origin.Append: a path as the outermost kustomization would name it. */
export function trailTo(trail: string, path: string): string {
	const parts = trail === '' ? [] : trail.split('/');
	for (const part of path.split('/')) {
		if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
		else if (part !== '' && part !== '.') parts.push(part);
	}
	return parts.join('/') || '.';
}

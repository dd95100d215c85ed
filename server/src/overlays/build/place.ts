import { textOf } from './generate';
import { type Fault, fault, isFault } from './object';

/** What a whole build shares. */
export interface Target {
	readonly read: (path: string) => Uint8Array | undefined;
	/** What may still be read; hostile overlays would never end. */
	readonly budget: { resources: number; folders: number };
}

/** A folder in the midst of a build. */
export interface Place {
	readonly target: Target;
	readonly folder: string;
	readonly above: readonly string[];
}

/** loader.New: the folder that a path leads to; never back up the way that led here. */
export function enter({ folder, above }: Place, path: string): string | Fault {
	if (isRemote(path)) return fault(`${path} is remote; it cannot be fetched`);
	if (path.startsWith('/')) return fault(`new root '${path}' cannot be absolute`);
	const below = join(folder, path);
	if (below === undefined) return fault(`'${path}' leads out of the files that may be read`);
	const visited = above.find((one) => one === below || one.startsWith(`${below}/`));
	return visited === undefined ? below : fault(`cycle detected: candidate root '${below}' contains visited root '${visited}'`);
}

/** git.NewRepoSpecFromURL, as far as a path can look like one. */
const isRemote = (path: string): boolean => /^[a-z][a-z0-9+]*:\/\/|^[\w.-]+@|^github\.com[/:]|\.git(?:$|[/?])/i.test(path);

/** A file's bytes; RestrictionRootOnly: in the folder of the kustomization or below. */
export function loadBytes({ target, folder }: Place, path: string): Uint8Array | Fault {
	if (isRemote(path)) return fault(`${path} is remote; it cannot be fetched`);
	const full = path.startsWith('/') ? path : join(folder, path);
	if (full === undefined) return fault(`'${path}' leads out of the files that may be read`);
	const bytes = target.read(full);
	if (!bytes) return fault(`'${full}' must resolve to a file`);
	return full.startsWith(folder === '/' ? '/' : `${folder}/`) ? bytes : fault(`security; file '${full}' is not in or below '${folder}'`);
}

export function loadText(place: Place, path: string): string | Fault {
	const bytes = loadBytes(place, path);
	return isFault(bytes) ? bytes : (textOf(bytes) ?? fault(`'${path}' is no UTF-8 text`));
}

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

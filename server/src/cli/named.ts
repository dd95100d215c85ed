import path from 'node:path';
import type { Asked } from './check-file';
import { isFolder, isPattern, real, slashed } from './files';

/** What somebody names: a file, or a folder, of which all is meant. */
export interface Place {
	readonly kind: 'file' | 'folder';
	/** As it was named: so it is shown. */
	readonly name: string;
	/** Its full path with slashes; standard input is `-`. */
	readonly full: string;
	/** By itself, and not by a pattern. */
	readonly isNamed: boolean;
}

export interface Named {
	/** In their order, each once. */
	readonly places: readonly Place[];
	/** Patterns that nothing matches. */
	readonly unmatched: readonly string[];
	/** Somebody named more than files, one by one: what became of them is counted. */
	readonly isMany: boolean;
}

/** What a command line names. */
export async function namedBy(names: readonly string[]): Promise<Named> {
	const places = new Map<string, Place>();
	const unmatched: string[] = [];
	const add = (kind: Place['kind'], name: string, isNamed: boolean): void => {
		const full = kind === 'folder' ? real(name) : fullOf(name);
		if (!places.has(full)) places.set(full, { kind, name, full, isNamed });
	};
	for (const name of names) {
		if (name !== '-' && isFolder(name)) add('folder', name, true);
		else if (!isPattern(name)) add('file', name, true);
		else {
			const { matched } = await import('./globs');
			const { files, folders, unread } = matched(name);
			if (files.length + folders.length + unread.length === 0) unmatched.push(name);
			for (const file of files) add('file', file, false);
			for (const folder of [...folders, ...unread]) add('folder', folder, false);
		}
	}
	const all = [...places.values()];
	return { places: all, unmatched, isMany: all.some(({ kind, isNamed }) => kind === 'folder' || !isNamed) };
}

/** The full paths of the files among places; standard input has none. */
export const namedIn = (places: readonly Place[]): readonly string[] => places.flatMap(({ kind, full }) => (kind === 'file' && full !== '-' ? full : []));

/** A file as it is judged by itself. */
export const askedAs = ({ name, isNamed }: Place): Asked => ({ path: name, shown: name, isNamed });

const fullOf = (name: string): string => (name === '-' ? name : slashed(path.resolve(name)));

import path from 'node:path';
import { matchesGlob } from '../features/glob';
import type { Bilingual } from '../protocol/text';
import { entriesOf, isFolder, LEFT_OUT, real, slashed } from './files';
import { IgnoreFiles } from './ignore-files';

/** What a pattern names: files, and folders, of which all is meant. */
export interface Matched {
	readonly files: readonly string[];
	readonly folders: readonly string[];
	/** Folders that may not be read: nobody knows what it names in them. */
	readonly unread: readonly string[];
}

/**
 * The files and folders that a pattern names, in order, as a shell would, with `**` and `{a,b}`: written like the pattern, from the folder one stands in. What ignore files leave
 * out is not found, nor is what begins with a dot unless the pattern spells it. Below a folder that is named nothing is looked for.
 */
export function matched(pattern: string): Matched {
	const slashes = slashed(pattern);
	const names = slashes.split('/');
	const fixed = names.slice(
		0,
		names.findIndex((name) => /[*?{[]/.test(name)),
	);
	const top = fixed.length === 0 ? '.' : fixed.join('/') || '/';
	const rest = names.slice(fixed.length).join('/');
	const depth = rest.includes('**') ? Number.POSITIVE_INFINITY : rest.split('/').length;
	const unread: string[] = [];
	const search: Search = {
		full: real(top),
		pattern: `./${rest}`,
		spellsDots: /(?:^|\/|[{,])\./.test(rest),
		ignored: IgnoreFiles.below(real(top)),
		depth,
		unread,
	};
	const prefix = fixed.length === 0 ? '' : `${fixed.join('/')}/`;
	const found = below('', search, 1);
	const named = (areFolders: boolean): readonly string[] => found.filter((one) => one.isFolder === areFolders).map((one) => prefix + one.path);
	return { files: named(false), folders: named(true), unread: unread.map((one) => path.join(prefix, one)) };
}

/** What is said of a pattern that names nothing. */
export const nothingMatches = (pattern: string): Bilingual => ({ en: `nothing matches ${pattern}.`, ko: `${pattern}에 맞는 파일이 없다.` });

interface Search {
	/** The folder that the pattern begins in. */
	readonly full: string;
	readonly pattern: string;
	readonly spellsDots: boolean;
	readonly ignored: IgnoreFiles;
	readonly depth: number;
	/** What may not be read is noted here. */
	readonly unread: string[];
}

interface Found {
	readonly path: string;
	readonly isFolder: boolean;
}

function below(folder: string, search: Search, depth: number): readonly Found[] {
	return entriesOf(path.join(search.full, folder), () => search.unread.push(folder)).flatMap((entry): Found | readonly Found[] => {
		const { name } = entry;
		if (LEFT_OUT.has(name) || (name.startsWith('.') && !search.spellsDots)) return [];
		const own = folder === '' ? name : `${folder}/${name}`;
		const full = `${search.full === '/' ? '' : search.full}/${own}`;
		if (search.ignored.isLeftOut(full, entry.isDirectory())) return [];
		if (matchesGlob(search.pattern, own)) return { path: own, isFolder: isFolder(full) };
		// Links are not followed: they may lead in circles.
		return entry.isDirectory() && depth < search.depth ? below(own, search, depth + 1) : [];
	});
}

import type { Range } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { pathsIn } from './paths-in';

/** A path in a kustomization, and the file that it leads to. */
export interface PathLink {
	readonly range: Range;
	readonly file: string;
}

/** The files that a kustomization leads to. A folder leads to its kustomization, which `inFolder` tells; one without leads nowhere. */
export function pathLinks(file: string, text: string, inFolder: (folder: string) => string | undefined): readonly PathLink[] {
	return pathsIn(parse(text).root, file.slice(0, Math.max(0, file.lastIndexOf('/')))).flatMap(({ node, full, type }) => {
		const kustomization = type === 'file' ? undefined : inFolder(full);
		const target = kustomization ?? (type === 'folder' ? undefined : full);
		return target === undefined ? [] : { range: node.range, file: target };
	});
}

/** Paths from a folder to files and folders elsewhere, as a kustomization names them, the nearest first. */
export function pathsFrom(folder: string, files: readonly string[]): readonly string[] {
	const own = folder.split('/');
	const paths = files.flatMap((file) => {
		const parts = file.split('/');
		const common = parts.findIndex((part, index) => part !== own[index]);
		const shared = common < 0 ? parts.length : common;
		const path = [...own.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
		return path === '' || /^(?:\.\.\/?)+$/.test(path) ? [] : [path];
	});
	return [...new Set(paths)].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}

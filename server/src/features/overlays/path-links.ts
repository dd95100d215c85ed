import { folderOf } from '../../overlays/kustomization';
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
	return pathsIn(parse(text).root, folderOf(file)).flatMap(({ node, full, type }) => {
		const kustomization = type === 'file' ? undefined : inFolder(full);
		const target = kustomization ?? (type === 'folder' ? undefined : full);
		return target === undefined ? [] : { range: node.range, file: target };
	});
}

/** Paths from a folder to files and folders elsewhere, as a kustomization names them, the nearest first. */
export function pathsFrom(folder: string, files: readonly string[]): readonly string[] {
	const paths = new Set(files.map((file) => seenFrom(folder, file)).filter((path) => !/^\.$|^(?:\.\.\/?)+$/.test(path)));
	return [...paths].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}

/** The path of a file or folder seen from a folder. */
export function seenFrom(folder: string, file: string): string {
	const [from, to] = [folder.split('/'), file.split('/')];
	const apart = from.findIndex((part, index) => part !== to[index]);
	const shared = apart < 0 ? from.length : apart;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}

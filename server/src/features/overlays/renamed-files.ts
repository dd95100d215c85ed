import { join } from '../../overlays/build/place';
import { folderOf } from '../../overlays/kustomization';
import { parse } from '../../yaml/parse';
import type { Edit } from '../../yaml/text-edit';
import { scalarText } from '../../yaml/write';
import { seenFrom } from './path-links';
import { type NamedPath, pathsIn } from './paths-in';

/** A file or folder that is about to be called otherwise, by its paths from the root of all files. */
export interface RenamedFile {
	readonly from: string;
	readonly to: string;
}

/** What a kustomization has to say so that it names the same files once some are called otherwise; it may be one of them itself, or lie in a folder that is. */
export function followRenames(file: string, text: string, renames: readonly RenamedFile[]): readonly Edit[] {
	const folder = folderOf(file);
	const home = folderOf(moved(file, renames));
	return pathsIn(parse(text).root, folder).flatMap((named): Edit | readonly Edit[] => {
		const target = moved(named.full, renames);
		// An absolute path leads there from anywhere.
		const isThere = named.path.startsWith('/') ? target === named.full : join(home, named.path) === target;
		return isThere ? [] : { range: named.node.range, text: written(named, seenFrom(home, target), text) };
	});
}

/** Where a path leads afterwards. */
function moved(path: string, renames: readonly RenamedFile[]): string {
	const own = renames.find(({ from }) => path === from || path.startsWith(`${from}/`));
	return own ? own.to + path.slice(own.from.length) : path;
}

/** In the quotes and with the key that it had. A file without a key is one by its name: it keeps that as its key. */
function written({ node, path, field }: NamedPath, now: string, text: string): string {
	const [former, name] = [path, now].map((one) => one.slice(one.lastIndexOf('/') + 1));
	const own = node.text.slice(0, node.text.length - path.length);
	const key = own === '' && field === 'files' && former !== name ? `${former}=` : own;
	const value = `${key}${path.startsWith('./') && !now.startsWith('.') ? './' : ''}${now}`;
	const quote = /^["']/.exec(text.charAt(node.range.start))?.[0];
	return quote && !/["'\\]/.test(value) ? quote + value + quote : scalarText(value, 'flow');
}

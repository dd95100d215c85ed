import { fn, type GoFunction, withPrefix } from '../signature';

/** path.Clean. */
export function cleanPath(path: string): string {
	const isRooted = path.startsWith('/');
	const kept: string[] = [];
	for (const part of path.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') kept.push(part);
		else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
		else if (!isRooted) kept.push(part);
	}
	const joined = kept.join('/');
	return isRooted ? `/${joined}` : joined || '.';
}

const base = (path: string): string => (path === '' ? '.' : (/([^/]+)\/*$/.exec(path)?.[1] ?? '/'));
const dir = (path: string): string => cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
const ext = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? '';

const named: Readonly<Record<string, GoFunction>> = {
	base: fn('s', base),
	dir: fn('s', dir),
	clean: fn('s', cleanPath),
	ext: fn('s', ext),
	isAbs: fn('s', (path: string) => path.startsWith('/')),
};

/** Sprig's path functions, and those of the operating system, which is Linux as that of the clusters. */
export const PATHS = withPrefix('os', named);

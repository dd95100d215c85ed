import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../yaml/encoding';

/** Folders with nothing in them that somebody wrote. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** No file of an overlay is larger. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Whether a name is a pattern, and no file that is called so. */
export const isPattern = (name: string): boolean => /[*?{[]/.test(name) && name !== '-' && !existsSync(name);

/** Whether a file may hold manifests, by its name; a template of Jinja does, as in an editor. */
export const isManifest = (name: string): boolean => /\.ya?ml(?:\.(?:j2|jinja2?))?$/.test(name);

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

/** A link in a circle is none, nor is what one may not look at. */
export function isFolder(name: string): boolean {
	try {
		return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
	} catch {
		return false;
	}
}

/** What lies in a folder, in order; nothing where there is none, or where it may not be read: who looks for all that there is has that noted. */
export function entriesOf(folder: string, unread?: (folder: string) => void) {
	try {
		return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		if (!isNowhere(error)) unread?.(folder);
		return [];
	}
}

const isNowhere = (error: unknown): boolean => /^(?:ENOENT|ENOTDIR)$/.test(String((error as { readonly code?: unknown }).code));

/** A folder, and those above it up to the root. */
export function foldersAbove(folder: string): readonly string[] {
	const parent = path.dirname(folder);
	return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

/** The folder of the repository that a folder lies in; undefined where there is none. */
export const repositoryOf = (folder: string): string | undefined => foldersAbove(folder).find((one) => existsSync(path.join(one, '.git')));

/** Whether a file is a folder or lies in it, by full paths with slashes. */
export const isBelow = (folder: string, file: string): boolean => file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The bytes of a file; undefined where there is none, or none that anybody would build. */
export const readFile = (file: string): Uint8Array | undefined => readUpTo(file, MOST_BYTES);

/** The same of at most so many bytes. */
export function readUpTo(file: string, most: number): Uint8Array | undefined {
	try {
		const found = statSync(file, { throwIfNoEntry: false });
		return found?.isFile() && found.size <= most ? readFileSync(file) : undefined;
	} catch {
		return undefined;
	}
}

/** What reads as `readFile` does. */
export type ReadBytes = typeof readFile;

/** A file's text, whatever its encoding; undefined where it cannot be read. */
export function textOf(file: string): string | undefined {
	const bytes = readFile(file);
	return bytes && decode(bytes).text;
}

/** The same answers, about each file or folder asked for once. */
export function onceEach<T>(ask: (name: string) => T): (name: string) => T {
	const known = new Map<string, { readonly answer: T }>();
	return (name) => {
		const found = known.get(name) ?? { answer: ask(name) };
		known.set(name, found);
		return found.answer;
	};
}

/** The texts of files, whatever their encoding; empty where there is none. */
export const textsFrom =
	(readBytes: ReadBytes) =>
	(file: string): string =>
		decode(readBytes(file) ?? new Uint8Array()).text;

import type { Dirent } from 'node:fs';
import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isPacked } from '../lsp/packed';
import type { Disk } from '../lsp/workspace';
import { decode } from '../yaml/encoding';

/** Folders with nothing in them that somebody wrote. */
const LEFT_OUT = new Set(['node_modules', '.git']);
/** Folders that are looked into for one workspace: a home folder opened by mistake costs no more than this. */
const MOST_FOLDERS = 2000;

/** The disk of the machine that the server runs on, for editors that read nothing for it. What cannot be read is not there. */
export const DISK: Disk = {
	async text(uri, most) {
		const file = pathOf(uri);
		if (file === undefined) return undefined;
		try {
			const found = await stat(file);
			if (!found.isFile() || found.size > most) return undefined;
			return isPacked(file) ? await readFile(file, 'base64') : decode(await readFile(file)).text;
		} catch {
			return undefined;
		}
	},

	async files(folder, name, most) {
		const root = pathOf(folder);
		const found: string[] = [];
		const queue = root === undefined ? [] : [root];
		/** Where folders really lie: a link that leads to one of them may lead in a circle. */
		const seen = new Set<string>();
		for (const [count, place] of queue.entries()) {
			if (count >= MOST_FOLDERS) break;
			try {
				seen.add(await realpath(place));
				for await (const entry of await opendir(place)) {
					const at = path.join(place, entry.name);
					const kind = LEFT_OUT.has(entry.name) ? undefined : await kindOf(at, entry, seen);
					if (kind === 'folder') queue.push(at);
					if (kind === 'file' && name.test(entry.name)) found.push(pathToFileURL(at).href);
					if (found.length >= most) return found;
				}
			} catch {
				// A folder that may not be read has nothing for us.
			}
		}
		return found;
	},
};

/** What lies at a path, links followed, as Helm and kustomize follow them; undefined for what is neither, for a link that leads nowhere, and for one to a folder that was seen. */
async function kindOf(at: string, entry: Dirent, seen: ReadonlySet<string>): Promise<'file' | 'folder' | undefined> {
	const found = entry.isSymbolicLink() ? await stat(at).catch(() => undefined) : entry;
	if (found?.isFile()) return 'file';
	return found?.isDirectory() && !(entry.isSymbolicLink() && seen.has(await realpath(at))) ? 'folder' : undefined;
}

/** Undefined for what is no file: `untitled:`, `git:`, or another machine's. */
function pathOf(uri: string): string | undefined {
	try {
		return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}

import { opendir, readFile, stat } from 'node:fs/promises';
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
		for (const [count, place] of queue.entries()) {
			if (count >= MOST_FOLDERS) break;
			try {
				for await (const entry of await opendir(place)) {
					const at = path.join(place, entry.name);
					// Links are not followed: they may lead in circles.
					if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) queue.push(at);
					if (entry.isFile() && name.test(entry.name)) found.push(pathToFileURL(at).href);
					if (found.length >= most) return found;
				}
			} catch {
				// A folder that may not be read has nothing for us.
			}
		}
		return found;
	},
};

/** Undefined for what is no file: `untitled:`, `git:`, or another machine's. */
function pathOf(uri: string): string | undefined {
	try {
		return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}

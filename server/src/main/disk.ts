import { readdir, readFile, realpath, stat } from 'node:fs/promises';
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
		const queue = root === undefined ? [] : [{ place: root, real: await realOf(root) }];
		/** Where folders really lie: a link that leads to one of them may lead in a circle. */
		const seen = new Set<string | undefined>();
		for (const [count, { place, real }] of queue.entries()) {
			if (count >= MOST_FOLDERS) break;
			seen.add(real);
			for (const entry of await readdir(place, { withFileTypes: true }).catch(() => [])) {
				if (LEFT_OUT.has(entry.name)) continue;
				const at = path.join(place, entry.name);
				const isLink = entry.isSymbolicLink();
				const is = isLink ? await stat(at).catch(() => undefined) : entry;
				if (is?.isDirectory()) {
					const there = isLink || real === undefined ? await realOf(at) : path.join(real, entry.name);
					if (!isLink || !seen.has(there)) queue.push({ place: at, real: there });
				} else if (is?.isFile() && name.test(entry.name)) found.push(pathToFileURL(at).href);
				if (found.length >= most) return found;
			}
		}
		return found;
	},
};

/** Where a path leads, links followed, as Helm and kustomize follow them; undefined where nobody may look. */
const realOf = (at: string): Promise<string | undefined> => realpath(at).catch(() => undefined);

/** Undefined for what is no file: `untitled:`, `git:`, or another machine's. */
function pathOf(uri: string): string | undefined {
	try {
		return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}

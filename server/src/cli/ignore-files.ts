import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Later ones have the last word. */
const NAMES = ['.gitignore', '.peapodignore'];

/** What .gitignore and .peapodignore files leave out below a folder, as git reads them (gitignore(5)): those of the folder itself, below it, and above it up to the repository's. */
export class IgnoreFiles {
	private readonly known = new Map<string, Ignore | undefined>();
	/** The highest folder whose files count. */
	private readonly top: string;

	/** `folder` is a full path with slashes. Who names a folder means it: what leaves it out from above does not count. */
	constructor(folder: string) {
		const repository = foldersAbove(folder).find((one) => existsSync(path.join(one, '.git'))) ?? folder;
		this.top = repository;
		if (repository !== folder && this.isLeftOut(folder, true)) this.top = folder;
	}

	/** Whether a file or folder below is left out, by itself or with a folder that it lies in. */
	isLeftOut(file: string, isFolder: boolean): boolean {
		const folders = foldersAbove(path.posix.dirname(file)).filter((one) => one === this.top || one.startsWith(`${this.top === '/' ? '' : this.top}/`));
		const parents = folders.filter((one) => one !== this.top).reverse();
		return parents.some((one) => this.decided(one, true)) || this.decided(file, isFolder);
	}

	/** What the nearest file with a pattern for it says. */
	private decided(file: string, isFolder: boolean): boolean {
		for (const folder of foldersAbove(path.posix.dirname(file))) {
			const rules = this.rulesOf(folder);
			const found = rules?.test(path.posix.relative(folder, file) + (isFolder ? '/' : ''));
			if (found?.ignored) return true;
			if (found?.unignored || folder === this.top) return false;
		}
		return false;
	}

	private rulesOf(folder: string): Ignore | undefined {
		if (!this.known.has(folder)) {
			const texts = NAMES.flatMap((name) => textOf(path.join(folder, name)) ?? []);
			this.known.set(folder, texts.length > 0 ? ignore().add(texts.join('\n')) : undefined);
		}
		return this.known.get(folder);
	}
}

function foldersAbove(folder: string): readonly string[] {
	const parent = path.posix.dirname(folder);
	return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

function textOf(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { onceEach, textOf } from './files';

/** Later ones have the last word. */
const NAMES = ['.gitignore', '.peapodignore'];

/** What .gitignore and .peapodignore files leave out below a folder, as git reads them (gitignore(5)): those of the folder itself, below it, and above it up to the repository's. */
export class IgnoreFiles {
	private readonly rulesOf = onceEach(rulesIn);
	private readonly isFolderLeftOut = onceEach((folder: string): boolean => this.isLeftOut(folder, true));

	/** `top` is the highest folder whose files count. */
	private constructor(private readonly top: string) {}

	/** `folder` is a full path with slashes. Who names a folder means it: what leaves it out from above does not count. */
	static below(folder: string): IgnoreFiles {
		const repository = foldersAbove(folder).find((one) => existsSync(path.join(one, '.git')));
		const all = new IgnoreFiles(repository ?? folder);
		return all.isLeftOut(folder, true) ? new IgnoreFiles(folder) : all;
	}

	/** Whether a file or folder below is left out, by itself or with a folder that it lies in. */
	isLeftOut(file: string, isFolder: boolean): boolean {
		const isBelow = file !== this.top && file.startsWith(this.top.endsWith('/') ? this.top : `${this.top}/`);
		return isBelow && (this.isFolderLeftOut(path.posix.dirname(file)) || this.decided(file, isFolder));
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
}

function rulesIn(folder: string): Ignore | undefined {
	const texts = NAMES.flatMap((name) => textOf(path.join(folder, name)) ?? []);
	return texts.length > 0 ? ignore().add(texts.join('\n')) : undefined;
}

function foldersAbove(folder: string): readonly string[] {
	const parent = path.posix.dirname(folder);
	return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

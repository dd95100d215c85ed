import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { foldersAbove, isBelow, onceEach, repositoryOf, textOf } from './files';

/** Later ones have the last word. */
const NAMES = ['.gitignore', '.peapodignore'];

/**
 * What .gitignore and .peapodignore files leave out below a folder, as git reads them (gitignore(5)): those of the folder itself, below it, and above it up to the repository's,
 * which may have patterns of its own in `info/exclude`.
 */
export class IgnoreFiles {
	private readonly rulesOf = onceEach((folder: string) => this.rulesIn(folder));
	private readonly isFolderLeftOut = onceEach((folder: string): boolean => this.isLeftOut(folder, true));

	/** `top` is the highest folder whose files count. */
	private constructor(
		private readonly top: string,
		private readonly git: Git,
	) {}

	/** `folder` is a full path with slashes. Who names a folder means it: what leaves it out from above does not count. */
	static below(folder: string): IgnoreFiles {
		const repository = repositoryOf(folder);
		const git = repository === undefined ? NO_GIT : gitOf(repository);
		const all = new IgnoreFiles(repository ?? folder, git);
		return all.isLeftOut(folder, true) ? new IgnoreFiles(folder, { ...git, excluded: [] }) : all;
	}

	/** Whether a file or folder below is left out, by itself or with a folder that it lies in. */
	isLeftOut(file: string, isFolder: boolean): boolean {
		return file !== this.top && isBelow(this.top, file) && (this.isFolderLeftOut(path.posix.dirname(file)) || this.decided(file, isFolder));
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

	private rulesIn(folder: string): Ignore | undefined {
		const { excluded, ignoresCase } = this.git;
		const texts = [...(folder === this.top ? excluded : []), ...NAMES.flatMap((name) => textOf(path.join(folder, name)) ?? [])];
		return texts.length > 0 ? ignore({ ignorecase: ignoresCase }).add(texts.join('\n')) : undefined;
	}
}

/** What git itself keeps of a repository. */
interface Git {
	/** The text of `info/exclude`: what files say has the last word. */
	readonly excluded: readonly string[];
	/** git notes where names that differ in case alone are one file. */
	readonly ignoresCase: boolean;
}

const NO_GIT: Git = { excluded: [], ignoresCase: process.platform === 'win32' || process.platform === 'darwin' };

function gitOf(repository: string): Git {
	const folder = gitFolder(repository);
	const config = textOf(path.join(folder, 'config'));
	return {
		excluded: [textOf(path.join(folder, 'info/exclude')) ?? []].flat(),
		ignoresCase: config === undefined ? NO_GIT.ignoresCase : /^[ \t]*ignorecase[ \t]*(?:=[ \t]*(?:true|yes|on|1)\b|$)/im.test(config),
	};
}

/** `.git` may be a file that says where it is, and of a worktree the repository's has what all of them share (gitrepository-layout(5)). */
function gitFolder(repository: string): string {
	const own = path.join(repository, '.git');
	const [, elsewhere] = /^gitdir: (.*)/.exec(textOf(own) ?? '') ?? [];
	if (elsewhere === undefined) return own;
	const folder = path.resolve(repository, elsewhere);
	return path.resolve(folder, textOf(path.join(folder, 'commondir'))?.trim() ?? '');
}

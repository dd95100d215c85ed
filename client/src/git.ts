import * as vscode from 'vscode';

/** VS Code's git extension, as far as Peapod looks: extensions/git/src/api/git.d.ts. */
interface GitExtension {
	readonly enabled: boolean;
	getAPI(version: 1): Git;
}
interface Git {
	readonly onDidOpenRepository: vscode.Event<Repository>;
	readonly repositories: readonly Repository[];
	getRepository(uri: vscode.Uri): Repository | null;
}
interface Repository {
	readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
	show(ref: string, path: string): Promise<string>;
	buffer(ref: string, path: string): Promise<Uint8Array>;
}

/** Undefined where VS Code has no git, as in a browser, or where it is turned off. */
async function gitOf(): Promise<Git | undefined> {
	const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
	if (!extension) return undefined;
	const git = await extension.activate();
	return git.enabled ? git.getAPI(1) : undefined;
}

/** The repository that a file lies in, if anything was committed there. */
async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
	const repository = (await gitOf().catch(() => undefined))?.getRepository(uri);
	return repository?.state.HEAD?.commit ? repository : undefined;
}

/** Whether a file or folder lies in a repository in which something was committed. */
export const isVersioned = async (uri: vscode.Uri): Promise<boolean> => (await repositoryOf(uri)) !== undefined;

/** A file as last committed: null where git does not have it, undefined where it lies in no repository. */
export async function committedText(uri: vscode.Uri): Promise<string | null | undefined> {
	const repository = await repositoryOf(uri);
	if (!repository) return undefined;
	return repository.show('HEAD', uri.fsPath).catch(() => null);
}

/** The same of what may be a folder, of which git tells what lies in it; undefined for all that is no file there. */
export async function committedFile(uri: vscode.Uri): Promise<string | undefined> {
	const text = (await committedText(uri)) ?? undefined;
	return text?.startsWith(TREE) ? undefined : text;
}

/** The bytes of a file as last committed; undefined where there was none. */
export async function committedBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
	const repository = await repositoryOf(uri);
	return repository?.buffer('HEAD', uri.fsPath).catch(() => undefined);
}

/** All files below a folder as last committed; of more than `most` only so many. */
export async function committedFiles(folder: vscode.Uri, most: number): Promise<readonly vscode.Uri[]> {
	const found: vscode.Uri[] = [];
	const queue = [folder];
	for (const at of queue) {
		const text = (await committedText(at)) ?? '';
		if (!text.startsWith(TREE)) continue;
		const names = text
			.slice(text.indexOf('\n'))
			.split('\n')
			.filter((name) => name !== '');
		for (const name of names) (name.endsWith('/') ? queue : found).push(vscode.Uri.joinPath(at, name));
		if (found.length >= most) break;
	}
	return found.slice(0, most);
}

/** How git shows a folder: the names in it follow, those of folders with a slash. */
const TREE = 'tree HEAD:';

/** Calls when another commit is checked out somewhere, or a repository is found. */
export function onCommit(context: vscode.ExtensionContext, changed: () => void): void {
	const watch = (repository: Repository): void => {
		let head = repository.state.HEAD?.commit;
		const look = (): void => {
			const now = repository.state.HEAD?.commit;
			if (now !== head) changed();
			head = now;
		};
		context.subscriptions.push(repository.state.onDidChange(look));
		if (head) changed();
	};
	void gitOf().then(
		(git) => {
			if (!git) return;
			git.repositories.forEach(watch);
			context.subscriptions.push(git.onDidOpenRepository(watch));
		},
		// An extension that does not start is one that is not there.
		() => {},
	);
}

import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { SeenFile } from '../../server/src/protocol/requests';

const YAML = '**/*.{yaml,yml}';
const LEFT_OUT = 'node_modules';
/** More files than this, or larger ones (bytes), are nobody's ConfigMaps. */
const MOST_FILES = 300;
const LARGEST = 200_000;

/** Tells each server that starts what lies in the workspace, so that the names in it can be offered: all of it first, then whatever changes. */
export function tellSeenFiles(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	/** The newest reading of a file under way; an older one may end later, and has nothing to say. */
	const readings = new Map<string, symbol>();
	const tell = async (uri: vscode.Uri): Promise<void> => {
		if (client.state !== State.Running || uri.path.split('/').includes(LEFT_OUT)) return;
		const key = uri.toString();
		const mine = Symbol(key);
		readings.set(key, mine);
		const text = await vscode.workspace.fs.readFile(uri).then(
			(bytes) => (bytes.length <= LARGEST ? new TextDecoder().decode(bytes) : null),
			() => null,
		);
		if (readings.get(key) !== mine) return;
		readings.delete(key);
		const seen: SeenFile = { uri: key, text };
		// The server may be on its way out; the next one is told anew.
		await client.sendNotification('peapod/seen', seen).catch(() => {});
	};
	const tellAll = async (): Promise<void> => {
		// Not every virtual file system can be searched.
		const found = vscode.workspace.findFiles(YAML, `**/${LEFT_OUT}/**`, MOST_FILES);
		for (const uri of await found.then(undefined, () => [])) await tell(uri);
	};
	const watcher = vscode.workspace.createFileSystemWatcher(YAML);
	context.subscriptions.push(
		watcher,
		watcher.onDidCreate(tell),
		watcher.onDidChange(tell),
		watcher.onDidDelete(tell),
		vscode.workspace.onDidChangeWorkspaceFolders(tellAll),
		client.onDidChangeState(({ newState }) => newState === State.Running && tellAll()),
	);
}

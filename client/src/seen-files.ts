import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SeenFile } from '../../server/src/protocol';

const YAML = '**/*.{yaml,yml}';
/** More files than this, or larger ones (bytes), are nobody's ConfigMaps. */
const MOST_FILES = 300;
const LARGEST = 200_000;

/** Tells the server what lies in the workspace, so that the names in it can be offered: once at the start, then whatever changes. */
export async function tellSeenFiles(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
	const tell = async (uri: vscode.Uri): Promise<void> => {
		const text = await vscode.workspace.fs.readFile(uri).then(
			(bytes) => (bytes.length <= LARGEST ? new TextDecoder().decode(bytes) : null),
			() => null,
		);
		const seen: SeenFile = { uri: uri.toString(), text };
		await client.sendNotification('peapod/seen', seen);
	};
	const watcher = vscode.workspace.createFileSystemWatcher(YAML);
	context.subscriptions.push(watcher, watcher.onDidCreate(tell), watcher.onDidChange(tell), watcher.onDidDelete(tell));
	for (const uri of await vscode.workspace.findFiles(YAML, '**/node_modules/**', MOST_FILES)) await tell(uri);
}

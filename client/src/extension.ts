import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, run } from './run';

let client: LanguageClient | undefined;

/** VS Code entry on the desktop and on remote hosts: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
	client = new LanguageClient('peapod', 'Peapod', { module, transport: TransportKind.ipc }, clientOptions());
	await run(context, client);
}

export function deactivate(): Promise<void> | undefined {
	return client?.stop();
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { run } from './run';

let client: BaseLanguageClient | undefined;

/** VS Code entry, one for all hosts: in the browser nothing may be touched that is Node's. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
	client = isNode() ? (await import('./node')).clientInNode(dist) : (await import('./browser')).clientInBrowser(dist);
	await run(context, client);
}

const isNode = (): boolean => typeof process !== 'undefined' && process.versions?.node !== undefined;

export function deactivate(): Promise<void> | undefined {
	return client?.stop();
}

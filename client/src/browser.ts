import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, run } from './run';

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3] extends infer W ? W : never;

let client: LanguageClient | undefined;

/** VS Code entry in the browser: the server is a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
	client = new LanguageClient('peapod', 'Peapod', new Worker(script) as never, clientOptions());
	await run(context, client);
}

export function deactivate(): Promise<void> | undefined {
	return client?.stop();
}

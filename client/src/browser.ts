import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './run';

declare const Worker: new (url: string) => { postMessage(message: string): void } & ConstructorParameters<typeof LanguageClient>[3];

/** In the browser the server is a worker. What it reads lies beside its first file, and it asks us where that is. */
export function clientInBrowser(dist: vscode.Uri): LanguageClient {
	const worker = new Worker(vscode.Uri.joinPath(dist, 'server-web.js').toString(true));
	worker.postMessage(dist.toString(true));
	return new LanguageClient('peapod', 'Peapod', worker, clientOptions());
}

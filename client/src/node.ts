import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './run';

/** In megabytes: the server's young memory stays small, as server/src/main.ts sees to by itself where it runs without Electron. */
const YOUNG = ['--max-semi-space-size=1'];

/** On the desktop and on remote hosts the server is a process of its own. */
export function clientInNode(dist: vscode.Uri): LanguageClient {
	const module = vscode.Uri.joinPath(dist, 'server.js').fsPath;
	return new LanguageClient('peapod', 'Peapod', { module, transport: TransportKind.ipc, options: { execArgv: YOUNG } }, clientOptions());
}

import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './run';

/** On the desktop and on remote hosts the server is a process of its own. */
export function clientInNode(dist: vscode.Uri): LanguageClient {
	return new LanguageClient('peapod', 'Peapod', { module: vscode.Uri.joinPath(dist, 'server.js').fsPath, transport: TransportKind.ipc }, clientOptions());
}

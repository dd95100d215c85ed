import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BUILT, BUILT_TEXT } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { committedText, isVersioned } from './git';

/** A file as last committed; of what an overlay builds or a chart renders, what that was then. Undefined where nobody knows. */
export async function committedOf(client: BaseLanguageClient, uri: vscode.Uri): Promise<string | null | undefined> {
	if (uri.scheme !== BUILT_TEXT) return committedText(uri);
	if (!(await isVersioned(vscode.Uri.parse(uri.query)))) return undefined;
	const built = await ask(client, BUILT, { uri: uri.query, folder: uri.query, isFormer: true }).catch(() => null);
	return built?.text;
}

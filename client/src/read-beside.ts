import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LARGEST_BUILT, LIST_FILES, MOST_LISTED, READ_BESIDE, READ_FILES } from '../../server/src/protocol/requests';
import { answer } from './ask';
import { savedBytes, textOf } from './files';
import { committedBytes, committedFile, committedFiles } from './git';
import { isBareName } from './panel/from-webview';

/** Reads files for the server, which has no file system: the manifest beside a scenario, wherever it lies. */
export function answerReadBeside(client: BaseLanguageClient): vscode.Disposable {
	return answer(client, READ_BESIDE, async ({ uri, names }) => {
		const scenario = vscode.Uri.parse(uri);
		for (const name of names.filter(isBareName)) {
			const text = await textOf(vscode.Uri.joinPath(scenario, '..', name));
			if (text !== undefined) return { name, text };
		}
		return null;
	});
}

/** The same of files by their URIs, wherever in the workspace they lie. */
export function answerReadFiles(client: BaseLanguageClient): vscode.Disposable {
	return answer(client, READ_FILES, ({ uris, isFormer }) =>
		Promise.all(
			uris.map(async (text) => {
				const uri = vscode.Uri.parse(text);
				if (!vscode.workspace.getWorkspaceFolder(uri)) return null;
				const isPacked = uri.path.endsWith('.tgz');
				const [bytesOf, writtenOf] = isFormer ? [committedBytes, committedFile] : [savedBytes, textOf];
				const read = await (isPacked ? bytesOf(uri).then(base64Of) : writtenOf(uri));
				return read !== undefined && read.length <= LARGEST_BUILT ? read : null;
			}),
		),
	);
}

/** Bytes as text that may travel. */
const base64Of = (bytes: Uint8Array | undefined): string | undefined => bytes && btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));

/** The files below a folder, whether the editor shows them or not; or those that were committed. */
export function answerListFiles(client: BaseLanguageClient): vscode.Disposable {
	return answer(client, LIST_FILES, async ({ folder, isFormer }) => {
		const uri = vscode.Uri.parse(folder);
		if (!vscode.workspace.getWorkspaceFolder(uri)) return [];
		const found = await (isFormer ? committedFiles(uri, MOST_LISTED) : vscode.workspace.findFiles(new vscode.RelativePattern(uri, '**'), null, MOST_LISTED));
		return found.map((one) => one.toString());
	});
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READ_BESIDE } from '../../server/src/protocol/requests';
import { answer } from './ask';
import { textOf } from './files';
import { isBareName } from './panel/from-webview';

/** Reads files for the server, which has no file system: the manifest beside a scenario, wherever it lies. */
export function answerReadBeside(client: BaseLanguageClient): vscode.Disposable {
	return answer(client, READ_BESIDE, async ({ uri, names }) => {
		const scenario = vscode.Uri.parse(uri);
		if (scenario.scheme === 'untitled') return null;
		for (const name of names.filter(isBareName)) {
			const text = await textOf(vscode.Uri.joinPath(scenario, '..', name));
			if (text !== undefined) return { name, text };
		}
		return null;
	});
}

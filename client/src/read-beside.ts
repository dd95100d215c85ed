import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReadBesideAnswer, ReadBesideParams } from '../../server/src/protocol';

/** Reads files for the server, which has no file system: the manifest beside a scenario, wherever it lies. */
export function answerReadBeside(client: BaseLanguageClient): vscode.Disposable {
	return client.onRequest('peapod/readBeside', async ({ uri, names }: ReadBesideParams): Promise<ReadBesideAnswer | null> => {
		const scenario = vscode.Uri.parse(uri);
		if (scenario.scheme === 'untitled') return null;
		for (const name of names) {
			const text = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(scenario, '..', name)).then(
				(bytes) => new TextDecoder().decode(bytes),
				() => undefined,
			);
			if (text !== undefined) return { name, text };
		}
		return null;
	});
}

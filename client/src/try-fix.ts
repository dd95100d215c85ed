import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TRY_FIX, WHAT_IF } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { exists, filledWith, liveMeant, textOf, uriMeant } from './files';
import { freeStem } from './free-stem';

/** "What if I fix it?": the manifest behind a live pod, and beside it the scenario that explains it, as two files that nobody saved yet. */
export function registerTryFix(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const { commands, l10n, Uri, ViewColumn, window } = vscode;
	context.subscriptions.push(
		commands.registerCommand(TRY_FIX, async (given?: unknown, named?: unknown) => {
			const [uri, only] = [uriMeant(given), liveMeant(named)];
			const text = uri && (await textOf(uri));
			const found = uri && text !== undefined ? await ask(client, WHAT_IF, { text, uri: uri.toString(), ...(only ? { only } : {}) }) : null;
			if (!uri || !found) return void window.showInformationMessage(l10n.t('Open what "kubectl get pod NAME -o yaml" printed first.'));
			const folder = Uri.joinPath(uri, '..');
			const stem = await freeStem(found.name, async (name) => exists(Uri.joinPath(folder, name)));
			const place = (name: string): vscode.Uri => Uri.joinPath(folder, name).with({ scheme: 'untitled' });
			await show(place(`${stem}.yaml`), found.manifest, ViewColumn.One);
			await show(place(`${stem}.scenario.yaml`), found.scenario, ViewColumn.Beside);
		}),
	);
}

/** A file with a text that is yet to be saved; what was there of an earlier time goes. */
async function show(uri: vscode.Uri, text: string, column: vscode.ViewColumn): Promise<void> {
	await vscode.window.showTextDocument(await filledWith(uri, text), { viewColumn: column, preview: false });
}

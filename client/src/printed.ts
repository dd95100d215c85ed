import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_WHY, LIVE_LENSES, PRINTED_AT, TRY_FIX } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { looksLive, looksPrinted } from './printed-signs';

/** The server has YAML files only: of what kubectl printed into others it is asked with their text. */
export function registerPrinted(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const { languages, l10n, Hover, MarkdownString, Range, workspace } = vscode;
	const others = ['plaintext', 'log'].map((language) => ({ language }));
	const json = ['json', 'jsonc'].map((language) => ({ language }));
	context.subscriptions.push(
		languages.registerHoverProvider(others, {
			provideHover: async (document, position, token) => {
				const text = document.getText();
				if (!looksPrinted(text)) return undefined;
				const found = await ask(client, PRINTED_AT, { text, offset: document.offsetAt(position), uri: document.uri.toString() }, token);
				return found && new Hover(new MarkdownString(found.markdown), new Range(document.positionAt(found.start), document.positionAt(found.end)));
			},
		}),
		languages.registerCodeLensProvider(json, {
			provideCodeLenses: async (document, token) => {
				const text = document.getText();
				if (!workspace.getConfiguration('peapod', document).get('codeLens') || !looksLive(text)) return [];
				const found = await ask(client, LIVE_LENSES, { text }, token);
				return found.flatMap(({ live, at }) => {
					const range = new Range(document.positionAt(at), document.positionAt(at));
					const lens = (title: string, command: string) => new vscode.CodeLens(range, { title, command, arguments: [document.uri.toString(), live] });
					const why = lens(l10n.t('Why is it in this state?'), EXPLAIN_WHY);
					return live.kind === undefined ? [why, lens(l10n.t('What if I fix it?'), TRY_FIX)] : [why];
				});
			},
		}),
	);
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BUILT, BUILT_TEXT, type BuiltAnswer, SHOW_BUILT, STATUS, STATUS_CHANGED } from '../../server/src/protocol/requests';
import { ask, hear } from './ask';
import { isFolder, openMeant } from './files';
import { Resting, TYPING_RESTS } from './resting';
import { ShownTexts } from './shown-texts';

/** Has the text of what a file builds or renders to, as it is shown; undefined where it is part of neither. */
export type BuiltDocument = (uri: string) => Promise<vscode.TextDocument | undefined>;

/** "Show what this builds", or renders to: the text of an overlay, a template or a chart beside, anew whenever typing rests. It is a manifest like any other, and its definitions lead to where things were typed. */
export function registerShowBuilt(context: vscode.ExtensionContext, client: BaseLanguageClient): BuiltDocument {
	const { commands, l10n, window, workspace } = vscode;
	const texts = new ShownTexts(context, [BUILT_TEXT]);
	const put = ({ name, folder, text }: BuiltAnswer): vscode.Uri => texts.put(BUILT_TEXT, `/${name === '.' ? 'overlay' : name}.yaml`, text, folder);
	const again = new Resting(TYPING_RESTS, async () => {
		for (const { uri } of workspace.textDocuments.filter((one) => one.uri.scheme === BUILT_TEXT)) {
			const answer = await ask(client, BUILT, { uri: uri.query, folder: uri.query }).catch(() => null);
			if (answer) put(answer);
		}
	});
	const built: BuiltDocument = async (uri) => {
		const answer = await ask(client, BUILT, { uri });
		return answer ? workspace.openTextDocument(put(answer)) : undefined;
	};
	/** One of several overlays is chosen; null where none is. */
	const chosen = async (uri: string, folder: string | undefined): Promise<BuiltAnswer | null | undefined> => {
		const answer = await ask(client, BUILT, { uri, ...(folder !== undefined && { folder }) });
		if (!answer?.among) return answer ?? undefined;
		const items = answer.among.map(({ name, folder }) => ({ label: name, folder }));
		const one = await window.showQuickPick(items, { title: l10n.t('Overlays that this file is part of') });
		return one ? ((await ask(client, BUILT, { uri, folder: one.folder })) ?? undefined) : null;
	};
	const show = async (given: unknown, otherwise: string): Promise<void> => {
		const meant = await openMeant(given);
		const uri = meant?.toString();
		const answer = meant && uri !== undefined ? await chosen(uri, (await isFolder(meant)) ? uri : undefined) : undefined;
		if (answer === null) return;
		if (!answer) {
			void window.showInformationMessage(otherwise);
			return;
		}
		const document = await workspace.openTextDocument(put(answer));
		// A definition that one follows from it must not take its place.
		await window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false });
	};
	context.subscriptions.push(
		again,
		workspace.onDidChangeTextDocument(({ document }) => document.uri.scheme !== BUILT_TEXT && again.soon()),
		hear(client, STATUS_CHANGED, () => again.soon()),
		commands.registerCommand(SHOW_BUILT, (given?: unknown) => show(given, l10n.t('No kustomization builds on this file.'))),
		commands.registerCommand('peapod.showRendered', (given?: unknown) => show(given, l10n.t('No chart renders this file.'))),
	);
	return built;
}

/** What is applied of a file: what the chart renders that it is part of, else the file. */
export async function appliedOf(uri: vscode.Uri, client: BaseLanguageClient, built: BuiltDocument): Promise<vscode.Uri> {
	const status = await ask(client, STATUS, { uri: uri.toString() });
	return (status?.chart === undefined ? undefined : (await built(uri.toString()))?.uri) ?? uri;
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusAnswer } from '../../server/src/protocol/requests';
import { nameOf } from './files';
import { isScenarioName } from './from-webview';
import { LifecyclePanel } from './lifecycle-panel';
import { webviewOptions } from './panel-page';

const VIEW = 'peapod.lifecycle';

/** The command that opens the panel beside the editor, and what brings it back after a reload. One panel a file. */
export function registerLifecyclePanels(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const panels = new Map<string, LifecyclePanel>();
	const live = (uri: vscode.Uri, document: number, panel: vscode.WebviewPanel, scenario?: vscode.Uri): void => {
		const life = new LifecyclePanel(context.extensionUri, client, uri, document, panel, scenario);
		panels.set(uri.toString(), life);
		panel.onDidDispose(() => {
			for (const [key, one] of panels) if (one === life) panels.delete(key);
		});
	};
	// A code lens names the document; what VS Code itself passes along (the group of the icon that was pressed) does not.
	const open = async (target?: vscode.Uri | string, lens?: unknown): Promise<void> => {
		const document = typeof lens === 'number' ? lens : undefined;
		const wanted = await subjectOf(client, typeof target === 'string' ? vscode.Uri.parse(target) : (target ?? vscode.window.activeTextEditor?.document.uri));
		if (!wanted) {
			void vscode.window.showInformationMessage(vscode.l10n.t('Open a pod manifest (YAML) first.'));
			return;
		}
		const { uri, scenario } = wanted;
		const isThere = (): boolean => {
			const there = panels.get(uri.toString());
			there?.show(document, scenario);
			return there !== undefined;
		};
		if (isThere()) return;
		const index = document ?? (await documentAtCursor(client, uri));
		// A second click may have been quicker.
		if (isThere()) return;
		const options = { ...webviewOptions(context.extensionUri), enableFindWidget: true };
		live(uri, index, vscode.window.createWebviewPanel(VIEW, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, options), scenario);
	};
	context.subscriptions.push(
		vscode.commands.registerCommand('peapod.openPanel', open),
		vscode.window.registerWebviewPanelSerializer(VIEW, {
			async deserializeWebviewPanel(panel, state: { readonly uri?: unknown; readonly document?: unknown } | undefined) {
				if (typeof state?.uri !== 'string' || !state.uri || panels.has(state.uri)) return panel.dispose();
				panel.webview.options = webviewOptions(context.extensionUri);
				live(vscode.Uri.parse(state.uri), typeof state.document === 'number' ? state.document : 0, panel);
			},
		}),
		vscode.workspace.onDidRenameFiles(({ files }) => {
			for (const [key, life] of [...panels]) {
				const uri = movedBy(files, key);
				if (!uri) continue;
				panels.delete(key);
				panels.set(uri.toString(), life);
				life.moveTo(uri);
			}
		}),
	);
}

/** What is to be watched: the manifest, or for a scenario's file the manifest it is played on. */
async function subjectOf(
	client: BaseLanguageClient,
	uri: vscode.Uri | undefined,
): Promise<{ readonly uri: vscode.Uri; readonly scenario?: vscode.Uri } | undefined> {
	if (!uri || !isScenarioName(nameOf(uri))) return uri && { uri };
	const status = await statusOf(client, uri);
	const manifest = status?.scenario?.found ? status.scenario.manifest : undefined;
	return manifest === undefined ? undefined : { uri: vscode.Uri.joinPath(uri, '..', manifest), scenario: uri };
}

/** Where a file lies after files or folders were renamed; undefined where it was not among them. */
function movedBy(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[], uri: string): vscode.Uri | undefined {
	for (const { oldUri, newUri } of files) {
		const old = oldUri.toString();
		if (uri === old || uri.startsWith(`${old}/`)) return vscode.Uri.parse(newUri.toString() + uri.slice(old.length));
	}
	return undefined;
}

const statusOf = (client: BaseLanguageClient, uri: vscode.Uri): Promise<StatusAnswer | null> =>
	client.sendRequest<StatusAnswer | null>('peapod/status', { uri: uri.toString() }).catch(() => null);

/** The document of the file that the cursor stands in. */
async function documentAtCursor(client: BaseLanguageClient, uri: vscode.Uri): Promise<number> {
	const line = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.selection.active.line ?? 0;
	const status = await statusOf(client, uri);
	return status?.documents.find(({ span }) => span.start.line <= line && line <= span.end.line)?.index ?? 0;
}

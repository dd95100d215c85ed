import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { StatusAnswer } from '../../server/src/protocol/requests';

/** The language status item: what Peapod sees in the active file, or why it is silent. Also sets `peapod.hasPod`, a life can be shown, for the menus. */
export function registerStatusItem(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const item = vscode.languages.createLanguageStatusItem('peapod', { language: 'yaml' });
	item.name = 'Peapod';
	item.command = { command: 'peapod.setKubernetesVersion', title: vscode.l10n.t('Change') };

	let asked = 0;
	const show = async (): Promise<void> => {
		const document = vscode.window.activeTextEditor?.document;
		const mine = ++asked;
		const isYaml = document?.languageId === 'yaml';
		const answer =
			isYaml && client.state === State.Running
				? await client.sendRequest<StatusAnswer | null>('peapod/status', { uri: document.uri.toString() }).catch(() => null)
				: null;
		// A newer question is under way: its answer will be the true one.
		if (mine !== asked) return;
		await vscode.commands.executeCommand('setContext', 'peapod.hasPod', (answer?.documents.length ?? 0) > 0 || answer?.scenario?.found === true);
		if (!answer) return;
		item.text = textOf(answer);
		item.detail = vscode.l10n.t('Kubernetes {0}', answer.kubernetes);
		item.severity = vscode.LanguageStatusSeverity.Information;
	};

	context.subscriptions.push(
		item,
		vscode.window.onDidChangeActiveTextEditor(show),
		// It may have become YAML without being another editor.
		vscode.workspace.onDidOpenTextDocument((document) => document === vscode.window.activeTextEditor?.document && show()),
		vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('peapod') && show()),
		vscode.workspace.onDidChangeTextDocument(({ document }) => document === vscode.window.activeTextEditor?.document && show()),
		client.onDidChangeState(({ newState }) => newState === State.Running && show()),
	);
	void show();
}

function textOf({ documents, silent, otherKind, scenario }: StatusAnswer): string {
	const { l10n } = vscode;
	const [first, ...rest] = documents;
	if (first) return rest.length > 0 ? l10n.t('{0} and {1} more', first.kind, rest.length) : first.kind;
	switch (silent) {
		case 'scenario':
			return scenario?.found ? l10n.t('Scenario for {0}', scenario.manifest) : l10n.t('Scenario; {0} is not there', scenario?.manifest ?? '');
		case 'template':
			return l10n.t('Silent: a Go template');
		case 'otherKind':
			return l10n.t('Silent: {0} is not a pod', otherKind ?? '');
		case 'tooLarge':
			return l10n.t('Silent: the file is too large');
		default:
			return l10n.t('Silent: no Kubernetes manifest');
	}
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { VALUES_FILES } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { uriMeant } from './files';
import { TARGETS } from './setting-commands';
import { settingTarget } from './setting-target';

/** "Choose values files": with which of them the chart of the active file is rendered. */
export function registerChooseValues(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const { commands, l10n, window, workspace } = vscode;
	context.subscriptions.push(
		commands.registerCommand('peapod.chooseValues', async (given?: unknown) => {
			const uri = uriMeant(given);
			const answer = uri ? await ask(client, VALUES_FILES, { uri: uri.toString() }) : null;
			if (!answer || answer.files.length === 0) {
				void window.showInformationMessage(
					answer ? l10n.t('{0} has no values files beside values.yaml.', answer.chart) : l10n.t('No chart renders this file.'),
				);
				return;
			}
			const items = answer.files.map(({ name, isChosen }) => ({ label: name, picked: isChosen }));
			const title = l10n.t('Values files of {0}, over values.yaml', answer.chart);
			const chosen = await window.showQuickPick(items, { title, canPickMany: true, placeHolder: l10n.t('What comes later in the list counts more') });
			if (!chosen || items.every((item) => item.picked === chosen.includes(item))) return;
			const configuration = workspace.getConfiguration('peapod', uri);
			const target = settingTarget(configuration.inspect('helm.values'), 'helm.values', workspace.workspaceFolders !== undefined);
			// What other charts are rendered with stays.
			const others = configuration.get<readonly string[]>('helm.values', []).filter((name) => !answer.files.some((one) => one.name === name));
			await configuration.update('helm.values', [...others, ...chosen.map(({ label }) => label)], TARGETS[target]);
		}),
	);
}

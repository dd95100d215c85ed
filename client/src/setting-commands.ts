import * as vscode from 'vscode';

/** Commands that change a setting where the active file's folder has it. */
export function registerSettingCommands(context: vscode.ExtensionContext): void {
	const { l10n } = vscode;
	context.subscriptions.push(
		vscode.commands.registerCommand('peapod.setLanguage', () => choose('language', l10n.t('The language of help'), ['auto', 'en', 'ko', 'both'])),
		vscode.commands.registerCommand('peapod.setKubernetesVersion', () =>
			choose('kubernetesVersion', l10n.t('The Kubernetes version that judges'), ['1.37', '1.36', '1.35', '1.34', '1.33', '1.32']),
		),
	);
}

async function choose(setting: string, title: string, values: readonly string[]): Promise<void> {
	const configuration = vscode.workspace.getConfiguration('peapod', vscode.window.activeTextEditor?.document.uri);
	const now = configuration.get<string>(setting);
	const items = values.map((label) => ({ label, ...(label === now ? { description: '✓' } : {}) }));
	const chosen = await vscode.window.showQuickPick(items, { title });
	if (!chosen) return;
	const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
	await configuration.update(setting, chosen.label, target);
}

import * as vscode from 'vscode';

/** Commands that change a setting for the active file. */
export function registerSettingCommands(context: vscode.ExtensionContext): void {
	const { l10n } = vscode;
	context.subscriptions.push(
		vscode.commands.registerCommand('peapod.setLanguage', () => choose('language', l10n.t('The language of help'), ['auto', 'en', 'ko', 'both'])),
		vscode.commands.registerCommand('peapod.setKubernetesVersion', () =>
			choose('kubernetesVersion', l10n.t('The Kubernetes version that judges'), ['1.37', '1.36', '1.35', '1.34', '1.33', '1.32']),
		),
	);
}

async function choose(setting: 'language' | 'kubernetesVersion', title: string, values: readonly string[]): Promise<void> {
	const configuration = vscode.workspace.getConfiguration('peapod', vscode.window.activeTextEditor?.document.uri);
	const now = configuration.get<string>(setting);
	const items = values.map((label) => ({ label, ...(label === now ? { description: '✓' } : {}) }));
	const chosen = await vscode.window.showQuickPick(items, { title });
	if (chosen) await configuration.update(setting, chosen.label, targetOf(configuration, setting));
}

/** Where it is set already, the narrowest first, or else a change would not show; a version belongs to a project, a language to the user. */
function targetOf(configuration: vscode.WorkspaceConfiguration, setting: 'language' | 'kubernetesVersion'): vscode.ConfigurationTarget {
	const set = configuration.inspect(setting);
	if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
	const isProjects = setting === 'kubernetesVersion' && vscode.workspace.workspaceFolders !== undefined;
	return set?.workspaceValue !== undefined || isProjects ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

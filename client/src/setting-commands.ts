import * as vscode from 'vscode';
import { settingTarget } from './setting-target';

type Setting = 'language' | 'kubernetesVersion';

/** Where VS Code writes a setting. */
export const TARGETS = {
	folder: vscode.ConfigurationTarget.WorkspaceFolder,
	workspace: vscode.ConfigurationTarget.Workspace,
	user: vscode.ConfigurationTarget.Global,
} as const;

/** Commands that change a setting for the active file. */
export function registerSettingCommands(context: vscode.ExtensionContext): void {
	const { l10n } = vscode;
	const languages = { auto: l10n.t('The language of VS Code'), en: 'English', ko: '한국어', both: '한국어, English' };
	const versions = Object.fromEntries(valuesOf(context, 'kubernetesVersion').map((version) => [version, '']));
	context.subscriptions.push(
		vscode.commands.registerCommand('peapod.setLanguage', () => choose('language', l10n.t('The language of help'), languages)),
		vscode.commands.registerCommand('peapod.setKubernetesVersion', () => choose('kubernetesVersion', l10n.t('The Kubernetes version that judges'), versions)),
	);
}

/** What a setting may be, as package.json lists it; the newest version last there, first here. */
function valuesOf(context: vscode.ExtensionContext, setting: Setting): readonly string[] {
	const { contributes } = context.extension.packageJSON as {
		readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>> } };
	};
	return (contributes.configuration.properties[`peapod.${setting}`]?.enum ?? []).toReversed();
}

async function choose(setting: Setting, title: string, values: Readonly<Record<string, string>>): Promise<void> {
	const configuration = vscode.workspace.getConfiguration('peapod', vscode.window.activeTextEditor?.document.uri);
	const now = configuration.get<string>(setting);
	const items = Object.entries(values).map(([label, words]) => ({ label, description: [words, label === now ? '✓' : ''].filter(Boolean).join(' ') }));
	const chosen = await vscode.window.showQuickPick(items, { title });
	if (!chosen) return;
	const target = settingTarget(configuration.inspect(setting), setting, vscode.workspace.workspaceFolders !== undefined);
	await configuration.update(setting, chosen.label, TARGETS[target]);
}

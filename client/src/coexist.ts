import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS } from '../../server/src/protocol/requests';
import { ask } from './ask';
import { doubledBy, withoutKubernetes } from './doubled';
import { hasLife } from './status-text';

/** By what something is doubled, once that was said: nobody is told again. */
const TOLD = 'peapod.toldDoubled';

/** Where other extensions judge manifests too that is said once, over the first manifest, with an offer to set it right. */
export function registerCoexistence(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const told = new Set(context.globalState.get<readonly string[]>(TOLD));
	const look = async (editor = vscode.window.activeTextEditor): Promise<void> => {
		const how = editor?.document.languageId === 'yaml' ? doubledNow(editor.document.uri) : undefined;
		if (!editor || !how || told.has(how)) return;
		const status = await ask(client, STATUS, { uri: editor.document.uri.toString() });
		if (!hasLife(status) || told.has(how)) return;
		told.add(how);
		await context.globalState.update(TOLD, [...told]);
		await (how === 'setting' ? offerSetting(editor.document.uri) : offerQuiet());
	};
	context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor((editor) => void look(editor)));
	void look();
}

function doubledNow(uri: vscode.Uri): ReturnType<typeof doubledBy> {
	const yaml = vscode.workspace.getConfiguration('yaml', uri);
	return doubledBy({
		hasYaml: vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined,
		// Quiet can be kept for a workspace only.
		hasKubernetes:
			vscode.workspace.workspaceFolders !== undefined && vscode.extensions.getExtension('ms-kubernetes-tools.vscode-kubernetes-tools') !== undefined,
		validates: yaml.get('validate', true),
		schemas: yaml.get('schemas'),
	});
}

async function offerSetting(uri: vscode.Uri): Promise<void> {
	const leave = vscode.l10n.t('Leave It to Peapod');
	const chosen = await vscode.window.showInformationMessage(
		vscode.l10n.t('The YAML extension judges Kubernetes manifests as well, by an entry in yaml.schemas: mistakes and help are shown twice.'),
		leave,
		vscode.l10n.t('Keep Both'),
	);
	if (chosen !== leave) return;
	const yaml = vscode.workspace.getConfiguration('yaml', uri);
	const set = yaml.inspect('schemas');
	for (const [value, target] of [
		[set?.globalValue, vscode.ConfigurationTarget.Global],
		[set?.workspaceValue, vscode.ConfigurationTarget.Workspace],
		[set?.workspaceFolderValue, vscode.ConfigurationTarget.WorkspaceFolder],
	] as const) {
		const others = withoutKubernetes(value);
		if (others) await yaml.update('schemas', Object.keys(others).length > 0 ? others : undefined, target);
	}
}

async function offerQuiet(): Promise<void> {
	const quiet = vscode.l10n.t('Turn Off YAML Checks Here');
	const chosen = await vscode.window.showInformationMessage(
		vscode.l10n.t('By schemas of the Kubernetes extension the YAML extension judges manifests too: all is shown twice. It can be silenced here, for all YAML.'),
		quiet,
		vscode.l10n.t('Keep Both'),
	);
	if (chosen !== quiet) return;
	const yaml = vscode.workspace.getConfiguration('yaml');
	for (const what of ['validate', 'hover', 'completion']) await yaml.update(what, false, vscode.ConfigurationTarget.Workspace);
}

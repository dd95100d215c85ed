import * as vscode from 'vscode';

/** Changes that one may wish for, by the kinds of code actions that the server has for them: server/src/features/refactor/refactoring.ts. */
const KINDS = {
	addProbes: 'rewrite.probes',
	addResources: 'rewrite.resources',
	addRestricted: 'rewrite.restricted',
	addSidecar: 'rewrite.sidecar',
	extractEnv: 'extract.env',
	wrapInDeployment: 'rewrite.deployment',
	wrapInJob: 'rewrite.job',
} as const;

/** Commands that make the change where one stands. VS Code itself says where there is none to be made. */
export function registerFromHere(context: vscode.ExtensionContext): void {
	for (const [name, kind] of Object.entries(KINDS)) {
		const change = () => vscode.commands.executeCommand('editor.action.refactor', { kind: `refactor.${kind}`, apply: 'first' });
		context.subscriptions.push(vscode.commands.registerCommand(`peapod.${name}`, change));
	}
}

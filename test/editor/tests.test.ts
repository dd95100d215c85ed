import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, open, pageTab, setLanguage, until } from './in-editor';

const SCENARIO = 'actions:\n- at: 30s\n  do: delete\nexpect:\n- the: pod\n  becomes: ready\n';

suite('Scenarios as tests in VS Code', () => {
	let document: vscode.TextDocument;

	suiteSetup(async () => {
		await setLanguage('en');
		await vscode.workspace.fs.copy(file('shop.yaml'), file('market.yaml'), { overwrite: true });
		await vscode.workspace.fs.writeFile(file('market.scenario.yaml'), new TextEncoder().encode(SCENARIO));
		({ document } = await open('market.scenario.yaml'));
	});

	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		for (const name of ['market.yaml', 'market.scenario.yaml']) await vscode.workspace.fs.delete(file(name));
		await setLanguage('auto');
	});

	test('have a lens that tells how they stand, and runs them', async () => {
		const lens = await until(async () => {
			const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
			return lenses.find(({ command }) => command?.command === 'peapod.runTests' && /^Run: 1 /.test(command.title));
		}, 'lens that tells of one');
		await vscode.commands.executeCommand('peapod.runTests', ...(lens.command?.arguments ?? []));
	});

	test('are played on the manifest beside them before they are saved', async () => {
		const unsaved = await vscode.workspace.openTextDocument(file('market.new.scenario.yaml').with({ scheme: 'untitled' }));
		const { selection } = await vscode.window.showTextDocument(unsaved);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(unsaved.uri, selection.start, 'expect:\n- the: pod\n  becomes: ready\n');
		await vscode.workspace.applyEdit(edit);
		await until(async () => {
			const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', unsaved.uri);
			return lenses.find(({ command }) => command?.title === 'Run: 1 holds');
		}, 'lens that says so');
		await vscode.commands.executeCommand('peapod.runTests', unsaved.uri.toString());
		assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'untitled' && uri.path.endsWith('/market.yaml')), 'looking makes nothing');
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	test('are watched at an instant', async () => {
		await vscode.commands.executeCommand('peapod.openPanel', document.uri.toString(), undefined, 30);
		await vscode.window.tabGroups.close(await pageTab('Life of market.yaml'));
	});
});

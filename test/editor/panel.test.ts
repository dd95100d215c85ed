import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, labelsAt, open, openText, pageTab, setLanguage, until, when } from './in-editor';

const titles = (): readonly string[] =>
	vscode.window.tabGroups.all.flatMap((group) => group.tabs.flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview ? label : [])));

suite('The panel in VS Code', () => {
	suiteSetup(() => setLanguage('en'));
	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await setLanguage('auto');
	});

	test('follows the editor, until it is locked', async () => {
		const { document } = await open('web.yaml');
		await vscode.commands.executeCommand('peapod.openPanel', document.uri);
		await pageTab('Life of web.yaml');
		// A Service is nothing to turn to.
		await open('service.yaml');
		await open('shop.yaml');
		await pageTab('Life of shop.yaml');
		assert.deepEqual(titles(), ['Life of shop.yaml']);
		await vscode.commands.executeCommand('peapod.lockPanel');
		await open('web.yaml');
		await vscode.commands.executeCommand('peapod.openPanel', file('web.yaml'));
		await pageTab('Life of web.yaml');
		assert.deepEqual([...titles()].sort(), ['Life of shop.yaml', 'Life of web.yaml']);
		// The file that is locked has its panel already; the other one stays where it is.
		await open('shop.yaml');
		await vscode.commands.executeCommand('peapod.openPanel', file('shop.yaml'));
		assert.deepEqual([...titles()].sort(), ['Life of shop.yaml', 'Life of web.yaml']);
	});

	test('is not opened on what is no YAML', async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content: '{}\n' }));
		await vscode.commands.executeCommand('peapod.openPanel', document.uri);
		assert.deepEqual(titles(), []);
	});

	test('speaks Korean with both languages, as the lenses do', async () => {
		await setLanguage('both');
		const { document } = await open('web.yaml');
		await vscode.commands.executeCommand('peapod.openPanel', document.uri);
		await pageTab('web.yaml의 일생');
		await setLanguage('en');
		await pageTab('Life of web.yaml');
	});

	test('shows the life of a file that nobody saved', async () => {
		const { document } = await openText('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n');
		await vscode.commands.executeCommand('peapod.openPanel', document.uri);
		await pageTab(`Life of ${document.uri.path}`);
	});
});

suite('Typing in VS Code', () => {
	test('offers no words of the file where a name is to be written', async () => {
		const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shopping\nspec:\n  containers:\n  - name: sh';
		const { document } = await openText(text);
		const end = document.positionAt(text.length);
		assert.deepEqual(await labelsAt(document, end), []);
		assert.equal(vscode.workspace.getConfiguration('editor', document).get('wordBasedSuggestions'), 'off');
	});

	test('is judged once it is YAML, whatever it was before', async () => {
		const { document } = await vscode.window.showTextDocument(
			await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers: []\n' }),
		);
		assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
		await vscode.languages.setTextDocumentLanguage(document, 'yaml');
		await when(() => vscode.languages.getDiagnostics(document.uri).length > 0, 'verdict');
		const lenses = await until(async () => {
			const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
			return all.length > 0 ? all : undefined;
		}, 'code lens');
		assert.equal(lenses[0]?.command?.command, 'peapod.openPanel');
	});
});

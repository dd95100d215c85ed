import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { faultWith, file, hoverText, labelsAt, mend, open, pageTab, positionOf, setLanguage, until, when } from './in-editor';

const SCENARIO = `world:
  containers:
    shopp:
      runs:
      - exitAfter: 5 sec
        exitCode: 1
actions:
- at: 30s
  do: delete
until: 5m
`;

suite('Scenario files in VS Code', () => {
	let document: vscode.TextDocument;

	// VS Code in a browser saves what is edited, so the files are the suite's own.
	suiteSetup(async () => {
		await setLanguage('en');
		await vscode.workspace.fs.copy(file('shop.yaml'), file('stall.yaml'), { overwrite: true });
		await vscode.workspace.fs.writeFile(file('stall.scenario.yaml'), new TextEncoder().encode(SCENARIO));
		({ document } = await open('stall.scenario.yaml'));
	});

	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.files.saveAll');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		for (const name of ['stall.yaml', 'stall.scenario.yaml']) await vscode.workspace.fs.delete(file(name));
		await setLanguage('auto');
	});

	test('are judged by the manifest beside them, and mended', async () => {
		const name = await faultWith(document, 'scenario/unknown-container');
		assert.equal(document.getText(name.range), 'shopp');
		assert.match(name.message, /stall\.yaml has no container shopp; there are log-shipper, shop\./);
		await mend(document, name);
		await mend(document, await faultWith(document, 'scenario/value'));
		await when(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'peace');
		assert.match(document.getText(), /^ {4}shop:\n {6}runs:\n {6}- exitAfter: 5s$/m);
	});

	test('are helped: keys, values, names, words', async () => {
		assert.match(
			await until(async () => (await hoverText(document, 'exitAfter')) || undefined, 'hover'),
			/\*\*world\.containers\.shop\.runs\[0\]\.exitAfter\*\*/,
		);
		assert.match(await hoverText(document, 'delete'), /delete/);
		const values = await labelsAt(document, positionOf(document, 'delete'));
		assert.ok(
			['delete', 'evict', 'patch'].every((value) => values.includes(value)),
			values.join(),
		);
		const keys = await labelsAt(document, positionOf(document, 'exitCode'));
		assert.ok(keys.includes('reason') && !keys.includes('exitAfter'), keys.join());
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, positionOf(document, 'actions'), '    \n');
		await vscode.workspace.applyEdit(edit);
		assert.ok((await labelsAt(document, positionOf(document, '    \nactions', 4))).includes('log-shipper'));
		await vscode.commands.executeCommand('undo');
	});

	test('are played on their manifest', async () => {
		await vscode.commands.executeCommand('peapod.openPanel', document.uri);
		await pageTab('Life of stall.yaml');
	});

	test('stay with a manifest that is given another name', async () => {
		const rename = async (from: string, to: string): Promise<vscode.Tab> => {
			const edit = new vscode.WorkspaceEdit();
			edit.renameFile(file(from), file(to));
			await vscode.workspace.applyEdit(edit);
			return pageTab(`Life of ${to}`);
		};
		await rename('stall.yaml', 'booth.yaml');
		await vscode.window.tabGroups.close(await rename('booth.yaml', 'stall.yaml'));
	});

	test('see what becomes of the manifest', async () => {
		const manifest = await open('stall.yaml');
		const edit = new vscode.WorkspaceEdit();
		const at = positionOf(manifest.document, '- name: shop', 8);
		edit.replace(manifest.document.uri, new vscode.Range(at, at.translate(0, 4)), 'till');
		await vscode.workspace.applyEdit(edit);
		assert.match((await faultWith(document, 'scenario/unknown-container')).message, /there are log-shipper, till\./);
		await vscode.window.showTextDocument(manifest.document);
		await vscode.commands.executeCommand('undo');
		await when(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'peace');
	});
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { choose, faultWith, hoverText, mend, positionOf, setLanguage, until } from './in-editor';

const POD = `{
  "apiVersion": "v1",
  "kind": "Pod",
  "metadata": { "name": "web" },
  "spec": {
    "restartPolicy": "",
    "containers": [{ "name": "web", "imagee": "nginx:1.27" }]
  }
}
`;

suite('Manifests in JSON, in VS Code', () => {
	const open = async (content: string): Promise<vscode.TextEditor> =>
		vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
	suiteSetup(() => setLanguage('en'));
	suiteTeardown(() => setLanguage('auto'));

	test('are judged, explained, mended and completed', async () => {
		const editor = await open(POD);
		const { document } = editor;
		await mend(document, await faultWith(document, 'decode/unknown-field'));
		assert.match(document.getText(), /"image": "nginx:1\.27"/);
		assert.match(await hoverText(document, 'restartPolicy'), /spec\.restartPolicy/);
		const at = positionOf(document, '""', 1);
		editor.selection = new vscode.Selection(at, at);
		await choose('On', () => document.getText().includes('"restartPolicy": "OnFailure"'));
	});

	test('what becomes one is judged from then on; what is none is nobody’s business', async () => {
		const { document } = await open('{ "name": "peapod" }');
		assert.equal(await hoverText(document, 'name'), '');
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), POD);
		await vscode.workspace.applyEdit(edit);
		await faultWith(document, 'decode/unknown-field');
	});

	test('what is no JSON is told by the server of JSON alone', async () => {
		const { document } = await open(POD.replace('"kind": "Pod",', '"kind": "Pod",,'));
		const [fault] = await until(() => {
			const found = vscode.languages.getDiagnostics(document.uri);
			return found.length > 0 ? found : undefined;
		}, 'fault of JSON');
		await hoverText(document, 'Pod');
		assert.deepEqual([fault?.source === 'Peapod', vscode.languages.getDiagnostics(document.uri).length], [false, 1]);
	});
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { goBehind, openText, until } from './in-editor';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: nginx:1.27
  terminationGracePeriodSeconds: 5
`;

suite('Changes from where one stands, in VS Code', () => {
	suiteTeardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

	const changed = async (command: string, editor: vscode.TextEditor, into: RegExp): Promise<string> => {
		// Asked again: at first the server may not have read the text.
		await until(async () => {
			await vscode.commands.executeCommand(command);
			await new Promise((done) => setTimeout(done, 300));
			return into.test(editor.document.getText()) || undefined;
		}, `change by ${command}`);
		return editor.document.getText();
	};

	test('requests and limits come with tab stops, and a pod is wrapped', async () => {
		const editor = await openText(POD);
		goBehind(editor, 'terminationGracePeriodSeconds');
		await changed('peapod.addResources', editor, /resources:/);
		// The first stop is selected: what is typed takes its place.
		await vscode.commands.executeCommand('type', { text: '250m' });
		assert.match(editor.document.getText(), /^ {4}resources:\n {6}requests:\n {8}cpu: 250m\n {8}memory: 128Mi\n/m);
		await vscode.commands.executeCommand('leaveSnippet');
		goBehind(editor, 'name: web');
		const wrapped = await changed('peapod.wrapInDeployment', editor, /kind: Deployment/);
		assert.match(wrapped, /^ {8}resources:\n {10}requests:\n {12}cpu: 250m$/m);
	});
});

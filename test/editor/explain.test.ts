import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { goBehind, open, setLanguage, until } from './in-editor';

const pageOf = (path: string): string | undefined =>
	vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'peapod-words' && uri.path === `/${path}.md`)?.getText();

/** Asks of the field at the cursor, and takes the first answer. */
async function explain(holds: (page: string) => boolean): Promise<string> {
	await vscode.commands.executeCommand('peapod.explainField');
	// Before there is an answer: a quick Enter waits for it.
	await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	return until(() => {
		const page = pageOf('pod.spec.restartPolicy');
		return page !== undefined && holds(page) ? page : undefined;
	}, 'page of words');
}

suite('Explain a Field in VS Code', () => {
	suiteTeardown(() => setLanguage('auto'));

	test('begins with the key at the cursor, and shows a page in the language of help', async () => {
		const editor = await open('web.yaml');
		goBehind(editor, 'restartPol');
		await setLanguage('en');
		assert.match(await explain((page) => !/[가-힣]/.test(page)), /^# restartPolicy\n\n`pod\.spec\.restartPolicy` — string · default `Always`\n/);
		await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
		await setLanguage('ko');
		// The same page, shown before: it must not stay what it was.
		assert.match(await explain((page) => /[가-힣]/.test(page)), /^# restartPolicy/);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});
});

/** All of a kind mended at once: offered with its edit, or, where the editor can wait for it, without. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const WAITS: ClientCapabilities = {
	...VSCODE,
	textDocument: { ...VSCODE.textDocument, codeAction: { ...VSCODE.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};
const TWO = ['one', 'two'].map((name) => POD.replace('name: a', `name: ${name}`).replace('image: b', 'image: b\n    imagePullPolicy: always')).join('---\n');
const SCENARIO = 'actions:\n- at: 5 sec\n  do: delete\n- at: 9 sec\n  do: delete\nuntil: 5m\n';

async function actions(editor: Editor, uri = URI): Promise<readonly CodeAction[]> {
	const [first] = await editor.pull(uri);
	assert.ok(first);
	return editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: first.range, context: { diagnostics: [first] } });
}

const ofKind = (all: readonly CodeAction[]): CodeAction | undefined => all.find(({ title }) => title.startsWith('Fix all'));
const editsOf = (action: CodeAction | undefined) => (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits.length;

test('editors that can wait for the edit get it once it is wanted', async (t) => {
	const editor = await Editor.start({ capabilities: WAITS, options: OURS });
	t.after(() => editor.stop());
	await editor.show(TWO);
	const action = ofKind(await actions(editor));
	assert.ok(action);
	assert.match(action.title, /^Fix all of \S+ in this file$/);
	assert.equal(action.edit, undefined);
	assert.equal(editsOf(await editor.ask<CodeAction>('codeAction/resolve', action)), 2);
});

test('the others get it at once, and so it is in scenario files', async (t) => {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	await editor.show(TWO);
	assert.match(ofKind(await actions(editor))?.title ?? '', /^Fix all 2 of \S+ in this file$/);
	const uri = 'file:///pod.scenario.yaml';
	await editor.show(SCENARIO, uri);
	assert.equal(editsOf(ofKind(await actions(editor, uri))), 2);
});

/** Changes that one may wish for, over the wire: with tab stops where the editor knows them in edits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const STOPS: ClientCapabilities = { ...VSCODE, workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
/** The name of the container. */
const NAME = { line: 6, character: 8 };

async function actions(editor: Editor, only?: readonly string[], at = NAME): Promise<readonly CodeAction[]> {
	const params = { textDocument: { uri: URI }, range: { start: at, end: at }, context: { diagnostics: [], ...(only && { only }) } };
	return editor.ask<CodeAction[]>('textDocument/codeAction', params);
}

const titles = (all: readonly CodeAction[]): readonly string[] => all.map(({ title }) => title);
const editsOf = (action: CodeAction | undefined): readonly unknown[] => (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits ?? [];

test('what belongs to the line is offered, and all of it where it is asked for by its kind', async (t) => {
	const editor = await Editor.start({ capabilities: STOPS, options: OURS });
	t.after(() => editor.stop());
	await editor.show(`${POD}    env: [] # none\n`);
	assert.deepEqual(titles(await actions(editor)), ['Add readiness and liveness probes', 'Add requests and limits', 'Add a restricted securityContext']);
	assert.deepEqual(titles(await actions(editor, ['quickfix'])), []);
	assert.deepEqual(titles(await actions(editor, ['refactor.extract'])), []);
	assert.equal((await actions(editor, ['refactor'])).length, 6);
	const kinds = ['deployment', 'job', 'probes', 'resources', 'restricted', 'sidecar'].map((kind) => `refactor.rewrite.${kind}`);
	assert.deepEqual(
		(await actions(editor, ['refactor'])).map(({ kind }) => kind),
		kinds,
	);
	for (const kind of kinds) assert.equal((await actions(editor, [kind], { line: 0, character: 0 })).length, 1, kind);
	assert.deepEqual(titles(await actions(editor, undefined, { line: 1, character: 6 })), ['Wrap into a Deployment', 'Wrap into a Job']);
});

test('tab stops come to editors that know them in edits, their proposals to the others', async (t) => {
	const text = 'resources:\n      requests:\n        cpu: ${1:100m}\n        memory: ${2:128Mi}\n      limits:\n        memory: ${3:256Mi}\n';
	const start = { line: 8, character: 0 };
	for (const [capabilities, edit] of [
		[STOPS, { range: { start, end: start }, snippet: { kind: 'snippet', value: `    ${text}` } }],
		[VSCODE, { range: { start, end: start }, newText: `    ${text.replace(/\$\{\d:(\w+)\}/g, '$1')}` }],
	] as const) {
		const editor = await Editor.start({ capabilities, options: OURS });
		t.after(() => editor.stop());
		await editor.show(POD);
		assert.deepEqual(editsOf((await actions(editor)).find(({ title }) => title === 'Add requests and limits')), [edit]);
	}
});

test('what a fix proposes is typed over at once', async (t) => {
	const editor = await Editor.start({ capabilities: STOPS, options: OURS });
	t.after(() => editor.stop());
	const only = ['quickfix'];
	const text = POD.replace('    image: b\n', '');
	await editor.show(`${text}  restartPolicy: Never\n`);
	const at = { line: 6, character: 4 };
	const added = { line: 7, character: 0 };
	assert.deepEqual(editsOf((await actions(editor, only, at))[0]), [
		{ range: { start: added, end: added }, snippet: { kind: 'snippet', value: '    image: ${1:nginx:1.29}\n' } },
	]);
	await editor.show(POD.replace('image: b', "image: ''"));
	const [fix] = await actions(editor, only, { line: 7, character: 11 });
	assert.deepEqual(editsOf(fix), [
		{ range: { start: { line: 7, character: 11 }, end: { line: 7, character: 13 } }, snippet: { kind: 'snippet', value: '${1:nginx:1.29}' } },
	]);
});

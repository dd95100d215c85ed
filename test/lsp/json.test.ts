/** Manifests in JSON: what is written into them is JSON. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CompletionList, Diagnostic, Hover, Position, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, OURS, VSCODE } from './client';

const URI = 'file:///pod.json';
const POD = `{
  "apiVersion": "v1",
  "kind": "Pod",
  "metadata": {},
  "spec": {
    "restartPolicy": "Alwys",
    "containers": [
      {
        "name": "web",
        "livenessProbe": { "httpGet": { "port": "htp" }, "periodSeconds": -1 },
        "ports": [{ "name": "http" }]
      }
    ]
  }
}
`;

async function opened(t: { after: (act: () => Promise<void>) => void }, text: string) {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'json', version: 1, text } });
	const document = TextDocument.create(URI, 'json', 1, text);
	const at = (words: string, offset = 0): Position => document.positionAt(text.indexOf(words) + offset);
	const ask = <T>(method: string, params: object = {}): Promise<T> => editor.ask<T>(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
	const actions = (range: unknown): Promise<readonly CodeAction[]> => ask('codeAction', { range, context: { diagnostics: [] } });
	const changed = ({ edit }: CodeAction): string => {
		const [first] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
		assert.ok(first);
		return TextDocument.applyEdits(document, first.edits as TextEdit[]);
	};
	return { document, at, ask, actions, changed, faults: async () => (await ask<{ items: Diagnostic[] }>('diagnostic')).items };
}

test('faults are found, and what mends them leaves JSON; nothing is offered that is YAML alone', async (t) => {
	const { ask, at, actions, changed, faults } = await opened(t, POD);
	const found = await faults();
	assert.equal(found.length, 6);
	for (const { range, code } of found) {
		const offered = await actions(range);
		assert.ok(offered.length > 0, String(code));
		for (const action of offered) assert.doesNotThrow(() => JSON.parse(changed(action)), action.title);
	}
	const policy = at('restartPolicy', 1);
	assert.match(JSON.stringify(await ask<Hover>('hover', { position: policy })), /spec\.restartPolicy/);
	// Elsewhere there is no fault, and changes that one may wish for are written in YAML.
	assert.deepEqual(await actions({ start: at('"kind"'), end: at('"kind"') }), []);
});

test('words are offered between quotes, and go between them', async (t) => {
	const text = POD.replace('"Alwys"', '""').replace('"name": "web",', '"name": "web",\n        "": "",\n        ');
	const { document, ask, at } = await opened(t, text);
	const offered = async (position: Position) => (await ask<CompletionList | null>('completion', { position }))?.items ?? [];
	const withFirst = async (position: Position, label: string): Promise<string> => {
		const [first] = (await offered(position)).filter((one) => one.label === label);
		assert.ok(first);
		return TextDocument.applyEdits(document, [first.textEdit as TextEdit]);
	};
	assert.match(await withFirst(at('""', 1), 'Always'), /"restartPolicy": "Always",/);
	assert.match(await withFirst(at('"": ""', 1), 'image'), /"image": "",/);
	assert.deepEqual(await offered(at('        \n', 8)), []);
});

test('of JSON that is broken nothing is mended', async (t) => {
	const { actions, faults } = await opened(t, POD.replace('"ports": [', '"ports": [,'));
	for (const { range } of await faults()) assert.deepEqual(await actions(range), []);
});

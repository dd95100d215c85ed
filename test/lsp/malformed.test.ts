/** Every message, spoilt at random: whatever is wrong with it is told by name, and never comes as far as our code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	APPLY,
	FORMER,
	LIVE,
	LIVE_LENSES,
	PRINTED_AT,
	READ_BESIDE,
	SEARCH,
	SEEN,
	SIMULATE,
	STATUS,
	TEST,
	WHAT_IF,
	WHY,
} from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const textDocument = { uri: URI };
const position = { line: 6, character: 11 };
const range = { start: position, end: { line: 8, character: 0 } };
const at = { textDocument, position };

const REQUESTS: Readonly<Record<string, object>> = {
	'textDocument/hover': at,
	'textDocument/completion': at,
	'textDocument/definition': at,
	'textDocument/references': { ...at, context: { includeDeclaration: true } },
	'textDocument/documentHighlight': at,
	'textDocument/prepareRename': at,
	'textDocument/rename': { ...at, newName: 'other' },
	'textDocument/codeAction': { textDocument, range, context: { diagnostics: [], only: ['quickfix', 'source'] } },
	'textDocument/codeLens': { textDocument },
	'textDocument/inlayHint': { textDocument, range },
	'textDocument/documentLink': { textDocument },
	'textDocument/documentSymbol': { textDocument },
	'textDocument/selectionRange': { textDocument, positions: [position, position] },
	'workspace/symbol': { query: 'a' },
	'textDocument/diagnostic': { textDocument },
	'completionItem/resolve': { label: 'image', data: { words: { struct: 'Container', field: 'image', under: 'containers' }, language: 'en' } },
	'workspace/executeCommand': { command: 'peapod.applyFix', arguments: [{ edit: { changes: {} } }] },
	[STATUS.method]: { uri: URI },
	[TEST.method]: { uri: 'file:///pod.scenario.yaml', text: 'expect:\n- the: pod\n  becomes: ready\n', beside: { name: 'pod.yaml', text: POD } },
	[SEARCH.method]: { query: 'image', uri: URI },
	[APPLY.method]: { uri: URI, old: POD },
	[LIVE.method]: { text: POD, uri: URI, pod: { name: 'a' }, zone: 540 },
	[WHY.method]: { text: POD, uri: URI, only: { name: 'a', namespace: 'default' } },
	[PRINTED_AT.method]: { text: 'NAME   READY   STATUS    RESTARTS   AGE\na   1/1   Running   0   3m\n', offset: 50, uri: URI },
	[LIVE_LENSES.method]: { text: POD },
	[WHAT_IF.method]: { text: POD, uri: URI, only: { name: 'a', namespace: 'default' } },
	[SIMULATE.method]: {
		uri: URI,
		document: 0,
		preset: 'crashes',
		scenario: { world: { containers: { a: { runs: [{ exitAfter: '1s' }] } } } },
		scenarioText: 'until: 1m',
	},
};
const NOTIFICATIONS: Readonly<Record<string, object>> = {
	'textDocument/didOpen': { textDocument: { uri: 'file:///other.yaml', languageId: 'yaml', version: 1, text: POD } },
	'textDocument/didChange': { textDocument: { uri: 'file:///edited.yaml', version: 5 }, contentChanges: [{ range, text: 'x' }, { text: POD }] },
	'textDocument/didClose': { textDocument: { uri: 'file:///other.yaml' } },
	'workspace/didChangeConfiguration': { settings: { peapod: { language: 'en' } } },
	'workspace/didChangeWatchedFiles': { changes: [{ uri: 'file:///other.yaml', type: 1 }] },
	'workspace/didChangeWorkspaceFolders': { event: { added: [], removed: [{ uri: 'file:///w', name: 'w' }] } },
	[FORMER.method]: { uri: 'file:///former.yaml', text: POD },
	[SEEN.method]: { uri: 'file:///seen.yaml', text: 'kind: ConfigMap\nmetadata: { name: a }\n' },
};
const JUNK: readonly unknown[] = [null, 5, -1, 1e308, '', 'x', [], {}, true, [null], { line: -1, character: 5 }, 'file:///%zz', '__proto__', { uri: 5 }];

/** Numbers below a bound, the same in each run. */
function numbers(): (below: number) => number {
	let state = 7;
	return (below) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >> 8) % below;
	};
}

for (const [name, capabilities, options] of [
	['VS Code', VSCODE, OURS],
	['a bare client', {}, undefined],
	['a client with commands', { workspace: { applyEdit: true } }, undefined],
] as const) {
	test(`spoilt messages of ${name}`, async (t) => {
		const below = numbers();
		const spoilt = (value: unknown): unknown => {
			if (below(30) === 0) return JUNK[below(JUNK.length)];
			if (Array.isArray(value)) return value.map(spoilt);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (below(40) === 0 ? [] : [[key, spoilt(inner)]])));
		};
		const editor = await Editor.start({ capabilities, options });
		t.after(() => editor.stop());
		editor.connection.onRequest(READ_BESIDE.method, () => spoilt({ name: 'pod.yaml', text: POD }));
		editor.connection.onRequest('workspace/applyEdit', () => ({ applied: true }));
		await editor.show(POD);
		await editor.show('until: 5m\n', 'file:///pod.scenario.yaml');
		const seen = new Map<number, number>();
		for (let i = 0; i < 1500; i++) {
			if (below(4) === 0) {
				const [method = '', params] = Object.entries(NOTIFICATIONS)[below(Object.keys(NOTIFICATIONS).length)] ?? [];
				if (method === 'textDocument/didChange') await editor.show(POD, 'file:///edited.yaml');
				await editor.connection.sendNotification(method, spoilt(params) as object);
				continue;
			}
			const [method = '', params = {}] = Object.entries(REQUESTS)[below(Object.keys(REQUESTS).length)] ?? [];
			const asked = spoilt(params) as object;
			const code = await editor.ask(method, asked).then(
				() => 0,
				(error: { readonly code: number }) => error.code,
			);
			assert.notEqual(code, -32603, `${method} ${JSON.stringify(asked)}\n${editor.log.at(-1)}`);
			seen.set(code, (seen.get(code) ?? 0) + 1);
		}
		assert.ok((seen.get(0) ?? 0) > 300 && (seen.get(-32602) ?? 0) > 100, JSON.stringify([...seen]));
		assert.deepEqual(
			editor.log.filter((line) => /\n\s+at /.test(line)),
			[],
		);
		assert.ok(await editor.at('hover', 7, 5), 'it goes on');
	});
}

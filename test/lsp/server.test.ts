import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CodeAction, CodeLens, CompletionItem, CompletionList, DocumentSymbol, Hover, MarkupContent, TextDocumentEdit } from 'vscode-languageserver/node';
import type { Life } from '../../server/src/protocol/life';
import { READ_BESIDE, type ReadBesideParams, SEARCH, SEEN, SIMULATE, STATUS } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

let editor: Editor;

before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: OURS, locale: 'ko' });
});
after(() => editor.stop());

const codes = async (uri?: string) => (await editor.pull(uri)).map(({ code }) => code);
const complete = (line: number, character: number): Promise<CompletionList> => editor.at('completion', line, character);
const labels = async (line: number, character: number): Promise<readonly string[]> => (await complete(line, character)).items.map(({ label }) => label);
const actionsAt = (line: number, character: number, uri = URI): Promise<CodeAction[]> => {
	const at = { line, character };
	return editor.ask('textDocument/codeAction', { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } });
};
const textOf = ({ contents }: Hover): string => (contents as MarkupContent).value;

test('a good pod has no diagnostics', async () => {
	await editor.show(POD);
	assert.deepEqual(await editor.pull(), []);
});

test('a change is judged, in the language of the editor', async () => {
	await editor.show(POD, 'file:///changed.yaml');
	await editor.connection.sendNotification('textDocument/didChange', {
		textDocument: { uri: 'file:///changed.yaml', version: 77 },
		contentChanges: [{ range: { start: { line: 7, character: 4 }, end: { line: 7, character: 9 } }, text: 'imagee' }],
	});
	const [first] = await editor.pull('file:///changed.yaml');
	assert.deepEqual([first?.code, first?.source], ['decode/unknown-field', 'Peapod']);
	assert.match(String(first?.message), /^unknown field "spec.containers\[0\].imagee"\n.*[가-힣]/);
});

test('a change is judged although it has the version of the text before', async () => {
	const uri = 'file:///counts-wrong.yaml';
	await editor.show(POD, uri);
	await editor.pull(uri);
	for (const [from, to, found] of [
		['image', 'imagee', ['decode/unknown-field', 'container/image-required']],
		['imagee', 'image', []],
	] as const) {
		const range = { start: { line: 7, character: 4 }, end: { line: 7, character: 4 + from.length } };
		await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: to }] });
		assert.deepEqual(await codes(uri), found);
	}
});

test('a quick fix mends it, in the version it was made for', async () => {
	await editor.show(POD.replace('image:', 'imagee:'));
	const range = { start: { line: 7, character: 4 }, end: { line: 7, character: 10 } };
	const [fix] = await actionsAt(7, 5);
	const [change] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual([fix?.kind, fix?.isPreferred, change?.edits], ['quickfix', true, [{ range, newText: 'image' }]]);
	assert.equal(change?.textDocument.uri, URI);
	assert.ok(Number.isInteger(change?.textDocument.version));
});

test('hover speaks the language that is set', async () => {
	await editor.show(POD);
	assert.match(textOf(await editor.at('hover', 7, 5)), /[가-힣]/);
	await editor.configure({ language: 'en' });
	assert.doesNotMatch(textOf(await editor.at('hover', 7, 5)), /[가-힣]/);
	await editor.configure({});
});

test('completion offers fields with their shape', async () => {
	await editor.show(`${POD}    \n`);
	const offered = await labels(8, 4);
	assert.ok(offered.includes('readinessProbe'));
	const { command } = (await complete(8, 4)).items.find(({ label }) => label === 'imagePullPolicy') ?? {};
	assert.equal(command?.command, 'editor.action.triggerSuggest', 'a value follows');
	assert.ok(!offered.includes('image'));
});

test('names come from files of the workspace that are not open, and go with them', async () => {
	const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  mode: fast\n';
	await editor.show(`${POD}    envFrom:\n    - configMapRef:\n        name: \n`);
	await editor.tell(SEEN, { uri: 'file:///ws/a/settings.yaml', text: settings });
	assert.deepEqual(await labels(10, 14), ['settings']);
	await editor.tell(SEEN, { uri: 'file:///ws/a/settings.yaml', text: null });
	assert.deepEqual(await labels(10, 14), []);

	// A folder that is left takes its names along, but for what lies in one that stays.
	for (const folder of ['ws/a', 'ws/b', 'other'])
		await editor.tell(SEEN, { uri: `file:///${folder}/s.yaml`, text: settings.replace('settings', folder.replace('/', '-')) });
	assert.deepEqual((await labels(10, 14)).toSorted(), ['other', 'ws-a', 'ws-b']);
	const move = (added: readonly string[], removed: readonly string[]) => {
		const folders = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
		return editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: folders(added), removed: folders(removed) } });
	};
	await move(['file:///ws'], ['file:///ws/a', 'file:///other']);
	assert.deepEqual((await labels(10, 14)).toSorted(), ['ws-a', 'ws-b']);
	await move([], ['file:///ws']);
	assert.deepEqual(await labels(10, 14), []);
});

test('what mends a line and what mends the file are two fixes, the file first', async () => {
	await editor.show('apiVersion: v1\nkind: Pod\nmetadata:\n\u00a0\u00a0name: a\n\u00a0\u00a0namespace: b\nspec: {containers: [{name: a, image: b}]}\n');
	assert.deepEqual(
		(await actionsAt(3, 1))
			.slice(0, 2)
			.map(({ title, isPreferred, edit }) => [title, isPreferred, (edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits]),
		[
			[
				'파일 전체에서 U+00A0 문자를 공백으로 바꾸기',
				true,
				[{ range: { start: { line: 3, character: 0 }, end: { line: 4, character: 2 } }, newText: '  name: a\n  ' }],
			],
			['이 줄에서 U+00A0 문자를 공백으로 바꾸기', false, [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } }, newText: '  ' }]],
		],
	);
});

test('a separator that is missing is put there, though it makes two documents of one', async () => {
	await editor.show(POD + POD.replace('name: a', 'name: c'));
	const [fix] = await actionsAt(8, 1);
	const at = { line: 8, character: 0 };
	assert.deepEqual((fix?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits, [{ range: { start: at, end: at }, newText: '---\n' }]);
});

test('a kind of another group takes its apiVersion along', async () => {
	await editor.show('apiVersion: v1\nkind: Dep\n');
	const deployment = (await complete(1, 9)).items.find(({ label }) => label === 'Deployment');
	assert.deepEqual(deployment?.additionalTextEdits, [{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 14 } }, newText: ' apps/v1' }]);
});

test('a code lens stands over each manifest', async () => {
	await editor.show(`${POD}---\n${POD}`);
	const lenses = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	assert.deepEqual(
		lenses.map(({ range, command }) => [range.start.line, command?.command, command?.arguments]),
		[
			[0, 'peapod.openPanel', [URI, 0]],
			[9, 'peapod.openPanel', [URI, 1]],
		],
	);
});

test('the status says what is seen, or why nothing is', async () => {
	const status = async () => {
		const answer = await editor.put(STATUS, { uri: URI });
		assert.ok(answer);
		return answer;
	};
	await editor.show(POD);
	assert.deepEqual(
		(await status()).documents.map(({ kind, name }) => [kind, name]),
		[['Pod', 'a']],
	);
	await editor.show('apiVersion: v1\nkind: Service\n');
	assert.deepEqual([(await status()).silent, (await status()).otherKind], ['otherKind', 'Service']);
	await editor.show('a: {{ .Values.b }}\n');
	assert.equal((await status()).silent, 'template');
	await editor.show('apiVersion: v1\nkind:Pod\nmetadata: {name: a}\n');
	assert.equal((await status()).silent, 'unreadable');
});

test('a pod lives, with words in both languages', async () => {
	await editor.show(POD);
	const life = (await editor.put(SIMULATE, { uri: URI, document: 0 })) as Life;
	assert.equal(life.kind, 'life');
	assert.equal(life.trace.timeline?.at(-1)?.kubectl?.status, 'Running');
	assert.equal(life.sentences.length, life.trace.story.moments.length);
	assert.ok(life.sentences.every(({ en, ko }) => en && /[가-힣]/.test(ko)));
});

test('a refused pod has its refusal, a wrong scenario its fault, a document that is not there the number of those that are', async () => {
	await editor.show(POD.replace('image: b', 'image: ""'));
	assert.equal((await editor.put(SIMULATE, { uri: URI, document: 0 })).kind, 'refused');
	await editor.show(POD);
	assert.equal((await editor.put(SIMULATE, { uri: URI, document: 0, scenario: { until: 'never' } })).kind, 'scenarioFault');
	for (const document of [1, 99, -1]) assert.deepEqual(await editor.put(SIMULATE, { uri: URI, document }), { kind: 'noDocument', documents: 1 });
	await editor.show('apiVersion: v1\nkind: Service\n');
	assert.deepEqual(await editor.put(SIMULATE, { uri: URI, document: 7 }), { kind: 'otherKind', otherKind: 'Service' });
});

test('a file that is not open is met with silence', async () => {
	assert.equal(await editor.at('hover', 0, 0, {}, 'file:///not-open.yaml'), null);
});

const SCENARIO = 'file:///pod.scenario.yaml';

test('a scenario has diagnostics, fixes, completion and help of its own', async () => {
	await editor.configure({ language: 'en' });
	await editor.show(POD);
	await editor.show('world:\n  containers:\n    b: {}\nuntil: 5 min\n', SCENARIO);
	assert.deepEqual(
		(await editor.pull(SCENARIO)).map(({ code, range, severity }) => [code, range.start.line, severity]),
		[
			['scenario/unknown-container', 2, 2],
			['scenario/value', 3, 1],
		],
	);
	const [fix] = await actionsAt(3, 7, SCENARIO);
	assert.deepEqual(
		((fix?.edit?.documentChanges ?? []) as TextDocumentEdit[])[0]?.edits.map((edit) => 'newText' in edit && edit.newText),
		['5m'],
	);
	assert.match(textOf(await editor.at('hover', 3, 2, {}, SCENARIO)), /How long the pod is watched/);
	const list = await editor.at<CompletionList>('completion', 4, 0, {}, SCENARIO);
	const documentation = list.items.find(({ label }) => label === 'actions')?.documentation as MarkupContent | undefined;
	assert.match(documentation?.value ?? '', /What people do/);
	const status = await editor.put(STATUS, { uri: SCENARIO });
	assert.deepEqual([status?.silent, status?.scenario, status?.documents], ['scenario', { manifest: 'pod.yaml', found: true }, []]);
	await editor.close(SCENARIO);
});

test('the manifest of a scenario may be closed: the client reads it', async () => {
	await editor.close();
	const asked: unknown[] = [];
	let answer: unknown = { name: 'pod.yaml', text: POD };
	const reading = editor.connection.onRequest(READ_BESIDE.method, (params: ReadBesideParams) => {
		asked.push(params);
		return answer;
	});
	await editor.show('world: { containers: { b: {} } }\n', SCENARIO);
	assert.deepEqual(await codes(SCENARIO), ['scenario/unknown-container']);
	assert.deepEqual(asked, [{ uri: SCENARIO, names: ['pod.yaml', 'pod.yml'] }]);
	// What is no answer is taken for none.
	for (answer of [null, 5, {}, [], { name: 'pod.yaml' }, { name: 'pod.yaml', text: null }, { name: 1, text: 'a' }]) assert.deepEqual(await codes(SCENARIO), []);
	reading.dispose();
	assert.deepEqual((await editor.put(STATUS, { uri: SCENARIO }))?.scenario, { manifest: 'pod.yaml', found: false });
	await editor.close(SCENARIO);
});

test('a scenario is judged anew when its manifest changes, in the editor or on the disk', async () => {
	let asked = 0;
	const heard = editor.connection.onRequest('workspace/diagnostic/refresh', () => void asked++);
	await editor.show('until: 1m\n', SCENARIO);
	const settled = async (): Promise<number> => {
		await editor.put(STATUS, { uri: SCENARIO });
		return asked;
	};
	const before = await settled();
	await editor.tell(SEEN, { uri: 'file:///other.yaml', text: POD });
	assert.equal(await settled(), before);
	await editor.tell(SEEN, { uri: URI, text: POD });
	assert.equal(await settled(), before + 1);
	await editor.show(POD);
	assert.ok((await settled()) > before + 1);
	heard.dispose();
	await editor.close(SCENARIO);
});

test('words come with the item that is looked at', async () => {
	await editor.configure({});
	await editor.show(`${POD}    `);
	const list = await complete(8, 4);
	const sorted = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	assert.ok(sorted.slice(0, 5).some(({ label }) => label === 'ports'));
	const item = list.items.find(({ label }) => label === 'livenessProbe');
	assert.ok(item && item.documentation === undefined);
	const { documentation } = await editor.ask<CompletionItem>('completionItem/resolve', item);
	assert.match((documentation as MarkupContent).value, /still works|제대로 동작/);
});

test('names come from all open files', async () => {
	const uri = 'file:///settings.yaml';
	await editor.show('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n', uri);
	await editor.pull(uri);
	await editor.show(`${POD}    envFrom:\n    - configMapRef:\n        name: `);
	const offered = await labels(10, 14);
	await editor.close(uri);
	assert.deepEqual(offered, ['settings']);
});

test('a document that is opened anew is read anew, whatever its version', async () => {
	const textDocument = { uri: 'file:///again.yaml' };
	const { connection } = editor;
	const openAs = (text: string) =>
		connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'yaml', version: 1, text } });
	const symbols = () => editor.ask<readonly DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
	let answer = (): void => {};
	const asked = new Promise<void>((done) => {
		editor.settingsWait = () => {
			done();
			return new Promise<void>((go) => {
				answer = go;
			});
		};
	});
	await openAs(POD);
	const early = symbols();
	await asked;
	editor.settingsWait = undefined;
	await connection.sendNotification('textDocument/didClose', { textDocument });
	await openAs(POD.replace('name: a', 'name: other'));
	answer();
	assert.deepEqual(
		(await early).map(({ name }) => name),
		['Pod/other'],
	);
	assert.deepEqual(
		(await symbols()).map(({ name }) => name),
		['Pod/other'],
	);
	const closing = openAs(POD).then(() => connection.sendNotification('textDocument/didClose', { textDocument }));
	await closing;
	assert.deepEqual(await symbols(), []);
});

test('a file with any kind in it costs nobody their completion', async () => {
	const strange = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: good }\n---\nkind: constructor\nmetadata: { name: __proto__ }\n';
	await editor.tell(SEEN, { uri: 'file:///strange.yaml', text: strange });
	await editor.tell(SEEN, { uri: 'file:///blank.yaml', text: '\n'.repeat(200_000) });
	await editor.show(`${POD}    envFrom:\n    - configMapRef:\n        name: `);
	const offered = await labels(10, 14);
	await editor.tell(SEEN, { uri: 'file:///strange.yaml', text: null });
	assert.deepEqual(offered, ['good']);
});

test('a number is completed with its units as it grows', async () => {
	await editor.show(`${POD}    resources:\n      limits:\n        memory: 51`);
	const list = await complete(10, 18);
	assert.deepEqual([list.isIncomplete, list.items[0]?.label], [true, '51Mi']);
});

test('a name is renamed only where one is given, and to what may be a name there; else the words say why', async () => {
	await editor.configure({ language: 'en' });
	await editor.show(`${POD}  - name: other\n    image: b\n    ports:\n    - { name: web, containerPort: 80 }\n`);
	assert.deepEqual(await editor.at('prepareRename', 6, 11), {
		range: { start: { line: 6, character: 10 }, end: { line: 6, character: 11 } },
		placeholder: 'a',
	});
	assert.equal(await editor.at('prepareRename', 7, 12), null);
	const rename = (line: number, character: number, newName: unknown) =>
		editor.at<{ documentChanges: TextDocumentEdit[] }>('rename', line, character, { newName });
	const edit = await rename(6, 11, 'app');
	assert.deepEqual(edit.documentChanges[0]?.edits, [{ range: { start: { line: 6, character: 10 }, end: { line: 6, character: 11 } }, newText: 'app' }]);
	for (const [line, character, name, code, words] of [
		[7, 12, 'app', -32803, /^Only names can be renamed, and only where the workspace has what they name/],
		[6, 11, 'My App', -32803, /^"My App" cannot be a name here: a lowercase RFC 1123 label/],
		[6, 11, '', -32803, /cannot be a name here/],
		[6, 11, 'other', -32803, /^"other" is the name of another one already/],
		[11, 15, 'a-port-with-a-long-name', -32803, /cannot be a name here: must be no more than 15/],
		[6, 11, 5, -32602, /^newName is missing or malformed/],
	] as const)
		await assert.rejects(
			rename(line, character, name),
			(error: { code: number; message: string }) => error.code === code && words.test(error.message),
			String(name),
		);
	await editor.configure({});
});

test('references come with the declaration or without it', async () => {
	await editor.show(`${POD}    volumeMounts:\n    - { name: data, mountPath: /a }\n  volumes:\n  - name: data\n    emptyDir: {}\n`);
	const lines = async (includeDeclaration: boolean) =>
		(await editor.at<{ range: { start: { line: number } } }[]>('references', 9, 15, { context: { includeDeclaration } })).map(({ range }) => range.start.line);
	assert.deepEqual(await lines(true), [9, 11]);
	assert.deepEqual(await lines(false), [9]);
});

test('hints are those of the lines that are asked for', async () => {
	await editor.show(`${POD}---\n${POD}`);
	const lines = async (start: number, end: number) => {
		const range = { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
		const hints = await editor.ask<{ position: { line: number } }[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range });
		return hints.map(({ position }) => position.line);
	};
	assert.deepEqual([await lines(0, 20), await lines(0, 5), await lines(5, 20), await lines(2, 8)], [[1, 7, 10, 16], [1], [7, 10, 16], [7]]);
});

test('actions are of the kinds that are asked for; all fixes of a file are one of them', async () => {
	await editor.show(POD.replace('image:', 'imagee:').replace('spec:', 'specc:\nspec:\n  restartPolicy: always'));
	const titles = async (only?: readonly string[]) => {
		const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
		const context = { diagnostics: [], ...(only ? { only } : {}) };
		const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context });
		return actions.map(({ kind }) => kind);
	};
	const quick = await titles();
	assert.deepEqual(new Set(quick), new Set(['quickfix']));
	for (const same of [['quickfix'], ['refactor', 'quickfix']]) assert.deepEqual(await titles(same), quick);
	for (const all of [['source.fixAll'], ['source'], ['source.fixAll.peapod']]) assert.deepEqual(await titles(all), ['source.fixAll.peapod']);
	for (const none of [['quick'], ['quickfix.other'], ['source.organizeImports'], ['source.fixAll.other'], ['refactor'], []])
		assert.deepEqual(await titles(none), [], String(none));
	assert.deepEqual(await titles(['']), [...quick, 'source.fixAll.peapod']);
});

test('all of a kind in a file are mended by one action', async () => {
	const two = `${POD}---\n${POD}`.replaceAll('image:', 'imagee:');
	await editor.show(two);
	const line = two.split('\n').findIndex((one) => one.includes('imagee'));
	const all = (await actionsAt(line, 5)).find(({ title }) => title.includes('2건'));
	assert.equal(all?.title, '이 파일의 decode/unknown-field 2건 모두 고치기');
	assert.deepEqual(
		(all?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits.map((edit) => ('newText' in edit ? edit.newText : '')),
		['image', 'image'],
	);
	await editor.show(two.replace('imagee', 'image'));
	assert.equal(
		(await actionsAt(line + POD.split('\n').length, 5)).some(({ title }) => title.includes('건 모두')),
		false,
		'of one there is no all',
	);
});

test('all fixes at once leave what one after another would', async () => {
	const broken = POD.replace('image:', 'imagee:').replace('spec:', 'spec:\n  restartPolicy: always');
	await editor.show(broken);
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
	const context = { diagnostics: [], only: ['source.fixAll'] };
	const [all] = await editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context });
	const [change] = (all?.edit?.documentChanges ?? []) as TextDocumentEdit[];
	const lines = broken.split('\n');
	for (const edit of change?.edits ?? []) {
		assert.ok('newText' in edit && edit.range.start.line === edit.range.end.line);
		const line = lines[edit.range.start.line] ?? '';
		lines[edit.range.start.line] = line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
	}
	assert.equal(lines.join('\n'), POD.replace('spec:', 'spec:\n  restartPolicy: Always'));
	await editor.show(POD);
	assert.deepEqual(await editor.ask('textDocument/codeAction', { textDocument: { uri: URI }, range, context }), []);
});

test('a change of settings asks for everything that they bear on', async () => {
	const asked: string[] = [];
	const requests = ['workspace/diagnostic/refresh', 'workspace/inlayHint/refresh', 'workspace/codeLens/refresh'];
	const heard = requests.map((request) => editor.connection.onRequest(request, () => void asked.push(request)));
	await editor.configure({});
	await editor.show(POD);
	await editor.pull();
	for (const one of heard) one.dispose();
	assert.deepEqual(asked.sort(), [...requests].sort());
});

test('a field is found by what it is called in either language', async () => {
	for (const query of ['초기화 컨테이너', 'init container']) {
		const [first] = await editor.put(SEARCH, { query });
		assert.equal(first?.path, 'pod.spec.initContainers');
		assert.match(first?.markdown ?? '', /# initContainers/);
	}
});

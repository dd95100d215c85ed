/** What comes out of time, malformed, cancelled or never. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import type { Life } from '../../server/src/protocol/life';
import { READ_BESIDE, SEARCH, SIMULATE, STATUS, TEST } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const REFUSED = {
	notInitialized: { code: -32002 },
	invalidRequest: { code: -32600 },
	unknown: { code: -32601 },
	malformed: { code: -32602 },
	cancelled: { code: -32800 },
};

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: OURS });
});
after(() => editor.stop());

test('nothing is answered before initialize, twice initialized, or after shutdown', async (t) => {
	const early = new Editor();
	t.after(() => early.connection.sendNotification('exit').finally(() => early.connection.dispose()));
	const hover = () => early.at('hover', 0, 0);
	await assert.rejects(hover(), REFUSED.notInitialized);
	await assert.rejects(early.put(SEARCH, { query: 'image' }), REFUSED.notInitialized);
	await assert.rejects(early.ask('no/such', {}), REFUSED.notInitialized);
	// What is opened too early is not open.
	await early.show(POD);
	await early.initialize({ capabilities: VSCODE });
	assert.equal(await early.put(STATUS, { uri: URI }), null);
	await assert.rejects(early.initialize({}), REFUSED.invalidRequest);
	await early.show(POD);
	assert.ok(await early.at('hover', 7, 5), 'it goes on as it was initialized first');
	await assert.rejects(early.ask('no/such', {}), REFUSED.unknown);
	await early.connection.sendRequest('shutdown');
	await assert.rejects(hover(), REFUSED.invalidRequest);
	await assert.rejects(early.put(SIMULATE, { uri: URI, document: 0 }), REFUSED.invalidRequest);
	await assert.rejects(early.ask('no/such', {}), REFUSED.invalidRequest);
});

test('what is malformed is refused with the name of what is wrong', async () => {
	await editor.show(POD);
	const textDocument = { uri: URI };
	const position = { line: 0, character: 0 };
	for (const [method, params, words] of [
		['textDocument/hover', {}, /textDocument\.uri/],
		['textDocument/hover', { textDocument: {}, position }, /textDocument\.uri/],
		['textDocument/hover', { textDocument }, /position/],
		['textDocument/hover', { textDocument, position: { line: 'a' } }, /position/],
		['textDocument/completion', { textDocument, position: null }, /position/],
		['textDocument/definition', { textDocument, position: {} }, /position/],
		['textDocument/references', { textDocument }, /position/],
		['textDocument/codeAction', { textDocument, context: { diagnostics: [] } }, /range/],
		['textDocument/codeAction', { textDocument, range: { start: position }, context: { diagnostics: [] } }, /position/],
		['textDocument/inlayHint', { textDocument }, /range/],
		['textDocument/diagnostic', { textDocument: null }, /textDocument\.uri/],
		['textDocument/codeLens', { textDocument: { uri: 5 } }, /textDocument\.uri/],
		[SEARCH.method, { query: 5 }, /query/],
		[SIMULATE.method, { uri: URI, document: 0, scenarioText: 5 }, /scenarioText/],
		[SIMULATE.method, { uri: URI, document: 'first' }, /document/],
		[SIMULATE.method, { document: 0 }, /uri/],
		[STATUS.method, { uri: null }, /uri/],
		[TEST.method, { uri: URI }, /text/],
		[TEST.method, { uri: URI, text: '', beside: { name: 'pod.yaml' } }, /beside/],
	] as const)
		await assert.rejects(
			editor.ask(method, params),
			(error: { code: number; message: string }) => error.code === -32602 && words.test(error.message) && !/TypeError|undefined|\bat /.test(error.message),
			`${method} ${JSON.stringify(params)}`,
		);
	// By position, where the protocol has names.
	await assert.rejects(editor.connection.sendRequest('textDocument/hover', [textDocument, position]), REFUSED.malformed);
	for (const data of [5, null, [], {}, { words: 5 }, { words: {}, language: 'fr' }])
		assert.deepEqual(await editor.ask('completionItem/resolve', { label: 'x', data }), { label: 'x', data });
	assert.ok(await editor.at('hover', 7, 5), 'it goes on');
});

test('a file that comes without a text is not read, and the log says so', async () => {
	const uri = 'file:///no-text.yaml';
	const { connection } = editor;
	await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1 } });
	await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: POD }] });
	await connection.sendNotification('textDocument/didOpen', {});
	assert.equal(await editor.at('hover', 0, 0, {}, uri), null);
	assert.deepEqual(await editor.pull(uri), []);
	const complaints = editor.log.filter((line) => /^textDocument\/did/.test(line));
	assert.deepEqual(complaints, [
		`textDocument/didOpen of ${uri}: textDocument.text is missing or malformed.`,
		`textDocument/didChange of ${uri}: textDocument.uri, of a document that is open, is missing or malformed.`,
		'textDocument/didOpen: textDocument.uri is missing or malformed.',
	]);
	// An edit that is none leaves the text as it is.
	await editor.show(POD);
	await connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: 99 }, contentChanges: [{ text: null }] });
	await connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: 99 } });
	assert.deepEqual(await editor.pull(), []);
	assert.ok(await editor.at('hover', 7, 5));
});

/** It takes a second or more of work, and little is told of it: sixty containers run for a year. */
const CROWD = POD.replace(/ {2}- name: a\n.*\n/, Array.from({ length: 60 }, (_, i) => `  - name: c${i}\n    image: b\n`).join(''));
const LONG = {
	uri: URI,
	document: 0,
	scenario: {
		until: '365d',
	},
};

test('a long life lets others be answered meanwhile, and is given up when it is cancelled', async () => {
	await editor.show(CROWD);
	const token = new CancellationTokenSource();
	let isDone = false;
	const life = editor.connection.sendRequest(SIMULATE.method, LONG, token.token).finally(() => {
		isDone = true;
	});
	// Many answers come before the life is lived.
	for (let i = 0; i < 3; i++) assert.ok(await editor.put(STATUS, { uri: URI }));
	assert.equal(isDone, false);
	token.cancel();
	await assert.rejects(life, REFUSED.cancelled);
});

test('what is cancelled before its turn is not begun', async () => {
	const answers = Array.from({ length: 20 }, () => {
		const token = new CancellationTokenSource();
		const answer = editor.connection.sendRequest(SEARCH.method, { query: 'restart' }, token.token);
		token.cancel();
		return answer.then(
			() => 'answered',
			(error: { code: number }) => error.code,
		);
	});
	assert.deepEqual(new Set(await Promise.all(answers)), new Set([-32800]));
});

test('a life in steps is the life in one go', async () => {
	await editor.show(POD);
	const asked = { uri: URI, document: 0, scenario: { world: { containers: { a: { runs: [{ exitAfter: '1s', exitCode: 1 }] } } }, until: '8h' } };
	const [one, two] = (await Promise.all([editor.put(SIMULATE, asked), editor.put(SIMULATE, asked)])) as [Life, Life];
	assert.ok(one.trace.story.moments.length > 100);
	assert.deepEqual(one, two);
});

test('a client that never says its settings, or what lies beside, keeps nobody waiting for good', async (t) => {
	const mute = new Editor();
	t.after(() => mute.stop());
	mute.settingsWait = () => new Promise(() => {});
	mute.connection.onRequest(READ_BESIDE.method, () => new Promise(() => {}));
	await mute.initialize({ capabilities: VSCODE, options: { ...OURS, language: 'ko' } });
	await mute.show(POD.replace('image:', 'imagee:'));
	await mute.show('until: 5 sec\n', 'file:///pod2.scenario.yaml');
	const [manifest, scenario] = await Promise.all([mute.pull(), mute.pull('file:///pod2.scenario.yaml')]);
	assert.deepEqual([manifest[0]?.code, scenario[0]?.code], ['decode/unknown-field', 'scenario/value']);
	assert.match(String(manifest[0]?.message), /[가-힣]/, 'what initialize brought holds');
	assert.ok(mute.log.some((line) => /^workspace\/configuration: an editor without a name has not answered it yet/.test(line)));
});

test('a manifest beside that comes late is told of when it comes, and who is always late is not asked for ever', async (t) => {
	const slow = new Editor();
	t.after(() => slow.stop());
	const scenario = 'file:///pod.scenario.yaml';
	let reads = 0;
	let bring = (): void => {};
	slow.connection.onRequest(READ_BESIDE.method, async () => {
		reads++;
		await new Promise<void>((go) => {
			bring = go;
		});
		return { name: 'pod.yaml', text: POD };
	});
	let refreshed = (): void => {};
	const asked = new Promise<void>((done) => {
		refreshed = done;
	});
	let refreshes = 0;
	slow.connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
		refreshed();
	});
	await slow.initialize({ capabilities: VSCODE, options: OURS });
	await slow.show('world: { containers: { b: {} } }\n', scenario);
	const codes = async (): Promise<readonly unknown[]> => (await slow.pull(scenario)).map(({ code }: Diagnostic) => code);
	assert.deepEqual(await codes(), []);
	bring();
	await asked;
	assert.deepEqual(await codes(), [], 'it keeps us waiting again');
	bring();
	assert.deepEqual(await codes(), []);
	assert.deepEqual([reads, refreshes], [3, 1]);
});

test('settings that come late still come', async (t) => {
	const slow = new Editor();
	t.after(() => slow.stop());
	let answer = (): void => {};
	slow.settingsWait = () =>
		new Promise<void>((go) => {
			answer = go;
		});
	slow.settings = { language: 'ko' };
	await slow.initialize({ capabilities: VSCODE });
	await slow.show(POD.replace('image:', 'imagee:'));
	const messages = async (): Promise<string> => (await slow.pull()).map(({ message }: Diagnostic) => message).join();
	assert.doesNotMatch(await messages(), /[가-힣]/);
	const asked = new Promise<void>((done) => slow.connection.onRequest('workspace/diagnostic/refresh', () => done()));
	answer();
	await asked;
	assert.match(await messages(), /[가-힣]/);
});

test('the log says whom the server serves and how, from the start', async () => {
	const first = await editor.until(() => editor.log[0]);
	assert.match(
		first,
		/^Serving an editor without a name\. Diagnostics are asked for, settings are asked for, completions are snippets, hovers are markdown, files are read by the client\.$/,
	);
});

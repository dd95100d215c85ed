/** Scenarios as tests, over the wire. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver/node';
import { EXPECT_LIFE, RUN_TESTS, TEST } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const PLAY = 'file:///pod.scenario.yaml';
const EXPECTS = 'actions:\n- at: 20s\n  do: delete\nexpect:\n- the: pod\n  becomes: ready\n- the: pod\n  never: deleting\n- the: pod\n  becomes: redy\n';
const BESIDE = { name: 'pod.yaml', text: POD };

const toldIn = async (editor: Editor, uri: string): Promise<readonly string[]> =>
	(await editor.pull(uri)).map(({ range, code, message }) => `${range.start.line + 1} ${code}: ${message}`);

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: { ...OURS, readsFiles: false, commands: [...(OURS.commands ?? []), RUN_TESTS] } });
});
after(() => editor.stop());

test('a scenario that nobody opened is run, in the language of its settings', async () => {
	await editor.configure({ language: 'ko' });
	const answer = await editor.put(TEST, { uri: PLAY, text: EXPECTS, beside: BESIDE });
	assert.deepEqual(
		answer?.results.map(({ id, title, verdict, span, t }) => [id, title, verdict, span.start, t === undefined ? t : Math.floor(t)]),
		[
			['0 the pod becomes `ready`', '파드가 ready가 된다', 'holds', { line: 5, character: 11 }, 1],
			['1 the pod is never `deleting`', '파드가 deleting인 적이 없다', 'fails', { line: 7, character: 9 }, 20],
			['2 expectation 3', '3번째 기대', 'fault', { line: 9, character: 11 }, undefined],
		],
	);
	assert.match(answer?.results[1]?.message ?? '', /^20초에 Terminating\(1\/1\)이다\n/);
	assert.match(answer?.faults[0]?.message ?? '', /redy/);
	await editor.configure({ language: 'en' });
});

test('without a manifest every expectation is at fault; what expects nothing is no test', async () => {
	const answer = await editor.put(TEST, { uri: PLAY, text: EXPECTS.replace('redy', 'ready') });
	assert.deepEqual([answer?.results.map(({ verdict }) => verdict), answer?.faults.length], [['fault', 'fault', 'fault'], 1]);
	assert.equal(await editor.put(TEST, { uri: PLAY, text: 'until: 1m\n', beside: BESIDE }), null);
});

test('who asks for it is told what says nothing about a scenario', async () => {
	await editor.show(POD);
	const world = 'world: { containers: { a: { runs: [{ exitAfter: 5s, exitCode: 1 }] } } }\n';
	const expects = 'expect:\n- the: pod\n  becomes: ready\n- container: a\n  becomes: restarted\n- the: pod\n  becomes: gone\n';
	await editor.show(world + expects, PLAY);
	assert.deepEqual(await toldIn(editor, PLAY), []);
	await editor.configure({ severity: { '*': 'warning' } });
	assert.deepEqual(await toldIn(editor, PLAY), [], 'to all that is told it does not belong');
	await editor.configure({ severity: { 'expect/says-nothing': 'information' } });
	assert.deepEqual(await toldIn(editor, PLAY), ['4 expect/says-nothing: This holds without world too: it says nothing about this scenario.']);
	await editor.show(expects, PLAY);
	assert.deepEqual(await toldIn(editor, PLAY), [], 'without a world there is nothing to compare');
	await editor.configure({});
});

test('over what is expected stands how it stands, and an offer to run it', async (t) => {
	await editor.show(POD);
	await editor.show(EXPECTS, PLAY);
	const lenses = () => editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: PLAY } });
	const [lens] = await lenses();
	assert.deepEqual([lens?.range.start.line, lens?.command], [3, { title: 'Run: 1 holds, 1 fails, 1 at fault', command: RUN_TESTS, arguments: [PLAY] }]);
	await editor.show('until: 1m\n', PLAY);
	assert.deepEqual(await lenses(), []);
	const other = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => other.stop());
	await other.show(POD, URI);
	await other.show(EXPECTS, PLAY);
	assert.deepEqual(await other.ask('textDocument/codeLens', { textDocument: { uri: PLAY } }), [], 'who has no such command is not sent it');
});

test('a life is written into its scenario as what is expected of it', async () => {
	await editor.show(POD);
	const made = await editor.put(EXPECT_LIFE, { uri: URI, scenarioText: 'until: 1m\n' });
	assert.match(made?.text ?? '', /^until: 1m\nexpect:\n- the: pod\n {2}becomes: ready\n/);
	assert.equal(made?.added, 3);
	const answer = await editor.put(TEST, { uri: PLAY, text: made?.text ?? '', beside: BESIDE });
	assert.deepEqual(
		answer?.results.map(({ verdict }) => verdict),
		['holds', 'holds', 'holds'],
	);
	assert.equal(await editor.put(EXPECT_LIFE, { uri: URI, scenarioText: made?.text ?? '' }), null);
	await assert.rejects(editor.put(EXPECT_LIFE, { uri: URI, scenarioText: 3 as unknown as string }), /scenarioText/);
});

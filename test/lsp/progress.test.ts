/** What lasts is shown as the protocol has it, and what is traced is told. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Trace } from 'vscode-languageserver/node';
import { Answering } from '../../server/src/lsp/answering';
import { Progress } from '../../server/src/lsp/progress';
import { BUILT, STATUS } from '../../server/src/protocol/requests';
import { wire } from './wire';

const pause = (milliseconds: number): Promise<null> => new Promise((done) => setTimeout(done, milliseconds, null));

/** A server that answers after so many milliseconds and shows what takes more than ten, and all that its client hears of it. */
function wired(t: TestContext, { makesProgress = true, locale = 'en', lasts = 60 } = {}) {
	const { server, client } = wire();
	const heard: unknown[] = [];
	client.onRequest('window/workDoneProgress/create', ({ token }) => void heard.push(['create', token]));
	client.onNotification('$/progress', ({ token, value }) => void heard.push([value.kind, token, ...(value.title ? [value.title] : [])]));
	client.onNotification('$/logTrace', ({ message }) => void heard.push(message.replace(/[\d.]+ ms/, 'N ms')));
	const answering = new Answering(server);
	answering.progress = new Progress(server, { makesProgress, locale }, 10);
	answering.answer(BUILT, () => pause(lasts));
	answering.answer(STATUS, () => pause(lasts));
	server.listen();
	client.listen();
	t.after(() => {
		client.dispose();
		server.dispose();
	});
	return { client, heard };
}

test('what lasts is shown under a token that the client is asked for', async (t) => {
	const { client, heard } = wired(t);
	await client.sendRequest(BUILT.method, { uri: '' });
	await pause(20);
	assert.deepEqual(heard, [
		['create', 'peapod-1'],
		['begin', 'peapod-1', 'Peapod is at work'],
		['end', 'peapod-1'],
	]);
});

test('or under the one that came with the request, which ends before its answer', async (t) => {
	const { client, heard } = wired(t, { makesProgress: false, locale: 'ko-KR' });
	await client.sendRequest(BUILT.method, { uri: '', workDoneToken: 7 });
	assert.deepEqual(heard, [
		['begin', 7, 'Peapod이 작업하는 중'],
		['end', 7],
	]);
});

test('nothing is shown of what is quick, of what has a sign of its own, and to clients that show nothing', async (t) => {
	for (const [options, { method }] of [
		[{ lasts: 0 }, BUILT],
		[{}, STATUS],
		[{ makesProgress: false }, BUILT],
	] as const) {
		const { client, heard } = wired(t, options);
		await client.sendRequest(method, { uri: '' });
		await pause(30);
		assert.deepEqual(heard, [], method);
	}
});

test('a client that makes none after all is answered all the same', async (t) => {
	const { client, heard } = wired(t);
	client.onRequest('window/workDoneProgress/create', () => {
		throw new Error('no');
	});
	assert.equal(await client.sendRequest(BUILT.method, { uri: '' }), null);
	assert.deepEqual(heard, []);
});

test('who asks for a trace is told what was answered, and how long it took', async (t) => {
	const { client, heard } = wired(t, { lasts: 0 });
	await client.sendRequest(STATUS.method, { uri: 'file:///a.yaml' });
	await client.sendNotification('$/setTrace', { value: Trace.toString(Trace.Messages) });
	await client.sendRequest(STATUS.method, { uri: 'file:///b.yaml' });
	await pause(5);
	assert.deepEqual(heard, ['peapod/status of file:///b.yaml: N ms']);
});

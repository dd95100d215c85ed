import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest } from 'vscode-languageserver/node';
import { Answering, within } from '../../server/src/lsp/answering';
import { SEEN, STATUS } from '../../server/src/protocol/requests';
import { wire } from './wire';

/** Both ends of a wire, which listen, and what the client was told to log. */
function wired() {
	const { server, client } = wire();
	const log: string[] = [];
	client.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
	server.listen();
	client.listen();
	return { server, client, log };
}

test('what fails is told in a sentence and logged with its request, its document and its place in the code', async () => {
	const { server, client, log } = wired();
	const answering = new Answering(server);
	answering.answer(HoverRequest.type, () => {
		throw new TypeError('oh no');
	});
	answering.answer(STATUS, async () => {
		throw new TypeError('later');
	});
	answering.hear(SEEN, () => {
		throw new TypeError('unheard');
	});
	const position = { line: 0, character: 0 };
	await assert.rejects(client.sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///a.yaml' }, position }), {
		code: -32603,
		message: 'Peapod could not answer textDocument/hover: oh no. Its log has more.',
	});
	await client.sendNotification(SEEN.method, { uri: 'file:///c.yaml', text: null });
	await assert.rejects(client.sendRequest(STATUS.method, { uri: 'file:///b.yaml' }), {
		code: -32603,
		message: /^Peapod could not answer peapod\/status: later/,
	});
	assert.deepEqual(log.map((line) => line.split('\n')[0]).sort(), [
		'peapod/seen of file:///c.yaml: TypeError: unheard',
		'peapod/status of file:///b.yaml: TypeError: later',
		'textDocument/hover of file:///a.yaml: TypeError: oh no',
	]);
	assert.ok(log.every((line) => /\n\s+at /.test(line)));
	client.dispose();
	server.dispose();
});

test('who does not answer in time is not waited for', async () => {
	const { server, client } = wired();
	const answering = new Answering(server);
	client.onRequest(STATUS.method, () => new Promise(() => {}));
	assert.equal(await answering.ask(STATUS, { uri: '' }, 10), undefined);
	assert.deepEqual(await answering.ask({ method: 'no/such' }, {}, 60_000), { answer: undefined });
	client.onRequest(STATUS.method, () => null);
	assert.deepEqual(await answering.ask(STATUS, { uri: '' }, 60_000), { answer: null });
	await assert.rejects(within(60_000, Promise.reject(new Error('no'))), /no/);
	client.dispose();
	server.dispose();
});

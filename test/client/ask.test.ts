import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { answer, ask, tell } from '../../client/src/ask';
import { READ_BESIDE, SEEN, STATUS } from '../../server/src/protocol/requests';

test('what is asked, told and answered has the name that both sides know, and one parameter', async () => {
	const sent: unknown[][] = [];
	const client = {
		sendRequest: async (...all: unknown[]) => sent.push(['ask', ...all]),
		sendNotification: async (...all: unknown[]) => sent.push(['tell', ...all]),
		onRequest: (...all: unknown[]) => sent.push(['answer', ...all]),
	} as unknown as BaseLanguageClient;
	const { token } = new CancellationTokenSource();
	await ask(client, STATUS, { uri: 'file:///a.yaml' });
	await ask(client, STATUS, { uri: 'file:///b.yaml' }, token);
	await tell(client, SEEN, { uri: 'file:///c.yaml', text: null });
	const handler = async () => null;
	answer(client, READ_BESIDE, handler);
	assert.deepEqual(sent, [
		['ask', 'peapod/status', { uri: 'file:///a.yaml' }],
		['ask', 'peapod/status', { uri: 'file:///b.yaml' }, token],
		['tell', 'peapod/seen', { uri: 'file:///c.yaml', text: null }],
		['answer', 'peapod/readBeside', handler],
	]);
});

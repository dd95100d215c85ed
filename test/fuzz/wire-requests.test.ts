import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { serve } from '../../server/src/lsp/server';
import { CAPABILITIES } from './over-wire';
import { GOES_ON, REQUESTS } from './wire-requests';

/** Knows every handler that somebody registers with it, and does nothing. */
function listening() {
	const asked: string[] = [];
	let initialize: ((params: InitializeParams) => unknown) | undefined;
	const known: Readonly<Record<string, unknown>> = {
		onInitialize: (handler: typeof initialize) => {
			initialize = handler;
		},
		onRequest: (one: unknown) => {
			if (typeof one === 'object' && one !== null && 'method' in one) asked.push(String(one.method));
		},
	};
	const connection = new Proxy({}, { get: (_, name) => known[String(name)] ?? (() => undefined) });
	return { connection: connection as Connection, asked, begin: (params: InitializeParams) => initialize?.(params) };
}

test('every request that the server answers is asked by the fuzzer', () => {
	const { connection, asked, begin } = listening();
	serve(connection);
	begin({ processId: null, rootUri: null, capabilities: CAPABILITIES, workspaceFolders: [] });
	assert.deepEqual(asked.sort(), [...Object.keys(REQUESTS), ...Object.values(GOES_ON)].sort());
});

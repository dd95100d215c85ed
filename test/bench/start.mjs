// What a start costs, as medians: a language server from its process to its first diagnostics, beside yaml-language-server, by one client over stdio; and one small file on the command line, beside Node with nothing to do.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUNDS = 20;
const rpc = createRequire(import.meta.url)('vscode-languageserver/node');

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Milliseconds from the start of a server to what it first says of a file. What yaml-language-server says first may be nothing, before it has read its schema: that is in its favour. */
async function firstDiagnostics(command, uri, text, configuration) {
	const start = performance.now();
	const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'] });
	const connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
	const pushed = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
	connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => configuration[section] ?? {}));
	connection.onRequest('client/registerCapability', () => null);
	connection.listen();
	const textDocument = { diagnostic: {}, publishDiagnostics: {} };
	const { capabilities } = await connection.sendRequest('initialize', {
		processId: process.pid,
		rootUri: null,
		capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }, textDocument },
	});
	void connection.sendNotification('initialized', {});
	void connection.sendNotification('workspace/didChangeConfiguration', { settings: configuration });
	void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
	const told = await (capabilities.diagnosticProvider ? connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }) : pushed);
	const time = performance.now() - start;
	connection.dispose();
	child.kill();
	return { time, count: (told.items ?? told.diagnostics).length };
}

function processTime(args) {
	const start = performance.now();
	spawnSync(process.execPath, args);
	return performance.now() - start;
}

/** Prints a table: `schema` is what yaml-language-server is given for a Pod. `npm run package` or `node esbuild.mjs --minify` built dist/. */
export async function benchStart(schema) {
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
	const at = (name) => path.join(folder, name);
	// A file of a repository, as most are: how far to look around is known.
	mkdirSync(at('.git'));
	writeFileSync(at('pod.json'), JSON.stringify(schema));
	const theirs = { yaml: { validate: true, schemaStore: { enable: false }, schemas: { [pathToFileURL(at('pod.json')).href]: '*.yaml' } } };
	console.log(`\n${'from a start'.padEnd(34)}${'Peapod'.padStart(10)}${'yaml-ls'.padStart(10)}${'ratio'.padStart(8)}`);
	for (const name of ['web.yaml', 'seven-mistakes.yaml']) {
		copyFileSync(path.join('examples', name), at(name));
		const [uri, text] = [pathToFileURL(at(name)).href, readFileSync(at(name), 'utf8')];
		const [own, other] = [[], []];
		let counts = '';
		for (let round = 0; round < ROUNDS; round++) {
			const ours = await firstDiagnostics(['dist/server.js', '--stdio'], uri, text, {});
			const others = await firstDiagnostics(['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'], uri, text, theirs);
			own.push(ours.time);
			other.push(others.time);
			counts = `${ours.count} and ${others.count} told`;
		}
		const [mine, yours] = [median(own), median(other)];
		console.log(
			`${`first diagnostics, ${name}`.padEnd(34)}${`${mine.toFixed(0)} ms`.padStart(10)}${`${yours.toFixed(0)} ms`.padStart(10)}${(yours / mine).toFixed(1).padStart(8)}  ${counts}`,
		);
	}
	const [check, nothing] = [[], []];
	for (let round = 0; round < ROUNDS; round++) {
		nothing.push(processTime(['-e', '0']));
		check.push(processTime(['dist/cli.js', 'check', at('web.yaml')]));
	}
	const [own, least] = [median(check), median(nothing)];
	console.log(`peapod check, one small file: ${own.toFixed(0)} ms, ${(own / least).toFixed(2)} times node -e 0 (${least.toFixed(0)} ms)`);
	rmSync(folder, { recursive: true });
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';

const DIST = mkdtempSync(path.join(tmpdir(), 'peapod-dist-'));
const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', input: '' });

before(() => assert.equal(node('esbuild.mjs', '--minify', `--outdir=${DIST}`).stderr, ''));
after(() => rmSync(DIST, { recursive: true }));

/** What may ship, in kilobytes. Who needs more looks first at what became larger: `node esbuild.mjs --minify`, and esbuild's metafile. */
const BUDGETS: Readonly<Record<string, number>> = {
	// What a server reads before it serves: its own first file, what speaks the protocol, and what reads and judges manifests.
	'server.js': 14,
	'server-web.js': 1,
	'web.js': 7,
	'lsp.js': 203,
	'core.js': 371,
	'cli.js': 1,
	// What one file is checked with is 30 of it.
	cli: 122,
	// What is read when it is first asked for.
	'workloads.js': 28,
	'made.js': 28,
	'shown.js': 30,
	'embedded.js': 27,
	'update.js': 21,
	'pod-security.js': 12,
	'life.js': 308,
	'charts.js': 85,
	'chart-help.js': 32,
	// What reads pastes of all shapes is 10 of it.
	'why.js': 133,
	'complete.js': 63,
	'overlays.js': 78,
	'edit.js': 107,
	'repair.js': 49,
	'mend.js': 42,
	// Where paths of patches lead is 2 of it.
	'navigate.js': 45,
	'hover.js': 30,
	'apply.js': 30,
	// With it, with what helps in templates and with schemas, charts are less than the 180 that they may be.
	'templates-regexp-syntax.js': 37,
	'defaults-go-shapes.js': 6,
	'values-schema.js': 23,
	// What messages of others mean is 27 of it.
	words: 905,
	course: 155,
	'extension.js': 370,
	// Five modes, each with its views and its words in two languages.
	'webview.js': 195,
	'webview.css': 36,
};
/** What is not named above is small: what several parts share. */
const OTHERS = 75;
/** All that the extension has of it, each file deflated, as in a .vsix. */
const PACKED = 1118;

test('what ships keeps its budget', () => {
	const sizeOf = (name: string): number => {
		const place = path.join(DIST, name);
		const { size } = statSync(place);
		return statSync(place).isDirectory() ? readdirSync(place).reduce((sum, one) => sum + sizeOf(path.join(name, one)), 0) : size;
	};
	for (const [name, most] of Object.entries(BUDGETS)) assert.ok(sizeOf(name) <= most * 1000, `${name}: ${sizeOf(name)} bytes, ${most} kB at most`);
	const others = readdirSync(DIST).filter((name) => !(name in BUDGETS) && name !== 'readme.md');
	const sum = others.reduce((bytes, name) => bytes + sizeOf(name), 0);
	assert.ok(sum <= OTHERS * 1000, `${others.join(', ')}: ${sum} bytes, ${OTHERS} kB at most`);
});

test('what the extension ships is packed small', () => {
	const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|css)$/.test(name) && !/^cli\b/.test(name));
	const packed = files.reduce((bytes, name) => bytes + deflateRawSync(readFileSync(path.join(DIST, name)), { level: 9 }).length, 0);
	assert.ok(files.length > 30 && packed <= PACKED * 1000, `${files.length} files: ${packed} bytes, ${PACKED} kB at most`);
});

test('what builds overlays is read when the first is built, and not before', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	writeFileSync(path.join(folder, 'kustomization.yaml'), 'namePrefix: a-\nresources: [pod.yaml]\n');
	writeFileSync(path.join(folder, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\nspec:\n  containers:\n  - image: c\n');
	assert.match(node(`${DIST}/cli.js`, 'build', folder).stdout, /^ {2}name: a-b$/m);
	assert.match(node(`${DIST}/cli.js`, 'check', folder).stdout, /pod\.yaml:7:5: error: in \S+: spec\.containers\[0\]\.name: Required value/);
	const moved = path.join(DIST, 'moved.js');
	renameSync(path.join(DIST, 'overlays.js'), moved);
	const plain = node(`${DIST}/cli.js`, 'check', 'examples/web.yaml');
	renameSync(moved, path.join(DIST, 'overlays.js'));
	rmSync(folder, { recursive: true });
	assert.deepEqual([plain.status, plain.stdout, plain.stderr], [0, '', '']);
});

test('what mends is read when somebody asks how, and not for what is told', () => {
	const check = () => node(`${DIST}/cli.js`, 'check', 'examples/seven-mistakes.yaml');
	const told = check();
	const late = ['edit.js', 'repair.js', 'navigate.js', 'hints.js'];
	for (const name of late) renameSync(path.join(DIST, name), path.join(DIST, `${name}.moved`));
	const again = check();
	for (const name of late) renameSync(path.join(DIST, `${name}.moved`), path.join(DIST, name));
	assert.ok(told.status === 1 && told.stdout.split('\n').length > 7, told.stdout);
	assert.deepEqual([again.status, again.stdout, again.stderr], [told.status, told.stdout, told.stderr]);
});

/** What a worker of the browser does with our files, as far as they can tell: no `require`, no `module`, one scope for all of them. */
function worker(folder: string) {
	const told: unknown[] = [];
	const listeners: ((event: { data: unknown }) => void)[] = [];
	const scope: Record<string, unknown> = {
		addEventListener: (type: string, listener: (event: { data: unknown }) => void) => type === 'message' && listeners.push(listener),
		postMessage: (message: unknown) => told.push(message),
		importScripts: (url: string) => runInContext(readFileSync(fileURLToPath(url), 'utf8'), context),
		console,
		setTimeout,
		clearTimeout,
		queueMicrotask,
		TextEncoder,
		TextDecoder,
		performance,
		URL,
	};
	scope.self = scope;
	const context = createContext(scope);
	runInContext(readFileSync(path.join(folder, 'server-web.js'), 'utf8'), context);
	const tell = (data: unknown): void => {
		for (const listener of listeners.splice(0)) listener({ data });
		(scope.onmessage as ((event: { data: unknown }) => void) | undefined)?.({ data });
	};
	return { tell, told };
}

test('the web server reads the same files, from the folder that it is told of', async () => {
	const { tell, told } = worker(DIST);
	tell(pathToFileURL(DIST).href);
	const ask = async (method: string, params: object): Promise<unknown> => {
		const id = `${method}-${told.length}`;
		tell({ jsonrpc: '2.0', id, method, params });
		for (let turn = 0; turn < 1000; turn++) {
			const answer = told.find((one) => (one as { id?: unknown }).id === id);
			if (answer) return answer;
			await new Promise((resolve) => setImmediate(resolve));
		}
		return undefined;
	};
	const textDocument = { uri: 'file:///a.yaml' };
	await ask('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
	const text = readFileSync('examples/seven-mistakes.yaml', 'utf8');
	tell({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'yaml', version: 1, text } } });
	assert.match(JSON.stringify(await ask('textDocument/diagnostic', { textDocument })), /Did you mean/);
	assert.match(JSON.stringify(await ask('textDocument/hover', { textDocument, position: { line: 3, character: 1 } })), /kind/);
});

test('every word that is asked for is in its file, and none is read before', () => {
	assert.match(node(`${DIST}/cli.js`, 'explain', 'pod.spec.containers.image', '--lang', 'ko').stdout, /[가-힣]/);
	assert.match(node(`${DIST}/cli.js`, 'explain', 'why-pods').stdout, /TOPIC/);
	assert.match(node(`${DIST}/cli.js`, 'check', 'examples/seven-mistakes.yaml').stdout, /\[probe\//);
	rmSync(`${DIST}/words`, { recursive: true });
	const clean = node(`${DIST}/cli.js`, 'check', 'examples/web.yaml');
	assert.deepEqual([clean.status, clean.stdout, clean.stderr], [0, '', '']);
});

/** Reads the extension where nothing of VS Code is there but its names. */
const READ = `
const anything = () => new Proxy(function () {}, { get: (of, name) => (name in of ? of[name] : anything()) });
const types = require('fs').readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
const names = [...types.matchAll(/^\\texport (?:abstract )?(?:class|enum|namespace|const|function) (\\w+)/gm)].map(([, name]) => name);
const vscode = Object.fromEntries(names.map((name) => [name, anything()]));
const Module = require('module');
const load = Module._load;
Module._load = function (wanted, ...rest) { return wanted === 'vscode' ? vscode : load.call(this, wanted, ...rest); };
console.log(Object.keys(require(process.argv[1])).join());
`;

test('the extension is read without what is left out of its packages', () => {
	const { stdout, stderr } = node('-e', READ, path.join(DIST, 'extension.js'));
	assert.deepEqual([stdout.trim(), stderr], ['activate,deactivate', '']);
});

test('the extension asks for the API of VS Code once, whatever number of its files uses it', () => {
	const text = readFileSync(path.join(DIST, 'extension.js'), 'utf8');
	assert.equal(text.match(/require\("vscode"\)/g)?.length, 1);
});

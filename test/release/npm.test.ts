import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

/** A folder in which nothing is but what the tests put there. */
const HOME = mkdtempSync(path.join(tmpdir(), 'peapod-npm-'));
const WINDOWS = process.platform === 'win32';
const npm = (command: 'npm' | 'npx', args: readonly string[]) =>
	spawnSync(command, ['--cache', path.join(HOME, 'cache'), '--offline', '--no-audit', '--no-fund', '--no-update-notifier', ...args], {
		cwd: path.join(HOME, 'empty'),
		encoding: 'utf8',
		shell: WINDOWS,
	});
let tarball = '';

before(() => {
	const node = (...args: readonly string[]): void => assert.equal(spawnSync(process.execPath, args, { encoding: 'utf8' }).stderr, '');
	node('release/npm.mjs', `--out=${path.join(HOME, 'package')}`);
	mkdirSync(path.join(HOME, 'empty'));
	const packed = npm('npm', ['pack', path.join(HOME, 'package'), '--pack-destination', HOME, '--silent']);
	assert.equal(packed.status, 0, packed.stderr);
	tarball = path.join(HOME, packed.stdout.trim());
});
after(() => rmSync(HOME, { recursive: true }));

test('the package has what the command line needs, and nothing of editors', () => {
	const files = readdirSync(path.join(HOME, 'package'), { recursive: true }).map(String);
	for (const name of ['README.md', 'LICENSE', 'dist/cli.js', 'dist/server.js']) assert.ok(files.includes(path.normalize(name)), name);
	assert.deepEqual(
		files.filter((file) => /extension|webview|server-web|\.map$|\.ts$/.test(file)),
		[],
	);
	const manifest = JSON.parse(readFileSync(path.join(HOME, 'package/package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
	for (const key of ['name', 'version', 'description', 'license', 'bin', 'engines']) assert.ok(manifest[key], key);
	for (const key of ['private', 'dependencies', 'contributes', 'scripts']) assert.equal(manifest[key], undefined, key);
});

test('npx runs it from the tarball, in an empty folder and without a network', () => {
	copyFileSync('examples/seven-mistakes.yaml', path.join(HOME, 'empty/pod.yaml'));
	const npx = (...args: readonly string[]) => npm('npx', ['--yes', '--package', tarball, '--', 'peapod', ...args]);
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
	const asked = npx('--version');
	assert.equal(asked.stdout, `${version}\n`, asked.stderr);
	const { status, stdout, stderr } = npx('check', 'pod.yaml', '--lang', 'ko');
	assert.equal(status, 1, stderr);
	assert.match(stdout, /^pod\.yaml:\d+:\d+: 오류: .*\n {2}.*[가-힣]/m);
});

test('peapod lsp answers an editor, and ends when it is told to', async () => {
	const server = spawn(process.execPath, [path.join(HOME, 'package/dist/cli.js'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const send = (message: object): void => {
		const body = JSON.stringify({ jsonrpc: '2.0', ...message });
		server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	};
	let said = '';
	server.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		if (/"id":2\b/.test(said)) send({ method: 'exit' });
	});
	send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
	send({ method: 'initialized', params: {} });
	send({ id: 2, method: 'shutdown' });
	const code = await new Promise((done) => server.on('close', done));
	assert.equal(code, 0);
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
	assert.ok(said.includes(`"serverInfo":{"name":"Peapod","version":"${version}"}`), said);
	assert.match(said, /"id":1,"result":\{.*"capabilities":\{.*"hoverProvider":true/);
	const refused = (...args: readonly string[]) => spawnSync(process.execPath, [path.join(HOME, 'package/dist/cli.js'), 'lsp', ...args], { encoding: 'utf8' });
	const named = refused('pod.yaml');
	assert.deepEqual([named.status, named.stderr], [2, 'peapod lsp: lsp takes no files: pod.yaml.\n']);
	for (const way of ['--socket=1', '--pipe=/nope/x']) {
		const { status, stderr } = refused(way);
		assert.equal(status, 1, way);
		assert.match(stderr, /^peapod lsp: cannot connect to .*: connect \w+.*\.\n$/, way);
	}
});

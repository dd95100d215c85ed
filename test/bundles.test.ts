import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

const DIST = mkdtempSync(path.join(tmpdir(), 'peapod-dist-'));
const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', input: '' });

before(() => assert.equal(node('esbuild.mjs', '--minify', `--outdir=${DIST}`).stderr, ''));
after(() => rmSync(DIST, { recursive: true }));

/** What may ship, in kilobytes. Who needs more looks first at what became larger: `node esbuild.mjs --minify`, and esbuild's metafile. */
const BUDGETS: Readonly<Record<string, number>> = {
	'server.js': 1540,
	'cli.js': 1200,
	'charts.js': 220,
	'overlays.js': 70,
	words: 1000,
	course: 200,
	// Words, course, and what builds overlays and renders charts are in it: the web server is one file.
	'server-web.js': 2750,
	'extension.js': 480,
	'extension-web.js': 465,
	// Five modes, each with its views and its words in two languages.
	'webview.js': 200,
	'webview.css': 36,
};

test('what ships keeps its budget', () => {
	const sizeOf = (name: string): number => {
		const place = path.join(DIST, name);
		const { size } = statSync(place);
		return statSync(place).isDirectory() ? readdirSync(place).reduce((sum, one) => sum + sizeOf(path.join(name, one)), 0) : size;
	};
	for (const [name, most] of Object.entries(BUDGETS)) assert.ok(sizeOf(name) <= most * 1000, `${name}: ${sizeOf(name)} bytes, ${most} kB at most`);
	assert.deepEqual(readdirSync(DIST).sort(), [...Object.keys(BUDGETS), 'readme.md'].sort());
});

test('what builds overlays is read when the first is built, and not before', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	writeFileSync(path.join(folder, 'kustomization.yaml'), 'namePrefix: a-\nresources: [pod.yaml]\n');
	writeFileSync(path.join(folder, 'pod.yaml'), 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\nspec:\n  containers:\n  - image: c\n');
	assert.match(node(`${DIST}/cli.js`, 'build', folder).stdout, /^ {2}name: a-b$/m);
	assert.match(node(`${DIST}/cli.js`, 'check', folder).stdout, /pod\.yaml:7:5: error: in \.: spec\.containers\[0\]\.name: Required value/);
	const moved = path.join(DIST, 'moved.js');
	renameSync(path.join(DIST, 'overlays.js'), moved);
	const plain = node(`${DIST}/cli.js`, 'check', 'examples/web.yaml');
	renameSync(moved, path.join(DIST, 'overlays.js'));
	rmSync(folder, { recursive: true });
	assert.deepEqual([plain.status, plain.stdout, plain.stderr], [0, '', '']);
});

test('every word that is asked for is in its file, and none is read before', () => {
	assert.match(node(`${DIST}/cli.js`, 'explain', 'pod.spec.containers.image', '--lang', 'ko').stdout, /[가-힣]/);
	assert.match(node(`${DIST}/cli.js`, 'explain', 'why-pods').stdout, /TOPIC/);
	assert.match(node(`${DIST}/cli.js`, 'check', 'examples/seven-mistakes.yaml').stdout, /\[probe\//);
	rmSync(`${DIST}/words`, { recursive: true });
	const clean = node(`${DIST}/cli.js`, 'check', 'examples/web.yaml');
	assert.deepEqual([clean.status, clean.stdout, clean.stderr], [0, '', '']);
});

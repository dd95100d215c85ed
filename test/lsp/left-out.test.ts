import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type TestContext, test } from 'node:test';
import { build } from 'esbuild';
import { GLOBS, globs, LEFT_OUT, leftOut } from '../../left-out.mjs';
import { Editor, OURS, VSCODE } from './client';

async function offered(t: TestContext) {
	const editor = new Editor();
	t.after(() => editor.stop());
	const workspace = { ...VSCODE.workspace, fileOperations: { willRename: true } };
	const { capabilities } = await editor.initialize({ capabilities: { ...VSCODE, workspace }, options: OURS });
	return capabilities;
}

test('what is left out is nothing that the server offers', async (t) => {
	const capabilities = await offered(t);
	const names = [...Object.keys(capabilities), ...Object.keys(capabilities.workspace ?? {})];
	assert.ok(names.includes('hoverProvider') && names.includes('fileOperations'), names.join());
	const unused = Object.values(LEFT_OUT).flat();
	assert.deepEqual(
		names.filter((one) => unused.includes(one)),
		[],
	);
});

type Matcher = new (glob: string, options?: object) => { match(file: string): boolean };

/** Files as the client has them: absolute, on Windows with its letters. */
const FILES = [
	[
		'/w/web/templates/pod.tpl',
		'/w/web/templates/a/b/_helpers.tpl',
		'/w/templates.tpl',
		'/w/.git/templates/x.tpl',
		'/w/templates/.x.tpl',
		'c:/w/templates/x.tpl',
	],
	['/w/pod.yaml.j2', '/w/pod.yml.jinja', '/w/a.b/pod.yml.jinja2', '/w/pod.yaml', '/w/pod.json.j2', '/w/.pod.yaml.j2', '/.w/pod.yaml.j2', 'c:/w/pod.yaml.j2'],
	['/w', '/', '/w/.hidden/a', '/w/a b/한글.yaml', 'c:/w/x'],
].flat();

test('globs of the server and of the client are read as minimatch reads them', async (t) => {
	const { workspace } = await offered(t);
	const ofServer = (workspace?.fileOperations?.willRename?.filters ?? []).map(({ pattern }) => pattern.glob);
	const ofClient = [...readFileSync('client/src/files.ts', 'utf8').matchAll(/\bpattern: '([^']*)'/g)].map(([, glob]) => glob);
	assert.ok(ofClient.length > 1);
	assert.deepEqual(Object.keys(GLOBS).sort(), [...ofServer, ...ofClient].sort());
	const place = createRequire(createRequire(import.meta.url).resolve('vscode-languageclient')).resolve('minimatch');
	const { Minimatch } = createRequire(place)(place) as { Minimatch: Matcher };
	const ours = {} as { readonly Minimatch: Matcher };
	new Function('exports', globs(place))(ours);
	for (const [glob, options] of Object.entries(GLOBS)) {
		const read = new Minimatch(glob, options);
		const stub = new ours.Minimatch(glob);
		const found = FILES.map((file) => [file, read.match(file)]);
		assert.ok(found.some(([, fits]) => fits));
		assert.deepEqual(
			FILES.map((file) => [file, stub.match(file)]),
			found,
			glob,
		);
	}
});

type Values = Readonly<Record<string, unknown>>;

/** All that a package exports, as it is bundled. */
async function bundled(name: string, ...plugins: readonly ReturnType<typeof leftOut>[]): Promise<Values> {
	const stdin = { contents: `module.exports = require('${name}');`, resolveDir: process.cwd() };
	const { outputFiles } = await build({ stdin, bundle: true, format: 'cjs', write: false, mainFields: ['module', 'main'], plugins: [...plugins] });
	const module = { exports: {} };
	new Function('module', outputFiles[0]?.text ?? '')(module);
	return module.exports;
}

const start = { line: 0, character: 0 };
const range = { start, end: start };
const SAMPLES = [
	undefined,
	null,
	5,
	'quickfix',
	{},
	[],
	start,
	range,
	{ uri: 'a', range },
	{ name: 'a', kind: 5, range, selectionRange: range, location: { uri: 'a', range } },
	{ title: 'a', command: 'b' },
];

type Asked = (of: unknown) => unknown;

/** What it answers, or how it fails: some fail on null. */
function said(is: Asked, of: unknown): string {
	try {
		return String(is(of));
	} catch (error) {
		return String(error);
	}
}

test('what comes with the types of the protocol does what it does in its package', async () => {
	const all = await bundled('vscode-languageserver-types');
	for (const [folder, own] of [
		['client/src', 'vscode-languageclient'],
		['server/src', 'vscode-languageserver'],
	] as const) {
		const values = await bundled('vscode-languageserver-types', leftOut(folder, own, 'vscode-languageserver-protocol'));
		const names = Object.keys(values).filter((name) => name !== '__esModule');
		assert.ok(names.includes('MarkupKind') && names.length < Object.keys(all).length, names.join());
		for (const name of names) {
			const [left, whole] = [values[name] as Values, all[name] as Values];
			assert.deepEqual(Object.keys(left), Object.keys(whole), name);
			for (const [key, value] of Object.entries(whole)) {
				if (typeof value !== 'function') assert.deepEqual(left[key], value, `${name}.${key}`);
				else if (key === 'is')
					for (const sample of SAMPLES) assert.equal(said(left.is as Asked, sample), said(value as Asked, sample), `${name} ${JSON.stringify(sample)}`);
			}
		}
	}
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type TestContext, test } from 'node:test';
import { GLOBS, globs, LEFT_OUT } from '../../left-out.mjs';
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

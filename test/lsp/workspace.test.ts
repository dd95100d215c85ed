/** Editors that read nothing for the server: it looks into their folders by itself. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver/node';
import { DISK } from '../../server/src/main/disk';
import { STATUS } from '../../server/src/protocol/requests';
import { Editor, POD, URI } from './client';

const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
const ASKS = `${POD}    envFrom:\n    - configMapRef:\n        name: `;
const [CREATED, CHANGED, DELETED] = [1, 2, 3];

let folder: string;
const at = (name: string): string => path.join(folder, name);
const uriOf = (name: string): string => pathToFileURL(at(name)).href;

before(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'ws-'));
	for (const name of ['a/deep', 'node_modules/x', 'b', '한 글']) await mkdir(at(name), { recursive: true });
	for (const [name, text] of [
		['top.yaml', configMap('top')],
		['a/deep/one.yml', configMap('deep')],
		['node_modules/x/dep.yaml', configMap('dependency')],
		['large.yaml', configMap('large') + '#'.repeat(200_001)],
		['notes.txt', configMap('notes')],
		['한 글/settings.yaml', configMap('hangul')],
		['b/web.yaml', POD],
	] as const)
		await writeFile(at(name), text);
	// In a circle.
	await symlink(folder, at('a/again'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function names(editor: Editor): Promise<readonly string[]> {
	const { items } = await editor.at<CompletionList>('completion', 10, 14);
	return items.map(({ label }) => label).sort();
}

/** The folder is read in the background, and the server says of nothing that it is done. */
async function namesAre(editor: Editor, expected: readonly string[]): Promise<void> {
	let seen = await names(editor);
	for (let tries = 0; tries < 200 && seen.join() !== expected.join(); tries++) {
		await new Promise((again) => setTimeout(again, 20));
		seen = await names(editor);
	}
	assert.deepEqual(seen, expected);
}

test('names in the folders of the workspace are offered, and follow what the client watches', async (t) => {
	const editor = new Editor();
	t.after(() => editor.stop());
	const registered = new Promise<unknown>((done) => {
		editor.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: unknown[] }) => done(registrations));
	});
	const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true } } };
	await editor.initialize({ capabilities, folders: [pathToFileURL(folder).href] });
	assert.match(JSON.stringify(await registered), /"method":"workspace\/didChangeConfiguration","registerOptions":\{"section":"peapod"\}/);
	await editor.show(ASKS);
	await namesAre(editor, ['deep', 'hangul', 'top']);

	const watched = (name: string, type: number) =>
		editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
	await writeFile(at('new.yaml'), configMap('new'));
	await watched('new.yaml', CREATED as number);
	await writeFile(at('top.yaml'), configMap('summit'));
	await watched('top.yaml', CHANGED as number);
	await namesAre(editor, ['deep', 'hangul', 'new', 'summit']);
	// A folder that is deleted takes along what lay in it.
	await watched('a', DELETED as number);
	await watched('new.yaml', DELETED as number);
	await namesAre(editor, ['hangul', 'summit']);

	// An open file is as its editor has it, however its name is written; closed it is as the disk has it.
	const draft = uriOf('top.yaml').replace('top', 't%6Fp');
	await editor.show(configMap('draft'), draft);
	await editor.pull(draft);
	assert.deepEqual(await names(editor), ['draft', 'hangul']);
	await writeFile(at('top.yaml'), configMap('saved'));
	await editor.close(draft);
	await namesAre(editor, ['hangul', 'saved']);

	const event = { added: [], removed: [{ uri: pathToFileURL(folder).href, name: 'ws' }] };
	await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
	await namesAre(editor, []);
	await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: event.removed, removed: [] } });
	await namesAre(editor, ['deep', 'hangul', 'new', 'saved']);
});

test('the manifest of a scenario is read from the disk', async (t) => {
	const editor = await Editor.start();
	t.after(() => editor.stop());
	const uri = uriOf('b/web.slow.scenario.yaml');
	await editor.show('world: { containers: { other: {} } }\n', uri);
	assert.deepEqual((await editor.put(STATUS, { uri }))?.scenario, { manifest: 'web.yaml', found: true });
	assert.deepEqual(
		(await editor.pull(uri)).map(({ code }) => code),
		['scenario/unknown-container'],
	);
	await editor.show('until: 1m\n', 'untitled:web.scenario.yaml');
	assert.equal((await editor.put(STATUS, { uri: 'untitled:web.scenario.yaml' }))?.scenario?.found, false);
});

test('a client that reads by itself is not read for', async (t) => {
	const editor = await Editor.start({ options: { readsFiles: true }, folders: [pathToFileURL(folder).href] });
	t.after(() => editor.stop());
	await editor.show(ASKS);
	assert.deepEqual(await names(editor), []);
	await editor.show('until: 1m\n', uriOf('b/web.scenario.yaml'));
	// It was asked, and does not know the question.
	assert.equal((await editor.put(STATUS, { uri: uriOf('b/web.scenario.yaml') }))?.scenario?.found, false);
	await editor.close(URI);
});

test('a file is read whatever its encoding', async () => {
	await writeFile(at('wide.yaml'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a: 한\n', 'utf16le')]));
	await writeFile(at('marked.yaml'), '\ufeffa: b\n');
	assert.equal(await DISK.text(uriOf('wide.yaml'), 1000), 'a: 한\n');
	assert.equal(await DISK.text(uriOf('marked.yaml'), 1000), '\ufeffa: b\n');
});

test('what cannot be read is not there', async () => {
	for (const uri of ['file:///no/such/file.yaml', 'untitled:Untitled-1', 'file://elsewhere/x.yaml', 'git:/a.yaml', 'file:///%zz', '', uriOf('b')])
		assert.equal(await DISK.text(uri, 100_000), undefined, uri);
	assert.equal(await DISK.text(uriOf('large.yaml'), 1000), undefined);
	assert.deepEqual(await DISK.files('file:///no/such/folder', /./, 10), []);
	assert.deepEqual(await DISK.files('untitled:x', /./, 10), []);
	assert.equal((await DISK.files(pathToFileURL(folder).href, /yaml$/, 2)).length, 2);
});

test('links are followed, but in no circle', async () => {
	const root = await mkdtemp(path.join(tmpdir(), 'links-'));
	await mkdir(path.join(root, 'app/charts'), { recursive: true });
	await mkdir(path.join(root, 'lib'));
	await writeFile(path.join(root, 'lib/a.yaml'), '');
	for (const [name, target] of [
		['app/charts/lib', '../../lib'],
		['app/b.yaml', '../lib/a.yaml'],
		['app/charts/up', '..'],
		['app/gone.yaml', 'nowhere'],
	] as const)
		await symlink(target, path.join(root, name));
	const files = async (folder: string): Promise<readonly string[]> => {
		const from = pathToFileURL(path.join(root, folder)).href;
		return (await DISK.files(from, /yaml$/, 100)).map((uri) => uri.slice(from.length + 1)).sort();
	};
	assert.deepEqual(await files('app'), ['b.yaml', 'charts/lib/a.yaml']);
	assert.deepEqual(await files('.'), ['app/b.yaml', 'lib/a.yaml'].sort());
	await rm(root, { recursive: true });
});

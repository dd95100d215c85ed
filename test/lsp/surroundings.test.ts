/** A file is what the files around it say, as editors and the disk have them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SEEN, STATUS, STATUS_CHANGED } from '../../server/src/protocol/requests';
import { Editor, OURS, VSCODE } from './client';

const PATCH = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n';
const KUSTOMIZATION = 'resources: [https://example.com/base]\npatches: [{path: patch.yaml}]\n';
const [FILE, AROUND] = ['vscode-vfs://host/w%20s/patch.yaml', 'vscode-vfs://host/w s/kustomization.yaml'];

test('a patch is one as soon as the client tells of the kustomization, and no longer when that is gone', async (t) => {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	let [refreshed, told] = [0, 0];
	editor.connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshed++;
		return null;
	});
	const changed = (): Promise<void> =>
		new Promise((done) => {
			editor.connection.onNotification(STATUS_CHANGED.method, () => {
				told++;
				done();
			});
		});
	await editor.show(PATCH, FILE);
	assert.equal((await editor.pull(FILE)).length, 3);
	assert.equal((await editor.put(STATUS, { uri: FILE }))?.documents.length, 1);

	let heard = changed();
	await editor.tell(SEEN, { uri: AROUND, text: KUSTOMIZATION });
	await heard;
	assert.deepEqual(await editor.pull(FILE), []);
	const { documents, silent, otherKind } = (await editor.put(STATUS, { uri: FILE })) ?? {};
	assert.deepEqual([documents, silent, otherKind], [[], 'patch', 'Deployment']);
	const lenses = await editor.ask<readonly { readonly command: { readonly command: string } }[]>('textDocument/codeLens', { textDocument: { uri: FILE } });
	assert.deepEqual(
		lenses.map(({ command }) => command.command),
		[''],
		'it has no life of its own, and says which overlay reaches it',
	);

	// What an editor has of it counts, until its draft is dropped.
	heard = changed();
	await editor.show('resources: [patch.yaml]\n', AROUND);
	await heard;
	assert.equal((await editor.pull(FILE)).length, 3);
	heard = changed();
	await editor.close(AROUND);
	await heard;
	assert.deepEqual(await editor.pull(FILE), []);

	heard = changed();
	await editor.tell(SEEN, { uri: AROUND, text: null });
	await heard;
	assert.equal((await editor.pull(FILE)).length, 3);
	assert.deepEqual([refreshed, told], [4, 4]);
});

test('a patch that a plug-in in a file names is one as soon as that file is known', async (t) => {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	editor.connection.onRequest('workspace/diagnostic/refresh', () => null);
	const heard = new Promise<void>((done) => editor.connection.onNotification(STATUS_CHANGED.method, () => done()));
	const file = FILE.replace('patch.yaml', 'image.yaml');
	await editor.show(PATCH, file);
	await editor.tell(SEEN, { uri: AROUND, text: 'resources: [https://example.com/base]\ntransformers: [plugins/one.yaml]\n' });
	assert.equal((await editor.pull(file)).length, 3);
	const plugin = 'apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: one}\npath: image.yaml\n';
	await editor.tell(SEEN, { uri: AROUND.replace('kustomization.yaml', 'plugins/one.yaml'), text: plugin });
	await heard;
	assert.deepEqual(await editor.pull(file), []);
});

test('what a patch gives to a base is not missed there, and is as soon as the patch no longer gives it', async (t) => {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	const changed = (): Promise<void> => new Promise((done) => editor.connection.onNotification(STATUS_CHANGED.method, () => done()));
	const patchUri = 'vscode-vfs://host/w s/overlay/patch.yaml';
	const whole = PATCH.replace(
		'spec: {replicas: 3}',
		'spec:\n  selector: {matchLabels: {a: b}}\n  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a:1}]}}',
	);
	await editor.tell(SEEN, { uri: patchUri, text: whole });
	await editor.tell(SEEN, { uri: AROUND, text: 'resources: [patch.yaml]\n' });
	await editor.show(PATCH, FILE);
	assert.equal((await editor.pull(FILE)).length, 3);

	let heard = changed();
	await editor.tell(SEEN, { uri: 'vscode-vfs://host/w s/overlay/kustomization.yaml', text: 'resources: [..]\npatches: [{path: patch.yaml}]\n' });
	await heard;
	assert.deepEqual(await editor.pull(FILE), []);

	heard = changed();
	await editor.show(whole.replace('selector: {matchLabels: {a: b}}', ''), patchUri);
	await heard;
	assert.equal((await editor.pull(FILE)).length, 1);
	heard = changed();
	await editor.close(patchUri);
	await heard;
	assert.deepEqual(await editor.pull(FILE), []);
	heard = changed();
	await editor.tell(SEEN, { uri: patchUri, text: null });
	await heard;
	assert.equal((await editor.pull(FILE)).length, 3);
});

test('for other editors the server reads what is around', async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'around-'));
	try {
		await mkdir(path.join(folder, 'chart/templates'), { recursive: true });
		await writeFile(path.join(folder, 'kustomization.yaml'), KUSTOMIZATION);
		await writeFile(path.join(folder, 'chart/Chart.yaml'), 'name: chart\n');
		const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
		const editor = await Editor.start({ capabilities: { textDocument: { diagnostic: {} } }, folders: [pathToFileURL(folder).href] });
		t.after(() => editor.stop());
		await editor.show(PATCH, uriOf('patch.yaml'));
		await editor.show(PATCH.replace('web', '"{{ .Values.name }}"'), uriOf('chart/templates/web.yaml'));
		for (let tries = 0; tries < 200 && (await editor.pull(uriOf('patch.yaml'))).length > 0; tries++) await new Promise((again) => setTimeout(again, 20));
		assert.deepEqual(await editor.pull(uriOf('patch.yaml')), []);
		assert.equal((await editor.put(STATUS, { uri: uriOf('chart/templates/web.yaml') }))?.silent, 'template');
	} finally {
		await rm(folder, { recursive: true });
	}
});

/** What applying an open file does: asked for, offered by a lens, and told while one types. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver/node';
import type { Applied, ShownApply } from '../../server/src/protocol/apply';
import { APPLY, FORMER, SEEN, SIMULATE } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const OTHER_ENV = POD.replace('image: b\n', 'image: b\n    env: [{name: A, value: b}]\n');
const OTHER_IMAGE = POD.replace('image: b', 'image: c');

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: { ...OURS, commands: ['peapod.openPanel', 'peapod.previewApply'] } });
});
after(() => editor.stop());
beforeEach(() => editor.configure({ language: 'en' }));

const apply = (old?: string): Promise<ShownApply> => editor.put(APPLY, { uri: URI, ...(old === undefined ? {} : { old }) });
const outcomes = ({ answer }: ShownApply) => (answer as Applied).objects.map(({ outcome }) => outcome);
const former = (text: string | null): Promise<void> => editor.tell(FORMER, { uri: URI, text });

async function lenses(): Promise<readonly unknown[]> {
	const all = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	return all.flatMap(({ range, command }) => (command?.command === 'peapod.previewApply' ? [[range.start.line, command.title, command.arguments]] : []));
}

test('it is compared with the text that is given, with what the client told, and else with what was opened', async () => {
	await editor.show(POD);
	assert.deepEqual(outcomes(await apply()), ['unchanged']);
	assert.deepEqual(outcomes(await apply(OTHER_IMAGE)), ['restarted']);
	await former(OTHER_ENV);
	const shown = await apply();
	assert.deepEqual(outcomes(shown), ['refused']);
	assert.match(
		shown.page,
		/^\*\*Pod `a` is refused\.\*\*\n\n### Pod `a`: refused\n[\s\S]*pod updates may not change fields[\s\S]*~~~~text\nkubectl delete pod a\n~~~~$/,
	);
	assert.deepEqual(
		shown.marks.map(({ line, text, isBad }) => [line, text.slice(0, 40), isBad]),
		[
			[0, 'The server refuses it, and the live obje', true],
			[4, 'spec: Forbidden: pod updates may not cha', true],
		],
	);
	await former(null);
	assert.equal((await apply()).answer.kind, 'noFormer');
	assert.equal((await apply('a: {{ .Values.b }}\n')).answer.kind, 'unreadable');
});

test('a lens stands over what differs', async () => {
	await editor.show(`${POD}---\n${OTHER_IMAGE.replace('name: a', 'name: c')}`);
	assert.deepEqual(await lenses(), []);
	await former(`${POD}# a comment\n---\n${POD.replace('name: a', 'name: c')}`);
	assert.deepEqual(await lenses(), [[9, 'What will applying this do?', [URI]]]);
	await editor.configure({ language: 'ko' });
	assert.deepEqual(await lenses(), [[9, '적용하면 어떻게 될까?', [URI]]]);
	await editor.configure({ codeLens: false });
	assert.deepEqual(await lenses(), []);
});

test('a lens stands over a ConfigMap that differs, and over nothing that pods do not read', async () => {
	const [config, service] = ['ConfigMap', 'Service'].map((kind) => `apiVersion: v1\nkind: ${kind}\nmetadata: { name: a }\n`);
	await editor.show(`${POD}---\n${config}data: { a: b }\n---\n${service}spec: {}\n`);
	await former(`${POD}---\n${config}---\n${service}`);
	await editor.configure({ language: 'en', codeLens: true });
	assert.deepEqual(await lenses(), [[9, 'What will applying this do?', [URI]]]);
});

test('what a patch was is read as a patch: nobody misses an object of it', async () => {
	const uri = 'file:///overlay/patch.yaml';
	await editor.tell(SEEN, { uri: 'file:///overlay/kustomization.yaml', text: 'patches:\n- path: patch.yaml\n' });
	await editor.show(OTHER_IMAGE, uri);
	await editor.tell(FORMER, { uri, text: `${POD}---\n${POD.replace('name: a', 'name: c')}` });
	const { answer } = await editor.put(APPLY, { uri });
	assert.deepEqual((answer as Applied).objects, []);
});

test('with applyPreview what a live object does not take is told while one types', async () => {
	await editor.show(OTHER_ENV);
	await former(POD);
	assert.deepEqual(await editor.pull(), []);
	await editor.configure({ language: 'en', applyPreview: true });
	const [fault, ...others] = await editor.pull();
	assert.deepEqual([fault?.code, fault?.severity, others.length], ['pod/immutable', 1, 0]);
	assert.match(String(fault?.message), /^spec: Forbidden: pod updates may not change fields/);
	await editor.show(OTHER_IMAGE);
	await former(POD);
	assert.deepEqual(await editor.pull(), []);
});

test('the life of an apply is asked for over any text, and says when it is applied', async () => {
	await editor.show(POD);
	const live = (old: string) => editor.put(SIMULATE, { uri: URI, document: 0, preset: 'applied', old });
	const changed = await live(POD.replace(/image: .*/, 'image: other:1'));
	assert.ok(changed.kind === 'life' && (changed.apply?.at ?? 0) > 0);
	const same = await live(POD);
	assert.ok(same.kind === 'life' && same.apply === undefined);
});

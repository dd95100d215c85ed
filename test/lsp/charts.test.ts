/** What open files of a chart become when it is rendered, as editors and the disk have them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { CodeAction, CodeLens, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import {
	APPLY,
	BUILT,
	FORMER,
	LIST_FILES,
	type ListFilesParams,
	OPEN_PANEL,
	PREVIEW_APPLY,
	READ_FILES,
	type ReadFilesParams,
	SEEN,
	SIMULATE,
	STATUS,
	STATUS_CHANGED,
	TEST,
	VALUES_FILES,
} from '../../server/src/protocol/requests';
import { tarOf } from '../charts/tar';
import { Editor, OURS, VSCODE } from './client';

const ROOT = 'vscode-vfs://host/w%20s';
const POD =
	'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ include "web.name" . }}\nspec:\n  restartPolicy: {{ .Values.restart }}\n  containers:\n  - name: app\n    image: {{ .Values.image }}\n';
const FILES: Readonly<Record<string, string>> = {
	'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
	'web/values.yaml': 'image: app:1\nrestart: Always\n',
	'web/templates/_helpers.tpl': '{{- define "web.name" -}}\n{{ .Release.Name }}-web\n{{- end }}\n',
	'web/templates/pod.yaml': POD,
	'other/Chart.yaml': 'apiVersion: v2\nname: other\nversion: 1.0.0\n',
	'other/templates/pod.yaml': POD,
};

/** An editor that reads and lists these files for the server, and those that were committed. */
async function editorOf(
	t: TestContext,
	files: Readonly<Record<string, string>>,
	commands = OURS.commands ?? [],
	former: Readonly<Record<string, string>> = {},
) {
	const editor = await Editor.start({ capabilities: VSCODE, options: { ...OURS, commands }, folders: [ROOT] });
	t.after(() => editor.stop());
	const asked: string[] = [];
	let refreshes = 0;
	editor.connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
		return null;
	});
	editor.connection.onRequest(READ_FILES.method, ({ uris, isFormer }: ReadFilesParams) => {
		asked.push(...uris);
		return uris.map((uri) => (isFormer ? former : files)[uri.slice(ROOT.length + 1)] ?? null);
	});
	editor.connection.onRequest(LIST_FILES.method, ({ folder, isFormer }: ListFilesParams) =>
		Object.keys(isFormer ? former : files)
			.map((name) => `${ROOT}/${name}`)
			.filter((uri) => uri.startsWith(`${folder}/`)),
	);
	for (const [name, text] of Object.entries(files)) if (name.endsWith('.yaml')) await editor.tell(SEEN, { uri: `${ROOT}/${name}`, text });
	/** What is told of a file once its chart is there. */
	const told = async (uri: string): Promise<readonly string[]> => {
		for (let wait = 0; wait < 10; wait++) {
			const before = refreshes;
			await editor.pull(uri);
			for (let turn = 0; refreshes === before && turn < 5; turn++) await new Promise((done) => setTimeout(done, 10));
			if (refreshes === before) break;
		}
		return toldIn(editor, uri);
	};
	return { editor, asked, told };
}

const toldIn = async (editor: Editor, uri: string): Promise<readonly string[]> =>
	(await editor.pull(uri)).map(({ range, code, message }) => `${range.start.line + 1} ${String(code)}: ${String(message).split('\n')[0]}`);

test('a value is told what the template makes of it, with the template beside', async (t) => {
	const { editor, asked, told } = await editorOf(t, FILES);
	const [values, pod] = [`${ROOT}/web/values.yaml`, `${ROOT}/web/templates/pod.yaml`];
	await editor.show(POD, pod);
	assert.deepEqual(await told(pod), []);
	assert.ok(asked.includes(`${ROOT}/web/templates/_helpers.tpl`), 'files of any kind are read');
	assert.ok(!asked.some((uri) => uri.startsWith(`${ROOT}/other/`)), 'no chart is rendered that no open file needs');

	const count = asked.length;
	await editor.show('image: app:1\nrestart: Sometimes\n', values);
	const [fault] = await editor.pull(values);
	assert.equal(fault?.range.start.line, 1);
	assert.match(String(fault?.message), /^rendered with values.yaml: spec.restartPolicy: Unsupported value: "Sometimes"/);
	assert.deepEqual(
		fault?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
		[[pod, 5]],
	);
	assert.deepEqual(await toldIn(editor, pod), [], 'it is told once');
	await editor.show('image: app:1\nrestart: Never\n', values);
	assert.deepEqual(await toldIn(editor, values), []);
	assert.equal(asked.length, count, 'what was read once is remembered');
});

test('what was typed in a file that nobody has open is told where it led to, and mended in its file', async (t) => {
	const { editor, told } = await editorOf(t, { ...FILES, 'web/values.yaml': 'image: app:1\nrestart: always\n' });
	const [values, pod] = [`${ROOT}/web/values.yaml`, `${ROOT}/web/templates/pod.yaml`];
	await editor.show(POD, pod);
	const [line, ...more] = await told(pod);
	assert.match(line ?? '', /^6 restart-policy\/choice: rendered with values.yaml: spec.restartPolicy: Unsupported value: "always"/);
	assert.deepEqual(more, []);
	const [fault] = await editor.pull(pod);
	assert.deepEqual(
		fault?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
		[[values, 1, 'it is typed here']],
	);
	assert.ok(fault);
	const [fix] = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: pod },
		range: fault.range,
		context: { diagnostics: [fault], only: ['quickfix'] },
	});
	assert.equal(fix?.title, 'Set restartPolicy to Always in values.yaml');
	const { edit } = await editor.ask<CodeAction>('codeAction/resolve', fix);
	const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
	assert.deepEqual(
		changes.map(({ textDocument }) => textDocument.uri),
		[values],
	);

	await editor.show('image: app:1\nrestart: always\n', values);
	assert.deepEqual(await toldIn(editor, pod), [], 'where both are open it is told where it was typed');
	assert.match((await toldIn(editor, values)).join(), /^2 restart-policy\/choice/);
	await editor.close(values);
	assert.match((await told(pod)).join(), /^6 restart-policy\/choice/);
});

test('what a lens and the status say of a chart is asked for anew once its files are read', async (t) => {
	const files: Readonly<Record<string, string>> = { ...FILES, 'web/values.yaml': '- image\n' };
	const { editor, told } = await editorOf(t, files);
	const pod = `${ROOT}/web/templates/pod.yaml`;
	let isRead = false;
	editor.connection.onRequest(READ_FILES.method, async ({ uris }: ReadFilesParams) => {
		// The folder was looked at long before.
		await new Promise((done) => setTimeout(done, 200));
		isRead ||= uris.includes(`${ROOT}/web/templates/_helpers.tpl`);
		return uris.map((uri) => files[uri.slice(ROOT.length + 1)] ?? null);
	});
	const [lens, status] = ['workspace/codeLens/refresh', STATUS_CHANGED.method].map(
		(method) =>
			new Promise<void>((heard) => {
				const hear = (): null => {
					if (isRead) heard();
					return null;
				};
				if (method === STATUS_CHANGED.method) editor.connection.onNotification(method, () => void hear());
				else editor.connection.onRequest(method, hear);
			}),
	);
	await editor.show(POD, pod);
	assert.equal((await editor.put(STATUS, { uri: pod }))?.unrendered, undefined, 'nobody knows yet');
	await told(pod);
	const inTime = Promise.all([lens, status]).then(() => true);
	assert.ok(await Promise.race([inTime, new Promise((done) => setTimeout(done, 10_000, false))]));
	assert.match(String((await editor.put(STATUS, { uri: pod }))?.unrendered), /^cannot load values.yaml: /);
});

test('a file of a chart that changes on the disk is told of in those that are open', async (t) => {
	const files: Record<string, string> = { ...FILES };
	const { editor, told } = await editorOf(t, files);
	const [values, pod] = [`${ROOT}/web/values.yaml`, `${ROOT}/web/templates/pod.yaml`];
	await editor.show(POD, pod);
	assert.deepEqual(await told(pod), []);
	const changed = new Promise<void>((heard) => editor.connection.onNotification(STATUS_CHANGED.method, () => heard()));
	files['web/values.yaml'] = 'image: app:1\nrestart: always\n';
	await editor.tell(SEEN, { uri: values, text: files['web/values.yaml'] });
	await changed;
	assert.match((await told(pod)).join(), /^6 restart-policy\/choice/);
});

test('what a comment says no to in a file that nobody has open is not told elsewhere', async (t) => {
	const { editor, told } = await editorOf(t, { ...FILES, 'web/values.yaml': 'image: app:1\n# peapod-ignore\nrestart: always\n' });
	const pod = `${ROOT}/web/templates/pod.yaml`;
	await editor.show(POD, pod);
	assert.deepEqual(await told(pod), []);
});

test('what is typed in a template is told there, once', async (t) => {
	const { editor, told } = await editorOf(t, FILES);
	const pod = `${ROOT}/web/templates/pod.yaml`;
	await editor.show(POD.replace('image:', 'imagee:'), pod);
	const found = await told(pod);
	assert.deepEqual(
		found.filter((one) => one.includes('unknown-field')).map((one) => one.split(' ', 2).join(' ')),
		['9 decode/unknown-field:'],
	);
});

test('what is typed in a template or in values is mended there', async (t) => {
	const { editor, told } = await editorOf(t, FILES);
	const [values, pod] = [`${ROOT}/web/values.yaml`, `${ROOT}/web/templates/pod.yaml`];
	const changedBy = async (uri: string, line: number) => {
		const at = { line, character: 9 };
		const actions = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri },
			range: { start: at, end: at },
			context: { diagnostics: [] },
		});
		return actions.slice(0, 1).map(({ title, edit }) => ({ title, change: ((edit?.documentChanges ?? []) as readonly TextDocumentEdit[])[0] }));
	};
	const fixed = async (uri: string, line: number) =>
		(await changedBy(uri, line)).map(({ title, change }) => {
			const [first] = change?.edits ?? [];
			return [title, change?.textDocument.uri === uri, first && 'newText' in first ? first.newText : undefined];
		});
	await editor.show(POD.replace('image:', 'imagee:'), pod);
	await told(pod);
	assert.deepEqual(await fixed(pod, 8), [['Change to image', true, 'image']]);
	assert.deepEqual(await fixed(pod, 8), [['Change to image', true, 'image']], 'what was found is remembered');
	await editor.show(POD, pod);
	assert.deepEqual(await fixed(pod, 8), []);
	await editor.show('image: app:1\nrestart: always\n', values);
	await told(values);
	assert.deepEqual(await fixed(values, 1), [['Set restartPolicy to Always', true, 'Always']]);
	await editor.show('image: 80\nrestart: Always\n', values);
	assert.deepEqual(await fixed(values, 0), [['Put what is printed in quotes in templates/pod.yaml', false, '"']]);
	const [open] = await changedBy(values, 0);
	assert.equal(typeof open?.change?.textDocument.version, 'number', 'the other file is open: what changes it is for the version it has');
	await editor.close(pod);
	const [closed] = await changedBy(values, 0);
	assert.deepEqual(closed?.change?.textDocument, { uri: pod, version: null });
});

test('a value that the schema of its chart refuses is mended where it was typed', async (t) => {
	const schema = '{"properties": {"restart": {"enum": ["Always", "Never"]}}}';
	const { editor, told } = await editorOf(t, { ...FILES, 'web/values.schema.json': schema });
	const values = `${ROOT}/web/values.yaml`;
	await editor.show('image: app:1\nrestart: never\n', values);
	assert.deepEqual(await told(values), [
		"2 chart/value-refused: rendered with values.yaml: values.schema.json of web does not allow this: at '/restart': value must be one of 'Always', 'Never'",
	]);
	const at = { line: 1, character: 10 };
	const actions = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: values },
		range: { start: at, end: at },
		context: { diagnostics: [] },
	});
	assert.deepEqual(
		actions.map(({ title, isPreferred }) => [title, isPreferred]),
		[
			['Set restart to Never', true],
			['Set restart to Always', false],
			['Ignore chart/value-refused here', undefined],
		],
	);
});

test('of a value that nobody can guess what stood there before is offered', async (t) => {
	const deployment =
		'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  replicas: {{ .Values.replicas }}\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: a, image: "b:1"}]}\n';
	const { editor, told } = await editorOf(t, {
		...FILES,
		'web/values.yaml': `${FILES['web/values.yaml'] ?? ''}replicas: 2\n`,
		'web/templates/d.yaml': deployment,
	});
	const values = `${ROOT}/web/values.yaml`;
	await editor.show('image: app:1\nrestart: Always\nreplicas: 2\n', values);
	assert.deepEqual(await told(values), []);
	await editor.show('image: app:1\nrestart: Always\nreplicas: several\n', values);
	await editor.tell(FORMER, { uri: values, text: 'image: app:1\nrestart: Always\nreplicas: 2\n' });
	const at = { line: 2, character: 12 };
	const asked = { textDocument: { uri: values }, range: { start: at, end: at }, context: { diagnostics: [] } };
	const first = async () => (await editor.ask<readonly CodeAction[]>('textDocument/codeAction', asked))[0]?.title;
	assert.equal(await first(), 'Set replicas to 2 (as before)');
	// Whoever commits, or goes back to a commit, has another text before this one.
	await editor.tell(FORMER, { uri: values, text: 'image: app:1\nrestart: Always\nreplicas: 3\n' });
	assert.equal(await first(), 'Set replicas to 3 (as before)');
});

test('a value gets another name in its values files and in the templates, if the chart renders the same then', async (t) => {
	const { editor, told } = await editorOf(t, { ...FILES, 'web/ci/test-values.yaml': 'image: app:2\n' });
	const [values, pod] = [`${ROOT}/web/values.yaml`, `${ROOT}/web/templates/pod.yaml`];
	await editor.show(FILES['web/values.yaml'] ?? '', values);
	await told(values);
	const at = { textDocument: { uri: values }, position: { line: 0, character: 2 } };
	assert.deepEqual(await editor.ask('textDocument/prepareRename', at), {
		range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
		placeholder: 'image',
	});
	const { documentChanges = [], changeAnnotations } = await editor.ask<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'picture' });
	assert.equal(changeAnnotations, undefined, 'nothing of it may be left out');
	const changes = documentChanges as readonly TextDocumentEdit[];
	assert.deepEqual(
		changes.map(({ textDocument, edits }) => [textDocument.uri.slice(ROOT.length), edits.map((one) => 'newText' in one && one.newText)]),
		[
			['/web/ci/test-values.yaml', ['picture']],
			['/web/values.yaml', ['picture']],
			['/web/templates/pod.yaml', ['picture']],
		],
	);
	await assert.rejects(editor.ask('textDocument/rename', { ...at, newName: 'restart' }), /another value already/);
	await editor.show(`${POD}    command: [{{ index .Values (printf "%s" "image") }}]\n`, pod);
	await assert.rejects(editor.ask('textDocument/rename', { ...at, newName: 'picture' }), /would not render what it does/);
	assert.equal(await editor.ask('textDocument/prepareRename', { ...at, position: { line: 0, character: 9 } }), null, 'a value has no name');
});

test('a value with which the chart renders the same as without it gets no other name where nobody can follow its use', async (t) => {
	const given = 'image: app:1\nrestart: Always\n';
	const use = (name: string): string => `{{ with index .Values (printf "%s" "${name}") }}\n    workingDir: {{ toJson . | quote }}\n{{ end }}`;
	for (const [written, name] of [
		['debug: false', 'debug'],
		['extra: ""', 'extra'],
		['extra:', 'extra'],
		['extra: {}', 'extra'],
		['extra: [] # more', 'extra'],
		['count: 0', 'count'],
	] as const) {
		for (const isFollowed of [false, true]) {
			const template = isFollowed ? `{{ with .Values.${name} }}\n    workingDir: {{ toJson . | quote }}\n{{ end }}` : use(name);
			const files = { ...FILES, 'web/values.yaml': `${given}${written}\n`, 'web/templates/pod.yaml': `${POD}${template}` };
			const { editor, told } = await editorOf(t, files);
			const values = `${ROOT}/web/values.yaml`;
			await editor.show(files['web/values.yaml'], values);
			await told(values);
			const asked = editor.ask<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: values }, position: { line: 2, character: 1 }, newName: 'other' });
			if (isFollowed) assert.equal((await asked).documentChanges?.length, 2, written);
			else await assert.rejects(asked, /would not render what it does/, written);
		}
	}
});

test('what keeps a chart from being rendered is told at its action, in a helper too', async (t) => {
	const { editor, told } = await editorOf(t, FILES);
	const [pod, helpers] = [`${ROOT}/web/templates/pod.yaml`, `${ROOT}/web/templates/_helpers.tpl`];
	await editor.show(FILES['web/templates/_helpers.tpl']?.replace('.Release.Name', 'fail "no name"') ?? '', helpers);
	const [fault, ...others] = await told(helpers);
	assert.deepEqual(others, []);
	assert.match(fault ?? '', /^2 chart\/render: .*no name/);
	await editor.show(POD.replace('.Values.image', '.Values.image.tag'), pod);
	await editor.show(FILES['web/templates/_helpers.tpl'] ?? '', helpers);
	assert.deepEqual(await toldIn(editor, helpers), []);
	const [own] = await toldIn(editor, pod);
	assert.match(own ?? '', /^9 chart\/render: /);
	await editor.show('# It\n{{- define "a" }}{{ include "a" . }}{{ end }}\n{{ include "a" . }}\n', pod);
	assert.match((await toldIn(editor, pod)).join(), /^1 chart\/render: .*nests too deeply/, 'where nobody knows the place it is told in the file');
	const values = `${ROOT}/web/values.yaml`;
	const text = 'image: app:1\nrestart';
	await editor.show(text, values);
	const [unread] = await editor.pull(values);
	assert.match(String(unread?.message), /cannot load values.yaml/);
	assert.deepEqual(unread?.range, { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } }, 'within the file');
	await editor.show('image: app:1\n\u{1f600}', values);
	const [cut] = await editor.pull(values);
	assert.deepEqual(cut?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } }, 'a character whole');
	await editor.show('# No blank\nimage:app\n# It\nrestart: Always\n', values);
	assert.match((await toldIn(editor, values)).join(), /^2 chart\/render: .*cannot unmarshal string/, 'YAML, but no map');
	assert.match(String((await editor.put(STATUS, { uri: pod }))?.unrendered), /^cannot load values.yaml: /, 'each file of the chart says so');
	await editor.show('image: app:1\nrestart: Always\n', values);
	await editor.show(POD, pod);
	assert.equal((await editor.put(STATUS, { uri: pod }))?.unrendered, undefined);
});

test('a chart that lacks a dependency says so where it is named, and files that nobody lists say nothing', async (t) => {
	const chart = 'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: redis\n  version: 1.0.0\n  repository: https://example.com\n';
	const { editor, told } = await editorOf(t, { ...FILES, 'web/Chart.yaml': chart });
	await editor.show(chart, `${ROOT}/web/Chart.yaml`);
	assert.deepEqual(
		(await told(`${ROOT}/web/Chart.yaml`)).map((one) => one.split(':')[0]),
		['5 chart/missing-dependency'],
	);
	const packed = await editorOf(t, { ...FILES, 'web/Chart.yaml': chart, 'web/charts/redis-1.0.0.tgz': 'bm90aGluZw==' });
	await packed.editor.show(chart, `${ROOT}/web/Chart.yaml`);
	assert.deepEqual(await packed.told(`${ROOT}/web/Chart.yaml`), [], 'what cannot be unfolded may be it');
});

test('a client that reads no files has its charts read from the disk', async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'charts '));
	for (const [name, text] of Object.entries({ ...FILES, 'web/values.yaml': 'image: app:1\nrestart: Sometimes\n' })) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	const editor = await Editor.start({ capabilities: {}, folders: [pathToFileURL(folder).href] });
	t.after(() => editor.stop().then(() => rm(folder, { recursive: true })));
	const values = pathToFileURL(path.join(folder, 'web/values.yaml')).href;
	await editor.show('image: app:1\nrestart: Sometimes\n', values);
	for (let wait = 0; (editor.pushed.get(values)?.diagnostics.length ?? 0) === 0 && wait < 200; wait++) await new Promise((done) => setTimeout(done, 10));
	assert.deepEqual(
		editor.pushed.get(values)?.diagnostics.map(({ range }) => range.start.line),
		[1],
	);
});

test('what a template renders to is shown, with the way back to what was typed', async (t) => {
	const { editor, told } = await editorOf(t, FILES);
	const [pod, values] = [`${ROOT}/web/templates/pod.yaml`, `${ROOT}/web/values.yaml`];
	await editor.show(POD, pod);
	const built = await editor.put(BUILT, { uri: pod });
	assert.equal(built?.name, 'web/templates/pod.rendered');
	assert.match(built?.text ?? '', /^---\n# Source: web\/templates\/pod\.yaml\napiVersion: v1\n[\s\S]*name: release-web\n[\s\S]*image: app:1\n$/);
	const shown = `peapod-built:/web/templates/pod.yaml?${encodeURIComponent(built?.folder ?? '')}`;
	await editor.show(built?.text ?? '', shown);
	assert.deepEqual(await editor.pull(shown), [], 'it is a manifest like any other');
	const lines = (built?.text ?? '').split('\n');
	const at = async (text: string, behind = 0): Promise<readonly string[]> => {
		const line = lines.findIndex((one) => one.includes(text));
		const position = { line, character: (lines[line] ?? '').indexOf(text) + text.length - 1 + behind };
		const to = await editor.ask<readonly { readonly uri: string; readonly range: Range }[]>('textDocument/definition', {
			textDocument: { uri: shown },
			position,
		});
		return to.map(({ uri, range }) => `${decodeURI(uri).replace(decodeURI(ROOT), '')}:${range.start.line + 1}`);
	};
	assert.deepEqual(await at('restartPolicy'), ['/web/templates/pod.yaml:6']);
	assert.deepEqual(await at('app:1'), ['/web/values.yaml:1', '/web/templates/pod.yaml:9']);
	assert.deepEqual(await at('app:1', 1), ['/web/values.yaml:1', '/web/templates/pod.yaml:9'], 'behind a word it is meant as in it');
	assert.deepEqual(await at('-web'), ['/web/templates/_helpers.tpl:2', '/web/templates/pod.yaml:4']);
	const again = await editor.put(BUILT, { uri: built?.folder ?? '', folder: built?.folder ?? '' });
	assert.equal(again?.text, built?.text, 'it can be had again by where it came from');

	await editor.show('image: app:2\nrestart: Never\n', values);
	const whole = await editor.put(BUILT, { uri: values });
	assert.equal(whole?.name, 'web.rendered', 'of values all of the chart is shown');
	assert.match(whole?.text ?? '', /image: app:2/);
	await editor.show(POD.replace('.Values.image', '.Values.image.tag'), pod);
	const broken = await editor.put(BUILT, { uri: pod });
	assert.match(broken?.text ?? '', /^# execution error at|^# template: web/);
	assert.equal(broken?.name, built?.name, 'what is shown is shown under one name');
	await editor.show('{{- if .Values.never }}\nkind: Pod\n{{- end }}\n', pod);
	assert.equal((await editor.put(BUILT, { uri: pod }))?.text, '# With these values this renders to nothing.\n');
	assert.equal(await editor.put(BUILT, { uri: `${ROOT}/elsewhere.yaml` }), null);
	assert.deepEqual(await told(pod), []);
});

test('a file of a chart says what it is rendered with, and leads there', async (t) => {
	const { editor } = await editorOf(t, FILES, [...(OURS.commands ?? []), 'peapod.showBuilt']);
	const pod = `${ROOT}/web/templates/pod.yaml`;
	await editor.show(POD, pod);
	await editor.show(POD, `${ROOT}/pod.yaml`);
	assert.equal((await editor.put(STATUS, { uri: pod }))?.chart, 'values.yaml');
	assert.equal((await editor.put(STATUS, { uri: `${ROOT}/pod.yaml` }))?.chart, undefined);
	const [lens] = await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: pod } });
	assert.deepEqual(lens?.command, { title: 'What this renders to with values.yaml', command: 'peapod.showBuilt', arguments: [pod] });
});

test('what is chosen is rendered with, and what is open of the rest; one file after the other', async (t) => {
	const { editor, asked, told } = await editorOf(t, {
		...FILES,
		'web/ci/test-values.yaml': 'restart: Sometimes\n',
		'web/values-prod.yaml': 'restart: Never\n',
		'envs/all.yaml': 'restart: Often\n',
	});
	const [pod, own, outside] = [`${ROOT}/web/templates/pod.yaml`, `${ROOT}/web/ci/test-values.yaml`, `${ROOT}/envs/all.yaml`];
	const renderedWith = async (uri: string): Promise<string | undefined> => (await editor.put(STATUS, { uri }))?.chart;
	await editor.show(POD, pod);
	assert.deepEqual(await told(pod), []);
	const files = async () => (await editor.put(VALUES_FILES, { uri: pod }))?.files.map(({ name, isChosen }) => `${name}${isChosen ? ' *' : ''}`);
	assert.deepEqual(await files(), ['ci/test-values.yaml', 'values-prod.yaml']);
	assert.ok(!asked.includes(outside), 'nobody named it');

	await editor.show('restart: Sometimes\n', own);
	assert.match((await told(own)).join(), /^1 restart-policy\/choice: rendered with values.yaml \+ ci\/test-values.yaml: spec.restartPolicy/);
	assert.equal(await renderedWith(own), 'values.yaml + ci/test-values.yaml');
	assert.match((await editor.put(BUILT, { uri: own }))?.text ?? '', /restartPolicy: Sometimes/);
	assert.deepEqual(await toldIn(editor, pod), [], 'it is not chosen');

	await editor.configure({ helm: { values: ['envs/all.yaml', './values-prod.yaml', 'values-of-another.yaml'], release: 'mine', namespace: 'ours' } });
	assert.deepEqual(await told(pod), []);
	assert.equal(await renderedWith(pod), 'values.yaml + envs/all.yaml + values-prod.yaml', 'what is not there is left out');
	assert.deepEqual(await files(), ['envs/all.yaml *', 'values-prod.yaml *', 'ci/test-values.yaml']);
	assert.match((await editor.put(BUILT, { uri: pod }))?.text ?? '', /name: mine-web\n[\s\S]*restartPolicy: Never/);
	await editor.configure({ helm: { values: ['values-prod.yaml', 'envs/all.yaml'] } });
	await editor.show('restart: Often\n', outside);
	assert.match((await told(outside)).join(), /^1 restart-policy\/choice: rendered with values.yaml \+ values-prod.yaml \+ envs\/all.yaml: /, 'the last counts');
});

test('a packed dependency is read: what it defines is there, and so are its values', async (t) => {
	const library = packed({
		'base/Chart.yaml': 'apiVersion: v2\nname: base\nversion: 1.0.0\n',
		'base/values.yaml': 'policy: Sometimes\n',
		'base/templates/_names.tpl': '{{- define "web.name" -}}\nfrom-the-package\n{{- end }}\n',
	});
	const { editor, told } = await editorOf(t, {
		'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: base, version: 1.0.0, repository: ""}\n',
		'web/values.yaml': 'image: app:1\n',
		'web/charts/base-1.0.0.tgz': library.toString('base64'),
		'web/templates/pod.yaml': POD,
	});
	const pod = `${ROOT}/web/templates/pod.yaml`;
	await editor.show(POD.replace('.Values.restart', '.Values.base.policy'), pod);
	assert.match((await told(pod)).join(), /^6 restart-policy\/choice: rendered with values.yaml: .*"Sometimes"/, 'nobody can open the file that says so');
	assert.match((await editor.put(BUILT, { uri: pod }))?.text ?? '', /name: from-the-package\n/);
});

/** What `helm package` makes of files: a tar in gzip. */
const packed = (files: Readonly<Record<string, string>>): Buffer => gzipSync(tarOf(files));

test('the pods that a template renders to have their lives in the template', async (t) => {
	const { editor, told } = await editorOf(t, FILES);
	const pod = `${ROOT}/web/templates/pod.yaml`;
	const template = `{{- if .Values.image }}\n# What is lived.\n${POD}{{- end }}\n`;
	await editor.show(template, pod);
	await told(pod);
	const status = await editor.put(STATUS, { uri: pod });
	assert.deepEqual(
		status?.documents.map(({ kind, name, span }) => [kind, name, span.start.line]),
		[['Pod', 'release-web', 2]],
	);
	const lenses = await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: pod } });
	assert.deepEqual(
		lenses.map(({ range, command }) => [range.start.line, command?.command]),
		[[2, OPEN_PANEL]],
	);
	const life = await editor.put(SIMULATE, { uri: pod, document: 0, change: 'edited' });
	assert.equal(life.kind, 'life');
	await editor.show('image: ""\nrestart: Never\n', `${ROOT}/web/values.yaml`);
	assert.deepEqual((await editor.put(STATUS, { uri: pod }))?.documents, [], 'nothing is rendered, nothing is lived');
	await editor.show(template.replace('.Values.image }}', 'fail "no image" }}'), pod);
	const none = await editor.put(SIMULATE, { uri: pod, document: 0, change: 'edited' });
	assert.equal(none.kind, 'unrendered');
	assert.match(none.error, /no image$/);
});

test('braces that a template prints are text: what it renders has a life, is played on and applied, whatever is read of it', async (t) => {
	const braced = `${POD}    args:\n    - say {{ "{{ .Name }}" }}\n`;
	const { editor, told } = await editorOf(t, { ...FILES, 'web/templates/pod.yaml': braced }, undefined, { ...FILES, 'web/templates/pod.yaml': braced });
	const pod = `${ROOT}/web/templates/pod.yaml`;
	await editor.show(braced, pod);
	assert.deepEqual(await told(pod), []);
	assert.equal((await editor.put(SIMULATE, { uri: pod, document: 0, change: 'edited' })).kind, 'life');
	const play = `${ROOT}/life.scenario.yaml`;
	const text = 'plays: { folder: web, target: Pod/release-web }\nexpect:\n- container: app\n  is: { image: "app:1" }\n';
	await editor.show(text, play);
	assert.deepEqual(await toldIn(editor, play), []);
	assert.deepEqual(
		(await editor.put(TEST, { uri: play, text }))?.results.map(({ verdict }) => verdict),
		['holds'],
	);
	assert.equal((await editor.put(SIMULATE, { uri: play, document: 0, scenarioText: text })).kind, 'life');
	assert.deepEqual((await editor.put(STATUS, { uri: play }))?.scenario?.lives, { kind: 'Pod', name: 'release-web' });
	const now = await editor.put(BUILT, { uri: pod });
	const shown = `peapod-built:/web.rendered.yaml?${encodeURIComponent(now?.folder ?? '')}`;
	await editor.show(now?.text ?? '', shown);
	const { answer } = await editor.put(APPLY, { uri: shown, old: (now?.text ?? '').replace('app:1', 'app:0') });
	assert.deepEqual(answer.kind === 'applied' && answer.objects.map(({ kind, outcome }) => `${kind} ${outcome}`), ['Pod restarted']);
});

test('a scenario is played on what a chart renders with the values that it names', async (t) => {
	const { editor } = await editorOf(t, { ...FILES, 'web/ci/test-values.yaml': 'image: app:2\n' });
	const verdicts = async (plays: string, image: string) => {
		const text = `plays: { ${plays} }\nexpect:\n- container: app\n  is: { image: "${image}" }\n`;
		const answer = await editor.put(TEST, { uri: `${ROOT}/life.scenario.yaml`, text });
		return answer?.results.map(({ verdict }) => verdict) ?? answer;
	};
	assert.deepEqual(await verdicts('folder: web', 'app:1'), ['holds']);
	assert.deepEqual(await verdicts('folder: web, values: [web/ci/test-values.yaml]', 'app:2'), ['holds']);
	assert.deepEqual(await verdicts('folder: web, values: [web/ci/test-values.yaml]', 'app:1'), ['fails']);
	const play = `${ROOT}/life.scenario.yaml`;
	const scenarioText = 'plays: { folder: web, values: [web/ci/test-values.yaml] }\nuntil: 30s\n';
	await editor.show(scenarioText, play);
	const life = await editor.put(SIMULATE, { uri: play, document: 0, scenarioText });
	assert.deepEqual(life.kind === 'life' && [life.containers[0]?.image, life.trace.until], ['app:2', 30]);
	await editor.show('plays: { folder: web, values: [nowhere.yaml] }\nexpect:\n- container: app\n  is: { image: "app:1" }\n', play);
	assert.match((await toldIn(editor, play))[0] ?? '', /^1 expect\/no-manifest: open .*nowhere\.yaml: no such file or directory/);
});

test('what a chart rendered when its files were committed is compared with what it renders now, as helm upgrade does', async (t) => {
	const gone = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: gone}\n';
	const former = { ...FILES, 'web/values-prod.yaml': 'restart: Never\n', 'web/templates/gone.yaml': gone };
	const files = { ...FILES, 'web/values.yaml': 'image: app:2\nrestart: Always\n', 'web/values-prod.yaml': 'restart: OnFailure\n' };
	const { editor } = await editorOf(t, files, undefined, former);
	const uri = `${ROOT}/web/values.yaml`;
	const asked = async (from: string): Promise<readonly string[]> => {
		const [now, then] = [await editor.put(BUILT, { uri: from }), await editor.put(BUILT, { uri: from, folder: from, isFormer: true })];
		const shown = `peapod-built:/web.rendered.yaml?${encodeURIComponent(now?.folder ?? '')}`;
		await editor.show(now?.text ?? '', shown);
		const { answer } = await editor.put(APPLY, { uri: shown, old: then?.text ?? '' });
		return answer.kind === 'applied'
			? answer.objects.map(({ kind, outcome, changes: [change] }) => [kind, outcome, change?.path].join(' ').trim())
			: [answer.kind];
	};
	assert.deepEqual(await asked(uri), ['ConfigMap deleted', 'Pod restarted spec.containers[0].image']);
	assert.deepEqual(await asked(`${ROOT}/web/templates/pod.yaml`), ['Pod restarted spec.containers[0].image'], 'a template for itself');
	assert.deepEqual(await asked(`${ROOT}/web`), ['ConfigMap deleted', 'Pod restarted spec.containers[0].image'], 'what is shown is known by its folder');
	const prod = await editor.put(BUILT, { uri, folder: `${ROOT}/web/values-prod.yaml`, isFormer: true });
	assert.match(prod?.text ?? '', /restartPolicy: Never/, 'with the values that are open, as they were');
	const fresh = `${ROOT}/web/values-new.yaml`;
	await editor.show('image: app:3\n', fresh);
	assert.deepEqual(await asked(fresh), ['ConfigMap deleted', 'Pod unchanged'], 'values that are new are compared with themselves');
	assert.deepEqual(await asked(`${ROOT}/other/templates/pod.yaml`), ['unreadable'], 'of a chart that does not render nothing is told');
});

test('a chart of which nothing was committed is all created, and one that did not render is not known', async (t) => {
	const asked = async (former: Readonly<Record<string, string>>) => {
		const { editor } = await editorOf(t, FILES, undefined, former);
		const built = await editor.put(BUILT, { uri: `${ROOT}/web`, folder: `${ROOT}/web`, isFormer: true });
		return built?.text;
	};
	assert.equal(await asked({}), '');
	assert.equal(await asked({ ...FILES, 'web/templates/pod.yaml': '{{ fail "no" }}' }), undefined);
});

test('a packed dependency is unfolded as it was committed', async (t) => {
	const base = (name: string): string =>
		packed({
			'base/Chart.yaml': 'apiVersion: v2\nname: base\nversion: 1.0.0\n',
			'base/templates/_names.tpl': `{{- define "web.name" -}}${name}{{- end }}\n`,
		}).toString('base64');
	const files = (name: string) => ({
		'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: base, version: 1.0.0, repository: ""}\n',
		'web/values.yaml': 'image: app:1\n',
		'web/charts/base-1.0.0.tgz': base(name),
		'web/templates/pod.yaml': POD,
	});
	const { editor } = await editorOf(t, files('now'), undefined, files('then'));
	const asked = async (isFormer: object) => (await editor.put(BUILT, { uri: `${ROOT}/web`, folder: `${ROOT}/web`, ...isFormer }))?.text;
	assert.match((await asked({})) ?? '', /name: now\n/);
	assert.match((await asked({ isFormer: true })) ?? '', /name: then\n/);
	const { 'web/charts/base-1.0.0.tgz': _fetched, ...committed } = files('then');
	const { editor: other } = await editorOf(t, files('now'), undefined, committed);
	const text = (await other.put(BUILT, { uri: `${ROOT}/web`, folder: `${ROOT}/web`, isFormer: true }))?.text;
	assert.match(text ?? '', /name: now\n/, 'one that was never committed is as it is now');
});

test('a lens over a file of a chart that differs from its last commit asks what applying does', async (t) => {
	const { editor, told } = await editorOf(t, FILES, [PREVIEW_APPLY], FILES);
	const uri = `${ROOT}/web/templates/pod.yaml`;
	const text = POD.replace('name: app', 'name: web');
	await editor.show(text, uri);
	await told(uri);
	const lenses = async (): Promise<readonly (readonly [number, unknown])[]> => {
		const all = await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
		return all.flatMap(({ range, command }) => (command?.command === PREVIEW_APPLY ? [[range.start.line, command.arguments] as const] : []));
	};
	await editor.tell(FORMER, { uri, text: POD });
	assert.deepEqual(await lenses(), [[0, [uri]]]);
	await editor.tell(FORMER, { uri, text });
	assert.deepEqual(await lenses(), []);
});

test('who cannot be asked to ask again is answered once the chart is read', async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'charts '));
	for (const [name, text] of Object.entries(FILES)) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	const { workspace: _, ...capabilities } = VSCODE;
	const editor = await Editor.start({ capabilities, folders: [pathToFileURL(folder).href] });
	t.after(() => editor.stop().then(() => rm(folder, { recursive: true })));
	const uri = pathToFileURL(path.join(folder, 'web/templates/pod.yaml')).href;
	await editor.show(POD.replace('image:', 'imagee:'), uri);
	assert.ok((await toldIn(editor, uri)).some((one) => one.includes('unknown field "spec.containers[0].imagee"')));
});

test('files of ever so many charts may be open: each is told, and asked for no more once all are read', async (t) => {
	const charts = Array.from({ length: 12 }, (_, i) => `chart-${i}`);
	const files = Object.fromEntries(
		charts.flatMap((name) => [
			[`${name}/Chart.yaml`, `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`],
			[`${name}/templates/pod.yaml`, 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Chart.Name }}_a\nspec: {containers: [{name: a, image: b}]}\n'],
		]),
	);
	const { editor, asked } = await editorOf(t, files);
	const uris = charts.map((name) => `${ROOT}/${name}/templates/pod.yaml`);
	for (const uri of uris) await editor.show(files[uri.slice(ROOT.length + 1)] ?? '', uri);
	const told = async (): Promise<number> => (await Promise.all(uris.map((uri) => editor.pull(uri)))).filter(({ length }) => length > 0).length;
	for (let turn = 0; turn < 50 && (await told()) < charts.length; turn++) await new Promise((done) => setTimeout(done, 20));
	assert.equal(await told(), charts.length);
	const before = asked.length;
	assert.equal(await told(), charts.length);
	assert.equal(asked.length, before);
});

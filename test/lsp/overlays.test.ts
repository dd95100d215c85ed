/** What open files become in the overlays that they are part of, as editors and the disk have them. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import {
	APPLY,
	BUILT,
	EXPECT_LIFE,
	FORMER,
	OPEN_PANEL,
	READ_FILES,
	type ReadFilesParams,
	RUN_TESTS,
	SEEN,
	SHOW_BUILT,
	SIMULATE,
	STATUS,
	STATUS_CHANGED,
	TEST,
} from '../../server/src/protocol/requests';
import { Editor, OURS, VSCODE } from './client';

const ROOT = 'vscode-vfs://host/w%20s';
const web = (container: string): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n${container}`;
const PATCH =
	'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: app\n        image: app:2\n';
const FILES: Readonly<Record<string, string>> = {
	'base/kustomization.yaml': 'resources: [web.yaml]\nconfigMapGenerator:\n- name: settings\n  envs: [settings.env]\n',
	'base/settings.env': 'A=1\n',
	'base/web.yaml': web('        - name: app\n'),
	'overlays/prod/kustomization.yaml': 'resources: [../../base]\npatches:\n- path: image.yaml\n',
	'overlays/prod/image.yaml': PATCH,
};

/** An editor that reads these files for the server; `tell` tells what lies in the workspace, which is done at once if nobody says otherwise. */
async function editorOf(
	t: TestContext,
	files: Readonly<Record<string, string>>,
	isTold = true,
	commands: readonly string[] = OURS.commands ?? [],
): Promise<{ readonly editor: Editor; readonly asked: string[]; readonly refreshed: () => Promise<boolean>; readonly tell: () => Promise<void> }> {
	const editor = await Editor.start({ capabilities: VSCODE, options: { ...OURS, commands: [...commands, RUN_TESTS] }, folders: [ROOT] });
	t.after(() => editor.stop());
	const asked: string[] = [];
	let refreshes = 0;
	editor.connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
		return null;
	});
	editor.connection.onRequest(READ_FILES.method, ({ uris, isFormer }: ReadFilesParams) => {
		asked.push(...uris);
		const texts = uris.map((uri) => files[uri.slice(ROOT.length + 1)] ?? null);
		return isFormer ? texts.map((text) => text?.replace('app:2', 'app:1') ?? null) : texts;
	});
	const tell = async (): Promise<void> => {
		for (const [name, text] of Object.entries(files)) if (name.endsWith('.yaml')) await editor.tell(SEEN, { uri: `${ROOT}/${name}`, text });
	};
	if (isTold) await tell();
	const refreshed = async (): Promise<boolean> => {
		const before = refreshes;
		for (let wait = 0; refreshes === before && wait < 200; wait++) await new Promise((done) => setTimeout(done, 10));
		return refreshes > before;
	};
	return { editor, asked, refreshed, tell };
}

const toldIn = async (editor: Editor, uri: string): Promise<readonly string[]> =>
	(await editor.pull(uri)).map(({ range, code, message }) => `${range.start.line + 1} ${String(code)}: ${String(message).split('\n')[0]}`);

test('a base is told what its overlay makes of it, and a patch what it breaks', async (t) => {
	const { editor, asked, refreshed } = await editorOf(t, FILES);
	const [base, patch] = [`${ROOT}/base/web.yaml`, `${ROOT}/overlays/prod/image.yaml`];
	await editor.show(FILES['base/web.yaml'] ?? '', base);
	await editor.pull(base);
	await refreshed();
	assert.deepEqual(await toldIn(editor, base), [], 'the overlay gives the image');
	assert.ok(asked.includes(`${ROOT}/base/settings.env`), 'files of any kind are read');

	await editor.show(PATCH.replace('image: app:2', 'imagee: app:2'), patch);
	assert.deepEqual(await toldIn(editor, patch), ['10 decode/unknown-field: unknown field "spec.template.spec.containers[0].imagee"']);
	const [missing] = await editor.pull(base);
	assert.equal(missing?.code, 'container/image-required', 'an editor is told of what it has open beside');
	const count = asked.length;
	await editor.show(PATCH, patch);
	assert.deepEqual([await toldIn(editor, patch), await toldIn(editor, base)], [[], []]);
	assert.equal(asked.length, count, 'what was read once is remembered');
});

test('a line of a kustomization is told what it breaks, and where that was written first', async (t) => {
	const kustomization = `${ROOT}/overlays/prod/kustomization.yaml`;
	const { editor, refreshed } = await editorOf(t, FILES);
	const text = `${FILES['overlays/prod/kustomization.yaml']}replicas:\n- name: web\n  count: -1\nresource: []\n`;
	await editor.show(text, kustomization);
	await editor.pull(kustomization);
	await refreshed();
	assert.deepEqual(await toldIn(editor, kustomization), ['7 overlay/build: in overlays/prod: invalid Kustomization: json: unknown field "resource"']);
	await editor.show(text.replace('resource: []\n', ''), kustomization);
	await editor.pull(kustomization);
	await refreshed();
	const [fault] = await editor.pull(kustomization);
	assert.deepEqual([fault?.range.start.line, fault?.code], [5, 'replicas/negative']);
});

test('what the file alone cannot show to be mended is not guessed at', async (t) => {
	const patch = `${ROOT}/overlays/prod/image.yaml`;
	const { editor, refreshed } = await editorOf(t, FILES);
	await editor.show(PATCH.replace('name: web', 'name: wob'), patch);
	await editor.pull(patch);
	await refreshed();
	const [fault] = await editor.pull(patch);
	assert.deepEqual([fault?.range.start.line, fault?.code], [3, 'overlay/build']);
	const actions = await editor.ask<readonly { readonly title: string }[]>('textDocument/codeAction', {
		textDocument: { uri: patch },
		range: fault?.range,
		context: { diagnostics: [], only: ['quickfix'] },
	});
	assert.deepEqual(
		actions.map(({ title }) => title),
		['Ignore overlay/build here'],
	);
});

test('a fault that the file has for all its overlays keeps what mends it', async (t) => {
	const base = `${ROOT}/base/web.yaml`;
	const files = { ...FILES, 'base/web.yaml': web('        - name: app\n          imagePullPolicy: always\n') };
	const { editor, refreshed } = await editorOf(t, files);
	await editor.show(files['base/web.yaml'], base);
	await editor.pull(base);
	await refreshed();
	assert.deepEqual(await toldIn(editor, base), [
		'14 container/pull-policy: spec.template.spec.containers[0].imagePullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"',
	]);
	const range = { start: { line: 13, character: 0 }, end: { line: 13, character: 40 } };
	const actions = await editor.ask<readonly { readonly title: string }[]>('textDocument/codeAction', {
		textDocument: { uri: base },
		range,
		context: { diagnostics: [] },
	});
	assert.match(actions[0]?.title ?? '', /Always/);
});

test('what mends a patch alone is offered only where the overlay takes it', async (t) => {
	const patch = `${ROOT}/overlays/prod/image.yaml`;
	const titles = async (volumes: string): Promise<readonly string[]> => {
		const own = `${PATCH}        volumeMounts:\n        - mountPath: /data\n          name: true\n`;
		const files = { ...FILES, 'base/web.yaml': `${web('        - name: app\n')}${volumes}`, 'overlays/prod/image.yaml': own };
		const { editor, refreshed } = await editorOf(t, files);
		await editor.show(own, patch);
		await editor.pull(patch);
		await refreshed();
		const [fault] = (await editor.pull(patch)).filter(({ code }) => code === 'decode/type');
		assert.equal(fault?.range.start.line, 12);
		const params = { textDocument: { uri: patch }, range: fault?.range, context: { diagnostics: [], only: ['quickfix'] } };
		return (await editor.ask<readonly { readonly title: string }[]>('textDocument/codeAction', params)).map(({ title }) => title);
	};
	assert.ok((await titles('      volumes:\n      - {name: "true", emptyDir: {}}\n')).includes('Change to "true"'));
	assert.deepEqual(await titles(''), ['Ignore decode/type here']);
});

test('a misspelt key that no overlay keeps is told in the file, and mended', async (t) => {
	const base = `${ROOT}/base/web.yaml`;
	const files = {
		...FILES,
		'base/web.yaml': web('        - name: app\n          env:\n            - {name: A, valu: a}\n'),
		'overlays/prod/image.yaml': `${PATCH}        env:\n        - $patch: replace\n`,
	};
	const { editor, refreshed } = await editorOf(t, files);
	await editor.show(files['base/web.yaml'], base);
	await editor.pull(base);
	await refreshed();
	assert.deepEqual(await toldIn(editor, base), ['15 decode/unknown-field: kept by no overlay: unknown field "spec.template.spec.containers[0].env[0].valu"']);
	const [fault] = await editor.pull(base);
	const params = { textDocument: { uri: base }, range: fault?.range, context: { diagnostics: [] } };
	const [action] = await editor.ask<readonly { readonly title: string }[]>('textDocument/codeAction', params);
	assert.equal(action?.title, 'Change to value');
});

test('what an overlay alone brings to light is mended where it was typed', async (t) => {
	const patch = `${ROOT}/overlays/prod/image.yaml`;
	const text = PATCH.replace('image: app:2', 'imagePullPolicy: always\n        image: app:2');
	const { editor, refreshed } = await editorOf(t, { ...FILES, 'overlays/prod/image.yaml': text });
	await editor.show(text, patch);
	await editor.pull(patch);
	await refreshed();
	const [fault] = await editor.pull(patch);
	assert.equal(fault?.range.start.line, 9);
	const asked = async () => {
		const params = { textDocument: { uri: patch }, range: fault?.range, context: { diagnostics: [] } };
		const actions = await editor.ask<readonly { readonly title: string; readonly diagnostics: readonly unknown[] }[]>('textDocument/codeAction', params);
		return actions.slice(0, 1);
	};
	const [action] = await asked();
	assert.deepEqual([action?.title, action?.diagnostics], ['Set imagePullPolicy to Always', [fault]]);
	assert.deepEqual(await asked(), [action], 'what was found is remembered');
	await editor.show(text.replace('always', 'never'), patch);
	assert.match((await asked())[0]?.title ?? '', /Never/);
});

test('a kustomization is helped with, and leads to its files; a file says which overlays reach it', async (t) => {
	const { editor } = await editorOf(t, FILES);
	const [base, kustomization] = [`${ROOT}/base/web.yaml`, `${ROOT}/overlays/prod/kustomization.yaml`];
	await editor.show(FILES['overlays/prod/kustomization.yaml'] ?? '', kustomization);
	const at = { textDocument: { uri: kustomization }, position: { line: 0, character: 16 } };
	const [to] = await editor.ask<readonly { readonly uri: string }[]>('textDocument/definition', at);
	assert.equal(decodeURI(to?.uri ?? ''), decodeURI(`${ROOT}/base/kustomization.yaml`));
	const linked = async (): Promise<readonly string[]> => {
		const links = await editor.ask<readonly { readonly target: string }[]>('textDocument/documentLink', { textDocument: { uri: kustomization } });
		return links.map(({ target }) => decodeURI(target).replace(decodeURI(ROOT), ''));
	};
	assert.deepEqual(await linked(), ['/base/kustomization.yaml', '/overlays/prod/image.yaml']);
	const hover = await editor.ask<{ readonly contents: { readonly value: string } }>('textDocument/hover', { ...at, position: { line: 1, character: 2 } });
	assert.match(hover.contents.value, /\*\*patches\*\*/);
	const { items } = await editor.ask<{ readonly items: readonly { readonly label: string }[] }>('textDocument/completion', {
		...at,
		position: { line: 3, character: 0 },
	});
	assert.ok(items.some(({ label }) => label === 'namePrefix'));
	const renames = { files: [{ oldUri: base, newUri: `${ROOT}/base/shop.yaml` }] };
	const renamed = async () => {
		const { documentChanges } = await editor.ask<{ readonly documentChanges: readonly TextDocumentEdit[] }>('workspace/willRenameFiles', renames);
		return documentChanges.map(({ textDocument: { uri, version }, edits }) => [
			decodeURI(uri).replace(decodeURI(ROOT), ''),
			version === null,
			edits.map((edit) => 'newText' in edit && edit.newText),
		]);
	};
	assert.deepEqual(await renamed(), [['/base/kustomization.yaml', true, ['shop.yaml']]]);
	await editor.show(FILES['base/kustomization.yaml'] ?? '', `${ROOT}/base/kustomization.yaml`);
	assert.deepEqual(await renamed(), [['/base/kustomization.yaml', false, ['shop.yaml']]], 'what is open is changed in the version that it has');
	await editor.show(FILES['base/web.yaml'] ?? '', base);
	const lensOver = async (uri: string) => (await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri } }))[0]?.command?.title;
	assert.equal(await lensOver(base), 'Reached by one overlay: overlays/prod');
	assert.equal(await lensOver(`${ROOT}/base/kustomization.yaml`), 'Reached by one overlay: overlays/prod');
	assert.equal(await lensOver(kustomization), undefined, 'it reaches itself, and nothing can be shown of that here');
	await editor.show('resources: [../../base]\npatches:\n- path: gone.yaml\n- path: image.yaml\n', kustomization);
	const ledFrom = async (line: number): Promise<readonly string[]> => {
		const places = await editor.ask<readonly { readonly uri: string }[]>('textDocument/definition', { ...at, position: { line, character: 10 } });
		return places.map(({ uri }) => decodeURI(uri).replace(decodeURI(ROOT), ''));
	};
	assert.deepEqual([await ledFrom(2), await ledFrom(3)], [[], ['/overlays/prod/image.yaml']], 'what is not there has no place');
	assert.ok((await linked()).includes('/overlays/prod/gone.yaml'), 'a link may make it');
});

test('over the kustomization of an overlay stands what it builds', async (t) => {
	const { editor } = await editorOf(t, FILES, true, [SHOW_BUILT]);
	const kustomization = `${ROOT}/overlays/prod/kustomization.yaml`;
	await editor.show(FILES['overlays/prod/kustomization.yaml'] ?? '', kustomization);
	const [lens, ...others] = await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: kustomization } });
	assert.deepEqual(lens?.command, { title: 'What this overlay builds', command: SHOW_BUILT, arguments: [kustomization] });
	assert.deepEqual(others, []);
});

test('what an overlay builds is shown, and leads to where it was typed', async (t) => {
	const { editor } = await editorOf(t, FILES);
	const base = `${ROOT}/base/web.yaml`;
	await editor.show(FILES['base/web.yaml'] ?? '', base);
	const built = await editor.put(BUILT, { uri: base });
	assert.equal(built?.name, 'overlays/prod');
	assert.match(built?.text ?? '', /image: app:2/);
	const shown = `peapod-built:/overlays/prod.yaml?${encodeURIComponent(built?.folder ?? '')}`;
	await editor.show(built?.text ?? '', shown);
	assert.deepEqual(await editor.pull(shown), [], 'it is a manifest like any other');
	const lines = (built?.text ?? '').split('\n');
	const at = async (text: string): Promise<string> => {
		const line = lines.findIndex((one) => one.includes(text));
		const position = { line, character: (lines[line] ?? '').indexOf(text) + text.length - 1 };
		const [to] = await editor.ask<readonly { readonly uri: string; readonly range: Range }[]>('textDocument/definition', {
			textDocument: { uri: shown },
			position,
		});
		return `${decodeURI(to?.uri ?? '').replace(decodeURI(ROOT), '')}:${(to?.range.start.line ?? -1) + 1}`;
	};
	assert.equal(await at('image: app:2'), '/overlays/prod/image.yaml:10');
	assert.equal(await at('matchLabels:'), '/base/web.yaml:7');
	assert.equal(await at('A: "1"'), '/base/kustomization.yaml:4');
	assert.equal(await editor.put(BUILT, { uri: `${ROOT}/elsewhere.yaml` }), null);
	assert.equal(built?.among, undefined, 'there is but one');
});

test('of several overlays that a file is part of one is asked for', async (t) => {
	const { editor } = await editorOf(t, { ...FILES, 'overlays/test/kustomization.yaml': 'resources: [../../base]\nnameSuffix: -test\n' });
	const base = `${ROOT}/base/web.yaml`;
	await editor.show(FILES['base/web.yaml'] ?? '', base);
	const among = (await editor.put(BUILT, { uri: base }))?.among ?? [];
	assert.deepEqual(
		among.map(({ name }) => name),
		['overlays/prod', 'overlays/test'],
	);
	const other = await editor.put(BUILT, { uri: base, folder: among[1]?.folder ?? '' });
	assert.match(other?.text ?? '', /name: web-test/);
	assert.equal(other?.among, undefined);
});

test('the pods of a base are lived as the first overlay that it is part of makes them, at their places in the base', async (t) => {
	const { editor, refreshed } = await editorOf(t, FILES);
	const [base, patch] = [`${ROOT}/base/web.yaml`, `${ROOT}/overlays/prod/image.yaml`];
	const text = `# typed first\n${FILES['base/web.yaml'] ?? ''}`;
	await editor.show(text, base);
	await editor.pull(base);
	await refreshed();
	const status = await editor.put(STATUS, { uri: base });
	assert.deepEqual(
		status?.documents.map(({ kind, name, span }) => [kind, name, span.start.line, span.end.line]),
		[['Deployment', 'web', 1, text.split('\n').length - 2]],
	);
	assert.equal(status?.overlay, 'overlays/prod', 'as the panel names it');
	const lenses = await editor.ask<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: base } });
	const life = lenses.find(({ command }) => command?.command === OPEN_PANEL);
	assert.deepEqual([life?.range.start.line, life?.command?.title], [1, 'Play this pod’s life in overlays/prod']);
	const lived = async (old?: string) =>
		JSON.stringify(await editor.put(SIMULATE, { uri: base, document: 0, change: 'edited', ...(old !== undefined && { old }) }));
	assert.match(await lived(), /"kind":"life".*app:2/);
	assert.notEqual(
		await lived(text.replace('labels: {app: web}', 'labels: {app: web, was: other}')),
		await lived(),
		'it rolls over what the overlay made of another text',
	);
	await editor.show(PATCH.replace('app:2', 'app:3'), patch);
	assert.match(await lived(), /app:3/);
	await editor.show('resources: [../../base]\npatches:\n- path: gone.yaml\n', `${ROOT}/overlays/prod/kustomization.yaml`);
	await lived();
	await refreshed();
	assert.doesNotMatch(await lived(), /app:\d/, 'what cannot be built is lived as it is written');
});

test('what an overlay built when its files were committed is compared with what it builds now', async (t) => {
	const { editor } = await editorOf(t, FILES);
	const folder = `${ROOT}/overlays/prod`;
	const built = await editor.put(BUILT, { uri: folder, folder });
	const former = await editor.put(BUILT, { uri: folder, folder, isFormer: true });
	assert.match(built?.text ?? '', /image: app:2/);
	assert.equal(former?.text, built?.text.replace('app:2', 'app:1'));
	assert.equal((await editor.put(BUILT, { uri: folder, folder: `${ROOT}/overlays/new`, isFormer: true }))?.text, '', 'there was none');
	const shown = `peapod-built:/overlays/prod.yaml?${encodeURIComponent(folder)}`;
	await editor.show(built?.text ?? '', shown);
	await editor.tell(FORMER, { uri: shown, text: former?.text ?? '' });
	const { answer } = await editor.put(APPLY, { uri: shown });
	assert.equal(answer.kind === 'applied' && answer.objects.find(({ outcome }) => outcome !== 'unchanged')?.outcome, 'replaced');
});

test('a kind of one’s own that holds pods is judged in overlays once it is told of', async (t) => {
	const files = {
		'robots/kustomization.yaml': 'resources: [robot.yaml]\n',
		'robots/robot.yaml': 'apiVersion: example.com/v1\nkind: Robot\nmetadata: {name: r}\nspec:\n  arms:\n  - containers:\n    - name: A\n      image: a\n',
	};
	const { editor, refreshed } = await editorOf(t, files);
	const robot = `${ROOT}/robots/robot.yaml`;
	await editor.show(files['robots/robot.yaml'], robot);
	await editor.pull(robot);
	await refreshed();
	assert.deepEqual(await toldIn(editor, robot), []);
	await editor.configure({ podTemplates: [{ apiVersion: 'example.com/v1', kind: 'Robot', path: 'spec.arms[]', what: 'PodSpec' }] });
	assert.match((await toldIn(editor, robot))[0] ?? '', /^7 .*in robots: |^7 .*spec\.arms\[0\]\.containers\[0\]\.name/);
	await editor.configure({ podTemplates: [] });
	assert.deepEqual(await toldIn(editor, robot), []);
});

test('an editor that reads nothing for the server is told from the disk', async (t) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'peapod-'));
	for (const [name, text] of Object.entries(FILES)) {
		await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
	t.after(() => editor.stop().then(() => rm(folder, { recursive: true })));
	const base = pathToFileURL(path.join(folder, 'base/web.yaml')).href;
	await editor.show(FILES['base/web.yaml'] ?? '', base);
	await editor.until(() => (editor.pushed.get(base)?.diagnostics.length === 0 ? true : undefined));
});

test('a scenario is played on what an overlay builds, as editors have its files', async (t) => {
	const { editor, refreshed } = await editorOf(t, FILES);
	const play = `${ROOT}/overlays/life.scenario.yaml`;
	const scenario = (plays: string, image: string): string => `plays: { ${plays} }\nexpect:\n- container: app\n  is: { image: "${image}" }\n`;
	const [ours, other] = [scenario('folder: prod', 'app:2'), scenario('folder: prod', 'app:3')];
	const verdicts = async (text: string, uri = play) => (await editor.put(TEST, { uri, text }))?.results.map(({ verdict }) => verdict);
	assert.deepEqual([await verdicts(ours), await verdicts(other)], [['holds'], ['fails']]);
	assert.deepEqual(await verdicts(ours.replace(/^.*\n/, ''), `${ROOT}/overlays/prod/life.scenario.yaml`), ['holds'], 'its own folder needs no words');

	await editor.show(other, play);
	const lens = async () => (await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: play } }))[0]?.command?.title;
	assert.equal(await lens(), 'Run: 0 hold, 1 fails');
	const patch = `${ROOT}/overlays/prod/image.yaml`;
	await editor.show(PATCH.replace('app:2', 'app:3'), patch);
	assert.equal(await lens(), 'Run: 1 holds');

	const status = await editor.put(STATUS, { uri: play });
	assert.deepEqual(status?.scenario, { manifest: 'overlays/prod', found: true, lives: { kind: 'Deployment', name: 'web' } });
	const live = (text: string) => editor.put(SIMULATE, { uri: play, document: 0, scenarioText: text });
	const life = await live(other);
	assert.deepEqual(life.kind === 'life' && [life.trace.name, life.containers[0]?.image, life.fields, life.expected?.map(({ verdict }) => verdict)], [
		'web',
		'app:3',
		{},
		['holds'],
	]);
	assert.match((await editor.put(EXPECT_LIFE, { uri: play, scenarioText: other }))?.text ?? '', /^plays: [\s\S]*- pods: ready\n {2}becomes: 1\n/);
	await editor.show(PATCH.replace('image: app:2', 'image: ""'), patch);
	const refused = await live(other);
	assert.deepEqual(refused.kind === 'refused' && refused.errors.map(({ span }) => span.end), [{ line: 0, character: 5 }]);
	await editor.show(PATCH.replace('app:2', 'app:3'), patch);

	await editor.show(scenario('folder: prod, target: Deployment/wbe', 'app:3'), play);
	const none = await live(other);
	assert.match(none.kind === 'scenarioFault' ? none.message.en : '', /no Deployment\/wbe/);
	assert.deepEqual(await toldIn(editor, play), ['1 expect/no-manifest: overlays/prod makes no Deployment/wbe; there is Deployment/web.']);
	const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri: play },
		range: { start: { line: 0, character: 33 }, end: { line: 0, character: 33 } },
		context: { diagnostics: [] },
	});
	assert.deepEqual(
		actions.map(({ title }) => title),
		['Set target to Deployment/web', 'Ignore expect/no-manifest here'],
	);
	await editor.show(scenario('folder: nowhere', 'app:3'), play);
	const nothing = 'There is no kustomization.yaml and no Chart.yaml in nowhere.';
	assert.deepEqual(await toldIn(editor, play), [`1 expect/no-manifest: ${nothing}`]);
	const answer = await editor.put(TEST, { uri: play, text: scenario('folder: nowhere', 'app:3') });
	assert.equal(answer?.faults[0]?.message, nothing);
	const again = refreshed();
	await editor.tell(SEEN, { uri: `${ROOT}/overlays/nowhere/kustomization.yaml`, text: 'resources: [../prod]\n' });
	assert.ok(await again, 'the editor is told to ask again');
	assert.deepEqual(await verdicts(scenario('folder: nowhere', 'app:3')), ['holds']);

	await editor.show(scenario('folder: prod', 'app:2'), 'file:///alone/a.scenario.yaml');
	const [alone] = await editor.pull('file:///alone/a.scenario.yaml');
	assert.deepEqual([alone?.severity, alone?.code], [3, 'expect/no-manifest'], 'it may be there all the same');
	await editor.show('resources: [nowhere.yaml]\n', `${ROOT}/overlays/prod/kustomization.yaml`);
	await editor.show(other, play);
	assert.match((await toldIn(editor, play))[0] ?? '', /^1 expect\/no-manifest: .*nowhere\.yaml/);
});

test('a scenario that is opened before anybody knows of its overlay is looked at again', async (t) => {
	const { editor, tell } = await editorOf(t, FILES, false);
	const play = `${ROOT}/life.scenario.yaml`;
	await editor.show('plays: { folder: overlays/prod }\nexpect:\n- container: app\n  is: { image: "app:2" }\n', play);
	const found = async () => (await editor.put(STATUS, { uri: play }))?.scenario?.found;
	assert.equal(await found(), false);
	const changed = new Promise<void>((done) => editor.connection.onNotification(STATUS_CHANGED.method, () => done()));
	await tell();
	await changed;
	assert.equal(await found(), true);
});

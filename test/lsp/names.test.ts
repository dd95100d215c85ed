/** Names across files: those that are open, and those that only lie in the workspace. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DocumentLink, Hover, Location, MarkupContent, SelectionRange, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver/node';
import { SEEN } from '../../server/src/protocol/requests';
import { Editor, OURS, URI, VSCODE } from './client';

const SERVICE =
	'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\nspec:\r\n  selector: { app: web }\r\n  ports:\r\n  - { port: 80, targetPort: http }\r\n';
const SETTINGS = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { url: x }\n';
const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  containers:
  - name: web
    image: nginx
    ports: [{ name: http, containerPort: 80 }]
    envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: gone } }]
`;
const of = (text: string): readonly [line: number, character: number] => {
	const lines = POD.slice(0, POD.indexOf(text) + 1).split('\n');
	return [lines.length - 1, lines.at(-1)?.length ?? 0];
};
const [PORT, NUMBER, CONFIG, GONE] = [of('http'), of('80'), of('settings'), of('gone')];

let editor: Editor;
before(async () => {
	const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
	editor = await Editor.start({ capabilities: { ...VSCODE, workspace: { ...VSCODE.workspace, workspaceEdit } }, options: OURS, locale: 'en' });
	await editor.tell(SEEN, { uri: 'file:///service.yaml', text: SERVICE });
	await editor.tell(SEEN, { uri: 'file:///settings.yaml', text: SETTINGS });
	await editor.show(POD);
});
after(() => editor.stop());

const told = (found: readonly Location[]): readonly string[] =>
	found.map(({ uri, range: { start, end } }) => `${uri} ${start.line}:${start.character}-${end.character}`);

test('a name leads to files that nobody opened, in their own lines', async () => {
	assert.deepEqual(told(await editor.at<Location[]>('definition', ...CONFIG)), ['file:///settings.yaml 2:18-26']);
	const context = { includeDeclaration: false };
	assert.deepEqual(told(await editor.at<Location[]>('references', ...PORT, { context })), ['file:///service.yaml 7:28-32']);
	assert.deepEqual(told(await editor.at<Location[]>('definition', ...GONE)), []);
	assert.deepEqual(await editor.pull(), [], 'what is nowhere in the workspace may be in the cluster');
});

test('what reaches a pod are references of its name', async () => {
	const found = told(await editor.at<Location[]>('references', 2, 19, { context: { includeDeclaration: true } }));
	assert.deepEqual(found, [`${URI} 2:18-21`, 'file:///service.yaml 3:8-11']);
});

test('a hover tells where a name leads, or that it leads nowhere', async () => {
	const hover = async (at: readonly [number, number]): Promise<string> => ((await editor.at<Hover>('hover', ...at)).contents as MarkupContent).value;
	assert.match(await hover(CONFIG), /→ ConfigMap `settings`, \[settings\.yaml:3\]\(file:\/\/\/settings\.yaml#L3\): `url`/);
	assert.match(await hover(GONE), /→ No Secret `gone` in the workspace/);
	await editor.show(SERVICE, 'file:///service.yaml');
	const { contents, range } = await editor.at<Hover>('hover', 7, 29, {}, 'file:///service.yaml');
	assert.equal((contents as MarkupContent).value, '→ port `http`, [pod.yaml:8](file:///pod.yaml#L8): `80`');
	assert.deepEqual(range?.start, { line: 7, character: 28 });
	await editor.close('file:///service.yaml');
});

test('a rename tells apart what it changes in other files, and says for which version', async () => {
	const edit = await editor.at<WorkspaceEdit>('rename', ...PORT, { newName: 'main' });
	const changes = (edit.documentChanges ?? []) as {
		textDocument: { uri: string; version: number | null };
		edits: { newText: string; annotationId?: string }[];
	}[];
	assert.deepEqual(
		changes.map(({ textDocument: { uri, version }, edits }) => [uri, typeof version, edits.map(({ newText, annotationId }) => [newText, annotationId])]),
		[
			[URI, 'number', [['main', undefined]]],
			['file:///service.yaml', 'object', [['main', 'peapod.elsewhere']]],
		],
	);
	assert.deepEqual(edit.changeAnnotations, { 'peapod.elsewhere': { label: 'Uses in other files' } });
	// In an open file it is what is written there, not what was seen.
	await editor.show(SERVICE.replace('  - {', '  # here\r\n  - {'), 'file:///service.yaml');
	const again = await editor.at<WorkspaceEdit>('rename', ...PORT, { newName: 'main' });
	const [, other] = again.documentChanges as { textDocument: { version: number | null }; edits: { range: { start: { line: number } } }[] }[];
	assert.deepEqual([typeof other?.textDocument.version, other?.edits[0]?.range.start.line], ['number', 8]);
	await editor.close('file:///service.yaml');
});

test('what cannot be renamed is refused before one types, with the reason', async () => {
	for (const [at, words] of [
		[GONE, /^The workspace has no Secret named "gone"/],
		[NUMBER, /^80 is a port's number/],
	] as const)
		await assert.rejects(editor.at('prepareRename', ...at), (error: { code: number; message: string }) => error.code === -32803 && words.test(error.message));
	assert.equal(await editor.at('prepareRename', 6, 5), null);
});

test('objects of all files are symbols of the workspace', async () => {
	const found = await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'web' });
	assert.deepEqual(
		found.map(({ name, location }) => [name, location.uri]),
		[
			['Pod/web', URI],
			['Service/web', 'file:///service.yaml'],
		],
	);
	await editor.tell(SEEN, { uri: 'file:///service.yaml', text: null });
	assert.equal((await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'service' })).length, 0);
	await editor.tell(SEEN, { uri: 'file:///service.yaml', text: SERVICE });
});

test('what a file was before, or what is built of it, has no names of the workspace, and leads there all the same', async () => {
	const [former, built] = ['git:/pod.yaml?ref', 'peapod-built:/prod.yaml?folder'];
	for (const uri of [former, built]) await editor.show(POD, uri);
	const found = await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'web' });
	assert.deepEqual(
		found.map(({ location }) => location.uri),
		[URI, 'file:///service.yaml'],
	);
	const edit = await editor.at<WorkspaceEdit>('rename', ...PORT, { newName: 'main' });
	assert.deepEqual(
		(edit.documentChanges as { textDocument: { uri: string } }[]).map(({ textDocument }) => textDocument.uri),
		[URI, 'file:///service.yaml'],
	);
	assert.deepEqual(told(await editor.at<Location[]>('definition', ...CONFIG, {}, former)), ['file:///settings.yaml 2:18-26']);
	for (const uri of [former, built]) await editor.close(uri);
});

test('links and selections', async () => {
	const links = await editor.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: URI } });
	assert.deepEqual(
		links.map(({ target, tooltip }) => [new URL(String(target)).host, tooltip]),
		[
			['kubernetes.io', undefined],
			['hub.docker.com', undefined],
		],
	);
	const [first] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', { textDocument: { uri: URI }, positions: [{ line: 6, character: 12 }] });
	assert.deepEqual(
		[first?.range, first?.parent?.range.start],
		[
			{ start: { line: 6, character: 11 }, end: { line: 6, character: 16 } },
			{ line: 6, character: 4 },
		],
	);
});

test('an editor without annotations or versions gets plain edits', async (t) => {
	const bare = await Editor.start({ options: { readsFiles: true } });
	t.after(() => bare.stop());
	await bare.tell(SEEN, { uri: 'file:///service.yaml', text: SERVICE });
	await bare.show(POD);
	const { changes, changeAnnotations } = await bare.at<WorkspaceEdit>('rename', ...PORT, { newName: 'main' });
	assert.deepEqual([Object.keys(changes ?? {}), changeAnnotations], [[URI, 'file:///service.yaml'], undefined]);
});

test('what becomes a patch, or is none any more, gives its name away, or has it back', async () => {
	const at = (name: string): string => `file:///shop/${name}`;
	const deployment = (rest: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: ${rest}\n`;
	const kustomization = (patches: string) => editor.tell(SEEN, { uri: at('prod/kustomization.yaml'), text: `resources: [../base]\npatches: ${patches}\n` });
	const given = async () =>
		told(await editor.at<Location[]>('references', 2, 18, { context: { includeDeclaration: false } }, at('base/app.yaml'))).map((one) => one.split(' ')[0]);
	await editor.tell(SEEN, { uri: at('prod/more.yaml'), text: deployment('{ replicas: 3 }') });
	await editor.show(deployment('{ replicas: 1 }'), at('base/app.yaml'));
	assert.deepEqual(await given(), []);
	await kustomization('[{ path: more.yaml }]');
	assert.deepEqual(await given(), [at('prod/more.yaml')]);
	await kustomization('[]');
	assert.deepEqual(await given(), []);
});

test('a patch that is open renames a container in an object that nobody opened, once a kustomization merges them', async () => {
	const at = (name: string): string => `file:///parts/${name}`;
	const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: parts }\nspec: { template: { spec: { containers: [{ name: app }] } } }\n`;
	const kustomization = (patches: string) => editor.tell(SEEN, { uri: at('prod/kustomization.yaml'), text: `resources: [../base]\npatches: ${patches}\n` });
	const renamed = async (): Promise<readonly string[]> => {
		const { documentChanges } = await editor.at<WorkspaceEdit>('rename', 3, 52, { newName: 'main' }, at('prod/more.yaml'));
		return (documentChanges ?? []).flatMap((one) => ('textDocument' in one ? one.textDocument.uri : [])).sort();
	};
	await editor.tell(SEEN, { uri: at('base/kustomization.yaml'), text: 'resources: [app.yaml]\n' });
	await editor.tell(SEEN, { uri: at('base/app.yaml'), text });
	await editor.show(text, at('prod/more.yaml'));
	assert.deepEqual(await renamed(), [at('prod/more.yaml')]);
	await kustomization('[{ path: more.yaml }]');
	assert.deepEqual(await renamed(), [at('base/app.yaml'), at('prod/more.yaml')]);
});

test('a JSON patch that nobody opened follows a rename once a kustomization says what it is for; images are shown, and never renamed', async () => {
	const at = (name: string): string => `file:///pointed/${name}`;
	const tell = (name: string, text: string) => editor.tell(SEEN, { uri: at(name), text });
	const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: pointed }\nspec: { volumes: [{ name: data }], containers: [{ name: app, image: "nginx:1" }] }\n`;
	const renamed = async (): Promise<readonly string[]> => {
		const { documentChanges } = await editor.at<WorkspaceEdit>('rename', 3, 26, { newName: 'files' }, at('base/pod.yaml'));
		return (documentChanges ?? []).flatMap((one) => ('textDocument' in one ? one.textDocument.uri : [])).sort();
	};
	await tell('prod/patch.json', '[{ "op": "add", "path": "/spec/containers/0/volumeMounts", "value": [{ "name": "data", "mountPath": "/data" }] }]\n');
	await tell('base/kustomization.yaml', 'resources: [pod.yaml]\n');
	await editor.show(text, at('base/pod.yaml'));
	assert.deepEqual(await renamed(), [at('base/pod.yaml')]);
	const kustomization = (kind: string) =>
		tell(
			'prod/kustomization.yaml',
			`resources: [../base]\npatches: [{ path: patch.json, target: { kind: ${kind}, name: pointed } }]\nimages: [{ name: nginx }]\n`,
		);
	await kustomization('Job');
	assert.deepEqual(await renamed(), [at('base/pod.yaml')]);
	await kustomization('Pod');
	assert.deepEqual(await renamed(), [at('base/pod.yaml'), at('prod/patch.json')]);
	const [used] = (await editor.at<Location[]>('references', 3, 71, { context: { includeDeclaration: false } }, at('base/pod.yaml'))) ?? [];
	assert.equal(used?.uri, at('prod/kustomization.yaml'));
	await assert.rejects(editor.at('prepareRename', 3, 71, {}, at('base/pod.yaml')), /"nginx" is where the image is pulled from/);
	await editor.show('resources: [../base]\nimages: [{ name: nginx }]\n', at('prod/kustomization.yaml'));
	const { contents } = await editor.at<Hover>('hover', 1, 20, {}, at('prod/kustomization.yaml'));
	assert.match((contents as MarkupContent).value, /\*\*images\[0\]\.name\*\*[\s\S]*→ image `nginx`, \[pod\.yaml:4\]/);
});

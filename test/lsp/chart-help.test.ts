/** Help inside of templates, as an editor asks for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, Diagnostic, Hover, Location } from 'vscode-languageserver/node';
import { shop } from '../features/charts-help/chart';
import { Editor, VSCODE } from './client';

/** An editor with the chart of the fixtures, or with these files, on its disk, and one of its files open, with this text and the cursor at `¦`. */
async function opened(t: TestContext, file: string, marked: string, settings: unknown = {}, files: ReadonlyMap<string, string | Uint8Array> = shop.files) {
	const folder = await mkdtemp(path.join(tmpdir(), 'charts-help '));
	for (const [name, text] of files) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	const editor = await Editor.start({ capabilities: VSCODE, folders: [pathToFileURL(folder).href] });
	t.after(() => editor.stop().then(() => rm(folder, { recursive: true })));
	editor.settings = settings;
	const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
	const [before = ''] = marked.split('¦');
	const lines = before.split('\n');
	await editor.show(marked.replace('¦', ''), uriOf(file));
	const ask = <A>(method: string, more: object = {}): Promise<A> => editor.at(method, lines.length - 1, lines.at(-1)?.length ?? 0, more, uriOf(file));
	/** Asks until the chart was read. */
	const until = async <A>(method: string, isThere: (answer: A) => boolean, more: object = {}): Promise<A> => {
		let answer = await ask<A>(method, more);
		for (let wait = 0; !isThere(answer) && wait < 500; wait++) {
			await new Promise((done) => setTimeout(done, 10));
			answer = await ask<A>(method, more);
		}
		return answer;
	};
	const places = (found: readonly Location[]): readonly string[] =>
		found.map(
			({ uri, range }) => `${decodeURIComponent(uri).slice(decodeURIComponent(uriOf('')).length + 1)}:${range.start.line + 1}:${range.start.character + 1}`,
		);
	return { ask, until, places };
}

const said = (hover: Hover | null): string => (hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '');

/** A file of the chart with `¦` in a piece of it. */
const inShop = (file: string, piece: string): string => (shop.files.get(file) ?? '').replace(piece.replace('¦', ''), piece);

test('a hover says what a value is and what the action renders to', async (t) => {
	const { until } = await opened(t, 'templates/deployment.yaml', inShop('templates/deployment.yaml', '.Values.repl¦icas'), { language: 'ko' });
	assert.equal(
		said(await until<Hover | null>('hover', (answer) => /렌더링 결과/.test(said(answer)))),
		'**`.Values.replicas`**\n\nHow many pods there are.\n\n`2`\n\n`values.yaml:2`\n\n---\n\n렌더링 결과:\n\n`2`',
	);
});

test('in helpers and in subcharts as well, and fields keep their hovers', async (t) => {
	const helper = await opened(t, 'templates/_helpers.tpl', inShop('templates/_helpers.tpl', '.Values.image.repos¦itory'));
	assert.match(said(await helper.until<Hover | null>('hover', (answer) => /Renders to/.test(said(answer)))), /Where it is pulled from\.[\s\S]*`nginx`/);
	const field = await opened(t, 'templates/deployment.yaml', inShop('templates/deployment.yaml', 'repli¦cas: {{'));
	assert.match(said(await field.ask('hover')), /\*\*spec\.replicas\*\*/);
});

test('definition and references lead through the chart', async (t) => {
	const template = await opened(t, 'charts/cache/templates/claim.yaml', inShop('charts/cache/templates/claim.yaml', '.Values.si¦ze'));
	assert.deepEqual(template.places(await template.until<Location[]>('definition', (found) => found.length > 1)), [
		'values.yaml:36:3',
		'charts/cache/values.yaml:3:1',
	]);
	const values = await opened(t, 'values.yaml', inShop('values.yaml', 're¦plicas: 2'));
	const context = { context: { includeDeclaration: false } };
	assert.deepEqual(values.places(await values.until<Location[]>('references', (found) => found.length > 0, context)), ['templates/deployment.yaml:6:24']);
});

test('completion goes on while an action is half typed, and the fields of pods are completed beside actions', async (t) => {
	const labels = (list: CompletionList | CompletionItem[] | null): readonly string[] =>
		(list && 'items' in list ? list.items : (list ?? [])).map(({ label }) => label);
	const half = await opened(
		t,
		'templates/deployment.yaml',
		inShop('templates/deployment.yaml', 'replicas: {{ .Values.replicas }}').replace('.Values.replicas }}', '.Values.image.¦'),
	);
	assert.deepEqual(labels(await half.until<CompletionList>('completion', (list) => labels(list).length > 0)), ['repository', 'tag']);
	const field = await opened(
		t,
		'templates/deployment.yaml',
		inShop('templates/deployment.yaml', '      - name: app').replace('      - name: app\n', '      - name: app\n        imagePull¦\n'),
	);
	assert.ok(labels(await field.ask('completion')).includes('imagePullPolicy'));
	const dotted = await opened(t, 'templates/ingress.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: .¦\n');
	assert.equal(await dotted.ask('completion', { context: { triggerKind: 2, triggerCharacter: '.' } }), null);
});

test('a value that no template uses, and one that nobody gives, are hints', async (t) => {
	interface Report {
		readonly items: readonly Diagnostic[];
	}
	const hints = ({ items }: Report): readonly string[] =>
		items.flatMap(({ code, severity, range }) => (String(code).startsWith('chart/') ? [`${range.start.line + 1} ${code} ${severity}`] : []));
	const values = await opened(t, 'values.yaml', shop.files.get('values.yaml') ?? '');
	assert.deepEqual(hints(await values.until<Report>('diagnostic', (report) => hints(report).length > 0)), [
		'11 chart/unused-value 4',
		'32 chart/unused-value 4',
	]);
	const template = await opened(t, 'templates/deployment.yaml', shop.files.get('templates/deployment.yaml') ?? '');
	assert.deepEqual(hints(await template.until<Report>('diagnostic', (report) => hints(report).length > 0)), ['30 chart/value-not-given 4']);
});

test('what a packed dependency has is known, and leads nowhere', async (t) => {
	const folder = 'test/conformance/charts/charts/packed';
	const names = ['Chart.yaml', 'requirements.yaml', 'values.yaml', 'templates/a.yaml', 'charts/inner-1.2.9.tgz'];
	const files = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)]));
	const { ask, until, places } = await opened(t, 'templates/a.yaml', 'b: {{ .Values.boxed.b¦ }}\n', {}, files);
	const list = await until<CompletionList>('completion', (found) => (found?.items.length ?? 0) > 1);
	assert.deepEqual(list.items.map(({ label, detail }) => [label, detail]).sort(), [
		['a', 'from the parent'],
		['b', 'kept'],
	]);
	assert.match(said(await ask<Hover | null>('hover')), /`charts\/inner-1\.2\.9\.tgz\/values\.yaml:2`[\s\S]*Renders to:\n\n`kept`/);
	assert.deepEqual(places(await ask<Location[]>('definition')), []);
});

test('the keys of Chart.yaml are explained and offered', async (t) => {
	const explained = await opened(t, 'Chart.yaml', inShop('Chart.yaml', 'ver¦sion:'), { language: 'ko' });
	assert.match(said(await explained.ask<Hover | null>('hover')), /^\*\*version\*\* `string`[\s\S]*유의적 버전/);
	const { items } = await (await opened(t, 'Chart.yaml', 'apiVersion: v2\n¦')).ask<CompletionList>('completion');
	const labels = items.map(({ label }) => label);
	assert.ok(labels.includes('dependencies') && !labels.includes('kind'), labels.join());
});

/** How a user says no: by comments, and by settings. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CodeAction, CompletionList, Hover, MarkupContent, TextDocumentEdit } from 'vscode-languageserver/node';
import { SIMULATE, STATUS } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const FAULTY = `${POD}    imagePullPolicy: always\n`;
const FOLDERS = ['file:///w', 'file:///w/apps%20b', 'vscode-vfs://github/o/r'];

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: OURS, folders: FOLDERS });
});
after(() => editor.stop());

const codes = async (uri = URI): Promise<readonly unknown[]> => (await editor.pull(uri)).map(({ code }) => code);
const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 99 } });
const actions = (line: number, uri = URI, only?: readonly string[]): Promise<CodeAction[]> =>
	editor.ask('textDocument/codeAction', { textDocument: { uri }, range: range(line), context: { diagnostics: [], ...(only ? { only } : {}) } });

function applied(text: string, action: CodeAction | undefined): string {
	const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
	const [edit] = change?.edits ?? [];
	assert.ok(edit && 'newText' in edit);
	const rows = text.split('\n');
	const at = ({ line, character }: { line: number; character: number }): number => rows.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
	return text.slice(0, at(edit.range.start)) + edit.newText + text.slice(at(edit.range.end));
}

test('a finding is ignored by its quick fix, and found again once the comment is gone', async () => {
	await editor.configure({});
	await editor.show(FAULTY);
	const [fix, ignore, ...more] = await actions(8);
	assert.deepEqual([fix?.isPreferred, ignore?.isPreferred, ignore?.title, more], [true, undefined, 'Ignore container/pull-policy here', []]);
	assert.deepEqual(ignore?.diagnostics, [], 'it mends nothing');
	const ignoring = applied(FAULTY, ignore);
	assert.equal(ignoring, `${POD}    # peapod-ignore: container/pull-policy\n    imagePullPolicy: always\n`);
	await editor.show(ignoring);
	assert.deepEqual(await codes(), []);
	assert.deepEqual(await actions(9), []);
	assert.deepEqual(await actions(9, URI, ['source.fixAll']), [], 'what is ignored is not mended');
});

test('a comment that ignores nothing is told, and removed', async () => {
	const idle = `${POD}    # peapod-ignore\n`;
	await editor.show(idle);
	assert.deepEqual(await codes(), ['ignore/idle']);
	const [remove, ...more] = await actions(8);
	assert.deepEqual(more, [], 'it cannot be ignored itself');
	assert.equal(applied(idle, remove), POD);
});

test('a fix is found beside what is ignored', async () => {
	await editor.show(`${POD}    # peapod-ignore\n    foo: c\n    imagee: d\n    imagePullPolicy: always\n`);
	assert.deepEqual((await actions(11)).map(({ title }) => title).slice(0, 1), ['Set imagePullPolicy to Always']);
});

test('a comment is hovered and completed', async () => {
	await editor.show(`${POD}    # peapod-ignore: \n    imagee: c\n`);
	const list = await editor.at<CompletionList>('completion', 8, 21);
	assert.ok(list.items.some(({ label }) => label === 'decode/unknown-field'));
	await editor.show(`${POD}    # peapod-ignore: decode/*\n    imagee: c\n`);
	const { contents } = await editor.at<Hover>('hover', 8, 8);
	assert.match((contents as MarkupContent).value, /unknown field "spec\.containers\[0\]\.imagee"/);
});

test('a severity is what the settings say, at once', async () => {
	await editor.show(FAULTY);
	for (const [severity, seen] of [
		[{}, [1]],
		[{ 'container/pull-policy': 'warning' }, [2]],
		[{ 'container/*': 'information' }, [3]],
		[{ '*': 'hint' }, [4]],
		[{ '*': 'off' }, []],
	] as const) {
		await editor.configure({ severity });
		assert.deepEqual(
			(await editor.pull()).map((one) => one.severity),
			seen,
		);
	}
	assert.deepEqual(await actions(8), [], 'nothing is offered for what is not told');
	await editor.configure({});
});

test('a file that is ignored is left alone: no diagnostics, lenses, hints, hovers, completions, life', async () => {
	await editor.show(FAULTY);
	for (const settings of [{ enable: false }, { ignore: ['**/*.yaml'] }]) {
		await editor.configure(settings);
		const textDocument = { uri: URI };
		assert.deepEqual(await codes(), []);
		assert.deepEqual(await editor.ask('textDocument/codeLens', { textDocument }), []);
		assert.deepEqual(await editor.ask('textDocument/inlayHint', { textDocument, range: range(8) }), []);
		assert.deepEqual(await actions(8), []);
		assert.equal(await editor.at('hover', 7, 5), null);
		assert.deepEqual((await editor.at<CompletionList>('completion', 8, 4)).items, []);
		assert.deepEqual(await editor.put(STATUS, { uri: URI }), { documents: [], kubernetes: '1.37', silent: 'ignored' });
		assert.deepEqual(await editor.put(SIMULATE, { uri: URI, document: 0 }), { kind: 'ignored' });
		await editor.configure({});
		assert.deepEqual(await codes(), ['container/pull-policy'], 'and found again');
	}
});

test('patterns begin at the folder a file is in', async () => {
	for (const [uri, pattern, isIgnored] of [
		['file:///w/a/b.yaml', 'a/*', true],
		['file:///w/a/b.yaml', 'w/a/*', false],
		['file:///w/apps%20b/c.yaml', 'c.yaml', true],
		['file:///w/apps%20b/c.yaml', './c.yaml', true],
		['file:///w/apps%20b/c.yaml', 'apps b/c.yaml', false],
		['file:///w/apps b/d/%ED%8C%8C%EB%93%9C.yaml', 'd/파드.yaml', true],
		['vscode-vfs://github/o/r/x/e.yaml', 'x/', true],
		['file:///elsewhere/f.yaml', '/elsewhere/**', true],
		['file:///elsewhere/f.yaml', 'f.yaml', true],
		['untitled:Untitled-1', 'Untitled-*', true],
		['untitled:Untitled-2', 'x', false],
	] as const) {
		await editor.configure({ ignore: [pattern] });
		await editor.show(FAULTY, uri);
		assert.equal((await codes(uri)).length === 0, isIgnored, `${pattern} ${uri}`);
		await editor.close(uri);
	}
	await editor.configure({});
});

test('scenario files are ignored in the same ways', async () => {
	const uri = 'file:///w/a.scenario.yaml';
	const scenario = 'untill: 1m\nuntil: 1m\n';
	await editor.show(scenario, uri);
	assert.deepEqual(await codes(uri), ['scenario/unknown-key']);
	const ignore = (await actions(0, uri)).find(({ title }) => title.startsWith('Ignore'));
	const ignoring = applied(scenario, ignore);
	assert.equal(ignoring, `# peapod-ignore: scenario/unknown-key\n${scenario}`);
	await editor.show(ignoring, uri);
	assert.deepEqual(await codes(uri), []);
	await editor.configure({ ignore: ['*.scenario.yaml'] });
	await editor.show(scenario, uri);
	assert.deepEqual(await codes(uri), []);
	assert.equal((await editor.put(STATUS, { uri }))?.silent, 'ignored');
	await editor.configure({});
});

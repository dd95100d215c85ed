import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { askedConverter, leftOut } from '../../left-out.mjs';
import { standIn } from './stand-in';

const CLIENT_FILES = path.join(path.dirname(createRequire(import.meta.url).resolve('vscode-languageclient')), '../common');

/** As esbuild.mjs builds the extension. */
const SHIPPED_HOW = {
	bundle: true,
	platform: 'node' as const,
	conditions: ['node', 'browser'],
	mainFields: ['module', 'main'],
	external: ['vscode'],
	write: false as const,
};

test('of the converters of the client all is there that is asked for', async () => {
	const { outputFiles } = await build({
		...SHIPPED_HOW,
		entryPoints: ['client/src/extension.ts'],
		plugins: [leftOut('client/src', 'vscode-languageclient', 'vscode-languageserver-protocol')],
	});
	const bundle = outputFiles[0]?.text ?? '';
	for (const name of ['protocolConverter.js', 'codeConverter.js']) {
		const answered = (text: string): readonly string[] => /^ {4}return \{\n([^}]*?)^ {4}\};/m.exec(text)?.[1]?.match(/\w+(?=[,:\n])/g) ?? [];
		const [all, kept] = [readFileSync(path.join(CLIENT_FILES, name), 'utf8'), askedConverter(path.join(CLIENT_FILES, name), 'client/src')].map(answered);
		const gone = all?.filter((one) => !kept?.includes(one)) ?? [];
		assert.ok(gone.length > 10 && kept?.includes('asUri'), `${name}: ${gone.join()}`);
		assert.deepEqual(
			gone.filter((one) => new RegExp(`\\.${one}\\b`).test(bundle)),
			[],
		);
	}
});

type Convert = (...of: readonly unknown[]) => unknown;
type Converter = Readonly<Record<string, Convert>>;

/** Both converters of the client, minified as they ship, on what stands for VS Code. */
async function converters(...plugins: readonly ReturnType<typeof leftOut>[]): Promise<{ readonly toCode: Converter; readonly toProtocol: Converter }> {
	const contents = ['protocolConverter', 'codeConverter']
		.map((one) => `exports.${one} = require(${JSON.stringify(`${CLIENT_FILES}/${one}.js`)}).createConverter;`)
		.join('\n');
	const { outputFiles } = await build({ ...SHIPPED_HOW, minify: true, format: 'cjs', stdin: { contents, resolveDir: process.cwd() }, plugins: [...plugins] });
	const exported = {} as Readonly<Record<string, (uri: undefined, ...trusts: readonly boolean[]) => Converter>>;
	const vscode = standIn();
	new Function('exports', 'require', outputFiles[0]?.text ?? '')(exported, (name: string) =>
		name === 'vscode' ? vscode : createRequire(import.meta.url)(name),
	);
	const [toCode, toProtocol] = [exported['protocolConverter']?.(undefined, true, true, true), exported['codeConverter']?.(undefined)];
	assert.ok(toCode && toProtocol);
	return { toCode, toProtocol };
}

const start = { line: 0, character: 0 };
const range = { start, end: start };
const edit = { range, newText: 'a' };
const textDocument = { uri: 'file:///a', version: 1 };
const annotationId = 'b';
const workspaceEdit = {
	changeAnnotations: { b: { label: 'c', needsConfirmation: true, description: 'd' } },
	documentChanges: [
		{ textDocument, edits: [edit, { ...edit, annotationId }, { range, snippet: { kind: 'snippet', value: '$1' } }] },
		{ kind: 'create', uri: 'file:///b', options: { overwrite: true }, annotationId },
		{ kind: 'rename', oldUri: 'file:///b', newUri: 'file:///c' },
		{ kind: 'delete', uri: 'file:///c', options: { recursive: true } },
	],
};
const command = { title: 'a', command: 'b', arguments: [1] };
const diagnostic = {
	range,
	message: 'a',
	severity: 2,
	code: 'b',
	codeDescription: { href: 'https://a' },
	source: 'peapod',
	tags: [1, 2],
	data: { fix: 1 },
	relatedInformation: [{ location: { uri: 'file:///a', range }, message: 'c' }],
};
const action = { title: 'a', kind: 'quickfix', diagnostics: [diagnostic], edit: workspaceEdit, command, isPreferred: true, disabled: { reason: 'b' }, data: 1 };
const markup = { kind: 'markdown', value: '**a**' };
const item = {
	...{
		label: 'a',
		labelDetails: { detail: 'b', description: 'c' },
		kind: 10,
		tags: [1],
		detail: 'd',
		documentation: markup,
		deprecated: true,
		preselect: true,
	},
	...{ sortText: 'e', filterText: 'f', insertTextFormat: 2, insertTextMode: 1, textEdit: { newText: '$1', insert: range, replace: range } },
	...{ additionalTextEdits: [edit], commitCharacters: [':'], command, data: 1 },
};
const itemDefaults = { commitCharacters: ['.'], editRange: range, insertTextFormat: 2, insertTextMode: 2, data: 5 };
const symbol = { name: 'a', detail: 'b', kind: 5, tags: [1], range, selectionRange: range };
const hint = {
	position: start,
	label: [{ value: 'a', tooltip: markup, location: { uri: 'a', range }, command }],
	kind: 1,
	textEdits: [edit],
	tooltip: markup,
	data: 1,
};

/** Answers of a server, of which each converter takes some. */
const ANSWERS: readonly unknown[] = [
	...[
		start,
		range,
		'file:///a',
		[edit],
		markup,
		action,
		[action, command],
		workspaceEdit,
		{ changes: { 'file:///a': [edit] } },
		[diagnostic],
		['quickfix', ''],
	],
	...[
		{ contents: markup, range },
		{ contents: ['a', { language: 'yaml', value: 'b' }] },
		item,
		{ ...item, textEdit: undefined, insertText: 'b', documentation: 'c' },
	],
	...[{ isIncomplete: true, items: [item, { label: 'b' }], itemDefaults }, [item], { uri: 'file:///a', range }, [{ uri: 'file:///a', range }]],
	...[[{ targetUri: 'file:///a', targetRange: range, targetSelectionRange: range, originSelectionRange: range }], [{ range, kind: 2 }]],
	...[[{ ...symbol, children: [symbol] }], { name: 'a', kind: 5, location: { uri: 'a', range } }, [{ name: 'a', kind: 5, location: { uri: 'a', range } }]],
	...[{ range, command, data: 1 }, [{ range, command }], { range, target: 'file:///a', tooltip: 'b', data: 1 }, [{ range }], [{ range, parent: { range } }]],
	...[hint, [hint, { position: start, label: 'b', tooltip: 'c' }], [{ kind: 'quickfix', command }], [{ language: 'yaml', scheme: 'file' }, 'yaml']],
	...['**/*.yaml', { baseUri: 'file:///a', pattern: '*' }],
];

const uri = { scheme: 'file', toString: () => 'file:///a' };
const open = { uri, languageId: 'yaml', version: 1, getText: () => 'a', isDirty: true };

/** What VS Code asks with, besides what it was answered. */
const QUESTIONS: readonly (readonly unknown[])[] = [
	...[[uri], [open], [open, true], [{ document: open, reason: 1, contentChanges: [{ range, rangeLength: 1, text: 'b' }] }, uri, 2], [{ files: [uri] }]],
	...[
		[{ files: [{ oldUri: uri, newUri: uri }] }],
		[open, start],
		[open, start, { triggerKind: 1, triggerCharacter: ' ' }],
		[open, start, { includeDeclaration: true }],
	],
	...[
		[{ diagnostics: [], only: { value: 'quickfix' }, triggerKind: 1 }],
		[start],
		[range],
		[[start]],
		[{ name: 'a', kind: 4, location: { uri, range }, tags: [1] }],
	],
];

/** How it comes out, whatever its class is called when names are short; undefined where it cannot be converted. */
async function converted(convert: Convert, of: readonly unknown[]): Promise<unknown> {
	try {
		return await convert(...of);
	} catch {
		return undefined;
	}
}

const written = (value: unknown): string => JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one)) ?? '';

test('what converters of the client are asked for they convert as those of the package do', async () => {
	const [whole, ours] = [await converters(), await converters(leftOut('client/src', 'vscode-languageclient', 'vscode-languageserver-protocol'))];
	const compare = async (all: Converter, own: Converter, cases: readonly (readonly [readonly unknown[], readonly unknown[]])[]): Promise<void> => {
		assert.ok(Object.keys(own).length < Object.keys(all).length);
		for (const name of Object.keys(own)) {
			let answered = 0;
			for (const [to, toOurs] of cases) {
				const [wanted, is] = [written(await converted(all[name] as Convert, to)), written(await converted(own[name] as Convert, toOurs))];
				assert.equal(is, wanted, `${name} ${written(to)}`);
				if (wanted.length > 4) answered++;
			}
			assert.ok(answered > 0, `${name} is tried`);
		}
	};
	await compare(
		whole.toCode,
		ours.toCode,
		ANSWERS.map((one) => [[one], [one]]),
	);
	// What was made of an answer comes back: with what the package keeps of it for the server.
	const kept = ['asDiagnostics', 'asCompletionItem', 'asCodeAction', 'asCodeLens', 'asDocumentLink', 'asInlayHint'];
	const made = async ({ toCode }: typeof whole): Promise<readonly unknown[]> =>
		(await Promise.all(kept.flatMap((name) => ANSWERS.map((one) => converted(toCode[name] as Convert, [one]))))).map((one) => {
			if (typeof one === 'object' && one !== null && 'edit' in one) one.edit = undefined;
			return one;
		});
	const [back, ourBack] = [await made(whole), await made(ours)];
	const again = back.map((one, i) => [[one], [ourBack[i]]] as const);
	const inContext = back.flatMap((one, i) => (Array.isArray(one) ? [[[{ diagnostics: one }], [{ diagnostics: ourBack[i] }]] as const] : []));
	await compare(whole.toProtocol, ours.toProtocol, [...again, ...inContext, ...QUESTIONS.map((one) => [one, one] as const)]);
});

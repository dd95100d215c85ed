/** Editors that can less than VS Code, or say less of themselves: they get what they can take. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
	ClientCapabilities,
	CodeAction,
	Command,
	CompletionItem,
	CompletionList,
	DocumentSymbol,
	Hover,
	InitializeResult,
	MarkupContent,
	SymbolInformation,
	WorkspaceEdit,
} from 'vscode-languageserver/node';
import { Editor, OURS, POD, URI, VSCODE } from './client';

const BROKEN = POD.replace('image:', 'imagee:');

async function withEditor(question: Parameters<typeof Editor.start>[0], run: (editor: Editor) => Promise<void>): Promise<void> {
	const editor = await Editor.start(question);
	try {
		await run(editor);
	} finally {
		await editor.stop();
	}
}

test('diagnostics are pushed to a client that cannot ask for them: opened, edited, set otherwise, closed', async () => {
	await withEditor({ capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } } }, async (editor) => {
		const told = async (holds: (codes: readonly unknown[]) => boolean) =>
			editor.until(() => {
				const last = editor.pushed.get(URI);
				return last && holds(last.diagnostics.map(({ code }) => code)) ? last : undefined;
			});
		await editor.show(BROKEN);
		const first = await told((codes) => codes.includes('decode/unknown-field'));
		assert.ok(Number.isInteger(first.version));
		const range = { start: { line: 7, character: 4 }, end: { line: 7, character: 10 } };
		await editor.connection.sendNotification('textDocument/didChange', {
			textDocument: { uri: URI, version: 90 },
			contentChanges: [{ range, text: 'image' }],
		});
		assert.equal((await told((codes) => codes.length === 0)).version, 90);
		await editor.show(`${POD}  hostnameOverride: a.b\n`);
		await told((codes) => codes.length === 0);
		await editor.configure({}, { peapod: { kubernetesVersion: '1.33' } });
		await told((codes) => codes.includes('decode/unknown-field'));
		await editor.close();
		await told((codes) => codes.length === 0);
	});
});

test('a scenario that is pushed to is judged anew when its manifest changes', async () => {
	const uri = 'file:///pod.scenario.yaml';
	await withEditor({}, async (editor) => {
		const found = (code: string | undefined) =>
			editor.until(() => {
				const last = editor.pushed.get(uri);
				return last && last.diagnostics[0]?.code === code ? last : undefined;
			});
		await editor.show('world: { containers: { other: {} } }\n', uri);
		await found(undefined);
		await editor.show(POD);
		await found('scenario/unknown-container');
		await editor.show(POD.replace('- name: a', '- name: other'));
		await found(undefined);
	});
});

test('nothing is pushed to a client that asks', async () => {
	await withEditor({ capabilities: VSCODE }, async (editor) => {
		await editor.show(BROKEN);
		assert.ok((await editor.pull()).length > 0);
		await editor.close();
		await editor.pull();
		assert.equal(editor.pushed.size, 0);
	});
});

test('a client that says nothing of itself gets verdicts, plain hovers and plain completions', async () => {
	await withEditor({}, async (editor) => {
		await editor.show(BROKEN);
		const { diagnostics, version } = await editor.until(() => editor.pushed.get(URI));
		assert.deepEqual(
			diagnostics.map(({ code }) => code),
			['decode/unknown-field', 'container/image-required'],
		);
		assert.ok(diagnostics.every((one) => one.codeDescription === undefined && one.relatedInformation === undefined));
		assert.equal(version, undefined);

		const { contents } = await editor.at<Hover>('hover', 4, 2);
		const { kind, value } = contents as MarkupContent;
		assert.equal(kind, 'plaintext');
		assert.doesNotMatch(value, /\*\*|`|\]\(/);
		assert.match(value, /^spec — /);
		assert.match(value, /^Docs: https:\/\/kubernetes\.io/m);

		await editor.show(`${POD}    `);
		const { items, itemDefaults } = await editor.at<CompletionList>('completion', 8, 4);
		assert.equal(itemDefaults, undefined);
		const probe = items.find(({ label }) => label === 'livenessProbe');
		assert.ok(probe?.textEdit);
		assert.equal(probe.insertTextFormat, 1);
		assert.match(probe.textEdit.newText, /^livenessProbe:\n {6}httpGet:\n {8}path: \/healthz\n/);
		assert.ok(items.every(({ textEdit }) => !/\$\d|\$\{/.test(textEdit?.newText ?? '')));
		assert.ok(items.every((item) => !item.command && !item.tags && !item.insertTextMode && !item.labelDetails));
		const { documentation } = await editor.ask<CompletionItem>('completionItem/resolve', probe);
		assert.equal((documentation as MarkupContent).kind, 'plaintext');
	});
});

test('names of things are told flat where no tree is known', async () => {
	await withEditor({}, async (editor) => {
		await editor.show(`${POD}  volumes:\n  - name: data\n    emptyDir: {}\n`);
		const flat = await editor.ask<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
		assert.deepEqual(
			flat.map(({ name, containerName, location }) => [name, containerName, location.uri, location.range.start.line]),
			[
				['Pod/a', undefined, URI, 0],
				['a', 'Pod/a', URI, 6],
				['data', 'Pod/a', URI, 9],
			],
		);
	});
	await withEditor({ capabilities: VSCODE }, async (editor) => {
		await editor.show(POD);
		const [tree] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
		assert.equal(tree?.children?.length, 1);
	});
});

test('quick fixes are commands where actions are not known, plain edits where versions are not, and none where nothing could apply them', async () => {
	const ask = (editor: Editor) => {
		const range = { start: { line: 7, character: 4 }, end: { line: 7, character: 4 } };
		return editor.ask<(CodeAction | Command)[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [] } });
	};
	await withEditor({ capabilities: { workspace: { applyEdit: true } } }, async (editor) => {
		await editor.show(BROKEN);
		const [fix] = (await ask(editor)) as Command[];
		assert.ok(fix);
		const applied = new Promise<WorkspaceEdit>((resolve) => {
			editor.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
				resolve(edit);
				return { applied: true };
			});
		});
		await editor.ask('workspace/executeCommand', { command: fix.command, arguments: fix.arguments });
		assert.deepEqual(
			(await applied).changes?.[URI]?.map(({ newText }) => newText),
			['image'],
		);
		await assert.rejects(editor.ask('workspace/executeCommand', { command: 'rm', arguments: ['-r'] }), { code: -32602 });
	});
	await withEditor({ capabilities: { textDocument: { codeAction: VSCODE.textDocument?.codeAction ?? {} } } }, async (editor) => {
		await editor.show(BROKEN);
		const [fix] = (await ask(editor)) as CodeAction[];
		assert.deepEqual(
			fix?.edit?.changes?.[URI]?.map(({ newText }) => newText),
			['image'],
		);
	});
	await withEditor({}, async (editor) => {
		await editor.show(BROKEN);
		assert.deepEqual(await ask(editor), []);
	});
});

test('what is said of the server fits the client', async (t) => {
	const said = async (question: Parameters<Editor['initialize']>[0]): Promise<InitializeResult['capabilities']> => {
		const editor = new Editor();
		t.after(() => editor.stop());
		const { capabilities } = await editor.initialize(question);
		return capabilities;
	};
	const [bare, rich, ours] = await Promise.all([said({}), said({ capabilities: VSCODE }), said({ capabilities: VSCODE, options: OURS })]);
	for (const all of [bare, rich, ours]) {
		assert.equal(all.positionEncoding, 'utf-16');
		const pulled = { identifier: 'peapod', interFileDependencies: true, workspaceDiagnostics: false };
		assert.deepEqual(all.diagnosticProvider, all === bare ? undefined : pulled, 'to who can ask for them');
		assert.ok(all.hoverProvider && all.completionProvider && all.documentSymbolProvider && all.referencesProvider && all.inlayHintProvider);
		assert.deepEqual(all.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
	}
	assert.deepEqual([bare.renameProvider, bare.codeActionProvider, bare.codeLensProvider], [true, undefined, undefined]);
	assert.deepEqual(
		[rich.renameProvider, rich.codeActionProvider],
		[{ prepareProvider: true }, { codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.extract', 'source.fixAll.peapod'] }],
	);
	// A lens that nobody can press is none.
	assert.deepEqual([rich.codeLensProvider, ours.codeLensProvider], [undefined, {}]);
});

test('topics are found with a command of the editor, or else on the command line', async () => {
	const probes = `${POD}    livenessProbe: {}\n`;
	for (const [options, by] of [
		[OURS, /See also, by \*Explain a Field\*: .*`probes`/],
		[{}, /See also, by `peapod explain`: .*`probes`/],
	] as const) {
		await withEditor({ capabilities: VSCODE, options }, async (editor) => {
			await editor.show(probes);
			assert.match(((await editor.at<Hover>('hover', 8, 6)).contents as MarkupContent).value, by);
		});
	}
});

test('what is also written elsewhere is told beside the diagnostic, or in it', async () => {
	const twice = POD.replace('image: b', 'image: b\n    image: c');
	const messages = async (capabilities: ClientCapabilities) => {
		let found: readonly unknown[] = [];
		await withEditor({ capabilities }, async (editor) => {
			await editor.show(twice);
			found = (await editor.pull()).map(({ message, relatedInformation }) => [/\n9: also written here$/.test(String(message)), relatedInformation?.length]);
		});
		return found;
	};
	assert.deepEqual(await messages(VSCODE), [
		[false, 1],
		[false, 1],
	]);
	assert.deepEqual(await messages({}), [
		[true, undefined],
		[false, undefined],
	]);
});

type Completing = NonNullable<ClientCapabilities['textDocument']>['completion'];

/** What is offered at the end of a text; by itself a container's next line. */
async function offered(completion: Completing, text = `${POD}    `): Promise<CompletionList> {
	const editor = await Editor.start({ capabilities: { textDocument: { completion: completion ?? {} } }, options: OURS });
	try {
		await editor.show(text);
		const lines = text.split('\n');
		return await editor.at<CompletionList>('completion', lines.length - 1, lines.at(-1)?.length ?? 0);
	} finally {
		await editor.stop();
	}
}

const itemOf = ({ items }: CompletionList, wanted: string): CompletionItem => {
	const item = items.find(({ label }) => label === wanted);
	assert.ok(item, wanted);
	return item;
};

test('snippets are indented once, whoever does it', async () => {
	const snippetSupport = true;
	const asIs = itemOf(await offered({ completionItem: { snippetSupport, insertTextModeSupport: { valueSet: [1, 2] } } }), 'securityContext');
	assert.deepEqual([asIs.insertTextMode, asIs.insertTextFormat, asIs.textEdit?.newText], [1, 2, 'securityContext:\n      $1']);
	const adjusted = itemOf(await offered({ completionItem: { snippetSupport } }), 'securityContext');
	assert.deepEqual([adjusted.insertTextMode, adjusted.textEdit?.newText], [undefined, 'securityContext:\n  $1']);
	const asIsByItself = itemOf(await offered({ completionItem: { snippetSupport }, insertTextMode: 1 }), 'securityContext');
	assert.equal(asIsByItself.textEdit?.newText, 'securityContext:\n      $1');
	const plain = itemOf(await offered({}), 'securityContext');
	assert.deepEqual([plain.insertTextFormat, plain.textEdit?.newText], [1, 'securityContext:\n      ']);
});

test('what holds for a whole list is said once, where the client knows how', async () => {
	const itemDefaults = ['editRange', 'insertTextFormat', 'insertTextMode'];
	const completionItem = { snippetSupport: true, insertTextModeSupport: { valueSet: [1 as const, 2 as const] }, labelDetailsSupport: true };
	const list = await offered({ completionItem, completionList: { itemDefaults } });
	const item = itemOf(list, 'securityContext');
	const here = { line: 8, character: 4 };
	assert.deepEqual(list.itemDefaults, { editRange: { start: here, end: here }, insertTextFormat: 2, insertTextMode: 1 });
	assert.ok(list.items.every((one) => one.textEdit === undefined && one.insertTextFormat === undefined && one.insertTextMode === undefined));
	assert.equal(item.textEditText, 'securityContext:\n      $1');
	assert.deepEqual(item.labelDetails, { description: item.detail });
	const without = await offered({ completionItem });
	assert.equal(without.itemDefaults, undefined);
	assert.equal(itemOf(without, 'securityContext').textEdit?.newText, item.textEditText);
});

test('a field that is retired is marked as the client knows to mark it', async () => {
	const marks = async (completionItem: object) => {
		const { tags, deprecated } = itemOf(await offered({ completionItem }, `${POD}  volumes:\n  - name: v\n    `), 'gitRepo');
		return [tags, deprecated];
	};
	assert.deepEqual(await marks({ tagSupport: { valueSet: [1] }, deprecatedSupport: true }), [[1], undefined]);
	assert.deepEqual(await marks({ deprecatedSupport: true }), [undefined, true]);
	assert.deepEqual(await marks({}), [undefined, undefined]);
});

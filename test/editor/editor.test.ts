import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const file = (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), name);

async function open(name: string): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(file(name));
	await vscode.window.showTextDocument(document);
	return document;
}

/** Asks again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined> | T | undefined, what: string): Promise<T> {
	const deadline = Date.now() + 15_000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`There was no ${what} within 15 s.`);
		await new Promise((done) => setTimeout(done, 100));
	}
}

const positionOf = (document: vscode.TextDocument, text: string, offset = 0): vscode.Position => document.positionAt(document.getText().indexOf(text) + offset);

async function hoverText(document: vscode.TextDocument, at: string): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, at, 1));
	return hovers.flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

async function setLanguage(language: string): Promise<void> {
	await vscode.workspace.getConfiguration('peapod').update('language', language, vscode.ConfigurationTarget.Global);
}

suite('Peapod in VS Code', () => {
	suiteTeardown(() => setLanguage('auto'));

	test('underlines a wrong field, and mends it', async () => {
		const document = await open('web.yaml');
		const found = await until(() => vscode.languages.getDiagnostics(document.uri).find(({ message }) => message.startsWith('unknown field')), 'diagnostic');
		assert.equal(document.getText(found.range), 'imagee');
		assert.equal(found.code, 'decode/unknown-field');
		assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range);
		const edits = actions.flatMap((action) => action.edit?.get(document.uri) ?? []);
		assert.ok(
			edits.some(({ newText }) => newText === 'image'),
			`one of ${actions.map(({ title }) => title).join(', ')} writes image`,
		);
	});

	test('explains a field in English and in Korean', async () => {
		const document = await open('web.yaml');
		await setLanguage('en');
		assert.match(await until(async () => (await hoverText(document, 'restartPolicy')) || undefined, 'hover'), /What to do when|containers? stops?/);
		await setLanguage('ko');
		await until(async () => (/[가-힣]/.test(await hoverText(document, 'restartPolicy')) ? true : undefined), 'Korean hover');
	});

	test('offers the fields that are not there yet, and values', async () => {
		const document = await open('web.yaml');
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			document.uri,
			positionOf(document, 'imagee'),
		);
		const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
		assert.ok(labels.includes('livenessProbe'), 'livenessProbe is offered');
		assert.ok(!labels.includes('ports'), 'ports is written already');
		const values = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			document.uri,
			positionOf(document, 'Always'),
		);
		assert.deepEqual(
			values.items
				.map(({ label }) => label)
				.filter((label) => ['Always', 'Never', 'OnFailure'].includes(String(label)))
				.sort(),
			['Always', 'Never', 'OnFailure'],
		);
	});

	test('is silent on a Service', async () => {
		const document = await open('service.yaml');
		await hoverText(document, 'port');
		assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
	});

	test('puts a code lens over each pod, and the panel opens and plays', async () => {
		const document = await open('web.yaml');
		const lenses = await until(async () => {
			const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
			return all.length > 0 ? all : undefined;
		}, 'code lens');
		assert.equal(lenses.length, 1);
		await vscode.commands.executeCommand('peapod.openPanel', ...(lenses[0]?.command?.arguments ?? []));
		await until(
			() =>
				vscode.window.tabGroups.all
					.flatMap(({ tabs }) => tabs)
					.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('peapod')),
			'panel',
		);
	});
});

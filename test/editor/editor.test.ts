import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { choose, faultWith, goBehind, hoverText, labelsAt, mend, open, openText, pageTab, positionOf, setLanguage, until, when } from './in-editor';

suite('Peapod in VS Code', () => {
	suiteTeardown(() => setLanguage('auto'));

	test('underlines a wrong field, and mends it', async () => {
		const { document } = await open('web.yaml');
		const found = await faultWith(document, 'decode/unknown-field');
		assert.match(found.message, /^unknown field/);
		assert.equal(document.getText(found.range), 'imagee');
		assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range);
		const edits = actions.flatMap((action) => action.edit?.get(document.uri) ?? []);
		assert.ok(
			edits.some(({ newText }) => newText === 'image'),
			`one of ${actions.map(({ title }) => title).join(', ')} writes image`,
		);
	});

	test('explains a field in English and in Korean', async () => {
		const { document } = await open('web.yaml');
		await setLanguage('en');
		assert.match(await until(async () => (await hoverText(document, 'restartPolicy')) || undefined, 'hover'), /What to do when|containers? stops?/);
		await setLanguage('ko');
		await until(async () => (/[가-힣]/.test(await hoverText(document, 'restartPolicy')) ? true : undefined), 'Korean hover');
	});

	test('offers the fields that are not there yet, and values', async () => {
		const { document } = await open('web.yaml');
		const labels = await labelsAt(document, positionOf(document, 'imagee'));
		assert.ok(labels.includes('livenessProbe'), 'livenessProbe is offered');
		assert.ok(!labels.includes('ports'), 'ports is written already');
		const values = await labelsAt(document, positionOf(document, 'Always'));
		assert.deepEqual(values.filter((label) => ['Always', 'Never', 'OnFailure'].includes(label)).sort(), ['Always', 'Never', 'OnFailure']);
	});

	test('writes what is chosen in the shape it needs', async () => {
		const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n    ';
		const editor = await openText(pod);
		goBehind(editor, pod);
		await choose('resou', () => editor.document.getText().includes('requests:'));
		assert.equal(
			editor.document.getText(),
			`${pod}resources:\n      requests:\n        cpu: 100m\n        memory: 128Mi\n      limits:\n        memory: 256Mi`,
		);
	});

	test('begins a manifest at an empty file', async () => {
		const editor = await openText('');
		await choose('CronJ', () => editor.document.getText().includes('jobTemplate:'));
		assert.match(editor.document.getText(), /^apiVersion: batch\/v1\nkind: CronJob\n/);
		await when(() => vscode.languages.getDiagnostics(editor.document.uri).length === 0, 'good scaffold');
	});

	test('mends a draft step by step', async () => {
		const { document } = await openText(
			'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  restartPolicy: always\n  containers:\n  - name: a\n    image: b\n    readinessProbe:\n      httpGet:\n        port: "80"\n',
		);
		for (const [code, mended] of [
			['restart-policy/choice', 'restartPolicy: Always'],
			['port/name', 'port: 80'],
		] as const) {
			await mend(document, await faultWith(document, code));
			await when(() => document.getText().includes(mended), mended);
		}
		await when(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'peace');
	});

	test('is silent on a Service', async () => {
		const { document } = await open('service.yaml');
		await hoverText(document, 'port');
		assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
	});

	test('puts a code lens over each pod, and the panel opens and plays', async () => {
		await setLanguage('en');
		const { document } = await open('web.yaml');
		const lenses = await until(async () => {
			const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
			return all.length > 0 ? all : undefined;
		}, 'code lens');
		assert.equal(lenses.length, 1);
		const click = () => vscode.commands.executeCommand('peapod.openPanel', ...(lenses[0]?.command?.arguments ?? []));
		await Promise.all([click(), click()]);
		const tab = await pageTab('Life of web.yaml');
		assert.equal(tab.group.tabs.filter(({ label }) => label === tab.label).length, 1);
		// The tab speaks as its page does, whatever VS Code's language.
		await setLanguage('ko');
		await vscode.window.tabGroups.close(await pageTab('web.yaml의 일생'));
	});
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, labelsAt, open, openText, positionOf, until } from './in-editor';

const linesOf = (locations: readonly (vscode.Location | vscode.LocationLink)[]): readonly number[] =>
	locations.map((one) => ('targetRange' in one ? one.targetRange : one.range).start.line).sort((a, b) => a - b);

suite('Names and places in VS Code', () => {
	const ask = async <T>(command: string, text: string, offset = 0, ...more: readonly unknown[]): Promise<T> => {
		const { document } = await open('shop.yaml');
		return vscode.commands.executeCommand<T>(command, document.uri, positionOf(document, text, offset), ...more);
	};

	test('a mount leads to its volume, and the volume to its mounts', async () => {
		const mount = 'name: logs';
		assert.deepEqual(
			linesOf(await until(async () => (await ask<vscode.Location[]>('vscode.executeDefinitionProvider', mount, 6)) || undefined, 'definition')),
			[26],
		);
		assert.deepEqual(linesOf(await ask<vscode.Location[]>('vscode.executeReferenceProvider', mount, 6)), [10, 23, 26]);
		assert.equal((await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', mount, 6)).length, 3);
	});

	test('a rename reaches every use, and only names are renamed', async () => {
		const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', 'port: http', 6, 'web');
		assert.deepEqual(
			edit.get(file('shop.yaml')).map(({ newText, range }) => [newText, range.start.line]),
			[
				['web', 16],
				['web', 21],
			],
		);
		await assert.rejects(async () => ask('vscode.prepareRename', 'mountPath'));
	});

	test('the outline and the hints', async () => {
		const { document } = await open('shop.yaml');
		const [pod] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
		assert.deepEqual([pod?.name, pod?.children.map(({ name }) => name)], ['Pod/shop', ['log-shipper', 'shop', 'logs']]);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
		assert.equal(hints[0]?.label, 'QoS BestEffort: no cpu or memory asked for');
	});

	test('names come from files that lay there before', async () => {
		const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  subdomain: ';
		const { document } = await openText(pod);
		await until(async () => (await labelsAt(document, document.positionAt(pod.length))).includes('web') || undefined, 'name of the Service');
	});

	test('names come from files that nobody opened, as they are born', async () => {
		const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: late-settings\ndata:\n  mode: fast\n';
		const uri = file('settings.yaml');
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(config));
		try {
			const pod =
				'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n    envFrom:\n    - configMapRef:\n        name: ';
			const { document } = await openText(pod);
			await until(
				async () => (await labelsAt(document, document.positionAt(pod.length))).includes('late-settings') || undefined,
				'name of the file that was written',
			);
		} finally {
			await vscode.workspace.fs.delete(uri);
		}
	});

	test('a name leads to another file, and a rename changes it there', async () => {
		const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: reach }\nspec:\n  selector: { app: reach }\n  ports: [{ port: 80, targetPort: entry }]\n';
		const uri = file('reach.yaml');
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(service));
		try {
			const pod =
				'apiVersion: v1\nkind: Pod\nmetadata: { name: reached, labels: { app: reach } }\nspec:\n  containers:\n  - name: a\n    image: nginx\n    ports: [{ name: entry, containerPort: 80 }]\n';
			const { document } = await openText(pod);
			const at = positionOf(document, 'entry');
			const uses = await until(async () => {
				const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
				return found.length > 1 ? found : undefined;
			}, 'reference in the file that was written');
			assert.deepEqual(uses.map((one) => one.uri.toString()).sort(), [document.uri.toString(), uri.toString()].sort());
			const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'main');
			assert.deepEqual([edit.get(document.uri).length, edit.get(uri).map(({ newText }) => newText)], [1, ['main']]);
			const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'reach');
			assert.deepEqual(symbols.map(({ name }) => name).sort(), ['Pod/reached', 'Service/reach']);
		} finally {
			await vscode.workspace.fs.delete(uri);
		}
	});
});

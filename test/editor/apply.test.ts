import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { pageTab, setLanguage, until } from './in-editor';

const deployment = (image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
      - name: web
        image: ${image}
`;

suite('What applying does, in VS Code', () => {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'peapod-git-')));
	const git = (...args: readonly string[]): unknown =>
		execFileSync('git', ['-c', 'user.name=Peapod', '-c', 'user.email=peapod@example.com', ...args], { cwd: folder, stdio: 'ignore' });
	const at = path.join(folder, 'web.yaml');
	let document: vscode.TextDocument;

	const lensTitles = async (): Promise<readonly string[]> => {
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
		return lenses.map(({ command }) => command?.title ?? '');
	};
	const offered = (isOffered: boolean): Promise<true> =>
		until(async () => (await lensTitles()).includes('What will applying this do?') === isOffered || undefined, isOffered ? 'lens' : 'end of the lens');

	/** As test/host has it: never. */
	const setParents = (open: 'always' | 'never'): Thenable<void> =>
		vscode.workspace.getConfiguration('git').update('openRepositoryInParentFolders', open, vscode.ConfigurationTarget.Global);

	const pageOf = async (file: vscode.Uri): Promise<string> => {
		const page = vscode.Uri.from({ scheme: 'peapod-apply', path: `${file.path}/${path.basename(file.path)}: what applying it does` });
		return (await vscode.workspace.openTextDocument(page)).getText();
	};

	suiteSetup(async () => {
		await setLanguage('en');
		git('init', '--quiet');
		writeFileSync(at, deployment('nginx:1.27'));
		git('add', '.');
		git('commit', '--quiet', '--message', 'First');
		// It is saved with a change: only who knows of the commit sees a difference.
		writeFileSync(at, deployment('nginx:1.28'));
		await vscode.extensions.getExtension('vscode.git')?.activate();
		// Of its own accord VS Code looks for repositories in the folders that are open. Old ones (1.93) take each that lies elsewhere for one around those (isRepositoryOutsideWorkspace).
		await setParents('always');
		await vscode.commands.executeCommand('git.openRepository', folder);
		await setParents('never');
		document = await vscode.workspace.openTextDocument(vscode.Uri.file(at));
		await vscode.window.showTextDocument(document);
	});

	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		rmSync(folder, { recursive: true, force: true });
		await setLanguage('auto');
	});

	test('a lens stands over what differs from the last commit', () => offered(true));

	test('the diff from the last commit opens, and a page that begins with one sentence', async () => {
		await vscode.commands.executeCommand('peapod.previewApply', document.uri.toString());
		const diff = await until(
			() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputTextDiff),
			'diff',
		);
		const { original, modified } = diff.input as vscode.TabInputTextDiff;
		assert.equal(diff.label, 'web.yaml: what applying it does');
		assert.equal((await vscode.workspace.openTextDocument(original)).getText(), deployment('nginx:1.27'));
		assert.equal(modified.toString(), document.uri.toString());
		const page = await pageTab('Preview web.yaml: what applying it does');
		assert.notEqual(page.group.viewColumn, diff.group.viewColumn);
		assert.match(await pageOf(document.uri), /^\*\*[^\n*]+\*\*\n\n### Deployment `web`: /);
	});

	test('the page follows what is typed', async () => {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, document.lineAt(5).range, '  replicas: 5');
		await vscode.workspace.applyEdit(edit);
		await until(async () => /`spec\.replicas`: ~~`2`~~ → `5`/.test(await pageOf(document.uri)) || undefined, 'page of what was typed');
		await document.save();
	});

	test('what is committed differs no more', async () => {
		git('commit', '--quiet', '--all', '--message', 'Second');
		await offered(false);
	});

	test('a file that was never committed is all created', async () => {
		const other = path.join(folder, 'new.yaml');
		writeFileSync(other, deployment('nginx:1.27'));
		const uri = vscode.Uri.file(other);
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
		await vscode.commands.executeCommand('peapod.previewApply', uri.toString());
		await pageTab('Preview new.yaml: what applying it does');
		assert.match(await pageOf(uri), /^### Deployment `web`: .*created/m);
	});

	test('two files of one name have a page each', async () => {
		const uris = ['blue', 'green'].map((name) => {
			mkdirSync(path.join(folder, name));
			writeFileSync(path.join(folder, name, 'same.yaml'), deployment('nginx:1.27').replace('name: web', `name: ${name}`));
			return vscode.Uri.file(path.join(folder, name, 'same.yaml'));
		});
		for (const uri of uris) {
			await vscode.workspace.openTextDocument(uri);
			await vscode.commands.executeCommand('peapod.previewApply', uri.toString());
		}
		const [blue = '', green = ''] = await Promise.all(uris.map(pageOf));
		assert.match(blue, /^### Deployment `blue`: /m);
		assert.match(green, /^### Deployment `green`: /m);
	});
});

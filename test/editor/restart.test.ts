import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { faultWith, hoverText, open, openText, setLanguage, until } from './in-editor';

/** The server's process: a child of this one, which runs the extensions. */
function serverPid(): number | undefined {
	const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
	const server = processes
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.find((one) => Number(one?.[2]) === process.pid && /[\\/]dist[\\/]server\.js\b/.test(one?.[3] ?? ''));
	return server ? Number(server[1]) : undefined;
}

suite('A server that is killed', () => {
	suiteTeardown(() => setLanguage('auto'));

	test('is started again, and knows what nobody saved and what nobody opened', async () => {
		await setLanguage('en');
		const saved = await open('web.yaml');
		await faultWith(saved.document, 'decode/unknown-field');
		const { document } = await openText(
			'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  restartPolicy: always\n  containers:\n  - name: a\n    image: b\n',
		);
		await faultWith(document, 'restart-policy/choice');
		const first = await until(serverPid, 'server');
		process.kill(first, 'SIGKILL');
		// While nobody is there to hear of it: as many messages as a burst of typing sends are lost.
		for (let count = 0; count < 20; count++) void vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(5, 4));
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, new vscode.Range(7, 10, 7, 11), 'A');
		await vscode.workspace.applyEdit(edit);
		const told = await faultWith(document, 'container/name');
		assert.equal(document.getText(told.range), 'A');
		await faultWith(document, 'restart-policy/choice');
		assert.notEqual(await until(serverPid, 'another server'), first);
		assert.match(await until(async () => (await hoverText(document, 'restartPolicy')) || undefined, 'hover'), /What to do when/);
		await faultWith(saved.document, 'decode/unknown-field');
		const symbols = await until(async () => {
			const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'web');
			return found.length > 0 ? found : undefined;
		}, 'symbols of the workspace');
		assert.ok(symbols.some(({ location }) => location.uri.path.endsWith('.yaml')));
	});
});

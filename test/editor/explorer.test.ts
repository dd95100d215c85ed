import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, open, pageTab, setLanguage, until } from './in-editor';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: quiet
spec:
  containers:
  - name: quiet
    image: nginx:1.27
`;
const DUMP = `${POD}status:
  phase: Pending
  conditions:
  - type: PodScheduled
    status: "False"
    reason: Unschedulable
    message: '0/3 nodes are available: 3 Insufficient cpu.'
`;

suite('The explorer, in VS Code', () => {
	const folder = file('clicked');
	const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

	/** What a click in the explorer gives a command: the file, and all that is selected. */
	const click = (command: string, uri: vscode.Uri): Thenable<unknown> => vscode.commands.executeCommand(command, uri, [uri]);
	const shown = (text: string): Promise<vscode.TextDocument> =>
		until(() => vscode.window.visibleTextEditors.map(({ document }) => document).find((one) => one.getText().includes(text)), text);

	suiteSetup(async () => {
		await setLanguage('en');
		const files = {
			'pod.yaml': POD,
			'dump.yaml': DUMP,
			'dump.json': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'lost' }, status: { phase: 'Pending' } }, null, 2),
			'kustomization.yaml': 'namePrefix: clicked-\nresources: [pod.yaml]\n',
			'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
			'chart/templates/pod.yaml': POD.replace('name: quiet', 'name: {{ .Release.Name }}-quiet'),
		};
		for (const [name, text] of Object.entries(files)) await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
		// Another file is edited: not it is meant.
		await open('web.yaml');
	});

	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.workspace.fs.delete(folder, { recursive: true });
		await setLanguage('auto');
	});

	test('what a kustomization builds is shown, of its folder as well', async () => {
		await click('peapod.showBuilt', at('kustomization.yaml'));
		assert.equal((await shown('name: clicked-quiet')).uri.scheme, 'peapod-built');
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
		await until(async () => {
			await click('peapod.showBuilt', folder);
			return vscode.window.visibleTextEditors.find(({ document }) => document.getText().includes('name: clicked-quiet'));
		}, 'what the folder builds');
	});

	test('what a chart renders is shown', async () => {
		await click('peapod.showRendered', at('chart/Chart.yaml'));
		assert.equal((await shown('name: release-quiet')).uri.scheme, 'peapod-built');
	});

	test('the life, what applying does, and why, of the file that was clicked', async () => {
		await click('peapod.openPanel', at('pod.yaml'));
		await pageTab('Life of pod.yaml');
		await click('peapod.previewApply', at('pod.yaml'));
		await pageTab('Preview pod.yaml: what applying it does');
		await click('peapod.why', at('dump.json'));
		await pageTab('Preview dump.json: why');
	});
});

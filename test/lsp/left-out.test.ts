import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT_OUT } from '../../left-out.mjs';
import { Editor, OURS, VSCODE } from './client';

test('what is left out is nothing that the server offers', async (t) => {
	const editor = new Editor();
	t.after(() => editor.stop());
	const workspace = { ...VSCODE.workspace, fileOperations: { willRename: true } };
	const { capabilities } = await editor.initialize({ capabilities: { ...VSCODE, workspace }, options: OURS });
	const offered = [...Object.keys(capabilities), ...Object.keys(capabilities.workspace ?? {})];
	assert.ok(offered.includes('hoverProvider') && offered.includes('fileOperations'), offered.join());
	const unused = Object.values(LEFT_OUT).flat();
	assert.deepEqual(
		offered.filter((one) => unused.includes(one)),
		[],
	);
});

// The same extension in the browser's own worker, as in VS Code for the web.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
	workbench = await openWorkbench({ web: true });
});
after(() => workbench?.close());

test('the web worker judges and lives', async () => {
	try {
		await workbench.open('seven-mistakes.yaml');
		await workbench.page.locator('.monaco-editor .squiggly-error').nth(4).waitFor();
		await workbench.open('web.yaml');
		await workbench.page.locator('.title-actions .codicon-open-preview, .editor-actions .codicon-open-preview').first().click();
		await workbench.panel().getByText('Running').first().waitFor();
		assert.deepEqual([...workbench.asked], []);
		for (const file of ['dist/server-web.js', 'dist/core.js', 'dist/words/problems.js', 'dist/life.js'])
			assert.ok(workbench.taken.has(file), `${file} was read by the browser`);
		assert.ok(!workbench.taken.has('dist/server.js'));
	} catch (error) {
		await workbench.screenshot('failure-web');
		throw error;
	}
});

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
	} catch (error) {
		await workbench.screenshot('failure-web');
		throw error;
	}
});

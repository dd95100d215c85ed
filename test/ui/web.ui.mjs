// The same extension in the browser's own worker, as in VS Code for the web.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench } from './workbench.mjs';

const POD = (name) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n  - name: app\n    image: app:1\n`;
const FILES = {
	'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
	'values.yaml': 'restart: always\n',
	'templates/pod.yaml': `${POD('{{ .Release.Name }}')}  restartPolicy: {{ .Values.restart }}\n`,
	'kustomization.yaml': 'namePrefix: prod-\nresources: [shop.yaml]\n',
	'shop.yaml': POD('shop'),
};

let workbench;
before(async () => {
	workbench = await openWorkbench({ web: true, files: FILES });
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

test('the web worker renders charts, and builds overlays', async () => {
	const { page, panel, taken } = workbench;
	try {
		await workbench.open('values.yaml');
		// What the chart renders of it the server refuses.
		await page.locator('.monaco-editor .squiggly-error').first().waitFor();
		await page.locator('.codelens-decoration', { hasText: 'What this renders to' }).waitFor();
		await workbench.open('shop.yaml');
		await page.locator('.codelens-decoration', { hasText: 'Reached by one overlay' }).waitFor();
		await panel().locator('header .name', { hasText: 'prod-shop' }).waitFor();
		for (const file of ['dist/charts.js', 'dist/overlays.js']) assert.ok(taken.has(file), `${file} was read by the browser`);
	} catch (error) {
		await workbench.screenshot('failure-web-built');
		throw error;
	}
});

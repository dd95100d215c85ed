// What a newcomer sees: an underlined mistake, a hover, a completion, and a pod that lives.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench } from './workbench.mjs';

let workbench;
before(async () => {
	workbench = await openWorkbench({ settings: { 'peapod.language': 'ko', 'workbench.colorTheme': 'Default Dark Modern' } });
});
after(() => workbench?.close());

const ui = (name, run) =>
	test(name, async () => {
		try {
			await run(workbench.page);
		} catch (error) {
			await workbench.screenshot(`failure-${name.replaceAll(/\W+/g, '-')}`);
			throw error;
		}
	});

ui('mistakes are underlined', async (page) => {
	await workbench.open('seven-mistakes.yaml');
	await page.locator('.monaco-editor .squiggly-error').nth(4).waitFor();
	await workbench.screenshot('mistakes-dark');
});

ui('a hover speaks Korean', async (page) => {
	await workbench.open('web.yaml');
	const word = page.locator('.monaco-editor .view-line span span', { hasText: /^livenessProbe$/ }).first();
	const hover = page.locator('.monaco-hover:visible', { hasText: /[가-힣]/ }).first();
	// A window that is still busy may let a hover pass: the mouse comes again, as a person's would.
	for (let tries = 0; tries < 6 && !(await hover.isVisible()); tries++) {
		await page.mouse.move(600, 700);
		await word.hover();
		await hover.waitFor({ timeout: 4000 }).catch(() => {});
	}
	await hover.waitFor();
	await workbench.screenshot('hover-ko');
	await page.keyboard.press('Escape');
});

ui('a field is completed', async (page) => {
	await page.locator('.monaco-editor .view-line', { hasText: 'spec:' }).first().click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.keyboard.type('  restartP');
	await page.keyboard.press('Control+Space');
	await page.locator('.suggest-widget .monaco-list-row', { hasText: 'restartPolicy' }).first().waitFor();
	await workbench.screenshot('completion-ko');
	await page.keyboard.press('Enter');
	await page.locator('.monaco-editor .view-line', { hasText: 'restartPolicy:' }).waitFor();
	await page.keyboard.press('Escape');
});

ui('the panel opens beside the editor and plays', async (page) => {
	await workbench.open('sidecar.yaml');
	await page.locator('.editor-actions .action-label.codicon-open-preview, .title-actions .codicon-open-preview').first().click();
	const panel = workbench.panel();
	await panel.getByText('Running').first().waitFor();
	await workbench.screenshot('panel-ko-dark');
});

ui('nothing but this machine was asked', async () => {
	assert.deepEqual([...workbench.asked], []);
});

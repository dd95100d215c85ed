// A real VS Code with Peapod's .vsix in it, on a copy of a folder, with the gestures a person makes.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startBrowser, startServer, stayOffline, windowUrl } from '../host/host.mjs';

/** Opens a window. `settings`: VS Code's; `size`: [width, height] in px; `web`: run the unpacked extension's browser entry. Call `close` when done. */
export async function openWorkbench({ folder = 'examples', settings = {}, size = [1280, 800], web = false } = {}) {
	const workspace = await mkdtemp(path.join(tmpdir(), 'ws-'));
	await cp(path.join(root, folder), workspace, { recursive: true });
	const server = await startServer({
		log: path.join(root, 'test-results/ui-server.log'),
		settings: { 'editor.codeLens': true, 'workbench.editor.showTabs': 'single', ...settings },
	});
	if (!web) server.install(path.join(root, 'test-results/peapod.vsix'));
	const browser = await startBrowser();
	const context = await browser.newContext({ viewport: { width: size[0], height: size[1] } });
	const asked = await stayOffline(context);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	await page.goto(windowUrl(server, { folder: workspace, ...(web ? { extension: root, kind: 'web' } : {}) }));
	await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
	return {
		page,
		workspace,
		/** Hosts other than this machine that were asked. */
		asked,
		async open(name) {
			await page.locator(`.explorer-folders-view [aria-label^="${name}"]`).first().dblclick();
			await page.locator('.monaco-editor .view-line').first().waitFor();
		},
		async command(title) {
			await page.keyboard.press('F1');
			const input = page.locator('.quick-input-widget input[type="text"]');
			await input.waitFor();
			await input.fill(`>${title}`);
			await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
		},
		/** The document inside the lifecycle panel. */
		panel: () => page.frameLocator('iframe.webview').frameLocator('#active-frame'),
		screenshot: (name) => page.screenshot({ path: path.join(root, 'test-results', `${name}.png`) }),
		async close() {
			await browser.close();
			await server.stop();
			await rm(workspace, { recursive: true, force: true });
		},
	};
}

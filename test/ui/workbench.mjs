// A real VS Code with Peapod's .vsix in it, on a copy of a folder, with the gestures a person makes.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { root, startBrowser, startServer, stayOffline, windowUrl } from '../host/host.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code's own, as its list of themes calls them. */
const THEMES = { dark: 'Dark Modern', light: 'Light Modern', 'high-contrast': 'Dark High Contrast', 'high-contrast-light': 'Light High Contrast' };
export const THEME_KINDS = Object.keys(THEMES);

/** Has VS Code take the extension from an address: one of its server runs in the server's host, whatever it says of browsers. Returns the files that were wanted. */
async function bringAlong(context, address) {
	const { protocol, host, origin } = new URL(address);
	const taken = new Set();
	const extensions = [{ scheme: protocol.slice(0, -1), authority: host, path: '/peapod' }];
	await context.route(`${origin}/peapod/**`, async (route) => {
		const name = new URL(route.request().url()).pathname.slice('/peapod/'.length);
		taken.add(name);
		return existsSync(path.join(root, name)) ? route.fulfill({ path: path.join(root, name) }) : route.fulfill({ status: 404 });
	});
	await context.route(
		(url) => url.origin === origin && url.pathname === '/',
		async (route) => {
			const answer = await route.fetch();
			const options = JSON.stringify({ extensions }).slice(1, -1).replaceAll('"', '&quot;');
			const body = (await answer.text()).replace('&quot;developmentOptions&quot;:{', (start) => `${start}${options},`);
			return route.fulfill({ response: answer, body });
		},
	);
	return taken;
}

/**
 * Opens a window. `settings`: VS Code's; `files`: more files of the folder, text by name; `size`: [width, height] in px;
 * `web`: run the unpacked extension in the browser's own worker, as a shop of extensions for browsers hands it out. Call `close` when done.
 */
export async function openWorkbench({ folder = 'examples', files = {}, settings = {}, size = [1280, 800], web = false } = {}) {
	const workspace = await mkdtemp(path.join(tmpdir(), 'ws-'));
	await cp(path.join(root, folder), workspace, { recursive: true });
	for (const [name, text] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(workspace, name)), { recursive: true });
		await writeFile(path.join(workspace, name), text);
	}
	const server = await startServer({
		log: path.join(root, 'test-results/ui-server.log'),
		settings: { 'editor.codeLens': true, 'workbench.editor.showTabs': 'single', ...settings },
	});
	if (!web) server.install(path.join(root, 'test-results/peapod.vsix'));
	const browser = await startBrowser();
	const context = await browser.newContext({
		viewport: { width: size[0], height: size[1] },
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	const asked = await stayOffline(context);
	const page = await context.newPage();
	page.setDefaultTimeout(45_000);
	const forbidden = [];
	page.on('console', (message) => /content.security.policy/i.test(message.text()) && forbidden.push(message.text()));
	const start = page.locator('.explorer-folders-view .monaco-list-row').first();
	const taken = web ? await bringAlong(context, server.url) : undefined;
	await page.goto(windowUrl(server, { folder: workspace }));
	await start.waitFor();

	const panel = () => page.frameLocator('iframe.webview').frameLocator('#active-frame');
	return {
		page,
		workspace,
		/** Hosts other than this machine that were asked. */
		asked,
		/** What the browser took of the unpacked extension. */
		taken,
		/** What a Content-Security-Policy kept from happening. */
		forbidden,
		/** Opens a file of the folder in the first group of editors. */
		async open(name) {
			const label = page.locator('.editor-group-container.active .title .label-name', { hasText: name }).first();
			await page.keyboard.press('Control+1');
			// The list moves when a file is born in it, and the double click meets another.
			await eventually(`${name} is open`, async () => {
				await page.locator(`.explorer-folders-view [aria-label^="${name}"]`).first().dblclick();
				return label.waitFor({ timeout: 2000 }).then(
					() => true,
					() => false,
				);
			});
			await page.locator('.monaco-editor .view-line').first().waitFor();
		},
		/** Opens the lifecycle panel by the icon over the editor. */
		async openPanel() {
			await page.locator('.title-actions .codicon-open-preview, .editor-actions .codicon-open-preview').first().click();
			await panel().locator('.headline, .card, .blank').first().waitFor();
		},
		/** Asks the panel a question: by its chip, or from the menu that holds the chips without room. */
		async ask(name) {
			const chip = panel().locator('.chip', { hasText: name });
			if (await chip.count()) return chip.first().click();
			await panel().locator('#menu-chips').click();
			return panel().getByRole('menuitem', { name }).click();
		},
		async command(title) {
			await page.keyboard.press('F1');
			const input = page.locator('.quick-input-widget input[type="text"]');
			await input.waitFor();
			await input.fill(`>${title}`);
			await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
		},
		/** Puts the cursor at the end of a line of the first editor. */
		async goToEnd(line) {
			const input = page.locator('.quick-input-widget input[type="text"]');
			// Keys pressed in a webview reach VS Code a little later.
			await eventually('VS Code asks for a line', async () => {
				await page.keyboard.press('Control+1');
				await page.keyboard.press('Control+g');
				return input.waitFor({ timeout: 1000 }).then(
					() => true,
					() => false,
				);
			});
			await input.fill(`:${line}`);
			await input.press('Enter');
			await this.editorHasFocus();
			await page.keyboard.press('End');
			await eventually(`the cursor is in line ${line}`, async () =>
				(await page.locator('[id="status.editor.selection"]').innerText()).startsWith(`Ln ${line},`),
			);
		},
		/** Waits until what is typed goes to an editor: a click in the panel that leads there gives the focus away a little later. */
		editorHasFocus: () => page.locator('.editor-group-container .monaco-editor.focused').first().waitFor(),
		/** "Ln 31, Col 5 (19 selected)" */
		selection: () => page.locator('[id="status.editor.selection"]').innerText(),
		/** Accepts the file that VS Code proposes to write, and returns what stands in it then. */
		async saveAs(name) {
			const input = page.locator('.quick-input-widget input').first();
			await eventually(`VS Code asks where to write ${name}`, async () => (await input.isVisible()) && (await input.inputValue()).endsWith(`/${name}`));
			await page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
			const file = path.join(workspace, name);
			return eventually(`${name} is written`, () =>
				readFile(file).then(
					(bytes) => (bytes.length ? bytes : undefined),
					() => undefined,
				),
			);
		},
		clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
		/** The document inside the lifecycle panel in sight. */
		panel,
		/** Runs a function in it. */
		async inPanel(run, argument) {
			const frame = await (await panel().locator('body').elementHandle()).ownerFrame();
			return frame.evaluate(run, argument);
		},
		/** Makes the panel that wide. */
		async panelWidth(px) {
			await eventually(`the panel is ${px} px wide`, async () => {
				const off = px - ((await page.locator('iframe.webview').boundingBox())?.width ?? px);
				const { width, height } = page.viewportSize();
				// The editor and the panel share what is gained.
				if (off) await page.setViewportSize({ width: Math.round(width + off * 2), height });
				return Math.abs(off) < 2;
			});
		},
		/** The colour theme of everything, the panel included: dark, light, high-contrast or high-contrast-light. */
		async theme(kind) {
			await this.command('Preferences: Color Theme');
			const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: THEMES[kind] });
			await page.locator('.quick-input-widget input[type="text"]').fill(THEMES[kind]);
			await choice.first().click();
			await panel().locator(`body[data-vscode-theme-kind="vscode-${kind}"]`).waitFor();
		},
		/** axe-core's complaints about the panel, one line each; of all its rules, or of these. */
		async complaints(rules = []) {
			const frame = await (await panel().locator('body').elementHandle()).ownerFrame();
			await frame.evaluate(`globalThis.axe || ${AXE}`);
			return frame.evaluate(async (only) => {
				// A colour on its way from one theme to another is neither.
				await Promise.all(document.getAnimations().map(({ finished }) => finished));
				const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...(only.length && { runOnly: only }) });
				return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
			}, rules);
		},
		async reload() {
			const loaded = page.waitForEvent('load');
			await this.command('Developer: Reload Window');
			await loaded;
			await start.waitFor();
		},
		screenshot: (name) => page.screenshot({ path: path.join(root, 'test-results', `${name}.png`) }),
		async close() {
			await browser.close();
			await server.stop();
			await rm(workspace, { recursive: true, force: true });
		},
	};
}

/** Waits until something is truthy, and returns it. */
export async function eventually(what, look, patience = 45_000) {
	for (const start = Date.now(); ; await wait(50)) {
		const seen = await look();
		if (seen) return seen;
		if (Date.now() - start > patience) throw new Error(`In vain: ${what}`);
	}
}

/** A test that leaves a picture of the window when it fails. `workbench`: what it is open in by then. */
export function trial(workbench, name, run) {
	test(name, async () => {
		try {
			await run(workbench());
		} catch (error) {
			await workbench().screenshot(`failure-${name.replaceAll(/\W+/g, '-')}`);
			throw error;
		}
	});
}

#!/usr/bin/env node
// Stands in for the desktop's `code` where VS Code cannot be downloaded: @vscode/test-cli and @vscode/test-electron start it with the desktop's
// arguments, and it runs the tests in the real VS Code of host.mjs. Prints what the tests print, ends as they end.
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { root, startBrowser, startServer, stayOffline, windowUrl } from './host.mjs';

const { values, positionals } = parseArgs({ args: process.argv.slice(2), strict: false, allowPositionals: true });
const text = (name) => (typeof values[name] === 'string' ? values[name] : undefined);
/** What the workbench says of itself. */
const NOISE =
	/^(Canceled: Canceled|Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|Ignoring fetching additional builtin|Updating additional builtin|Creation of workbench contribution)/;
const LIMIT_MS = 300_000;

const results = path.join(root, 'test-results');
await mkdir(results, { recursive: true });
const settingsFile = text('user-data-dir') && path.join(text('user-data-dir'), 'User/settings.json');
const settings = settingsFile && existsSync(settingsFile) ? JSON.parse(await readFile(settingsFile, 'utf8')) : {};
const server = await startServer({ log: path.join(results, 'code-server.log'), settings });
let browser;
let code = 1;
try {
	browser = await startBrowser();
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...(text('locale') ? { locale: text('locale') } : {}) });
	await stayOffline(context);
	const page = await context.newPage();
	page.on('pageerror', (error) => console.error('[page error]', error.message));
	await page.exposeFunction('codeAutomationLog', (type, args) => {
		const line = format(...args);
		if (!NOISE.test(line)) (type === 'error' ? console.error : console.log)(line);
	});
	const ended = new Promise((resolve, reject) => {
		void page.exposeFunction('codeAutomationExit', resolve);
		page.on('crash', () => reject(new Error('the window crashed')));
		setTimeout(() => reject(new Error(`no result within ${LIMIT_MS / 1000} s`)), LIMIT_MS).unref();
	});
	const folder = positionals[0] && path.resolve(positionals[0]);
	await page.goto(
		windowUrl(server, {
			folder,
			extension: path.resolve(text('extensionDevelopmentPath')),
			tests: path.resolve(text('extensionTestsPath')),
		}),
	);
	code = await ended.catch(async (error) => {
		console.error(`The tests in VS Code: ${error.message}`);
		await page.screenshot({ path: path.join(results, 'failure.png') }).catch(() => {});
		return 1;
	});
} finally {
	await browser?.close();
	await server.stop();
}
process.exit(code ? 1 : 0);

/** The panel's own bundle in a real browser, with a stand-in for VS Code around it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { SimulateAnswer } from '../../server/src/protocol/life';
import type { LiveAnswer } from '../../server/src/protocol/live';
import type { Mode } from '../../server/src/protocol/mode';
import type { FromWebview, ToWebview } from '../../server/src/protocol/panel';

export type Theme = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
	(path) => path && existsSync(path),
);

/** Why there is no browser to test in; undefined when there is one. */
export const missing = chromiumPath ? undefined : 'there is no Chromium here (name one in CHROMIUM_PATH)';

/** What VS Code's Dark Modern, Light Modern and the two High Contrast themes say. */
const THEMES: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
	dark: {
		'editor-background': '#1f1f1f',
		foreground: '#ccc',
		descriptionForeground: '#9d9d9d',
		'sideBar-background': '#181818',
		'panel-border': '#2b2b2b',
		focusBorder: '#0078d4',
		'button-background': '#0078d4',
		'button-foreground': '#fff',
		'button-secondaryBackground': 'rgba(0, 0, 0, 0)',
		'button-secondaryForeground': '#ccc',
		'textLink-foreground': '#4daafc',
		'input-background': '#313131',
		'input-border': '#3c3c3c',
		'list-hoverBackground': '#2a2d2e',
		'list-activeSelectionBackground': '#04395e',
		'list-activeSelectionForeground': '#fff',
		'textPreformat-background': '#3c3c3c',
		'textPreformat-foreground': '#d0d0d0',
		'charts-green': '#89d185',
		'charts-blue': '#3794ff',
		'charts-orange': 'rgba(234, 92, 0, 0.33)',
		'editorWarning-foreground': '#cca700',
		'charts-red': '#f14c4c',
		'charts-purple': '#b180d7',
	},
	light: {
		'editor-background': '#fff',
		foreground: '#3b3b3b',
		descriptionForeground: '#616161',
		'sideBar-background': '#f8f8f8',
		'panel-border': '#e5e5e5',
		focusBorder: '#005fb8',
		'button-background': '#005fb8',
		'button-foreground': '#fff',
		'button-secondaryBackground': '#e5e5e5',
		'button-secondaryForeground': '#3b3b3b',
		'textLink-foreground': '#005fb8',
		'input-background': '#fff',
		'input-border': '#cecece',
		'list-hoverBackground': '#f2f2f2',
		'list-activeSelectionBackground': '#e8e8e8',
		'list-activeSelectionForeground': '#000',
		'textPreformat-background': '#ebebeb',
		'textPreformat-foreground': '#3b3b3b',
		'charts-green': '#388a34',
		'charts-blue': '#1a85ff',
		'charts-orange': 'rgba(234, 92, 0, 0.33)',
		'editorWarning-foreground': '#bf8803',
		'charts-red': '#e51400',
		'charts-purple': '#652d90',
	},
	'high-contrast': {
		'editor-background': '#000',
		foreground: '#fff',
		descriptionForeground: '#e0e0e0',
		'sideBar-background': '#000',
		'panel-border': '#6fc3df',
		contrastBorder: '#6fc3df',
		focusBorder: '#f38518',
		'button-background': '#000',
		'button-foreground': '#fff',
		'button-secondaryBackground': '#000',
		'button-secondaryForeground': '#fff',
		'textLink-foreground': '#21a6ff',
		'input-background': '#000',
		'input-border': '#6fc3df',
		'list-hoverBackground': '#1a1a1a',
		'list-activeSelectionBackground': '#1a1a1a',
		'list-activeSelectionForeground': '#fff',
		'textPreformat-background': '#000',
		'textPreformat-foreground': '#fff',
		'charts-green': '#89d185',
		'charts-blue': '#3794ff',
		'charts-orange': 'rgba(234, 92, 0, 0.33)',
		'editorWarning-foreground': '#ffd370',
		'charts-red': '#f48771',
		'charts-purple': '#b180d7',
	},
	'high-contrast-light': {
		'editor-background': '#fff',
		foreground: '#292929',
		descriptionForeground: '#292929',
		'sideBar-background': '#fff',
		'panel-border': '#0f4a85',
		contrastBorder: '#0f4a85',
		focusBorder: '#006bbd',
		'button-background': '#0f4a85',
		'button-foreground': '#fff',
		'button-secondaryBackground': '#fff',
		'button-secondaryForeground': '#292929',
		'textLink-foreground': '#0f4a85',
		'input-background': '#fff',
		'input-border': '#0f4a85',
		'list-hoverBackground': '#eee',
		'list-activeSelectionBackground': '#eee',
		'list-activeSelectionForeground': '#292929',
		'textPreformat-background': '#fff',
		'textPreformat-foreground': '#292929',
		'charts-green': '#374e06',
		'charts-blue': '#0063d3',
		'charts-orange': 'rgba(234, 92, 0, 0.33)',
		'editorWarning-foreground': '#895503',
		'charts-red': '#b5200d',
		'charts-purple': '#652d90',
	},
};

export interface PanelPage {
	readonly page: Page;
	send(message: ToWebview): Promise<void>;
	live(answer: SimulateAnswer | LiveAnswer, because?: 'opened' | 'edited' | 'asked'): Promise<void>;
	theme(theme: Theme): Promise<void>;
	/** What the panel has asked of its host, of one kind. */
	asked<T extends FromWebview['type']>(type: T): Promise<readonly Extract<FromWebview, { type: T }>[]>;
	/** axe-core's complaints, one line each; of all its rules, or of these. */
	complaints(rules?: readonly string[]): Promise<readonly string[]>;
	close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;
let bundle: Promise<{ readonly script: string; readonly style: string }> | undefined;

export async function closeBrowser(): Promise<void> {
	await (await browser)?.close();
}

async function bundled() {
	const { outputFiles } = await build({
		entryPoints: ['client/webview/main.ts'],
		outdir: 'out',
		bundle: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		logLevel: 'warning',
		tsconfig: 'client/webview/tsconfig.json',
	});
	const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
	return { script: text('.js'), style: text('.css') };
}

export async function openPanel({
	width = 640,
	height = 900,
	language = 'en',
	kept = {},
	mode = 'life',
	modes = ['life'],
}: {
	width?: number;
	height?: number;
	language?: 'en' | 'ko';
	kept?: object;
	mode?: Mode;
	modes?: readonly Mode[];
} = {}): Promise<PanelPage> {
	browser ??= chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
	bundle ??= bundled();
	const { script, style } = await bundle;
	const page = await (await browser).newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
	const state = JSON.stringify({ uri: 'file:///p.yaml', ...kept }).replaceAll('<', '\\u003c');
	// The same policy as the host's: what it forbids shows up as an error.
	const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>p</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n'; style-src 'self'; img-src data:; font-src 'self'">
<link rel="stylesheet" href="/webview.css"></head><body>
<script nonce="n">window.asked = []; window.kept = ${state}; window.acquireVsCodeApi = () => ({ postMessage: (m) => window.asked.push(m), getState: () => window.kept, setState: (s) => { window.kept = s; } });</script>
<script nonce="n" type="module" src="/webview.js"></script></body></html>`;
	await page.route('**/*', (route) => {
		const path = new URL(route.request().url()).pathname;
		if (path === '/webview.js') return route.fulfill({ contentType: 'text/javascript', body: script });
		if (path === '/webview.css') return route.fulfill({ contentType: 'text/css', body: style });
		return route.fulfill({ contentType: 'text/html', body: html });
	});
	await page.goto('http://panel.test/');
	const send = (message: ToWebview) => page.evaluate((one) => postMessage(one, '*'), message).then(() => page.waitForTimeout(60));
	const panel: PanelPage = {
		page,
		send,
		live: (answer, because = 'opened') => send({ type: 'answered', answer, because }),
		theme: (theme) =>
			page.evaluate(
				([name, colors]) => {
					document.body.className = `vscode-${name}`;
					for (const [key, value] of Object.entries(colors)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
					if (!('contrastBorder' in colors)) document.documentElement.style.removeProperty('--vscode-contrastBorder');
				},
				[theme, THEMES[theme]] as const,
			),
		asked: async (type) => (await page.evaluate(() => (globalThis as unknown as { asked: FromWebview[] }).asked)).filter((one) => one.type === type) as never,
		complaints: async (rules = []) => {
			await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
			return page.evaluate(async (only) => {
				const { axe } = globalThis as unknown as {
					axe: { run(root: Document, options: object): Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly string[] }[] }[] }> };
				};
				const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(only.length && { runOnly: only }) });
				return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
			}, rules);
		},
		close: async () => {
			await page.close();
			if (faults.length) throw new Error(`The page complained: ${faults.join('; ')}`);
		},
	};
	await panel.theme('dark');
	const documents = [{ kind: 'Pod', name: 'p', index: 0, span: { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } } }];
	await send({ type: 'opened', uri: 'file:///p.yaml', file: 'p.yaml', documents, document: 0, mode, modes, language });
	return panel;
}

// Starts the real VS Code of install.mjs on 127.0.0.1, and a headless Chromium for its window.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureHost, entry, hasOption, nodeBinary, root } from './install.mjs';

export { root };

/** The Chromium of this machine, or undefined. */
export function chromiumPath() {
	return [
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	].find((file) => file && existsSync(file));
}

const QUIET = {
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'extensions.autoUpdate': false,
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'workbench.startupEditor': 'none',
	'workbench.enableExperiments': false,
	'workbench.tips.enabled': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'chat.disableAIFeatures': true,
	'security.workspace.trust.enabled': false,
	// A folder under test lies in this repository, and is none.
	'git.openRepositoryInParentFolders': 'never',
};

/** A VS Code of its own, with folders of its own, that ends when this process does. `log`: a file for what it prints. */
export async function startServer({ log, settings = {} } = {}) {
	ensureHost();
	// A unix socket lies in it, so its path must be short.
	const folder = await mkdtemp(path.join(tmpdir(), 'vsc-'));
	const at = (name) => path.join(folder, name);
	await Promise.all(['ud/User', 'ext', 'home'].map((name) => mkdir(at(name), { recursive: true })));
	await writeFile(at('config.yaml'), 'auth: none\n');
	await writeFile(at('ud/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
	const flags = ['--config', at('config.yaml'), '--user-data-dir', at('ud'), '--extensions-dir', at('ext')];
	const child = spawn(
		nodeBinary,
		[
			entry,
			...flags,
			'--auth',
			'none',
			'--bind-addr',
			'127.0.0.1:0',
			'--disable-telemetry',
			'--disable-update-check',
			'--disable-workspace-trust',
			'--disable-getting-started-override',
			...(hasOption('disable-proxy') ? ['--disable-proxy'] : []),
			...(hasOption('vscode-option') ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
		],
		{ env: environment(folder), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
	);
	const kill = (signal) => {
		try {
			process.kill(-child.pid, signal);
		} catch {
			// It is gone already.
		}
	};
	process.on('exit', () => {
		kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
	// Whoever started us may die without a word.
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || process.exit(1), 1000).unref();
	const url = await address(child, log);
	const exited = new Promise((done) => child.once('exit', done));
	return {
		url,
		/** Installs a .vsix; reload the page to see it. */
		install: (vsix) => execFileSync(nodeBinary, [entry, ...flags, '--install-extension', vsix], { encoding: 'utf8', env: environment(folder) }),
		async stop() {
			kill('SIGTERM');
			const timer = setTimeout(() => kill('SIGKILL'), 5000);
			await exited;
			clearTimeout(timer);
			kill('SIGKILL');
			await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		},
	};
}

function environment(folder) {
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_IPC|PORT$|PASSWORD$)/.test(name)));
	return {
		...env,
		HOME: path.join(folder, 'home'),
		XDG_CONFIG_HOME: path.join(folder, 'xdg'),
		XDG_DATA_HOME: path.join(folder, 'xdg'),
		EXTENSIONS_GALLERY: '{}',
	};
}

function address(child, log) {
	const file = log && createWriteStream(log);
	let text = '';
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`VS Code did not start:\n${text}`)), 60_000);
		const read = (bytes) => {
			text += bytes;
			file?.write(bytes);
			const match = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(text);
			if (match) resolve(match[1]);
			if (match) clearTimeout(timer);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('exit', (code) => reject(new Error(`VS Code ended with ${code}:\n${text}`)));
	});
}

export function startBrowser({ headless = true } = {}) {
	const executablePath = chromiumPath();
	if (!executablePath) throw new Error('There is no Chromium here: install the package chromium, or name one in CHROMIUM_PATH.');
	const quiet = [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		// A page that was changed on its way comes from nowhere, and may not ask this machine otherwise.
		'--disable-features=LocalNetworkAccessChecks',
	];
	return chromium.launch({ executablePath, headless, args: quiet });
}

/** The address of a window on `folder`, with the extension under development and the tests to run in it, if any. */
export function windowUrl(server, { folder, extension, tests }) {
	const url = new URL(server.url);
	const remote = (file) => `vscode-remote://${url.host}${file}`;
	const payload = [
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
	if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
	if (tests) payload.push(['extensionTestsPath', remote(tests)]);
	if (folder) url.searchParams.set('folder', folder);
	else url.searchParams.set('ew', 'true');
	url.searchParams.set('payload', JSON.stringify(payload));
	return url.href;
}

/** Lets nothing but this machine be asked; returns the hosts that were. */
export async function stayOffline(context) {
	const asked = new Set();
	const isElsewhere = ({ hostname, protocol }) => /^https?:$/.test(protocol) && !/^(127\.0\.0\.1|localhost|.*\.localhost)$/.test(hostname);
	await context.route(isElsewhere, (route) => {
		asked.add(new URL(route.request().url()).host);
		return route.abort();
	});
	return asked;
}

// Puts a real VS Code (npm's code-server: the workbench for a browser, and its extension host) into .vscode-test, from the npm registry only.
// No install scripts run, nothing is compiled. Done once; VSCODE_HOST_VERSION=4.93.1 takes an older release.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');

/** code-server 4.N is VS Code 1.N. */
export const release = process.env.VSCODE_HOST_VERSION || '4.139.1';
const minor = Number(release.split('.')[1]);
/** The Node that release wants; it comes as an npm package too. */
const nodeVersion = minor >= 133 ? '24.21.0' : minor >= 101 ? '22' : '20';
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
/** Where a lock is committed, exactly its versions are installed. */
const lock = path.join(here, `code-server-${release}.${process.platform}-${process.arch}.lock.json`);
const usesOwnNode = !existsSync(lock) && process.versions.node.split('.')[0] === nodeVersion.split('.')[0];

export const hostFolder = path.join(root, '.vscode-test', `code-server-${release}`);
export const nodeBinary = usesOwnNode ? process.execPath : path.join(hostFolder, 'node_modules', nodePackage, 'bin/node');
export const entry = path.join(hostFolder, 'node_modules/code-server/out/node/entry.js');

/** Native parts that an extension's test never loads. */
const UNUSED_PACKAGES = [
	'@devcontainers/cli',
	'@github/copilot-sdk',
	'@microsoft/mxc-sdk',
	'@vscode/copilot-api',
	'@vscode/fs-copyfile',
	'@vscode/sandbox-runtime',
	'@vscode/sqlite3',
	'@vscode/windows-process-tree',
	'@vscode/windows-registry',
	'kerberos',
	'ssh2',
];
/** Built-in extensions that need those, or the network. (The authentication ones stay: the workbench waits for them.) */
const UNUSED_EXTENSIONS = ['copilot', 'github', 'tunnel-forwarding', 'terminal-suggest'];

/** Stand-ins for native modules that VS Code, or its git extension, loads and works without. */
const LOGGER = `const fs = require('fs');
class Logger {
	constructor(name, file) { this.file = file; try { fs.mkdirSync(require('path').dirname(file), { recursive: true }); } catch {} }
	getLevel() { return 0; } setLevel() {} setPattern() {} clearFormatters() {} flush() {} drop() {}
}
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) Logger.prototype[level] = function (text) {
	try { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + level + '] ' + text + '\\n'); } catch {}
};
const make = async (name, file) => new Logger(name, file);
exports.version = 0; exports.setLevel = () => {}; exports.setFlushOn = () => {}; exports.Logger = Logger;
exports.createRotatingLogger = make; exports.createAsyncRotatingLogger = make;
`;
const STAND_INS = {
	'@vscode/spdlog': LOGGER,
	'@vscode/native-watchdog': 'exports.start = () => {};\n',
	'native-watchdog': 'exports.start = () => {};\n',
	'@vscode/fs-copyfile': '',
};

function npm(folder, ...args) {
	// The settings of an npm that runs us are not meant for this one.
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(cache|registry|cafile))/i.test(name)));
	const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
	const windows = process.platform === 'win32';
	execFileSync(windows ? 'npm.cmd' : 'npm', [...args, ...flags], { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
}

/** Installs the host unless it is there. */
export function ensureHost() {
	// The number grows with what is installed: a host of before is installed anew.
	const stamp = path.join(hostFolder, 'ready-2');
	if (existsSync(stamp)) return;
	console.log(`Installing VS Code (code-server ${release}) from npm into .vscode-test, once …`);
	rmSync(hostFolder, { recursive: true, force: true });
	mkdirSync(hostFolder, { recursive: true });
	const dependencies = { 'code-server': release, ...(usesOwnNode ? {} : { [nodePackage]: nodeVersion }) };
	writeFileSync(path.join(hostFolder, 'package.json'), JSON.stringify({ private: true, dependencies }));
	if (existsSync(lock)) copyFileSync(lock, path.join(hostFolder, 'package-lock.json'));
	npm(hostFolder, existsSync(lock) ? 'ci' : 'install');
	// Password hashing, which --auth none never does; old releases bring no binary of it.
	const argon2 = path.join(hostFolder, 'node_modules/argon2');
	if (!existsSync(path.join(argon2, 'prebuilds'))) writeFileSync(path.join(argon2, 'argon2.js'), 'module.exports = {};\n');
	installWorkbench(path.join(hostFolder, 'node_modules/code-server/lib/vscode'));
	writeFileSync(`${stamp}.new`, '');
	renameSync(`${stamp}.new`, stamp);
}

function installWorkbench(workbench) {
	const file = path.join(workbench, 'package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8'));
	for (const name of UNUSED_PACKAGES) delete manifest.dependencies[name];
	// Older ripgrep packages download their binary.
	if (manifest.dependencies['@vscode/ripgrep']) manifest.dependencies['@vscode/ripgrep'] = '^1.18.0';
	writeFileSync(file, JSON.stringify(manifest, null, 2));
	// `ci` fails on its incomplete lock; `install` keeps the versions of its npm-shrinkwrap.json.
	npm(workbench, 'install');
	for (const [name, text] of Object.entries(STAND_INS)) {
		const folder = path.join(workbench, 'node_modules', name);
		mkdirSync(folder, { recursive: true });
		writeFileSync(path.join(folder, 'index.js'), text);
	}
	if (!hasOption('vscode-option')) {
		// Before that option existed: the switch that lets the address name an extension under test, set in the file.
		const main = path.join(workbench, 'out/server-main.js');
		writeFileSync(
			main,
			readFileSync(main, 'utf8').replace(/enableSmokeTestDriver:.{0,80}?\["enable-smoke-test-driver"\]\?!0:void 0/, 'enableSmokeTestDriver:!0'),
		);
	}
	for (const name of UNUSED_EXTENSIONS) rmSync(path.join(workbench, 'extensions', name), { recursive: true, force: true });
}

/** Whether this release of code-server knows a command line option. */
export const hasOption = (name) => readFileSync(path.join(hostFolder, 'node_modules/code-server/out/node/cli.js'), 'utf8').includes(`"${name}"`);

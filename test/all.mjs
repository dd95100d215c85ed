// `npm test`: builds, and runs everything that must hold before a change lands. What this machine cannot run is named. Ends with the sum.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './host/host.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
const bin = (name) => path.join('node_modules/.bin', name);
const node = (...args) => [process.execPath, ...args];

/** Other editors that meet the server; `asks` fails where there is none. */
const EDITORS = [
	{ editor: 'Neovim', program: 'nvim', asks: ['--version'], debian: 'neovim' },
	{ editor: 'Emacs with eglot', program: 'emacs', asks: ['--batch', '--eval', "(require 'eglot)"], debian: 'emacs-nox elpa-eglot' },
	{
		editor: 'Vim with ALE',
		program: 'vim',
		asks: ['-N', '-u', 'NONE', '-es', '-c', 'packadd ale', '-c', 'qall'],
		debian: 'vim vim-ale',
	},
];

/** Each prints its own report; `counts` finds "N passed, M failed" in it. A step without counts is one test. */
const STEPS = [
	{ name: 'types', command: [bin('tsc'), '-b'] },
	{ name: 'lint and format', command: [bin('biome'), 'check', '.'] },
	{ name: 'build', command: node('esbuild.mjs') },
	{ name: 'grammar', command: ['npm', 'run', '--silent', 'grammar'] },
	{ name: 'unit, features and conformance', command: node('test/unit.mjs'), counts: [/^ℹ pass (\d+)$/m, /^ℹ fail (\d+)$/m] },
	// A fault that is found has a number: `npm run fuzz -- --seed 1 --session N` does it again.
	{ name: '20,000 random edits', command: ['npm', 'run', '--silent', 'fuzz', '--', '--edits', '20000', '--seed', '1'] },
	...EDITORS.map(realEditor),
	{
		name: 'inside VS Code',
		command: [bin('vscode-test')],
		counts: [/(\d+) passed, \d+ failed/, /\d+ passed, (\d+) failed/],
		needs: chromium,
		before: node('test/editor/build.mjs'),
	},
	{ name: 'the packaged extension, used by hand', command: node('test/ui/run.mjs'), counts: [/^ℹ pass (\d+)$/m, /^ℹ fail (\d+)$/m], needs: chromium },
];

function realEditor({ editor, program, asks, debian }) {
	return {
		name: `a real ${editor}`,
		command: node('--test', '--test-reporter=spec', `test/clients/${program}.test.mjs`),
		counts: [/^ℹ pass (\d+)$/m, /^ℹ fail (\d+)$/m],
		needs: () => (spawnSync(program, asks).status === 0 ? undefined : `there is no ${editor} here (Debian: apt-get install ${debian})`),
	};
}

function chromium() {
	return chromiumPath() ? undefined : 'there is no Chromium here (Debian: apt-get install chromium; elsewhere name one in CHROMIUM_PATH)';
}

function run([command, ...args]) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (bytes) => {
				output += bytes;
				process.stdout.write(bytes);
			});
		}
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

let passed = 0;
let failed = 0;
const skipped = [];
for (const { name, command, counts, needs, before } of STEPS) {
	const missing = needs?.();
	if (missing) {
		skipped.push(`${name}: ${missing}`);
		continue;
	}
	console.log(`\n== ${name}`);
	const prepared = before ? await run(before) : { code: 0 };
	const { code, output } = prepared.code === 0 ? await run(command) : { code: 1, output: '' };
	const [pass, fail] = (counts ?? []).map((pattern) => Number(pattern.exec(output)?.[1] ?? Number.NaN));
	const counted = pass !== undefined && !Number.isNaN(pass);
	passed += counted ? pass : code === 0 ? 1 : 0;
	// A run that ended badly without saying why is a failure of its own.
	failed += counted && fail > 0 ? fail : code === 0 ? 0 : 1;
	if (code === 0 && counts && !counted) {
		failed++;
		console.log(`${name}: it ran no test.`);
	}
}
for (const line of skipped) console.log(`\nNot run here: ${line}`);
console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

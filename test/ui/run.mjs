// Packages the extension, installs the .vsix in a real VS Code, and drives the workbench as a person would (test/ui/*.ui.mjs).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

mkdirSync('test-results', { recursive: true });
const packed = spawnSync('npm', ['run', '--silent', 'package', '--', '--out', 'test-results/peapod.vsix'], {
	stdio: 'inherit',
	shell: process.platform === 'win32',
});
if (packed.status !== 0) process.exit(1);
const suites = readdirSync('test/ui')
	.filter((name) => name.endsWith('.ui.mjs'))
	.map((name) => path.join('test/ui', name));
const run = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...suites], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;

// `npm run test:desktop`: the suite of test/editor in the desktop VS Code, which @vscode/test-electron downloads.
import { spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';
for (const [command, ...args] of [
	[process.execPath, 'esbuild.mjs'],
	[process.execPath, 'test/editor/build.mjs'],
	[windows ? 'vscode-test.cmd' : 'vscode-test'],
]) {
	const run = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, VSCODE_HOST: 'desktop' }, shell: windows });
	if (run.status !== 0) process.exit(run.status ?? 1);
}

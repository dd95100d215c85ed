// Builds dist/ where Peapod is installed from a copy of its repository, as pre-commit does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const shell = process.platform === 'win32';
const run = (command, args, env = process.env) => {
	// What is said on standard output would pass for the name of the package (`npm pack`).
	const { status } = spawnSync(command, args, { cwd: root, env, shell, stdio: ['ignore', 'ignore', 'inherit'] });
	if (status !== 0) process.exit(status ?? 1);
};

// `npm install -g` of a repository forgets what its prepare script needs (npm/cli#8440).
if (!existsSync(path.join(root, 'node_modules/esbuild'))) {
	const { npm_config_global: _global, npm_config_prefix: _prefix, ...env } = process.env;
	run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], env);
}
run(process.execPath, ['esbuild.mjs', '--minify']);

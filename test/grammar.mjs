// Tests the injection grammar over VS Code's own YAML grammar, which the test host brings.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureHost, hostFolder } from './host/install.mjs';

ensureHost();
const extensions = path.join(hostFolder, 'node_modules/code-server/lib/vscode/extensions');
const grammars = [
	...readdirSync(path.join(extensions, 'yaml/syntaxes')).map((name) => path.join(extensions, 'yaml/syntaxes', name)),
	path.join(extensions, 'shellscript/syntaxes/shell-unix-bash.tmLanguage.json'),
];
const command = process.argv.includes('--update') ? 'vscode-tmgrammar-snap' : 'vscode-tmgrammar-test';
const flags = grammars.flatMap((file) => ['-g', file]);
const run = spawnSync(path.join('node_modules/.bin', command), [...flags, 'test/syntaxes/*.test.yaml'], {
	stdio: 'inherit',
	shell: process.platform === 'win32',
});
process.exitCode = run.status ?? 1;

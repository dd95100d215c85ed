// Tests inside a real VS Code. VSCODE_HOST=desktop downloads the desktop one; else the one of test/host runs them.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@vscode/test-cli';

const at = (file) => fileURLToPath(new URL(file, import.meta.url));
const host =
	process.env.VSCODE_HOST === 'desktop' ? { version: process.env.VSCODE_VERSION ?? 'stable' } : { useInstallation: { fromPath: at('test/host/code.mjs') } };

export default defineConfig({
	files: 'out/editor/*.test.js',
	workspaceFolder: 'test/editor/workspace',
	mocha: { ui: 'tdd', timeout: 120_000, color: false, reporter: at('test/editor/reporter.cjs') },
	...host,
});

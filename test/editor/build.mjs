// Bundles the suite that runs inside VS Code into out/editor.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const entryPoints = readdirSync('test/editor')
	.filter((name) => name.endsWith('.test.ts'))
	.map((name) => `test/editor/${name}`);
await build({
	entryPoints,
	outdir: 'out/editor',
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	external: ['vscode', 'mocha'],
	sourcemap: 'inline',
	logLevel: 'warning',
});

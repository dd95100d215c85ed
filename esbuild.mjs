// Bundles everything that ships into dist/: `node esbuild.mjs [--watch] [--minify] [--outdir=DIR]`.
import { writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { engineApart, engineBundle } from './overlays.mjs';
import { packagedReadme } from './readme.mjs';
import { wordsApart, wordsBundle } from './words.mjs';

const minify = process.argv.includes('--minify');
const outdir = process.argv.find((word) => word.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist';
const common = {
	bundle: true,
	minify,
	sourcemap: !minify,
	logLevel: 'warning',
	legalComments: 'none',
	outdir,
	charset: 'utf8',
	loader: { '.yaml': 'text', '.md': 'text' },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', target: 'es2022' };

/** The language client asks semver whether VS Code is new enough; VS Code itself asks that of `engines` in package.json, before it starts us. */
const newEnough = {
	name: 'new-enough',
	setup({ onLoad }) {
		onLoad({ filter: /node_modules.semver.functions.parse\.js$/ }, () => ({ contents: 'module.exports = () => ({});' }));
		onLoad({ filter: /node_modules.semver.functions.satisfies\.js$/ }, () => ({ contents: 'module.exports = () => true;' }));
	},
};

/** Only who renders a chart loads what does it, and only `peapod lsp` the language server. */
const partsApart = {
	name: 'parts-apart',
	setup({ onResolve }) {
		const apart = (filter, path) => onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
		apart(/\/render-(?:chart|loaded)$/, './charts.js');
		apart(/^\.\.\/main$/, './server.js');
	},
};

const bundles = [
	{
		...node,
		entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/main.ts', cli: 'server/src/cli.ts' },
		external: ['vscode'],
		plugins: [wordsApart, partsApart, engineApart, newEnough],
	},
	{ ...node, entryPoints: { charts: 'server/src/cli/render-chart.ts' } },
	{ ...browser, entryPoints: { 'extension-web': 'client/src/browser.ts' }, format: 'cjs', external: ['vscode'], tsconfig: 'client/tsconfig.json' },
	{ ...browser, entryPoints: { 'server-web': 'server/src/browser.ts' }, format: 'iife' },
	{ ...browser, entryPoints: { webview: 'client/webview/main.ts' }, format: 'esm', tsconfig: 'client/webview/tsconfig.json' },
];

if (process.argv.includes('--watch')) {
	const watch = async (bundle) => {
		const built = await context(bundle);
		await built.rebuild();
		await built.watch();
	};
	for (const bundle of bundles) await watch(bundle);
	await watch({ ...node, ...wordsBundle(outdir) });
	await watch(engineBundle(node));
} else {
	await Promise.all(bundles.map((bundle) => build(bundle)));
	await build({ ...node, ...wordsBundle(outdir) });
	await build(engineBundle(node));
	writeFileSync(`${outdir}/readme.md`, packagedReadme());
}

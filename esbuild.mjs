// Bundles everything that ships into dist/: `node esbuild.mjs [--watch] [--minify] [--outdir=DIR]`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { asCommonJs } from './commonjs.mjs';
import { leftOut } from './left-out.mjs';
import { lateApart, lateEntries, namedOnly, vscodeOnce } from './parts.mjs';
import { packagedReadme } from './readme.mjs';

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
	define: { PEAPOD_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
};
/** What runs in Node and in browsers alike takes of a package what is for both, and its Node and its browser part where it asks for them. */
const both = {
	...common,
	platform: 'node',
	target: 'es2022',
	mainFields: ['module', 'main'],
	conditions: ['node', 'browser'],
	// Its part for Node wants a `process`; the other one is the same otherwise.
	alias: { yaml: './node_modules/yaml/browser/index.js' },
};

const bundles = [
	{
		...both,
		entryPoints: { server: 'server/src/main.ts', web: 'server/src/browser.ts', ...lateEntries() },
		plugins: [
			leftOut('server/src', 'vscode-languageserver', 'vscode-languageserver-protocol'),
			lateApart,
			namedOnly('server/src', 'vscode-languageserver'),
			asCommonJs,
		],
	},
	{
		...both,
		entryPoints: { extension: 'client/src/extension.ts' },
		format: 'cjs',
		plugins: [leftOut('client/src', 'vscode-languageclient', 'vscode-languageserver-protocol'), namedOnly('client/src', 'vscode-languageclient'), vscodeOnce],
	},
	{ ...common, target: 'es2022', entryPoints: { 'server-web': 'server/src/browser/load.ts' } },
	{
		...common,
		platform: 'browser',
		target: 'es2022',
		entryPoints: { webview: 'client/webview/main.ts' },
		format: 'esm',
		tsconfig: 'client/webview/tsconfig.json',
	},
];

rmSync(outdir, { recursive: true, force: true });
if (process.argv.includes('--watch')) {
	for (const bundle of bundles) {
		const built = await context(bundle);
		await built.rebuild();
		await built.watch();
	}
} else {
	await Promise.all(bundles.map((bundle) => build(bundle)));
	// Who does not pack needs no second tool.
	if (minify) await (await import('./shrink.mjs')).shrink(outdir, ['webview.js']);
	writeFileSync(`${outdir}/readme.md`, packagedReadme());
}

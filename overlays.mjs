// The engine that builds overlays (server/src/overlays/build) ships once: server and command line share dist/overlays.js, and read it when the first overlay is built.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { meant, standIn } from './stand-ins.mjs';

const SOURCE = path.resolve('server/src');
const ENGINE = path.join(SOURCE, 'overlays/build');
const isEngine = (file) => file.startsWith(ENGINE + path.sep);
const nameOf = (file) => path.relative(SOURCE, file).replaceAll(path.sep, '/').replace('.ts', '');

/** Under this name the engine finds what it shares with whoever reads it: it must not bring a YAML reader of its own. */
const SHARED = "globalThis[Symbol.for('peapod.shared')]";

/** The modules of the engine that were asked for from outside, and those outside that it asks for. */
const asked = new Set();
const shared = new Set();

/** The engine with stand-ins for all that is not of it; notes what that is. */
const alone = {
	name: 'engine-alone',
	setup({ onResolve, onLoad, resolve }) {
		onResolve({ filter: /^\./ }, async (asking) => {
			// What a package imports of its own stays with it.
			const file = asking.importer.startsWith(SOURCE + path.sep) ? await meant(asking, resolve) : undefined;
			return file === undefined || isEngine(file) ? undefined : { path: file, namespace: 'shared' };
		});
		onLoad({ filter: /./, namespace: 'shared' }, ({ path: file }) => {
			shared.add(file);
			return { contents: `module.exports = ${SHARED}['${nameOf(file)}'];` };
		});
	},
};

/** Puts a stand-in where others import a module of the engine: each of its exports is looked up when it is used. */
export const engineApart = {
	name: 'engine-apart',
	setup({ onResolve, onLoad, resolve }) {
		onResolve({ filter: /\/build\// }, async (asking) => {
			const file = isEngine(asking.importer) ? undefined : await meant(asking, resolve);
			return file !== undefined && isEngine(file) ? { path: file, namespace: 'engine' } : undefined;
		});
		onResolve({ filter: /^engine:/ }, ({ path: wanted }) => ({ path: wanted, namespace: 'engine-host' }));
		onResolve({ filter: /^\.\/overlays\.js$/, namespace: 'engine-host' }, ({ path: wanted }) => ({ path: wanted, external: true }));
		onLoad({ filter: /./, namespace: 'engine' }, async ({ path: file }) => {
			asked.add(file);
			const contents = await standIn(file, `engine()['${nameOf(file)}']`);
			return { contents: `const { engine } = require('engine:host'); ${contents}`, watchFiles: [file] };
		});
		onLoad({ filter: /./, namespace: 'engine-host' }, async () => {
			// What the engine asks for is known once it was put together.
			const all = readdirSync(ENGINE).map((name) => `import ${JSON.stringify(path.join(ENGINE, name))};`);
			await build({ bundle: true, write: false, format: 'cjs', logLevel: 'error', stdin: { contents: all.join('\n'), resolveDir: SOURCE }, plugins: [alone] });
			const lent = [...shared].sort().map((file) => `get '${nameOf(file)}'() { return require(${JSON.stringify(file)}); }`);
			const contents = `let known; exports.engine = () => { if (!known) { ${SHARED} = { ${lent.join(', ')} }; known = require('./overlays.js'); } return known; };`;
			return { contents, resolveDir: SOURCE };
		});
	},
};

/** How the engine itself is built, once all that asks for it is. */
export function engineBundle({ outdir, ...options }) {
	const contents = [...asked].sort().map((file) => `export * as ${JSON.stringify(nameOf(file))} from ${JSON.stringify(file)};`);
	return { ...options, stdin: { contents: contents.join('\n'), resolveDir: SOURCE }, plugins: [alone], outfile: `${outdir}/overlays.js` };
}

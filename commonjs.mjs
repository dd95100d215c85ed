// esbuild shares code between entries in ES modules alone. What it wrote becomes CommonJS here: that is read when it is asked for, and not only at the start.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is shared is called as the largest file in it, but where it has one of these: what a server reads at once, what renders charts, what that shares with schemas of values, all commands but one, and what reads a chart's folder. */
const NAMED = {
	'server/src/schema/schema.ts': 'core',
	'server/src/lsp/server.ts': 'lsp',
	'server/src/templates/execute.ts': 'charts',
	'server/src/templates/regexp/syntax.ts': 'templates-regexp-syntax',
	'server/src/cli/commands.ts': 'cli/commands',
	'server/src/cli/render-chart.ts': 'cli/render-chart',
};

/** Imports of other files stand before everything else, those of Node anywhere. */
const IMPORT = /(?<=^|[;\n}])import\s*(?:(?<what>[\w$]+|\*\s*as\s+[\w$]+|\{[^{}]*\})\s*from\s*)?"(?<source>node:[\w/]+|\.[\w./-]+)";?/g;
const EXPORT = /(?<=^|[;\n}])export\s*\{(?<what>[^{}]*)\};?/g;

/** `a as b, c` as pairs: what it is called here, and what there. */
const pairsOf = (list) =>
	list
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '')
		.map((one) => one.split(/\s+as(?:\s+|(?="))/));

const ENDING = '//# sourceMappingURL=';

/** An ES module of esbuild's as CommonJS, each line where it was. Names of other files are taken once: none of them changes. `fileOf` says how another file is asked for. */
function commonJs(text, fileOf) {
	const exported = [];
	const linesOf = (what) => '\n'.repeat(what.split('\n').length - 1);
	const body = text
		.replace(IMPORT, (...match) => {
			const { what, source } = match.at(-1);
			// Other files are read for their names alone: nothing but a package does something when it is read, and those are asked for by name.
			if (what === undefined) return '';
			const names = what.startsWith('{')
				? `{${pairsOf(what.slice(1, -1)).map(([there, here = there]) => `${there}:${here}`)}}`
				: what.replace(/^\*\s*as\s+/, '');
			return `const ${names}=require("${fileOf(source)}");${linesOf(what)}`;
		})
		.replace(EXPORT, (...match) => {
			const { what } = match.at(-1);
			exported.push(...pairsOf(what).map(([here, there = here]) => `${there}:${here}`));
			return linesOf(what);
		})
		.replace(/\bimport\("(\.[\w./-]+)"\)/g, (_, source) => `Promise.resolve().then(()=>require("${fileOf(source)}"))`);
	const start = /^#!.*\n/.exec(body)?.[0].length ?? 0;
	const end = body.lastIndexOf(ENDING) < 0 ? body.length : body.lastIndexOf(ENDING);
	// In a worker all files share one scope: each gets its own.
	return `${body.slice(0, start)}(function(require,module){"use strict";${body.slice(start, end)}module.exports={${exported}};})(require,module);\n${body.slice(end)}`;
}

/** What only the command line reads has a folder of its own, which the extension does without. */
const isOfCommands = (input) => /^(dynamic:.*\/)?server\/src\/cli\/|^stand-in:.*\?cli\/|^node_modules\/ignore\//.test(input);

/** What a shared file is called: as what of ours is largest in it, if nothing else has that name. */
function nameOf({ inputs }) {
	const known = Object.keys(NAMED).find((file) => file in inputs);
	if (known) return NAMED[known];
	const folder = Object.keys(inputs).every(isOfCommands) ? 'cli/' : '';
	const [largest] = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)[0] ?? ['nothing'];
	const [, npm] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(largest) ?? [];
	const name = npm?.replace('@', '') ?? largest.replace(/^.*server\/src\/(cli\/)?|\.ts$/g, '');
	return folder + name.replaceAll('/', '-');
}

/** Writes what was built into `outdir`, as CommonJS. */
export const asCommonJs = {
	name: 'commonjs',
	setup({ initialOptions, onEnd }) {
		Object.assign(initialOptions, { write: false, metafile: true, format: 'esm', splitting: true, chunkNames: '[name]-[hash]' });
		onEnd(({ outputFiles, metafile, errors }) => {
			if (errors.length > 0) return;
			const outdir = path.resolve(initialOptions.outdir);
			const names = new Map();
			for (const [output, made] of Object.entries(metafile.outputs)) {
				if (!output.endsWith('.js')) continue;
				const own = path.relative(outdir, path.resolve(output)).replaceAll(path.sep, '/');
				const isEntry = made.entryPoint !== undefined && !made.entryPoint.startsWith('dynamic:');
				const taken = new Set(names.values());
				// What is asked for by itself, and by others as well, is a file that only points to the one they share.
				const name = isEntry ? own : ['', '-shared'].map((suffix) => `${nameOf(made)}${suffix}.js`).find((one) => !taken.has(one));
				if (name === undefined || taken.has(name)) throw new Error(`Two files of dist/ would be called ${name ?? nameOf(made)}.`);
				names.set(own, name);
			}
			for (const { path: file, text } of outputFiles) {
				const own = path.relative(outdir, file).replaceAll(path.sep, '/');
				const script = own.replace(/\.map$/, '');
				const name = names.get(script);
				const root = name.includes('/') ? '../' : './';
				const fileOf = (source) => (source.startsWith('.') ? root + names.get(path.posix.join(path.posix.dirname(own), source)) : source);
				const place = path.join(outdir, name);
				mkdirSync(path.dirname(place), { recursive: true });
				if (own !== script) writeFileSync(`${place}.map`, text);
				else writeFileSync(place, commonJs(text, fileOf).replace(ENDING + path.posix.basename(own), ENDING + path.posix.basename(name)));
				if (text.startsWith('#!')) chmodSync(place, 0o755);
			}
		});
	},
};

// What of the packages that speak LSP does not ship: they bring all there is, and read all of it at the start.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { importsIn } from './parts.mjs';

/** What is left out, by the names of the packages' files, and what the server would have to offer for it to do anything. `test/lsp/left-out.test.ts` compares. */
export const LEFT_OUT = {
	callHierarchy: ['callHierarchyProvider'],
	colorProvider: ['colorProvider'],
	declaration: ['declarationProvider'],
	foldingRange: ['foldingRangeProvider'],
	formatting: ['documentFormattingProvider', 'documentRangeFormattingProvider', 'documentOnTypeFormattingProvider'],
	implementation: ['implementationProvider'],
	inlineCompletion: ['inlineCompletionProvider'],
	inlineValue: ['inlineValueProvider'],
	linkedEditingRange: ['linkedEditingRangeProvider'],
	moniker: ['monikerProvider'],
	notebook: ['notebookDocumentSync'],
	protocolCallHierarchyItem: ['callHierarchyProvider'],
	protocolTypeHierarchyItem: ['typeHierarchyProvider'],
	semanticTokens: ['semanticTokensProvider'],
	signatureHelp: ['signatureHelpProvider'],
	textDocumentContent: ['textDocumentContent'],
	typeDefinition: ['typeDefinitionProvider'],
	typeHierarchy: ['typeHierarchyProvider'],
};

/** Stands for each feature of the client: it says nothing to the server, and does nothing. Diagnostics listen to that of notebooks. */
const CLIENT = `
class Nothing {
	static CellScheme = 'vscode-notebook-cell';
	registrationType = { method: 'notebookDocument/sync' };
	fillClientCapabilities() {}
	initialize() {}
	register() {}
	unregister() {}
	getState() { return { kind: 'static' }; }
	clear() {}
	handles() { return false; }
}
for (const event of ['onOpenNotificationSent', 'onChangeNotificationSent', 'onSaveNotificationSent', 'onCloseNotificationSent']) {
	Nothing.prototype[event] = () => ({ dispose() {} });
}
module.exports = new Proxy({}, { get: () => Nothing });
`;
/** What a feature of the server adds to the class before it. */
const SERVER = 'module.exports = new Proxy({}, { get: () => (Base) => Base });';
/** Read when it is called. */
const CRYPTO = "exports.randomBytes = (size) => require('node:crypto').randomBytes(size);";

/** The globs that are offered, or asked for, and how the client has them matched: a regular expression each, of which the package makes one when it is built. */
export const GLOBS = {
	'**/*': { dot: true },
	'**/templates/**/*.tpl': { noext: true },
	'**/*.{yaml,yml}.{j2,jinja,jinja2}': { noext: true },
};

/** Stands for the package `of` that reads globs: a module's text. */
export function globs(of) {
	const { Minimatch } = createRequire(import.meta.url)(of);
	const read = Object.entries(GLOBS).map(([glob, options]) => `${JSON.stringify(glob)}: ${new Minimatch(glob, options).makeRe()}`);
	return `
const READ = { ${read.join(', ')} };
const isWindows = typeof process === 'object' && process.platform === 'win32';
exports.Minimatch = class {
	constructor(glob) { this.read = READ[glob]; }
	makeRe() { return this.read ?? false; }
	match(file) { return this.read.test(isWindows ? file.replaceAll('\\\\', '/') : file); }
};
`;
}

/** What a feature adds to the protocol: names, all of them that under which the client finds what stands for features. */
const PROTOCOL = "module.exports = new Proxy({}, { get: () => ({ method: 'notebookDocument/sync' }) });";

const STANDS_FOR = { crypto: CRYPTO, 'vscode-languageclient': CLIENT, 'vscode-languageserver': SERVER, 'vscode-languageserver-protocol': PROTOCOL };

const filesIn = (place, ending) => readdirSync(place, { recursive: true }).flatMap((name) => (name.endsWith(ending) ? [path.join(place, name)] : []));

/** The values that come with the protocol's types, and that somebody asks for: our own files in a folder, and the packages that they are built on. */
function valuesAsked(folder, ...packages) {
	const ours = filesIn(folder, '.ts').flatMap(importsIn);
	// TypeScript's compiler writes `name_1 = require("…")`, and `name_1.X` wherever it takes X of it.
	const theirs = packages
		.flatMap((one) => filesIn(`node_modules/${one}/lib`, '.js'))
		.flatMap((file) => {
			const text = readFileSync(file, 'utf8');
			const aliases = [...text.matchAll(/(\w+) = (?:__importStar\()?require\("vscode-languageserver-(?:protocol|types)/g)].map(([, alias]) => alias);
			return aliases.flatMap((alias) => [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name]) => name));
		});
	return new Set([...ours.filter(({ wanted }) => wanted.startsWith('vscode-')).flatMap(({ names }) => names), ...theirs]);
}

/**
 * A converter of the client's, which answers with a function for each thing that the protocol knows: without those that neither a feature that ships nor one of our files asks for.
 * What only they need is dropped when names are made short; `test/lsp/converters.test.ts` compares what is left with the package.
 */
export function askedConverter(file, folder) {
	const features = filesIn(path.resolve(file, '../..'), '.js').filter((one) => one !== file && !(path.basename(one, '.js') in LEFT_OUT));
	const asked = new Set([...features, ...filesIn(folder, '.ts')].flatMap((one) => readFileSync(one, 'utf8').match(/(?<=\.)(?:as|create)[A-Z]\w*/g) ?? []));
	const list = /(?<=^ {4}return \{\n)(?: {8}\w+(?:: \w+)?,?\n)+(?= {4}\};\n\})/m;
	return readFileSync(file, 'utf8').replace(list, (all) => all.replace(/^ *(\w+).*\n/gm, (line, name) => (asked.has(name) ? line : '')));
}

/** Leaves it out of what is built from one of our folders on these packages. */
export const leftOut = (folder, ...packages) => ({
	name: 'left-out',
	setup({ onResolve, onLoad }) {
		const NAMESPACE = 'left-out';
		onResolve({ filter: /^\.\/[\w.]+$/ }, ({ path: wanted, resolveDir }) => {
			const own = path.basename(path.resolve(resolveDir, '../..'));
			return resolveDir.endsWith(path.join('lib', 'common')) && own in STANDS_FOR && wanted.replace(/^\.\/(?:protocol\.)?/, '') in LEFT_OUT
				? { path: own, namespace: NAMESPACE }
				: undefined;
		});
		// How files of packages are found, by programs that it starts: the server starts none.
		onLoad({ filter: /vscode-languageserver.lib.node.files\.js$/ }, () => ({ contents: '' }));
		// Names of pipes are random; who makes one reads what for. Everybody else starts a few milliseconds sooner.
		onResolve({ filter: /^crypto$/ }, ({ importer }) =>
			/vscode-jsonrpc.lib.node.main\.js$/.test(importer) ? { path: 'crypto', namespace: NAMESPACE } : undefined,
		);
		onLoad({ filter: /./, namespace: NAMESPACE }, ({ path: own }) => ({ contents: STANDS_FOR[own] }));
		// What comes with types is made by functions that are called at once: nobody may leave one out, unless it is said that it does nothing else.
		onLoad({ filter: /vscode-languageserver-types.lib.esm.main\.js$/ }, ({ path: file }) => {
			const asked = valuesAsked(folder, ...packages);
			const text = readFileSync(file, 'utf8')
				.replace(/^(export )?var (\w+);\s*\(function \(\2\) \{/gm, '$1var $2 = /* @__PURE__ */ (function ($2) {')
				.replace(/^\}\)\((\w+) \|\| \(\1 = \{\}\)\);/gm, 'return $1;\n})({});')
				.replace(/^export (?=(?:var|class|const) (\w+))/gm, (word, name) => (asked.has(name) ? word : ''));
			return { contents: text };
		});
		onLoad({ filter: /vscode-languageclient.lib.common.(?:protocol|code)Converter\.js$/ }, ({ path: file }) => ({ contents: askedConverter(file, folder) }));
		// It is asked for whole, also where a glob or two are read.
		onLoad({ filter: /node_modules.minimatch.dist.commonjs.index\.js$/ }, ({ path: file }) => ({ contents: globs(file) }));
		// The client asks whether VS Code is new enough; VS Code itself asks that of `engines` in package.json, before it starts us.
		onLoad({ filter: /node_modules.semver.functions.parse\.js$/ }, () => ({ contents: 'module.exports = () => ({});' }));
		onLoad({ filter: /node_modules.semver.functions.satisfies\.js$/ }, () => ({ contents: 'module.exports = () => true;' }));
	},
});

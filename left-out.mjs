// What of the packages that speak LSP does not ship: they bring all there is, and read all of it at the start.
import path from 'node:path';

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

const STANDS_FOR = { crypto: CRYPTO, 'vscode-languageclient': CLIENT, 'vscode-languageserver': SERVER };

export const leftOut = {
	name: 'left-out',
	setup({ onResolve, onLoad }) {
		const NAMESPACE = 'left-out';
		onResolve({ filter: /^\.\/\w+$/ }, ({ path: wanted, resolveDir }) => {
			const own = path.basename(path.resolve(resolveDir, '../..'));
			return resolveDir.endsWith(path.join('lib', 'common')) && own in STANDS_FOR && wanted.slice(2) in LEFT_OUT
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
		// The client asks whether VS Code is new enough; VS Code itself asks that of `engines` in package.json, before it starts us.
		onLoad({ filter: /node_modules.semver.functions.parse\.js$/ }, () => ({ contents: 'module.exports = () => ({});' }));
		onLoad({ filter: /node_modules.semver.functions.satisfies\.js$/ }, () => ({ contents: 'module.exports = () => true;' }));
	},
};

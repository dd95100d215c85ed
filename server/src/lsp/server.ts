import {
	CodeActionKind,
	type Connection,
	DocumentDiagnosticReportKind,
	type InitializeResult,
	MarkupKind,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../features/complete';
import { diagnose, inLanguage } from '../features/diagnose';
import { hints } from '../features/hints';
import { hover } from '../features/hover';
import { lenses } from '../features/lenses';
import { definition, rename, usages } from '../features/navigate';
import { outline } from '../features/outline';
import { simulateManifest } from '../features/simulate';
import { status } from '../features/status';
import type { SimulateAnswer, SimulateParams, StatusAnswer } from '../protocol';
import { toCodeAction, toDiagnostic, toLocation, toRange, toSymbol, toTextEdit } from './convert';
import { completionItem, resolved } from './convert-completion';
import { Manifests, type OpenFile } from './manifests';

/** Answers an editor: each request is handed to one feature, and its plain answer put into the protocol's words. */
export function serve(connection: Connection): void {
	const documents = new TextDocuments(TextDocument);
	let manifests: Manifests;
	let refreshesDiagnostics = false;

	/** Runs a feature on an open file; for one that is not open the answer is `otherwise`. */
	async function on<T>(uri: string, otherwise: T, answer: (document: TextDocument, open: OpenFile) => T): Promise<T> {
		const document = documents.get(uri);
		return document ? answer(document, await manifests.of(document)) : otherwise;
	}

	connection.onInitialize(({ capabilities, locale, initializationOptions }): InitializeResult => {
		const language: unknown = (initializationOptions as { readonly locale?: unknown } | undefined)?.locale ?? locale;
		manifests = new Manifests(connection, capabilities.workspace?.configuration === true, String(language ?? 'en'));
		refreshesDiagnostics = capabilities.workspace?.diagnostics?.refreshSupport === true;
		return {
			serverInfo: { name: 'Peapod' },
			capabilities: {
				textDocumentSync: TextDocumentSyncKind.Incremental,
				diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
				hoverProvider: true,
				completionProvider: { triggerCharacters: [' ', ':', '-', '(', '"', '{', '['], resolveProvider: true },
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
				codeLensProvider: {},
				documentSymbolProvider: true,
				definitionProvider: true,
				referencesProvider: true,
				documentHighlightProvider: true,
				renameProvider: true,
				inlayHintProvider: true,
			},
		};
	});

	connection.onDidChangeConfiguration(() => {
		manifests.forgetSettings();
		if (refreshesDiagnostics) connection.languages.diagnostics.refresh();
	});
	documents.onDidClose(({ document }) => manifests.forget(document.uri));

	connection.languages.diagnostics.on(({ textDocument }) =>
		on(textDocument.uri, { kind: DocumentDiagnosticReportKind.Full, items: [] }, (document, { file, settings, judged }) => ({
			kind: DocumentDiagnosticReportKind.Full,
			items: diagnose(file, settings.version, judged).map((one) => toDiagnostic(document, one, settings.language)),
		})),
	);

	connection.onCodeAction(({ textDocument, range }) =>
		on(textDocument.uri, [], (document, { file, settings, judged }) => {
			const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
			return diagnose(file, settings.version, judged)
				.filter((one) => one.range.start <= end && start <= one.range.end)
				.flatMap((one) => toCodeAction(document, one, settings.language) ?? []);
		}),
	);

	connection.onHover(({ textDocument, position }) =>
		on(textDocument.uri, null, (document, open) => {
			const found = hover(open.file, document.offsetAt(position), open.settings, open.judged);
			return found ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(document, found.range) } : null;
		}),
	);

	connection.onCompletion(({ textDocument, position }) =>
		on(textDocument.uri, null, (document, { file, settings }) => {
			const items = complete(document.getText(), file, document.offsetAt(position), settings);
			return { isIncomplete: false, items: items.map((item) => completionItem(document, item, settings.language)) };
		}),
	);

	connection.onCompletionResolve(resolved);

	connection.onCodeLens(({ textDocument }) =>
		on(textDocument.uri, [], (document, { file, settings }) =>
			settings.codeLens
				? lenses(file).map(({ range, index }) => ({
						range: toRange(document, range),
						command: {
							title: settings.language === 'en' ? 'Watch this pod live' : '이 파드의 삶 보기',
							command: 'peapod.openPanel',
							arguments: [document.uri, index],
						},
					}))
				: [],
		),
	);

	connection.onDocumentSymbol(({ textDocument }) => on(textDocument.uri, [], (document, { file }) => outline(file).map((symbol) => toSymbol(document, symbol))));

	connection.onDefinition(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => definition(file, document.offsetAt(position)).map((range) => toLocation(document, range))),
	);

	connection.onReferences(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => usages(file, document.offsetAt(position)).map((range) => toLocation(document, range))),
	);

	connection.onDocumentHighlight(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => usages(file, document.offsetAt(position)).map((range) => ({ range: toRange(document, range) }))),
	);

	connection.onRenameRequest(({ textDocument, position, newName }) =>
		on(textDocument.uri, null, (document, { file }) => {
			const edits = rename(file, document.offsetAt(position), newName);
			return edits ? { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } } : null;
		}),
	);

	connection.languages.inlayHint.on(({ textDocument }) =>
		on(textDocument.uri, [], (document, { file, settings, judged }) =>
			settings.hints ? hints(file, judged).map(({ offset, label }) => ({ position: document.positionAt(offset), label: inLanguage(label, settings.language)[0] ?? '', paddingLeft: true })) : [],
		),
	);

	connection.onRequest('peapod/status', ({ uri }: { readonly uri: string }) =>
		on<StatusAnswer | null>(uri, null, (document, { file, settings }) => status(file, settings.version, (range) => toRange(document, range))),
	);

	connection.onRequest('peapod/simulate', (params: SimulateParams) =>
		on<SimulateAnswer>(params.uri, { kind: 'empty' }, (document, { file, judged }) =>
			simulateManifest(file, params, judged, (range) => toRange(document, range)),
		),
	);

	documents.listen(connection);
	connection.listen();
}

import {
	type CodeAction,
	CodeActionKind,
	CodeLensRefreshRequest,
	type Connection,
	DocumentDiagnosticReportKind,
	type InitializeParams,
	type InitializeResult,
	type Diagnostic as LspDiagnostic,
	MarkupKind,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../features/complete/complete';
import { diagnose } from '../features/diagnose/diagnose';
import { type Diagnostic, inLanguage } from '../features/diagnose/diagnostic';
import { fixesIn, fixesInText } from '../features/diagnose/fixes';
import { securityDiagnostics } from '../features/diagnose/pod-security';
import { hints } from '../features/hover/hints';
import { type Hover, hover } from '../features/hover/hover';
import { search } from '../features/hover/search';
import { lenses } from '../features/life/lenses';
import { simulateManifest } from '../features/life/simulate';
import type { WorkspaceNames } from '../features/navigate/known-names';
import { definition, renamable, rename, usages } from '../features/navigate/navigate';
import { outline } from '../features/navigate/outline';
import { completeScenario } from '../features/scenario/complete-scenario';
import { hoverScenario } from '../features/scenario/hover-scenario';
import { diagnoseScenario } from '../features/scenario/scenario-file';
import { scenarioStatus, status } from '../features/status';
import type { SimulateAnswer } from '../protocol/life';
import type { SearchAnswer, SearchParams, SeenFile, SimulateParams, StatusAnswer } from '../protocol/requests';
import { isScenario } from '../protocol/scenario-files';
import { offsetsOf, toCodeAction, toDiagnostic, toLocation, toRange, toSymbol, toTextEdit } from './convert';
import { completionItem, resolved, scenarioItem } from './convert-completion';
import { Manifests, type OpenFile } from './manifests';
import { besideOf, isPlayedOn, manifestName, type OpenScenario } from './scenarios';

/** Runs a feature on an open file, or its sister on a scenario; where there is none the answer is `otherwise`. */
type On = <T>(
	uri: string,
	otherwise: T,
	answer: (document: TextDocument, open: OpenFile) => T,
	ofScenario?: (document: TextDocument, scenario: OpenScenario) => T,
) => Promise<T>;

const CAPABILITIES: InitializeResult['capabilities'] = {
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
	renameProvider: { prepareProvider: true },
	inlayHintProvider: true,
};

/** Answers an editor: each request is handed to one feature, and its plain answer put into the protocol's words. */
export function serve(connection: Connection): void {
	const documents = new TextDocuments(TextDocument);
	let manifests = new Manifests(connection, false, 'en');
	let refresh: Refresh = NO_REFRESH;

	const on: On = async (uri, otherwise, answer, ofScenario) => {
		if (!documents.get(uri) || (isScenario(uri) && !ofScenario)) return otherwise;
		const settings = await manifests.settingsOf(uri);
		const beside = isScenario(uri) ? await besideOf(uri, documents, connection) : undefined;
		// Looked up at the end: meanwhile it may have been closed, or opened anew.
		const document = documents.get(uri);
		if (!document) return otherwise;
		return ofScenario && isScenario(uri)
			? ofScenario(document, { text: document.getText(), settings, beside })
			: answer(document, manifests.of(document, settings));
	};

	connection.onInitialize((params): InitializeResult => {
		const { capabilities, locale, initializationOptions } = params;
		const language: unknown = (initializationOptions as { readonly locale?: unknown } | undefined)?.locale ?? locale;
		manifests = new Manifests(connection, capabilities.workspace?.configuration === true, String(language ?? 'en'));
		refresh = refreshOf(connection, params);
		return { serverInfo: { name: 'Peapod' }, capabilities: CAPABILITIES };
	});
	connection.onDidChangeConfiguration(() => {
		manifests.forgetSettings();
		refresh.all();
	});
	// What is said of a scenario may change with its manifest: in the editor, when its draft is dropped, and on the disk.
	const moved = (uri: string): void => {
		if (isPlayedOn(uri, documents)) refresh.diagnostics();
	};
	documents.onDidChangeContent(({ document }) => moved(document.uri));
	documents.onDidClose(({ document }) => {
		manifests.forget(document.uri);
		moved(document.uri);
	});
	connection.onNotification('peapod/seen', (file: SeenFile) => {
		manifests.see(file);
		moved(file.uri);
	});

	registerFaults(connection, on);
	registerWords(connection, on);
	registerCompletion(connection, on, () => manifests.known());
	registerNames(connection, on);
	connection.onRequest('peapod/search', async ({ query, uri }: SearchParams): Promise<readonly SearchAnswer[]> => {
		const { language, version } = await manifests.settingsOf(uri ?? '');
		return search(query, language, version);
	});
	registerLives(connection, on);

	documents.listen(connection);
	connection.listen();
}

/** Asks the client to ask again. */
interface Refresh {
	readonly diagnostics: () => void;
	/** All that settings bear on. */
	readonly all: () => void;
}

const NO_REFRESH: Refresh = { diagnostics: () => {}, all: () => {} };

function refreshOf(connection: Connection, { capabilities: { workspace } }: InitializeParams): Refresh {
	// A client that is going away does not answer; nobody waits for it.
	const ask = (can: boolean | undefined, request: () => Promise<unknown>): void => void (can && request().catch(() => undefined));
	const diagnostics = (): void => ask(workspace?.diagnostics?.refreshSupport, () => connection.languages.diagnostics.refresh());
	return {
		diagnostics,
		all: () => {
			diagnostics();
			ask(workspace?.inlayHint?.refreshSupport, () => connection.languages.inlayHint.refresh());
			ask(workspace?.codeLens?.refreshSupport, () => connection.sendRequest(CodeLensRefreshRequest.type));
		},
	};
}

/** Diagnostics, and what mends them. */
function registerFaults(connection: Connection, on: On): void {
	const inManifests = ({ file, settings, judged }: OpenFile): readonly Diagnostic[] => [
		...diagnose(file, settings.version, judged),
		...securityDiagnostics(file, settings.podSecurity, judged),
	];
	const inScenario = ({ text, settings, beside }: OpenScenario): readonly Diagnostic[] => diagnoseScenario(text, settings.language, beside);

	connection.languages.diagnostics.on(async ({ textDocument }) => {
		const items = await on<readonly LspDiagnostic[]>(
			textDocument.uri,
			[],
			(document, open) => inManifests(open).map((one) => toDiagnostic(document, one, open.settings.language)),
			(document, scenario) => inScenario(scenario).map((one) => toDiagnostic(document, one, scenario.settings.language)),
		);
		return { kind: DocumentDiagnosticReportKind.Full, items: [...items] };
	});

	connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
		// On save, an editor asks for actions of other kinds.
		if (only && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
		return on<CodeAction[]>(
			textDocument.uri,
			[],
			(document, open) => {
				const { file, settings } = open;
				const tried = fixesIn(file, offsetsOf(document, range), inManifests(open), settings.version);
				return tried.map((fix) => toCodeAction(document, fix, settings.language));
			},
			(document, scenario) => {
				const { text, settings, beside } = scenario;
				const judge = (changed: string): readonly Diagnostic[] => diagnoseScenario(changed, settings.language, beside);
				const tried = fixesInText(text, offsetsOf(document, range), inScenario(scenario), judge);
				return tried.map((fix) => toCodeAction(document, fix, settings.language));
			},
		);
	});
}

/** What a file says without being asked for anything in particular: words, facts behind the lines, the outline. */
function registerWords(connection: Connection, on: On): void {
	connection.onHover(({ textDocument, position }) => {
		const shown = (document: TextDocument, found: Hover | undefined) =>
			found ? { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(document, found.range) } : null;
		return on(
			textDocument.uri,
			null,
			(document, open) => shown(document, hover(open.file, document.offsetAt(position), open.settings, open.judged)),
			(document, { text, settings, beside }) => shown(document, hoverScenario(text, document.offsetAt(position), settings.language, beside)),
		);
	});

	connection.languages.inlayHint.on(({ textDocument }) =>
		on(textDocument.uri, [], (document, { file, settings, judged }) =>
			settings.hints
				? hints(file, judged).map(({ offset, label }) => ({
						position: document.positionAt(offset),
						label: inLanguage(label, settings.language)[0] ?? '',
						paddingLeft: true,
					}))
				: [],
		),
	);

	connection.onCodeLens(({ textDocument }) =>
		on(textDocument.uri, [], (document, { file, settings }) =>
			settings.codeLens
				? lenses(file).map(({ range, index }) => ({
						range: toRange(document, range),
						command: {
							title: settings.language === 'en' ? 'Play this pod’s life' : '이 파드의 일생 보기',
							command: 'peapod.openPanel',
							arguments: [document.uri, index],
						},
					}))
				: [],
		),
	);

	connection.onDocumentSymbol(({ textDocument }) =>
		on(textDocument.uri, [], (document, { file }) => outline(file).map((symbol) => toSymbol(document, symbol))),
	);
}

/** What may be written at the cursor. */
function registerCompletion(connection: Connection, on: On, known: () => WorkspaceNames): void {
	connection.onCompletion(({ textDocument, position }) =>
		on(
			textDocument.uri,
			null,
			(document, { file, settings }) => {
				const items = complete(document.getText(), file, document.offsetAt(position), { ...settings, known });
				return { isIncomplete: items.some(({ continues }) => continues), items: items.map((item) => completionItem(document, item, settings.language)) };
			},
			(document, { text, settings, beside }) => {
				const items = completeScenario(text, document.offsetAt(position), settings.language, beside);
				return { isIncomplete: false, items: items.map((item) => scenarioItem(document, item, settings.language)) };
			},
		),
	);
	connection.onCompletionResolve(resolved);
}

/** From a name to where it is given and used. */
function registerNames(connection: Connection, on: On): void {
	connection.onDefinition(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => definition(file, document.offsetAt(position)).map((range) => toLocation(document, range))),
	);

	connection.onReferences(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => usages(file, document.offsetAt(position)).map((range) => toLocation(document, range))),
	);

	connection.onDocumentHighlight(({ textDocument, position }) =>
		on(textDocument.uri, [], (document, { file }) => usages(file, document.offsetAt(position)).map((range) => ({ range: toRange(document, range) }))),
	);

	connection.onPrepareRename(({ textDocument, position }) =>
		on(textDocument.uri, null, (document, { file }) => {
			const found = renamable(file, document.offsetAt(position));
			return found ? { range: toRange(document, found.range), placeholder: found.name } : null;
		}),
	);

	connection.onRenameRequest(({ textDocument, position, newName }) =>
		on(textDocument.uri, null, (document, { file }) => {
			const edits = rename(file, document.offsetAt(position), newName);
			return edits ? { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } } : null;
		}),
	);
}

/** Requests of our own: what is seen in a file, and the life of its pods. */
function registerLives(connection: Connection, on: On): void {
	connection.onRequest('peapod/status', ({ uri }: { readonly uri: string }) =>
		on<StatusAnswer | null>(
			uri,
			null,
			(document, { file, settings }) => status(file, settings.version, (range) => toRange(document, range)),
			(_, { settings, beside }) => scenarioStatus(beside?.name ?? manifestName(uri), beside !== undefined, settings.version),
		),
	);

	connection.onRequest('peapod/simulate', (params: SimulateParams) =>
		on<SimulateAnswer>(params.uri, { kind: 'empty' }, (document, { file, settings: { version }, judged }) =>
			simulateManifest(file, params, { version, judged }, (range) => toRange(document, range)),
		),
	);
}

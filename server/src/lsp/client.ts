import { CompletionItemTag, type InitializeParams, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/requests';

/** The editor on the other side: what it can do, read once. What it did not say it can do, it is not sent. */
export interface Client {
	/** `Neovim 0.10.2`, for the log. */
	readonly name: string;
	/** BCP 47. */
	readonly locale: string;
	/** URIs of the folders that are open. */
	readonly folders: readonly string[];
	/** It answers READ_BESIDE and tells SEEN. */
	readonly readsFiles: boolean;
	/** Commands of its own that answers may carry. */
	readonly commands: ReadonlySet<string>;
	readonly configuration: { readonly answers: boolean; readonly registers: boolean; readonly given: unknown };
	readonly diagnostics: {
		readonly pulls: boolean;
		readonly refreshes: boolean;
		readonly versions: boolean;
		readonly related: boolean;
		readonly links: boolean;
	};
	readonly hover: MarkupKind;
	readonly completion: CompletionClient;
	readonly symbols: 'nested' | 'flat';
	readonly linkTooltips: boolean;
	/** Edits of a document name the version they are for. */
	readonly versionsEdits: boolean;
	/** Edits may ask to be looked at first. */
	readonly annotatesEdits: boolean;
	/** Edits may have tab stops. */
	readonly snippetEdits: boolean;
	/** A code action may get its edit once it is wanted. */
	readonly resolvesEdits: boolean;
	/** Quick fixes come as edits, as commands that bring the edit, or not at all. */
	readonly fixes: 'actions' | 'commands' | 'none';
	readonly refreshes: { readonly hints: boolean; readonly lenses: boolean };
	readonly preparesRename: boolean;
	/** It asks what a renamed file changes in others. */
	readonly followsFiles: boolean;
	readonly registersWatchers: boolean;
	/** It makes a progress where it is asked for one. */
	readonly makesProgress: boolean;
}

export interface CompletionClient {
	readonly snippets: boolean;
	/** Lines below the first are taken as they are written (`asIs`), or indented by the editor as the line at the cursor. */
	readonly indents: 'not' | 'not, where asked' | 'always';
	readonly documentation: MarkupKind;
	readonly retired: 'tag' | 'flag' | undefined;
	readonly labelDetails: boolean;
	/** What a list may say once for all of its items. */
	readonly defaults: ReadonlySet<string>;
}

export function clientOf(params: InitializeParams): Client {
	const { clientInfo, locale } = params;
	const { workspace = {}, textDocument = {}, window = {} } = params.capabilities;
	const options = optionsOf(params.initializationOptions);
	const actions = textDocument.codeAction;
	const literals = actions?.codeActionLiteralSupport !== undefined;
	const related = textDocument.diagnostic?.relatedInformation ?? textDocument.publishDiagnostics?.relatedInformation;
	const links = textDocument.diagnostic?.codeDescriptionSupport ?? textDocument.publishDiagnostics?.codeDescriptionSupport;
	return {
		name: clientInfo ? [clientInfo.name, clientInfo.version].filter(Boolean).join(' ') : 'an editor without a name',
		locale: options.locale ?? (typeof locale === 'string' ? locale : 'en'),
		folders: foldersOf(params),
		readsFiles: options.readsFiles === true,
		commands: new Set(options.commands),
		configuration: {
			answers: workspace.configuration === true,
			registers: workspace.didChangeConfiguration?.dynamicRegistration === true,
			given: params.initializationOptions,
		},
		diagnostics: {
			pulls: textDocument.diagnostic !== undefined,
			refreshes: workspace.diagnostics?.refreshSupport === true,
			versions: textDocument.publishDiagnostics?.versionSupport === true,
			related: related === true,
			links: links === true,
		},
		hover: markupOf(textDocument.hover?.contentFormat),
		completion: completionOf(textDocument.completion),
		symbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? 'nested' : 'flat',
		linkTooltips: textDocument.documentLink?.tooltipSupport === true,
		versionsEdits: workspace.workspaceEdit?.documentChanges === true,
		annotatesEdits: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
		snippetEdits: workspace.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
		resolvesEdits: literals && actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true,
		fixes: literals ? 'actions' : workspace.applyEdit === true ? 'commands' : 'none',
		refreshes: { hints: workspace.inlayHint?.refreshSupport === true, lenses: workspace.codeLens?.refreshSupport === true },
		followsFiles: workspace.fileOperations?.willRename === true,
		preparesRename: textDocument.rename?.prepareSupport === true,
		registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
		makesProgress: window.workDoneProgress === true,
	};
}

type CompletionCapabilities = NonNullable<InitializeParams['capabilities']['textDocument']>['completion'];

function completionOf(completion: CompletionCapabilities): CompletionClient {
	const { completionItem: item, completionList: list, insertTextMode } = completion ?? {};
	const snippets = item?.snippetSupport === true;
	const asked = item?.insertTextModeSupport?.valueSet?.includes(InsertTextMode.asIs) === true;
	return {
		snippets,
		// Editors that say nothing of it put snippets in as deep as the line at the cursor, and plain text as it is.
		indents: asked ? 'not, where asked' : snippets && insertTextMode !== InsertTextMode.asIs ? 'always' : 'not',
		documentation: markupOf(item?.documentationFormat),
		retired: item?.tagSupport?.valueSet?.includes(CompletionItemTag.Deprecated) ? 'tag' : item?.deprecatedSupport === true ? 'flag' : undefined,
		labelDetails: item?.labelDetailsSupport === true,
		defaults: new Set(list?.itemDefaults),
	};
}

const markupOf = (formats: readonly MarkupKind[] | undefined): MarkupKind =>
	formats?.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
	if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
	if (rootUri) return [rootUri];
	return rootPath?.startsWith('/') ? [`file://${encodeURI(rootPath)}`] : [];
}

/** The options, as far as they are of the right type. */
function optionsOf(given: unknown): InitializationOptions {
	const { locale, readsFiles, commands } = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
	return {
		...(typeof locale === 'string' ? { locale } : {}),
		readsFiles: readsFiles === true,
		commands: Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [],
	};
}

/** The language of ours that is nearest to a client's. */
export const languageIn = (locale: string): 'en' | 'ko' => (locale.toLowerCase().startsWith('ko') ? 'ko' : 'en');

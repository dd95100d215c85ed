import * as vscode from 'vscode';
import {
	type BaseLanguageClient,
	CloseAction,
	ErrorAction,
	type ErrorHandler,
	type LanguageClientOptions,
	RevealOutputChannelOn,
	vsdiag,
} from 'vscode-languageclient';
import { lessonIn } from '../../server/src/protocol/lesson-files';
import {
	EXPLAIN_WHY,
	type InitializationOptions,
	OPEN_PANEL,
	PREVIEW_APPLY,
	RUN_TESTS,
	SHOW_BUILT,
	TRIGGER_SUGGEST,
	TRY_FIX,
} from '../../server/src/protocol/requests';
import { registerChooseValues } from './choose-values';
import { registerCoexistence } from './coexist';
import { registerCourse } from './course/learn';
import { registerExplainField } from './explain-field';
import { isJson, READ } from './files';
import { isFormer } from './former';
import { registerFromHere } from './from-here';
import { isJsonManifest, JsonManifests } from './json-manifests';
import { openExample } from './panel/new-manifest';
import { registerLifecyclePanels } from './panel/panels';
import { registerApplyPreview } from './preview-apply';
import { registerPrinted } from './printed';
import { answerListFiles, answerReadBeside, answerReadFiles } from './read-beside';
import { Restarts } from './restarts';
import { registerSettingCommands } from './setting-commands';
import { registerShowBuilt } from './show-built';
import { registerStatusItem } from './status-item';
import { tellSeenFiles } from './tell-seen-files';
import { registerTests } from './tests';
import { registerTryFix } from './try-fix';
import { registerWhy } from './why';

/** What both entries tell the server; `file`, `untitled` and every virtual file system alike. */
export function clientOptions(): LanguageClientOptions {
	const json = new JsonManifests();
	return {
		documentSelector: [...READ.map((one) => ({ ...one, language: one.language ?? '*' })), { language: 'json' }],
		initializationOptions: {
			locale: vscode.env.language,
			readsFiles: true,
			commands: [OPEN_PANEL, PREVIEW_APPLY, EXPLAIN_WHY, TRY_FIX, RUN_TESTS, SHOW_BUILT, TRIGGER_SUGGEST],
		} satisfies InitializationOptions,
		// A hover that failed is written into the log, and nobody is startled by a message for it.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		errorHandler: errorHandler(),
		diagnosticPullOptions: { onChange: true, onTabs: false },
		middleware: {
			didOpen: (document, next) => json.opened(document, next),
			didChange: (event, next) => json.changed(event, next),
			didClose: (document, next) => json.closed(document, next),
			// Whatever is asked of a document.
			sendRequest: async (type, params, token, next) => (json.isKept(uriOf(params)) ? (null as never) : next(type, params, token)),
			// Over a lesson stands how it stands, and the way to its life: there is no room for more. Over what kubectl printed in JSON stand lenses of our own.
			provideCodeLenses: (document, token, next) => (lessonIn(document.uri.path) === undefined && document.languageId !== 'json' ? next(document, token) : []),
			provideDiagnostics: async (document, previous, token, next) => {
				if (isFormer(schemeOf(document)) || json.isKept(String('uri' in document ? document.uri : document))) return NO_DIAGNOSTICS;
				return withoutThatOfJson(document, await next(document, previous, token));
			},
		},
	};
}

const NO_DIAGNOSTICS: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

/** What is no JSON, or stands there twice, VS Code's own server says of JSON. */
function withoutThatOfJson(document: vscode.TextDocument | vscode.Uri, report: vsdiag.DocumentDiagnosticReport | null | undefined) {
	if (!('languageId' in document) || document.languageId !== 'json' || report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
	return {
		...report,
		items: report.items.filter(({ code }) => !/^(?:yaml\/|decode\/repeated-key$)/.test(String(typeof code === 'object' ? code.value : code))),
	};
}

/** The document that a request is about; nothing where it is about none. */
function uriOf(params: unknown): string {
	const { textDocument } = (typeof params === 'object' && params !== null ? params : {}) as { readonly textDocument?: { readonly uri?: unknown } };
	return String(textDocument?.uri);
}

/** The client opens all files anew in the next server, unsaved changes included. */
function errorHandler(): ErrorHandler {
	const restarts = new Restarts({
		now: Date.now,
		restarted: () => void offer(vscode.l10n.t('The Peapod server ended and was started again. Nothing is lost.'), [SHOW_LOG]),
		gaveUp: () =>
			void offer(vscode.l10n.t('The Peapod server ended again and again, and is not started any more. Your files are as they were.'), [START, SHOW_LOG]),
	});
	return {
		// A message that does not arrive is no reason to end, nor to startle anybody: where the server is gone that is told by `closed`, after as many as were under way.
		error: () => ({ action: ErrorAction.Continue, handled: true }),
		closed: () => ({ action: restarts.ended() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
	};
}

const SHOW_LOG = 'peapod.showLog';
const START = 'peapod.startServer';

async function offer(message: string, commands: readonly string[]): Promise<void> {
	const titles = new Map(commands.map((command) => [command === START ? vscode.l10n.t('Start It Again') : vscode.l10n.t('Show Log'), command]));
	const chosen = await vscode.window.showWarningMessage(message, ...titles.keys());
	const command = titles.get(chosen ?? '');
	if (command !== undefined) await vscode.commands.executeCommand(command);
}

const schemeOf = (document: vscode.TextDocument | vscode.Uri): string => ('uri' in document ? document.uri : document).scheme;

/** Starts the server and shows what it says. */
export async function run(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
	client.outputChannel.info(`Peapod ${String(context.extension.packageJSON.version)} in VS Code ${vscode.version}`);
	registerSettingCommands(context);
	context.subscriptions.push(
		vscode.commands.registerCommand(SHOW_LOG, () => client.outputChannel.show()),
		vscode.commands.registerCommand(START, () => client.start()),
		vscode.commands.registerCommand('peapod.example', openExample),
	);
	context.subscriptions.push(answerReadBeside(client), answerReadFiles(client), answerListFiles(client));
	registerStatusItem(context, client);
	registerChooseValues(context, client);
	registerExplainField(context, client);
	const course = registerCourse(context, client);
	const built = registerShowBuilt(context, client);
	const panels = registerLifecyclePanels(context, client, course, built);
	registerApplyPreview(context, client, built);
	registerWhy(context, client, panels);
	registerTryFix(context, client);
	registerFromHere(context);
	registerPrinted(context, client);
	tellSeenFiles(context, client);
	registerTests(context, client);
	if (isWanted()) await start(context, client);
	else startOnceWanted(context, client);
}

/** Whether there may be something to judge. Among nothing but JSON that is none of ours no server is started; a command that asks one starts it. */
function isWanted(): boolean {
	const { textDocuments } = vscode.workspace;
	return textDocuments.some(isRead) || !textDocuments.some(isJson);
}

const isRead = (document: vscode.TextDocument): boolean => vscode.languages.match(READ, document) > 0 || isJsonManifest(document);

function startOnceWanted(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
	const started = (): void => {
		waiting.dispose();
		void start(context, client);
	};
	const look = (document: vscode.TextDocument): void => void (isRead(document) && started());
	const waiting = vscode.Disposable.from(
		vscode.workspace.onDidOpenTextDocument(look),
		vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
		client.onDidChangeState(started),
	);
	context.subscriptions.push(waiting);
}

async function start(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
	try {
		await client.start();
		registerCoexistence(context, client);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(vscode.l10n.t('The Peapod server could not start: {0}', reason));
	}
}

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
import { READ } from './files';
import { isFormer } from './former';
import { registerFromHere } from './from-here';
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
	return {
		documentSelector: READ.map((one) => ({ ...one, language: one.language ?? '*' })),
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
			// Over a lesson stands how it stands, and the way to its life: there is no room for more.
			provideCodeLenses: (document, token, next) => (lessonIn(document.uri.path) === undefined ? next(document, token) : []),
			provideDiagnostics: (document, previous, token, next) =>
				isFormer(schemeOf(document)) ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] } : next(document, previous, token),
		},
	};
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
	try {
		await client.start();
		registerCoexistence(context, client);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(vscode.l10n.t('The Peapod server could not start: {0}', reason));
	}
}

import {
	CodeActionKind,
	type Connection,
	ErrorCodes,
	type InitializeResult,
	PositionEncodingKind,
	ResponseError,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { EXPLAIN_WHY, OPEN_PANEL, PREVIEW_APPLY } from '../protocol/requests';
import { Answering } from './answering';
import { type Client, clientOf } from './client';
import { registerCompletion } from './completion';
import { APPLY_FIX } from './convert';
import { registerCourse } from './course';
import { FIX_ALL, registerFaults } from './faults';
import { registerLives } from './lives';
import { registerNames } from './names';
import { openSession } from './open-session';
import { registerPlaces } from './places';
import type { Session } from './session';
import { registerTests } from './tests';
import { registerWords } from './words';
import type { Disk } from './workspace';

/** Put in when what ships is built: esbuild.mjs. */
declare const PEAPOD_VERSION: string | undefined;
const SERVER_INFO = { name: 'Peapod', ...(typeof PEAPOD_VERSION === 'string' ? { version: PEAPOD_VERSION } : {}) };

const REGISTERS = [registerFaults, registerWords, registerCompletion, registerNames, registerPlaces, registerLives, registerTests, registerCourse];
const ACTIONS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract, FIX_ALL];

/** Answers an editor: each request is handed to one feature, and its plain answer put into the protocol's words. `disk`: where the server may read files by itself. */
export function serve(connection: Connection, disk?: Disk): void {
	const answering = new Answering(connection);
	let session: Session | undefined;

	connection.onInitialize((params): InitializeResult => {
		if (session) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once.');
		const client = clientOf(params);
		session = openSession(connection, answering, client, disk);
		for (const register of REGISTERS) register(session);
		return { serverInfo: SERVER_INFO, capabilities: capabilitiesFor(client) };
	});
	connection.onInitialized(() => {
		if (!session) return;
		connection.console.info(`Serving ${session.client.name}. ${habitsOf(session.client)}`);
		void session.begin();
	});
	connection.onShutdown(() => {
		answering.isOver = true;
	});
	// Whatever nobody answers: before initialize that is everything.
	connection.onRequest((method: string) => {
		if (!session) return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`);
		if (answering.isOver) return new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
		return new ResponseError(ErrorCodes.MethodNotFound, `Peapod does not know ${method}.`);
	});
	connection.listen();
}

function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
	return {
		positionEncoding: PositionEncodingKind.UTF16,
		textDocumentSync: TextDocumentSyncKind.Incremental,
		...(client.diagnostics.pulls ? { diagnosticProvider: { identifier: 'peapod', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
		hoverProvider: true,
		completionProvider: {
			triggerCharacters: [' ', ':', '-', '(', '"', '{', '[', '.', '$'],
			resolveProvider: true,
			...(client.completion.labelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
		},
		...(client.fixes === 'none' ? {} : { codeActionProvider: { codeActionKinds: ACTIONS, ...(client.resolvesEdits ? { resolveProvider: true } : {}) } }),
		...(client.fixes === 'commands' ? { executeCommandProvider: { commands: [APPLY_FIX] } } : {}),
		...([OPEN_PANEL, PREVIEW_APPLY, EXPLAIN_WHY].some((command) => client.commands.has(command)) ? { codeLensProvider: {} } : {}),
		documentSymbolProvider: true,
		workspaceSymbolProvider: true,
		documentLinkProvider: {},
		selectionRangeProvider: true,
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		renameProvider: client.preparesRename ? { prepareProvider: true } : true,
		inlayHintProvider: true,
		workspace: {
			workspaceFolders: { supported: true, changeNotifications: true },
			// A kustomization may name a file of any kind, and folders.
			...(client.followsFiles ? { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } : {}),
		},
	};
}

/** How this client is served, for the log: what it lacks is the first thing to know about a complaint. */
function habitsOf({ diagnostics, configuration, completion, hover, readsFiles }: Client): string {
	return [
		`Diagnostics are ${diagnostics.pulls ? 'asked for' : 'pushed'}`,
		`settings are ${configuration.answers ? 'asked for' : 'taken as pushed'}`,
		`completions are ${completion.snippets ? 'snippets' : 'plain'}`,
		`hovers are ${hover}`,
		`files are read by the ${readsFiles ? 'client' : 'server'}.`,
	].join(', ');
}

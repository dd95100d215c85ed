import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { buildSync } from 'esbuild';
import {
	type ClientCapabilities,
	createProtocolConnection,
	type Diagnostic,
	type InitializeResult,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions, NotificationName, RequestName } from '../../server/src/protocol/requests';

export const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n';
export const URI = 'file:///pod.yaml';

/** The server as it ships, one bundle for each file of tests. */
const SERVER = `out/lsp-test/server-${process.pid}.cjs`;
let isBuilt = false;

export function built(): string {
	if (!isBuilt) {
		const entryPoints = ['server/src/main.ts'];
		buildSync({
			entryPoints,
			outfile: SERVER,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			mainFields: ['module', 'main'],
			loader: { '.yaml': 'text', '.md': 'text' },
			logLevel: 'error',
		});
		process.on('exit', () => rmSync(SERVER, { force: true }));
	}
	isBuilt = true;
	return SERVER;
}

/** What VS Code says of itself, as far as Peapod looks. */
export const VSCODE: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceEdit: { documentChanges: true },
		diagnostics: { refreshSupport: true },
		inlayHint: { refreshSupport: true },
		codeLens: { refreshSupport: true },
	},
	textDocument: {
		diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: {
			completionItem: {
				snippetSupport: true,
				documentationFormat: ['markdown', 'plaintext'],
				tagSupport: { valueSet: [1] },
				insertTextModeSupport: { valueSet: [1, 2] },
			},
		},
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
		rename: { prepareSupport: true },
	},
};

export const OURS: InitializationOptions = { readsFiles: true, commands: ['peapod.openPanel', 'editor.action.triggerSuggest'] };

interface Question {
	readonly capabilities?: ClientCapabilities;
	readonly options?: unknown;
	readonly locale?: string;
	readonly folders?: readonly string[];
}

/** An editor as a test wants it, talking with a server of its own. */
export class Editor {
	readonly connection: ProtocolConnection;
	/** What it would answer to workspace/configuration. */
	settings: unknown = {};
	/** Keeps it from answering at once. */
	settingsWait: (() => Promise<unknown>) | undefined;
	/** What the server wrote into its log. */
	readonly log: string[] = [];
	/** What was pushed, the newest for each file. */
	readonly pushed = new Map<string, PublishDiagnosticsParams>();
	private heard: (() => void)[] = [];
	private version = 1;
	private readonly open = new Set<string>();

	constructor() {
		const child = spawn(process.execPath, [built(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
		assert.ok(child.stdout && child.stdin);
		this.connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
		this.connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
			await this.settingsWait?.();
			return items.map(() => this.settings);
		});
		this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
			this.pushed.set(params.uri, params);
			this.hear();
		});
		this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
			this.log.push(message);
			this.hear();
		});
		this.connection.listen();
	}

	/** One that is ready to be asked. */
	static async start(question: Question = {}): Promise<Editor> {
		const editor = new Editor();
		await editor.initialize(question);
		return editor;
	}

	async initialize({ capabilities = {}, options, locale, folders }: Question): Promise<InitializeResult> {
		const result = await this.connection.sendRequest<InitializeResult>('initialize', {
			processId: process.pid,
			rootUri: null,
			capabilities,
			...(locale === undefined ? {} : { locale }),
			...(options === undefined ? {} : { initializationOptions: options }),
			...(folders === undefined ? {} : { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) }),
		});
		await this.connection.sendNotification('initialized', {});
		return result;
	}

	async stop(): Promise<void> {
		await this.connection.sendRequest('shutdown');
		await this.connection.sendNotification('exit');
		this.connection.dispose();
	}

	/** Opens a file with this text, anew if it is open. */
	async show(text: string, uri = URI): Promise<void> {
		if (this.open.has(uri)) await this.close(uri);
		await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: ++this.version, text } });
		this.open.add(uri);
	}

	async close(uri = URI): Promise<void> {
		await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
		this.open.delete(uri);
	}

	async configure(settings: unknown, pushed: unknown = null): Promise<void> {
		this.settings = settings;
		await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: pushed });
	}

	ask<A>(method: string, params: object): Promise<A> {
		return this.connection.sendRequest<A>(method, params);
	}

	/** A request of ours. */
	put<P, A>({ method }: RequestName<P, A>, params: P): Promise<A> {
		return this.connection.sendRequest<A>(method, params);
	}

	tell<P>({ method }: NotificationName<P>, params: P): Promise<void> {
		return this.connection.sendNotification(method, params);
	}

	/** A request about a place in a file. */
	at<A>(method: string, line: number, character: number, more: object = {}, uri = URI): Promise<A> {
		return this.ask(`textDocument/${method}`, { textDocument: { uri }, position: { line, character }, ...more });
	}

	/** Diagnostics that are asked for. */
	async pull(uri = URI): Promise<readonly Diagnostic[]> {
		const { items } = await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
		return items;
	}

	/** Waits until something that comes by itself is there. */
	async until<T>(look: () => T | undefined): Promise<T> {
		for (;;) {
			const seen = look();
			if (seen !== undefined) return seen;
			await new Promise<void>((done) => this.heard.push(done));
		}
	}

	private hear(): void {
		const heard = this.heard;
		this.heard = [];
		for (const done of heard) done();
	}
}

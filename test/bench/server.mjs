// A language server and its client, over standard streams: what it is asked, how long it takes, what it costs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const rpc = createRequire(import.meta.url)('vscode-languageserver/node');
/** Of /proc: a hundredth of a second on every Linux. */
const TICK = 10;
/** A server that has said nothing by then never will. */
const PATIENCE = 30_000;

export class Server {
	#child;
	#connection;
	#pulls = false;
	#waiting = new Map();
	#versions = new Map();

	/** `command`: what Node is to run. `settings`: by section, for a server that asks. */
	constructor(command, settings) {
		this.#child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'] });
		this.#connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(this.#child.stdout), new rpc.StreamMessageWriter(this.#child.stdin));
		this.#connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
		this.#connection.onRequest('client/registerCapability', () => null);
		this.#connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => this.#waiting.get(uri)?.(diagnostics));
		this.#connection.listen();
	}

	async initialize() {
		const textDocument = {
			diagnostic: {},
			publishDiagnostics: {},
			hover: { contentFormat: ['markdown'] },
			completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
		};
		const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
		const { capabilities } = await this.#connection.sendRequest('initialize', {
			processId: process.pid,
			rootUri: null,
			capabilities: { workspace, textDocument },
		});
		this.#pulls = capabilities.diagnosticProvider !== undefined;
		void this.#connection.sendNotification('initialized', {});
		void this.#connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	}

	/** Opens a file, and waits for the first diagnostics of it that hold a fault: what is said before the schema is read is nothing. */
	open(uri, text) {
		return this.#told(
			uri,
			({ length }) => length > 0,
			() => {
				this.#versions.set(uri, 1);
				void this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
			},
		);
	}

	/** Puts a text at a range, and waits for what is said of the file then. */
	edit(uri, range, text) {
		return this.#told(
			uri,
			() => true,
			() => {
				const version = this.#versions.get(uri) + 1;
				this.#versions.set(uri, version);
				void this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
			},
		);
	}

	/** Milliseconds until a request is answered; the answer must hold something. */
	async timed(method, uri, position) {
		const start = performance.now();
		const answer = await this.#connection.sendRequest(method, { textDocument: { uri }, position });
		const time = performance.now() - start;
		const items = answer?.items ?? answer?.contents ?? answer;
		if (items === null || items === undefined || items.length === 0) throw new Error(`${method} was answered with nothing.`);
		return time;
	}

	/** Milliseconds of all of its threads, in steps of ten. */
	cpu() {
		const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
			.replace(/^.*\) /, '')
			.split(' ');
		return (Number(fields[11]) + Number(fields[12])) * TICK;
	}

	/** Megabytes that it has in memory. */
	memory() {
		return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1]) / 1024;
	}

	stop() {
		this.#connection.dispose();
		this.#child.kill();
	}

	/** Sends something, and waits for diagnostics that are meant: those that are asked for must be. */
	async #told(uri, isMeant, send) {
		if (this.#pulls) {
			send();
			const { items } = await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
			if (!isMeant(items)) throw new Error(`${items.length} faults were told of ${uri}.`);
			return items;
		}
		return new Promise((resolve, reject) => {
			const late = setTimeout(() => reject(new Error(`Nothing was told of ${uri} in ${PATIENCE} ms.`)), PATIENCE);
			this.#waiting.set(uri, (diagnostics) => {
				if (!isMeant(diagnostics)) return;
				clearTimeout(late);
				this.#waiting.delete(uri);
				resolve(diagnostics);
			});
			send();
		});
	}
}

import { spawn } from 'node:child_process';
import { build } from 'esbuild';
import {
	createProtocolConnection,
	type Position,
	type ProtocolConnection,
	type Range,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, split } from '../../server/src/yaml/parse';
import { Random } from '../conformance/random';
import type { Corpus } from './corpus';
import { Editing } from './editing';
import type { Findings } from './findings';

const SERVER = 'out/fuzz-server.cjs';
const EDITS = 40;
const MANIFEST = 'file:///w/web.yaml';
const SCENARIO = 'file:///w/web.scenario.yaml';

/** The same over the wire: a server of its own, edits as an editor sends them, every request after each. */
export async function fuzzOverStdio(edits: number, seed: number, { manifests, scenarios }: Corpus, findings: Findings): Promise<void> {
	await build({
		entryPoints: ['server/src/main.ts'],
		outfile: SERVER,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		mainFields: ['module', 'main'],
		loader: { '.yaml': 'text', '.md': 'text' },
		logLevel: 'error',
	});
	const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => ({ language: 'both' })));
	connection.onRequest('peapod/readBeside', () => null);
	connection.listen();
	const completion = { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } };
	const textDocument = {
		diagnostic: {},
		completion,
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
		rename: { prepareSupport: true },
	};
	await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true }, textDocument } });
	await connection.sendNotification('initialized', {});
	const random = new Random(seed);
	for (let done = 0; done < edits; done += EDITS) {
		const { scenario, manifest } = random.of(scenarios);
		if (random.chance(0.2)) {
			await opened(connection, MANIFEST, manifest);
			await edit(
				connection,
				new Editing(
					SCENARIO,
					scenario,
					random,
					scenarios.map((one) => one.scenario),
				),
				scenario,
				findings,
				random,
			);
			await connection.sendNotification('textDocument/didClose', { textDocument: { uri: MANIFEST } });
		} else {
			const text = random.of(manifests);
			await edit(connection, new Editing(MANIFEST, text, random, manifests), text, findings, random);
		}
	}
	await connection.sendRequest('shutdown');
	await connection.sendNotification('exit');
	connection.dispose();
}

const opened = (connection: ProtocolConnection, uri: string, text: string): Promise<void> =>
	connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });

async function edit(connection: ProtocolConnection, editing: Editing, first: string, findings: Findings, random: Random): Promise<void> {
	const { uri } = editing;
	await opened(connection, uri, first);
	let sound = true;
	for (let i = 0; i < EDITS; i++) {
		const { document, change } = editing.next(sound);
		sound = split(document.getText()).every((part) => parse(part.text).faults.length === 0);
		await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [change] });
		const asked = (document_: TextDocument, position: Position) => requests(document_, position, random);
		const at = document.positionAt(random.below(document.getText().length + 1));
		await Promise.all(asked(document, at).map(([method, params]) => ask(connection, method, params, document, findings)));
	}
	await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

/** All that an editor asks after a change, at a place. */
function requests({ uri }: TextDocument, position: Position, random: Random): readonly (readonly [string, object])[] {
	const textDocument = { uri };
	const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
	const context = { diagnostics: [], includeDeclaration: true };
	return [
		['textDocument/diagnostic', { textDocument }],
		['textDocument/codeAction', { textDocument, range: random.chance(0.2) ? range : { start: position, end: position }, context }],
		['textDocument/completion', { textDocument, position }],
		['textDocument/hover', { textDocument, position }],
		['textDocument/definition', { textDocument, position }],
		['textDocument/references', { textDocument, position, context }],
		['textDocument/documentHighlight', { textDocument, position }],
		['textDocument/prepareRename', { textDocument, position }],
		['textDocument/rename', { textDocument, position, newName: 'zz-new' }],
		['textDocument/documentSymbol', { textDocument }],
		['textDocument/documentLink', { textDocument }],
		['textDocument/selectionRange', { textDocument, positions: [position] }],
		['workspace/symbol', { query: 'pod' }],
		['textDocument/inlayHint', { textDocument, range }],
		['textDocument/codeLens', { textDocument }],
		['peapod/status', { uri }],
		['peapod/search', { query: 'probe', uri }],
		...(random.chance(0.1) ? ([['peapod/simulate', { uri, document: 0 }]] as const) : []),
	];
}

/** A rename of nothing may be refused with a word. */
const REFUSALS: ReadonlySet<string> = new Set(['textDocument/rename', 'textDocument/prepareRename']);

async function ask(connection: ProtocolConnection, method: string, params: object, document: TextDocument, findings: Findings): Promise<void> {
	const text = document.getText();
	const request = `over stdio ${method}`;
	findings.count(request);
	const begun = performance.now();
	try {
		const answer: unknown = await connection.sendRequest(method, params);
		findings.took(request, text, performance.now() - begun);
		for (const range of rangesIn(answer)) if (!isWithin(range, document)) findings.add(`${request}: a range outside the text`, text, JSON.stringify(range));
	} catch (error) {
		if (!REFUSALS.has(method)) findings.add(`${request}: fails`, text, String(error));
	}
}

/** Every range in an answer. */
function rangesIn(value: unknown): readonly Range[] {
	if (Array.isArray(value)) return value.flatMap(rangesIn);
	if (typeof value !== 'object' || value === null) return [];
	const own = 'start' in value && 'end' in value && typeof value.start === 'object' && typeof value.end === 'object' ? [value as Range] : [];
	return [...own, ...Object.values(value).flatMap(rangesIn)];
}

/** Positions that stand where they say, the right way round. */
function isWithin({ start, end }: Range, document: TextDocument): boolean {
	const stands = (position: Position): boolean => {
		const { line, character } = document.positionAt(document.offsetAt(position));
		return line === position.line && character === position.character;
	};
	return stands(start) && stands(end) && document.offsetAt(start) <= document.offsetAt(end);
}

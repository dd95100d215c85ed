import type { ClientCapabilities, ProtocolConnection, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../server/src/lsp/server';
import {
	LIST_FILES,
	type ListFilesParams,
	READ_BESIDE,
	READ_FILES,
	type ReadBesideParams,
	type ReadFilesParams,
	SEEN,
} from '../../server/src/protocol/requests';
import { parse, split } from '../../server/src/yaml/parse';
import type { Random } from '../conformance/random';
import { wire } from '../lsp/wire';
import type { Editing } from './editing';
import { cursorIn, type Findings } from './findings';
import { GOES_ON, MAY_REFUSE, type Place, REQUESTS } from './wire-requests';

/** An editor that can do all there is. */
export const CAPABILITIES: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceEdit: { documentChanges: true, snippetEditSupport: true },
		fileOperations: { willRename: true },
	} as ClientCapabilities['workspace'] & object,
	textDocument: {
		diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
		hover: { contentFormat: ['markdown'] },
		completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true, resolveSupport: { properties: ['edit'] } },
		rename: { prepareSupport: true },
	},
};

const URI = 'file://';
const uriOf = (file: string): string => URI + encodeURI(file);

/** Edits one of some files as an editor does, over the protocol, and asks the server everything after each edit. `files` are all that lie there, by their paths. */
export async function editOverWire(files: Map<string, string>, editing: Editing, edits: number, findings: Findings, random: Random): Promise<void> {
	const connection = await connected(files);
	const uri = uriOf(editing.uri);
	for (const [file, text] of files) if (/\.ya?ml$/.test(file)) await connection.sendNotification(SEEN.method, { uri: uriOf(file), text });
	await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: files.get(editing.uri) ?? '' } });
	let sound = true;
	for (let i = 0; i < edits; i++) {
		findings.edited('over the wire');
		const { document, change } = editing.next(sound);
		const text = document.getText();
		files.set(editing.uri, text);
		sound = split(text).every((part) => parse(part.text).faults.length === 0);
		await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [change] });
		const offset = cursorIn(text, random);
		const place = { uri, text, offset, position: document.positionAt(offset), uris: [...files.keys()].map(uriOf), random };
		const asked = Object.entries(REQUESTS).filter(([, { chance }]) => random.chance(chance));
		for (const [method, { params, elsewhere }] of asked)
			await ask(connection, method, params(place), { ...place, files, findings, elsewhere: elsewhere === true });
	}
	await connection.sendRequest('shutdown');
	connection.dispose();
}

/** A server of its own, and who talks with it. */
async function connected(files: ReadonlyMap<string, string>): Promise<ProtocolConnection> {
	const { server, client: connection } = wire();
	serve(server);
	const textAt = (uri: string): string | null => files.get(decodeURI(uri).slice(URI.length)) ?? null;
	connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => items.map(() => ({ language: 'both' })));
	connection.onRequest(READ_FILES.method, ({ uris }: ReadFilesParams) => uris.map(textAt));
	connection.onRequest(LIST_FILES.method, ({ folder }: ListFilesParams) => [...files.keys()].map(uriOf).filter((one) => one.startsWith(`${folder}/`)));
	connection.onRequest(READ_BESIDE.method, ({ uri, names }: ReadBesideParams) => {
		const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
		const name = names.find((one) => textAt(folder + encodeURI(one)) !== null);
		return name === undefined ? null : { name, text: textAt(folder + encodeURI(name)) };
	});
	connection.listen();
	const workspaceFolders = [{ uri: `${URI}/w`, name: 'w' }];
	await connection.sendRequest('initialize', {
		...{ processId: null, rootUri: null, capabilities: CAPABILITIES, workspaceFolders },
		initializationOptions: { readsFiles: true, commands: ['peapod.openPanel', 'peapod.previewApply', 'peapod.why', 'peapod.runTests'] },
	});
	await connection.sendNotification('initialized', {});
	return connection;
}

interface Asked extends Place {
	readonly files: ReadonlyMap<string, string>;
	readonly findings: Findings;
	readonly elsewhere: boolean;
}

async function ask(connection: ProtocolConnection, method: string, params: object, asked: Asked): Promise<void> {
	const { text, uri, findings, elsewhere, random } = asked;
	const request = `over the wire ${method}`;
	findings.count(request);
	try {
		const answer: unknown = await connection.sendRequest(method, params);
		if (!elsewhere) for (const [where, range] of rangesIn(answer, uri)) within(asked, request, where, range);
		const next = GOES_ON[method];
		const items: readonly unknown[] = Array.isArray(answer) ? answer : ((answer as { readonly items?: readonly unknown[] } | null)?.items ?? []);
		const item = items.length > 0 ? random.of(items) : undefined;
		if (next && item && random.chance(0.3)) await ask(connection, next, item, { ...asked, elsewhere: true });
	} catch (error) {
		if (!MAY_REFUSE.has(method)) findings.add(`${request}: fails`, text, String(error));
	}
}

/** Every range in an answer, with the file that it is of. */
function rangesIn(value: unknown, uri: string): readonly (readonly [string, Range])[] {
	if (Array.isArray(value)) return value.flatMap((one) => rangesIn(one, uri));
	if (typeof value !== 'object' || value === null) return [];
	const {
		uri: own,
		textDocument,
		start,
		end,
	} = value as { readonly uri?: unknown; readonly textDocument?: { readonly uri?: unknown }; readonly start?: unknown; readonly end?: unknown };
	const said = own ?? textDocument?.uri;
	const here = typeof said === 'string' ? said : uri;
	const isRange = typeof start === 'object' && typeof end === 'object' && start !== null && end !== null;
	const range = isRange ? ([[here, { start, end } as Range]] as const) : [];
	return [...range, ...Object.entries(value).flatMap(([key, inner]) => rangesIn(inner, key.startsWith(URI) ? key : here))];
}

/** A range stands where it says, the right way round, in a file that is there. */
function within({ files, text, findings }: Asked, request: string, uri: string, range: Range): void {
	const there = files.get(decodeURI(uri).slice(URI.length));
	if (there === undefined) return uri.startsWith(`${URI}/w/`) ? findings.add(`${request}: a file that is not there`, text, uri) : undefined;
	const document = TextDocument.create(uri, 'yaml', 1, there);
	const stands = ({ line, character }: Range['start']): boolean => {
		const back = document.positionAt(document.offsetAt({ line, character }));
		return line === back.line && character === back.character;
	};
	if (!stands(range.start) || !stands(range.end) || document.offsetAt(range.start) > document.offsetAt(range.end))
		findings.add(`${request}: a range outside the text`, there, `${JSON.stringify(range)} in ${uri}`);
}

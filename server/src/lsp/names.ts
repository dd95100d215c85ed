import {
	DefinitionRequest,
	DocumentHighlightRequest,
	LSPErrorCodes,
	PrepareRenameRequest,
	ReferencesRequest,
	RenameRequest,
	ResponseError,
	WillRenameFilesRequest,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { definition, highlights, type Location, references } from '../features/navigate/navigate';
import { renamable, rename, renameRefusal } from '../features/navigate/rename';
import { sitesAt, type Workspace, type WorkspaceFile } from '../features/navigate/workspace';
import { invalid } from './answering';
import { inOneLanguage, offsetAt, rangeIn, toRange, toRenameEdit, toWorkspaceEdits } from './convert';
import type { OpenFile } from './manifests';
import type { Session } from './session';
import { plain } from './workspace';

/** From a name to where it is given and used. */
export function registerNames({ answering, client, on, names, overlays, shownCharts, chartHelp }: Session): void {
	/** Answers from all names and those of the file; what is ignored has none. */
	const onNames = <T>(
		uri: string,
		otherwise: T,
		answer: (workspace: Workspace, file: WorkspaceFile, document: TextDocument, open: OpenFile) => T,
	): Promise<T> =>
		on(uri, otherwise, (document, open) => {
			const workspace = names(document.uri);
			const file = open.file.silent ? undefined : workspace.fileAt(document.uri);
			return file ? answer(workspace, file, document, open) : otherwise;
		});

	answering.answer(DefinitionRequest.type, async ({ textDocument, position }) => {
		const led = await on(textDocument?.uri, [], (document, { settings }) => chartHelp.definitions(document, offsetAt(document, position), settings));
		if (led.length > 0) return [...led];
		const named = await on(textDocument?.uri, undefined, (document) => overlays.fileNamed(plain(document.uri), offsetAt(document, position)));
		if (named !== undefined) return [{ uri: named, range: BEGINNING }];
		return onNames(textDocument?.uri, [], (workspace, file, document) => {
			const offset = offsetAt(document, position);
			const origin = overlays.origin(plain(document.uri), offset);
			if (origin) return [origin];
			const typed = shownCharts.origins(plain(document.uri), offset);
			return typed.length > 0 ? [...typed] : definition(workspace, file, offset).map(toLocationIn);
		});
	});

	answering.answer(ReferencesRequest.type, async ({ textDocument, position, context }) => {
		const withDefinitions = context?.includeDeclaration !== false;
		const used = await on(textDocument?.uri, [], (document, { settings }) =>
			chartHelp.references(document, offsetAt(document, position), withDefinitions, settings),
		);
		if (used.length > 0) return [...used];
		return onNames(textDocument?.uri, [], (workspace, file, document) => {
			const all = references(workspace, file, offsetAt(document, position));
			return all.filter(({ isDefinition }) => !isDefinition || withDefinitions).map(toLocationIn);
		});
	});

	answering.answer(DocumentHighlightRequest.type, ({ textDocument, position }) =>
		onNames(textDocument?.uri, [], (workspace, file, document) =>
			highlights(workspace, file, offsetAt(document, position)).map((range) => ({ range: toRange(document, range) })),
		),
	);

	answering.answer(PrepareRenameRequest.type, async ({ textDocument, position }) => {
		const value = await on(textDocument?.uri, null, (document, { settings }) => {
			const found = chartHelp.renamable(document, offsetAt(document, position), settings);
			return found ? { range: toRange(document, found.range), placeholder: found.name } : null;
		});
		if (value) return value;
		return onNames(textDocument?.uri, null, (workspace, file, document, { settings }) => {
			const offset = offsetAt(document, position);
			const found = renamable(workspace, file, offset);
			if (found) return { range: toRange(document, found.range), placeholder: found.name };
			// Where there is no name at all the editor has words of its own.
			const refusal = sitesAt(file, offset).length > 0 ? renameRefusal(workspace, file, offset) : undefined;
			if (refusal) throw failed(inOneLanguage(refusal, settings.language));
			return null;
		});
	});

	answering.answer(RenameRequest.type, async ({ textDocument, position, newName }) => {
		const ofValue = await on<WorkspaceEdit | null>(textDocument?.uri, null, (document, { settings, beside }) => {
			const offset = offsetAt(document, position);
			if (typeof newName !== 'string' || !chartHelp.renamable(document, offset, settings)) return null;
			const changes = chartHelp.renamed(document, offset, newName, settings);
			if ('en' in changes) throw failed(inOneLanguage(changes, settings.language));
			const opened = { uri: document.uri, version: document.version, positionAt: (at: number) => document.positionAt(at) };
			const files = changes.flatMap(({ file, edits }) => {
				const one = file === plain(document.uri) ? opened : beside?.(file);
				return one ? [{ file: one, edits }] : [];
			});
			// Part of it would leave a chart that does not render: nothing is to be left out.
			return toRenameEdit(files, opened, settings.language, { ...client, annotatesEdits: false });
		});
		if (ofValue) return ofValue;
		return onNames<WorkspaceEdit | null>(textDocument?.uri, null, (workspace, file, document, { settings }) => {
			if (typeof newName !== 'string') throw invalid('newName');
			const offset = offsetAt(document, position);
			const refusal = renameRefusal(workspace, file, offset, { name: newName, version: settings.version });
			if (refusal) throw failed(inOneLanguage(refusal, settings.language));
			const changes = rename(workspace, file, offset, newName) ?? [];
			return toRenameEdit(changes, file, settings.language, client);
		});
	});

	answering.answer(WillRenameFilesRequest.type, async ({ files }): Promise<WorkspaceEdit | null> => {
		if (!Array.isArray(files)) throw invalid('files');
		const renames = files.map(({ oldUri, newUri }) => {
			if (typeof oldUri !== 'string' || typeof newUri !== 'string') throw invalid('files');
			return { from: plain(oldUri), to: plain(newUri) };
		});
		const changes = await overlays.followed(renames);
		return changes.length > 0 ? toWorkspaceEdits(changes, client) : null;
	});
}

const failed = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);

const BEGINNING = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const toLocationIn = ({ file, range }: Location) => ({ uri: file.uri, range: rangeIn(file, range) });

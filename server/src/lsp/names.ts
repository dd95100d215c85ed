import {
	DefinitionRequest,
	DocumentHighlightRequest,
	LSPErrorCodes,
	PrepareRenameRequest,
	ReferencesRequest,
	RenameRequest,
	ResponseError,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { definition, renamable, rename, renameRefusal, usages } from '../features/navigate/navigate';
import { invalid } from './answering';
import { inOneLanguage, offsetAt, toLocation, toRange, toWorkspaceEdit } from './convert';
import type { Session } from './session';

/** From a name to where it is given and used. */
export function registerNames({ answering, client, on }: Session): void {
	answering.answer(DefinitionRequest.type, ({ textDocument, position }) =>
		on(textDocument?.uri, [], (document, { file }) => definition(file, offsetAt(document, position)).map((range) => toLocation(document, range))),
	);

	answering.answer(ReferencesRequest.type, ({ textDocument, position, context }) =>
		on(textDocument?.uri, [], (document, { file }) => {
			const offset = offsetAt(document, position);
			// Left out, a declaration is one of the references.
			const declared = context?.includeDeclaration === false ? definition(file, offset).map(({ start }) => start) : [];
			return usages(file, offset).flatMap((range) => (declared.includes(range.start) ? [] : toLocation(document, range)));
		}),
	);

	answering.answer(DocumentHighlightRequest.type, ({ textDocument, position }) =>
		on(textDocument?.uri, [], (document, { file }) => usages(file, offsetAt(document, position)).map((range) => ({ range: toRange(document, range) }))),
	);

	answering.answer(PrepareRenameRequest.type, ({ textDocument, position }) =>
		on(textDocument?.uri, null, (document, { file }) => {
			const found = renamable(file, offsetAt(document, position));
			return found ? { range: toRange(document, found.range), placeholder: found.name } : null;
		}),
	);

	answering.answer(RenameRequest.type, ({ textDocument, position, newName }) =>
		on<WorkspaceEdit | null>(textDocument?.uri, null, (document, { file, settings }) => {
			if (typeof newName !== 'string') throw invalid('newName');
			const offset = offsetAt(document, position);
			const refusal = renameRefusal(file, offset, newName);
			if (refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, inOneLanguage(refusal, settings.language));
			return toWorkspaceEdit(document, rename(file, offset, newName) ?? [], client);
		}),
	);
}

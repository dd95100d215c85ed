import {
	type CodeAction,
	type CodeActionKind,
	type Command,
	DiagnosticSeverity,
	type DocumentSymbol,
	type Location,
	type Diagnostic as LspDiagnostic,
	type Range as LspRange,
	type MarkupContent,
	MarkupKind,
	type Position,
	type SnippetTextEdit,
	type SymbolInformation,
	SymbolKind,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, inLanguage, messageText, type Related, type Severity } from '../features/diagnose/diagnostic';
import type { Symbol as OutlineSymbol } from '../features/navigate/outline';
import type { WorkspaceFile } from '../features/navigate/workspace';
import { type Insertion, plainEdit } from '../features/refactor/refactoring';
import type { Bilingual, Language } from '../protocol/text';
import type { Range } from '../yaml/node';
import type { Edit } from '../yaml/text-edit';
import { invalid } from './answering';
import type { Client } from './client';
import { withoutMarkdown } from './plain-text';

/** Where there is room for one language, `both` is Korean, which stands first in hovers too. */
export const inOneLanguage = (text: Bilingual, language: Language): string => text[language === 'en' ? 'en' : 'ko'];

/** A document that edits are for; without a version, whatever it is when they come. */
export interface Edited extends Pick<TextDocument, 'uri' | 'positionAt'> {
	readonly version: number | null;
}

/** Offsets of a file to positions of the protocol. */
export const toRange = (document: Pick<TextDocument, 'positionAt'>, range: Range): LspRange => ({
	start: document.positionAt(range.start),
	end: document.positionAt(range.end),
});

/** What comes from outside may be anything. */
const isPosition = (position: Partial<Position> | null | undefined): boolean => Number.isFinite(position?.line) && Number.isFinite(position?.character);
export const isRange = (range: Partial<LspRange> | null): boolean => isPosition(range?.start) && isPosition(range?.end);

/** A position of the protocol to an offset; refused where it is none. */
export function offsetAt(document: TextDocument, position: Position): number {
	if (!isPosition(position)) throw invalid('position');
	return document.offsetAt(position);
}

/** The same of a range. */
export function offsetsOf(document: TextDocument, range: LspRange): Range {
	if (!range) throw invalid('range');
	return { start: offsetAt(document, range.start), end: offsetAt(document, range.end) };
}

export const toTextEdit = (document: Edited, edit: Edit): TextEdit => ({ range: toRange(document, edit.range), newText: edit.text });

/** Edits of one document, for the version they were made for where the client minds. */
export const toWorkspaceEdit = (document: Edited, edits: readonly Edit[], client: Client): WorkspaceEdit => toWorkspaceEdits([{ document, edits }], client);

/** The same of several. */
export function toWorkspaceEdits(changes: readonly { readonly document: Edited; readonly edits: readonly Edit[] }[], { versionsEdits }: Client): WorkspaceEdit {
	const all = changes.map(({ document, edits }) => ({
		textDocument: { uri: document.uri, version: document.version },
		edits: edits.map((edit) => toTextEdit(document, edit)),
	}));
	return versionsEdits ? { documentChanges: all } : { changes: Object.fromEntries(all.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

/** A range in any file of the workspace. */
export const rangeIn = ({ positionAt }: Pick<WorkspaceFile, 'positionAt'>, { start, end }: Range): LspRange => ({
	start: positionAt(start),
	end: positionAt(end),
});

/** What a rename changes in a file, whether it is open or not. */
interface RenamedIn {
	readonly file: Pick<WorkspaceFile, 'uri' | 'positionAt'> & { readonly version?: number | null };
	readonly edits: readonly Edit[];
}

/**
 * What a rename changes in several files. A client that shows it before it is done puts apart what changes in others than the one that is looked at.
 * No confirmation is asked for: VS Code would leave out what is to be confirmed unless each file is ticked, and a name that changes in some files alone leads nowhere.
 */
export function toRenameEdit(changes: readonly RenamedIn[], here: object, language: Language, { versionsEdits, annotatesEdits }: Client): WorkspaceEdit {
	const edits = ({ file, edits }: RenamedIn): TextEdit[] => edits.map(({ range, text }) => ({ range: rangeIn(file, range), newText: text }));
	if (!versionsEdits) return { changes: Object.fromEntries(changes.map((one) => [one.file.uri, edits(one)])) };
	const annotated = (one: RenamedIn): TextEdit[] => edits(one).map((edit) => ({ ...edit, annotationId: ELSEWHERE }));
	const documentChanges = changes.map((one) => ({
		textDocument: { uri: one.file.uri, version: one.file.version ?? null },
		edits: annotatesEdits && one.file !== here ? annotated(one) : edits(one),
	}));
	if (!annotatesEdits || changes.every(({ file }) => file === here)) return { documentChanges };
	return { documentChanges, changeAnnotations: { [ELSEWHERE]: { label: inOneLanguage(IN_OTHER_FILES, language) } } };
}

const ELSEWHERE = 'peapod.elsewhere';
const IN_OTHER_FILES: Bilingual = { en: 'Uses in other files', ko: '다른 파일에서 쓰는 곳' };

/** The same where some have tab stops, for clients that know them. */
export function toInsertingEdit(document: TextDocument, insertions: readonly Insertion[], client: Client): WorkspaceEdit {
	if (!client.snippetEdits) return toWorkspaceEdit(document, insertions.map(plainEdit), client);
	const edits = insertions.map((insertion): TextEdit | SnippetTextEdit =>
		insertion.hasStops ? { range: toRange(document, insertion.range), snippet: { kind: 'snippet', value: insertion.text } } : toTextEdit(document, insertion),
	);
	return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}

export const toLocation = (document: TextDocument, range: Range): Location => ({ uri: document.uri, range: toRange(document, range) });

/** Markdown, or the same as plain text. */
export const toMarkup = (markdown: string, kind: MarkupKind): MarkupContent => ({
	kind,
	value: kind === MarkupKind.Markdown ? markdown : withoutMarkdown(markdown),
});

export const SYMBOLS = {
	object: SymbolKind.Object,
	container: SymbolKind.Package,
	volume: SymbolKind.Field,
	claim: SymbolKind.Field,
	port: SymbolKind.Interface,
	key: SymbolKind.Key,
} as const;

export function toSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
	return {
		name: symbol.name,
		detail: symbol.detail,
		kind: SYMBOLS[symbol.kind],
		range: toRange(document, symbol.range),
		selectionRange: toRange(document, symbol.selection),
		children: symbol.children.map((child) => toSymbol(document, child)),
	};
}

/** For clients that know no tree: a symbol and all below it. */
export function toSymbolInformation(
	document: TextDocument,
	{ name, kind, range, children }: OutlineSymbol,
	containerName?: string,
): readonly SymbolInformation[] {
	const own: SymbolInformation = { name, kind: SYMBOLS[kind], location: toLocation(document, range), ...(containerName !== undefined && { containerName }) };
	return [own, ...children.flatMap((child) => toSymbolInformation(document, child, name))];
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

const locationOf = (document: TextDocument, { range, elsewhere }: Related): Location =>
	elsewhere ? { uri: elsewhere.file, range: { start: elsewhere.start, end: elsewhere.end } } : toLocation(document, range);

export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic, language: Language, { diagnostics }: Client): LspDiagnostic {
	const related = diagnostic.related?.map((one) => ({ location: locationOf(document, one), message: inLanguage(one.message, language).join(' ') }));
	const message = messageText(diagnostic, language);
	return {
		range: toRange(document, diagnostic.range),
		severity: SEVERITIES[diagnostic.severity],
		source: 'Peapod',
		code: diagnostic.code,
		message: [message, ...(diagnostics.related ? [] : (related ?? []).map((one) => `${one.location.range.start.line + 1}: ${one.message}`))].join('\n'),
		...(diagnostic.link && diagnostics.links ? { codeDescription: { href: inOneLanguage(diagnostic.link, language) } } : {}),
		...(related && diagnostics.related ? { relatedInformation: related } : {}),
	};
}

/** Takes edits that a client without code actions sends back: `{ title, edit }`. */
export const APPLY_FIX = 'peapod.applyFix';

/** Edits under a title, as the client takes them: an action, or a command that has the server apply them. */
export function toCodeAction(
	title: string,
	kind: CodeActionKind,
	edit: WorkspaceEdit,
	{ fixes }: Client,
	more: Partial<CodeAction> = {},
): CodeAction | Command {
	return fixes === 'actions' ? { title, kind, edit, ...more } : { title, command: APPLY_FIX, arguments: [{ label: title, edit }] };
}

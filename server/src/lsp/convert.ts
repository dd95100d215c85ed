import {
	type CodeAction,
	CodeActionKind,
	DiagnosticSeverity,
	type DocumentSymbol,
	type Location,
	type Diagnostic as LspDiagnostic,
	type Range as LspRange,
	SymbolKind,
	type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, inLanguage, messageText } from '../features/diagnose/diagnostic';
import type { TriedFix } from '../features/diagnose/fixes';
import type { Symbol as OutlineSymbol } from '../features/navigate/outline';
import type { Language } from '../protocol/text';
import type { Edit } from '../yaml/edit';
import type { Range } from '../yaml/node';

/** Offsets of a file to positions of the protocol. */
export const toRange = (document: TextDocument, range: Range): LspRange => ({ start: document.positionAt(range.start), end: document.positionAt(range.end) });

export const offsetsOf = (document: TextDocument, range: LspRange): Range => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) });

export const toTextEdit = (document: TextDocument, edit: Edit): TextEdit => ({ range: toRange(document, edit.range), newText: edit.text });

export const toLocation = (document: TextDocument, range: Range): Location => ({ uri: document.uri, range: toRange(document, range) });

const SYMBOLS = { manifest: SymbolKind.Object, container: SymbolKind.Package, volume: SymbolKind.Field, claim: SymbolKind.Field } as const;

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

const SEVERITIES: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(document: TextDocument, diagnostic: Diagnostic, language: Language): LspDiagnostic {
	const related = diagnostic.related?.map((one) => ({
		location: { uri: document.uri, range: toRange(document, one.range) },
		message: inLanguage(one.message, language).join(' '),
	}));
	return {
		range: toRange(document, diagnostic.range),
		severity: SEVERITIES[diagnostic.severity],
		source: 'Peapod',
		code: diagnostic.code,
		message: messageText(diagnostic, language),
		...(diagnostic.link ? { codeDescription: { href: diagnostic.link[language === 'en' ? 'en' : 'ko'] } } : {}),
		...(related ? { relatedInformation: related } : {}),
	};
}

/** A quick fix. */
export function toCodeAction(document: TextDocument, { diagnostic, title, edits }: TriedFix, language: Language): CodeAction {
	return {
		title: title[language === 'en' ? 'en' : 'ko'],
		kind: CodeActionKind.QuickFix,
		diagnostics: [toDiagnostic(document, diagnostic, language)],
		isPreferred: true,
		edit: { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } },
	};
}

import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../features/complete';
import type { Language } from '../protocol';
import { toRange } from './convert';

const KINDS = { field: CompletionItemKind.Field, value: CompletionItemKind.EnumMember, reference: CompletionItemKind.Reference, snippet: CompletionItemKind.Snippet } as const;

export function completionItem(document: TextDocument, completion: Completion, language: Language): CompletionItem {
	const { label, kind, insert, range, rank, detail, words, again, preselect } = completion;
	const documentation = words && (language === 'both' ? `${words.ko}\n\n---\n\n${words.en}` : words[language]).replaceAll('\n', '\n\n');
	return {
		label,
		kind: KINDS[kind],
		sortText: String(rank).padStart(6, '0'),
		filterText: label,
		insertTextFormat: InsertTextFormat.Snippet,
		insertTextMode: InsertTextMode.asIs,
		textEdit: { range: toRange(document, range), newText: insert },
		...(detail ? { detail } : {}),
		...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
		...(again ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
		...(preselect ? { preselect } : {}),
	};
}

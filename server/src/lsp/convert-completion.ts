import { type CompletionItem, CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../features/complete/context';
import type { ScenarioCompletion } from '../features/scenario/complete-scenario';
import { completionWords, type WordsKey } from '../features/words-of';
import type { Language } from '../protocol/text';
import { toRange } from './convert';

const KINDS = {
	field: CompletionItemKind.Field,
	value: CompletionItemKind.EnumMember,
	reference: CompletionItemKind.Reference,
	snippet: CompletionItemKind.Snippet,
} as const;

/** What an item carries until somebody looks at it. */
interface Data {
	readonly words: WordsKey;
	readonly language: Language;
}

export function completionItem(document: TextDocument, completion: Completion, language: Language): CompletionItem {
	const { label, kind, insert, range, rank, detail, words, again, filter, isRetired } = completion;
	return {
		label,
		kind: KINDS[kind],
		sortText: String(rank).padStart(4, '0'),
		insertTextFormat: InsertTextFormat.Snippet,
		insertTextMode: InsertTextMode.asIs,
		textEdit: { range: toRange(document, range), newText: insert },
		...(filter ? { filterText: filter } : {}),
		...(detail ? { detail } : {}),
		...(isRetired ? { tags: [CompletionItemTag.Deprecated] } : {}),
		...(words ? { data: { words, language } satisfies Data } : {}),
		...(again ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
	};
}

/** An item of a scenario has few words, and brings them along. */
export function scenarioItem(document: TextDocument, { help, ...completion }: ScenarioCompletion, language: Language): CompletionItem {
	return { ...completionItem(document, completion, language), ...(help ? { documentation: { kind: MarkupKind.Markdown, value: help } } : {}) };
}

/** The item with its words. */
export function resolved(item: CompletionItem): CompletionItem {
	const data = item.data as Data | undefined;
	const value = data && completionWords(data.words, data.language);
	return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

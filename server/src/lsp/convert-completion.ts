import {
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	type CompletionList,
	InsertTextFormat,
	InsertTextMode,
	type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../features/complete/context';
import { plainSnippet } from '../features/complete/plain-snippet';
import type { ScenarioCompletion } from '../features/scenario/complete-scenario';
import { completionWords, type WordsKey } from '../features/words-of';
import { TRIGGER_SUGGEST } from '../protocol/requests';
import type { Language } from '../protocol/text';
import type { Client } from './client';
import { toMarkup, toRange, toTextEdit } from './convert';
import { dedented } from './plain-text';

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

/** An offer as the features make it; that of a scenario has few words, and brings them along. */
type Offer = Completion | ScenarioCompletion;

/** A list in the form the client takes; what is true of all items is said once, where it can be. */
export function completionList(document: TextDocument, offers: readonly Offer[], language: Language, client: Client): CompletionList {
	const isIncomplete = offers.some(({ continues }) => continues);
	const items = offers.map((offer) => completionItem(document, offer, language, client));
	const { defaults, snippets, indents } = client.completion;
	const [first] = items;
	const range = first && rangeOf(first);
	const format = snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
	const shares = {
		editRange: defaults.has('editRange') && range !== undefined && items.every((item) => sameRange(rangeOf(item), range)),
		insertTextFormat: defaults.has('insertTextFormat'),
		insertTextMode: defaults.has('insertTextMode') && indents === 'not, where asked',
	};
	if (!first || !Object.values(shares).includes(true)) return { isIncomplete, items };
	return {
		isIncomplete,
		itemDefaults: {
			...(shares.editRange && range ? { editRange: range } : {}),
			...(shares.insertTextFormat ? { insertTextFormat: format } : {}),
			...(shares.insertTextMode ? { insertTextMode: InsertTextMode.asIs } : {}),
		},
		items: items.map((item) => without(item, shares)),
	};
}

function completionItem(document: TextDocument, offer: Offer, language: Language, client: Client): CompletionItem {
	const { label, kind, range, rank, detail, again, filter, isRetired } = offer;
	const words = 'words' in offer ? offer.words : undefined;
	const help = 'help' in offer ? offer.help : undefined;
	const { snippets, indents, retired, labelDetails, documentation } = client.completion;
	return {
		label,
		kind: KINDS[kind],
		sortText: String(rank).padStart(4, '0'),
		insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
		...(indents === 'not, where asked' ? { insertTextMode: InsertTextMode.asIs } : {}),
		textEdit: { range: toRange(document, range), newText: textOf(document, offer, client) },
		...('also' in offer && offer.also ? { additionalTextEdits: offer.also.map((edit) => toTextEdit(document, edit)) } : {}),
		...(filter ? { filterText: filter } : {}),
		...(detail ? { detail } : {}),
		...(detail && labelDetails && detail.length <= LONGEST_BESIDE ? { labelDetails: { description: detail } } : {}),
		...(isRetired && retired === 'tag' ? { tags: [CompletionItemTag.Deprecated] } : {}),
		...(isRetired && retired === 'flag' ? { deprecated: true } : {}),
		...(words ? { data: { words, language } satisfies Data } : {}),
		...(help ? { documentation: toMarkup(help, documentation) } : {}),
		...(again && client.commands.has(TRIGGER_SUGGEST) ? { command: { title: '', command: TRIGGER_SUGGEST } } : {}),
	};
}

/** More letters than this push the label aside. */
const LONGEST_BESIDE = 40;

function textOf(document: TextDocument, { insert, range }: Offer, { completion: { snippets, indents } }: Client): string {
	if (!snippets) return plainSnippet(insert);
	if (indents !== 'always') return insert;
	const start = document.positionAt(range.start);
	const line = document.getText({ start: { line: start.line, character: 0 }, end: start });
	return dedented(insert, /^ */.exec(line)?.[0].length ?? 0);
}

function rangeOf({ textEdit }: CompletionItem): Range | undefined {
	return textEdit && 'range' in textEdit ? textEdit.range : undefined;
}

const sameRange = (a: Range | undefined, b: Range): boolean =>
	a !== undefined &&
	a.start.line === b.start.line &&
	a.start.character === b.start.character &&
	a.end.line === b.end.line &&
	a.end.character === b.end.character;

/** An item without what the list says for it. A text edit becomes its text, where that is not the label. */
function without(
	item: CompletionItem,
	shares: { readonly editRange: boolean; readonly insertTextFormat: boolean; readonly insertTextMode: boolean },
): CompletionItem {
	const { textEdit, insertTextFormat, insertTextMode, ...rest } = item;
	const text = textEdit?.newText ?? item.label;
	return {
		...rest,
		...(shares.editRange ? (text === item.label ? {} : { textEditText: text }) : textEdit ? { textEdit } : {}),
		...(shares.insertTextFormat || insertTextFormat === undefined ? {} : { insertTextFormat }),
		...(shares.insertTextMode || insertTextMode === undefined ? {} : { insertTextMode }),
	};
}

/** The item with its words. */
export function resolved(item: CompletionItem, { completion: { documentation } }: Client): CompletionItem {
	const value = isData(item.data) ? completionWords(item.data.words, item.data.language) : undefined;
	return value ? { ...item, documentation: toMarkup(value, documentation) } : item;
}

/** It comes back from outside, and may be anything. */
function isData(data: unknown): data is Data {
	const { words, language } = (data ?? {}) as { readonly words?: unknown; readonly language?: unknown };
	return typeof words === 'object' && words !== null && (language === 'en' || language === 'ko' || language === 'both');
}

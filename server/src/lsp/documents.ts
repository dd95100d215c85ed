import {
	DidChangeTextDocumentNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Answering, invalid } from './answering';
import { isRange } from './convert';

/** What becomes of a document. */
export interface Watching {
	/** It was opened, or edited. */
	readonly changed: (document: TextDocument, how: 'opened' | 'edited') => void;
	readonly closed: (document: TextDocument) => void;
}

/** The documents that are open, as the client has them. What comes without a text is not taken for an empty one: it is refused, and the log says so. */
export class Documents {
	private readonly documents = new Map<string, TextDocument>();

	constructor(answering: Answering, { changed, closed }: Watching) {
		answering.hear(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
			const { uri, languageId, version, text } = textDocument ?? {};
			if (typeof uri !== 'string') throw invalid('textDocument.uri');
			if (typeof text !== 'string') throw invalid('textDocument.text');
			const document = TextDocument.create(uri, languageId, version, text);
			this.documents.set(uri, document);
			changed(document, 'opened');
		});
		answering.hear(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
			const document = this.documents.get(textDocument?.uri);
			if (!document) throw invalid('textDocument.uri, of a document that is open,');
			if (!Array.isArray(contentChanges) || !contentChanges.every(isChange)) throw invalid('contentChanges');
			TextDocument.update(document, contentChanges, textDocument.version ?? document.version);
			changed(document, 'edited');
		});
		answering.hear(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
			const document = this.documents.get(textDocument?.uri);
			if (document && this.documents.delete(document.uri)) closed(document);
		});
	}

	get(uri: string): TextDocument | undefined {
		return this.documents.get(uri);
	}

	uris(): readonly string[] {
		return [...this.documents.keys()];
	}
}

/** A whole new text, or a part of it. */
const isChange = (change: Partial<TextDocumentContentChangeEvent> | null): boolean =>
	typeof change?.text === 'string' && (!('range' in change) || change.range === undefined || isRange(change.range));

import type { TextDocument, TextDocumentChangeEvent } from 'vscode';

/** What is looked at of a document, in lines and in characters: apiVersion and kind stand at the beginning, and a file may be one line. */
const LINES = 100;
const CHARACTERS = 10_000;

/** As much of a document as it takes to see what it is. */
type Seen = Pick<TextDocument, 'languageId' | 'lineCount' | 'lineAt' | 'uri'>;

/** Whether a document of JSON says at its beginning that it is an object of Kubernetes. */
export function isJsonManifest(document: Seen): boolean {
	if (document.languageId !== 'json') return false;
	let text = '';
	for (let line = 0; line < Math.min(document.lineCount, LINES) && text.length < CHARACTERS; line++)
		text += `${document.lineAt(line).text.slice(0, CHARACTERS)}\n`;
	return /"apiVersion"\s*:\s*"/.test(text) && /"kind"\s*:\s*"/.test(text);
}

/** Keeps all JSON from the server but manifests: settings, packages and data are nobody's business, and no keystroke in them is sent anywhere. */
export class JsonManifests {
	/** Documents of JSON that are kept back, by their URIs, and what tells of each once it has become a manifest. */
	private readonly kept = new Map<string, () => Promise<void>>();

	isKept(uri: string): boolean {
		return this.kept.has(uri);
	}

	async opened<D extends Seen>(document: D, tell: (document: D) => Promise<void>): Promise<void> {
		this.kept.delete(document.uri.toString());
		if (document.languageId !== 'json' || isJsonManifest(document)) return tell(document);
		this.kept.set(document.uri.toString(), () => tell(document));
	}

	async changed<E extends { readonly document: Seen } = TextDocumentChangeEvent>(event: E, tell: (event: E) => Promise<void>): Promise<void> {
		const uri = event.document.uri.toString();
		const open = this.kept.get(uri);
		if (!open) return tell(event);
		if (!isJsonManifest(event.document)) return;
		this.kept.delete(uri);
		return open();
	}

	async closed<D extends Seen>(document: D, tell: (document: D) => Promise<void>): Promise<void> {
		if (!this.kept.delete(document.uri.toString())) return tell(document);
	}
}

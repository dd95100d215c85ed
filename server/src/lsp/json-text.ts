import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Edit, edited } from '../yaml/text-edit';

/** Whether an editor takes a document for JSON: that is YAML as well, but not all that may be written into YAML is JSON. */
export const isJson = ({ languageId }: TextDocument): boolean => languageId === 'json' || languageId === 'jsonc';

/** Whether edits leave JSON where there was JSON; of YAML nothing is asked. What is broken already, JSON's own server tells. */
export function staysJson(document: TextDocument, edits: readonly Edit[]): boolean {
	return !isJson(document) || canBeParsed(edited(document.getText(), edits));
}

/** Whether an offset of JSON lies in a string: only there a word of ours, without quotes of its own, can be put. */
export function isInString(document: TextDocument, offset: number): boolean {
	const { line } = document.positionAt(offset);
	const before = document.getText({ start: { line, character: 0 }, end: document.positionAt(offset) });
	return (before.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
}

function canBeParsed(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

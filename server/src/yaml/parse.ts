import { compose } from './compose';
import { guess } from './guess';
import type { Node, Range } from './node';

/** One document of a file: the text between two `---` lines, parsed. */
export interface Document {
	readonly text: string;
	readonly root: Node | undefined;
	readonly faults: readonly SyntaxFault[];
}

/** The text is not YAML. `range` counts from the document's start. */
export interface SyntaxFault {
	readonly message: string;
	readonly range: Range;
}

/** A document's place in its file. */
export interface Part {
	readonly start: number;
	readonly text: string;
	/** What stands behind `---` where only a comment may. */
	readonly separatorFault?: Range;
}

/**
 * Cuts a file at its `---` lines; k8s.io/apimachinery/pkg/util/yaml YAMLReader.Read. Empty documents are left out.
 * Exact, since no line of a document's content may begin with `---`.
 */
export function split(text: string): readonly Part[] {
	const parts: Part[] = [];
	let start = 0;
	const separator = /(?<![^\n])---([^\n]*)(?:\n|$)/g;
	let fault: Range | undefined;
	const close = (end: number): void => {
		const part = text.slice(start, end);
		if (part.trim() || fault) parts.push({ start, text: part, ...(fault ? { separatorFault: fault } : {}) });
	};
	for (let match = separator.exec(text); match; match = separator.exec(text)) {
		close(match.index);
		// Where nothing stands above it, the reader leaves the line in the document; no matter, unless a comment sticks to it.
		const isKept = match.index === start && match[1]?.startsWith('#');
		start = isKept ? match.index : match.index + match[0].length;
		const rest = (match[1] ?? '').trim();
		fault = rest && !rest.startsWith('#') ? { start: match.index - start, end: match.index - start + 3 + (match[1] ?? '').trimEnd().length } : undefined;
		if (match[0].length === 0) break;
	}
	close(text.length);
	return parts;
}

/** Parses one document as kubectl does. Never throws: the first thing that is not YAML is in `faults`, and the tree is what it may have been meant to be. */
export function parse(text: string): Document {
	const control = CONTROL_CHARACTER.exec(text);
	const { root, fault } = control ? { root: undefined, fault: { message: 'control characters are not allowed', at: control.index } } : compose(text);
	if (!fault) return { text, root, faults: [] };
	const start = Math.max(0, Math.min(fault.at, text.trimEnd().length - 1));
	return { text, root: guess(text), faults: [{ message: fault.message, range: { start, end: start + 1 } }] };
}

/** What go-yaml's reader takes for no text (readerc.go). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

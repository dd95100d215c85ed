import { type Composed, compose } from './compose';
import type { Fault } from './cursor';
import { guess } from './guess';
import type { Node, Range } from './node';

/** One document of a file: the text between two `---` lines, parsed. */
export interface Document {
	readonly text: string;
	readonly root: Node | undefined;
	readonly faults: readonly SyntaxFault[];
}

/** The text is not YAML. `range` counts from the document's start. */
export interface SyntaxFault extends Pick<Fault, 'message' | 'line' | 'lineStep'> {
	readonly range: Range;
}

/** A document's place in its file. */
export interface Part {
	readonly start: number;
	readonly text: string;
	/** Lines that kubectl counts before those of the text. */
	readonly linesAbove: number;
	/** What stands behind `---` where only a comment may. */
	readonly separatorFault?: Range & { readonly rest: string };
}

/**
 * Cuts a file at its `---` lines; k8s.io/apimachinery/pkg/util/yaml YAMLReader.Read. Empty documents are left out.
 * Exact, since no line of a document's content may begin with `---`.
 */
export function split(text: string): readonly Part[] {
	const parts: Part[] = [];
	let start = 0;
	let linesAbove = 0;
	const separator = /(?<![^\n])---([^\n]*)(?:\n|$)/g;
	let fault: Part['separatorFault'];
	const close = (end: number): void => {
		const part = text.slice(start, end);
		if (part.trim() || fault) parts.push({ start, text: part, linesAbove, ...(fault ? { separatorFault: fault } : {}) });
	};
	for (let match = separator.exec(text); match; match = separator.exec(text)) {
		close(match.index);
		// Where nothing stands above it, the reader leaves the line in the document: it counts, and else only matters if a comment sticks to it.
		linesAbove = match.index === start && linesAbove === 0 ? 1 : 0;
		const isKept = match.index === start && match[1]?.startsWith('#');
		if (isKept) linesAbove = 0;
		start = isKept ? match.index : match.index + match[0].length;
		const rest = (match[1] ?? '').trim();
		fault = rest && !rest.startsWith('#') ? { start: match.index - start, end: match.index - start + 3 + (match[1] ?? '').trimEnd().length, rest } : undefined;
		if (match[0].length === 0) break;
	}
	close(text.length);
	return parts;
}

/** The library that guesses takes five times as long as the reader does: of a longer text, what stands above the fault will do. In UTF-16 units. */
const MOST_GUESSED = 100_000;

/** Parses one document as kubectl does. Never throws: the first thing that is not YAML is in `faults`, and the tree is what it may have been meant to be. */
export function parse(text: string): Document {
	const control = CONTROL_CHARACTER.exec(text);
	const { root, fault }: Composed = control ? { root: undefined, fault: { message: 'control characters are not allowed', at: control.index } } : compose(text);
	if (!fault) return { text, root, faults: [] };
	const { at, ...said } = fault;
	return {
		text,
		root: text.length <= MOST_GUESSED ? guess(text) : root,
		faults: [{ ...said, range: characterAt(text, Math.min(at, text.trimEnd().length - 1)) }],
	};
}

/** The fault in kubectl's words: parser.fail of go-yaml's decode.go, which does not name the first line. */
export function syntaxSentence({ message, line, lineStep = 0 }: SyntaxFault, linesAbove = 0): string {
	const named = line === undefined ? 0 : line + linesAbove;
	return named > 0 ? `yaml: line ${named + lineStep}: ${message}` : `yaml: ${message}`;
}

/** The character an offset lies in, which may take two units. */
function characterAt(text: string, offset: number): Range {
	const at = Math.max(0, offset);
	const start = isPair(text.codePointAt(at - 1)) ? at - 1 : at;
	return { start, end: start + (isPair(text.codePointAt(start)) ? 2 : 1) };
}

const isPair = (code: number | undefined): boolean => code !== undefined && code > 0xffff;

/** What go-yaml's reader takes for no text (readerc.go). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** A `---` with something behind it, in kubectl's words. */
export const separatorSentence = ({ rest }: NonNullable<Part['separatorFault']>): string => `invalid Yaml document separator: ${rest}`;

import { compose } from './compose';
import type { Fault } from './cursor';
import { guess } from './guess';
import { scanJson, skipSpace } from './json-stream';
import { jsonTree } from './json-tree';
import type { Node, Placeholder, Range } from './node';

// What only reads needs nobody who guesses.
export { syntaxSentence } from './compose';

/** One document of a file: the text between two `---` lines, parsed. */
export interface Document {
	readonly text: string;
	readonly root: Node | undefined;
	readonly faults: readonly SyntaxFault[];
	/** What is filled in before kubectl reads it, in the order written: see parseWithPlaceholders. */
	readonly placeholders?: readonly Placeholder[];
}

/** What is read of a document, where nothing is guessed. */
export const wholeRoot = ({ root, faults }: Pick<Document, 'root' | 'faults'>): Node | undefined => (faults.length === 0 ? root : undefined);

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
	/** It is JSON, and read as that. */
	readonly isJson?: true;
	/** Why it is no JSON, although the file begins as JSON does. */
	readonly jsonFault?: JsonFault;
}

/** In kubectl's words; `range` counts from the document's start. */
export interface JsonFault {
	readonly message: string;
	readonly range: Range;
	/** It is not read as YAML either. */
	readonly isFinal: boolean;
}

/**
 * Cuts a file into documents as kubectl does: JSON objects one after another where it begins with one, else at its `---` lines.
 * k8s.io/apimachinery/pkg/util/yaml YAMLOrJSONDecoder.Decode, which goes over to YAML for good where JSON ends, unless it has seen two objects.
 */
export function splitStream(text: string): readonly Part[] {
	if (!/^\s*\{/.test(text) || text.startsWith('\ufeff')) return split(text);
	const parts: Part[] = [];
	for (let from = 0; ; ) {
		const scanned = scanJson(text, from);
		if ('message' in scanned) return [...parts, ...afterJson(text, from, scanned, parts.length)];
		const end = skipSpace(text, scanned.end) === text.length ? text.length : scanned.end;
		parts.push({ start: from, text: text.slice(from, end), linesAbove: 0, isJson: true });
		if (end === text.length) return parts;
		from = end;
	}
}

/** What follows after `count` objects of JSON, from an offset on. */
function afterJson(text: string, from: number, { at, message }: { readonly at: number; readonly message: string }, count: number): readonly Part[] {
	const start = lineOfYaml(text, from);
	const isFinal = count > 1 || start === undefined;
	const sentence = count > 1 || message === 'unexpected EOF' ? message : `json: offset ${bytesOf(text.slice(0, at)) + 1}: ${message}`;
	const yaml = text.slice(start ?? from);
	const [first, ...others] = isFinal ? [{ start: 0, text: yaml, linesAbove: 0 }] : split(yaml);
	if (!first) return [];
	const place = Math.max(0, at - (start ?? from) - first.start);
	const jsonFault: JsonFault = { message: sentence, range: { start: place, end: place + 1 }, isFinal };
	return [{ ...first, jsonFault }, ...others].map((part) => ({ ...part, start: part.start + (start ?? from) }));
}

/** consumeWhitespace: up to the end of the line, four bytes at a time; where fewer are left it takes them for the end of the file. */
function lineOfYaml(text: string, from: number): number | undefined {
	for (let at = from; bytesOf(text.slice(at, at + 4)) >= 4; at++) {
		const character = text.charAt(at);
		if (character === '\n') return at + 1;
		if (!/\s/.test(character)) return at;
	}
	return undefined;
}

/** In UTF-8. */
function bytesOf(text: string): number {
	let count = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return count;
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
	const { root, fault } = compose(text);
	if (!fault) return { text, root, faults: [] };
	const { at, ...said } = fault;
	return {
		text,
		root: text.length <= MOST_GUESSED ? guess(text) : root,
		faults: [{ ...said, range: characterAt(text, Math.min(at, text.trimEnd().length - 1)) }],
	};
}

/** One part of a file, parsed. */
export function parsePart({ text, isJson }: Part): Document {
	const root = isJson ? jsonTree(text) : undefined;
	return root ? { text, root, faults: [] } : parse(text);
}

/** The first thing that is not YAML, found at a tenth of the cost: nobody guesses what the text was meant to be. */
export const faultIn = (text: string): Fault | undefined => compose(text).fault;

/** The same where kubectl reads: of all documents that the text is cut into, and of the lines that cut it. */
export function faultInFile(text: string): Pick<Fault, 'at'> | undefined {
	if (!/^---/m.test(text)) return faultIn(text);
	for (const { start, text: own, separatorFault } of split(text)) {
		const fault = separatorFault ? { at: separatorFault.start } : faultIn(own);
		if (fault) return { at: start + fault.at };
	}
	return undefined;
}

/** The character an offset lies in, which may take two units. */
export function characterAt(text: string, offset: number): Range {
	const at = Math.max(0, offset);
	const start = isPair(text.codePointAt(at - 1)) ? at - 1 : at;
	return { start, end: start + (isPair(text.codePointAt(start)) ? 2 : 1) };
}

const isPair = (code: number | undefined): boolean => code !== undefined && code > 0xffff;

/** A `---` with something behind it, in kubectl's words. */
export const separatorSentence = ({ rest }: NonNullable<Part['separatorFault']>): string => `invalid Yaml document separator: ${rest}`;

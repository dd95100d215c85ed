import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node as LibraryNode, type Pair, type Scalar } from 'yaml';
import type { Entry, Item, Node, Range, ScalarNode } from './node';

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
	const separator = /^---([^\n]*)(?:\n|$)/gm;
	let fault: Range | undefined;
	const close = (end: number): void => {
		const part = text.slice(start, end);
		if (part.trim() || fault) parts.push({ start, text: part, ...(fault ? { separatorFault: fault } : {}) });
	};
	for (let match = separator.exec(text); match; match = separator.exec(text)) {
		close(match.index);
		start = match.index + match[0].length;
		const rest = (match[1] ?? '').trim();
		fault = rest && !rest.startsWith('#') ? { start: match.index - start, end: match.index - start + 3 + (match[1] ?? '').trimEnd().length } : undefined;
		if (match[0].length === 0) break;
	}
	close(text.length);
	return parts;
}

/** Parses one document. Never throws: what is not YAML is in `faults`, with as much of the tree as could be read. */
export function parse(text: string): Document {
	try {
		const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false, prettyErrors: false, logLevel: 'silent' });
		const errors = document.errors.filter(({ code, pos }) => code !== 'BAD_DQ_ESCAPE' || !text.startsWith("\\'", pos[0]));
		const faults: SyntaxFault[] = errors.map((error) => ({ message: error.message, range: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) } }));
		const reader = new Reader(faults);
		const root = reader.node(document.contents);
		return { text, root, faults };
	} catch {
		// Only a tower of brackets or indents does this: the library recurses.
		return { text, root: undefined, faults: [{ message: 'nested too deeply', range: { start: 0, end: Math.min(text.length, 1) } }] };
	}
}

/** Turns the library's tree into ours, aliases followed. */
class Reader {
	private readonly anchors = new Map<string, Node | undefined>();

	constructor(private readonly faults: SyntaxFault[]) {}

	node(source: LibraryNode | null): Node | undefined {
		if (isAlias(source)) return this.anchors.get(source.source);
		const anchor = (source as Scalar | null)?.anchor;
		// While it is being read, an anchor means nothing: a ring of aliases ends here.
		if (anchor) this.anchors.delete(anchor);
		const node = this.read(source);
		if (anchor) this.anchors.set(anchor, node);
		return node;
	}

	private read(source: LibraryNode | null): Node | undefined {
		const [start, end] = source?.range ?? [0, 0];
		const range = { start, end };
		if (isMap(source)) {
			const entries = source.items.map((pair) => this.entry(pair as Pair<LibraryNode, LibraryNode | null>, start));
			return { kind: 'map', range, entries: entries.filter((entry) => entry !== undefined), flow: source.flow === true };
		}
		if (isSeq(source)) return { kind: 'list', range, items: source.items.map((item) => this.item(item as LibraryNode | null, end)), flow: source.flow === true };
		if (!isScalar(source)) return undefined;
		const node = scalar(source, range);
		return node.text === '' && node.style === 'plain' && !node.tag ? undefined : node;
	}

	private entry(pair: Pair<LibraryNode, LibraryNode | null>, start: number): Entry | undefined {
		const key = isScalar(pair.key) ? scalar(pair.key, { start: pair.key.range?.[0] ?? start, end: pair.key.range?.[1] ?? start }) : this.node(pair.key);
		if (!key) return undefined;
		if (key.kind !== 'scalar') {
			this.faults.push({ message: 'invalid map key', range: key.range });
			return undefined;
		}
		if (isScalar(pair.key) && pair.key.anchor) this.anchors.set(pair.key.anchor, key);
		return { key, ...this.child(pair.value) };
	}

	private item(source: LibraryNode | null, end: number): Item {
		const [from, to] = source?.range ?? [end, end];
		return { ...this.child(source), range: { start: from, end: to } };
	}

	private child(source: LibraryNode | null): { readonly value: Node | undefined; readonly alias?: Range } {
		const value = this.node(source);
		if (!isAlias(source)) return { value };
		const alias = { start: source.range?.[0] ?? 0, end: source.range?.[1] ?? 0 };
		if (!value && !this.anchors.has(source.source)) {
			this.faults.push({ message: `unknown anchor '${source.source}' referenced`, range: alias });
		}
		return { value, alias };
	}
}

function scalar(source: Scalar, range: Range): ScalarNode {
	const value = typeof source.value === 'string' ? source.value : (source.source ?? '');
	// go-yaml takes \' for an apostrophe; the library keeps both characters.
	const text = source.type === 'QUOTE_DOUBLE' && value.includes("\\'") ? value.replaceAll("\\'", "'") : value;
	const style = source.type === 'PLAIN' || source.type === undefined ? 'plain' : source.type === 'QUOTE_DOUBLE' || source.type === 'QUOTE_SINGLE' ? 'quoted' : 'block';
	return { kind: 'scalar', range, text, style, ...(source.tag ? { tag: source.tag } : {}) };
}


import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node as LibraryNode, type Pair, Parser, type Scalar } from 'yaml';
import type { Entry, Item, Node, Range, ScalarNode } from './node';

/** What a text that is not YAML may have been meant to be: the `yaml` library goes on where kubectl gives up. */
export function guess(text: string): Node | undefined {
	const readable = text.slice(0, tooDeepAt(text));
	try {
		const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, strict: false });
		// Nobody reads the library's complaints, and each would come with a trace of the stack.
		Object.assign(composer, { onError: () => undefined });
		const [document] = composer.compose(tokens(readable), true, readable.length);
		return document && new Reader().node(document.contents);
	} catch {
		return undefined;
	}
}

function* tokens(text: string): Generator<CST.Token> {
	for (const token of new Parser().parse(text)) if (token.type !== 'error') yield token;
}

const DEEPEST = 500;

/**
 * Where brackets, dashes and keys begin to stand within one another deeper than anybody writes, at a generous count.
 * The library recurses, and V8 does not throw but ends the process if it has to compile a regular expression where the stack is nearly used up.
 */
function tooDeepAt(text: string): number {
	let brackets = 0;
	let depth = 0;
	const lines: { readonly indent: number; readonly marks: number }[] = [];
	for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
		const indent = line.search(/[^ ]/);
		if (indent < 0) continue;
		for (let above = lines.at(-1); above && above.indent >= indent; above = lines.at(-1)) depth -= lines.pop()?.marks ?? 0;
		let marks = 0;
		for (const { 0: mark, index } of line.matchAll(/[[{\]}]|[-?:](?=\s|$)/g)) {
			if (mark === '[' || mark === '{') brackets++;
			else if (mark === ']' || mark === '}') brackets = Math.max(0, brackets - 1);
			else marks++;
			if (depth + marks + brackets > DEEPEST) return start + index;
		}
		lines.push({ indent, marks });
		depth += marks;
	}
	return text.length;
}

/** Turns the library's tree into ours, aliases followed. */
class Reader {
	private readonly anchors = new Map<string, Node | undefined>();

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
		if (isSeq(source))
			return { kind: 'list', range, items: source.items.map((item) => this.item(item as LibraryNode | null, end)), flow: source.flow === true };
		if (!isScalar(source)) return undefined;
		const node = scalar(source, range);
		return node.text === '' && node.style === 'plain' && !node.tag ? undefined : node;
	}

	private entry(pair: Pair<LibraryNode, LibraryNode | null>, start: number): Entry | undefined {
		const key = isScalar(pair.key) ? scalar(pair.key, { start: pair.key.range?.[0] ?? start, end: pair.key.range?.[1] ?? start }) : this.node(pair.key);
		if (!key) return undefined;
		if (key.kind !== 'scalar') return undefined;
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
		return { value, alias };
	}
}

function scalar(source: Scalar, range: Range): ScalarNode {
	const value = typeof source.value === 'string' ? source.value : (source.source ?? '');
	// go-yaml takes \' for an apostrophe; the library keeps both characters.
	const text = source.type === 'QUOTE_DOUBLE' && value.includes("\\'") ? value.replaceAll("\\'", "'") : value;
	const style =
		source.type === 'PLAIN' || source.type === undefined ? 'plain' : source.type === 'QUOTE_DOUBLE' || source.type === 'QUOTE_SINGLE' ? 'quoted' : 'block';
	return { kind: 'scalar', range, text, style, ...(source.tag ? { tag: source.tag } : {}) };
}

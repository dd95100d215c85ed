import { isAlias, isMap, isScalar, isSeq, type Node as LibraryNode, type Pair, parseDocument, type Scalar } from 'yaml';
import type { Entry, Item, Node, Range, ScalarNode } from './node';

/** What a text that is not YAML may have been meant to be: the `yaml` library goes on where kubectl gives up. */
export function guess(text: string): Node | undefined {
	try {
		const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false, prettyErrors: false, logLevel: 'silent' });
		return new Reader().node(document.contents);
	} catch {
		// Only a tower of brackets or indents does this: the library recurses.
		return undefined;
	}
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

import type { Entry, Node, Range } from './node';

/** What goes on over several lines in a document that is whole. */
export interface Span extends Range {
	/** It is no list and no map. */
	readonly isText: boolean;
}

/** Those of a node, in order, what holds others before them; block scalars apart, whose lines their indentation tells. `text`: with no line breaks but `\n`. */
export function spansIn(node: Node | undefined, text: string, spans: Span[] = []): readonly Span[] {
	if (!node || !text.slice(node.range.start, node.range.end).includes('\n')) return spans;
	if (node.kind === 'scalar' ? node.style !== 'block' : node.flow) spans.push({ ...node.range, isText: node.kind === 'scalar' });
	if (node.kind === 'list') for (const { value, alias } of node.items) spansIn(alias ? undefined : value, text, spans);
	if (node.kind === 'map') for (const entry of node.entries) spansOfEntry(entry, text, spans);
	return spans;
}

/** A colon may stand on a line below its key. */
function spansOfEntry({ key, value, alias }: Entry, text: string, spans: Span[]): void {
	const colon = /\s*(?:#[^\n]*\n\s*)*:/y;
	colon.lastIndex = key.range.end;
	const end = colon.test(text) ? colon.lastIndex : key.range.end;
	if (text.slice(key.range.start, end).includes('\n')) spans.push({ start: key.range.start, end, isText: true });
	spansIn(alias ? undefined : value, text, spans);
}

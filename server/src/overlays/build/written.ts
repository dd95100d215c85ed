import { behind, type Origin } from '../../built/origin';
import { kept } from '../../schema/remember';
import type { EncodingFault } from '../../yaml/encoding';
import { childOf, type Entry, entryOf, type ListNode, type MapNode, type Node, type Range, type ScalarNode, shifted } from '../../yaml/node';

/** A text that is read: that of a file, or one that stands in it. */
export interface Source {
	readonly file: string;
	readonly text: string;
	/** Where a range of the text lies in the file. */
	readonly inFile: (range: Range) => Range;
	/** Why its bytes would not be read. */
	readonly unread?: EncodingFault;
}

/** A whole file as a source. */
export const wholeFile = (file: string, text: string): Source => ({ file, text, inFile: (range) => range });

/** Where the name of a field was typed, and where its value was; of an item of a list, both are the item. */
export interface Trace {
	readonly key: Origin;
	readonly value: Origin;
	/** How a scalar of an object stands there to go.yaml.in/yaml/v3: a time.Time; in quotes or a block, which keep what is merged over it a text; in brackets and with nothing to be seen of it. */
	readonly as?: 'time' | 'quoted' | 'blank';
}

/** The node that a map or list was read from. What is unchanged in it knows its origin by this alone, so that nothing is kept for each field. */
interface Home {
	readonly source: Source;
	readonly node: MapNode | ListNode;
	/** Where the document begins in the source. */
	readonly start: number;
	/** What of it is a time.Time; undefined where it is in no object, and nobody cares how it was written. */
	readonly times: ReadonlySet<string | number> | undefined;
}

const HOME = Symbol('home');
const TRACES = Symbol('traces');

interface Traced {
	[HOME]?: Home;
	/** Of fields and items that are not as they were read. */
	[TRACES]?: Map<string | number, Trace>;
}

/** A map or list was read from a node. */
export function readFrom(holder: object, source: Source, node: MapNode | ListNode, start: number, times?: ReadonlySet<string | number>): void {
	(holder as Traced)[HOME] = { source, node, start, times };
}

/** A copy stands where that stands of which it is one. */
export function copyTraces(from: object, to: object): void {
	const { [HOME]: home, [TRACES]: traces } = from as Traced;
	if (home) (to as Traced)[HOME] = home;
	if (traces) (to as Traced)[TRACES] = new Map(traces);
}

/** The origin of a range in the document that a map or list was read from. */
function originIn({ source, start }: Home, { start: from, end }: Range): Origin {
	return { file: source.file, range: source.inFile({ start: from + start, end: end + start }) };
}

/** Where a field of a map, or an item of a list, was typed; undefined where nobody knows. */
export function traceOf(holder: object, key: string | number): Trace | undefined {
	const { [HOME]: home, [TRACES]: traces } = holder as Traced;
	const known = traces?.get(key);
	if (known || !home) return known;
	if (typeof key === 'number') {
		const item = home.node.kind === 'list' ? home.node.items[key] : undefined;
		if (!item) return undefined;
		const origin = originIn(home, item.value ? firstLine(item.value) : item.range);
		return traced(origin, origin, styleOf(home, key, item.value));
	}
	const entry = entryIn(home.node, key) ?? mergedEntry(home.node, key);
	if (!entry) return undefined;
	const own = originIn(home, entry.key.range);
	const isShown = entry.value?.kind === 'scalar' && entry.value.range.end > entry.value.range.start;
	return traced(own, isShown ? originIn(home, entry.value.range) : own, styleOf(home, key, entry.value));
}

/** More entries than that are looked up by their keys: of a large map each is asked for. */
const FEW = 20;
const BY_KEY = new WeakMap<Node, ReadonlyMap<string, Entry>>();

function entryIn(node: MapNode | ListNode, key: string): Entry | undefined {
	if (node.kind === 'list' || node.entries.length <= FEW) return entryOf(node, key);
	return kept(BY_KEY, node, () => new Map(node.entries.map((entry) => [entry.key.text, entry]))).get(key);
}

const traced = (key: Origin, value: Origin, as: Trace['as']): Trace => (as ? { key, value, as } : { key, value });

function styleOf({ times, node: holder }: Home, key: string | number, node: Node | undefined): Trace['as'] {
	if (!times || (node && node.kind !== 'scalar')) return undefined;
	if (times.has(key)) return 'time';
	if (node && node.style !== 'plain') return 'quoted';
	return holder.flow && !node?.text && !node?.tag ? 'blank' : undefined;
}

/** A map or list as a whole is shown by the key that it begins with. */
const firstLine = (node: Node): Range => (node.kind === 'map' ? (node.entries[0]?.key.range ?? node.range) : node.range);

/** A field that came by `<<`. */
function mergedEntry(node: Node, key: string): { readonly key: ScalarNode; readonly value: Node | undefined } | undefined {
	const merge = node.kind === 'map' ? entryIn(node, '<<')?.value : undefined;
	const sources = merge?.kind === 'list' ? merge.items.map(({ value }) => value) : [merge];
	for (const source of sources) {
		const entry = entryOf(source, key);
		if (entry) return entry;
	}
	return undefined;
}

/** Where a map or list begins; undefined for what was not read. */
export function homeOf(holder: object): Origin | undefined {
	const { [HOME]: home } = holder as Traced;
	return home && originIn(home, firstLine(home.node));
}

/** All of a map or list that was read, from its first key to its last value. */
export function wholeOf(holder: object): Origin | undefined {
	const { [HOME]: home } = holder as Traced;
	return home && originIn(home, home.node.range);
}

/** What stands there now came from elsewhere. */
export function setTrace(holder: object, key: string | number, trace: Trace | undefined): void {
	if (!trace) return;
	const traced = holder as Traced;
	traced[TRACES] ??= new Map();
	traced[TRACES].set(key, trace);
}

/** What stands there now was made a time, or a text. */
export function restyle(holder: object, key: string | number, as: Trace['as']): void {
	const trace = traceOf(holder, key);
	if (trace && trace.as !== as) setTrace(holder, key, traced(trace.key, trace.value, as));
}

/** What stands there now was written by a line of a kustomization, over what stood there. */
export function mark(holder: object, key: string | number, by: Origin | undefined): void {
	if (!by) return;
	const former = traceOf(holder, key);
	// What it has made is filled in by the same line.
	if (former?.value === by) return;
	setTrace(holder, key, traced(former?.key ?? by, behind(by, former?.value), former?.as === 'quoted' ? 'quoted' : undefined));
}

/** The text of a scalar as a source of its own: a block is read line by line, of what is quoted or folded only the whole is known. */
function textWithin(holder: object, key: string | number, text: string): Source | undefined {
	const { [HOME]: home } = holder as Traced;
	if (!home) return undefined;
	const node = childOf(home.node, key);
	if (node?.kind !== 'scalar') return undefined;
	const { source, start } = home;
	const whole = shifted(node.range, start);
	const written = source.text.slice(whole.start, whole.end);
	const inScalar =
		node.style === 'block' && written.startsWith('|') ? linesOf(written, text) : written.indexOf(text) >= 0 ? at(written.indexOf(text)) : undefined;
	return {
		file: source.file,
		text,
		inFile: (range) => source.inFile(inScalar ? { start: whole.start + inScalar(range.start), end: whole.start + inScalar(range.end) } : whole),
	};
}

/** A scalar as it is written, where it still is what was read. */
export function writtenText(holder: object, key: string): string | undefined {
	const { [HOME]: home, [TRACES]: traces } = holder as Traced;
	const node = home && !traces?.has(key) ? childOf(home.node, key) : undefined;
	return node?.kind === 'scalar' ? node.text : undefined;
}

/** The text of a scalar as a source; of what is known by no node, a file without a name. */
export const sourceWithin = (holder: unknown, key: string | number, text: string): Source =>
	(typeof holder === 'object' && holder !== null ? textWithin(holder, key, text) : undefined) ?? wholeFile('', text);

const at =
	(offset: number) =>
	(position: number): number =>
		position + offset;

/** Where offsets of a literal block's text lie in the block as it is written, which begins with its `|`. */
function linesOf(written: string, text: string): (offset: number) => number {
	const header = written.indexOf('\n') + 1;
	const indent = (/^(?:[ \t]*\n)*( *)/.exec(written.slice(header))?.[1] ?? '').length;
	// A text that was trimmed begins later.
	const starts = [header];
	for (let end = written.indexOf('\n', header); end >= 0; end = written.indexOf('\n', end + 1)) starts.push(end + 1);
	const first = starts.findIndex((start) => written.slice(start + indent).startsWith(text.slice(0, Math.max(0, text.indexOf('\n')) || undefined)));
	return (offset) => {
		const above = text.slice(0, offset);
		const line = above.split('\n').length - 1;
		return (starts[Math.max(0, first) + line] ?? written.length) + indent + (offset - (above.lastIndexOf('\n') + 1));
	};
}

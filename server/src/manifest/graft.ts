import type { Embedding, Part, Tree } from '../schema/embedding';
import { type Segment, startsWith } from '../schema/field-path';
import { frameOf } from '../schema/frames';
import type { Kind } from '../schema/kinds';
import { type Entry, entryOf, type Item, type Node, type Range } from '../yaml/node';
import { locate } from './locate';

/** A pod, or a piece of one, in an object of a custom kind. It is read as one of our kinds, in which it stands at `frame`. */
export interface Embedded {
	readonly part: Part;
	readonly apiVersion: string;
	/** The kind of the object, which is none of ours. */
	readonly kind: string;
	readonly object: Node;
	/** The way to it in the object, and in our kind. */
	readonly at: readonly Segment[];
	readonly frame: readonly Segment[];
	/** The key it stands under. */
	readonly key: Range;
}

/** What is read in place of the object: a tree of our kind, with nothing written but the part. Its keys above the part stand nowhere. */
export interface Grafted {
	readonly kind: Kind;
	readonly node: Node;
	readonly embedded: Embedded;
}

/** A place on the way down. */
interface Placed {
	readonly at: readonly Segment[];
	readonly entry: Pick<Entry, 'value' | 'alias'>;
	readonly key: Range;
}

/** The pods, and pieces of pods, in an object of a custom kind; what stands in another comes behind it, and is no longer in that. */
export function graftsOf(object: Node, apiVersion: string, kind: string, { tree, parts }: Embedding): readonly Grafted[] {
	const found: Grafted[] = [];
	const walk = (step: Tree | number, placed: Placed): void => {
		const below: Tree = typeof step === 'number' ? { '': step } : step;
		const part = typeof below[''] === 'number' ? parts[below['']] : undefined;
		const one = part && graft(placed, part, below, { apiVersion, kind, object });
		if (one) found.push(one);
		for (const [name, child] of Object.entries(below)) if (name) for (const next of stepsTo(placed, name)) walk(child, next);
	};
	walk(tree, { at: [], entry: { value: object }, key: object.range });
	return found;
}

/** The part that a path leads into, in its place in one of our kinds, whatever is written of it; of several the innermost. */
export function graftAt(
	object: Node | undefined,
	path: readonly Segment[],
	{ tree, parts }: Embedding,
): (Pick<Grafted, 'kind' | 'node'> & Pick<Embedded, 'part' | 'frame'> & { readonly path: readonly Segment[] }) | undefined {
	let found: ReturnType<typeof graftAt>;
	let step: Tree | number | undefined = tree;
	for (let length = 0; step !== undefined; length++) {
		const number = typeof step === 'number' ? step : step[''];
		const part = typeof number === 'number' ? parts[number] : undefined;
		const frame = part && frameOf(part.is, String(path[length - 1]));
		if (part && frame) {
			const spot = object && locate(object, path.slice(0, length));
			const value = spot?.exact ? spot.value : undefined;
			const node = framed(frame.way, { value }, NOWHERE, value?.range ?? NOWHERE);
			found = { kind: frame.kind, node, part, frame: frame.way, path: [...frame.way, ...path.slice(length)] };
		}
		const segment: Segment | undefined = path[length];
		step = segment === undefined || typeof step === 'number' ? undefined : child(step, segment);
	}
	return found;
}

/** Where a segment leads in a tree. */
function child(tree: Tree, segment: Segment): Tree | number | undefined {
	if (typeof segment === 'number') return tree['[]'];
	return segment !== '' && Object.hasOwn(tree, segment) ? tree[segment] : tree['{}'];
}

function stepsTo({ at, entry: { value } }: Placed, name: string): readonly Placed[] {
	if (name === '[]') return value?.kind === 'list' ? value.items.map((item, i) => ({ at: [...at, i], entry: item, key: firstOf(item.range) })) : [];
	if (value?.kind !== 'map') return [];
	if (name === '{}') return value.entries.map((entry) => ({ at: [...at, entry.key.text], entry, key: entry.key.range }));
	const entry = entryOf(value, name);
	return entry ? [{ at: [...at, name], entry, key: entry.key.range }] : [];
}

/** An item has no key; where it begins will do. */
const firstOf = ({ start }: Range): Range => ({ start, end: start });

function graft({ at, entry, key }: Placed, part: Part, below: Tree, owner: Pick<Embedded, 'apiVersion' | 'kind' | 'object'>): Grafted | undefined {
	const { value, alias } = entry;
	const frame = frameOf(part.is, String(at.at(-1)));
	if (!value || !frame) return undefined;
	const own = without(value, below);
	const embedded: Embedded = { part, ...owner, at, frame: frame.way, key };
	const range = { start: key.start, end: alias?.end ?? Math.max(key.end, value.range.end) };
	return { kind: frame.kind, node: framed(frame.way, { value: own, ...(alias ? { alias } : {}) }, key, range), embedded };
}

const NOWHERE: Range = { start: -1, end: -1 };

/** A part under the way to it, with nothing else in its maps and lists. The last key is the one that the part stands under in the file. */
export function framed([segment, ...rest]: readonly Segment[], part: Pick<Entry, 'value' | 'alias'>, key: Range, range: Range): Node {
	const isLast = rest.length === 0;
	const below: Pick<Entry, 'value' | 'alias'> = isLast ? part : { value: framed(rest, part, key, range) };
	if (typeof segment === 'number')
		return { kind: 'list', range, items: [...new Array<Item>(segment).fill({ value: undefined, range: NOWHERE }), { ...below, range }], flow: false };
	const isKey = rest.every((one) => typeof one === 'number');
	const name = { kind: 'scalar', text: segment ?? '', style: 'plain', range: isKey ? key : NOWHERE } as const;
	return { kind: 'map', range, entries: [{ ...below, key: name }], flow: false };
}

/** A node less the parts of other kinds that stand in it. */
function without(node: Node, tree: Tree): Node {
	const isPart = (step: Tree | number): boolean => typeof step === 'number' || typeof step[''] === 'number';
	if (node.kind === 'map') {
		const entries = node.entries.flatMap((entry) => {
			const step = child(tree, entry.key.text);
			if (step === undefined || !entry.value) return [entry];
			return isPart(step) ? [] : [{ ...entry, value: without(entry.value, step as Tree) }];
		});
		return { ...node, entries };
	}
	const step = child(tree, 0);
	if (node.kind !== 'list' || typeof step !== 'object' || isPart(step)) return node;
	return { ...node, items: node.items.map((item) => (item.value ? { ...item, value: without(item.value, step) } : item)) };
}

/** A way in our kind as it is in the file; undefined where it leads beside the part. */
export function inFile({ at, frame }: Embedded, way: readonly Segment[]): readonly Segment[] | undefined {
	return startsWith(way, frame) ? [...at, ...way.slice(frame.length)] : undefined;
}

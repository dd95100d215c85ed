import type { FieldPath, Segment } from '../schema/field-path';
import type { Entry, Node, Range } from '../yaml/node';
import { entryOf, isInside } from '../yaml/node';

/** Where a field is written: its key and its value, the value absent where nothing stands there. For a list item `key` is the item itself. */
export interface Spot {
	readonly key: Range;
	readonly value: Node | undefined;
	/** All of the path was found; else this is the nearest ancestor that is written. */
	readonly exact: boolean;
}

/** The place of a field path under `root`. An absent field is its nearest written ancestor's key; the root itself when nothing is. */
export function locate(root: Node, path: FieldPath | readonly Segment[]): Spot {
	const segments = 'segments' in path ? path.segments() : path;
	let spot: Spot = { key: rootKey(root), value: root, exact: true };
	for (const segment of segments) {
		const next = step(spot.value, segment);
		if (!next) return { ...spot, exact: false };
		spot = next;
	}
	return spot;
}

/** What is underlined where a path is at fault: a scalar's value where one is written, else the key. */
export function rangeOf(root: Node, path: FieldPath): Range {
	const spot = locate(root, path);
	return !path.isKeyItself && spot.exact && spot.value?.kind === 'scalar' && spot.value.range.end > spot.value.range.start ? spot.value.range : spot.key;
}

/** A fault of the whole object shows at its first key. */
function rootKey(root: Node): Range {
	return (root.kind === 'map' ? (root.entries.find((entry) => entry.key.text === 'kind') ?? root.entries[0])?.key.range : undefined) ?? root.range;
}

function step(node: Node | undefined, segment: Segment): Spot | undefined {
	if (typeof segment === 'number') {
		const item = node?.kind === 'list' ? node.items[segment] : undefined;
		return item && { key: item.value ? firstLine(item.value) : item.range, value: item.value, exact: true };
	}
	const entry = entryOf(node, segment) ?? mergedEntry(node, segment);
	return entry && { key: entry.key.range, value: entry.value, exact: true };
}

/** A map or list as a whole is shown by the key it begins with. */
function firstLine(node: Node): Range {
	const first = node.kind === 'map' ? node.entries[0]?.key.range : undefined;
	return first ?? node.range;
}

/** A field that came by `<<`. */
function mergedEntry(node: Node | undefined, key: string): Entry | undefined {
	const merge = entryOf(node, '<<')?.value;
	const sources = merge?.kind === 'list' ? merge.items.map((item) => item.value) : [merge];
	for (const source of sources) {
		const entry = entryOf(source, key);
		if (entry) return entry;
	}
	return undefined;
}

/** The path of the innermost key or value at an offset, from the root down, and whether the offset is on the key. */
export function pathAt(root: Node, offset: number): { readonly segments: readonly Segment[]; readonly onKey: boolean; readonly node: Node } | undefined {
	const segments: Segment[] = [];
	let node: Node = root;
	for (;;) {
		if (node.kind === 'map') {
			const entry: Entry | undefined = node.entries.find(
				(one) => isInside(one.key.range, offset) || (one.value && !one.alias && isInside(one.value.range, offset)),
			);
			if (!entry) return segments.length > 0 ? { segments, onKey: false, node } : undefined;
			segments.push(entry.key.text);
			if (isInside(entry.key.range, offset)) return { segments, onKey: true, node: entry.key };
			if (!entry.value) return { segments, onKey: false, node };
			node = entry.value;
		} else if (node.kind === 'list') {
			const index: number = node.items.findIndex((one) => one.value && !one.alias && isInside(one.value.range, offset));
			const value = node.items[index]?.value;
			if (!value) return { segments, onKey: false, node };
			segments.push(index);
			node = value;
		} else {
			return { segments, onKey: false, node };
		}
	}
}

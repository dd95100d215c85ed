import { locate } from '../../manifest/locate';
import type { Segment } from '../../schema/field-path';
import { addEntry, addItem, removeEntry, removeItem, replaceItem, replaceValue, replaceWithBlock } from '../../yaml/edit';
import { entryOf, type ListNode, type MapNode, type Node } from '../../yaml/node';
import { isNull } from '../../yaml/scalar';
import type { Edit } from '../../yaml/text-edit';

/** A tree, and the text that it was read from: a manifest, or any other. */
export interface Written {
	readonly node: Node;
	readonly document: { readonly text: string };
}

/** The edit that makes `value` (plain JSON) stand at a path, and what is not written on the way with it; undefined where something else is in the way. */
export function put(manifest: Written, path: readonly Segment[], value: unknown): Edit | undefined {
	const { text } = manifest.document;
	const depth = writtenDepth(manifest.node, path);
	if (depth === path.length) return replace(manifest, path, value);
	const owner = locate(manifest.node, path.slice(0, depth)).value;
	const [key, ...rest] = path.slice(depth);
	const inner = nested(rest, value);
	if (key === undefined || inner === undefined) return undefined;
	if (owner?.kind === 'map' && owner.entries.length > 0) return typeof key === 'string' ? addEntry(text, owner, key, inner.value) : undefined;
	if (owner?.kind === 'list' && owner.items.length > 0) return key === owner.items.length ? addItem(text, owner, inner.value) : undefined;
	const whole = isEmpty(owner) ? nested([key], inner.value) : undefined;
	return whole && replace(manifest, path.slice(0, depth), whole.value);
}

/** Nothing stands there, or nothing that could be kept. */
export function isEmpty(node: Node | undefined): boolean {
	if (!node) return true;
	if (node.kind === 'scalar') return isNull(node) || node.text.trim() === '';
	return node.kind === 'map' ? node.entries.length === 0 : node.items.length === 0;
}

/** How much of a path is written, from the root. */
function writtenDepth(root: Node, path: readonly Segment[]): number {
	const missing = path.findIndex((_, i) => !locate(root, path.slice(0, i + 1)).exact);
	return missing < 0 ? path.length : missing;
}

/** A value below the steps that lead to it; of lists only the first item can be made. */
function nested(steps: readonly Segment[], value: unknown): { readonly value: unknown } | undefined {
	if (steps.some((step) => typeof step === 'number' && step !== 0)) return undefined;
	return { value: steps.reduceRight<unknown>((inner, step) => (step === 0 ? [inner] : { [step]: inner }), value) };
}

/** The edit that puts `value` in the place of what is written at a path. */
export function replace(manifest: Written, path: readonly Segment[], value: unknown): Edit | undefined {
	const { text } = manifest.document;
	const parent = locate(manifest.node, path.slice(0, -1)).value;
	const last = path.at(-1);
	if (parent?.kind === 'list' && typeof last === 'number') return replaceItem(text, parent, last, value);
	const entry = typeof last === 'string' ? entryOf(parent, last) : undefined;
	if (parent?.kind !== 'map' || !entry) return undefined;
	const isInBrackets = parent.flow || (entry.value !== undefined && entry.value.kind !== 'scalar' && entry.value.flow && !isEmpty(entry.value));
	return !isInBrackets && typeof value === 'object' && value !== null && Object.keys(value).length > 0
		? replaceWithBlock(text, entry, value)
		: replaceValue(text, parent, entry, value);
}

/** The edit that takes away what is written at a path, its key too. */
export function remove(manifest: Written, path: readonly Segment[]): Edit | undefined {
	const { text } = manifest.document;
	const parent = locate(manifest.node, path.slice(0, -1)).value;
	const last = path.at(-1);
	if (parent?.kind === 'list' && typeof last === 'number')
		return parent.items.length === 1 ? replaceEmpty(manifest, path.slice(0, -1), parent) : removeItem(text, parent, last);
	const entry = typeof last === 'string' ? entryOf(parent, last) : undefined;
	return parent?.kind === 'map' && entry ? removeEntry(text, parent, entry) : undefined;
}

/** A list whose last item goes says so. */
const replaceEmpty = (manifest: Written, path: readonly Segment[], list: ListNode): Edit | undefined =>
	list.flow ? removeItem(manifest.document.text, list, 0) : replace(manifest, path, []);

/** The entry at a path, with the map it stands in. */
export function entryAt(manifest: Written, path: readonly Segment[]): { readonly map: MapNode; readonly entry: MapNode['entries'][number] } | undefined {
	const map = locate(manifest.node, path.slice(0, -1)).value;
	const last = path.at(-1);
	const entry = typeof last === 'string' ? entryOf(map, last) : undefined;
	return map?.kind === 'map' && entry ? { map, entry } : undefined;
}

/** What is written at a path; undefined where nothing is. */
export function valueAt(manifest: Written, path: readonly Segment[]): Node | undefined {
	const { value, exact } = locate(manifest.node, path);
	return exact ? value : undefined;
}

/** The text of the scalar at a path. */
export function textAt(manifest: Written, path: readonly Segment[]): string | undefined {
	const value = valueAt(manifest, path);
	return value?.kind === 'scalar' && !isNull(value) && value.text !== '' ? value.text : undefined;
}

/** The items of the list at a path, each with its path. */
export function itemsAt(manifest: Written, path: readonly Segment[]): readonly (readonly Segment[])[] {
	const value = valueAt(manifest, path);
	return value?.kind === 'list' ? value.items.map((_, index) => [...path, index]) : [];
}

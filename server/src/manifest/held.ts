import type { Segment } from '../schema/field-path';
import { waysToHeld } from '../schema/holders';
import { entryOf, type Item, type Node, nodeAt, textOf } from '../yaml/node';

/** What holds an object may be held itself; nobody writes more. */
const DEEPEST = 3;

const waysIn = (node: Node): readonly (readonly string[])[] => waysToHeld(textOf(node, 'apiVersion') ?? '', textOf(node, 'kind') ?? '');

/** The objects that will be made of one: what it holds, or itself where it holds none. */
export function madeOf(node: Node, depth = 0): readonly Node[] {
	if (depth === DEEPEST || node.kind !== 'map') return [node];
	const held = waysIn(node).flatMap((way) => below(node, way));
	return held.length > 0 ? held.flatMap((one) => madeOf(one, depth + 1)) : [node];
}

/** The same of an item of a list of objects; an alias lists an object again, not all that it holds. */
export const madeOfItem = ({ value, alias }: Pick<Item, 'value' | 'alias'>): readonly Node[] => (value && !alias ? madeOf(value) : value ? [value] : []);

/** What an alias stands for is held where it is written: so no text holds more than it says. */
function below(node: Node | undefined, [step, ...way]: readonly string[]): readonly Node[] {
	if (!node) return [];
	if (step === undefined) return [node];
	if (step === '[]') return node.kind === 'list' ? node.items.flatMap(({ value, alias }) => (alias ? [] : below(value, way))) : [];
	const entry = entryOf(node, step);
	return entry?.alias ? [] : below(entry?.value, way);
}

/** The object among those that one holds in which a path ends, and the rest of the path; the object itself where that is in none. */
export function madeAt(node: Node | undefined, path: readonly Segment[], depth = 0): { readonly object: Node | undefined; readonly path: readonly Segment[] } {
	const way = node && depth < DEEPEST ? waysIn(node).find((one) => leadsAlong(one, path)) : undefined;
	return way ? madeAt(nodeAt(node, path.slice(0, way.length)), path.slice(way.length), depth + 1) : { object: node, path };
}

const leadsAlong = (way: readonly string[], path: readonly Segment[]): boolean =>
	way.length <= path.length && way.every((step, i) => (step === '[]' ? typeof path[i] === 'number' : step === path[i]));

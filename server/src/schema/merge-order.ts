/** In which order the items of merged lists end up. */
import { isMap, type Json } from './json';
import { DIRECTIVE, identity, placesIn } from './patch-meta';

type List = readonly Json[];

/** normalizeSliceOrder: the items as `order` has them, those to be deleted last. */
export function inOrder(items: List, order: List, mergeKey: string): List {
	const places = placesIn(order, mergeKey);
	const place = (item: Json): number => places.get(identity(item, mergeKey)) ?? -1;
	const isDeletion = (item: Json): boolean => mergeKey !== '' && isMap(item) && item[DIRECTIVE] === 'delete';
	const kept = items.filter((item) => !isDeletion(item));
	return [...kept.toSorted((a, b) => place(a) - place(b)), ...items.filter(isDeletion)];
}

/** normalizeElementOrder: those in `order` as they are there, the others as they were, woven together as they stood in `live`. */
export function interleaved(items: List, order: List, live: List, mergeKey: string): List {
	const ordered = placesIn(order, mergeKey);
	const places = placesIn(live, mergeKey);
	const isWanted = (item: Json): boolean => ordered.has(identity(item, mergeKey));
	const place = (item: Json): number => places.get(identity(item, mergeKey)) ?? -1;
	const wanted = inOrder(items.filter(isWanted), order, mergeKey);
	const others = inOrder(
		items.filter((item) => !isWanted(item)),
		live,
		mergeKey,
	);
	const woven: Json[] = [];
	let next = 0;
	for (const item of wanted) {
		for (let other = others[next]; other !== undefined && comesBefore(place(other), place(item)); other = others[++next]) woven.push(other);
		woven.push(item);
	}
	return [...woven, ...others.slice(next)];
}

/** Both stood in the live list, one before the other. */
const comesBefore = (one: number, other: number): boolean => one >= 0 && one < other;

/** validatePatchWithSetOrderList: the items are among those that are ordered, in the same order. */
export function agree(items: List, order: List, mergeKey: string): boolean {
	if (order.length === 0) return true;
	let next = 0;
	for (const item of items) {
		while (next < order.length && identity(order[next], mergeKey) !== identity(item, mergeKey)) next++;
		if (next++ >= order.length) return false;
	}
	return true;
}

/**
 * What Go's merge leaves in the live list, by which it then takes bearings: deletions move the items after them down, and what is new overwrites
 * the places that they freed. An accident of slices that share their memory, but it decides where items end up.
 */
export function asLeftBehind(live: List, patch: List, mergeKey: string): List {
	if (mergeKey === '') return live;
	const left = [...live];
	let length = live.length;
	const find = (item: Json): number => left.slice(0, length).findIndex((other) => identity(other, mergeKey) === identity(item, mergeKey));
	for (const item of patch.filter((one) => isMap(one) && one[DIRECTIVE] === 'delete')) {
		for (let at = find(item); at >= 0; at = find(item)) left.copyWithin(at, at + 1, length--);
	}
	for (const item of patch) {
		if (!isMap(item) || item[DIRECTIVE] !== undefined || find(item) >= 0) continue;
		if (length < live.length) left[length] = item;
		length++;
	}
	return left;
}

import { get, isEmpty, isFields, put, scalarText, type Value } from './object';

/** What an element says under each of the keys of its list; '' where it says nothing. */
type Names = readonly string[];

/** Walker.elementValues and mergeValues: what elements are called, each once, the patch first; what agrees with another where both say something is called as both say. */
export function namesOf(items: readonly Value[], keys: readonly string[]): readonly Names[] {
	const all = firsts(items, keys).map((item) => calledIn(item, keys));
	for (let i = 0; i < all.length; i++) {
		const one = all[i] ?? [];
		for (let j = 0; j < all.length; j++) {
			// It is compared as it was called first, whatever it came to be called on the way.
			const both = agreed(one, all[j] ?? []);
			if (both) [all[i], all[j]] = [both, both];
		}
	}
	return all;
}

/** elementValues: of elements that are called the same only the first is walked through. */
export function firsts(items: readonly Value[], keys: readonly string[], before: readonly Value[] = []): readonly Value[] {
	const nameOf = (item: Value): string => calledIn(item, keys).join('\0');
	const seen = new Set(before.map(nameOf));
	return items.filter((item) => {
		const name = nameOf(item);
		return !seen.has(name) && seen.add(name);
	});
}

const calledIn = (item: Value, keys: readonly string[]): Names => keys.map((key) => scalarText(get(item, key)) ?? '');

/** match: equal in at least one, and one of them says nothing where they differ. */
function agreed(one: Names, other: Names): Names | undefined {
	const isApart = one.some((name, i) => name !== other[i] && name !== '' && other[i] !== '');
	return !isApart && one.some((name, i) => name === other[i]) ? one.map((name, i) => name || (other[i] ?? '')) : undefined;
}

/** validateKeys: those of the keys that some of the names say something for; all where none does. */
export function spoken(names: readonly Names[], keys: readonly string[]): readonly string[] {
	const own = keys.filter((_, i) => names.some((one) => one[i] !== ''));
	return own.length > 0 ? own : keys;
}

/** The names for some of the keys. */
export const namesFor = (names: Names, keys: readonly string[], some: readonly string[]): Names => some.map((key) => names[keys.indexOf(key)] ?? '');

/** RNode.ElementList: whether an element is called so; here an empty name is none. */
export function calledSo(names: Names, keys: readonly string[]): (item: Value) => boolean {
	const own = spoken([names], keys).map((key) => [key, names[keys.indexOf(key)]] as const);
	return (item) => isFields(item) && own.every(([key, name]) => scalarText(get(item, key)) === name);
}

/** FieldMatcher of a StringValue: an empty name is any. */
function isCalled(item: Value, key: string, name: string): boolean {
	const value = get(item, key);
	return value !== undefined && (name === '' || scalarText(value) === name);
}

/** ElementSetter: an element in the place of those that are called so, else behind all; without one they go. Names for the first of the keys will do. */
export function withElement(items: readonly Value[], keys: readonly string[], names: Names, element: Value | undefined): readonly Value[] {
	const all: Value[] = [];
	let isFound = false;
	for (const item of items) {
		if (item === null || (isFields(item) && isEmpty(item))) continue;
		const isMeant = names.length > 0 && keys.every((key, i) => i >= names.length || isCalled(item, key, names[i] ?? ''));
		if (isMeant) {
			isFound = true;
			if (element !== undefined) all.push(element);
		} else if (names.length > 0) all.push(item);
	}
	return isFound || element === undefined ? all : [...all, element];
}

/** appendListNode: by several keys what was there stands behind what is new, in its own order. */
export function appended(items: readonly Value[], others: readonly Value[], keys: readonly string[]): Value[] {
	let all = items;
	for (const other of others) {
		const names = keys.flatMap((key) => scalarText(get(other, key)) ?? []);
		for (const key of keys) if (get(other, key) === undefined) all = [...all, other];
		if (keys.length > 1) all = withElement(all, keys, names, undefined);
		all = withElement(all, keys, names, other);
	}
	return [...all];
}

/** A key that only one of two elements gave is given by what came of them. */
export function fillKeys(result: Value, keys: readonly string[], others: readonly (Value | undefined)[]): void {
	if (!isFields(result)) return;
	for (const key of keys) {
		const value = others.map((other) => get(other, key)).find((one) => one !== undefined && one !== null);
		if (get(result, key) === undefined && value !== undefined) put(result, key, value);
	}
}

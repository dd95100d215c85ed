import { kept } from '../schema/remember';
import type { Entry, ListNode, MapNode, Node } from '../yaml/node';
import { fieldName, kustomizeField } from './fields';

/**
 * A tree as encoding/json decodes it into a struct of kustomize, which takes the name of a field in letters of any case: each stands under its own name.
 * Keys come sorted there: of one field under several names the last in that order counts, but maps are filled by all. What is in its case already is returned as it is.
 */
export const inItsCase = (node: Node | undefined, struct: string): Node | undefined => node && inStruct(node, struct, new Map());

/** What was made of maps and lists by their structs: aliases may lead to the same one many times, and the one way there to many more. */
type Made = Map<string, Map<Node, Node>>;

function inStruct(node: Node, struct: string, made: Made): Node {
	if (node.kind === 'scalar') return node;
	const own = kept(made, struct, () => new Map());
	return kept(own, node, () => (node.kind === 'list' ? inList(node, struct, made) : inMap(node, struct, made)));
}

function inMap(node: MapNode, struct: string, made: Made): Node {
	const named = node.entries.map((entry): Entry => {
		const { key, value } = entry;
		const name = fieldName(struct, key.text) ?? key.text;
		const below = belowOf(struct, name);
		const inside = value && below !== undefined ? inStruct(value, below, made) : value;
		return name === key.text && inside === value ? entry : { ...entry, key: { ...key, text: name }, value: inside };
	});
	if (named.every((entry, index) => entry === node.entries[index])) return node;
	const byName = new Map<string, Named[]>();
	for (const [index, entry] of named.entries()) kept(byName, entry.key.text, () => []).push({ entry, as: node.entries[index]?.key.text ?? '' });
	return { ...node, entries: [...byName.values()].flatMap(ofName) };
}

function inList(list: ListNode, struct: string, made: Made): Node {
	const items = list.items.map((item) => {
		const value = item.value && inStruct(item.value, struct, made);
		return value === item.value ? item : { ...item, value };
	});
	return items.every((item, index) => item === list.items[index]) ? list : { ...list, items };
}

const belowOf = (struct: string, name: string): string | undefined => {
	const type = kustomizeField(struct, name);
	return type !== undefined && type !== 'open' && (type.kind === 'struct' || type.kind === 'structs') ? type.struct : undefined;
};

/** An entry under its own name, and how that was written. */
interface Named {
	readonly entry: Entry;
	readonly as: string;
}

function ofName(all: Named[]): readonly Entry[] {
	// The same key twice is a fault of YAML's.
	if (all.length === 1 || new Set(all.map(({ as }) => as)).size < all.length) return all.map(({ entry }) => entry);
	all.sort((a, b) => (a.as < b.as ? -1 : 1));
	const last = all.at(-1)?.entry;
	const maps = all.flatMap(({ entry }) => (entry.value?.kind === 'map' ? entry.value : []));
	if (!last || maps.length < all.length) return last ? [last] : [];
	return [{ ...last, value: { ...(last.value as MapNode), entries: unique(maps.flatMap(({ entries }) => entries)) } }];
}

const unique = (entries: readonly Entry[]): readonly Entry[] => [...new Map(entries.map((entry) => [entry.key.text, entry])).values()];

import type { Entry, MapNode, Node } from '../yaml/node';
import { fieldName, kustomizeField } from './fields';

/**
 * A tree as encoding/json decodes it into a struct of kustomize, which takes the name of a field in letters of any case: each stands under its own name.
 * Keys come sorted there: of one field under several names the last in that order counts, but maps are filled by all. What is in its case already is returned as it is.
 */
export function inItsCase(node: Node | undefined, struct: string): Node | undefined {
	if (node?.kind === 'list') return inList(node, struct);
	if (node?.kind !== 'map') return node;
	const named = node.entries.map((entry): Entry => {
		const { key, value } = entry;
		const name = fieldName(struct, key.text) ?? key.text;
		const below = belowOf(struct, name);
		const inside = below === undefined ? value : inItsCase(value, below);
		return name === key.text && inside === value ? entry : { ...entry, key: { ...key, text: name }, value: inside };
	});
	if (named.every((entry, index) => entry === node.entries[index])) return node;
	const names = new Set(named.map(({ key }) => key.text));
	return { ...node, entries: [...names].flatMap((name) => ofName(named, node, name)) };
}

function inList(list: Extract<Node, { kind: 'list' }>, struct: string): Node {
	const items = list.items.map((item) => {
		const value = inItsCase(item.value, struct);
		return value === item.value ? item : { ...item, value };
	});
	return items.every((item, index) => item === list.items[index]) ? list : { ...list, items };
}

const belowOf = (struct: string, name: string): string | undefined => {
	const type = kustomizeField(struct, name);
	return type !== undefined && type !== 'open' && (type.kind === 'struct' || type.kind === 'structs') ? type.struct : undefined;
};

function ofName(named: readonly Entry[], written: MapNode, name: string): readonly Entry[] {
	const all = named.flatMap((entry, index) => (entry.key.text === name ? { entry, as: written.entries[index]?.key.text ?? '' } : []));
	// The same key twice is a fault of YAML's.
	if (all.length === 1 || new Set(all.map(({ as }) => as)).size < all.length) return all.map(({ entry }) => entry);
	all.sort((a, b) => (a.as < b.as ? -1 : 1));
	const last = all.at(-1)?.entry;
	const maps = all.flatMap(({ entry }) => (entry.value?.kind === 'map' ? entry.value : []));
	if (!last || maps.length < all.length) return last ? [last] : [];
	return [{ ...last, value: { ...(last.value as MapNode), entries: unique(maps.flatMap(({ entries }) => entries)) } }];
}

const unique = (entries: readonly Entry[]): readonly Entry[] => [...new Map(entries.map((entry) => [entry.key.text, entry])).values()];

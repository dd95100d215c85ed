import { entryOf, type Node, textOf } from '../yaml/node';

/** The objects of a document: itself, or what it lists. */
export function objectsOf(root: Node | undefined): readonly Node[] {
	const items = entryOf(root, 'items')?.value;
	if (items?.kind === 'list' && textOf(root, 'kind')?.endsWith('List')) return items.items.flatMap((item) => (item.value ? [item.value] : []));
	return root ? [root] : [];
}

/** The keys under some fields of an object. */
export function keysOf(object: Node, ...fields: readonly string[]): readonly string[] {
	return fields.flatMap((field) => {
		const data = entryOf(object, field)?.value;
		return data?.kind === 'map' ? data.entries.map((entry) => entry.key.text) : [];
	});
}

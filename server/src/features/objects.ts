import { madeOfItem } from '../manifest/held';
import { entryOf, type Node, textOf } from '../yaml/node';

/** The objects of a document: itself, or what it lists or holds. */
export function objectsOf(root: Node | undefined): readonly Node[] {
	const items = entryOf(root, 'items')?.value;
	const isList = items?.kind === 'list' && textOf(root, 'kind')?.endsWith('List');
	return (isList ? items.items : [{ value: root }]).flatMap(madeOfItem);
}

/** The keys under some fields of an object. */
export function keysOf(object: Node, ...fields: readonly string[]): readonly string[] {
	return fields.flatMap((field) => {
		const data = entryOf(object, field)?.value;
		return data?.kind === 'map' ? data.entries.map((entry) => entry.key.text) : [];
	});
}

import { locate } from '../manifest/locate';
import type { Segment } from '../schema/field-path';
import type { Repair } from '../schema/problem';
import { addEntry, type Edit, removeEntry, removeItem, renameKey, replaceValue } from '../yaml/edit';
import { entryOf, type Node } from '../yaml/node';

/** The edit of the document's text that a repair asks for; undefined where its place is not written as it thinks. */
export function editOf(repair: Repair, root: Node, text: string): Edit | undefined {
	const segments = repair.path.segments();
	const last = segments.at(-1);
	const parent = locate(root, segments.slice(0, -1));
	if (last === undefined || !parent.exact) return undefined;
	switch (repair.do) {
		case 'set':
			return set(parent.value, last, repair.to, text);
		case 'remove':
			return remove(parent.value, last, text);
		case 'rename': {
			const entry = typeof last === 'string' ? entryOf(parent.value, last) : undefined;
			return entry && renameKey(entry, repair.to);
		}
	}
}

function set(parent: Node | undefined, key: Segment, value: unknown, text: string): Edit | undefined {
	if (parent?.kind === 'list' && typeof key === 'number') {
		const item = parent.items[key]?.value;
		return item?.kind === 'scalar' ? { range: item.range, text: String(value) } : undefined;
	}
	if (parent?.kind !== 'map' || typeof key !== 'string') return undefined;
	const entry = entryOf(parent, key);
	return entry ? replaceValue(text, entry, value) : addEntry(text, parent, key, value);
}

function remove(parent: Node | undefined, key: Segment, text: string): Edit | undefined {
	if (parent?.kind === 'list' && typeof key === 'number') return removeItem(text, parent, key);
	if (parent?.kind !== 'map' || typeof key !== 'string') return undefined;
	const entry = entryOf(parent, key);
	return entry && removeEntry(text, parent, entry);
}

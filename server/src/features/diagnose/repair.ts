import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Repair } from '../../schema/problem';
import { addEntry, removeEntry, removeItem, renameKey, replaceScalar, replaceValue } from '../../yaml/edit';
import { childOf, entryOf, type Node } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import { changingTitle, removalTitle, settingTitle } from '../repair/titles';

export interface Fix {
	readonly title: Bilingual;
	readonly edit: Edit;
}

/** A fix whose title and edit are written when somebody asks for them, once: whoever diagnoses wants to know no more than that there is one. */
export function fixLater(title: () => Bilingual, write: () => Edit): Fix {
	let [name, known]: [Bilingual?, Edit?] = [];
	return {
		get title() {
			name ??= title();
			return name;
		},
		get edit() {
			known ??= write();
			return known;
		},
	};
}

/** Spread into a diagnostic: the fix that a repair asks for, if there is one and it can be written. */
export function fixOf({ node, document }: Pick<Manifest, 'node' | 'document'>, repair: Repair | undefined): { readonly fix?: Fix } {
	const write = repair && writerOf(repair, node, document.text);
	return repair && write ? { fix: fixLater(() => titleOf(repair), write) } : {};
}

function titleOf(repair: Repair): Bilingual {
	const name = repair.path.segment;
	if (repair.do === 'remove') return removalTitle(name);
	return repair.do === 'rename' ? changingTitle(repair.to) : settingTitle(name, repair.to);
}

/** What writes the edit of the document's text that a repair asks for; undefined where its place is not written as it thinks. */
function writerOf(repair: Repair, root: Node, text: string): (() => Edit) | undefined {
	const segments = repair.path.segments();
	const last = segments.at(-1);
	const parent = locate(root, segments.slice(0, -1));
	if (last === undefined) return undefined;
	if (!parent.exact) return repair.do === 'set' ? setBelow(segments, repair.to, root, text) : undefined;
	switch (repair.do) {
		case 'set':
			return set(parent.value, last, repair.to, text);
		case 'replace':
			return written(parent.value, last) === repair.from ? set(parent.value, last, repair.to, text) : undefined;
		case 'remove':
			return remove(parent.value, last, text);
		case 'rename': {
			const entry = typeof last === 'string' ? entryOf(parent.value, last) : undefined;
			return entry && (() => renameKey(text, entry, repair.to));
		}
	}
}

function set(parent: Node | undefined, key: Segment, value: unknown, text: string): (() => Edit) | undefined {
	if (parent?.kind === 'list' && typeof key === 'number') {
		const item = parent.items[key]?.value;
		return item?.kind === 'scalar' ? () => replaceScalar(text, item, value, parent.flow) : undefined;
	}
	if (parent?.kind !== 'map' || typeof key !== 'string') return undefined;
	const entry = entryOf(parent, key);
	return () => (entry ? replaceValue(text, parent, entry, value) : addEntry(text, parent, key, value));
}

function written(parent: Node | undefined, key: Segment): string | undefined {
	const value = childOf(parent, key);
	return value?.kind === 'scalar' ? value.text : undefined;
}

/** What lies between is written too: `limits: {cpu: …}` where there are no limits yet. */
function setBelow(segments: readonly Segment[], value: unknown, root: Node, text: string): (() => Edit) | undefined {
	const [key, ...rest] = segments.slice(segments.findIndex((_, i) => !locate(root, segments.slice(0, i + 1)).exact));
	if (key === undefined || rest.some((segment) => typeof segment === 'number')) return undefined;
	const owner = locate(root, segments.slice(0, segments.length - rest.length - 1));
	return set(
		owner.value,
		key,
		rest.reduceRight<unknown>((inner, segment) => ({ [segment]: inner }), value),
		text,
	);
}

function remove(parent: Node | undefined, key: Segment, text: string): (() => Edit) | undefined {
	if (parent?.kind === 'list' && typeof key === 'number') {
		const edit = removeItem(text, parent, key);
		return edit && (() => edit);
	}
	if (parent?.kind !== 'map' || typeof key !== 'string') return undefined;
	const entry = entryOf(parent, key);
	return entry && (() => removeEntry(text, parent, entry));
}

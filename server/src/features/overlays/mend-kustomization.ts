import { pathAt } from '../../manifest/locate';
import { KUSTOMIZE_STRUCTS } from '../../overlays/fields';
import { nearest } from '../../schema/nearest';
import { addAll, merged, removeEntry, renameKey, replaceWithBlock } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { type Entry, entryOf, type MapNode, type Node, nodeAt, type Range } from '../../yaml/node';
import { faultIn, parse } from '../../yaml/parse';
import { asOneEdit, type Edit, edited } from '../../yaml/text-edit';
import { structAt } from '../built/build-file';
import type { Fix } from '../diagnose/repair';
import { changingTitle } from '../repair/titles';

/** The field that was meant where a kustomization has one that kustomize does not know. */
export function spelledRight(text: string, root: Node, { start }: Range): Fix | undefined {
	const path = pathAt(root, start)?.segments ?? [];
	const [above, key] = [path.slice(0, -1), path.at(-1)];
	const struct = structAt(above, 'Kustomization');
	if (struct === undefined || typeof key !== 'string') return undefined;
	const holder = nodeAt(root, above);
	const entry = entryOf(holder, key);
	const taken = holder?.kind === 'map' ? holder.entries.map((one) => one.key.text.toLowerCase()) : [];
	const free = Object.keys(KUSTOMIZE_STRUCTS[struct] ?? {}).filter((name) => !taken.includes(name.toLowerCase()));
	const meant = nearest(key, free);
	return entry && meant !== undefined ? { title: changingTitle(meant), edit: renameKey(text, entry, meant) } : undefined;
}

/** What takes the place of a field, and its value as it stands there; undefined where that cannot be said. */
interface Successor {
	readonly to: string;
	readonly value?: (from: Node) => object | undefined;
}

/** Kustomization.FixKustomization and FixKustomizationPreMarshalling; of `vars` nobody is sure, as there (CheckDeprecatedFields). */
const SUCCESSORS: Readonly<Record<string, Successor>> = {
	bases: { to: 'resources' },
	imageTags: { to: 'images' },
	patchesJson6902: { to: 'patches' },
	patchesStrategicMerge: { to: 'patches', value: asPatches },
	commonLabels: { to: 'labels', value: (pairs) => (pairs.kind === 'map' ? [{ includeSelectors: true, pairs: toJson(pairs) }] : undefined) },
	vars: { to: 'replacements', value: () => undefined },
};

function asPatches(list: Node): object | undefined {
	if (list.kind !== 'list') return undefined;
	const texts = list.items.flatMap(({ value }) => (value?.kind === 'scalar' ? value.text : []));
	return texts.map((text) => ({ [text.includes('\n') ? 'patch' : 'path']: text }));
}

/** A field that kustomize takes still, though another is meant to be written. */
export interface Retired {
	readonly name: string;
	readonly to: string;
	readonly range: Range;
	/** What `kustomize edit fix` makes of it. */
	readonly fix?: Fix;
}

/** The retired fields of a kustomization. */
export function retiredFields(text: string, root: Node | undefined): readonly Retired[] {
	if (root?.kind !== 'map') return [];
	return root.entries.flatMap((entry): readonly Retired[] => {
		const name = entry.key.text;
		const successor = Object.hasOwn(SUCCESSORS, name) ? SUCCESSORS[name] : undefined;
		if (!successor || !entry.value) return [];
		const edit = movedTo(text, root, entry, successor);
		const fix = edit && !faultIn(edited(text, [edit])) ? { fix: { title: changingTitle(successor.to), edit } } : {};
		return [{ name, to: successor.to, range: entry.key.range, ...fix }];
	});
}

function movedTo(text: string, map: MapNode, entry: Entry, { to, value }: Successor): Edit | undefined {
	const there = entryOf(map, to);
	const rename = renameKey(text, entry, to);
	const changed = entry.value && value?.(entry.value);
	if (!entry.value || (value && !changed)) return undefined;
	if (!there) return changed ? asOneEdit([rename, replaceWithBlock(text, entry, changed)], text) : rename;
	// Labels of two lists that meet are told by kustomize, which mends neither.
	if (to === 'labels' && there.value && JSON.stringify(toJson(there.value)).includes('"pairs"')) return undefined;
	const from = changed ? parse(JSON.stringify(changed)).root : entry.value;
	const added = there.value && from ? addAll(text, there.value, from) : undefined;
	return added && asOneEdit(merged(text, added, removeEntry(text, map, entry)), text);
}

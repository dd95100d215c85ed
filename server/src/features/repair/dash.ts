import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { joinItem, splitLines } from '../../yaml/edit';
import { PUT_DASH } from '../diagnose/causes/missing-dash';
import type { Fix } from '../diagnose/repair';
import type { Candidate, Site } from './site';
import { valueAt } from './write';

const TITLE = { en: 'Remove the dash: it is part of the item above', ko: '대시 지우기(위 항목에 속한다)' };

/** An item that lacks what it must have, and the one above or below it: a dash too many made two of one. */
export function joins({ manifest, path, type }: Site): readonly Candidate[] {
	const index = path.findLastIndex((segment) => typeof segment === 'number');
	if (type !== 'FieldValueRequired' || index < 0) return [];
	const at = Number(path[index]);
	return [at, at + 1].flatMap((item) => joined(manifest, path.slice(0, index), item));
}

function joined(manifest: Site['manifest'], path: readonly Segment[], item: number): readonly Candidate[] {
	const list = valueAt(manifest, path);
	const [above, below] = list?.kind === 'list' ? [list.items[item - 1]?.value, list.items[item]?.value] : [];
	if (list?.kind !== 'list' || above?.kind !== 'map' || below?.kind !== 'map') return [];
	const keys = new Set(above.entries.map(({ key }) => key.text));
	if (below.entries.some(({ key }) => keys.has(key.text))) return [];
	const edit = joinItem(manifest.document.text, list, item);
	return edit ? [{ title: TITLE, edits: [edit], isCertain: true, isAll: true }] : [];
}

/** `name: a` and more, `name: b` and more in one item: the second lacks its dash, whichever of its keys is told of. `owner` is the path of the item. */
export function parted(manifest: Manifest, owner: readonly Segment[]): Fix | undefined {
	const map = valueAt(manifest, owner);
	if (typeof owner.at(-1) !== 'number' || map?.kind !== 'map' || map.flow) return undefined;
	const key = map.entries[0]?.key.text;
	const places = map.entries.flatMap((entry, i) => (entry.key.text === key ? [i] : []));
	const ends = [...places, map.entries.length];
	const second = map.entries[places[1] ?? 0];
	// A line that stands there twice begins nothing.
	if (!second || places.some((place, i) => (ends[i + 1] ?? 0) - place < 2)) return undefined;
	const edit = splitLines(manifest.document.text, map, second);
	return edit && { title: PUT_DASH, edit };
}

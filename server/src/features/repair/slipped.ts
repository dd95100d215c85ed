import type { Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { structOf, type Type } from '../../schema/schema';
import { columnOf, indentEntries } from '../../yaml/edit';
import { lineStart } from '../../yaml/lines';
import type { Entry, MapNode } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';
import { pathBelow } from '../diagnose/belongs';
import { placeOf, structAt } from '../place';
import { movingTitle } from './titles';
import { isEmpty, valueAt } from './write';

/** Entries that stand beside the key that they belong below, and what puts them there: their lines, further right. */
export interface Slipped {
	readonly title: Bilingual;
	readonly edit: Edit;
}

/** The map that an entry stands in, as lines. */
interface Owner {
	readonly manifest: Manifest;
	readonly path: readonly Segment[];
	readonly map: MapNode;
	readonly struct: string;
}

/**
 * `securityContext:` without a value, and below it, in its own column, what it would hold: nothing else is meant.
 * `owner` is the path of the map, `at` where the key of one of the entries starts; undefined where the entry belongs to nothing above it.
 */
export function slippedOut(manifest: Manifest, owner: readonly Segment[], at: number): Slipped | undefined {
	const found = ownerAt(manifest, owner);
	const index = found?.map.entries.findIndex(({ key }) => key.range.start === at) ?? -1;
	if (!found || index < 1) return undefined;
	const above = found.map.entries.findLastIndex((entry, i) => i < index && isEmpty(entry.value) && !isStranger(found, entry));
	const entries = found.map.entries.slice(above + 1);
	const key = found.map.entries[above]?.key;
	const type = key && typeBelow(found, key.text);
	if (!type) return undefined;
	const run = entries.slice(0, lengthOfRun(found, entries, type));
	return above + run.length < index ? undefined : moved(found, run, key.text, '');
}

/** Several keys in a row that belong below one that is not there yet, `limits` and `requests` beside the image: it is written above them. */
export function slippedUp(manifest: Manifest, owner: readonly Segment[], at: number, below: string): Slipped | undefined {
	const found = ownerAt(manifest, owner);
	const type = found && typeBelow(found, below);
	if (!type || found.map.entries.some(({ key }) => key.text === below)) return undefined;
	const { entries } = found.map;
	const index = entries.findIndex(({ key }) => key.range.start === at);
	const start = index - lengthOfRun(found, entries.slice(0, Math.max(0, index)).toReversed(), type);
	const run = entries.slice(start, start + lengthOfRun(found, entries.slice(start), type));
	const [first] = run;
	if (!first || run.length < 2) return undefined;
	const column = columnOf(manifest.document.text, first.key.range.start);
	return moved(found, run, below, `${' '.repeat(column)}${below}:\n`);
}

function ownerAt(manifest: Manifest, path: readonly Segment[]): Owner | undefined {
	const map = valueAt(manifest, path);
	const struct = structAt(manifest.kind.kind, path);
	return map?.kind === 'map' && !map.flow && struct !== undefined ? { manifest, path, map, struct } : undefined;
}

/** What a field holds that has keys below it. */
function typeBelow({ manifest, path }: Owner, key: string): Type | undefined {
	const type = placeOf(manifest.kind.kind, [...path, key])?.type;
	return type?.kind === 'struct' || type?.kind === 'map' ? type : undefined;
}

/** How many entries, from the first on, are none here and belong below. */
function lengthOfRun(owner: Owner, entries: readonly Entry[], type: Type): number {
	const end = entries.findIndex((entry) => !isStranger(owner, entry) || !mayStandIn(type, entry));
	return end < 0 ? entries.length : end;
}

/** It is no field here, or stands here for the second time. */
const isStranger = ({ map, struct }: Owner, { key }: Entry): boolean =>
	!structOf(struct)?.has(key.text) || map.entries.some((other) => other.key.text === key.text && other.key.range.start < key.range.start);

const mayStandIn = (type: Type, { key, value }: Entry): boolean =>
	type.kind === 'struct' ? structOf(type.name)?.has(key.text) === true : value === undefined || value.kind === 'scalar';

function moved({ manifest, path }: Owner, run: readonly Entry[], below: string, above: string): Slipped | undefined {
	const { text } = manifest.document;
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last || text.slice(lineStart(text, first.key.range.start), first.key.range.start).trim() !== '') return undefined;
	const to = pathBelow([...path, below]);
	const title =
		run.length > 1
			? { en: `Move these ${run.length} keys to ${to}`, ko: `키 ${run.length}개를 ${to} 아래로 옮기기` }
			: movingTitle(pathBelow([...path, below, first.key.text]));
	return { title, edit: indentEntries(text, first, last, above) };
}

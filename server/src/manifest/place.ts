import { FieldPath, type Segment } from '../schema/field-path';
import { goField } from '../schema/go-types';
import type { Minor } from '../schema/schema';

/** Where a value stands while it is decoded: linked to what it stands in, and only spelt out where something is wrong. */
export interface Place {
	readonly parent: Place | undefined;
	readonly segment: Segment;
	/** The struct that the segment is a field of; absent for items of lists and entries of maps. */
	readonly struct?: string;
}

/** The field that a value belongs to, through lists and maps. */
export function fieldAt(place: Place): Place {
	let at = place;
	while (at.struct === undefined && at.parent) at = at.parent;
	return at;
}

export function pathOf({ parent, segment, struct }: Place): FieldPath {
	if (!parent) return FieldPath.of(String(segment));
	const path = pathOf(parent);
	if (typeof segment === 'number') return path.index(segment);
	return struct === undefined ? path.key(segment) : path.child(segment);
}

/** The way to a field as encoding/json goes it: without indexes and keys, and through embedded structs. */
export function goPath(place: Place, version: Minor): string {
	const fields: string[] = [];
	for (let at: Place | undefined = place; at; at = at.parent) if (at.struct !== undefined) fields.push(goField(at.struct, String(at.segment), version));
	return fields.reverse().join('.');
}

/** As they stand in the JSON that kubectl sends: the keys of maps are sorted. */
export function inJsonOrder(a: Place | undefined, b: Place | undefined): number {
	const [one, other] = [segmentsOf(a), segmentsOf(b)];
	const at = one.findIndex((segment, i) => segment !== other[i]);
	if (at < 0) return one.length - other.length;
	const [left, right] = [one[at] ?? '', other[at]];
	return right === undefined || left > right ? 1 : -1;
}

function segmentsOf(place: Place | undefined): readonly Segment[] {
	const segments: Segment[] = [];
	for (let at = place; at; at = at.parent) segments.push(at.segment);
	return segments.reverse();
}

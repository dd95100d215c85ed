import { pathAt } from '../manifest/locate';
import type { File, Manifest } from '../manifest/read';
import type { Segment } from '../schema/field-path';
import { type Field, type Minor, structOf, type Type } from '../schema/schema';
import type { Node, Range } from '../yaml/node';
import { manifestsOf } from './manifests';

/** What the schema knows of a path: the struct that has the field, the field, and the type of what the path ends at. */
export interface Place {
	readonly segments: readonly Segment[];
	readonly struct: string;
	readonly field: Field;
	/** The type at the very end: an item's, for `command[0]`; a value's, for `labels[app]`. */
	readonly type: Type;
	/** The end is a key the user chose: `labels[app]`. */
	readonly isMapKey: boolean;
}

/** The manifest an offset of the file lies in, with the offset as its document counts. */
export function manifestAt(file: File, offset: number): { readonly manifest: Manifest; readonly offset: number } | undefined {
	const manifest = manifestsOf(file).findLast((one) => one.start + one.node.range.start <= offset && offset <= one.start + one.node.range.end);
	return manifest && { manifest, offset: offset - manifest.start };
}

/** What stands at an offset: the place, and the key or value that is there. */
export function placeAt(manifest: Manifest, offset: number): (Place & { readonly node: Node; readonly range: Range; readonly onKey: boolean }) | undefined {
	const at = pathAt(manifest.node, offset);
	const place = at && placeOf(manifest.kind.kind, at.segments);
	return place && at.node.kind === 'scalar' ? { ...place, node: at.node, range: at.node.range, onKey: at.onKey } : undefined;
}

/** Follows a path through the schema, versions aside; undefined where it leaves it. */
export function placeOf(root: string, segments: readonly Segment[]): Place | undefined {
	let type: Type = { kind: 'struct', name: root };
	let struct = root;
	let field: Field | undefined;
	let isMapKey = false;
	for (const segment of segments) {
		isMapKey = false;
		if (typeof segment === 'number') {
			if (type.kind !== 'list') return undefined;
			type = type.of;
		} else if (type.kind === 'map') {
			type = type.of;
			isMapKey = true;
		} else if (type.kind === 'struct') {
			struct = type.name;
			field = structOf(struct)?.get(segment);
			if (!field) return undefined;
			type = field.type;
		} else {
			return undefined;
		}
	}
	return field && { segments, struct, field, type, isMapKey };
}

/** The struct whose fields may be written under a path, `undefined` where none may. */
export function structAt(root: string, segments: readonly Segment[]): string | undefined {
	if (segments.length === 0) return root;
	const type = placeOf(root, segments)?.type;
	return type?.kind === 'struct' ? type.name : undefined;
}

/** Whether the version has the field. */
export const isKnown = (field: Field, version: Minor): boolean => field.since <= version && version <= field.until;

/** `spec.containers[0].env[2].value`, as people write it. */
export function pathText(segments: readonly Segment[]): string {
	return segments
		.map((segment, i) => (typeof segment === 'number' ? `[${segment}]` : /^[\w-]+$/.test(segment) ? (i > 0 ? `.${segment}` : segment) : `[${segment}]`))
		.join('');
}

import type { ObjectMeta } from '../schema/generated/types';
import type { KindName } from '../schema/kinds';
import { same } from '../schema/same';
import type { Minor } from '../schema/schema';
import type { Decoded } from './defaults';
import type { Mutable } from './mutable';
import { TEMPLATE_GENERATION } from './prepare';
import { storedObject } from './stored';

/** What PrepareForUpdate compares, as it is stored. */
interface Stored {
	readonly metadata: ObjectMeta;
	readonly spec?: { readonly template?: unknown };
	readonly template?: unknown;
}

/**
 * The end of PrepareForUpdate: the generation of `object` is that of `old`, or the next where it counts as changed. Changes the object; returns whether
 * the part changed that the server then warns of anew.
 */
export function countGeneration(kind: KindName, object: Decoded, old: Decoded, version: Minor): boolean {
	const now = storedObject(kind, object, version) as unknown as Stored;
	const before = storedObject(kind, old, version) as unknown as Stored;
	const moved = isChanged(kind, now, before);
	const metadata = object.metadata as Mutable<ObjectMeta>;
	const { generation } = before.metadata;
	// Until 1.32 a Pod has none.
	if (generation !== undefined && (moved || !same(now.spec, before.spec))) metadata.generation = generation + 1;
	if (kind === 'DaemonSet') {
		const counted = Number(before.metadata.annotations?.[TEMPLATE_GENERATION] ?? 1) + (moved ? 1 : 0);
		metadata.annotations = { ...metadata.annotations, [TEMPLATE_GENERATION]: String(counted) };
	}
	return moved;
}

/** Most kinds count their spec, a Deployment its annotations too, a PodTemplate its template; a DaemonSet warns of the template alone. */
function isChanged(kind: KindName, now: Stored, before: Stored): boolean {
	switch (kind) {
		case 'PodTemplate':
			return !same(now.template, before.template);
		case 'DaemonSet':
			return !same(now.spec?.template, before.spec?.template);
		case 'Deployment':
			return !same(now.spec, before.spec) || !same(now.metadata.annotations, before.metadata.annotations);
		default:
			return !same(now.spec, before.spec);
	}
}

import type { Segment } from '../../schema/field-path';
import { type Fields, get, isFields, type Value } from './object';
import { homeOf, type Trace, traceOf } from './written';

/** Where a field of a built object was typed; of one that is not there, its nearest ancestor. Undefined where nothing of it was typed. */
export function traceAt(object: Fields, path: readonly Segment[]): Trace | undefined {
	let nearest = beginning(object);
	let now: Value | undefined = object;
	for (const segment of path) {
		if (typeof now !== 'object' || now === null) return nearest;
		const below: Value | undefined = Array.isArray(now) ? now[Number(segment)] : get(now, String(segment));
		if (below === undefined) return nearest;
		const own: Trace | undefined = traceOf(now, Array.isArray(now) ? Number(segment) : String(segment));
		// An item is where it begins, wherever it has been moved to.
		nearest = (Array.isArray(now) && isFields(below) ? beginning(below) : undefined) ?? own ?? nearest;
		now = below;
	}
	return nearest;
}

/** Where the first of what is typed of a map stands. */
function beginning(fields: Fields): Trace | undefined {
	const home = homeOf(fields);
	if (home) return { key: home, value: home };
	for (const key of Object.keys(fields)) {
		const trace = traceOf(fields, key);
		if (trace) return { key: trace.key, value: trace.key };
	}
	return undefined;
}

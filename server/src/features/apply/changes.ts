/** What differs between two stored objects, field by field. */
import type { Segment } from '../../schema/field-path';
import { isList, isMap, type Json, type JsonMap } from '../../schema/json';
import { same } from '../../schema/same';

export interface Change {
	/** From the root down; in the new object, but for what is gone. */
	readonly path: readonly Segment[];
	readonly before?: Json;
	readonly after?: Json;
	/** Where the new text may be asked for it: the path, or that of the list an item is gone from. */
	readonly place: readonly Segment[];
}

/** What the server writes by itself. */
const OF_THE_SERVER: ReadonlySet<string> = new Set(['generation', 'resourceVersion', 'uid', 'creationTimestamp', 'managedFields', 'namespace']);
const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/** The changes in the order of the new object. Items of lists are told apart by what names them, where something does. */
export function changesOf(before: Json, after: Json): readonly Change[] {
	return differing([], before, after).filter(({ path: [first, second, third] }) => {
		if (first === 'status') return false;
		return !(first === 'metadata' && (OF_THE_SERVER.has(String(second)) || third === TEMPLATE_GENERATION));
	});
}

function differing(path: readonly Segment[], before: Json, after: Json): readonly Change[] {
	if (same(before, after)) return [];
	if (isMap(before) && isMap(after)) return ofMaps(path, before, after);
	if (isList(before) && isList(after)) return ofLists(path, before, after);
	return [{ path, place: path, before, after }];
}

function ofMaps(path: readonly Segment[], before: JsonMap, after: JsonMap): readonly Change[] {
	const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
	return keys.flatMap((key): readonly Change[] => {
		const at = [...path, key];
		const [was, is] = [Object.hasOwn(before, key) ? before[key] : undefined, Object.hasOwn(after, key) ? after[key] : undefined];
		if (was === undefined) return is === undefined ? [] : [{ path: at, place: at, after: is }];
		return is === undefined ? [{ path: at, place: at, before: was }] : differing(at, was, is);
	});
}

function ofLists(path: readonly Segment[], before: readonly Json[], after: readonly Json[]): readonly Change[] {
	const former = byName(before);
	const now = byName(after);
	if (!former || !now) {
		if (before.length !== after.length) return [{ path, place: path, before, after }];
		return after.flatMap((item, i) => differing([...path, i], before[i] ?? null, item));
	}
	const kept = [...now].flatMap(([name, index]): readonly Change[] => {
		const at = [...path, index];
		const was = former.get(name);
		const item = after[index] ?? null;
		return was === undefined ? [{ path: at, place: at, after: item }] : differing(at, before[was] ?? null, item);
	});
	const gone = [...former].flatMap(([name, index]): Change[] =>
		now.has(name) ? [] : [{ path: [...path, index], place: path, before: before[index] ?? null }],
	);
	// The same items in another order.
	return kept.length + gone.length > 0 ? [...kept, ...gone] : [{ path, place: path, before, after }];
}

/** The index of each item by its name; undefined where items have none, or share one. */
function byName(list: readonly Json[]): ReadonlyMap<Json, number> | undefined {
	const names = new Map<Json, number>();
	for (const [index, item] of list.entries()) {
		const name = isMap(item) ? (item['name'] ?? item['mountPath']) : undefined;
		if (typeof name !== 'string' || names.has(name)) return undefined;
		names.set(name, index);
	}
	return names;
}

/** `spec.containers[0].image`, `metadata.labels[app.kubernetes.io/name]`. */
export const pathText = (path: readonly Segment[]): string =>
	path.map((segment, i) => (typeof segment === 'number' || !/^[\w-]+$/.test(segment) ? `[${segment}]` : i === 0 ? segment : `.${segment}`)).join('');

/** Patches that look like what they patch: strategic merge patches, which know the types of Kubernetes, and JSON merge patches, which know none. */
import { isList, isMap, type Json, type JsonMap, withoutNulls } from './json';
import { Merger } from './merge-strategic';
import { setOwn } from './nil';
import { PatchFault } from './patch-meta';
import type { Minor } from './schema';

/** What a patch makes of an object; or, where the server gives up, the sentence in which it does. */
export type Patched<T extends Json = JsonMap> = { readonly object: T } | { readonly fault: string };

/**
 * strategicpatch.StrategicMergeMapPatch: the object with the patch applied. Lists merge by their keys; `$patch`, `$retainKeys`, `$setElementOrder` and
 * `$deleteFromPrimitiveList` are obeyed. Neither argument is changed; what the patch does not touch is shared with the result.
 * @param struct the type of both, `Pod`, `PodSpec`. Of a type that the schema does not have, all lists are replaced.
 */
export function strategicMerge(object: JsonMap, patch: JsonMap, struct: string, version: Minor): Patched {
	return merged(object, patch, struct, version, true);
}

/** strategicpatch.MergeStrategicMergeMapPatchUsingLookupPatchMeta: one patch that does what both do one after the other, directives and nulls kept. */
export function joinPatches(first: JsonMap, second: JsonMap, struct: string, version: Minor): Patched {
	return merged(first, second, struct, version, false);
}

function merged(object: JsonMap, patch: JsonMap, struct: string, version: Minor, intoObject: boolean): Patched {
	const fault = new PatchFault();
	const result = new Merger(version, fault, intoObject).map(object, patch, struct);
	return fault.sentence === undefined ? { object: result } : { fault: fault.sentence };
}

/** jsonpatch.MergePatch, RFC 7386: maps merge, null takes away, everything else is replaced. Neither argument is changed. */
export function mergePatch(object: Json, patch: Json): Patched<Json> {
	if (isList(patch)) return { object: withoutNulls(patch) };
	if (!isMap(patch)) return { fault: 'Invalid JSON Patch' };
	return { object: isMap(object) ? mergeMaps(object, patch) : withoutNulls(patch) };
}

function mergeMaps(object: JsonMap, patch: JsonMap): JsonMap {
	const result: Record<string, Json> = { ...object };
	for (const [key, value] of Object.entries(patch)) {
		const former = Object.hasOwn(result, key) ? result[key] : undefined;
		if (value === null) delete result[key];
		else setOwn(result, key, !isMap(former) ? withoutNulls(value) : isMap(value) ? mergeMaps(former, value) : value);
	}
	return result;
}

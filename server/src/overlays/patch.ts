import { isList, isMap, type Json, type JsonMap } from '../schema/json';
import { jsonPatch } from '../schema/json-patch';
import type { KindName } from '../schema/kinds';
import { strategicMerge } from '../schema/merge';
import type { Minor } from '../schema/schema';
import { toJson } from '../yaml/json';
import { parse, split } from '../yaml/parse';
import type { Target } from './kustomization';

/** A patch as it can be applied: a part of an object, or a list of operations (RFC 6902). */
export interface Patch {
	readonly value: JsonMap | readonly Json[];
	readonly target?: Target;
}

/** The patches of a text, a document each. What cannot be read is none. */
export function patchesIn(text: string, target?: Target): readonly Patch[] {
	return split(text).flatMap((part): Patch | readonly Patch[] => {
		const { root, faults } = parse(part.text);
		const value = faults.length > 0 ? null : toJson(root);
		return isMap(value) || isList(value) ? { value, ...(target ? { target } : {}) } : [];
	});
}

/** An object after the patches that are for it; one that does not fit leaves it as it is. Undefined where none is. */
export function patched(
	object: JsonMap,
	{ kind, name }: { readonly kind: KindName; readonly name: string },
	patches: readonly Patch[],
	version: Minor,
): JsonMap | undefined {
	const own = patches.filter((patch) => isFor(patch, kind, name));
	return own.length > 0 ? own.reduce((now, { value }) => applied(now, value, kind, version), object) : undefined;
}

function applied(object: JsonMap, patch: Patch['value'], kind: KindName, version: Minor): JsonMap {
	const result = isMap(patch) ? strategicMerge(object, patch, kind, version) : jsonPatch(object, patch);
	// What one overlay deletes the others keep.
	return 'object' in result && isMap(result.object) && Object.keys(result.object).length > 0 ? result.object : object;
}

/** api/internal/builtins/PatchTransformer.go: by its target, else by what it says it is. */
function isFor({ value, target }: Patch, kind: KindName, name: string): boolean {
	if (target) return fits(target.kind, kind) && fits(target.name, name);
	if (!isMap(value)) return false;
	const { kind: ofKind, metadata } = value;
	return ofKind === kind && isMap(metadata) && metadata.name === name;
}

/** A pattern is taken to fit: what it might do is not to be missed, and some patterns take forever. */
const fits = (pattern: string | undefined, text: string): boolean => pattern === undefined || pattern === text || !/^[\w.-]+$/.test(pattern);

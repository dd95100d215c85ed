import type { Minor } from '../schema/schema';
import { Differ } from './apply-diff';
import { Merger } from './apply-merge';
import { isMap, type Json, type JsonMap, PatchFault } from './patch';

/**
 * What kubectl apply makes of a live object: `original` is the manifest as it was applied last, `modified` as it is applied now, both as written,
 * `live` the object as the server stores it. Where kubectl or the server gives up, the sentence in which it does.
 * Follows k8s.io/apimachinery/pkg/util/strategicpatch: CreateThreeWayMergePatch with overwrite, then StrategicMergePatch.
 */
export function apply(original: Json, modified: Json, live: Json, struct: string, version: Minor): { readonly object: JsonMap } | { readonly fault: string } {
	const fault = new PatchFault();
	const differ = new Differ(version, fault);
	const [before, after, current] = [original, modified, live].map((json) => (isMap(json) ? structuredClone(json) : {})) as [JsonMap, JsonMap, JsonMap];
	const changes = differ.maps(current, after, struct, { ignoreDeletions: true, ignoreChangesAndAdditions: false, retainKeys: false });
	const deletions = differ.maps(before, after, struct, { ignoreDeletions: false, ignoreChangesAndAdditions: true, retainKeys: false });
	const patch = new Merger(version, fault, false).map(structuredClone(deletions), structuredClone(changes), struct);
	const object = new Merger(version, fault, true).map(structuredClone(current), structuredClone(patch), struct);
	return fault.sentence === undefined ? { object } : { fault: fault.sentence };
}

import { isMap, type Json, type JsonMap } from '../schema/json';
import { joinPatches, type Patched, strategicMerge } from '../schema/merge';
import { PatchFault } from '../schema/patch-meta';
import type { Minor } from '../schema/schema';
import { Differ } from './apply-diff';

/**
 * What kubectl apply makes of a live object: `original` is the manifest as it was applied last, `modified` as it is applied now, both as written,
 * `live` the object as the server stores it. Where kubectl or the server gives up, the sentence in which it does.
 * Follows k8s.io/apimachinery/pkg/util/strategicpatch: CreateThreeWayMergePatch with overwrite, then StrategicMergePatch.
 */
export function apply(original: Json, modified: Json, live: Json, struct: string, version: Minor): Patched {
	const fault = new PatchFault();
	const differ = new Differ(version, fault);
	const [before, after, current] = [original, modified, live].map((json) => (isMap(json) ? json : {})) as [JsonMap, JsonMap, JsonMap];
	const changes = differ.maps(current, after, struct, { ignoreDeletions: true, ignoreChangesAndAdditions: false, retainKeys: false });
	const deletions = differ.maps(before, after, struct, { ignoreDeletions: false, ignoreChangesAndAdditions: true, retainKeys: false });
	if (fault.sentence !== undefined) return { fault: fault.sentence };
	const patch = joinPatches(deletions, changes, struct, version);
	return 'fault' in patch ? patch : strategicMerge(current, patch.object, struct, version);
}

import type { Manifest } from '../../manifest/read';
import { emitted } from '../../overlays/build/emit';
import { isFields, type Value } from '../../overlays/build/object';
import { patchedAlone } from '../../overlays/build/patch-alone';
import { toJson } from '../../yaml/json';
import { parseWithPlaceholders } from '../../yaml/placeholders';

/** A manifest as the patches of its kustomizations leave it; undefined where none is for it. Its places are in no file. */
export function afterPatches({ patches = [], node, ...manifest }: Manifest): Manifest | undefined {
	// What builds overlays is read when somebody patches.
	if (patches.length === 0) return undefined;
	const object = toJson(node) as Value;
	const result = isFields(object) ? patchedAlone(object, patches) : undefined;
	if (!result) return undefined;
	const document = parseWithPlaceholders(emitted(result));
	return document.root && { ...manifest, node: document.root, document };
}

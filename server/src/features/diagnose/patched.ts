import type { Manifest } from '../../manifest/read';
import { patched } from '../../overlays/patch';
import { isMap } from '../../schema/json';
import type { Minor } from '../../schema/schema';
import { toJson } from '../../yaml/json';
import { parseWithPlaceholders } from '../../yaml/placeholders';

/** A manifest as the patches of its kustomizations leave it; undefined where none is for it. Its places are in no file. */
export function afterPatches({ patches = [], node, ...manifest }: Manifest, version: Minor): Manifest | undefined {
	const object = patches.length > 0 ? toJson(node) : undefined;
	const result = isMap(object) ? patched(object, { kind: manifest.kind.kind, name: manifest.name }, patches, version) : undefined;
	if (!result) return undefined;
	const document = parseWithPlaceholders(JSON.stringify(result));
	return document.root && { ...manifest, node: document.root, document };
}

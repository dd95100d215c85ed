/** Which object of the old text each object of the new one is applied over. */
import type { File, Manifest } from '../../manifest/read';
import { same } from '../../schema/same';
import { toJson } from '../../yaml/json';
import { entryOf, textOf } from '../../yaml/node';
import { manifestsOf } from '../manifests';

/** A document of the new text with what it is applied over, or one that only the old text has. */
export type Pair = { readonly manifest: Manifest; readonly index: number; readonly old?: Manifest } | { readonly left: Manifest };

/** In the order of the new text, then of the old. What stands there twice is applied twice. */
export function pairsOf(file: File, old: File): readonly Pair[] {
	const live = new Map(manifestsOf(old).flatMap((manifest) => (manifest.embedded ? [] : [[keyOf(manifest), manifest] as const])));
	const met = new Set<string>();
	const pairs = manifestsOf(file).flatMap((manifest, index): Pair | readonly Pair[] => {
		// What becomes of an object of another kind, its controller decides.
		if (manifest.embedded) return [];
		const key = keyOf(manifest);
		const former = live.get(key);
		live.set(key, manifest);
		met.add(key);
		// Nobody applies a part of an object.
		return manifest.part ? [] : { manifest, index, ...(former && { old: former }) };
	});
	return [...pairs, ...[...live].flatMap(([key, manifest]): Pair[] => (met.has(key) ? [] : [{ left: manifest }]))];
}

/** The documents of a text, by their index, that say something else than the old text, or that it does not have. */
export function differingFrom(old: File, file: File): readonly number[] {
	if (old.text === file.text) return [];
	return pairsOf(file, old).flatMap((pair) => ('left' in pair || (pair.old && saysTheSame(pair.manifest, pair.old)) ? [] : pair.index));
}

const saysTheSame = (one: Manifest, other: Manifest): boolean => one.document.text === other.document.text || same(toJson(one.node), toJson(other.node));

/** What a cluster tells objects apart by; what names no namespace is taken to lie in the default one. */
function keyOf({ kind: { kind }, name, node }: Manifest): string {
	return JSON.stringify([kind, textOf(entryOf(node, 'metadata')?.value, 'namespace') ?? 'default', name]);
}

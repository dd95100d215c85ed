/** Which object of the old text each object of the new one is applied over. */
import type { File, Manifest } from '../../manifest/read';
import { entryOf, textOf } from '../../yaml/node';
import { manifestsOf } from '../manifests';

/** A document of the new text with what it is applied over, or one that only the old text has. */
export type Pair = { readonly manifest: Manifest; readonly index: number; readonly old?: Manifest } | { readonly left: Manifest };

/** In the order of the new text, then of the old. What stands there twice is applied twice. */
export function pairsOf(file: File, old: File): readonly Pair[] {
	const live = new Map(manifestsOf(old).map((manifest) => [keyOf(manifest), manifest]));
	const met = new Set<string>();
	const pairs = manifestsOf(file).map((manifest, index): Pair => {
		const key = keyOf(manifest);
		const former = live.get(key);
		live.set(key, manifest);
		met.add(key);
		return { manifest, index, ...(former && { old: former }) };
	});
	return [...pairs, ...[...live].flatMap(([key, manifest]): Pair[] => (met.has(key) ? [] : [{ left: manifest }]))];
}

/** What a cluster tells objects apart by; what names no namespace is taken to lie in the default one. */
function keyOf({ kind: { kind }, name, node }: Manifest): string {
	return JSON.stringify([kind, textOf(entryOf(node, 'metadata')?.value, 'namespace') ?? 'default', name]);
}

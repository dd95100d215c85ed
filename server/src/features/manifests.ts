import type { File, Manifest } from '../manifest/read';
import { type Range, shifted } from '../yaml/node';

/** All manifests of a file, in order: what `document` counts in requests. */
export const manifestsOf = (file: File): readonly Manifest[] => file.sections.flatMap((section) => section.manifests);

/** The first key of a manifest, or of another object, in offsets of the file: where it shows itself. */
export function headOf({ node, start: at, embedded }: Pick<Manifest, 'node' | 'start' | 'embedded'>): Range {
	const first = embedded?.key ?? (node.kind === 'map' ? node.entries[0]?.key.range : undefined);
	return shifted(first ?? node.range, at);
}

import type { File, Manifest } from '../manifest/read';
import type { Range } from '../yaml/node';

/** All manifests of a file, in order: what `document` counts in requests. */
export const manifestsOf = (file: File): readonly Manifest[] => file.sections.flatMap((section) => section.manifests);

/** The first key of a manifest, in offsets of the file: where it shows itself. */
export function headOf(manifest: Manifest): Range {
	const first = manifest.embedded?.key ?? (manifest.node.kind === 'map' ? manifest.node.entries[0]?.key.range : undefined);
	const { start, end } = first ?? manifest.node.range;
	return { start: start + manifest.start, end: end + manifest.start };
}

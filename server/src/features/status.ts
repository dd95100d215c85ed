import type { File, Manifest } from '../manifest/read';
import type { Span, StatusAnswer } from '../protocol';
import type { Minor } from '../schema/schema';
import type { Range } from '../yaml/node';

/** All manifests of a file, in order: what `document` counts in requests. */
export const manifestsOf = (file: File): readonly Manifest[] => file.sections.flatMap((section) => section.manifests);

/** What Peapod sees in a file, or why it is silent. */
export function status(file: File, version: Minor, spanOf: (range: Range) => Span): StatusAnswer {
	const documents = manifestsOf(file).map((manifest, index) => {
		const { range } = manifest.node;
		const span = spanOf({ start: range.start + manifest.start, end: range.end + manifest.start });
		return { kind: manifest.kind.kind, name: manifest.name, index, span };
	});
	const kubernetes = `1.${version}`;
	if (documents.length > 0) return { documents, kubernetes };
	const otherKind = file.sections.find((section) => section.otherKind)?.otherKind;
	const silent = file.silent ?? (otherKind ? 'otherKind' : 'empty');
	return { documents, kubernetes, silent, ...(otherKind ? { otherKind } : {}) };
}

/** The same of a scenario file. */
export function scenarioStatus(manifest: string, found: boolean, version: Minor): StatusAnswer {
	return { documents: [], kubernetes: `1.${version}`, silent: 'scenario', scenario: { manifest, found } };
}

/** The first key of a manifest, in offsets of the file: where it shows itself. */
export function headOf(manifest: Manifest): Range {
	const first = manifest.node.kind === 'map' ? manifest.node.entries[0]?.key.range : undefined;
	const { start, end } = first ?? manifest.node.range;
	return { start: start + manifest.start, end: end + manifest.start };
}

/** Which object of the old text each object of the new one is applied over. */
import type { File, Manifest, Section } from '../../manifest/read';
import { same } from '../../schema/same';
import { toJson } from '../../yaml/json';
import { entryOf, type Range, textOf } from '../../yaml/node';
import { headOf, manifestsOf } from '../manifests';
import { differingSources, othersIn } from './others';

/** A document of the new text with what it is applied over, or one that only the old text has. */
export type Pair = { readonly manifest: Manifest; readonly index: number; readonly old?: Manifest } | { readonly left: Manifest };

/** In the order of the new text, then of the old. What stands there twice is applied twice. */
export function pairsOf(file: File, old: File): readonly Pair[] {
	const live = new Map(manifestsOf(old).flatMap((manifest) => (isApplied(manifest) ? [[keyOf(manifest), manifest] as const] : [])));
	const met = new Set<string>();
	const pairs = manifestsOf(file).flatMap((manifest, index): Pair | readonly Pair[] => {
		if (!isApplied(manifest)) return [];
		const key = keyOf(manifest);
		const former = live.get(key);
		live.set(key, manifest);
		met.add(key);
		return { manifest, index, ...(former && { old: former }) };
	});
	return [...pairs, ...[...live].flatMap(([key, manifest]): Pair[] => (met.has(key) ? [] : [{ left: manifest }]))];
}

/** Nobody applies a part of an object, and what becomes of one of another kind, its controller decides. */
const isApplied = ({ embedded, part }: Manifest): boolean => !embedded && !part;

/** An object of any kind that is applied, and what tells it from others: its group and kind, its namespace and its name. */
export interface Applicable {
	readonly key: string;
	readonly name: string;
	/** What is read of it; of a kind that is not judged, all that it stands in. */
	readonly thing: Manifest | Section;
	/** The document that it stands in. */
	readonly written: string;
}

/** All objects of a text that are applied. */
export const objectsOf = ({ sections }: File): readonly Applicable[] =>
	sections.flatMap((section): readonly Applicable[] => {
		const written = section.document.text;
		const judged = section.manifests.filter(isApplied).map((thing): Applicable => ({ key: keyOf(thing), name: thing.name, thing, written }));
		return [...judged, ...othersIn(section).map(({ key, name }): Applicable => ({ key, name, thing: section, written }))];
	});

/** The heads of what a text says otherwise than the old text, or what that does not have: manifests, and what pods read. */
export function differingFrom(old: File, file: File): readonly Range[] {
	if (old.text === file.text) return [];
	const differing = pairsOf(file, old).flatMap((pair) => ('left' in pair || (pair.old && saysTheSame(pair.manifest, pair.old)) ? [] : headOf(pair.manifest)));
	return [...differing, ...differingSources(file, old)];
}

const saysTheSame = (one: Manifest, other: Manifest): boolean => one.document.text === other.document.text || same(toJson(one.node), toJson(other.node));

/** What a cluster tells objects apart by; what names no namespace is taken to lie in the default one. */
function keyOf({ kind: { kind }, name, node }: Manifest): string {
	return JSON.stringify([kind, textOf(entryOf(node, 'metadata')?.value, 'namespace') ?? 'default', name]);
}

import type { File, Manifest } from '../manifest/read';
import type { Segment } from '../schema/field-path';
import type { Edit } from '../yaml/edit';
import { isInside, type Node, type Range } from '../yaml/node';
import { manifestAt, placeOf } from './place';
import { REFERENCES } from './references';

/** A name in a pod: where it is given, or used. */
interface Occurrence {
	readonly name: string;
	/** What it names; a port's belongs to its container. */
	readonly scope: string;
	readonly range: Range;
	readonly defines: boolean;
}

/** Fields that give a name others refer to. */
const DEFINITIONS: Readonly<Record<string, 'volume' | 'port' | 'container' | 'claim'>> = {
	'Volume.name': 'volume',
	'ContainerPort.name': 'port',
	'Container.name': 'container',
	'EphemeralContainer.name': 'container',
	'PodResourceClaim.name': 'claim',
};
const IN_THE_POD = new Set(['volume', 'port', 'container', 'claim']);

/** Where the name at an offset is given. Ranges in offsets of the file. */
export const definition = (file: File, offset: number): readonly Range[] => found(file, offset, ({ defines }) => defines);

/** Everywhere the name at an offset is given or used. */
export const usages = (file: File, offset: number): readonly Range[] => found(file, offset, () => true);

/** What a rename of the name at an offset would change; undefined where there is none to rename. */
export function rename(file: File, offset: number, name: string): readonly Edit[] | undefined {
	const ranges = usages(file, offset);
	return ranges.length > 0 ? ranges.map((range) => ({ range, text: name })) : undefined;
}

function found(file: File, offset: number, wanted: (one: Occurrence) => boolean): readonly Range[] {
	const at = manifestAt(file, offset);
	if (!at) return [];
	const all = occurrences(at.manifest);
	const here = all.find(({ range }) => isInside(range, at.offset));
	return all
		.filter((one) => here && one.name === here.name && one.scope === here.scope && wanted(one))
		.map(({ range }) => ({ start: range.start + at.manifest.start, end: range.end + at.manifest.start }));
}

function occurrences(manifest: Manifest): readonly Occurrence[] {
	const all: Occurrence[] = [];
	const walk = (node: Node | undefined, path: readonly Segment[]): void => {
		if (node?.kind === 'map') for (const { key, value, alias } of node.entries) if (!alias) walk(value, [...path, key.text]);
		if (node?.kind === 'list') for (const [index, { value, alias }] of node.items.entries()) if (!alias) walk(value, [...path, index]);
		if (node?.kind === 'scalar') all.push(...occurrenceOf(manifest, node.text, node.range, path));
	};
	walk(manifest.node, []);
	return all;
}

function occurrenceOf(manifest: Manifest, name: string, range: Range, path: readonly Segment[]): readonly Occurrence[] {
	const place = placeOf(manifest.kind.kind, path);
	if (!place) return [];
	const field = `${place.struct}.${place.field.name}`;
	// A claim template of a StatefulSet is a volume of its pods.
	const isTemplate = path[1] === 'volumeClaimTemplates' && field === 'ObjectMeta.name';
	const defined = isTemplate ? 'volume' : DEFINITIONS[field];
	const kind = defined ?? REFERENCES[field];
	if (!kind || !IN_THE_POD.has(kind)) return [];
	const container = path.findLastIndex((segment) => typeof segment === 'string' && /[cC]ontainers$/.test(segment));
	const scope = kind === 'port' ? `port ${path.slice(0, container + 2).join('/')}` : kind;
	return [{ name, scope, range, defines: defined !== undefined }];
}

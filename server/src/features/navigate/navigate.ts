import type { File, Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { type Edit, scalarText } from '../../yaml/edit';
import { isInside, type Node, type Range } from '../../yaml/node';
import { manifestAt, placeOf } from '../place';
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
export const definition = (file: File, offset: number): readonly Range[] =>
	alike(file, offset)
		.filter(({ defines }) => defines)
		.map(({ range }) => range);

/** Everywhere the name at an offset is given or used. */
export const usages = (file: File, offset: number): readonly Range[] => alike(file, offset).map(({ range }) => range);

/** The name at an offset, if it is one that is given in the file: a port's number, or the name of nothing, is not. */
export function renamable(file: File, offset: number): Occurrence | undefined {
	const all = alike(file, offset);
	return all.some(({ defines }) => defines) ? all.find(({ range }) => isInside(range, offset)) : undefined;
}

/** What a rename of the name at an offset would change; undefined where there is none to rename. */
export function rename(file: File, offset: number, name: string): readonly Edit[] | undefined {
	if (!renamable(file, offset) || name.trim() === '') return undefined;
	const text = scalarText(name);
	return usages(file, offset).map((range) => ({ range, text }));
}

/** The name at an offset wherever it stands; ranges in offsets of the file. */
function alike(file: File, offset: number): readonly Occurrence[] {
	const at = manifestAt(file, offset);
	if (!at) return [];
	const all = occurrences(at.manifest);
	const here = all.find(({ range }) => isInside(range, at.offset));
	return all
		.filter((one) => here && one.name === here.name && one.scope === here.scope)
		.map((one) => ({ ...one, range: { start: one.range.start + at.manifest.start, end: one.range.end + at.manifest.start } }));
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

/** The pod's annotation that tells kubectl which container is meant when none is named. */
const isDefaultContainer = ({ kind }: Manifest, path: readonly Segment[]): boolean =>
	path.length === kind.template.length + 3 && path.at(-2) === 'annotations' && path.at(-1) === 'kubectl.kubernetes.io/default-container';

function occurrenceOf(manifest: Manifest, name: string, range: Range, path: readonly Segment[]): readonly Occurrence[] {
	const place = placeOf(manifest.kind.kind, path);
	if (!place) return [];
	const field = `${place.struct}.${place.field.name}`;
	// A claim template of a StatefulSet is a volume of its pods.
	const isTemplate = path[1] === 'volumeClaimTemplates' && field === 'ObjectMeta.name';
	const defined = isTemplate ? 'volume' : DEFINITIONS[field];
	const kind = defined ?? (isDefaultContainer(manifest, path) ? 'container' : REFERENCES[field]);
	if (!kind || !IN_THE_POD.has(kind)) return [];
	const container = path.findLastIndex((segment) => typeof segment === 'string' && /[cC]ontainers$/.test(segment));
	const scope = kind === 'port' ? `port ${path.slice(0, container + 2).join('/')}` : kind;
	return [{ name, scope, range, defines: defined !== undefined }];
}

import type { File, Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { isDNS1123Label, isValidPortName } from '../../rules/names';
import type { Segment } from '../../schema/field-path';
import { contentOf, type Edit, replaceScalar } from '../../yaml/edit';
import { isInside, type Node, type Range, type ScalarNode } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import { scalarText } from '../../yaml/write';
import { particle } from '../particle';
import { manifestAt, placeOf } from '../place';
import { REFERENCES } from './references';

/** A name in a pod: where it is given, or used. */
interface Occurrence {
	readonly name: string;
	/** What it names; a port's belongs to its container. */
	readonly scope: string;
	readonly range: Range;
	readonly defines: boolean;
	/** Where it is written: a scalar of its own, or the end of a key. */
	readonly node: ScalarNode;
	readonly flow: boolean;
	/** What stands before the name in its key; undefined where it is a value. */
	readonly prefix?: string;
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
export function renamable(file: File, offset: number): Pick<Occurrence, 'name' | 'range'> | undefined {
	const all = alike(file, offset);
	return all.some(({ defines }) => defines) ? all.find(({ range }) => isInside(range, offset)) : undefined;
}

/** What a rename of the name at an offset would change; undefined where there is none to rename. */
export function rename(file: File, offset: number, name: string): readonly Edit[] | undefined {
	const at = manifestAt(file, offset);
	if (!at || !renamable(file, offset) || name.trim() === '') return undefined;
	return alike(file, offset).map((one) => shifted(renamed(one, name, at.manifest.document.text), at.manifest.start));
}

const NO_NAME: Bilingual = {
	en: 'Only names that are given in this file can be renamed: of containers, volumes, ports and resource claims.',
	ko: '이 파일에서 붙인 컨테이너, 볼륨, 포트, 리소스 클레임의 이름만 바꿀 수 있다.',
};

/** Why the name at an offset cannot become another one; undefined where it can. */
export function renameRefusal(file: File, offset: number, name: string): Bilingual | undefined {
	const at = manifestAt(file, offset);
	const all = at ? occurrences(at.manifest) : [];
	const here = all.find(({ range }) => at && isInside(range, at.offset));
	const given = all.filter(({ defines, scope }) => defines && scope === here?.scope).map((one) => one.name);
	if (!here || !given.includes(here.name)) return NO_NAME;
	const [complaint] = here.scope.startsWith('port ') ? isValidPortName(name) : isDNS1123Label(name);
	if (complaint !== undefined)
		return { en: `"${name}" cannot be a name here: ${complaint}`, ko: `"${name}"${particle(name, '은/는')} 이름이 될 수 없다: ${complaint}` };
	if (name === here.name || !given.includes(name)) return undefined;
	return { en: `"${name}" is the name of another one already.`, ko: `"${name}"${particle(name, '은/는')} 이미 다른 것의 이름이다.` };
}

function renamed({ node, flow, prefix }: Occurrence, name: string, text: string): Edit {
	return prefix === undefined ? replaceScalar(text, node, name, flow) : { range: node.range, text: scalarText(prefix + name, 'key') };
}

const shifted = <T extends { readonly range: Range }>(one: T, by: number): T => ({
	...one,
	range: { start: one.range.start + by, end: one.range.end + by },
});

/** The name at an offset wherever it stands; ranges in offsets of the file. */
function alike(file: File, offset: number): readonly Occurrence[] {
	const at = manifestAt(file, offset);
	if (!at) return [];
	const all = occurrences(at.manifest);
	const here = all.find(({ range }) => isInside(range, at.offset));
	return here ? all.filter(({ name, scope }) => name === here.name && scope === here.scope).map((one) => shifted(one, at.manifest.start)) : [];
}

function occurrences(manifest: Manifest): readonly Occurrence[] {
	const all: Occurrence[] = [];
	const walk = (node: Node | undefined, path: readonly Segment[], flow: boolean): void => {
		if (node?.kind === 'map') {
			for (const { key, value, alias } of node.entries) {
				all.push(...occurrenceInKey(manifest, key, path, node.flow));
				if (!alias) walk(value, [...path, key.text], node.flow);
			}
		}
		if (node?.kind === 'list') for (const [index, { value, alias }] of node.items.entries()) if (!alias) walk(value, [...path, index], node.flow);
		if (node?.kind === 'scalar') all.push(...occurrenceOf(manifest, node, path, flow));
	};
	walk(manifest.node, [], false);
	return all;
}

/** The annotations of a kind's pods. */
const areAnnotations = ({ kind }: Manifest, path: readonly Segment[]): boolean =>
	path.length === kind.template.length + 2 && path.at(-2) === 'metadata' && path.at(-1) === 'annotations';

/** The pod's annotation that tells kubectl which container is meant when none is named. */
const isDefaultContainer = (manifest: Manifest, path: readonly Segment[]): boolean =>
	path.at(-1) === 'kubectl.kubernetes.io/default-container' && areAnnotations(manifest, path.slice(0, -1));

/** Annotations that end with the name of a container. */
const OF_A_CONTAINER = /^container\.(?:apparmor\.security\.beta|seccomp\.security\.alpha)\.kubernetes\.io\//;

function occurrenceInKey(manifest: Manifest, key: ScalarNode, path: readonly Segment[], flow: boolean): readonly Occurrence[] {
	const [prefix = ''] = OF_A_CONTAINER.exec(key.text) ?? [];
	const name = key.text.slice(prefix.length);
	if (!prefix || !name || !areAnnotations(manifest, path)) return [];
	const { start, end } = key.range;
	// Where quotes or escapes are in the way, the whole key stands for the name.
	const at = manifest.document.text.slice(start, end).lastIndexOf(name);
	const range = at < 0 ? key.range : { start: start + at, end: start + at + name.length };
	return [{ name, scope: 'container', range, defines: false, node: key, flow, prefix }];
}

function occurrenceOf(manifest: Manifest, node: ScalarNode, path: readonly Segment[], flow: boolean): readonly Occurrence[] {
	const place = placeOf(manifest.kind.kind, path);
	if (!place || node.text === '' || node.tag === '!!binary' || resolve(node).kind !== 'string') return [];
	const field = `${place.struct}.${place.field.name}`;
	// A claim template of a StatefulSet is a volume of its pods.
	const isTemplate = path[1] === 'volumeClaimTemplates' && field === 'ObjectMeta.name';
	const defined = isTemplate ? 'volume' : DEFINITIONS[field];
	const kind = defined ?? (isDefaultContainer(manifest, path) ? 'container' : REFERENCES[field]);
	if (!kind || !IN_THE_POD.has(kind)) return [];
	const container = path.findLastIndex((segment) => typeof segment === 'string' && /[cC]ontainers$/.test(segment));
	const scope = kind === 'port' ? `port ${path.slice(0, container + 2).join('/')}` : kind;
	return [{ name: node.text, scope, range: contentOf(manifest.document.text, node.range), defines: defined !== undefined, node, flow }];
}

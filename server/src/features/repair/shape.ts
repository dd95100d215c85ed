import { parseQuantity } from '../../schema/quantity';
import { structOf, type Type } from '../../schema/schema';
import { toJson } from '../../yaml/json';
import type { ListNode, MapNode, Node, ScalarNode } from '../../yaml/node';
import { isNull, resolve } from '../../yaml/scalar';
import { valuesOf } from './choice';
import { sampleFor } from './samples';
import { fromScalar, pairsIn } from './short-form';
import type { Candidate, Site } from './site';
import { changingTitle } from './titles';
import { isEmpty, replace, valueAt } from './write';

/** The same in the shape that the field takes: one thing where one is wanted, a list where a list is, fields where a word stands for them. */
export function shapes(site: Site): readonly Candidate[] {
	const { manifest, code, place, value, path, type } = site;
	if (!/^decode\/(?:type|quantity|time|scalar)$/.test(code) || type !== undefined || !value || !place) return [];
	const isItem = typeof path.at(-1) === 'number';
	const moved = isItem ? flattened(site) : lifted(site);
	const fitting = moved.length > 0 ? moved : fittings(value, place.type, site).map((to) => ({ to, at: path }));
	return fitting.flatMap(({ to, at }) => {
		const edit = replace(manifest, at, to);
		return edit ? { title: changingTitle(to), edits: [edit], isFallback: true, keeps: true } : [];
	});
}

/** A value that would do, where nothing can be made of what is written. */
export function instead(site: Site): readonly Candidate[] {
	const { manifest, path, place, type, value } = site;
	if (type === 'FieldValueRequired' || !value || !place || holdsMuch(value) || valuesOf(site).length > 0) return [];
	const to = sampleFor(site, path);
	const edit = to === undefined ? undefined : replace(manifest, path, to);
	return edit ? [{ title: changingTitle(to), edits: [edit], isFallback: true, isLast: true, isProposal: true }] : [];
}

/** What would be lost if something else stood there. */
const holdsMuch = (value: Node): boolean => value.kind !== 'scalar' && !isEmpty(value);

/** Fields that slipped in below one of their own: `name: {name: data, emptyDir: {}}`. */
function lifted({ manifest, path, value, place }: Site): readonly { readonly to: unknown; readonly at: Site['path'] }[] {
	const key = path.at(-1);
	const fields = place && structOf(place.struct);
	const owner = path.slice(0, -1);
	const all = toJson(valueAt(manifest, owner));
	if (value?.kind !== 'map' || value.entries.length < 2 || typeof key !== 'string' || owner.length === 0 || !isObject(all)) return [];
	if (place?.type.kind !== 'string' || !value.entries.every((entry) => fields?.has(entry.key.text))) return [];
	const { [key]: below, ...others } = all;
	return isObject(below) ? [{ to: { ...below, ...others }, at: owner }] : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `- - sh`: the dashes of a list of lists were meant to be one. */
function flattened({ manifest, path, value, place }: Site): readonly { readonly to: unknown; readonly at: Site['path'] }[] {
	if (value?.kind !== 'list' || place?.type.kind !== 'string') return [];
	const list = path.slice(0, -1);
	const all = toJson(valueAt(manifest, list));
	return Array.isArray(all) ? [{ to: all.flat().map(String), at: list }] : [];
}

/** What a value may have been meant to be, as a type has it. */
function fittings(node: Node, type: Type, site: Site): readonly unknown[] {
	switch (node.kind) {
		case 'scalar':
			return ofScalar(node, type, site);
		case 'list':
			return ofList(node, type, site);
		case 'map':
			return ofMap(node, type, site);
	}
}

function ofScalar(node: ScalarNode, type: Type, site: Site): readonly unknown[] {
	const text = isNull(node) ? '' : node.text.trim();
	switch (type.kind) {
		case 'string':
			return text === '' || resolve(node).kind === 'string' || site.place?.field.closed ? [] : [text];
		case 'boolean':
			return YES.test(text) ? [true] : NO.test(text) ? [false] : [];
		case 'int32':
		case 'int64':
			return ofNumber(text, type.kind, site);
		case 'intOrString':
			return /^\d+\.\d+$/.test(text) ? ofNumber(text, 'int32', site) : [];
		case 'quantity':
			return ofAmount(text, site);
		case 'list':
			return ofScalar(node, type.of, site).map((one) => [one]);
		case 'map':
			return ofPairs(text);
		case 'struct':
			return text === '' ? [] : fromScalar(text, type.name, site);
		default:
			return [];
	}
}

const YES = /^(?:1|t|enabled?)$/i;
const NO = /^(?:0|f|disabled?|none)$/i;

const ofPairs = (text: string): readonly unknown[] => {
	const pairs = pairsIn(text);
	return pairs ? [pairs] : [];
};

const LARGEST = { int32: 2_147_483_647, int64: Number.MAX_SAFE_INTEGER } as const;

function ofNumber(text: string, kind: 'int32' | 'int64', site: Site): readonly unknown[] {
	const number = Number(/-?\d[\d_]*(?:\.\d+)?/.exec(text)?.[0]?.replaceAll('_', '') ?? Number.NaN);
	const sample = sampleFor(site, site.path);
	if (!Number.isFinite(number)) return typeof sample === 'number' ? [sample] : [];
	const largest = LARGEST[kind];
	return [...new Set([Math.round(number), Math.floor(number)].map((one) => Math.max(-largest, Math.min(largest, one))))];
}

/** `512mb` may be meant either way; a letter of `2GGi` stands twice, those of `512iM` have changed places; `0,5` is written so elsewhere. */
function ofAmount(text: string, { path }: Site): readonly unknown[] {
	const [, number, prefix = ''] = /^(\d+(?:\.\d+)?)\s*([kmgtpe]?)(?:ilo|ega|iga|era)?i?b?(?:ytes?)?$/i.exec(text) ?? [];
	const unit = prefix === 'k' ? prefix : prefix.toUpperCase();
	const all = number === undefined ? [] : unit ? [`${number}${unit}i`.replace('ki', 'Ki'), `${number}${unit}`] : [number];
	const [, cores] = /^(\d+(?:\.\d+)?)\s*(?:v?cpus?|cores?)$/i.exec(text) ?? [];
	const isCpu = path.at(-1) === 'cpu';
	const milli = /^(\d+)\s*(?:mc?|mcpus?|milli(?:cores?|cpus?)?)$/i.exec(text)?.[1];
	const spelled = text
		.replace(/([A-Za-z])\1+/g, '$1')
		.replace(/([KMGTPE]i)\1$/, '$1')
		.replace(/i([KMGTPE])$/, '$1i')
		.replace(/^(\d+),(\d+)/, '$1.$2');
	return [spelled, ...(cores ? [cores] : []), ...(isCpu && milli ? [`${milli}m`] : []), ...all].filter(
		(one) => one !== text && parseQuantity(one) !== undefined,
	);
}

function ofList(list: ListNode, type: Type, site: Site): readonly unknown[] {
	const items = list.items.map(({ value }) => value);
	const [first] = items;
	if (items.length === 0) return type.kind === 'map' || type.kind === 'struct' ? [sampleFor(site, site.path) ?? {}] : [];
	switch (type.kind) {
		case 'list':
			return [];
		case 'map': {
			const pairs = items.map((item) => (item?.kind === 'scalar' ? (pairsIn(item.text) ?? { [item.text]: '' }) : undefined));
			return pairs.every((one) => one !== undefined) ? [Object.assign({}, ...pairs)] : [];
		}
		case 'struct':
			return items.length === 1 && first ? [...(first.kind === 'map' ? [toJson(first)] : []), ...fittings(first, type, site)] : [];
		default: {
			const scalars = items.map((item) => (item?.kind === 'scalar' ? item.text : undefined));
			if (!first || scalars.includes(undefined)) return [];
			if (items.length === 1) return type.kind === 'string' ? [scalars[0]] : [toJson(first), ...fittings(first, type, site)];
			return type.kind === 'string' ? [scalars.join(','), scalars.join(' ')] : [toJson(first)];
		}
	}
}

/** What an image consists of where charts take it apart. */
const PARTS_OF_IMAGE = [
	['repository', 'tag'],
	['name', 'tag'],
] as const;

function ofMap(map: MapNode, type: Type, site: Site): readonly unknown[] {
	const [only] = map.entries;
	if (!only) return type.kind === 'list' ? [[]] : [];
	if (type.kind === 'list') return [...(map.entries.length === 1 && only.value?.kind === 'list' ? [toJson(only.value)] : []), ...ofNamed(map, type.of)];
	if (type.kind === 'map' || type.kind === 'struct' || type.kind === 'object') return [];
	const parts = Object.fromEntries(map.entries.flatMap(({ key, value }) => (value?.kind === 'scalar' ? [[key.text, value.text]] : [])));
	const image = PARTS_OF_IMAGE.map((names) => names.map((name) => parts[name])).find(([name]) => name !== undefined);
	const written = site.manifest.document.text.slice(map.range.start, map.range.end).trimEnd();
	const isLine = typeof site.path.at(-1) === 'number' && !map.flow && !written.includes('\n');
	return [
		...(image && site.path.at(-1) === 'image' ? [image.filter((part) => part !== undefined).join(':')] : []),
		// `- echo: a` in a list of words: a colon that is none.
		...(isLine && type.kind === 'string' ? [written] : []),
		// `{web}`, as what is to be filled in is marked.
		...(map.flow && map.entries.length === 1 && !only.value && type.kind === 'string' ? [only.key.text] : []),
		...(map.entries.length === 1 && only.value?.kind === 'scalar' ? [type.kind === 'string' ? only.value.text : toJson(only.value)] : []),
		...(type.kind === 'string' && site.place?.isMapKey && map.entries.length > 1 ? [JSON.stringify(toJson(map))] : []),
	];
}

/** Keys in place of a list: of words, of one thing that stands there by itself, or of things that are called so. */
function ofNamed(map: MapNode, of: Type): readonly unknown[] {
	const keys = map.entries.map(({ key }) => key.text);
	if (of.kind === 'string') return [map.entries.map(({ key, value }) => (value?.kind === 'scalar' ? `${key.text}: ${value.text}` : key.text)), keys];
	if (of.kind !== 'struct') return [];
	return keys.some((key) => structOf(of.name)?.has(key)) ? [[toJson(map)]] : namedItems(map, of.name);
}

/** What a name alone is followed by. */
const MAIN: Readonly<Record<string, string>> = {
	EnvVar: 'value',
	VolumeMount: 'mountPath',
	VolumeDevice: 'devicePath',
	Container: 'image',
	ContainerPort: 'containerPort',
};

/** Keys that are the names of what a list is made of: `volumes: {data: {emptyDir: {}}}`, `env: {A: b}`; nothing where one of them says something else. */
export function namedItems(map: MapNode, struct: string): readonly (readonly unknown[])[] {
	const main = MAIN[struct];
	const items = map.entries.map(({ key, value }): unknown => {
		if (!value || isNull(value)) return { name: key.text };
		if (value.kind === 'map') return { name: key.text, ...(toJson(value) as object) };
		if (value.kind === 'list' || main === undefined) return undefined;
		return { name: key.text, [main]: main === 'containerPort' ? toJson(value) : value.text };
	});
	return items.includes(undefined) ? [] : [items];
}

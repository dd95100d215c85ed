import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { type Field, fieldOf, type Minor, structOf, structWithin, type Type } from '../../schema/schema';
import { structAt } from '../place';

/** Nobody writes these by hand. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['status', 'managedFields', 'ownerReferences', 'ephemeralContainers']);
/** Where a field may belong to several, this is what people mean. */
const LIKELY = ['containers[]', 'env[]', 'template.spec', 'template', 'metadata', 'spec', 'httpGet'];

/** Names that many things have: they tell where they belong only where it is next door. */
const COMMON: ReadonlySet<string> = new Set(
	(
		'name key value values type path port user mode level role operator effect host items options kind id uid reason status message server driver request ' +
		'size source target namespace data secret configMap'
	).split(' '),
);

/** Where a field that is out of place would be at home, as people write it: `spec.template.spec.containers[].image`. */
export function belongsAt(manifest: Manifest, segments: readonly Segment[], version: Minor, most: number): string | undefined {
	const home = homeOf(manifest, segments, version, most);
	// What is written there already was not meant to be.
	return home && !isWritten(manifest, home) ? pathBelow(home) : undefined;
}

/**
 * Where a field that is out of place would be at home: among the fields of something it lies in, or a step or two below one of these. The items of a list are
 * one step, `containers[]`. `most` is how many steps up and down are tried; the shortest way is taken.
 */
export function homeOf(manifest: Manifest, segments: readonly Segment[], version: Minor, most: number): readonly Segment[] | undefined {
	const key = segments.at(-1);
	if (typeof key !== 'string') return undefined;
	const isCommon = COMMON.has(key);
	const farthest = isCommon ? 1 : most;
	const ancestors = structsAbove(manifest.kind.kind, segments);
	for (let steps = 1; steps <= farthest; steps++) {
		for (const [up, { struct, length }] of ancestors.entries()) {
			const down = steps - up;
			if (down < 0 || down > 2) continue;
			const found = certain(below(struct, key, down, version));
			if (!found || (isCommon && down > 0 && !LIKELY.includes(found[0] ?? ''))) continue;
			return [...segments.slice(0, length), ...found.flatMap((step) => step.split('.'))];
		}
	}
	return undefined;
}

/** Whether something stands at a place already; at one in every container, in all of them. To other lists something can always be added. */
export function isWritten(manifest: Manifest, place: readonly Segment[]): boolean {
	const open = place.findIndex((segment) => typeof segment === 'string' && segment.endsWith('[]'));
	if (open < 0) return locate(manifest.node, place).exact;
	if (place[open] !== 'containers[]') return false;
	const { value: list, exact } = locate(manifest.node, [...place.slice(0, open), 'containers']);
	const rest = place.slice(open + 1);
	return (
		exact &&
		list?.kind === 'list' &&
		list.items.length > 0 &&
		list.items.every((_, i) => isWritten(manifest, [...place.slice(0, open), 'containers', i, ...rest]))
	);
}

/** `spec.template.spec.containers[].image` */
export const pathBelow = (place: readonly Segment[]): string =>
	place
		.map((segment) => (typeof segment === 'number' ? `[${segment}]` : segment))
		.join('.')
		.replaceAll('.[', '[');

/** Whether something that a key lies in has such a field. */
export const isAbove = (manifest: Manifest, segments: readonly Segment[]): boolean =>
	structsAbove(manifest.kind.kind, segments).some(({ struct }) => structOf(struct)?.has(String(segments.at(-1))));

interface Above {
	readonly struct: string;
	/** How many segments lead there. */
	readonly length: number;
}

/** The structs a key lies in, from the innermost. */
function structsAbove(root: string, segments: readonly Segment[]): readonly Above[] {
	const all: Above[] = [];
	for (let length = segments.length - 1; length >= 0; length--) {
		const path = segments.slice(0, length);
		const struct = structAt(root, path);
		if (struct) all.push({ struct, length });
	}
	return all;
}

/** Of several ways the likely one, if there is one. */
function certain(ways: readonly (readonly string[])[]): readonly string[] | undefined {
	const [way = [], ...others] = ways;
	return others.length === 0 || LIKELY.includes(way[0] ?? '') ? ways[0] : undefined;
}

/** The ways from a struct to a field, exactly so many steps down, the likely ones first. */
function below(struct: string, key: string, steps: number, version: Minor): readonly (readonly string[])[] {
	if (steps === 0) return fieldOf(struct, key, version) ? [[key]] : [];
	return childrenOf(struct, version).flatMap(({ step, within }) => below(within, key, steps - 1, version).map((rest) => [step, ...rest]));
}

interface Child {
	readonly step: string;
	readonly within: string;
}

/** By version and struct: many ways go through the same few. */
const known = new Map<string, readonly Child[]>();

/** What a struct holds that has fields itself, the likely ones first. */
function childrenOf(struct: string, version: Minor): readonly Child[] {
	const name = `${version} ${struct}`;
	const children = known.get(name) ?? [...(structOf(struct) ?? [])].flatMap(([field, of]) => childOf(struct, field, of, version)).sort(byRank);
	known.set(name, children);
	return children;
}

function childOf(struct: string, name: string, { type }: Field, version: Minor): readonly Child[] {
	const within = type.kind === 'map' ? undefined : structWithin(type);
	if (!within || within === struct || NOT_WRITTEN.has(name) || !fieldOf(struct, name, version)) return [];
	const child = { step: `${name}${brackets(type)}`, within };
	// A template and its pod are one step.
	return within === 'PodTemplateSpec' ? [child, { step: `${name}.spec`, within: 'PodSpec' }] : [child];
}

const brackets = (type: Type): string => (type.kind === 'list' ? '[]' : '');

const byRank = (a: Child, b: Child): number => rank(a.step) - rank(b.step);

function rank(step: string): number {
	const at = LIKELY.indexOf(step);
	return at < 0 ? LIKELY.length : at;
}

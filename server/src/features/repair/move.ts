import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { isFieldSomewhere, structOf, structWithin, type Type } from '../../schema/schema';
import { addAll, addBlock, entryLines, merged, removeEntry, renameKey } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf, type Node } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import type { Edit } from '../../yaml/text-edit';
import { homeOf, pathBelow } from '../diagnose/belongs';
import { slipHomes } from '../diagnose/unknown-field';
import { placeOf, structAt } from '../place';
import { namedItems } from './shape';
import type { Candidate, Site } from './site';
import { slippedOut, slippedUp } from './slipped';
import { changingTitle, movingTitle } from './titles';
import { entryAt, isEmpty, itemsAt, put, replace, textAt, valueAt } from './write';

/** A key that is no field here, to where it is one: with its lines and comments where both places are written in lines. */
export function moves(site: Site): readonly Candidate[] {
	if (site.code === 'decode/type') return outOfMap(site);
	if (site.code !== 'decode/unknown-field') return [];
	return [
		...slipped(site),
		...wrapped(site),
		...namedItem(site),
		...homesOf(site).flatMap((home) => {
			const to = concrete(site, home);
			const edits = to && moved(site, to);
			return edits ? { title: isBeside(site.path, to) ? changingTitle(to.at(-1)) : movingTitle(pathBelow(to)), edits } : [];
		}),
	];
}

/** `annotations: {a: b, labels: {c: d}}`: keys below a key that is a field beside the map. */
function outOfMap(site: Site): readonly Candidate[] {
	const { manifest, path, place, value } = site;
	const to = [...path.slice(0, -2), path.at(-1) ?? ''];
	const struct = structAt(manifest.kind.kind, path.slice(0, -2));
	if (!place?.isMapKey || value?.kind === 'scalar' || struct === undefined || !structOf(struct)?.has(String(to.at(-1))) || valueAt(manifest, to)) return [];
	const edits = moved(site, to);
	return edits ? [{ title: movingTitle(pathBelow(to)), edits, isCertain: true, isAll: true }] : [];
}

/** Those that slipped out of the key above them go back together; so do those that lack the key that they belong below. */
function slipped(site: Site): readonly Candidate[] {
	const { manifest, path } = site;
	const owner = path.slice(0, -1);
	const at = entryAt(manifest, path)?.entry.key.range.start;
	if (at === undefined) return [];
	const out = slippedOut(manifest, owner, at);
	if (out) return [{ title: out.title, edits: [out.edit], isCertain: true, isAll: true }];
	const homes = homesOf(site).filter((home) => home.length === path.length + 1 && isBeside(path, home.slice(0, -1)));
	return homes.flatMap((home) => {
		const up = slippedUp(manifest, owner, at, String(home.at(-2)));
		return up ? { title: up.title, edits: [up.edit], isCertain: homes.length === 1 } : [];
	});
}

/** `- A: b` in a list of things with names. */
function namedItem(site: Site): readonly Candidate[] {
	const item = site.path.slice(0, -1);
	const map = valueAt(site.manifest, item);
	const struct = structAt(site.manifest.kind.kind, item);
	if (typeof item.at(-1) !== 'number' || map?.kind !== 'map' || map.entries.length !== 1 || struct === undefined) return [];
	const [[meant] = []] = namedItems(map, struct);
	const edit = meant === undefined ? undefined : replace(site.manifest, item, meant);
	return edit ? [{ title: changingTitle(meant), edits: [edit] }] : [];
}

/** `selector: {app: web}`: all of it are labels to look for. */
function wrapped({ manifest, path }: Site): readonly Candidate[] {
	const owner = path.slice(0, -1);
	const map = valueAt(manifest, owner);
	if (structAt(manifest.kind.kind, owner) !== 'LabelSelector' || map?.kind !== 'map') return [];
	if (map.entries.length < 2 || map.entries.some(({ key, value }) => value?.kind !== 'scalar' || key.text.startsWith('match'))) return [];
	const edit = replace(manifest, owner, { matchLabels: toJson(map) });
	return edit ? [{ title: movingTitle(pathBelow([...owner, 'matchLabels'])), edits: [edit] }] : [];
}

const isBeside = (from: readonly Segment[], to: readonly Segment[]): boolean => from.slice(0, -1).join('\n') === to.slice(0, -1).join('\n');

/** How far a field may be from home. */
const FARTHEST = 5;

function homesOf(site: Site): readonly (readonly Segment[])[] {
	const { manifest, path, version } = site;
	const struct = structAt(manifest.kind.kind, path.slice(0, -1));
	if (struct === undefined) return [];
	const home = homeOf(manifest, path, version, FARTHEST);
	return [
		...site.required.filter((one) => one.at(-1) === path.at(-1)),
		...missedHomes(site),
		...slipHomes(path, struct, manifest),
		...resourceHomes(path, struct),
		...belowHomes(site, struct),
		...(home ? [home] : []),
		...mapHomes(site, struct),
		...likeHomes(path, struct),
	];
}

/** Words about a thing are none of its names. */
const PROSE = /^(?:comments?|desc(?:ription)?|info|notes?|summary|title)$/i;

/** `containerName` of `name`. */
const isCompound = (word: string, name: string): boolean => word.endsWith(name.charAt(0).toUpperCase() + name.slice(1));

/** The one thing that is missing beside it, where no field anywhere is called as this key is: `img` of a container without an image. */
function missedHomes({ manifest, path, value, required }: Site): readonly (readonly Segment[])[] {
	const key = String(path.at(-1));
	const missed = required.filter((one) => isBeside(one, path) && !valueAt(manifest, one));
	const [only] = missed;
	const name = String(only?.at(-1));
	if (!only || missed.length > 1 || value?.kind !== 'scalar' || (isFieldSomewhere(key) && !isCompound(key, name))) return [];
	if (PROSE.test(key) || /\s/.test(value.text)) return [];
	return placeOf(manifest.kind.kind, only)?.type.kind === 'string' && resolve(value).kind === 'string' ? [only] : [];
}

/** What is one of several things says which it is first. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
	EnvFromSource: ['configMapRef', 'secretRef'],
	EnvVarSource: ['configMapKeyRef', 'secretKeyRef', 'fieldRef'],
	Probe: ['httpGet', 'tcpSocket', 'exec'],
	LifecycleHandler: ['exec', 'httpGet'],
};

const withinField = (type: Type | undefined): string => (type && structWithin(type)) ?? '';

function belowHomes({ manifest, path }: Site, struct: string): readonly (readonly Segment[])[] {
	const key = String(path.at(-1));
	const fields = structOf(struct);
	const able = (BELOW[struct] ?? []).filter((one) => structOf(withinField(fields?.get(one)?.type))?.has(key));
	// The one that is there lacks it.
	const isThere = (one: string): boolean => valueAt(manifest, [...path.slice(0, -1), one]) !== undefined;
	return [...able.filter(isThere), ...able.filter((one) => !isThere(one))].map((one) => [...path.slice(0, -1), one, key]);
}

/** The field of almost the same letters that is written here too: both are one. */
function likeHomes(path: readonly Segment[], struct: string): readonly (readonly Segment[])[] {
	const near = nearest(String(path.at(-1)), structOf(struct)?.keys() ?? []);
	return near === undefined ? [] : [[...path.slice(0, -1), near]];
}

const RESOURCE = /^(?:cpus?|mem(?:ory)?|ephemeral-storage|hugepages-.*|.*\/.*)$/i;

/** Amounts are either asked for or limited; what is more than CPU and memory is limited. */
function resourceHomes(path: readonly Segment[], struct: string): readonly (readonly Segment[])[] {
	if (struct !== 'ResourceRequirements' || !RESOURCE.test(String(path.at(-1)))) return [];
	const key = String(path.at(-1))
		.replace(/^cpus?$/i, 'cpu')
		.replace(/^mem(?:ory)?$/i, 'memory');
	const owner = path.slice(0, -1);
	const both = [
		[...owner, 'requests', key],
		[...owner, 'limits', key],
	];
	return /^(?:cpu|memory|ephemeral-storage)$/.test(key) ? both : both.toReversed();
}

/** Keys of one's own choice belong into the map that is there for them: labels to look for, labels of nodes, annotations and labels with their prefix. */
function mapHomes({ manifest, path, value }: Site, struct: string): readonly (readonly Segment[])[] {
	const key = String(path.at(-1));
	const owner = path.slice(0, -1);
	if (value?.kind !== 'scalar') return [];
	if (struct === 'LabelSelector') return [[...owner, 'matchLabels', key]];
	if (struct === 'ObjectMeta' && !key.includes('/') && !isSelected(manifest, key) && !isCommonLabel(key)) return [];
	if (struct === 'ObjectMeta')
		return [
			[...owner, 'labels', key],
			[...owner, 'annotations', key],
		];
	if (!key.includes('/')) return isSelected(manifest, key) ? [[...manifest.kind.template, 'metadata', 'labels', key]] : [];
	return struct === 'PodSpec'
		? [
				[...owner, 'nodeSelector', key],
				['metadata', 'labels', key],
			]
		: [
				['metadata', 'labels', key],
				['metadata', 'annotations', key],
			];
}

const LABELS = /^(?:app|tier|env|environment|version|component|team|release|role|track|part-of|managed-by)$/;

/** As people call labels. */
export const isCommonLabel = (key: string): boolean => LABELS.test(key);

/** A workload looks for such a label. */
const isSelected = (manifest: Site['manifest'], key: string): boolean =>
	textAt(manifest, ['spec', 'selector', 'matchLabels', key]) !== undefined || textAt(manifest, ['spec', 'selector', key]) !== undefined;

/** The item of each list on the way: the first in which the field is not written yet, one that has but a name before others. */
function concrete({ manifest, path }: Site, home: readonly Segment[]): readonly Segment[] | undefined {
	const open = home.findIndex((segment) => typeof segment === 'string' && segment.endsWith('[]'));
	if (open < 0) return home.join('\n') === path.join('\n') || !mayStandAt(valueAt(manifest, path), valueAt(manifest, home)) ? undefined : home;
	const list = [...home.slice(0, open), String(home[open]).slice(0, -2)];
	const rest = home.slice(open + 1);
	const items = itemsAt(manifest, list);
	const bare = items.filter((item) => hasButName(valueAt(manifest, item)));
	for (const item of items.length > 0 ? [...bare, ...items] : [[...list, 0]]) {
		const place = concrete({ manifest, path } as Site, [...item, ...rest]);
		if (place) return place;
	}
	return undefined;
}

const hasButName = (node: Node | undefined): boolean => node?.kind === 'map' && node.entries.length === 1 && node.entries[0]?.key.text === 'name';

/** Nothing is there yet, or it can be added to: a list to a list, keys to others. */
function mayStandAt(value: Node | undefined, there: Node | undefined): boolean {
	if (isEmpty(there)) return true;
	if (value?.kind === 'list') return there?.kind === 'list';
	return value?.kind === 'map' && there?.kind === 'map' && !value.entries.some(({ key }) => entryOf(there, key.text));
}

/** A value some steps down. */
const within = (steps: readonly Segment[], value: unknown): unknown => steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);

function moved({ manifest, path }: Site, to: readonly Segment[]): readonly Edit[] | undefined {
	const { text } = manifest.document;
	const from = entryAt(manifest, path);
	if (!from) return undefined;
	const name = String(to.at(-1));
	const inside = to.slice(path.length - 1);
	if (from.map.entries.length === 1 && inside.length > 1 && isBeside(path, to.slice(0, path.length))) {
		const whole = replace(manifest, path.slice(0, -1), within(inside, toJson(from.entry.value)));
		return whole && [whole];
	}
	const gone = removeEntry(text, from.map, from.entry);
	const there = valueAt(manifest, to);
	if (there && !isEmpty(there)) {
		const addition = from.entry.value && addAll(text, there, from.entry.value);
		return addition && merged(text, gone, addition);
	}
	if (isBeside(path, to) && !there) return [renameKey(text, from.entry, name)];
	const owner = valueAt(manifest, to.slice(0, -1));
	const lines = from.map.flow ? undefined : entryLines(text, from.entry, name);
	const isBlock = owner?.kind === 'map' && !owner.flow && owner.entries.length > 0;
	const insertion = lines !== undefined && isBlock ? addBlock(text, owner, lines) : put(manifest, to, toJson(from.entry.value));
	return insertion && merged(text, gone, insertion);
}

import { locate } from '../../manifest/locate';
import type { Segment } from '../../schema/field-path';
import { KINDS } from '../../schema/kinds';
import { entryOf, itemsOf, type Node, textOf } from '../../yaml/node';
import type { Place } from '../place';
import type { WorkspaceNames } from './known-names';
import { PARTS, type Thing, usedAt } from './naming';

/** Names a field refers to: volumes, ports and containers of the same pod, and other objects as far as they are known. `root` is the object. */
export function references(root: Node | undefined, place: Place, known: () => WorkspaceNames): readonly string[] {
	const used = usedAt(place);
	if (!used) return [];
	if (PARTS.has(used.thing)) return inPod(root, place.segments, used.thing);
	if (!used.owner) return known().names.get(used.thing) ?? [];
	const owner = nodeAt(root, used.owner);
	return (owner?.kind === 'scalar' && known().keys.get(`${used.thing.replace(/ key$/, '')} ${owner.text}`)) || [];
}

function inPod(root: Node | undefined, path: readonly Segment[], kind: Thing): readonly string[] {
	const spec = podSpecOf(path);
	if (!spec) return [];
	const at = (rest: readonly Segment[]): Node | undefined => nodeAt(root, rest);
	switch (kind) {
		case 'volume':
			return [...named(at([...spec, 'volumes'])), ...claimTemplates(at(spec.slice(0, -2)))];
		case 'claim':
			return named(at([...spec, 'resourceClaims']));
		case 'container':
			return [...named(at([...spec, 'containers'])), ...named(at([...spec, 'initContainers']))];
		case 'port': {
			const ports = at([...path.slice(0, spec.length + 2), 'ports']);
			const numbers = ports?.kind === 'list' ? ports.items.flatMap((item) => textOf(item.value, 'containerPort') ?? []) : [];
			return [...(path.includes('grpc') ? [] : named(ports)), ...numbers];
		}
		default:
			return [];
	}
}

/** A StatefulSet's claim templates are volumes of its pods. */
const claimTemplates = (spec: Node | undefined): readonly string[] =>
	itemsOf(spec, 'volumeClaimTemplates').flatMap((item) => textOf(entryOf(item, 'metadata')?.value, 'name') ?? []);

const named = (list: Node | undefined): readonly string[] => (list?.kind === 'list' ? list.items.flatMap((item) => textOf(item.value, 'name') ?? []) : []);

/** What is written at a path. */
export function nodeAt(root: Node | undefined, path: readonly Segment[]): Node | undefined {
	if (!root) return undefined;
	const spot = locate(root, path);
	return spot.exact ? spot.value : undefined;
}

/** The path of the pod's spec above a place within it. */
function podSpecOf(path: readonly Segment[]): readonly Segment[] | undefined {
	const template = path.lastIndexOf('template');
	const spec = path.indexOf('spec', template + 1);
	return spec < 0 ? undefined : path.slice(0, spec + 1);
}

/** Labels that have to agree: in a selector those of the pods, on the pods those of the selector, on the object those of its pods. */
export function labelPairs(root: Node | undefined, kind: string, path: readonly Segment[]): readonly (readonly [string, string])[] {
	const template = KINDS.find((one) => one.kind === kind)?.template ?? [];
	const podLabels = [...template, 'metadata', 'labels'];
	const selector = [...template.slice(0, -1), 'selector', ...(kind === 'ReplicationController' ? [] : ['matchLabels'])];
	const last = path.at(-1);
	const isHere = (other: readonly Segment[]): boolean => other.join('/') === path.join('/');
	if (last !== 'labels' && last !== 'matchLabels' && last !== 'selector') return [];
	const sources = template.length === 0 ? [podLabels] : isHere(podLabels) ? [selector, ['metadata', 'labels']] : [podLabels, selector, ['metadata', 'labels']];
	const pairs = new Map<string, string>();
	for (const source of sources) {
		if (isHere(source)) continue;
		const map = nodeAt(root, source);
		for (const { key, value } of map?.kind === 'map' ? map.entries : []) if (value?.kind === 'scalar' && !pairs.has(key.text)) pairs.set(key.text, value.text);
	}
	return [...pairs];
}

/** What `$(…)` may name in a container: its own variables. */
export function variablesAt(root: Node | undefined, path: readonly Segment[]): readonly string[] {
	const at = path.findLastIndex((segment) => segment === 'containers' || segment === 'initContainers' || segment === 'ephemeralContainers');
	if (at < 0) return [];
	const env = nodeAt(root, [...path.slice(0, at + 2), 'env']);
	const own = path[at + 2] === 'env' ? Number(path[at + 3]) : Number.POSITIVE_INFINITY;
	// In `env`, only what stands above is expanded.
	return named(env).slice(0, own);
}

import { locate } from '../manifest/locate';
import type { Segment } from '../schema/field-path';
import { type Node, textOf } from '../yaml/node';
import type { Place } from './place';

/** Names that a field refers to and that stand elsewhere in the same pod: volumes, container ports, containers. */
export function references(root: Node | undefined, prefix: readonly Segment[], place: Place): readonly string[] {
	if (!root) return [];
	const kind = REFERENCES[`${place.struct}.${place.field.name}`];
	if (!kind) return [];
	const path = place.segments;
	const spec = podSpecOf(path);
	if (!spec) return [];
	const at = (rest: readonly Segment[]): Node | undefined => {
		const spot = locate(root, [...prefix, ...rest]);
		return spot.exact ? spot.value : undefined;
	};
	const named = (list: Node | undefined): readonly string[] => (list?.kind === 'list' ? list.items.flatMap((item) => textOf(item.value, 'name') ?? []) : []);
	switch (kind) {
		case 'volume':
			return named(at([...spec, 'volumes']));
		case 'claim':
			return named(at([...spec, 'resourceClaims']));
		case 'container':
			return [...named(at([...spec, 'containers'])), ...named(at([...spec, 'initContainers']))];
		case 'port':
			return named(at([...path.slice(0, spec.length + 2), 'ports']));
	}
}

const REFERENCES: Readonly<Record<string, 'volume' | 'port' | 'container' | 'claim'>> = {
	'VolumeMount.name': 'volume',
	'VolumeDevice.name': 'volume',
	'FileKeySelector.volumeName': 'volume',
	'HTTPGetAction.port': 'port',
	'TCPSocketAction.port': 'port',
	'ResourceFieldSelector.containerName': 'container',
	'PodFailurePolicyOnExitCodesRequirement.containerName': 'container',
	'ResourceClaim.name': 'claim',
};

/** The path of the pod's spec above a place within it. */
function podSpecOf(path: readonly Segment[]): readonly Segment[] | undefined {
	const template = path.lastIndexOf('template');
	const spec = path.indexOf('spec', template + 1);
	return spec < 0 ? undefined : path.slice(0, spec + 1);
}

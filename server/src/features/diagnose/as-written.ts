import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { FieldPath, Segment } from '../../schema/field-path';
import { entryOf, type Node, textOf } from '../../yaml/node';

/** Where the server finds the volumes of a StatefulSet's pods. */
const VOLUMES: readonly Segment[] = ['spec', 'template', 'spec', 'volumes'];

/**
 * Where what the server tells of is written: it judges the pods of a StatefulSet as its controller makes them, with the claims of its templates before other volumes
 * (k8s.io/kubernetes/pkg/apis/apps/validation setPodTemplateVolumes), and counts from there.
 */
export function asWritten(path: FieldPath, { kind, node }: Pick<Manifest, 'kind' | 'node'>): FieldPath {
	if (kind.kind !== 'StatefulSet') return path;
	const segments = path.segments();
	const index = segments[VOLUMES.length];
	if (typeof index !== 'number' || VOLUMES.some((segment, i) => segments[i] !== segment)) return path;
	const claims = new Set(itemsAt(node, ['spec', 'volumeClaimTemplates']).map((item) => textOf(entryOf(item, 'metadata')?.value, 'name') ?? ''));
	if (index < claims.size) return path;
	const kept = itemsAt(node, VOLUMES).flatMap((item, i) => (claims.has(textOf(item, 'name') ?? '') ? [] : i));
	const written = kept[index - claims.size];
	return written === undefined ? path : withIndex(path, segments.length - VOLUMES.length - 1, written);
}

const itemsAt = (root: Node, path: readonly Segment[]): readonly (Node | undefined)[] => {
	const { value, exact } = locate(root, path);
	return exact && value?.kind === 'list' ? value.items.map((item) => item.value) : [];
};

/** The same path with another index so many steps up. */
function withIndex(path: FieldPath, up: number, index: number): FieldPath {
	const { parent, segment, isKey, isKeyItself } = path;
	if (!parent) return path;
	if (up === 0) return parent.index(index);
	const above = withIndex(parent, up - 1, index);
	const same = typeof segment === 'number' ? above.index(segment) : isKey ? above.key(segment) : above.child(segment);
	return isKeyItself ? same.keyItself() : same;
}

import type { FieldPath } from '../schema/field-path';
import type { PodSpec, ProjectedVolumeSource, Volume, VolumeMount } from '../schema/generated/types';
import type { Drops } from './drops';
import type { Mutable } from './mutable';

type Spec = Mutable<PodSpec>;

/** The part of podutil.dropDisabledFields that concerns volumes. */
export function dropDisabledVolumeFields(drops: Drops, spec: Spec, path: FieldPath): void {
	for (const [index, volume] of (spec.volumes ?? []).entries()) {
		const volumePath = path.child('volumes').index(index);
		drops.off('ClusterTrustBundleProjection', (gate) => dropProjection(drops, volume, volumePath, 'clusterTrustBundle', gate));
		drops.off('PodCertificateRequest', (gate) => dropProjection(drops, volume, volumePath, 'podCertificate', gate));
		drops.off('AtomicWriteVolumeUserFields', (gate) => dropUserFields(drops, volume, volumePath, gate));
		drops.off('EmptyDirVolumeMode', (gate) => drops.drop(volume.emptyDir, 'mode', volumePath.child('emptyDir'), gate));
	}
	drops.off('ImageVolume', (gate) => dropImageVolumes(drops, spec, path, gate));
}

/** dropDisabledClusterTrustBundleProjection, dropDisabledPodCertificateProjection: an empty source stays behind. */
function dropProjection(drops: Drops, volume: Mutable<Volume>, path: FieldPath, field: 'clusterTrustBundle' | 'podCertificate', gate: string): void {
	for (const [index, source] of (volume.projected?.sources ?? []).entries()) drops.drop(source, field, path.child('projected', 'sources').index(index), gate);
}

/** dropDisabledAtomicWriteVolumeUserFields: of a volume with two sources, which validation refuses, it looks at the first. */
function dropUserFields(drops: Drops, volume: Mutable<Volume>, path: FieldPath, gate: string): void {
	const kind = (['secret', 'configMap', 'downwardAPI'] as const).find((one) => volume[one]);
	if (kind) {
		drops.drop(volume[kind], 'defaultUser', path.child(kind), gate);
		dropItemUsers(drops, volume[kind]?.items, path.child(kind), gate);
	} else if (volume.projected) dropProjectedUsers(drops, volume.projected, path.child('projected'), gate);
}

function dropProjectedUsers(drops: Drops, projected: Mutable<ProjectedVolumeSource>, path: FieldPath, gate: string): void {
	drops.drop(projected, 'defaultUser', path, gate);
	for (const [index, source] of (projected.sources ?? []).entries()) {
		const sourcePath = path.child('sources').index(index);
		const files = (['secret', 'downwardAPI', 'configMap'] as const).find((kind) => source[kind]);
		const other = (['serviceAccountToken', 'clusterTrustBundle', 'podCertificate'] as const).find((kind) => source[kind]);
		if (files) dropItemUsers(drops, source[files]?.items, sourcePath.child(files), gate);
		else if (other) drops.drop(source[other], 'user', sourcePath.child(other), gate);
	}
}

function dropItemUsers(drops: Drops, items: readonly { user?: number }[] | undefined, path: FieldPath, gate: string): void {
	for (const [index, item] of (items ?? []).entries()) drops.drop(item, 'user', path.child('items').index(index), gate);
}

/** dropImageVolumes: the volumes go with their mounts. It writes every list anew, and so of an empty one makes none. */
function dropImageVolumes(drops: Drops, spec: Spec, path: FieldPath, gate: string): void {
	const names = new Set<string>();
	for (const [index, volume] of (spec.volumes ?? []).entries()) {
		if (!volume.image) continue;
		names.add(volume.name);
		drops.dropped.push({ path: path.child('volumes').index(index), gate });
	}
	keep(spec, 'volumes', (volume: Volume) => !volume.image);
	for (const container of [...spec.containers, ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])])
		keep(container, 'volumeMounts', (mount: VolumeMount) => !names.has(mount.name));
}

function keep<Name extends string, Item>(owner: { [name in Name]?: readonly Item[] }, name: Name, isKept: (item: Item) => boolean): void {
	const kept = owner[name]?.filter(isKept) ?? [];
	if (kept.length > 0) owner[name] = kept;
	else delete owner[name];
}

import type { DownwardAPIVolumeFile, PersistentVolumeClaimSpec, ProjectedVolumeSource, Volume } from '../schema/generated/types';
import { imageTag } from '../schema/image-reference';
import { gateOn, type Minor } from '../schema/schema';
import { quantityString, setDefaultsObjectFieldSelector, setDefaultsResourceList } from './containers';
import type { Mutable } from './mutable';

const READABLE = 0o644;

/** The part of SetObjectDefaults_Pod that each volume gets. */
export function setObjectDefaultsVolume(volume: Mutable<Volume>, version: Minor): void {
	setDefaultsVolume(volume, version);
	const { emptyDir, hostPath, secret, configMap, downwardAPI, projected, ephemeral } = volume;
	if (emptyDir?.sizeLimit !== undefined) emptyDir.sizeLimit = quantityString(emptyDir.sizeLimit);
	if (hostPath) hostPath.type ??= '';
	if (secret) secret.defaultMode ??= READABLE;
	if (configMap) configMap.defaultMode ??= READABLE;
	if (downwardAPI) {
		downwardAPI.defaultMode ??= READABLE;
		setDefaultsDownwardAPIFiles(downwardAPI.items);
	}
	if (projected) setDefaultsProjected(projected);
	const claim = ephemeral?.volumeClaimTemplate;
	if (claim) setObjectDefaultsClaimSpec(claim.spec);
	setDefaultsNetworkStorage(volume);
}

/** SetDefaults_Volume. */
function setDefaultsVolume(volume: Mutable<Volume>, version: Minor): void {
	if (Object.keys(volume).every((field) => field === 'name')) volume.emptyDir = {};
	const image = volume.image;
	if (image && gateOn('ImageVolume', version)) image.pullPolicy ||= imageTag(image.reference ?? '') === 'latest' ? 'Always' : 'IfNotPresent';
}

/** SetDefaults_ProjectedVolumeSource, SetDefaults_ServiceAccountTokenProjection. */
function setDefaultsProjected(projected: Mutable<ProjectedVolumeSource>): void {
	projected.defaultMode ??= READABLE;
	for (const source of projected.sources ?? []) {
		setDefaultsDownwardAPIFiles(source.downwardAPI?.items);
		if (source.serviceAccountToken) source.serviceAccountToken.expirationSeconds ??= 3600;
	}
}

function setDefaultsDownwardAPIFiles(files: readonly Mutable<DownwardAPIVolumeFile>[] | undefined): void {
	for (const { fieldRef, resourceFieldRef } of files ?? []) {
		setDefaultsObjectFieldSelector(fieldRef);
		if (resourceFieldRef?.divisor !== undefined) resourceFieldRef.divisor = quantityString(resourceFieldRef.divisor);
	}
}

/** SetDefaults_PersistentVolumeClaimSpec, and the resource lists below it. */
export function setObjectDefaultsClaimSpec(spec: Mutable<PersistentVolumeClaimSpec>): void {
	spec.volumeMode ??= 'Filesystem';
	setDefaultsResourceList(spec.resources?.limits);
	setDefaultsResourceList(spec.resources?.requests);
}

/** The defaults that the types declare with +default. */
function setDefaultsNetworkStorage({ iscsi, rbd, azureDisk, scaleIO }: Mutable<Volume>): void {
	if (iscsi) iscsi.iscsiInterface ||= 'default';
	if (rbd) {
		rbd.pool ||= 'rbd';
		rbd.user ||= 'admin';
		rbd.keyring ||= '/etc/ceph/keyring';
	}
	if (azureDisk) {
		azureDisk.cachingMode ??= 'ReadWrite';
		azureDisk.fsType ??= 'ext4';
		azureDisk.readOnly ??= false;
		azureDisk.kind ??= 'Shared';
	}
	if (scaleIO) {
		scaleIO.storageMode ||= 'ThinProvisioned';
		scaleIO.fsType ||= 'xfs';
	}
}

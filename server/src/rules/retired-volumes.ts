import type { FieldPath } from '../schema/field-path';
import type {
	AWSElasticBlockStoreVolumeSource,
	AzureDiskVolumeSource,
	AzureFileVolumeSource,
	CephFSVolumeSource,
	CinderVolumeSource,
	FlexVolumeSource,
	FlockerVolumeSource,
	GCEPersistentDiskVolumeSource,
	GitRepoVolumeSource,
	GlusterfsVolumeSource,
	LocalObjectReference,
	PhotonPersistentDiskVolumeSource,
	PortworxVolumeSource,
	QuobyteVolumeSource,
	RBDVolumeSource,
	ScaleIOVolumeSource,
	StorageOSVolumeSource,
	VsphereVirtualDiskVolumeSource,
} from '../schema/generated/types';
import { validateLocalDescendingPath } from './local-path';
import { byteLength, inclusiveRangeError, validateDNS1123Label } from './names';
import { requireFields } from './volume-sources';
import { plain, type Walk } from './walk';

/** Volumes that became CSI drivers, or went: the server still judges them. */

/** core validation.validateGitRepoVolumeSource */
export function validateGitRepo(walk: Walk, source: GitRepoVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['repository'], path);
	validateLocalDescendingPath(walk, source.directory ?? '', path.child('directory'));
}

/** core validation.validateGCEPersistentDiskVolumeSource */
export function validateGCEPersistentDisk(walk: Walk, source: GCEPersistentDiskVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['pdName'], path);
	validatePartition(walk, source.partition, path.child('partition'));
}

/** core validation.validateAWSElasticBlockStoreVolumeSource */
export function validateAWSElasticBlockStore(walk: Walk, source: AWSElasticBlockStoreVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['volumeID'], path);
	validatePartition(walk, source.partition, path.child('partition'));
}

/** Zero is none, though the sentence does not say so. */
function validatePartition(walk: Walk, partition: number | undefined, path: FieldPath): void {
	if (partition !== undefined && (partition < 0 || partition > 255)) walk.invalid(path, partition, inclusiveRangeError(1, 255), 'volume/partition');
}

/** core validation.validateGlusterfsVolumeSource */
export function validateGlusterfs(walk: Walk, source: GlusterfsVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['endpoints', 'path'], path);
}

/** core validation.validateFlockerVolumeSource */
export function validateFlocker(walk: Walk, { datasetName, datasetUUID }: FlockerVolumeSource, path: FieldPath): void {
	if (!datasetName && !datasetUUID) walk.required(path, 'one of datasetName and datasetUUID is required', 'volume/flocker-dataset');
	if (datasetName && datasetUUID) walk.invalid(path, 'resource', 'datasetName and datasetUUID can not be specified simultaneously', 'volume/flocker-dataset');
	if (datasetName?.includes('/')) walk.invalid(path.child('datasetName'), datasetName, "must not contain '/'", 'volume/flocker-slash');
}

/** core validation.validateRBDVolumeSource */
export function validateRBD(walk: Walk, { monitors, image }: RBDVolumeSource, path: FieldPath): void {
	requireFields(walk, { monitors: monitors.length, image }, ['monitors', 'image'], path);
}

/** core validation.validateCephFSVolumeSource */
export function validateCephFS(walk: Walk, { monitors }: CephFSVolumeSource, path: FieldPath): void {
	requireFields(walk, { monitors: monitors.length }, ['monitors'], path);
}

/** core validation.validateCinderVolumeSource */
export function validateCinder(walk: Walk, source: CinderVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['volumeID'], path);
	requireSecretName(walk, source.secretRef, path);
}

function requireSecretName(walk: Walk, secret: LocalObjectReference | undefined, path: FieldPath): void {
	if (secret) requireFields(walk, secret, ['name'], path.child('secretRef'));
}

/** core validation.validateQuobyteVolumeSource */
export function validateQuobyte(walk: Walk, source: QuobyteVolumeSource, path: FieldPath): void {
	const { registry, tenant = '' } = source;
	const at = path.child('registry');
	const detail = 'must be a host:port pair or multiple pairs separated by commas';
	if (!registry) walk.required(at, detail, 'volume/quobyte-registry');
	else if (byteLength(tenant) >= 65) {
		walk.required(path.child('tenant'), 'must be a UUID and may not exceed a length of 64 characters', 'volume/quobyte-tenant');
	} else {
		for (const pair of registry.split(',')) if (!isHostPort(pair)) walk.invalid(at, registry, detail, 'volume/quobyte-registry');
	}
	requireFields(walk, source, ['volume'], path);
}

/** net.SplitHostPort, whether it finds both. */
function isHostPort(text: string): boolean {
	return /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}

/** core validation.validateFlexVolumeSource */
export function validateFlexVolume(walk: Walk, source: FlexVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['driver'], path);
	for (const key of Object.keys(source.options ?? {})) {
		if (!/(^|\.)(kubernetes|k8s)\.io$/i.test(key.replace(/\/.*$/s, ''))) continue;
		walk.invalid(path.child('options').key(key), key, 'kubernetes.io and k8s.io namespaces are reserved', 'volume/flex-option');
	}
}

/** core validation.validateAzureFile */
export function validateAzureFile(walk: Walk, source: AzureFileVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['secretName', 'shareName'], path);
}

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_URI = '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** core validation.validateAzureDisk */
export function validateAzureDisk(walk: Walk, source: AzureDiskVolumeSource, path: FieldPath): void {
	const { cachingMode, kind, diskURI } = source;
	requireFields(walk, source, ['diskName', 'diskURI'], path);
	if (cachingMode !== undefined) walk.oneOf(path.child('cachingMode'), cachingMode, CACHING_MODES, 'volume/azure-caching');
	if (kind === undefined) return;
	walk.oneOf(path.child('kind'), kind, DISK_KINDS, 'volume/azure-kind');
	const [prefix, form] = kind === 'Managed' ? ['/subscriptions/', MANAGED_URI] : ['https://', BLOB_URI];
	if (!diskURI.startsWith(prefix)) walk.notSupported(path.child('diskURI'), plain(diskURI), [form], 'volume/azure-uri');
}

/** core validation.validateVsphereVolumeSource */
export function validateVsphereVolume(walk: Walk, source: VsphereVirtualDiskVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['volumePath'], path);
}

/** core validation.validatePhotonPersistentDiskVolumeSource */
export function validatePhotonPersistentDisk(walk: Walk, source: PhotonPersistentDiskVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['pdID'], path);
}

/** core validation.validatePortworxVolumeSource */
export function validatePortworxVolume(walk: Walk, source: PortworxVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['volumeID'], path);
}

/** core validation.validateStorageOSVolumeSource */
export function validateStorageOS(walk: Walk, source: StorageOSVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['volumeName'], path);
	for (const field of ['volumeName', 'volumeNamespace'] as const) {
		const name = source[field];
		if (name) validateDNS1123Label(walk, name, path.child(field), 'volume/storageos-name');
	}
	requireSecretName(walk, source.secretRef, path);
}

/** core validation.validateScaleIOVolumeSource */
export function validateScaleIO(walk: Walk, source: ScaleIOVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['gateway', 'system', 'volumeName'], path);
}

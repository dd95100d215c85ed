import type { FieldPath } from '../schema/field-path';
import type {
	CSIVolumeSource,
	EmptyDirVolumeSource,
	EphemeralVolumeSource,
	FCVolumeSource,
	HostPathVolumeSource,
	ImageVolumeSource,
	ISCSIVolumeSource,
	NFSVolumeSource,
	PersistentVolumeClaimVolumeSource,
} from '../schema/generated/types';
import { parseQuantity } from '../schema/quantity';
import { validatePathNoBacksteps } from './local-path';
import { byteLength, inclusiveRangeError, isDNS1123Subdomain, reportInvalid } from './names';
import type { PodOptions } from './options';
import { validatePersistentVolumeClaimTemplate } from './persistent-volume-claim';
import type { Walk } from './walk';

/** Reports each of the fields that is empty. */
export function requireFields<Source>(walk: Walk, source: Source, fields: readonly (keyof Source & string)[], path: FieldPath): void {
	for (const field of fields) if (!source[field]) walk.required(path.child(field), '', 'volume/field-required');
}

/** core validation.validateVolumeSource, its part for emptyDir */
export function validateEmptyDir(walk: Walk, { sizeLimit, mode }: EmptyDirVolumeSource, path: FieldPath): void {
	const size = sizeLimit === undefined ? undefined : parseQuantity(sizeLimit);
	if (size && size.nano < 0n) walk.forbidden(path.child('sizeLimit'), 'SizeLimit field must be a valid resource quantity', 'volume/size-limit');
	if (mode !== undefined && (mode < 0 || mode > 0o1777)) {
		walk.invalid(path.child('mode'), mode, 'must be a number between 0 and 01777 (octal), both inclusive', 'volume/mode');
	}
}

const HOST_PATH_TYPES = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

/** core validation.validateHostPathVolumeSource and validateHostPathType */
export function validateHostPath(walk: Walk, { path: target, type }: HostPathVolumeSource, path: FieldPath): void {
	if (!target) {
		walk.required(path.child('path'), '', 'volume/field-required');
		return;
	}
	validatePathNoBacksteps(walk, target, path.child('path'));
	if (type !== undefined) walk.oneOf(path.child('type'), type, HOST_PATH_TYPES, 'volume/host-path-type');
}

/** core validation.validateNFSVolumeSource */
export function validateNFS(walk: Walk, source: NFSVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['server', 'path'], path);
	if (!source.path.startsWith('/'))
		walk.invalid(
			path.child('path'),
			source.path,
			'must be an absolute path',
			'path/absolute',
			source.path ? { do: 'replace', path: path.child('path'), from: source.path, to: `/${source.path}` } : undefined,
		);
}

/** core validation.validatePersistentClaimVolumeSource */
export function validateClaim(walk: Walk, source: PersistentVolumeClaimVolumeSource, path: FieldPath): void {
	requireFields(walk, source, ['claimName'], path);
}

/** core validation.validateImageVolumeSource; until 1.36 a template might leave the reference open. */
export function validateImage(walk: Walk, { reference, pullPolicy }: ImageVolumeSource, options: PodOptions, path: FieldPath): void {
	const mayBeEmpty = walk.version < 37 ? !options.resourceIsPod : options.allowEmptyImageVolumeReference;
	if (!reference && !mayBeEmpty) walk.required(path.child('reference'), '', 'volume/field-required');
	const at = path.child('pullPolicy');
	if (!pullPolicy) walk.required(at, '', 'volume/field-required');
	else walk.oneOf(at, pullPolicy, PULL_POLICIES, 'volume/pull-policy');
}

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** core validation.validateEphemeralVolumeSource */
export function validateEphemeral(walk: Walk, { volumeClaimTemplate }: EphemeralVolumeSource, path: FieldPath): void {
	const at = path.child('volumeClaimTemplate');
	if (volumeClaimTemplate) validatePersistentVolumeClaimTemplate(walk, volumeClaimTemplate, at);
	else walk.required(at, '', 'volume/field-required');
}

/** core validation.validateCSIVolumeSource; the server puts the fault of a secret's name at a `name` that the source does not have. */
export function validateCSI(walk: Walk, { driver, nodePublishSecretRef }: CSIVolumeSource, path: FieldPath): void {
	validateCSIDriverName(walk, driver, path.child('driver'));
	if (!nodePublishSecretRef) return;
	const { name } = nodePublishSecretRef;
	if (!name) walk.required(path.child('nodePublishSecretRef', 'name'), '', 'volume/field-required');
	else reportInvalid(walk, path.child('name'), name, isDNS1123Subdomain(name), 'volume/secret-name');
}

/** core validation.ValidateCSIDriverName; until 1.34 it went on after an empty one. */
function validateCSIDriverName(walk: Walk, driver: string, path: FieldPath): void {
	if (!driver) walk.required(path, '', 'volume/field-required');
	if (!driver && walk.version >= 35) return;
	if (byteLength(driver) > 63) walk.tooLong(path, 63, 'volume/driver-length');
	reportInvalid(walk, path, driver, isDNS1123Subdomain(driver.toLowerCase()), 'volume/driver');
}

const LUN_RANGE = inclusiveRangeError(0, 255);

/** core validation.validateFCVolumeSource */
export function validateFC(walk: Walk, { targetWWNs = [], wwids = [], lun }: FCVolumeSource, path: FieldPath): void {
	const at = path.child('targetWWNs');
	if (targetWWNs.length === 0) {
		if (wwids.length === 0) walk.required(at, 'must specify either targetWWNs or wwids, but not both', 'volume/fc-target');
		return;
	}
	if (wwids.length > 0) walk.invalid(at, targetWWNs, 'targetWWNs and wwids can not be specified simultaneously', 'volume/fc-target');
	if (lun === undefined) walk.required(path.child('lun'), 'lun is required if targetWWNs is specified', 'volume/lun');
	else if (lun < 0 || lun > 255) walk.invalid(path.child('lun'), lun, LUN_RANGE, 'volume/lun');
}

/** core validation.validateISCSIVolumeSource */
export function validateISCSI(walk: Walk, source: ISCSIVolumeSource, path: FieldPath): void {
	const { targetPortal, iqn, lun, chapAuthDiscovery, chapAuthSession, secretRef, initiatorName } = source;
	if (!targetPortal) walk.required(path.child('targetPortal'), '', 'volume/field-required');
	if (!iqn) walk.required(path.child('iqn'), '', 'volume/field-required');
	else validateInitiator(walk, iqn, path.child('iqn'));
	if (lun < 0 || lun > 255) walk.invalid(path.child('lun'), lun, LUN_RANGE, 'volume/lun');
	if ((chapAuthDiscovery || chapAuthSession) && !secretRef) walk.required(path.child('secretRef'), '', 'volume/field-required');
	// The server's path is all in lower case.
	if (initiatorName !== undefined) validateInitiator(walk, initiatorName, path.child('initiatorname'));
}

const INITIATORS: Readonly<Record<string, RegExp>> = {
	iqn: /iqn\.[0-9]{4}-[0-9]{2}\.([0-9A-Za-z\-.]+)(:[^,;*&$|\t\n\f\r ]+)$/,
	eui: /^eui.[0-9A-Za-z]{16}$/,
	naa: /^naa.[0-9A-Za-z]{32}$/,
};

function validateInitiator(walk: Walk, name: string, path: FieldPath): void {
	const form = INITIATORS[name.slice(0, 3)];
	if (!form) walk.invalid(path, name, 'must be valid format starting with iqn, eui, or naa', 'volume/iscsi-name');
	else if (!form.test(name)) walk.invalid(path, name, 'must be valid format', 'volume/iscsi-name');
}

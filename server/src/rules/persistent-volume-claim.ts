import type { FieldPath } from '../schema/field-path';
import type { ObjectMeta, PersistentVolumeClaimSpec, PersistentVolumeClaimTemplate, TypedObjectReference } from '../schema/generated/types';
import { canonical, parseQuantity } from '../schema/quantity';
import { validateLabelSelector, validateLabels } from './label-selector';
import { isDNS1123Label, isDNS1123Subdomain, reportInvalid } from './names';
import { validateAnnotations } from './object-meta';
import { Printed, toChoice, type Walk } from './walk';

/** core validation.ValidatePersistentVolumeClaimTemplate */
export function validatePersistentVolumeClaimTemplate(walk: Walk, { metadata = {}, spec }: PersistentVolumeClaimTemplate, path: FieldPath): void {
	validateTemplateObjectMeta(walk, metadata, path.child('metadata'));
	validatePersistentVolumeClaimSpec(walk, spec, path.child('spec'));
}

/** core validation.ValidateTemplateObjectMeta: the claim is named for the pod, and lives with it. */
function validateTemplateObjectMeta(walk: Walk, meta: ObjectMeta, path: FieldPath): void {
	validateAnnotations(walk, meta.annotations, path.child('annotations'));
	validateLabels(walk, meta.labels, path.child('labels'));
	for (const [field, value] of Object.entries(meta)) {
		if (field === 'annotations' || field === 'labels' || value === '' || value === 0) continue;
		// The server puts the first letter of Go's name in lower case.
		walk.forbidden(path.child(field).saidAs(path.child(field === 'uid' ? 'uID' : field)), 'cannot be set', 'volume/claim-metadata', {
			do: 'remove',
			path: path.child(field),
		});
	}
}

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

/** core validation.ValidatePersistentVolumeClaimSpec */
export function validatePersistentVolumeClaimSpec(walk: Walk, spec: PersistentVolumeClaimSpec, path: FieldPath): void {
	validateLabelSelector(walk, spec.selector, { allowInvalidLabelValueInSelector: false }, path.child('selector'));
	validateAccessModes(walk, spec.accessModes ?? [], path.child('accessModes'));
	validateStorage(walk, spec.resources?.requests?.storage, path.child('resources', 'requests').key('storage').saidAs(path.child('resources').key('storage')));
	validateClassName(walk, spec.storageClassName, path.child('storageClassName'));
	const { volumeMode } = spec;
	if (volumeMode !== undefined) walk.oneOf(path.child('volumeMode'), volumeMode, VOLUME_MODES, 'volume/claim-volume-mode');
	validateDataSources(walk, spec, path);
	if (walk.gate('VolumeAttributesClass')) validateClassName(walk, spec.volumeAttributesClassName, path.child('volumeAttributesClassName'));
}

function validateAccessModes(walk: Walk, modes: readonly string[], path: FieldPath): void {
	if (modes.length === 0) walk.required(path, 'at least 1 access mode is required', 'volume/access-mode-required');
	modes.forEach((mode, i) => {
		if (!ACCESS_MODES.includes(mode))
			walk.notSupported(path.index(i).saidAs(path), mode, ACCESS_MODES, 'volume/access-mode', toChoice(path.index(i), mode, ACCESS_MODES));
	});
	const isShared = modes.some((mode) => mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode));
	if (!isShared || !modes.includes('ReadWriteOncePod')) return;
	walk.forbidden(
		path.index(modes.indexOf('ReadWriteOncePod')).saidAs(path),
		'may not use ReadWriteOncePod with other access modes',
		'volume/access-mode-alone',
	);
}

function validateStorage(walk: Walk, storage: string | undefined, path: FieldPath): void {
	const amount = storage === undefined ? undefined : parseQuantity(storage);
	if (!amount) walk.required(path, '', 'volume/storage-required');
	else if (amount.nano <= 0n) walk.invalid(path, canonical(amount), 'must be greater than zero', 'volume/storage-positive');
}

function validateClassName(walk: Walk, name: string | undefined, path: FieldPath): void {
	if (name) reportInvalid(walk, path, name, isDNS1123Subdomain(name), 'volume/class-name');
}

function validateDataSources(walk: Walk, { dataSource, dataSourceRef }: PersistentVolumeClaimSpec, path: FieldPath): void {
	if (dataSource) validateDataSource(walk, dataSource, path.child('dataSource'));
	if (dataSourceRef) validateDataSource(walk, dataSourceRef, path.child('dataSourceRef'));
	if (!dataSource || !dataSourceRef) return;
	// The server means to quote the field's path, but that has no JSON.
	const quoted = new Printed('{}');
	if (dataSourceRef.namespace) {
		walk.invalid(path, quoted, 'may not be specified when dataSourceRef.namespace is specified', 'volume/data-source-and-ref', {
			do: 'remove',
			path: path.child('dataSource'),
		});
	} else if ((['apiGroup', 'kind', 'name'] as const).some((field) => dataSource[field] !== dataSourceRef[field])) {
		walk.invalid(path, quoted, 'must match dataSourceRef', 'volume/data-source-and-ref', { do: 'remove', path: path.child('dataSource') });
	}
}

/** core validation.validateDataSource and validateDataSourceRef; only the second knows a namespace. */
function validateDataSource(walk: Walk, { name, kind, apiGroup, namespace }: TypedObjectReference, path: FieldPath): void {
	if (!name) walk.required(path.child('name'), '', 'volume/data-source-required');
	if (!kind) walk.required(path.child('kind'), '', 'volume/data-source-required');
	if (apiGroup) reportInvalid(walk, path.child('apiGroup'), apiGroup, isDNS1123Subdomain(apiGroup), 'volume/data-source-group');
	else if (kind !== 'PersistentVolumeClaim') {
		walk.invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup", 'volume/data-source-kind');
	}
	if (namespace) reportInvalid(walk, path.child('namespace'), namespace, isDNS1123Label(namespace), 'volume/data-source-namespace');
}

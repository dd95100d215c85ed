import type { FieldPath } from '../schema/field-path';
import type { ManagedFieldsEntry, ObjectMeta, OwnerReference } from '../schema/generated/types';
import { validateLabels } from './label-selector';
import { byteLength, isQualifiedName, type NameFunction, nameIsDNSLabel, reportInvalid } from './names';
import type { Walk } from './walk';

/**
 * core validation.ValidateObjectMeta and, below it, apimachinery's, on creation.
 * The generation is not looked at: the server sets it before it validates.
 */
export function validateObjectMeta(walk: Walk, meta: ObjectMeta, nameFunction: NameFunction, path: FieldPath): void {
	validateName(walk, meta, nameFunction, path);
	// A missing namespace is filled in from the request.
	if (meta.namespace) reportInvalid(walk, path.child('namespace'), meta.namespace, nameIsDNSLabel(meta.namespace, false), 'metadata/namespace');
	validateLabels(walk, meta.labels, path.child('labels'));
	validateAnnotations(walk, meta.annotations, path.child('annotations'));
	validateOwnerReferences(walk, meta.ownerReferences ?? [], path.child('ownerReferences'));
	validateFinalizers(walk, meta.finalizers ?? [], path.child('finalizers'));
	validateManagedFields(walk, meta.managedFields ?? [], path.child('managedFields'));
	meta.finalizers?.forEach((finalizer, i) => {
		validateKubeFinalizerName(walk, finalizer, path.child('finalizers').index(i));
	});
}

/** The first half of apimachinery's ValidateObjectMetaAccessor. */
function validateName(walk: Walk, meta: ObjectMeta, nameFunction: NameFunction, path: FieldPath): void {
	const { generateName } = meta;
	if (generateName) reportInvalid(walk, path.child('generateName'), generateName, nameFunction(generateName, true), 'metadata/generate-name');
	const name = meta.name || (generateName && generatedName(generateName));
	if (!name) walk.required(path.child('name'), 'name or generateName is required', 'metadata/name-required');
	else reportInvalid(walk, path.child('name'), name, nameFunction(name, false), 'metadata/name');
}

/** storage/names.SimpleNameGenerator draws five letters and digits by lot; these five stand for any. */
export function generatedName(base: string): string {
	return `${base.slice(0, 58)}x8s7k`;
}

const ANNOTATIONS_LIMIT = 256 * 1024;

/** apimachinery validation.ValidateAnnotations */
export function validateAnnotations(walk: Walk, annotations: Readonly<Record<string, string>> | undefined, path: FieldPath): void {
	let total = 0;
	for (const [key, value] of Object.entries(annotations ?? {})) {
		reportInvalid(walk, path, key, isQualifiedName(walk, key.toLowerCase()), 'annotation/key');
		total += byteLength(key) + byteLength(value);
	}
	if (total > ANNOTATIONS_LIMIT) walk.tooLong(path, ANNOTATIONS_LIMIT, 'annotation/total-size');
}

/** apimachinery validation.ValidateOwnerReferences; until 1.36 its faults lay at the whole list. */
function validateOwnerReferences(walk: Walk, references: readonly OwnerReference[], path: FieldPath): void {
	let controller: string | undefined;
	references.forEach((reference, i) => {
		if (walk.version < 37) validateOwnerReferenceUntil36(walk, reference, path);
		else validateOwnerReference(walk, reference, path.index(i));
		if (!reference.controller) return;
		const name = `${reference.kind}/${reference.name}`;
		if (controller === undefined) controller = name;
		else {
			const detail = `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`;
			walk.invalid(path, references.map(ownerReferenceInGo), detail, 'owner/one-controller');
		}
	});
}

/** apimachinery validation.validateOwnerReference */
function validateOwnerReference(walk: Walk, reference: OwnerReference, path: FieldPath): void {
	const { apiVersion } = reference;
	if (!apiVersion) walk.required(path.child('apiVersion'), 'must not be empty', 'owner/required');
	else if (!versionOf(apiVersion)) walk.invalid(path.child('apiVersion'), apiVersion, 'must be <group>/<version> or <version>', 'owner/api-version');
	for (const name of ['kind', 'name', 'uid'] as const) {
		if (!reference[name]) walk.required(path.child(name), 'must not be empty', 'owner/required');
	}
	validateNotBanned(walk, reference, path);
}

function validateOwnerReferenceUntil36(walk: Walk, reference: OwnerReference, path: FieldPath): void {
	if (!versionOf(reference.apiVersion)) walk.invalid(path.child('apiVersion'), reference.apiVersion, 'version must not be empty', 'owner/required');
	for (const name of ['kind', 'name', 'uid'] as const) {
		const detail = walk.version < 34 ? `${name} must not be empty` : 'must not be empty';
		if (!reference[name]) walk.invalid(path.child(name), reference[name], detail, 'owner/required');
	}
	validateNotBanned(walk, reference, path);
}

function validateNotBanned(walk: Walk, reference: OwnerReference, path: FieldPath): void {
	if (reference.apiVersion !== 'v1' || reference.kind !== 'Event') return;
	walk.invalid(path, ownerReferenceInGo(reference), '/v1, Kind=Event is disallowed from being an owner', 'owner/event');
}

/** The version that schema.ParseGroupVersion finds; '' for none. */
function versionOf(apiVersion: string): string {
	const [first = '', second, more] = apiVersion.split('/');
	if (more !== undefined) return '';
	return second ?? first;
}

/** Its fields in the order in which Go writes them. */
function ownerReferenceInGo({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference): object {
	return { apiVersion, kind, name, uid, controller, blockOwnerDeletion };
}

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/** apimachinery validation.ValidateFinalizers */
function validateFinalizers(walk: Walk, finalizers: readonly string[], path: FieldPath): void {
	for (const finalizer of finalizers) reportInvalid(walk, path, finalizer, isQualifiedName(walk, finalizer), 'finalizer/name');
	if (!finalizers.includes(ORPHAN) || !finalizers.includes(FOREGROUND)) return;
	walk.invalid(path, finalizers, `finalizer ${ORPHAN} and ${FOREGROUND} cannot be both set`, 'finalizer/conflict');
}

/** core validation.validateKubeFinalizerName */
function validateKubeFinalizerName(walk: Walk, finalizer: string, path: FieldPath): void {
	if (finalizer.includes('/') || finalizer === ORPHAN || finalizer === FOREGROUND || finalizer === 'kubernetes') return;
	walk.invalid(path, finalizer, 'name is neither a standard finalizer name nor is it fully qualified', 'finalizer/qualified');
}

/** metav1 validation.ValidateManagedFields */
function validateManagedFields(walk: Walk, entries: readonly ManagedFieldsEntry[], path: FieldPath): void {
	entries.forEach((entry, i) => {
		const at = path.index(i);
		validateOperation(walk, entry.operation ?? '', at.child('operation'));
		if (entry.fieldsType && entry.fieldsType !== 'FieldsV1') {
			walk.invalid(at.child('fieldsType'), entry.fieldsType, 'must be `FieldsV1`', 'managed-fields/fields-type');
		}
		if (byteLength(entry.manager ?? '') > 128) walk.tooLong(at.child('manager'), 128, 'managed-fields/manager');
		if (byteLength(entry.subresource ?? '') > 256) walk.tooLong(at.child('subresource'), 256, 'managed-fields/subresource');
	});
}

function validateOperation(walk: Walk, operation: string, path: FieldPath): void {
	if (operation === 'Apply' || operation === 'Update') return;
	if (walk.version < 37) walk.invalid(path, operation, 'must be `Apply` or `Update`', 'managed-fields/operation');
	else if (operation === '') walk.required(path, 'must not be empty', 'managed-fields/operation');
	else walk.notSupported(path, operation, ['Apply', 'Update'], 'managed-fields/operation');
}

import { FieldPath } from '../schema/field-path';
import type { ObjectMeta, Pod, PodSpec, PodTemplateSpec } from '../schema/generated/types';
import { validateContainersOnlyForPod } from './container';
import { validateLabels } from './label-selector';
import { nameIsDNSSubdomain } from './names';
import { validateNonnegativeField } from './numbers';
import { validateAnnotations, validateObjectMeta } from './object-meta';
import type { PodOptions } from './options';
import { validateAppArmorAnnotationsAndFields, validatePodSpecificAnnotations, validateSeccompAnnotationsAndFields } from './pod-annotations';
import { validatePodSpec } from './pod-spec';
import type { Walk } from './walk';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');
const NO_SPEC: PodSpec = { containers: [] };

/** core validation.ValidatePodCreate */
export function validatePodCreate(walk: Walk, pod: Pod, options: PodOptions): void {
	validatePodMetadataAndSpec(walk, pod, options);
	const { metadata = {}, spec = NO_SPEC } = pod;
	if (spec.ephemeralContainers?.length) {
		const at = SPEC.child('ephemeralContainers');
		walk.forbidden(at, 'cannot be set on create', 'ephemeral/on-create', { do: 'remove', path: at });
	}
	if (spec.nodeName && spec.schedulingGates?.length) {
		walk.forbidden(SPEC.child('nodeName'), 'cannot be set until all schedulingGates have been cleared', 'scheduling-gate/node-name');
	}
	validateSeccompAnnotationsAndFields(walk, metadata, spec, SPEC);
	validateAppArmorAnnotationsAndFields(walk, metadata, spec, SPEC);
}

/** core validation.validatePodMetadataAndSpec: what creation and update have in common. */
export function validatePodMetadataAndSpec(walk: Walk, { metadata = {}, spec = NO_SPEC }: Pod, options: PodOptions): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validatePodSpecificAnnotations(walk, metadata.annotations, spec, options, METADATA.child('annotations'));
	validatePodSpec(walk, spec, metadata, options, SPEC);
	if (!spec.serviceAccountName) forbidServiceAccountTokens(walk, spec);
	if (walk.version >= 37) {
		const grace = SPEC.child('terminationGracePeriodSeconds');
		validateNonnegativeField(walk, spec.terminationGracePeriodSeconds, grace, 'grace-period/negative');
	}
	validateContainersOnlyForPod(walk, spec.containers, SPEC.child('containers'));
	validateContainersOnlyForPod(walk, spec.initContainers, SPEC.child('initContainers'));
}

/** Who made no service account a default has none to have a token of. */
function forbidServiceAccountTokens(walk: Walk, spec: PodSpec): void {
	spec.volumes?.forEach(({ projected }, i) => {
		projected?.sources?.forEach(({ serviceAccountToken }, j) => {
			if (!serviceAccountToken) return;
			const at = SPEC.child('volumes').index(i).child('projected', 'sources').index(j).child('serviceAccountToken');
			walk.forbidden(at, 'must not be specified when serviceAccountName is not set', 'volume/token-without-account');
		});
	});
}

/** core validation.ValidatePodTemplateSpec */
export function validatePodTemplateSpec(walk: Walk, { metadata = {}, spec = NO_SPEC }: PodTemplateSpec, path: FieldPath, options: PodOptions): void {
	validateTemplateMeta(walk, metadata, spec, path, options);
	const specPath = path.child('spec');
	validatePodSpec(walk, spec, undefined, options, specPath);
	validateSeccompAnnotationsAndFields(walk, metadata, spec, specPath);
	validateAppArmorAnnotationsAndFields(walk, metadata, spec, specPath);
	if (!spec.ephemeralContainers?.length) return;
	const at = specPath.child('ephemeralContainers');
	walk.forbidden(at, 'ephemeral containers not allowed in pod template', 'ephemeral/in-template', { do: 'remove', path: at });
}

/** Of a template's metadata the server's paths leave `metadata` out. */
export function templateMeta(template: FieldPath, field: 'labels' | 'annotations'): FieldPath {
	return template.child('metadata', field).saidAs(template.child(field));
}

/** Of a template's metadata only labels and annotations count. */
function validateTemplateMeta(walk: Walk, meta: ObjectMeta, spec: PodSpec, path: FieldPath, options: PodOptions): void {
	const annotations = templateMeta(path, 'annotations');
	validateLabels(walk, meta.labels, templateMeta(path, 'labels'));
	validateAnnotations(walk, meta.annotations, annotations);
	validatePodSpecificAnnotations(walk, meta.annotations, spec, options, annotations);
}

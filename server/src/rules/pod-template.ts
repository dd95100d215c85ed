import { FieldPath } from '../schema/field-path';
import type { PodTemplate } from '../schema/generated/types';
import { nameIsDNSSubdomain } from './names';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podOptions } from './options';
import { validatePodTemplateSpec } from './pod';
import type { Walk } from './walk';

const METADATA = FieldPath.of('metadata');
const TEMPLATE = FieldPath.of('template');

/** core validation.ValidatePodTemplate */
export function validatePodTemplate(walk: Walk, { metadata = {}, template = {} }: PodTemplate): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validatePodTemplateSpec(walk, template, TEMPLATE, podOptions(walk, false));
}

/** core validation.ValidatePodTemplateUpdate */
export function validatePodTemplateUpdate(walk: Walk, { metadata = {}, template = {} }: PodTemplate, old: PodTemplate): void {
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	validatePodTemplateSpec(walk, template, TEMPLATE, podOptions(walk, false));
}

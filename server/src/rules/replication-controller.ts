import { FieldPath } from '../schema/field-path';
import type { ReplicationController, ReplicationControllerSpec } from '../schema/generated/types';
import { isDNS1123Subdomain, maxLenError, type NameFunction, nameIsDNSSubdomain } from './names';
import { validateNonnegativeField } from './numbers';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { selectorOfSet } from './selector';
import type { Walk } from './walk';
import { validatePodTemplateSpecForReplicas } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** core validation.ValidateReplicationController */
export function validateReplicationController(walk: Walk, { metadata = {}, spec = {} }: ReplicationController): void {
	validateObjectMeta(walk, metadata, walk.version < 35 ? nameIsDNSSubdomain : longName, METADATA);
	validateReplicationControllerSpec(walk, spec, SPEC);
}

/** validate.LongName: it leaves a generateName alone, and counts bytes. */
const longName: NameFunction = (name, prefix) =>
	prefix ? [] : isDNS1123Subdomain(name).map((complaint) => (complaint === maxLenError(253) ? 'must be no more than 253 bytes' : complaint));

/** core validation.ValidateReplicationControllerUpdate; until 1.34 its name was judged anew. */
export function validateReplicationControllerUpdate(walk: Walk, { metadata = {}, spec = {} }: ReplicationController, old: ReplicationController): void {
	if (walk.version < 35) validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	validateReplicationControllerSpec(walk, spec, SPEC);
}

/** core validation.ValidateReplicationControllerSpec */
function validateReplicationControllerSpec(walk: Walk, spec: ReplicationControllerSpec, path: FieldPath): void {
	validateNonnegativeField(walk, spec.minReadySeconds, path.child('minReadySeconds'), 'min-ready-seconds/negative');
	const selector = selectorOfSet(spec.selector);
	if (selector.empty) walk.required(path.child('selector'), '', 'selector/required');
	validateNonnegativeField(walk, spec.replicas, path.child('replicas'), 'replicas/negative');
	if (!spec.template) walk.required(path.child('template'), '', 'workload/template-required');
	else validatePodTemplateSpecForReplicas(walk, spec.template, selector, 'ReplicationController', path.child('template'), spec.selector);
}

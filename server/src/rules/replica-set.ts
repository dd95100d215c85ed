import { FieldPath } from '../schema/field-path';
import type { ReplicaSet, ReplicaSetSpec } from '../schema/generated/types';
import { validateImmutableField } from './immutable';
import { nameIsDNSSubdomain } from './names';
import { validateNonnegativeField } from './numbers';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import type { Walk } from './walk';
import { validatePodTemplateSpecForReplicas, validateWorkloadSelector } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** apps validation.ValidateReplicaSet */
export function validateReplicaSet(walk: Walk, { metadata = {}, spec }: ReplicaSet): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validateReplicaSetSpec(walk, spec, SPEC);
}

/** apps validation.ValidateReplicaSetUpdate, and until 1.33 ValidateReplicaSet before it. */
export function validateReplicaSetUpdate(walk: Walk, { metadata = {}, spec }: ReplicaSet, old: ReplicaSet): void {
	if (walk.version < 34) validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	validateReplicaSetSpec(walk, spec, SPEC);
	validateImmutableField(walk, '*LabelSelector', spec?.selector, old.spec?.selector, SPEC.child('selector'), 'selector/immutable');
}

/** apps validation.ValidateReplicaSetSpec */
function validateReplicaSetSpec(walk: Walk, spec: ReplicaSetSpec | undefined, path: FieldPath): void {
	validateNonnegativeField(walk, spec?.replicas, path.child('replicas'), 'replicas/negative');
	validateNonnegativeField(walk, spec?.minReadySeconds, path.child('minReadySeconds'), 'min-ready-seconds/negative');
	// "deployment" is what the server says here, too.
	const selector = validateWorkloadSelector(walk, spec?.selector, 'deployment', 'invalid label selector', path.child('selector'), spec?.template);
	if (selector) validatePodTemplateSpecForReplicas(walk, spec?.template ?? {}, selector, 'ReplicaSet', path.child('template'), spec?.selector?.matchLabels);
}

import type { FieldPath } from '../schema/field-path';
import type { PodSchedulingGroup, PodSpec } from '../schema/generated/types';
import { isDNS1123Subdomain, reportInvalid } from './names';
import type { Walk } from './walk';

/** core validation.validateSchedulingGroup, and what 1.37 forbids beside it. */
export function validateSchedulingGroup(walk: Walk, { podGroupName }: PodSchedulingGroup, spec: PodSpec, path: FieldPath): void {
	const at = path.child('podGroupName');
	if (podGroupName === undefined) walk.invalid(at, undefined, 'must specify one of: `podGroupName`', 'scheduling-group/name-required');
	else reportInvalid(walk, at, podGroupName, isDNS1123Subdomain(podGroupName), 'scheduling-group/name');
	if (spec.evictionResponders?.length) walk.forbidden(path, 'may not be set when evictionResponders is set', 'scheduling-group/eviction-responders');
}

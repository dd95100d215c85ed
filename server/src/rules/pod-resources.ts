import type { FieldPath } from '../schema/field-path';
import type { PodSpec, ResourceRequirements } from '../schema/generated/types';
import { aggregateContainers, amountsOf, isHugePages } from '../schema/pod-requests';
import { type Amount, canonical, compareAmounts } from '../schema/quantity';
import type { PodOptions } from './options';
import { validatePodResourceRequirements } from './resources';
import type { Walk } from './walk';

/** core validation.validatePodResources: `spec.resources`, since 1.34. */
export function validatePodResources(walk: Walk, spec: PodSpec, claimNames: ReadonlySet<string>, options: PodOptions, path: FieldPath): void {
	const { resources } = spec;
	if (!resources) return;
	const at = path.child('resources');
	if (spec.os?.name === 'windows') {
		walk.forbidden(at, 'may not be set for a windows pod', 'os/linux-only', { do: 'remove', path: at });
		return;
	}
	if (resources.claims)
		walk.forbidden(at.child('claims'), 'claims may not be set for Resources at pod-level', 'resource/pod-level-claims', {
			do: 'remove',
			path: at.child('claims'),
		});
	validatePodResourceRequirements(walk, resources, claimNames, options, at);
	validatePodResourceConsistency(walk, spec, resources, at);
}

/** core validation.validatePodResourceConsistency: the containers fit into the pod. */
function validatePodResourceConsistency(walk: Walk, spec: PodSpec, resources: ResourceRequirements, path: FieldPath): void {
	const requests = amountsOf(resources.requests);
	const limits = amountsOf(resources.limits);
	for (const [name, sum] of aggregateContainers(spec, 'requests')) {
		validateCovers(walk, requests.get(name), sum, 'requests', path.child('requests').key(name));
	}
	for (const [name, sum] of aggregateContainers(spec, 'limits')) {
		if (isHugePages(name)) validateCovers(walk, limits.get(name), sum, 'limits', path.child('limits').key(name));
	}
	spec.containers.forEach((container, i) => {
		for (const [name, limit] of amountsOf(container.resources?.limits)) {
			const ofPod = limits.get(name);
			if (!ofPod || compareAmounts(limit, ofPod) <= 0) continue;
			const at = path.child('containers').index(i).key(name).child('limits');
			walk.invalid(at, canonical(limit), `must be less than or equal to pod limits of ${canonical(ofPod)}`, 'resource/over-pod-limit', {
				do: 'set',
				path: path.parent?.child('containers').index(i).child('resources', 'limits').key(name) ?? path,
				to: canonical(ofPod),
			});
		}
	});
}

function validateCovers(walk: Walk, ofPod: Amount | undefined, sum: Amount, which: 'requests' | 'limits', path: FieldPath): void {
	if (!ofPod || compareAmounts(sum, ofPod) <= 0) return;
	const detail = `must be greater than or equal to aggregate container ${which} of ${canonical(sum)}`;
	walk.invalid(path, canonical(ofPod), detail, 'resource/pod-level-covers', { do: 'set', path, to: canonical(sum) });
}

import type { FieldPath } from '../schema/field-path';
import type { Affinity, NodeAffinity, PodAffinity, PodAffinityTerm } from '../schema/generated/types';
import { validateLabelName, validateLabelSelector } from './label-selector';
import { validateMatchLabelKeysAndMismatchLabelKeys } from './match-label-keys';
import { isDNS1123Label, reportInvalid } from './names';
import { validateNodeSelector, validateNodeSelectorTerm } from './node-selector';
import type { PodOptions } from './options';
import type { Walk } from './walk';

/** core validation.validateAffinity */
export function validateAffinity(walk: Walk, affinity: Affinity | undefined, options: PodOptions, path: FieldPath): void {
	if (affinity?.nodeAffinity) validateNodeAffinity(walk, affinity.nodeAffinity, options, path.child('nodeAffinity'));
	// validatePodAntiAffinity is the twin of validatePodAffinity.
	for (const side of ['podAffinity', 'podAntiAffinity'] as const) {
		const terms = affinity?.[side];
		if (terms) validatePodAffinity(walk, terms, options, path.child(side));
	}
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** core validation.validateNodeAffinity; label values of what is required are judged since 1.33, of what is preferred never. */
function validateNodeAffinity(walk: Walk, affinity: NodeAffinity, options: PodOptions, path: FieldPath): void {
	const required = affinity[REQUIRED];
	const anyValue = walk.version < 33 || options.allowInvalidLabelValueInRequiredNodeAffinity;
	if (required) validateNodeSelector(walk, required, anyValue, path.child(REQUIRED));
	affinity[PREFERRED]?.forEach(({ weight, preference }, i) => {
		const at = path.child(PREFERRED).index(i);
		validateWeight(walk, weight, at.child('weight'));
		validateNodeSelectorTerm(walk, preference, true, at.child('preference'));
	});
}

/** core validation.validatePodAffinity */
function validatePodAffinity(walk: Walk, affinity: PodAffinity, options: PodOptions, path: FieldPath): void {
	affinity[REQUIRED]?.forEach((term, i) => {
		validatePodAffinityTerm(walk, term, options, path.child(REQUIRED).index(i));
	});
	affinity[PREFERRED]?.forEach(({ weight, podAffinityTerm }, i) => {
		const at = path.child(PREFERRED).index(i);
		validateWeight(walk, weight, at.child('weight'));
		validatePodAffinityTerm(walk, podAffinityTerm, options, at.child('podAffinityTerm'));
	});
}

function validateWeight(walk: Walk, weight: number, path: FieldPath): void {
	if (weight <= 0 || weight > 100) walk.invalid(path, weight, 'must be in the range 1-100', 'affinity/weight');
}

/** core validation.validatePodAffinityTerm; the server's path says `namespace`. */
function validatePodAffinityTerm(walk: Walk, term: PodAffinityTerm, options: PodOptions, path: FieldPath): void {
	validateLabelSelector(walk, term.labelSelector, options, path.child('labelSelector'));
	validateLabelSelector(walk, term.namespaceSelector, options, path.child('namespaceSelector'));
	for (const [i, name] of (term.namespaces ?? []).entries())
		reportInvalid(walk, path.child('namespaces').index(i).saidAs(path.child('namespace')), name, isDNS1123Label(name), 'affinity/namespace');
	validateMatchLabelKeysAndMismatchLabelKeys(walk, term.matchLabelKeys ?? [], term.mismatchLabelKeys ?? [], term.labelSelector, path);
	const topologyKey = path.child('topologyKey');
	if (!term.topologyKey) walk.required(topologyKey, 'can not be empty', 'affinity/topology-key-required');
	validateLabelName(walk, term.topologyKey, topologyKey);
}

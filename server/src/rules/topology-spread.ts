import type { FieldPath } from '../schema/field-path';
import type { LabelSelector, TopologySpreadConstraint } from '../schema/generated/types';
import { validateLabelName, validateLabelSelector } from './label-selector';
import { validateMatchLabelKeysAndMismatchLabelKeys } from './match-label-keys';
import type { PodOptions } from './options';
import type { Walk } from './walk';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];

/** core validation.validateTopologySpreadConstraints */
export function validateTopologySpreadConstraints(walk: Walk, constraints: readonly TopologySpreadConstraint[], options: PodOptions, path: FieldPath): void {
	const kind = (one: TopologySpreadConstraint): string => JSON.stringify([one.topologyKey, one.whenUnsatisfiable]);
	const last = new Map(constraints.map((constraint, i) => [kind(constraint), i]));
	constraints.forEach((constraint, i) => {
		const at = path.index(i);
		const { maxSkew, topologyKey, whenUnsatisfiable } = constraint;
		if (maxSkew <= 0) walk.invalid(at.child('maxSkew'), maxSkew, 'must be greater than zero', 'spread/max-skew');
		if (!topologyKey) walk.required(at.child('topologyKey'), 'can not be empty', 'spread/topology-key-required');
		walk.oneOf(at.child('whenUnsatisfiable'), whenUnsatisfiable, ACTIONS, 'spread/when-unsatisfiable');
		if (last.get(kind(constraint)) !== i)
			walk.duplicate(at.child('topologyKey').saidAs(at.child('{topologyKey, whenUnsatisfiable}')), `{${topologyKey}, ${whenUnsatisfiable}}`, 'spread/unique');
		validateMinDomains(walk, constraint, at.child('minDomains'));
		for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
			const policy = constraint[field];
			if (policy !== undefined) walk.oneOf(at.child(field), policy, POLICIES, 'spread/node-policy');
		}
		validateMatchLabelKeys(walk, constraint, options, at);
		if (options.allowInvalidTopologySpreadConstraintLabelSelector) return;
		validateLabelSelector(walk, constraint.labelSelector, { allowInvalidLabelValueInSelector: false }, at.child('labelSelector'));
	});
}

/** core validation.validateMinDomains */
function validateMinDomains(walk: Walk, { minDomains, whenUnsatisfiable }: TopologySpreadConstraint, path: FieldPath): void {
	if (minDomains === undefined) return;
	if (minDomains <= 0) walk.invalid(path, minDomains, 'must be greater than zero', 'spread/min-domains');
	if (whenUnsatisfiable === 'DoNotSchedule') return;
	const detail = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`;
	walk.invalid(path, minDomains, detail, 'spread/min-domains-do-not-schedule');
}

/** Since 1.34 the keys are judged as those of pod affinity, unless the live object would not pass. */
function validateMatchLabelKeys(walk: Walk, { matchLabelKeys = [], labelSelector }: TopologySpreadConstraint, options: PodOptions, path: FieldPath): void {
	const preferred = options.allowMatchLabelKeysInPodTopologySpreadSelectorMerge
		? !options.oldPodViolatesMatchLabelKeysValidation
		: options.oldPodViolatesLegacyMatchLabelKeysValidation;
	if (options.allowMatchLabelKeysInPodTopologySpread && preferred) {
		validateMatchLabelKeysAndMismatchLabelKeys(walk, matchLabelKeys, [], labelSelector, path);
	} else {
		validateMatchLabelKeysInTopologySpread(walk, matchLabelKeys, labelSelector, path.child('matchLabelKeys'));
	}
}

/** core validation.ValidateMatchLabelKeysInTopologySpread */
function validateMatchLabelKeysInTopologySpread(walk: Walk, keys: readonly string[], selector: LabelSelector | undefined, path: FieldPath): void {
	if (keys.length === 0) return;
	if (!selector) walk.forbidden(path, 'must not be specified when labelSelector is not set', 'selector/match-label-keys-alone');
	const selected = new Set([...Object.keys(selector?.matchLabels ?? {}), ...(selector?.matchExpressions ?? []).map(({ key }) => key)]);
	keys.forEach((key, i) => {
		validateLabelName(walk, key, path.index(i));
		if (selected.has(key))
			walk.invalid(path.index(i), key, 'exists in both matchLabelKeys and labelSelector', 'selector/match-label-keys-twice', {
				do: 'remove',
				path: path.index(i),
			});
	});
}

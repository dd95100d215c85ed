import type { FieldPath } from '../schema/field-path';
import type { JobSpec, PodFailurePolicyOnExitCodesRequirement, PodFailurePolicyOnPodConditionsPattern, PodFailurePolicyRule } from '../schema/generated/types';
import { printed } from './internal-form';
import { validateQualifiedName } from './names';
import { OMITTED, toName, type Walk } from './walk';

const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const MOST_CONDITIONS = 20;
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];

/** batch validation.validatePodFailurePolicy */
export function validatePodFailurePolicy(walk: Walk, spec: JobSpec, path: FieldPath): void {
	const rules = spec.podFailurePolicy?.rules ?? [];
	if (rules.length > MOST_RULES) walk.tooMany(path.child('rules'), rules.length, MOST_RULES, 'job/too-many-rules');
	const pod = spec.template.spec;
	const names = new Set([...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].map(({ name }) => name));
	rules.forEach((rule, i) => {
		validateRule(walk, spec, rule, names, path.child('rules').index(i));
	});
}

/** batch validation.validatePodFailurePolicyRule */
function validateRule(walk: Walk, spec: JobSpec, rule: PodFailurePolicyRule, names: ReadonlySet<string>, path: FieldPath): void {
	const { action, onExitCodes, onPodConditions = [] } = rule;
	if (action === 'FailIndex') {
		if (spec.backoffLimitPerIndex === undefined)
			walk.invalid(path.child('action'), action, 'requires the backoffLimitPerIndex to be set', 'job/fail-index-needs-limit');
	} else oneOf(walk, action, ACTIONS, path.child('action'), 'job/failure-action');
	if (onExitCodes) validateOnExitCodes(walk, onExitCodes, names, path.child('onExitCodes'));
	if (onPodConditions.length > 0) validateOnPodConditions(walk, onPodConditions, path.child('onPodConditions'));
	if (onExitCodes && onPodConditions.length > 0) {
		walk.invalid(path, OMITTED, 'specifying both OnExitCodes and OnPodConditions is not supported', 'job/failure-rule-one-source');
	}
	if (!onExitCodes && onPodConditions.length === 0) {
		walk.invalid(path, OMITTED, 'specifying one of OnExitCodes and OnPodConditions is required', 'job/failure-rule-one-source');
	}
}

/** batch validation.validatePodFailurePolicyRuleOnPodConditions */
function validateOnPodConditions(walk: Walk, patterns: readonly PodFailurePolicyOnPodConditionsPattern[], path: FieldPath): void {
	if (patterns.length > MOST_CONDITIONS) walk.tooMany(path, patterns.length, MOST_CONDITIONS, 'job/too-many-conditions');
	patterns.forEach(({ type, status = '' }, i) => {
		validateQualifiedName(walk, type, path.index(i).child('type'), 'job/condition-type');
		oneOf(walk, status, STATUSES, path.index(i).child('status'), 'job/condition-status');
	});
}

/** batch validation.validatePodFailurePolicyRuleOnExitCodes */
function validateOnExitCodes(
	walk: Walk,
	{ operator, containerName, values }: PodFailurePolicyOnExitCodesRequirement,
	names: ReadonlySet<string>,
	path: FieldPath,
): void {
	oneOf(walk, operator, OPERATORS, path.child('operator'), 'job/exit-code-operator');
	if (containerName !== undefined && !names.has(containerName)) {
		walk.invalid(
			path.child('containerName'),
			containerName,
			'must be one of the container or initContainer names in the pod template',
			'job/exit-code-container',
			toName(path.child('containerName'), containerName, names),
		);
	}
	const at = path.child('values');
	if (values.length === 0) walk.invalid(at, printed(walk, '[i', values), 'at least one value is required', 'job/exit-codes-required');
	else if (values.length > MOST_EXIT_CODES) walk.tooMany(at, values.length, MOST_EXIT_CODES, 'job/too-many-exit-codes');
	const seen = new Set<number>();
	values.forEach((value, i) => {
		if (operator === 'In' && value === 0)
			walk.invalid(at.index(i), value, 'must not be 0 for the In operator', 'job/exit-code-zero', { do: 'remove', path: at.index(i) });
		if (seen.has(value)) walk.duplicate(at.index(i), value, 'job/exit-code-unique', { do: 'remove', path: at.index(i) });
		seen.add(value);
	});
	const ordered = values.every((value, i) => i === 0 || (values[i - 1] ?? value) <= value);
	if (!ordered)
		walk.invalid(at, printed(walk, '[i', values), 'must be ordered', 'job/exit-codes-ordered', {
			do: 'set',
			path: at,
			to: values.toSorted((a, b) => a - b),
		});
}

/** Both ways to get an enumerated value wrong: leaving it out, and another one. */
function oneOf(walk: Walk, value: string, values: readonly string[], path: FieldPath, code: string): void {
	if (value === '') walk.required(path, `valid values: [${values.map((one) => `"${one}"`).join(' ')}]`, code);
	else walk.oneOf(path, value, values, code);
}

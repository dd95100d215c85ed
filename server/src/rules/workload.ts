import type { FieldPath } from '../schema/field-path';
import type { LabelSelector, PodTemplateSpec } from '../schema/generated/types';
import { printed } from './internal-form';
import { validateLabelSelector } from './label-selector';
import { podOptions } from './options';
import { validatePodTemplateSpec } from './pod';
import { type Selector, selectorOf } from './selector';
import type { Walk } from './walk';

/** What Deployments, ReplicaSets and StatefulSets ask of their selector; the selector that results, undefined where it cannot be used. */
export function validateWorkloadSelector(
	walk: Walk,
	selector: LabelSelector | undefined,
	kind: string,
	invalid: string,
	path: FieldPath,
): Selector | undefined {
	if (!selector) walk.required(path, '', 'selector/required');
	else {
		validateLabelSelector(walk, selector, { allowInvalidLabelValueInSelector: false }, path);
		validateSelectorNotEmpty(walk, selector, kind, path);
	}
	const usable = selectorOf(walk, selector);
	if (!usable) walk.invalid(path, printed(walk, '*LabelSelector', selector), invalid, 'selector/invalid');
	return usable;
}

export function validateSelectorNotEmpty(walk: Walk, selector: LabelSelector, kind: string, path: FieldPath): void {
	if (Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length > 0) return;
	walk.invalid(path, printed(walk, '*LabelSelector', selector), `empty selector is invalid for ${kind}`, 'selector/empty');
}

/** The labels of the pods must be what their owner looks for. */
export function validateSelectorMatches(walk: Walk, selector: Selector, template: PodTemplateSpec, path: FieldPath): void {
	const labels = template.metadata?.labels;
	if (selector.matches(labels)) return;
	walk.invalid(path.child('metadata', 'labels'), printed(walk, '{s', labels), '`selector` does not match template `labels`', 'selector/matches-template');
}

/** apps validation.ValidatePodTemplateSpecForReplicaSet, and core's ...ForRC, which is its twin. */
export function validatePodTemplateSpecForReplicas(walk: Walk, template: PodTemplateSpec, selector: Selector, kind: string, path: FieldPath): void {
	if (!selector.empty) validateSelectorMatches(walk, selector, template, path);
	validatePodTemplateSpec(walk, template, path, podOptions(walk, false));
	validateRunsForever(walk, template, kind, path);
}

/** Whoever keeps pods alive has no use for pods that end. */
export function validateRunsForever(walk: Walk, { spec }: PodTemplateSpec, kind: string, path: FieldPath): void {
	const restartPolicy = path.child('spec', 'restartPolicy');
	if (spec?.restartPolicy !== 'Always') {
		walk.notSupported(restartPolicy, spec?.restartPolicy ?? '', ['Always'], 'restart-policy/always', { do: 'set', path: restartPolicy, to: 'Always' });
	}
	if (spec?.activeDeadlineSeconds === undefined) return;
	const deadline = path.child('spec', 'activeDeadlineSeconds');
	walk.forbidden(deadline, `activeDeadlineSeconds in ${kind} is not Supported`, 'active-deadline/not-supported', { do: 'remove', path: deadline });
}

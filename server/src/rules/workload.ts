import type { FieldPath } from '../schema/field-path';
import type { LabelSelector, PodTemplateSpec } from '../schema/generated/types';
import type { Labels } from '../schema/label-match';
import { nearest } from '../schema/nearest';
import type { Repair } from '../schema/problem';
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
	template: PodTemplateSpec | undefined,
): Selector | undefined {
	const repair = selectorRepair(path, template);
	if (!selector) walk.required(path, '', 'selector/required', repair);
	else {
		validateLabelSelector(walk, selector, { allowInvalidLabelValueInSelector: false }, path);
		validateSelectorNotEmpty(walk, selector, kind, path, repair);
	}
	const usable = selectorOf(walk, selector);
	if (!usable) walk.invalid(path, printed(walk, '*LabelSelector', selector), invalid, 'selector/invalid');
	return usable;
}

/** The selector that finds what the template makes. */
export function selectorRepair(path: FieldPath, template: PodTemplateSpec | undefined): Repair | undefined {
	const labels = template?.metadata?.labels ?? {};
	return Object.keys(labels).length > 0 ? { do: 'set', path: path.child('matchLabels'), to: labels } : undefined;
}

export function validateSelectorNotEmpty(walk: Walk, selector: LabelSelector, kind: string, path: FieldPath, repair?: Repair): void {
	if (Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length > 0) return;
	walk.invalid(path, printed(walk, '*LabelSelector', selector), `empty selector is invalid for ${kind}`, 'selector/empty', repair);
}

/** The labels of the pods must be what their owner looks for. `exact`: the part of the selector that says which these are. */
export function validateSelectorMatches(walk: Walk, selector: Selector, template: PodTemplateSpec, path: FieldPath, exact: Labels | undefined): void {
	const labels = template.metadata?.labels;
	if (selector.matches(labels)) return;
	const at = path.child('metadata', 'labels');
	const mended = { ...labels, ...exact };
	const repair = exact && selector.matches(mended) ? labelsRepair(at, labels ?? {}, exact, mended) : undefined;
	walk.invalid(
		labelAtFault(at, labels ?? {}, exact ?? {}).saidAs(at),
		printed(walk, '{s', labels),
		'`selector` does not match template `labels`',
		'selector/matches-template',
		repair,
	);
}

/** The label that is not what is looked for: one of another value, or else one that is misspelt; all where nobody can tell. */
function labelAtFault(path: FieldPath, labels: Labels, exact: Labels): FieldPath {
	const missed = Object.keys(exact).filter((key) => labels[key] !== exact[key]);
	const differing = missed.find((key) => Object.hasOwn(labels, key));
	if (differing !== undefined) return path.key(differing);
	const [misspelt] = missed.flatMap((key) => misspeltIn(labels, key, exact) ?? []);
	return misspelt === undefined ? path : path.key(misspelt).keyItself();
}

/** What is written for a label, with a letter or two wrong; prefixes are long and alike. */
const misspeltIn = (labels: Labels, key: string, exact: Labels): string | undefined =>
	nearest(
		key,
		Object.keys(labels).filter((one) => !Object.hasOwn(exact, one)),
		Math.min(2, Math.max(1, Math.floor(key.length / 3))),
	);

function labelsRepair(path: FieldPath, labels: Labels, exact: Labels, mended: Labels): Repair {
	const [[key, value] = ['', ''], ...more] = Object.entries(exact).filter(([name, wanted]) => labels[name] !== wanted);
	const misspelt = more.length === 0 && !Object.hasOwn(labels, key) ? misspeltIn(labels, key, exact) : undefined;
	if (misspelt !== undefined && labels[misspelt] === value) return { do: 'rename', path: path.key(misspelt), to: key };
	return more.length === 0 ? { do: 'set', path: path.key(key), to: value } : { do: 'set', path, to: mended };
}

/** apps validation.ValidatePodTemplateSpecForReplicaSet, and core's ...ForRC, which is its twin. */
export function validatePodTemplateSpecForReplicas(
	walk: Walk,
	template: PodTemplateSpec,
	selector: Selector,
	kind: string,
	path: FieldPath,
	exact: Labels | undefined,
): void {
	if (!selector.empty) validateSelectorMatches(walk, selector, template, path, exact);
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

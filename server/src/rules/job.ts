import { FieldPath } from '../schema/field-path';
import type { Job, JobSpec, SuccessPolicyRule } from '../schema/generated/types';
import { countIndexes } from './indexes';
import { printed } from './internal-form';
import { validateLabelSelector } from './label-selector';
import { byteLength, isDNS1123Label, isDNS1123Subdomain, nameIsDNSSubdomain, regexError, reportInvalid } from './names';
import { validateNonnegativeField } from './numbers';
import { validateObjectMeta } from './object-meta';
import { podOptions } from './options';
import { validatePodTemplateSpec } from './pod';
import { validatePodFailurePolicy } from './pod-failure-policy';
import { selectorOf } from './selector';
import { Typed, toChoice, type Walk } from './walk';
import { validateSelectorMatches } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

const MOST_PARALLELISM = 100_000;
const MOST_FAILED_INDEXES = 100_000;
/** With a backoff limit for each index, more completions than this ask for less of the others. */
const MANY_COMPLETIONS = 100_000;
const MOST_WITH_MANY_COMPLETIONS = 10_000;
const LONGEST_MANAGED_BY = 63;
const LONGEST_SUCCEEDED_INDEXES = 64 * 1024;
const MOST_SUCCESS_RULES = 20;

export const NO_SPEC: JobSpec = { template: {} };

/** batch validation.ValidateJobCreate; `old` where the job is there already, which until 1.36 was judged by ValidateJob all the same. */
export function validateJob(walk: Walk, job: Job, old?: Job): void {
	validateObjectMeta(walk, job.metadata ?? {}, nameIsDNSSubdomain, METADATA);
	const spec = job.spec ?? NO_SPEC;
	const oldLabels = old?.spec?.template.metadata?.labels;
	const hasPrefixed = !old || (oldLabels?.[PREFIXED_NAME] !== undefined && oldLabels[PREFIXED_UID] !== undefined);
	validateGeneratedSelector(walk, job, spec, hasPrefixed);
	validateJobSpec(walk, spec, SPEC);
	validateNameAllowsCompletions(walk, job);
}

const PREFIXED_NAME = 'batch.kubernetes.io/job-name';
const PREFIXED_UID = 'batch.kubernetes.io/controller-uid';

/** batch validation.validateGeneratedSelector; jobs from before their labels had a prefix need none. */
function validateGeneratedSelector(walk: Walk, job: Job, { selector, manualSelector, template }: JobSpec, hasPrefixed: boolean): void {
	if (manualSelector || !selector) return;
	const name = job.metadata?.name ?? '';
	const uid = job.metadata?.uid ?? '';
	const expected: Readonly<Record<string, string>> = {
		'controller-uid': uid,
		'job-name': name,
		...(hasPrefixed ? { [PREFIXED_UID]: uid, [PREFIXED_NAME]: name } : {}),
	};
	const labels = template.metadata?.labels ?? {};
	for (const [key, value] of Object.entries(expected)) {
		if (labels[key] === value) continue;
		const path = SPEC.child('template', 'metadata', 'labels').key(key);
		if (!Object.hasOwn(labels, key)) walk.required(path, `must be '${value}'`, 'job/generated-label');
		else walk.invalid(path, printed(walk, '{s', labels), `must be '${value}'`, 'job/generated-label', { do: 'remove', path });
	}
	const generated = selectorOf(walk, selector);
	if (generated && !generated.matches(expected)) {
		const path = SPEC.child('selector');
		walk.invalid(path, printed(walk, '*LabelSelector', selector), '`selector` not auto-generated', 'job/selector-generated', { do: 'remove', path });
	}
}

/** batch validation.validateNameAllowsCompletions: an index becomes part of a hostname. */
export function validateNameAllowsCompletions(walk: Walk, { metadata, spec }: Job): void {
	const { completionMode, completions = 0 } = spec ?? {};
	if (completionMode !== 'Indexed' || completions <= 0) return;
	const name = metadata?.name ?? '';
	const hostname = `${name}-${completions - 1}`;
	if (isDNS1123Label(hostname).length === 0) return;
	walk.invalid(METADATA.child('name'), name, `will not able to create pod with invalid DNS label: ${hostname}`, 'job/name-with-index');
}

/** batch validation.ValidateJobSpec */
export function validateJobSpec(walk: Walk, spec: JobSpec, path: FieldPath): void {
	validateJobSpecWithoutSelector(walk, spec, path);
	if (!spec.selector) walk.required(path.child('selector'), '', 'selector/required');
	else validateLabelSelector(walk, spec.selector, { allowInvalidLabelValueInSelector: false }, path.child('selector'));
	const selector = selectorOf(walk, spec.selector);
	if (selector) validateSelectorMatches(walk, selector, spec.template, path.child('template'), spec.selector?.matchLabels);
}

/**
 * batch validation.validateJobSpec, as a CronJob's template goes through it too.
 * What lies under `scheduling` is not judged: in no version is it there unless somebody opens the gate WorkloadWithJob.
 */
export function validateJobSpecWithoutSelector(walk: Walk, spec: JobSpec, path: FieldPath): void {
	const counts = [
		'parallelism',
		'completions',
		'activeDeadlineSeconds',
		'backoffLimit',
		'ttlSecondsAfterFinished',
		'backoffLimitPerIndex',
		'maxFailedIndexes',
	] as const;
	for (const name of counts) validateNonnegativeField(walk, spec[name], path.child(name), 'job/negative');
	if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
		walk.required(path.child('backoffLimitPerIndex'), 'when maxFailedIndexes is specified', 'job/failed-indexes-need-limit');
	}
	if (spec.managedBy !== undefined) validateManagedBy(walk, spec.managedBy, path.child('managedBy'));
	validateCompletionMode(walk, spec, path);
	if (spec.podFailurePolicy) validatePodFailurePolicy(walk, spec, path.child('podFailurePolicy'));
	validateSuccessPolicy(walk, spec, path.child('successPolicy'));
	validatePodReplacementPolicy(walk, spec, path.child('podReplacementPolicy'));
	validatePodTemplateSpec(walk, spec.template, path.child('template'), podOptions(walk, false));
	validateRestartPolicy(walk, spec, path.child('template', 'spec', 'restartPolicy'));
}

/** validation.IsDomainPrefixedPath */
function validateManagedBy(walk: Walk, managedBy: string, path: FieldPath): void {
	const slash = managedBy.indexOf('/');
	const rest = managedBy.slice(slash + 1);
	if (managedBy === '') walk.required(path, '', 'job/managed-by');
	else if (slash <= 0 || rest === '') walk.invalid(path, managedBy, 'must be a domain-prefixed path (such as "acme.io/foo")', 'job/managed-by');
	else {
		const host = managedBy.slice(0, slash);
		reportInvalid(walk, path, host, isDNS1123Subdomain(host), 'job/managed-by');
		if (!HTTP_PATH.test(rest)) walk.invalid(path, rest, regexError('Invalid path', HTTP_PATH_FORMAT), 'job/managed-by');
	}
	if (byteLength(managedBy) > LONGEST_MANAGED_BY) walk.tooLong(path, LONGEST_MANAGED_BY, 'job/managed-by-length');
}

const HTTP_PATH_FORMAT = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const HTTP_PATH = new RegExp(`^${HTTP_PATH_FORMAT}$`);

function validateCompletionMode(walk: Walk, spec: JobSpec, path: FieldPath): void {
	const { completionMode, backoffLimitPerIndex, maxFailedIndexes } = spec;
	if (completionMode === 'Indexed') validateIndexed(walk, spec, path);
	else if (completionMode !== undefined && completionMode !== 'NonIndexed') {
		walk.oneOf(path.child('completionMode'), completionMode, ['NonIndexed', 'Indexed'], 'job/completion-mode');
	} else {
		for (const [name, value] of Object.entries({ backoffLimitPerIndex, maxFailedIndexes })) {
			if (value !== undefined) walk.invalid(path.child(name), value, 'requires indexed completion mode', 'job/needs-indexed');
		}
	}
}

/** What an Indexed job may ask for: the indexes that failed and completed are kept in its status, which must not grow without bounds. */
function validateIndexed(walk: Walk, { completions, parallelism = 0, maxFailedIndexes, backoffLimitPerIndex }: JobSpec, path: FieldPath): void {
	if (completions === undefined) walk.required(path.child('completions'), 'when completion mode is Indexed', 'job/completions-required');
	if (parallelism > MOST_PARALLELISM) {
		walk.invalid(
			path.child('parallelism'),
			parallelism,
			`must be less than or equal to ${MOST_PARALLELISM} when completion mode is Indexed`,
			'job/parallelism-limit',
		);
	}
	const failed = path.child('maxFailedIndexes');
	if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions) {
		walk.invalid(failed, maxFailedIndexes, 'must be less than or equal to completions', 'job/failed-indexes-limit');
	}
	if (maxFailedIndexes !== undefined && maxFailedIndexes > MOST_FAILED_INDEXES) {
		walk.invalid(failed, maxFailedIndexes, `must be less than or equal to ${MOST_FAILED_INDEXES}`, 'job/failed-indexes-limit');
	}
	if (completions === undefined || completions <= MANY_COMPLETIONS || backoffLimitPerIndex === undefined) return;
	const limit = `must be less than or equal to ${MOST_WITH_MANY_COMPLETIONS} when completions are above ${MANY_COMPLETIONS} and used with backoff limit per index`;
	if (maxFailedIndexes === undefined) walk.required(failed, `must be specified when completions is above ${MANY_COMPLETIONS}`, 'job/failed-indexes-required');
	if (parallelism > MOST_WITH_MANY_COMPLETIONS) walk.invalid(path.child('parallelism'), parallelism, limit, 'job/parallelism-limit');
	if (maxFailedIndexes !== undefined && maxFailedIndexes > MOST_WITH_MANY_COMPLETIONS)
		walk.invalid(failed, maxFailedIndexes, limit, 'job/failed-indexes-limit');
}

/** batch validation.validateSuccessPolicy */
function validateSuccessPolicy(walk: Walk, { successPolicy, completionMode, completions = 0 }: JobSpec, path: FieldPath): void {
	if (!successPolicy) return;
	if (completionMode !== 'Indexed') {
		walk.invalid(path, printed(walk, 'SuccessPolicy', successPolicy), 'requires indexed completion mode', 'job/needs-indexed');
		return;
	}
	const { rules } = successPolicy;
	const at = path.child('rules');
	if (rules.length === 0) walk.required(at, 'at least one rules must be specified when the successPolicy is specified', 'job/success-rules-required');
	if (rules.length > MOST_SUCCESS_RULES) walk.tooMany(at, rules.length, MOST_SUCCESS_RULES, 'job/too-many-rules');
	rules.forEach((rule, i) => {
		validateSuccessPolicyRule(walk, rule, completions, at.index(i));
	});
}

/** batch validation.validateSuccessPolicyRule */
function validateSuccessPolicyRule(walk: Walk, { succeededCount, succeededIndexes }: SuccessPolicyRule, completions: number, path: FieldPath): void {
	if (succeededCount === undefined && succeededIndexes === undefined) {
		walk.required(path, 'at least one of succeededCount or succeededIndexes must be specified', 'job/success-rule-required');
	}
	const named = succeededIndexes === undefined ? undefined : validateSucceededIndexes(walk, succeededIndexes, completions, path.child('succeededIndexes'));
	if (succeededCount === undefined) return;
	const at = path.child('succeededCount');
	validateNonnegativeField(walk, succeededCount, at, 'job/negative');
	if (succeededCount > completions) {
		walk.invalid(at, succeededCount, `must be less than or equal to ${completions} (the number of specified completions)`, 'job/success-count');
	}
	if (named !== undefined && succeededCount > named) {
		walk.invalid(
			at,
			succeededCount,
			`must be less than or equal to ${named} (the number of indexes in the specified succeededIndexes field)`,
			'job/success-count',
		);
	}
}

/** How many indexes are named; 0 when they cannot be read. */
function validateSucceededIndexes(walk: Walk, indexes: string, completions: number, path: FieldPath): number {
	if (byteLength(indexes) > LONGEST_SUCCEEDED_INDEXES) walk.tooLong(path, LONGEST_SUCCEEDED_INDEXES, 'job/success-indexes-length');
	const count = countIndexes(indexes, completions);
	if (typeof count === 'number') return count;
	walk.invalid(path, indexes, `error parsing succeededIndexes: ${count.fault}`, 'job/success-indexes');
	return 0;
}

/** batch validation.validatePodReplacementPolicy */
function validatePodReplacementPolicy(walk: Walk, { podReplacementPolicy, podFailurePolicy }: JobSpec, path: FieldPath): void {
	const supported = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
	if (podReplacementPolicy === undefined) return;
	const repair = podFailurePolicy && podReplacementPolicy === 'TerminatingOrFailed' ? ({ do: 'set', path, to: 'Failed' } as const) : undefined;
	if (!supported.includes(podReplacementPolicy))
		walk.notSupported(path, podReplacementPolicy, supported, 'job/replacement-policy', repair ?? toChoice(path, podReplacementPolicy, supported));
}

/** A job's pods must end one day. */
function validateRestartPolicy(walk: Walk, spec: JobSpec, path: FieldPath): void {
	const restartPolicy = spec.template.spec?.restartPolicy ?? '';
	const ending = { do: 'set', path, to: spec.podFailurePolicy ? 'Never' : 'OnFailure' } as const;
	if (restartPolicy === 'Always' || restartPolicy === '') walk.required(path, 'valid values: "OnFailure", "Never"', 'job/restart-policy', ending);
	else if (restartPolicy !== 'OnFailure' && restartPolicy !== 'Never') walk.oneOf(path, restartPolicy, ['OnFailure', 'Never'], 'job/restart-policy');
	else if (spec.podFailurePolicy && restartPolicy !== 'Never') {
		const repair = { do: 'set', path, to: 'Never' } as const;
		walk.invalid(path, new Typed(restartPolicy), 'only "Never" is supported when podFailurePolicy is specified', 'job/failure-policy-restart', repair);
	}
}

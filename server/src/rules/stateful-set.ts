import { FieldPath } from '../schema/field-path';
import type { IntOrString, PodTemplateSpec, StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy, Volume } from '../schema/generated/types';
import { validateImmutableField } from './immutable';
import { printed, sameInternally } from './internal-form';
import { validateLabels } from './label-selector';
import { nameIsDNSLabel, validateDNS1123Label } from './names';
import { intOrPercentValue, validateNonnegativeField, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from './numbers';
import { validateAnnotations, validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podOptions } from './options';
import { validatePersistentVolumeClaimSpec } from './persistent-volume-claim';
import { templateMeta, validatePodTemplateSpec } from './pod';
import { validatePodSpecificAnnotations } from './pod-annotations';
import type { Selector } from './selector';
import { toChoice, type Walk } from './walk';
import { validateRunsForever, validateSelectorMatches, validateWorkloadSelector } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** apps validation.ValidateStatefulSet */
export function validateStatefulSet(walk: Walk, { metadata = {}, spec }: StatefulSet): void {
	validateObjectMeta(walk, metadata, nameIsDNSLabel, METADATA);
	validateStatefulSetSpec(walk, spec, SPEC, true);
}

/** apps validation.ValidateStatefulSetUpdate */
export function validateStatefulSetUpdate(walk: Walk, { metadata = {}, spec }: StatefulSet, old: StatefulSet): void {
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	validateStatefulSetSpec(walk, spec, SPEC, false);
	if (walk.version < 37) validateForbiddenUpdate(walk, spec, old.spec);
	else validateImmutableFields(walk, spec, old.spec);
}

function validateImmutableFields(walk: Walk, spec: StatefulSetSpec, old: StatefulSetSpec): void {
	validateImmutableField(walk, '*LabelSelector', spec.selector, old.selector, SPEC.child('selector'), 'selector/immutable');
	const templates = SPEC.child('volumeClaimTemplates');
	validateImmutableField(walk, '[PersistentVolumeClaim', spec.volumeClaimTemplates, old.volumeClaimTemplates, templates, 'statefulset/claims-immutable');
	validateImmutableField(walk, 's', spec.serviceName, old.serviceName, SPEC.child('serviceName'), 'statefulset/service-name-immutable');
	validateImmutableField(
		walk,
		'string',
		spec.podManagementPolicy,
		old.podManagementPolicy,
		SPEC.child('podManagementPolicy'),
		'statefulset/pod-management-immutable',
	);
}

/** What an update was told until 1.36, in one sentence. */
function validateForbiddenUpdate(walk: Walk, spec: StatefulSetSpec, old: StatefulSetSpec): void {
	const same =
		sameInternally('*LabelSelector', spec.selector, old.selector) &&
		sameInternally('[PersistentVolumeClaim', spec.volumeClaimTemplates, old.volumeClaimTemplates) &&
		sameInternally('s', spec.serviceName, old.serviceName) &&
		sameInternally('s', spec.podManagementPolicy, old.podManagementPolicy) &&
		(walk.version >= 33 || sameInternally('*i', spec.revisionHistoryLimit, old.revisionHistoryLimit));
	if (same) return;
	const revisions = walk.version < 33 ? '' : " 'revisionHistoryLimit',";
	const mutable = `'replicas', 'ordinals', 'template', 'updateStrategy',${revisions} 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds'`;
	walk.forbidden(SPEC, `updates to statefulset spec for fields other than ${mutable} are forbidden`, 'statefulset/immutable');
}

/** apps validation.ValidateStatefulSetSpec. Of its Service and its claims only a new StatefulSet is asked. */
function validateStatefulSetSpec(walk: Walk, spec: StatefulSetSpec, path: FieldPath, isNew: boolean): void {
	validatePodManagementPolicy(walk, spec.podManagementPolicy ?? '', path.child('podManagementPolicy'));
	validateStatefulSetUpdateStrategy(walk, spec.updateStrategy ?? {}, path.child('updateStrategy'));
	const retention = spec.persistentVolumeClaimRetentionPolicy;
	for (const when of ['whenDeleted', 'whenScaled'] as const) {
		const policy = retention?.[when] ?? '';
		if (!retention || policy === 'Retain' || policy === 'Delete') continue;
		walk.oneOf(path.child('persistentVolumeClaimRetentionPolicy', when), policy, ['Retain', 'Delete'], 'statefulset/claim-retention');
	}
	if (isNew && walk.version >= 34) {
		spec.volumeClaimTemplates?.forEach((claim, i) => {
			validatePersistentVolumeClaimSpec(walk, claim.spec ?? {}, path.child('volumeClaimTemplates').index(i).child('spec'));
		});
	}
	validateNonnegativeField(walk, spec.replicas, path.child('replicas'), 'replicas/negative');
	validateNonnegativeField(walk, spec.minReadySeconds, path.child('minReadySeconds'), 'min-ready-seconds/negative');
	validateNonnegativeField(walk, spec.ordinals?.start, path.child('ordinals', 'start'), 'statefulset/ordinals-negative');
	if (isNew && walk.version >= 33 && spec.serviceName) validateDNS1123Label(walk, spec.serviceName, path.child('serviceName'), 'statefulset/service-name');
	const selector = validateWorkloadSelector(walk, spec.selector, 'statefulset', '', path.child('selector'), spec.template);
	if (selector) validatePodTemplateSpecForStatefulSet(walk, spec, selector, path.child('template'));
	validateRunsForever(walk, spec.template, 'StatefulSet', path.child('template'));
}

function validatePodManagementPolicy(walk: Walk, policy: string, path: FieldPath): void {
	if (policy === '') walk.required(path, '', 'statefulset/pod-management');
	else if (policy !== 'OrderedReady' && policy !== 'Parallel')
		walk.invalid(path, policy, "must be 'OrderedReady' or 'Parallel'", 'statefulset/pod-management', toChoice(path, policy, ['OrderedReady', 'Parallel']));
}

function validateStatefulSetUpdateStrategy(walk: Walk, strategy: StatefulSetUpdateStrategy, path: FieldPath): void {
	const { rollingUpdate } = strategy;
	const at = path.child('rollingUpdate');
	switch (strategy.type ?? '') {
		case '':
			walk.required(path, '', 'statefulset/strategy');
			return;
		case 'OnDelete':
			if (!rollingUpdate) return;
			walk.invalid(
				at,
				printed(walk, '*RollingUpdateStatefulSetStrategy', rollingUpdate),
				"only allowed for updateStrategy 'RollingUpdate'",
				'statefulset/rolling-update',
				{ do: 'remove', path: at },
			);
			return;
		case 'RollingUpdate':
			validateNonnegativeField(walk, rollingUpdate?.partition, at.child('partition'), 'statefulset/partition-negative');
			if (rollingUpdate?.maxUnavailable !== undefined) validateMaxUnavailable(walk, rollingUpdate.maxUnavailable, at.child('maxUnavailable'));
			return;
		default:
			walk.invalid(
				path.child('type').saidAs(path),
				printed(walk, 'StatefulSetUpdateStrategy', strategy),
				"must be 'RollingUpdate' or 'OnDelete'",
				'statefulset/strategy',
				toChoice(path.child('type'), strategy.type ?? '', ['RollingUpdate', 'OnDelete']),
			);
	}
}

function validateMaxUnavailable(walk: Walk, maxUnavailable: IntOrString, path: FieldPath): void {
	validatePositiveIntOrPercent(walk, maxUnavailable, path, 'rolling-update/max-unavailable');
	if (intOrPercentValue(maxUnavailable) === 0)
		walk.invalid(path, printed(walk, 'x', maxUnavailable), 'cannot be 0', 'statefulset/max-unavailable-zero', { do: 'set', path, to: 1 });
	validateNotMoreThan100Percent(walk, maxUnavailable, path, 'rolling-update/over-100-percent');
}

/**
 * apps validation.ValidatePodTemplateSpecForStatefulSet; until 1.33 the pod's spec was not judged at all. What it says twice since then, rest.ValidateDeclaratively of 1.37
 * says once.
 */
function validatePodTemplateSpecForStatefulSet(walk: Walk, spec: StatefulSetSpec, selector: Selector, path: FieldPath): void {
	const { template } = spec;
	if (!selector.empty) validateSelectorMatches(walk, selector, template, path, spec.selector?.matchLabels);
	const options = podOptions(walk, false);
	if (walk.version >= 34) validatePodTemplateSpec(walk, asControllerMakesIt(spec), path, options);
	if (walk.version >= 37) return;
	const annotations = template.metadata?.annotations;
	validateLabels(walk, template.metadata?.labels, templateMeta(path, 'labels'));
	validateAnnotations(walk, annotations, templateMeta(path, 'annotations'));
	validatePodSpecificAnnotations(walk, annotations, template.spec ?? { containers: [] }, options, templateMeta(path, 'annotations'));
}

/** The controller names the pods itself, and puts the claims of its templates before other volumes, taking the place of those of their name. */
function asControllerMakesIt({ template, volumeClaimTemplates = [] }: StatefulSetSpec): PodTemplateSpec {
	if (!template.spec) return template;
	const { subdomain: _subdomain, hostname: _hostname, ...spec } = template.spec;
	if (volumeClaimTemplates.length === 0) return { ...template, spec };
	const claims = new Map(volumeClaimTemplates.map(({ metadata }) => [metadata?.name ?? '', volumeOfClaim(metadata?.name ?? '')]));
	return { ...template, spec: { ...spec, volumes: [...claims.values(), ...(spec.volumes ?? []).filter(({ name }) => !claims.has(name))] } };
}

function volumeOfClaim(name: string): Volume {
	return { name, persistentVolumeClaim: { claimName: name } };
}

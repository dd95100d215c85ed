import { FieldPath } from '../schema/field-path';
import type { Deployment, DeploymentSpec, DeploymentStrategy, RollingUpdateDeployment } from '../schema/generated/types';
import { validateImmutableField } from './immutable';
import { printed } from './internal-form';
import { nameIsDNSSubdomain } from './names';
import { intOrPercentValue, validateNonnegativeField, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from './numbers';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { toChoice, type Walk } from './walk';
import { validatePodTemplateSpecForReplicas, validateWorkloadSelector } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** apps validation.ValidateDeployment */
export function validateDeployment(walk: Walk, { metadata = {}, spec }: Deployment): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	if (spec) validateDeploymentSpec(walk, spec, SPEC);
}

/** apps validation.ValidateDeploymentUpdate */
export function validateDeploymentUpdate(walk: Walk, { metadata = {}, spec }: Deployment, old: Deployment): void {
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	if (!spec) return;
	validateDeploymentSpec(walk, spec, SPEC);
	validateImmutableField(walk, '*LabelSelector', spec.selector, old.spec?.selector, SPEC.child('selector'), 'selector/immutable');
}

/** apps validation.ValidateDeploymentSpec */
function validateDeploymentSpec(walk: Walk, spec: DeploymentSpec, path: FieldPath): void {
	validateNonnegativeField(walk, spec.replicas, path.child('replicas'), 'replicas/negative');
	const selector = validateWorkloadSelector(walk, spec.selector, 'deployment', 'invalid label selector', path.child('selector'), spec.template);
	if (selector) validatePodTemplateSpecForReplicas(walk, spec.template, selector, 'ReplicaSet', path.child('template'), spec.selector?.matchLabels);
	validateDeploymentStrategy(walk, spec.strategy ?? {}, path.child('strategy'));
	validateNonnegativeField(walk, spec.minReadySeconds, path.child('minReadySeconds'), 'min-ready-seconds/negative');
	validateNonnegativeField(walk, spec.revisionHistoryLimit, path.child('revisionHistoryLimit'), 'revision-history/negative');
	const { progressDeadlineSeconds, minReadySeconds = 0 } = spec;
	if (progressDeadlineSeconds === undefined) return;
	const deadline = path.child('progressDeadlineSeconds');
	validateNonnegativeField(walk, progressDeadlineSeconds, deadline, 'progress-deadline/negative');
	if (progressDeadlineSeconds <= minReadySeconds) {
		walk.invalid(deadline, progressDeadlineSeconds, 'must be greater than minReadySeconds', 'progress-deadline/after-min-ready');
	}
}

/** apps validation.ValidateDeploymentStrategy */
function validateDeploymentStrategy(walk: Walk, strategy: DeploymentStrategy, path: FieldPath): void {
	const rollingUpdate = path.child('rollingUpdate');
	switch (strategy.type) {
		case 'Recreate':
			if (!strategy.rollingUpdate) return;
			walk.forbidden(rollingUpdate, "may not be specified when strategy `type` is 'Recreate'", 'deployment/recreate-rolling-update', {
				do: 'remove',
				path: rollingUpdate,
			});
			return;
		case 'RollingUpdate':
			if (strategy.rollingUpdate) validateRollingUpdateDeployment(walk, strategy.rollingUpdate, rollingUpdate);
			return;
		default:
			walk.notSupported(
				path.child('type').saidAs(path),
				printed(walk, 'DeploymentStrategy', strategy),
				['Recreate', 'RollingUpdate'],
				'deployment/strategy',
				toChoice(path.child('type'), strategy.type ?? '', ['Recreate', 'RollingUpdate']),
			);
	}
}

/** apps validation.ValidateRollingUpdateDeployment */
function validateRollingUpdateDeployment(walk: Walk, { maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDeployment, path: FieldPath): void {
	const unavailable = path.child('maxUnavailable');
	validatePositiveIntOrPercent(walk, maxUnavailable, unavailable, 'rolling-update/max-unavailable');
	validatePositiveIntOrPercent(walk, maxSurge, path.child('maxSurge'), 'rolling-update/max-surge');
	if (intOrPercentValue(maxUnavailable) === 0 && intOrPercentValue(maxSurge) === 0) {
		walk.invalid(unavailable, printed(walk, 'x', maxUnavailable), 'may not be 0 when `maxSurge` is 0', 'rolling-update/both-zero', {
			do: 'set',
			path: path.child('maxSurge'),
			to: 1,
		});
	}
	validateNotMoreThan100Percent(walk, maxUnavailable, unavailable, 'rolling-update/over-100-percent');
}

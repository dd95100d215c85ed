import { FieldPath } from '../schema/field-path';
import type { DaemonSet, DaemonSetSpec, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../schema/generated/types';
import { validateImmutableField } from './immutable';
import { printed } from './internal-form';
import { validateLabelSelector } from './label-selector';
import { nameIsDNSSubdomain } from './names';
import { intOrPercentValue, validateNonnegativeField, validateNotMoreThan100Percent, validatePositiveIntOrPercent } from './numbers';
import { validateObjectMeta } from './object-meta';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podOptions } from './options';
import { validatePodTemplateSpec } from './pod';
import { selectorOf } from './selector';
import { toChoice, type Walk } from './walk';
import { selectorRepair, validateRunsForever, validateSelectorMatches, validateSelectorNotEmpty } from './workload';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');

/** apps validation.ValidateDaemonSet */
export function validateDaemonSet(walk: Walk, { metadata = {}, spec }: DaemonSet): void {
	validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	if (spec) validateDaemonSetSpec(walk, spec, SPEC);
}

/** apps validation.ValidateDaemonSetUpdate, and until 1.33 ValidateDaemonSet before it; the template's generation is counted by the server and always right. */
export function validateDaemonSetUpdate(walk: Walk, { metadata = {}, spec }: DaemonSet, old: DaemonSet): void {
	if (walk.version < 34) validateObjectMeta(walk, metadata, nameIsDNSSubdomain, METADATA);
	validateObjectMetaUpdate(walk, metadata, old.metadata ?? {}, METADATA);
	if (!spec) return;
	validateImmutableField(walk, '*LabelSelector', spec.selector, old.spec?.selector, SPEC.child('selector'), 'selector/immutable');
	validateDaemonSetSpec(walk, spec, SPEC);
}

/** apps validation.ValidateDaemonSetSpec */
function validateDaemonSetSpec(walk: Walk, spec: DaemonSetSpec, path: FieldPath): void {
	validateLabelSelector(walk, spec.selector, { allowInvalidLabelValueInSelector: false }, path.child('selector'));
	const selector = selectorOf(walk, spec.selector);
	if (selector) validateSelectorMatches(walk, selector, spec.template, path.child('template'), spec.selector?.matchLabels);
	if (spec.selector) validateSelectorNotEmpty(walk, spec.selector, 'daemonset', path.child('selector'), selectorRepair(path.child('selector'), spec.template));
	validatePodTemplateSpec(walk, spec.template, path.child('template'), podOptions(walk, false));
	validateRunsForever(walk, spec.template, 'DaemonSet', path.child('template'));
	validateNonnegativeField(walk, spec.minReadySeconds, path.child('minReadySeconds'), 'min-ready-seconds/negative');
	validateDaemonSetUpdateStrategy(walk, spec.updateStrategy ?? {}, path.child('updateStrategy'));
	validateNonnegativeField(walk, spec.revisionHistoryLimit, path.child('revisionHistoryLimit'), 'revision-history/negative');
}

/** apps validation.ValidateDaemonSetUpdateStrategy */
function validateDaemonSetUpdateStrategy(walk: Walk, strategy: DaemonSetUpdateStrategy, path: FieldPath): void {
	if (strategy.type === 'OnDelete') return;
	if (strategy.type !== 'RollingUpdate')
		walk.notSupported(
			path.child('type').saidAs(path),
			printed(walk, 'DaemonSetUpdateStrategy', strategy),
			['RollingUpdate', 'OnDelete'],
			'daemonset/strategy',
			toChoice(path.child('type'), strategy.type ?? '', ['RollingUpdate', 'OnDelete']),
		);
	else validateRollingUpdateDaemonSet(walk, strategy.rollingUpdate ?? {}, path.child('rollingUpdate'));
}

/** apps validation.ValidateRollingUpdateDaemonSet */
function validateRollingUpdateDaemonSet(walk: Walk, { maxUnavailable = 0, maxSurge = 0 }: RollingUpdateDaemonSet, path: FieldPath): void {
	const unavailable = path.child('maxUnavailable');
	const surge = path.child('maxSurge');
	validatePositiveIntOrPercent(walk, maxUnavailable, unavailable, 'rolling-update/max-unavailable');
	validatePositiveIntOrPercent(walk, maxSurge, surge, 'rolling-update/max-surge');
	validateNotMoreThan100Percent(walk, maxUnavailable, unavailable, 'rolling-update/over-100-percent');
	validateNotMoreThan100Percent(walk, maxSurge, surge, 'rolling-update/over-100-percent');
	const hasUnavailable = intOrPercentValue(maxUnavailable) !== 0;
	const hasSurge = intOrPercentValue(maxSurge) !== 0;
	if (hasUnavailable && hasSurge)
		walk.invalid(surge, printed(walk, 'x', maxSurge), 'may not be set when maxUnavailable is non-zero', 'daemonset/surge-or-unavailable', {
			do: 'set',
			path: unavailable,
			to: 0,
		});
	if (!hasUnavailable && !hasSurge) walk.required(unavailable, 'cannot be 0 when maxSurge is 0', 'rolling-update/both-zero', { do: 'set', path: surge, to: 1 });
}

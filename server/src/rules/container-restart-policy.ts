import type { FieldPath } from '../schema/field-path';
import type { Container, ContainerRestartRule } from '../schema/generated/types';
import type { PodOptions } from './options';
import type { Walk } from './walk';

const RULES_NEED_POLICY = 'must specify restartPolicy when restart rules are used';

/** core validation.validateInitContainerRestartPolicy; `path` is the container's. */
export function validateInitContainerRestartPolicy(walk: Walk, container: Container, options: PodOptions, path: FieldPath): void {
	const { restartPolicy, restartPolicyRules = [] } = container;
	if (restartPolicy === undefined) {
		if (restartPolicyRules.length === 0 || walk.version < 35) return;
		walk.required(path.child('restartPolicy'), RULES_NEED_POLICY, 'container/restart-rules-need-policy');
	} else if (!options.allowContainerRestartPolicyRules) {
		walk.oneOf(path.child('restartPolicy'), restartPolicy, ['Always'], 'container/restart-policy');
	} else if (restartPolicy !== 'Always' || options.allowRestartAllContainers) {
		validateContainerRestartPolicy(walk, container, options, path);
	} else if (restartPolicyRules.length > 0) {
		const detail = 'restartPolicyRules are not allowed for init containers with restart policy Always';
		const at = path.child('restartPolicyRules');
		walk.forbidden(at, detail, 'container/restart-rules-sidecar', { do: 'remove', path: at });
	}
}

/** core validation.validateContainerRestartPolicy; `path` is the container's. */
export function validateContainerRestartPolicy(walk: Walk, container: Container, options: PodOptions, path: FieldPath): void {
	const { restartPolicy, restartPolicyRules: rules = [] } = container;
	const at = path.child('restartPolicy');
	if (restartPolicy === undefined) {
		if (rules.length === 0) return;
		walk.required(at, RULES_NEED_POLICY, 'container/restart-rules-need-policy');
	} else {
		walk.oneOf(at, restartPolicy, ['Always', 'Never', 'OnFailure'], 'container/restart-policy');
	}
	const list = path.child('restartPolicyRules');
	validateCount(walk, rules.length, 20, list);
	rules.forEach((rule, i) => {
		validateRule(walk, rule, options, list.index(i));
	});
}

function validateRule(walk: Walk, { action, exitCodes }: ContainerRestartRule, options: PodOptions, path: FieldPath): void {
	const actions = options.allowRestartAllContainers ? ['Restart', 'RestartAllContainers'] : ['Restart'];
	walk.oneOf(path.child('action'), action, actions, 'container/restart-rule-action');
	if (!exitCodes) {
		walk.required(path.child('exitCodes'), 'must be specified', 'container/restart-rule-exit-codes');
		return;
	}
	const at = path.child('exitCodes');
	walk.oneOf(at.child('operator'), exitCodes.operator, ['In', 'NotIn'], 'container/restart-rule-operator');
	validateCount(walk, exitCodes.values?.length ?? 0, 255, at.child('values'));
}

/** Until 1.35 the server called too many items too long. */
function validateCount(walk: Walk, count: number, max: number, path: FieldPath): void {
	if (count <= max) return;
	if (walk.version < 36) walk.tooLong(path, max, 'container/restart-rules-count');
	else walk.tooMany(path, count, max, 'container/restart-rules-count');
}

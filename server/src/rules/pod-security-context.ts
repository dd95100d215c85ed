import type { FieldPath } from '../schema/field-path';
import type { PodSecurityContext, PodSpec } from '../schema/generated/types';
import { validateAppArmorProfile } from './app-armor-profile';
import { isValidUserOrGroupID } from './names';
import type { PodOptions } from './options';
import { validateSeccompProfile } from './seccomp-profile';
import { validateSysctls } from './sysctl';
import type { Walk } from './walk';
import { validateWindowsOptions } from './windows-options';

/** core validation.validatePodSpecSecurityContext */
export function validatePodSecurityContext(walk: Walk, context: PodSecurityContext, spec: PodSpec, options: PodOptions, path: FieldPath): void {
	for (const field of ['fsGroup', 'runAsUser', 'runAsGroup'] as const) validateID(walk, context[field], path.child(field));
	context.supplementalGroups?.forEach((group, i) => {
		validateID(walk, group, path.child('supplementalGroups').index(i));
	});
	validateSysctls(walk, context.sysctls ?? [], spec, options, path.child('sysctls'));
	validateChoice(walk, context.fsGroupChangePolicy, ['Always', 'OnRootMismatch'], path.child('fsGroupChangePolicy'));
	validateSeccompProfile(walk, context.seccompProfile, path.child('seccompProfile'));
	validateWindowsOptions(walk, context.windowsOptions, path.child('windowsOptions'));
	validateAppArmorProfile(walk, context.appArmorProfile, path.child('appArmorProfile'));
	validateChoice(walk, context.supplementalGroupsPolicy, ['Merge', 'Strict'], path.child('supplementalGroupsPolicy'));
	const policies = options.allowOnlyRecursiveSELinuxChangePolicy ? ['Recursive'] : ['MountOption', 'Recursive'];
	validateChoice(walk, context.seLinuxChangePolicy, policies, path.child('seLinuxChangePolicy'));
}

function validateID(walk: Walk, id: number | undefined, path: FieldPath): void {
	if (id === undefined) return;
	for (const complaint of isValidUserOrGroupID(id)) walk.invalid(path, id, complaint, 'security/id-range');
}

/** core validation.validateFSGroupChangePolicy, validateSupplementalGroupsPolicy and validateSELinuxChangePolicy */
function validateChoice(walk: Walk, value: string | undefined, choices: readonly string[], path: FieldPath): void {
	if (value !== undefined) walk.oneOf(path, value, choices, 'security/choice');
}

import type { FieldPath } from '../schema/field-path';
import type { SecurityContext } from '../schema/generated/types';
import { validateAppArmorProfile } from './app-armor-profile';
import { printed } from './internal-form';
import { isValidUserOrGroupID } from './names';
import type { PodOptions } from './options';
import { validateSeccompProfile } from './seccomp-profile';
import { Typed, type Walk } from './walk';
import { validateWindowsOptions } from './windows-options';

/** core validation.ValidateSecurityContext */
export function validateSecurityContext(walk: Walk, context: SecurityContext | undefined, hostUsers: boolean, options: PodOptions, path: FieldPath): void {
	if (!context) return;
	if (context.privileged && !options.allowPrivileged) walk.forbidden(path.child('privileged'), 'disallowed by cluster policy', 'security/privileged');
	validateUserOrGroup(walk, context.runAsUser, path.child('runAsUser'));
	validateUserOrGroup(walk, context.runAsGroup, path.child('runAsGroup'));
	if (context.procMount !== undefined) validateProcMount(walk, context.procMount, hostUsers, path.child('procMount'));
	validateSeccompProfile(walk, context.seccompProfile, path.child('seccompProfile'));
	if (context.allowPrivilegeEscalation === false) validateNoEscalation(walk, context, options, path);
	validateWindowsOptions(walk, context.windowsOptions, path.child('windowsOptions'));
	validateAppArmorProfile(walk, context.appArmorProfile, path.child('appArmorProfile'));
}

function validateUserOrGroup(walk: Walk, id: number | undefined, path: FieldPath): void {
	if (id === undefined) return;
	for (const complaint of isValidUserOrGroupID(id)) walk.invalid(path, id, complaint, 'security/id-range');
}

/** core validation.ValidateProcMountType and what follows it. */
function validateProcMount(walk: Walk, procMount: string, hostUsers: boolean, path: FieldPath): void {
	walk.oneOf(path, procMount, ['Default', 'Unmasked'], 'security/proc-mount');
	if (!hostUsers || procMount !== 'Unmasked') return;
	walk.invalid(path, new Typed(procMount), '`hostUsers` must be false to use `Unmasked`', 'security/unmasked-host-users');
}

function validateNoEscalation(walk: Walk, context: SecurityContext, options: PodOptions, path: FieldPath): void {
	if (context.privileged) {
		const detail = 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true';
		walk.invalid(path, printed(walk, 'SecurityContext', context), detail, 'security/escalation-privileged');
	}
	if (options.allowSysAdminWhenPrivilegeEscalationFalse) return;
	for (const capability of context.capabilities?.add ?? []) {
		if (capability !== 'CAP_SYS_ADMIN') continue;
		const detail = 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN';
		walk.invalid(path, printed(walk, 'SecurityContext', context), detail, 'security/escalation-sys-admin');
	}
}

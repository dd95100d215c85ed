import type { FieldPath } from '../schema/field-path';
import type { PodSecurityContext, PodSpec, SecurityContext } from '../schema/generated/types';
import { eachContainer } from './container';
import { toChoice, type Walk } from './walk';

const SYSTEMS = ['linux', 'windows'];

/** core validation.validateOS and, if the system is one that is known, validateLinux or validateWindows. */
export function validatePodOS(walk: Walk, spec: PodSpec, path: FieldPath): void {
	if (!spec.os) return;
	const { name } = spec.os;
	if (!name) walk.required(path.child('os', 'name'), walk.version < 34 ? 'cannot be empty' : '', 'os/name');
	else if (!SYSTEMS.includes(name)) walk.notSupported(path.child('os'), name, SYSTEMS, 'os/name', toChoice(path.child('os', 'name'), name, SYSTEMS));
	else if (name === 'linux') validateLinux(walk, spec, path);
	else validateWindows(walk, spec, path);
}

/** core validation.validateLinux */
function validateLinux(walk: Walk, spec: PodSpec, path: FieldPath): void {
	forbidWindowsOptions(walk, spec.securityContext, path);
	eachContainer(spec, path, ({ securityContext }, at) => {
		forbidWindowsOptions(walk, securityContext, at);
	});
}

function forbidWindowsOptions(walk: Walk, context: PodSecurityContext | SecurityContext | undefined, path: FieldPath): void {
	if (context?.windowsOptions === undefined) return;
	const at = path.child('securityContext', 'windowsOptions');
	walk.forbidden(at, 'windows options cannot be set for a linux pod', 'os/windows-options', { do: 'remove', path: at });
}

/** What a pod for Windows cannot have. */
const OF_POD: readonly (keyof PodSecurityContext)[] = [
	'appArmorProfile',
	'seLinuxOptions',
	'seccompProfile',
	'fsGroup',
	'fsGroupChangePolicy',
	'sysctls',
	'runAsUser',
	'runAsGroup',
	'supplementalGroups',
	'supplementalGroupsPolicy',
	'seLinuxChangePolicy',
];
const OF_SPEC: readonly (keyof PodSpec)[] = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'];
const OF_CONTAINER: readonly (keyof SecurityContext)[] = [
	'appArmorProfile',
	'seLinuxOptions',
	'seccompProfile',
	'capabilities',
	'readOnlyRootFilesystem',
	'privileged',
	'allowPrivilegeEscalation',
	'procMount',
	'runAsUser',
	'runAsGroup',
];

/** core validation.validateWindows */
function validateWindows(walk: Walk, spec: PodSpec, path: FieldPath): void {
	forbidFields(walk, spec.securityContext, OF_POD, path.child('securityContext'));
	forbidFields(walk, spec, OF_SPEC, path);
	eachContainer(spec, path, ({ securityContext }, at) => {
		forbidFields(walk, securityContext, OF_CONTAINER, at.child('securityContext'));
	});
}

function forbidFields<Owner>(walk: Walk, owner: Owner | undefined, fields: readonly (keyof Owner & string)[], path: FieldPath): void {
	for (const field of fields) {
		if (!isSet(field, owner?.[field])) continue;
		walk.forbidden(path.child(field), 'cannot be set for a windows pod', 'os/linux-only', { do: 'remove', path: path.child(field) });
	}
}

/** These are no pointers in Go: false, or an empty list, is as none. */
function isSet(field: string, value: unknown): boolean {
	if (field === 'hostPID' || field === 'hostIPC') return value === true;
	if (field === 'sysctls') return Array.isArray(value) && value.length > 0;
	return value !== undefined;
}

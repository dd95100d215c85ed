import type { FieldPath } from '../schema/field-path';
import type { PodSpec, Sysctl } from '../schema/generated/types';
import type { PodOptions } from './options';
import type { Walk } from './walk';

const LONGEST = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const FORM = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const form = new RegExp(FORM);

/** core validation.validateSysctls */
export function validateSysctls(walk: Walk, sysctls: readonly Sysctl[], spec: PodSpec, options: PodOptions, path: FieldPath): void {
	const names = new Set<string>();
	sysctls.forEach(({ name }, i) => {
		const at = path.index(i).child('name');
		if (!name) walk.required(at, '', 'sysctl/name-required');
		else if (name.length > LONGEST || !form.test(name)) {
			walk.invalid(at, name, `must have at most ${LONGEST} characters and match regex ${FORM}`, 'sysctl/name');
		} else if (names.has(name)) walk.duplicate(at, name, 'sysctl/unique', { do: 'remove', path: path.index(i) });
		names.add(name);
		if (!options.allowNamespacedSysctlsForHostNetAndHostIPC) validateHostSysctl(walk, name, spec, at);
	});
}

/** core validation.ValidateHostSysctl: a namespace that is the host's is not the pod's to tune. */
function validateHostSysctl(walk: Walk, name: string, { hostNetwork, hostIPC }: PodSpec, path: FieldPath): void {
	const namespace = namespaceOf(name);
	if (hostNetwork && namespace === 'net') walk.invalid(path, name, "may not be specified when 'hostNetwork' is true", 'sysctl/host-network');
	else if (hostIPC && namespace === 'ipc') walk.invalid(path, name, "may not be specified when 'hostIPC' is true", 'sysctl/host-ipc');
}

const IPC = new Set([
	'kernel.sem',
	'kernel.shmall',
	'kernel.shmmax',
	'kernel.shmmni',
	'kernel.shm_rmid_forced',
	'kernel.shm',
	'kernel.msgmax',
	'kernel.msgmnb',
	'kernel.msgmni',
	'kernel.msg',
]);

/** component-helpers sysctl.GetNamespace, and NormalizeName for names with slashes: of what comes first, a slash or a dot, the former separates. */
function namespaceOf(sysctl: string): 'net' | 'ipc' | undefined {
	const slashes = /[./]/.exec(sysctl)?.[0] === '/';
	const [name = ''] = (slashes ? sysctl.replace(/[./]/g, (c) => (c === '/' ? '.' : '/')) : sysctl).split('*');
	if (name.startsWith('net.')) return 'net';
	return IPC.has(name) || name.startsWith('fs.mqueue.') ? 'ipc' : undefined;
}

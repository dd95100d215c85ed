import type { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { eachContainer } from './container';
import type { PodOptions } from './options';
import type { Walk } from './walk';

/** core validation.validatePodHostNetworkDeps: a template may leave the host port open. */
export function validatePodHostNetworkDeps(walk: Walk, spec: PodSpec, options: PodOptions, path: FieldPath): void {
	if (!spec.hostNetwork) return;
	spec.containers.forEach(({ ports }, i) => {
		ports?.forEach(({ hostPort = 0, containerPort }, j) => {
			if (hostPort === containerPort || (hostPort === 0 && !options.resourceIsPod)) return;
			const at = path.child('containers').index(i).child('ports').index(j).child('hostPort');
			const repair = { do: 'set', path: at, to: containerPort } as const;
			walk.invalid(at, hostPort, 'must match `containerPort` when `hostNetwork` is true', 'port/host-network', repair);
		});
	});
}

/** core validation.validateShareProcessNamespace; until 1.36 a check of the security context, where the fault lay. */
export function validateShareProcessNamespace(walk: Walk, { shareProcessNamespace, hostPID }: PodSpec, path: FieldPath): void {
	if (!shareProcessNamespace || !hostPID) return;
	const owner = walk.version < 37 ? path.child('securityContext') : path;
	const detail = 'ShareProcessNamespace and HostPID cannot both be enabled';
	walk.invalid(owner.child('shareProcessNamespace'), shareProcessNamespace, detail, 'security/share-process-and-host-pid');
}

/** core validation.validateHostUsers: a user namespace of its own goes with few namespaces of the host. */
export function validateHostUsers(walk: Walk, spec: PodSpec, options: PodOptions, path: FieldPath): void {
	if (spec.hostUsers ?? true) return;
	const detail = walk.version < 34 ? 'when `pod.Spec.HostUsers` is false' : 'when `hostUsers` is false';
	if (spec.hostNetwork && !options.allowUserNamespacesHostNetworkSupport) walk.forbidden(path.child('hostNetwork'), detail, 'security/host-users');
	if (spec.hostPID) walk.forbidden(path.child('HostPID'), detail, 'security/host-users');
	if (spec.hostIPC) walk.forbidden(path.child('HostIPC'), detail, 'security/host-users');
	if (walk.version < 34 || options.allowUserNamespacesWithVolumeDevices) return;
	eachContainer(spec, path, ({ volumeDevices }, at) => {
		if (volumeDevices?.length) walk.forbidden(at.child('volumeDevices'), detail, 'security/host-users');
	});
}

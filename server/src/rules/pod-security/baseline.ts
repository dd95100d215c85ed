import type { LifecycleHandler, Probe, SELinuxOptions } from '../../schema/generated/types';
import { type Check, containersWhere, isInUserNamespace, joinQuote, listed, named, type PodView, pluralize, setterPaths, setters } from './check';

/** The baseline checks in the order of their IDs, which is the order of their results; k8s.io/pod-security-admission/policy. */

/** appArmorProfile_1_0, of the fields: the annotations of old are left to the server's warnings. */
export const appArmorProfile: Check = (pod) => {
	const isBad = (type: string | undefined): type is string => type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost';
	const ofPod = pod.spec.securityContext?.appArmorProfile?.type;
	const bad = containersWhere(pod, ({ securityContext }) => isBad(securityContext?.appArmorProfile?.type));
	const values = listed([ofPod, ...bad.map(({ container }) => container.securityContext?.appArmorProfile?.type)].filter(isBad));
	if (values.length === 0) return undefined;
	return {
		code: 'pod-security/app-armor',
		reason: pluralize('forbidden AppArmor profile', values.length),
		detail: `${setters(isBad(ofPod), bad)} must not set AppArmor profile type to ${joinQuote(values)}`,
		paths: setterPaths(pod, isBad(ofPod), bad, 'appArmorProfile', 'type'),
	};
};

const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
	'AUDIT_WRITE',
	'CHOWN',
	'DAC_OVERRIDE',
	'FOWNER',
	'FSETID',
	'KILL',
	'MKNOD',
	'NET_BIND_SERVICE',
	'SETFCAP',
	'SETGID',
	'SETPCAP',
	'SETUID',
	'SYS_CHROOT',
]);

/** capabilitiesBaseline_1_0. */
export const capabilitiesBaseline: Check = (pod) => {
	const isBad = (capability: string): boolean => !DEFAULT_CAPABILITIES.has(capability);
	const bad = containersWhere(pod, ({ securityContext }) => securityContext?.capabilities?.add?.some(isBad) ?? false);
	if (bad.length === 0) return undefined;
	const added = listed(bad.flatMap(({ container }) => container.securityContext?.capabilities?.add?.filter(isBad) ?? []));
	return {
		code: 'pod-security/capabilities',
		reason: 'non-default capabilities',
		detail: `${named(bad)} must not include ${joinQuote(added)} in securityContext.capabilities.add`,
		paths: setterPaths(pod, false, bad, 'capabilities', 'add'),
	};
};

/** hostNamespaces_1_0. */
export const hostNamespaces: Check = ({ spec, path }) => {
	const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field]);
	if (shared.length === 0) return undefined;
	return {
		code: 'pod-security/host-namespaces',
		reason: 'host namespaces',
		detail: shared.map((field) => `${field}=true`).join(', '),
		paths: shared.map((field) => path.child(field)),
	};
};

/** hostPathVolumes_1_0. */
export const hostPathVolumes: Check = ({ spec, path }) => {
	const volumes = (spec.volumes ?? []).flatMap(({ name, hostPath }, index) =>
		hostPath ? [{ name, path: path.child('volumes').index(index).child('hostPath') }] : [],
	);
	if (volumes.length === 0) return undefined;
	return {
		code: 'pod-security/host-path',
		reason: 'hostPath volumes',
		detail: `${pluralize('volume', volumes.length)} ${joinQuote(volumes.map(({ name }) => name))}`,
		paths: volumes.map((volume) => volume.path),
	};
};

/** hostPorts_1_0. */
export const hostPorts: Check = (pod) => {
	const bad = containersWhere(pod, ({ ports }) => ports?.some(({ hostPort }) => hostPort) ?? false);
	if (bad.length === 0) return undefined;
	const ports = listed(bad.flatMap(({ container }) => (container.ports ?? []).flatMap(({ hostPort }) => (hostPort ? [String(hostPort)] : []))));
	return {
		code: 'pod-security/host-ports',
		reason: 'hostPort',
		detail: `${named(bad)} ${uses(bad.length)} ${pluralize('hostPort', ports.length)} ${ports.join(', ')}`,
		paths: bad.flatMap(({ container, path }) =>
			(container.ports ?? []).flatMap(({ hostPort }, index) => (hostPort ? [path.child('ports').index(index).child('hostPort')] : [])),
		),
	};
};

export function uses(count: number): string {
	return count === 1 ? 'uses' : 'use';
}

/** hostProbesAndHostLifecycleV1Dot34. */
export const hostProbesAndHostLifecycle: Check = (pod) => {
	if (pod.version < 34) return undefined;
	const found = pod.containers.flatMap(({ container, path }) => {
		const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
		const handlers = [
			[livenessProbe, path.child('livenessProbe')],
			[readinessProbe, path.child('readinessProbe')],
			[startupProbe, path.child('startupProbe')],
			[lifecycle?.postStart, path.child('lifecycle', 'postStart')],
			[lifecycle?.preStop, path.child('lifecycle', 'preStop')],
		] as const;
		return handlers.flatMap(([handler, handlerPath]) =>
			HOST_HANDLERS.flatMap((kind) => {
				const host = hostOf(handler, kind);
				return host ? [{ name: container.name, host, path: handlerPath.child(kind, 'host') }] : [];
			}),
		);
	});
	if (found.length === 0) return undefined;
	const names = listed(found.map(({ name }) => name));
	const hosts = listed(found.map(({ host }) => host));
	const containers = `${pluralize('container', names.length)} ${joinQuote(names)} ${uses(names.length)}`;
	return {
		code: 'pod-security/probe-host',
		reason: 'probe or lifecycle host',
		detail: `${containers} ${pluralize('probe or lifecycle host', hosts.length)} ${joinQuote(hosts)}`,
		paths: found.map(({ path }) => path),
	};
};

const HOST_HANDLERS = ['httpGet', 'tcpSocket'] as const;

function hostOf(handler: Probe | LifecycleHandler | undefined, kind: (typeof HOST_HANDLERS)[number]): string | undefined {
	return handler?.[kind]?.host;
}

/** privileged_1_0. */
export const privileged: Check = (pod) => {
	const bad = containersWhere(pod, ({ securityContext }) => securityContext?.privileged === true);
	if (bad.length === 0) return undefined;
	return {
		code: 'pod-security/privileged',
		reason: 'privileged',
		detail: `${named(bad)} must not set securityContext.privileged=true`,
		paths: setterPaths(pod, false, bad, 'privileged'),
	};
};

/** procMount1_35baseline. */
export const procMountBaseline: Check = (pod) => (isInUserNamespace(pod) ? undefined : procMount(pod));

/** procMount_1_0: baseline up to 1.34, restricted since. */
export const procMount: Check = (pod) => {
	const isBad = (mount: string | undefined): mount is string => mount !== undefined && mount !== 'Default';
	const bad = containersWhere(pod, ({ securityContext }) => isBad(securityContext?.procMount));
	if (bad.length === 0) return undefined;
	const values = listed(bad.map(({ container }) => container.securityContext?.procMount).filter(isBad));
	return {
		code: 'pod-security/proc-mount',
		reason: 'procMount',
		detail: `${named(bad)} must not set securityContext.procMount to ${joinQuote(values)}`,
		paths: setterPaths(pod, false, bad, 'procMount'),
	};
};

const SELINUX_TYPES: ReadonlySet<string> = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);

/** seLinuxOptions1_31. */
export const seLinuxOptions: Check = (pod) => {
	const isBad = (options: SELinuxOptions | undefined): options is SELinuxOptions =>
		options !== undefined && (!SELINUX_TYPES.has(options.type ?? '') || Boolean(options.user) || Boolean(options.role));
	const ofPod = pod.spec.securityContext?.seLinuxOptions;
	const bad = containersWhere(pod, ({ securityContext }) => isBad(securityContext?.seLinuxOptions));
	const all = [ofPod, ...bad.map(({ container }) => container.securityContext?.seLinuxOptions)].filter(isBad);
	if (all.length === 0) return undefined;
	const types = listed(all.map(({ type = '' }) => type).filter((type) => !SELINUX_TYPES.has(type)));
	const faults = [
		...(types.length > 0 ? [`${pluralize('type', types.length)} ${joinQuote(types)}`] : []),
		...(all.some(({ user }) => user) ? ['user may not be set'] : []),
		...(all.some(({ role }) => role) ? ['role may not be set'] : []),
	];
	return {
		code: 'pod-security/se-linux',
		reason: 'seLinuxOptions',
		detail: `${setters(isBad(ofPod), bad)} set forbidden securityContext.seLinuxOptions: ${faults.join('; ')}`,
		paths: setterPaths(pod, isBad(ofPod), bad, 'seLinuxOptions'),
	};
};

/** seccompProfileBaseline_1_19. */
export const seccompProfileBaseline: Check = (pod) => {
	const isBad = (type: string | undefined): type is string => type !== undefined && !isSeccompAllowed(type);
	const ofPod = pod.spec.securityContext?.seccompProfile?.type;
	const bad = containersWhere(pod, ({ securityContext }) => isBad(securityContext?.seccompProfile?.type));
	const values = listed([ofPod, ...bad.map(({ container }) => container.securityContext?.seccompProfile?.type)].filter(isBad));
	if (values.length === 0) return undefined;
	return {
		code: 'pod-security/seccomp',
		reason: 'seccompProfile',
		detail: `${setters(isBad(ofPod), bad)} must not set securityContext.seccompProfile.type to ${joinQuote(values)}`,
		paths: setterPaths(pod, isBad(ofPod), bad, 'seccompProfile', 'type'),
	};
};

export function isSeccompAllowed(type: string): boolean {
	return type === 'Localhost' || type === 'RuntimeDefault';
}

const SAFE_SYSCTLS: readonly string[] = [
	'kernel.shm_rmid_forced',
	'net.ipv4.ip_local_port_range',
	'net.ipv4.tcp_syncookies',
	'net.ipv4.ping_group_range',
	'net.ipv4.ip_unprivileged_port_start',
	'net.ipv4.ip_local_reserved_ports',
	'net.ipv4.tcp_keepalive_time',
	'net.ipv4.tcp_fin_timeout',
	'net.ipv4.tcp_keepalive_intvl',
	'net.ipv4.tcp_keepalive_probes',
	'net.ipv4.tcp_rmem',
	'net.ipv4.tcp_wmem',
];
const SAFE_SYSCTLS_SINCE_37: readonly string[] = ['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'];

/** sysctlsV1Dot32, sysctlsV1Dot37. */
export const sysctls: Check = ({ spec, path, version }: PodView) => {
	const isSafe = (name: string): boolean => SAFE_SYSCTLS.includes(name) || (version >= 37 && SAFE_SYSCTLS_SINCE_37.includes(name));
	const list = path.child('securityContext', 'sysctls');
	const bad = (spec.securityContext?.sysctls ?? []).flatMap(({ name }, index) => (isSafe(name) ? [] : [{ name, path: list.index(index).child('name') }]));
	if (bad.length === 0) return undefined;
	return { code: 'pod-security/sysctls', reason: 'forbidden sysctls', detail: bad.map(({ name }) => name).join(', '), paths: bad.map((sysctl) => sysctl.path) };
};

/** windowsHostProcess_1_0. */
export const windowsHostProcess: Check = (pod) => {
	const isPod = pod.spec.securityContext?.windowsOptions?.hostProcess === true;
	const bad = containersWhere(pod, ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true);
	if (!isPod && bad.length === 0) return undefined;
	return {
		code: 'pod-security/host-process',
		reason: 'hostProcess',
		detail: `${setters(isPod, bad)} must not set securityContext.windowsOptions.hostProcess=true`,
		paths: setterPaths(pod, isPod, bad, 'windowsOptions', 'hostProcess'),
	};
};

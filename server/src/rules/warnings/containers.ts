import type { FieldPath } from '../../schema/field-path';
import type { AppArmorProfile, Container, ContainerPort, EphemeralContainer, ObjectMeta, PodSpec } from '../../schema/generated/types';
import { kept } from '../../schema/remember';
import { goQuote } from '../walk';
import { fractionalBytes } from './claim';
import type { Warnings } from './warning';

type AnyContainer = Container | EphemeralContainer;

/** The part of podutil.warningsForPodSpecAndMeta that visits containers. `annotations` is the path of the pod's. */
export function warningsForContainers(warnings: Warnings, path: FieldPath, annotations: FieldPath, spec: PodSpec, meta: ObjectMeta): void {
	const containers = containersOf(spec, path);
	for (const [container, containerPath] of containers) {
		warnOfSeccomp(warnings, annotations, container, meta);
		if (path.parent) warnOfAppArmor(warnings, annotations, container, spec, meta);
		warnOfFractions(warnings, containerPath, container);
		warnOfHiddenEnv(warnings, containerPath, container);
	}
	const ports = containers.flatMap(([container, containerPath]) =>
		(container.ports ?? []).map((port, index) => ({ port, path: containerPath.child('ports').index(index) })),
	);
	warnOfPorts(warnings, ports);
	if (warnings.version >= 33) warnOfPortNames(warnings, ports);
}

/** pods.VisitContainersWithPath. */
function containersOf(spec: PodSpec, path: FieldPath): readonly (readonly [AnyContainer, FieldPath])[] {
	return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((field) =>
		(spec[field] ?? []).map((container, index) => [container, path.child(field).index(index)] as const),
	);
}

const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

function warnOfSeccomp(warnings: Warnings, annotations: FieldPath, container: AnyContainer, meta: ObjectMeta): void {
	const key = SECCOMP + container.name;
	if (container.securityContext?.seccompProfile || meta.annotations?.[key] === undefined) return;
	warnings.at(annotations.key(key), 'non-functional in v1.27+; use the "seccompProfile" field instead', 'annotation/non-functional');
}

/** Only of a template: in a Pod the annotation has become the field by now. */
function warnOfAppArmor(warnings: Warnings, annotations: FieldPath, container: AnyContainer, spec: PodSpec, meta: ObjectMeta): void {
	const key = APP_ARMOR + container.name;
	const annotation = meta.annotations?.[key];
	if (annotation === undefined || container.securityContext?.appArmorProfile) return;
	const podProfile = spec.securityContext?.appArmorProfile;
	if (podProfile && (warnings.version < 34 || says(annotation, podProfile))) return;
	warnings.at(annotations.key(key), 'deprecated since v1.30; use the "appArmorProfile" field instead', 'annotation/deprecated-app-armor');
}

/** Whether podutil.ApparmorFieldForAnnotation makes this profile of the annotation. */
function says(annotation: string, { type, localhostProfile }: AppArmorProfile): boolean {
	if (type === 'Localhost') return localhostProfile !== undefined && localhostProfile !== '' && annotation === `localhost/${localhostProfile}`;
	return localhostProfile === undefined && annotation === { Unconfined: 'unconfined', RuntimeDefault: 'runtime/default' }[type];
}

function warnOfFractions(warnings: Warnings, path: FieldPath, { resources }: AnyContainer): void {
	for (const resource of ['memory', 'ephemeral-storage']) {
		for (const which of ['limits', 'requests'] as const) {
			const sentence = fractionalBytes(resources?.[which]?.[resource]);
			if (sentence) warnings.at(path.child('resources', which).key(resource), sentence, 'resource/fractional-bytes');
		}
	}
}

/** A variable defined twice is fine only where the second builds on the first: PATH="$(PATH):/opt". */
function warnOfHiddenEnv(warnings: Warnings, path: FieldPath, { env }: AnyContainer): void {
	const names = new Set<string>();
	for (const [index, { name, value = '', valueFrom }] of (env ?? []).entries()) {
		const reference = `$(${name})`;
		if (!names.has(name)) names.add(name);
		else if (valueFrom || value === reference || !value.includes(reference)) {
			warnings.at(path.child('env').index(index), `hides previous definition of ${goQuote(name)}, which may be dropped when using apply`, 'env/hides-previous');
		}
	}
}

interface PlacedPort {
	readonly port: ContainerPort;
	readonly path: FieldPath;
}

function warnOfPorts(warnings: Warnings, ports: readonly PlacedPort[]): void {
	const known = new Map<string, PlacedPort[]>();
	for (const placed of ports) {
		const { port, path } = placed;
		if (port.hostIP && !port.hostPort) warnings.at(path, `hostIP set without hostPort: ${goStruct(port)}`, 'port/host-ip-without-host-port');
		const others = kept(known, `${port.containerPort}/${port.protocol ?? ''}`, (): PlacedPort[] => []);
		for (const other of others) {
			if (warnings.full) return;
			const clash = clashOf(port, other.port);
			if (clash) warnings.at(path, `${clash} port definition with ${other.path}`, 'port/duplicate-definition');
		}
		others.push(placed);
	}
}

/** What two definitions of the same port and protocol are to each other. */
function clashOf(port: ContainerPort, other: ContainerPort): string | undefined {
	const [hostIP = '', otherHostIP = ''] = [port.hostIP, other.hostIP];
	const [hostPort = 0, otherHostPort = 0] = [port.hostPort, other.hostPort];
	if (hostIP === otherHostIP && hostPort === otherHostPort) return 'duplicate';
	if (hostPort === 0 || otherHostPort === 0) return 'overlapping';
	return hostPort === otherHostPort && (hostIP === '') !== (otherHostIP === '') ? 'dangerously ambiguous' : undefined;
}

/** `%+v` of the internal type. */
function goStruct({ name = '', hostPort = 0, containerPort, protocol = '', hostIP = '' }: ContainerPort): string {
	return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
}

function warnOfPortNames(warnings: Warnings, ports: readonly PlacedPort[]): void {
	const known = new Map<string, FieldPath>();
	for (const { port, path } of ports) {
		if (!port.name) continue;
		const other = known.get(port.name);
		if (!other) known.set(port.name, path);
		else {
			const sentence = `duplicate port name ${goQuote(port.name)} with ${other}, services and probes that select ports by name will use ${other}`;
			warnings.at(path, sentence, 'port/name-in-other-container');
		}
	}
}

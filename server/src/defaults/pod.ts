import type { Container, Pod, PodSpec, PodTemplateSpec } from '../schema/generated/types';
import { NIL } from '../schema/nil';
import { gateOn, type Minor } from '../schema/schema';
import { defaultHTTPProbeProtocol, setDefaultsResourceList, setObjectDefaultsContainer } from './containers';
import type { Mutable } from './mutable';
import { defaultPodLevelResourcesEarly } from './pod-resources';
import { setObjectDefaultsVolume } from './volumes';

/** SetObjectDefaults_Pod, the spec and metadata that Go has in any case first. */
export function setObjectDefaultsPod(pod: Mutable<Pod>, version: Minor): void {
	pod.metadata ??= {};
	pod.spec ??= { containers: NIL as never };
	setDefaultsPod(pod.spec, version);
	setObjectDefaultsPodSpec(pod.spec, version);
}

/** What SetObjectDefaults of every workload does to its template. */
export function setObjectDefaultsPodTemplate(template: Mutable<PodTemplateSpec>, version: Minor): void {
	template.metadata ??= {};
	template.spec ??= { containers: NIL as never };
	setObjectDefaultsPodSpec(template.spec, version);
}

/** SetDefaults_Pod: what a Pod gets and a template does not. */
function setDefaultsPod(spec: Mutable<PodSpec>, version: Minor): void {
	if (spec.terminationGracePeriodSeconds !== undefined && spec.terminationGracePeriodSeconds < 0) spec.terminationGracePeriodSeconds = 1;
	for (const container of [...spec.containers, ...(spec.initContainers ?? [])]) defaultRequests(container);
	if (gateOn('PodLevelResources', version) && !gateOn('PodLevelResourcesFixDefaulting', version)) defaultPodLevelResourcesEarly(spec);
	spec.enableServiceLinks ??= true;
	if (spec.hostNetwork) for (const container of [...spec.containers, ...(spec.initContainers ?? [])]) defaultHostNetworkPorts(container);
	if (gateOn('H2CContainerProbe', version)) {
		for (const container of [...spec.containers, ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])]) defaultHTTPProbeProtocol(container);
	}
}

function defaultRequests({ resources }: Mutable<Container>): void {
	if (resources?.limits) resources.requests = { ...resources.limits, ...resources.requests };
}

function defaultHostNetworkPorts({ ports }: Mutable<Container>): void {
	for (const port of ports ?? []) port.hostPort ||= port.containerPort;
}

function setObjectDefaultsPodSpec(spec: Mutable<PodSpec>, version: Minor): void {
	setDefaultsPodSpec(spec);
	for (const volume of spec.volumes ?? []) setObjectDefaultsVolume(volume, version);
	for (const container of spec.initContainers ?? []) setObjectDefaultsContainer(container);
	for (const container of spec.containers) setObjectDefaultsContainer(container);
	for (const container of spec.ephemeralContainers ?? []) setObjectDefaultsContainer(container);
	setDefaultsResourceList(spec.overhead);
	setDefaultsResourceList(spec.resources?.limits);
	setDefaultsResourceList(spec.resources?.requests);
}

/** SetDefaults_PodSpec; up to 1.36 the two names of the service account meet in conversion, with the same result. */
function setDefaultsPodSpec(spec: Mutable<PodSpec>): void {
	const serviceAccount = spec.serviceAccountName || spec.serviceAccount;
	if (serviceAccount) spec.serviceAccountName = spec.serviceAccount = serviceAccount;
	spec.dnsPolicy ||= 'ClusterFirst';
	spec.restartPolicy ||= 'Always';
	spec.securityContext ??= {};
	spec.terminationGracePeriodSeconds ??= 30;
	spec.schedulerName ||= 'default-scheduler';
}

import type { FieldPath } from '../schema/field-path';
import type { ObjectMeta, PodSpec } from '../schema/generated/types';
import { validateAffinity } from './affinity';
import { type PodContext, validateContainers, validateInitContainers } from './container';
import { validateDNSPolicy, validatePodDNSConfig } from './dns';
import { validateEphemeralContainers } from './ephemeral-container';
import { validateFileKeyRefVolumes } from './file-key-ref';
import { validateHostAliases } from './host-alias';
import { validateHostUsers, validatePodHostNetworkDeps, validateShareProcessNamespace } from './host-namespaces';
import { validatePodHostName } from './hostname';
import { validateLabels } from './label-selector';
import { inclusiveRangeError, isDNS1123Subdomain, reportInvalid, validateDNS1123Label } from './names';
import type { PodOptions } from './options';
import { validatePodOS } from './os';
import { validatePodResources } from './pod-resources';
import { validatePodSecurityContext } from './pod-security-context';
import { validateReadinessGates } from './readiness-gate';
import { podClaimNames, validatePodResourceClaims } from './resource-claim';
import { validateContainerResourceRequirements } from './resources';
import { validateSchedulingGates } from './scheduling-gate';
import { validateSchedulingGroup } from './scheduling-group';
import { validateTolerations } from './toleration';
import { validateTopologySpreadConstraints } from './topology-spread';
import { validateVolumes } from './volume';
import type { Walk } from './walk';
import { validateWindowsHostProcessPod } from './windows-host-process';

/** core validation.ValidatePodSpec; `meta` is that of a pod, and undefined for a template. */
export function validatePodSpec(walk: Walk, spec: PodSpec, meta: ObjectMeta | undefined, options: PodOptions, path: FieldPath): void {
	validateWhatRuns(walk, spec, meta, options, path);
	validatePodHostNetworkDeps(walk, spec, options, path);
	walk.requiredOneOf(path.child('restartPolicy'), spec.restartPolicy, RESTART_POLICIES, 'restart-policy/choice'); // validateRestartPolicy
	validateDNSPolicy(walk, spec.dnsPolicy ?? '', path.child('dnsPolicy'));
	// A value that nodes can have is nobody's guess.
	validateLabels(walk, spec.nodeSelector, path.child('nodeSelector'), () => undefined);
	if (spec.securityContext) validatePodSecurityContext(walk, spec.securityContext, spec, options, path.child('securityContext'));
	validateShareProcessNamespace(walk, spec, path);
	validateAffinity(walk, spec.affinity, options, path.child('affinity'));
	validatePodDNSConfig(walk, spec.dnsConfig, spec.dnsPolicy, options, path.child('dnsConfig'));
	validateReadinessGates(walk, spec.readinessGates ?? [], path.child('readinessGates'));
	validateSchedulingGates(walk, spec.schedulingGates ?? [], path.child('schedulingGates'));
	validateTopologySpreadConstraints(walk, spec.topologySpreadConstraints ?? [], options, path.child('topologySpreadConstraints'));
	validateWindowsHostProcessPod(walk, spec, options, path);
	validateHostUsers(walk, spec, options, path);
	validatePodHostName(walk, spec, path);
	validateNames(walk, spec, path);
	validateActiveDeadline(walk, spec.activeDeadlineSeconds, path.child('activeDeadlineSeconds'));
	validateTolerations(walk, spec.tolerations ?? [], options, path.child('tolerations'));
	validateHostAliases(walk, spec.hostAliases ?? [], path.child('hostAliases'));
	validatePreemptionPolicy(walk, spec.preemptionPolicy, path.child('preemptionPolicy'));
	// validateOverhead
	if (spec.overhead) validateContainerResourceRequirements(walk, { limits: spec.overhead }, new Set(), options, path.child('overhead'));
	validatePodOS(walk, spec, path);
	if (spec.schedulingGroup) validateSchedulingGroup(walk, spec.schedulingGroup, spec, path.child('schedulingGroup'));
	validateFileKeyRefVolumes(walk, spec, path);
}

/** Volumes and claims first: the containers refer to them. */
function validateWhatRuns(walk: Walk, spec: PodSpec, meta: ObjectMeta | undefined, options: PodOptions, path: FieldPath): void {
	const { containers, initContainers = [], ephemeralContainers = [] } = spec;
	const pod: PodContext = {
		volumes: validateVolumes(walk, spec.volumes ?? [], meta, options, path.child('volumes')),
		claimNames: podClaimNames(spec),
		gracePeriod: spec.terminationGracePeriodSeconds,
		os: spec.os,
		restartPolicy: spec.restartPolicy,
		hostUsers: spec.hostUsers ?? true,
		options,
	};
	validatePodResourceClaims(walk, meta, spec.resourceClaims ?? [], path.child('resourceClaims'));
	validateContainers(walk, containers, pod, path.child('containers'));
	validateInitContainers(walk, initContainers, containers, pod, path.child('initContainers'));
	validateEphemeralContainers(walk, ephemeralContainers, containers, initContainers, pod, path.child('ephemeralContainers'));
	if (options.podLevelResourcesEnabled) validatePodResources(walk, spec, pod.claimNames, options, path);
}

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

/** core validation.ValidatePreemptionPolicy */
function validatePreemptionPolicy(walk: Walk, policy: string | undefined, path: FieldPath): void {
	if (policy !== undefined) walk.requiredOneOf(path, policy, PREEMPTION_POLICIES, 'preemption-policy/choice');
}

/** The names of other objects, and those the pod goes by in DNS. */
function validateNames(walk: Walk, spec: PodSpec, path: FieldPath): void {
	for (const field of ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'] as const) {
		const name = spec[field];
		// An empty name of a runtime class is a name.
		if (name === undefined || (name === '' && field !== 'runtimeClassName')) continue;
		reportInvalid(walk, path.child(field), name, isDNS1123Subdomain(name), 'pod/reference-name');
	}
	if (spec.hostname) validateDNS1123Label(walk, spec.hostname, path.child('hostname'), 'host/hostname');
	if (spec.subdomain) validateDNS1123Label(walk, spec.subdomain, path.child('subdomain'), 'host/subdomain');
}

const MAX_INT32 = 2147483647;

function validateActiveDeadline(walk: Walk, seconds: number | undefined, path: FieldPath): void {
	if (seconds === undefined || (seconds >= 1 && seconds <= MAX_INT32)) return;
	walk.invalid(path, seconds, inclusiveRangeError(1, MAX_INT32), 'active-deadline/range');
}

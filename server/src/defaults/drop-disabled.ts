import type { FieldPath } from '../schema/field-path';
import type { Container, EphemeralContainer, PodAffinity, PodSpec, PodTemplateSpec } from '../schema/generated/types';
import { dropDisabledVolumeFields } from './drop-volumes';
import type { Drops } from './drops';
import type { Mutable } from './mutable';

type Spec = Mutable<PodSpec>;
type AnyContainer = Mutable<Container | EphemeralContainer>;

/** podutil.dropDisabledFields. Gates that are open in every version we know are left out. */
export function dropDisabledFields(drops: Drops, template: Mutable<PodTemplateSpec>, path: FieldPath): void {
	const spec = template.spec;
	if (!spec) return;
	// Up to 1.36 the field is dropped from the security context, where the internal type has it: it comes to the same.
	drops.off('UserNamespacesSupport', (gate) => drops.drop(spec, 'hostUsers', path, gate));
	drops.off('SupplementalGroupsPolicy', (gate) => drops.drop(spec.securityContext, 'supplementalGroupsPolicy', path.child('securityContext'), gate));
	drops.off('PodLevelResources', (gate) => drops.drop(spec, 'resources', path, gate));
	drops.off('MatchLabelKeysInPodAffinity', (gate) => dropMatchLabelKeys(drops, spec, path, gate));
	drops.off('DynamicResourceAllocation', (gate) => dropResourceClaims(drops, spec, path, gate));
	drops.off('GenericWorkload', (gate) => {
		drops.drop(spec, 'workloadRef', path, gate);
		drops.drop(spec, 'schedulingGroup', path, gate);
	});
	drops.off('EvictionRequestAPI', (gate) => drops.drop(spec, 'evictionResponders', path, gate));
	drops.off('HostnameOverride', (gate) => drops.drop(spec, 'hostnameOverride', path, gate));
	drops.off('SELinuxChangePolicy', (gate) => drops.drop(spec.securityContext, 'seLinuxChangePolicy', path.child('securityContext'), gate));
	dropDisabledVolumeFields(drops, spec, path);
	for (const [container, containerPath, kind] of containersOf(spec, path)) dropContainerFields(drops, container, containerPath, kind);
	dropInitContainerAnnotations(template);
}

type ContainerKind = 'initContainers' | 'containers' | 'ephemeralContainers';

/** podutil.VisitContainers. */
export function* containersOf(spec: Spec, path: FieldPath): Generator<readonly [AnyContainer, FieldPath, ContainerKind]> {
	for (const kind of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
		for (const [index, container] of (spec[kind] ?? []).entries()) yield [container, path.child(kind).index(index), kind];
	}
}

function dropContainerFields(drops: Drops, container: AnyContainer, path: FieldPath, kind: ContainerKind): void {
	drops.off('ProcMountType', (gate) => resetProcMount(drops, container, path, gate));
	drops.off('InPlacePodVerticalScaling', (gate) => drops.drop(container, 'resizePolicy', path, gate));
	drops.off('ContainerRestartRules', (gate) => dropRestartRules(drops, container, path, kind, gate));
	drops.off('EnvFiles', (gate) => {
		for (const [index, { valueFrom }] of (container.env ?? []).entries())
			drops.drop(valueFrom, 'fileKeyRef', path.child('env').index(index).child('valueFrom'), gate);
	});
	drops.off('VolumeBindMountOptions', (gate) => {
		for (const [index, mount] of (container.volumeMounts ?? []).entries()) drops.drop(mount, 'bindMountOptions', path.child('volumeMounts').index(index), gate);
	});
	drops.off('ContainerStopSignals', (gate) => dropStopSignal(drops, container, path, gate));
	drops.off('GRPCContainerProbeTLS', (gate) => {
		for (const probe of PROBES) drops.drop(container[probe]?.grpc, 'mode', path.child(probe, 'grpc'), gate);
	});
	drops.off('H2CContainerProbe', (gate) => dropHTTPProtocol(drops, container, path, gate));
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** dropDisabledProcMountField: forced to what it would be without a word. */
function resetProcMount(drops: Drops, { securityContext }: AnyContainer, path: FieldPath, gate: string): void {
	if (securityContext?.procMount === undefined) return;
	if (securityContext.procMount !== 'Default') drops.dropped.push({ path: path.child('securityContext', 'procMount'), gate });
	securityContext.procMount = 'Default';
}

/** dropContainerRestartRules: what is left is the sidecar. Before the gate was there (1.33) nothing was dropped, it was refused. */
function dropRestartRules(drops: Drops, container: AnyContainer, path: FieldPath, kind: ContainerKind, gate: string): void {
	if (drops.version < 34) return;
	if (kind !== 'initContainers' || container.restartPolicy !== 'Always') drops.drop(container, 'restartPolicy', path, gate);
	drops.drop(container, 'restartPolicyRules', path, gate);
}

/** dropContainerStopSignals. */
function dropStopSignal(drops: Drops, container: AnyContainer, path: FieldPath, gate: string): void {
	if (container.lifecycle?.stopSignal === undefined) return;
	drops.drop(container.lifecycle, 'stopSignal', path.child('lifecycle'), gate);
	if (!container.lifecycle.postStart && !container.lifecycle.preStop) delete container.lifecycle;
}

/** dropHTTPProbeProtocol. */
function dropHTTPProtocol(drops: Drops, container: AnyContainer, path: FieldPath, gate: string): void {
	for (const probe of PROBES) drops.drop(container[probe]?.httpGet, 'protocol', path.child(probe, 'httpGet'), gate);
	for (const hook of ['postStart', 'preStop'] as const)
		drops.drop(container.lifecycle?.[hook]?.httpGet, 'protocol', path.child('lifecycle', hook, 'httpGet'), gate);
}

/** dropDisabledDynamicResourceAllocationFields. */
function dropResourceClaims(drops: Drops, spec: Spec, path: FieldPath, gate: string): void {
	for (const [container, containerPath] of containersOf(spec, path)) drops.drop(container.resources, 'claims', containerPath.child('resources'), gate);
	drops.drop(spec, 'resourceClaims', path, gate);
}

/** dropDisabledMatchLabelKeysFieldInPodAffinity. */
function dropMatchLabelKeys(drops: Drops, spec: Spec, path: FieldPath, gate: string): void {
	for (const side of ['podAffinity', 'podAntiAffinity'] as const) dropMatchLabelKeysOfTerms(drops, spec.affinity?.[side], path.child('affinity', side), gate);
}

function dropMatchLabelKeysOfTerms(drops: Drops, affinity: Mutable<PodAffinity> | undefined, path: FieldPath, gate: string): void {
	const required = (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map(
		(term, index) => [term, path.child('requiredDuringSchedulingIgnoredDuringExecution').index(index)] as const,
	);
	const preferred = (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
		({ podAffinityTerm }, index) =>
			[podAffinityTerm, path.child('preferredDuringSchedulingIgnoredDuringExecution').index(index).child('podAffinityTerm')] as const,
	);
	for (const [term, termPath] of [...required, ...preferred]) {
		drops.drop(term, 'matchLabelKeys', termPath, gate);
		drops.drop(term, 'mismatchLabelKeys', termPath, gate);
	}
}

const INIT_CONTAINER_ANNOTATIONS = ['containers', 'container-statuses'].flatMap((what) => [
	`pod.beta.kubernetes.io/init-${what}`,
	`pod.alpha.kubernetes.io/init-${what}`,
]);

/** DropInitContainerAnnotations: they mean nothing since 1.8. */
function dropInitContainerAnnotations({ metadata }: Mutable<PodTemplateSpec>): void {
	for (const key of INIT_CONTAINER_ANNOTATIONS) delete metadata?.annotations?.[key];
}

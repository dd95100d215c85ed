/** What may change of a live pod through its subresources: `resize` and `ephemeralcontainers`. */
import { FieldPath } from '../schema/field-path';
import type { Container, Pod, PodSpec, ResourceRequirements } from '../schema/generated/types';
import { computePodQOS, podQos } from '../schema/pod-qos';
import { changed } from '../schema/same';
import { sameInternally } from './internal-form';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podOptions } from './options';
import { validatePodMetadataAndSpec } from './pod';
import type { Walk } from './walk';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');
const NOWHERE = FieldPath.of('');
const MIRROR = 'kubernetes.io/config.mirror';
const NO_SPEC: PodSpec = { containers: [] };

/** core validation.ValidatePodEphemeralContainersUpdate */
export function validatePodEphemeralContainersUpdate(walk: Walk, pod: Pod, old: Pod): void {
	if (old.metadata?.annotations?.[MIRROR] !== undefined) return walk.forbidden(NOWHERE, 'static pods do not support ephemeral containers', 'pod/immutable');
	validateObjectMetaUpdate(walk, pod.metadata ?? {}, old.metadata ?? {}, METADATA);
	validatePodMetadataAndSpec(walk, pod, podOptions(walk, true));
	const now = new Map((pod.spec?.ephemeralContainers ?? []).map((container) => [container.name, container]));
	const at = SPEC.child('ephemeralContainers');
	for (const before of old.spec?.ephemeralContainers ?? []) {
		const after = now.get(before.name);
		if (!after) walk.forbidden(at, `existing ephemeral containers "${before.name}" may not be removed\n`, 'pod/immutable');
		else if (!sameInternally('EphemeralContainer', after, before))
			walk.forbidden(at, `existing ephemeral containers "${before.name}" may not be changed\n`, 'pod/immutable');
	}
}

/** core validation.ValidatePodResize, of a pod that its strategy has left nothing but resources to change in. */
export function validatePodResize(walk: Walk, pod: Pod, old: Pod): void {
	if (old.metadata?.annotations?.[MIRROR] !== undefined) return walk.forbidden(NOWHERE, 'static pods cannot be resized', 'pod/immutable');
	const [spec, former] = [pod.spec ?? NO_SPEC, old.spec ?? NO_SPEC];
	if (former.os?.name === 'windows') return walk.forbidden(NOWHERE, 'windows pods cannot be resized', 'pod/immutable');
	validateObjectMetaUpdate(walk, pod.metadata ?? {}, old.metadata ?? {}, METADATA);
	validatePodMetadataAndSpec(walk, pod, podOptions(walk, true));
	const qos = podQos(old as Readonly<Record<string, unknown>>, walk.version);
	if (qos !== computePodQOS(spec, walk.version)) walk.invalid(SPEC, qos, 'Pod QOS Class may not change as a result of resizing', 'pod/immutable');
	if ((isSet(spec.resources) || isSet(former.resources)) && !walk.gate('InPlacePodLevelResourcesVerticalScaling')) {
		const gate = 'InPlacePodLevelResourcesVerticalScalingEnabled';
		return walk.forbidden(NOWHERE, `resize of pods with pod-level resources is forbidden when ${gate} feature gate is disabled`, 'pod/immutable');
	}
	if (!validateOrder(walk, spec, former)) return;
	validateInitContainers(walk, spec.initContainers ?? [], former.initContainers ?? []);
	spec.containers.forEach((container, i) => {
		const before = former.containers[i];
		if (!before) return;
		validateContainerResize(walk, container.resources, before.resources, SPEC.child('containers').index(i).child('resources'));
		if (!sameButForSize(container, before)) walk.forbidden(SPEC, 'only cpu and memory resources are mutable', 'pod/immutable');
	});
}

const isSet = (resources: ResourceRequirements | undefined): boolean => resources?.requests !== undefined || resources?.limits !== undefined;

/** validatePodResizeContainerOrdering; false ends the walk. */
function validateOrder(walk: Walk, spec: PodSpec, old: PodSpec): boolean {
	const before = walk.problems.length;
	for (const list of ['containers', 'initContainers'] as const) {
		const [now, former] = [spec[list] ?? [], old[list] ?? []];
		const at = SPEC.child(list);
		if (now.length !== former.length) walk.forbidden(at, `${list} may not be added or removed on resize`, 'pod/containers-immutable');
		else
			former.forEach(({ name }, i) => {
				if (now[i]?.name !== name) walk.forbidden(at.index(i).child('name'), `${list} may not be renamed or reordered on resize`, 'pod/containers-immutable');
			});
	}
	return walk.problems.length === before;
}

function validateInitContainers(walk: Walk, containers: readonly Container[], old: readonly Container[]): void {
	containers.forEach((container, i) => {
		const before = old[i];
		if (!before) return;
		const at = SPEC.child('initContainers').index(i);
		if (container.restartPolicy !== 'Always' && !walk.gate('InPlacePodVerticalScalingInitContainers')) {
			if (!sameInternally('Container', container, before)) walk.forbidden(SPEC, 'resources for non-sidecar init containers are immutable', 'pod/immutable');
			return;
		}
		validateContainerResize(walk, container.resources, before.resources, at.child('resources'));
		if (!sameButForSize(container, before)) walk.forbidden(at, 'only cpu and memory resources for init or sidecar containers are mutable', 'pod/immutable');
	});
}

/** core validation.validateContainerResize */
function validateContainerResize(walk: Walk, resources: ResourceRequirements | undefined, old: ResourceRequirements | undefined, path: FieldPath): void {
	for (const list of ['requests', 'limits'] as const) {
		if (Object.keys(old?.[list] ?? {}).some((name) => resources?.[list]?.[name] === undefined))
			walk.forbidden(path.child(list), `resource ${list} cannot be removed`, 'pod/immutable');
	}
}

/** dropCPUMemoryResourcesFromContainer, and what is left compared */
function sameButForSize(container: Container, old: Container): boolean {
	const sizeOf = (list: 'requests' | 'limits') => {
		const { cpu: _cpu, memory: _memory, ...others } = container.resources?.[list] ?? {};
		const { cpu, memory } = old.resources?.[list] ?? {};
		return { ...others, ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
	};
	const resources = { ...container.resources, requests: sizeOf('requests'), limits: sizeOf('limits') };
	return sameInternally('Container', changed(container, { resources, resizePolicy: old.resizePolicy }), {
		...old,
		resources: { ...old.resources, requests: old.resources?.requests ?? {}, limits: old.resources?.limits ?? {} },
	});
}

import type { Container, Pod, PodSpec } from '../schema/generated/types';

const NO_SPEC: PodSpec = { containers: [] };

/**
 * What the strategies of a pod's subresources leave of a change before it is validated: dropNonResizeUpdates, dropNonEphemeralContainerUpdates
 * (pkg/registry/core/pod/strategy.go). Neither pod is changed.
 */
export function prepareSubresource(subresource: 'resize' | 'ephemeralcontainers', pod: Pod, old: Pod): Pod {
	const [spec, former] = [pod.spec ?? NO_SPEC, old.spec ?? NO_SPEC];
	const kept = { ...pod, ...(old.status === undefined ? {} : { status: old.status }) };
	if (subresource === 'ephemeralcontainers') {
		const { ephemeralContainers = [] } = spec;
		return { ...kept, spec: { ...former, ephemeralContainers } };
	}
	if (spec.containers.length !== former.containers.length || spec.initContainers?.length !== former.initContainers?.length) return pod;
	const sized = {
		containers: onlySizes(spec.containers, former.containers),
		...(spec.initContainers && former.initContainers ? { initContainers: onlySizes(spec.initContainers, former.initContainers) } : {}),
	};
	return { ...kept, spec: { ...former, ...sized, ...(spec.resources === undefined ? {} : { resources: spec.resources }) } };
}

/** dropNonResizeUpdatesForContainers: where containers change places or names, validation says so. */
function onlySizes(containers: readonly Container[], old: readonly Container[]): readonly Container[] {
	if (containers.some(({ name }, i) => old[i]?.name !== name)) return containers;
	return containers.map(({ name, resources, resizePolicy }, i) => ({
		...old[i],
		name,
		...(resources === undefined ? {} : { resources }),
		...(resizePolicy === undefined ? {} : { resizePolicy }),
	}));
}

import type { LaneContainer } from '../../protocol/life';
import type { Container, PodSpec } from '../../schema/generated/types';

/** The containers of a pod in the order of their lanes. */
export function laneContainers(spec: PodSpec): readonly LaneContainer[] {
	return [
		...(spec.initContainers ?? []).map((container) => lane(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init')),
		...spec.containers.map((container) => lane(container, 'app')),
		...(spec.ephemeralContainers ?? []).map((container) => lane(container, 'ephemeral')),
	];
}

type Seen = Pick<Container, 'name' | 'image' | 'startupProbe' | 'livenessProbe' | 'readinessProbe' | 'lifecycle'>;

const lane = (container: Seen, kind: LaneContainer['kind']): LaneContainer => ({
	name: container.name,
	kind,
	image: container.image ?? '',
	probes: (['startup', 'liveness', 'readiness'] as const).filter((probe) => container[`${probe}Probe`]),
	hooks: (['postStart', 'preStop'] as const).filter((hook) => container.lifecycle?.[hook]),
});

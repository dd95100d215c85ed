import type { FieldPath } from '../../schema/field-path';
import type { Container, EphemeralContainer, PodSpec } from '../../schema/generated/types';
import type { Minor } from '../../schema/schema';

/** What the checks look at: the defaulted pod, before anything is dropped from it. */
export interface PodView {
	readonly spec: PodSpec;
	/** Of the spec. */
	readonly path: FieldPath;
	/** Init containers, containers, ephemeral containers. */
	readonly containers: readonly PlacedContainer[];
	readonly version: Minor;
}

export interface PlacedContainer {
	readonly container: Container | EphemeralContainer;
	readonly path: FieldPath;
}

/** Why a level of the Pod Security Standards would not let the pod in. */
export interface Violation {
	/** Stable, as a problem's. */
	readonly code: string;
	/** policy.CheckResult.ForbiddenReason and ForbiddenDetail. */
	readonly reason: string;
	readonly detail: string;
	/** The fields to look at: what is wrong, or where something is missing. */
	readonly paths: readonly FieldPath[];
}

export type Check = (pod: PodView) => Violation | undefined;

export function viewOf(spec: PodSpec, path: FieldPath, version: Minor): PodView {
	const containers = (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((field) =>
		(spec[field] ?? []).map((container, index) => ({ container, path: path.child(field).index(index) })),
	);
	return { spec, path, containers, version };
}

/** The containers of which `isBad` holds. */
export function containersWhere(pod: PodView, isBad: (container: Container | EphemeralContainer) => boolean): readonly PlacedContainer[] {
	return pod.containers.filter(({ container }) => isBad(container));
}

/** `container "a"`, `containers "a", "b"`. */
export function named(containers: readonly PlacedContainer[]): string {
	return `${pluralize('container', containers.length)} ${joinQuote(containers.map(({ container }) => container.name))}`;
}

/** `pod and container "a"`: who set something. */
export function setters(isPod: boolean, containers: readonly PlacedContainer[]): string {
	return [...(isPod ? ['pod'] : []), ...(containers.length > 0 ? [named(containers)] : [])].join(' and ');
}

/** The paths that belong to setters(): `field` below the pod's or the container's securityContext. */
export function setterPaths(
	pod: PodView,
	isPod: boolean,
	containers: readonly PlacedContainer[],
	...field: readonly [string, ...string[]]
): readonly FieldPath[] {
	return [...(isPod ? [pod.path.child('securityContext', ...field)] : []), ...containers.map(({ path }) => path.child('securityContext', ...field))];
}

export function joinQuote(items: readonly string[]): string {
	return items.length === 0 ? '' : `"${items.join('", "')}"`;
}

/** sets.String.List: each once, sorted. */
export function listed(items: readonly string[]): readonly string[] {
	return [...new Set(items)].sort();
}

export function pluralize(word: string, count: number): string {
	return count === 1 ? word : `${word}s`;
}

/** relaxPolicyForUserNamespacePod: since 1.35 a user namespace of its own excuses a pod from some checks. */
export function isInUserNamespace({ spec, version }: PodView): boolean {
	return version >= 35 && spec.hostUsers === false;
}

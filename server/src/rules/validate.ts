import { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { type Exact, NO_EXACT } from '../schema/int64';
import { KINDS, type KindName } from '../schema/kinds';
import type { Problem } from '../schema/problem';
import type { Minor } from '../schema/schema';
import { validatePathSegment } from './object-meta-update';
import { podOptions } from './options';
import { validatePodCreate } from './pod';
import { validatePodEphemeralContainersUpdate, validatePodResize } from './pod-subresources';
import { validatePodUpdate } from './pod-update';
import { Walk } from './walk';
import { type Strategy, WORKLOADS } from './workloads';

/** An object of one of the nine kinds: decoded, defaulted and prepared by its strategy. */
type Decoded = Readonly<Record<string, unknown>>;

/** Looked up when it is asked for: what a pod alone needs is read without the other kinds. */
const strategyOf = (kind: KindName): Strategy => (kind === 'Pod' ? POD : WORKLOADS[kind]);

const POD: Strategy = {
	create: (walk, pod) => validatePodCreate(walk, pod, podOptions(walk, true)),
	update: (walk, pod, old) => validatePodUpdate(walk, pod, old),
};

/** The problems that a server of `version` would refuse to create the object for; rest.ValidateCreate. */
export function validateCreate(kind: KindName, object: Decoded, version: Minor, exact: Exact = NO_EXACT): readonly Problem[] {
	const walk = new Walk(version, exact);
	strategyOf(kind).create(walk, object as never);
	if (walk.problems.length === 0) validatePathSegment(walk, object['metadata'] ?? {}, FieldPath.of('metadata'));
	return walk.problems;
}

/** The problems that a server would refuse a change of a live pod for that goes through one of its subresources. */
export function validateSubresource(subresource: 'resize' | 'ephemeralcontainers', pod: Decoded, old: Decoded, version: Minor): readonly Problem[] {
	const walk = new Walk(version, NO_EXACT, specIn('Pod', old));
	const validate = subresource === 'resize' ? validatePodResize : validatePodEphemeralContainersUpdate;
	validate(walk, pod, old);
	return walk.problems;
}

/** The problems that a server would refuse to replace the live object `old` by `object` for; rest.ValidateUpdate. */
export function validateUpdate(kind: KindName, object: Decoded, old: Decoded, version: Minor, exact: Exact = NO_EXACT): readonly Problem[] {
	const walk = new Walk(version, exact, specIn(kind, old));
	strategyOf(kind).update(walk, object as never, old as never);
	return walk.problems;
}

/** The spec of the pod, or of the pods that the object makes. */
function specIn(kind: KindName, object: Decoded): PodSpec | undefined {
	const way = KINDS.find((known) => known.kind === kind)?.template ?? [];
	return [...way, 'spec'].reduce<unknown>((at, field) => (at as Decoded | undefined)?.[field], object) as PodSpec | undefined;
}

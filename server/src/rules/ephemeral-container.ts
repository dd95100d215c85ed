import type { FieldPath } from '../schema/field-path';
import type { Container, EphemeralContainer } from '../schema/generated/types';
import { type PodContext, validateContainerCommon, validateContainerOnlyForPod } from './container';
import { toName, type Walk } from './walk';

/** The fields that core validation.allowedEphemeralContainerFields leaves out. */
const FORBIDDEN = [
	'ports',
	'resizePolicy',
	'restartPolicy',
	'restartPolicyRules',
	'livenessProbe',
	'readinessProbe',
	'startupProbe',
	'lifecycle',
] as const satisfies readonly (keyof EphemeralContainer)[];

const NOT_HERE = 'cannot be set for an Ephemeral Container';

/** core validation.validateEphemeralContainers */
export function validateEphemeralContainers(
	walk: Walk,
	ephemerals: readonly EphemeralContainer[],
	containers: readonly Container[],
	initContainers: readonly Container[],
	pod: PodContext,
	path: FieldPath,
): void {
	const others = new Set([...containers, ...initContainers].map(({ name }) => name));
	const names = new Set(others);
	ephemerals.forEach((ephemeral, i) => {
		const at = path.index(i);
		validateContainerCommon(walk, ephemeral, pod, at);
		validateContainerOnlyForPod(walk, ephemeral, at);
		if (names.has(ephemeral.name)) walk.duplicate(at.child('name'), ephemeral.name, 'container/name-unique');
		names.add(ephemeral.name);
		const target = ephemeral.targetContainerName;
		if (target && !others.has(target))
			walk.notFound(at.child('targetContainerName'), target, 'ephemeral/target', undefined, toName(at.child('targetContainerName'), target, others));
		validateFieldAllowList(walk, ephemeral, at);
		forbidSubPaths(walk, ephemeral, at.child('volumeMounts'));
	});
}

/** core validation.validateFieldAllowList: an empty list or object counts as set, but an empty `resources` is as none. */
function validateFieldAllowList(walk: Walk, ephemeral: EphemeralContainer, path: FieldPath): void {
	const { claims, limits, requests } = ephemeral.resources ?? {};
	if (claims || limits || requests) forbid(walk, path.child('resources'));
	for (const field of FORBIDDEN) if (ephemeral[field] !== undefined) forbid(walk, path.child(field));
}

function forbidSubPaths(walk: Walk, ephemeral: EphemeralContainer, path: FieldPath): void {
	ephemeral.volumeMounts?.forEach((mount, i) => {
		for (const field of ['subPath', 'subPathExpr'] as const) if (mount[field]) forbid(walk, path.index(i).child(field));
	});
}

function forbid(walk: Walk, path: FieldPath): void {
	walk.forbidden(path, NOT_HERE, 'ephemeral/field-forbidden', { do: 'remove', path });
}

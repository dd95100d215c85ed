import { FieldPath } from '../schema/field-path';
import type { Container, NodeAffinity, NodeSelectorTerm, Pod, PodSchedulingGate, PodSpec, Toleration } from '../schema/generated/types';
import { NIL } from '../schema/nil';
import { changed } from '../schema/same';
import { printed, sameInternally, semanticForm } from './internal-form';
import { inclusiveRangeError, trimSpace } from './names';
import { validateObjectMetaUpdate } from './object-meta-update';
import { podOptions } from './options';
import { validatePodMetadataAndSpec } from './pod';
import type { Walk } from './walk';

const METADATA = FieldPath.of('metadata');
const SPEC = FieldPath.of('spec');
const MAX_INT32 = 2147483647;
const NOTHING: PodSpec = { containers: NIL };

const UPDATABLE = [
	'`spec.containers[*].image`',
	'`spec.initContainers[*].image`',
	'`spec.activeDeadlineSeconds`',
	'`spec.tolerations` (only additions to existing tolerations)',
	'`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
].join();

/** core validation.ValidatePodUpdate */
export function validatePodUpdate(walk: Walk, pod: Pod, old: Pod): void {
	validateObjectMetaUpdate(walk, pod.metadata ?? {}, old.metadata ?? {}, METADATA);
	validatePodMetadataAndSpec(walk, pod, podOptions(walk, true));
	validatePodSpecificAnnotationUpdates(walk, pod, old, METADATA.child('annotations'));
	validatePodSpecUpdate(walk, pod.spec ?? NOTHING, old.spec ?? NOTHING);
}

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';

/** core validation.ValidatePodSpecificAnnotationUpdates */
function validatePodSpecificAnnotationUpdates(walk: Walk, pod: Pod, old: Pod, path: FieldPath): void {
	const now = pod.metadata?.annotations ?? {};
	const before = old.metadata?.annotations ?? {};
	for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
		if (now[key] === before[key]) continue;
		const change = before[key] === undefined ? 'add' : 'remove or update';
		if (key.startsWith(APP_ARMOR)) walk.forbidden(path.key(key), `may not ${change} AppArmor annotations`, 'pod/app-armor-immutable');
		if (key === MIRROR) walk.forbidden(path.key(key), `may not ${change} mirror pod annotation`, 'pod/mirror-immutable');
	}
}

function validatePodSpecUpdate(walk: Walk, spec: PodSpec, old: PodSpec): void {
	if (!validateContainerUpdates(walk, spec.containers, old.containers, SPEC.child('containers'))) return;
	if (!validateContainerUpdates(walk, spec.initContainers ?? [], old.initContainers ?? [], SPEC.child('initContainers'))) return;
	if (!validateActiveDeadlineUpdate(walk, spec.activeDeadlineSeconds, old.activeDeadlineSeconds, SPEC.child('activeDeadlineSeconds'))) return;
	validateOnlyAddedTolerations(walk, spec.tolerations ?? [], old.tolerations ?? [], SPEC.child('tolerations'));
	validateOnlyDeletedSchedulingGates(walk, spec.schedulingGates ?? [], old.schedulingGates ?? [], SPEC.child('schedulingGates'));
	const gated = (old.schedulingGates ?? []).length > 0;
	if (gated) validateGatedUpdate(walk, spec, old);
	if (sameInternally('PodSpec', munged(spec, old, gated), old)) return;
	walk.forbidden(SPEC, `pod updates may not change fields other than ${UPDATABLE}\n`, 'pod/immutable');
}

/** core validation.ValidateContainerUpdates; false ends the walk. */
function validateContainerUpdates(walk: Walk, containers: readonly Container[], old: readonly Container[], path: FieldPath): boolean {
	if (containers.length !== old.length) {
		walk.forbidden(path, 'pod updates may not add or remove containers', 'pod/containers-immutable');
		return false;
	}
	containers.forEach(({ image = '' }, i) => {
		const at = path.index(i).child('image');
		if (image === '') walk.required(at, '', 'container/image-required');
		const trimmed = trimSpace(image);
		if (trimmed !== image)
			walk.invalid(at, image, 'must not have leading or trailing whitespace', 'container/image-spaces', { do: 'set', path: at, to: trimmed });
	});
	return true;
}

/** It may be set, and come nearer; false ends the walk. */
function validateActiveDeadlineUpdate(walk: Walk, deadline: number | undefined, old: number | undefined, path: FieldPath): boolean {
	if (deadline === undefined) {
		if (old !== undefined) walk.invalid(path, undefined, 'must not update from a positive integer to nil value', 'active-deadline/removed');
		return true;
	}
	if (deadline < 0 || deadline > MAX_INT32) walk.invalid(path, deadline, inclusiveRangeError(0, MAX_INT32), 'active-deadline/range');
	else if (old !== undefined && old < deadline) walk.invalid(path, deadline, 'must be less than or equal to previous value', 'active-deadline/later');
	else return true;
	return false;
}

/** core validation.validateOnlyAddedTolerations */
function validateOnlyAddedTolerations(walk: Walk, tolerations: readonly Toleration[], old: readonly Toleration[], path: FieldPath): void {
	const lasting = (toleration: Toleration): string => semanticForm('Toleration', changed(toleration, { tolerationSeconds: undefined }));
	const now = new Set(tolerations.map(lasting));
	if (!old.every((former) => now.has(lasting(former))))
		walk.forbidden(path, 'existing toleration can not be modified except its tolerationSeconds', 'toleration/immutable');
}

/** core validation.validateOnlyDeletedSchedulingGates */
function validateOnlyDeletedSchedulingGates(walk: Walk, gates: readonly PodSchedulingGate[], old: readonly PodSchedulingGate[], path: FieldPath): void {
	const former = new Set(old.map(({ name }) => name));
	const last = new Map(gates.map(({ name }, i) => [name, i]));
	gates.forEach(({ name }, i) => {
		if (last.get(name) !== i || former.has(name)) return;
		walk.forbidden(path.index(i).child('name'), `only deletion is allowed, but found new scheduling gate '${name}'`, 'scheduling-gate/added');
	});
}

/** A pod that the scheduler has not seen may still be told where to go, more and more narrowly. */
function validateGatedUpdate(walk: Walk, spec: PodSpec, old: PodSpec): void {
	const selector = spec.nodeSelector ?? {};
	if (Object.entries(old.nodeSelector ?? {}).some(([key, value]) => selector[key] !== value)) {
		const detail = 'only additions to spec.nodeSelector are allowed (no mutations or deletions)';
		walk.invalid(SPEC.child('nodeSelector'), printed(walk, '{s', spec.nodeSelector), detail, 'pod/node-selector-only-added');
	}
	const { nodeAffinity } = spec.affinity ?? {};
	const former = old.affinity?.nodeAffinity;
	if (!sameInternally('*NodeAffinity', nodeAffinity, former)) validateNodeAffinityMutation(walk, nodeAffinity, former, SPEC.child('affinity', 'nodeAffinity'));
}

/** core validation.validateNodeAffinityMutation */
function validateNodeAffinityMutation(walk: Walk, affinity: NodeAffinity | undefined, old: NodeAffinity | undefined, path: FieldPath): void {
	const before = old?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
	const now = affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
	const terms = path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
	if (before.length > 0 && before.length !== now.length) {
		const detail = 'no additions/deletions to non-empty NodeSelectorTerms list are allowed';
		walk.invalid(
			terms,
			printed(walk, '[NodeSelectorTerm', affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms),
			detail,
			'pod/node-affinity-terms',
		);
		return;
	}
	before.forEach((term, i) => {
		const next = now[i] ?? {};
		if (hasOnlyAdditions(next, term)) return;
		const detail = 'only additions are allowed (no mutations or deletions)';
		walk.invalid(terms.index(i), printed(walk, 'NodeSelectorTerm', next), detail, 'pod/node-affinity-only-added');
	});
}

/** core validation.validateNodeSelectorTermHasOnlyAdditions */
function hasOnlyAdditions(term: NodeSelectorTerm, old: NodeSelectorTerm): boolean {
	const lists = ['matchExpressions', 'matchFields'] as const;
	if (lists.every((list) => (old[list] ?? []).length === 0)) return lists.every((list) => (term[list] ?? []).length === 0);
	return lists.every((list) => sameInternally('[NodeSelectorRequirement', term[list]?.slice(0, old[list]?.length ?? 0), old[list]));
}

/** The new pod with all that may change as it was before: what still differs may not. */
function munged(spec: PodSpec, old: PodSpec, gated: boolean): PodSpec {
	const { activeDeadlineSeconds, schedulingGates, tolerations } = old;
	const grace =
		(old.terminationGracePeriodSeconds ?? 0) < 0 && spec.terminationGracePeriodSeconds === 1
			? old.terminationGracePeriodSeconds
			: spec.terminationGracePeriodSeconds;
	const always = changed(spec, {
		containers: withImages(spec.containers, old.containers),
		initContainers: spec.initContainers && withImages(spec.initContainers, old.initContainers ?? []),
		activeDeadlineSeconds,
		schedulingGates,
		tolerations,
		terminationGracePeriodSeconds: grace,
	});
	if (!gated) return always;
	return changed(always, { nodeSelector: old.nodeSelector, affinity: mungedAffinity(spec.affinity, old.affinity) });
}

function mungedAffinity(affinity: PodSpec['affinity'], old: PodSpec['affinity']): PodSpec['affinity'] {
	const former = old?.nodeAffinity;
	if (sameInternally('*NodeAffinity', affinity?.nodeAffinity, former)) return affinity;
	if (!affinity) return former ? { nodeAffinity: former } : undefined;
	if (!old && !affinity.podAffinity && !affinity.podAntiAffinity) return undefined;
	return changed(affinity, { nodeAffinity: former });
}

function withImages(containers: readonly Container[], old: readonly Container[]): readonly Container[] {
	return containers.map((container, i) => changed(container, { image: old[i]?.image }));
}

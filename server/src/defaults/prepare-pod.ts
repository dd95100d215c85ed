import type { AppArmorProfile, Container, LabelSelector, Pod, PodAffinityTerm } from '../schema/generated/types';
import { gateOn, type Minor } from '../schema/schema';
import type { Mutable } from './mutable';

type Labels = Readonly<Record<string, string>>;

/** mutatePodAffinity: matchLabelKeys and mismatchLabelKeys become part of the selectors. */
export function mutatePodAffinity(pod: Mutable<Pod>, version: Minor): void {
	const affinity = pod.spec?.affinity;
	if (!gateOn('MatchLabelKeysInPodAffinity', version) || !affinity) return;
	const labels = pod.metadata?.labels ?? {};
	for (const group of [affinity.podAffinity, affinity.podAntiAffinity]) {
		for (const weighted of group?.preferredDuringSchedulingIgnoredDuringExecution ?? []) applyLabelKeysToTerm(weighted.podAffinityTerm, labels);
		for (const term of group?.requiredDuringSchedulingIgnoredDuringExecution ?? []) applyLabelKeysToTerm(term, labels);
	}
}

/** mutateTopologySpreadConstraints. */
export function mutateTopologySpreadConstraints(pod: Mutable<Pod>, version: Minor): void {
	if (!gateOn('MatchLabelKeysInPodTopologySpread', version) || !gateOn('MatchLabelKeysInPodTopologySpreadSelectorMerge', version)) return;
	for (const constraint of pod.spec?.topologySpreadConstraints ?? []) {
		applyLabelKeys(constraint.labelSelector, constraint.matchLabelKeys, 'In', pod.metadata?.labels ?? {});
	}
}

function applyLabelKeysToTerm(term: Mutable<PodAffinityTerm>, labels: Labels): void {
	applyLabelKeys(term.labelSelector, term.matchLabelKeys, 'In', labels);
	applyLabelKeys(term.labelSelector, term.mismatchLabelKeys, 'NotIn', labels);
}

/** applyLabelKeysToLabelSelector. */
function applyLabelKeys(selector: Mutable<LabelSelector> | undefined, keys: readonly string[] | undefined, operator: 'In' | 'NotIn', labels: Labels): void {
	if (!selector) return;
	for (const key of keys ?? []) {
		const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
		if (value === undefined) continue;
		selector.matchExpressions ??= [];
		selector.matchExpressions.push({ key, operator, values: [value] });
	}
}

const APP_ARMOR_KEY = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';
const LONGEST_PROFILE = 4095;

/** applyAppArmorVersionSkew: the annotation of old becomes the field, where nothing is in the field; up to 1.33 the field became the annotation, too. */
export function applyAppArmorVersionSkew(pod: Mutable<Pod>, version: Minor): void {
	const spec = pod.spec;
	if (!spec || spec.os?.name === 'windows') return;
	const podProfile = spec.securityContext?.appArmorProfile;
	const containers: Mutable<Container>[] = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])];
	for (const container of containers) {
		const key = APP_ARMOR_KEY + container.name;
		const annotation = pod.metadata?.annotations?.[key];
		if (annotation === undefined && version < 34) {
			const written = appArmorAnnotationForField(container.securityContext?.appArmorProfile ?? podProfile);
			if (written) pod.metadata = { ...pod.metadata, annotations: { ...pod.metadata?.annotations, [key]: written } };
		}
		if (annotation === undefined || container.securityContext?.appArmorProfile) continue;
		const profile = appArmorFieldForAnnotation(annotation);
		if (!profile || isSameProfile(profile, podProfile)) continue;
		container.securityContext = { ...container.securityContext, appArmorProfile: profile };
	}
}

/** The annotations that it warns of: those of containers without the field, unless the pod's own profile says the same. */
export function deprecatedAppArmor({ metadata, spec }: Pod): readonly string[] {
	if (!metadata?.annotations || !spec || spec.os?.name === 'windows') return [];
	const containers = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])];
	const without = containers.filter(({ securityContext }) => !securityContext?.appArmorProfile);
	return without
		.map(({ name }) => APP_ARMOR_KEY + name)
		.filter((key) => {
			const annotation = metadata?.annotations?.[key];
			const profile = annotation === undefined ? undefined : appArmorFieldForAnnotation(annotation);
			return annotation !== undefined && !(profile && isSameProfile(profile, spec.securityContext?.appArmorProfile));
		});
}

function appArmorAnnotationForField(profile: AppArmorProfile | undefined): string | undefined {
	if (profile?.type === 'Unconfined') return 'unconfined';
	if (profile?.type === 'RuntimeDefault') return 'runtime/default';
	return profile?.type === 'Localhost' && profile.localhostProfile !== undefined ? LOCALHOST + profile.localhostProfile : undefined;
}

/** podutil.ApparmorFieldForAnnotation; what would not be valid as a field does not become one. */
function appArmorFieldForAnnotation(annotation: string): AppArmorProfile | undefined {
	if (annotation === 'unconfined') return { type: 'Unconfined' };
	if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
	if (!annotation.startsWith(LOCALHOST)) return undefined;
	const localhostProfile = annotation.slice(LOCALHOST.length);
	if (localhostProfile.trim() !== localhostProfile || localhostProfile === '' || localhostProfile.length > LONGEST_PROFILE) return undefined;
	return { type: 'Localhost', localhostProfile };
}

function isSameProfile(a: AppArmorProfile, b: AppArmorProfile | undefined): boolean {
	return a.type === b?.type && a.localhostProfile === b.localhostProfile;
}

import type { FieldPath } from '../schema/field-path';
import type { AppArmorProfile, ObjectMeta, PodSpec, SeccompProfile } from '../schema/generated/types';
import { eachContainer } from './container';
import { validateLocalDescendingPath } from './local-path';
import type { PodOptions } from './options';
import { TOLERATIONS, validateTolerationsAnnotation } from './toleration-annotation';
import { goQuote, type Walk } from './walk';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

type Annotations = Readonly<Record<string, string>>;

/** core validation.ValidatePodSpecificAnnotations; `path` is that of the annotations. */
export function validatePodSpecificAnnotations(walk: Walk, annotations: Annotations = {}, spec: PodSpec, options: PodOptions, path: FieldPath): void {
	const mirror = annotations[MIRROR];
	if (mirror !== undefined && !spec.nodeName) {
		walk.invalid(path.key(MIRROR), mirror, 'must set spec.nodeName if mirror pod annotation is set', 'annotation/mirror');
	}
	const tolerations = annotations[TOLERATIONS];
	if (tolerations) validateTolerationsAnnotation(walk, tolerations, options, path);
	const cost = annotations[DELETION_COST];
	if (cost !== undefined && !options.allowInvalidPodDeletionCost && !isDeletionCost(cost)) {
		walk.invalid(path.key(DELETION_COST), cost, 'must be a 32bit integer', 'annotation/deletion-cost');
	}
	const names = new Set<string>();
	eachContainer(spec, path, ({ name }) => names.add(name));
	for (const [key, value] of Object.entries(annotations)) {
		if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) validateSeccompAnnotation(walk, value, path.key(key).saidAs(path.child(key)));
		if (key.startsWith(APP_ARMOR)) validateAppArmorAnnotation(walk, key.slice(APP_ARMOR.length), value, names, path.key(key));
	}
}

/** helper.GetDeletionCostFromPodAnnotations: no plus sign, no leading zeros. */
function isDeletionCost(cost: string): boolean {
	return /^(0|[1-9][0-9]*|-[0-9]+)$/.test(cost) && Number(cost) >= -2147483648 && Number(cost) <= 2147483647;
}

/** core validation.ValidateSeccompProfile */
function validateSeccompAnnotation(walk: Walk, profile: string, path: FieldPath): void {
	if (profile === 'runtime/default' || profile === 'docker/default' || profile === 'unconfined') return;
	if (profile.startsWith('localhost/')) validateLocalDescendingPath(walk, profile.slice('localhost/'.length), path);
	else walk.invalid(path, profile, 'must be a valid seccomp profile', 'annotation/seccomp');
}

/** core validation.ValidateAppArmorPodAnnotations and ValidateAppArmorProfileFormat */
function validateAppArmorAnnotation(walk: Walk, name: string, profile: string, names: ReadonlySet<string>, path: FieldPath): void {
	if (!names.has(name)) walk.invalid(path, name, 'container not found', 'annotation/app-armor-container');
	if (profile === '' || profile === 'runtime/default' || profile === 'unconfined' || profile.startsWith('localhost/')) return;
	walk.invalid(path, profile, `invalid AppArmor profile name: ${goQuote(profile)}`, 'annotation/app-armor');
}

/** What an annotation said before there was a field for it. */
type Verdict = 'type' | 'localhostProfile' | undefined;

/** core validation.validateSeccompAnnotationsAndFields; `path` is that of the pod's spec. */
export function validateSeccompAnnotationsAndFields(walk: Walk, meta: ObjectMeta, spec: PodSpec, path: FieldPath): void {
	const annotations = meta.annotations ?? {};
	const compare = (annotation: string | undefined, profile: SeccompProfile | undefined, at: FieldPath): void => {
		const differs = annotation !== undefined && profile && difference(annotation, profile, ['runtime/default', 'docker/default']);
		if (differs) report(walk, 'seccomp', differs, at.child('securityContext', 'seccompProfile'));
	};
	compare(annotations[SECCOMP_POD], spec.securityContext?.seccompProfile, path);
	eachContainer(spec, path, (container, at) => {
		compare(annotations[SECCOMP_CONTAINER + container.name], container.securityContext?.seccompProfile, at);
	});
}

/** core validation.validateAppArmorAnnotationsAndFieldsMatchOnCreate; `path` is that of the pod's spec. */
export function validateAppArmorAnnotationsAndFields(walk: Walk, meta: ObjectMeta, spec: PodSpec, path: FieldPath): void {
	if (spec.os?.name === 'windows') return;
	eachContainer(spec, path, (container, at) => {
		const annotation = meta.annotations?.[APP_ARMOR + container.name];
		const profile = container.securityContext?.appArmorProfile ?? spec.securityContext?.appArmorProfile;
		const differs = annotation !== undefined && profile && difference(annotation, profile, ['runtime/default']);
		if (differs) report(walk, 'apparmor', differs, at.child('securityContext', 'appArmorProfile'));
	});
}

function difference(annotation: string, profile: SeccompProfile | AppArmorProfile, defaults: readonly string[]): Verdict {
	switch (profile.type) {
		case 'Unconfined':
			return annotation === 'unconfined' ? undefined : 'type';
		case 'RuntimeDefault':
			return defaults.includes(annotation) ? undefined : 'type';
		case 'Localhost':
			if (!annotation.startsWith('localhost/')) return 'type';
			return annotation.slice('localhost/'.length) === profile.localhostProfile ? undefined : 'localhostProfile';
		default:
			return undefined;
	}
}

function report(walk: Walk, what: 'seccomp' | 'apparmor', field: 'type' | 'localhostProfile', path: FieldPath): void {
	const which = field === 'type' ? 'type' : 'profile';
	walk.forbidden(path.child(field), `${what} ${which} in annotation and field must match`, 'annotation/field-mismatch');
}

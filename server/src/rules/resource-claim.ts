import { FieldPath } from '../schema/field-path';
import type { ObjectMeta, PodResourceClaim, PodSpec } from '../schema/generated/types';
import { printed } from './internal-form';
import { isDNS1123Subdomain, reportInvalid, validateDNS1123Label } from './names';
import type { Walk } from './walk';

/** field.NewPath(""), as it prints. */
const NOWHERE = FieldPath.of('[]');
const MIRROR = 'kubernetes.io/config.mirror';

/** core validation.gatherPodResourceClaimNames: what containers may refer to. */
export function podClaimNames({ resourceClaims = [] }: PodSpec): ReadonlySet<string> {
	return new Set(resourceClaims.map(({ name }) => name).filter((name) => name !== ''));
}

/** core validation.validatePodResourceClaims */
export function validatePodResourceClaims(walk: Walk, meta: ObjectMeta | undefined, claims: readonly PodResourceClaim[], path: FieldPath): void {
	const names = new Set<string>();
	claims.forEach((claim, i) => {
		if (meta?.annotations?.[MIRROR] === undefined) validatePodResourceClaim(walk, claim, names, path.index(i));
		else walk.forbidden(NOWHERE, 'static pods do not support resource claims', 'claim/static-pod');
	});
}

/** core validation.validatePodResourceClaim */
function validatePodResourceClaim(walk: Walk, claim: PodResourceClaim, names: Set<string>, path: FieldPath): void {
	const { name, resourceClaimName, resourceClaimTemplateName } = claim;
	if (name === '') walk.required(path.child('name'), '', 'claim/name-required');
	else if (names.has(name)) walk.duplicate(path.child('name'), name, 'claim/name-unique');
	else {
		validateDNS1123Label(walk, name, path.child('name'), 'claim/name');
		names.add(name);
	}
	if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
		const detail = 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified';
		walk.invalid(path, printed(walk, 'PodResourceClaim', claim), detail, 'claim/one-source');
	}
	if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
		const detail = 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`';
		walk.invalid(path, printed(walk, 'PodResourceClaim', claim), detail, 'claim/source-required');
	}
	for (const field of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
		const source = claim[field];
		if (source !== undefined) reportInvalid(walk, path.child(field), source, isDNS1123Subdomain(source), 'claim/source-name');
	}
}

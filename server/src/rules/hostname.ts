import type { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { byteLength, validateDNS1123Subdomain } from './names';
import type { Walk } from './walk';

/** core validation.validatePodHostName: `hostnameOverride`, which the other ways to a hostname exclude. */
export function validatePodHostName(walk: Walk, spec: PodSpec, path: FieldPath): void {
	const { hostnameOverride, setHostnameAsFQDN, hostNetwork } = spec;
	if (hostnameOverride === undefined) return;
	const at = path.child('hostnameOverride');
	if (setHostnameAsFQDN) walk.forbidden(at, 'may not be specified when setHostnameAsFQDN is true', 'host/hostname-override-and-fqdn');
	if (hostNetwork) walk.forbidden(at, 'may not be specified when hostNetwork is true', 'host/hostname-override-and-host-network');
	if (byteLength(hostnameOverride) > 64) walk.tooLong(at, 64, 'host/hostname-override-length');
	validateDNS1123Subdomain(walk, hostnameOverride, at, 'host/hostname-override');
}

import type { FieldPath } from '../schema/field-path';
import type { HostAlias } from '../schema/generated/types';
import { validateIP } from './ip';
import { validateDNS1123Subdomain } from './names';
import type { Walk } from './walk';

/** core validation.ValidateHostAliases */
export function validateHostAliases(walk: Walk, aliases: readonly HostAlias[], path: FieldPath): void {
	aliases.forEach(({ ip, hostnames }, i) => {
		validateIP(walk, ip, path.index(i).child('ip'), 'host/alias-ip');
		hostnames?.forEach((hostname, j) => {
			validateDNS1123Subdomain(walk, hostname, path.index(i).child('hostnames').index(j), 'host/alias-name');
		});
	});
}

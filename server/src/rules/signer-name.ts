import type { FieldPath } from '../schema/field-path';
import { byteLength, type Complaints, isDNS1123Label, isDNS1123Subdomain } from './names';
import { goQuote, type Walk } from './walk';

const MAX_DOMAIN = 253;
const MAX_NAME = MAX_DOMAIN + 1 + 253 + 63 + 1;

/** core validation.IsKubernetesSignerName */
export function isKubernetesSignerName(name: string): boolean {
	const [host = ''] = name.split('/');
	return host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
}

/** core validation.ValidateSignerName: `example.com/signer-name` */
export function validateSignerName(walk: Walk, name: string, path: FieldPath): void {
	if (!name) {
		walk.required(path, '', 'volume/signer-name');
		return;
	}
	const [domain = '', signer, ...more] = name.split('/');
	if (signer === undefined || more.length > 0) {
		walk.invalid(path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'", 'volume/signer-name');
		return;
	}
	if (byteLength(domain) > MAX_DOMAIN) walk.tooLong(path, MAX_DOMAIN, 'volume/signer-name');
	validateLabels(walk, domain, isDNS1123Label, path);
	if (!domain.includes('.')) walk.invalid(path, domain, 'should be a domain with at least two segments separated by dots', 'volume/signer-name');
	validateLabels(walk, signer, isDNS1123Subdomain, path);
	if (byteLength(name) > MAX_NAME) walk.tooLong(path, MAX_NAME, 'volume/signer-name');
}

/** Only the first bad label is told of. */
function validateLabels(walk: Walk, labels: string, judge: (label: string) => Complaints, path: FieldPath): void {
	const bad = labels.split('.').find((label) => judge(label).length > 0);
	if (bad === undefined) return;
	for (const complaint of judge(bad)) walk.invalid(path, labels, `validating label ${goQuote(bad)}: ${complaint}`, 'volume/signer-name');
}

/** core validation.ValidateClusterTrustBundleName, for the signer that the name itself tells: `example.com:signer-name:rest`. */
export function clusterTrustBundleNameComplaints(name: string): Complaints {
	const end = name.lastIndexOf(':');
	if (end === 0) return ['ClusterTrustBundle without signer name must not have ":" in its name'];
	const prefix = name.slice(0, end + 1);
	if (prefix.includes('/')) {
		const signer = name.slice(0, end).replaceAll(':', '/');
		return [`ClusterTrustBundle for signerName ${signer} must be named with prefix ${prefix.replaceAll('/', ':')}`];
	}
	return isDNS1123Subdomain(name.slice(end + 1));
}

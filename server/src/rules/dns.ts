import type { FieldPath } from '../schema/field-path';
import type { PodDNSConfig } from '../schema/generated/types';
import { validateIP } from './ip';
import { byteLength, isDNS1123Subdomain, isDNS1123SubdomainWithUnderscore, reportInvalid } from './names';
import type { PodOptions } from './options';
import type { Walk } from './walk';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

/** core validation.validateDNSPolicy */
export function validateDNSPolicy(walk: Walk, policy: string, path: FieldPath): void {
	if (!policy) walk.required(path, '', 'dns/policy');
	else walk.oneOf(path, policy, POLICIES, 'dns/policy');
}

/** What resolv.conf has room for. */
const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_CHARACTERS = 2048;

/** core validation.validatePodDNSConfig */
export function validatePodDNSConfig(walk: Walk, config: PodDNSConfig | undefined, policy: string | undefined, options: PodOptions, path: FieldPath): void {
	if (policy === 'None' && !config) {
		walk.required(path, 'must provide `dnsConfig` when `dnsPolicy` is None', 'dns/config-required');
		return;
	}
	if (policy === 'None' && !config?.nameservers?.length) {
		walk.required(path.child('nameservers'), 'must provide at least one DNS nameserver when `dnsPolicy` is None', 'dns/nameserver-required');
		return;
	}
	if (!config) return;
	validateNameservers(walk, config.nameservers ?? [], path.child('nameservers'));
	validateSearches(walk, config.searches ?? [], options, path.child('searches'));
	config.options?.forEach(({ name }, i) => {
		if (!name) walk.required(path.child('options').index(i), 'must not be empty', 'dns/option-name');
	});
}

function validateNameservers(walk: Walk, nameservers: readonly string[], path: FieldPath): void {
	if (nameservers.length > MAX_NAMESERVERS) {
		walk.invalid(path.index(MAX_NAMESERVERS).saidAs(path), nameservers, `must not have more than ${MAX_NAMESERVERS} nameservers`, 'dns/too-many-nameservers');
	}
	nameservers.forEach((nameserver, i) => {
		validateIP(walk, nameserver, path.index(i), 'dns/nameserver');
	});
}

function validateSearches(walk: Walk, searches: readonly string[], options: PodOptions, path: FieldPath): void {
	if (searches.length > MAX_SEARCHES)
		walk.invalid(path.index(MAX_SEARCHES).saidAs(path), searches, `must not have more than ${MAX_SEARCHES} search paths`, 'dns/too-many-searches');
	if (byteLength(searches.join(' ')) > MAX_SEARCH_CHARACTERS) {
		const detail = `must not have more than ${MAX_SEARCH_CHARACTERS} characters (including spaces) in the search list`;
		walk.invalid(path, searches, detail, 'dns/searches-too-long');
	}
	const relaxed = options.allowRelaxedDNSSearchValidation;
	searches.forEach((search, i) => {
		if (relaxed && search === '.') return;
		const domain = search.endsWith('.') ? search.slice(0, -1) : search;
		reportInvalid(walk, path.index(i), domain, relaxed ? isDNS1123SubdomainWithUnderscore(walk, domain) : isDNS1123Subdomain(domain), 'dns/search');
	});
}

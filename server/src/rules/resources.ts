import type { FieldPath } from '../schema/field-path';
import type { ResourceClaim, ResourceRequirements } from '../schema/generated/types';
import { isHugePages, isPodLevelResource } from '../schema/pod-requests';
import type { Repair } from '../schema/problem';
import { type Amount, canonical, compareAmounts, goQuantity, milliValue, parseQuantity, value as wholeValue } from '../schema/quantity';
import { isQualifiedName, validateDNS1123Label } from './names';
import type { PodOptions } from './options';
import { Printed, Typed, toName, type Walk } from './walk';

/** core validation.ValidateContainerResourceRequirements */
export function validateContainerResourceRequirements(
	walk: Walk,
	resources: ResourceRequirements | undefined,
	claimNames: ReadonlySet<string>,
	options: PodOptions,
	path: FieldPath,
): void {
	if (resources) validateResourceRequirements(walk, resources, validateContainerResourceName, claimNames, options, path);
}

/** core validation.validatePodResourceRequirements, for spec.resources. */
export function validatePodResourceRequirements(
	walk: Walk,
	resources: ResourceRequirements,
	claimNames: ReadonlySet<string>,
	options: PodOptions,
	path: FieldPath,
): void {
	validateResourceRequirements(walk, resources, validatePodResourceName, claimNames, options, path);
}

type NameRule = (walk: Walk, name: string, path: FieldPath) => void;

/** core validation.validateResourceRequirements */
function validateResourceRequirements(
	walk: Walk,
	resources: ResourceRequirements,
	nameRule: NameRule,
	claimNames: ReadonlySet<string>,
	options: PodOptions,
	path: FieldPath,
): void {
	const limits = validateList(walk, resources.limits, nameRule, options, path.child('limits'), () => undefined);
	const requests = validateList(walk, resources.requests, nameRule, options, path.child('requests'), (name, request) => {
		validateRequest(walk, name, request, limits.get(name), path);
	});
	const names = [...limits.keys(), ...requests.keys()];
	if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
		const which = [...limits.keys()].some(isHugePages) ? 'limits' : 'requests';
		walk.forbidden(
			path
				.child(which)
				.key(names.find(isHugePages) ?? '')
				.keyItself()
				.saidAs(path),
			'HugePages require cpu or memory',
			'resource/hugepages-alone',
		);
	}
	validateResourceClaimNames(walk, resources.claims ?? [], claimNames, path.child('claims'));
}

function validateList(
	walk: Walk,
	list: Readonly<Record<string, string>> | undefined,
	nameRule: NameRule,
	options: PodOptions,
	path: FieldPath,
	compare: (name: string, amount: Amount) => void,
): Map<string, Amount> {
	const amounts = new Map<string, Amount>();
	for (const [name, text] of Object.entries(list ?? {})) {
		const at = path.key(name);
		nameRule(walk, name, at.keyItself());
		const amount = parseQuantity(text);
		// The decoder has refused what does not parse.
		if (!amount) continue;
		amounts.set(name, amount);
		validateResourceQuantityValue(walk, name, text, amount, at);
		compare(name, amount);
		if (!isHugePages(name) || options.allowIndivisibleHugePagesValues || isHugePageMultiple(name, amount)) continue;
		const written = canonical(amount);
		walk.invalid(at, written, `${written} is not positive integer multiple of ${name}`, 'resource/hugepages-multiple');
	}
	return amounts;
}

function validateRequest(walk: Walk, name: string, request: Amount, limit: Amount | undefined, path: FieldPath): void {
	const at = path.child('requests');
	if (!limit) {
		if (isOvercommitAllowed(name)) return;
		const repair = { do: 'set', path: path.child('limits').key(name), to: canonical(request) } as const;
		walk.required(path.child('limits'), 'Limit must be set for non overcommitable resources', 'resource/limit-required', repair);
		return;
	}
	const order = compareAmounts(request, limit);
	if (order === 0) return;
	const repair = { do: 'set', path: at.key(name), to: canonical(limit) } as const;
	if (!isOvercommitAllowed(name)) {
		walk.invalid(at, canonical(request), `must be equal to ${name} limit of ${canonical(limit)}`, 'resource/request-equals-limit', repair);
	} else if (order > 0) {
		walk.invalid(at, canonical(request), `must be less than or equal to ${name} limit of ${canonical(limit)}`, 'resource/request-over-limit', repair);
	}
}

/** core validation.ValidateResourceQuantityValue */
function validateResourceQuantityValue(walk: Walk, name: string, text: string, amount: Amount, path: FieldPath): void {
	if (amount.nano < 0n) walk.invalid(path, canonical(amount), 'must be greater than or equal to 0', 'resource/negative');
	if (!isIntegerResource(walk, name) || milliValue(amount) % 1000n === 0n) return;
	const source = walk.version < 34 ? goQuantity(text) : undefined;
	walk.invalid(path, source === undefined ? canonical(amount) : new Printed(source), 'must be an integer', 'resource/integer');
}

const CONTAINER_RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);
/** What is counted, not measured: helper.integerResources. */
const COUNTED = new Set([
	'pods',
	'resourcequotas',
	'services',
	'replicationcontrollers',
	'secrets',
	'configmaps',
	'persistentvolumeclaims',
	'services.nodeports',
	'services.loadbalancers',
]);
/** helper.standardResources */
const STANDARD = new Set([
	...CONTAINER_RESOURCES,
	...COUNTED,
	'requests.cpu',
	'requests.memory',
	'requests.ephemeral-storage',
	'limits.cpu',
	'limits.memory',
	'limits.ephemeral-storage',
	'storage',
	'requests.storage',
]);

/** core.ResourceName, which says itself what it is: before 1.34 the server took it at its word, without quotes. */
export function shownName(walk: Walk, name: string): Typed | Printed {
	return walk.version < 34 ? new Printed(name) : new Typed(name);
}

/** core validation.validateResourceName; false once it complained. */
function validateResourceName(walk: Walk, name: string, path: FieldPath): boolean {
	const complaints = isQualifiedName(walk, name);
	for (const complaint of complaints) walk.invalid(path, shownName(walk, name), complaint, 'resource/name');
	if (complaints.length > 0) return false;
	if (name.includes('/') || STANDARD.has(name) || isHugePages(name) || name.startsWith('requests.hugepages-')) return true;
	walk.invalid(path, shownName(walk, name), 'must be a standard resource type or fully qualified', 'resource/name', toResource(path, name));
	return false;
}

/** `CPU` and `Memory` are meant well. */
function toResource(path: FieldPath, name: string): Repair | undefined {
	const to = name.toLowerCase();
	return to !== name && CONTAINER_RESOURCES.has(to) ? { do: 'rename', path, to } : undefined;
}

/** core validation.ValidateContainerResourceName */
function validateContainerResourceName(walk: Walk, name: string, path: FieldPath): void {
	validateResourceName(walk, name, path);
	if (!name.includes('/')) {
		if (CONTAINER_RESOURCES.has(name) || isHugePages(name)) return;
		walk.invalid(path, shownName(walk, name), 'must be a standard resource for containers', 'resource/container-name', toResource(path, name));
	} else if (!isNative(name) && !isExtended(walk, name)) {
		walk.invalid(path, shownName(walk, name), "doesn't follow extended resource name standard", 'resource/extended-name');
	}
}

/** core validation.validatePodResourceName */
function validatePodResourceName(walk: Walk, name: string, path: FieldPath): void {
	if (!validateResourceName(walk, name, path)) return;
	if (isPodLevelResource(name)) return;
	walk.notSupported(path, shownName(walk, name), ['cpu', 'hugepages-', 'memory'], 'resource/pod-level-name');
}

/** helper.IsHugePageResourceValueDivisible */
function isHugePageMultiple(name: string, amount: Amount): boolean {
	const size = name.slice('hugepages-'.length);
	const page = size.trim() === size ? parseQuantity(size) : undefined;
	if (!page || page.nano <= 0n || milliValue(page) % 1000n !== 0n) return false;
	return wholeValue(amount) % wholeValue(page) === 0n;
}

/** helper.IsNativeResource */
function isNative(name: string): boolean {
	return !name.includes('/') || name.includes('kubernetes.io/');
}

/** helper.IsExtendedResourceName */
function isExtended(walk: Walk, name: string): boolean {
	return !isNative(name) && !name.startsWith('requests.') && isQualifiedName(walk, `requests.${name}`).length === 0;
}

/** helper.IsOvercommitAllowed */
function isOvercommitAllowed(name: string): boolean {
	return isNative(name) && !isHugePages(name);
}

/** helper.IsIntegerResourceName */
function isIntegerResource(walk: Walk, name: string): boolean {
	return COUNTED.has(name) || isExtended(walk, name);
}

/** core validation.validateResourceClaimNames */
function validateResourceClaimNames(walk: Walk, claims: readonly ResourceClaim[], claimNames: ReadonlySet<string>, path: FieldPath): void {
	if (claims.length === 0) return;
	const seen = new Map<string, Set<string>>();
	const known = claimNames.size === 0 ? ' which is empty' : `: ${[...claimNames].sort().join(', ')}`;
	claims.forEach((claim, i) => {
		const at = path.index(i);
		if (!claim.name) {
			walk.required(at, '', 'resource/claim-name-required');
			return;
		}
		validateClaimUnique(walk, claim, seen, at);
		if (claimNames.has(claim.name)) return;
		const repair = toName(at.child('name'), claim.name, claimNames);
		walk.notFound(at, claim.name, 'resource/claim-unknown', `must be one of the names in pod.spec.resourceClaims${known}`, repair);
	});
}

/** A claim as a whole, or a request in it, may be used once; the whole and a request of it exclude each other. */
function validateClaimUnique(walk: Walk, { name, request }: ResourceClaim, seen: Map<string, Set<string>>, path: FieldPath): void {
	const of = (key: string): string => key.split('/', 1)[0] ?? '';
	const has = (key: string): boolean => seen.get(of(key))?.has(key) ?? false;
	if (has(name)) {
		walk.duplicate(path, name, 'resource/claim-unique', { do: 'remove', path });
		return;
	}
	if (request) validateDNS1123Label(walk, request, path.child('request'), 'resource/claim-request');
	const key = request ? `${name}/${request}` : name;
	if (has(key)) walk.duplicate(path, key, 'resource/claim-unique', { do: 'remove', path });
	else if (!request) {
		for (const _ of seen.get(name) ?? []) walk.duplicate(path, name, 'resource/claim-unique');
	}
	seen.set(of(key), (seen.get(of(key)) ?? new Set()).add(key));
}

import type { FieldPath } from '../schema/field-path';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../schema/generated/types';
import { canonical, parseQuantity } from '../schema/quantity';
import { validateQualifiedName } from './names';
import { plain, toChoice, type Walk } from './walk';

/** What an environment variable may take from the pod: validEnvDownwardAPIFieldPathExpressions. */
export const ENV_FIELD_PATHS: readonly string[] = [
	'metadata.name',
	'metadata.namespace',
	'metadata.uid',
	'spec.nodeName',
	'spec.serviceAccountName',
	'status.hostIP',
	'status.hostIPs',
	'status.podIP',
	'status.podIPs',
];

/** What a downwardAPI volume may take from the pod: validVolumeDownwardAPIFieldPathExpressions. */
export const VOLUME_FIELD_PATHS: readonly string[] = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];

/** The labels that podshelper.ConvertDownwardAPIFieldLabel knows. */
const FIELD_LABELS = new Set([...ENV_FIELD_PATHS, ...VOLUME_FIELD_PATHS, 'spec.restartPolicy', 'spec.schedulerName', 'status.phase', 'spec.host']);

/** core validation.validateObjectFieldSelector; `supported` are the paths that have a meaning there, sorted. */
export function validateObjectFieldSelector(walk: Walk, selector: ObjectFieldSelector, supported: readonly string[], path: FieldPath): void {
	const { apiVersion = 'v1', fieldPath } = selector;
	if (!fieldPath) {
		walk.required(path.child('fieldPath'), '', 'downward/field-path-required');
		return;
	}
	const [label, subscript] = splitMaybeSubscriptedPath(fieldPath);
	const complaint = conversionError(apiVersion, fieldPath, label, subscript);
	if (complaint) {
		walk.invalid(
			path.child('fieldPath'),
			fieldPath,
			`error converting fieldPath: ${complaint}`,
			'downward/field-path',
			toChoice(path.child('fieldPath'), fieldPath, supported),
		);
	} else if (subscript !== undefined) {
		validateQualifiedName(walk, label === 'metadata.annotations' ? subscript.toLowerCase() : subscript, path, 'downward/key');
	} else {
		const converted = label === 'spec.host' ? 'spec.nodeName' : label;
		if (!supported.includes(converted)) walk.notSupported(path.child('fieldPath'), plain(converted), supported, 'downward/field-path-here');
	}
}

/** What podshelper.ConvertDownwardAPIFieldLabel says of a field path. */
function conversionError(apiVersion: string, fieldPath: string, label: string, subscript: string | undefined): string | undefined {
	if (apiVersion !== 'v1') return `unsupported pod version: ${apiVersion}`;
	if (subscript !== undefined) {
		return label === 'metadata.annotations' || label === 'metadata.labels' ? undefined : `field label does not support subscript: ${fieldPath}`;
	}
	return FIELD_LABELS.has(label) ? undefined : `field label not supported: ${label}`;
}

/** fieldpath.SplitMaybeSubscriptedPath: `metadata.labels['a']` is [`metadata.labels`, `a`]. */
function splitMaybeSubscriptedPath(fieldPath: string): [string, string?] {
	const open = fieldPath.indexOf("['");
	if (!fieldPath.endsWith("']") || open <= 0 || open > fieldPath.length - 4) return [fieldPath];
	return [fieldPath.slice(0, open), fieldPath.slice(open + 2, -2)];
}

/** validContainerResourceFieldPathExpressions, sorted. */
const RESOURCES = ['limits.cpu', 'limits.ephemeral-storage', 'limits.memory', 'requests.cpu', 'requests.ephemeral-storage', 'requests.memory'];

/** core validation.validateContainerResourceFieldSelector: in a volume the container must be named. */
export function validateResourceFieldSelector(walk: Walk, selector: ResourceFieldSelector, path: FieldPath, place: 'env' | 'volume'): void {
	const { resource } = selector;
	if (place === 'volume' && !selector.containerName) walk.required(path.child('containerName'), '', 'downward/container-required');
	else if (!resource) walk.required(path.child('resource'), '', 'downward/resource-required');
	else if (!RESOURCES.includes(resource) && !isHugePages(resource))
		walk.notSupported(path.child('resource'), plain(resource), RESOURCES, 'downward/resource', toChoice(path.child('resource'), resource, RESOURCES));
	validateDivisor(walk, resource, selector.divisor, path.child('divisor'));
}

function isHugePages(resource: string): boolean {
	return resource.startsWith('requests.hugepages-') || resource.startsWith('limits.hugepages-');
}

const SIZES = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** core validation.validateContainerResourceDivisor */
function validateDivisor(walk: Walk, resource: string, divisor: string | undefined, path: FieldPath): void {
	const amount = parseQuantity(divisor ?? '0');
	if (!amount || amount.nano === 0n) return;
	const written = canonical(amount);
	if (resource === 'limits.cpu' || resource === 'requests.cpu') {
		if (written === '1m' || written === '1') return;
		walk.invalid(path, resource, "only divisor's values 1m and 1 are supported with the cpu resource", 'downward/divisor');
		return;
	}
	const what = sizedResource(resource);
	if (!what || SIZES.includes(written)) return;
	walk.invalid(path, resource, `only divisor's values ${SIZES.join(', ')} are supported with the ${what} resource`, 'downward/divisor');
}

function sizedResource(resource: string): string | undefined {
	if (isHugePages(resource)) return 'hugepages';
	if (resource === 'limits.memory' || resource === 'requests.memory') return 'memory';
	return resource === 'limits.ephemeral-storage' || resource === 'requests.ephemeral-storage' ? 'local ephemeral storage' : undefined;
}

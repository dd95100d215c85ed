import type { PodSpec, Quantity } from '../schema/generated/types';
import { aggregateContainers, isHugePages, isPodLevelResource } from '../schema/pod-requests';
import { canonical, compareAmounts, parseQuantity } from '../schema/quantity';
import { gateOn, type Minor } from '../schema/schema';
import type { Mutable } from './mutable';

type Spec = Mutable<PodSpec>;
type ResourceList = Record<string, Quantity>;

/** defaultHugePagePodLimits and defaultPodRequests: up to 1.36, before the strategies and with no default for limits. */
export function defaultPodLevelResourcesEarly(spec: Spec): void {
	defaultHugePagePodLevelLimits(spec);
	if (Object.keys(spec.resources?.limits ?? {}).length > 0) defaultPodLevelRequests(spec);
}

/** podutil.DefaultPodLevelResources. */
export function defaultPodLevelResources(spec: Spec, version: Minor): void {
	if (!gateOn('PodLevelResources', version) || !gateOn('PodLevelResourcesFixDefaulting', version) || !isSet(spec)) return;
	defaultHugePagePodLevelLimits(spec);
	defaultPodLevelRequests(spec);
	defaultPodLevelLimits(spec);
}

function isSet(spec: Spec): boolean {
	return Object.keys(spec.resources?.requests ?? {}).length > 0 || Object.keys(spec.resources?.limits ?? {}).length > 0;
}

/** defaultHugePagePodLevelLimits: huge pages cannot be overcommitted, so the pod's limit is what its containers have. */
function defaultHugePagePodLevelLimits(spec: Spec): void {
	const resources = spec.resources;
	if (!resources || !isSet(spec)) return;
	for (const [name, amount] of aggregateContainers(spec, 'limits')) {
		if (!isHugePages(name) || resources.requests?.[name] !== undefined || resources.limits?.[name] !== undefined) continue;
		resources.limits = { ...resources.limits, [name]: canonical(amount) };
	}
}

/** defaultPodLevelRequests: from the containers' requests, else from the pod's limits. */
function defaultPodLevelRequests(spec: Spec): void {
	const resources = spec.resources;
	if (!resources) return;
	const requests: ResourceList = { ...resources.requests };
	for (const [name, amount] of aggregateContainers(spec, 'requests')) {
		if (isPodLevelResource(name) && !isHugePages(name)) requests[name] ??= canonical(amount);
	}
	for (const [name, limit] of Object.entries(resources.limits ?? {})) {
		if (isPodLevelResource(name)) requests[name] ??= limit;
	}
	if (Object.keys(requests).length > 0) resources.requests = requests;
}

/** defaultPodLevelLimits: where every container has a limit, what they may use together, and no less than the pod requests. */
function defaultPodLevelLimits(spec: Spec): void {
	const resources = spec.resources;
	if (!resources) return;
	const containers = [...(spec.initContainers ?? []), ...spec.containers, ...(spec.ephemeralContainers ?? [])];
	const limits = aggregateContainers(spec, 'limits');
	for (const [name, request] of Object.entries(resources.requests ?? {})) {
		const limit = limits.get(name);
		const isCandidate =
			isPodLevelResource(name) && resources.limits?.[name] === undefined && containers.every((container) => container.resources?.limits?.[name] !== undefined);
		if (!limit || !isCandidate) continue;
		const requested = parseQuantity(request);
		resources.limits = { ...resources.limits, [name]: requested && compareAmounts(requested, limit) > 0 ? request : canonical(limit) };
	}
}

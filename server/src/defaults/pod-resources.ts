import type { PodSpec, Quantity } from '../schema/generated/types';
import { type Amount, addAmounts, canonical, compareAmounts, parseQuantity } from '../schema/quantity';
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
		if (isSupported(name) && !isHugePages(name)) requests[name] ??= canonical(amount);
	}
	for (const [name, limit] of Object.entries(resources.limits ?? {})) {
		if (isSupported(name)) requests[name] ??= limit;
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
			isSupported(name) && resources.limits?.[name] === undefined && containers.every((container) => container.resources?.limits?.[name] !== undefined);
		if (!limit || !isCandidate) continue;
		const requested = parseQuantity(request);
		resources.limits = { ...resources.limits, [name]: requested && compareAmounts(requested, limit) > 0 ? request : canonical(limit) };
	}
}

/** resourcehelper.AggregateContainerRequests and AggregateContainerLimits: what runs together adds up, what runs alone counts by its peak. */
function aggregateContainers(spec: Spec, which: 'requests' | 'limits'): ReadonlyMap<string, Amount> {
	const total = new Map<string, Amount>();
	for (const container of spec.containers) add(total, amounts(container.resources?.[which]));
	const sidecars = new Map<string, Amount>();
	const peak = new Map<string, Amount>();
	for (const container of spec.initContainers ?? []) {
		const own = amounts(container.resources?.[which]);
		if (container.restartPolicy === 'Always') {
			add(total, own);
			add(sidecars, own);
			raise(peak, sidecars);
		} else {
			add(own, sidecars);
			raise(peak, own);
		}
	}
	raise(total, peak);
	return total;
}

function amounts(list: ResourceList | undefined): Map<string, Amount> {
	return new Map(
		Object.entries(list ?? {}).flatMap(([name, text]) => {
			const amount = parseQuantity(text);
			return amount ? [[name, amount] as const] : [];
		}),
	);
}

function add(list: Map<string, Amount>, more: ReadonlyMap<string, Amount>): void {
	for (const [name, amount] of more) {
		const former = list.get(name);
		list.set(name, former ? addAmounts(former, amount) : amount);
	}
}

function raise(list: Map<string, Amount>, other: ReadonlyMap<string, Amount>): void {
	for (const [name, amount] of other) {
		const former = list.get(name);
		if (!former || compareAmounts(amount, former) > 0) list.set(name, amount);
	}
}

/** resourcehelper.IsSupportedPodLevelResource. */
function isSupported(name: string): boolean {
	return name === 'cpu' || name === 'memory' || isHugePages(name);
}

function isHugePages(name: string): boolean {
	return name.startsWith('hugepages-');
}

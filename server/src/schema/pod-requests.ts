import type { PodSpec, Quantity } from './generated/types';
import { type Amount, addAmounts, compareAmounts, parseQuantity } from './quantity';

/** resourcehelper.PodRequests: what a node has to have for a pod. What the pod itself says stands for what its containers say, and the sandbox comes on top. */
export function podRequests(spec: PodSpec): ReadonlyMap<string, Amount> {
	const requests = new Map(aggregateContainers(spec, 'requests'));
	for (const [name, amount] of amountsOf(spec.resources?.requests)) if (isPodLevelResource(name)) requests.set(name, amount);
	add(requests, amountsOf(spec.overhead));
	return requests;
}

/**
 * resourcehelper.AggregateContainerRequests and AggregateContainerLimits: what runs together adds up; an init container runs alone,
 * beside the sidecars before it.
 */
export function aggregateContainers(spec: PodSpec, which: 'requests' | 'limits'): ReadonlyMap<string, Amount> {
	const total = new Map<string, Amount>();
	const sidecars = new Map<string, Amount>();
	const peak = new Map<string, Amount>();
	for (const { resources } of spec.containers) add(total, amountsOf(resources?.[which]));
	for (const { resources, restartPolicy } of spec.initContainers ?? []) {
		const own = amountsOf(resources?.[which]);
		if (restartPolicy === 'Always') {
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

/** A list of resources by name; what does not parse is left out. */
export function amountsOf(list: Readonly<Record<string, Quantity>> | undefined): Map<string, Amount> {
	const amounts = new Map<string, Amount>();
	for (const [name, text] of Object.entries(list ?? {})) {
		const amount = parseQuantity(text);
		if (amount) amounts.set(name, amount);
	}
	return amounts;
}

/** helper.IsHugePageResourceName */
export function isHugePages(name: string): boolean {
	return name.startsWith('hugepages-');
}

/** resourcehelper.IsSupportedPodLevelResource: what `spec.resources` may name. */
export function isPodLevelResource(name: string): boolean {
	return name === 'cpu' || name === 'memory' || isHugePages(name);
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

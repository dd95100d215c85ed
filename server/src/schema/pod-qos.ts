import type { Container, Pod, PodSpec, Quantity, ResourceRequirements } from './generated/types';
import { isPodLevelResource } from './pod-requests';
import { type Amount, addAmounts, compareAmounts, parseQuantity } from './quantity';
import { gateOn, type Minor } from './schema';

export type QOSClass = 'Guaranteed' | 'Burstable' | 'BestEffort';
type ResourceList = Readonly<Record<string, Quantity>>;

const COMPUTE = ['cpu', 'memory'] as const;
const ZERO: Amount = { nano: 0n, format: 'DecimalSI' };

/** qos.GetPodQOS of a defaulted and prepared Pod: up to 1.36 a class that somebody wrote is believed. */
export function podQos(object: Readonly<Record<string, unknown>>, version: Minor): string {
	const pod = object as Pod;
	return (version < 37 && pod.status?.qosClass) || computePodQOS(pod.spec ?? { containers: [] }, version);
}

/** qos.ComputePodQOS. */
export function computePodQOS(spec: PodSpec, version: Minor): QOSClass {
	return version >= 37 ? computeByShape(spec, version) : computeBySum(spec, version);
}

function computeByShape(spec: PodSpec, version: Minor): QOSClass {
	if (spec.resources && (!gateOn('PodLevelResourcesFixKubeletQOSClass', version) || isPodLevelResourcesSet(spec.resources)))
		return requirementsQOS(spec.resources);
	const classes = new Set([...(spec.initContainers ?? []), ...spec.containers].map(({ resources }) => requirementsQOS(resources)));
	return common(classes);
}

/** helper.IsPodLevelResourcesSet. */
function isPodLevelResourcesSet({ requests, limits }: ResourceRequirements): boolean {
	return [...Object.keys(requests ?? {}), ...Object.keys(limits ?? {})].some(isPodLevelResource);
}

/** The class all share; what differs is Burstable. */
function common(classes: ReadonlySet<QOSClass>): QOSClass {
	const [first = 'BestEffort', ...others] = classes;
	return others.length === 0 ? first : 'Burstable';
}

function requirementsQOS(resources: ResourceRequirements | undefined): QOSClass {
	return common(
		new Set(
			COMPUTE.map((name) => {
				const [request, limit] = [amountOf(resources?.requests, name), amountOf(resources?.limits, name)];
				if (compareAmounts(request, limit) !== 0) return 'Burstable';
				return request.nano === 0n ? 'BestEffort' : 'Guaranteed';
			}),
		),
	);
}

function amountOf(list: ResourceList | undefined, name: string): Amount {
	const written = list?.[name];
	return written === undefined ? ZERO : (parseQuantity(written) ?? ZERO);
}

/** Up to 1.36: sums over all containers are compared, and each must have both limits. */
function computeBySum(spec: PodSpec, version: Minor): QOSClass {
	const isPodLevel = gateOn('PodLevelResources', version) && spec.resources !== undefined;
	const all: readonly Pick<Container, 'resources'>[] = isPodLevel ? [spec] : [...spec.containers, ...(spec.initContainers ?? [])];
	const requests = sum(all.map(({ resources }) => resources?.requests));
	const limits = sum(all.map(({ resources }) => resources?.limits));
	if (requests.size === 0 && limits.size === 0) return 'BestEffort';
	const isLimited = all.every(
		({ resources }) =>
			(isPodLevel && Object.keys(resources?.limits ?? {}).length === 0) || COMPUTE.every((name) => amountOf(resources?.limits, name).nano > 0n),
	);
	const isSame = requests.size === limits.size && [...requests].every(([name, request]) => compareAmounts(request, limits.get(name) ?? ZERO) === 0);
	return isLimited && isSame ? 'Guaranteed' : 'Burstable';
}

function sum(lists: readonly (ResourceList | undefined)[]): ReadonlyMap<string, Amount> {
	const total = new Map<string, Amount>();
	for (const list of lists) {
		for (const name of COMPUTE) {
			const amount = amountOf(list, name);
			if (amount.nano > 0n) total.set(name, addAmounts(amount, total.get(name) ?? ZERO));
		}
	}
	return total;
}

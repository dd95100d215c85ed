/** The nodes of the simulated cluster, as the scheduler sees them. */
import type { PodSpec, Toleration } from '../schema/generated/types';
import { podRequests } from '../schema/pod-requests';
import { canonical, parseQuantity } from '../schema/quantity';

export interface Taint {
	readonly key: string;
	readonly value?: string;
	readonly effect: string;
}

export interface Node {
	readonly name: string;
	labels: Readonly<Record<string, string>>;
	taints: readonly Taint[];
	unschedulable: boolean;
	ready: boolean;
	readonly allocatable: Allocatable;
}

/** Why a node will not do: the scheduler's plugin that says no, and its words. */
export interface Reason {
	readonly code: ReasonCode;
	readonly text: string;
}
export type ReasonCode =
	| 'NodeUnschedulable'
	| 'TaintToleration'
	| 'NodeAffinity'
	| 'NodePorts'
	/** By resource; of pods there may be too many. */
	| `NodeResourcesFit/${string}`
	| 'VolumeBinding'
	| 'PodTopologySpread'
	| `InterPodAffinity/${'affinity' | 'anti-affinity'}`;

/** What pods may request together. */
export interface Allocatable {
	/** Thousandths. */
	readonly cpu: number;
	/** Bytes. */
	readonly memory: number;
	readonly pods: number;
	/** All else, by the name that requests use; undefined: whatever is asked for. */
	readonly resources: ReadonlyMap<string, number> | undefined;
}

/** A node that pods may come to. */
export function makeNode(name: string, allocatable: Allocatable): Node {
	return {
		name,
		labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
		taints: [],
		unschedulable: false,
		ready: true,
		allocatable,
	};
}

/** One disk has all files of a node (eviction manager: imagefs.available). */
const DISK = 100 * 2 ** 30;

/** How much of a resource pods may request together: thousandths of a CPU, bytes, or pieces. */
export function allocatable({ allocatable: { cpu, memory, resources } }: Node, resource: string): number {
	if (resource === 'cpu') return cpu;
	if (resource === 'memory') return memory;
	const known = resources?.get(resource);
	if (known !== undefined) return known;
	return resource === 'ephemeral-storage' ? DISK : resources === undefined ? Number.POSITIVE_INFINITY : 0;
}

/** An amount in the units of `allocatable`, as a manifest would have it. */
export function amountText(resource: string, amount: number): string {
	const nano = BigInt(Math.ceil(amount)) * (resource === 'cpu' ? 1_000_000n : 1_000_000_000n);
	return canonical({ nano, format: resource === 'cpu' || resource.includes('/') ? 'DecimalSI' : 'BinarySI' });
}

const REQUESTS = new WeakMap<PodSpec, ReadonlyMap<string, number>>();

/** What a pod requests, in the units of `allocatable`; cpu and memory first. */
export function requestsOf(spec: PodSpec): ReadonlyMap<string, number> {
	const known = REQUESTS.get(spec);
	if (known !== undefined) return known;
	const requests = new Map([
		['cpu', 0],
		['memory', 0],
	]);
	for (const [resource, { nano }] of podRequests(spec)) requests.set(resource, (Number(nano) / 1e9) * (resource === 'cpu' ? 1000 : 1));
	REQUESTS.set(spec, requests);
	return requests;
}

export function amountOf(text: string | undefined, scale: number): number {
	const parsed = text === undefined ? undefined : parseQuantity(text);
	return parsed === undefined ? 0 : (Number(parsed.nano) / 1e9) * scale;
}

export function tolerates(tolerations: readonly Toleration[], taint: Taint): boolean {
	return tolerations.some((toleration) => matches(toleration, taint));
}

/** v1helper ToleratesTaint. */
export function matches({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
	if (effect !== undefined && effect !== '' && effect !== taint.effect) return false;
	if (key !== undefined && key !== '' && key !== taint.key) return false;
	if (operator === 'Exists') return true;
	return (key ?? '') !== '' && (value ?? '') === (taint.value ?? '');
}

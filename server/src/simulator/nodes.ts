/** The nodes of the simulated cluster, as the scheduler sees them. */
import type { PodSpec, Toleration } from '../schema/generated/types';
import { parseQuantity } from '../schema/quantity';

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
	/** Thousandths of a CPU, bytes, pods. */
	readonly cpu: number;
	readonly memory: number;
	readonly pods: number;
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
	| `NodeResourcesFit/${'pods' | 'cpu' | 'memory'}`
	| 'PodTopologySpread'
	| `InterPodAffinity/${'affinity' | 'anti-affinity'}`;

/** A roomy node: 64 CPUs, 256 GiB. */
export function makeNode(name: string): Node {
	return {
		name,
		labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
		taints: [],
		unschedulable: false,
		ready: true,
		cpu: 64_000,
		memory: 256 * 2 ** 30,
		pods: 1000,
	};
}

export interface Room {
	readonly cpu: number;
	readonly memory: number;
}

export function requestsOf(spec: PodSpec): Room {
	return { cpu: requestOf(spec, 'cpu', 1000), memory: requestOf(spec, 'memory', 1) };
}

/** resourcehelper.PodRequests: the app containers together, or the largest moment of the init containers, sidecars counted where they run. */
export function requestOf(spec: PodSpec, resource: string, scale: number): number {
	const own = spec.resources?.requests?.[resource];
	if (own !== undefined) return amountOf(own, scale);
	let sidecars = 0;
	let most = 0;
	for (const container of spec.initContainers ?? []) {
		const asks = amountOf(container.resources?.requests?.[resource], scale);
		if (container.restartPolicy === 'Always') {
			sidecars += asks;
			most = Math.max(most, sidecars);
		} else most = Math.max(most, sidecars + asks);
	}
	const apps = spec.containers.reduce((total, container) => total + amountOf(container.resources?.requests?.[resource], scale), sidecars);
	return Math.max(apps, most);
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

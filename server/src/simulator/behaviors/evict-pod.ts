/** Which pod goes when the node runs short, and how. pkg/kubelet/eviction helpers.go, eviction_manager.go evictPod */
import type { Container } from '../../schema/generated/types';
import { canonical, parseQuantity } from '../../schema/quantity';
import { bytesText } from '../bytes';
import type { Cause } from '../causes';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { amountOf, requestsOf } from '../nodes';
import type { ScarceResource } from '../scenario';
import { isTerminal, type PodObject, withCondition } from '../state';
import { updatePod } from './update-pod';

/** immediateEvictionGracePeriodSeconds, for hard thresholds; no SIGTERM comes with less than two seconds all the same. */
const GRACE = 1;
/** scheduling.SystemCriticalPriority. */
const CRITICAL = 2_000_000_000;
/** What a container uses of a resource when neither the scenario nor its requests say. */
const USUAL: Readonly<Record<ScarceResource, number>> = { memory: 200 * 2 ** 20, 'ephemeral-storage': 2 * 2 ** 30 };

/** IsCriticalPod. */
export function isCritical(pod: PodObject): boolean {
	return pod.static || (pod.spec.priority ?? 0) >= CRITICAL;
}

/** Evicts the first of the pods that may be evicted; undefined: there is none. */
export function evictOne(kubelet: Kubelet, resource: ScarceResource, threshold: number, available: number): KnownPod | undefined {
	for (const known of ranked(kubelet, resource)) {
		if (isCritical(known.pod)) spare(kubelet, known);
		else {
			evict(kubelet, known, resource, messageOf(kubelet, known, resource, threshold, available));
			return known;
		}
	}
	return undefined;
}

/** rankMemoryPressure, rankDiskPressureFunc: pods without statistics, then those above their requests, the less important, those furthest above. */
function ranked(kubelet: Kubelet, resource: ScarceResource): readonly KnownPod[] {
	const active = [...kubelet.pods.values()].filter(isActive).map((known) => {
		const over = usedBy(kubelet, known, resource) - (requestsOf(known.pod.spec).get(resource) ?? 0);
		return { known, rank: [hasStats(known) ? 1 : 0, over > 0 ? 0 : 1, known.pod.spec.priority ?? 0, -over] };
	});
	return active.sort((a, b) => a.rank.reduce((order, value, index) => order || value - (b.rank[index] ?? 0), 0)).map(({ known }) => known);
}

/** isPodInactive. */
function isActive({ pod, terminatedAt, finished, terminating }: KnownPod): boolean {
	return terminatedAt === undefined && !finished && (terminating || !isTerminal(pod.status.phase));
}

/** listPodStatsPartiallyFromCRI: only what runs is measured. */
function hasStats({ runtime }: KnownPod): boolean {
	return runtime.containers.some(({ state }) => state === 'running');
}

/** Bytes that a pod's containers use. */
export function usedBy(kubelet: Kubelet, known: KnownPod, resource: ScarceResource): number {
	const running = known.runtime.containers.filter(({ state }) => state === 'running');
	return running.reduce((sum, { spec }) => sum + usage(kubelet, known.pod, spec, resource), 0);
}

/** As much as it requests, if nobody says otherwise; of a request of the whole pod its share. */
function usage(kubelet: Kubelet, { spec }: PodObject, container: Container, resource: ScarceResource): number {
	const [own, all] = [container.resources?.requests?.[resource], spec.resources?.requests?.[resource]];
	const asks = own === undefined ? amountOf(all, 1) / Math.max(1, spec.containers.length) : amountOf(own, 1);
	return kubelet.cluster.script.uses(container.name) ?? (Math.floor(asks) || USUAL[resource]);
}

/** evictionMessage. */
function messageOf(kubelet: Kubelet, known: KnownPod, resource: ScarceResource, threshold: number, available: number): string {
	const { pod } = known;
	const said = (kind: string, name: string, uses: number, asks: string | undefined) =>
		`${kind} ${name} was using ${bytesText(uses)}, request is ${quantityText(asks)}, has larger consumption of ${resource}. `;
	const low = `The node was low on resource: ${resource}. Threshold quantity: ${bytesText(threshold)}, available: ${bytesText(available)}. `;
	const own = resource === 'memory' ? pod.spec.resources?.requests?.[resource] : undefined;
	// The pod itself is named whether it uses more than that or not.
	const whole = own === undefined || !hasStats(known) ? '' : said('Pod', pod.name, usedBy(kubelet, known, resource), own);
	return (
		low +
		whole +
		exceeding(kubelet, known, resource)
			.map(({ name, uses, asks }) => said('Container', name, uses, asks))
			.join('')
	);
}

function quantityText(text: string | undefined): string {
	const amount = text === undefined ? undefined : parseQuantity(text);
	return amount === undefined ? '0' : canonical(amount);
}

interface Exceeding {
	readonly name: string;
	readonly uses: number;
	readonly asks: string | undefined;
}

/** The running containers that use more than they request. */
function exceeding(kubelet: Kubelet, { pod, runtime }: KnownPod, resource: ScarceResource): readonly Exceeding[] {
	return [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].flatMap((container) => {
		const { name } = container;
		if (!runtime.containers.some((run) => run.name === name && run.state === 'running')) return [];
		const asks = container.resources?.requests?.[resource];
		const uses = usage(kubelet, pod, container, resource);
		return uses > amountOf(asks, 1) ? [{ name, uses, asks }] : [];
	});
}

/** evictPod, killPodNow. */
function evict(kubelet: Kubelet, known: KnownPod, resource: ScarceResource, message: string): void {
	const { pod } = known;
	kubelet.say(pod, { type: 'Warning', reason: 'Evicted', message });
	// A pod whose worker is busy, with a slow pull, is evicted again after a while.
	if (!known.evicted) {
		known.evicted = true;
		known.causes.set('ending', tellEvicted(kubelet, known, resource));
	}
	const condition = { type: 'DisruptionTarget', status: 'True', reason: 'TerminationByKubelet', message } as const;
	updatePod(kubelet, known, {
		pod,
		kind: 'kill',
		kill: {
			graceSeconds: GRACE,
			status: (status) => ({ ...status, phase: 'Failed', reason: 'Evicted', message, conditions: withCondition(status.conditions, condition) }),
		},
	});
}

function tellEvicted(kubelet: Kubelet, known: KnownPod, resource: ScarceResource): Cause {
	const { pod } = known;
	const [uses, asks] = [usedBy(kubelet, known, resource), requestsOf(pod.spec).get(resource) ?? 0];
	const rank = !hasStats(known) ? 'unmeasured' : uses > asks ? 'over' : 'within';
	const greedy = exceeding(kubelet, known, resource).reduce<Exceeding | undefined>((most, one) => (one.uses > (most?.uses ?? 0) ? one : most), undefined);
	return kubelet.tell(pod, {
		code: 'pod/evicted',
		args: { resource, rank, uses: bytesText(uses), asks: bytesText(Math.ceil(asks)) },
		tone: 'bad',
		weight: 9,
		field:
			rank === 'over' && greedy !== undefined
				? kubelet.field(pod, greedy.name, `resources.requests.${resource}`)
				: rank === 'unmeasured'
					? undefined
					: kubelet.specField('priorityClassName'),
		because: [kubelet.cluster.causes.get(`pressure/${kubelet.node}`)],
	});
}

/** It stays, whatever the node is short of: told once. */
function spare(kubelet: Kubelet, known: KnownPod): void {
	if (known.sparedTold) return;
	known.sparedTold = true;
	const { pod } = known;
	kubelet.tell(pod, {
		code: 'pod/spared',
		args: { why: pod.static ? 'static' : 'critical' },
		tone: 'ok',
		weight: 6,
		field: pod.static ? undefined : kubelet.specField('priorityClassName'),
		because: [kubelet.cluster.causes.get(`pressure/${kubelet.node}`)],
	});
}

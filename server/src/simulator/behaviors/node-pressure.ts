/** A node that runs short of memory or disk: how the kubelet's eviction manager watches it, and what it has of it. pkg/kubelet/eviction eviction_manager.go */

import { computePodQOS } from '../../schema/pod-qos';
import { NEWEST } from '../../schema/schema';
import { bytesText } from '../bytes';
import { type Process, sleep, waitFor } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod, Refusal } from '../known-pod';
import type { Cluster, Kubelet } from '../kubelet';
import { type Node, tolerates } from '../nodes';
import { MINUTE, nextOn, SECOND } from '../pace';
import type { ScarceResource } from '../scenario';
import type { PodObject } from '../state';
import { evictOne, isCritical, usedBy } from './evict-pod';
import { nodeChanged } from './schedule';

/** evictionMonitoringPeriod (kubelet.go), and where the looks fall. */
const PERIOD = 10 * SECOND;
const PHASE = 2 * SECOND;
/** podCleanupPollFreq, podCleanupTimeout. */
const CLEANUP_POLL = SECOND;
const CLEANUP_PATIENCE = 30 * SECOND;
/** killPodNow waits no longer than this. */
const KILL_PATIENCE = 10 * SECOND;
/** EvictionPressureTransitionPeriod (config defaults.go). */
const TRANSITION = 5 * MINUTE;
/** From a condition to the node's status (nodeStatusUpdateFrequency: every 10 s; it comes soon here) and the taint that the node lifecycle controller makes of it. */
const UNTIL_TAINT = 100;

const GIB = 2 ** 30;

/**
 * signalToNodeCondition with DefaultEvictionHard (defaults_linux.go), nodeConditionToTaintKeyStatusMap (node_lifecycle_controller.go).
 * One disk of 100 GiB has all files, so imagefs.available (15 %) is the first to be short. No threshold for pid.available is a default.
 */
const SIGNALS = {
	memory: { condition: 'MemoryPressure', taint: 'node.kubernetes.io/memory-pressure', threshold: 100 * 2 ** 20, written: '100Mi', left: 60 * 2 ** 20 },
	'ephemeral-storage': {
		condition: 'DiskPressure',
		taint: 'node.kubernetes.io/disk-pressure',
		threshold: Math.trunc(100 * GIB * Math.fround(0.15)),
		written: '15%',
		left: 14 * GIB,
	},
} as const;

export function planPressure(cluster: Cluster, kubelet: Kubelet, node: Node): void {
	const { pressure } = cluster.script;
	if (pressure === undefined) return;
	const manager = new EvictionManager(kubelet, node, pressure.resource, pressure.available ?? SIGNALS[pressure.resource].left, pressure.until);
	cluster.clock.at(pressure.from, () => manager.begin());
	cluster.clock.at(nextOn(pressure.from, PERIOD, PHASE), () => cluster.clock.spawn(manager.monitor(), kubelet));
}

/** Admit: while the node is short some pods are turned away. */
export function refusalUnderPressure(kubelet: Kubelet, pod: PodObject): Refusal | undefined {
	const { pressure } = kubelet;
	if (pressure === undefined || isCritical(pod)) return undefined;
	const forMemory = pressure === 'MemoryPressure';
	const taint = { key: SIGNALS.memory.taint, effect: 'NoSchedule' };
	if (forMemory && (computePodQOS(pod.spec, NEWEST) !== 'BestEffort' || tolerates(pod.spec.tolerations ?? [], taint))) return undefined;
	return {
		reason: 'Evicted',
		message: `The node had condition: [${pressure}]. `,
		field: kubelet.specField(forMemory ? 'containers[0].resources.requests.memory' : 'tolerations'),
		because: kubelet.cluster.causes.get(`pressure/${kubelet.node}`),
	};
}

class EvictionManager {
	/** What the pods used when the pressure began. */
	private usedAtFirst = 0;
	private lastShortAt: number | undefined;
	private isShort = false;

	constructor(
		private readonly kubelet: Kubelet,
		private readonly node: Node,
		private readonly resource: ScarceResource,
		private readonly left: number,
		private readonly until: number,
	) {}

	begin(): void {
		this.usedAtFirst = this.used();
	}

	/** Start: after an eviction it looks again as soon as the pod is gone, otherwise every ten seconds. */
	*monitor(): Process {
		const { clock } = this.kubelet;
		for (;;) {
			const evicted = this.synchronize();
			if (evicted !== undefined) yield* cleanedUp(this.kubelet, evicted);
			else if (clock.now >= this.until && this.kubelet.pressure === undefined) return;
			else yield* sleep(PERIOD);
		}
	}

	private synchronize(): KnownPod | undefined {
		const { now } = this.kubelet.clock;
		const { condition, threshold } = SIGNALS[this.resource];
		const available = this.available();
		const isShort = available < threshold;
		if (isShort !== this.isShort) this.tellShort(isShort, available);
		if (isShort) this.lastShortAt = now;
		// nodeConditionsObservedSince.
		const reported = this.lastShortAt !== undefined && now - this.lastShortAt < TRANSITION ? condition : undefined;
		if (reported !== this.kubelet.pressure) {
			this.kubelet.pressure = reported;
			this.kubelet.after(UNTIL_TAINT, () => this.taint(reported !== undefined));
		}
		return isShort ? evictOne(this.kubelet, this.resource, threshold, available) : undefined;
	}

	/** The others keep what they took: what a pod of ours leaves is free, what a new one takes is missing. */
	private available(): number {
		return this.kubelet.clock.now >= this.until ? Number.POSITIVE_INFINITY : Math.max(0, this.left + this.usedAtFirst - this.used());
	}

	private used(): number {
		return [...this.kubelet.pods.values()].reduce((sum, known) => sum + usedBy(this.kubelet, known, this.resource), 0);
	}

	private tellShort(isShort: boolean, available: number): void {
		this.isShort = isShort;
		const { cluster, node } = this.kubelet;
		const { story, causes } = cluster;
		const { resource } = this;
		const told = isShort
			? story.tell(undefined, {
					code: 'node/pressure',
					args: { node, resource, available: bytesText(available), threshold: SIGNALS[resource].written },
					tone: 'bad',
					weight: 7,
				})
			: story.tell(undefined, {
					code: 'node/pressure-eased',
					args: { node, resource, seconds: seconds(TRANSITION) },
					tone: 'ok',
					weight: 4,
					because: [causes.get(`pressure/${node}`)],
				});
		causes.set(`pressure/${node}`, told);
	}

	/** doNoScheduleTaintingPass. */
	private taint(on: boolean): void {
		const { node } = this;
		const { cluster } = this.kubelet;
		const { taint, condition } = SIGNALS[this.resource];
		const because = [cluster.causes.get(`pressure/${node.name}`)];
		const before = { ...node };
		const others = node.taints.filter(({ key }) => key !== taint);
		node.taints = on ? [...others, { key: taint, effect: 'NoSchedule' }] : others;
		const told = on
			? cluster.story.tell(undefined, { code: 'node/pressure-tainted', args: { node: node.name, taint, condition }, tone: 'warn', weight: 5, because })
			: cluster.story.tell(undefined, { code: 'node/pressure-over', args: { node: node.name, taint }, tone: 'ok', weight: 6, because });
		cluster.causes.set(`tainted/${node.name}`, told);
		nodeChanged(cluster, before, node);
		cluster.owner?.nodesChanged();
	}
}

/** killPodNow returns when nothing of the pod runs; waitForPodsCleanup then asks every second whether it is finished. */
function* cleanedUp(kubelet: Kubelet, known: KnownPod): Process {
	const { clock } = kubelet;
	const killed = clock.now + KILL_PATIENCE;
	while (known.terminatedAt === undefined && clock.now < killed) yield* waitFor(known.statusChanged, Math.min(CLEANUP_POLL, killed - clock.now));
	if (known.terminatedAt === undefined) {
		const message = 'Container runtime did not kill the pod within specified grace period.';
		kubelet.say(known.pod, { type: 'Warning', reason: 'ExceededGracePeriod', message });
	}
	const end = clock.now + CLEANUP_PATIENCE;
	do yield* sleep(CLEANUP_POLL);
	while (!known.finished && clock.now < end);
}

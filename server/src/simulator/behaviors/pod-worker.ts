/** One worker per pod: takes the newest update, syncs, and says when it wants to be called again. pod_workers.go */
import type { Process } from '../clock';
import { waitFor } from '../clock';
import type { Kill, KnownPod, Update } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { jittered, nextSyncTick, RESYNC, RETRY } from '../pace';
import { isTerminal } from '../state';
import { seenSince } from './relist';
import { syncPod } from './sync-pod';
import { syncTerminatedPod } from './sync-terminated-pod';
import { syncTerminatingPod } from './sync-terminating-pod';

/** UpdatePod. */
export function updatePod(kubelet: Kubelet, known: KnownPod, update: Update): void {
	if (known.finished) return;
	const { pod } = update;
	let becameTerminating = false;
	if (!known.terminating && (pod.deletion !== undefined || isTerminal(pod.status.phase) || update.kind === 'kill')) {
		known.terminatingAt = kubelet.clock.now;
		becameTerminating = true;
	}
	let kill: Kill | undefined;
	if (known.terminating && known.terminatedAt === undefined) {
		known.graceSeconds = effectiveGrace(known, update);
		kill = { ...update.kill, graceSeconds: known.graceSeconds };
	}
	known.pending = { pod, kind: update.kind, kill };
	wake(known);
	if (becameTerminating) known.cancelled.fire();
}

/** calculateEffectiveGracePeriod. */
function effectiveGrace(known: KnownPod, { pod, kill }: Update): number {
	let grace = known.graceSeconds;
	let overridden = false;
	for (const override of [pod.deletion?.graceSeconds, kill?.graceSeconds]) {
		if (override === undefined || !(grace === 0 || override < grace)) continue;
		grace = override;
		overridden = true;
	}
	if (!overridden && grace === 0) grace = pod.spec.terminationGracePeriodSeconds ?? 0;
	return Math.max(1, grace);
}

function wake(known: KnownPod): void {
	known.token = true;
	known.wake.fire();
}

/** podWorkerLoop. */
export function* podWorker(kubelet: Kubelet, known: KnownPod): Process {
	for (;;) {
		if (!known.token) yield* waitFor(known.wake);
		known.token = false;
		const update = known.pending;
		known.pending = undefined;
		if (update === undefined) continue;
		const work = known.terminatedAt !== undefined ? 'terminated' : known.terminating ? 'terminating' : 'sync';
		known.active = { ...update, kill: update.kill ?? known.active?.kill };
		const seen = yield* seenSince(kubelet, known);
		switch (work) {
			case 'terminated':
				yield* syncTerminatedPod(kubelet, known, update.pod, seen);
				known.finished = true;
				return;
			case 'terminating':
				yield* syncTerminatingPod(kubelet, known, update, seen);
				synced(kubelet, known);
				known.terminatedAt = kubelet.clock.now;
				again(known);
				break;
			case 'sync': {
				const result = yield* syncPod(kubelet, known, update, seen);
				synced(kubelet, known);
				result.afterwards?.();
				if (result.terminal) {
					known.terminatingAt ??= kubelet.clock.now;
					again(known);
				} else callLater(kubelet, known, nextCall(kubelet, result.error));
				break;
			}
		}
		if (known.pending !== undefined) known.token = true;
	}
}

function synced(kubelet: Kubelet, known: KnownPod): void {
	known.lastSyncAt = kubelet.clock.stamp();
	known.lastSyncTime = kubelet.clock.now;
}

/** requeueLastPodUpdate. */
function again(known: KnownPod): void {
	if (known.pending === undefined) known.pending = known.active;
	wake(known);
}

/** What a failed sync means for the next one: a back-off with an end, or not. */
export interface SyncError {
	readonly backOffUntil?: number | undefined;
}

/** completeWork. */
function nextCall(kubelet: Kubelet, error: SyncError | undefined): number {
	if (error === undefined) return jittered(RESYNC);
	const wait = error.backOffUntil === undefined ? RETRY : error.backOffUntil - kubelet.clock.now;
	return jittered(Math.min(RESYNC, Math.max(0, wait)));
}

/** The work queue, looked at once a second. */
function callLater(kubelet: Kubelet, known: KnownPod, ms: number): void {
	const { now } = kubelet.clock;
	const at = nextSyncTick(now + ms);
	known.workAt = at;
	kubelet.after(at - now, () => {
		if (known.workAt !== at || known.finished) return;
		known.workAt = undefined;
		updatePod(kubelet, known, { pod: known.pod, kind: 'sync' });
	});
}

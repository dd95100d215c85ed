/** One worker per pod: takes the newest update, syncs, and says when it wants to be called again. pod_workers.go */
import type { Process } from '../clock';
import { waitFor } from '../clock';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { jittered, nextSyncTick, RESYNC, RETRY } from '../pace';
import { seenSince } from './relist';
import { type SyncError, syncPod } from './sync-pod';
import { syncTerminatedPod } from './sync-terminated-pod';
import { syncTerminatingPod } from './sync-terminating-pod';
import { updatePod, wake } from './update-pod';

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

/** completeWork. */
function nextCall(kubelet: Kubelet, error: SyncError | undefined): number {
	if (error === undefined) return jittered(RESYNC, kubelet.cluster.jitter('resync'));
	const wait = error.backOffUntil === undefined ? RETRY : error.backOffUntil - kubelet.clock.now;
	return jittered(Math.min(RESYNC, Math.max(0, wait)), kubelet.cluster.jitter('retry'));
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

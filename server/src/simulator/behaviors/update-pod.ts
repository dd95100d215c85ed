/** Something is to be done for a pod: its worker is told and woken. pod_workers.go */
import type { Kill, KnownPod, Update } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { isTerminal } from '../state';

/** UpdatePod: the newest news counts; a pod that is to end never comes back. */
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

/** The worker looks again, as soon as it is done with what it does. */
export function wake(known: KnownPod): void {
	known.token = true;
	known.wake.fire();
}

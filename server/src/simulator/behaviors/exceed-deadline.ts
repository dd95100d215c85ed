/** activeDeadlineSeconds, counted from the pod's start and looked at once a second. active_deadline.go */

import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { nextSyncTick } from '../pace';
import type { PodObject } from '../state';
import { updatePod } from './update-pod';

export const DEADLINE_MESSAGE = 'Pod was active on the node longer than the specified deadline';

export function pastDeadline(kubelet: Kubelet, known: KnownPod, pod: PodObject): boolean {
	const end = deadline(known, pod);
	return end !== undefined && kubelet.clock.now >= end;
}

function deadline(known: KnownPod, pod: PodObject): number | undefined {
	const start = (known.status ?? pod.status).startTime;
	const seconds = pod.spec.activeDeadlineSeconds;
	return start === undefined || seconds === undefined ? undefined : (start + seconds) * 1000;
}

export function sayDeadline(kubelet: Kubelet, known: KnownPod, pod: PodObject): void {
	kubelet.say(pod, { type: 'Normal', reason: 'DeadlineExceeded', message: DEADLINE_MESSAGE });
	if (known.deadlineTold) return;
	known.deadlineTold = true;
	const cause = kubelet.tell(pod, {
		code: 'pod/deadline',
		args: { seconds: pod.spec.activeDeadlineSeconds ?? 0 },
		tone: 'bad',
		weight: 9,
		field: kubelet.specField('activeDeadlineSeconds'),
	});
	known.causes.set('ending', cause);
}

/** ShouldSync: from the deadline on the worker is called every second. */
export function watchDeadline(kubelet: Kubelet, known: KnownPod): void {
	const end = deadline(known, known.pod);
	if (end === undefined || known.deadlines.has(end)) return;
	known.deadlines.add(end);
	const look = (): void => {
		if (known.finished || deadline(known, known.pod) !== end) return;
		updatePod(kubelet, known, { pod: known.pod, kind: 'sync' });
		kubelet.after(nextSyncTick(kubelet.clock.now + 1) - kubelet.clock.now, look);
	};
	kubelet.after(nextSyncTick(Math.max(end, kubelet.clock.now)) - kubelet.clock.now, look);
}

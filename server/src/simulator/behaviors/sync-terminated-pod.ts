/** Nothing runs any more: volumes go, and the status is the last one. kubelet.go SyncTerminatedPod */
import { type Process, sleep } from '../clock';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { MOUNT_POLL } from '../pace';
import type { PodObject, Sighting } from '../state';
import { generateStatus } from './generate-status';
import { setPodStatus, terminateStatus } from './write-status';

export function* syncTerminatedPod(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting): Process {
	setPodStatus(kubelet, known, pod, generateStatus(kubelet, known, pod, seen, true));
	if ((pod.spec.volumes ?? []).length > 0) yield* sleep(MOUNT_POLL);
	terminateStatus(kubelet, known, pod);
}

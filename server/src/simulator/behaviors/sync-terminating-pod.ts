/** The pod is to end: its containers are stopped, and what they ended with is written. kubelet.go SyncTerminatingPod */
import type { Process } from '../clock';
import type { KnownPod, Update } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { sightingOf } from '../runtime';
import type { Sighting } from '../state';
import { generateStatus } from './generate-status';
import { killContainers } from './kill-container';
import { stopLivenessAndStartup, stopProbes } from './probe';
import { setPodStatus } from './write-status';

export function* syncTerminatingPod(kubelet: Kubelet, known: KnownPod, update: Update, seen: Sighting): Process {
	const { pod, kill } = update;
	const before = generateStatus(kubelet, known, pod, seen, false);
	setPodStatus(kubelet, known, pod, kill?.status?.(before) ?? before);
	stopLivenessAndStartup(known);
	yield* killContainers(kubelet, known, pod, seen, kill?.graceSeconds);
	kubelet.runtime.stopSandboxes(known.runtime);
	stopProbes(known);
	const stopped = sightingOf(known.runtime, seen.ip);
	setPodStatus(kubelet, known, pod, generateStatus(kubelet, known, pod, stopped, true));
}

/** What the API server tells the kubelet becomes work for its pod workers. kubelet.go HandlePodAdditions, HandlePodUpdates, HandlePodRemoves */

import { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { WATCH_LATENCY } from '../pace';
import type { PodObject } from '../state';
import { condition, isTerminal } from '../state';
import { containersReady, podReady } from '../status/conditions';
import { podWorker } from './pod-worker';
import { refusalOf, reject } from './reject-pod';
import { allocate, retryDeferred } from './resize';
import { updatePod } from './update-pod';
import { reconcile } from './write-status';

/** The kubelet watches the pods bound to its node. */
export function watchPods(kubelet: Kubelet): void {
	kubelet.cluster.api.watch((event, pod, before) => {
		if (pod.spec.nodeName !== kubelet.node || pod.static) return;
		kubelet.after(WATCH_LATENCY, () => {
			if (event === 'deleted') removed(kubelet, pod);
			else if (!kubelet.pods.has(pod.uid)) added(kubelet, pod);
			else updated(kubelet, pod, before);
		});
	});
}

export function added(kubelet: Kubelet, pod: PodObject): void {
	const known = new KnownPod(pod, { uid: pod.uid, sandboxes: [], containers: [] });
	kubelet.pods.set(pod.uid, known);
	known.causes.set('placed', kubelet.cluster.causes.get(`scheduled/${pod.uid}`));
	const refusal = refusalOf(kubelet, pod);
	if (refusal !== undefined) return reject(kubelet, known, pod, refusal);
	allocate(kubelet, known, pod);
	kubelet.clock.spawn(podWorker(kubelet, known), kubelet);
	updatePod(kubelet, known, { pod, kind: 'create' });
}

function updated(kubelet: Kubelet, pod: PodObject, before: PodObject | undefined): void {
	const known = kubelet.pods.get(pod.uid);
	if (known === undefined) return;
	known.pod = pod;
	known.statusChanged.fire();
	known.causes.set('ending', kubelet.cluster.causes.get(`deleted/${pod.uid}`) ?? known.causes.get('ending'));
	known.causes.set('changed', kubelet.cluster.causes.get(`changed/${pod.uid}`));
	const specChanged = before === undefined || before.generation !== pod.generation || before.deletion !== pod.deletion || before.meta !== pod.meta;
	if (before?.spec !== pod.spec) allocate(kubelet, known, pod);
	if (isTerminal(pod.status.phase) && before !== undefined && !isTerminal(before.status.phase)) retryDeferred(kubelet);
	reconcile(kubelet, known);
	if (specChanged) updatePod(kubelet, known, { pod, kind: 'update' });
	else if (needsReadiness(pod)) updatePod(kubelet, known, { pod, kind: 'sync' });
}

/** NeedToReconcilePodReadiness. */
function needsReadiness(pod: PodObject): boolean {
	if ((pod.spec.readinessGates ?? []).length === 0) return false;
	const { status } = pod;
	const now = condition(status, 'Ready');
	const ready = podReady(pod, status.conditions, containersReady(pod, status.initContainers, status.containers, status.phase));
	return now !== undefined && (now.status !== ready.status || now.message !== ready.message);
}

/** The object is gone: whatever still runs is stopped at once. */
function removed(kubelet: Kubelet, pod: PodObject): void {
	const known = kubelet.pods.get(pod.uid);
	if (known === undefined) return;
	known.pod = pod;
	kubelet.after(1, () => retryDeferred(kubelet));
	if (!known.finished) updatePod(kubelet, known, { pod, kind: 'kill' });
}

/** The pod lifecycle event generator: what the runtime shows becomes what the kubelet knows. pleg/generic.go */
import type { Process } from '../clock';
import { waitFor } from '../clock';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { lastRelist } from '../pace';
import { sightingOf } from '../runtime';
import type { Sighting } from '../state';
import { updatePod } from './update-pod';

/** Relist: all pods of the node, once a second. */
export function relist(kubelet: Kubelet): void {
	kubelet.relistedAt = kubelet.clock.stamp();
	for (const known of kubelet.pods.values()) reconcile(kubelet, known);
	for (const known of kubelet.pods.values()) known.observed.fire();
}

/** RequestRelist (PLEGOnDemandRelist): this pod now, after a sync that did something. */
export function relistSoon(kubelet: Kubelet, known: KnownPod): void {
	const asked = kubelet.clock.stamp();
	kubelet.after(1, () => {
		if (asked <= kubelet.relistedAt) return;
		known.seenAt = kubelet.clock.stamp();
		reconcile(kubelet, known);
		known.observed.fire();
	});
}

/** podCache.GetNewerThan: what was seen after the last sync. */
export function* seenSince(kubelet: Kubelet, known: KnownPod): Process<Sighting> {
	const since = known.lastSyncAt;
	// A relist that saw nothing new was left out (askRelist): it counts all the same.
	while (since > 0 && kubelet.relistedAt <= since && known.seenAt <= since && lastRelist(kubelet.clock.now) <= known.lastSyncTime) {
		kubelet.askRelist();
		yield* waitFor(known.observed);
	}
	return known.seen;
}

function reconcile(kubelet: Kubelet, known: KnownPod): void {
	const now = new Map<number, string>();
	for (const sandbox of known.runtime.sandboxes) now.set(sandbox.id, sandbox.ready ? 'running' : 'exited');
	for (const container of known.runtime.containers) now.set(container.id, container.state);
	let events = 0;
	let worthy = 0;
	const died: number[] = [];
	for (const id of new Set([...known.listed.keys(), ...now.keys()])) {
		const before = known.listed.get(id);
		const after = now.get(id);
		if (before === after) continue;
		events++;
		if (after === 'running' || after === 'exited') worthy++;
		if (after === 'exited') died.push(id);
		else if (after === undefined && before !== 'exited') worthy++;
	}
	if (events === 0 && !known.reinspect) return;
	known.reinspect = false;
	known.listed = now;
	known.seen = sightingOf(known.runtime, hasAddress(known));
	known.seenAt = kubelet.clock.stamp();
	if (worthy > 0 || events === 0) updatePod(kubelet, known, { pod: known.pod, kind: 'sync' });
	for (const id of died) cleanUp(kubelet, known, id);
}

/** getPodIPs: the sandbox's, or while none is ready the last one's. */
function hasAddress(known: KnownPod): boolean {
	return known.runtime.sandboxes.length > 0 || known.seen.ip;
}

/** pod_container_deletor.go: of the dead containers of one name the newest is kept. */
function cleanUp(kubelet: Kubelet, known: KnownPod, exited: number): void {
	const { containers } = known.runtime;
	const name = containers.find(({ id }) => id === exited)?.name;
	const all = known.terminatedAt !== undefined && known.pod.deletion !== undefined;
	const dead = containers.filter((container) => container.state === 'exited' && (all || container.name === name));
	for (const container of dead.slice(all ? 0 : 1)) kubelet.runtime.removeContainer(known.runtime, container);
}

/** Sidecars go after the app containers, in reverse. kuberuntime_termination_order.go */
import { type Process, Signal, waitFor } from '../clock';
import type { Kubelet } from '../kubelet';
import { isSidecar, type PodObject } from '../state';

export class TerminationOrder {
	private readonly gone = new Set<string>();
	private readonly before = new Map<string, string[]>();
	private readonly changed = new Signal();

	constructor(pod: PodObject, running: ReadonlySet<string>) {
		const apps = pod.spec.containers.map(({ name }) => name);
		let previous: string | undefined;
		for (const container of (pod.spec.initContainers ?? []).toReversed()) {
			if (!running.has(container.name)) this.gone.add(container.name);
			if (!isSidecar(container)) continue;
			this.before.set(container.name, previous === undefined ? apps : [...apps, previous]);
			previous = container.name;
		}
		for (const name of apps) if (!running.has(name)) this.gone.add(name);
	}

	/** waitForTurn: seconds waited. */
	*turnOf(name: string, grace: number, kubelet: Kubelet): Process<number> {
		const began = kubelet.clock.now;
		const end = began + grace * 1000;
		const waits = this.before.get(name) ?? [];
		while (waits.some((other) => !this.gone.has(other)) && kubelet.clock.now < end) yield* waitFor(this.changed, end - kubelet.clock.now);
		return (kubelet.clock.now - began) / 1000;
	}

	terminated(name: string): void {
		this.gone.add(name);
		this.changed.fire();
	}
}

import { type Process, sleep } from '../clock';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { RESIZE_LATENCY } from '../pace';
import type { ResizeStep } from './resize';

/** doPodResizeAction: the running containers get what was allocated, and the next relist looks at them again. */
export function* applyResize(kubelet: Kubelet, known: KnownPod, steps: readonly ResizeStep[]): Process {
	yield* sleep(RESIZE_LATENCY);
	known.resizeRestarted = steps.some(({ restarts }) => restarts);
	for (const { container, restarts } of steps) {
		if (restarts) continue;
		const run = known.runtime.containers.find(({ name, state }) => name === container.name && state === 'running');
		if (run !== undefined) run.resources = container.resources;
	}
	known.reinspect = true;
	kubelet.askRelist();
}

import type { KnownPod, Kubelet } from '../kubelet';
import type { PodObject } from '../state';
import type { ResizeStep } from './resize';

/** doPodResizeAction. */
export function applyResize(_kubelet: Kubelet, _known: KnownPod, _pod: PodObject, _steps: readonly ResizeStep[]): readonly Record<never, never>[] {
	return [{}];
}

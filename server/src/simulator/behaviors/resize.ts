/** In-place resize: what was allocated to a running container, and what it should have. pkg/kubelet/allocation */
import type { Container } from '../../schema/generated/types';
import type { KnownPod } from '../kubelet';
import type { Condition, PodObject, SeenContainer } from '../state';

export interface ResizeStep {
	readonly container: Container;
	readonly restarts: boolean;
}

export function resizeConditions(_known: KnownPod, _ended: boolean): readonly Condition[] {
	return [];
}

export function resizeOf(_known: KnownPod, _pod: PodObject, _container: Container, _status: SeenContainer): ResizeStep | undefined {
	return undefined;
}

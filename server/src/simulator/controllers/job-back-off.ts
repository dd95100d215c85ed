/** pkg/controller/job/backoff_utils.go: 10 s after the end of the last failed pod, doubling to 10 min. */
import { type ContainerStatus, condition, isSidecar, type PodObject } from '../state';

const FIRST = 10_000;
const MOST = 600_000;

interface Failures {
	/** Since the last success. */
	readonly count: number;
	/** When the last one ended, milliseconds. */
	readonly at: number;
}

export function countFailures(old: Failures, succeeded: readonly PodObject[], failed: readonly PodObject[]): Failures {
	if (succeeded.length === 0) return failed.length === 0 ? old : { count: old.count + failed.length, at: latest(failed) };
	const good = latest(succeeded);
	const after = failed.filter((pod) => finishedAt(pod) > good);
	return after.length === 0 ? { count: 0, at: 0 } : { count: after.length, at: latest(after) };
}

function latest(pods: readonly PodObject[]): number {
	return Math.max(...pods.map(finishedAt));
}

export function remainingBackOff({ count, at }: Failures, now: number): number {
	if (count === 0) return 0;
	return Math.max(0, at + Math.min(MOST, FIRST * 2 ** Math.min(20, count - 1)) - now);
}

/** getFinishedTime: when its containers had ended, or else when it was no longer ready, deleted or created. */
export function finishedAt(pod: PodObject): number {
	const sidecars = new Set((pod.spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name));
	const ends = [...pod.status.containers, ...pod.status.initContainers.filter(({ name }) => sidecars.has(name))].map(endOf);
	if (ends.length > 0 && ends.every((end) => end !== undefined)) return Math.max(...ends.map((end) => end ?? 0)) * 1000;
	const unready = condition(pod.status, 'Ready')?.status === 'False' ? pod.readyChangedAt : undefined;
	return Math.floor((unready ?? pod.deletion?.at ?? pod.createdAt) / 1000) * 1000;
}

function endOf({ state }: ContainerStatus): number | undefined {
	return state.is === 'terminated' ? state.finishedAt : undefined;
}

/** How many pods of a workload are ready, over time. */
import type { PodTrace, Trace } from '../../protocol/life';
import { isReady } from './usual';

/** From `t` on so many are ready, and so many of the new ones are not yet. */
export interface ReadyStep {
	readonly t: number;
	readonly ready: number;
	readonly readyNew: number;
	readonly newcomers: number;
}

/** Steps in order of time; pods created at `since` or later are new. */
export function readyCurve({ pods = [] }: Trace, since = 0): readonly ReadyStep[] {
	const changes = pods.flatMap((pod) => changesOf(pod, pod.createdAt >= since)).sort((a, b) => a.t - b.t);
	const steps: ReadyStep[] = [{ t: 0, ready: 0, readyNew: 0, newcomers: 0 }];
	for (const { t, ready, isNew, coming } of changes) {
		const last = steps.at(-1) ?? { ready: 0, readyNew: 0, newcomers: 0 };
		const step: ReadyStep = {
			t,
			ready: last.ready + ready,
			readyNew: last.readyNew + (isNew ? ready : 0),
			newcomers: last.newcomers + (isNew ? coming : 0),
		};
		if (steps.at(-1)?.t === t) steps.pop();
		steps.push(step);
	}
	return steps;
}

interface Change {
	readonly t: number;
	/** One more is ready, or one fewer. */
	readonly ready: number;
	/** One more is on its way, or one fewer. */
	readonly coming: number;
	readonly isNew: boolean;
}

function changesOf({ createdAt, timeline }: PodTrace, isNew: boolean): readonly Change[] {
	const changes: Change[] = [{ t: createdAt, ready: 0, coming: 1, isNew }];
	let [was, came] = [false, false];
	for (const state of timeline) {
		// What is being deleted gets no traffic any more, and its controller does not count it.
		const is = state.gone !== true && !state.deleting && isReady(state);
		if (is === was) continue;
		changes.push({ t: createdAt + state.t, ready: is ? 1 : -1, coming: came ? 0 : -1, isNew });
		[was, came] = [is, true];
	}
	return changes;
}

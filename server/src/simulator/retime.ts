/** The same life told by another clock. */
import type { ContainerState, PodEvent, PodState, ProbeRun, Trace } from './trace';

/** A trace of one pod with every time of it mapped by `at`, which must not turn time round; what is mapped to later than `until` is left out. */
export function retimed(trace: Trace, at: (t: number) => number, until: number): Trace {
	const { timeline = [], events = [], story } = trace;
	const isTold = (t: number): boolean => at(t) <= until;
	return {
		...trace,
		until,
		timeline: timeline.filter(({ t }) => isTold(t)).map((state) => stateAt(state, at)),
		events: events.filter(({ t }) => isTold(t)).map((event) => eventAt(event, at, until)),
		story: {
			// Moments name one another by their places in the list, so those at its end may go, and no others.
			moments: story.moments.slice(0, story.moments.findLastIndex(({ t }) => isTold(t)) + 1).map((moment) => ({ ...moment, t: at(moment.t) })),
			stretches: story.stretches
				.filter(({ from }) => isTold(from))
				.map((stretch) => ({ ...stretch, from: at(stretch.from), to: Math.min(until, at(stretch.to)) })),
			probes: story.probes.filter(({ t }) => isTold(t)).map((run) => runAt(run, at)),
		},
	};
}

function stateAt(state: PodState, at: (t: number) => number): PodState {
	const { t, initContainers, containers, ephemeralContainers } = state;
	const all = (of: PodState['containers']) => of && Object.fromEntries(Object.entries(of).map(([name, one]) => [name, containerAt(one, at)]));
	return {
		...state,
		t: at(t),
		...(initContainers && { initContainers: all(initContainers) }),
		...(containers && { containers: all(containers) }),
		...(ephemeralContainers && { ephemeralContainers: all(ephemeralContainers) }),
	} as PodState;
}

function containerAt(one: ContainerState, at: (t: number) => number): ContainerState {
	const { lastState } = one;
	return { ...one, ...timesAt(one, at), ...(lastState && { lastState: { ...lastState, ...timesAt(lastState, at) } }) };
}

type Times = Pick<ContainerState, 'startedAt' | 'finishedAt'>;

const timesAt = ({ startedAt, finishedAt }: Times, at: (t: number) => number): Times => ({
	...(startedAt !== undefined && { startedAt: at(startedAt) }),
	...(finishedAt !== undefined && { finishedAt: at(finishedAt) }),
});

function eventAt(event: PodEvent, at: (t: number) => number, until: number): PodEvent {
	const times = event.times?.map(at).filter((t) => t <= until);
	return { ...event, t: at(event.t), lastT: Math.min(until, at(event.lastT)), ...(times && { times, count: times.length }) };
}

/** The answers of a run stay evenly spread between its first and its last. */
function runAt(run: ProbeRun, at: (t: number) => number): ProbeRun {
	const { t, every, count } = run;
	if (every === undefined || count === undefined || count < 2) return { ...run, t: at(t) };
	return { ...run, t: at(t), every: (at(t + every * (count - 1)) - at(t)) / (count - 1) };
}

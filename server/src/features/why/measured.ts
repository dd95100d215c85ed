/** A simulated past brought to the times that are known: what the dump says began at 09:00:48 begins then, and not when the simulator would have had it. */
import { addedTo, type LeftOut } from '../../autopsy/align';
import type { Facts } from '../../autopsy/facts';
import type { Foretelling } from '../../autopsy/foretell';
import { retimed } from '../../simulator/retime';
import type { ContainerState, PodState, Trace } from '../../simulator/trace';

export interface Measured {
	readonly trace: Trace;
	/** In seconds of the trace. */
	readonly now: number;
	/** Seconds from the creation of the pod to the beginning of the trace. */
	readonly before: number;
}

/** A time that both lives know: in the simulated one, and since the creation of the real one. */
type Pair = readonly [simulated: number, real: number];

/** Undefined where the simulated life shows something else than the dump. `horizon`: seconds that are told from now on. */
export function measured(facts: Facts, { trace, alignment, moved, inference: { leftOut } }: Foretelling, horizon: number): Measured | undefined {
	if (!alignment?.rowFits) return undefined;
	const { at } = alignment;
	const pairs = pairsOf(trace, at, facts);
	const isWhole = [...leftOut.of.values()].every((count) => count === 0);
	const [simulated, real] = pairs[0] ?? [at, facts.now];
	const before = isWhole ? 0 : Math.max(0, real - simulated);
	const known: readonly Pair[] = [[0, before], ...pairs.filter(([one]) => one > 0), [at, facts.now]];
	const when = (t: number): number => (t > at ? facts.now + moved(t - at) : mapped(t, known));
	const told = retimed(trace, (t) => rounded(when(t) - before), facts.now - before + horizon);
	const now = rounded(facts.now - before);
	return { trace: { ...told, timeline: (told.timeline ?? []).map((state) => counted(state, leftOut)) }, now, before };
}

const rounded = (t: number): number => Math.round(t * 1000) / 1000;

/** Starts and ends that stand in the dump and in the simulated state that is like it; those that would turn time round are left out. */
function pairsOf({ timeline = [] }: Trace, at: number, { shown, now }: Facts): readonly Pair[] {
	const state = timeline.findLast(({ t }) => t <= at);
	const own = containersOf(state);
	const pairs = Object.entries(containersOf(shown)).flatMap(([name, real]) => {
		const one = own[name];
		return one?.state === real.state ? [...timesOf(one, real), ...timesOf(one.lastState, real.lastState)] : [];
	});
	const sorted = pairs.filter(([a, b]) => a < at && b <= now && b >= 0).toSorted(([a], [b]) => a - b);
	return sorted.filter(([a, b], i) => sorted.slice(0, i).every(([c, d]) => a > c && b >= d));
}

const containersOf = (state: Omit<PodState, 't'> | undefined): Readonly<Record<string, ContainerState>> => ({ ...state?.initContainers, ...state?.containers });

type Times = Pick<ContainerState, 'startedAt' | 'finishedAt'>;

function timesOf(one: Times | undefined, real: Times | undefined): readonly Pair[] {
	const pair = (a: number | undefined, b: number | undefined): readonly Pair[] => (a === undefined || b === undefined ? [] : [[a, b]]);
	return [...pair(one?.startedAt, real?.startedAt), ...pair(one?.finishedAt, real?.finishedAt)];
}

/** Between two known times in proportion; after the last as it is told. */
function mapped(t: number, known: readonly Pair[]): number {
	const next = known.findIndex(([simulated]) => simulated >= t);
	const [a, b] = known[(next < 0 ? known.length : Math.max(1, next)) - 1] ?? [0, 0];
	const [c, d] = known[Math.max(1, next)] ?? [a + 1, b + 1];
	return next < 0 ? b + (t - a) : c === a ? b : b + ((t - a) / (c - a)) * (d - b);
}

/** With the restarts that were too long ago to be lived again. */
function counted(state: PodState, leftOut: LeftOut): PodState {
	const { kubectl, initContainers, containers } = state;
	const all = (of: Readonly<Record<string, ContainerState>> | undefined) =>
		of && Object.fromEntries(Object.entries(of).map(([name, one]) => [name, { ...one, restartCount: one.restartCount + (leftOut.of.get(name) ?? 0) }]));
	return {
		...state,
		...(kubectl && { kubectl: { ...kubectl, restarts: kubectl.restarts + addedTo(state, leftOut) } }),
		...(initContainers && { initContainers: all(initContainers) }),
		...(containers && { containers: all(containers) }),
	} as PodState;
}

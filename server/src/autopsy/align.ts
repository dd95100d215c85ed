/** Where in a simulated life the dump was taken: the moment at which the simulated pod looks most like the real one. */
import { kept } from '../schema/remember';
import type { ContainerState, PodEvent, PodState } from '../simulator/trace';
import { containerIn } from './dump';
import type { Facts, SeenEvent } from './facts';

export interface Alignment {
	/** Seconds since the simulated creation. */
	readonly at: number;
	/** How unlike the dump the life is there; lives of one pod are compared by it. */
	readonly cost: number;
	/** The simulated row of `kubectl get pod` is the dump's. */
	readonly rowFits: boolean;
	/** So are the states, codes and counts of all containers. */
	readonly statesFit: boolean;
}

/** The life that is looked through, less what the inference left out of it. */
export interface Told {
	readonly timeline: readonly PodState[];
	readonly events: readonly PodEvent[];
	readonly leftOut: LeftOut;
	/** The last time that may be `now`. */
	readonly latest: number;
}

/** Restarts that the simulated life leaves out: by container, and as the column RESTARTS counts them before and after the init containers are done. */
export interface LeftOut {
	readonly of: ReadonlyMap<string, number>;
	readonly before: number;
	readonly after: number;
}

/** How many restarts are to be added to a simulated row. printPod counts init containers only while they are at work. */
export function addedTo({ kubectl, conditions }: Omit<PodState, 't'>, { before, after }: LeftOut): number {
	return kubectl?.status.startsWith('Init:') && conditions?.['Initialized']?.status !== 'True' ? before : after;
}

const OTHER_STATES = 1000;
const OTHER_ROW = 1_000_000;
/** An event that came once more or less is about as bad as ten seconds. */
const OTHER_COUNT = 10;

/** The best moment of a life to be `now`; undefined for a life without any. */
export function align(told: Told, facts: Facts): Alignment | undefined {
	let best: { readonly cost: number; readonly alignment: Alignment } | undefined;
	const counted = countsOf(told.events);
	const recent = recentEvents(facts);
	const deletedAt = told.timeline.find(({ deleting }) => deleting)?.t;
	for (const [index, state] of told.timeline.entries()) {
		if (state.gone || state.t > told.latest) continue;
		const end = Math.min(told.timeline[index + 1]?.t ?? Number.POSITIVE_INFINITY, told.latest + 0.001);
		const rowFits = sameRow(state, facts.shown, told.leftOut);
		const statesFit = rowFits && sameStates(state, facts.shown, told.leftOut);
		const base = (rowFits ? 0 : OTHER_ROW) + (statesFit ? 0 : OTHER_STATES);
		if (best !== undefined && base > best.cost) continue;
		const ages = agesOf(state, facts, deletedAt);
		for (const at of candidates(state.t, end, ages, counted, recent, facts.now)) {
			const cost = base + costAt(at, ages, counted, recent, facts.now);
			if (best === undefined || cost < best.cost) best = { cost, alignment: { at, cost, rowFits, statesFit } };
		}
	}
	return best?.alignment;
}

/** A time that both lives know: in the simulated one, and in the real one. */
interface Pair {
	readonly simulated: number;
	readonly real: number;
}

/** The columns of kubectl, the phase, and whether it is being deleted. */
export function sameRow(a: Omit<PodState, 't'>, b: Omit<PodState, 't'>, leftOut: LeftOut): boolean {
	const [x, y] = [a.kubectl, b.kubectl];
	return (
		a.phase === b.phase &&
		a.deleting === b.deleting &&
		x?.ready === y?.ready &&
		x?.status === y?.status &&
		(x?.restarts ?? 0) + addedTo(a, leftOut) === (y?.restarts ?? 0)
	);
}

function containersOf(state: Omit<PodState, 't'>): readonly (readonly [string, ContainerState])[] {
	return [...Object.entries(state.initContainers ?? {}), ...Object.entries(state.containers ?? {})];
}

function sameStates(a: Omit<PodState, 't'>, b: Omit<PodState, 't'>, { of: leftOut }: LeftOut): boolean {
	const others = new Map(containersOf(b));
	return containersOf(a).every(([name, one]) => {
		const other = others.get(name);
		return (
			other !== undefined &&
			one.state === other.state &&
			(one.reason ?? '') === (other.reason ?? '') &&
			one.exitCode === other.exitCode &&
			one.ready === other.ready &&
			one.restartCount + (leftOut.get(name) ?? 0) === other.restartCount &&
			(one.lastState?.exitCode === other.lastState?.exitCode || one.restartCount === 0)
		);
	});
}

/** The times of starts and ends that stand in both. */
function agesOf(a: PodState, facts: Facts, deletedAt: number | undefined): readonly Pair[] {
	const b = facts.shown;
	const deletion = a.deleting && deletedAt !== undefined && facts.deletion !== undefined ? [{ simulated: deletedAt, real: facts.deletion.at }] : [];
	const others = new Map(containersOf(b));
	const changes = containersOf(a).flatMap(([name, one]) => {
		const other = others.get(name);
		// The newest time of each: how long the waits before it were says nothing of the one that is under way.
		const pairs = [
			[one.finishedAt, other?.finishedAt],
			[one.startedAt, other?.startedAt],
			[one.lastState?.finishedAt, other?.lastState?.finishedAt],
		];
		return pairs.flatMap(([simulated, real]) => (simulated === undefined || real === undefined ? [] : [{ simulated, real }])).slice(0, 1);
	});
	return [...deletion, ...changes];
}

/** When an event came, each time, by what it is about. */
type Counts = ReadonlyMap<string, readonly number[]>;

const keyOf = (reason: string, container: string | undefined): string => `${reason} ${container ?? ''}`;

function countsOf(events: readonly PodEvent[]): Counts {
	const counts = new Map<string, number[]>();
	for (const { reason, object, times, t } of events) {
		kept(counts, keyOf(reason, containerIn(object)), (): number[] => []).push(...(times ?? [t]));
	}
	return new Map([...counts].map(([key, times]) => [key, times.toSorted((a, b) => a - b)]));
}

/** Events whose newest time says where in a round the pod is. */
const TELLING = new Set(['Pulling', 'Started', 'Killing', 'BackOff', 'Failed', 'Unhealthy', 'Created', 'NodeNotReady']);

/** What was said since the container that it is about last changed. */
function recentEvents({ events, shown }: Facts): readonly SeenEvent[] {
	const changed = new Map(
		containersOf(shown).map(([name, { startedAt, finishedAt, lastState }]) => [name, finishedAt ?? startedAt ?? lastState?.finishedAt ?? 0]),
	);
	return events.filter(({ reason, container, last }) => TELLING.has(reason) && last >= (changed.get(container ?? '') ?? 0) - 1);
}

/** Moments of a stretch at which one of the times that both know is as old as in the dump. */
function candidates(from: number, to: number, ages: readonly Pair[], counted: Counts, events: readonly SeenEvent[], now: number): readonly number[] {
	const within = (at: number): number => Math.max(from, Math.min(to - 0.001, at));
	const byAge = ages.map(({ simulated, real }) => within(simulated + now - real));
	const byEvent = events.flatMap(({ reason, container, last }) =>
		(counted.get(keyOf(reason, container)) ?? []).map((time) => time + now - last).filter((at) => at >= from && at < to),
	);
	return [...byAge, ...byEvent, within(now), from];
}

/** How far the lives are apart if it were now: what is new weighs more than what is old. */
function costAt(at: number, ages: readonly Pair[], counted: Counts, events: readonly SeenEvent[], now: number): number {
	const weight = (age: number): number => 1 / (1 + Math.max(0, age) / 10);
	const byAge = ages.reduce((sum, { simulated, real }) => sum + weight(now - real) * Math.abs(at - simulated - (now - real)), 0);
	const byEvent = events.reduce((sum, { reason, container, last, count }) => {
		const times = (counted.get(keyOf(reason, container)) ?? []).filter((time) => time <= at);
		const newest = times.at(-1);
		if (newest === undefined) return sum + OTHER_COUNT;
		return sum + weight(now - last) * Math.abs(at - newest - (now - last)) * 0.5 + (OTHER_COUNT * Math.min(1, Math.abs(times.length - count))) / 10;
	}, 0);
	return byAge + byEvent;
}

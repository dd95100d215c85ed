/** The life of a pod that was watched (`kubectl get pod NAME -o yaml -w`), held against the one that is told: where they part, and on what the told one relied there. */
import type { PodState, Trace } from '../simulator/trace';
import type { LeftOut } from './align';
import type { DumpedPod } from './dump';
import { type Facts, factsOf, type SeenContainer } from './facts';
import type { Args } from './finding';
import type { Foretelling } from './foretell';

/** What the told life took to be otherwise: when a container first started, how long a run lasted, its exit code, the wait for the next run, when the pod was ready. */
export type PartCode = 'start' | 'run' | 'code' | 'wait' | 'wait/longer' | 'wait/sooner' | ReadyCode;

/** By what stands between the start of the container and its readiness. */
export type ReadyCode = 'ready' | 'ready/hook' | 'ready/startup' | 'ready/other';

export interface Part {
	readonly code: PartCode;
	/** `real` and `told` in seconds, or the two exit codes. */
	readonly args: Args & { readonly container: string };
	/** When the real one parted, seconds since the creation of the pod. */
	readonly at: number;
}

export interface Watched {
	/** How often the pod was printed. */
	readonly prints: number;
	/** In order of time; none where both lives agree within what chance and the seconds of times allow. */
	readonly parts: readonly Part[];
	/** The runs of all containers, seconds since the creation of the pod; those of the told life since its own, as far as the real one goes. */
	readonly real: readonly Run[];
	readonly told: readonly Run[];
	/** Of each container the runs that were as they are told. */
	readonly alike: readonly Alike[];
}

/** So many runs of a container were as they are told; seconds by which their lengths, and the waits before them, differ at most. */
export interface Alike {
	readonly container: string;
	readonly runs: number;
	readonly off: number;
}

/** Undefined for a pod that was printed once, or whose told life shows something else anyway. `nowMs` is the time to speak of, milliseconds of the epoch. */
export function heldAgainst({ pod, history }: DumpedPod, nowMs: number, { trace, alignment, inference: { leftOut } }: Foretelling): Watched | undefined {
	if (history.length === 0 || !alignment?.rowFits) return undefined;
	const seen = [...history, pod].map((one) => factsOf({ pod: one, history: [], events: [], hasEvents: false }, nowMs));
	const real = runsIn(
		seen.map(({ shown }) => shown),
		NOTHING_LEFT_OUT,
		seen.map(readyIn),
	);
	const told = toldUntil(trace, alignment.at, leftOut);
	const isBeingDeleted = seen.at(-1)?.deletion !== undefined;
	const byName = new Map((seen.at(-1)?.containers ?? []).map((container) => [container.name, container]));
	const parts = [...real]
		.flatMap(([key, run]) => partsOf(run, told.get(key), real, told, readyCode(byName.get(run.container))))
		.filter(({ code }) => !isBeingDeleted || (code !== 'run' && code !== 'code'))
		.toSorted((a, b) => a.at - b.at);
	// What starts late makes all that comes after it late.
	const late = parts.findIndex(({ code }) => code === 'start');
	return {
		prints: seen.length,
		parts: parts.filter(({ code }, index) => code !== 'start' || index === late),
		alike: alikeIn(real, told, parts),
		real: [...real.values()],
		told: [...toldUntil(trace, Math.max(alignment.at, seen.at(-1)?.now ?? 0), leftOut).values()],
	};
}

function toldUntil({ timeline = [] }: Trace, until: number, leftOut: LeftOut): Runs {
	const past = timeline.filter(({ t }) => t <= until);
	return runsIn(
		past,
		leftOut,
		past.map((state, index) => (isReady(state) ? sinceReady(past, index) : undefined)),
	);
}

const NOTHING_LEFT_OUT: LeftOut = { of: new Map(), before: 0, after: 0 };

/** What is known of a run of a container. */
export interface Run {
	readonly container: string;
	readonly index: number;
	readonly from?: number;
	readonly to?: number;
	readonly exitCode?: number;
	/** When the pod was ready first after this run began. */
	readonly ready?: number;
}

/** By container and number. */
type Runs = ReadonlyMap<string, Run>;

const keyOf = (container: string, index: number): string => `${container}#${index}`;

/** All that the states tell of each run of each container; `ready` says of each state since when the pod is ready. */
function runsIn(states: readonly Omit<PodState, 't'>[], { of: leftOut }: LeftOut, ready: readonly (number | undefined)[]): Runs {
	const runs = new Map<string, Run>();
	const know = (container: string, index: number, more: Omit<Run, 'container' | 'index'>): void => {
		const key = keyOf(container, index);
		runs.set(key, { ...more, ...runs.get(key), ...(more.to === undefined ? {} : { to: more.to }), container, index });
	};
	for (const [at, { initContainers, containers }] of states.entries()) {
		for (const [name, one] of [...Object.entries(initContainers ?? {}), ...Object.entries(containers ?? {})]) {
			const index = one.restartCount + (leftOut.get(name) ?? 0);
			const since = ready[at];
			const isNew = one.startedAt !== undefined && since !== undefined && since >= one.startedAt - 1 && containers?.[name] !== undefined;
			if (one.state === 'running') know(name, index, { ...ofTimes(one), ...(isNew ? { ready: since } : {}) });
			if (one.state === 'terminated') know(name, index, ofTimes(one));
			// Who waits for the next run has the newest one as its last state, who runs or has ended the one before.
			if (one.lastState) know(name, one.state === 'waiting' ? index : index - 1, ofTimes(one.lastState));
		}
	}
	return runs;
}

interface Times {
	readonly startedAt?: number;
	readonly finishedAt?: number;
	readonly exitCode?: number;
}

const ofTimes = ({ startedAt: from, finishedAt: to, exitCode }: Times): Pick<Run, 'from' | 'to' | 'exitCode'> => ({
	...(from === undefined ? {} : { from }),
	...(to === undefined ? {} : { to }),
	...(exitCode === undefined ? {} : { exitCode }),
});

const isReady = ({ conditions }: Omit<PodState, 't'>): boolean => conditions?.['Ready']?.status === 'True';
const readyIn = ({ shown, since }: Facts): number | undefined => (isReady(shown) ? since.get('Ready') : undefined);
const sinceReady = (states: readonly PodState[], index: number): number | undefined =>
	states[states.findLastIndex((one, at) => at < index && !isReady(one)) + 1]?.t;

function alikeIn(real: Runs, told: Runs, parts: readonly Part[]): readonly Alike[] {
	const parted = new Set(parts.map(({ args: { container, run } }) => `${container} ${run}`));
	const same = [...real.values()].filter((run) => told.has(keyOf(run.container, run.index)) && !parted.has(`${run.container} ${run.index + 1}`));
	return [...new Set(same.map(({ container }) => container))].map((container) => {
		const own = same.filter((run) => run.container === container);
		return { container, runs: own.length, off: Math.max(...own.map((run) => offBy(run, real, told))) };
	});
}

function offBy({ container, index }: Run, real: Runs, told: Runs): number {
	const spans = (all: Runs): readonly (number | undefined)[] => {
		const [run, before] = [all.get(keyOf(container, index)), all.get(keyOf(container, index - 1))];
		return [lengthOf(run?.from, run?.to), index === 0 ? run?.from : lengthOf(before?.to, run?.from)];
	};
	const others = spans(told);
	return Math.max(...spans(real).map((span, i) => Math.abs((span ?? 0) - (span === undefined ? 0 : (others[i] ?? span)))));
}

/** Times are cut to seconds, and the kubelet looks once a second. */
const LEAST_DIFFERENCE = 2.5;
const DIFFERENCE = 0.25;

const differs = (real: number, told: number): boolean => Math.abs(real - told) > Math.max(LEAST_DIFFERENCE, DIFFERENCE * real);

function readyCode(container: SeenContainer | undefined): ReadyCode {
	if (container?.spec.lifecycle?.postStart !== undefined) return 'ready/hook';
	return container?.spec.readinessProbe ? 'ready' : container?.spec.startupProbe ? 'ready/startup' : 'ready/other';
}

function partsOf(real: Run, told: Run | undefined, all: Runs, others: Runs, whyReady: ReadyCode): readonly Part[] {
	if (told === undefined) return [];
	const args = { container: real.container, run: real.index + 1 };
	const part = (code: PartCode, own: number | undefined, other: number | undefined, at: number | undefined): readonly Part[] =>
		own === undefined || other === undefined || at === undefined || !differs(own, other) ? [] : [{ code, args: { ...args, real: own, told: other }, at }];
	const hasOtherEnd = real.exitCode !== undefined && told.exitCode !== undefined && real.exitCode !== told.exitCode;
	const codes: readonly Part[] = hasOtherEnd ? [{ code: 'code', args: { ...args, realCode: real.exitCode, toldCode: told.exitCode }, at: real.to ?? 0 }] : [];
	const [before, beforeTold] = [all.get(keyOf(real.container, real.index - 1)), others.get(keyOf(real.container, real.index - 1))];
	const wait = lengthOf(before?.to, real.from);
	return [
		...(real.index === 0 ? part('start', real.from, told.from, real.from) : []),
		...part(whyWaited(wait, real.index), wait, lengthOf(beforeTold?.to, told.from), real.from),
		...part(whyReady, lengthOf(real.from, real.ready), lengthOf(told.from, told.ready), real.ready),
		...part('run', lengthOf(real.from, real.to), lengthOf(told.from, told.to), real.to),
		...codes,
	];
}

const lengthOf = (from: number | undefined, to: number | undefined): number | undefined => (from === undefined || to === undefined ? undefined : to - from);

const LONGEST_WAIT = 300;

/** The kubelet waits 10 s before the second restart, then twice as long each time, and up to half of it more (pod_workers.go completeWork); nothing before the first. */
function whyWaited(wait: number | undefined, run: number): PartCode {
	const backOff = run < 2 ? 0 : Math.min(LONGEST_WAIT, 10 * 2 ** (run - 2));
	if (wait === undefined || (wait >= backOff - LEAST_DIFFERENCE && wait <= backOff * 1.5 + LEAST_DIFFERENCE)) return 'wait';
	return wait < backOff ? 'wait/sooner' : 'wait/longer';
}

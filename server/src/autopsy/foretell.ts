/** The inferred life is lived, from the creation of the pod to now and on: what it shows from now on is what comes next. */

import type { Pod } from '../schema/generated/types';
import type { Scenario } from '../simulator/scenario';
import { simulate } from '../simulator/simulate';
import type { PodState, Trace } from '../simulator/trace';
import { type Alignment, addedTo, align, type LeftOut, type Told } from './align';
import type { Facts } from './facts';
import { type Inference, infer } from './infer';
import { type Next, NOTHING_NEXT, nextOf } from './next';
import { type Foretold, mostTypical } from './typical';

export interface Foretelling {
	readonly timeline: readonly Foretold[];
	readonly inference: Inference;
	readonly next: Next;
	/** Where the simulated life is now; undefined where none of its moments is like the dump. */
	readonly alignment: Alignment | undefined;
	readonly trace: Trace;
	/** When what happens in `trace` so many seconds after now is told to happen; `timeline` and `next` are told so (typical.ts). */
	readonly moved: (t: number) => number;
}

/** How much of the past is lived at most: what is older decides nothing any more, but for what runs that long. Seconds. */
const USUAL_PAST = 7200;
const LONGEST_PAST = 172_800;
const SLACK = 600;
/** A day is foretold at most. */
const LONGEST_FUTURE = 86_400;

/** So many lives are lived: the kubelet's waits have a random part, and each life takes other places in their ranges. */
const LIVES = 24;

/** Tells what comes within `horizon` seconds: of the lives that fit the dump best the one that most others agree with. */
export function foretell(facts: Facts, horizon: number, inference = infer(facts)): Foretelling {
	const lives: Lived[] = [];
	const futures: (readonly Foretold[])[] = [];
	const asked = Math.min(horizon, LONGEST_FUTURE);
	for (let number = 0; number < LIVES && !isSettled(futures); number++) {
		const lived = liveOnTime(facts, inference, number, asked);
		lives.push(lived);
		futures.push(future(lived, facts, inference, asked));
		// What is too much work once is not done again.
		if (lived.isCut) break;
	}
	const { index, moved } = mostTypical(
		futures,
		lives.map(({ alignment }) => alignment?.cost ?? Number.POSITIVE_INFINITY),
		asked,
	);
	const { trace, alignment } = lives[index] ?? { trace: EMPTY, alignment: undefined };
	const next = alignment?.rowFits ? nextOf(trace, alignment.at, asked, moved) : NOTHING_NEXT;
	const timeline = (futures[index] ?? []).map((row) => ({ ...row, t: Math.round(moved(row.t) * 1000) / 1000 }));
	return { timeline, inference, next, alignment, trace, moved };
}

/** Of a pod of which too little is known to be lived: what it must be like, and nothing of what comes. */
export const unforetold = (facts: Facts): Foretelling => ({
	timeline: [],
	inference: infer(facts),
	next: NOTHING_NEXT,
	alignment: undefined,
	trace: EMPTY,
	moved: (t) => t,
});

/** Where nothing comes in the first of them, chance has no part in it. */
const isSettled = (futures: readonly (readonly Foretold[])[]): boolean => futures.length >= FEW && futures.every(({ length }) => length <= 1);
const FEW = 3;

const EMPTY: Trace = { name: '', kind: 'Pod', until: 0, story: { moments: [], stretches: [], probes: [] } };

interface Lived {
	readonly trace: Trace;
	readonly alignment: Alignment | undefined;
	/** It was too much to be lived to the end. */
	readonly isCut: boolean;
}

function liveOnTime(facts: Facts, inference: Inference, number: number, horizon: number): Lived {
	const first = live(facts, inference, inference.pod, number, horizon);
	const deadline = facts.pod.spec?.activeDeadlineSeconds;
	return deadline === undefined || first.alignment === undefined || first.isCut
		? first
		: live(facts, inference, withDeadline(inference.pod, first, facts, deadline), number, horizon);
}

function live(facts: Facts, { scenario, beside, leftOut, containers }: Inference, pod: Pod, number: number, horizon: number): Lived {
	const past = Math.max(Math.min(Math.max(facts.now, 0), USUAL_PAST), ...[...containers.values()].map((one) => one.past));
	const until = Math.min(past, LONGEST_PAST) + SLACK + horizon;
	const played: Scenario = { ...scenario, until };
	const trace = simulate('Pod', pod, played, { beside, hospitable: true, jitter: places(number) });
	const told: Told = { timeline: trace.timeline ?? [], events: trace.events ?? [], leftOut, latest: trace.until - horizon };
	return { trace, alignment: align(told, facts), isCut: trace.until < until };
}

const GOLDEN = 0.618034;
const SILVER = 0.414214;

/** Places in the ranges of waits, one after another, spread evenly over lives and over the waits of each: halfway in the first life. */
function places(number: number): () => number {
	let turn = 0;
	return () => (number === 0 ? 0.5 : (number * GOLDEN + ++turn * SILVER) % 1);
}

/** The deadline counts from when the pod started, and the simulated one may have started so much later or earlier. */
function withDeadline(pod: Pod, { alignment }: Lived, { now, pod: real, created }: Facts, deadline: number): Pod {
	const startTime = real.status?.startTime === undefined ? 0 : (Date.parse(real.status.startTime) - created) / 1000;
	const left = deadline - (now - startTime);
	const { spec = { containers: [] } } = pod;
	return { ...pod, spec: { ...spec, activeDeadlineSeconds: Math.max(1, Math.round((alignment?.at ?? 0) + left)) } };
}

function future({ trace, alignment }: Lived, { shown }: Facts, { leftOut }: Inference, horizon: number): readonly Foretold[] {
	const now: Foretold = { t: 0, deleting: shown.deleting, ...(shown.phase && { phase: shown.phase }), ...(shown.kubectl && { kubectl: shown.kubectl }) };
	if (alignment === undefined || !alignment.rowFits) return [now];
	const later = (trace.timeline ?? []).filter(({ t }) => t > alignment.at && t <= alignment.at + horizon);
	return [now, ...later.map((state) => rowOf(state, alignment.at, leftOut))];
}

function rowOf(state: PodState, from: number, leftOut: LeftOut): Foretold {
	const { t, phase, deleting, gone, kubectl } = state;
	const at = Math.round((t - from) * 1000) / 1000;
	if (gone) return { t: at, deleting, gone };
	return { t: at, deleting, ...(phase && { phase }), ...(kubectl && { kubectl: { ...kubectl, restarts: kubectl.restarts + addedTo(state, leftOut) } }) };
}

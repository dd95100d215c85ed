/** A life as the lanes tell it: pods, their lanes, bars and marks, by time and without any width. Draws nothing, decides nothing that the trace does not say. */
import type {
	AppliedTimes,
	Life,
	LiveTimes,
	Moment,
	OwnerState,
	PodEvent,
	PodState,
	Stretch,
} from '../../../server/src/protocol/life';
import { type Deed, deedOf } from '../text/action-word';
import { inSeconds } from '../text/times';
import { type Hand, inHands, type Known } from './hands';
import { answersShown, type Between, containersOf, type Lane, laneOf } from './lanes';

export interface Word extends Between {
	readonly hand?: Hand;
	readonly word: string;
}
export interface StatusWord extends Word {
	readonly ready: string;
	readonly restarts: number;
}
export interface ConditionSpan extends Between {
	readonly hand?: Hand;
	readonly status: 'True' | 'False' | 'Unknown';
}

export interface PodModel {
	readonly index: number;
	readonly name: string;
	readonly from: number;
	/** Where its bars end: the pod is gone, or the picture ends. */
	readonly to: number;
	readonly goneAt?: number;
	readonly deletedAt?: number;
	readonly grace?: number;
	readonly silent?: Between;
	/** In absolute time. */
	readonly states: readonly PodState[];
	readonly events: readonly PodEvent[];
	readonly phases: readonly Word[];
	readonly statuses: readonly StatusWord[];
	readonly conditions: ReadonlyMap<string, readonly ConditionSpan[]>;
	readonly sandboxes: readonly Known<Between>[];
	readonly lanes: readonly Lane[];
}

export interface ActionMark extends Deed {
	readonly t: number;
}

export interface OwnerModel {
	/** Steps of ready pods. */
	readonly ready: readonly { readonly t: number; readonly count: number }[];
	readonly most: number;
	readonly events: readonly PodEvent[];
	readonly states: readonly OwnerState[];
}

export interface Model {
	readonly life: Life;
	readonly name: string;
	readonly kind: string;
	readonly end: number;
	readonly pods: readonly PodModel[];
	readonly owner?: OwnerModel;
	readonly actions: readonly ActionMark[];
	readonly moments: readonly Moment[];
	/** Of a life in which a text is applied: how, and where the picture begins. */
	readonly apply?: AppliedTimes & { readonly from: number };
	/** Of a live pod: where in it now is, and what of it is written. */
	readonly live?: LiveTimes;
}

export const CONDITIONS = [
	'PodScheduled',
	'PodReadyToStartContainers',
	'Initialized',
	'ContainersReady',
	'Ready',
] as const;

/** Seconds of what was before an apply that are shown. */
const STEADY = 4;

/** `far`: how far a life beside it is drawn; one that goes on is drawn as far, lest it look ended there. */
export function modelOf(life: Life, far = 0): Model {
	const { trace } = life;
	const raw = trace.pods ?? [
		{ name: trace.name, createdAt: 0, timeline: trace.timeline ?? [], events: trace.events ?? [] },
	];
	const end = Math.max(Math.min(endOf(life, raw), ahead(life)), Math.min(far, trace.until));
	const pods = raw.map((pod, index) => {
		const states = pod.timeline.map((state) => (pod.createdAt ? { ...state, t: state.t + pod.createdAt } : state));
		const events = pod.createdAt ? pod.events.map((event) => shift(event, pod.createdAt)) : pod.events;
		return podModel(life, index, pod.name, pod.createdAt, states, events, end);
	});
	const owner = trace.pods ? ownerModel(life, pods) : undefined;
	return {
		life,
		name: trace.name,
		kind: trace.kind,
		end,
		pods,
		...(owner && { owner }),
		actions: actionsOf(life, end),
		moments: trace.story.moments,
		...(life.live && { live: life.live }),
		...(life.apply && { apply: { ...life.apply, from: Math.max(0, life.apply.at - STEADY) } }),
	};
}

function shift(event: PodEvent, by: number): PodEvent {
	return {
		...event,
		t: event.t + by,
		lastT: event.lastT + by,
		...(event.times && { times: event.times.map((t) => t + by) }),
	};
}

/** The picture ends a little after the last change, or soon after the last pod is gone. */
function endOf(
	life: Life,
	pods: readonly { createdAt: number; timeline: readonly PodState[]; events: readonly PodEvent[] }[],
): number {
	const { trace } = life;
	let last = 0;
	for (const pod of pods) {
		last = Math.max(last, (pod.timeline.at(-1)?.t ?? 0) + pod.createdAt);
		for (const event of pod.events)
			if (event.reason !== 'Unhealthy') last = Math.max(last, (event.lastT ?? event.t) + pod.createdAt);
	}
	for (const moment of trace.story.moments) if (moment.weight > 0) last = Math.max(last, moment.t);
	// What changes nothing is to be seen all the same.
	last = Math.max(last, life.apply?.at ?? 0, life.live?.now ?? 0);
	// What is expected is to be seen where it is decided.
	for (const { t = 0 } of life.expected ?? []) last = Math.max(last, Math.min(t, trace.until));
	const gone = pods.length > 0 && pods.every((pod) => pod.timeline.at(-1)?.gone);
	if (gone) return last + Math.max(1.5, Math.min(3, last * 0.06));
	return last + Math.max(0, Math.min(Math.max(0, trace.until - last), 8, Math.max(4, last * 0.12)));
}

/** Of a live pod so much of what is foretold as does not crowd out what is known: as long as that, or what comes next and as much again. */
function ahead({ live, trace: { story } }: Life): number {
	if (!live) return Number.POSITIVE_INFINITY;
	const next = story.moments.find(({ t, weight }) => t > live.now && weight >= 4)?.t ?? live.now;
	return live.now + Math.max(LEAST_AHEAD, Math.min(live.now, MOST_AHEAD), (next - live.now) * 2.5);
}

/** Seconds. */
const LEAST_AHEAD = 30;
const MOST_AHEAD = 300;

function podModel(
	life: Life,
	index: number,
	name: string,
	from: number,
	states: readonly PodState[],
	events: readonly PodEvent[],
	end: number,
): PodModel {
	const alive = states.filter((state) => !state.gone);
	const goneAt = states.find((state) => state.gone)?.t;
	const to = goneAt ?? end;
	const story = life.trace.story;
	const own = life.trace.pods ? <T extends { readonly pod?: number }>(one: T) => one.pod === index : () => true;
	const stretches = story.stretches
		.filter(own)
		.map((stretch) => ({ ...stretch, to: Math.min(stretch.to, to) }))
		.filter((stretch) => stretch.from <= to);
	const deleting = alive.find((state) => state.deleting);
	const silent = stretches.find((stretch) => stretch.what === 'nodeSilent');
	const probes = answersShown(story.probes.filter(own), to);
	// What the pod as a whole was is known up to now.
	const known = <T extends Between>(items: readonly T[]) => inHands(items, life.live, false);
	return {
		index,
		name,
		from: from - (life.live?.before ?? 0),
		to,
		...(goneAt !== undefined && { goneAt }),
		...(deleting && {
			deletedAt: deleting.t,
			...(deleting.deletionGracePeriodSeconds !== undefined && { grace: deleting.deletionGracePeriodSeconds }),
		}),
		...(silent && { silent: { from: silent.from, to: silent.to } }),
		states,
		events,
		phases: known(
			runsOf(
				alive,
				to,
				(state) => state.phase ?? '',
				(state, between) => ({ ...between, word: state.phase ?? '' }),
			),
		),
		statuses: known(
			runsOf(
				alive,
				to,
				(state) => `${state.kubectl?.status} ${state.kubectl?.ready}`,
				(state, between) => ({
					...between,
					word: state.kubectl?.status ?? '',
					ready: state.kubectl?.ready ?? '',
					restarts: state.kubectl?.restarts ?? 0,
				}),
			),
		),
		conditions: new Map([...conditionsOf(alive, to)].map(([condition, spans]) => [condition, known(spans)])),
		sandboxes: known(sandboxesOf(stretches, alive, to)),
		lanes: containersOf(life.containers, alive).map((container) =>
			laneOf(container, stretches, probes, alive, life.live),
		),
	};
}

/** Neighbouring states that say the same become one. */
function runsOf<T extends Between>(
	states: readonly PodState[],
	end: number,
	key: (state: PodState) => string,
	make: (state: PodState, between: Between) => T,
): T[] {
	const runs: T[] = [];
	for (let i = 0; i < states.length; ) {
		const state = states[i];
		if (!state) break;
		let next = i + 1;
		for (let other = states[next]; other && key(other) === key(state); other = states[next]) next++;
		runs.push(make(state, { from: state.t, to: states[next]?.t ?? end }));
		i = next;
	}
	return runs.filter((run) => run.to > run.from || run === runs.at(-1));
}

function conditionsOf(states: readonly PodState[], end: number): Map<string, ConditionSpan[]> {
	const names = new Set<string>(CONDITIONS);
	for (const state of states) for (const name of Object.keys(state.conditions ?? {})) names.add(name);
	const conditions = new Map<string, ConditionSpan[]>();
	for (const name of names) {
		const known = states.filter((state) => state.conditions?.[name]);
		const status = (state: PodState) => state.conditions?.[name]?.status ?? 'Unknown';
		conditions.set(
			name,
			runsOf(known, end, status, (state, between) => ({ ...between, status: status(state) })),
		);
	}
	return conditions;
}

function sandboxesOf(stretches: readonly Stretch[], states: readonly PodState[], end: number): Between[] {
	const told = stretches.filter((stretch) => stretch.lane === 'sandbox' && stretch.what === 'sandbox');
	if (told.length) return told;
	const has = (state: PodState) => String(state.conditions?.PodReadyToStartContainers?.status === 'True');
	return runsOf(states, end, has, (state, between) => ({ ...between, there: has(state) })).filter(
		(run) => run.there === 'true',
	);
}

function actionsOf(life: Life, end: number): ActionMark[] {
	const marks: ActionMark[] = (life.scenario.actions ?? []).map((action) => ({
		t: inSeconds(action.at) ?? 0,
		...deedOf(action, life.trace.kind),
	}));
	const silent = inSeconds(life.scenario.world?.node?.silentFrom);
	if (silent !== undefined) marks.push({ t: silent, what: 'silent', image: false });
	const pressure = life.scenario.world?.node?.pressure;
	if (pressure) marks.push({ t: inSeconds(pressure.from) ?? 0, what: 'pressure', image: false });
	if (life.apply?.isRefused) marks.push({ t: life.apply.at, what: 'refused', image: false });
	return marks.filter((mark) => mark.t <= end).sort((a, b) => a.t - b.t);
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** How many pods are ready where nobody owns them: a pod, and those that its scenario brings along. */
function readyOf(pods: readonly PodModel[]): readonly { readonly t: number; readonly count: number }[] {
	const spans = pods.flatMap(({ conditions }) =>
		(conditions.get('Ready') ?? []).filter(({ status }) => status === 'True'),
	);
	const times = [...new Set([0, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
	return times.map((t) => ({ t, count: spans.filter(({ from, to }) => from <= t && t < to).length }));
}

function ownerModel(life: Life, pods: readonly PodModel[]): OwnerModel {
	const states = life.trace.owner ?? [];
	const told = states.map((state) => {
		const status = (typeof state.status === 'object' && state.status !== null ? state.status : {}) as Readonly<
			Record<string, unknown>
		>;
		const wanted = Math.max(
			count(status.replicas),
			count(status.desiredNumberScheduled),
			count(status.active) + count(status.succeeded),
		);
		return { t: state.t, count: count(status.readyReplicas ?? status.numberReady ?? status.ready), wanted };
	});
	const ready = told.length ? told : readyOf(pods).map((step) => ({ ...step, wanted: pods.length }));
	const most = Math.max(1, ...ready.map((step) => Math.max(step.count, step.wanted)));
	return {
		ready,
		most,
		events: life.trace.ownerEvents ?? [],
		states: pods.length ? states : [],
	};
}

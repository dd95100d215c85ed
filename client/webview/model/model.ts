/** A life as the lanes tell it: pods, their lanes, bars and marks, by time and without any width. Draws nothing, decides nothing that the trace does not say. */
import type {
	ContainerState,
	Life,
	Moment,
	OwnerState,
	PodEvent,
	PodState,
	ProbeResult,
	ProbeRun,
	Stretch,
} from '../../../server/src/protocol/life';
import { inSeconds } from '../text/times';

export interface Between {
	readonly from: number;
	readonly to: number;
}

export interface Bar extends Stretch {
	/** The exit that ends the bar, if one does. */
	readonly exit?: Exit;
}

export interface Exit {
	readonly t: number;
	readonly code: number;
	readonly reason: string;
	readonly run: number;
	/** A probe had it killed. */
	readonly byProbe: boolean;
}

/** Failing answers in a row, one thread and one name in the lane. */
export interface Streak extends Between {
	readonly probe: ProbeResult['probe'];
	readonly count: number;
	readonly threshold: number;
	readonly decided: boolean;
}

export interface Lane {
	readonly name: string;
	readonly kind: 'init' | 'sidecar' | 'app' | 'ephemeral';
	readonly image: string;
	readonly bars: readonly Bar[];
	readonly hooks: readonly Stretch[];
	readonly exits: readonly Exit[];
	readonly probes: readonly ProbeResult[];
	readonly streaks: readonly Streak[];
	readonly restarts: number;
}

export interface Word extends Between {
	readonly word: string;
}
export interface StatusWord extends Word {
	readonly ready: string;
	readonly restarts: number;
}
export interface ConditionSpan extends Between {
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
	readonly sandboxes: readonly Between[];
	readonly lanes: readonly Lane[];
}

export interface ActionMark {
	readonly t: number;
	readonly what: string;
	readonly image: boolean;
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
}

export const CONDITIONS = [
	'PodScheduled',
	'PodReadyToStartContainers',
	'Initialized',
	'ContainersReady',
	'Ready',
] as const;

const HOOKS: ReadonlySet<string> = new Set(['preStop', 'postStart']);
const OUTSIDE: ReadonlySet<string> = new Set(['scenario', 'scheduler', 'sandbox']);

/** `far`: how far a life beside it is drawn; one that goes on is drawn as far, lest it look ended there. */
export function modelOf(life: Life, far = 0): Model {
	const { trace } = life;
	const raw = trace.pods ?? [
		{ name: trace.name, createdAt: 0, timeline: trace.timeline ?? [], events: trace.events ?? [] },
	];
	const end = Math.max(endOf(life, raw), Math.min(far, trace.until));
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
	const gone = pods.length > 0 && pods.every((pod) => pod.timeline.at(-1)?.gone);
	if (gone) return last + Math.max(1.5, Math.min(3, last * 0.06));
	return last + Math.max(0, Math.min(Math.max(0, trace.until - last), 8, Math.max(4, last * 0.12)));
}

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
	return {
		index,
		name,
		from,
		to,
		...(goneAt !== undefined && { goneAt }),
		...(deleting && {
			deletedAt: deleting.t,
			...(deleting.deletionGracePeriodSeconds !== undefined && { grace: deleting.deletionGracePeriodSeconds }),
		}),
		...(silent && { silent: { from: silent.from, to: silent.to } }),
		states,
		events,
		phases: runsOf(
			alive,
			to,
			(state) => state.phase ?? '',
			(state, between) => ({ ...between, word: state.phase ?? '' }),
		),
		statuses: runsOf(
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
		conditions: conditionsOf(alive, to),
		sandboxes: sandboxesOf(stretches, alive, to),
		lanes: life.containers.map((container) => laneOf(container, stretches, probes, alive)),
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

/** Answers that changed nothing are drawn as one thread: of more than these, some stand for all. */
const MOST_QUIET = 2000;

/** Every answer of the runs until then, in order of time. Of successes that changed nothing only each `stride`th, with the first and the last. */
export function everyAnswer(runs: readonly ProbeRun[], until: number, stride = 1): ProbeResult[] {
	const answers: ProbeResult[] = [];
	for (const { every = 0, count = 1, ...first } of runs) {
		const last = Math.min(
			count - 1,
			every > 0 ? Math.floor((until - first.t) / every + 1e-6) : first.t <= until ? 0 : -1,
		);
		const step = first.ok ? stride : 1;
		for (let i = 0; i <= last; i = i === last ? i + 1 : Math.min(last, i + step)) {
			const t = Math.round((first.t + i * every) * 1000) / 1000;
			answers.push({
				...first,
				t,
				streak: Math.min(first.streak + i, first.threshold),
				decided: first.decided && i === 0,
			});
		}
	}
	return answers.sort((a, b) => a.t - b.t);
}

function answersShown(runs: readonly ProbeRun[], until: number): ProbeResult[] {
	let quiet = 0;
	for (const { ok, t, every = 1, count = 1 } of runs)
		if (ok) quiet += Math.max(0, Math.min(count, (until - t) / every));
	return everyAnswer(runs, until, Math.ceil(quiet / MOST_QUIET) || 1);
}

function laneOf(
	container: Life['containers'][number],
	stretches: readonly Stretch[],
	probes: readonly ProbeResult[],
	states: readonly PodState[],
): Lane {
	const own = stretches.filter((stretch) => stretch.lane === container.name).sort((a, b) => a.from - b.from);
	const results = probes.filter((probe) => probe.container === container.name).sort((a, b) => a.t - b.t);
	const exits = exitsOf(own, results);
	const ends = new Map(exits.map((exit) => [exit.run, exit]));
	const running: ReadonlySet<string> = new Set(['working', 'starting', 'notReady', 'ready', 'terminating']);
	const bars = joined(
		own.filter((stretch) => !HOOKS.has(stretch.what) && stretch.what !== 'nodeSilent' && !OUTSIDE.has(stretch.lane)),
	);
	return {
		name: container.name,
		kind: container.kind,
		image: container.image,
		bars: bars.map((stretch) => {
			const exit = running.has(stretch.what) ? ends.get(stretch.run ?? 0) : undefined;
			return exit && Math.abs(exit.t - stretch.to) < 0.15 ? { ...stretch, exit } : stretch;
		}),
		hooks: own.filter((stretch) => HOOKS.has(stretch.what)),
		exits,
		probes: results,
		streaks: streaksOf(results),
		restarts: stateOf(states.at(-1), container.name)?.restartCount ?? 0,
	};
}

/** An exit that is restarted at once is a mark and no bar; a wait that only changes its name (ErrImagePull, ImagePullBackOff) is one wait. */
function joined(stretches: readonly Stretch[]): Stretch[] {
	const bars: Stretch[] = [];
	for (const stretch of stretches) {
		if (stretch.to - stretch.from < (stretch.what === 'ended' ? 0.1 : 0.002)) continue;
		const before = bars.at(-1);
		const same =
			before &&
			before.what === stretch.what &&
			before.run === stretch.run &&
			before.amount === stretch.amount &&
			stretch.from - before.to < 0.002;
		if (same && stretch.what === 'imageBackOff') bars[bars.length - 1] = { ...stretch, from: before.from };
		else bars.push(stretch);
	}
	return bars;
}

/** A container in a state of the pod, whichever of the three lists it is in. */
export function stateOf(state: PodState | undefined, name: string): ContainerState | undefined {
	return state?.initContainers?.[name] ?? state?.containers?.[name] ?? state?.ephemeralContainers?.[name];
}

function exitsOf(stretches: readonly Stretch[], probes: readonly ProbeResult[]): Exit[] {
	const exits: Exit[] = [];
	const verdicts = probes.filter((probe) => probe.decided && !probe.ok && probe.probe !== 'readiness');
	let start = 0;
	for (const stretch of stretches) {
		if (stretch.what !== 'ended' || stretch.amount === undefined) continue;
		const since = start;
		exits.push({
			t: stretch.from,
			code: stretch.amount,
			reason: stretch.reason ?? '',
			run: stretch.run ?? exits.length,
			byProbe: verdicts.some((verdict) => verdict.t >= since && verdict.t <= stretch.from + 0.05),
		});
		start = stretch.from + 0.05;
	}
	return exits;
}

function streaksOf(probes: readonly ProbeResult[]): Streak[] {
	const streaks: Streak[] = [];
	const open = new Map<string, number>();
	for (const result of probes) {
		if (result.ok) {
			open.delete(result.probe);
			continue;
		}
		const at = open.get(result.probe);
		const before = at === undefined ? undefined : streaks[at];
		if (before && at !== undefined && result.streak > before.count) {
			streaks[at] = { ...before, to: result.t, count: result.streak, decided: before.decided || result.decided };
		} else {
			open.set(result.probe, streaks.length);
			streaks.push({
				probe: result.probe,
				from: result.t,
				to: result.t,
				count: result.streak,
				threshold: result.threshold,
				decided: result.decided,
			});
		}
	}
	return streaks;
}

function actionsOf(life: Life, end: number): ActionMark[] {
	const marks: ActionMark[] = (life.scenario.actions ?? []).map((action) => {
		const text = JSON.stringify(action.body ?? '');
		return {
			t: inSeconds(action.at) ?? 0,
			what: action.subresource === 'resize' ? 'resize' : action.do,
			image: action.do === 'patch' && text.includes('"image"'),
		};
	});
	const silent = inSeconds(life.scenario.world?.node?.silentFrom);
	if (silent !== undefined) marks.push({ t: silent, what: 'silent', image: false });
	const pressure = life.scenario.world?.node?.pressure;
	if (pressure) marks.push({ t: inSeconds(pressure.from) ?? 0, what: 'pressure', image: false });
	return marks.filter((mark) => mark.t <= end).sort((a, b) => a.t - b.t);
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

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
	const most = Math.max(1, ...told.map((step) => Math.max(step.count, step.wanted)));
	return {
		ready: told.length ? told : [{ t: 0, count: 0 }],
		most,
		events: life.trace.ownerEvents ?? [],
		states: pods.length ? states : [],
	};
}

/** The lane of a container: its bars, exits, hooks and probe answers, by time. */
import type {
	ContainerState,
	Life,
	LiveTimes,
	PodState,
	ProbeResult,
	ProbeRun,
	Stretch,
} from '../../../server/src/protocol/life';
import { type Hand, handAt, inHands, type Known } from './hands';

export interface Between {
	readonly from: number;
	readonly to: number;
}

export interface Bar extends Known<Stretch> {
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
	readonly hand?: Hand;
}

/** Failing answers from the first to the next success, kill or start: one thread and one name in the lane. */
export interface Streak extends Between {
	readonly probe: ProbeResult['probe'];
	/** When each was given. */
	readonly misses: readonly number[];
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

const HOOKS: ReadonlySet<string> = new Set(['preStop', 'postStart']);
const OUTSIDE: ReadonlySet<string> = new Set(['scenario', 'scheduler', 'sandbox']);

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

export function answersShown(runs: readonly ProbeRun[], until: number): ProbeResult[] {
	let quiet = 0;
	for (const { ok, t, every = 1, count = 1 } of runs)
		if (ok) quiet += Math.max(0, Math.min(count, (until - t) / every));
	return everyAnswer(runs, until, Math.ceil(quiet / MOST_QUIET) || 1);
}

/** The containers of a pod: those of the manifest, or, of a pod that the scenario brings along, those that its states name. */
export function containersOf(containers: Life['containers'], states: readonly PodState[]): Life['containers'] {
	const own = states.flatMap(({ initContainers, containers: apps, ephemeralContainers }) => [
		...ofKind('init', initContainers),
		...ofKind('app', apps),
		...ofKind('ephemeral', ephemeralContainers),
	]);
	const isKnown = own.length === 0 || own.some(({ name }) => containers.some((container) => container.name === name));
	return isKnown ? containers : [...new Map(own.map((container) => [container.name, container])).values()];
}

const ofKind = (kind: Lane['kind'], states: PodState['containers'] = {}): Life['containers'] =>
	Object.entries(states).map(([name, { image }]) => ({ name, kind, image, probes: [], hooks: [] }));

export function laneOf(
	container: Life['containers'][number],
	stretches: readonly Stretch[],
	probes: readonly ProbeResult[],
	states: readonly PodState[],
	live?: LiveTimes,
): Lane {
	const own = stretches.filter((stretch) => stretch.lane === container.name).sort((a, b) => a.from - b.from);
	const results = probes.filter((probe) => probe.container === container.name).sort((a, b) => a.t - b.t);
	const exits = exitsOf(own, results).map((exit): Exit => {
		const hand = handAt(live, exit.t);
		return hand ? { ...exit, hand } : exit;
	});
	const ends = new Map(exits.map((exit) => [exit.run, exit]));
	const running: ReadonlySet<string> = new Set(['working', 'starting', 'notReady', 'ready', 'terminating']);
	const bars = joined(
		own.filter((stretch) => !HOOKS.has(stretch.what) && stretch.what !== 'nodeSilent' && !OUTSIDE.has(stretch.lane)),
	);
	return {
		name: container.name,
		kind: container.kind,
		image: container.image,
		bars: inHands(bars, live, true).map((stretch) => {
			const exit = running.has(stretch.what) ? ends.get(stretch.run ?? 0) : undefined;
			return exit && Math.abs(exit.t - stretch.to) < 0.15 ? { ...stretch, exit } : stretch;
		}),
		hooks: own.filter((stretch) => HOOKS.has(stretch.what)),
		exits,
		probes: results,
		streaks: streaksOf(results, exits),
		restarts:
			stateOf(live ? states.findLast(({ t }) => t <= live.now) : states.at(-1), container.name)?.restartCount ?? 0,
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

/** However few of its crosses can be drawn, a streak counts all its misses: the answers themselves count to the threshold only. */
function streaksOf(probes: readonly ProbeResult[], exits: readonly Exit[]): Streak[] {
	const streaks: { -readonly [K in keyof Streak]: Streak[K] }[] = [];
	const open = new Map<
		string,
		{ readonly streak: (typeof streaks)[number]; readonly misses: number[]; readonly run: number }
	>();
	let run = 0;
	for (const { t, ok, probe, threshold, decided } of probes) {
		for (let exit = exits[run]; exit && exit.t < t; exit = exits[run]) run++;
		const before = open.get(probe);
		if (ok || before?.run !== run) open.delete(probe);
		if (ok) continue;
		const at = open.get(probe);
		if (at) {
			at.misses.push(t);
			Object.assign(at.streak, { to: t, count: at.misses.length, decided: at.streak.decided || decided });
		} else {
			const misses = [t];
			const streak = { probe, from: t, to: t, misses, count: 1, threshold, decided };
			open.set(probe, { streak, misses, run });
			streaks.push(streak);
		}
	}
	return streaks;
}

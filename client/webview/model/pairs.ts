/** Real beside told: the runs of a container of a pod that was printed again and again, and those of the life that explains it, as two lanes. */
import type { LaneContainer, LiveRun, LiveTimes, Stretch } from '../../../server/src/protocol/life';
import { type Lane, laneOf } from './lanes';

export interface Pair {
	readonly name: string;
	readonly real: Lane;
	/** Up to now as it would have been, then as it is foretold. */
	readonly told: Lane;
	/** Since when they part, if they do. */
	readonly parts?: number;
}

/** The two lanes of a container whose one lane tells both; undefined where nothing is known of runs. */
export function pairOf(lane: Lane, live: LiveTimes | undefined): Pair | undefined {
	if (!live?.runs) return undefined;
	const { known, runs, parted } = live;
	const container: LaneContainer = { name: lane.name, kind: lane.kind, image: lane.image, probes: [], hooks: [] };
	const laneWith = (all: readonly LiveRun[], unready: Unready): Lane => {
		const own = all.filter((run) => run.container === lane.name).toSorted((a, b) => a.index - b.index);
		return { ...laneOf(container, stretchesOf(own, container, known, unready), [], []), restarts: 0 };
	};
	const told = laneWith(runs.told, () => 'starting');
	const first = parted.find((part) => part.container === lane.name)?.t;
	return {
		name: lane.name,
		// Who ended between two prints may have been ready without having been seen.
		real: laneWith(runs.real, ({ to }) => (to === undefined ? 'starting' : 'working')),
		told: {
			...told,
			bars: [...told.bars, ...lane.bars.filter(({ from }) => from >= known)],
			exits: [...told.exits, ...lane.exits.filter(({ t }) => t > known)].map((exit) => ({ ...exit, hand: 'foretold' })),
		},
		...(first !== undefined && { parts: first }),
	};
}

/** What a run is called that was not seen ready. */
type Unready = (run: LiveRun) => 'starting' | 'working';

/** What a container did, as far as its runs say. */
function stretchesOf(
	runs: readonly LiveRun[],
	{ name: lane, kind }: LaneContainer,
	until: number,
	unready: Unready,
): Stretch[] {
	return runs.flatMap((run, i): Stretch[] => {
		const { from, to = until, ready, exitCode, index } = run;
		if (from === undefined || from >= until) return [];
		const end = Math.min(to, until);
		const stretch = (what: Stretch['what'], a: number, b: number): Stretch => ({
			lane,
			what,
			from: a,
			to: b,
			run: index,
		});
		const isReady = ready !== undefined && ready < end;
		const running = isReady
			? [stretch('starting', from, Math.max(from, ready)), stretch('ready', Math.max(from, ready), end)]
			: [stretch(kind === 'init' ? 'working' : unready(run), from, end)];
		if (run.to === undefined || run.to > until) return running;
		const next = runs[i + 1];
		const ended = { ...stretch('ended', end, next ? end : until), ...(exitCode !== undefined && { amount: exitCode }) };
		// What lies between two runs of which others are missing nobody saw.
		const isNext = next?.index === index + 1 && next.from !== undefined;
		return [...running, ended, ...(isNext ? [stretch('backOff', end, Math.min(next.from, until))] : [])];
	});
}

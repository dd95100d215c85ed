/** The answers of probes under a bar: successes as a thread, misses as crosses, one name for each streak of them. */
import { firstThat } from '../model/ascending';
import type { Lane, Streak } from '../model/lanes';
import type { Plot } from './bar';
import { dot, type Mark, path, text } from './scene';
import { widthOf } from './text-fit';

/** px. Marks nearer than this are one mark. */
const APART = 5;
/** px. A thread shorter than this is none. */
const THREAD = 6;
/** px between two names. */
const GAP = 8;
const MARKS = 9;
const WITH_NAMES = 22;

interface ProbeMarks {
	readonly over: readonly Mark[];
	readonly back: readonly Mark[];
	/** px that they take under the bar. */
	readonly height: number;
}

export function probeMarks(lane: Lane, y: number, plot: Plot): ProbeMarks {
	if (!lane.probes.length) return { over: [], back: [], height: 0 };
	const streaks = lane.streaks.filter(({ from, to }) => to >= plot.from && from <= plot.to).sort(weightier);
	const crosses = new Places(APART);
	const misses = streaks.flatMap((streak) => missMarks(streak, y, plot, crosses));
	const threads = streaks.flatMap(({ from, to }) => thread(from, to, y, plot));
	const names = namesOf(streaks, y, plot);
	const { over, back } = successMarks(lane, y, plot);
	return {
		over: [...over, ...misses, ...names],
		back: [...back, ...threads],
		height: names.length ? WITH_NAMES : MARKS,
	};
}

/** What had the container killed finds its place first; then those that come first. */
const kills = ({ decided, probe }: Streak): boolean => decided && probe !== 'readiness';
const weightier = (a: Streak, b: Streak): number => Number(kills(b)) - Number(kills(a)) || a.from - b.from;

/** Places that are taken, told apart to so many pixels. */
class Places {
	private readonly taken = new Map<number, number>();

	constructor(private readonly apart: number) {}

	take(x: number): boolean {
		const at = Math.floor(x / this.apart);
		for (const near of [at - 1, at, at + 1]) {
			const other = this.taken.get(near);
			if (other !== undefined && Math.abs(other - x) < this.apart) return false;
		}
		this.taken.set(at, x);
		return true;
	}
}

/** Of crosses that stand too close some are left out, the last one and the triangle of a kill never. */
function missMarks(streak: Streak, y: number, plot: Plot, places: Places): Mark[] {
	const { misses, probe } = streak;
	const seen = misses.slice(
		firstThat(misses, (t) => t >= plot.from),
		firstThat(misses, (t) => t > plot.to),
	);
	const last = misses.at(-1);
	const ends = last !== undefined && seen.at(-1) === last;
	const marks: Mark[] = [];
	if (ends && places.take(plot.x(last))) {
		const x = plot.x(last);
		marks.push(
			kills(streak) ? path('fill bad', 'M', x, y - 2, 'l', -4.5, 8.5, 'h', 9, 'z') : cross(x, y, probe === 'liveness'),
		);
	}
	let room = Number.NEGATIVE_INFINITY;
	for (const t of ends ? seen.slice(0, -1) : seen) {
		if (t < room) continue;
		const x = plot.x(t);
		if (!places.take(x)) continue;
		room = plot.t(x + APART);
		marks.push(cross(x, y, probe === 'liveness'));
	}
	return marks;
}

const cross = (x: number, y: number, bad: boolean): Mark =>
	path(bad ? 'cross thin bad' : 'cross thin wait', 'M', x - 2.6, y + 1, 'l', 5.2, 5.2, 'm', 0, -5.2, 'l', -5.2, 5.2);

function thread(from: number, to: number, y: number, plot: Plot): Mark[] {
	const [a, b] = [plot.x(from), plot.x(to)];
	return b - a > THREAD ? [path('thread', 'M', a, y + 3.5, 'H', b)] : [];
}

/** One name a streak, under its middle, with its own count; without room none, and never another's. */
function namesOf(streaks: readonly Streak[], y: number, plot: Plot): Mark[] {
	const taken: (readonly [from: number, to: number])[] = [];
	return streaks.flatMap((streak) => {
		// A lane holds so many names and no more.
		if (taken.length * 30 > plot.width + 2 * plot.spare) return [];
		const name = plot.words.probes[streak.probe];
		const said = `${name} ${streak.probe === 'readiness' ? `×${streak.count}` : `${streak.count}/${streak.threshold}`}`;
		const width = widthOf(said);
		const [a, b] = [Math.max(plot.left, plot.x(streak.from)), plot.x(Math.min(streak.to, plot.to))];
		const from = Math.max(plot.left, Math.min((a + b) / 2 - width / 2, plot.right + plot.spare - width));
		// One that had to move out of its streak's sight would be read as its neighbour's.
		if (from > b + APART || from + width < a - APART) return [];
		if (taken.some(([other, end]) => from < end + GAP && from + width > other - GAP)) return [];
		taken.push([from, from + width]);
		return [text(from, y + 19, said, streak.decided ? 'word halo' : 'word mute halo')];
	});
}

/** Successes that changed nothing are one thin thread until the next miss; one that changed something is a disc. */
function successMarks(lane: Lane, y: number, plot: Plot): { readonly over: Mark[]; readonly back: Mark[] } {
	const over: Mark[] = [];
	const back: Mark[] = [];
	let quiet: { readonly from: number; readonly to: number } | undefined;
	const end = () => {
		if (quiet) back.push(...thread(quiet.from, quiet.to, y, plot));
		quiet = undefined;
	};
	// Of ten thousand answers only those that are drawn are placed.
	let room = Number.NEGATIVE_INFINITY;
	const { probes } = lane;
	const seen = probes.slice(
		firstThat(probes, ({ t }) => t >= plot.from),
		firstThat(probes, ({ t }) => t > plot.to),
	);
	for (const { t, ok, decided } of seen) {
		if (!ok) end();
		else if (!decided) quiet = { from: quiet?.from ?? t, to: t };
		else if (t >= room) {
			const x = plot.x(t);
			room = plot.t(x + APART);
			over.push(dot(x, y + 3.5, 2.8, 'answer ok'));
		}
	}
	end();
	return { over, back };
}

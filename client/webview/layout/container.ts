/** The lane of a container: its bar, the marks under it (probes, hooks, the ghost) and what stands over it. */
import { firstThat } from '../model/ascending';
import type { Bar, Lane, PodModel } from '../model/model';
import { clock } from '../text/times';
import { barMarks, exitMarks, failedPull, ghostMarks, type Plot, stateWord } from './bar';
import { BAR, type Cell, dot, type Mark, path, type Row, rect, text } from './scene';
import { shorten, widthOf } from './text-fit';
import { cellsOf, visible } from './texture';

export interface ContainerOptions {
	readonly folded: boolean;
	readonly gutter: number;
	readonly narrow: boolean;
	/** The first container says once that the node is silent. */
	readonly first: boolean;
	readonly ghost: Lane | undefined;
}

/** A folded lane is a 3 px line. */
const FOLDED = 3;
/** Marks nearer than this are one mark. */
const APART = 4;

export function containerRow(pod: PodModel, lane: Lane, top: number, plot: Plot, options: ContainerOptions): Row {
	const key = `${pod.index}/${lane.name}`;
	const kind = lane.name === lane.kind ? '' : plot.words.kinds[lane.kind];
	const y = top + (options.narrow ? 16 : 0);
	const base = { key, kind: 'container' as const, name: lane.name, pod: pod.index, folded: options.folded };
	const head = options.narrow ? headAbove(lane, kind, top) : headBeside(lane, kind, top, options);
	const headBox = options.narrow
		? { x: 14, y: top - 2, w: plot.right - 20, h: 15 }
		: { x: 4, y: top - 2, w: options.gutter - 10, h: 20 };
	if (options.folded) {
		const line = visible(lane.bars, plot).map((bar) =>
			rect(plot.x(bar.from), y + 8, Math.max(1, plot.x(bar.to) - plot.x(bar.from)), FOLDED, foldedLook(bar), 1),
		);
		return { ...base, y, height: (options.narrow ? 16 : 0) + BAR, head, headBox, marks: line, cells: [], tops: [] };
	}
	const cells = cellsOf(lane.bars, lane.name, plot, (bar) => cellOf(bar, lane, y, key, plot));
	const tops: Mark[] = [];
	const marks: Mark[] = [];
	lane.bars.forEach((bar, i) => {
		const before = lane.bars[i - 1];
		if (
			before &&
			plot.x(bar.to) - plot.x(bar.from) > 3 &&
			bar.run !== before.run &&
			bar.from - before.to < 0.6 &&
			before.what !== 'backOff' &&
			inSight(bar.from, plot)
		) {
			tops.push(path('seam', 'M', plot.x(bar.from), y - 1, 'v', BAR + 2));
		}
	});
	for (const bar of visible(lane.bars, plot))
		if (bar.what === 'pull' && bar.failed) tops.push(...failedPull(plot.x(bar.to), y));
	let lastExit = Number.NEGATIVE_INFINITY;
	lane.exits.forEach((exit, i) => {
		if (!inSight(exit.t, plot)) return;
		const x = plot.x(exit.t);
		if (x - lastExit < 1) return;
		lastExit = x;
		const next = lane.exits[i + 1];
		tops.push(...exitMarks(exit, y, next ? plot.x(next.t) : Number.POSITIVE_INFINITY, plot));
	});
	const under = y + BAR + 3;
	let used = 0;
	const claim = (height: number) => {
		used = Math.max(used, height);
	};
	if (lane.hooks.length) {
		for (const hook of lane.hooks) marks.push(...hookMarks(hook, under, plot));
		claim(15);
	}
	const probesAt = under + (lane.hooks.length && lane.probes.length ? 15 : 0);
	const { over, back, height } = probeMarks(lane, probesAt, plot);
	tops.push(...over);
	marks.push(...back);
	if (height) claim(probesAt - under + height);
	tops.push(...graceWord(lane, y, plot));
	if (pod.silent) tops.push(...fog(pod.silent.from, Math.min(pod.silent.to, pod.to), y, options.first, plot));
	if (options.ghost) {
		marks.push(...ghostMarks(options.ghost, under + used + 2, plot));
		if (!options.narrow) head.push(text(options.gutter - 8, under + used + 7, plot.words.before, 'word mute', 'end'));
		used += 9;
	}
	return { ...base, y, height: y - top + BAR + Math.max(used + 5, 8) + 4, head, headBox, marks, cells, tops };
}

function inSight(t: number, plot: Plot): boolean {
	return t >= plot.from && t <= plot.to;
}

function cellOf(bar: Bar, lane: Lane, y: number, key: string, plot: Plot): Cell {
	const state = stateWord(bar, plot.words);
	const said = plot.words.barLabel(lane.name, state, clock(bar.from, plot.tongue), clock(bar.to, plot.tongue));
	return {
		key: `${key}@${bar.from}`,
		t: bar.from,
		x: plot.x(bar.from),
		y,
		w: Math.max(1.5, plot.x(bar.to) - plot.x(bar.from)),
		h: BAR,
		label: bar.exit ? `${said}, ${plot.words.thenExit(bar.exit.code)}` : said,
		marks: barMarks(bar, y, lane, plot),
	};
}

function foldedLook(bar: Bar): string {
	switch (bar.what) {
		case 'ready':
			return 'fill ok';
		case 'starting':
		case 'notReady':
			return 'fill ok faded';
		case 'pull':
		case 'working':
		case 'sandbox':
			return 'fill prep';
		case 'backOff':
		case 'imageBackOff':
			return 'fill wait';
		case 'stuck':
			return 'fill bad';
		case 'terminating':
			return 'fill term';
		default:
			return bar.what === 'ended' && bar.amount ? 'fill bad faded' : 'fill done faded';
	}
}

function headAbove(lane: Lane, kind: string, top: number): Mark[] {
	const said = `${kind}${lane.restarts ? ` ↻${lane.restarts}` : ''}`.trim();
	return [
		text(18, top + 10, lane.name, 'word strong'),
		text(18 + widthOf(lane.name, 6.8) + 6, top + 10, said, 'word mute'),
	];
}

function headBeside(lane: Lane, kind: string, top: number, options: ContainerOptions): Mark[] {
	const right = lane.restarts ? `↻${lane.restarts}` : '';
	const room = options.gutter - 42 - (right ? widthOf(right) + 6 : 0);
	const name = shorten(lane.name, room - (kind ? widthOf(kind) + 7 : 0)) || shorten(lane.name, room);
	const withKind = kind && widthOf(name) + widthOf(kind) + 7 <= room;
	const disc = lane.kind === 'app' ? 'station app' : 'station';
	return [
		dot(17, top + 9, lane.kind === 'sidecar' ? 4.5 : 4, disc),
		...(lane.kind === 'sidecar' ? [path('line prep', 'M', 17, top + 5, 'v', 8)] : []),
		text(28, top + 13, name, 'word'),
		...(withKind ? [text(28 + widthOf(name) + 7, top + 13, kind, 'word mute')] : []),
		...(right ? [text(options.gutter - 8, top + 13, right, 'word mute', 'end')] : []),
	];
}

function hookMarks(hook: Bar, y: number, plot: Plot): Mark[] {
	const [a, b] = [plot.x(hook.from), plot.x(hook.to)];
	if (hook.to < plot.from || hook.from > plot.to) return [];
	const said = shorten(hook.what, b - Math.max(a, plot.left) - 6);
	return [
		rect(a, y, Math.max(2, b - a), 12, hook.failed ? 'hook cut' : 'hook', 1.5),
		...(said ? [text(Math.max(a, plot.left) + 5, y + 9.5, said, 'word')] : []),
		...(hook.failed ? [path('cross bad', 'M', b - 3, y + 2.5, 'l', 6, 7, 'm', 0, -7, 'l', -6, 7)] : []),
	];
}

function probeMarks(lane: Lane, y: number, plot: Plot): { over: Mark[]; back: Mark[]; height: number } {
	const over: Mark[] = [];
	const back: Mark[] = [];
	if (!lane.probes.length) return { over, back, height: 0 };
	let height = 9;
	// Until these times there is no room for another mark: of ten thousand answers only those that are drawn are placed.
	let roomForOk = Number.NEGATIVE_INFINITY;
	let roomForMiss = Number.NEGATIVE_INFINITY;
	let roomForVerdict = Number.NEGATIVE_INFINITY;
	let thread: { readonly from: number; to: number } | undefined;
	const drawThread = (from: number, to: number) => {
		const [a, b] = [plot.x(from), plot.x(to)];
		if (b - a > 6) back.push(path('thread', 'M', a, y + 3.5, 'H', b));
	};
	const endThread = () => {
		if (thread && thread.to > thread.from) drawThread(thread.from, thread.to);
		thread = undefined;
	};
	for (const result of between(lane.probes, plot)) {
		const { t } = result;
		if (result.ok && !result.decided) {
			if (thread) thread.to = t;
			else thread = { from: t, to: t };
			continue;
		}
		if (result.ok) {
			if (t < roomForOk) continue;
			const x = plot.x(t);
			roomForOk = plot.t(x + APART);
			over.push(dot(x, y + 3.5, 2.8, 'answer ok'));
			continue;
		}
		endThread();
		if (t < (result.decided ? roomForVerdict : roomForMiss)) continue;
		const x = plot.x(t);
		roomForMiss = plot.t(x + APART);
		if (result.decided) roomForVerdict = roomForMiss;
		if (result.decided && result.probe !== 'readiness')
			over.push(path('fill bad', 'M', x, y - 2, 'l', -4.5, 8.5, 'h', 9, 'z'));
		else
			over.push(
				path(
					result.probe === 'liveness' ? 'cross thin bad' : 'cross thin wait',
					'M',
					x - 2.6,
					y + 1,
					'l',
					5.2,
					5.2,
					'm',
					0,
					-5.2,
					'l',
					-5.2,
					5.2,
				),
			);
	}
	endThread();
	let taken = Number.NEGATIVE_INFINITY;
	for (const streak of lane.streaks) {
		if (streak.to < plot.from || streak.from > plot.to) continue;
		if (streak.to > streak.from) drawThread(streak.from, streak.to);
		const a = plot.x(streak.from);
		if (a <= taken + 11) continue;
		const name = plot.words.probes[streak.probe];
		const said = `${name} ${streak.probe === 'readiness' ? `×${streak.count}` : `${streak.count}/${streak.threshold}`}`;
		const x = Math.max(plot.left, Math.min(a - 3, plot.right - widthOf(said)));
		if (x <= taken + 8) continue;
		over.push(text(x, y + 19, said, streak.decided ? 'word halo' : 'word mute halo'));
		taken = x + widthOf(said);
		height = 22;
	}
	return { over, back, height };
}

function between<T extends { readonly t: number }>(items: readonly T[], plot: Plot): readonly T[] {
	return items.slice(
		firstThat(items, ({ t }) => t >= plot.from),
		firstThat(items, ({ t }) => t > plot.to),
	);
}

function graceWord(lane: Lane, y: number, plot: Plot): Mark[] {
	return lane.bars.flatMap((bar) => {
		if (bar.what !== 'terminating' || bar.amount === undefined) return [];
		const deadline = bar.from + bar.amount;
		const missed = deadline <= bar.to + 0.5 && bar.to - bar.from >= bar.amount * 0.12;
		if (!missed || deadline > plot.scale.end) return [];
		return [text(plot.x(deadline) - 4, y - 4, plot.words.grace(bar.amount), 'word mute halo', 'end')];
	});
}

function fog(from: number, to: number, y: number, first: boolean, plot: Plot): Mark[] {
	const [a, b] = [plot.x(from), plot.x(to)];
	const marks = [rect(a, y - 2, b - a, BAR + 4, 'fog')];
	if (!first) return marks;
	const said = shorten(plot.words.noNews, b - a - 24);
	const x = Math.max(a, plot.left) + 8;
	marks.push(path('silence', 'M', a, y - 6, 'V', y + BAR + 6));
	if (said) marks.push(rect(x, y + 2, widthOf(said) + 10, 14, 'plate', 2), text(x + 5, y + 13, said, 'word'));
	return marks;
}

/** The lane of a container: its bar, the marks under it (probes, hooks, the ghost) and what stands over it. */
import type { Bar, Lane } from '../model/lanes';
import type { PodModel } from '../model/model';
import { barMarks, exitMarks, failedPull, ghostMarks, type Plot, stateWord } from './bar';
import { AFTER } from './frame';
import { headAbove, headBeside, kindOf } from './names';
import { probeMarks } from './probes';
import { BAR, type Cell, type Frame, type Mark, path, type Row, rect, text } from './scene';
import { fitName, type Measure, shorten, widthOf } from './text-fit';
import { cellsOf, visible } from './texture';

export interface ContainerOptions {
	readonly folded: boolean;
	readonly frame: Frame;
	readonly measure: Measure;
	/** The first container says once that the node is silent. */
	readonly first: boolean;
	/** Where the arrow comes down that lets it begin, if one does. */
	readonly arrow: number | undefined;
	readonly ghost: Lane | undefined;
	/** What the ghost is the life of. */
	readonly ghostName: string;
}

/** px: a folded lane is a line; a name above its bar; what stands under it. */
const FOLDED = 3;
const ABOVE = 16;
const HOOK = 15;
const GHOST = 9;

export function containerRow(pod: PodModel, lane: Lane, top: number, plot: Plot, options: ContainerOptions): Row {
	const { frame, folded } = options;
	const key = `${pod.index}/${lane.name}`;
	const above = frame.narrow ? ABOVE : 0;
	const y = top + above;
	const base = {
		key,
		kind: 'container' as const,
		name: lane.name,
		pod: pod.index,
		folded,
		y,
		...headOf(lane, top, plot, options),
	};
	if (folded) {
		const line = visible(lane.bars, plot).map((bar) =>
			rect(plot.x(bar.from), y + 8, Math.max(1, plot.x(bar.to) - plot.x(bar.from)), FOLDED, foldedLook(bar), 1),
		);
		return { ...base, height: above + BAR, marks: line, cells: [], tops: [] };
	}
	const under = underBar(lane, y + BAR + 3, plot, options);
	const tops = [...ends(lane, y, plot), ...under.over, ...graceWord(lane, y, plot)];
	if (pod.silent) tops.push(...fog(pod.silent.from, Math.min(pod.silent.to, pod.to), y, options.first, plot));
	return {
		...base,
		head: [...base.head, ...under.head],
		height: above + BAR + Math.max(under.height + 5, 8) + 4,
		marks: under.marks,
		cells: cellsOf(lane.bars, lane.name, plot, (bar) => cellOf(bar, lane, y, key, plot)),
		tops,
	};
}

function headOf(
	lane: Lane,
	top: number,
	plot: Plot,
	{ frame, measure, arrow }: ContainerOptions,
): Pick<Row, 'head' | 'headBox'> {
	const kind = kindOf(lane, plot.words);
	return frame.narrow
		? {
				head: headAbove(lane, kind, top, frame, measure, arrow),
				headBox: { x: 14, y: top - 2, w: plot.right - 20, h: 15 },
			}
		: {
				head: headBeside(lane, kind, top, frame, measure),
				headBox: { x: 4, y: top - 2, w: frame.gutter - 10, h: 20 },
			};
}

/** What ends a bar stands over it: the seam of a restart at once, a failed pull, an exit. */
function ends(lane: Lane, y: number, plot: Plot): Mark[] {
	const marks: Mark[] = [];
	lane.bars.forEach((bar, i) => {
		const before = lane.bars[i - 1];
		const wide = plot.x(bar.to) - plot.x(bar.from) > 3;
		if (!before || !wide || bar.run === before.run || before.what === 'backOff') return;
		if (bar.from - before.to < 0.6 && inSight(bar.from, plot))
			marks.push(path('seam', 'M', plot.x(bar.from), y - 1, 'v', BAR + 2));
	});
	for (const bar of visible(lane.bars, plot))
		if (bar.what === 'pull' && bar.failed) marks.push(...failedPull(plot.x(bar.to), y));
	let last = Number.NEGATIVE_INFINITY;
	lane.exits.forEach((exit, i) => {
		const x = plot.x(exit.t);
		if (!inSight(exit.t, plot) || x - last < 1) return;
		last = x;
		const next = lane.exits[i + 1];
		marks.push(...exitMarks(exit, y, next ? plot.x(next.t) : Number.POSITIVE_INFINITY, plot));
	});
	return marks;
}

interface Under {
	readonly marks: readonly Mark[];
	readonly over: readonly Mark[];
	/** In the gutter. */
	readonly head: readonly Mark[];
	readonly height: number;
}

/** Hooks, then probes, then the stripe of the life it is compared with. */
function underBar(lane: Lane, y: number, plot: Plot, { ghost, ghostName, frame, measure }: ContainerOptions): Under {
	const hooks = lane.hooks.length ? HOOK : 0;
	const probes = probeMarks(lane, y + hooks, plot);
	const used = probes.height ? hooks + probes.height : hooks;
	const marks = [...lane.hooks.flatMap((hook) => hookMarks(hook, y, plot)), ...probes.back];
	if (!ghost) return { marks, over: probes.over, head: [], height: used };
	const name = fitName(ghostName, frame.gutter - AFTER - 4, measure);
	return {
		marks: [...marks, ...ghostMarks(ghost, y + used + 2, plot)],
		over: probes.over,
		head: frame.narrow ? [] : [text(frame.gutter - AFTER, y + used + 7, name, 'word mute', 'end')],
		height: used + GHOST,
	};
}

function inSight(t: number, plot: Plot): boolean {
	return t >= plot.from && t <= plot.to;
}

function cellOf(bar: Bar, lane: Lane, y: number, key: string, plot: Plot): Cell {
	const state = stateWord(bar, plot.words);
	const { from, to } = bar.whole ?? bar;
	const lasts = plot.words.barLabel(lane.name, state, plot.when.clock(from), plot.when.clock(to));
	const said = `${lasts}${plot.words.known(bar.hand, plot.when.clock(plot.known))}`;
	return {
		key: `${key}@${bar.from}`,
		t: bar.from,
		x: plot.x(bar.from),
		y,
		w: Math.max(1.5, plot.x(bar.to) - plot.x(bar.from)),
		h: BAR,
		label: bar.exit ? `${said}, ${plot.words.thenExit(bar.exit.code)}` : said,
		marks: barMarks(bar, y, lane, plot),
		...(bar.hand && { hand: bar.hand }),
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

/** Model and width in, shapes in pixels out. Pure: no DOM, no clock; the playhead is not part of it, so that dragging it costs nothing here. */

import type { ActionMark, Model, PodModel } from '../model/model';
import type { Glyph } from '../paint/glyphs';
import { clock, span } from '../text/times';
import type { Tongue } from '../text/tongue';
import type { PanelWords } from '../text/words-en';
import { CUT_AT, type Plot } from './bar';
import { containerRow } from './container';
import { ownerRow, podRow } from './owner';
import { conditionRow, phaseRow, statusRow } from './pod';
import type { Scale } from './scale';
import { BAR, type Frame, type Mark, path, type Row, RULER, rect, type Scene, sign, type Tick, text } from './scene';
import { shorten, widthOf } from './text-fit';

export interface LayoutOptions {
	readonly width: number;
	/** How far the zoomed picture is moved to the left. */
	readonly pan: number;
	/** Laid out on both sides beyond what is seen, so that moving the picture need not lay it out again. */
	readonly spare: number;
	readonly tongue: Tongue;
	readonly words: PanelWords;
	/** Keys of folded rows. */
	readonly folded: ReadonlySet<string>;
	readonly conditionsOpen: boolean;
	/** The pod whose lanes stand open under its owner. */
	readonly pod: number;
}

/** The edges of the lanes in a panel of this width. */
export function frameOf(width: number): Frame {
	const narrow = width < 520;
	const gutter = narrow ? 0 : width < 800 ? 112 : 128;
	return { narrow, gutter, left: narrow ? 12 : gutter, right: width - 14 };
}

export function layout(model: Model, ghost: Model | undefined, scale: Scale, options: LayoutOptions): Scene {
	const frame = frameOf(options.width);
	const x = (t: number) => frame.left + scale.x(t) - options.pan;
	const t = (px: number) => scale.t(px - frame.left + options.pan);
	const plot: Plot = {
		scale,
		left: frame.left,
		right: frame.right,
		width: options.width,
		spare: options.spare,
		words: options.words,
		tongue: options.tongue,
		x,
		t,
		from: t(frame.left - 24 - options.spare),
		to: t(options.width + 24 + options.spare),
	};
	const page = new Page(RULER + 5);
	if (model.actions.length) page.add(scenarioRow(model.actions, page.y, plot, frame));
	let open = model.pods[0];
	if (model.owner) {
		page.add(ownerRow(model, model.owner, page.y, plot, frame));
		open = model.pods[options.pod] ?? open;
		for (const pod of model.pods) page.add(podRow(pod, page.y, pod === open, plot, frame));
		page.back.push(path('rule', 'M', 0, page.y + 1, 'H', options.width));
		page.y += 4;
		page.back.push(text(12, page.y + 11, open?.name ?? '', 'word strong'));
		page.y += 20;
	}
	if (open) podRows(open, ghost, page, plot, frame, options);
	const height = page.y + 4;
	const ticks = ticksOf(model, plot, frame);
	const cuts = cutsOf(scale, ticks, plot, options.width);
	page.back.unshift(...ticks.map((tick) => path('grid', 'M', tick.x, RULER, 'V', height)));
	page.front.push(...cuts.flatMap((cut) => slashes(cut.x, page)));
	return {
		width: options.width,
		height,
		left: frame.left,
		right: frame.right,
		narrow: frame.narrow,
		ticks,
		cuts,
		rows: page.rows,
		back: page.back,
		front: page.front,
		count: page.count(),
		shift: 0,
		x,
		t,
	};
}

/** The same shapes, moved sideways. */
export function moved(scene: Scene, shift: number): Scene {
	return shift ? { ...scene, shift, x: (t) => scene.x(t) + shift, t: (x) => scene.t(x - shift) } : scene;
}

/** The rows that fill the page from the top. */
class Page {
	readonly rows: Row[] = [];
	readonly back: Mark[] = [];
	readonly front: Mark[] = [];

	constructor(public y: number) {}

	add(row: Row): Row {
		this.rows.push(row);
		this.y += row.height;
		return row;
	}

	count(): number {
		const own = this.back.length + this.front.length;
		return this.rows.reduce(
			(sum, row) => sum + row.marks.length + row.tops.length + row.cells.reduce((n, cell) => n + cell.marks.length, 0),
			own,
		);
	}
}

function podRows(
	pod: PodModel,
	ghost: Model | undefined,
	page: Page,
	plot: Plot,
	frame: Frame,
	options: LayoutOptions,
): void {
	page.add(phaseRow(pod, page.y, plot, frame));
	page.add(statusRow(pod, page.y, plot, frame));
	page.add(conditionRow(pod, page.y, options.conditionsOpen, plot, frame));
	const top = page.y;
	page.y += 19;
	const former = ghost?.pods.find((other) => other.name === pod.name) ?? ghost?.pods[pod.index];
	const rows = pod.lanes.map((lane, i) => {
		const folded = options.folded.has(lane.name);
		const old = former?.lanes.find((other) => other.name === lane.name);
		return page.add(
			containerRow(pod, lane, page.y, plot, {
				folded,
				gutter: frame.gutter,
				narrow: frame.narrow,
				first: i === 0,
				ghost: old,
			}),
		);
	});
	const middles = rows.map((row) => row.y + BAR / 2);
	const [firstMiddle, lastMiddle] = [middles[0], middles.at(-1)];
	if (!frame.narrow && rows.length > 1 && firstMiddle !== undefined && lastMiddle !== undefined) {
		page.back.push(path('rail', 'M', 17, firstMiddle, 'V', lastMiddle));
	}
	for (const room of pod.sandboxes) {
		if (room.to < plot.from || room.from > plot.to) continue;
		const [a, b] = [plot.x(room.from), plot.x(Math.min(room.to, pod.to))];
		page.back.unshift(rect(a - 3, top + 0.5, b - a + 6, page.y - top - 2, 'room', 6));
		const start = Math.max(a, plot.left);
		page.back.push(text(start + 4, top + 13, shorten(plot.words.sandbox, b - start - 8), 'word mute'));
	}
	page.front.push(...batons(pod, middles, plot));
	page.y += 4;
}

/** From the end of an init container, or the start of a sidecar, to the one that may now begin. */
function batons(pod: PodModel, middles: readonly number[], plot: Plot): Mark[] {
	return pod.lanes.flatMap((lane, i) => {
		const [own, next] = [middles[i], middles[i + 1]];
		if (own === undefined || next === undefined || lane.kind === 'app' || lane.kind === 'ephemeral') return [];
		const begins = pod.lanes[i + 1]?.bars.find((bar) => bar.what !== 'waiting');
		if (!begins || begins.from < plot.from || begins.from > plot.to) return [];
		const x = plot.x(begins.from);
		return [path('baton', 'M', x, own + BAR / 2 + 2, 'V', next - BAR / 2 - 4, 'm', -3, -3, 'l', 3, 3, 3, -3)];
	});
}

const ACTIONS: Readonly<Record<string, Glyph>> = {
	silent: 'silent',
	pressure: 'memory',
	delete: 'delete',
	evict: 'delete',
};

function scenarioRow(actions: readonly ActionMark[], y: number, plot: Plot, frame: Frame): Row {
	const marks: Mark[] = [];
	const cells: Row['cells'][number][] = [];
	let taken = Number.NEGATIVE_INFINITY;
	for (const action of actions) {
		if (action.t < plot.from || action.t > plot.to) continue;
		const known = plot.words.actions as Readonly<Record<string, string>>;
		const said = action.image
			? plot.words.patchImage
			: action.what === 'resize'
				? plot.words.resize
				: (known[action.what] ?? action.what);
		const x = plot.x(action.t);
		const w = widthOf(said) + 24;
		const box = Math.min(x, plot.width - w - 2);
		const glyph = ACTIONS[action.what] ?? 'patch';
		const stem = path('line prep', 'M', x, y + 3, 'V', y + 24);
		const crowded = box < taken + 4;
		taken = Math.max(taken, box + w);
		const label = `${said}, ${clock(action.t, plot.tongue)}`;
		const box_marks = crowded
			? [stem]
			: [
					stem,
					rect(box, y + 3, w, 17, 'box prep', 3),
					sign(box + 4, y + 5.5, 0.75, glyph, 'stroke prep'),
					text(box + 19, y + 15.5, said, 'word'),
				];
		cells.push({
			key: `scenario@${action.t}/${action.what}`,
			t: action.t,
			x: crowded ? x - 2 : box,
			y: y + 3,
			w: crowded ? 4 : w,
			h: 17,
			label,
			marks: box_marks,
		});
	}
	const head = frame.narrow ? [] : [text(12, y + 16, plot.words.scenario, 'word')];
	return {
		key: 'scenario',
		kind: 'scenario',
		name: plot.words.scenario,
		y,
		height: 26,
		head,
		headBox: { x: 0, y, w: 0, h: 0 },
		folded: false,
		pod: -1,
		marks,
		cells,
		tops: [],
	};
}

/** Moments lighter than this have no time of their own on the ruler. */
const TICKED = 4;

/** Times of weighty changes, not round numbers; the weightiest take their places first. */
function ticksOf(model: Model, plot: Plot, frame: Frame): Tick[] {
	const candidates = [
		{ t: 0, weight: 10 },
		...model.actions.map((action) => ({ t: action.t, weight: 9 })),
		...model.moments
			.filter((moment) => moment.weight >= TICKED && moment.code !== 'probe/failed')
			.map((moment) => ({ t: moment.t, weight: moment.weight })),
	].filter(({ t }) => t >= plot.from && t <= plot.to);
	candidates.sort((a, b) => b.weight - a.weight || a.t - b.t);
	const ticks: Tick[] = [];
	// Two hundred candidates settle any ruler; the rest would only find their places taken.
	for (const { t } of candidates.slice(0, 200)) {
		const words = clock(t, plot.tongue);
		const [x, half] = [plot.x(t), widthOf(words) / 2];
		if (x < frame.left - 1 || x + half > plot.width - 2) continue;
		const anchor = x < 26 ? 'start' : 'middle';
		const [from, to] = anchor === 'start' ? [x, x + half * 2] : [x - half, x + half];
		if (ticks.every((other) => to + 10 < edge(other, -1) || from - 10 > edge(other, 1)))
			ticks.push({ t, x: Math.round(x * 10) / 10, text: words, anchor });
	}
	return ticks.sort((a, b) => a.x - b.x);
}

export function edge(tick: Tick, side: 1 | -1): number {
	const width = widthOf(tick.text);
	if (tick.anchor === 'start') return side < 0 ? tick.x : tick.x + width;
	return tick.x + (side * width) / 2;
}

function cutsOf(scale: Scale, ticks: readonly Tick[], plot: Plot, width: number): Scene['cuts'] {
	return scale.stretches.flatMap((stretch) => {
		if (!stretch.cut || stretch.to < plot.from || stretch.from > plot.to) return [];
		const [a, b] = [plot.x(stretch.from), plot.x(stretch.to)];
		const x = a + (b - a) * CUT_AT;
		const said = `+${span(stretch.to - stretch.from, plot.tongue)}`;
		const half = widthOf(said) / 2;
		const free =
			x + half < width - 2 &&
			x - half > plot.left &&
			ticks.every((tick) => x + half + 8 < edge(tick, -1) || x - half - 8 > edge(tick, 1));
		return [{ from: stretch.from, x: Math.round(x * 10) / 10, text: free ? said : '' }];
	});
}

/** Two slanted strokes with background between, through the ruler, the phase and each bar. */
function slashes(x: number, page: Page): Mark[] {
	const through = (y: number, h: number): Mark[] => {
		const lean = h / 6;
		return [
			path('gap', 'M', x + 1 - lean, y + h, 'L', x + 1 + lean, y),
			path('slash', 'M', x - 2 - lean, y + h, 'L', x - 2 + lean, y, 'M', x + 4 - lean, y + h, 'L', x + 4 + lean, y),
		];
	};
	const crossed = (row: Row) =>
		(row.kind === 'container' && row.folded) || row.cells.some((cell) => cell.x <= x && x <= cell.x + cell.w);
	const bars = page.rows.filter(
		(row) => (row.kind === 'phase' || row.kind === 'container' || row.kind === 'pod') && crossed(row),
	);
	return [...through(RULER - 4, 7), ...bars.flatMap((row) => through(row.y - 2, BAR + 4))];
}

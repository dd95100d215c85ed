/** Model and width in, shapes in pixels out. Pure: no DOM, no clock; the playhead is not part of it, so that dragging it costs nothing here. */
import type { LiveTimes } from '../../../server/src/protocol/life';
import type { Model, PodModel } from '../model/model';
import { pairOf } from '../model/pairs';
import type { Glyph } from '../paint/glyphs';
import { deedWord } from '../text/action-word';
import type { Tongue } from '../text/tongue';
import { whenOf } from '../text/when';
import type { PanelWords } from '../text/words-en';
import type { Plot } from './bar';
import { containerRow } from './container';
import { flagsRow } from './flags';
import { dumpRow, nowLine, paper, partLines } from './live';
import { ownerRow, podRow } from './owner';
import { pairRows } from './pairs';
import { conditionRow, phaseRow, READY, statusRow } from './pod';
import { cutsOf, ticksOf } from './ruler';
import type { Scale } from './scale';
import { BAR, type Frame, type Mark, path, type Row, rect, rulerOf, type Scene, sign, text } from './scene';
import { type Measure, shorten, widthOf } from './text-fit';

export interface LayoutOptions {
	readonly width: number;
	readonly frame: Frame;
	readonly measure: Measure;
	/** How far the zoomed picture is moved to the left. */
	readonly pan: number;
	/** Laid out on both sides beyond what is seen, so that moving the picture need not lay it out again. */
	readonly spare: number;
	readonly tongue: Tongue;
	readonly words: PanelWords;
	/** Keys of folded rows. */
	readonly folded: ReadonlySet<string>;
	readonly conditionsOpen: boolean;
	/** There is no room for the row of the condition Ready. */
	readonly tight: boolean;
	/** What is expected has its flags under the lanes. */
	readonly flags: boolean;
	/** The pod whose lanes stand open under its owner. */
	readonly pod: number;
	/** What the ghost is the life of. */
	readonly ghostName: string;
	/** Of a pod that was watched, the real life stands beside the told one. */
	readonly both: boolean;
}

export function layout(model: Model, ghost: Model | undefined, scale: Scale, options: LayoutOptions): Scene {
	const { frame } = options;
	const ruler = rulerOf(model);
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
		when: whenOf(model.life, options.tongue),
		known: model.live?.known ?? Number.POSITIVE_INFINITY,
		x,
		t,
		from: t(frame.left - 24 - options.spare),
		to: t(options.width + 24 + options.spare),
	};
	const page = new Page(ruler + 5);
	if (model.actions.length) page.add(scenarioRow(model, page.y, plot, frame));
	let open = model.pods[0];
	if (model.owner) {
		page.add(ownerRow(model, model.owner, page.y, plot, frame, options.measure));
		open = model.pods[options.pod] ?? open;
		for (const pod of model.pods)
			if (pod.to > scale.start)
				page.add(podRow(pod, page.y, pod === open, isOld(pod, model), plot, frame, options.measure));
		page.back.push(path('rule', 'M', 0, page.y + 1, 'H', options.width));
		page.y += 4;
		page.back.push(text(12, page.y + 11, open?.name ?? '', 'word strong'));
		page.y += 20;
	}
	if (open) podRows(open, ghost, page, plot, frame, options, model.live);
	if (options.flags && model.life.expected?.length) page.add(flagsRow(model, page.y, plot, frame));
	const { live } = model;
	if (live) page.add(dumpRow(live, page.y, isOver(model), plot, frame));
	const height = page.y + 4;
	if (model.apply)
		page.front.push(
			path(
				model.apply.isRefused ? 'apply-line refused' : 'apply-line',
				'M',
				plot.x(model.apply.at),
				ruler,
				'V',
				height,
			),
		);
	if (live) page.front.push(nowLine(live, ruler, height, plot), ...partLines(live, ruler, height, plot));
	const ticks = ticksOf(model, plot, frame);
	const cuts = cutsOf(scale, ticks, plot, options.width);
	page.back.unshift(...ticks.map((tick) => path('grid', 'M', tick.x, ruler, 'V', height)));
	if (live) page.back.unshift(...paper(live, ruler, height, plot));
	page.front.push(...cuts.flatMap((cut) => slashes(cut.x, page, ruler)));
	return {
		width: options.width,
		height,
		ruler,
		left: frame.left,
		right: frame.right,
		narrow: frame.narrow,
		zoomed: scale.width > frame.right - frame.left + 1,
		ticks,
		cuts,
		rows: page.rows,
		back: page.back,
		front: page.front,
		spared: open && !hasConditionRow(open, options) && hasConditionRow(open, { ...options, tight: false }) ? READY : 0,
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

/** Nothing changes any more after now. */
const isOver = ({ live, pods }: Model): boolean =>
	live !== undefined &&
	pods.every(
		({ states }) => (states.at(-1)?.t ?? 0) <= live.now && /Succeeded|Failed/.test(states.at(-1)?.phase ?? ''),
	);

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
	live: LiveTimes | undefined,
): void {
	page.add(phaseRow(pod, page.y, plot, frame));
	page.add(statusRow(pod, page.y, plot, frame));
	if (hasConditionRow(pod, options)) page.add(conditionRow(pod, page.y, options.conditionsOpen, plot, frame));
	const top = page.y;
	page.y += 19;
	const former = ghost?.pods.find((other) => other.name === pod.name) ?? ghost?.pods[pod.index];
	const arrows = arrowsOf(pod, plot);
	const rows = pod.lanes.map((lane, i) => {
		const own = {
			folded: options.folded.has(lane.name),
			frame,
			measure: options.measure,
			first: i === 0,
			arrow: arrows[i],
			ghost: former?.lanes.find((other) => other.name === lane.name),
			ghostName: options.ghostName,
		};
		const pair = options.both ? pairOf(lane, live) : undefined;
		if (!pair) return page.add(containerRow(pod, lane, page.y, plot, own));
		const { rows, back } = pairRows(pod, pair, page.y, plot, { ...own, folded: false, arrow: undefined });
		page.back.push(...back);
		for (const row of rows) page.add(row);
		return rows[0];
	});
	const middles = rows.map((row) => row.y + BAR / 2);
	const [firstMiddle, lastMiddle] = [middles[0], middles.at(-1)];
	if (!frame.narrow && rows.length > 1 && firstMiddle !== undefined && lastMiddle !== undefined) {
		page.back.push(path('rail', 'M', 17, firstMiddle, 'V', lastMiddle));
	}
	for (const room of pod.sandboxes) {
		if (room.to < plot.from || room.from > plot.to) continue;
		const [a, b] = [plot.x(room.from), plot.x(Math.min(room.to, pod.to))];
		page.back.unshift(rect(a - 3, top + 0.5, b - a + 6, page.y - top - 2, room.hand ? `room ${room.hand}` : 'room', 6));
		if (room.whole && room.hand) continue;
		const start = Math.max(a, plot.left);
		page.back.push(text(start + 4, top + 13, shorten(plot.words.sandbox, b - start - 8), 'word mute'));
	}
	for (const [i, x] of arrows.entries()) {
		const [own, next] = [middles[i - 1], middles[i]];
		if (x === undefined || own === undefined || next === undefined) continue;
		page.front.push(path('baton', 'M', x, own + BAR / 2 + 2, 'V', next - BAR / 2 - 4, 'm', -3, -3, 'l', 3, 3, 3, -3));
	}
	page.y += 4;
}

/** Closed it is one line, Ready, and only where that changes: what never changes, and what STATUS says by its thick line, needs no row. */
function hasConditionRow(pod: PodModel, { conditionsOpen, tight, frame }: LayoutOptions): boolean {
	if (conditionsOpen) return true;
	return !tight && !frame.narrow && (pod.conditions.get('Ready')?.length ?? 0) > 1;
}

/** Where an arrow comes down to each lane: from the end of an init container, or the start of a sidecar, to the one that may now begin. */
function arrowsOf(pod: PodModel, plot: Plot): readonly (number | undefined)[] {
	return pod.lanes.map((lane, i) => {
		const before = pod.lanes[i - 1];
		if (!before || before.kind === 'app' || before.kind === 'ephemeral') return undefined;
		const begins = lane.bars.find((bar) => bar.what !== 'waiting');
		return begins && begins.from >= plot.from && begins.from <= plot.to ? plot.x(begins.from) : undefined;
	});
}

const ACTIONS: Readonly<Record<string, Glyph>> = {
	silent: 'silent',
	pressure: 'memory',
	delete: 'delete',
	evict: 'delete',
	refused: 'kill',
};

/** It was there before the apply. */
const isOld = (pod: PodModel, { apply }: Model): boolean => apply !== undefined && pod.from < apply.at;

function scenarioRow({ actions, apply }: Model, y: number, plot: Plot, frame: Frame): Row {
	const marks: Mark[] = [];
	const cells: Row['cells'][number][] = [];
	let taken = Number.NEGATIVE_INFINITY;
	const name = apply ? plot.words.applyLane : plot.words.scenario;
	for (const action of actions) {
		if (action.t < plot.from || action.t > plot.to) continue;
		const isApply = apply !== undefined && Math.abs(action.t - apply.at) < 0.001;
		const isRefused = action.what === 'refused';
		const said = isRefused ? plot.words.outcomes.refused : isApply ? 'kubectl apply' : deedWord(action, plot.words);
		const tone = isRefused ? 'bad' : 'prep';
		const x = plot.x(action.t);
		const w = widthOf(said) + 24;
		const box = Math.min(x, plot.width - w - 2);
		const glyph = ACTIONS[action.what] ?? (isApply ? 'apply' : 'patch');
		const stem = path(`line ${tone}`, 'M', x, y + 3, 'V', y + 24);
		const crowded = box < taken + 4;
		taken = Math.max(taken, box + w);
		const label = `${said}, ${plot.when.clock(action.t)}`;
		const box_marks = crowded
			? [stem]
			: [
					stem,
					rect(box, y + 3, w, 17, `box ${tone}`, 3),
					sign(box + 4, y + 5.5, 0.75, glyph, `stroke ${tone}`),
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
	const head = frame.narrow ? [] : [text(12, y + 16, name, 'word')];
	return {
		key: 'scenario',
		kind: 'scenario',
		name,
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

/** Two slanted strokes with background between, through the ruler, the phase and each bar. */
function slashes(x: number, page: Page, ruler: number): Mark[] {
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
	return [...through(ruler - 4, 7), ...bars.flatMap((row) => through(row.y - 2, BAR + 4))];
}

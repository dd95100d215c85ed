import type { Model } from '../model/model';

/** Where time lies on the page. Pure: the same models, width and mode give the same scale. Pixels count from the left edge of the lanes, before zoom and pan. */
export interface Scale {
	readonly start: number;
	readonly end: number;
	readonly width: number;
	readonly stretches: readonly Fold[];
	x(t: number): number;
	t(x: number): number;
}

/** A stretch between two changes; `cut` when it stands shorter than its time deserves. */
export interface Fold {
	readonly from: number;
	readonly to: number;
	readonly x0: number;
	readonly x1: number;
	readonly cut: boolean;
}

export interface ScaleOptions {
	readonly width: number;
	readonly mode: 'folded' | 'linear';
	readonly zoom: number;
	/** Stretches that the user unfolded, by their start. */
	readonly unfolded: readonly number[];
}

const KNEE = 8;
const CUT_FROM = 24;
const SAME_KNOT = 0.12;
const NARROWEST = 0.35;
/** Linear time at this many pixels a second needs no folding. */
const ROOMY = 40;

/** Seconds as the eye should weigh them: whole up to eight, then by their logarithm; longer is always wider. */
export function weigh(seconds: number): number {
	return seconds <= KNEE ? seconds : KNEE * (1 + Math.log(seconds / KNEE));
}

export function scaleOf(models: readonly Model[], options: ScaleOptions): Scale {
	const end = Math.max(0.001, ...models.map((model) => model.end));
	const start = Math.min(...models.map(({ apply }) => apply?.from ?? 0));
	const knots = knotsOf(models, start, end);
	const width = options.width * options.zoom;
	const lengths = knots.slice(1).map((knot, i) => knot - (knots[i] ?? 0));
	const open = (i: number): boolean => options.unfolded.some((t) => Math.abs(t - (knots[i] ?? -1)) < SAME_KNOT);
	const folded = options.mode === 'folded';
	const weights = lengths.map((d, i) => (folded && !open(i) ? Math.max(NARROWEST, weigh(d)) : d));
	const unit = width / (weights.reduce((sum, w) => sum + w, 0) || 1);
	// Where zoom makes a folded stretch wider than roomy linear time, the fold has nothing left to save.
	const xs = [0];
	for (const weight of weights) xs.push((xs.at(-1) ?? 0) + weight * unit);
	const at = (i: number): number => xs[i] ?? width;
	const stretches = lengths.map((d, i): Fold => {
		const cut = folded && d >= CUT_FROM && !open(i) && at(i + 1) - at(i) < d * ROOMY;
		return { from: knots[i] ?? 0, to: knots[i + 1] ?? end, x0: at(i), x1: at(i + 1), cut };
	});
	return {
		start,
		end,
		width,
		stretches,
		x: (t) => {
			if (t <= start) return 0;
			if (t >= end) return width;
			const i = lastAtMost(knots, t);
			const d = lengths[i] ?? 1;
			return at(i) + ((t - (knots[i] ?? 0)) / d) * (at(i + 1) - at(i));
		},
		t: (x) => {
			if (x <= 0) return start;
			if (x >= width) return end;
			const i = lastAtMost(xs, x);
			return (knots[i] ?? 0) + ((x - at(i)) / (at(i + 1) - at(i) || 1)) * (lengths[i] ?? 0);
		},
	};
}

/** Index of the last item that is at most `value`, in an ascending list; never the last item itself. */
function lastAtMost(ascending: readonly number[], value: number): number {
	let low = 0;
	let high = ascending.length - 1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) <= value) low = middle;
		else high = middle;
	}
	return low;
}

/** The start, the end, and every change between them that a reader would call one; what lies nearer than 0.12 s is one knot. */
function knotsOf(models: readonly Model[], start: number, end: number): number[] {
	const all = [start, end];
	for (const model of models) {
		if (model.live) all.push(model.live.now);
		for (const action of model.actions) all.push(action.t);
		for (const pod of model.pods) {
			all.push(pod.from, pod.to);
			for (const phase of pod.phases) all.push(phase.from);
			for (const ready of pod.conditions.get('Ready') ?? []) all.push(ready.from);
			if (pod.deletedAt !== undefined) all.push(pod.deletedAt);
			if (pod.silent) all.push(pod.silent.from, pod.silent.to);
			for (const lane of pod.lanes) {
				for (const bar of lane.bars) all.push(bar.from);
				for (const exit of lane.exits) all.push(exit.t);
				for (const hook of lane.hooks) all.push(hook.to);
			}
		}
	}
	const knots: number[] = [];
	for (const t of all.filter((t) => t >= start && t <= end).sort((a, b) => a - b)) {
		const last = knots.at(-1);
		if (last === undefined || t - last > SAME_KNOT) knots.push(t);
	}
	if (knots.length > 1 && knots.at(-1) !== end) knots[knots.length - 1] = end;
	return knots.length > 1 ? knots : [start, end];
}

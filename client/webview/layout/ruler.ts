/** Times on the ruler: weighty changes, and between them, zoomed in, round times; how long a fold is. */
import type { Model } from '../model/model';
import { span } from '../text/times';
import { CUT_AT, type Plot } from './bar';
import type { Scale } from './scale';
import type { Frame, Scene, Tick } from './scene';
import { widthOf } from './text-fit';

/** Moments lighter than this have no time of their own on the ruler. */
const TICKED = 4;
/** Two hundred candidates settle any ruler; the rest would only find their places taken. */
const CANDIDATES = 200;
/** px between two times. */
const APART = 10;
/** px. To find room a time may stand so far beside its tick. */
const ASIDE = [0, 7, -7, 14, -14];

/** The weightiest changes take their places first. */
export function ticksOf(model: Model, plot: Plot, frame: Frame): Tick[] {
	const candidates = [
		{ t: plot.scale.start, weight: 10 },
		...(model.apply ? [{ t: model.apply.at, weight: 11 }] : []),
		...(model.live ? [{ t: model.live.now, weight: 11 }] : []),
		...model.actions.map((action) => ({ t: action.t, weight: 9 })),
		...model.moments.filter(({ weight, code }) => weight >= TICKED && code !== 'probe/failed'),
	].filter(({ t }) => t >= plot.from && t <= plot.to);
	candidates.sort((a, b) => b.weight - a.weight || a.t - b.t);
	const ticks: Tick[] = [];
	for (const { t } of candidates.slice(0, CANDIDATES)) {
		const tick = placed(t, plot, frame, ticks);
		if (tick) ticks.push(tick);
	}
	return [...ticks, ...roundTicks(plot, frame, ticks)].sort((a, b) => a.x - b.x);
}

/** A change with its time, where there is room for the time. */
function placed(t: number, plot: Plot, frame: Frame, others: readonly Tick[]): Tick | undefined {
	const words = plot.when.tick(t);
	const { text, below } = words;
	const [x, half] = [Math.round(plot.x(t) * 10) / 10, Math.max(widthOf(text), belowWidth(below)) / 2];
	if (x < frame.left - 1 || x > plot.width - 2 + plot.spare) return undefined;
	for (const aside of ASIDE) {
		// At the left edge a time begins at its tick.
		const middle = (x < 26 ? x + half : x) + aside;
		const tick: Tick = { t, x, ...words, middle, round: false };
		const inside = middle + half <= plot.width - 2 + plot.spare && (aside === 0 || middle - half >= frame.left - 4);
		if (inside && others.every((other) => keepsOff(tick, other))) return tick;
	}
	return undefined;
}

const keepsOff = (one: Tick, other: Tick): boolean =>
	other.text === '' || edge(one, 1) + APART < edge(other, -1) || edge(one, -1) - APART > edge(other, 1);

/** Where a tick's time begins or ends. */
export function edge({ middle, text, below }: Tick, side: 1 | -1): number {
	return middle + (side * Math.max(widthOf(text), belowWidth(below))) / 2;
}

/** A time of day stands in the editor's font. */
const belowWidth = (below = ''): number => widthOf(below, 6.6);

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 6 * 3600, 24 * 3600];
/** px between two round ticks, at least. */
const ROUND_APART = 64;

/** Zoomed in, the place between two changes is not left empty. Within one stretch time is straight, so these do not lie; across a fold they would. */
function roundTicks(plot: Plot, frame: Frame, changes: readonly Tick[]): Tick[] {
	if (plot.scale.width <= frame.right - frame.left + 1) return [];
	const ticks: Tick[] = [];
	for (const { from, to, x0, x1 } of plot.scale.stretches) {
		if (to < plot.from || from > plot.to) continue;
		const step = STEPS.find((one) => (one * (x1 - x0)) / (to - from) >= ROUND_APART);
		if (step === undefined) continue;
		for (let i = Math.floor(Math.max(from, plot.from) / step) + 1; i * step < Math.min(to, plot.to); i++) {
			const t = Math.round(i * step * 10) / 10;
			const x = Math.round(plot.x(t) * 10) / 10;
			const tick: Tick = { t, x, ...plot.when.tick(t), middle: x, round: true };
			const free = [...changes, ...ticks].every((other) => keepsOff(tick, other));
			ticks.push(free ? tick : { ...tick, text: '' });
		}
	}
	return ticks;
}

export function cutsOf(scale: Scale, ticks: readonly Tick[], plot: Plot, width: number): Scene['cuts'] {
	return scale.stretches.flatMap((stretch) => {
		if (!stretch.cut || stretch.to < plot.from || stretch.from > plot.to) return [];
		const [a, b] = [plot.x(stretch.from), plot.x(stretch.to)];
		const x = a + (b - a) * CUT_AT;
		const said = `+${span(stretch.to - stretch.from, plot.tongue)}`;
		const half = widthOf(said) / 2;
		const free =
			x + half < width - 2 &&
			x - half > plot.left &&
			ticks.every((tick) => tick.text === '' || x + half + 8 < edge(tick, -1) || x - half - 8 > edge(tick, 1));
		return [{ from: stretch.from, x: Math.round(x * 10) / 10, text: free ? said : '' }];
	});
}

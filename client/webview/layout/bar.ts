/**
 * One bar of a lane as shapes. Height is life: solid is ready, hollow is not, a hatch waits, a wedge burns down, a line has ended;
 * so each can be told without its colour.
 */
import type { Bar, Exit, Lane } from '../model/lanes';
import { seconds } from '../text/times';
import type { Tongue } from '../text/tongue';
import type { When } from '../text/when';
import type { PanelWords } from '../text/words-en';
import type { Scale } from './scale';
import { BAR, type Mark, path, rect, text } from './scene';
import { MONOSPACE, shorten, whole, widthOf } from './text-fit';

export interface Plot {
	readonly scale: Scale;
	readonly left: number;
	readonly right: number;
	readonly width: number;
	readonly spare: number;
	readonly words: PanelWords;
	readonly tongue: Tongue;
	readonly when: When;
	/** What is later is foretold. */
	readonly known: number;
	/** Page pixels of a time, zoom and pan included. */
	x(t: number): number;
	/** The time under a pixel. */
	t(x: number): number;
	/** The times at the left and right edge. */
	readonly from: number;
	readonly to: number;
}

/** Where in a folded stretch its cut stands: words keep the left part. */
export const CUT_AT = 0.84;
const PILL = 17;

export function barMarks(bar: Bar, y: number, lane: Lane, plot: Plot): Mark[] {
	const [a, b] = [plot.x(bar.from), plot.x(bar.to)];
	const w = Math.max(1.5, b - a);
	const [mid, low] = [y + BAR / 2, y + BAR];
	// A bar that runs out of the picture on the left keeps its word in sight.
	const start = Math.max(a, plot.left);
	const word = (said: string, look: string, room = b - start - 10): Mark[] => {
		const shift = whole(said, room) ? underPill(bar, start, lane, plot) : 0;
		return whole(said, room - shift) ? [text(start + shift + 6, mid + 4, said, look)] : [];
	};
	switch (bar.what) {
		case 'waiting':
			return [path('dots', 'M', a, mid, 'H', b)];
		case 'ended':
			return [path(bar.amount ? 'flat bad' : 'flat', 'M', a, mid, 'H', b)];
		case 'pull':
			return [
				rect(a, y, w, BAR, 'tint prep'),
				path('fill prep', 'M', a, low, 'L', a + w, y, 'V', low, 'z'),
				...(w > 64 ? word(plot.words.states.pull, 'word', w - 30) : []),
			];
		case 'working':
		case 'ready':
			return [
				rect(a, y, w, BAR, bar.what === 'ready' ? 'fill ok' : 'fill prep', 3),
				...word(plot.words.states[bar.what], 'onbar'),
			];
		case 'starting':
		case 'notReady':
			return [
				rect(a + 0.75, y + 0.75, Math.max(1, w - 1.5), BAR - 1.5, 'hollow ok', 3),
				...word(plot.words.states[bar.what], 'word'),
			];
		case 'backOff':
		case 'imageBackOff':
			return backOff(bar, a, b, y, lane, plot);
		case 'stuck':
			return [
				rect(a + 0.5, y + 0.5, Math.max(1, w - 1), BAR - 1, 'stuck', 2),
				...stuckWord(bar.reason ?? plot.words.states.stuck, start, b, mid),
			];
		case 'terminating':
			return wedge(bar, a, b, y, plot);
		case 'sandbox':
			return [rect(a, y, w, BAR, 'tint prep', 3)];
		case 'postStart':
		case 'preStop':
		case 'nodeSilent':
			return [];
	}
}

/** A failed pull ends in a red square; it stands over the back-off that follows. */
export function failedPull(x: number, y: number): Mark[] {
	const mid = y + BAR / 2;
	return [
		rect(x - 1, y - 1, 15, BAR + 2, 'pill bad', 3),
		path('cross onpill', 'M', x + 3.3, mid - 3.2, 'l', 6.4, 6.4, 'm', 0, -6.4, 'l', -6.4, 6.4),
	];
}

function stuckWord(reason: string, start: number, end: number, mid: number): Mark[] {
	const said = shorten(reason, end - start - 12, MONOSPACE);
	return said ? [text(start + 6, mid + 4, said, 'word mono')] : [];
}

function backOff(bar: Bar, a: number, b: number, y: number, lane: Lane, plot: Plot): Mark[] {
	const w = Math.max(1.5, b - a);
	const beside = bar.what === 'imageBackOff' ? PILL : 4 + underPill(bar, a, lane, plot);
	const start = Math.max(a + beside, plot.left);
	const end = (cutIn(bar.from, bar.to, plot) ?? b) - 4;
	const room = end - start - 8;
	const hatch = [rect(a, y, w, BAR, 'hatch'), rect(a + 0.5, y + 0.5, Math.max(0.5, w - 1), BAR - 1, 'hatch-edge')];
	const isRest = bar.hand === 'foretold' && bar.whole !== undefined;
	const short = isRest ? plot.words.left(bar.to - bar.from) : bar.amount ? seconds(bar.amount, plot.tongue) : '';
	const long = isRest ? short : bar.amount ? plot.words.backOffFor(bar.amount) : plot.words.states.backOff;
	const said = whole(long, room - 22) || whole(short, room);
	if (!said) return hatch;
	const width = widthOf(said) + 8;
	const x = start + (end - start) / 2 - width / 2;
	return [...hatch, rect(x, y + 2.5, width, BAR - 5, 'plate', 2), text(x + 4, y + BAR / 2 + 4, said, 'word strong')];
}

/** The cut that crosses a stretch of time, if one does. */
function cutIn(from: number, to: number, plot: Plot): number | undefined {
	const fold = plot.scale.stretches.find(
		(stretch) => stretch.cut && stretch.from >= from - 0.2 && stretch.to <= to + 0.2,
	);
	return fold && plot.x(fold.from) + (plot.x(fold.to) - plot.x(fold.from)) * CUT_AT - 8;
}

/** Burns down from the full height at the start to nearly nothing at the deadline; a thin rest is the time after it. */
function wedge(bar: Bar, a: number, b: number, y: number, plot: Plot): Mark[] {
	const allowed = bar.amount ?? 30;
	const since = bar.whole?.from ?? bar.from;
	const deadline = since + allowed;
	const low = y + BAR;
	const height = (t: number) => BAR * Math.max(0.16, 1 - (t - since) / Math.max(0.01, allowed));
	const burnt = Math.min(bar.to, deadline);
	const marks = [
		path(
			'fill term',
			'M',
			a,
			low - height(bar.from),
			'L',
			plot.x(burnt),
			low - height(burnt),
			'H',
			Math.max(b, a + 1.5),
			'V',
			low,
			'H',
			a,
			'z',
		),
	];
	const shortly = bar.to - bar.from < allowed * 0.12;
	if (!shortly && deadline > bar.to + 0.5) {
		const end = Math.min(plot.x(deadline), plot.x(plot.scale.end));
		marks.push(path('unused term', 'M', b, low - height(bar.to), 'L', end, low - BAR * 0.1));
	} else if (!shortly) {
		marks.push(path('deadline term', 'M', plot.x(deadline), y - 5, 'V', low + 1));
	}
	const said = whole(plot.words.states.terminating, (b - a) * 0.55 - 6);
	if (said) marks.push(text(Math.max(a, plot.left) + 6, low - 4, said, 'onbar'));
	return marks;
}

/** The pill after an exit: the code. A crowded one is an upright. */
export function exitMarks(exit: Exit, y: number, nextX: number, plot: Plot): Mark[] {
	const x = plot.x(exit.t);
	const code = String(exit.code);
	const w = pillWidth(exit);
	const bad = exit.code !== 0;
	if (nextX - x < w + 3) return [path(bad ? 'upright bad' : 'upright', 'M', x, y - 2, 'v', BAR + 4)];
	const hand = exit.hand ? ` ${exit.hand}` : '';
	const look = `${bad ? 'pill bad' : exit.byProbe ? 'pill open byprobe' : 'pill open'}${hand}`;
	return [
		rect(x - 1, y - 1, w, BAR + 2, look, bad ? 3 : 9),
		text(x - 1 + w / 2, y + BAR / 2 + 4, code, bad && !hand ? 'onpill mono' : 'word mono', 'middle'),
	];
}

const pillWidth = (exit: Exit) => Math.max(15, widthOf(String(exit.code), 6.6) + 7);

/** How much of a bar's beginning is covered by the exit of the run before. */
function underPill(bar: Bar, start: number, lane: Lane, plot: Plot): number {
	const exit = lane.exits.findLast(({ t }) => t <= bar.from + 0.001);
	return exit ? Math.max(0, plot.x(exit.t) + pillWidth(exit) - 2 - start) : 0;
}

/** A bar of the former life, a 3 px stripe. */
export function ghostMarks(lane: Lane, y: number, plot: Plot): Mark[] {
	const stripes = lane.bars.flatMap((bar): Mark[] => {
		const [a, b] = [plot.x(bar.from), plot.x(bar.to)];
		if (bar.what === 'waiting' || bar.what === 'ended' || bar.to < plot.from || bar.from > plot.to) return [];
		const hollow = bar.what === 'starting' || bar.what === 'notReady';
		return [rect(a, y, Math.max(1, b - a), 3, `ghost ${hollow ? 'hollow ' : ''}${toneOf(bar)}`, 1)];
	});
	const exits = lane.exits.map((exit) =>
		path(exit.code ? 'ghost upright bad' : 'ghost upright', 'M', plot.x(exit.t), y - 2, 'v', 7),
	);
	return [...stripes, ...exits];
}

export function toneOf(bar: Bar): 'prep' | 'ok' | 'wait' | 'bad' | 'term' | 'done' {
	switch (bar.what) {
		case 'sandbox':
		case 'pull':
		case 'working':
			return 'prep';
		case 'starting':
		case 'notReady':
		case 'ready':
			return 'ok';
		case 'backOff':
		case 'imageBackOff':
			return 'wait';
		case 'stuck':
			return 'bad';
		case 'terminating':
		case 'postStart':
		case 'preStop':
			return 'term';
		case 'ended':
			return bar.amount ? 'bad' : 'done';
		case 'waiting':
		case 'nodeSilent':
			return 'done';
	}
}

/** The state of a bar in a word or two. */
export function stateWord(bar: Bar, words: PanelWords): string {
	if (bar.what === 'ended' && bar.amount !== undefined) return words.exitCode(bar.amount);
	if ((bar.what === 'backOff' || bar.what === 'imageBackOff') && bar.amount) return words.backOffFor(bar.amount);
	if (bar.what === 'stuck' && bar.reason) return bar.reason;
	return words.states[bar.what];
}

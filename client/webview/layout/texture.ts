/** Bars in sight. Where they stand too close to be told apart they become a texture: one cell that says how much happens in it. */
import { firstThat } from '../model/ascending';
import type { Between } from '../model/lanes';
import type { Plot } from './bar';
import { type Cell, type Mark, merged } from './scene';

/** px. Narrower than this, one bar stands for its neighbours and fills their place. */
const FINE = 3;
/** px. Narrower than this, a bar is hard to point at … */
const NARROW = 12;
/** … and this many in a row are read as one thing. */
const MANY = 8;

/** The bars of a lane as cells. `make`: what a bar is when it stands alone; undefined draws nothing. */
export function cellsOf<T extends Between>(
	bars: readonly T[],
	lane: string,
	plot: Plot,
	make: (bar: T) => Cell | undefined,
): Cell[] {
	const cells: Cell[] = [];
	let run: { readonly bar: T; readonly cell: Cell }[] = [];
	const close = () => {
		const [first, last] = [run[0], run.at(-1)];
		if (first && last && run.length >= MANY)
			cells.push(texture(first.cell, last.cell, run, count(bars, first.bar, last.bar), last.bar.to, lane, plot));
		else cells.push(...run.map(({ cell }) => cell));
		run = [];
	};
	for (const bar of visible(bars, plot)) {
		const cell = make(bar);
		if (!cell) continue;
		if (cell.w < NARROW) run.push({ bar, cell });
		else {
			close();
			cells.push(cell);
		}
	}
	close();
	return cells;
}

function texture(
	first: Cell,
	last: Cell,
	run: readonly { readonly cell: Cell }[],
	many: number,
	to: number,
	lane: string,
	plot: Plot,
): Cell {
	const label = plot.words.manyLabel(lane, many, plot.when.clock(first.t), plot.when.clock(to));
	const marks = merged(run.flatMap(({ cell }) => cell.marks.map(square)));
	return { ...first, key: `${first.key}+`, w: last.x + last.w - first.x, label, marks, many };
}

/** Round corners do not show in a texture. */
function square(mark: Mark): Mark {
	if (mark.kind !== 'rect') return mark;
	const { r: _r, ...rest } = mark;
	return rest;
}

function count<T extends Between>(bars: readonly T[], first: T, last: T): number {
	return bars.filter((bar) => bar.to > first.from && bar.from < last.to).length;
}

/** The bars that a picture of this width can show. */
export function visible<T extends Between>(bars: readonly T[], plot: Plot): T[] {
	const seen: T[] = [];
	// A bar that ends before this time is too fine to be seen beside the last one.
	let room = Number.NEGATIVE_INFINITY;
	for (let i = firstThat(bars, ({ to }) => to >= plot.from); i < bars.length; i++) {
		const bar = bars[i];
		if (!bar || bar.from > plot.to) break;
		if (bar.to < room || bar.to - bar.from < 0.001) continue;
		const end = plot.x(bar.to);
		const last = seen.at(-1);
		const fine = last && end - plot.x(bar.from) < FINE && bar.from > last.to;
		seen.push(fine ? { ...bar, from: last.to } : bar);
		room = plot.t(end + FINE);
	}
	return seen;
}

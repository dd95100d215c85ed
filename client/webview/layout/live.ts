/** What only the life of a live pod has: now, the paper after it, and a row of what stands in the dump. */
import type { DumpMark, LiveTimes } from '../../../server/src/protocol/life';
import type { Plot } from './bar';
import { type Cell, dot, type Frame, type Mark, NO_POD, path, type Row, rect, text } from './scene';
import { widthOf } from './text-fit';

/** px. Marks nearer than this are one. */
const APART = 5;
/** px, of the row; and where in it fields and events stand. */
const HEIGHT = 25;
const FIELDS = 5;
const EVENTS = 16;
const ABOVE = 15;

/** What nobody has seen happen stands on paper: dots, under everything. */
export function paper({ known }: LiveTimes, ruler: number, height: number, plot: Plot): readonly Mark[] {
	const x = Math.max(plot.left - 3, plot.x(known));
	return x < plot.width + plot.spare ? [rect(x, ruler, plot.width + plot.spare - x, height - ruler, 'paper')] : [];
}

/** An upright from the ruler to the floor; its plate stands in the ruler where the playhead is elsewhere. */
export const nowLine = ({ now }: LiveTimes, ruler: number, height: number, plot: Plot): Mark =>
	path('now', 'M', plot.x(now), ruler, 'V', height);

/** An upright where the real life parted from the one that is told. */
export const partLines = ({ parted }: LiveTimes, ruler: number, height: number, plot: Plot): readonly Mark[] =>
	parted
		.filter(({ t }) => t >= plot.from && t <= plot.to)
		.map(({ t }) => path('parts', 'M', plot.x(t), ruler, 'V', height));

/** A diamond is a field's time, a circle an event; a line leads from its first to its last. A press selects it in the editor. */
export function dumpRow(live: LiveTimes, top: number, isOver: boolean, plot: Plot, frame: Frame): Row {
	const y = top + (frame.narrow ? ABOVE : 0);
	const { words } = plot;
	const cells = [...fieldCells(live, y, plot), ...eventCells(live, y, plot)];
	const said = isOver ? words.nothingMore : words.nothingWritten;
	const x = plot.x(live.known) + 10;
	const fits = x + widthOf(said) < plot.width - 4;
	return {
		key: 'dump',
		kind: 'dump',
		name: words.inDump,
		y,
		height: y - top + HEIGHT,
		head: [text(12, frame.narrow ? top + 11 : y + 14, words.inDump, 'word')],
		...NO_POD,
		marks: fits ? [text(x, y + 14, said, 'word mute')] : [],
		cells,
		tops: [],
	};
}

function fieldCells({ marks }: LiveTimes, y: number, plot: Plot): readonly Cell[] {
	const fields = groups(
		marks.filter(({ what }) => what === 'field'),
		plot,
	);
	return fields.map((group, i): Cell => {
		const [first] = group;
		const x = plot.x(first.t);
		const shapes = [
			path('stem', 'M', x, y + FIELDS - 4, 'V', y - 6),
			path('diamond', 'M', x, y + FIELDS - 4, 'l', 4, 4, -4, 4, -4, -4, 'z'),
		];
		return cell(`dump@${first.t}/field${i}`, group, x, y + FIELDS, shapes, plot);
	});
}

function eventCells({ marks }: LiveTimes, y: number, plot: Plot): readonly Cell[] {
	const at = y + EVENTS;
	return marks
		.filter(({ what, t, lastT = t }) => what === 'event' && lastT >= plot.from && t <= plot.to)
		.map((mark, i): Cell => {
			const look = mark.isWarning ? 'event warning' : 'event';
			const [a, b] = [plot.x(mark.t), plot.x(mark.lastT ?? mark.t)];
			const line =
				b - a > 1 ? [path(mark.isWarning ? 'thread warning' : 'thread', 'M', a, at, 'H', b), dot(a, at, 3, look)] : [];
			return cell(`dump@${mark.t}/event${i}`, [mark], b, at, [...line, dot(b, at, 3, look)], plot);
		});
}

type Some<T> = readonly [T, ...T[]];

function groups(marks: readonly DumpMark[], plot: Plot): readonly Some<DumpMark>[] {
	const found: [DumpMark, ...DumpMark[]][] = [];
	for (const mark of marks.filter(({ t }) => t >= plot.from && t <= plot.to)) {
		const last = found.at(-1);
		if (last && plot.x(mark.t) - plot.x(last[0].t) < APART) last.push(mark);
		else found.push([mark]);
	}
	return found;
}

function cell(key: string, group: Some<DumpMark>, x: number, y: number, marks: readonly Mark[], plot: Plot): Cell {
	const [first] = group;
	const names = group.map(({ name, count }) =>
		count === undefined ? name.replace(/^status\./, '') : `${name} ×${count}`,
	);
	const { span, t, lastT = t } = first;
	return {
		key,
		t: lastT,
		x: x - 5,
		y: y - 5,
		w: 10,
		h: 10,
		label: `${[...new Set(names)].join(', ')}, ${plot.when.clock(lastT)}`,
		marks,
		...(span && { span }),
	};
}

/** What stands over the pods of a workload: the curve of ready pods and one bar lane a pod. */

import type { Lane } from '../model/lanes';
import type { Model, OwnerModel, PodModel } from '../model/model';
import { barMarks, exitMarks, type Plot, stateWord } from './bar';
import { AFTER, GAP } from './frame';
import { BAR, type Cell, type Frame, type Mark, NO_POD, path, type Row, rect, sign, text } from './scene';
import { fitName, type Measure } from './text-fit';
import { cellsOf } from './texture';

const CURVE = 26;

export function ownerRow(
	model: Model,
	owner: OwnerModel,
	top: number,
	plot: Plot,
	frame: Frame,
	measure: Measure,
): Row {
	const y = top + (frame.narrow ? 16 : 0);
	const height = (count: number) => y + CURVE - (count / owner.most) * (CURVE - 6);
	const steps: (string | number)[] = [];
	for (const step of owner.ready)
		steps.push(
			...(steps.length ? ['H', plot.x(step.t), 'V', height(step.count)] : ['M', plot.x(step.t), height(step.count)]),
		);
	steps.push('H', plot.x(model.end));
	const marks = [
		path('curve-under', ...steps, 'V', y + CURVE, 'H', plot.x(owner.ready[0]?.t ?? 0), 'z'),
		path('curve', ...steps),
	];
	// Its kind stands in the header; how many are ready, under its name.
	const room = (frame.narrow ? plot.right - 100 : frame.gutter - AFTER) - 12;
	const name = fitName(model.name, room, measure, { bold: true });
	const head = [text(12, (frame.narrow ? top : y) + 11, name, 'word strong')];
	return {
		key: 'owner',
		kind: 'owner',
		name: `${model.kind} ${model.name}`,
		y,
		height: y - top + CURVE + 8,
		head,
		...NO_POD,
		marks,
		cells: fewestCell(model, height, plot),
		tops: [],
	};
}

/** A dotted line: fewer than so many are not to be ready while they are replaced. */
function fewestCell({ apply, end }: Model, height: (count: number) => number, plot: Plot): readonly Cell[] {
	if (apply?.fewestReady === undefined) return [];
	const { at, fewestReady } = apply;
	const [x, right, y] = [plot.x(at), plot.x(end), height(fewestReady)];
	const line = path('fewest', 'M', x, y, 'H', right);
	const label = plot.words.staysReady(fewestReady);
	return [{ key: `owner@${at}`, t: at, x, y: y - 5, w: Math.max(0, right - x), h: 10, label, marks: [line] }];
}

/** One bar lane: the container that tells most, an app if there is one. */
export function podRow(
	pod: PodModel,
	top: number,
	open: boolean,
	old: boolean,
	plot: Plot,
	frame: Frame,
	measure: Measure,
): Row {
	const y = top + (frame.narrow ? 15 : 0);
	const lane = tellingLane(pod);
	const key = `pod/${pod.index}`;
	const cells = cellsOf(lane?.bars ?? [], pod.name, plot, (bar): Cell => {
		const label = plot.words.barLabel(
			pod.name,
			stateWord(bar, plot.words),
			plot.when.clock(bar.from),
			plot.when.clock(bar.to),
		);
		const [a, b] = [plot.x(bar.from), plot.x(bar.to)];
		return {
			key: `${key}@${bar.from}`,
			t: bar.from,
			x: a,
			y,
			w: Math.max(1.5, b - a),
			h: BAR,
			label,
			marks: lane ? barMarks(bar, y, lane, plot) : [],
		};
	});
	const tops = (lane?.exits ?? []).flatMap((exit, i) => {
		if (exit.t < plot.from || exit.t > plot.to) return [];
		const next = lane?.exits[i + 1];
		return exitMarks(exit, y, next ? plot.x(next.t) : Number.POSITIVE_INFINITY, plot);
	});
	return {
		key,
		kind: 'pod',
		name: pod.name,
		y,
		height: y - top + BAR + 9,
		head: headOf(pod, top, open, old, plot, frame, measure),
		headBox: frame.narrow
			? { x: 8, y: top - 2, w: plot.right - 8, h: 16 }
			: { x: 4, y: top - 3, w: frame.gutter - 10, h: 24 },
		folded: !open,
		pod: pod.index,
		marks: [],
		cells,
		tops,
	};
}

/** The end of a generated name tells pods apart. */
const LAST = 5;

function headOf(
	pod: PodModel,
	top: number,
	open: boolean,
	old: boolean,
	plot: Plot,
	frame: Frame,
	measure: Measure,
): Mark[] {
	const look = open ? 'word strong chosen' : old ? 'word mute' : 'word';
	if (frame.narrow) {
		const bold = { bold: open };
		const name = fitName(pod.name, plot.right - 80, measure, bold, LAST);
		return [
			text(12, top + 11, name, open ? 'word strong' : old ? 'word mute' : 'word'),
			text(12 + measure(name, bold) + GAP, top + 11, plot.when.clock(pod.from), 'word mute'),
		];
	}
	return [
		...(open ? [rect(4, top - 3, frame.gutter - 10, 24, 'chosen-row', 4)] : []),
		sign(10, top + 4, 0.62, open ? 'down' : 'right', open ? 'stroke chosen' : 'stroke'),
		text(24, top + 13, fitName(pod.name, frame.gutter - AFTER - 24, measure, { bold: open }, LAST), look),
	];
}

function tellingLane(pod: PodModel): Lane | undefined {
	const [apps, others] = [pod.lanes.filter((lane) => lane.kind === 'app'), pod.lanes];
	const begun = (lane: Lane) => lane.bars.some((bar) => bar.what !== 'waiting');
	return apps.findLast(begun) ?? others.findLast(begun) ?? apps.at(-1) ?? others.at(-1);
}

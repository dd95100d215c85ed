/** The lanes that tell the pod as a whole: phase, STATUS, conditions. */
import { statusTone } from '../model/at';
import { CONDITIONS, type ConditionSpan, type PodModel, type StatusWord, type Word } from '../model/model';
import { clock } from '../text/times';
import type { Plot } from './bar';
import { BAR, type Cell, dot, type Frame, type Mark, path, type Row, rect, sign, text } from './scene';
import { MONOSPACE, shorten, whole, widthOf } from './text-fit';
import { cellsOf, visible } from './texture';

const NO_BOX = { x: 0, y: 0, w: 0, h: 0 };

const PHASE_TONE: Readonly<Record<string, string>> = {
	Pending: 'prep',
	Running: 'ok',
	Failed: 'bad',
	Succeeded: 'done',
};

function headWord(name: string, y: number, frame: Frame): Mark[] {
	return frame.narrow ? [text(12, y + 13, name, 'word mute')] : [text(12, y + 13, name, 'word')];
}

export function phaseRow(pod: PodModel, top: number, plot: Plot, frame: Frame): Row {
	const y = top + (frame.narrow ? 17 : 0);
	const cells = cellsOf(pod.phases, plot.words.phase, plot, (phase): Cell => {
		const [a, w] = box(phase, plot);
		const tone = PHASE_TONE[phase.word] ?? 'done';
		const start = Math.max(a, plot.left - 3);
		const said =
			whole(phase.word, a + w - start - 8, MONOSPACE) ||
			(w > 60 ? shorten(phase.word, a + w - start - 8, MONOSPACE) : '');
		const marks = [
			rect(a, y, w, BAR, `tint ${tone}`),
			rect(a, y, Math.min(w, 2.5), BAR, `fill ${tone}`),
			...(said ? [text(start + 7, y + 13, said, 'word mono')] : []),
		];
		return { ...cellBox(pod, 'phase', phase, plot), x: a, w, y, h: BAR, marks };
	});
	const head = headWord(plot.words.phase, top, frame);
	return {
		key: 'phase',
		kind: 'phase',
		name: plot.words.phase,
		y,
		height: y - top + BAR + 3,
		head,
		headBox: NO_BOX,
		folded: false,
		pod: pod.index,
		marks: [],
		cells,
		tops: [],
	};
}

export function statusRow(pod: PodModel, y: number, plot: Plot, frame: Frame): Row {
	const cells = cellsOf(pod.statuses, 'STATUS', plot, (status): Cell => {
		const [a, w] = box(status, plot);
		const tone = statusTone(status.word, status.ready);
		const line = rect(
			a,
			y + 16,
			w,
			tone === 'unready' ? 1 : 2.5,
			`fill ${tone === 'unready' ? 'ok' : tone === 'warn' ? 'wait' : tone}`,
		);
		const said = statusWord(status, Math.max(a, plot.left), a + w);
		const look = status.word === 'Running' && tone === 'ok' ? 'word mono mute' : 'word mono';
		const marks = said ? [line, text(Math.max(a, plot.left) + 1, y + 13, said, look)] : [line];
		return {
			...cellBox(pod, 'status', status, plot),
			label: label('STATUS', { ...status, word: status.ready ? `${status.word} ${status.ready}` : status.word }, plot),
			x: a,
			w,
			y,
			h: 19,
			marks,
		};
	});
	const head = frame.narrow ? [] : headWord('STATUS', y, frame);
	return {
		key: 'status',
		kind: 'status',
		name: 'STATUS',
		y,
		height: 25,
		head,
		headBox: NO_BOX,
		folded: false,
		pod: pod.index,
		marks: [],
		cells,
		tops: [],
	};
}

function statusWord(status: StatusWord, from: number, to: number): string {
	const room = to - from - 8;
	const full = /Running/.test(status.word) && status.ready ? `${status.word} ${status.ready}` : status.word;
	return (
		whole(full, room, MONOSPACE) ||
		whole(status.word, room, MONOSPACE) ||
		(room > 64 ? shorten(status.word, room, MONOSPACE) : '')
	);
}

/** A staff of five lines, the lowest Ready: a line is True, dots are not, a knob is a change. */
export function conditionRow(pod: PodModel, top: number, open: boolean, plot: Plot, frame: Frame): Row {
	const y = top + (frame.narrow ? 14 : 0);
	const step = open ? 17 : 5;
	const first = open ? 13 : 3;
	const marks: Mark[] = [];
	const cells: Cell[] = [];
	CONDITIONS.forEach((name, i) => {
		const at = y + first + i * step;
		marks.push(path('staff', 'M', plot.left - plot.spare, at, 'H', plot.right + plot.spare));
		const spans = pod.conditions.get(name) ?? [];
		if (!open) marks.push(...visible(spans, plot).flatMap((span) => conditionMarks(name, span, at, spans, plot)));
		else {
			cells.push(...cellsOf(spans, name, plot, (span) => conditionCell(pod, name, span, at, spans, plot)));
			const from = spans.find((span) => span.status === 'True')?.from ?? 0;
			marks.push(
				text(
					Math.max(plot.left, Math.min(plot.x(from), plot.width - widthOf(name) - 20)) + 5,
					at - 4,
					name,
					'word mute halo',
				),
			);
		}
	});
	const headY = frame.narrow ? top - 4 : open ? y + 3 : y + 5;
	const head = [...headWord(plot.words.conditionsLane, headY, frame)];
	if (!frame.narrow) head.push(sign(frame.gutter - 20, headY + 5, 0.6, open ? 'down' : 'right', 'stroke mute'));
	if (!open) {
		const ready = pod.conditions.get('Ready') ?? [];
		cells.push(
			...cellsOf(ready, 'Ready', plot, (span) => ({ ...conditionBox(pod, 'Ready', span, plot), y, h: 26, marks: [] })),
		);
	}
	return {
		key: 'conditions',
		kind: 'conditions',
		name: plot.words.conditionsLane,
		y,
		height: y - top + step * 4 + (open ? 22 : 12),
		head,
		headBox: frame.narrow
			? { x: 8, y: top - 3, w: plot.right - 8, h: 15 }
			: { x: 4, y: headY - 1, w: frame.gutter - 10, h: 20 },
		folded: !open,
		pod: pod.index,
		marks,
		cells,
		tops: [],
	};
}

function conditionBox(pod: PodModel, name: string, span: ConditionSpan, plot: Plot) {
	const [x, w] = box(span, plot);
	return { ...cellBox(pod, name, { ...span, word: `${name} ${span.status}` }, plot), x, w };
}

function conditionCell(
	pod: PodModel,
	name: string,
	span: ConditionSpan,
	y: number,
	all: readonly ConditionSpan[],
	plot: Plot,
): Cell | undefined {
	const marks = conditionMarks(name, span, y, all, plot);
	return marks.length ? { ...conditionBox(pod, name, span, plot), y: y - 6, h: 12, marks } : undefined;
}

function conditionMarks(
	name: string,
	span: ConditionSpan,
	y: number,
	all: readonly ConditionSpan[],
	plot: Plot,
): Mark[] {
	const ready = name === 'Ready';
	const tone = ready ? 'ok' : 'done';
	const x = plot.x(span.from);
	if (span.status === 'True')
		return [
			path(ready ? 'held ready' : 'held', 'M', x, y, 'H', plot.x(span.to)),
			dot(x, y, ready ? 2.6 : 2, `fill ${tone}`),
		];
	return ready && span !== all[0] ? [dot(x, y, 2.6, 'knob')] : [];
}

function box(between: { readonly from: number; readonly to: number }, plot: Plot): [number, number] {
	const a = plot.x(between.from);
	return [a, Math.max(1, plot.x(between.to) - a - 1)];
}

function label(lane: string, word: Word, plot: Plot): string {
	return plot.words.barLabel(lane, word.word, clock(word.from, plot.tongue), clock(word.to, plot.tongue));
}

function cellBox(pod: PodModel, lane: string, word: Word, plot: Plot): { key: string; t: number; label: string } {
	return {
		key: `${pod.index}/${lane}@${word.from}/${word.word}`,
		t: word.from,
		label: label(lane === 'phase' ? plot.words.phase : lane, word, plot),
	};
}

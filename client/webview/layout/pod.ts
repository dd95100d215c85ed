/** The lanes that tell the pod as a whole: phase, STATUS, conditions. */
import { type StatusTone, statusTone } from '../model/at';
import type { Hand } from '../model/hands';
import { CONDITIONS, type ConditionSpan, type PodModel, type StatusWord, type Word } from '../model/model';
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

/** What lies after now is drawn in pencil. */
const handOf = ({ hand }: Word | ConditionSpan): { readonly hand?: Hand } => (hand ? { hand } : {});

const headWord = (name: string, y: number): Mark => text(12, y + 13, name, 'word');

/** Its word is in it, so that without a gutter it needs no name. */
export function phaseRow(pod: PodModel, y: number, plot: Plot, frame: Frame): Row {
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
		return { ...cellBox(pod, 'phase', phase, plot), x: a, w, y, h: BAR, marks, ...handOf(phase) };
	});
	return {
		key: 'phase',
		kind: 'phase',
		name: plot.words.phase,
		y,
		height: BAR + 3,
		head: frame.narrow ? [] : [headWord(plot.words.phase, y)],
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
		const line = status.hand
			? path(`strip ${lineTone(tone)}`, 'M', a, y + 17, 'H', a + w)
			: rect(a, y + 16, w, tone === 'unready' ? 1 : 2.5, `fill ${lineTone(tone)}`);
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
			...handOf(status),
		};
	});
	const head = frame.narrow ? [] : [headWord('STATUS', y)];
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

const lineTone = (tone: StatusTone): string => (tone === 'unready' ? 'ok' : tone === 'warn' ? 'wait' : tone);

function statusWord(status: StatusWord, from: number, to: number): string {
	const room = to - from - 8;
	const full = /Running/.test(status.word) && status.ready ? `${status.word} ${status.ready}` : status.word;
	return (
		whole(full, room, MONOSPACE) ||
		whole(status.word, room, MONOSPACE) ||
		(room > 64 ? shorten(status.word, room, MONOSPACE) : '')
	);
}

/** px. Closed, the one condition that others wait for. */
export const READY = 17;
/** Open, the line of a condition under its name. */
const STAFF = 17;

/** Ready alone, or a staff of five lines with their names: a line is True, dots are not, a knob is a change. */
export function conditionRow(pod: PodModel, top: number, open: boolean, plot: Plot, frame: Frame): Row {
	const y = top + (frame.narrow ? 14 : 0);
	const name = open ? plot.words.conditionsLane : 'Ready';
	const { marks, cells } = open ? openConditions(pod, y, plot) : readyLine(pod, y, plot);
	const headY = frame.narrow ? top - 4 : open ? y + 3 : y - 4;
	const chevron = sign(frame.gutter - 20, headY + 5, 0.6, open ? 'down' : 'right', 'stroke mute');
	return {
		key: 'conditions',
		kind: 'conditions',
		name,
		y,
		height: y - top + (open ? STAFF * CONDITIONS.length + 5 : READY),
		head: frame.narrow ? [headWord(name, headY)] : [headWord(name, headY), chevron],
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

type Lines = Pick<Row, 'marks' | 'cells'>;

const staff = (y: number, plot: Plot): Mark =>
	path('staff', 'M', plot.left - plot.spare, y, 'H', plot.right + plot.spare);

function readyLine(pod: PodModel, y: number, plot: Plot): Lines {
	const spans = pod.conditions.get('Ready') ?? [];
	const at = y + 5;
	return {
		marks: [staff(at, plot), ...visible(spans, plot).flatMap((span) => conditionMarks('Ready', span, at, spans, plot))],
		cells: cellsOf(spans, 'Ready', plot, (span) => ({
			...conditionBox(pod, 'Ready', span, plot),
			y: y - 2,
			h: 14,
			marks: [],
		})),
	};
}

function openConditions(pod: PodModel, y: number, plot: Plot): Lines {
	const lines = CONDITIONS.map((name, i): Lines => {
		const at = y + 13 + i * STAFF;
		const spans = pod.conditions.get(name) ?? [];
		const from = plot.x(spans.find((span) => span.status === 'True')?.from ?? 0);
		const x = Math.max(plot.left, Math.min(from, plot.width - widthOf(name) - 20)) + 5;
		return {
			marks: [staff(at, plot), text(x, at - 4, name, 'word mute halo')],
			cells: cellsOf(spans, name, plot, (span) => conditionCell(pod, name, span, at, spans, plot)),
		};
	});
	return { marks: lines.flatMap(({ marks }) => marks), cells: lines.flatMap(({ cells }) => cells) };
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
			path(`held${ready ? ' ready' : ''}${span.hand ? ` ${span.hand}` : ''}`, 'M', x, y, 'H', plot.x(span.to)),
			dot(x, y, ready ? 2.6 : 2, `fill ${tone}`),
		];
	return ready && span !== all[0] ? [dot(x, y, 2.6, 'knob')] : [];
}

function box(between: { readonly from: number; readonly to: number }, plot: Plot): [number, number] {
	const a = plot.x(between.from);
	return [a, Math.max(1, plot.x(between.to) - a - 1)];
}

function label(lane: string, word: Word, plot: Plot): string {
	return plot.words.barLabel(lane, word.word, plot.when.clock(word.from), plot.when.clock(word.to));
}

function cellBox(pod: PodModel, lane: string, word: Word, plot: Plot): { key: string; t: number; label: string } {
	return {
		key: `${pod.index}/${lane}@${word.from}/${word.word}`,
		t: word.from,
		label: label(lane === 'phase' ? plot.words.phase : lane, word, plot),
	};
}

/** What is expected, as flags under the lanes where it is decided: held has a tick, broken is a swallowtail with a cross, open is dashed. */
import type { Expected } from '../../../server/src/protocol/life';
import type { Model } from '../model/model';
import type { Plot } from './bar';
import { type Cell, type Frame, type Mark, NO_POD, path, type Row, rect, rulerOf, text } from './scene';
import { widthOf } from './text-fit';

/** px of the row; of a flag, and how near two may stand. */
const HEIGHT = 32;
const WIDE = 18;
const HIGH = 12;
const POLE = 26;
const APART = 18;
const ABOVE = 15;

interface Placed {
	readonly one: Expected;
	readonly t: number;
	readonly x: number;
}

/** Where the whole life decides, a flag stands at its end. */
export function flagsRow(model: Model, top: number, plot: Plot, frame: Frame): Row {
	const { expected = [] } = model.life;
	const y = top + (frame.narrow ? ABOVE : 0);
	const placed = expected
		.map((one): Placed => {
			const t = Math.min(one.t ?? model.end, model.end);
			return { one, t, x: Math.min(plot.x(t), plot.right - WIDE) };
		})
		.sort((a, b) => a.x - b.x);
	const groups: [Placed, ...Placed[]][] = [];
	for (const flag of placed) {
		const last = groups.at(-1);
		if (last && flag.x - last[0].x < APART) last.push(flag);
		else groups.push([flag]);
	}
	const { words } = plot;
	const broken = placed.filter(({ one }) => one.verdict === 'fails');
	return {
		key: 'flags',
		kind: 'flags',
		name: words.expected,
		y,
		height: y - top + HEIGHT,
		head: [text(12, frame.narrow ? top + 11 : y + 13, words.expected, 'word')],
		...NO_POD,
		marks: [
			path('staff', 'M', plot.left - plot.spare, y + POLE, 'H', plot.right + plot.spare),
			...broken.map(({ t }) => path('broken-line', 'M', plot.x(t), rulerOf(model) + 5, 'V', y)),
		],
		cells: groups.map((group, i) => flagCell(group, i, y, plot)),
		tops: groups.flatMap((group) => countMarks(group, y, plot)),
	};
}

const isBroken = (verdict: Expected['verdict']): boolean => verdict === 'fails' || verdict === 'fault';

type Group = readonly [Placed, ...Placed[]];

const toldOf = (group: Group): Placed => group.find(({ one }) => isBroken(one.verdict)) ?? group[0];

/** Flags too near to be told apart are one with their number, broken if one is. */
function flagCell(group: Group, i: number, y: number, plot: Plot): Cell {
	const { words } = plot;
	const [first] = group;
	const told = toldOf(group);
	const label = group.map(({ one, t }) => words.flag(one.title[plot.tongue], one.verdict, plot.when.clock(t)));
	return {
		key: `flags@${told.t}/${i}`,
		t: told.t,
		x: first.x,
		y,
		w: WIDE,
		h: POLE,
		label: `${group.length > 1 ? `${words.flags(group.length)}: ` : ''}${label.join('; ')}`.replaceAll('`', ''),
		marks: flagMarks(told.one, first.x, y, group.length === 1),
	};
}

function flagMarks({ verdict }: Expected, x: number, y: number, isOne: boolean): readonly Mark[] {
	const look = { holds: 'held', fails: 'broken', open: 'open', fault: 'broken' }[verdict];
	const pole = path(`pole ${look}`, 'M', x, y, 'V', y + POLE);
	const middle = y + HIGH / 2;
	if (isBroken(verdict))
		return [
			path(`flag ${look}`, 'M', x, y, 'h', WIDE, 'l', -4, HIGH / 2, 4, HIGH / 2, 'h', -WIDE, 'z'),
			pole,
			path('cross onpill', 'M', x + 4, middle - 3, 'l', 6, 6, 'm', 0, -6, 'l', -6, 6),
		];
	const flag = rect(x, y, WIDE - 2, HIGH, `flag ${look}`);
	return isOne && verdict === 'holds'
		? [flag, pole, path('tick-mark', 'M', x + 4.5, middle, 'l', 2.5, 2.5, 4.5, -5)]
		: [flag, pole];
}

/** How many a flag stands for: in it, or beside the cross of a broken one how many more there are. */
function countMarks(group: Group, y: number, plot: Plot): readonly Mark[] {
	const [{ x }, ...more] = group;
	if (more.length === 0) return [];
	if (!isBroken(toldOf(group).one.verdict))
		return [text(x + (WIDE - 2) / 2, y + 10, String(group.length), 'word strong', 'middle')];
	const said = `+${more.length}`;
	return x + WIDE + widthOf(said) < plot.width - 4
		? [text(x + WIDE + 1, y + 10, said, 'word')]
		: [text(x - 2, y + 10, said, 'word', 'end')];
}

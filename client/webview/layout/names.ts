/** Names of containers, in the gutter or above their bars. What does not fit: the kind goes first, then the middle of the name. */
import type { Lane } from '../model/lanes';
import type { PanelWords } from '../text/words-en';
import { AFTER, GAP, NAME_X, restartsOf } from './frame';
import { dot, type Frame, type Mark, path, text } from './scene';
import { fitName, type Measure } from './text-fit';

/** px. Where a name above its bar begins, and how far it keeps off an arrow that would cross it. */
const ABOVE_X = 18;
const OFF_ARROW = 9;

/** A word for its kind, unless its name says so already. */
export const kindOf = ({ name, kind }: Lane, words: PanelWords): string => (name === kind ? '' : words.kinds[kind]);

export function headBeside(lane: Lane, kind: string, top: number, frame: Frame, measure: Measure): Mark[] {
	const count = lane.restarts ? restartsOf(lane.restarts) : '';
	const right = frame.gutter - AFTER;
	const room = right - NAME_X - (count ? GAP + measure(count) : 0);
	const name = fitName(lane.name, room, measure);
	const after = NAME_X + measure(name) + GAP;
	const withKind = kind !== '' && name === lane.name && after + measure(kind) <= NAME_X + room;
	return [
		dot(17, top + 9, lane.kind === 'sidecar' ? 4.5 : 4, lane.kind === 'app' ? 'station app' : 'station'),
		...(lane.kind === 'sidecar' ? [path('line prep', 'M', 17, top + 5, 'v', 8)] : []),
		text(NAME_X, top + 13, name, 'word'),
		...(withKind ? [text(after, top + 13, kind, 'word mute')] : []),
		...(count ? [text(right, top + 13, count, 'word mute', 'end')] : []),
	];
}

/** `arrow`: where one comes down from the lane above. */
export function headAbove(
	lane: Lane,
	kind: string,
	top: number,
	frame: Frame,
	measure: Measure,
	arrow: number | undefined,
): Mark[] {
	const bold = { bold: true };
	const count = lane.restarts ? restartsOf(lane.restarts) : '';
	const said = [kind, count].filter(Boolean).join(' ');
	const own = measure(lane.name, bold);
	const besides = said ? measure(said) + GAP : 0;
	const crossed = arrow !== undefined && arrow > ABOVE_X - OFF_ARROW && arrow < ABOVE_X + own + GAP + besides;
	const x = crossed && arrow + OFF_ARROW + own <= frame.right ? arrow + OFF_ARROW : ABOVE_X;
	const room = frame.right - x - (count ? GAP + measure(count) : 0);
	const name = fitName(lane.name, room, measure, bold);
	const after = x + measure(name, bold) + GAP;
	const isCrossed = crossed && x === ABOVE_X;
	const fits = after + measure(said) <= frame.right && !isCrossed;
	return [text(x, top + 10, name, 'word strong'), text(after, top + 10, fits ? said : count, 'word mute')];
}

/** Real beside told: two lanes of a container, the real one in ink above, the told one in pencil below, and between them where they part. */
import type { PodModel } from '../model/model';
import type { Pair } from '../model/pairs';
import type { Plot } from './bar';
import { type ContainerOptions, containerRow } from './container';
import { BAR, type Mark, NO_POD, type Row, rect, text } from './scene';
import { widthOf } from './text-fit';

/** px of the hatch between the two. */
const BETWEEN = 8;

export interface PairRows {
	readonly rows: readonly [real: Row, told: Row];
	/** Under the bars. */
	readonly back: readonly Mark[];
}

export function pairRows(pod: PodModel, pair: Pair, top: number, plot: Plot, options: ContainerOptions): PairRows {
	const { words } = plot;
	// Two that are read together are not folded.
	const { headBox } = NO_POD;
	const real = containerRow(pod, { ...pair.real, name: words.realOf(pair.name) }, top, plot, options);
	const told = containerRow(pod, { ...pair.told, name: words.toldOf(pair.name) }, top + real.height, plot, options);
	const cells = told.cells.map((cell) => ({ ...cell, hand: 'foretold' as const }));
	return {
		rows: [
			{ ...real, headBox },
			{ ...told, headBox, cells },
		],
		back: parting(pair.parts, real.y + BAR + 2, plot, options.frame.narrow),
	};
}

/** What is later than `known` nobody has seen: there they do not part. */
function parting(from: number | undefined, y: number, plot: Plot, isNarrow: boolean): readonly Mark[] {
	if (from === undefined || from >= plot.known) return [];
	const [a, b] = [plot.x(from), plot.x(plot.known)];
	const said = plot.words.theyPart;
	const room = widthOf(said) + 8;
	const band = rect(a, y, b - a, BETWEEN, 'parting');
	return isNarrow || b - a < room
		? [band]
		: [band, rect(a, y - 1, room, BETWEEN + 2, 'plate', 2), text(a + 4, y + BETWEEN - 1, said, 'word')];
}

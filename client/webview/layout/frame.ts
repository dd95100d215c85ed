/** The edges of the lanes: the gutter is as wide as its names ask, within limits. */
import type { Model } from '../model/model';
import type { Frame } from './scene';
import type { Measure } from './text-fit';

/** px. Below this names stand above their bars. */
const NARROW = 520;
const LEAST = 112;
const MOST = 176;
/** Before a container's name, and after the last word of the gutter. */
export const NAME_X = 28;
export const AFTER = 12;
/** Between a name and what stands beside it. */
export const GAP = 8;

export function frameOf(width: number, model: Model, measure: Measure): Frame {
	const narrow = width < NARROW;
	const gutter = narrow ? 0 : gutterOf(width, model, measure);
	return { narrow, gutter, left: narrow ? 12 : gutter, right: width - 14 };
}

function gutterOf(width: number, { pods, owner, name }: Model, measure: Measure): number {
	const lanes = pods
		.flatMap((pod) => pod.lanes)
		.map(({ name: lane, restarts }) => {
			const count = restarts ? GAP + measure(restartsOf(restarts)) : 0;
			return NAME_X + measure(lane) + count + AFTER;
		});
	const others = owner
		? [AFTER + measure(name, { bold: true }), ...pods.map((pod) => 24 + measure(pod.name, { bold: true }))]
		: [];
	const longest = Math.max(...lanes, ...others.map((one) => one + AFTER));
	return Math.ceil(Math.max(LEAST, Math.min(longest, MOST, width * 0.25)));
}

export const restartsOf = (count: number): string => `↻${count}`;

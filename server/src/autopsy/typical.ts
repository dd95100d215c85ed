/** Which of several futures to tell: the one that most of the others are like. */
import type { PodState } from '../simulator/trace';

/** A row of what is foretold: `t` seconds from now; the first is what the dump shows. */
export interface Foretold {
	readonly t: number;
	readonly phase?: PodState['phase'];
	readonly deleting: boolean;
	readonly gone?: true;
	readonly kubectl?: PodState['kubectl'];
}

/** What lasts less than a second or so may be seen or not; lengths are alike within two seconds or a quarter. */
const FLASH = 1.3;
const LEAST_DIFFERENCE = 2;
const DIFFERENCE = 0.25;

/** A life that is this much less like the dump counts about a third. */
const UNLIKELY = 0.3;

/**
 * The number of the most typical future. `costs` say how unlike the dump each of their lives is at `now` (align.ts):
 * the more unlike, the less its future counts among the others.
 */
export function mostTypical(futures: readonly (readonly Foretold[])[], costs: readonly number[]): number {
	const least = Math.min(...costs);
	const weights = costs.map((cost) => Math.exp((least - cost) / UNLIKELY) || 0);
	const stays = futures.map(staysOf);
	let best = { index: 0, agreed: -1 };
	for (const [index, own] of stays.entries()) {
		const agreed = weights.reduce((sum, weight, other) => sum + weight * agreement(own, stays[other] ?? []), 0) * (0.5 + (weights[index] ?? 0));
		if (agreed > best.agreed + 1e-9) best = { index, agreed };
	}
	return best.index;
}

interface Stay {
	readonly row: string;
	readonly lasts: number;
}

/** What is shown for longer than a flash, in order; the last stay has no end. */
function staysOf(timeline: readonly Foretold[]): readonly Stay[] {
	const rows = timeline.map(({ t, phase, deleting, gone, kubectl }) => ({
		t,
		row: gone ? 'gone' : `${phase} ${deleting} ${kubectl?.ready} ${kubectl?.status} ${kubectl?.restarts}`,
	}));
	const changes = rows.filter(({ row }, index) => row !== rows[index - 1]?.row);
	return changes.map(({ t, row }, index) => ({ row, lasts: (changes[index + 1]?.t ?? Number.POSITIVE_INFINITY) - t })).filter(({ lasts }) => lasts >= FLASH);
}

/** How far two futures tell the same, from 0 to 1; entirely counts twice. */
function agreement(one: readonly Stay[], other: readonly Stay[]): number {
	const most = Math.max(one.length, other.length);
	let same = 0;
	while (same < most && isLike(one[same], other[same])) same++;
	return most === 0 || same === most ? 1 : (same / most) * 0.5;
}

function isLike(one: Stay | undefined, other: Stay | undefined): boolean {
	if (one === undefined || other === undefined || one.row !== other.row) return false;
	if (one.lasts === other.lasts) return true;
	return Math.abs(one.lasts - other.lasts) <= Math.max(LEAST_DIFFERENCE, DIFFERENCE * other.lasts);
}

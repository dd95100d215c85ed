/** Which of several futures to tell, and how long each of its rows lasts: what is right in most of them. */
import type { PodState } from '../simulator/trace';

/** A row of what is foretold: `t` seconds from now; the first is what the dump shows. */
export interface Foretold {
	readonly t: number;
	readonly phase?: PodState['phase'];
	readonly deleting: boolean;
	readonly gone?: true;
	readonly kubectl?: PodState['kubectl'];
}

/** The future to tell: the number of the one whose rows it has, and when in it that happens which there happens at `t` (seconds from now, both). */
export interface Typical {
	readonly index: number;
	readonly moved: (t: number) => number;
}

/** What lasts less than a second or so may be seen or not; lengths are alike within two seconds or a quarter of the true one. */
const FLASH = 1.3;
const LEAST_DIFFERENCE = 2;
const DIFFERENCE = 0.25;
const tolerance = (lasts: number): number => Math.max(LEAST_DIFFERENCE, DIFFERENCE * lasts);

/** How alike two lengths are, from 1 to 0: lives are not quite as real ones are, so it is well to keep away from the edge. */
const closeness = (told: number, real: number): number => Math.max(0, Math.min(1, (EDGE - Math.abs(told - real) / tolerance(real)) / (EDGE - CLOSE)));
const CLOSE = 0.7;
const EDGE = 1.1;

/** What begins so near to the horizon may be told or not. */
const tailOf = (horizon: number): number => horizon - Math.max(5, 0.12 * horizon);

/** A life that is this much less like the dump counts about a third: some of it is the seconds that times are cut to. */
const UNLIKELY = 0.6;
const NEGLIGIBLE = 0.01;

/**
 * The most typical of futures up to `horizon`. `costs` say how unlike the dump each of their lives is at `now` (align.ts):
 * the more unlike, the less its future counts. Of the likeliest sequences of rows the lengths are sought with which most futures are told right:
 * a wait that ends anywhere between 10 and 15 s is told as one of 12 s, whatever a single life made of it.
 */
export function mostTypical(futures: readonly (readonly Foretold[])[], costs: readonly number[], horizon: number): Typical {
	const least = Math.min(...costs);
	const weights = costs.map((cost) => Math.exp((least - cost) / UNLIKELY) || 0);
	const lives = futures.map((future, index) => ({ stays: staysOf(future), weight: weights[index] ?? 0 }));
	const real: Real = { lives: lives.filter(({ weight }) => weight >= NEGLIGIBLE), tail: tailOf(horizon) };
	const tried = likeliest(lives, real).map(({ index, stays }) => ({ index, told: lengthened(stays, real) }));
	const [first = { index: 0, told: lives[0]?.stays ?? [] }, ...others] = tried;
	const best = others.reduce((one, other) => (agreedBy(other.told, real) > agreedBy(one.told, real) + 1e-6 ? other : one), first);
	return { index: best.index, moved: warp(lives[best.index]?.stays ?? [], best.told) };
}

interface Stay {
	readonly row: string;
	readonly lasts: number;
}

/** What the life may come to be: futures with their weights; what begins behind `tail` does not count. */
interface Real {
	readonly lives: readonly { readonly stays: readonly Stay[]; readonly weight: number }[];
	readonly tail: number;
}

/** What is shown, in order; the last stay has no end. */
function staysOf(timeline: readonly Foretold[]): readonly Stay[] {
	const rows = timeline.map(({ t, phase, deleting, gone, kubectl }) => ({
		t,
		row: gone ? 'gone' : `${phase} ${deleting} ${kubectl?.ready} ${kubectl?.status} ${kubectl?.restarts}`,
	}));
	const changes = rows.filter(({ row }, index) => row !== rows[index - 1]?.row);
	return changes.map(({ t, row }, index) => ({ row, lasts: (changes[index + 1]?.t ?? Number.POSITIVE_INFINITY) - t }));
}

/** So many sequences of rows are looked at closely. */
const SEQUENCES = 3;

/** Futures with different rows, those first with which most agree as they are. */
function likeliest(lives: Real['lives'], real: Real): readonly { readonly index: number; readonly stays: readonly Stay[] }[] {
	const known = new Set<string>();
	const different = lives.flatMap(({ stays, weight }, index) => {
		const rows = stays.map(({ row }) => row).join('\n');
		if (known.has(rows) || weight < NEGLIGIBLE) return [];
		known.add(rows);
		return [{ index, stays, agreed: agreedBy(stays, real) }];
	});
	return different.toSorted((a, b) => b.agreed - a.agreed).slice(0, SEQUENCES);
}

/** Rounds in which each length is sought again, as what is best for one hangs on the others; and so many stays: what comes later nobody asks for. */
const ROUNDS = 2;
const MOST_STAYS = 8;

/** The stays with the lengths that fit most futures. */
function lengthened(stays: readonly Stay[], real: Real): readonly Stay[] {
	let told = stays;
	for (let round = 0; round < ROUNDS; round++)
		for (let index = 0; index < Math.min(stays.length - 1, MOST_STAYS); index++) told = withLength(told, index, real);
	return told;
}

function withLength(told: readonly Stay[], index: number, real: Real): readonly Stay[] {
	const own = told[index];
	if (own === undefined) return told;
	const known = real.lives.flatMap(({ stays }) => stays.filter(({ row, lasts }) => row === own.row && Number.isFinite(lasts)).slice(0, 1));
	const lengths = [...new Set(known.flatMap(({ lasts }) => PLACES.map((place) => Math.round((lasts + place * tolerance(lasts)) * 1000) / 1000)))].toSorted(
		(a, b) => a - b,
	);
	const tried = lengths.map((lasts) => ({ lasts, agreed: agreedBy(told.with(index, { ...own, lasts }), real) }));
	const most = Math.max(...tried.map(({ agreed }) => agreed));
	if (most < agreedBy(told, real)) return told;
	// In the middle of the lengths that are equally good.
	const from = tried.findIndex(({ agreed }) => agreed >= most * ALIKE);
	const end = tried.findIndex(({ agreed }, at) => at > from && agreed < most * ALIKE);
	const [low, high] = [tried[from]?.lasts ?? own.lasts, tried.at(end === -1 ? -1 : end - 1)?.lasts ?? own.lasts];
	return told.with(index, { ...own, lasts: Math.max(SHORTEST, (low + high) / 2) });
}

/** Rows follow one another. */
const SHORTEST = 0.01;

/** What is as good but for a thousandth is equally good. */
const ALIKE = 0.999;

/** Where in what counts as alike a length is tried. */
const PLACES = [-1, -CLOSE, 0, CLOSE, 1];

const agreedBy = (told: readonly Stay[], { lives, tail }: Real): number =>
	lives.reduce((sum, { stays, weight }) => sum + weight * agreement(told, stays, tail), 0);

/** How far what is told is right in a future, from 0 to 1; entirely counts twice. */
function agreement(told: readonly Stay[], real: readonly Stay[], tail: number): number {
	let [i, j, same] = [0, 0, 0];
	// When it is, in both; and when the last row began that both have.
	let [at, realAt, since, realSince] = [0, 0, 0, 0];
	let close = 1;
	while (close > 0 && i < told.length && j < real.length) {
		const [one, other] = [told[i], real[j]];
		if (one === undefined || other === undefined) break;
		if (one.row === other.row) {
			close = Math.min(close, closeness(at - since, realAt - realSince));
			[since, realSince] = [at, realAt];
			if (close > 0) same++;
		} else if (one.lasts >= FLASH && other.lasts >= FLASH) break;
		if (one.row === other.row || one.lasts < FLASH) [at, i] = [at + one.lasts, i + 1];
		if (one.row === other.row || one.lasts >= FLASH) [realAt, j] = [realAt + other.lasts, j + 1];
	}
	const isOver = (next: number, stays: readonly Stay[], time: number): boolean => next >= stays.length || time >= tail;
	const half = (same / Math.max(told.length, real.length)) * 0.5;
	return isOver(i, told, at) && isOver(j, real, realAt) ? half + (1 - half) * close : half;
}

/** When in what is told that happens which happens at a time of the future whose rows it has: evenly between the changes. */
function warp(stays: readonly Stay[], told: readonly Stay[]): (t: number) => number {
	let [from, to] = [0, 0];
	const pieces = stays.map(({ lasts }, index) => {
		const length = told[index]?.lasts ?? lasts;
		const piece = { from, to, rate: Number.isFinite(lasts) && lasts > 0 ? length / lasts : 1 };
		[from, to] = [from + lasts, to + length];
		return piece;
	});
	return (t) => {
		const piece = pieces.findLast((one) => t >= one.from);
		return piece === undefined ? t : piece.to + (t - piece.from) * piece.rate;
	};
}

/** `is`, `becomes`, `stays` and `never`, of one track. */

import type { Said } from './expectation';
import { fitsValue } from './fits';
import type { Failure, Result, Warning } from './judged';
import { instantOf, type Resolver } from './moments';
import { both, holdsAt, type Stretch, truths, without } from './stretches';
import type { Lived, Track } from './tracks';
import { type Window, windowOf } from './window';

export type OfState = Extract<Said, { readonly verb: 'is' | 'becomes' | 'stays' | 'never' }>;

/** States shorter than this a real cluster may merge away: two recordings of one life agree only on longer ones. */
const FLASH = 1300;

export function judgeTrack(said: OfState, track: Track, life: Lived, resolver: Resolver): Result {
	const truth = truths(track, said.claim, life.horizon);
	switch (said.verb) {
		case 'is':
			return is(said, track, truth, life, resolver);
		case 'becomes':
			return becomes(said, track, truth, life, resolver);
		case 'stays':
			return stays(said, track, truth, life, resolver);
		case 'never':
			return never(said, track, truth, life, resolver);
	}
}

function is({ time }: OfState, track: Track, truth: readonly Stretch[], life: Lived, resolver: Resolver): Result {
	const t = instantOf(time.at ?? { kind: 'end' }, track, life, resolver);
	if (t === undefined) return failed({ code: 'no-moment', t: life.horizon, key: 'at' });
	if (t > life.horizon) return failed({ code: 'not-watched', t: life.horizon, needs: t });
	if (!holdsAt(truth, t)) return failed({ code: 'is-not', seen: { t, track } });
	const isFixed = time.at?.kind === 'time' && time.at.t > 0;
	const stretch = truth.find(({ from, to }) => from <= t && t < to);
	const [early, late] = [t - (stretch?.from ?? t), (stretch?.to ?? t) - t];
	const edges: readonly Warning[] =
		!isFixed || !stretch
			? []
			: stretch.to <= life.horizon && late < FLASH
				? [{ kind: 'edge', by: late, later: true }]
				: stretch.from > track.from && early < FLASH
					? [{ kind: 'edge', by: early + 1, later: false }]
					: [];
	return { found: { kind: 'times', times: [t] }, warnings: edges };
}

function becomes(said: OfState & { readonly verb: 'becomes' }, track: Track, truth: readonly Stretch[], life: Lived, resolver: Resolver): Result {
	const { time, times } = said;
	const { horizon } = life;
	const window = windowOf(time, track, life, resolver);
	if ('code' in window) return failed(window);
	const begun = truth.filter(({ from }) => holdsAt(window.stretches, from));
	const least = time.for ?? 0;
	const long = begun.filter((stretch) => lengthOf(stretch, horizon) >= least);
	const isCut = window.closes > horizon || begun.some((stretch) => stretch.to > horizon && lengthOf(stretch, horizon) < least);
	if (times) {
		const isRight = fitsValue(long.length, times);
		const couldChange = fitsValue(Number.MAX_SAFE_INTEGER, times) !== isRight;
		if (isCut && couldChange) return failed({ code: 'not-watched', t: horizon, needs: neededBy(window, begun, least, horizon) });
		if (!isRight) return failed({ code: 'times', seen: { t: Math.min(window.closes, horizon), track }, times: long.map(({ from }) => from) });
	}
	const [first] = long;
	if (first || times)
		return { found: { kind: 'times', times: long.map(({ from }) => from) }, warnings: times || !first ? [] : cautions(long, window, track, horizon, time) };
	return failed(notBecome(window, begun, truth, track, life, least, isCut));
}

function cautions(long: readonly Stretch[], window: Window, { goneAt }: Track, horizon: number, { within }: OfState['time']): readonly Warning[] {
	const lasting = long.map((stretch) => (stretch.to > horizon || stretch.to === goneAt ? Number.POSITIVE_INFINITY : stretch.to - stretch.from));
	const lasts = Math.max(...lasting);
	if (lasts < FLASH) return [{ kind: 'flash', lasts }];
	const left = window.closes - (long[0]?.from ?? 0);
	return within !== undefined && left < FLASH ? [{ kind: 'edge', by: left + 1, later: true }] : [];
}

/** When all that is undecided at the horizon would be decided. */
function neededBy(window: Window, begun: readonly Stretch[], least: number, horizon: number): number {
	const open = begun.find((stretch) => stretch.to > horizon && lengthOf(stretch, horizon) < least);
	return open ? open.from + least : window.closes + least;
}

function notBecome(window: Window, begun: readonly Stretch[], truth: readonly Stretch[], track: Track, life: Lived, least: number, isCut: boolean): Failure {
	const { horizon } = life;
	const end = Math.min(window.closes, horizon);
	const seen = { t: end, track };
	if (isCut) return { code: 'not-watched', t: horizon, needs: neededBy(window, begun, least, horizon) };
	if (begun.length > 0) return { code: 'too-short', seen, count: begun.length, longest: Math.max(...begun.map((stretch) => lengthOf(stretch, horizon))) };
	const before = truth.find(({ from, to }) => from < window.opens && window.opens < to);
	if (before) return { code: 'already', seen: { t: window.opens, track }, since: before.from, opened: window.opens };
	const after = truth.find(({ from }) => from > end);
	return after ? { code: 'late', seen, at: after.from, by: after.from - end } : { code: 'never-became', seen, watched: end - window.opens };
}

function stays({ time }: OfState, track: Track, truth: readonly Stretch[], life: Lived, resolver: Resolver): Result {
	const { horizon } = life;
	const [first] = truth;
	if (!first) return failed({ code: 'never-began', seen: { t: horizon, track } });
	const window = windowOf({ ...time, ...(time.for !== undefined && { within: time.for }) }, track, life, resolver, first.from);
	if ('code' in window) return failed(window);
	// What is gone ends it, unless it was gone already.
	const isEnded = track.goneAt !== undefined && track.goneAt > window.opens && !holdsAt(truth, track.goneAt);
	const asked = isEnded ? both(window.stretches, [{ from: window.opens, to: track.goneAt ?? 0 }]) : window.stretches;
	const [gap] = without(asked, truth);
	if (gap) {
		const next = truth.find(({ from }) => from > gap.from);
		return failed({ code: 'broke', seen: { t: gap.from, track }, lasts: (next?.from ?? horizon) - gap.from });
	}
	if (time.for !== undefined && window.closes > horizon && !isEnded) return failed({ code: 'not-watched', t: horizon, needs: window.closes });
	if (time.for !== undefined && isEnded && (track.goneAt ?? 0) <= window.closes)
		return failed({ code: 'broke', seen: { t: track.goneAt ?? 0, track }, lasts: horizon - (track.goneAt ?? 0) });
	const [from, to] = [asked[0]?.from ?? window.opens, asked.at(-1)?.to ?? window.opens];
	return { found: { kind: 'span', from, to: Math.min(to, horizon) } };
}

function never({ time }: OfState, track: Track, truth: readonly Stretch[], life: Lived, resolver: Resolver): Result {
	const { horizon } = life;
	const window = windowOf(time, track, life, resolver);
	if ('code' in window) return failed(window);
	const bad = both(truth, window.stretches).find((stretch) => lengthOf(stretch, horizon) >= (time.for ?? 0));
	if (bad) return failed({ code: 'was', seen: { t: bad.from, track }, lasts: lengthOf(bad, horizon) });
	if (window.closes > horizon) return failed({ code: 'not-watched', t: horizon, needs: window.closes });
	const after = truth.find(({ from }) => from > window.closes);
	const by = (after?.from ?? Number.POSITIVE_INFINITY) - window.closes;
	return { found: { kind: 'nowhere' }, warnings: time.within !== undefined && by < FLASH ? [{ kind: 'edge', by, later: false }] : [] };
}

/** A stretch that the horizon cuts lasts to the horizon. */
const lengthOf = ({ from, to }: Stretch, horizon: number): number => Math.min(to, horizon) - from;
const failed = (failure: Failure): Result => ({ failure });

/** The instants that an expectation looks at. */
import type { State, Time } from './expectation';
import type { Failure } from './judged';
import { instantOf, type Resolver, whose } from './moments';
import { both, joined, type Stretch, truths } from './stretches';
import type { Lived, Track } from './tracks';

/** `closes` may lie behind the horizon, `stretches` end there. */
export interface Window {
	readonly opens: number;
	readonly closes: number;
	readonly stretches: readonly Stretch[];
}

/**
 * It opens at `after`, or at `otherwise`; it closes with `within`, just before `until`, or at the horizon, and only while something is so.
 * `track`: whose times count, and whose state is meant where none is named.
 */
export function windowOf(time: Time, track: Track | undefined, life: Lived, resolver: Resolver, otherwise?: number): Window | Failure {
	const { horizon } = life;
	const opens = time.after ? instantOf(time.after, track, life, resolver) : (otherwise ?? track?.from ?? 0);
	if (opens === undefined) return { code: 'no-moment', t: horizon, key: 'after' };
	const ends = time.until && instantOf(time.until, track, life, resolver);
	if (time.until && ends === undefined) return { code: 'no-moment', t: horizon, key: 'until' };
	const closes = Math.min(opens + (time.within ?? Number.POSITIVE_INFINITY), (ends ?? Number.POSITIVE_INFINITY) - 1);
	if (opens > horizon) return { code: 'not-watched', t: horizon, needs: opens };
	const last = Math.min(closes, horizon);
	if (last < opens) return { code: 'no-time', t: horizon };
	const whole = [{ from: opens, to: last + 1 }];
	const stretches = time.while ? both(whole, whileOf(time.while, track, life, resolver)) : whole;
	if (stretches.length === 0) return { code: 'empty-while', t: last };
	return { opens, closes: closes === Number.POSITIVE_INFINITY ? horizon : closes, stretches };
}

/** When a state is so: of several, when it is so of any. */
function whileOf({ subject, claim }: State, track: Track | undefined, life: Lived, resolver: Resolver): readonly Stretch[] {
	return joined(whose(subject, track, resolver).flatMap((one) => truths(one, claim, life.horizon)));
}

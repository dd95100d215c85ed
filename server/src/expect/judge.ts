/** Judges expectations by a life: pure, and exact to the millisecond. The rules are those of docs/expectations.md. */
import { explain } from './causes';
import type { Expectation, Moment, Said, StateSubject } from './expectation';
import { fits, fitsValue } from './fits';
import type { Failure, Judged, Result } from './judged';
import { instantOf, matches, Resolver } from './moments';
import { holdsAt } from './stretches';
import type { Lived } from './tracks';
import { judgeTrack, type OfState } from './verbs';
import { windowOf } from './window';

/** One judgement for each expectation, in their order; none sees another. */
export function judgeExpectations(expectations: readonly Expectation[], life: Lived): readonly Judged[] {
	const resolver = new Resolver(life);
	return expectations.map((expectation) => {
		const result = life.manifest.accepted || isOfManifest(expectation.said) ? judge(expectation.said, life, resolver) : { failure: NO_LIFE };
		if ('found' in result) return { expectation, verdict: 'holds', found: result.found, warnings: result.warnings ?? [] };
		const { failure } = result;
		const t = 'seen' in failure ? failure.seen.t : failure.t;
		const moment = explain(life, failure, t);
		return { expectation, verdict: 'fails', failure, t, ...(moment !== undefined && { moment }) };
	});
}

const NO_LIFE: Failure = { code: 'no-life', t: 0 };
const isOfManifest = (said: Said): boolean => said.verb === 'is' && said.subject.kind === 'manifest';

function judge(said: Said, life: Lived, resolver: Resolver): Result {
	switch (said.verb) {
		case 'order':
			return judgeOrder(said.moments, life, resolver);
		case 'happens':
			return judgeCount(said, life, resolver);
		default: {
			const { subject } = said;
			if (subject.kind === 'manifest') return fits('manifest', life.manifest, said.claim) ? NOWHERE : { failure: { code: 'manifest', t: 0 } };
			if (subject.kind === 'event') return { failure: { code: 'nobody', t: 0 } };
			if (subject.kind === 'action') {
				const answer = life.answers.get(subject.index);
				return answer && fits('action', answer, said.claim)
					? { found: { kind: 'times', times: [answer.t] } }
					: { failure: { code: 'answer', t: answer?.t ?? life.horizon, answer } };
			}
			return judgeAll(said, subject, life, resolver);
		}
	}
}

const NOWHERE: Result = { found: { kind: 'nowhere' } };

/** Of several pods or containers every one must do; the first that does not tells. */
function judgeAll(said: OfState, subject: StateSubject, life: Lived, resolver: Resolver): Result {
	const tracks = resolver.tracks(subject);
	if (tracks.length === 0) return { failure: { code: 'nobody', t: life.horizon } };
	const results = tracks.map((track) => judgeTrack(said, track, life, resolver));
	const failed = results.find((result) => 'failure' in result);
	if (failed) return failed;
	const founds = results.flatMap((result) => ('found' in result ? [result] : []));
	const [first] = founds;
	const times = founds.flatMap(({ found }) => (found.kind === 'times' ? found.times : []));
	return {
		found: founds.length > 1 && times.length > 0 ? { kind: 'times', times } : (first?.found ?? { kind: 'nowhere' }),
		warnings: founds.flatMap(({ warnings = [] }) => warnings).slice(0, 1),
	};
}

function judgeOrder(moments: readonly Moment[], life: Lived, resolver: Resolver): Result {
	const times = moments.map((moment) => instantOf(moment, undefined, life, resolver));
	const missing = times.indexOf(undefined);
	if (missing >= 0) return { failure: { code: 'missing', t: life.horizon, place: missing } };
	const known = times.filter((t) => t !== undefined);
	const crossed = known.findIndex((t, i) => i > 0 && t < (known[i - 1] ?? 0));
	return crossed < 0 ? { found: { kind: 'times', times: known } } : { failure: { code: 'out-of-order', t: known[crossed] ?? 0, place: crossed, times } };
}

function judgeCount({ subject, count, time }: Said & { readonly verb: 'happens' }, life: Lived, resolver: Resolver): Result {
	const window = windowOf(time, undefined, life, resolver);
	if ('code' in window) return { failure: window };
	const occurred = life.events.filter(({ t, event }) => holdsAt(window.stretches, t) && matches(event, subject.match));
	const isCut = window.closes > life.horizon;
	const isRight = fitsValue(occurred.length, count);
	// More may come after the horizon: then only what more does not change is decided.
	if (isCut && (isRight ? !fitsValue(Number.MAX_SAFE_INTEGER, count) : fitsValue(Number.MAX_SAFE_INTEGER, count)))
		return { failure: { code: 'not-watched', t: life.horizon, needs: window.closes } };
	if (isRight) return { found: { kind: 'count', count: occurred.length } };
	const most = occurred.findIndex((_, i) => !fitsValue(i + 1, count) && fitsValue(i, count));
	const [first] = occurred;
	return { failure: { code: 'count', t: (most >= 0 ? occurred[most]?.t : undefined) ?? life.horizon, count: occurred.length, ...(first && { first }) } };
}

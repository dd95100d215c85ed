/** How long a life has to be watched for what is expected of it. */
import { milliseconds } from '../simulator/duration';
import type { Scenario } from '../simulator/scenario';
import type { Moment, Said } from './expectation';
import type { ExpectFault } from './faults';

const MINUTE = 60_000;
/** After the latest instant that is named. */
const ROOM = 10_000;

type Named = { readonly key: 'at' | 'after' | 'until' | 'within' | 'for'; readonly t: number };

/** The instant of a moment, milliseconds since the creation, where no life is needed to know it. */
function known(moment: Moment | undefined, { actions = [] }: Scenario): number | undefined {
	if (moment === undefined) return 0;
	if (moment.kind === 'time') return moment.t;
	return moment.kind === 'action' ? (milliseconds(actions[moment.index]?.at) ?? 0) : undefined;
}

/** The instants that a sentence names. */
function instants(said: Said, scenario: Scenario): readonly Named[] {
	if (said.verb === 'order') return [];
	const { time } = said;
	const opens = known(time.after, scenario);
	const written = (['at', 'after', 'until'] as const).flatMap((key): readonly Named[] => {
		const t = time[key] && known(time[key], scenario);
		return t === undefined ? [] : [{ key, t }];
	});
	const counted = (['within', 'for'] as const).flatMap((key): readonly Named[] => {
		const [from, length] = [key === 'for' && time.after === undefined ? undefined : opens, time[key]];
		return from === undefined || length === undefined ? [] : [{ key, t: from + length }];
	});
	return [...written, ...counted];
}

/** Looking past an `until` that is written is at fault: what lies there nobody sees. */
export function beyondHorizon(said: Said, scenario: Scenario, path: readonly (string | number)[]): readonly ExpectFault[] {
	const until = milliseconds(scenario.until);
	if (until === undefined) return [];
	const [worst] = instants(said, scenario).filter(({ t }) => t > until);
	return worst ? [{ path: [...path, worst.key], code: 'beyond', args: { asked: worst.t / 1000, until: until / 1000 } }] : [];
}

/**
 * The milliseconds that a scenario is watched: its `until`; where none is written a minute, or ten seconds longer than the latest instant that it names itself.
 * A scenario without expectations is watched as ever.
 */
export function watchedFor(scenario: Scenario, saids: readonly Said[]): number {
	const until = milliseconds(scenario.until);
	if (until !== undefined && until > 0) return until;
	if (scenario.expect === undefined) return MINUTE;
	const named = [...saids.flatMap((said) => instants(said, scenario).map(({ t }) => t)), ...(scenario.actions ?? []).map(({ at }) => milliseconds(at) ?? 0)];
	return Math.max(MINUTE, ...named.map((t) => t + ROOM));
}

/** What happens first to a pod from now on, in the life that was foretold. */
import type { MomentCode } from '../simulator/moments';
import type { PodState, Trace } from '../simulator/trace';

/** Seconds from now; undefined, or not in the map, is not within the horizon. */
export interface Next {
	readonly starts: ReadonlyMap<string, number>;
	readonly pulls: ReadonlyMap<string, number>;
	readonly ends: ReadonlyMap<string, number>;
	readonly ready: number | undefined;
	readonly finished: number | undefined;
	readonly deleted: number | undefined;
	readonly gone: number | undefined;
}

export const NOTHING_NEXT: Next = {
	starts: new Map(),
	pulls: new Map(),
	ends: new Map(),
	ready: undefined,
	finished: undefined,
	deleted: undefined,
	gone: undefined,
};

/**
 * Looks through the life behind `at`, seconds since its creation, up to `horizon` seconds later; `moved` says when that is told to happen (typical.ts).
 * `since`: not what comes next from now on, but so many seconds after now.
 */
export function nextOf({ timeline = [], story }: Trace, at: number, horizon: number, moved: (t: number) => number, since = 0): Next {
	const comes = (t: number): boolean => t > at && t <= at + horizon && (since === 0 || moved(t - at) > since);
	// Not by events: those of a pod that says the same again and again are dropped.
	const first = (codes: ReadonlySet<MomentCode>): ReadonlyMap<string, number> => {
		const found = new Map<string, number>();
		for (const { code, container, t } of story.moments)
			if (container !== undefined && codes.has(code) && comes(t) && !found.has(container)) found.set(container, moved(t - at));
		return found;
	};
	const later = timeline.filter(({ t }) => comes(t));
	const now = timeline.findLast(({ t }) => t <= at + horizon && !comes(t));
	const when = (is: (state: PodState) => boolean): number | undefined => {
		const found = later.find(is);
		return found && moved(found.t - at);
	};
	return {
		starts: first(STARTS),
		pulls: first(PULLS),
		ends: new Map([...endsAfter(now, later, at)].map(([name, t]) => [name, moved(t)])),
		ready: now !== undefined && isReady(now) ? undefined : when(isReady),
		finished: now !== undefined && isOver(now) ? undefined : when(isOver),
		deleted: now?.deleting === true ? undefined : when(({ deleting }) => deleting),
		gone: when(({ gone }) => gone === true),
	};
}

const STARTS: ReadonlySet<MomentCode> = new Set(['container/started', 'container/restarted', 'container/start-failed']);
const PULLS: ReadonlySet<MomentCode> = new Set(['image/pulling']);

const isReady = ({ conditions }: PodState): boolean => conditions?.['Ready']?.status === 'True';
const isOver = ({ phase }: PodState): boolean => phase === 'Succeeded' || phase === 'Failed';

function endsAfter(now: PodState | undefined, later: readonly PodState[], at: number): ReadonlyMap<string, number> {
	const running = Object.entries({ ...now?.initContainers, ...now?.containers }).filter(([, { state }]) => state === 'running');
	return new Map(
		running.flatMap(([name, { startedAt }]) => {
			const end = later.find(({ initContainers, containers }) => {
				const one = containers?.[name] ?? initContainers?.[name];
				return one !== undefined && (one.state !== 'running' || one.startedAt !== startedAt);
			});
			return end === undefined ? [] : [[name, end.t - at] as const];
		}),
	);
}

/** What happens first to a pod from now on, in the life that was foretold. */
import type { PodState, Trace } from '../simulator/trace';
import { containerIn } from './dump';

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

/** Looks through the life behind `at`, seconds since its creation, up to `horizon` seconds later; `moved` says when that is told to happen (typical.ts). */
export function nextOf({ timeline = [], events = [] }: Trace, at: number, horizon: number, moved: (t: number) => number): Next {
	const first = (reason: string): ReadonlyMap<string, number> => {
		const found = new Map<string, number>();
		for (const { reason: is, object, times, t } of events) {
			const name = containerIn(object);
			const time = is === reason ? (times ?? [t]).find((one) => one > at && one <= at + horizon) : undefined;
			if (name !== undefined && time !== undefined) found.set(name, Math.min(found.get(name) ?? Number.POSITIVE_INFINITY, moved(time - at)));
		}
		return found;
	};
	const now = timeline.findLast(({ t }) => t <= at);
	const later = timeline.filter(({ t }) => t > at && t <= at + horizon);
	const when = (is: (state: PodState) => boolean): number | undefined => {
		const found = later.find(is);
		return found && moved(found.t - at);
	};
	return {
		starts: first('Created'),
		pulls: first('Pulling'),
		ends: new Map([...endsAfter(now, later, at)].map(([name, t]) => [name, moved(t)])),
		ready: now !== undefined && isReady(now) ? undefined : when(isReady),
		finished: now !== undefined && isOver(now) ? undefined : when(isOver),
		deleted: now?.deleting === true ? undefined : when(({ deleting }) => deleting),
		gone: when(({ gone }) => gone === true),
	};
}

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

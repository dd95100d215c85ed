/** What the containers of a pod must be like, for its status to be what it is. */
import { parseDuration } from '../schema/duration';
import type { ContainerScript, OnTerm, ProbeStep, Run } from '../simulator/scenario';
import { type End, endsOf, IN_TURN, pendingKill } from './ends';
import type { Facts, ProbeKind, SeenContainer } from './facts';
import { inferProbe, inferReadiness, type Seen, TOLERANCE } from './infer-probe';

export interface InferredContainer {
	readonly script: ContainerScript;
	/** So many of the first runs are not told: those after them are enough to bring the back-off to where it is. */
	readonly leftOut: number;
	/** How long it takes from the creation of the pod until now, in the life that is told: its runs, the waits between them, and what goes on. Seconds. */
	readonly past: number;
	/** The run that it repeats from now on; undefined where it is not known ever to have ended. */
	readonly pattern: End | undefined;
	/** It has lasted longer than the one before it: whatever ended that is over. */
	readonly recovered: boolean;
	/** Whether the next run is expected to end as `pattern` did. */
	readonly repeats: boolean;
}

/** A container as a script. */
export function inferContainer(container: SeenContainer, facts: Facts): InferredContainer {
	const grace = facts.pod.spec?.terminationGracePeriodSeconds ?? 30;
	const ends = endsOf(container, grace, facts.hasEvents);
	const leftOut = Math.max(0, container.restarts - keptRuns(container, ends));
	const seen: Seen = { container, ends, grace, leftOut, recovered: hasRecovered(container, ends[0], facts.now), now: facts.now, deletedAt: facts.deletion?.at };
	const runs = runsOf(seen);
	const onTerm = answerToStop(seen);
	const script: ContainerScript = {
		...(runs.length > 0 ? { runs } : {}),
		...(onTerm ? { onTerm } : {}),
		...steps('startup', inferProbe(seen, 'startup')),
		...steps('liveness', inferProbe(seen, 'liveness')),
		...steps('readiness', inferReadiness(seen, facts.since.get('ContainersReady'))),
		...hooks(seen),
		...(container.waiting === 'CreateContainerError' ? { createError: container.waitingMessage || 'CreateContainerError' } : {}),
	};
	return { script, leftOut, past: pastOf(seen), pattern: ends[0], recovered: seen.recovered, repeats: repeats(container, ends) };
}

const steps = (kind: ProbeKind, list: readonly ProbeStep[]): Partial<ContainerScript> => (list.length > 0 ? { [kind]: list } : {});

/** From here on every restart waits as long as the one before: 10 s doubled up to 300 s. kubelet.go newCrashLoopBackOff */
const LEVELS = 6;
const MOST_RESTARTS = LEVELS + 1;
/** Nanoseconds, as durations are parsed. */
const FIRST_WAIT = 10e9;
const FORGOTTEN = 600;

/** How many restarts bring the back-off to where it is: all there were, up to the longest wait. A run of ten minutes began it anew, and where the kubelet says less, another one did. */
function keptRuns({ restarts, waitingMessage }: SeenContainer, ends: readonly End[]): number {
	// With another image, or from the very start, the container is a new one (GetBackoffKey, RestartAllContainers).
	const anew = ends.find(({ kill }) => kill?.by === 'changed' || kill?.by === 'restartAll');
	if (anew !== undefined) return Math.max(0, restarts - anew.index - 1);
	const long = ends.find(({ lasted = 0 }) => lasted > FORGOTTEN);
	const sinceLong = long === undefined ? restarts : restarts - long.index;
	const said = parseDuration(/^back-off (\S+) restarting/.exec(waitingMessage)?.[1] ?? '');
	const level = typeof said === 'number' && said > 0 ? Math.round(Math.log2(said / FIRST_WAIT)) + 1 : LEVELS;
	return Math.max(0, Math.min(restarts, sinceLong, level < LEVELS && restarts > MOST_RESTARTS ? level : MOST_RESTARTS));
}

function hasRecovered({ runningSince, restarts, status, group }: SeenContainer, pattern: End | undefined, now: number): boolean {
	if (runningSince === undefined || restarts === 0) return false;
	if (pattern?.kill !== undefined && !IN_TURN.has(pattern.kill.by)) return true;
	if (pattern?.kill?.by === 'startup' && status?.started === true && group !== 'init') return true;
	return pattern?.lasted === undefined || now - runningSince > pattern.lasted + TOLERANCE;
}

/** A program that cannot start is over within so many seconds. */
const AT_START = 10;

/**
 * Whether the next run is expected to end as the newest of the ends did. What failed once after it had run for a while may be over:
 * nobody knows, and it is told to run on.
 */
function repeats({ restarts, group }: SeenContainer, [last, before]: readonly End[]): boolean {
	if (last === undefined || group === 'init' || last.kill !== undefined || last.exitCode === 0 || last.reason === 'OOMKilled') return true;
	if (last.lasted === undefined || last.lasted < AT_START) return true;
	if (before !== undefined) return before.exitCode === last.exitCode && Math.abs((before.lasted ?? 0) - last.lasted) <= TOLERANCE;
	return restarts > 1;
}

const LONGEST_PAST_RUN = 700;
const START_ERRORS = new Set(['StartError', 'ContainerCannotRun']);

function runsOf(seen: Seen): readonly Run[] {
	const { container, ends, leftOut, recovered, now } = seen;
	const { runningSince, restarts } = container;
	const kept = ends.filter(({ index }) => index >= leftOut);
	const [pattern] = kept;
	const pending = pendingRuns(seen);
	if (pending !== undefined)
		return [...Array.from({ length: restarts - leftOut }, () => (pattern === undefined ? {} : runOf(pattern, LONGEST_PAST_RUN))), ...pending];
	// Nobody knows how much longer an init container works: as long again, where nothing else is known.
	const working: Run = container.group === 'init' && runningSince !== undefined ? { exitAfter: Math.max(1, 2 * (now - runningSince)) } : {};
	if (pattern === undefined) return container.group === 'init' && runningSince !== undefined ? [working] : [];
	// What is known to have been run again tells what the runs before it were like.
	const again = kept.find(({ index, kill }) => index < restarts && kill?.by !== 'stopped') ?? pattern;
	const earlier = { ...again, lasted: leftOut === 0 ? earlierRuns(container, ends) : again.lasted };
	const runs: Run[] = [];
	for (let index = leftOut; index <= pattern.index; index++) {
		const known = kept.find((end) => end.index === index) ?? earlier;
		runs.push(runOf(known, LONGEST_PAST_RUN));
	}
	if ((pattern.lasted ?? 0) > LONGEST_PAST_RUN && !recovered) runs.push(runOf(pattern, Number.POSITIVE_INFINITY));
	if (recovered && runningSince !== undefined && restarts > pattern.index) runs.push(working);
	else if (!repeats(container, ends)) runs.push({});
	return runs;
}

/** A run that is being ended: nobody knows how much longer it takes; as long again, and its grace at most. With another definition the next one runs on: nothing is known of it. */
function pendingRuns({ container, grace, now, deletedAt }: Seen): readonly Run[] | undefined {
	const kill = pendingKill(container);
	const told = deletedAt ?? kill?.at;
	if (told === undefined || container.runningSince === undefined) return undefined;
	const takes = Math.max(1, 2 * (now - told));
	const isKilled = takes >= grace;
	// With another definition it is started anew, which the life that is told does not have: there it ends by itself.
	if (deletedAt === undefined && kill?.by === 'changed')
		return [{ exitAfter: kill.at - container.runningSince + Math.min(takes, grace), exitCode: isKilled ? 137 : 0 }, {}];
	return [{ onTerm: isKilled ? { ignore: true } : { exitAfter: takes } }];
}

/** What goes on for longer than this, and is not known ever to end, tells nothing new. */
const LONG_ENOUGH = 3600;

function pastOf({ container, ends, leftOut, recovered, now }: Seen): number {
	const { runningSince, restarts } = container;
	const changed = runningSince ?? ends[0]?.to ?? now;
	const goesOn = Math.max(0, now - changed);
	const kept = Array.from({ length: restarts - leftOut }, (_, run) => Math.min(ends[0]?.lasted ?? 0, LONGEST_PAST_RUN) + (run === 0 ? 0 : usualWait(run)));
	return kept.reduce((sum, one) => sum + one, 0) + (ends.length > 0 && !recovered ? goesOn : Math.min(goesOn, LONG_ENOUGH));
}

/** How long the runs lasted that nothing is known of but when the first of them began: what is left of the time when the waits are taken off. */
function earlierRuns({ events }: SeenContainer, ends: readonly End[]): number | undefined {
	const [pattern] = ends;
	const oldest = ends.at(-1);
	const first = events.find(({ reason }) => reason === 'Started')?.first;
	if (pattern?.lasted === undefined || pattern.kill !== undefined || oldest?.from === undefined || first === undefined || oldest.index === 0)
		return pattern?.lasted;
	const waits = Array.from({ length: oldest.index }, (_, run) => (run === 0 ? 0 : usualWait(run)));
	const mean = (oldest.from - first - waits.reduce((sum, wait) => sum + wait, 0)) / oldest.index;
	return mean < 0 || Math.abs(mean - pattern.lasted) <= TOLERANCE ? pattern.lasted : mean;
}

/** The back-off before the restart after run `run`, with the jitter of the kubelet's queue (pod_workers.go completeWork). */
const usualWait = (run: number): number => Math.min(300, 10 * 2 ** (run - 1)) * 1.25;

function runOf({ lasted = 0, exitCode, reason, message, kill }: End, longest: number): Run {
	if (START_ERRORS.has(reason)) return { startError: message || reason };
	// What the kubelet kills would have gone on.
	if (kill !== undefined) return {};
	const usual = exitCode === 0 ? 'Completed' : 'Error';
	return { exitAfter: Math.min(lasted, longest), ...(exitCode === 0 ? {} : { exitCode }), ...(reason === '' || reason === usual ? {} : { reason }) };
}

/** How the container answers when it is told to stop: as it did before. */
function answerToStop({ ends, grace }: Seen): OnTerm | undefined {
	const stopped = ends.find(({ kill }) => kill !== undefined);
	if (stopped?.kill === undefined) return undefined;
	const { took } = stopped.kill;
	if (stopped.exitCode === 137 && took >= grace - 2) return { ignore: true };
	return { ...(took > 0 ? { exitAfter: took } : {}), exitCode: stopped.exitCode };
}

function hooks({ container: { spec, events, waiting }, ends, now }: Seen): Partial<ContainerScript> {
	if (spec.lifecycle?.postStart === undefined) return {};
	const failed = ends.find(({ kill }) => kill?.by === 'postStart');
	if (failed?.kill !== undefined) return { postStart: { takes: failed.kill.after, fail: true } };
	const start = events.find(({ reason }) => reason === 'Started');
	const isAtWork = start !== undefined && (waiting === 'ContainerCreating' || waiting === 'PodInitializing');
	return isAtWork ? { postStart: { takes: Math.max(1, 2 * (now - start.last)) } } : {};
}

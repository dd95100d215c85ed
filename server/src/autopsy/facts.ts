/** A dumped pod as the inference looks at it: times in seconds since the pod was created, containers with all that is known of each. */
import type { Container, ContainerStatus, Job, Pod, Probe } from '../schema/generated/types';
import { stateOf } from '../simulator/recorder';
import type { Condition, PodObject, ContainerStatus as ShownContainer, PodStatus as ShownStatus, State } from '../simulator/state';
import type { PodState } from '../simulator/trace';
import { type DumpedEvent, type DumpedPod, timeOf } from './dump';

export interface Facts {
	readonly pod: Pod;
	readonly job: Job | undefined;
	/** Milliseconds of the epoch: what all other times count from. */
	readonly created: number;
	readonly now: number;
	readonly containers: readonly SeenContainer[];
	readonly events: readonly SeenEvent[];
	readonly hasEvents: boolean;
	readonly deletion: { readonly at: number; readonly graceSeconds: number } | undefined;
	/** What kubectl and the API show of it at `now`, in the form of a trace. */
	readonly shown: Omit<PodState, 't'>;
	/** Since when each condition is what it is. */
	readonly since: ReadonlyMap<string, number>;
}

export interface SeenEvent extends Omit<DumpedEvent, 'first' | 'last'> {
	readonly first: number;
	readonly last: number;
}

export type Group = 'init' | 'sidecar' | 'app';

export interface SeenContainer {
	readonly name: string;
	readonly group: Group;
	readonly spec: Container;
	readonly status: ContainerStatus | undefined;
	readonly restarts: number;
	/** Since when it has run. */
	readonly runningSince: number | undefined;
	/** Why it waits. */
	readonly waiting: string | undefined;
	readonly waitingMessage: string;
	/** The runs that ended, the newest first: two at most are kept by the API, more are known of a pod that was watched. */
	readonly ended: readonly EndedRun[];
	readonly events: readonly SeenEvent[];
}

export interface EndedRun {
	/** Which run of the container, from 0. */
	readonly index: number;
	readonly from: number | undefined;
	readonly to: number | undefined;
	readonly exitCode: number;
	readonly reason: string;
	readonly message: string;
}

/** What is certain of a pod at a time; undefined where not even the time of its creation is known. */
export function factsOf({ pod, history, job, events, hasEvents }: DumpedPod, nowMs: number): Facts {
	const created = createdAt(pod) ?? events.reduce((least, { first }) => Math.min(least, first), nowMs);
	const since = (text: unknown): number | undefined => {
		const time = timeOf(text);
		return time === undefined ? undefined : (time - created) / 1000;
	};
	const seen = events.map((event) => ({ ...event, first: (event.first - created) / 1000, last: (event.last - created) / 1000 }));
	const { spec, status, metadata } = pod;
	const container = (one: Container, group: Group): SeenContainer => {
		const known = statusesOf(pod).find(({ name }) => name === one.name);
		const own = seen.filter((event) => event.container === one.name);
		const told = seenContainer(one, group, known, since);
		const before = history.flatMap((older) => statusesOf(older).flatMap((past) => (past.name === one.name ? endedRuns(past, since) : [])));
		// A description has the message of a container that waits among the events only.
		const failed = newest(own.filter(({ reason, type }) => reason === 'Failed' && type === 'Warning'))?.message.replace(/^Error: /, '');
		return {
			...told,
			waitingMessage: told.waitingMessage || (NOT_CREATED.has(told.waiting ?? '') ? (failed ?? '') : ''),
			ended: eachOnce([...told.ended, ...before]),
			events: own,
		};
	};
	const due = since(metadata?.deletionTimestamp);
	const graceSeconds = metadata?.deletionGracePeriodSeconds ?? 0;
	return {
		pod,
		job,
		created,
		now: (nowMs - created) / 1000,
		containers: [
			...(spec?.initContainers ?? []).map((one) => container(one, one.restartPolicy === 'Always' ? 'sidecar' : 'init')),
			...(spec?.containers ?? []).map((one) => container(one, 'app')),
		],
		events: seen,
		hasEvents,
		deletion: due === undefined ? undefined : { at: due - graceSeconds, graceSeconds },
		shown: stateOf(shownObject(pod, due === undefined ? undefined : { at: (due - graceSeconds) * 1000, graceSeconds }, since), false),
		since: new Map(
			(status?.conditions ?? []).flatMap(({ type, lastTransitionTime }) => {
				const at = since(lastTransitionTime);
				return at === undefined ? [] : [[type, at] as const];
			}),
		),
	};
}

const createdAt = ({ metadata, status }: Pod): number | undefined => timeOf(metadata?.creationTimestamp) ?? timeOf(status?.startTime);

/** Waits for what the kubelet says right before. */
const NOT_CREATED = new Set(['CreateContainerConfigError', 'CreateContainerError']);

type Since = (text: unknown) => number | undefined;

const statusesOf = ({ status }: Pod): readonly ContainerStatus[] => [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];

function seenContainer(spec: Container, group: Group, status: ContainerStatus | undefined, since: Since): Omit<SeenContainer, 'events'> {
	const { state, restartCount = 0 } = status ?? {};
	return {
		name: spec.name,
		group,
		spec,
		status,
		restarts: restartCount,
		runningSince: since(state?.running?.startedAt),
		waiting: state?.waiting?.reason,
		waitingMessage: state?.waiting?.message ?? '',
		ended: status === undefined ? [] : endedRuns(status, since),
	};
}

function endedRuns({ state, lastState, restartCount }: ContainerStatus, since: Since): readonly EndedRun[] {
	const ends = [state?.terminated, lastState?.terminated].flatMap((end) => end ?? []);
	// Who waits for the next run has the newest one as its last state, who runs or has ended the one before.
	const newest = state?.terminated === undefined && state?.waiting === undefined ? restartCount - 1 : restartCount;
	return ends.map(({ startedAt, finishedAt, exitCode, reason = '', message = '' }, back) => ({
		index: Math.max(0, newest - back),
		from: since(startedAt),
		to: since(finishedAt),
		exitCode,
		reason,
		message,
	}));
}

/** A run that is told several times is one; the newest first. */
function eachOnce(runs: readonly EndedRun[]): readonly EndedRun[] {
	return runs.filter(({ index }, at) => runs.findIndex((one) => one.index === index) === at).toSorted((a, b) => b.index - a.index);
}

/** The dumped pod as the simulator's API server would hold it, so that one printer shows both. */
function shownObject(pod: Pod, deletion: PodObject['deletion'], since: Since): PodObject {
	const { metadata = {}, spec = { containers: [] }, status = {} } = pod;
	const conditions = (status.conditions ?? []).map(
		({ type, status: is, reason, message }): Condition => ({ type, status: is as Condition['status'], reason, message }),
	);
	const shown: ShownStatus = {
		phase: (status.phase ?? 'Pending') as ShownStatus['phase'],
		reason: status.reason,
		message: status.message,
		conditions,
		podIP: status.podIP !== undefined,
		containers: (status.containerStatuses ?? []).map((one) => shownContainer(one, since)),
		initContainers: (status.initContainerStatuses ?? []).map((one) => shownContainer(one, since)),
		ephemeralContainers: [],
	};
	const { name = '', namespace = 'default', generation = 1 } = metadata;
	return {
		uid: 0,
		name,
		namespace,
		meta: metadata,
		spec,
		status: shown,
		createdAt: 0,
		generation,
		static: false,
		...(deletion === undefined ? {} : { deletion }),
	};
}

function shownContainer({ name, image, state, lastState, ready, started, restartCount }: ContainerStatus, since: Since): ShownContainer {
	const last = lastState?.terminated === undefined ? undefined : stateIn(lastState, since);
	return { name, image, id: 0, state: stateIn(state, since), ...(last === undefined ? {} : { last }), ready, started: started ?? false, restartCount };
}

function stateIn(state: ContainerStatus['state'], since: Since): State {
	const { running, terminated, waiting } = state ?? {};
	if (terminated !== undefined) {
		const { exitCode, reason = '', message, startedAt, finishedAt } = terminated;
		return { is: 'terminated', exitCode, reason, message, startedAt: since(startedAt), finishedAt: since(finishedAt) };
	}
	if (running !== undefined) return { is: 'running', startedAt: since(running.startedAt) ?? 0 };
	return { is: 'waiting', reason: waiting?.reason ?? '', message: waiting?.message };
}

/** The kinds of probes, with the word that starts their events. */
export const PROBE_WORDS = { liveness: 'Liveness', readiness: 'Readiness', startup: 'Startup' } as const;
export type ProbeKind = keyof typeof PROBE_WORDS;

export const probeOf = ({ spec }: SeenContainer, kind: ProbeKind): Probe | undefined => spec[`${kind}Probe`];

/** The events in which a probe of the container failed. prober.go recordContainerEvent: "Liveness probe failed: …" */
export function failuresOf(container: SeenContainer, kind: ProbeKind): SeenEvent | undefined {
	return newest(container.events.filter(({ reason, message }) => reason === 'Unhealthy' && message.startsWith(`${PROBE_WORDS[kind]} probe failed`)));
}

/** What a probe answered when it failed; '' where it did not. */
export const outputOf = (failures: SeenEvent | undefined): string => failures?.message.replace(/^\w+ probe failed: */, '').trim() ?? '';

/** The newest of several events of one kind, which counts for them all. */
export function newest(events: readonly SeenEvent[]): SeenEvent | undefined {
	const [last] = events.toSorted((a, b) => b.last - a.last);
	return (
		last && {
			...last,
			count: events.reduce((sum, { count }) => sum + count, 0),
			first: events.reduce((least, { first }) => Math.min(least, first), last.first),
		}
	);
}

/** The life in which all goes well, and what the questions about other lives read off it: when they make sense. */
import type { PodState, PodTrace, Scenario, Trace, UsualLife } from '../../protocol/life';
import type { PodSpec } from '../../schema/generated/types';
import { type Jitter, LONGEST_LIFE } from '../../simulator/pace';
import type { ContainerScript } from '../../simulator/scenario';

/** What takes long, in steps: others may be served in between. */
export type Steps<T> = Generator<void, T>;

/** Lives an object in a scenario; the kubelet's waits lie halfway in their ranges, if nobody says. */
export type Live = (kind: string, object: unknown, scenario: Scenario, jitter?: Jitter) => Steps<Trace>;

/** A pod or workload, and its life when all goes well. Times in seconds since its creation. */
export interface Usual {
	readonly kind: string;
	readonly spec: PodSpec;
	readonly scenario: Scenario;
	readonly trace: Trace;
	/** Its first pod is there: at once, but for a CronJob. */
	readonly born: number;
	/** All is ready, and some seconds have passed. */
	readonly steady: number;
}

interface Lived {
	readonly scenario: Scenario;
	readonly trace: Trace;
}

/** Horizons, one tried after the other until all is ready, or a pod that is meant to end has ended. */
const WATCHED = [60, 300, 3600];
const WATCHED_TO_THE_END = [300, 3600];
/** What a pod that is meant to end takes for its work, and an init container for its own. */
const WORKS = 20;
const PREPARES = 3;

export function* usualLife(kind: string, object: unknown, spec: PodSpec, live: Live): Steps<Usual> {
	const scripts = usualScripts(spec);
	const lived = function* (seconds: number): Steps<Lived> {
		const scenario: Scenario = { ...(Object.keys(scripts).length > 0 && { world: { containers: scripts } }), until: written(seconds) };
		return { scenario, trace: yield* live(kind, object, scenario) };
	};
	const born = kind === 'CronJob' ? firstRun((yield* lived(LOOK_AHEAD)).trace) : 0;
	const settled = meantToEnd(spec) ? hasEnded : isSettled;
	const life = yield* firstThat(
		meantToEnd(spec) ? WATCHED_TO_THE_END : WATCHED,
		(seconds) => lived(born + seconds),
		({ trace }) => settled(trace),
	);
	return { kind, spec, ...life, born, steady: steadyIn(life.trace, born) };
}

/** The first answer that will do; without one the first of all, which took least. */
function* firstThat<T>(tries: readonly number[], make: (seconds: number) => Steps<T>, willDo: (made: T) => boolean): Steps<T> {
	const [shortest = 60, ...longer] = tries;
	const first = yield* make(shortest);
	if (willDo(first)) return first;
	for (const seconds of longer) {
		const made = yield* make(seconds);
		if (willDo(made)) return made;
	}
	return first;
}

/** Seconds that a CronJob is watched, to see when it is due. */
const LOOK_AHEAD = 300;

/** When a CronJob's first run begins: it says so itself, also of one that is longer off than it was watched. */
function firstRun({ pods, story }: Trace): number {
	const first = pods?.[0];
	if (first) return Math.floor(first.createdAt);
	const later = story.moments.find(({ code, args }) => code === 'cron/not-yet' && args['reach'] === 'until');
	return Math.ceil(Number(later?.args['wait'] ?? 0));
}

/** Init containers do their work; of a pod that is meant to end every container does, and work that is broken off is no success. */
export function usualScripts(spec: PodSpec): Readonly<Record<string, ContainerScript>> {
	const done = (seconds: number): ContainerScript => ({ runs: [{ exitAfter: written(seconds), exitCode: 0 }] });
	const inits = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy !== 'Always');
	const apps = meantToEnd(spec) ? spec.containers : [];
	return Object.fromEntries([
		...inits.map(({ name }) => [name, done(PREPARES)]),
		...apps.map(({ name }) => [name, { ...done(WORKS), onTerm: { exitCode: 143 } }]),
	]);
}

const meantToEnd = ({ restartPolicy }: PodSpec): boolean => restartPolicy !== 'Always' && restartPolicy !== undefined;

/** A Job's pods come one after another, so its first one says when. */
function steadyIn(trace: Trace, born: number): number {
	const pods = trace.kind === 'Job' || trace.kind === 'CronJob' ? podsOf(trace).slice(0, 1) : podsOf(trace);
	const ready = pods.map(({ createdAt, timeline }) => createdAt + (timeline.find(isReady)?.t ?? Number.NaN));
	const last = Math.max(...ready);
	return Number.isFinite(last) ? roundUp(last + 5) : born + 10;
}

/** Seconds from the start of a container until it is ready; 0 if it never is. */
export function waitOf({ trace }: Usual, container: string): number {
	const [pod] = podsOf(trace);
	const states = pod?.timeline ?? [];
	const of = ({ containers = {}, initContainers = {} }: PodState) => containers[container] ?? initContainers[container];
	const started = states.find((state) => of(state)?.state === 'running')?.t;
	const ready = states.find((state) => of(state)?.ready === true)?.t;
	return started === undefined || ready === undefined ? 0 : ready - started;
}

/** To the next five seconds: a time that a person would say. */
export const roundUp = (seconds: number): number => Math.ceil(seconds / 5) * 5;

/** Seconds as scenarios have them. */
export function written(seconds: number): string {
	const allowed = Math.min(seconds, LONGEST_LIFE / 1000);
	return allowed > 0 && allowed % 60 === 0 ? `${allowed / 60}m` : `${allowed}s`;
}

export const isReady = ({ conditions }: PodState): boolean => conditions?.['Ready']?.status === 'True';

/** Every pod has been ready, or has no node and so needs more than time. */
const isSettled = (trace: Trace): boolean => podsOf(trace).every(({ timeline }) => timeline.some(isReady) || timeline.at(-1)?.node === undefined);

function hasEnded(trace: Trace): boolean {
	if (trace.kind === 'Job') return trace.story.moments.some(({ code }) => code === 'job/complete' || code === 'job/failed');
	return podsOf(trace).every(({ timeline }) => timeline.some(({ phase }) => phase === 'Succeeded' || phase === 'Failed'));
}

/** The pods of a trace, a single one too. */
export const podsOf = ({ name, pods, timeline = [], events = [] }: Trace): readonly PodTrace[] => pods ?? [{ name, createdAt: 0, timeline, events }];

/** A crowd of more pods is not compared: that would cost as much again as its life. */
const CROWD = 100;

/** What is drawn of the usual life beside another: nothing of what is told. Undefined beside one that was cut, which goes on otherwise than it is told. */
export function besideOf({ trace, scenario }: Usual, other: Trace): UsualLife | undefined {
	const { events: _, ownerEvents: __, pods, story, ...rest } = trace;
	if (other.story.moments.at(-1)?.code === 'story/cut' || podsOf(trace).length > CROWD) return undefined;
	const quiet = pods?.map((pod) => ({ ...pod, events: [] }));
	return { trace: { ...rest, ...(quiet && { pods: quiet }), story: { ...story, moments: [] } }, scenario };
}

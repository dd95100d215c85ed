/** Dumps of lives, recorded or simulated: what `kubectl get pod,events -o json` would have printed at a moment of them, and what came next. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pod } from '../../server/src/schema/generated/types';
import { milliseconds } from '../../server/src/simulator/duration';
import { simulate } from '../../server/src/simulator/simulate';
import type { ContainerState, OwnerState, PodEvent, PodState } from '../../server/src/simulator/trace';
import { decode, loadScenario } from '../simulator/load';

export interface Life {
	readonly name: string;
	/** Seconds. */
	readonly until: number;
	readonly pod: Pod;
	readonly timeline: readonly PodState[];
	readonly events: readonly PodEvent[];
	/** Nobody touches the pod after this time. */
	readonly quietFrom: number;
}

/** The recorded lives of single pods in a folder. Those of the repository lack times; recorded ones lie beside it. */
export function recordedIn(folder: string): readonly Life[] {
	if (!existsSync(path.join(folder, 'scenarios'))) return [];
	return readdirSync(path.join(folder, 'scenarios')).flatMap((file) => {
		const name = file.replace(/\.yaml$/, '');
		const { kind, object, scenario } = loadScenario(readFileSync(path.join(folder, 'scenarios', file), 'utf8'));
		const recorded = path.join(folder, 'traces', `${name}.json`);
		if (kind !== 'Pod' || !existsSync(recorded)) return [];
		const { timeline, events, until } = JSON.parse(readFileSync(recorded, 'utf8')) as { timeline?: PodState[]; events?: PodEvent[]; until: string };
		if (timeline === undefined || events === undefined) return [];
		const acts = (scenario.actions ?? []).map(({ at }) => (milliseconds(at) ?? 0) / 1000);
		return [{ name, until: (milliseconds(until) ?? 0) / 1000, pod: object as Pod, timeline, events, quietFrom: Math.max(0, ...acts) }];
	});
}

/** The lives of single pods in the repository's scenarios, simulated: whoever reads a dump of them knows nothing of the scenario. */
export const LIVES: readonly Life[] = readdirSync('test/conformance/kubelet/scenarios').flatMap((file) => {
	const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join('test/conformance/kubelet/scenarios', file), 'utf8'));
	const { timeline, events = [], until } = kind === 'Pod' ? simulate(kind, object, scenario, { beside, decode }) : { until: 0 };
	const acts = (scenario.actions ?? []).map(({ at }) => (milliseconds(at) ?? 0) / 1000);
	return timeline ? [{ name: file.replace(/\.yaml$/, ''), until, pod: object as Pod, timeline, events, quietFrom: Math.max(0, ...acts) }] : [];
});

const CREATED = Date.parse('2026-05-04T09:00:00Z');
const time = (t: number): string => new Date(CREATED + Math.floor(t) * 1000).toISOString().replace('.000Z', 'Z');

/** A time of a life as the dump has it, milliseconds of the epoch. */
export const nowAt = (t: number): number => CREATED + Math.round(t) * 1000;

interface Objects {
	readonly pod: Record<string, unknown>;
	readonly events: readonly Record<string, unknown>[];
}

/** The life of a workload: what it is, what its status was, and the lives of its pods; times count from its creation. */
export interface WorkloadLife {
	readonly name: string;
	readonly kind: string;
	readonly object: { readonly metadata?: object; readonly spec?: { readonly template?: Pod } };
	readonly until: number;
	readonly owner: readonly OwnerState[];
	readonly pods: readonly { readonly name: string; readonly createdAt: number; readonly life: Life }[];
	readonly quietFrom: number;
}

/** The lives of workloads in the repository's scenarios, simulated. */
export const workloadLives = (): readonly WorkloadLife[] =>
	readdirSync('test/conformance/kubelet/scenarios').flatMap((file) => {
		const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join('test/conformance/kubelet/scenarios', file), 'utf8'));
		if (kind === 'Pod') return [];
		const name = file.replace(/\.yaml$/, '');
		const { owner = [], pods = [], until } = simulate(kind, object, scenario, { beside, decode });
		const acts = (scenario.actions ?? []).map(({ at }) => (milliseconds(at) ?? 0) / 1000);
		const quietFrom = Math.max(0, ...acts);
		const { spec } = object as WorkloadLife['object'];
		const template = spec?.template ?? {};
		const lives = pods.map(({ name: own, createdAt, timeline, events }) => {
			const pod = { ...template, metadata: { ...template.metadata, name: own } };
			return { name: own, createdAt, life: { name, until, pod, timeline: moved(timeline, createdAt), events: moved(events, createdAt), quietFrom: 0 } };
		});
		return [{ name, kind, object: object as WorkloadLife['object'], until, owner, pods: lives, quietFrom }];
	});

const isTime = (key: string): boolean => /^(?:t|times|\w+Time|\w+At)$/.test(key);

/** What counts from the creation of a pod, counted from that of its owner. */
function moved<T>(told: T, by: number, key = ''): T {
	const inside = (value: unknown, own: string): unknown => {
		if (Array.isArray(value)) return value.map((one) => inside(one, own));
		if (typeof value === 'number') return isTime(own) ? value + by : value;
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inside(one, name)]));
	};
	return inside(told, key) as T;
}

/** A workload as the API server has it at a time, and its pods with what was said of them. */
export function workloadAt({ name, kind, object, owner, pods }: WorkloadLife, t: number): readonly object[] {
	const state = owner.findLast((one) => one.t <= t);
	const metadata = { ...object.metadata, namespace: name, creationTimestamp: time(0), generation: state?.generation };
	const stamped = (value: unknown, key: string): unknown => {
		if (Array.isArray(value)) return value.map((one) => stamped(one, key));
		if (typeof value === 'number') return isTime(key) ? time(value) : value;
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, stamped(one, own)]));
	};
	const apiVersion = /Job$/.test(kind) ? 'batch/v1' : kind === 'ReplicationController' ? 'v1' : 'apps/v1';
	const items = pods.flatMap(({ name: own, createdAt, life }) => {
		const objects = createdAt <= t ? objectsAt(life, t) : undefined;
		const owned = { creationTimestamp: time(createdAt), uid: own, ownerReferences: [ownerOf(kind, String((object.metadata as { name?: string }).name), own)] };
		return objects ? [{ ...objects.pod, metadata: { ...(objects.pod['metadata'] as object), ...owned } }] : [];
	});
	return [{ apiVersion, ...object, kind, metadata, status: stamped(state?.status ?? {}, '') }, ...items];
}

/** A Deployment owns through its ReplicaSet. */
const ownerOf = (kind: string, name: string, pod: string) =>
	kind === 'Deployment' ? { kind: 'ReplicaSet', name: pod.slice(0, pod.lastIndexOf('-')) } : { kind, name };

/** The pod and its events at a time; undefined when it is gone, or somebody is still to act on it. */
export function objectsAt(life: Life, t: number): Objects | undefined {
	const state = life.timeline.findLast((one) => one.t <= t);
	if (state === undefined || state.gone || t < life.quietFrom) return undefined;
	const { name = '' } = life.pod.metadata ?? {};
	const deletedAt = life.timeline.find(({ deleting }) => deleting)?.t ?? 0;
	const grace = state.deletionGracePeriodSeconds ?? 30;
	const metadata = {
		name,
		namespace: life.name,
		uid: life.name,
		creationTimestamp: time(0),
		...(state.deleting ? { deletionTimestamp: time(deletedAt + grace), deletionGracePeriodSeconds: grace } : {}),
	};
	const statuses = (group: 'initContainers' | 'containers') =>
		(life.pod.spec?.[group] ?? []).flatMap((one) => {
			const shown = state[group]?.[one.name];
			return shown ? [{ name: one.name, ...statusOf(shown) }] : [];
		});
	const status = {
		phase: state.phase,
		...(state.reason ? { reason: state.reason } : {}),
		...(state.message ? { message: state.message } : {}),
		conditions: Object.entries(state.conditions ?? {}).map(([type, one]) => ({ type, ...one, lastTransitionTime: time(sinceOf(life.timeline, type, t)) })),
		...(state.startTime === undefined ? {} : { startTime: time(state.startTime) }),
		initContainerStatuses: statuses('initContainers'),
		containerStatuses: statuses('containers'),
	};
	const about = { kind: 'Pod', name, namespace: life.name, uid: life.name };
	return {
		pod: { apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...life.pod.spec, ...(state.node ? { nodeName: state.node } : {}) }, status },
		events: life.events.flatMap((event) => {
			const seen = (event.times ?? [event.t]).filter((one) => one <= t);
			const last = seen.at(-1);
			if (last === undefined) return [];
			const { type, reason, message, from, object } = event;
			const involvedObject = { ...about, ...(object ? { fieldPath: object } : {}) };
			const times = { count: seen.length, firstTimestamp: time(seen[0] ?? last), lastTimestamp: time(last) };
			return [
				{
					apiVersion: 'v1',
					kind: 'Event',
					metadata: { name: `${name}.${event.t}` },
					involvedObject,
					type,
					reason,
					message,
					...times,
					source: { component: from },
				},
			];
		}),
	};
}

/** The same as text: a List, as kubectl prints several kinds. */
export function dumpAt(life: Life, t: number): string | undefined {
	const objects = objectsAt(life, t);
	return objects && JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [objects.pod, ...objects.events] }, null, 2);
}

function sinceOf(timeline: readonly PodState[], type: string, t: number): number {
	const past = timeline.filter((one) => one.t <= t);
	const is = past.at(-1)?.conditions?.[type]?.status;
	const other = past.findLastIndex(({ conditions }) => conditions?.[type]?.status !== is);
	return past[other + 1]?.t ?? 0;
}

function statusOf({ lastState, ready, started, restartCount, image, ...state }: ContainerState) {
	const isNew = state.state === 'waiting' && lastState === undefined;
	return {
		ready,
		started,
		restartCount,
		image,
		imageID: isNew ? '' : `${image}@sha256:1`,
		state: stateOf(state),
		lastState: lastState ? stateOf(lastState) : {},
	};
}

type Shown = Omit<ContainerState, 'ready' | 'started' | 'restartCount' | 'image' | 'lastState'>;

function stateOf({ state, reason, message, exitCode, startedAt, finishedAt }: Shown) {
	const said = { ...(reason ? { reason } : {}), ...(message ? { message } : {}) };
	if (state === 'running') return { running: { startedAt: time(startedAt ?? 0) } };
	if (state === 'waiting') return { waiting: said };
	return {
		terminated: {
			...said,
			exitCode,
			...(startedAt === undefined ? {} : { startedAt: time(startedAt) }),
			...(finishedAt === undefined ? {} : { finishedAt: time(finishedAt) }),
		},
	};
}

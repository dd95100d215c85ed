/** A life as records: what each subject is from an instant on, until the next record. */
import { same } from '../schema/same';
import type { Scenario } from '../simulator/scenario';
import type { PodEvent, PodState, PodTrace, Trace } from '../simulator/trace';
import type { SubjectKind } from './expectation';
import { ownerRecords } from './rolling';
import { type AnswerRecord, containersOf, type EventRecord, type ManifestRecord, type OwnerRecord, type Records } from './vocabulary';

/** In order of `t`, milliseconds since the creation of the manifest's object; the last one lasts to the horizon. */
export interface Track<K extends SubjectKind = SubjectKind> {
	readonly kind: K;
	readonly records: readonly { readonly t: number; readonly is: Records[K] }[];
	/** From when its times count. */
	readonly from: number;
	/** It is no more. */
	readonly goneAt?: number;
	/** Which pod it is, or a container of: index in the order of creation. */
	readonly pod?: number;
	readonly podName?: string;
	readonly container?: string;
}

export interface Occurrence {
	readonly t: number;
	readonly event: EventRecord;
}

/** A pod of a life: several of one name, one after another, are one. */
export interface LivedPod {
	readonly index: number;
	readonly name: string;
	readonly createdAt: number;
	readonly goneAt: number | undefined;
	readonly states: readonly { readonly t: number; readonly is: PodState }[];
}

/** A life that is to be judged, with what is known of its manifest. All times in milliseconds. */
export interface Lived {
	readonly kind: string;
	/** The name of the manifest's object. */
	readonly name: string;
	readonly horizon: number;
	readonly scenario: Scenario;
	readonly pods: readonly LivedPod[];
	readonly owner: readonly (OwnerRecord & { readonly t: number })[];
	readonly events: readonly Occurrence[];
	/** By the index of the action. */
	readonly answers: ReadonlyMap<number, AnswerRecord & { readonly t: number }>;
	readonly moments: Trace['story']['moments'];
	readonly manifest: ManifestRecord;
}

/** What the API server says of the manifest, and the life that follows where it takes it. A recorded life has no story. */
export function livedOf(trace: Omit<Trace, 'story'> & Partial<Pick<Trace, 'story'>>, object: unknown, scenario: Scenario, manifest: ManifestRecord): Lived {
	const traces: readonly PodTrace[] = trace.pods ?? [{ name: trace.name, createdAt: 0, timeline: trace.timeline ?? [], events: trace.events ?? [] }];
	return {
		kind: trace.kind,
		name: trace.name,
		horizon: ms(trace.until),
		scenario,
		pods: traces.map(podOf),
		owner: ownerRecords(trace.kind, object, scenario, trace.owner ?? []),
		events: [...traces.flatMap(({ createdAt, events }) => occurrences(events, createdAt)), ...occurrences(trace.ownerEvents ?? [], 0)].sort(
			(a, b) => a.t - b.t,
		),
		answers: new Map((trace.answers ?? []).map(({ action, t, refused }) => [action, { t: ms(t), ...(refused !== undefined && { refused }) }])),
		moments: trace.story?.moments ?? [],
		manifest,
	};
}

const ms = (seconds: number): number => Math.round(seconds * 1000);

function podOf({ name, createdAt, timeline }: PodTrace, index: number): LivedPod {
	const from = ms(createdAt);
	const states = timeline.map((state) => ({ t: from + ms(state.t), is: state }));
	const last = states.at(-1);
	return { index, name, createdAt: from, states, goneAt: last?.is.gone ? last.t : undefined };
}

/** An event that was counted up occurred each time; where nobody wrote down when, after the first all at the last. */
function occurrences(events: readonly PodEvent[], createdAt: number): readonly Occurrence[] {
	return events.flatMap(({ t, lastT, count, times, reason, type, message, from, object }) => {
		const event = { reason, type, message, from, ...(object !== undefined && { object }) };
		return (times ?? Array.from({ length: Math.max(1, count) }, (_, i) => (i === 0 ? t : lastT))).map((seen) => ({ t: ms(createdAt + seen), event }));
	});
}

/** The track of a pod. `from` is when its times count from: its own creation where it is one of several, else the manifest's. */
export function podTrack({ index, name, states, goneAt }: LivedPod, from: number): Track<'pod'> {
	return { kind: 'pod', records: states, from, pod: index, podName: name, ...(goneAt !== undefined && { goneAt }) };
}

export function containerTrack(pod: LivedPod, container: string, from: number): Track<'container'> {
	const states = pod.states.map(({ t, is }) => ({ t, is: containerIn(is, container) }));
	const records = states.filter(({ is }, i) => i === 0 || !same(is, states[i - 1]?.is));
	return { ...podTrack(pod, from), kind: 'container', records, container };
}

function containerIn(state: PodState, name: string): Records['container'] {
	const containers = containersOf(state);
	return Object.hasOwn(containers, name) ? containers[name] : undefined;
}

/** The names of all containers that a pod ever had, in the order in which they appear. */
export function containersEver({ states }: LivedPod): readonly string[] {
	return [...new Set(states.flatMap(({ is }) => Object.keys(containersOf(is))))];
}

/** How many pods are so, from each change on: those that are created and not gone. */
export function countTrack(pods: readonly LivedPod[], isSo: (state: PodState) => boolean): Track<'pods'> {
	const steps = new Map<number, number>([[0, 0]]);
	for (const { states } of pods) {
		let counted = 0;
		for (const { t, is } of states) {
			const counts = !is.gone && isSo(is) ? 1 : 0;
			if (counts !== counted) steps.set(t, (steps.get(t) ?? 0) + counts - counted);
			counted = counts;
		}
	}
	let count = 0;
	const records = [...steps]
		.sort(([a], [b]) => a - b)
		.map(([t, by]) => {
			count += by;
			return { t, is: count };
		});
	return { kind: 'pods', records, from: 0 };
}

export function ownerTrack({ owner }: Lived): Track<'owner'> {
	const goneAt = owner.find(({ gone }) => gone)?.t;
	return { kind: 'owner', records: owner.map(({ t, ...is }) => ({ t, is })), from: 0, ...(goneAt !== undefined && { goneAt }) };
}

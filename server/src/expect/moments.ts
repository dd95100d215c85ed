/** Whom a subject means in a life, and when a moment comes. */
import { milliseconds } from '../simulator/duration';
import type { EventMatch, Moment, StateSubject, Subject, WhichPod } from './expectation';
import { fits, fitsValue } from './fits';
import { truths } from './stretches';
import { containersEver, containerTrack, countTrack, type Lived, type LivedPod, ownerTrack, podTrack, type Track } from './tracks';
import type { EventRecord } from './vocabulary';

/** Finds the tracks of subjects, each once. */
export class Resolver {
	private readonly known = new Map<Subject, readonly Track[]>();

	constructor(private readonly life: Lived) {}

	/** None where no such pod or container ever was. */
	tracks(subject: Subject): readonly Track[] {
		const tracks = this.known.get(subject) ?? this.find(subject);
		this.known.set(subject, tracks);
		return tracks;
	}

	private find(subject: Subject): readonly Track[] {
		const { life } = this;
		switch (subject.kind) {
			case 'owner':
				return life.owner.length > 0 ? [ownerTrack(life)] : [];
			case 'pods':
				return [countTrack(life.pods, (state) => fits('pod', state, subject.claim))];
			case 'pod':
				return this.pods(subject.pod).map((pod) => podTrack(pod, fromOf(subject.pod, pod)));
			case 'container':
				return this.pods(subject.pod).flatMap((pod) =>
					containersEver(pod)
						.filter((name) => subject.name === undefined || subject.name === name)
						.map((name) => containerTrack(pod, name, fromOf(subject.pod, pod))),
				);
			default:
				return [];
		}
	}

	private pods(which: WhichPod): readonly LivedPod[] {
		const { pods, name } = this.life;
		const one = (pod: LivedPod | undefined): readonly LivedPod[] => (pod && pod.states.length > 0 ? [pod] : []);
		if (which === 'each') return pods.filter(({ states }) => states.length > 0);
		if (which === 'the') return one(pods.find((pod) => pod.name === name) ?? pods[0]);
		if (which === 'last') return one(pods.at(-1));
		return typeof which === 'number' ? one(pods[which - 1]) : one(oneAfterAnother(pods.filter((pod) => pod.name === which.name)));
	}
}

/** Each of several pods has its own time; a single one that of the manifest's object. */
const fromOf = (which: WhichPod, { createdAt }: LivedPod): number => (which === 'each' ? createdAt : 0);

/** A StatefulSet's pod comes back under its name: the same pod, as far as its name tells. */
function oneAfterAnother(pods: readonly LivedPod[]): LivedPod | undefined {
	const [first, last] = [pods[0], pods.at(-1)];
	return first && last && { ...first, states: pods.flatMap(({ states }) => states).toSorted((a, b) => a.t - b.t), goneAt: last.goneAt };
}

/** When a moment comes, milliseconds; undefined if it never does. `track`: whose times count, and whose state is meant where none is named. */
export function instantOf(moment: Moment, track: Track | undefined, life: Lived, resolver: Resolver): number | undefined {
	switch (moment.kind) {
		case 'time':
			return (track?.from ?? 0) + moment.t;
		case 'end':
			return life.horizon;
		case 'action': {
			const at = life.answers.get(moment.index)?.t ?? milliseconds(life.scenario.actions?.[moment.index]?.at) ?? 0;
			return at <= life.horizon ? at : undefined;
		}
		case 'event':
			return life.events.find(({ event }) => matches(event, moment.match))?.t;
		case 'becomes': {
			const from = moment.after ? instantOf(moment.after, track, life, resolver) : 0;
			if (from === undefined) return undefined;
			const begins = whose(moment.subject, track, resolver).flatMap((one) => truths(one, moment.claim, life.horizon).map((stretch) => stretch.from));
			const later = begins.filter((t) => t >= from);
			return later.length > 0 ? Math.min(...later) : undefined;
		}
	}
}

/** The tracks of a subject that a moment or a state names, else the track that it is said of. */
export const whose = (subject: StateSubject | Subject | undefined, track: Track | undefined, resolver: Resolver): readonly Track[] =>
	subject ? resolver.tracks(subject) : track ? [track] : [];

export const matches = (event: EventRecord, match: EventMatch): boolean =>
	match.every(([field, value]) => fitsValue((event as unknown as Readonly<Record<string, unknown>>)[field], value));

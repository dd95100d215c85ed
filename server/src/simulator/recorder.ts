/** Writes down what the API shows of each pod, in the form of the recordings. */
import { same } from '../schema/same';
import type { ApiServer } from './api-server';
import type { Clock } from './clock';
import { EventLog, seconds } from './event-log';
import { type Condition, type ContainerStatus, type PodObject, type State, wholeSeconds } from './state';
import { kubectlRow } from './status/kubectl-row';
import type { ContainerState, PodCondition, PodState, PodTrace } from './trace';

export const MOST_PODS = 300;

export class Recorder {
	readonly order: number[] = [];
	private readonly tracks = new Map<number, Track>();
	private readonly logs = new Map<number, EventLog>();

	constructor(
		private readonly clock: Clock,
		api: ApiServer,
		/** Show what containers were given: only where the scenario resizes. */
		private readonly withResources: boolean,
	) {
		api.watch((event, pod) => this.see(event, pod));
	}

	events(uid: number): EventLog {
		let log = this.logs.get(uid);
		if (log === undefined) {
			log = new EventLog(this.clock);
			this.logs.set(uid, log);
		}
		return log;
	}

	/** A mirror that came back has the events of the one before it. */
	share(uid: number, before: number): void {
		this.logs.set(uid, this.events(before));
	}

	/** The place of a pod among those recorded. */
	indexOf(uid: number): number {
		return this.order.indexOf(uid);
	}

	traces(since: number): PodTrace[] {
		return this.order.flatMap((uid) => {
			const track = this.tracks.get(uid);
			if (track === undefined) return [];
			return [{ name: track.name, createdAt: seconds(track.createdAt - since), timeline: track.states, events: this.events(uid).list(track.createdAt) }];
		});
	}

	private see(event: 'added' | 'modified' | 'deleted', pod: PodObject): void {
		if (event === 'added' && this.order.length < MOST_PODS) {
			this.order.push(pod.uid);
			this.tracks.set(pod.uid, { name: pod.name, createdAt: this.clock.now, states: [], last: undefined });
		}
		const track = this.tracks.get(pod.uid);
		if (track === undefined) return;
		const t = seconds(this.clock.now - track.createdAt);
		const state = stateOf(pod, this.withResources);
		if (!same(state, track.last)) {
			track.states.push({ t, ...state });
			this.clock.write(JSON.stringify(state).length);
		}
		track.last = state;
		if (event === 'deleted') track.states.push({ t, gone: true, deleting: false });
	}
}

interface Track {
	readonly name: string;
	readonly createdAt: number;
	readonly states: PodState[];
	last: Omit<PodState, 't'> | undefined;
}

/** What the API shows of a pod, but for the time. */
export function stateOf(pod: PodObject, withResources: boolean): Omit<PodState, 't'> {
	const { status } = pod;
	const since = wholeSeconds(pod.createdAt);
	return {
		phase: status.phase,
		...(status.reason ? { reason: status.reason } : {}),
		...(status.message ? { message: status.message } : {}),
		...(pod.spec.nodeName ? { node: pod.spec.nodeName } : {}),
		...(status.podIP ? { podIP: true } : {}),
		...(status.startTime === undefined ? {} : { startTime: status.startTime - since }),
		generation: pod.generation,
		...(status.observedGeneration === undefined ? {} : { observedGeneration: status.observedGeneration }),
		...(status.conditions.length === 0 ? {} : { conditions: Object.fromEntries(status.conditions.map((known) => [known.type, shown(known)])) }),
		deleting: pod.deletion !== undefined,
		...(pod.deletion === undefined ? {} : { deletionGracePeriodSeconds: pod.deletion.graceSeconds }),
		...((pod.meta.finalizers ?? []).length === 0 ? {} : { finalizers: pod.meta.finalizers ?? [] }),
		...group('initContainers', status.initContainers, since, withResources),
		...group('containers', status.containers, since, withResources),
		...group('ephemeralContainers', status.ephemeralContainers, since, withResources),
		kubectl: kubectlRow(pod),
	};
}

function shown({ status, reason, message }: Condition): PodCondition {
	return { status, ...(reason ? { reason } : {}), ...(message ? { message } : {}) };
}

function group(
	name: 'initContainers' | 'containers' | 'ephemeralContainers',
	statuses: readonly ContainerStatus[],
	since: number,
	withResources: boolean,
): Partial<PodState> {
	if (statuses.length === 0) return {};
	return { [name]: Object.fromEntries(statuses.map((status) => [status.name, containerOf(status, since, withResources, name)])) };
}

function containerOf(status: ContainerStatus, since: number, withResources: boolean, group: keyof PodState): ContainerState {
	return {
		...plain(status.state, since),
		ready: status.ready,
		...(group === 'ephemeralContainers' ? {} : { started: status.started }),
		restartCount: status.restartCount,
		...(status.last === undefined ? {} : { lastState: plain(status.last, since) }),
		image: status.image,
		...(withResources && status.resources !== undefined ? { resources: status.resources } : {}),
		...(withResources && status.allocated !== undefined ? { allocatedResources: status.allocated } : {}),
	};
}

function plain(state: State, since: number): Omit<ContainerState, 'ready' | 'started' | 'restartCount' | 'image' | 'lastState'> {
	switch (state.is) {
		case 'waiting':
			return { state: 'waiting', ...(state.reason ? { reason: state.reason } : {}), ...(state.message ? { message: state.message } : {}) };
		case 'running':
			return { state: 'running', startedAt: state.startedAt - since };
		case 'terminated':
			return {
				state: 'terminated',
				...(state.reason ? { reason: state.reason } : {}),
				...(state.message ? { message: state.message } : {}),
				exitCode: state.exitCode,
				...(state.startedAt === undefined ? {} : { startedAt: state.startedAt - since }),
				...(state.finishedAt === undefined ? {} : { finishedAt: state.finishedAt - since }),
			};
	}
}

import type { ApiServer } from './api-server';
import type { BackOff } from './behaviors/back-off';
import type { Cause, Causes, ClusterTopic } from './causes';
import type { Clock, Host } from './clock';
import type { Said } from './event-log';
import type { KnownPod } from './known-pod';
import type { Node, ReasonCode } from './nodes';
import type { Jitter } from './pace';
import { nextRelist } from './pace';
import type { JudgeUpdate } from './patch';
import type { Recorder } from './recorder';
import { Runtime } from './runtime';
import type { Action } from './scenario';
import type { Script } from './script';
import type { PodObject } from './state';
import type { StoryTeller, Telling } from './story';
import type { OwnerState, PodEvent } from './trace';

/** What all behaviors share. */
export interface Cluster {
	readonly clock: Clock;
	readonly script: Script;
	readonly api: ApiServer;
	readonly recorder: Recorder;
	readonly story: StoryTeller;
	readonly nodes: readonly Node[];
	/** Claims exist, and every image has a user of its own. */
	readonly hospitable: boolean;
	/** The workload whose pods these are. */
	owner: Owner | undefined;
	readonly kubelets: Kubelet[];
	/** Where in its range the next wait lies that the kubelet jitters, from 0 to 1. */
	readonly jitter: Jitter;
	/** What the API server says to a patch. */
	readonly judge: JudgeUpdate;
	/** A manifest that the scenario brings. */
	create(manifest: string): void;
	/** The file of the static pod goes. */
	removeStatic: () => void;
	/** Moments by what they explain: `scheduled/1`. */
	readonly causes: Causes<ClusterTopic>;
	/** When the scheduler last found no node for a pod, and why, by uid. */
	readonly triedAt: Map<number, number>;
	readonly refusedFor: Map<number, readonly ReasonCode[]>;
	/** Whether the story said already that no more pods are created. */
	mostPodsTold: boolean;
	/** The number of a pod in the story; undefined where there is only one. */
	storyIndex(uid: number): number | undefined;
	/** Where the pod's spec lies in the document: `spec`, `spec.template.spec`. */
	readonly specField: string;
}

/** What a workload's controller shows of itself. */
export interface Owner {
	readonly kind: string;
	readonly name: string;
	act(action: Action): void;
	/** A node has other labels or taints. */
	nodesChanged(): void;
	states(): readonly OwnerState[];
	events(): readonly PodEvent[];
}

const GROUPS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** One node's kubelet. What it does lies in behaviors/. */
export class Kubelet implements Host {
	readonly runtime: Runtime;
	readonly pods = new Map<number, KnownPod>();
	readonly crashBackOffs = new Map<string, BackOff>();
	relistedAt = 0;
	/** What the eviction manager reports of the node. */
	pressure: 'MemoryPressure' | 'DiskPressure' | undefined;
	/** behaviors/relist, set by simulate.ts where the kubelet is made. */
	relist: () => void = () => {};
	private relistAsked = false;
	private silence: { readonly from: number; readonly until: number } | undefined;

	constructor(
		readonly cluster: Cluster,
		readonly node: string,
	) {
		this.runtime = new Runtime(cluster.clock, cluster.script, () => this.askRelist());
	}

	get clock(): Clock {
		return this.cluster.clock;
	}

	beSilent(from: number, until: number): void {
		this.silence = { from, until };
	}

	silentUntil(now: number): number | undefined {
		return this.silence !== undefined && now >= this.silence.from && now < this.silence.until ? this.silence.until : undefined;
	}

	/** As clock.after, but nothing happens while the node is silent. */
	after(ms: number, run: () => void): void {
		this.clock.after(ms, () => {
			const until = this.silentUntil(this.clock.now);
			if (until === undefined) run();
			else if (Number.isFinite(until)) this.clock.at(until, run);
		});
	}

	/** Relists come every second; one that would see nothing new is left out. */
	askRelist(): void {
		if (this.relistAsked) return;
		this.relistAsked = true;
		this.after(nextRelist(this.clock.now) - this.clock.now, () => {
			this.relistAsked = false;
			this.relist();
		});
	}

	say(pod: PodObject, { type, reason, message, object }: Omit<Said, 'from'>): void {
		this.cluster.recorder.events(pod.uid).say({ from: 'kubelet', type, reason, message, object });
	}

	tell(pod: PodObject, telling: Telling): Cause {
		return this.cluster.story.tell(this.cluster.storyIndex(pod.uid), telling);
	}

	/** The path of a container's field, from the document's root. */
	field(pod: PodObject, container: string, rest?: string): string {
		const { specField } = this.cluster;
		for (const group of GROUPS) {
			const index = pod.spec[group]?.findIndex(({ name }) => name === container) ?? -1;
			if (index >= 0) return `${specField}.${group}[${index}]${rest === undefined ? '' : `.${rest}`}`;
		}
		return specField;
	}

	specField(rest: string): string {
		return `${this.cluster.specField}.${rest}`;
	}
}

/** `spec.containers{app}`: what an event is about. */
export function eventObject(pod: PodObject, container: string): string {
	const group = pod.spec.containers.some(({ name }) => name === container)
		? 'containers'
		: pod.spec.initContainers?.some(({ name }) => name === container)
			? 'initContainers'
			: 'ephemeralContainers';
	return `spec.${group}{${container}}`;
}

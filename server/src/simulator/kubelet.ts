import type { PodSpec } from '../schema/generated/types';
import type { ApiServer } from './api-server';
import type { BackOff } from './behaviors/back-off';
import type { ProbeResults, ProbeWorker } from './behaviors/probe';
import { type Clock, type Host, Signal } from './clock';
import type { Said } from './event-log';
import type { Node } from './nodes';
import { nextRelist } from './pace';
import type { Recorder } from './recorder';
import { Runtime, type RuntimePod } from './runtime';
import type { Action } from './scenario';
import type { Script } from './script';
import { type Condition, NOTHING_SEEN, type PodObject, type PodStatus, type Sighting } from './state';
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
	/** Every pod fits, and every image has a user of its own. */
	readonly hospitable: boolean;
	/** The workload whose pods these are. */
	owner: Owner | undefined;
	readonly kubelets: Kubelet[];
	/** A manifest that the scenario brings. */
	create(manifest: string): void;
	/** The file of the static pod goes. */
	removeStatic: () => void;
	/** Moments by what they explain: `scheduled/1`. */
	readonly causes: Map<string, number | undefined>;
	/** The number of a pod in the story; undefined where there is only one. */
	storyIndex(uid: number): number | undefined;
	/** Where the pod's spec lies in the document: `spec`, `spec.template.spec`. */
	readonly specField: string;
}

/** What a workload's controller shows of itself. */
export interface Owner {
	act(action: Action): void;
	/** A node has other labels or taints. */
	nodesChanged(): void;
	states(): readonly OwnerState[];
	events(): readonly PodEvent[];
}

export interface Update {
	readonly pod: PodObject;
	readonly kind: 'create' | 'update' | 'sync' | 'kill';
	readonly kill?: Kill | undefined;
}

export interface Kill {
	readonly graceSeconds?: number | undefined;
	readonly status?: ((status: PodStatus) => PodStatus) | undefined;
}

/** All that one kubelet knows of one pod: its worker, its containers as last seen, its status as last computed. */
export class KnownPod {
	/** podCache. */
	seen: Sighting = NOTHING_SEEN;
	seenAt = 0;
	readonly observed = new Signal();

	/** podWorkers: what is to be done, and how far the pod is. */
	pending: Update | undefined;
	active: Update | undefined;
	readonly wake = new Signal();
	token = false;
	terminatingAt: number | undefined;
	terminatedAt: number | undefined;
	finished = false;
	graceSeconds = 0;
	lastSyncAt = 0;
	lastSyncTime = 0;
	/** Cancels the wait for volumes of the sync that runs now. */
	readonly cancelled = new Signal();
	/** The work queue: when the worker wants to be called again. */
	workAt: number | undefined;

	/** The status manager's copy, and whether it still has to be written. */
	status: PodStatus | undefined;
	statusFinished = false;
	statusDirty = false;
	/** Fires when the status, or the pod itself, is another one. */
	readonly statusChanged = new Signal();

	/** reasonCache. */
	readonly reasons = new Map<string, { readonly reason: string; readonly message: string }>();
	readonly probes = new Map<string, ProbeWorker>();
	readonly results: ProbeResults = { startup: new Map(), liveness: new Map(), readiness: new Map() };
	/** PLEG: states of sandboxes and containers at the last relist, by id. */
	listed = new Map<number, string>();
	reinspect = false;
	readonly pullBackOffs = new Map<string, BackOff>();
	readonly pullErrors = new Map<string, string>();
	volumesMounted = false;
	/** Allocation: what the node has given the pod, and the conditions of a resize under way. */
	allocated: string | undefined;
	allocatedSpec: PodSpec | undefined;
	resize: readonly Condition[] = [];
	resizeRestarted = false;
	/** Moments that explain what comes after them. */
	readonly causes = new Map<string, number | undefined>();

	constructor(
		public pod: PodObject,
		readonly runtime: RuntimePod,
	) {}

	get terminating(): boolean {
		return this.terminatingAt !== undefined;
	}
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
	/** Set by behaviors/relist. */
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

	tell(pod: PodObject, telling: Telling): number | undefined {
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

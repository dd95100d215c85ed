import type { Container, PodSpec, Probe } from '../schema/generated/types';
import type { BackOff } from './behaviors/back-off';
import type { Cause, Causes, PodTopic } from './causes';
import { Signal } from './clock';
import type { RuntimePod } from './runtime';
import type { ProbeKind } from './script';
import { type Condition, NOTHING_SEEN, type PodObject, type PodStatus, type Sighting } from './state';

export interface Update {
	readonly pod: PodObject;
	readonly kind: 'create' | 'update' | 'sync' | 'kill';
	readonly kill?: Kill | undefined;
}

export interface Kill {
	readonly graceSeconds?: number | undefined;
	readonly status?: ((status: PodStatus) => PodStatus) | undefined;
}

/** Why the kubelet does not take a pod in. */
export interface Refusal {
	readonly reason: string;
	readonly message: string;
	readonly field?: string;
	readonly because?: Cause;
}

/** Why a container was not started. */
export interface StartError {
	/** What kubectl shows: ErrImagePull, CreateContainerError, CrashLoopBackOff … */
	readonly reason: string;
	readonly message: string;
	readonly backOffUntil?: number;
}

export type Result = 'success' | 'failure' | 'unknown';
/** By container id. */
type ProbeResults = Readonly<Record<ProbeKind, Map<number, Result>>>;

export interface ProbeWorker {
	readonly kind: ProbeKind;
	readonly container: Container;
	readonly probe: Probe;
	readonly sidecar: boolean;
	/** Whether the pod was being deleted already when the worker began: the worker never looks at the pod again. */
	readonly late: boolean;
	/** What its events are about. */
	readonly object: string;
	/** The container it watches now. */
	id: number;
	last: Result | undefined;
	streak: number;
	onHold: boolean;
	stopped: boolean;
	triggered: boolean;
	readonly wake: Signal;
}

/** What is told of a container only once, however often a sync comes upon it. */
export type ToldOnce =
	| 'image/invalid-name'
	| 'image/never'
	/** Of each back-off, by when it began. */
	| `image/back-off/${number}`
	| 'sidecar/started'
	| `container/not-created/${'CreateContainerConfigError' | 'CreateContainerError'}`;

/** What one kubelet remembers of a container by its name, through all its runs. */
export class ContainerRecord {
	/** calcRestartCountByLogDir: how often it ran, which after RestartAllContainers the logs alone remember. */
	logs: number | undefined;
	failedPulls = 0;
	/** The wait that was told last: after which run, since when (ms), and the moment that tells it. */
	waits: { readonly run: number; readonly since: number; readonly told: Cause } | undefined;
	/** The id of the run that its readiness probe has found ready before. */
	wasReady: number | undefined;
	readonly told = new Set<ToldOnce>();
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
	readonly reasons = new Map<string, StartError>();
	readonly probes = new Map<string, ProbeWorker>();
	readonly results: ProbeResults = { startup: new Map(), liveness: new Map(), readiness: new Map() };
	/** PLEG: states of sandboxes and containers at the last relist, by id. */
	listed = new Map<number, string>();
	reinspect = false;
	readonly pullBackOffs = new Map<string, BackOff>();
	readonly pullErrors = new Map<string, string>();
	/** The volume manager: since when it mounts, which volumes it has mounted, and whether these are all. */
	mountingSince: number | undefined;
	readonly mounted = new Set<string>();
	volumesMounted = false;
	/** The ends of activeDeadlineSeconds that are waited for, in milliseconds. */
	readonly deadlines = new Set<number>();
	/** Allocation: what the node has given the pod, and the conditions of a resize under way. */
	allocated: string | undefined;
	allocatedSpec: PodSpec | undefined;
	resize: readonly Condition[] = [];
	resizeRestarted = false;

	/** For the story: the moments that explain what comes after them, and what was told already. */
	readonly causes: Causes<PodTopic> = new Map();
	/** Ids of the containers whose end was told. */
	readonly exitsTold = new Set<number>();
	deadlineTold = false;
	evicted = false;
	sparedTold = false;
	endTold = false;
	wasReady = false;
	private readonly records = new Map<string, ContainerRecord>();

	constructor(
		public pod: PodObject,
		readonly runtime: RuntimePod,
	) {}

	get terminating(): boolean {
		return this.terminatingAt !== undefined;
	}

	/** What is remembered of the container of this name. */
	record(container: string): ContainerRecord {
		const known = this.records.get(container) ?? new ContainerRecord();
		this.records.set(container, known);
		return known;
	}
}

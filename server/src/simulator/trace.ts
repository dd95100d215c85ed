import type { MomentCode } from './moments';

/**
 * What a simulated life looks like from outside: the form of the recordings (test/conformance/kubelet), with the causes that only a simulator knows.
 * Plain JSON. All times `t`, `from`, `to` are seconds since the object was created, with at most three decimals.
 */
export interface Trace {
	readonly name: string;
	readonly kind: string;
	/** The horizon, seconds. */
	readonly until: number;
	readonly qosClass?: string;
	/** The life of a single pod (kind Pod) … */
	readonly timeline?: readonly PodState[];
	readonly events?: readonly PodEvent[];
	/** … or of each pod of a workload, in order of creation. */
	readonly pods?: readonly PodTrace[];
	readonly owner?: readonly OwnerState[];
	readonly ownerEvents?: readonly PodEvent[];
	/** What the API server said to the actions that came to pass. */
	readonly answers?: readonly ActionAnswer[];
	readonly story: Story;
}

export interface ActionAnswer {
	/** Index among the scenario's actions. */
	readonly action: number;
	readonly t: number;
	/** Why it was not done, in the server's words. */
	readonly refused?: string;
}

export interface PodTrace {
	readonly name: string;
	/** Seconds since the owner's creation; the times within timeline and events count from the pod's own creation. */
	readonly createdAt: number;
	readonly timeline: readonly PodState[];
	readonly events: readonly PodEvent[];
}

/** A state of the pod as the API shows it, from `t` until the next one. The last one may be `gone`. */
export interface PodState {
	readonly t: number;
	readonly gone?: true;
	readonly deleting: boolean;
	readonly deletionGracePeriodSeconds?: number;
	readonly finalizers?: readonly string[];
	readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
	readonly reason?: string;
	readonly message?: string;
	readonly node?: string;
	readonly podIP?: boolean;
	/** Whole seconds, as the API cuts them. */
	readonly startTime?: number;
	readonly generation?: number;
	readonly observedGeneration?: number;
	readonly conditions?: Readonly<Record<string, PodCondition>>;
	readonly initContainers?: Readonly<Record<string, ContainerState>>;
	readonly containers?: Readonly<Record<string, ContainerState>>;
	readonly ephemeralContainers?: Readonly<Record<string, ContainerState>>;
	/** The columns of `kubectl get pod`. */
	readonly kubectl?: { readonly ready: string; readonly status: string; readonly restarts: number };
}

export interface PodCondition {
	readonly status: 'True' | 'False' | 'Unknown';
	readonly reason?: string;
	readonly message?: string;
}

export interface ContainerState {
	readonly state: 'waiting' | 'running' | 'terminated';
	readonly reason?: string;
	readonly message?: string;
	readonly exitCode?: number;
	readonly signal?: number;
	readonly startedAt?: number;
	readonly finishedAt?: number;
	readonly ready: boolean;
	/** Absent for ephemeral containers: nothing probes them. */
	readonly started?: boolean;
	readonly restartCount: number;
	readonly image: string;
	readonly lastState?: Omit<ContainerState, 'ready' | 'started' | 'restartCount' | 'image' | 'lastState'>;
	readonly resources?: unknown;
	readonly allocatedResources?: unknown;
}

export interface PodEvent {
	readonly t: number;
	readonly lastT: number;
	readonly count: number;
	/** When each increment of the count was seen, if more than one. */
	readonly times?: readonly number[];
	readonly type: 'Normal' | 'Warning';
	readonly reason: string;
	readonly message: string;
	/** `kubelet`, `default-scheduler`, `job-controller` … */
	readonly from: string;
	/** `spec.containers{app}` */
	readonly object?: string;
}

export interface OwnerState {
	readonly t: number;
	readonly generation?: number;
	readonly status?: unknown;
	readonly deleting?: boolean;
	readonly gone?: true;
}

/** The same life as causes and stretches, for the panel and for `why`. Times count from the creation of the traced object (the owner's, for a workload). */
export interface Story {
	readonly moments: readonly Moment[];
	readonly stretches: readonly Stretch[];
	/** In the order in which the runs began. */
	readonly probes: readonly ProbeRun[];
}

/** Something happened, and here is what made it so. */
export interface Moment {
	/** Index in `moments`. */
	readonly id: number;
	readonly t: number;
	/** Index in `pods`; absent for a single pod and for the owner. */
	readonly pod?: number;
	readonly container?: string;
	/** What happened, `family/what`. Its words lie in docs/moments.ts. */
	readonly code: MomentCode;
	/** What the words are filled with. */
	readonly args: Readonly<Record<string, string | number | boolean>>;
	readonly tone: Tone;
	/** 0 (a detail) to 9 (the point of the story); the weightiest of several moments at one time speaks. */
	readonly weight: number;
	/** The field of the manifest that made it so, from the document's root: `spec.containers[0].livenessProbe.failureThreshold`. */
	readonly field?: string;
	/** Moments that caused this one. */
	readonly because: readonly number[];
}

export type Tone = 'prep' | 'ok' | 'warn' | 'bad' | 'term' | 'done';

/** A bar in a lane: something lasted. */
export interface Stretch {
	readonly pod?: number;
	/** `scenario`, `scheduler`, `sandbox`, or a container's name. */
	readonly lane: string;
	readonly what: StretchKind;
	readonly from: number;
	readonly to: number;
	/** Which run of the container, from 0. */
	readonly run?: number;
	/** `backOff`: the back-off in seconds; `terminating`, `preStop`: the seconds allowed; `ended`: exit code. */
	readonly amount?: number;
	/** The reason kubectl would show, `ErrImagePull`, `OOMKilled`, … */
	readonly reason?: string;
	/** It ended in failure: a pull that failed, a hook that was cut. */
	readonly failed?: boolean;
}

export type StretchKind =
	/** waits for its turn, or the pod for a node */
	| 'waiting'
	| 'sandbox'
	| 'pull'
	/** an init container at work */
	| 'working'
	/** between start and started (startup probe, postStart) */
	| 'starting'
	| 'notReady'
	| 'ready'
	| 'backOff'
	| 'imageBackOff'
	/** CreateContainerConfigError and its like */
	| 'stuck'
	| 'terminating'
	| 'ended'
	| 'postStart'
	| 'preStop'
	| 'nodeSilent';

export interface ProbeResult {
	readonly pod?: number;
	readonly container: string;
	readonly probe: 'startup' | 'liveness' | 'readiness';
	readonly t: number;
	readonly ok: boolean;
	/** How many in a row by now, and how many it takes. */
	readonly streak: number;
	readonly threshold: number;
	/** This one changed something: the threshold was reached. */
	readonly decided: boolean;
}

/**
 * An answer, and those after it that say the same: `count` in all, `every` so many seconds. The streak goes on to the threshold and stays there,
 * and only the first may have decided something. Without `count` it is the one answer.
 */
export interface ProbeRun extends ProbeResult {
	readonly every?: number;
	readonly count?: number;
}

/**
 * What happens around a pod: how its images, containers, hooks, probes and node behave, and what people do to it.
 * The form of the recorded scenarios; durations are written `5s`, `1m30s`, or as a number of seconds.
 */
export type Duration = string | number;
/** Bytes as manifests have them: `300Mi`, or a number. */
type Bytes = string | number;

export interface Scenario {
	readonly name?: string;
	readonly describe?: string;
	readonly world?: World;
	/** Done before the manifest is created. */
	readonly before?: readonly Action[];
	readonly actions?: readonly Action[];
	/** The horizon. */
	readonly until?: Duration;
	/** The pod comes from a file on the node. */
	readonly static?: boolean;
}

export interface World {
	readonly images?: Readonly<Record<string, ImageScript>>;
	readonly containers?: Readonly<Record<string, ContainerScript>>;
	readonly node?: NodeScript;
}

export interface ImageScript {
	readonly present?: boolean;
	/** Default 1s. */
	readonly pullTakes?: Duration;
	readonly pullError?: string;
	/** The first N pulls fail. */
	readonly succeedAfterAttempts?: number;
	readonly size?: number;
}

export interface ContainerScript {
	/** One after another; the last one repeats. */
	readonly runs?: readonly Run[];
	/** Count the starts over all pods of the scenario instead of per pod. */
	readonly countBy?: 'scenario';
	readonly onTerm?: OnTerm;
	readonly liveness?: readonly ProbeStep[];
	readonly readiness?: readonly ProbeStep[];
	readonly startup?: readonly ProbeStep[];
	readonly postStart?: Hook;
	readonly preStop?: Hook;
	readonly createError?: string;
	/** Of what the node runs short of. */
	readonly uses?: Bytes;
}

export interface Run {
	/** Absent: runs for ever. */
	readonly exitAfter?: Duration;
	readonly exitCode?: number;
	readonly reason?: string;
	readonly terminationMessage?: string;
	readonly logs?: string;
	readonly startError?: string;
	readonly onTerm?: OnTerm;
}

export interface OnTerm {
	readonly exitAfter?: Duration;
	readonly exitCode?: number;
	readonly ignore?: boolean;
}

export interface ProbeStep {
	/** Since the container's start. */
	readonly from: Duration;
	readonly ok: boolean;
	/** Only in that run (0 = the first). */
	readonly run?: number;
	readonly takes?: Duration;
	readonly output?: string;
}

export interface Hook {
	readonly takes?: Duration;
	readonly fail?: boolean;
}

export interface NodeScript {
	readonly ready?: boolean;
	readonly silentFrom?: Duration;
	readonly silentUntil?: Duration;
	readonly sandboxTakes?: Duration;
	readonly pressure?: Pressure;
}

export type ScarceResource = 'memory' | 'ephemeral-storage';

/** Others on the node use up a resource, all but a rest. */
export interface Pressure {
	/** Default memory. */
	readonly resource?: ScarceResource;
	/** What is left when it begins. */
	readonly available?: Bytes;
	readonly from?: Duration;
	readonly until?: Duration;
}

export interface Action {
	readonly at?: Duration;
	readonly do: 'delete' | 'evict' | 'patch' | 'create' | 'removeSchedulingGate' | 'setCondition' | 'removeFinalizers' | 'removeStatic';
	readonly target?: string;
	readonly name?: string;
	readonly gracePeriodSeconds?: number;
	readonly subresource?: string;
	readonly body?: unknown;
	readonly manifest?: string;
	/** patch: strategic (default), merge, json. */
	readonly type?: string;
	/** setCondition. */
	readonly condition?: string;
	readonly status?: string;
	readonly propagationPolicy?: string;
}

/**
 * What happens around a pod: how its images, containers, hooks, probes and node behave, and what people do to it.
 * The form of the recorded scenarios; durations are written `5s`, `1m30s`, or as a number of seconds.
 */
export type Duration = string | number;
/** Bytes as manifests have them: `300Mi`, or a number. */
type Bytes = string | number;
/** A quantity that is not negative: `4`, `500m`, `16Gi`. */
type Amount = string | number;

export interface Scenario {
	readonly name?: string;
	readonly describe?: string;
	/** A manifest that is built; who builds it reads this. */
	readonly plays?: Plays;
	readonly world?: World;
	/** Done before the manifest is created. */
	readonly before?: readonly Action[];
	readonly actions?: readonly Action[];
	/** The horizon. */
	readonly until?: Duration;
	/** The pod comes from a file on the node. */
	readonly static?: boolean;
	/** What must come of it, as it is written: the room `expect` reads and judges it. */
	readonly expect?: readonly Readonly<Record<string, unknown>>[];
}

/** What an overlay builds or a chart renders, in place of a manifest in a file. */
export interface Plays {
	/** The folder of its kustomization.yaml or Chart.yaml, from the scenario's own; left out, that one. */
	readonly folder?: string;
	/** `Kind/NAME` of what lives, where it makes several. */
	readonly target?: string;
	/** Values files of a chart, from the scenario's folder; the later over the earlier. */
	readonly values?: readonly string[];
}

export interface World {
	readonly images?: Readonly<Record<string, ImageScript>>;
	readonly containers?: Readonly<Record<string, ContainerScript>>;
	readonly node?: NodeScript;
	/**
	 * The nodes of the cluster, pool by pool. Left out: in the editor and in `peapod simulate FILE` three of 4 CPUs and 16 GiB,
	 * with `--jsonl` one so big that everything fits (make-nodes.ts).
	 */
	readonly nodes?: readonly NodePool[];
}

/** Nodes of one kind. They are named in the order of the pools: `node-1`, `node-2` … */
export interface NodePool {
	/** A name for them: `gpu` for one node, `gpu-1`, `gpu-2` … where `count` is written. */
	readonly name?: string;
	/** How many; default 1. */
	readonly count?: number;
	/** What pods may request together on each of them; default 4 CPUs, 16Gi, 110 pods. */
	readonly cpu?: Amount;
	readonly memory?: Amount;
	readonly pods?: number;
	/** Other resources they have: `nvidia.com/gpu`, `ephemeral-storage`. Left out in the editor: whatever the manifest requests. */
	readonly resources?: Readonly<Record<string, Amount>>;
	/** Besides `kubernetes.io/hostname`, `os` and `arch`. Left out in the editor: whatever the manifest's selectors, affinities and spreads ask for. */
	readonly labels?: Readonly<Record<string, string>>;
	readonly taints?: readonly NodeTaint[];
}

export interface NodeTaint {
	readonly key: string;
	readonly value?: string;
	readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
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
	/** Nobody listens on the port: an answer `ok: false` that says so. */
	readonly refused?: boolean;
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
	/** What expectations call it; else they call it by what it does. */
	readonly as?: string;
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

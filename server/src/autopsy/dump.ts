/** What a dump of a live cluster holds: pods with their status, what was said of them, and the workloads around them. Plain data. */
import type { CronJob, DaemonSet, Deployment, Job, Pod, ReplicaSet, StatefulSet } from '../schema/generated/types';

export interface Dump {
	/** In the order of the text; of one pod that was printed again and again (`-w`) the newest, with those before it in `history`. */
	readonly pods: readonly DumpedPod[];
	/** Workloads with or without their pods, in the order of the text; of one that was printed again and again the newest. */
	readonly workloads?: readonly Workload[];
	/** Pods of which only the columns of `kubectl get pods` are known. */
	readonly rows?: readonly TableRow[];
	/** The newest time that is written anywhere in it, milliseconds of the epoch. */
	readonly newest: number | undefined;
	/** Minutes from UTC of the clock that it was printed by, which describe goes by; YAML goes by UTC. */
	readonly zone?: number;
	/** The text ends in the middle of something, or could not be read as what it should be. */
	readonly cut: boolean;
}

interface Objects {
	readonly Deployment: Deployment;
	readonly ReplicaSet: ReplicaSet;
	readonly StatefulSet: StatefulSet;
	readonly DaemonSet: DaemonSet;
	readonly Job: Job;
	readonly CronJob: CronJob;
}

export type Workload = {
	readonly [Kind in keyof Objects]: {
		readonly kind: Kind;
		readonly object: Objects[Kind];
		/** What the API server said when it last refused a pod of it, by its events. */
		readonly refusal?: string;
	};
}[keyof Objects];

export const WORKLOAD_KINDS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const satisfies readonly Workload['kind'][];

export interface DumpedPod {
	readonly pod: Pod;
	readonly history: readonly Pod[];
	/** The Job that it belongs to, where that is in the dump. */
	readonly job?: Job;
	readonly events: readonly DumpedEvent[];
	/** Whether the dump has a list of events at all: none said is not none seen. */
	readonly hasEvents: boolean;
	/** All of it is read off events: none of its fields was printed, so none is a proof. */
	readonly isOfEvents?: true;
}

/** A pod of which only the columns of `kubectl get pods` or events are known, as it was printed. */
export interface TableRow {
	/** Empty where no column says. */
	readonly namespace: string;
	readonly name: string;
	readonly ready: string;
	readonly status: string;
	readonly restarts: number;
	/** What events that were pasted with it tell of the pod; of one of which nothing else is known the columns are empty. */
	readonly told?: DumpedPod;
	/** Of a workload whose pods are refused. */
	readonly refused?: Refused;
}

/** A workload whose pods the API server refuses, by an event of its controller: controller_utils.go createPods. */
export interface Refused {
	readonly kind: string;
	readonly namespace: string;
	readonly name: string;
	readonly message: string;
	readonly count: number;
}

/** A line of `kubectl get events`, whatever API it came by. Times in milliseconds of the epoch. */
export interface DumpedEvent {
	readonly type: string;
	readonly reason: string;
	readonly message: string;
	readonly count: number;
	readonly first: number;
	readonly last: number;
	/** The container it is about, by `involvedObject.fieldPath`. */
	readonly container?: string;
	readonly from: string;
}

/** The end of the year 9999, the last that RFC 3339 has room for: to later ones that JavaScript reads nothing could be added. */
const LATEST = 253_402_300_799_999;

/** Milliseconds of the epoch of a time as the API writes it; undefined for anything else. */
export function timeOf(text: unknown): number | undefined {
	const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
	// Go's zero time means none.
	return time >= 0 && time <= LATEST ? time : undefined;
}

/** `spec.containers{app}`: app. */
export function containerIn(fieldPath: string | undefined): string | undefined {
	return /^spec\.\w+\{(.+)\}$/.exec(fieldPath ?? '')?.[1];
}

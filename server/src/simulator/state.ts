/** What the API server keeps of a pod, and what the kubelet sees of its containers. Plain data, replaced and never changed. */
import type { Container, ObjectMeta, PodSpec, ResourceRequirements } from '../schema/generated/types';

export interface PodObject {
	/** Also the order of creation. */
	readonly uid: number;
	readonly name: string;
	readonly namespace: string;
	readonly meta: ObjectMeta;
	readonly spec: PodSpec;
	readonly status: PodStatus;
	/** Milliseconds. */
	readonly createdAt: number;
	readonly generation: number;
	/** When its condition Ready came to be what it is (lastTransitionTime); undefined while it has none. Milliseconds. */
	readonly readyChangedAt?: number | undefined;
	readonly deletion?: { readonly at: number; readonly graceSeconds: number };
	/** The pod of a file on the node. */
	readonly static: boolean;
}

/** What the API server makes up; the kubelet has a hash for the pod of a file, and that one stays (config/common.go applyDefaults). */
export function uidText({ uid, static: isStatic }: PodObject): string {
	return isStatic ? '1'.padStart(32, '0') : `00000000-0000-4000-8000-${String(uid).padStart(12, '0')}`;
}

export type Phase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';

export interface PodStatus {
	readonly phase: Phase;
	readonly reason?: string | undefined;
	readonly message?: string | undefined;
	readonly conditions: readonly Condition[];
	readonly podIP: boolean;
	/** Whole seconds. */
	readonly startTime?: number | undefined;
	readonly observedGeneration?: number | undefined;
	readonly nominatedNode?: string | undefined;
	readonly containers: readonly ContainerStatus[];
	readonly initContainers: readonly ContainerStatus[];
	readonly ephemeralContainers: readonly ContainerStatus[];
}

export interface Condition {
	readonly type: string;
	readonly status: 'True' | 'False' | 'Unknown';
	readonly reason?: string | undefined;
	readonly message?: string | undefined;
}

export interface ContainerStatus {
	readonly name: string;
	readonly image: string;
	/** 0: none yet. */
	readonly id: number;
	readonly state: State;
	readonly last?: State | undefined;
	readonly ready: boolean;
	readonly started: boolean;
	readonly restartCount: number;
	readonly resources?: ResourceRequirements | undefined;
	readonly allocated?: Readonly<Record<string, string>> | undefined;
}

export type State = Waiting | Running | Terminated;

interface Waiting {
	readonly is: 'waiting';
	readonly reason: string;
	readonly message?: string | undefined;
}
interface Running {
	readonly is: 'running';
	/** Whole seconds, as the API cuts them. */
	readonly startedAt: number;
}
export interface Terminated {
	readonly is: 'terminated';
	readonly exitCode: number;
	readonly reason: string;
	readonly message?: string | undefined;
	readonly startedAt?: number | undefined;
	readonly finishedAt?: number | undefined;
}

export const NO_STATUS: PodStatus = { phase: 'Pending', conditions: [], podIP: false, containers: [], initContainers: [], ephemeralContainers: [] };

/** What the kubelet knows of a pod from the runtime, as of the last relist (kubecontainer.PodStatus). Newest first. */
export interface Sighting {
	readonly sandboxes: readonly { readonly id: number; readonly ready: boolean }[];
	readonly containers: readonly SeenContainer[];
	readonly ip: boolean;
}

export interface SeenContainer {
	readonly id: number;
	readonly sandbox: number;
	readonly name: string;
	readonly image: string;
	/** What HashContainer hashes: a different one means that the definition changed. */
	readonly hash: string;
	readonly state: 'created' | 'running' | 'exited';
	readonly restartCount: number;
	/** Milliseconds; 0 when it never started. */
	readonly startedAt: number;
	readonly finishedAt: number;
	readonly exitCode: number;
	readonly reason: string;
	readonly message: string;
	readonly resources?: ResourceRequirements | undefined;
}

export const NOTHING_SEEN: Sighting = { sandboxes: [], containers: [], ip: false };

export function seenByName(seen: Sighting, name: string): SeenContainer | undefined {
	return seen.containers.find((container) => container.name === name);
}

export function isSidecar(container: Container): boolean {
	return container.restartPolicy === 'Always';
}

/** HashContainer: name and image make a container what it is. */
export function hashOf(container: Container): string {
	return `${container.name} ${container.image ?? ''}`;
}

export function isTerminal(phase: Phase): boolean {
	return phase === 'Succeeded' || phase === 'Failed';
}

/** PodSandboxChanged. */
export function needsSandbox(seen: Sighting): boolean {
	const newest = seen.sandboxes[0];
	return newest === undefined || !newest.ready || seen.sandboxes.filter((sandbox) => sandbox.ready).length > 1;
}

/** The API keeps whole seconds. */
export function wholeSeconds(ms: number): number {
	return Math.floor(ms / 1000);
}

export function condition(status: PodStatus, type: string): Condition | undefined {
	return status.conditions.find((known) => known.type === type);
}

export function withCondition(conditions: readonly Condition[], changed: Condition): Condition[] {
	const at = conditions.findIndex((known) => known.type === changed.type);
	return at < 0 ? [...conditions, changed] : conditions.map((known, index) => (index === at ? changed : known));
}

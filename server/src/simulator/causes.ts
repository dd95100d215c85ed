/** Which moments explain what comes after them. Times, flags and counters are no causes: they have names of their own (known-pod.ts, kubelet.ts). */
import type { ProbeKind } from './script';

declare const isMoment: unique symbol;
/** The number of a moment that was told, which only StoryTeller.tell gives: a time or a count does not type-check as a cause. */
export type MomentId = number & { readonly [isMoment]: true };

/** Undefined: it was left out of a story that is full. */
export type Cause = MomentId | undefined;

/** What may explain something to anybody in the cluster: by the uid of a pod, by the name of a node. */
export type ClusterTopic =
	| `${'owner' | 'created' | 'unschedulable' | 'scheduled' | 'changed' | 'deleted' | 'stopped' | 'ended'}/${number}`
	| `${'pressure' | 'silent' | 'not-ready' | 'tainted'}/${string}`;

/** What may explain something within one pod: of the pod itself, or by the name of a container. */
export type PodTopic =
	| 'placed'
	| 'changed'
	| 'resize'
	| 'readiness'
	| 'restart-all'
	/** One of its containers never ends. */
	| 'never-completes'
	/** Why the pod ends. */
	| 'ending'
	| `${'image' | 'start' | 'kill' | 'exit' | 'restart'}/${string}`
	| `${'probe' | 'no-port'}/${string}/${ProbeKind}`;

export type Causes<Topic> = Map<Topic, Cause>;

/** The rhythms of the real system, in milliseconds. */

/** Where the kubelet waits between d and 1.5 d (wait.Jitter with factor 0.5), a story takes this place in the range, from 0 to 1. */
export const HALFWAY = 0.5;

/** Where in its range a wait lies that the kubelet jitters, from 0 to 1: one after a failed sync, or that before it looks again at what is well. */
export type Jitter = (after: 'retry' | 'resync') => number;

export function jittered(ms: number, place: number): number {
	return Math.round(ms * (1 + place / 2));
}

/** genericPlegRelistPeriod with the time a relist itself takes, and where the relists fall. */
const RELIST_PERIOD = 1002;
const RELIST_PHASE = 650;

export function nextRelist(now: number): number {
	return nextOn(now, RELIST_PERIOD, RELIST_PHASE);
}

/** The newest relist that is over. */
export function lastRelist(now: number): number {
	return nextRelist(now - 1) - RELIST_PERIOD;
}

/** The syncLoop looks at the work queue and the deadlines once a second. */
export function nextSyncTick(now: number): number {
	return nextOn(now - 1, 1000, 600);
}

/** The status manager looks at every pod again (syncPeriod). */
export function nextStatusTick(now: number): number {
	return nextOn(now, 10_000, 3450);
}

/** First time after `now` that is `phase` past a whole period. */
export function nextOn(now: number, period: number, phase: number): number {
	return Math.floor((now - phase) / period) * period + period + phase;
}

export const SECOND = 1000;
export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The longest life that is simulated: a year, and the day on which a yearly schedule comes round. */
export const LONGEST_LIFE = 368 * DAY;

/** resyncInterval, backOffPeriod (kubelet.go). */
export const RESYNC = MINUTE;
export const RETRY = 10 * SECOND;

/** A request that creates something. */
export const CREATE_LATENCY = 10;
/** From a change in the API server to those who watch it, and from a status computed to a status written. */
export const WATCH_LATENCY = 4;
export const WRITE_LATENCY = 12;
/**
 * The runtime, to create and start a container: as long as relists drift in three seconds. What a relist restarted and what runs for one or two
 * seconds is seen to end one relist later than it could be, what runs for four or more is seen at once, as recorded.
 */
export const START_LATENCY = 6;
/** The runtime, to pass on a signal. */
export const STOP_LATENCY = 12;
/** The cgroups of a pod and its containers: long enough for the status to tell that a resize is under way. */
export const RESIZE_LATENCY = 20;
/** A sandbox, and all that goes before it: the probes of the pod begin before its containers. */
export const SANDBOX_LATENCY = 25;
/** The scheduler, from seeing a pod to binding it. */
export const SCHEDULING = 8;

/** minimumGracePeriodInSeconds (kuberuntime_container.go). */
export const LEAST_GRACE = 2;

/** MaxContainerBackOff and its first step (kubelet.go newCrashLoopBackOff); a run longer than `CRASH_FORGOTTEN` starts it anew. */
export const CRASH_FIRST = 10 * SECOND;
export const CRASH_MOST = 300 * SECOND;
export const CRASH_FORGOTTEN = 600 * SECOND;

/** imageBackOffPeriod, MaxImageBackOff. */
export const PULL_FIRST = 10 * SECOND;
export const PULL_MOST = 300 * SECOND;

/** podAttachAndMountRetryInterval, podAttachAndMountTimeout (volume_manager.go). */
export const MOUNT_POLL = 300;
export const MOUNT_PATIENCE = 123 * SECOND;

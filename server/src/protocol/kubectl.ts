/** How kubectl prints a life, for the terminal and for the panel. All times in seconds. */
import type { ContainerState, PodEvent, PodState } from '../simulator/trace';

/** `30s`, `5m12s`, `3h`: k8s.io/apimachinery/pkg/util/duration.HumanDuration. */
export function age(length: number): string {
	const s = Math.max(0, Math.floor(length));
	if (s < 120) return `${s}s`;
	const m = Math.floor(s / 60);
	if (m < 10) return s % 60 ? `${m}m${s % 60}s` : `${m}m`;
	if (m < 180) return `${m}m`;
	const h = Math.floor(m / 60);
	if (h < 8) return m % 60 ? `${h}h${m % 60}m` : `${h}h`;
	if (h < 48) return `${h}h`;
	const d = Math.floor(h / 24);
	return d < 8 && h % 24 ? `${d}d${h % 24}h` : `${d}d`;
}

/** A row of `kubectl get pods`. */
export interface PrintedPod {
	readonly name: string;
	readonly ready: string;
	readonly status: string;
	readonly restarts: string;
	readonly age: string;
}

/** A pod so many seconds after its creation; undefined once it is gone. `inits`: its init containers that are no sidecars. */
export function printPod(name: string, state: PodState, since: number, inits: ReadonlySet<string>): PrintedPod | undefined {
	if (state.gone || !state.kubectl) return undefined;
	const { ready, status, restarts } = state.kubectl;
	const ended = restarts ? lastExit(state, inits) : undefined;
	return { name, ready, status, restarts: `${restarts}${ended === undefined ? '' : ` (${age(since - ended)} ago)`}`, age: age(since) };
}

/** printPod in k8s.io/kubernetes/pkg/printers/internalversion: once initialized, init containers that are no sidecars no longer count. */
function lastExit({ kubectl, initContainers = {}, containers = {} }: PodState, inits: ReadonlySet<string>): number | undefined {
	const initializing = kubectl?.status.startsWith('Init:') ?? false;
	const counted: readonly (readonly [string, ContainerState])[] = initializing
		? Object.entries(initContainers)
		: [...Object.entries(initContainers).filter(([name]) => !inits.has(name)), ...Object.entries(containers)];
	const ends = counted.flatMap(([, { lastState }]) => lastState?.finishedAt ?? []);
	return ends.length > 0 ? Math.max(...ends) : undefined;
}

export interface WatchedPod extends PrintedPod {
	/** Since its creation. */
	readonly t: number;
}

/** The lines that `kubectl get pods -w` prints of one pod; those that look like the one before tell nothing and are left out. */
export function watchPod(name: string, timeline: readonly PodState[], inits: ReadonlySet<string>): readonly WatchedPod[] {
	const lines: WatchedPod[] = [];
	let before: PodState['kubectl'];
	for (const state of timeline) {
		const { t, kubectl } = state;
		const alike = before?.ready === kubectl?.ready && before?.status === kubectl?.status && before?.restarts === kubectl?.restarts;
		const line = alike ? undefined : printPod(name, state, t, inits);
		if (!line) continue;
		before = kubectl;
		lines.push({ ...line, t });
	}
	return lines;
}

/** An event as far as it had been counted. */
export interface CountedEvent {
	readonly event: PodEvent;
	readonly count: number;
	readonly first: number;
	readonly last: number;
}

export function countedAt(events: readonly PodEvent[], t: number): readonly CountedEvent[] {
	return events.flatMap((event) => {
		if (event.t > t) return [];
		const seen = (event.times ?? [event.t]).filter((time) => time <= t);
		return [{ event, count: Math.max(1, seen.length), first: event.t, last: seen.at(-1) ?? event.t }];
	});
}

/** The column Age of `kubectl describe`: k8s.io/kubectl/pkg/describe.DescribeEvents. */
export const ageOf = ({ count, first, last }: CountedEvent, now: number): string =>
	count > 1 ? `${age(now - last)} (x${count} over ${age(now - first)})` : age(now - last);

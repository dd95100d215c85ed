/** What the API and kubectl would show at one time. */
import type { PodEvent, PodState } from '../../../server/src/protocol/life';
import { age } from '../text/times';
import { firstThat } from './ascending';
import type { Model, PodModel } from './model';

/** What happens within this time of the playhead has happened: recorded and simulated times are cut to tenths. */
export const NEAR = 0.05;

/** The last of the ascending items that is not after `t`. */
export function lastBefore<T extends { readonly t: number }>(items: readonly T[], t: number): T | undefined {
	return items[firstThat(items, (item) => item.t > t + NEAR) - 1];
}

export function podStateAt(pod: PodModel, t: number): PodState | undefined {
	return lastBefore(pod.states, t);
}

export type StatusTone = 'prep' | 'ok' | 'unready' | 'warn' | 'bad' | 'term' | 'done';

/** The tone of kubectl's STATUS column. */
export function statusTone(status: string, ready: string): StatusTone {
	if (status === 'Running') {
		const [some, all] = ready.split('/');
		return some === all ? 'ok' : 'unready';
	}
	if (/BackOff/.test(status)) return 'warn';
	if (
		/Err|Error|OOM|Invalid|ContainerCannotRun|StartError|Failed|Evicted|Unknown|DeadlineExceeded|NodeLost|ExitCode|Signal/.test(
			status,
		)
	)
		return 'bad';
	if (status === 'Terminating') return 'term';
	if (/Completed|Succeeded/.test(status)) return 'done';
	return 'prep';
}

export interface KubectlRow {
	readonly pod: number;
	readonly name: string;
	readonly ready: string;
	readonly status: string;
	readonly tone: StatusTone;
	readonly restarts: string;
	readonly age: string;
}

export function kubectlRow(pod: PodModel, state: PodState, t: number): KubectlRow | undefined {
	if (state.gone || !state.kubectl) return undefined;
	const { ready, status, restarts } = state.kubectl;
	const ended = lastExitSecond(pod, state);
	const ago = restarts && ended !== undefined ? ` (${age(t - pod.from - ended)} ago)` : '';
	return {
		pod: pod.index,
		name: pod.name,
		ready,
		status,
		tone: statusTone(status, ready),
		restarts: `${restarts}${ago}`,
		age: age(t - pod.from),
	};
}

/** printPod in k8s.io/kubernetes/pkg/printers/internalversion: once initialized, init containers that are no sidecars no longer count. */
function lastExitSecond(pod: PodModel, state: PodState): number | undefined {
	const initializing = state.kubectl?.status.startsWith('Init:') ?? false;
	const inits = new Set(pod.lanes.filter((lane) => lane.kind === 'init').map((lane) => lane.name));
	const ends: number[] = [];
	for (const list of initializing ? [state.initContainers] : [state.initContainers, state.containers]) {
		for (const [name, container] of Object.entries(list ?? {})) {
			if (!initializing && inits.has(name)) continue;
			if (container.lastState?.finishedAt !== undefined) ends.push(container.lastState.finishedAt);
		}
	}
	return ends.length ? Math.max(...ends) : undefined;
}

/** `kubectl get pod` at `t`. */
export function kubectlRows(model: Model, t: number): KubectlRow[] {
	return model.pods.flatMap((pod) => {
		const state = podStateAt(pod, t);
		const row = state && kubectlRow(pod, state, t);
		return row ? [row] : [];
	});
}

export interface WatchLine extends KubectlRow {
	readonly t: number;
}

/** The lines that `kubectl get pods -w` prints: one for each change of what it shows. */
export function watchLines(model: Model): WatchLine[] {
	const lines = model.pods.flatMap((pod) => {
		let before = '';
		return pod.states.flatMap((state): WatchLine[] => {
			const row = kubectlRow(pod, state, state.t);
			const key = row ? [row.ready, row.status, state.kubectl?.restarts, state.deleting].join() : before;
			if (!row || key === before) return [];
			before = key;
			return [{ ...row, t: state.t }];
		});
	});
	return lines.sort((a, b) => a.t - b.t);
}

export interface EventLine {
	readonly event: PodEvent;
	readonly count: number;
	readonly first: number;
	readonly last: number;
}

/** `kubectl describe`'s events at `t`, each counted as far as it had happened. */
export function eventLines(events: readonly PodEvent[], t: number): EventLine[] {
	const lines: EventLine[] = [];
	for (const event of events) {
		if (event.t > t + NEAR) continue;
		const seen = (event.times ?? [event.t]).filter((time) => time <= t + NEAR);
		lines.push({ event, count: Math.max(1, seen.length), first: event.t, last: seen.at(-1) ?? event.t });
	}
	return lines;
}

/** What the API and kubectl would show at one time. */
import {
	type CountedEvent,
	countedAt,
	type PrintedPod,
	printPod,
	watchPod,
} from '../../../server/src/protocol/kubectl';
import type { LiveTimes, PodEvent, PodState } from '../../../server/src/protocol/life';
import { firstThat } from './ascending';
import type { Model, PodModel } from './model';

/** What happens within this time of the playhead has happened: recorded and simulated times are cut to tenths. */
export const NEAR = 0.05;

/** Of a live pod: the playhead is at now. */
export const isAtNow = ({
	t,
	model: { live },
}: {
	readonly t: number;
	readonly model: { readonly live?: LiveTimes };
}): boolean => live !== undefined && Math.abs(t - live.now) < NEAR;

/** The last of the ascending items that is not after `t`. */
export function lastBefore<T extends { readonly t: number }>(items: readonly T[], t: number): T | undefined {
	return items[firstThat(items, (item) => item.t > t + NEAR) - 1];
}

export function podStateAt(pod: PodModel, t: number): PodState | undefined {
	return lastBefore(pod.states, t);
}

export type StatusTone = 'prep' | 'ok' | 'unready' | 'warn' | 'bad' | 'term' | 'done';

/** kubectl's words; what is not among them is on its way. */
const TONES: Readonly<Record<string, StatusTone>> = {
	Running: 'ok',
	NotReady: 'unready',
	CrashLoopBackOff: 'warn',
	ImagePullBackOff: 'warn',
	ErrImagePull: 'bad',
	ErrImageNeverPull: 'bad',
	InvalidImageName: 'bad',
	ImageInspectError: 'bad',
	RegistryUnavailable: 'bad',
	CreateContainerConfigError: 'bad',
	CreateContainerError: 'bad',
	RunContainerError: 'bad',
	ContainerCannotRun: 'bad',
	PreCreateHookError: 'bad',
	PreStartHookError: 'bad',
	PostStartHookError: 'bad',
	StartError: 'bad',
	Error: 'bad',
	OOMKilled: 'bad',
	ContainerStatusUnknown: 'bad',
	ExitCode: 'bad',
	Signal: 'bad',
	Failed: 'bad',
	Evicted: 'bad',
	DeadlineExceeded: 'bad',
	UnexpectedAdmissionError: 'bad',
	NodeAffinity: 'bad',
	NodePorts: 'bad',
	OutOfcpu: 'bad',
	OutOfmemory: 'bad',
	'OutOfephemeral-storage': 'bad',
	OutOfpods: 'bad',
	NodeLost: 'bad',
	Unknown: 'bad',
	Terminating: 'term',
	Completed: 'done',
	Succeeded: 'done',
};

/** The tone of kubectl's STATUS column: `Init:` before it and a number behind it (`ExitCode:1`) change nothing. */
export function statusTone(status: string, ready: string): StatusTone {
	const [word = ''] = status.replace(/^Init:/, '').split(':');
	const [some, all] = ready.split('/');
	if (word === 'Running') return some === all ? 'ok' : 'unready';
	return TONES[word] ?? 'prep';
}

export interface KubectlRow extends PrintedPod {
	readonly pod: number;
	readonly tone: StatusTone;
}

const initsOf = ({ lanes }: PodModel): ReadonlySet<string> =>
	new Set(lanes.flatMap(({ kind, name }) => (kind === 'init' ? name : [])));

const rowOf = (pod: PodModel, printed: PrintedPod): KubectlRow => ({
	...printed,
	pod: pod.index,
	tone: statusTone(printed.status, printed.ready),
});

/** A pod in `kubectl get pod` at `t`. */
export function kubectlRow(pod: PodModel, t: number): KubectlRow | undefined {
	const state = podStateAt(pod, t);
	const printed = state && printPod(pod.name, state, t - pod.from, initsOf(pod));
	return printed && rowOf(pod, printed);
}

/** `kubectl get pod` at `t`. */
export const kubectlRows = (model: Model, t: number): KubectlRow[] =>
	model.pods.flatMap((pod) => kubectlRow(pod, t) ?? []);

export interface WatchLine extends KubectlRow {
	readonly t: number;
}

/** The lines that `kubectl get pods -w` prints: one for each change of what it shows. */
export function watchLines(model: Model): WatchLine[] {
	const lines = model.pods.flatMap((pod) => {
		const timeline = pod.states.map((state) => ({ ...state, t: state.t - pod.from }));
		return watchPod(pod.name, timeline, initsOf(pod)).map((line) => ({ ...rowOf(pod, line), t: line.t + pod.from }));
	});
	return lines.sort((a, b) => a.t - b.t);
}

/** `kubectl describe`'s events at `t`, each counted as far as it had happened. */
export const eventLines = (events: readonly PodEvent[], t: number): readonly CountedEvent[] =>
	countedAt(events, t + NEAR);

/** A pod of which only events were pasted: as much of it as they tell, so that what is found of described pods is found of it too. */

import type { Container, ContainerState, Pod } from '../schema/generated/types';
import { kept } from '../schema/remember';
import type { DumpedPod, Refused } from './dump';
import { eventOf, type Seen } from './read-describe';
import type { EventRow } from './read-events';

/** What events tell of themselves which pod they are about. `kubelet_pods.go`, `cri` and plugins write names in their own ways. */
const NAMES: readonly RegExp[] = [
	/^Successfully assigned (?:(?<space>[\w.-]+)\/)?(?<name>[\w.-]+) to /,
	/\bpod[ =]"?(?<name>[a-z0-9][\w.-]*?)_(?<space>[a-z0-9-]+)(?:[("\s]|$)/,
	/\bpod "(?<space>[\w-]+)"\/"(?<name>[\w.-]+)"/,
	/\bfor pod "(?<name>[\w.-]+)"/,
	/^pod \((?<name>[\w.-]+)\) failed to fit/,
	/\[(?<space>[a-z0-9-]+)\/(?<name>[a-z0-9.-]+)\]/,
];

function nameIn(rows: readonly EventRow[]): { readonly name: string; readonly namespace?: string } {
	for (const form of NAMES)
		for (const { message } of rows) {
			const { name, space } = form.exec(message)?.groups ?? {};
			if (name) return { name, ...(space ? { namespace: space } : {}) };
		}
	return { name: '' };
}

function nodeIn(rows: readonly EventRow[]): string | undefined {
	for (const { from, message, reason } of rows) {
		const [, node] = (reason === 'Scheduled' ? / to (\S+)$/.exec(message) : /^\{?kubelet,? ([^}\s]+)/.exec(from)) ?? [];
		if (node) return node;
	}
	return undefined;
}

/** Milliseconds of the epoch: nobody knows when it was, only how long before something was. */
export const PRINTED = 1e12;

/** Reasons of what happens to pods; rows of other objects say nothing of any (kubelet/events/event.go, the scheduler, the autoscaler, the controllers that end pods). */
const OF_PODS =
	/^(?:Scheduled|FailedScheduling|(?:Not)?Trigger(?:ed)?ScaleUp|Pull(?:ing|ed)|Failed|BackOff|Created|Started|Killing|Unhealthy|Evicted|Preempt(?:ed|ing)|InspectFailed|FailedToRetrieveImagePullSecret|NodeNotReady|TaintManagerEviction|NetworkNotReady|SandboxChanged|FailedSync|Failed(?:Mount|AttachVolume|MapVolume|CreatePodSandBox|KillPod|PodSandBoxStatus|PostStartHook|PreStopHook|Validation)|FailedCreatePodContainer)$/;

/** The pods that rows of events are about, one for all that do not say which; what is told of other objects is left out. Their times count back from `PRINTED`. */
export function eventedPods(rows: readonly EventRow[]): readonly DumpedPod[] {
	const groups = new Map<string, EventRow[]>();
	for (const row of rows) {
		const { kind = 'pod', namespace = '', name = '' } = row.about ?? {};
		if (kind !== 'pod' || !OF_PODS.test(row.reason) || (row.reason === 'Unhealthy' && !/ probe /.test(row.message))) continue;
		const key = `${namespace}/${name}`;
		kept(groups, key, (): EventRow[] => []).push(row);
	}
	return [...groups.values()].map(podOf);
}

const CONTROLLERS: ReadonlyMap<string, string> = new Map(
	['ReplicaSet', 'ReplicationController', 'Job', 'StatefulSet', 'DaemonSet'].map((kind) => [kind.toLowerCase(), kind]),
);

/** Each workload once, with what was said of it last. */
export function refusedIn(rows: readonly EventRow[]): readonly Refused[] {
	const found = new Map<string, Refused & { readonly last: number }>();
	for (const { reason, from, about, message, count, last } of rows) {
		if (reason !== 'FailedCreate') continue;
		const [, controller = ''] = /^\{?([a-z]+?)(?:-?controller)?\b/.exec(from) ?? [];
		const kind = CONTROLLERS.get(about?.kind.split('.')[0] ?? controller) ?? 'Pod';
		// Of a pod that has no name yet it is the beginning that is told.
		const name = about?.name ?? /pods "([^"]+?)(?:-[a-z0-9]{5}|-)?" is forbidden/.exec(message)?.[1] ?? '';
		const before = found.get(`${kind}/${name}`);
		if (before === undefined || last <= before.last)
			found.set(`${kind}/${name}`, { kind, namespace: about?.namespace ?? '', name, message: message.replace(/^Error creating: /, ''), count, last });
	}
	return [...found.values()];
}

/** `Error: …` of a container that is not created, by what comes of it: kuberuntime_container.go. */
const CONFIG = /^Error: (?:(?:secrets?|configmaps?) "|couldn't find key|container has runAsNonRoot|failed to prepare subPath|services? have not yet been read)/;

function podOf(all: readonly EventRow[]): DumpedPod {
	const about = all[0]?.about;
	const scheduled = all.findLast(({ reason }) => reason === 'Scheduled');
	// What kept it from nodes before it got one is over.
	const rows = all.filter(({ reason, last }) => reason !== 'FailedScheduling' || scheduled === undefined || last < scheduled.last);
	const metadata = about ? { name: about.name, ...(about.namespace ? { namespace: about.namespace } : {}) } : nameIn(rows);
	const sooner = (one: EventRow, other: EventRow): number => one.last - other.last;
	const newest = (fits: (row: EventRow) => boolean): EventRow | undefined => rows.filter(fits).toSorted(sooner)[0];
	const has = (reason: string): EventRow | undefined => newest((row) => row.reason === reason);
	const placed = has('Scheduled') ?? newest(({ from }) => /kubelet/.test(from));
	const unplaced = has('FailedScheduling');
	const evicted = has('Evicted');
	const isPlaced = unplaced === undefined || (placed !== undefined && placed.last < unplaced.last);
	const container = containerIn(rows);
	const state = stateIn(rows, newest);
	const status = {
		name: container.name,
		image: container.image ?? '',
		imageID: '',
		ready: false,
		started: true,
		restartCount: rows.reduce((most, { reason, count }) => (reason === 'Started' || reason === 'Created' ? Math.max(most, count - 1) : most), 0),
		...(state ? { state } : {}),
	};
	const node = isPlaced ? (nodeIn(rows) ?? 'NODE') : undefined;
	const pod: Pod = {
		metadata,
		spec: { containers: [container], restartPolicy: 'Always', ...(node ? { nodeName: node } : {}) },
		status: {
			phase: evicted ? 'Failed' : state?.running ? 'Running' : 'Pending',
			...(evicted ? { reason: 'Evicted', message: evicted.message } : {}),
			conditions: node ? [] : [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
			containerStatuses: [status],
		},
	};
	const seen: readonly Seen[] = [{ container, status, isInit: false }];
	return { pod, history: [], events: rows.map((row) => eventOf(row, PRINTED, seen)), hasEvents: true, isOfEvents: true };
}

function containerIn(rows: readonly EventRow[]): Container {
	const find = (pattern: RegExp): string | undefined => rows.flatMap(({ message }) => pattern.exec(message)?.[1] ?? [])[0];
	const image = find(/ull(?:ing|ed)? image "([^"]+)"/) ?? find(/[Cc]ontainer image "([^"]+)"/);
	const synced = find(/failed to "StartContainer" for "([^"]+)"/);
	const path = rows.flatMap(({ path: own, message }) => /^spec\.\w+\{([^}]+)\}/.exec(own ?? message)?.[1] ?? [])[0];
	const named =
		path ??
		synced ??
		find(/^(?:Created|Started|Stopping) container:? ([a-z0-9][a-z0-9-]*)$/) ??
		find(/^Container ([a-z0-9-]+) failed /) ??
		find(/restarting failed container[= ]([a-z0-9][a-z0-9-]*)\b/);
	const probe = (word: string, key: 'livenessProbe' | 'readinessProbe' | 'startupProbe'): Partial<Container> =>
		rows.some(({ message }) => message.startsWith(`${word} probe `)) ? { [key]: {} } : {};
	return {
		name:
			named ??
			((image ?? '')
				.split('/')
				.at(-1)
				?.replace(/[:@].*$/, '') ||
				'container'),
		...(image ? { image } : {}),
		...probe('Liveness', 'livenessProbe'),
		...probe('Readiness', 'readinessProbe'),
		...probe('Startup', 'startupProbe'),
	};
}

type Newest = (fits: (row: EventRow) => boolean) => EventRow | undefined;

/** What its container does now, by the newest of the events that tell. */
function stateIn(rows: readonly EventRow[], newest: Newest): ContainerState | undefined {
	const told = newest(
		({ reason, message }) => ['BackOff', 'Failed', 'Started', 'Unhealthy', 'FailedSync'].includes(reason) && stateOf(reason, message) !== undefined,
	);
	const is = told && stateOf(told.reason, told.message);
	if (is === undefined) return { waiting: { reason: 'ContainerCreating' } };
	if (is !== 'Running')
		return {
			waiting: { reason: is, ...(told?.reason === 'Failed' || told?.reason === 'FailedSync' ? { message: told.message.replace(/^Error: /, '') } : {}) },
		};
	const start = newest(({ reason }) => reason === 'Started') ?? rows.toSorted((a, b) => b.first - a.first)[0];
	return { running: { startedAt: new Date(PRINTED - (start?.last ?? 0) * 1000).toISOString() } };
}

function stateOf(reason: string, message: string): string | undefined {
	if (reason === 'Started' || reason === 'Unhealthy') return 'Running';
	if (/^Back-off pulling|ImagePullBackOff/.test(message)) return 'ImagePullBackOff';
	if (/^Failed to pull image|ErrImagePull/.test(message)) return 'ErrImagePull';
	if (/^Back-?off restarting|CrashLoopBackOff/i.test(message)) return 'CrashLoopBackOff';
	const [, said] = /^Error: (ErrImageNeverPull|InvalidImageName|ImageInspectError|CreateContainerError|RunContainerError)/.exec(message) ?? [];
	if (said !== undefined) return said;
	if (/ with RunContainerError/.test(message)) return 'RunContainerError';
	if (/ErrImageNeverPull/.test(message)) return 'ErrImageNeverPull';
	if (/^Failed to apply default image tag|InvalidImageName/.test(message)) return 'InvalidImageName';
	if (CONFIG.test(message)) return 'CreateContainerConfigError';
	return reason === 'Failed' && message.startsWith('Error') ? 'CreateContainerError' : undefined;
}

/**
 * The text of `kubectl describe pod`, back to the objects it was printed from: k8s.io/kubectl/pkg/describe describePod.
 * Much is not printed (restartPolicy, the message of a waiting container, when a condition changed): it is left out, or follows from what is.
 */
import type { Container, ContainerStatus, Pod, PodSpec, PodStatus, Toleration } from '../schema/generated/types';
import type { Dump, DumpedEvent, DumpedPod } from './dump';
import { containerIn } from './dump';
import { dedented, isFlat, movedLeft, plainLines, reindented } from './pasted';
import { containerOf, volumesOf } from './read-described-container';
import { ageIn, type EventRow, eventRows } from './read-events';
import { type Block, blocksOf, textOf, timeIn } from './read-outline';

const HEAD = String.raw`[Nn]ame:[ \t]+\S.*\n[ \t>]*(?:Namespace|Image\(s\)|Node|Priority|Labels|Status|Containers|Init Containers|Annotations):`;
const HEADS = new RegExp(`^[ \\t>\`]*(?=${HEAD})`, 'gm');

/** Whether a text has in it what `kubectl describe pod` printed. */
export const isDescribed = (text: string): boolean => partsOf(text).length > 0;

/** Reads the pods of such a text. `now` is when it was printed, if that is known: ages count back from it. Never throws. */
export function readDescribe(text: string, now: number | undefined): Dump {
	const parts = partsOf(text);
	const blocks = parts.map((part) => blocksOf(part.join('\n')));
	const anchors = parts.map((lines, index) => now ?? printedAt(eventsIn(lines), blocks[index] ?? []));
	const known = anchors.flatMap((one) => one ?? []);
	const newest = latest(known);
	// Of a pod without any time only how long ago things were is known: it was printed with the others.
	const pods = parts.map((lines, index) => podOf(lines, anchors[index], newest ?? 0, blocks[index]));
	const zone = zoneIn(text);
	return { pods, newest, ...(zone !== 0 && { zone }), cut: parts.some((lines) => !lines.some((line) => /^\s*Events:/.test(line))) };
}

/** Minutes from UTC of the first time that is printed: describe prints them as RFC 1123 does, by the clock of who asks. */
function zoneIn(text: string): number {
	const [, sign, hours, minutes] = / (?!0001)\d{4} \d\d:\d\d:\d\d ([+-])(\d\d)(\d\d)\s*$/m.exec(text) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** What stands at the top of descriptions of other kinds only. */
const OTHER_KINDS =
	/^(?:Pod Template|Replicas|Selector|Pods Status|Parallelism|Schedule|Desired Number of Nodes Scheduled|API Version|Kind|Capacity|Allocatable|Roles|Data|PolicyRule|Rules|Role|Subsets|Provisioner|StorageClass|Spec|Type|Taints|CreationTimestamp):/;

/** The lines of each pod in it, moved to the left. */
function partsOf(text: string): readonly (readonly string[])[] {
	const lines = plainLines(text);
	const plain = lines.join('\n');
	const starts = [...plain.matchAll(HEADS)].map(({ index }) => index);
	const parts = starts.map((start, number) => {
		const own = dedented(
			plain
				.slice(start, starts[number + 1])
				.replace(/^[\s>`]+/, '')
				.replace(/^n/, 'N')
				.split('\n'),
		);
		return isFlat(own) ? reindented(own) : own;
	});
	return parts.filter(
		(own) => !own.some((line) => OTHER_KINDS.test(line)) && own.some((line) => /^(?:(?:Init )?Containers|Events|Conditions|Status):/.test(line)),
	);
}

/** What is left of a description that was pasted without its head: containers, or what one of them does; undefined where there is neither. Its times count back from `printed`. */
export function readFragment(text: string, printed: number): DumpedPod | undefined {
	const lines = plainLines(text);
	const from = (pattern: RegExp): readonly string[] => {
		const at = lines.findIndex((line) => pattern.test(line));
		const rest = at < 0 ? [] : lines.slice(at);
		return movedLeft(rest, rest[0]?.search(/\S/) ?? 0);
	};
	const containers = from(/^[ \t]*(?:Init )?Containers:[ \t]*$/);
	const states = from(/^[ \t]*(?:Last )?State:[ \t]+(?:Waiting|Running|Terminated)/);
	if (lines.some((line) => OTHER_KINDS.test(line)) || (containers.length === 0 && states.length === 0)) return undefined;
	const body = containers.length > 0 ? containers : ['Containers:', '  container:', ...states.map((line) => `    ${line}`)];
	const isStarted = body.some((line) => /^ +(?:State: +Running|Last State:|Restart Count: +[1-9])/.test(line));
	const { pod, ...rest } = podOf([`Status: ${isStarted ? 'Running' : 'Pending'}`, 'Node: NODE', ...body], undefined, printed);
	if (!pod.spec || body.some((line) => /^ +(?:Limits|Requests|Environment|Mounts):/.test(line))) return { pod, ...rest };
	return { pod: { ...pod, metadata: {}, spec: { ...pod.spec, containers: pod.spec.containers.map(({ resources: _untold, ...one }) => one) } }, ...rest };
}

/** What stands below `Events:`, as far as it is events. */
function eventsIn(lines: readonly string[]): readonly EventRow[] {
	const at = lines.findIndex((line) => /^\s*Events:/.test(line));
	return at < 0 ? [] : eventRows(lines.slice(at + 1));
}

function podOf(lines: readonly string[], known: number | undefined, printed: number, blocks = blocksOf(lines.join('\n'))): DumpedPod {
	const seen = seenIn(blocks);
	const rows = eventsIn(lines);
	const at = known ?? printed;
	const startTime = timeIn(textOf(blocks, 'Start Time'));
	const status = statusOf(blocks, startTime, seen, rows);
	const spec = specOf(blocks, seen, status, known);
	const pod: Pod = { metadata: metadataOf(blocks, known, startTime, rows), spec, status };
	return { pod, history: [], events: rows.map((row) => eventOf(row, at, seen)), hasEvents: rows.length > 0 };
}

export interface Seen {
	readonly container: Container;
	readonly status: ContainerStatus;
	readonly isInit: boolean;
}

const seenIn = (blocks: readonly Block[]): readonly Seen[] => [...described(blocks, 'Init Containers'), ...described(blocks, 'Containers')];

function described(blocks: readonly Block[], title: 'Init Containers' | 'Containers'): readonly Seen[] {
	const found = blocks.find(({ key }) => key === title);
	return (found?.blocks ?? []).map((block) => ({ ...containerOf(block), isInit: title === 'Init Containers' }));
}

function metadataOf(
	blocks: readonly Block[],
	printed: number | undefined,
	startTime: number | undefined,
	rows: readonly EventRow[],
): NonNullable<Pod['metadata']> {
	const [, lasts] = /^Terminating \(lasts (\S+)\)/.exec(textOf(blocks, 'Status') ?? '') ?? [];
	const grace = graceIn(blocks);
	const told = deletedAt(blocks);
	const dueAt = lasts !== undefined && printed !== undefined ? printed - (ageIn(lasts) ?? 0) * 1000 : told === undefined ? undefined : told + grace * 1000;
	const due = dueAt === undefined ? undefined : new Date(dueAt).toISOString();
	const [, kind, owner] = /^(\w+)\/(\S+)/.exec(textOf(blocks, 'Controlled By') ?? '') ?? [];
	// The kubelet takes the pod in the second in which it is created; a pod without a node has been spoken of since.
	const oldest = printed === undefined ? undefined : printed - rows.reduce((oldest, { first }) => Math.max(oldest, first), 0) * 1000;
	const created = startTime ?? oldest;
	return {
		name: textOf(blocks, 'Name') ?? '',
		namespace: textOf(blocks, 'Namespace') ?? 'default',
		...(created === undefined ? {} : { creationTimestamp: new Date(created).toISOString() }),
		...(due === undefined ? {} : { deletionTimestamp: due, deletionGracePeriodSeconds: grace }),
		...(kind !== undefined && owner !== undefined ? { ownerReferences: [{ apiVersion: '', kind, name: owner, uid: '', controller: true }] } : {}),
	};
}

function specOf(blocks: readonly Block[], seen: readonly Seen[], { phase }: PodStatus, printed: number | undefined): PodSpec {
	const node = textOf(blocks, 'Node') ?? '';
	const [nodeName = ''] = node.split('/');
	const apps = seen.filter(({ isInit }) => !isInit);
	const inits = seen.filter(({ isInit }) => isInit);
	const begun = apps.flatMap(({ status }) => timeIn(status.state?.running?.startedAt ?? status.state?.terminated?.startedAt) ?? []);
	const initContainers = inits.map(({ container, status }) => (livesBeside(status, begun) ? { ...container, restartPolicy: 'Always' } : container));
	return {
		...(nodeName !== '' && nodeName !== '<none>' ? { nodeName } : {}),
		restartPolicy: policyOf(phase, apps, printed),
		tolerations: tolerationsOf(blocks.find(({ key }) => key === 'Tolerations')),
		volumes: volumesOf(blocks.find(({ key }) => key === 'Volumes')),
		...(initContainers.length > 0 ? { initContainers } : {}),
		containers: apps.map(({ container }) => container),
	};
}

/** `node.kubernetes.io/unreachable:NoExecute op=Exists for 300s`: printPodTolerationsMultiline. */
function tolerationsOf(block: Block | undefined): readonly Toleration[] {
	return [block?.value ?? '', ...(block?.lines ?? [])].flatMap((line) => {
		const [, key, value, effect, exists, seconds] = /^([\w./-]*)(?:=([^:\s]*))?(?::(\w+))?( op=Exists)?(?: for (\d+)s)?$/.exec(line.trim()) ?? [];
		if (key === undefined || (key === '' && exists === undefined)) return [];
		return [
			{
				...(key === '' ? {} : { key }),
				...(value === undefined ? {} : { value }),
				...(effect === undefined ? {} : { effect }),
				operator: exists === undefined && value !== undefined ? 'Equal' : 'Exists',
				...(seconds === undefined ? {} : { tolerationSeconds: Number(seconds) }),
			},
		];
	});
}

/** A sidecar is an init container that runs, or ended, after the first app container began. */
function livesBeside({ state = {} }: ContainerStatus, begun: readonly number[]): boolean {
	if (begun.length === 0) return false;
	return state.terminated === undefined || (timeIn(state.terminated.finishedAt) ?? 0) > begun.reduce((one, other) => Math.min(one, other));
}

/** Milliseconds after which a container that ended would have been started again. */
const SOON = 15_000;

/** A pod that ended did not restart for ever, and what ended some time ago and was never restarted may not be. */
function policyOf(phase: string | undefined, apps: readonly Seen[], printed: number | undefined): string {
	if (phase === 'Succeeded' || phase === 'Failed') return apps.some(({ status }) => status.restartCount > 0) ? 'OnFailure' : 'Never';
	const left = apps.flatMap(({ status: { state, restartCount } }) => (state?.terminated !== undefined && restartCount === 0 ? [state.terminated] : []));
	const done = left.find(({ finishedAt }) => (printed ?? 0) - (timeIn(finishedAt) ?? 0) > SOON);
	if (done === undefined) return 'Always';
	return done.exitCode === 0 ? 'OnFailure' : 'Never';
}

function statusOf(blocks: readonly Block[], startTime: number | undefined, seen: readonly Seen[], rows: readonly EventRow[]): PodStatus {
	const [phase = ''] = (textOf(blocks, 'Status') ?? '').split(' ');
	const table = blocks.find(({ key }) => key === 'Conditions')?.lines ?? [];
	const conditions = table.flatMap((line) => {
		const [, type, status] = /^\s*([\w./-]+)\s+(True|False|Unknown)\s*$/.exec(line) ?? [];
		return type === undefined || status === undefined ? [] : [{ type, status }];
	});
	const [reason, message, ip] = ['Reason', 'Message', 'IP'].map((key) => textOf(blocks, key));
	const isPlaced = /^[^<\s/]/.test(textOf(blocks, 'Node') ?? '');
	const running = seen.some(({ status }) => status.state?.running !== undefined);
	// Servers before 1.3 told it in events only.
	const isTold = conditions.some(({ type }) => type === 'PodScheduled') || isPlaced || rows.every(({ reason }) => reason !== 'FailedScheduling');
	const unscheduled = isTold ? [] : [{ type: 'PodScheduled', status: 'False' }];
	return {
		phase: phase === 'Terminating' ? (running ? 'Running' : 'Pending') : phase,
		...(reason ? { reason } : {}),
		...(message ? { message } : {}),
		...(ip ? { podIP: ip } : {}),
		...(startTime === undefined ? {} : { startTime: new Date(startTime).toISOString() }),
		conditions: [...conditions, ...unscheduled].map((one) =>
			one.type === 'PodScheduled' && one.status === 'False' && !isPlaced ? { ...one, reason: 'Unschedulable' } : one,
		),
		initContainerStatuses: seen.filter(({ isInit }) => isInit).map(({ status }) => status),
		containerStatuses: seen.filter(({ isInit }) => !isInit).map(({ status }) => status),
	};
}

/** Of as many as a text may have: too many to be arguments. */
const latest = (times: readonly number[]): number | undefined => (times.length > 0 ? times.reduce((one, other) => Math.max(one, other)) : undefined);

/** When the text was printed: an event whose time stands elsewhere in it has an age, the younger the more exact; and nothing in it is newer. */
function printedAt(rows: readonly EventRow[], blocks: readonly Block[]): number | undefined {
	const startTime = timeIn(textOf(blocks, 'Start Time'));
	const statuses = seenIn(blocks).map(({ status }) => status);
	const times = statuses.flatMap(({ state, lastState }) => [state?.running, state?.terminated, lastState?.terminated]);
	const started = times.flatMap((one) => timeIn(one?.startedAt) ?? []);
	const ended = statuses.flatMap(({ state, lastState }) => timeIn(state?.terminated?.finishedAt ?? lastState?.terminated?.finishedAt) ?? []);
	const newest = latest(started);
	const told = deletedAt(blocks);
	const known = rows.flatMap(({ reason, first, last }) => {
		if (reason === 'Killing' && told !== undefined) return [{ last: first, at: told + first * 1000 }];
		const time = reason === 'Started' ? newest : reason === 'Scheduled' ? startTime : undefined;
		return time === undefined ? [] : [{ last, at: time + last * 1000 }];
	});
	const [best] = known.toSorted((a, b) => a.last - b.last);
	const least = [newest, startTime, told, ...ended].flatMap((time) => time ?? []);
	if (best === undefined) return newest ?? startTime;
	return latest([best.at, ...least]);
}

/** When a pod was told to go, where `expires` says when it is due: until 1.10. */
function deletedAt(blocks: readonly Block[]): number | undefined {
	const due = timeIn(/\(expires ([^()]+)\)/.exec(textOf(blocks, 'Status') ?? '')?.[1]);
	return due === undefined ? undefined : due - graceIn(blocks) * 1000;
}

const graceIn = (blocks: readonly Block[]): number => Number(/^\d+/.exec(textOf(blocks, 'Termination Grace Period') ?? '')?.[0] ?? 30);

/** Newer kubectls say which container an event is about, older ones only in the message. */
export function eventOf({ type, reason, from, message, count, first, last, path: column }: EventRow, printed: number, seen: readonly Seen[]): DumpedEvent {
	const [, path, said] = /^(spec\.\w+\{[^}]+\}): (.*)$/.exec(message) ?? [];
	const container = containerIn(path ?? column) ?? containerNamed(said ?? message, reason, seen);
	return {
		type,
		reason,
		message: said ?? message,
		count,
		first: printed - first * 1000,
		last: printed - last * 1000,
		...(container === undefined ? {} : { container }),
		from,
	};
}

const OF_POD = new Set([
	'Scheduled',
	'FailedScheduling',
	'FailedMount',
	'FailedAttachVolume',
	'FailedCreatePodSandBox',
	'FailedKillPod',
	'NodeNotReady',
	'DeadlineExceeded',
	'SandboxChanged',
]);

function containerNamed(message: string, reason: string, seen: readonly Seen[]): string | undefined {
	if (OF_POD.has(reason)) return undefined;
	const [, named] = /\b[Cc]ontainer:? (\S+)/.exec(message) ?? [];
	const only = (fits: (one: Seen) => boolean): string | undefined => {
		const fitting = seen.filter(fits);
		return fitting.length === 1 ? fitting[0]?.container.name : undefined;
	};
	return (
		only(({ container: { name } }) => name === named?.replace(/[,"]/g, '')) ??
		only(({ container: { image } }) => image !== undefined && message.includes(`"${image}"`)) ??
		(reason === 'Failed' || reason === 'BackOff' ? only(isHeld) : undefined) ??
		(reason === 'Unhealthy' ? only(({ container }) => hasProbe(container, message)) : undefined) ??
		only(() => true)
	);
}

/** Waits for something of its own. */
const isHeld = ({ status: { state } }: Seen): boolean => !['', 'ContainerCreating', 'PodInitializing'].includes(state?.waiting?.reason ?? '');

function hasProbe({ livenessProbe, readinessProbe, startupProbe }: Container, message: string): boolean {
	const probe = message.startsWith('Liveness') ? livenessProbe : message.startsWith('Readiness') ? readinessProbe : startupProbe;
	return probe !== undefined;
}

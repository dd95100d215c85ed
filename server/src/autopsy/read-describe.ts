/**
 * The text of `kubectl describe pod`, back to the objects it was printed from: k8s.io/kubectl/pkg/describe describePod.
 * Much is not printed (restartPolicy, the message of a waiting container, when a condition changed): it is left out, or follows from what is.
 */
import type { Container, ContainerStatus, Pod, PodSpec, PodStatus, Toleration } from '../schema/generated/types';
import type { Dump, DumpedEvent, DumpedPod } from './dump';
import { containerIn } from './dump';
import { containerOf, volumesOf } from './read-described-container';
import { type Block, blocksOf, textOf, timeIn } from './read-outline';

/** Whether a text is one that `kubectl describe pod` printed. */
export const isDescribed = (text: string): boolean => /^Name: +\S/m.test(text) && /^(Containers|Init Containers|Events|Conditions):/m.test(text);

/** Reads the pods of such a text. `now` is when it was printed, if that is known: ages count back from it. Never throws. */
export function readDescribe(text: string, now: number | undefined): Dump {
	const parts = text.split(/^(?=Name: )/m).filter((part) => part.startsWith('Name: '));
	const pods = parts.map((part) => podOf(part, now));
	const newest = pods.flatMap(({ printed }) => printed ?? []);
	return { pods: pods.map(({ pod }) => pod), newest: newest.length > 0 ? Math.max(...newest) : undefined, cut: parts.some((part) => !/^Events:/m.test(part)) };
}

interface Described {
	readonly pod: DumpedPod;
	/** When it was printed, milliseconds of the epoch. */
	readonly printed: number | undefined;
}

function podOf(text: string, now: number | undefined): Described {
	const blocks = blocksOf(text);
	const top = (key: string): string | undefined => textOf(blocks, key);
	const seen = [...described(blocks, 'Init Containers'), ...described(blocks, 'Containers')];
	const startTime = timeIn(top('Start Time'));
	const rows = eventRows(blocks);
	const printed = now ?? printedAt(rows, startTime, seen);
	const names = seen.map(({ container }) => container);
	const events = printed === undefined ? [] : rows.map((row) => eventOf(row, printed, names));
	const status = statusOf(blocks, startTime, seen);
	const spec = specOf(blocks, seen, status, printed);
	const pod: Pod = { metadata: metadataOf(blocks, printed, startTime, rows), spec, status };
	return { pod: { pod, history: [], events, hasEvents: rows.length > 0 }, printed };
}

interface Seen {
	readonly container: Container;
	readonly status: ContainerStatus;
	readonly isInit: boolean;
}

function described(blocks: readonly Block[], title: 'Init Containers' | 'Containers'): readonly Seen[] {
	const found = blocks.find(({ key }) => key === title);
	return (found?.blocks ?? []).map((block) => ({ ...containerOf(block), isInit: title === 'Init Containers' }));
}

function metadataOf(blocks: readonly Block[], printed: number | undefined, startTime: number | undefined, rows: readonly Row[]): NonNullable<Pod['metadata']> {
	const [, lasts] = /^Terminating \(lasts (\S+)\)/.exec(textOf(blocks, 'Status') ?? '') ?? [];
	const grace = Number(/^\d+/.exec(textOf(blocks, 'Termination Grace Period') ?? '')?.[0] ?? 30);
	const due = lasts === undefined || printed === undefined ? undefined : new Date(printed - (ageIn(lasts) ?? 0) * 1000).toISOString();
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
	return state.terminated === undefined || (timeIn(state.terminated.finishedAt) ?? 0) > Math.min(...begun);
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

function statusOf(blocks: readonly Block[], startTime: number | undefined, seen: readonly Seen[]): PodStatus {
	const [phase = ''] = (textOf(blocks, 'Status') ?? '').split(' ');
	const table = blocks.find(({ key }) => key === 'Conditions')?.lines ?? [];
	const conditions = table.flatMap((line) => {
		const [, type, status] = /^\s*([\w./-]+)\s+(True|False|Unknown)\s*$/.exec(line) ?? [];
		return type === undefined || status === undefined ? [] : [{ type, status }];
	});
	const [reason, message, ip] = ['Reason', 'Message', 'IP'].map((key) => textOf(blocks, key));
	const isPlaced = /^[^<\s]/.test(textOf(blocks, 'Node') ?? '');
	const running = seen.some(({ status }) => status.state?.running !== undefined);
	return {
		phase: phase === 'Terminating' ? (running ? 'Running' : 'Pending') : phase,
		...(reason ? { reason } : {}),
		...(message ? { message } : {}),
		...(ip ? { podIP: ip } : {}),
		...(startTime === undefined ? {} : { startTime: new Date(startTime).toISOString() }),
		conditions: conditions.map((one) => (one.type === 'PodScheduled' && one.status === 'False' && !isPlaced ? { ...one, reason: 'Unschedulable' } : one)),
		initContainerStatuses: seen.filter(({ isInit }) => isInit).map(({ status }) => status),
		containerStatuses: seen.filter(({ isInit }) => !isInit).map(({ status }) => status),
	};
}

/** A line of the table of events: ages are seconds before it was printed. */
interface Row {
	readonly type: string;
	readonly reason: string;
	readonly from: string;
	readonly message: string;
	readonly count: number;
	readonly first: number;
	readonly last: number;
}

const EVENT = /^\s*(Normal|Warning)\s{2,}(\S+)\s{2,}(\S+?)(?: \(x(\d+) over ([^)]+)\))?\s{2,}(\S+)\s{2,}(.*)$/;

function eventRows(blocks: readonly Block[]): readonly Row[] {
	return (blocks.find(({ key }) => key === 'Events')?.lines ?? []).flatMap((line) => {
		const [, type = '', reason = '', age = '', count = '1', over, from = '', message = ''] = EVENT.exec(line) ?? [];
		const last = ageIn(age);
		if (last === undefined) return [];
		return [{ type, reason, from, message, count: Number(count), last, first: Math.max(last, ageIn(over ?? age) ?? last) }];
	});
}

/** `12s`, `5m12s`, `3h4m`, `2d5h` in seconds: duration.HumanDuration. */
export function ageIn(text: string): number | undefined {
	if (!/^(?:\d+[ydhms])+$/.test(text)) return undefined;
	const units: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3600, m: 60, s: 1 };
	return [...text.matchAll(/(\d+)([ydhms])/g)].reduce((sum, [, amount = '0', unit = 's']) => sum + Number(amount) * (units[unit] ?? 0), 0);
}

/** When the text was printed: an event whose time stands elsewhere in it has an age, the younger the more exact. */
function printedAt(rows: readonly Row[], startTime: number | undefined, seen: readonly Seen[]): number | undefined {
	const starts = seen.flatMap(({ status }) => timeIn(status.state?.running?.startedAt ?? status.state?.terminated?.startedAt) ?? []);
	const newest = starts.length > 0 ? Math.max(...starts) : undefined;
	const known = rows.flatMap(({ reason, last }) => {
		const time = reason === 'Started' ? newest : reason === 'Scheduled' ? startTime : undefined;
		return time === undefined ? [] : [{ last, at: time + last * 1000 }];
	});
	const [best] = known.toSorted((a, b) => a.last - b.last);
	return best?.at ?? newest ?? startTime;
}

/** Newer kubectls say which container an event is about, older ones only in the message. */
function eventOf({ type, reason, from, message, count, first, last }: Row, printed: number, containers: readonly Container[]): DumpedEvent {
	const [, path, said] = /^(spec\.\w+\{[^}]+\}): (.*)$/.exec(message) ?? [];
	const container = containerIn(path) ?? containerNamed(said ?? message, reason, containers);
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
	'NodeNotReady',
	'DeadlineExceeded',
	'SandboxChanged',
]);

function containerNamed(message: string, reason: string, containers: readonly Container[]): string | undefined {
	if (OF_POD.has(reason)) return undefined;
	const [, named] = /\b[Cc]ontainer (\S+)/.exec(message) ?? [];
	const byName = containers.find(({ name }) => name === named?.replace(/[,"]/g, ''));
	const byImage = containers.filter(({ image }) => image !== undefined && message.includes(`"${image}"`));
	return (byName ?? (byImage.length === 1 ? byImage[0] : undefined) ?? (containers.length === 1 ? containers[0] : undefined))?.name;
}

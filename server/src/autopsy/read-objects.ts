/** Objects of the API, as `kubectl get -o yaml` or `-o json` prints them, put together: each pod with its events and its past. */

import { decode } from '../manifest/decode';
import type { Job, Pod } from '../schema/generated/types';
import { kept } from '../schema/remember';
import { NEWEST } from '../schema/schema';
import { toJson } from '../yaml/json';
import { entryOf, type Node, textOf } from '../yaml/node';
import { parse, split } from '../yaml/parse';
import { containerIn, type Dump, type DumpedEvent, timeOf, WORKLOAD_KINDS, type Workload } from './dump';

/** Reads what `kubectl get … -o yaml|json` printed: documents, Lists, objects alone. What does not fit its type is left out. Never throws. */
export function readObjects(text: string): Dump {
	const documents = split(text).map((part) => parse(part.text));
	const nodes = documents.flatMap(({ root }) => itemsOf(root));
	const cut = documents.some(({ faults }) => faults.length > 0);
	const pods = nodes.filter((node) => textOf(node, 'kind') === 'Pod').map((node) => decode(node, 'Pod', NEWEST).value as Pod);
	const events = nodes.filter((node) => textOf(node, 'kind') === 'Event').map((node) => eventOf(toJson(node)));
	const workloads = newestOf(nodes.flatMap(workloadOf)).map((one) => ({ ...one, ...refusalOf(one, events) }));
	const jobs = workloads.flatMap(({ kind, object }) => (kind === 'Job' ? [object] : []));
	return { pods: gathered(pods, events).map((one) => ({ ...one, ...ownedBy(one.pod, jobs) })), workloads, newest: newestIn(nodes), cut };
}

/** The object itself, or what a List of whatever kind lists. */
export function itemsOf(root: Node | undefined): readonly Node[] {
	if (!root) return [];
	if (root.kind === 'list') return root.items.flatMap(({ value }) => itemsOf(value));
	const items = /List$/.test(textOf(root, 'kind') ?? '') ? entryOf(root, 'items')?.value : undefined;
	return items?.kind === 'list' ? items.items.flatMap(({ value }) => (value ? [value] : [])) : [root];
}

function workloadOf(node: Node): readonly Workload[] {
	const kind = WORKLOAD_KINDS.find((one) => one === textOf(node, 'kind'));
	// decode gives what is of the type of that kind.
	return kind === undefined ? [] : [{ kind, object: decode(node, kind, NEWEST).value } as Workload];
}

/** Each workload once, as it was last. */
function newestOf(workloads: readonly Workload[]): readonly Workload[] {
	const last = new Map<string, Workload>();
	for (const one of workloads) {
		const { namespace = '', name = '' } = one.object.metadata ?? {};
		const key = `${one.kind}/${namespace}/${name}`;
		const before = last.get(key);
		if (before === undefined || versionOf(before.object) <= versionOf(one.object)) last.set(key, one);
	}
	return [...last.values()];
}

/** controller_utils.go createPods: whichever controller it is, it says so where a pod is refused. */
function refusalOf({ object }: Workload, events: readonly PlacedEvent[]): { readonly refusal?: string } {
	const refused = events.filter(({ reason, about }) => reason === 'FailedCreate' && isAbout(about, object)).toSorted((a, b) => a.last - b.last);
	const message = refused.at(-1)?.message;
	return message === undefined ? {} : { refusal: message };
}

interface PlacedEvent extends DumpedEvent {
	readonly about: { readonly uid: string; readonly name: string; readonly namespace: string };
}

/** Pods by their identity, each once; a pod that comes again is the same one later. */
function gathered(pods: readonly Pod[], events: readonly PlacedEvent[]): Dump['pods'] {
	const lives = new Map<string, Pod[]>();
	for (const pod of pods) {
		const { uid, namespace = '', name = '' } = pod.metadata ?? {};
		kept(lives, uid || `${namespace}/${name}`, (): Pod[] => []).push(pod);
	}
	return [...lives.values()].map((life) => {
		const ordered = life.toSorted((a, b) => versionOf(a) - versionOf(b));
		const pod = ordered.at(-1) ?? {};
		return { pod, history: ordered.slice(0, -1), events: events.filter(({ about }) => isAbout(about, pod)), hasEvents: events.length > 0 };
	});
}

function ownedBy({ metadata = {} }: Pod, jobs: readonly Job[]): { readonly job?: Job } {
	const owner = metadata.ownerReferences?.find(({ kind }) => kind === 'Job');
	const job = owner && jobs.find(({ metadata: own }) => own?.name === owner.name && own.namespace === metadata.namespace);
	return job ? { job } : {};
}

/** Versions grow; where they are no numbers the order of the text stands. */
const versionOf = ({ metadata }: Pick<Pod, 'metadata'>): number => (/^\d+$/.test(metadata?.resourceVersion ?? '') ? Number(metadata?.resourceVersion) : 0);

function isAbout({ uid, name, namespace }: PlacedEvent['about'], { metadata = {} }: Pick<Pod, 'metadata'>): boolean {
	if (uid && metadata.uid) return uid === metadata.uid;
	return name === metadata.name && (!namespace || !metadata.namespace || namespace === metadata.namespace);
}

type Plain = { readonly [key: string]: unknown };

/** core/v1 and events.k8s.io/v1 say the same in other words: https://pkg.go.dev/k8s.io/api/events/v1#Event */
function eventOf(value: unknown): PlacedEvent {
	const event = plain(value);
	const about = plain(event['involvedObject'] ?? event['regarding']);
	const series = plain(event['series']);
	const times = ['firstTimestamp', 'deprecatedFirstTimestamp', 'eventTime'].flatMap((key) => timeOf(event[key]) ?? []);
	const lasts = [series['lastObservedTime'], event['lastTimestamp'], event['deprecatedLastTimestamp']].flatMap((time) => timeOf(time) ?? []);
	const first = times[0] ?? lasts[0] ?? timeOf(plain(event['metadata'])['creationTimestamp']) ?? 0;
	const container = containerIn(string(about['fieldPath']));
	return {
		type: string(event['type']),
		reason: string(event['reason']),
		message: string(event['message'] ?? event['note']),
		count: number(series['count']) ?? number(event['count']) ?? number(event['deprecatedCount']) ?? 1,
		first,
		last: Math.max(first, lasts[0] ?? first),
		...(container === undefined ? {} : { container }),
		from: string(plain(event['source'])['component'] ?? event['reportingComponent'] ?? event['reportingController']),
		about: { uid: string(about['uid']), name: string(about['name']), namespace: string(about['namespace']) },
	};
}

const plain = (value: unknown): Plain => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {});
const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

/** The newest time that anything in the objects bears; the time at which a deletion is due lies ahead. */
function newestIn(nodes: readonly Node[]): number | undefined {
	let newest: number | undefined;
	const look = (node: Node | undefined, key: string): void => {
		if (node?.kind === 'map') for (const entry of node.entries) look(entry.value, entry.key.text);
		else if (node?.kind === 'list') for (const { value } of node.items) look(value, key);
		else if (node?.kind === 'scalar' && /(?:Time|Timestamp|At|time)$/.test(key) && key !== 'deletionTimestamp') {
			const time = timeOf(node.text);
			if (time !== undefined && time > (newest ?? 0)) newest = time;
		}
	};
	for (const node of nodes) look(node, '');
	return newest;
}

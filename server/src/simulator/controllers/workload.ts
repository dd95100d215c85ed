/** What all controllers of workloads share: the object, its pods, its status and events, and a queue of one. */
import type { ObjectMeta, PodSpec, PodTemplateSpec } from '../../schema/generated/types';
import { isMap, type JsonMap } from '../../schema/json';
import { same } from '../../schema/same';
import { createPod } from '../behaviors/create-pod';
import { deletePod, JOB_TRACKING } from '../behaviors/delete-pod';
import { refuse } from '../behaviors/refuse';
import type { Cause } from '../causes';
import { EventLog, seconds } from '../event-log';
import type { Cluster, Owner } from '../kubelet';
import { WATCH_LATENCY } from '../pace';
import { patched } from '../patch';
import { MOST_PODS } from '../recorder';
import type { Action } from '../scenario';
import { condition, isTerminal, type PodObject } from '../state';
import type { Telling } from '../story';
import type { OwnerState, PodEvent } from '../trace';

export interface WorkloadObject {
	readonly metadata?: ObjectMeta;
	readonly spec?: unknown;
}

/** A write to the API and its way back to the controller. */
const SYNC_LATENCY = 20;

export class Workload implements Owner {
	generation = 1;
	deleting = false;
	gone = false;
	status: Readonly<Record<string, unknown>> = {};
	/** The moment that explains what the controller does next. */
	cause: Cause;
	/** What the controller does; set by each. */
	sync: () => void = () => {};
	/** Told of every change of one of the pods. */
	podChanged: (pod: PodObject, gone: boolean) => void = () => this.syncIn(0);
	/** What it owns besides pods. */
	dependents: () => readonly Workload[] = () => [];
	/** Told when it is gone. */
	wentAway: () => void = () => {};
	readonly uids = new Set<number>();
	/** Since when minReadySeconds are counted, by uid. */
	readonly readySince = new Map<number, number>();
	private readonly list: OwnerState[] = [];
	private lastText = '';
	private readonly log: EventLog;
	private dueAt: number | undefined;
	private names = 0;

	constructor(
		readonly cluster: Cluster,
		readonly kind: string,
		public object: WorkloadObject,
		readonly namespace: string,
		private readonly from: string,
	) {
		this.log = new EventLog(cluster.clock);
		cluster.owner ??= this;
		this.record();
		cluster.api.watch((event, pod) => {
			if (!this.uids.has(pod.uid)) return;
			cluster.clock.after(WATCH_LATENCY, () => {
				this.podChanged(pod, event === 'deleted');
				if (event === 'deleted') this.goLast();
			});
		});
	}

	get name(): string {
		return this.object.metadata?.name ?? '';
	}

	get now(): number {
		return this.cluster.clock.now;
	}

	/** Asked before one more pod is created. A story of so many pods is long enough: no more are, and it says so. */
	crowded(): boolean {
		const { cluster } = this;
		if (cluster.recorder.order.length < MOST_PODS) return false;
		if (!cluster.mostPodsTold) this.tell({ code: 'story/most-pods', args: { count: MOST_PODS }, tone: 'warn', weight: 7 }, []);
		cluster.mostPodsTold = true;
		return true;
	}

	/** Its pods that the API still has, oldest first. */
	pods(): PodObject[] {
		return [...this.uids].flatMap((uid) => this.cluster.api.pods.get(uid) ?? []);
	}

	/** AddAfter: of several calls the earliest counts. */
	syncIn(ms: number): void {
		const at = this.now + SYNC_LATENCY + ms;
		if (this.dueAt !== undefined && this.dueAt <= at) return;
		this.dueAt = at;
		this.cluster.clock.at(at, () => {
			if (this.dueAt !== at) return;
			this.dueAt = undefined;
			if (!this.gone) this.sync();
		});
	}

	createPod(
		template: PodTemplateSpec,
		name: string,
		extra: { readonly labels?: Record<string, string>; readonly finalizers?: readonly string[]; readonly spec?: Partial<PodSpec> } = {},
	): number {
		const told = this.tell({ code: 'owner/created-pod', args: { ...this.makerOf(name), pod: name }, tone: 'prep', weight: 3 });
		return createPod(
			this.cluster,
			{
				...template.metadata,
				name,
				namespace: this.namespace,
				labels: { ...template.metadata?.labels, ...extra.labels },
				...(extra.finalizers === undefined ? {} : { finalizers: extra.finalizers }),
			},
			{ ...(template.spec ?? { containers: [] }), ...extra.spec },
			(created) => {
				this.uids.add(created);
				this.cluster.causes.set(`owner/${created}`, told);
			},
		);
	}

	deletePod(pod: PodObject): void {
		if (pod.deletion !== undefined) return;
		const told = this.tell({ code: 'owner/deleted-pod', args: { ...this.makerOf(pod.name), pod: pod.name }, tone: 'term', weight: 3 });
		deletePod(this.cluster, pod, undefined, 'controller', told);
	}

	/** A Deployment leaves pods to its ReplicaSets, for which they are named. */
	private makerOf(pod: string): { readonly kind: string; readonly name: string } {
		return this.kind === 'Deployment' ? { kind: 'ReplicaSet', name: pod.slice(0, pod.lastIndexOf('-')) } : { kind: this.kind, name: this.name };
	}

	/** rand.String(5) of generated names, without chance. */
	suffix(): string {
		return safe(
			hash(`${this.kind}/${this.name}/${this.names++}`)
				.toString()
				.padStart(5, '0'),
		).slice(-5);
	}

	say(type: 'Normal' | 'Warning', reason: string, message: string): void {
		this.log.say({ from: this.from, type, reason, message });
	}

	/** Tells of the workload itself, as a consequence of `cause` unless something else is named. */
	tell(telling: Telling, because: readonly Cause[] = [this.cause]): Cause {
		return this.cluster.story.tell(undefined, { ...telling, because });
	}

	setStatus(status: Readonly<Record<string, unknown>>): void {
		this.status = status;
		this.record();
	}

	/** Whole seconds since the workload was created, as in the API. */
	seconds(ms = this.now): number {
		return Math.floor(ms / 1000);
	}

	act(action: Action): void {
		if (action.do === 'delete') return this.delete(action.propagationPolicy ?? this.defaultPropagation());
		if (action.do !== 'patch') return;
		const before = this.object.spec;
		const answer = patched(this.object as unknown as JsonMap, this.kind, action, this.cluster.judge);
		if ('refused' in answer) return refuse(this.cluster, action, answer.refused);
		this.object = answer.object as unknown as WorkloadObject;
		if (same(this.object.spec, before)) return;
		const what = changedKeys(before, this.object.spec).join(', ');
		this.cause = this.tell({ code: 'pod/changed', args: { what }, tone: 'warn', weight: 6, field: 'spec' }, []);
		this.generation++;
		this.record();
		this.syncIn(0);
	}

	nodesChanged(): void {
		if (this.kind === 'DaemonSet') this.syncIn(0);
	}

	/** kubectl asks for Background. Whoever asks for nothing leaves the pods of the oldest kinds behind (DefaultGarbageCollectionPolicy). */
	private defaultPropagation(): string {
		const orphans = !this.cluster.hospitable && (this.kind === 'Job' || this.kind === 'ReplicationController');
		return orphans ? 'Orphan' : 'Background';
	}

	/** Background: it is gone at once and what it owns follows. Orphan: what it owns stays. Foreground: it waits for what it owns. pkg/controller/garbagecollector */
	delete(propagation: string): void {
		if (this.gone || this.deleting) return;
		this.deleting = true;
		// A finalizer holds it, so the deletion is a change of the object (rest.BeforeDelete).
		if (propagation !== 'Background') this.generation++;
		this.record();
		if (propagation !== 'Foreground') this.goAway();
		if (propagation === 'Orphan') return;
		this.syncIn(0);
		this.cluster.clock.after(2 * SYNC_LATENCY, () => this.collect(propagation));
	}

	/** attemptToDeleteItem, of all that it owns. */
	private collect(propagation: string): void {
		for (const dependent of this.dependents()) {
			dependent.wentAway = () => this.goLast();
			dependent.delete(propagation);
		}
		for (const pod of this.pods()) {
			this.cluster.api.writeMeta(pod.uid, (meta) => ({ ...meta, finalizers: (meta.finalizers ?? []).filter((name) => name !== JOB_TRACKING) }));
			deletePod(this.cluster, this.cluster.api.pods.get(pod.uid) ?? pod, undefined, 'controller');
		}
		this.goLast();
	}

	/** processDeletingDependentsItem: nothing that it owns is left. */
	private goLast(): void {
		if (this.deleting && !this.gone && this.pods().length === 0 && this.dependents().every(({ gone }) => gone)) this.goAway();
	}

	private goAway(): void {
		this.gone = true;
		this.record();
		this.wentAway();
	}

	states(): readonly OwnerState[] {
		return this.list;
	}

	events(): readonly PodEvent[] {
		return this.log.list(0);
	}

	private record(): void {
		const state = this.gone ? { gone: true as const } : { generation: this.generation, status: this.status, ...(this.deleting ? { deleting: true } : {}) };
		const text = JSON.stringify(state);
		if (text === this.lastText) return;
		this.lastText = text;
		this.cluster.clock.write(text.length);
		this.list.push({ t: seconds(this.now), ...state });
	}
}

function changedKeys(before: unknown, after: unknown): readonly string[] {
	const [one, other] = [before, after].map((spec) => (isMap(spec) ? spec : {})) as [JsonMap, JsonMap];
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !same(one[key], other[key]));
}

export function isReady(pod: PodObject): boolean {
	return condition(pod.status, 'Ready')?.status === 'True';
}

export function isActive(pod: PodObject): boolean {
	return pod.deletion === undefined && !isTerminal(pod.status.phase);
}

/** IsPodTerminating. */
export function isTerminating(pod: PodObject): boolean {
	return pod.deletion !== undefined && !isTerminal(pod.status.phase);
}

/** ComputeHash: a name for a template; the same template has the same name. */
export function templateHash(template: unknown): string {
	return safe(hash(JSON.stringify(template)).toString());
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return value;
}

/** rand.SafeEncodeString: no vowels, nothing that looks like something else. */
function safe(text: string): string {
	const letters = 'bcdfghjklmnpqrstvwxz2456789';
	return [...text].map((letter) => letters[letter.charCodeAt(0) % letters.length]).join('');
}

/** intstr.GetScaledValueFromIntOrPercent. */
export function scaled(amount: number | string | undefined, of: number, up: boolean): number {
	if (amount === undefined) return 0;
	if (typeof amount === 'number') return amount;
	const share = (Number.parseFloat(amount) / 100) * of;
	return up ? Math.ceil(share) : Math.floor(share);
}

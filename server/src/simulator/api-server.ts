import type { ObjectMeta, PodSpec } from '../schema/generated/types';
import type { Clock } from './clock';
import { condition, isTerminal, NO_STATUS, type PodObject, type PodStatus } from './state';

type Watcher = (event: 'added' | 'modified' | 'deleted', pod: PodObject, before: PodObject | undefined) => void;

/** The pods and the other objects of the namespace, as etcd has them. */
export class ApiServer {
	readonly pods = new Map<number, PodObject>();
	/** `ConfigMap/cfg` and the like: what exists besides pods. */
	readonly objects = new Map<string, unknown>();
	private readonly watchers: Watcher[] = [];
	private readonly objectWatchers: ((key: string) => void)[] = [];
	private uids = 0;

	constructor(private readonly clock: Clock) {}

	watch(watcher: Watcher): void {
		this.watchers.push(watcher);
	}

	watchObjects(watcher: (key: string) => void): void {
		this.objectWatchers.push(watcher);
	}

	newUid(): number {
		return ++this.uids;
	}

	createObject(kind: string, name: string, object: unknown): void {
		this.objects.set(`${kind}/${name}`, object);
		for (const watcher of this.objectWatchers) watcher(`${kind}/${name}`);
	}

	createPod(meta: ObjectMeta, spec: PodSpec, options: { readonly static?: boolean; readonly uid?: number; readonly status?: PodStatus } = {}): PodObject {
		const gates = spec.schedulingGates ?? [];
		const gated: PodStatus = {
			...NO_STATUS,
			conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', message: 'Scheduling is blocked due to non-empty scheduling gates' }],
		};
		const pod: PodObject = {
			uid: options.uid ?? this.newUid(),
			name: meta.name ?? '',
			namespace: meta.namespace ?? 'default',
			meta,
			spec,
			status: options.status ?? (gates.length > 0 ? gated : NO_STATUS),
			createdAt: this.clock.now,
			generation: 1,
			static: options.static ?? false,
		};
		this.pods.set(pod.uid, pod);
		this.tell('added', pod, undefined);
		return pod;
	}

	/** The binding subresource: a node, and the condition with it. */
	bind(uid: number, node: string): void {
		this.change(uid, (pod) => {
			const conditions = [...pod.status.conditions.filter(({ type }) => type !== 'PodScheduled'), { type: 'PodScheduled', status: 'True' as const }];
			return { ...pod, spec: { ...pod.spec, nodeName: node }, status: { ...pod.status, conditions, nominatedNode: undefined } };
		});
	}

	writeStatus(uid: number, change: (status: PodStatus) => PodStatus): void {
		this.change(uid, (pod) => {
			const status = change(pod.status);
			if (status === pod.status) return pod;
			const isReadyAsBefore = condition(status, 'Ready')?.status === condition(pod.status, 'Ready')?.status;
			return { ...pod, status, readyChangedAt: isReadyAsBefore ? pod.readyChangedAt : this.clock.now };
		});
	}

	/** Changes of metadata do not count as a new generation, those of the spec do. */
	writeMeta(uid: number, change: (meta: ObjectMeta) => ObjectMeta): void {
		this.change(uid, (pod) => ({ ...pod, meta: change(pod.meta) }));
		const pod = this.pods.get(uid);
		if (pod?.deletion?.graceSeconds === 0 && (pod.meta.finalizers ?? []).length === 0) this.remove(uid);
	}

	writeSpec(uid: number, change: (spec: PodSpec) => PodSpec): void {
		this.change(uid, (pod) => ({ ...pod, spec: change(pod.spec), generation: pod.generation + 1 }));
	}

	/** registry/rest/delete.go BeforeDelete with the pod strategy's CheckGracefulDelete. */
	delete(uid: number, graceSeconds?: number): void {
		const pod = this.pods.get(uid);
		if (pod === undefined) return;
		if (pod.deletion !== undefined) {
			if (graceSeconds === undefined || graceSeconds >= pod.deletion.graceSeconds) return;
			this.setDeletion(pod, { at: pod.deletion.at, graceSeconds });
		} else {
			const asked = graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
			const nothingToWaitFor = !pod.spec.nodeName || isTerminal(pod.status.phase);
			this.setDeletion(pod, { at: this.clock.now, graceSeconds: nothingToWaitFor ? 0 : asked < 0 ? 1 : asked });
		}
		const after = this.pods.get(uid);
		if (after?.deletion?.graceSeconds === 0 && (after.meta.finalizers ?? []).length === 0) this.remove(uid);
	}

	private setDeletion(pod: PodObject, deletion: { readonly at: number; readonly graceSeconds: number }): void {
		this.change(pod.uid, (known) => ({ ...known, deletion, generation: known.deletion === undefined ? known.generation + 1 : known.generation }));
	}

	private remove(uid: number): void {
		const pod = this.pods.get(uid);
		if (pod === undefined) return;
		this.pods.delete(uid);
		this.tell('deleted', pod, pod);
	}

	private change(uid: number, change: (pod: PodObject) => PodObject): void {
		const before = this.pods.get(uid);
		if (before === undefined) return;
		const after = change(before);
		if (after === before) return;
		this.pods.set(uid, after);
		this.tell('modified', after, before);
	}

	private tell(event: 'added' | 'modified' | 'deleted', pod: PodObject, before: PodObject | undefined): void {
		for (const watcher of this.watchers) watcher(event, pod, before);
	}
}

/** Pods with a place in a row: pkg/controller/statefulset stateful_set_control.go */
import type { PodTemplateSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { SECOND } from '../pace';
import type { PodObject } from '../state';
import { isTerminal } from '../state';
import { counted, isAvailable } from './replica-set';
import { isReady, templateHash, Workload, type WorkloadObject } from './workload';

interface Spec {
	readonly replicas?: number;
	readonly minReadySeconds?: number;
	readonly podManagementPolicy?: string;
	readonly ordinals?: { readonly start?: number };
	readonly template?: PodTemplateSpec;
	readonly updateStrategy?: { readonly type?: string; readonly rollingUpdate?: { readonly partition?: number } };
}

/** How long a broken pod is given; one that only starts slowly has a minute. */
const PATIENCE = 10 * SECOND;

export function startStatefulSet(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	new StatefulSet(new Workload(cluster, 'StatefulSet', object, namespace, 'statefulset-controller'));
}

class StatefulSet {
	private readonly ordinals = new Map<number, number>();
	private readonly revisions = new Map<number, string>();
	private readonly templates = new Map<string, PodTemplateSpec>();
	private current = '';
	/** Since when a pod of an old revision is waited for, or whether that was told; by uid. */
	private readonly stuck = new Map<number, number | 'told'>();

	constructor(private readonly workload: Workload) {
		workload.sync = () => this.sync();
		workload.setStatus({ availableReplicas: 0, replicas: 0 });
		workload.syncIn(0);
	}

	private get spec(): Spec {
		return (this.workload.object.spec ?? {}) as Spec;
	}

	private sync(): void {
		const template = this.spec.template ?? {};
		const update = `${this.workload.name}-${templateHash(template)}`;
		this.templates.set(update, template);
		if (this.current === '') this.current = update;
		if (!this.workload.deleting) this.step(update);
		this.report(update);
	}

	/** updateStatefulSet: the first that is not as it should be is seen to; in order, nothing after it is touched. */
	private step(update: string): void {
		const { workload, spec } = this;
		const first = spec.ordinals?.start ?? 0;
		const count = spec.replicas ?? 1;
		const ordered = spec.podManagementPolicy !== 'Parallel';
		const pods = workload.pods();
		for (let ordinal = first; ordinal < first + count; ordinal++) {
			const pod = pods.find(({ uid }) => this.ordinals.get(uid) === ordinal);
			if (pod === undefined) {
				if (workload.crowded()) return;
				this.create(ordinal, this.revisionFor(ordinal, update));
				if (ordered) return;
				continue;
			}
			if (isTerminal(pod.status.phase) && pod.deletion === undefined) {
				this.remove(pod);
				if (ordered) return;
				continue;
			}
			if (!ordered) continue;
			if (pod.deletion !== undefined || !isAvailable(workload, pod, spec.minReadySeconds ?? 0)) return this.noteStuck(pod, update);
		}
		const surplus = pods
			.filter(({ uid }) => (this.ordinals.get(uid) ?? 0) >= first + count || (this.ordinals.get(uid) ?? 0) < first)
			.sort((a, b) => this.place(b) - this.place(a));
		if (surplus.length > 0) {
			for (const pod of surplus) {
				if (pod.deletion === undefined) this.remove(pod);
				if (ordered) return;
			}
		}
		if (spec.updateStrategy?.type !== 'OnDelete')
			this.rollOne(
				workload.pods().filter((pod) => !surplus.includes(pod)),
				first,
				update,
			);
	}

	/** Forced rollback: a pod that an update has broken is waited for, though the template is another one again. Told once it has had time to become ready. */
	private noteStuck(pod: PodObject, update: string): void {
		const { workload } = this;
		const since = this.stuck.get(pod.uid) ?? workload.now;
		if (pod.deletion !== undefined || this.revisions.get(pod.uid) === update || since === 'told') return;
		this.stuck.set(pod.uid, since);
		const left = since + (isBroken(pod) ? PATIENCE : 6 * PATIENCE) - workload.now;
		if (left > 0) return workload.syncIn(left);
		this.stuck.set(pod.uid, 'told');
		workload.tell({
			code: 'stateful-set/stuck',
			args: { name: workload.name, pod: pod.name },
			tone: 'bad',
			weight: 9,
			field: 'spec.podManagementPolicy',
		});
	}

	/** From the highest ordinal down to the partition, one at a time, each ready before the next. */
	private rollOne(pods: readonly PodObject[], first: number, update: string): void {
		const partition = this.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
		for (const pod of [...pods].sort((a, b) => this.place(b) - this.place(a))) {
			if (this.place(pod) - first < partition) return;
			if (this.revisions.get(pod.uid) !== update && pod.deletion === undefined) return this.remove(pod);
			if (pod.deletion !== undefined || !isAvailable(this.workload, pod, this.spec.minReadySeconds ?? 0)) return;
		}
	}

	private place(pod: PodObject): number {
		return this.ordinals.get(pod.uid) ?? 0;
	}

	private revisionFor(ordinal: number, update: string): string {
		if (this.current === update || this.spec.updateStrategy?.type === 'OnDelete') return update;
		return ordinal - (this.spec.ordinals?.start ?? 0) < (this.spec.updateStrategy?.rollingUpdate?.partition ?? 0) ? this.current : update;
	}

	private create(ordinal: number, revision: string): void {
		const { workload } = this;
		const name = `${workload.name}-${ordinal}`;
		const labels = { 'statefulset.kubernetes.io/pod-name': name, 'apps.kubernetes.io/pod-index': String(ordinal), 'controller-revision-hash': revision };
		const uid = workload.createPod(this.templates.get(revision) ?? {}, name, { labels });
		this.ordinals.set(uid, ordinal);
		this.revisions.set(uid, revision);
		workload.say('Normal', 'SuccessfulCreate', `Create Pod ${name} in StatefulSet ${workload.name} successful`);
	}

	private remove(pod: PodObject): void {
		const { workload } = this;
		workload.deletePod(pod);
		workload.say('Normal', 'SuccessfulDelete', `Delete Pod ${pod.name} in StatefulSet ${workload.name} successful`);
	}

	private report(update: string): void {
		const { workload } = this;
		const { replicas = 1, minReadySeconds = 0, updateStrategy } = this.spec;
		const pods = workload.pods();
		// computeReplicaStatus: who is on the way out is ready as long as it is.
		const ready = pods.filter((pod) => pod.status.phase === 'Running' && isReady(pod));
		const alive = pods.filter(({ deletion }) => deletion === undefined);
		const of = (revision: string) => alive.filter(({ uid }) => this.revisions.get(uid) === revision).length;
		// completeRollingUpdate
		if ((updateStrategy?.type ?? 'RollingUpdate') === 'RollingUpdate' && [of(update), ready.length, pods.length].every((count) => count === replicas))
			this.current = update;
		workload.setStatus({
			availableReplicas: ready.filter((pod) => isAvailable(workload, pod, minReadySeconds)).length,
			collisionCount: 0,
			...counted('currentReplicas', of(this.current)),
			currentRevision: this.current,
			observedGeneration: workload.generation,
			...counted('readyReplicas', ready.length),
			replicas: pods.length,
			updateRevision: update,
			...counted('updatedReplicas', of(update)),
		});
	}
}

/** Something went wrong with it already: it has no node, a container cannot start, or has ended. */
function isBroken({ spec, status }: PodObject): boolean {
	const containers = [...status.initContainers, ...status.containers];
	const isWaiting = (reason: string): boolean => reason !== 'ContainerCreating' && reason !== 'PodInitializing';
	return !spec.nodeName || containers.some(({ state, restartCount }) => restartCount > 0 || (state.is === 'waiting' && isWaiting(state.reason)));
}

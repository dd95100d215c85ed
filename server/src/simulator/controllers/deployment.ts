/** ReplicaSets that follow each other: pkg/controller/deployment rolling.go, recreate.go, progress.go */
import type { IntOrString, PodTemplateSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { isTerminal } from '../state';
import { type Counts, DeploymentConditions } from './deployment-conditions';
import { counted, isAvailable, manageReplicas, podsOf, type ReplicaSetState } from './replica-set';
import { isActive, isReady, isTerminating, scaled, templateHash, Workload, type WorkloadObject } from './workload';

interface Spec {
	readonly replicas?: number;
	readonly minReadySeconds?: number;
	readonly paused?: boolean;
	readonly template?: PodTemplateSpec;
	readonly strategy?: { readonly type?: string; readonly rollingUpdate?: { readonly maxSurge?: IntOrString; readonly maxUnavailable?: IntOrString } };
}

export function startDeployment(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	new Deployment(new Workload(cluster, 'Deployment', object, namespace, 'deployment-controller'));
}

/** MaxUnavailable and ResolveFenceposts of pkg/controller/deployment/util: how many of so many wanted pods may be missing while one ReplicaSet follows another. */
export function unavailable(spec: Spec, wanted: number): number {
	const allowed = Math.min(wanted, scaled(spec.strategy?.rollingUpdate?.maxUnavailable ?? '25%', wanted, false));
	return allowed === 0 && surge(spec, wanted) === 0 ? 1 : allowed;
}

const surge = ({ strategy }: Spec, wanted: number): number => scaled(strategy?.rollingUpdate?.maxSurge ?? '25%', wanted, true);

class Deployment {
	private readonly sets: ReplicaSetState[] = [];
	/** The annotations desired-replicas and max-replicas. */
	private readonly sizes = new Map<ReplicaSetState, { readonly wanted: number; readonly most: number }>();
	private readonly conditions: DeploymentConditions;

	constructor(private readonly workload: Workload) {
		this.conditions = new DeploymentConditions(workload);
		workload.sync = () => this.sync();
		workload.syncIn(0);
	}

	private get spec(): Spec {
		return (this.workload.object.spec ?? {}) as Spec;
	}

	private get wanted(): number {
		return this.spec.replicas ?? 1;
	}

	/** syncDeployment: a pause and a new number of replicas come before the rollout. */
	private sync(): void {
		if (this.workload.deleting) return this.report(this.knownSet(), false);
		for (const set of this.sets) manageReplicas(this.workload, set);
		this.conditions.notePause(this.spec.paused === true);
		const isRollout = this.spec.paused !== true && !this.rescaled();
		if (isRollout) this.rollOut();
		else this.resize();
		this.report(this.knownSet(), isRollout);
		// The ReplicaSets' own controller comes after, and what it does is seen in the next sync.
		for (const set of this.sets) manageReplicas(this.workload, set);
	}

	private rollOut(): void {
		if (this.spec.strategy?.type === 'Recreate') return this.recreate();
		const current = this.currentSet();
		if (!this.grow(current))
			this.shrink(
				current,
				this.sets.filter((set) => set !== current),
			);
	}

	/** isScalingEvent. */
	private rescaled(): boolean {
		return this.sets.some((set) => set.replicas > 0 && this.sizes.get(set)?.wanted !== this.wanted);
	}

	/** scale: the only set takes all, several take their share. */
	private resize(): void {
		const { wanted } = this;
		const current = this.knownSet();
		const active = this.sets.filter(({ replicas }) => replicas > 0);
		const only = active.length === 0 ? (current ?? this.sets.at(-1)) : active.length === 1 ? active[0] : undefined;
		if (only !== undefined) this.scale(only, wanted);
		else if (active.length > 1 && this.spec.strategy?.type !== 'Recreate') this.share(active, wanted === 0 ? 0 : wanted + this.surge());
		for (const set of active) this.sizes.set(set, { wanted, most: wanted + this.surge() });
		if (this.spec.paused !== true) this.workload.syncIn(0);
	}

	/** GetReplicaSetProportion: the largest first, what is left over goes to it. */
	private share(active: readonly ReplicaSetState[], allowed: number): void {
		const toAdd = allowed - active.reduce((sum, { replicas }) => sum + replicas, 0);
		const age = (set: ReplicaSetState): number => this.sets.indexOf(set);
		const bySize = [...active].sort((a, b) => b.replicas - a.replicas || (toAdd > 0 ? age(b) - age(a) : age(a) - age(b)));
		let added = 0;
		const sizes = bySize.map((set) => {
			const before = this.sizes.get(set)?.most ?? allowed;
			const fraction = this.wanted === 0 ? -set.replicas : Math.round((set.replicas * (this.wanted + this.surge())) / before) - set.replicas;
			const part = toAdd > 0 ? Math.min(fraction, toAdd - added) : toAdd < 0 ? Math.max(fraction, toAdd - added) : 0;
			added += part;
			return set.replicas + part;
		});
		for (const [place, set] of bySize.entries()) this.scale(set, Math.max(0, (sizes[place] ?? 0) + (place === 0 ? toAdd - added : 0)));
	}

	private knownSet(): ReplicaSetState | undefined {
		const name = `${this.workload.name}-${templateHash(this.spec.template ?? {})}`;
		return this.sets.find((set) => set.name === name);
	}

	/** getNewReplicaSet: the one of the template as it is now. */
	private currentSet(): ReplicaSetState {
		const template = this.spec.template ?? {};
		const hash = templateHash(template);
		const name = `${this.workload.name}-${hash}`;
		const known = this.knownSet();
		if (known !== undefined) return known;
		const set: ReplicaSetState = { name, template, labels: { 'pod-template-hash': hash }, replicas: 0, uids: new Set() };
		this.sets.push(set);
		this.conditions.noteNewSet(name);
		this.workload.cause = this.workload.tell({
			code: 'owner/rollout',
			args: { name: this.workload.name, strategy: this.spec.strategy?.type ?? 'RollingUpdate' },
			tone: 'prep',
			weight: this.sets.length > 1 ? 7 : 3,
			field: 'spec.strategy',
		});
		return set;
	}

	private scale(set: ReplicaSetState, to: number): boolean {
		const from = set.replicas;
		if (from === to) return false;
		set.replicas = to;
		this.sizes.set(set, { wanted: this.wanted, most: this.wanted + this.surge() });
		this.workload.say('Normal', 'ScalingReplicaSet', `Scaled ${to > from ? 'up' : 'down'} replica set ${set.name} from ${from} to ${to}`);
		this.workload.cause = this.workload.tell({
			code: 'owner/scaled',
			args: { kind: 'ReplicaSet', name: set.name, from, to },
			tone: to > from ? 'prep' : 'term',
			weight: 4,
			field: 'spec.replicas',
		});
		return true;
	}

	/** rolloutRecreate: there is no new ReplicaSet while old pods run. */
	private recreate(): void {
		const old = this.sets.filter((set) => set !== this.knownSet());
		const scaledDown = old.map((set) => this.scale(set, 0)).some((isScaled) => isScaled);
		if (scaledDown) return this.workload.syncIn(0);
		const running = old.some((set) => podsOf(this.workload, set).some(({ status }) => !isTerminal(status.phase)));
		if (!running) this.scale(this.currentSet(), this.wanted);
	}

	/** reconcileNewReplicaSet. */
	private grow(current: ReplicaSetState): boolean {
		const { wanted } = this;
		if (current.replicas > wanted) return this.scale(current, wanted);
		const room = wanted + this.surge() - this.total();
		return room > 0 && this.scale(current, current.replicas + Math.min(room, wanted - current.replicas));
	}

	/** reconcileOldReplicaSets: the unhealthy first, then as many as availability allows. */
	private shrink(current: ReplicaSetState, old: readonly ReplicaSetState[]): void {
		const least = this.wanted - this.unavailable();
		let most = this.total() - least - (current.replicas - this.available(current));
		for (const set of old) {
			const sick = Math.min(most, set.replicas - this.available(set));
			if (sick <= 0) continue;
			this.scale(set, set.replicas - sick);
			most -= sick;
		}
		let spare = this.sets.reduce((sum, set) => sum + Math.min(set.replicas, this.available(set)), 0) - least;
		for (const set of old) {
			const less = Math.min(spare, set.replicas);
			if (less <= 0) continue;
			this.scale(set, set.replicas - less);
			spare -= less;
		}
	}

	private surge(): number {
		return surge(this.spec, this.wanted);
	}

	private unavailable(): number {
		return unavailable(this.spec, this.wanted);
	}

	private total(): number {
		return this.sets.reduce((sum, { replicas }) => sum + replicas, 0);
	}

	private available(set: ReplicaSetState): number {
		return podsOf(this.workload, set).filter((pod) => isActive(pod) && isAvailable(this.workload, pod, this.spec.minReadySeconds ?? 0)).length;
	}

	/** calculateStatus, and syncRolloutStatus where it is a rollout. */
	private report(current: ReplicaSetState | undefined, isRollout: boolean): void {
		const { workload, wanted } = this;
		const active = workload.pods().filter(isActive);
		const counts: Counts = {
			replicas: active.length,
			updated: current === undefined ? 0 : podsOf(workload, current).filter(isActive).length,
			ready: active.filter(isReady).length,
			available: active.filter((pod) => isAvailable(workload, pod, this.spec.minReadySeconds ?? 0)).length,
		};
		this.conditions.noteAvailability(counts.available >= wanted - this.unavailable());
		this.conditions.noteProgress(current?.name, counts, wanted, isRollout);
		workload.setStatus({
			...counted('availableReplicas', counts.available),
			conditions: this.conditions.list,
			observedGeneration: workload.generation,
			...counted('readyReplicas', counts.ready),
			...counted('replicas', counts.replicas),
			terminatingReplicas: workload.pods().filter(isTerminating).length,
			...counted('unavailableReplicas', Math.max(0, this.total() - counts.available)),
			...counted('updatedReplicas', counts.updated),
		});
	}
}

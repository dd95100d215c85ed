/** Deployments, ReplicaSets, StatefulSets and DaemonSets: how many of their pods are there, new and available, and what keeps the others away. */
import type { StatefulSet } from '../../schema/generated/types';
import { timeOf } from '../dump';
import { ahead, conditionOf, type Replicated, type WorkloadFinding } from './finding';

/** How many pods there should be, are there, are of the newest template, and are available; `fields` says where the last two stand. */
interface Counts {
	readonly wanted: number;
	readonly created: number;
	readonly updated: number;
	readonly ready: number;
	readonly fields: readonly string[];
}

function countsOf(workload: Replicated): Counts {
	if (workload.kind === 'DaemonSet') {
		const { spec, status } = workload.object;
		const { desiredNumberScheduled: wanted = 0, currentNumberScheduled: created = 0, numberAvailable: ready = 0, updatedNumberScheduled = 0 } = status ?? {};
		// With OnDelete nothing is rolled out: pods stay as they are until somebody deletes them.
		const updated = spec?.updateStrategy?.type === 'OnDelete' ? wanted : updatedNumberScheduled;
		return { wanted, created, updated, ready, fields: ['status.numberAvailable', 'status.updatedNumberScheduled'] };
	}
	const wanted = workload.object.spec?.replicas ?? 1;
	const { availableReplicas: ready = 0, replicas: created = 0 } = workload.object.status ?? {};
	if (workload.kind === 'ReplicaSet') return { wanted, created, updated: wanted, ready, fields: ['status.availableReplicas'] };
	const isRolledOut = workload.kind === 'StatefulSet' && isAsMeant(workload.object);
	const updated = isRolledOut ? wanted : (workload.object.status?.updatedReplicas ?? 0);
	return { wanted, created, updated, ready, fields: ['status.availableReplicas', ...(isRolledOut ? [] : ['status.updatedReplicas'])] };
}

/** With one revision nothing is rolled out; with a partition, or with OnDelete, pods of the older one are meant to stay (stateful_set_control.go doUpdateStatefulSet). */
function isAsMeant({ spec, status }: StatefulSet): boolean {
	const { type, rollingUpdate } = spec?.updateStrategy ?? {};
	return type === 'OnDelete' || (rollingUpdate?.partition ?? 0) > 0 || status?.currentRevision === status?.updateRevision;
}

/** How a workload that keeps pods is; `now` in milliseconds of the epoch. */
export function ofReplicas(workload: Replicated, now: number): WorkloadFinding {
	const { kind, object, refusal } = workload;
	const { wanted, created, updated, ready, fields } = countsOf(workload);
	const args = { kind, wanted, created, updated, ready };
	const failure = conditionOf(object.status?.conditions, 'ReplicaFailure');
	if (failure) return { code: 'refused', args: { ...args, message: failure.message ?? '' }, fields: [`${failure.path}.message`], verdict: 'unhealthy' };
	if (refusal !== undefined && created < wanted)
		return {
			code: 'refused',
			args: { ...args, message: refusal },
			fields: [kind === 'DaemonSet' ? 'status.currentNumberScheduled' : 'status.replicas'],
			verdict: 'unhealthy',
		};
	if (kind === 'DaemonSet' && wanted === 0) return { code: 'no-node', args, fields: ['status.desiredNumberScheduled'], verdict: 'unhealthy' };
	if (wanted === 0) return { code: 'none', args, fields: ['spec.replicas'], verdict: 'healthy' };
	if (updated >= wanted && ready >= wanted) return { code: 'all', args, fields, verdict: 'healthy' };
	if (kind === 'Deployment') return ofRollout(workload, args, fields, now);
	if (kind === 'StatefulSet' && created < wanted && object.spec.podManagementPolicy !== 'Parallel')
		return { code: 'ordered', args, fields: ['status.replicas', 'status.availableReplicas'], verdict: 'unhealthy' };
	return { code: updated < wanted ? 'rolling' : 'short', args, fields, verdict: 'unhealthy' };
}

/** defaults.go SetDefaults_Deployment */
const USUAL_PATIENCE = 600;

type Deployment = Extract<Replicated, { readonly kind: 'Deployment' }>;

/** A Deployment that is not there yet: under way, paused, or stuck since its `progressDeadlineSeconds` are over. */
function ofRollout({ object: { spec, status } }: Deployment, args: WorkloadFinding['args'], fields: readonly string[], now: number): WorkloadFinding {
	const { progressDeadlineSeconds: deadline = USUAL_PATIENCE, paused } = spec ?? {};
	const isNew = Number(args['updated']) >= Number(args['wanted']);
	const stuck = conditionOf(status?.conditions, 'Progressing', 'False');
	if (stuck?.reason === 'ProgressDeadlineExceeded')
		return { code: 'stuck', args: { ...args, deadline }, fields: [`${stuck.path}.reason`, ...fields], verdict: 'unhealthy' };
	if (paused && !isNew) return { code: 'paused', args, fields: ['spec.paused', ...fields], verdict: 'unhealthy' };
	const going = conditionOf(status?.conditions, 'Progressing');
	// progress.go requeueStuckDeployment: a rollout that is complete is not waited for any more.
	const since = going?.reason === 'NewReplicaSetAvailable' || paused ? undefined : timeOf(going?.lastUpdateTime);
	const due = since === undefined ? undefined : since + deadline * 1000;
	return { code: isNew ? 'short' : 'rolling', args, fields, ...ahead('stuck', due, now), verdict: 'unhealthy' };
}

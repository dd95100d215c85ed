/** Whether a workload is rolling out: a field of its record that follows from its status, so that a recorded life has it too. */
import { milliseconds } from '../simulator/duration';
import type { Scenario } from '../simulator/scenario';
import type { OwnerState } from '../simulator/trace';
import type { OwnerRecord } from './vocabulary';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (value: unknown, key: string): unknown => (isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined);
const numberIn = (value: unknown, key: string): number => {
	const number = within(value, key);
	return typeof number === 'number' ? number : 0;
};

/** The owner's records, one for each of its states; `object` is the manifest's. */
export function ownerRecords(
	kind: string,
	object: unknown,
	scenario: Scenario,
	states: readonly OwnerState[],
): readonly (OwnerRecord & { readonly t: number })[] {
	let rolling = true;
	let before: Plain = {};
	return states.map((state) => {
		const status = isPlain(state.status) ? state.status : {};
		const t = Math.round(state.t * 1000);
		const isSeen = (state.generation ?? 0) <= numberIn(status, 'observedGeneration');
		if (isSeen) rolling = rolling || beginsAnew(kind, before, status) ? !isRolledOut(kind, status, replicasAt(object, scenario, t)) : false;
		before = status;
		const { generation, deleting = false, gone = false } = state;
		return { t, status, ...(generation !== undefined && { generation }), deleting, gone, rolling: rolling && !gone && ROLLED_OUT.has(kind) };
	});
}

const ROLLED_OUT = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Another template is rolled out: not merely another number of replicas, nor a pod that has to be replaced. */
function beginsAnew(kind: string, before: Plain, status: Plain): boolean {
	if (kind === 'Deployment') {
		const reason = progress(status);
		return reason === undefined ? numberIn(status, 'updatedReplicas') < numberIn(status, 'replicas') : reason !== 'NewReplicaSetAvailable';
	}
	if (kind === 'StatefulSet') return status['updateRevision'] !== before['updateRevision'];
	return numberIn(status, 'updatedNumberScheduled') < numberIn(before, 'updatedNumberScheduled');
}

/** What `kubectl rollout status` waits for: k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go */
function isRolledOut(kind: string, status: Plain, replicas: number): boolean {
	const count = (name: string): number => numberIn(status, name);
	if (kind === 'Deployment') {
		if (progress(status) === 'ProgressDeadlineExceeded') return false;
		const [updated, available] = [count('updatedReplicas'), count('availableReplicas')];
		return updated >= replicas && count('replicas') <= updated && available >= updated;
	}
	if (kind === 'StatefulSet') return count('readyReplicas') >= replicas && status['updateRevision'] === status['currentRevision'];
	const desired = count('desiredNumberScheduled');
	return count('updatedNumberScheduled') >= desired && count('numberAvailable') >= desired;
}

function progress(status: Plain): unknown {
	const { conditions } = status;
	const condition: unknown = Array.isArray(conditions)
		? conditions.find((one: unknown) => within(one, 'type') === 'Progressing')
		: within(conditions, 'Progressing');
	return within(condition, 'reason');
}

/** What is asked for at an instant: the manifest's, or what a patch has made of it. */
function replicasAt(object: unknown, { actions = [] }: Scenario, t: number): number {
	const scaled = actions.flatMap(({ do: what, target, body, at }) => {
		const replicas = within(within(body, 'spec'), 'replicas');
		return what === 'patch' && target === 'owner' && typeof replicas === 'number' && (milliseconds(at) ?? 0) <= t ? replicas : [];
	});
	const written = within(within(object, 'spec'), 'replicas');
	return scaled.at(-1) ?? (typeof written === 'number' ? written : 1);
}

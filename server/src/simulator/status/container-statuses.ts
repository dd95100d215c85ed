import type { Container, ResourceRequirements } from '../../schema/generated/types';
import { shouldRun } from '../restart-policy';
import {
	type ContainerStatus,
	isSidecar,
	type PodObject,
	type SeenContainer,
	type Sighting,
	type State,
	seenByName,
	type Terminated,
	wholeSeconds,
} from '../state';

/** What is known of a pod besides what the runtime shows. */
interface StatusInput {
	readonly pod: PodObject;
	readonly seen: Sighting;
	/** Why a container could not be started (reasonCache). */
	readonly reasons: ReadonlyMap<string, { readonly reason: string; readonly message: string }>;
	/** RestartAllContainers is on its way. */
	readonly restartingAll: boolean;
}

export const RESTARTING_ALL = 'RestartingAllContainers';
const REMOVED = 'The container is removed because RestartAllContainers in place';
const LOST_AT_DELETION = 'The container could not be located when the pod was deleted.  The container used to be Running';
const PRUNED = 'Unable to get init container status from container runtime and pod has been initialized, treat it as exited normally';

/** kubelet_pods.go convertToAPIContainerStatuses. `started` and `ready` are filled in afterwards, by what the probes know. */
export function containerStatuses(input: StatusInput, containers: readonly Container[], before: readonly ContainerStatus[], init: boolean): ContainerStatus[] {
	return containers.map((container) => {
		const old = before.find((status) => status.name === container.name);
		const runs = input.seen.containers.filter((seen) => seen.name === container.name).slice(0, 2);
		const status = runs[0] === undefined ? unseen(input, container, old) : fromRuns(container, runs[0], runs[1], old);
		return waitingIfHeld(input, container, status, init);
	});
}

function unseen(input: StatusInput, container: Container, old: ContainerStatus | undefined): ContainerStatus {
	const waiting: State = { is: 'waiting', reason: (input.pod.spec.initContainers?.length ?? 0) > 0 ? 'PodInitializing' : 'ContainerCreating' };
	const fresh: ContainerStatus = { name: container.name, image: container.image ?? '', id: 0, state: waiting, ready: false, started: false, restartCount: 0 };
	if (old === undefined) return fresh;
	if (input.restartingAll && old.state.is !== 'waiting') {
		const last: Terminated = { is: 'terminated', reason: RESTARTING_ALL, message: REMOVED, exitCode: 137 };
		return { ...fresh, state: { is: 'waiting', reason: RESTARTING_ALL, message: REMOVED }, last, restartCount: old.restartCount + 1 };
	}
	if (old.state.is === 'terminated') return old;
	const kept: ContainerStatus = { ...fresh, restartCount: old.restartCount, last: old.last };
	if (old.state.is !== 'running' || old.last?.is === 'terminated') return kept;
	const last: Terminated = { is: 'terminated', reason: 'ContainerStatusUnknown', message: LOST_AT_DELETION, exitCode: 137 };
	return { ...kept, last, restartCount: kept.restartCount + (input.pod.deletion === undefined ? 1 : 0) };
}

/** convertContainerStatus for the newest run, with the run before it as the last state. */
function fromRuns(container: Container, run: SeenContainer, previous: SeenContainer | undefined, old: ContainerStatus | undefined): ContainerStatus {
	let last: State | undefined;
	let restartCount = run.restartCount;
	if (old !== undefined) {
		restartCount = Math.max(restartCount, old.restartCount);
		last = old.id !== run.id && old.state.is === 'terminated' ? old.state : old.last;
		if (run.state === 'running' && old.state.is === 'terminated' && old.restartCount >= run.restartCount) restartCount = old.restartCount + 1;
	}
	if (previous !== undefined) last = stateOf(previous);
	const resources = run.state === 'running' ? (run.resources ?? container.resources) : container.resources;
	return {
		name: run.name,
		image: run.image,
		id: run.id,
		state: stateOf(run),
		...(last === undefined ? {} : { last }),
		ready: false,
		started: false,
		restartCount,
		...shownResources(resources, container.resources),
	};
}

function shownResources(
	actual: ResourceRequirements | undefined,
	allocated: ResourceRequirements | undefined,
): Pick<ContainerStatus, 'resources' | 'allocated'> {
	return { ...(actual === undefined ? {} : { resources: actual }), ...(allocated?.requests === undefined ? {} : { allocated: allocated.requests }) };
}

function stateOf(seen: SeenContainer): State {
	switch (seen.state) {
		case 'running':
			return { is: 'running', startedAt: wholeSeconds(seen.startedAt) };
		case 'created':
			return { is: 'waiting', reason: '' };
		case 'exited':
			return {
				is: 'terminated',
				exitCode: seen.exitCode,
				reason: seen.reason,
				...(seen.message === '' ? {} : { message: seen.message }),
				...(seen.startedAt === 0 ? {} : { startedAt: wholeSeconds(seen.startedAt) }),
				finishedAt: wholeSeconds(seen.finishedAt),
			};
	}
}

/** A container that should run and could not is waiting, for the reason of the last attempt. */
function waitingIfHeld(input: StatusInput, container: Container, status: ContainerStatus, init: boolean): ContainerStatus {
	const { pod, seen } = input;
	if (init) {
		const run = seenByName(seen, container.name);
		if (run?.state === 'exited' && run.exitCode === 0) return status;
		if (run === undefined && anyAppCreated(pod, seen) && !isSidecar(container) && status.state.is === 'waiting')
			return { ...status, state: { is: 'terminated', reason: 'Completed', message: PRUNED, exitCode: 0 } };
	}
	const held = input.reasons.get(container.name);
	if (held === undefined || !shouldRun(container, pod, seen)) return status;
	const state: State = { is: 'waiting', reason: held.reason, ...(held.message === '' ? {} : { message: held.message }) };
	return { ...status, ...(status.state.is === 'terminated' ? { last: status.state } : {}), state };
}

/** kuberuntime.HasAnyRegularContainerCreated. */
export function anyAppCreated(pod: PodObject, seen: Sighting): boolean {
	return pod.spec.containers.some((container) => seenByName(seen, container.name) !== undefined);
}

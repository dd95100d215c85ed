import { restartsAfterExit } from '../restart-policy';
import { type ContainerStatus, isSidecar, type Phase, type PodObject } from '../state';
import { RESTARTING_ALL } from './container-statuses';

/** kubelet_pods.go getPhase. `ended`: all containers are gone for good. */
export function phaseOf(pod: PodObject, init: readonly ContainerStatus[], apps: readonly ContainerStatus[], ended: boolean, initialized: boolean): Phase {
	const { spec } = pod;
	const before = initCounts(pod, init);
	const count = { unknown: 0, running: 0, waiting: before.sidecarsWaiting, stopped: 0, forGood: 0, succeeded: 0 };
	count.running += before.sidecarsRunning;
	count.unknown += before.sidecarsUnknown;
	for (const container of spec.containers) {
		const status = apps.find((known) => known.name === container.name);
		const end = status?.state.is === 'terminated' ? status.state : status?.state.is === 'waiting' ? status.last : undefined;
		if (status === undefined) count.unknown++;
		else if (status.state.is === 'running') count.running++;
		else if (end?.is === 'terminated') {
			count.stopped++;
			if (!restartsAfterExit(container, spec, end.exitCode) && end.reason !== RESTARTING_ALL) count.forGood++;
			if (status.state.is === 'terminated' && end.exitCode === 0) count.succeeded++;
		} else count.waiting++;
	}
	if (before.failedForGood > 0) return 'Failed';
	if (before.pending > 0 || (before.sidecarsPending > 0 && !initialized) || count.waiting > 0) return 'Pending';
	if (count.running > 0 && count.unknown === 0) return 'Running';
	if (count.running === 0 && count.stopped > 0 && count.unknown === 0) {
		const end: Phase = count.stopped === count.succeeded ? 'Succeeded' : 'Failed';
		if (ended && !pod.static) return end;
		return count.stopped === count.forGood ? end : 'Running';
	}
	return 'Pending';
}

function initCounts(pod: PodObject, init: readonly ContainerStatus[]) {
	const count = { pending: 0, failedForGood: 0, sidecarsPending: 0, sidecarsRunning: 0, sidecarsWaiting: 0, sidecarsUnknown: 0 };
	for (const container of pod.spec.initContainers ?? []) {
		const status = init.find((known) => known.name === container.name);
		if (isSidecar(container)) {
			if (status === undefined) count.sidecarsUnknown++;
			else if (status.state.is === 'running') {
				count.sidecarsRunning++;
				if (!status.started) count.sidecarsPending++;
			} else if (status.state.is === 'waiting' && status.last?.is !== 'terminated') {
				count.sidecarsPending++;
				count.sidecarsWaiting++;
			}
			continue;
		}
		const end = status?.state.is === 'terminated' ? status.state : status?.state.is === 'waiting' ? status.last : undefined;
		if (end?.is !== 'terminated') count.pending++;
		else if (end.exitCode !== 0 && !restartsAfterExit(container, pod.spec, end.exitCode) && end.reason !== RESTARTING_ALL) count.failedForGood++;
	}
	return count;
}

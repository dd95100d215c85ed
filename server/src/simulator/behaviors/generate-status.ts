/** From what the runtime shows and the probes know to the status of the pod. kubelet_pods.go generateAPIPodStatus */

import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { couldRestartAll, shouldRestartAll } from '../restart-policy';
import {
	type Condition,
	type ContainerStatus,
	condition,
	isTerminal,
	needsSandbox,
	type PodObject,
	type PodStatus,
	type Sighting,
	withCondition,
} from '../state';
import { allRestarting, byKubelet, containersReady, podInitialized, podReady } from '../status/conditions';
import { containerStatuses } from '../status/container-statuses';
import { phaseOf } from '../status/phase';
import { DEADLINE_MESSAGE, pastDeadline, sayDeadline } from './exceed-deadline';
import { withProbeResults } from './probe';
import { resizeConditions } from './resize';

export function generateStatus(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting, ended: boolean): PodStatus {
	const old = known.status ?? pod.status;
	const input = { pod, seen, reasons: known.reasons, restartingAll: shouldRestartAll(pod.spec, seen, old) };
	const byName = (a: ContainerStatus, b: ContainerStatus) => (a.name < b.name ? -1 : 1);
	const { spec } = pod;
	const asBefore = {
		apps: withStarted(containerStatuses(input, spec.containers, old.containers, false), old.containers).sort(byName),
		init: withStarted(containerStatuses(input, spec.initContainers ?? [], old.initContainers, true), old.initContainers),
	};
	const active = seen.containers.some(
		(container) => container.sandbox === seen.sandboxes[0]?.id && spec.containers.some(({ name }) => name === container.name),
	);
	let phase = phaseOf(pod, asBefore.init, asBefore.apps, ended, active);
	for (const known of [old.phase, pod.status.phase]) if (!isTerminal(phase) && isTerminal(known)) phase = known;
	let reason = phase === old.phase ? old.reason || pod.status.reason : undefined;
	let message = phase === old.phase ? old.message || pod.status.message : undefined;
	if (pastDeadline(kubelet, known, pod)) {
		sayDeadline(kubelet, known, pod);
		phase = 'Failed';
		reason = 'DeadlineExceeded';
		message = DEADLINE_MESSAGE;
	}
	if (isTerminal(pod.status.phase)) phase = pod.status.phase;

	const apps = withProbeResults(kubelet, known, pod, asBefore.apps, false);
	const init = withProbeResults(kubelet, known, pod, asBefore.init, true);
	const ephemeral = containerStatuses(input, spec.ephemeralContainers ?? [], old.ephemeralContainers, false).sort(byName);
	const status: PodStatus = {
		phase,
		...(reason ? { reason } : {}),
		...(message ? { message } : {}),
		conditions: [],
		podIP: seen.ip || spec.hostNetwork === true,
		startTime: old.startTime,
		containers: apps,
		initContainers: init,
		ephemeralContainers: ephemeral,
	};
	return { ...status, conditions: conditionsOf(known, pod, seen, old, status, ended) };
}

function conditionsOf(known: KnownPod, pod: PodObject, seen: Sighting, old: PodStatus, status: PodStatus, ended: boolean): readonly Condition[] {
	let conditions: Condition[] = pod.status.conditions.filter(({ type }) => !byKubelet(type));
	conditions.push(...resizeConditions(known, ended));
	const disruption = condition(old, 'DisruptionTarget');
	if (disruption !== undefined) conditions = withCondition(conditions, disruption);
	conditions.push({ type: 'PodReadyToStartContainers', status: needsSandbox(seen) ? 'False' : 'True' });
	conditions.push(podInitialized(pod, old, status.initContainers, status.containers, status.phase));
	const containers = containersReady(pod, status.initContainers, status.containers, status.phase);
	conditions.push(podReady(pod, conditions, containers), containers, { type: 'PodScheduled', status: 'True' });
	if (couldRestartAll(pod.spec)) conditions.push(allRestarting(pod, seen, old, status.phase));
	return conditions;
}

/** A running container keeps `started` until the probes say otherwise: getPhase looks at it first. */
function withStarted(statuses: readonly ContainerStatus[], old: readonly ContainerStatus[]): ContainerStatus[] {
	return statuses.map((status) => {
		const before = old.find(({ name }) => name === status.name);
		return status.state.is === 'running' && before?.started === true ? { ...status, started: true } : { ...status };
	});
}

import { everyContainer, shouldRestartAll } from '../restart-policy';
import { type Condition, type ContainerStatus, condition, isSidecar, type Phase, type PodObject, type PodStatus, type Sighting, seenByName } from '../state';

/** status/generate.go GenerateContainersReadyCondition. */
export function containersReady(pod: PodObject, init: readonly ContainerStatus[], apps: readonly ContainerStatus[], phase: Phase): Condition {
	const unknown: string[] = [];
	const unready: string[] = [];
	const statuses = [...init, ...apps];
	for (const container of [...(pod.spec.initContainers ?? []).filter(isSidecar), ...pod.spec.containers]) {
		const status = statuses.find((known) => known.name === container.name);
		if (status === undefined) unknown.push(container.name);
		else if (!status.ready) unready.push(container.name);
	}
	const type = 'ContainersReady';
	if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'False', reason: 'PodCompleted' };
	if (phase === 'Failed') return { type, status: 'False', reason: 'PodFailed' };
	const message = [list('unknown', unknown), list('unready', unready)].filter((part) => part !== '').join(', ');
	return message === '' ? { type, status: 'True' } : { type, status: 'False', reason: 'ContainersNotReady', message };
}

function list(what: string, names: readonly string[]): string {
	return names.length === 0 ? '' : `containers with ${what} status: [${names.join(' ')}]`;
}

/** GeneratePodReadyCondition: the containers, and the readiness gates. */
export function podReady(pod: PodObject, conditions: readonly Condition[], containers: Condition): Condition {
	if (containers.status !== 'True') return { ...containers, type: 'Ready' };
	const messages = (pod.spec.readinessGates ?? []).flatMap(({ conditionType }) => {
		const gate = conditions.find((known) => known.type === conditionType);
		if (gate === undefined) return [`corresponding condition of pod readiness gate "${conditionType}" does not exist.`];
		return gate.status === 'True' ? [] : [`the status of pod readiness gate "${conditionType}" is not "True", but ${gate.status}`];
	});
	return messages.length === 0
		? { type: 'Ready', status: 'True' }
		: { type: 'Ready', status: 'False', reason: 'ReadinessGatesNotReady', message: messages.join(', ') };
}

/** GeneratePodInitializedCondition. */
export function podInitialized(pod: PodObject, old: PodStatus, init: readonly ContainerStatus[], apps: readonly ContainerStatus[], phase: Phase): Condition {
	const type = 'Initialized';
	const unknown: string[] = [];
	const incomplete: string[] = [];
	for (const container of pod.spec.initContainers ?? []) {
		const status = init.find((known) => known.name === container.name);
		if (status === undefined) unknown.push(container.name);
		else if (!(isSidecar(container) ? status.started : status.ready)) incomplete.push(container.name);
	}
	if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'True', reason: 'PodCompleted' };
	if (apps.some((status) => status.state.is !== 'waiting')) return { type, status: 'True' };
	const message = [list('unknown', unknown), list('incomplete', incomplete)].filter((part) => part !== '').join(', ');
	if (message === '' || condition(old, type)?.status === 'True') return { type, status: 'True' };
	return { type, status: 'False', reason: 'ContainersNotInitialized', message };
}

/** GenerateAllContainersRestartingCondition. */
export function allRestarting(pod: PodObject, seen: Sighting, old: PodStatus, phase: Phase): Condition {
	const type = 'AllContainersRestarting';
	if (phase === 'Succeeded') return { type, status: 'False', reason: 'PodCompleted' };
	if (phase === 'Failed') return { type, status: 'False', reason: 'PodFailed' };
	const cleanedUp = everyContainer(pod.spec).every((container) => seenByName(seen, container.name) === undefined);
	if (!shouldRestartAll(pod.spec, seen, old) || cleanedUp) return { type, status: 'False' };
	return { type, status: 'True', reason: 'RestartAllContainersStarted', message: 'container exited with restart policy rule' };
}

const OF_KUBELET = new Set([
	'PodScheduled',
	'Ready',
	'Initialized',
	'ContainersReady',
	'PodReadyToStartContainers',
	'AllContainersRestarting',
	'PodResizePending',
	'PodResizeInProgress',
]);

/** kubetypes.PodConditionByKubelet. */
export function byKubelet(type: string): boolean {
	return OF_KUBELET.has(type);
}

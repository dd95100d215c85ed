import type { Container, ContainerRestartRule, PodSpec } from '../schema/generated/types';
import { condition, type PodObject, type PodStatus, type Sighting, seenByName } from './state';

/** podutil.ContainerShouldRestart. */
export function restartsAfterExit(container: Container, spec: PodSpec, exitCode: number): boolean {
	if (container.restartPolicy !== undefined) {
		const rule = matchingRule(container, exitCode);
		if (rule?.action === 'Restart' || rule?.action === 'RestartAllContainers') return true;
	}
	switch (container.restartPolicy ?? spec.restartPolicy) {
		case 'OnFailure':
			return exitCode !== 0;
		case 'Never':
			return false;
		default:
			return true;
	}
}

/** podutil.FindMatchingContainerRestartRule. */
export function matchingRule(container: Container, exitCode: number): ContainerRestartRule | undefined {
	return container.restartPolicyRules?.find(({ exitCodes }) => {
		if (exitCodes === undefined) return false;
		const named = exitCodes.values?.includes(exitCode) ?? false;
		return exitCodes.operator === 'In' ? named : exitCodes.operator === 'NotIn' && !named;
	});
}

/** kubecontainer.ShouldContainerBeRestarted. */
export function shouldRun(container: Container, pod: PodObject, seen: Sighting): boolean {
	if (pod.deletion !== undefined) return false;
	const status = seenByName(seen, container.name);
	if (status === undefined) return true;
	if (status.state === 'running') return false;
	return status.state === 'created' || restartsAfterExit(container, pod.spec, status.exitCode);
}

/** podutil.AllContainersCouldRestart. */
export function couldRestartAll(spec: PodSpec): boolean {
	return everyContainer(spec).some((container) => container.restartPolicyRules?.some((rule) => rule.action === 'RestartAllContainers') ?? false);
}

/** kubecontainer.ShouldAllContainersRestart. */
export function shouldRestartAll(spec: PodSpec, seen: Sighting | undefined, status: PodStatus): boolean {
	if (!couldRestartAll(spec)) return false;
	if (condition(status, 'AllContainersRestarting')?.status === 'True') return true;
	return everyContainer(spec).some((container) => {
		if (seen !== undefined) {
			const known = seenByName(seen, container.name);
			if (known?.state !== 'exited') return false;
			if (matchingRule(container, known.exitCode)?.action === 'RestartAllContainers') return true;
		}
		const state = [...status.initContainers, ...status.containers].find((known) => known.name === container.name)?.state;
		return state?.is === 'terminated' && matchingRule(container, state.exitCode)?.action === 'RestartAllContainers';
	});
}

export function everyContainer(spec: PodSpec): readonly Container[] {
	return [...(spec.initContainers ?? []), ...spec.containers];
}

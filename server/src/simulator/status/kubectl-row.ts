import { condition, isSidecar, isTerminal, type PodObject } from '../state';

/** The columns READY, STATUS and RESTARTS of `kubectl get pod`: printers/internalversion printPod. */
export function kubectlRow(pod: PodObject): { readonly ready: string; readonly status: string; readonly restarts: number } {
	const { spec, status } = pod;
	const sidecars = new Set((spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name));
	const total = spec.containers.length + sidecars.size;
	let reason: string = status.reason !== undefined && status.reason !== '' ? status.reason : status.phase;
	if (condition(status, 'PodScheduled')?.reason === 'SchedulingGated') reason = 'SchedulingGated';

	let ready = 0;
	let restarts = 0;
	let sidecarRestarts = 0;
	let initializing = false;
	for (const [index, container] of status.initContainers.entries()) {
		restarts += container.restartCount;
		if (sidecars.has(container.name)) sidecarRestarts += container.restartCount;
		const { state } = container;
		if (state.is === 'terminated' && state.exitCode === 0) continue;
		if (sidecars.has(container.name) && container.started) {
			if (container.ready) ready++;
			continue;
		}
		if (state.is === 'terminated') reason = `Init:${state.reason === '' ? `ExitCode:${state.exitCode}` : state.reason}`;
		else if (state.is === 'waiting' && state.reason !== '' && state.reason !== 'PodInitializing') reason = `Init:${state.reason}`;
		else reason = `Init:${index}/${spec.initContainers?.length ?? 0}`;
		initializing = true;
		break;
	}

	if (!initializing || condition(status, 'Initialized')?.status === 'True') {
		restarts = sidecarRestarts;
		let running = false;
		let error = '';
		for (const container of status.containers.toReversed()) {
			restarts += container.restartCount;
			const { state } = container;
			if (state.is === 'waiting' && state.reason !== '') reason = state.reason;
			else if (state.is === 'terminated') {
				reason = state.reason === '' ? `ExitCode:${state.exitCode}` : state.reason;
				if (state.exitCode !== 0) error = reason;
			} else if (container.ready && state.is === 'running') {
				running = true;
				ready++;
			}
		}
		if (reason === 'Completed') {
			if (running && condition(status, 'Ready')?.status === 'True') reason = 'Running';
			else if (error !== '') reason = error;
			else if (running) reason = 'NotReady';
		}
	}

	if (pod.deletion !== undefined && status.reason === 'NodeLost') reason = 'Unknown';
	else if (pod.deletion !== undefined && !isTerminal(status.phase)) reason = 'Terminating';
	return { ready: `${ready}/${total}`, status: reason, restarts };
}

/** What a sync has to do: which containers to start, which to kill. kuberuntime_manager.go computePodActions */
import type { Container } from '../../schema/generated/types';
import type { KnownPod } from '../known-pod';
import { matchingRule, shouldRun } from '../restart-policy';
import { hashOf, isSidecar, needsSandbox, type PodObject, type SeenContainer, type Sighting, seenByName } from '../state';
import { anyAppCreated } from '../status/container-statuses';
import { type ResizeStep, resizeOf } from './resize';

export type KillReason = 'liveness' | 'startup' | 'changed' | 'resize' | 'postStart';

export interface ToKill {
	readonly id: number;
	readonly container: Container;
	readonly message: string;
	readonly reason: KillReason;
	readonly restarts: boolean;
}

export interface Actions {
	killPod: boolean;
	createSandbox: boolean;
	readonly start: Container[];
	readonly startInit: Container[];
	readonly startEphemeral: Container[];
	readonly kill: ToKill[];
	/** RestartAllContainers: to be removed, running or not. */
	readonly reset: SeenContainer[];
	readonly resize: ResizeStep[];
}

export function computeActions(known: KnownPod, pod: PodObject, seen: Sighting, restartingAll: boolean): Actions {
	const needed = needsSandbox(seen) && pod.spec.containers.length > 0;
	const actions: Actions = { killPod: needed, createSandbox: needed, start: [], startInit: [], startEphemeral: [], kill: [], reset: [], resize: [] };
	if (restartingAll) {
		actions.reset.push(...toReset(pod, seen));
		return { ...actions, killPod: false, createSandbox: false };
	}
	if (needed) return withNewSandbox(pod, seen, actions);
	actions.startEphemeral.push(...(pod.spec.ephemeralContainers ?? []).filter((container) => seenByName(seen, container.name) === undefined));
	const initialized = computeInit(known, pod, seen, actions);
	if (actions.killPod || !initialized) return actions;

	let kept = 0;
	for (const container of pod.spec.containers) {
		const status = seenByName(seen, container.name);
		if (status?.state !== 'running') {
			if (shouldRun(container, pod, seen)) actions.start.push(container);
			continue;
		}
		const kill = killOf(known, pod, container, status);
		if (kill === undefined) {
			if (!planResize(container, status, actions)) continue;
			kept++;
			continue;
		}
		if (kill.restarts) actions.start.push(container);
		actions.kill.push(kill);
	}
	if (kept === 0 && actions.start.length === 0 && seen.containers.length > 0) {
		actions.killPod = true;
		actions.startInit.length = 0;
	}
	return actions;
}

function withNewSandbox(pod: PodObject, seen: Sighting, actions: Actions): Actions {
	const { spec } = pod;
	const again = seen.sandboxes.length > 0;
	if (spec.restartPolicy === 'Never' && again && seen.containers.length > 0) return { ...actions, createSandbox: false };
	const start = spec.containers.filter((container) => {
		const last = seenByName(seen, container.name);
		return !((container.restartPolicy ?? spec.restartPolicy) === 'OnFailure' && last?.state === 'exited' && last.exitCode === 0);
	});
	if (start.length === 0 && anyAppCreated(pod, seen)) return { ...actions, createSandbox: false };
	const first = spec.initContainers?.[0];
	if (first !== undefined) actions.startInit.push(first);
	else actions.start.push(...start);
	return actions;
}

function killOf(known: KnownPod, pod: PodObject, container: Container, status: SeenContainer): ToKill | undefined {
	const restarts = (container.restartPolicy ?? pod.spec.restartPolicy) !== 'Never';
	const because = (reason: KillReason, what: string, again: boolean): ToKill => ({
		id: status.id,
		container,
		reason,
		restarts: again,
		message: `Container ${container.name} ${what}${again ? ', will be restarted' : ''}`,
	});
	if (status.hash !== hashOf(container)) return because('changed', 'definition changed', true);
	if (known.results.liveness.get(status.id) === 'failure') return because('liveness', 'failed liveness probe', restarts);
	if (known.results.startup.get(status.id) === 'failure') return because('startup', 'failed startup probe', restarts);
	return undefined;
}

/** computePodResizeAction: false when the container is restarted for it. */
function planResize(container: Container, status: SeenContainer, actions: Actions): boolean {
	const step = resizeOf(container, status);
	if (step === undefined) return true;
	actions.resize.push(step);
	if (!step.restarts) return true;
	actions.kill.push({ id: status.id, container, reason: 'resize', restarts: true, message: `Container ${container.name} resize requires restart` });
	(isSidecar(container) ? actions.startInit : actions.start).push(container);
	return false;
}

/** computeInitContainerActions: true when all init containers have done their part. */
function computeInit(known: KnownPod, pod: PodObject, seen: Sighting, actions: Actions): boolean {
	const inits = pod.spec.initContainers ?? [];
	if (inits.length === 0) return true;
	let initialized = pod.spec.containers.some((container) => ['created', 'running'].includes(seenByName(seen, container.name)?.state ?? ''));
	let previously = initialized;
	const start: Container[] = [];
	const next = (index: number): void => {
		const following = inits[index + 1];
		if (following === undefined) initialized = true;
		else if (!previously) start.push(following);
	};
	for (const [index, container] of [...inits.entries()].reverse()) {
		const sidecar = isSidecar(container);
		const status = seenByName(seen, container.name);
		if (status === undefined) {
			if (previously && sidecar) start.push(container);
			continue;
		}
		if (previously && !sidecar) continue;
		if (status.state === 'created') start.push(container);
		else if (status.state === 'running') {
			if (sidecar) runningSidecar(known, container, status, actions, start, () => next(index));
		} else if (sidecar) start.push(container);
		else if (status.exitCode !== 0) {
			if (!shouldRun(container, pod, seen)) {
				actions.killPod = true;
				actions.startInit.length = 0;
				return false;
			}
			start.push(container);
		} else if (index === inits.length - 1) initialized = true;
		else {
			const following = inits[index + 1];
			if (following !== undefined) start.push(following);
		}
		previously = true;
	}
	const first = inits[0];
	if (!previously && first !== undefined) start.push(first);
	actions.startInit.push(...start.reverse());
	return initialized;
}

function runningSidecar(known: KnownPod, container: Container, status: SeenContainer, actions: Actions, start: Container[], next: () => void): void {
	const kill = (reason: KillReason, what: string): void => {
		actions.kill.push({ id: status.id, container, reason, restarts: true, message: `Init container ${container.name} ${what}` });
		start.push(container);
	};
	if (container.startupProbe !== undefined) {
		const startup = known.results.startup.get(status.id);
		if (startup === 'failure') kill('startup', 'failed startup probe');
		if (startup !== 'success') return;
	}
	next();
	if (status.hash !== hashOf(container)) {
		kill('changed', 'definition changed');
		return;
	}
	if (container.livenessProbe !== undefined) {
		const liveness = known.results.liveness.get(status.id);
		if (liveness === undefined) return;
		if (liveness === 'failure') {
			kill('liveness', 'failed liveness probe');
			return;
		}
	}
	planResize(container, status, actions);
}

/** getContainersToReset: those that asked for it go last. */
function toReset(pod: PodObject, seen: Sighting): SeenContainer[] {
	const asked: SeenContainer[] = [];
	const others: SeenContainer[] = [];
	for (const container of [...pod.spec.containers, ...(pod.spec.initContainers ?? [])]) {
		for (const status of seen.containers.filter(({ name }) => name === container.name)) {
			const source = status.state === 'exited' && matchingRule(container, status.exitCode)?.action === 'RestartAllContainers';
			(source ? asked : others).push(status);
		}
	}
	return [...others, ...asked];
}

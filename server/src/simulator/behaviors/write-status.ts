/** The status manager: keeps the newest status of a pod, writes it, and removes the pod when all is done. status/status_manager.go */
import { same } from '../../schema/same';
import type { KnownPod } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { nextStatusTick, WRITE_LATENCY } from '../pace';
import { couldRestartAll, restartsAfterExit } from '../restart-policy';
import { type Condition, type ContainerStatus, condition, isSidecar, isTerminal, type PodObject, type PodStatus, wholeSeconds, withCondition } from '../state';
import { byKubelet, containersReady, podReady } from '../status/conditions';
import { showLanes } from './tell-status';

/** SetPodStatus. */
export function setPodStatus(kubelet: Kubelet, known: KnownPod, pod: PodObject, status: PodStatus): void {
	keep(kubelet, known, pod, { ...status, observedGeneration: pod.generation }, false, known.statusFinished);
}

/** SetContainerReadiness. */
export function setReadiness(kubelet: Kubelet, known: KnownPod, id: number, ready: boolean): void {
	change(kubelet, known, id, (status) => (status.ready === ready ? undefined : { ...status, ready }));
}

/** SetContainerStartup. */
export function setStarted(kubelet: Kubelet, known: KnownPod, id: number, started: boolean): void {
	change(kubelet, known, id, (status) => (status.started === started ? undefined : { ...status, started }));
}

function change(kubelet: Kubelet, known: KnownPod, id: number, edit: (status: ContainerStatus) => ContainerStatus | undefined): void {
	const { status, pod } = known;
	const found = status === undefined ? undefined : [...status.containers, ...status.initContainers].find((container) => container.id === id);
	const edited = found === undefined ? undefined : edit(found);
	if (status === undefined || edited === undefined) return;
	const replace = (list: readonly ContainerStatus[]) => list.map((container) => (container === found ? edited : container));
	const next = { ...status, containers: replace(status.containers), initContainers: replace(status.initContainers) };
	const containers = containersReady(pod, next.initContainers, next.containers, next.phase);
	const ready = podReady(pod, next.conditions, containers);
	const conditions = edited.ready === found?.ready ? next.conditions : withCondition(withCondition(next.conditions, ready), containers);
	keep(kubelet, known, pod, { ...next, conditions }, false, known.statusFinished);
}

/** TerminatePod: whatever was not seen to end is taken for lost. */
export function terminateStatus(kubelet: Kubelet, known: KnownPod, pod: PodObject): void {
	const old = known.status ?? pod.status;
	const lost = (status: ContainerStatus): ContainerStatus =>
		status.state.is === 'terminated'
			? status
			: {
					...status,
					state: {
						is: 'terminated',
						reason: 'ContainerStatusUnknown',
						message: 'The container could not be located when the pod was terminated',
						exitCode: 137,
					},
				};
	const initialized = initializedCount(old.initContainers);
	const status: PodStatus = {
		...old,
		containers: hasInitialized(pod) ? old.containers.map(lost) : old.containers,
		initContainers: old.initContainers.map((container, index) => (index < initialized ? lost(container) : container)),
		phase: pod.static || isTerminal(old.phase) ? old.phase : 'Failed',
	};
	keep(kubelet, known, pod, status, true, true);
}

/** hasPodInitialized: by the status the API has. */
function hasInitialized(pod: PodObject): boolean {
	const { containers, initContainers } = pod.status;
	if ((pod.spec.initContainers ?? []).length === 0) return true;
	if (containers.some((status) => status.last?.is === 'terminated' || status.state.is !== 'waiting')) return true;
	const last = initContainers.at(-1);
	if (last === undefined) return false;
	const spec = pod.spec.initContainers?.at(-1);
	if (spec !== undefined && isSidecar(spec)) return last.state.is === 'running' && last.started;
	return [last.state, last.last].some((state) => state?.is === 'terminated' && state.exitCode === 0);
}

/** initializedContainers. */
function initializedCount(statuses: readonly ContainerStatus[]): number {
	const last = statuses.findLastIndex((status) => status.state.is !== 'waiting' || status.last?.is === 'terminated');
	return last >= 0 ? last + 1 : Math.min(1, statuses.length);
}

/** updateStatusInternal. */
function keep(kubelet: Kubelet, known: KnownPod, pod: PodObject, status: PodStatus, force: boolean, finished: boolean): void {
	const old = known.status ?? pod.status;
	if (illegalTransition(pod, old, status)) return;
	const next: PodStatus = {
		...status,
		startTime: old.startTime ?? status.startTime ?? wholeSeconds(kubelet.clock.now),
		observedGeneration: Math.max(old.observedGeneration ?? 0, status.observedGeneration ?? 0) || undefined,
	};
	if (known.status !== undefined && !force && same(next, known.status)) return;
	showLanes(kubelet, known, pod, known.status, next);
	known.status = next;
	known.statusFinished = finished;
	known.statusChanged.fire();
	flush(kubelet, known);
}

/** checkContainerStateTransition: what ended for good does not come back. */
function illegalTransition(pod: PodObject, before: PodStatus, after: PodStatus): boolean {
	const { spec } = pod;
	if ((spec.restartPolicy ?? 'Always') === 'Always' || couldRestartAll(spec)) return false;
	const pairs = [
		...spec.containers.map((container) => ({ container, olds: before.containers, news: after.containers })),
		...(spec.initContainers ?? [])
			.filter((container) => !isSidecar(container))
			.map((container) => ({ container, olds: before.initContainers, news: after.initContainers })),
	];
	return pairs.some(({ container, olds, news }) => {
		const old = olds.find(({ name }) => name === container.name)?.state;
		if (old?.is !== 'terminated') return false;
		if ((old.exitCode !== 0 && spec.restartPolicy === 'OnFailure') || restartsAfterExit(container, spec, old.exitCode)) return false;
		return news.some(({ name, state }) => name === container.name && state.is !== 'terminated');
	});
}

/** syncBatch: what is not written yet is written, some milliseconds later. */
export function flush(kubelet: Kubelet, known: KnownPod): void {
	if (known.statusDirty) return;
	known.statusDirty = true;
	kubelet.after(WRITE_LATENCY, () => {
		known.statusDirty = false;
		write(kubelet, known);
	});
}

/** needsReconcile: when somebody else wrote what is the kubelet's to say, it says so again at the next look (syncPeriod). */
export function reconcile(kubelet: Kubelet, known: KnownPod): void {
	if (known.status === undefined) return;
	const own = (status: PodStatus) => status.conditions.filter(({ type }) => byKubelet(type));
	const [ours, theirs] = [own(known.status), own(known.pod.status)];
	const said = (one: Condition) => theirs.some(({ type, status, reason = '' }) => type === one.type && status === one.status && reason === (one.reason ?? ''));
	if (ours.length === theirs.length && ours.every(said)) return;
	kubelet.after(nextStatusTick(kubelet.clock.now) - kubelet.clock.now, () => flush(kubelet, known));
}

/** syncPod of the status manager. */
function write(kubelet: Kubelet, known: KnownPod): void {
	const { api } = kubelet.cluster;
	const { uid } = known.pod;
	const status = known.status;
	if (status === undefined || !api.pods.has(uid)) return;
	api.writeStatus(uid, (old) => {
		const merged = merge(known, old, status);
		return same(merged, old) ? old : merged;
	});
	const pod = api.pods.get(uid);
	if (pod?.deletion !== undefined && !known.pod.static && isTerminal(pod.status.phase) && known.statusFinished) api.delete(uid, 0);
}

/** mergePodStatus: conditions of others stay, and the phase does not end while something may still run. */
function merge(known: KnownPod, old: PodStatus, status: PodStatus): PodStatus {
	const couldRun = known.terminatedAt === undefined;
	const ending = !isTerminal(old.phase) && isTerminal(status.phase);
	let conditions = old.conditions.filter(({ type }) => !byKubelet(type));
	for (const known of status.conditions) {
		if (byKubelet(known.type)) conditions = [...conditions, known];
		else if (known.type === 'DisruptionTarget' && ending && !couldRun) conditions = withCondition(conditions, known);
	}
	let merged: PodStatus = { ...status, conditions, nominatedNode: old.nominatedNode };
	if (ending && couldRun) merged = { ...merged, phase: old.phase, reason: old.reason, message: old.message };
	if (isTerminal(merged.phase) && (condition(merged, 'Ready')?.status === 'True' || condition(merged, 'ContainersReady')?.status === 'True')) {
		const reason = merged.phase === 'Failed' ? 'PodFailed' : 'PodCompleted';
		for (const type of ['ContainersReady', 'Ready']) merged = { ...merged, conditions: withCondition(merged.conditions, { type, status: 'False', reason }) };
	}
	return merged;
}

/** One sync: the status as it is now goes out first, then whatever is missing is done. kubelet.go SyncPod, kuberuntime_manager.go SyncPod */
import type { Container } from '../../schema/generated/types';
import type { Process } from '../clock';
import { sleep } from '../clock';
import { seconds } from '../event-log';
import type { KnownPod, StartError, Update } from '../known-pod';
import { eventObject, type Kubelet } from '../kubelet';
import { SANDBOX_LATENCY } from '../pace';
import { everyContainer, matchingRule } from '../restart-policy';
import { condition, isSidecar, isTerminal, type PodObject, type Sighting, withCondition } from '../state';
import { applyResize } from './apply-resize';
import { type Actions, computeActions } from './compute-actions';
import { crashBackOff } from './crash-back-off';
import { watchDeadline } from './exceed-deadline';
import { generateStatus } from './generate-status';
import { killContainer, killContainers } from './kill-container';
import { mountVolumes } from './mount-volumes';
import { addProbes } from './probe';
import { relistSoon } from './relist';
import { noteProgress } from './resize';
import { startContainer } from './start-container';
import { updatePod } from './update-pod';
import { setPodStatus } from './write-status';

/** What a failed sync means for the next one: a back-off with an end, or not. */
export interface SyncError {
	readonly backOffUntil?: number | undefined;
}

interface SyncOutcome {
	readonly terminal: boolean;
	readonly error?: SyncError | undefined;
	/** postSync. */
	readonly afterwards?: () => void;
}

/** What one action came to. */
interface ActionResult {
	readonly start?: string;
	readonly removed?: boolean;
	readonly error?: StartError | undefined;
}

/** So many names are compared in the time of a step. */
const CONTAINERS_A_STEP = 100;

export function* syncPod(kubelet: Kubelet, known: KnownPod, update: Update, seen: Sighting): Process<SyncOutcome> {
	const pod = withAllocation(known, update.pod);
	// Each container is looked for among all of them.
	kubelet.clock.work(Math.floor(pod.spec.containers.length ** 2 / CONTAINERS_A_STEP));
	noteProgress(kubelet, known, pod);
	const status = generateStatus(kubelet, known, pod, seen, false);
	setPodStatus(kubelet, known, pod, status);
	if (isTerminal(status.phase)) return { terminal: true };
	watchDeadline(kubelet, known);
	if (!(yield* mountVolumes(kubelet, known, pod))) return { terminal: false, error: {} };
	addProbes(kubelet, known, pod);

	const restartingAll = condition(status, 'AllContainersRestarting')?.status === 'True';
	tellRestart(kubelet, known, pod, seen, restartingAll);
	const results: ActionResult[] = [];
	yield* act(kubelet, known, pod, seen, computeActions(known, pod, seen, restartingAll), results);
	for (const { start, error } of results) {
		if (start === undefined) continue;
		if (error === undefined) known.reasons.delete(start);
		else known.reasons.set(start, error);
	}
	const failed = results.some(({ error }) => error !== undefined);
	if (restartingAll && !failed && results.some(({ removed }) => removed)) updatePod(kubelet, known, { pod, kind: 'update' });
	if (failed) {
		const ends = results.flatMap(({ error }) => (error?.backOffUntil === undefined ? [] : [error.backOffUntil]));
		return { terminal: false, error: { backOffUntil: ends.length === 0 ? undefined : Math.min(...ends) } };
	}
	return results.length === 0 ? { terminal: false } : { terminal: false, afterwards: () => relistSoon(kubelet, known) };
}

function* act(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting, actions: Actions, results: ActionResult[]): Process {
	if (actions.killPod) {
		yield* killContainers(kubelet, known, pod, seen, undefined);
		kubelet.runtime.stopSandboxes(known.runtime);
		results.push({});
		if (actions.createSandbox) for (const { name } of pod.spec.initContainers ?? []) forget(kubelet, known, name, 0);
	} else {
		for (const victim of actions.kill) {
			results.push({});
			yield* killContainer(kubelet, known, pod, victim);
		}
		for (const { id, name, state } of actions.reset) {
			results.push({ removed: true });
			yield* reset(kubelet, known, pod, id, name, state === 'exited');
		}
	}
	for (const { name } of pod.spec.initContainers ?? []) forget(kubelet, known, name, 1);
	if (actions.createSandbox) {
		results.push({});
		yield* createSandbox(kubelet, known, pod);
	}
	for (const container of actions.startEphemeral) yield* start(kubelet, known, pod, seen, container, results);
	for (const container of actions.startInit) {
		const started = yield* start(kubelet, known, pod, seen, container, results);
		if (!started && !isSidecar(container)) return;
	}
	if (actions.resize.length > 0) {
		yield* applyResize(kubelet, known, actions.resize);
		results.push({});
	}
	for (const container of actions.start) yield* start(kubelet, known, pod, seen, container, results);
}

function* start(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting, container: Container, results: ActionResult[]): Process<boolean> {
	const held = crashBackOff(kubelet, known, pod, container, seen);
	const error = held ?? (yield* startContainer(kubelet, known, pod, container, seen));
	results.push({ start: container.name, error });
	return error === undefined;
}

function* createSandbox(kubelet: Kubelet, known: KnownPod, pod: PodObject): Process {
	const { story, script } = kubelet.cluster;
	const index = kubelet.cluster.storyIndex(pod.uid);
	const takes = script.sandboxTakes;
	if (takes > 0) story.lane(index, 'sandbox', 'sandbox');
	yield* sleep(takes + SANDBOX_LATENCY);
	story.lane(index, 'sandbox', undefined);
	kubelet.runtime.createSandbox(known.runtime);
	kubelet.tell(pod, {
		code: 'sandbox/created',
		args: { seconds: seconds(takes) },
		tone: 'prep',
		weight: takes > 2000 ? 4 : 1,
		because: [known.causes.get('placed')],
	});
	if (known.status === undefined) return;
	// OnPodSandboxReady: the condition does not wait for the next sync.
	setPodStatus(kubelet, known, pod, {
		...known.status,
		conditions: withCondition(known.status.conditions, { type: 'PodReadyToStartContainers', status: 'True' }),
	});
}

/** pruneInitContainersBeforeStart, purgeInitContainers. */
function forget(kubelet: Kubelet, known: KnownPod, name: string, keep: number): void {
	const dead = known.seen.containers.filter((seen) => seen.name === name && (keep === 0 || seen.state === 'exited'));
	for (const { id } of dead.slice(keep)) {
		const container = known.runtime.containers.find((run) => run.id === id);
		if (container !== undefined) kubelet.runtime.removeContainer(known.runtime, container);
	}
}

/** RestartAllContainers: a running container is killed without grace, and all are removed. */
function* reset(kubelet: Kubelet, known: KnownPod, pod: PodObject, id: number, name: string, exited: boolean): Process {
	const container = known.runtime.containers.find((run) => run.id === id);
	if (container === undefined) return;
	if (!exited) {
		kubelet.say(pod, { type: 'Normal', reason: 'Killing', message: 'killing', object: eventObject(pod, name) });
		yield* kubelet.runtime.stopContainer(known.runtime, container, 2);
	}
	kubelet.runtime.removeContainer(known.runtime, container);
}

/** UpdatePodFromAllocation: a resize that is put off does not count yet. */
function withAllocation(known: KnownPod, pod: PodObject): PodObject {
	const given = known.allocatedSpec;
	if (given === undefined || given === pod.spec || !known.resize.some(({ type }) => type === 'PodResizePending')) return pod;
	const containers = pod.spec.containers.map((container) => {
		const resources = given.containers.find(({ name }) => name === container.name)?.resources;
		return resources === undefined ? container : { ...container, resources };
	});
	return { ...pod, spec: { ...pod.spec, containers } };
}

/** RestartAllContainers, told when it begins and when it is over. */
function tellRestart(kubelet: Kubelet, known: KnownPod, pod: PodObject, seen: Sighting, restarting: boolean): void {
	const topic = 'restart-all';
	if (restarting === known.causes.has(topic)) return;
	if (!restarting) {
		kubelet.tell(pod, { code: 'restart-all/done', tone: 'ok', weight: 6, because: [known.causes.get(topic)] });
		known.causes.delete(topic);
		return;
	}
	const asked = seen.containers.find(({ name, state, exitCode }) => {
		const spec = everyContainer(pod.spec).find((container) => container.name === name);
		return state === 'exited' && spec !== undefined && matchingRule(spec, exitCode)?.action === 'RestartAllContainers';
	});
	const told = kubelet.tell(pod, {
		code: 'restart-all/began',
		args: { exitCode: asked?.exitCode ?? 0 },
		tone: 'warn',
		weight: 8,
		...(asked === undefined ? {} : { container: asked.name, field: kubelet.field(pod, asked.name, 'restartPolicyRules') }),
		because: asked === undefined ? [] : [known.causes.get(`exit/${asked.name}`)],
	});
	known.causes.set(topic, told);
}

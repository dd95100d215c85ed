/** In-place resize: what is wanted, what the node has room for, and what the containers have. pkg/kubelet/allocation, kuberuntime_manager.go computePodResizeAction */

import type { Container, PodSpec, ResourceRequirements } from '../../schema/generated/types';
import { same } from '../../schema/same';
import type { KnownPod } from '../known-pod';
import type { Cluster, Kubelet } from '../kubelet';
import { allocatable, amountOf, requestsOf } from '../nodes';
import { everyContainer } from '../restart-policy';
import { type Condition, isTerminal, type PodObject, type SeenContainer } from '../state';
import { updatePod } from './update-pod';

export interface ResizeStep {
	readonly container: Container;
	readonly restarts: boolean;
}

const PENDING = 'PodResizePending';
const IN_PROGRESS = 'PodResizeInProgress';

/** determinePodResizeStatus. */
export function resizeConditions(known: KnownPod, ended: boolean): readonly Condition[] {
	if (ended) known.resize = [];
	return known.resize;
}

/** podresize admission: more than the whole node has is refused at the door. */
export function refusedResize(cluster: Cluster, pod: PodObject, spec: PodSpec): boolean {
	const node = cluster.nodes.find(({ name }) => name === pod.spec.nodeName);
	const asks = requestsOf(spec);
	const short = node === undefined ? undefined : (['cpu', 'memory'] as const).find((resource) => (asks.get(resource) ?? 0) > allocatable(node, resource));
	if (short === undefined) return false;
	const message = `Node didn't have enough capacity: ${short}`;
	cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'resize/infeasible', args: { message }, tone: 'bad', weight: 8 });
	return true;
}

/** handlePodResourcesResize: the node gives what it has room for, or puts it off. */
export function allocate(kubelet: Kubelet, known: KnownPod, pod: PodObject): void {
	const wanted = resourcesText(pod.spec);
	if (known.allocated === undefined || known.allocated === wanted) {
		known.allocated = wanted;
		known.allocatedSpec = pod.spec;
		known.resize = known.resize.filter(({ type }) => type !== PENDING);
		return;
	}
	const short = shortOf(kubelet, pod);
	if (short !== undefined) return defer(kubelet, known, pod, short);
	const asked = changedResources(known.allocatedSpec, pod.spec);
	known.allocated = wanted;
	known.allocatedSpec = pod.spec;
	known.resize = [{ type: IN_PROGRESS, status: 'True' }];
	kubelet.say(pod, { type: 'Normal', reason: 'ResizeStarted', message: `Pod resize started: ${summary(pod)}` });
	const told = kubelet.tell(pod, {
		code: 'resize/asked',
		args: asked,
		tone: 'prep',
		weight: 5,
		because: [known.causes.get('changed')],
	});
	known.causes.set('resize', told);
}

function defer(kubelet: Kubelet, known: KnownPod, pod: PodObject, { resource, message }: Short): void {
	if (known.resize.some((old) => old.type === PENDING && old.message === message)) return;
	known.resize = [...known.resize.filter(({ type }) => type !== PENDING), { type: PENDING, status: 'True', reason: 'Deferred', message }];
	kubelet.say(pod, {
		type: 'Warning',
		reason: 'ResizeDeferred',
		message: `Pod resize OutOf${resource}: ${summary(pod, message)}`,
	});
	kubelet.tell(pod, { code: 'resize/deferred', args: { message }, tone: 'warn', weight: 7, because: [known.causes.get('changed')] });
}

/** What a node has too little of, in the words of the kubelet's own admission. */
interface Short {
	readonly resource: 'cpu' | 'memory';
	readonly message: string;
}

/** What others leave of the node is not enough. */
function shortOf(kubelet: Kubelet, pod: PodObject): Short | undefined {
	const node = kubelet.cluster.nodes.find(({ name }) => name === kubelet.node);
	if (node === undefined) return undefined;
	const others = [...kubelet.pods.values()].filter((other) => other.pod.uid !== pod.uid && !isTerminal(other.pod.status.phase));
	for (const resource of ['cpu', 'memory'] as const) {
		const used = others.reduce((sum, other) => sum + (requestsOf(other.allocatedSpec ?? other.pod.spec).get(resource) ?? 0), 0);
		const [asks, has] = [requestsOf(pod.spec).get(resource) ?? 0, allocatable(node, resource)];
		if (asks > has - used) return { resource, message: `Node didn't have enough resource: ${resource}, requested: ${asks}, used: ${used}, capacity: ${has}` };
	}
	return undefined;
}

/** Somebody left: what was put off may fit now. */
export function retryDeferred(kubelet: Kubelet): void {
	for (const known of kubelet.pods.values()) {
		if (!known.resize.some(({ type, reason }) => type === PENDING && reason === 'Deferred')) continue;
		allocate(kubelet, known, known.pod);
		updatePod(kubelet, known, { pod: known.pod, kind: 'sync' });
	}
}

/** IsPodResizeInProgress, at the start of a sync: done when every running container has what it should. */
export function noteProgress(kubelet: Kubelet, known: KnownPod, pod: PodObject): void {
	if (!known.resize.some(({ type }) => type === IN_PROGRESS)) return;
	const open = everyContainer(pod.spec).some((container) => {
		const run = known.runtime.containers.find(({ name }) => name === container.name);
		return run?.state === 'running' && !same(run.resources, container.resources);
	});
	if (open) return;
	known.resize = known.resize.filter(({ type }) => type !== IN_PROGRESS);
	kubelet.say(pod, { type: 'Normal', reason: 'ResizeCompleted', message: `Pod resize completed: ${summary(pod)}` });
	kubelet.tell(pod, { code: 'resize/done', args: { container: pod.spec.containers[0]?.name ?? '', restarted: known.resizeRestarted }, tone: 'ok', weight: 6 });
}

/** computePodResizeAction. */
export function resizeOf(container: Container, status: SeenContainer): ResizeStep | undefined {
	if (status.state !== 'running') return undefined;
	const differs = (name: 'cpu' | 'memory'): boolean =>
		(['requests', 'limits'] as const).some((group) => amountOf(container.resources?.[group]?.[name], 1) !== amountOf(status.resources?.[group]?.[name], 1));
	const changed = (['cpu', 'memory'] as const).filter(differs);
	if (changed.length === 0) return undefined;
	const restarts = changed.some(
		(name) => container.resizePolicy?.some((policy) => policy.resourceName === name && policy.restartPolicy === 'RestartContainer') ?? false,
	);
	return { container, restarts };
}

/** Which containers, or the pod as a whole, ask for something else, and what they ask for now: `limits.memory 256Mi`. */
function changedResources(before: PodSpec | undefined, after: PodSpec): { readonly container: string; readonly what: string } {
	const old = new Map(everyContainer(before ?? after).map(({ name, resources }) => [name, JSON.stringify(resources)]));
	const changed = everyContainer(after).filter(({ name, resources }) => old.get(name) !== JSON.stringify(resources));
	const amounts = ({ requests, limits }: ResourceRequirements): readonly string[] =>
		Object.entries({ requests, limits }).flatMap(([part, map]) => Object.entries(map ?? {}).map(([name, amount]) => `${part}.${name} ${amount}`));
	if (changed.length === 0) return { container: 'pod', what: amounts(after.resources ?? {}).join(', ') };
	return { container: changed.map(({ name }) => name).join(', '), what: changed.map(({ resources }) => amounts(resources ?? {}).join(', ')).join('; ') };
}

function resourcesText(spec: PodSpec): string {
	return JSON.stringify(everyContainer(spec).map(({ resources }) => resources ?? {}));
}

/** makeResourceSummaryFromSpec. */
function summary(pod: PodObject, error?: string): string {
	const list = (containers: readonly Container[]) => containers.map(({ name, resources }) => ({ name, resources: ordered(resources) }));
	const init = pod.spec.initContainers ?? [];
	return JSON.stringify({
		...(init.length > 0 ? { initContainers: list(init) } : {}),
		containers: list(pod.spec.containers),
		generation: pod.generation,
		...(error === undefined ? {} : { error }),
	});
}

function ordered(resources: ResourceRequirements | undefined): object {
	const sorted = (amounts: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1)));
	return {
		...(resources?.limits === undefined ? {} : { limits: sorted(resources.limits) }),
		...(resources?.requests === undefined ? {} : { requests: sorted(resources.requests) }),
	};
}

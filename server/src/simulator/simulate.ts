import { fits } from '../schema/fits';
import type { ObjectMeta, Pod, PodSpec } from '../schema/generated/types';
import { computePodQOS } from '../schema/pod-qos';
import { NEWEST } from '../schema/schema';
import { ApiServer } from './api-server';
import { act, planActions } from './behaviors/act';
import { watchLostPods } from './behaviors/collect-lost-pods';
import { createPod, NO_SPEC } from './behaviors/create-pod';
import { planSilence } from './behaviors/lose-node';
import { createStaticPod } from './behaviors/mirror-pod';
import { planPressure } from './behaviors/node-pressure';
import { watchPods } from './behaviors/receive-pod';
import { refuse } from './behaviors/refuse';
import { relist } from './behaviors/relist';
import { watchUnscheduled } from './behaviors/schedule';
import { watchPlacements } from './behaviors/taint-node';
import { Clock, outcomeOf } from './clock';
import { startWorkload } from './controllers/start-workload';
import type { WorkloadObject } from './controllers/workload';
import { milliseconds } from './duration';
import { seconds } from './event-log';
import { type Cluster, Kubelet } from './kubelet';
import { nodesOf, roomyNode } from './make-nodes';
import type { Node } from './nodes';
import { CREATE_LATENCY, HALFWAY, type Jitter, LONGEST_LIFE, MINUTE } from './pace';
import { type JudgeUpdate, takeReadable, UNREADABLE } from './patch';
import { Recorder } from './recorder';
import type { Scenario } from './scenario';
import { Script } from './script';
import { StoryTeller } from './story';
import type { Trace } from './trace';

export interface Decoded {
	readonly kind: string;
	/** Decoded and defaulted. */
	readonly object: unknown;
	/** Why the API server does not take it, in its words. */
	readonly refusal?: string;
}

/** What there is besides the object itself. */
interface Around {
	/** The other documents of the file. */
	readonly beside?: readonly Decoded[];
	/** Reads the manifests that actions of the scenario create. */
	readonly decode?: (manifest: string) => readonly Decoded[];
	/** What the API server says to the patches of the scenario; whatever can be read, if nobody knows. */
	readonly judge?: JudgeUpdate;
	/** The cluster is as the pod wishes: nodes with the names and labels that it asks for, claims that exist, and images that run as they may. */
	readonly hospitable?: boolean;
	/** What the scenario makes of the object: nodes that are as the pod wishes are as this one wishes, too. */
	readonly becomes?: Decoded;
	/** Where in its range each wait lies that the kubelet jitters, from 0 to 1; halfway, if nobody says. The same numbers give the same life. */
	readonly jitter?: Jitter;
	/** Where the pod's spec lies in the document, for the fields that a story names. */
	readonly specField?: string;
}

type Created = ReadonlyMap<string, readonly Decoded[]>;

/** The same, read. */
interface Surroundings extends Around {
	readonly beside: readonly Decoded[];
	readonly created: Created;
}

/** The life of a pod or workload in a scenario. `object` is the manifest decoded and defaulted; the same input gives the same trace to the byte. */
export const simulate = (kind: string, object: unknown, scenario: Scenario, around: Around = {}): Trace =>
	outcomeOf(simulateInSteps(kind, object, scenario, around));

/** The same in steps of some tens of milliseconds, for those who have other things to do in between. */
export function* simulateInSteps(kind: string, object: unknown, scenario: Scenario, around: Around): Generator<void, Trace> {
	const namespace = scenario.name ?? (object as Pod).metadata?.namespace ?? 'default';
	const beside = (around.beside ?? []).map(readable);
	const created = manifestsOf(scenario, around.decode);
	const cluster = makeCluster(kind, object, namespace, scenario, { ...around, beside, created });
	const { clock, api } = cluster;
	for (const action of scenario.before ?? []) act(cluster, action);
	for (const other of beside) if (other.refusal === undefined && other.kind !== 'Pod') api.createObject(other.kind, nameOf(other), other.object);
	const main = object as Pod;
	if (kind !== 'Pod') startWorkload(cluster, kind, object as WorkloadObject, namespace);
	else if (scenario.static === true) createStaticPod(cluster, inNamespace(main.metadata, namespace), { ...NO_SPEC, ...main.spec });
	else createPod(cluster, inNamespace(main.metadata, namespace), main.spec ?? NO_SPEC);
	// kubectl creates one document after another.
	const others = beside.filter((other) => other.kind === 'Pod' || other.refusal !== undefined);
	for (const [index, other] of others.entries()) clock.at((index + 1) * CREATE_LATENCY, () => create(cluster, namespace, other));
	const answers = planActions(cluster, scenario.actions ?? []);
	yield* clock.running();
	if (clock.cut) cluster.story.tell(undefined, { code: 'story/cut', args: { until: seconds(clock.horizon) }, tone: 'warn', weight: 9 });
	return { ...traceOf(cluster, kind, main, seconds(clock.now)), ...(answers.length > 0 && { answers }) };
}

/** A pod that cannot be read as one is refused, whoever read it. */
function readable(decoded: Decoded): Decoded {
	const { kind, object, refusal } = decoded;
	if (refusal !== undefined || kind !== 'Pod' || fits(object, { kind: 'struct', name: 'Pod' }, NEWEST)) return decoded;
	return { kind, object: {}, refusal: UNREADABLE };
}

/** What the actions of a scenario create, by their texts: each is read once. */
function manifestsOf({ before = [], actions = [] }: Scenario, decode: Around['decode']): Created {
	const texts = [...before, ...actions].flatMap(({ do: what, manifest }) => (what === 'create' && manifest !== undefined ? [manifest] : []));
	return new Map([...new Set(texts)].map((text) => [text, (decode?.(text) ?? []).map(readable)]));
}

/** Who sends an object that the server refuses hears why. */
function create(cluster: Cluster, namespace: string, decoded: Decoded): void {
	const { kind, object, refusal } = decoded;
	const name = nameOf(decoded);
	if (refusal !== undefined) cluster.story.tell(undefined, { code: 'object/refused', args: { kind, name, message: refusal }, tone: 'bad', weight: 8 });
	else if (kind === 'Pod') createPod(cluster, inNamespace((object as Pod).metadata, namespace), (object as Pod).spec ?? NO_SPEC);
	else {
		cluster.story.tell(undefined, { code: 'object/created', args: { kind, name }, tone: 'prep', weight: 5 });
		cluster.api.createObject(kind, name, object);
	}
}

const nameOf = ({ object }: Decoded): string => String((object as Pod | null)?.metadata?.name ?? '');

function inNamespace(meta: ObjectMeta | undefined, namespace: string): ObjectMeta {
	return { ...meta, namespace };
}

function makeCluster(kind: string, object: unknown, namespace: string, scenario: Scenario, around: Surroundings): Cluster {
	const clock = new Clock(Math.min(LONGEST_LIFE, milliseconds(scenario.until) || MINUTE));
	const api = new ApiServer(clock);
	const script = new Script(scenario);
	const resizes = (scenario.actions ?? []).some(({ subresource }) => subresource === 'resize');
	const recorder = new Recorder(clock, api, resizes);
	const hospitable = around.hospitable === true;
	const alone =
		kind === 'Pod' && ![...around.beside, ...[...around.created.values()].flat()].some((other) => other.kind === 'Pod' && other.refusal === undefined);
	const cluster: Cluster = {
		clock,
		api,
		recorder,
		script,
		story: new StoryTeller(clock),
		nodes: makeNodes(kind, object, scenario, around),
		causes: new Map(),
		triedAt: new Map(),
		refusedFor: new Map(),
		mostPodsTold: false,
		owner: undefined,
		hospitable,
		kubelets: [],
		storyIndex: (uid) => (alone ? undefined : Math.max(0, recorder.indexOf(uid))),
		specField: around.specField ?? SPEC_FIELDS[kind] ?? TEMPLATE_SPEC,
		jitter: around.jitter ?? (() => HALFWAY),
		judge: around.judge ?? takeReadable,
		create: (manifest) => {
			const objects = around.created.get(manifest) ?? [];
			if (objects.length === 0) refuse(cluster, { do: 'create' }, 'no objects passed to create');
			for (const one of objects) create(cluster, namespace, one);
		},
		removeStatic: () => {},
	};
	for (const node of cluster.nodes) startKubelet(cluster, node, script.nodeReady);
	watchUnscheduled(cluster);
	watchLostPods(cluster);
	watchPlacements(cluster);
	tellEnds(cluster);
	const [node] = cluster.nodes;
	const [kubelet] = cluster.kubelets;
	if (node === undefined || kubelet === undefined) return cluster;
	planSilence(cluster, kubelet, node);
	planPressure(cluster, kubelet, node);
	return cluster;
}

/** The nodes of the scenario; in a hospitable cluster they suit the pods of the manifests. */
function makeNodes(kind: string, object: unknown, scenario: Scenario, { beside, created, becomes, hospitable = false }: Surroundings): readonly Node[] {
	const { world: { nodes, node } = {} } = scenario;
	// In the recordings a node that falls silent is one of its own.
	if (nodes === undefined && !hospitable)
		return [roomyNode(node?.silentFrom !== undefined && scenario.name !== undefined ? `node-${scenario.name}` : 'node-1')];
	const all = [{ kind, object }, ...(becomes ? [becomes] : []), ...beside, ...[...created.values()].flat()];
	return nodesOf(nodes, hospitable ? all.flatMap(podSpecOf) : undefined);
}

function startKubelet(cluster: Cluster, node: Node, isReady: boolean): void {
	if (!isReady) node.taints = [...node.taints, { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }];
	const kubelet = new Kubelet(cluster, node.name);
	kubelet.relist = () => relist(kubelet);
	cluster.kubelets.push(kubelet);
	watchPods(kubelet);
}

/** The pod's spec of a pod or workload. */
function podSpecOf({ kind, object }: Decoded): readonly PodSpec[] {
	let value: unknown = object;
	for (const name of (SPEC_FIELDS[kind] ?? TEMPLATE_SPEC).split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
	return Array.isArray((value as Partial<PodSpec> | undefined)?.containers) ? [value as PodSpec] : [];
}

const TEMPLATE_SPEC = 'spec.template.spec';

const SPEC_FIELDS: Readonly<Record<string, string>> = { Pod: 'spec', CronJob: 'spec.jobTemplate.spec.template.spec' };

function tellEnds(cluster: Cluster): void {
	cluster.api.watch((event, pod) => {
		if (event !== 'deleted') return;
		const index = cluster.storyIndex(pod.uid);
		cluster.story.tell(index, {
			code: 'pod/gone',
			args: { seconds: seconds(cluster.clock.now - (pod.deletion?.at ?? cluster.clock.now)) },
			tone: 'done',
			weight: 6,
			because: [cluster.causes.get(`stopped/${pod.uid}`) ?? cluster.causes.get(`deleted/${pod.uid}`)],
		});
		for (const { name } of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) cluster.story.lane(index, name, undefined);
	});
}

function traceOf(cluster: Cluster, kind: string, main: Pod, until: number): Trace {
	const pods = cluster.recorder.traces(0);
	const [first] = pods;
	const base = { name: main.metadata?.name ?? '', kind, until, story: cluster.story.end() };
	if (kind !== 'Pod') return { ...base, pods, owner: cluster.owner?.states() ?? [], ownerEvents: cluster.owner?.events() ?? [] };
	const qos = { qosClass: computePodQOS({ ...NO_SPEC, ...main.spec }, NEWEST) };
	if (pods.length > 1) return { ...base, ...qos, pods };
	return { ...base, ...qos, timeline: first?.timeline ?? [], events: first?.events ?? [] };
}

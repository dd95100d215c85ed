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
import { relist } from './behaviors/relist';
import { watchUnscheduled } from './behaviors/schedule';
import { watchPlacements } from './behaviors/taint-node';
import { Clock } from './clock';
import { startWorkload } from './controllers/start-workload';
import type { WorkloadObject } from './controllers/workload';
import { milliseconds } from './duration';
import { seconds } from './event-log';
import { type Cluster, Kubelet } from './kubelet';
import { nodesOf, roomyNode } from './make-nodes';
import type { Node } from './nodes';
import { CREATE_LATENCY, LONGEST_LIFE, MINUTE } from './pace';
import { Recorder } from './recorder';
import type { Scenario } from './scenario';
import { Script } from './script';
import { StoryTeller } from './story';
import type { Trace } from './trace';

export interface Decoded {
	readonly kind: string;
	/** Decoded and defaulted. */
	readonly object: unknown;
}

/** What there is besides the object itself. */
interface Around {
	/** The other documents of the file. */
	readonly beside?: readonly Decoded[];
	/** Reads the manifests that actions of the scenario create. */
	readonly decode?: (manifest: string) => readonly Decoded[];
	/** The cluster is as the pod wishes: nodes with the names and labels that it asks for, claims that exist, and images that run as they may. */
	readonly hospitable?: boolean;
	/** Where the pod's spec lies in the document, for the fields that a story names. */
	readonly specField?: string;
}

/** The life of a pod or workload in a scenario. `object` is the manifest decoded and defaulted; the same input gives the same trace to the byte. */
export function simulate(kind: string, object: unknown, scenario: Scenario, around: Around = {}): Trace {
	const namespace = scenario.name ?? (object as Pod).metadata?.namespace ?? 'default';
	const cluster = makeCluster(kind, object, namespace, scenario, around);
	const { clock, api } = cluster;
	for (const action of scenario.before ?? []) act(cluster, action);
	for (const other of around.beside ?? []) if (other.kind !== 'Pod') api.createObject(other.kind, (other.object as Pod).metadata?.name ?? '', other.object);
	const main = object as Pod;
	if (kind !== 'Pod') startWorkload(cluster, kind, object as WorkloadObject, namespace);
	else if (scenario.static === true) createStaticPod(cluster, inNamespace(main.metadata, namespace), { ...NO_SPEC, ...main.spec });
	else createPod(cluster, inNamespace(main.metadata, namespace), main.spec ?? NO_SPEC);
	// kubectl creates one document after another.
	const others = (around.beside ?? []).filter((other) => other.kind === 'Pod').map(({ object }) => object as Pod);
	for (const [index, { metadata, spec = NO_SPEC }] of others.entries())
		clock.at((index + 1) * CREATE_LATENCY, () => createPod(cluster, inNamespace(metadata, namespace), spec));
	planActions(cluster, scenario.actions ?? []);
	clock.run();
	if (clock.cut) cluster.story.tell(undefined, { code: 'story/cut', tone: 'warn', weight: 9 });
	return traceOf(cluster, kind, main, seconds(clock.horizon));
}

function inNamespace(meta: ObjectMeta | undefined, namespace: string): ObjectMeta {
	return { ...meta, namespace };
}

function makeCluster(kind: string, object: unknown, namespace: string, scenario: Scenario, around: Around): Cluster {
	const clock = new Clock(Math.min(LONGEST_LIFE, milliseconds(scenario.until) || MINUTE));
	const api = new ApiServer(clock);
	const script = new Script(scenario);
	const resizes = (scenario.actions ?? []).some(({ subresource }) => subresource === 'resize');
	const recorder = new Recorder(clock, api, resizes);
	const hospitable = around.hospitable === true;
	const alone =
		kind === 'Pod' &&
		!(around.beside ?? []).some((other) => other.kind === 'Pod') &&
		!(scenario.actions ?? []).some(({ manifest = '' }) => /^kind: *Pod\b/m.test(manifest));
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
		create: (manifest) => {
			for (const { kind: created, object } of around.decode?.(manifest) ?? []) {
				const { metadata, spec } = object as Pod;
				if (created === 'Pod') createPod(cluster, inNamespace(metadata, namespace), spec ?? NO_SPEC);
				else {
					cluster.story.tell(undefined, { code: 'object/created', args: { kind: created, name: metadata?.name ?? '' }, tone: 'prep', weight: 5 });
					api.createObject(created, metadata?.name ?? '', object);
				}
			}
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
function makeNodes(kind: string, object: unknown, scenario: Scenario, { beside = [], decode, hospitable = false }: Around): readonly Node[] {
	const { world: { nodes, node } = {}, actions = [], before = [] } = scenario;
	// In the recordings a node that falls silent is one of its own.
	if (nodes === undefined && !hospitable)
		return [roomyNode(node?.silentFrom !== undefined && scenario.name !== undefined ? `node-${scenario.name}` : 'node-1')];
	const created = [...before, ...actions].flatMap(({ do: what, manifest }) => (what === 'create' ? (decode?.(manifest ?? '') ?? []) : []));
	return nodesOf(nodes, hospitable ? [{ kind, object }, ...beside, ...created].flatMap(podSpecOf) : undefined);
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

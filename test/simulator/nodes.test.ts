/** Where pods go and why they wait: the filters of pkg/scheduler/framework/plugins over the nodes of a scenario. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodePool, Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { Trace } from '../../server/src/simulator/trace';

const LABELS = { app: 'web' };
const SELF = { labelSelector: { matchLabels: LABELS } };

/** A Deployment in the editor's cluster, which grants what the manifest asks of its nodes. */
function deployment(replicas: number, spec: object, scenario: Scenario = {}, container: object = {}): Trace {
	const template = { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'app:1', ...container }], ...spec } };
	return simulate('Deployment', { metadata: { name: 'web' }, spec: { replicas, template } }, scenario, { hospitable: true });
}

const inPools = (...nodes: readonly NodePool[]): Scenario => ({ world: { nodes } });
const requesting = (requests: object): object => ({ resources: { requests } });

/** The node of each pod at the end, in order of creation; `-` for none. */
const places = ({ pods = [] }: Trace): string =>
	pods
		.map(({ timeline }) => timeline.at(-1))
		.filter((state) => state?.gone !== true)
		.map((state) => state?.node ?? '-')
		.join(' ');
/** The first of the scheduler's refusals, up to what it says of preemption. */
const refusal = ({ pods = [] }: Trace): string | undefined =>
	pods
		.flatMap(({ events }) => events)
		.find(({ reason }) => reason === 'FailedScheduling')
		?.message.replace(/ no new claims.*| preemption:.*/, '');
const waits = ({ story }: Trace) => story.moments.filter(({ code }) => code === 'pod/unschedulable').map(({ args, field }) => [args['why'], field]);

test('a host port is free once on every node', () => {
	const trace = deployment(4, {}, {}, { ports: [{ containerPort: 80, hostPort: 80 }] });
	assert.equal(places(trace), 'node-1 node-2 node-3 -');
	assert.equal(refusal(trace), "0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.");
	assert.deepEqual(waits(trace), [['NodePorts', 'spec.template.spec.containers[0].ports']]);
	assert.equal(places(deployment(4, { hostNetwork: true }, {}, { ports: [{ containerPort: 80 }] })), 'node-1 node-2 node-3 -');
	const addresses = [{ containerPort: 80, hostPort: 80, hostIP: '127.0.0.1' }];
	const both = { containers: [{ name: 'app', image: 'app:1', ports: addresses }] };
	const other = {
		metadata: { name: 'b' },
		spec: { containers: [{ name: 'b', image: 'b:1', ports: [{ containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' }] }] },
	};
	const one = simulate('Pod', { metadata: { name: 'a' }, spec: both }, inPools({}), { beside: [{ kind: 'Pod', object: other }] });
	assert.equal(places(one), 'node-1 node-1');
});

test('a rolling update with a host port waits for the old pod to go, unless it goes first', () => {
	const ports = { ports: [{ containerPort: 80, hostPort: 80 }] };
	const update = {
		at: '10s',
		do: 'patch',
		target: 'owner',
		body: { spec: { template: { spec: { containers: [{ name: 'app', image: 'app:2' }] } } } },
	} as const;
	const stuck = deployment(3, {}, { actions: [update], until: '1m' }, ports);
	assert.equal(places(stuck), 'node-1 node-2 node-3 -');
	const body = { spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } } };
	const eased = deployment(3, {}, { actions: [{ at: '5s', do: 'patch', target: 'owner', body }, update], until: '1m' }, ports);
	assert.deepEqual(places(eased).split(' ').sort(), ['node-1', 'node-2', 'node-3']);
});

test('required anti-affinity and hard spreads keep pods apart', () => {
	const anti = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...SELF, topologyKey: 'kubernetes.io/hostname' }] } };
	const apart = deployment(4, { affinity: anti });
	assert.equal(places(apart), 'node-1 node-2 node-3 -');
	assert.equal(refusal(apart), "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.");
	assert.deepEqual(waits(apart), [['InterPodAffinity/anti-affinity', 'spec.template.spec.affinity.podAntiAffinity']]);
	const spread = (topologyKey: string) => ({ topologySpreadConstraints: [{ ...SELF, maxSkew: 1, topologyKey, whenUnsatisfiable: 'DoNotSchedule' }] });
	assert.equal(places(deployment(4, spread('topology.kubernetes.io/zone'))), 'node-1 node-2 node-3 node-1');
	const lopsided = deployment(3, spread('zone'), inPools({ labels: { zone: 'a' } }, { labels: { zone: 'b' }, cpu: '1' }), requesting({ cpu: '700m' }));
	assert.equal(places(lopsided), 'node-1 node-2 node-1');
	const full = deployment(4, spread('zone'), inPools({ labels: { zone: 'a' } }, { labels: { zone: 'b' }, cpu: '1' }), requesting({ cpu: '700m' }));
	assert.equal(refusal(full), "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match pod topology spread constraints.");
	assert.match(refusal(deployment(1, spread('rack'), inPools({ labels: {} }))) ?? '', /\(missing required label\)/);
});

test('affinity wants company, and the first of its kind may begin', () => {
	const near = { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...SELF, topologyKey: 'kubernetes.io/hostname' }] } };
	assert.equal(places(deployment(3, { affinity: near })), 'node-1 node-1 node-1');
	const strangers = {
		podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { app: 'db' } }, topologyKey: 'kubernetes.io/hostname' }] },
	};
	assert.equal(refusal(deployment(1, { affinity: strangers })), "0/3 nodes are available: 3 node(s) didn't match pod affinity rules.");
});

test('what no node can hold waits forever, what others have taken waits for them', () => {
	const big = deployment(1, {}, {}, requesting({ cpu: '500', memory: '1Ti' }));
	assert.equal(refusal(big), '0/3 nodes are available: 3 Insufficient cpu, 3 Insufficient memory.');
	assert.deepEqual(waits(big), [['too big', 'spec.template.spec.containers[0].resources.requests.cpu']]);
	const [moment] = big.story.moments.filter(({ code }) => code === 'pod/unschedulable');
	assert.deepEqual([moment?.args['asks'], moment?.args['most']], ['500', '4']);
	const taken = deployment(4, {}, { actions: [{ at: '20s', do: 'patch', target: 'owner', body: { spec: { replicas: 3 } } }] }, requesting({ cpu: '3' }));
	assert.deepEqual(waits(taken), [['no room', 'spec.template.spec.containers[0].resources.requests.cpu']]);
	assert.equal(places(taken), 'node-1 node-2 node-3');
	assert.match(refusal(deployment(3, {}, inPools({ pods: 2 }))) ?? '', /1 Too many pods/);
	assert.match(refusal(deployment(1, {}, inPools({}), requesting({ 'ephemeral-storage': '200Gi' }))) ?? '', /Insufficient ephemeral-storage/);
});

test('a pod that waits for room starts when another goes', () => {
	const scenario: Scenario = { world: { containers: { app: { onTerm: { exitAfter: '5s' } } } }, actions: [{ at: '20s', do: 'delete' }], until: '1m' };
	const trace = deployment(4, {}, scenario, requesting({ cpu: '3' }));
	const waiting = trace.pods?.[3];
	const placed = waiting?.timeline.find(({ node }) => node !== undefined);
	assert.equal(placed?.node, 'node-1');
	assert.ok((placed?.t ?? 0) > 20);
});

test('labels and resources are there as the manifest asks, unless the scenario says which there are', () => {
	const picky = {
		nodeSelector: { disk: 'ssd' },
		affinity: {
			nodeAffinity: {
				requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'gen', operator: 'Gt', values: ['3'] }] }] },
			},
		},
	};
	assert.equal(places(deployment(1, picky)), 'node-1');
	const bare = deployment(1, picky, inPools({ count: 2, labels: {} }, { labels: { disk: 'hdd' } }));
	assert.equal(refusal(bare), "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.");
	assert.deepEqual(waits(bare), [['NodeAffinity', 'spec.template.spec.nodeSelector']]);
	const gpu = requesting({ 'nvidia.com/gpu': '1' });
	assert.equal(places(deployment(2, {}, {}, gpu)), 'node-1 node-2');
	assert.equal(places(deployment(2, {}, inPools({ count: 2, resources: {} }, { name: 'gpu', resources: { 'nvidia.com/gpu': 1 } }), gpu)), 'gpu -');
});

test('pods that want different labels of one name find different nodes', () => {
	const pod = (name: string, disk: string) => ({ metadata: { name }, spec: { nodeSelector: { disk }, containers: [{ name, image: 'app:1' }] } });
	const trace = simulate('Pod', pod('a', 'ssd'), {}, { hospitable: true, beside: [{ kind: 'Pod', object: pod('b', 'hdd') }] });
	assert.equal(places(trace), 'node-1 node-2');
});

test('nodes have the names that the manifest calls for, or those of their pools', () => {
	assert.equal(places(deployment(2, { nodeSelector: { 'kubernetes.io/hostname': 'worker-7' } })), 'worker-7 worker-7');
	const all = deployment(4, {}, inPools({ name: 'gpu', count: 2 }, { count: 2 }), requesting({ cpu: '3' }));
	assert.equal(places(all), 'gpu-1 gpu-2 node-1 node-2');
	const many = deployment(1, {}, inPools({ count: 100 }, { count: 100 }), requesting({ cpu: '9' }));
	assert.match(refusal(many) ?? '', /^0\/100 nodes/);
});

test('taints keep pods away, or only make a node the last choice', () => {
	const taint = (effect: 'NoSchedule' | 'PreferNoSchedule') => ({ taints: [{ key: 'dedicated', value: 'db', effect }] });
	assert.equal(places(deployment(2, {}, inPools(taint('NoSchedule'), {}))), 'node-2 node-2');
	const tolerations = [{ key: 'dedicated', operator: 'Equal', value: 'db' }];
	assert.equal(places(deployment(2, { tolerations }, inPools(taint('NoSchedule'), {}))), 'node-1 node-2');
	assert.equal(places(deployment(2, {}, inPools(taint('PreferNoSchedule'), { cpu: '1' }), requesting({ cpu: '700m' }))), 'node-2 node-1');
	assert.deepEqual(waits(deployment(1, {}, inPools(taint('NoSchedule')))), [['TaintToleration', 'spec.template.spec.tolerations']]);
});

test('what is preferred decides between nodes that would all do', () => {
	const preference = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] };
	const fast = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, preference }] } };
	assert.equal(places(deployment(1, { affinity: fast }, inPools({ labels: {} }, { labels: { disk: 'ssd' } }))), 'node-2');
	const near = {
		podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { ...SELF, topologyKey: 'kubernetes.io/hostname' } }] },
	};
	assert.equal(places(deployment(3, { affinity: near })), 'node-1 node-1 node-1');
	const soft = [{ ...SELF, maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }];
	const zones = inPools({ count: 2, labels: { zone: 'a' } }, { labels: { zone: 'b' } });
	assert.equal(places(deployment(2, { topologySpreadConstraints: soft }, zones)), 'node-1 node-3');
});

test('a Deployment comes up elsewhere when its node is lost, and a StatefulSet does not', () => {
	const scenario: Scenario = { world: { node: { silentFrom: '20s' } }, until: '8m' };
	const lost = deployment(3, {}, scenario);
	assert.equal(places(lost), 'node-1 node-2 node-3 node-2');
	const ready = (lost.pods ?? []).filter(({ timeline }) => timeline.at(-1)?.conditions?.['Ready']?.status === 'True');
	assert.equal(ready.length, 3);
	const template = { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'app:1' }] } };
	const kept = simulate('StatefulSet', { metadata: { name: 'db' }, spec: { replicas: 1, template } }, scenario, { hospitable: true });
	assert.deepEqual([kept.pods?.length, kept.pods?.[0]?.timeline.at(-1)?.kubectl?.status], [1, 'Terminating']);
});

test('a node that is back takes pods only when its taint is gone, some ten seconds later', () => {
	const tolerations = [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 20 }];
	const trace = deployment(1, { tolerations }, { world: { nodes: [{}], node: { silentFrom: '10s', silentUntil: '120s' } }, until: '3m' });
	const [, replacement] = trace.pods ?? [];
	const placed = replacement?.timeline.find(({ node }) => node !== undefined);
	assert.ok(Math.abs((replacement?.createdAt ?? 0) + (placed?.t ?? 0) - 130) < 1);
	assert.ok(trace.pods?.[0]?.events.some(({ reason }) => reason === 'Killing'));
});

test('a Job whose pod a taint has driven away does not wait: the pod has not been ready for long', () => {
	const tolerations = [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 20 }];
	const template = { spec: { restartPolicy: 'Never', tolerations, containers: [{ name: 'app', image: 'app:1' }] } };
	const spec = { completions: 1, parallelism: 1, template };
	const trace = simulate('Job', { metadata: { name: 'j' }, spec }, { world: { node: { silentFrom: '10s' } }, until: '3m' }, { hospitable: true });
	const deleted = trace.pods?.[0]?.timeline.find(({ deleting }) => deleting)?.t ?? 0;
	const again = trace.pods?.[1]?.createdAt ?? 0;
	assert.ok(again - deleted > 0 && again - deleted < 2, `${deleted} ${again}`);
});

test('a DaemonSet has one pod on every node that will have it', () => {
	const template = { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'app:1' }] } };
	const live = (scenario: Scenario): Trace => simulate('DaemonSet', { metadata: { name: 'agent' }, spec: { template } }, scenario, { hospitable: true });
	assert.equal(places(live({})), 'node-1 node-2 node-3');
	const tainted = live(inPools({ count: 2 }, { taints: [{ key: 'a', effect: 'NoSchedule' }] }));
	assert.equal(places(tainted), 'node-1 node-2');
	assert.equal((tainted.owner?.at(-1)?.status as { desiredNumberScheduled?: number } | undefined)?.desiredNumberScheduled, 2);
});

test('a claim that somebody creates is used at once', () => {
	const pod = {
		metadata: { name: 'p' },
		spec: { containers: [{ name: 'app', image: 'app:1' }], volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
	};
	const decode = () => [{ kind: 'PersistentVolumeClaim', object: { metadata: { name: 'data' } } }];
	const trace = simulate('Pod', pod, { actions: [{ at: '20s', do: 'create', manifest: 'claim' }] }, { decode });
	assert.ok(Math.abs((trace.timeline?.find(({ node }) => node !== undefined)?.t ?? 0) - 20) < 1);
	assert.deepEqual(waits(trace), [['VolumeBinding', 'spec.volumes']]);
});

test('recordings know one node on which everything fits', () => {
	const pods = simulate(
		'Deployment',
		{ metadata: { name: 'web' }, spec: { replicas: 150, template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'app', image: 'app:1' }] } } } },
		{},
	);
	assert.ok(
		places(pods)
			.split(' ')
			.every((node) => node === 'node-1'),
	);
});

test('a Deployment of thousands is followed as far as a story goes', () => {
	const trace = deployment(5000, {}, {}, { ports: [{ containerPort: 80, hostPort: 80 }] });
	assert.equal(trace.pods?.length, 300);
	assert.equal(
		places(trace)
			.split(' ')
			.filter((node) => node !== '-').length,
		3,
	);
});

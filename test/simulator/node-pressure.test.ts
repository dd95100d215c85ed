/** A node that runs short, as pkg/kubelet/eviction has it: the source decides, since no recording can show it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pressure, Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { PodEvent, PodState, PodTrace, Trace } from '../../server/src/simulator/trace';

const FAILS = { onTerm: { exitCode: 143 } };

function scenarioOf(pressure: Pressure, until: string, containers: NonNullable<Scenario['world']>['containers'] = { app: FAILS }): Scenario {
	return { until, world: { containers, node: { pressure } } };
}

const specOf = (resources: object = {}, more: object = {}) => ({
	restartPolicy: 'Always',
	terminationGracePeriodSeconds: 30,
	containers: [{ name: 'app', image: 'app:1', resources }],
	...more,
});
const podOf = (name: string, resources: object = {}, more: object = {}) => ({ metadata: { name }, spec: specOf(resources, more) });

/** Several pods on one node. */
function together(pods: readonly object[], scenario: Scenario): Trace {
	const [main, ...others] = pods;
	return simulate('Pod', main, scenario, { beside: others.map((object) => ({ kind: 'Pod', object })) });
}

const livesOf = ({ pods = [] }: Trace): readonly PodTrace[] => pods;
const warnings = (events: readonly PodEvent[] = []) => events.filter(({ type }) => type === 'Warning').map(({ reason, message }) => `${reason}: ${message}`);
const rowOf = (state: PodState | undefined) => `${state?.phase} ${state?.reason ?? ''} ${state?.kubectl?.ready} ${state?.kubectl?.status}`;
const told = ({ story }: Trace, code: string) => story.moments.filter((moment) => moment.code === code);
/** Names of evicted pods, in their order. */
const evicted = (trace: Trace) => told(trace, 'pod/evicted').map(({ pod = 0 }) => livesOf(trace)[pod]?.name);

const LOW = 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 60Mi. ';

test('a pod that uses more than it requests is evicted at the next look, with the words of the kubelet', () => {
	const trace = simulate('Pod', podOf('p'), scenarioOf({ from: '30s' }, '2m'));
	const message = `${LOW}Container app was using 200Mi, request is 0, has larger consumption of memory. `;
	assert.deepEqual(warnings(trace.events), [`Evicted: ${message}`]);
	assert.equal(trace.events?.find(({ reason }) => reason === 'Evicted')?.t, 32);
	const last = trace.timeline?.at(-1);
	assert.equal(rowOf(last), 'Failed Evicted 0/1 Error');
	assert.equal(last?.message, message);
	assert.deepEqual(last?.conditions?.['DisruptionTarget'], { status: 'True', reason: 'TerminationByKubelet', message });
	// Until its containers are gone the API knows nothing of it: mergePodStatus.
	assert.equal(
		trace.timeline?.some(({ t, phase, kubectl }) => t < 32 && phase === 'Running' && kubectl?.status === 'Running'),
		true,
	);
	assert.equal(
		trace.timeline?.some(({ phase, reason }) => phase === 'Running' && reason !== undefined),
		false,
	);
	const [moment] = told(trace, 'pod/evicted');
	assert.equal(moment?.field, 'spec.containers[0].resources.requests.memory');
	assert.equal(trace.story.moments[moment?.because[0] ?? -1]?.code, 'node/pressure');
});

test('one second of grace, two before SIGKILL; preStop is inside the one', () => {
	const hook = { lifecycle: { preStop: { exec: { command: ['sleep', '20'] } } } };
	const pod = podOf('p', {}, { containers: [{ name: 'app', image: 'app:1', ...hook }] });
	const trace = simulate('Pod', pod, scenarioOf({ from: '30s' }, '2m', { app: { onTerm: { ignore: true }, preStop: { takes: '20s' } } }));
	const end = trace.timeline?.find(({ phase }) => phase === 'Failed');
	assert.ok(end !== undefined && Math.abs(end.t - 35) < 0.2, `${end?.t}`);
	assert.equal(end.containers?.['app']?.exitCode, 137);
});

test('whose containers all end with code 0 succeeds, and Evicted is lost: generateAPIPodStatus', () => {
	const trace = simulate('Pod', podOf('p'), scenarioOf({ from: '30s' }, '2m', {}));
	const last = trace.timeline?.at(-1);
	assert.equal(rowOf(last), 'Succeeded  0/1 Completed');
	assert.equal(last?.conditions?.['DisruptionTarget']?.reason, 'TerminationByKubelet');
	assert.equal(told(trace, 'pod/succeeded-evicted').length, 1);
});

test('first those above their requests, then the less important, then those furthest above', () => {
	const limits = { memory: '64Mi', cpu: '1' };
	const pods = [
		podOf('guaranteed', { requests: limits, limits }),
		podOf('precious', {}, { priority: 1000 }),
		podOf('modest', { requests: { memory: '150Mi' } }, { containers: [{ name: 'small', image: 'a', resources: { requests: { memory: '150Mi' } } }] }),
		podOf('greedy'),
		podOf('critical', {}, { priority: 2_000_000_000 }),
	];
	const scenario = scenarioOf({ from: '30s', available: 0, until: '50s' }, '2m', { app: FAILS, small: { ...FAILS, uses: '160Mi' } });
	// With nothing left 100Mi have to be found: one greedy pod is enough, unless it uses little.
	assert.deepEqual(evicted(together(pods, scenario)), ['greedy']);
	const little = scenarioOf({ from: '30s', available: 0, until: '50s' }, '2m', { app: { ...FAILS, uses: '20Mi' }, small: { ...FAILS, uses: '151Mi' } });
	const trace = together(pods, little);
	assert.deepEqual(evicted(trace), ['greedy', 'modest']);
	assert.equal(told(trace, 'pod/spared').length, 0);
});

test('one after another, as soon as the one before is gone, until there is enough; critical pods stay', () => {
	const limits = { memory: '20Mi', cpu: '1' };
	const pods = [
		podOf('guaranteed', { requests: limits, limits }),
		podOf('precious', {}, { priority: 1000 }),
		podOf('lesser'),
		podOf('critical', {}, { priorityClassName: 'system-node-critical' }),
	];
	const trace = together(pods, scenarioOf({ from: '30s', available: '10Mi' }, '2m', { app: { ...FAILS, uses: '20Mi' } }));
	assert.deepEqual(evicted(trace), ['lesser', 'precious', 'guaranteed']);
	assert.deepEqual(
		told(trace, 'pod/evicted').map(({ t, args }) => [Math.round(t), args['rank']]),
		[
			[32, 'over'],
			[33, 'over'],
			[34, 'within'],
		],
	);
	assert.equal(told(trace, 'pod/spared').length, 1);
	assert.equal(rowOf(livesOf(trace)[3]?.timeline.at(-1)), 'Running  1/1 Running');
	// No container of it is above its request, so none is named.
	assert.deepEqual(warnings(livesOf(trace)[0]?.events), ['Evicted: The node was low on resource: memory. Threshold quantity: 100Mi, available: 50Mi. ']);
});

test('what does not run yet has no statistics and goes first; a pull holds it up', () => {
	const slow = podOf('slow', {}, { containers: [{ name: 'late', image: 'slow:1' }] });
	const { world, until } = scenarioOf({ from: '30s', until: '33s' }, '2m');
	const trace = together([podOf('quick'), slow], { until: until ?? '2m', world: { ...world, images: { 'slow:1': { pullTakes: '1m' } } } });
	assert.deepEqual(evicted(trace), ['slow']);
	const exceeded = 'ExceededGracePeriod: Container runtime did not kill the pod within specified grace period.';
	assert.deepEqual(warnings(livesOf(trace)[1]?.events), [`Evicted: ${LOW}`, exceeded]);
});

test('a pod that asks for memory as a whole is named in the message, whatever it uses', () => {
	const trace = simulate(
		'Pod',
		podOf('p', {}, { resources: { requests: { memory: '1Gi' } } }),
		scenarioOf({ from: '30s' }, '2m', { app: { ...FAILS, uses: '300Mi' } }),
	);
	const whole = 'Pod p was using 300Mi, request is 1Gi, has larger consumption of memory. ';
	assert.deepEqual(warnings(trace.events), [`Evicted: ${LOW}${whole}Container app was using 300Mi, request is 0, has larger consumption of memory. `]);
});

test('a static pod is never evicted', () => {
	const trace = simulate('Pod', podOf('p'), { ...scenarioOf({ from: '30s' }, '2m'), static: true });
	assert.equal(trace.timeline?.at(-1)?.phase, 'Running');
	assert.deepEqual(
		told(trace, 'pod/spared').map(({ args }) => args),
		[{ why: 'static' }],
	);
});

test('the replacement is turned away, the next one waits for the taint, five minutes after the shortage', () => {
	const deployment = { metadata: { name: 'w' }, spec: { replicas: 2, template: { spec: specOf() } } };
	const trace = simulate('ReplicaSet', deployment, scenarioOf({ from: '30s', until: '1m' }, '8m'));
	const [first, second, rejected, waiting] = livesOf(trace);
	assert.equal(rowOf(first?.timeline.at(-1)), 'Failed Evicted 0/1 Error');
	assert.equal(rowOf(second?.timeline.at(-1)), 'Running  1/1 Running');
	assert.deepEqual(warnings(rejected?.events), ['Evicted: The node had condition: [MemoryPressure]. ']);
	assert.equal(rejected?.timeline.at(-1)?.message, 'Pod was rejected: The node had condition: [MemoryPressure]. ');
	assert.equal(rowOf(rejected?.timeline.at(-1)), 'Failed Evicted 0/1 Evicted');
	assert.match(warnings(waiting?.events)[0] ?? '', /^FailedScheduling: 0\/1 nodes are available: 1 node\(s\) had untolerated taint/);
	assert.equal(rowOf(waiting?.timeline.at(-1)), 'Running  1/1 Running');
	assert.equal(livesOf(trace).length, 4);
	const [eased] = told(trace, 'node/pressure-eased');
	const [over] = told(trace, 'node/pressure-over');
	assert.ok(over !== undefined && eased !== undefined && over.t - eased.t >= 299 && over.t - eased.t < 311, `${eased?.t} ${over?.t}`);
	const [unschedulable] = told(trace, 'pod/unschedulable');
	assert.ok(unschedulable?.because.some((cause) => trace.story.moments[cause]?.code === 'node/pressure-tainted'));
});

test('under memory pressure the kubelet still takes what is not BestEffort or tolerates the taint, under disk pressure only what is critical', () => {
	const late = (resources: object, more: object, resource: Pressure['resource']) => {
		const manifest = JSON.stringify(podOf('late', resources, { nodeName: 'node-1', ...more }));
		const scenario: Scenario = {
			...scenarioOf({ resource: resource ?? 'memory', from: 0, until: '20s' }, '1m'),
			actions: [{ at: '40s', do: 'create', manifest: `kind: Pod\n${manifest}` }],
		};
		const decode = () => [{ kind: 'Pod', object: JSON.parse(manifest) as unknown }];
		return rowOf(livesOf(simulate('Pod', podOf('early'), scenario, { decode }))[1]?.timeline.at(-1));
	};
	const running = 'Running  1/1 Running';
	const refused = 'Failed Evicted 0/1 Evicted';
	const tolerations = [{ key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' }];
	assert.equal(late({}, {}, 'memory'), refused);
	assert.equal(late({ requests: { cpu: '1m' } }, {}, 'memory'), running);
	assert.equal(late({}, { tolerations }, 'memory'), running);
	assert.equal(late({ requests: { cpu: '1m' } }, { tolerations }, 'ephemeral-storage'), refused);
	assert.equal(late({}, { priorityClassName: 'system-node-critical' }, 'ephemeral-storage'), running);
});

test('a disk that is short is one of 100 GiB, and imagefs.available is the first to be', () => {
	const trace = simulate('Pod', podOf('p'), scenarioOf({ resource: 'ephemeral-storage', from: '30s' }, '2m'));
	const says = 'Container app was using 2Gi, request is 0, has larger consumption of ephemeral-storage. ';
	// float64(capacity) * float64(float32(0.15)): GetThresholdQuantity.
	assert.deepEqual(warnings(trace.events), [
		`Evicted: The node was low on resource: ephemeral-storage. Threshold quantity: 16106128000, available: 14Gi. ${says}`,
	]);
});

test('a pressure between two looks is never seen', () => {
	const trace = simulate('Pod', podOf('p'), scenarioOf({ from: '23s', until: '31s' }, '2m'));
	assert.equal(told(trace, 'node/pressure').length, 0);
	assert.equal(trace.timeline?.at(-1)?.phase, 'Running');
});

test('a Job goes by the condition DisruptionTarget: what is ignored does not count', () => {
	const template = { spec: specOf({}, { restartPolicy: 'Never' }) };
	const rules = [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }];
	const job = (policy: object) => ({ metadata: { name: 'j' }, spec: { completions: 1, parallelism: 1, backoffLimit: 0, template, ...policy } });
	const scenario = scenarioOf({ from: '30s', until: '1m' }, '2m');
	assert.deepEqual(told(simulate('Job', job({}), scenario), 'job/failed').length, 1);
	assert.deepEqual(told(simulate('Job', job({ podFailurePolicy: { rules } }), scenario), 'job/failed').length, 0);
});

test('a DaemonSet fights the kubelet no faster than its back-off lets it', () => {
	const trace = simulate(
		'DaemonSet',
		{ metadata: { name: 'd' }, spec: { template: { spec: specOf() } } },
		scenarioOf({ resource: 'ephemeral-storage', from: '30s' }, '4m'),
	);
	const born = livesOf(trace).map(({ createdAt }) => createdAt);
	const gaps = born.slice(2).map((at, index) => Math.round(at - (born[index + 1] ?? 0)));
	assert.deepEqual(gaps, [1, 2, 4, 8, 16, 32, 64]);
});

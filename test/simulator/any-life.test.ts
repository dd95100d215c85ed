/** Whatever the manifest and the scenario: a life ends within its horizon, without an error, and some things never happen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeUpdates } from '../../server/src/features/life/judge-update';
import type { Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { PodState, Trace } from '../../server/src/simulator/trace';

const seconds = fc.integer({ min: 0, max: 40 }).map((count) => `${count}s`);
const code = fc.constantFrom(0, 0, 1, 137, 143);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const compact = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const probe = fc.record({
	exec: fc.constant({ command: ['true'] }),
	periodSeconds: fc.integer({ min: 1, max: 10 }),
	failureThreshold: fc.integer({ min: 1, max: 4 }),
	successThreshold: fc.constantFrom(1, 1, 2),
	timeoutSeconds: fc.integer({ min: 1, max: 3 }),
	initialDelaySeconds: fc.integer({ min: 0, max: 10 }),
});
const handler = fc.constantFrom({ exec: { command: ['true'] } }, { sleep: { seconds: 3 } }, { httpGet: { port: 80 } });

function container(name: string, sidecar: boolean) {
	return fc.record({
		name: fc.constant(name),
		image: fc.constantFrom('a:1', 'b:2', 'missing:1', 'BAD'),
		imagePullPolicy: maybe(fc.constantFrom('Always', 'IfNotPresent', 'Never')),
		restartPolicy: sidecar ? fc.constant('Always') : maybe(fc.constantFrom('Always', 'OnFailure', 'Never')),
		livenessProbe: maybe(probe),
		readinessProbe: maybe(probe),
		startupProbe: maybe(probe),
		lifecycle: maybe(fc.record({ postStart: maybe(handler), preStop: maybe(handler) })),
		resources: maybe(fc.constantFrom({ requests: { memory: '64Mi' } }, { requests: { memory: '64Mi', cpu: '1' }, limits: { memory: '64Mi', cpu: '1' } })),
		ports: maybe(fc.constantFrom([{ containerPort: 80 }], [{ name: 'http', containerPort: 80, hostPort: 80 }])),
		envFrom: maybe(fc.constant([{ configMapRef: { name: 'cfg' } }])),
	});
}

const term = { labelSelector: { matchLabels: { app: 'w' } }, topologyKey: 'kubernetes.io/hostname' };
const placement = fc.record({
	hostNetwork: maybe(fc.boolean()),
	nodeName: maybe(fc.constantFrom('node-2', 'nowhere')),
	nodeSelector: maybe(fc.constant({ disk: 'ssd' })),
	affinity: maybe(
		fc.constantFrom(
			{ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
			{ podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] } },
		),
	),
	topologySpreadConstraints: maybe(fc.constantFrom('DoNotSchedule', 'ScheduleAnyway').map((whenUnsatisfiable) => [{ ...term, maxSkew: 1, whenUnsatisfiable }])),
	tolerations: maybe(fc.constant([{ operator: 'Exists' }])),
});
const podSpec = fc.record({
	restartPolicy: fc.constantFrom('Always', 'OnFailure', 'Never'),
	terminationGracePeriodSeconds: fc.constantFrom(0, 1, 5, 30),
	activeDeadlineSeconds: maybe(fc.integer({ min: 1, max: 60 })),
	initContainers: fc.tuple(maybe(container('init', false)), maybe(container('side', true))).map((list) => list.filter((one) => one !== undefined)),
	containers: fc.tuple(container('one', false), maybe(container('two', false))).map((list) => list.filter((one) => one !== undefined)),
	volumes: maybe(fc.constantFrom([{ name: 'v', emptyDir: {} }], [{ name: 'v', configMap: { name: 'cfg' } }])),
	priorityClassName: maybe(fc.constantFrom('system-node-critical')),
	schedulingGates: maybe(fc.constant([{ name: 'example.com/gate' }])),
});

const step = fc.record({ from: seconds, ok: fc.boolean(), takes: maybe(seconds), refused: maybe(fc.boolean()) });
const script = fc.record({
	runs: maybe(fc.array(fc.record({ exitAfter: maybe(seconds), exitCode: maybe(code), startError: maybe(fc.constant('no such file')) }), { maxLength: 3 })),
	onTerm: maybe(fc.record({ exitAfter: maybe(seconds), exitCode: maybe(code), ignore: maybe(fc.boolean()) })),
	liveness: maybe(fc.array(step, { maxLength: 3 })),
	readiness: maybe(fc.array(step, { maxLength: 3 })),
	startup: maybe(fc.array(step, { maxLength: 3 })),
	postStart: maybe(fc.record({ takes: maybe(seconds), fail: maybe(fc.boolean()) })),
	uses: maybe(fc.constantFrom(0, '10Mi', '1Gi')),
	preStop: maybe(fc.record({ takes: maybe(seconds), fail: maybe(fc.boolean()) })),
});
const action = fc.oneof(
	fc.record({ at: seconds, do: fc.constant('delete' as const), gracePeriodSeconds: maybe(fc.constantFrom(0, 1, 10)) }),
	fc.record({
		at: seconds,
		do: fc.constant('delete' as const),
		target: fc.constant('owner'),
		propagationPolicy: maybe(fc.constantFrom('Background', 'Foreground', 'Orphan')),
	}),
	fc.record({ at: seconds, do: fc.constant('evict' as const) }),
	fc.record({ at: seconds, do: fc.constant('removeSchedulingGate' as const), name: fc.constant('example.com/gate') }),
	fc.record({ at: seconds, do: fc.constant('patch' as const), body: fc.constant({ spec: { containers: [{ name: 'one', image: 'c:3' }] } }) }),
	fc.record({
		at: seconds,
		do: fc.constant('patch' as const),
		target: fc.constant('owner'),
		body: fc.constant({ spec: { replicas: 2, template: { spec: { containers: [{ name: 'one', image: 'c:3' }] } } } }),
	}),
);
const pressure = fc.record({
	resource: maybe(fc.constantFrom('memory' as const, 'ephemeral-storage' as const)),
	available: maybe(fc.constantFrom(0, '1Mi', '99Mi')),
	from: maybe(seconds),
	until: maybe(fc.constantFrom('20s', '60s')),
});
const pool = fc.record({
	count: maybe(fc.integer({ min: 1, max: 3 })),
	cpu: maybe(fc.constantFrom('1', '4')),
	pods: maybe(fc.constantFrom(1, 110)),
	labels: maybe(fc.constantFrom({}, { disk: 'ssd' })),
	taints: maybe(fc.constantFrom('NoSchedule' as const, 'PreferNoSchedule' as const, 'NoExecute' as const).map((effect) => [{ key: 'a', effect }])),
});
const scenario = fc.record({
	world: fc.record({
		images: fc.constant({ 'missing:1': { pullError: 'not found' } }),
		containers: fc.record({ one: script, two: script, init: script, side: script }),
		nodes: maybe(fc.array(pool, { maxLength: 3 })),
		node: maybe(fc.record({ silentFrom: maybe(seconds), silentUntil: maybe(fc.constant('70s')), sandboxTakes: maybe(seconds), pressure: maybe(pressure) })),
	}),
	actions: fc.array(action, { maxLength: 3 }),
	until: fc.constantFrom('30s', '2m', '5m'),
});

function lives({ timeline = [], pods = [] }: Trace): (readonly PodState[])[] {
	return pods.length > 0 ? pods.map((pod) => pod.timeline) : [timeline];
}

function holds(trace: Trace, until: number): void {
	const end = trace.story.moments.at(-1);
	// What makes new pods for ever is cut where its story is full, and says so.
	if (end?.code === 'story/cut') assert.equal(trace.until, end.t);
	else assert.equal(trace.until, until);
	for (const life of lives(trace)) {
		let t = 0;
		let ended: string | undefined;
		const restarts = new Map<string, number>();
		for (const state of life) {
			assert.ok(state.t >= t, 'time runs back');
			t = state.t;
			if (ended !== undefined && !state.gone) assert.equal(state.phase, ended, 'a pod left its last phase');
			if (state.phase === 'Succeeded' || state.phase === 'Failed') ended = state.phase;
			for (const [name, { restartCount }] of Object.entries({ ...state.initContainers, ...state.containers })) {
				assert.ok(restartCount >= (restarts.get(name) ?? 0), `restarts of ${name} fall`);
				restarts.set(name, restartCount);
			}
		}
	}
	for (const { id, t, because } of trace.story.moments) {
		assert.ok(t <= until && because.every((cause) => cause < id), 'a cause comes after what it causes');
		assert.equal(trace.story.moments[id]?.id, id);
	}
	for (const { from, to } of trace.story.stretches) assert.ok(from <= to && to <= until);
}

const UNTIL: Readonly<Record<string, number>> = { '30s': 30, '2m': 120, '5m': 300 };

test('any pod, any scenario', () => {
	fc.assert(
		fc.property(podSpec, placement, scenario, fc.boolean(), (spec, place, script, hospitable) => {
			const manifest = { metadata: { name: 'p' }, spec: compact({ ...spec, ...place }) };
			const played = compact(script) as Scenario;
			const before = JSON.stringify(manifest);
			const trace = simulate('Pod', manifest, played, { hospitable });
			holds(trace, UNTIL[script.until] ?? 0);
			assert.equal(JSON.stringify(simulate('Pod', manifest, played, { hospitable })), JSON.stringify(trace), 'the same input gives another life');
			assert.equal(JSON.stringify(manifest), before, 'the manifest was changed');
		}),
		{ numRuns: 150 },
	);
});

test('any workload, any scenario', () => {
	const kinds = fc.constantFrom('Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicationController');
	fc.assert(
		fc.property(kinds, podSpec, placement, scenario, fc.integer({ min: 0, max: 3 }), fc.boolean(), (kind, spec, place, script, count, hospitable) => {
			const template = { metadata: { labels: { app: 'w' } }, spec: compact({ ...spec, ...place }) };
			const job = { completions: count, parallelism: 2, backoffLimit: 2, template };
			const specs: Readonly<Record<string, object>> = { Job: job, CronJob: { schedule: '* * * * *', jobTemplate: { spec: job } } };
			const object = { metadata: { name: 'w' }, spec: specs[kind] ?? { replicas: count, template } };
			const played = compact(script) as Scenario;
			const trace = simulate(kind, object, played, { hospitable });
			holds(trace, UNTIL[script.until] ?? 0);
			assert.equal(JSON.stringify(simulate(kind, object, played, { hospitable })), JSON.stringify(trace));
		}),
		{ numRuns: 80 },
	);
});

const anything: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(null, 5, 'x', true, [], {}, [null], [5], [{}], [{ name: 'one' }], { spec: 5 }),
	fc.dictionary(
		fc.constantFrom('spec', 'metadata', 'containers', 'initContainers', 'taints', 'labels', 'template', 'replicas', 'volumes', '$patch'),
		fc.constantFrom(null, 5, 'x', [], {}, [{}]),
	),
	fc.record({
		spec: fc.dictionary(
			fc.constantFrom(
				'containers',
				'initContainers',
				'ephemeralContainers',
				'taints',
				'template',
				'tolerations',
				'volumes',
				'replicas',
				'jobTemplate',
				'schedule',
				'schedulingGates',
				'nodeName',
				'resources',
				'activeDeadlineSeconds',
				'terminationGracePeriodSeconds',
			),
			fc.constantFrom<unknown>(null, 5, -1, 'x', [], {}, [{}], [5], [{ name: 'one' }], [{ name: 'one', image: 5 }], [{ name: 'two', env: 'x', resources: [] }]),
		),
	}),
	fc.array(
		fc.record(
			{
				op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'x'),
				path: fc.constantFrom(
					'',
					'/spec',
					'/spec/containers',
					'/spec/containers/0',
					'/spec/containers/0/name',
					'/spec/taints',
					'/metadata',
					'/spec/replicas',
					'/spec/template',
				),
				from: fc.constantFrom('', '/spec', '/metadata'),
				value: fc.constantFrom<unknown>(null, 5, 'x', [], {}, [{}]),
			},
			{ requiredKeys: ['op'] },
		),
		{ maxLength: 3 },
	),
);
const anyPatch = fc.record(
	{
		at: seconds,
		do: fc.constant('patch' as const),
		target: fc.constantFrom('owner', 'Node/node-1', 'Node/x', 'Pod/p', 'ConfigMap/cfg', 'Deployment/w'),
		type: fc.constantFrom('json', 'merge', 'strategic', 'x'),
		subresource: fc.constantFrom('resize', 'ephemeralcontainers', 'status'),
		body: anything,
	},
	{ requiredKeys: ['at', 'do'] },
);

test('whatever is patched, by whom, and whoever knows the rules or does not', () => {
	const kinds = fc.constantFrom('Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob');
	const judges = fc.constantFrom(undefined, judgeUpdates(37), judgeUpdates(32));
	fc.assert(
		fc.property(kinds, judges, fc.array(anyPatch, { minLength: 1, maxLength: 4 }), (kind, judge, actions) => {
			const spec = { restartPolicy: 'Always', terminationGracePeriodSeconds: 30, containers: [{ name: 'one', image: 'a:1' }] };
			const template = { metadata: { labels: { a: 'b' } }, spec };
			const specs: Readonly<Record<string, object>> = {
				Pod: spec,
				Job: { template: { spec: { ...spec, restartPolicy: 'Never' } } },
				CronJob: { schedule: '* * * * *', jobTemplate: { spec: { template } } },
			};
			const object = { metadata: { name: kind === 'Pod' ? 'p' : 'w' }, spec: specs[kind] ?? { replicas: 1, selector: { matchLabels: { a: 'b' } }, template } };
			const beside = [{ kind: 'ConfigMap', object: { metadata: { name: 'cfg' } } }];
			holds(simulate(kind, object, compact({ actions, until: '1m' }) as Scenario, { beside, ...(judge ? { judge } : {}) }), 60);
		}),
		{ numRuns: Number(process.env['RUNS'] ?? 300) },
	);
});

test('a day is a page', () => {
	const spec = {
		restartPolicy: 'Always',
		containers: [{ name: 'one', image: 'a:1', livenessProbe: { exec: { command: ['true'] }, periodSeconds: 1, failureThreshold: 1 } }],
	};
	const trace = simulate('Pod', { metadata: { name: 'p' }, spec }, { until: '24h', world: { containers: { one: { liveness: [{ from: 0, ok: false }] } } } });
	assert.ok(JSON.stringify(trace).length < 4_000_000);
});

test('input that nobody checked does no harm', () => {
	const odd = { name: 'a', ports: [{}], resources: { requests: { cpu: 'lots' } }, readinessProbe: {} };
	const affinity = {
		podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{}] },
		nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} },
	};
	const places = { affinity, topologySpreadConstraints: [{ whenUnsatisfiable: 'DoNotSchedule' }] };
	for (const object of [
		{},
		{ spec: {} },
		{ spec: { containers: [] } },
		{ spec: { containers: [{ name: 'a' }] } },
		{ spec: { containers: [odd], ...places } },
	]) {
		for (const kind of ['Pod', 'Job', 'Deployment', 'CronJob', 'PodTemplate'])
			assert.doesNotThrow(() => simulate(kind, object, { until: '10s', actions: [{ do: 'delete' }, { do: 'patch', body: 5 }] }), kind);
	}
	const spec = { containers: [{ name: 'a', image: 'b' }] };
	for (const path of ['/metadata', '/spec', '/spec/containers', '/spec/containers/0/name']) {
		const patch = { do: 'patch', type: 'json', body: [{ op: 'add', path, value: null }] } as const;
		assert.doesNotThrow(() => simulate('Pod', { metadata: { name: 'p' }, spec }, { until: '10s', actions: [patch] }), path);
	}
});

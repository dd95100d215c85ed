/** The rules that surprise, one by one: short lives with what must come out of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { PodState, Trace } from '../../server/src/simulator/trace';

function live(spec: Readonly<Record<string, unknown>>, scenario: Scenario): Trace {
	const containers = [{ name: 'app', image: 'app:1' }];
	return simulate('Pod', { metadata: { name: 'p' }, spec: { restartPolicy: 'Always', terminationGracePeriodSeconds: 30, containers, ...spec } }, scenario);
}

/** When each run of the container was first seen running, seconds. */
function starts({ timeline = [] }: Trace, container = 'app'): number[] {
	const seen = new Map<number, number>();
	for (const { t, containers } of timeline) {
		const state = containers?.[container];
		if (state?.state === 'running' && !seen.has(state.restartCount)) seen.set(state.restartCount, t);
	}
	return [...seen.values()];
}

function rows({ timeline = [] }: Trace): string[] {
	return timeline.map(rowOf).filter((row, index, all) => row !== all[index - 1]);
}

function rowOf({ gone, phase, kubectl }: PodState): string {
	return gone ? 'gone' : `${phase} ${kubectl?.ready} ${kubectl?.status}`;
}

function near(actual: number | undefined, expected: number, tolerance = 1.1): void {
	assert.ok(actual !== undefined && Math.abs(actual - expected) <= tolerance, `${actual} is not about ${expected}`);
}

test('the first restart comes at once, then 10, 20, 40 … 300 seconds at a place of 1.25 in the range of the jitter', () => {
	const seen = starts(live({}, { until: '1h', world: { containers: { app: { runs: [{ exitAfter: '2s', exitCode: 1 }] } } } }));
	const waits = seen.slice(1).map((t, index) => t - (seen[index] ?? 0) - 2);
	near(waits[0], 0);
	for (const [index, backOff] of [10, 20, 40].entries()) near(waits[index + 1], backOff * 1.25, 2);
	near(waits[4], 80, 4);
	near(waits[5], 160, 8);
	for (const wait of waits.slice(6)) near(wait, 300, 40);
});

test('a run of more than ten minutes makes the back-off start anew', () => {
	const crash = { exitAfter: '2s', exitCode: 1 };
	const seen = starts(live({}, { until: '40m', world: { containers: { app: { runs: [crash, crash, crash, { exitAfter: '11m', exitCode: 1 }, crash] } } } }));
	near((seen[4] ?? 0) - (seen[3] ?? 0), 660);
});

test('a liveness probe kills after its threshold, and the pod stays Running 1/1 while the container uses its grace', () => {
	const probe = { exec: { command: ['true'] }, periodSeconds: 5, failureThreshold: 2, successThreshold: 1, timeoutSeconds: 1 };
	const containers = [{ name: 'app', image: 'app:1', livenessProbe: probe }];
	const trace = live(
		{ containers },
		{ until: '90s', world: { containers: { app: { liveness: [{ from: '12s', ok: false, run: 0 }], onTerm: { ignore: true } } } } },
	);
	const killing = trace.events?.find(({ reason }) => reason === 'Killing');
	near(killing?.t, 20);
	assert.equal(killing?.message, 'Container app failed liveness probe, will be restarted');
	assert.deepEqual(rows(trace).slice(-1), ['Running 1/1 Running']);
	near(starts(trace)[1], 50, 2);
	const killed = trace.story.moments.find(({ code }) => code === 'probe/killed');
	assert.equal(killed?.field, 'spec.containers[0].livenessProbe.failureThreshold');
	assert.deepEqual(killed?.args, { probe: 'liveness', threshold: 2, period: 5, restarts: true });
	assert.equal(trace.story.moments[killed?.because[0] ?? -1]?.code, 'probe/failed');
});

test('startup holds the other probes back', () => {
	const probe = (more: object) => ({ exec: { command: ['true'] }, periodSeconds: 1, failureThreshold: 30, successThreshold: 1, timeoutSeconds: 1, ...more });
	const containers = [{ name: 'app', image: 'app:1', startupProbe: probe({}), livenessProbe: probe({ failureThreshold: 1 }), readinessProbe: probe({}) }];
	const world = {
		containers: {
			app: {
				startup: [
					{ from: 0, ok: false },
					{ from: '10s', ok: true },
				],
				liveness: [
					{ from: 0, ok: false },
					{ from: '9s', ok: true },
				],
			},
		},
	};
	const trace = live({ containers }, { until: '30s', world });
	assert.equal(starts(trace).length, 1);
	near(trace.timeline?.find(({ kubectl }) => kubectl?.ready === '1/1')?.t, 11, 1.5);
});

test('preStop takes from the grace, and two seconds are left for SIGTERM', () => {
	const containers = [{ name: 'app', image: 'app:1', lifecycle: { preStop: { exec: { command: ['sleep', '60'] } } } }];
	const scenario: Scenario = {
		until: '60s',
		world: { containers: { app: { preStop: { takes: '60s' }, onTerm: { ignore: true } } } },
		actions: [{ at: '5s', do: 'delete' }],
	};
	const trace = live({ containers, terminationGracePeriodSeconds: 10 }, scenario);
	near(trace.timeline?.find(({ phase }) => phase === 'Failed')?.t, 17);
	assert.deepEqual(rows(trace).slice(-3), ['Running 1/1 Terminating', 'Failed 0/1 Error', 'gone']);
	assert.ok(trace.story.moments.some(({ code, args }) => code === 'hook/pre-stop-cut' && args['seconds'] === 10));
});

test('no grace is below two seconds', () => {
	const trace = live(
		{},
		{ until: '30s', world: { containers: { app: { onTerm: { ignore: true } } } }, actions: [{ at: '5s', do: 'delete', gracePeriodSeconds: 1 }] },
	);
	near(trace.timeline?.find(({ phase }) => phase === 'Failed')?.t, 7);
});

test('sidecars end after the app and do not keep a Job-like pod alive', () => {
	const spec = { restartPolicy: 'Never', initContainers: [{ name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' }] };
	const trace = live(spec, {
		until: '40s',
		world: { containers: { app: { runs: [{ exitAfter: '5s' }] }, proxy: { onTerm: { exitAfter: '2s', exitCode: 143 } } } },
	});
	assert.equal(trace.timeline?.at(-1)?.phase, 'Succeeded');
	assert.equal(trace.timeline?.at(-1)?.initContainers?.['proxy']?.exitCode, 143);
});

test('images: Never and a bad name do not back off, a missing one does', () => {
	const shown = (container: object, scenario: Scenario) => rows(live({ containers: [{ name: 'app', ...container }] }, scenario)).at(-1);
	assert.equal(shown({ image: 'a:1', imagePullPolicy: 'Never' }, { until: '60s' }), 'Pending 0/1 ErrImageNeverPull');
	assert.equal(shown({ image: 'Upper:1' }, { until: '60s' }), 'Pending 0/1 InvalidImageName');
	assert.equal(shown({ image: 'a:1' }, { until: '25s', world: { images: { 'a:1': { pullError: 'not found' } } } }), 'Pending 0/1 ImagePullBackOff');
});

test('runAsNonRoot without a user is a configuration error', () => {
	const trace = live({ securityContext: { runAsNonRoot: true } }, { until: '30s' });
	assert.equal(rows(trace).at(-1), 'Pending 0/1 CreateContainerConfigError');
});

test('events of a pod run dry after 25 of a kind', () => {
	const trace = live({}, { until: '1h', world: { images: { 'app:1': { pullError: 'not found' } } } });
	const warnings = trace.events?.filter(({ type }) => type === 'Warning').flatMap(({ times, t }) => times ?? [t]) ?? [];
	assert.ok(warnings.length <= 25 + 12, `${warnings.length}`);
});

test('a pod deleted before it had a node is collected as failed, and stays as long as a finalizer holds it', () => {
	const spec = { schedulingGates: [{ name: 'example.com/quota' }], containers: [{ name: 'app', image: 'app:1' }] };
	const trace = simulate(
		'Pod',
		{ metadata: { name: 'p', finalizers: ['example.com/hold'] }, spec },
		{
			until: '60s',
			actions: [
				{ at: '5s', do: 'delete' },
				{ at: '50s', do: 'removeFinalizers' },
			],
		},
	);
	assert.deepEqual(rows(trace), ['Pending 0/1 SchedulingGated', 'Pending 0/1 Terminating', 'Failed 0/1 SchedulingGated', 'gone']);
	near(trace.timeline?.at(-1)?.t, 50);
});

test('of two documents that want one port of the node the first one has it', () => {
	const withPort = (name: string, nodeName?: string) => ({
		metadata: { name },
		spec: { ...(nodeName === undefined ? {} : { nodeName }), containers: [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80, hostPort: 8080 }] }] },
	});
	const trace = simulate('Pod', withPort('a'), { until: '10s' }, { beside: [{ kind: 'Pod', object: withPort('b', 'node-1') }] });
	assert.deepEqual(
		trace.pods?.map(({ timeline }) => rowOf(timeline.at(-1) ?? { t: 0, deleting: false })),
		['Running 1/1 Running', 'Failed 0/1 NodePorts'],
	);
});

test('a pod that a Job lets go because it is suspended does not count as a failure', () => {
	const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'app', image: 'app:1' }] } };
	const trace = simulate(
		'Job',
		{ metadata: { name: 'j' }, spec: { backoffLimit: 0, template } },
		{
			until: '60s',
			world: { containers: { app: { runs: [{ exitAfter: '15s', exitCode: 0 }], onTerm: { exitAfter: '2s', exitCode: 143 } } } },
			actions: [
				{ at: '8s', do: 'patch', target: 'owner', body: { spec: { suspend: true } } },
				{ at: '20s', do: 'patch', target: 'owner', body: { spec: { suspend: false } } },
			],
		},
	);
	const last = trace.owner?.at(-1)?.status as { readonly succeeded?: number; readonly failed?: number } | undefined;
	assert.deepEqual([last?.succeeded, last?.failed], [1, undefined]);
});

test('the kubelet calls the pod of a file by a hash, not by what the API server made up', () => {
	const crash: Scenario = { until: '60s', static: true, world: { containers: { app: { runs: [{ exitAfter: '1s', exitCode: 1 }] } } } };
	const message = live({}, crash).events?.find(({ reason }) => reason === 'BackOff')?.message ?? '';
	assert.match(message, /^Back-off restarting failed container app in pod p-node-1_default\([0-9a-f]{32}\)$/);
});

test('why no node fits is told with its field and without what the event says of preemption besides', () => {
	const claim = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
	const cases: readonly [spec: Readonly<Record<string, unknown>>, message: string, field: string][] = [
		[{ nodeSelector: { disk: 'ssd' } }, "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.", 'spec.nodeSelector'],
		[claim, '0/1 nodes are available: persistentvolumeclaim "data" not found.', 'spec.volumes'],
	];
	for (const [spec, message, field] of cases) {
		const trace = live(spec, { until: '10s' });
		const told = trace.story.moments.find(({ code }) => code === 'pod/unschedulable');
		assert.deepEqual([told?.args['message'], told?.field], [message, field]);
		const said = trace.events?.find(({ reason }) => reason === 'FailedScheduling')?.message ?? '';
		assert.ok(said.startsWith(message) && said.length > message.length, said);
	}
});

test('why a postStart hook fails is told without the place; the status has all of it', () => {
	const containers = [{ name: 'app', image: 'app:1', lifecycle: { postStart: { exec: { command: ['warm', 'up'] } } } }];
	const world = { containers: { app: { postStart: { fail: true } } } };
	const trace = live({ containers }, { until: '5s', world });
	const told = trace.story.moments.find(({ code }) => code === 'hook/post-start-failed');
	assert.equal(told?.args['message'], "command 'warm up' exited with 1: hook failed");
	const all = trace.timeline?.map(({ containers }) => containers?.['app']?.message ?? '').find((message) => message !== '');
	assert.match(
		all ?? '',
		/^Exec lifecycle hook \(\[warm up\]\) for Container "app" in Pod .* failed - error: command 'warm up' exited with 1: , message: "hook failed"$/,
	);
});

/** Stories without an end say why, and what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { Moment, Trace } from '../../server/src/simulator/trace';

const told = ({ story }: Trace, code: string): readonly Moment[] => story.moments.filter((moment) => moment.code === code);
const app = (more: object = {}) => ({ name: 'app', image: 'app:1', ...more });

function job(containers: readonly object[], scenario: Scenario, spec: object = {}): Trace {
	const template = { spec: { restartPolicy: 'Never', containers, ...spec } };
	return simulate('Job', { metadata: { name: 'j' }, spec: { completions: 1, parallelism: 1, template } }, scenario, { hospitable: true });
}

test('a Job beside an ordinary container that never ends can never complete', () => {
	const done: Scenario = { world: { containers: { app: { runs: [{ exitAfter: '5s' }] } } }, until: '2m' };
	const trace = job([app(), { name: 'proxy', image: 'envoy:1' }], done);
	const [moment, ...more] = told(trace, 'pod/never-completes');
	assert.deepEqual([moment?.args, moment?.container, moment?.field], [{ done: 'app', job: true }, 'proxy', 'spec.template.spec.containers[1]']);
	assert.equal(moment?.because.length, 1);
	assert.deepEqual(more, []);
	assert.equal(told(job([app()], done), 'pod/never-completes').length, 0);
	const both: Scenario = { world: { containers: { ...done.world?.containers, proxy: { runs: [{ exitAfter: '9s' }] } } }, until: '2m' };
	assert.equal(told(job([app(), { name: 'proxy', image: 'envoy:1' }], both), 'pod/never-completes').length, 0);
	const sidecar = { initContainers: [{ name: 'proxy', image: 'envoy:1', restartPolicy: 'Always' }] };
	assert.equal(told(job([app()], done, sidecar), 'pod/never-completes').length, 0);
	assert.equal(told(job([app(), { name: 'proxy', image: 'envoy:1' }], done, { activeDeadlineSeconds: 60 }), 'pod/never-completes').length, 0);
});

test('a StatefulSet that is rolled back waits for its broken pod until somebody deletes it', () => {
	const image = (name: string) => ({ spec: { template: { spec: { containers: [{ name: 'app', image: name }] } } } });
	const live = (spec: object, actions: Scenario['actions'] = []): Trace =>
		simulate(
			'StatefulSet',
			{ metadata: { name: 'db' }, spec: { replicas: 2, template: { spec: { containers: [app()] } }, ...spec } },
			{
				world: { images: { 'app:bad': { pullError: 'not found' } } },
				actions: [
					{ at: '10s', do: 'patch', target: 'owner', body: image('app:bad') },
					{ at: '30s', do: 'patch', target: 'owner', body: image('app:1') },
					...actions,
				],
				until: '2m',
			},
		);
	const stuck = told(live({}), 'stateful-set/stuck');
	assert.deepEqual(
		stuck.map(({ args, t, field }) => [args['pod'], Math.round(t), field]),
		[['db-1', 40, 'spec.podManagementPolicy']],
	);
	assert.equal(told(live({ podManagementPolicy: 'Parallel' }), 'stateful-set/stuck').length, 0);
	const freed = live({}, [{ at: '60s', do: 'delete', target: 'Pod/db-1' }]);
	assert.equal(freed.pods?.at(-1)?.timeline.at(-1)?.kubectl?.status, 'Running');
});

test('an image that the node has is asked for all the same with the policy Always', () => {
	const world = { images: { 'app:1': { present: true, pullError: 'not found' } } };
	const pod = (policy: string) => ({ metadata: { name: 'p' }, spec: { containers: [app({ imagePullPolicy: policy })] } });
	const [failed] = told(simulate('Pod', pod('Always'), { world }), 'image/pull-failed');
	assert.deepEqual([failed?.args['present'], failed?.field], [true, 'spec.containers[0].imagePullPolicy']);
	const missing = { images: { 'app:1': { pullError: 'not found' } } };
	const [plain] = told(simulate('Pod', pod('Always'), { world: missing }), 'image/pull-failed');
	assert.deepEqual([plain?.args['present'], plain?.field], [false, 'spec.containers[0].image']);
	assert.equal(told(simulate('Pod', pod('IfNotPresent'), { world }), 'image/pull-failed').length, 0);
});

test('a probe that names a port its container lacks says so once, and what comes of it', () => {
	const http = { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 };
	const named = (more: object): Trace =>
		simulate(
			'Pod',
			{ metadata: { name: 'p' }, spec: { containers: [app({ ports: [{ name: 'web', containerPort: 80 }], ...more })] } },
			{ until: '5m' },
			{ hospitable: true },
		);
	const trace = named({ readinessProbe: http, livenessProbe: http });
	assert.deepEqual(
		told(trace, 'probe/no-port').map(({ args, field }) => [args['probe'], args['port'], field]),
		[
			['readiness', 'http', 'spec.containers[0].readinessProbe.httpGet.port'],
			['liveness', 'http', 'spec.containers[0].livenessProbe.httpGet.port'],
		],
	);
	const last = trace.timeline?.at(-1);
	assert.deepEqual([last?.kubectl?.ready, last?.kubectl?.restarts], ['0/1', 0]);
	const starting = named({ startupProbe: { tcpSocket: { port: 'http' } }, readinessProbe: { tcpSocket: { port: 'web' } } });
	assert.equal(starting.timeline?.at(-1)?.containers?.['app']?.started, false);
	assert.deepEqual(starting.story.probes, []);
	const sound = named({ readinessProbe: { httpGet: { path: '/', port: 'web' } }, livenessProbe: { httpGet: { path: '/', port: '80' } } });
	assert.equal(told(sound, 'probe/no-port').length, 0);
});

test('nobody listens: each handler has its own words', () => {
	const refused = (handler: object): string | undefined => {
		const probe = { ...handler, periodSeconds: 5, timeoutSeconds: 2 };
		const scenario: Scenario = { world: { containers: { app: { readiness: [{ from: 0, ok: false, refused: true }] } } } };
		const trace = simulate(
			'Pod',
			{ metadata: { name: 'p' }, spec: { containers: [app({ ports: [{ name: 'web', containerPort: 80 }], readinessProbe: probe })] } },
			scenario,
		);
		return trace.events?.find(({ reason }) => reason === 'Unhealthy')?.message;
	};
	assert.equal(
		refused({ httpGet: { scheme: 'HTTPS', path: '/ready', port: 'web' } }),
		'Readiness probe failed: Get "https://10.244.0.2:80/ready": dial tcp 10.244.0.2:80: connect: connection refused',
	);
	assert.equal(refused({ tcpSocket: { host: '127.0.0.1', port: 5 } }), 'Readiness probe failed: dial tcp 127.0.0.1:5: connect: connection refused');
	assert.equal(
		refused({ grpc: { port: 9000 } }),
		'Readiness probe failed: timeout: failed to connect service "10.244.0.2:9000" within 2s: context deadline exceeded',
	);
});

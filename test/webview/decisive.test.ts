/** Presets lived by the simulator: at the moment that decides, the sentence that says why is the one that speaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../client/webview/model/model';
import { causesOf, stopAt, stopsOf } from '../../client/webview/model/stops';
import { judge } from '../../server/src/features/diagnose/judge';
import { simulateManifest } from '../../server/src/features/life/simulate';
import { read } from '../../server/src/manifest/read';
import type { Life, Moment, Scenario } from '../../server/src/protocol/life';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function pod(more: string, container = ''): string {
	return `apiVersion: v1
kind: Pod
metadata:
  name: p
spec:
${more}
  containers:
  - name: app
    image: app:1
${container}`;
}

function live(yaml: string, how: string | Scenario): Life {
	const asked = typeof how === 'string' ? { preset: how } : { scenario: how };
	const life = simulateManifest(read(yaml), { uri: '', document: 0, ...asked }, { version: 37, judged: (manifest) => judge(manifest, 37) }, () => NOWHERE);
	assert.equal(life.kind, 'life', JSON.stringify(life));
	return life as Life;
}

/** What speaks at the stop of the last moment with this code. */
function speaksWith(life: Life, code: string): Moment | undefined {
	const stops = stopsOf(modelOf(life, life.trace.until));
	const moment = life.trace.story.moments.findLast((one) => one.code === code);
	assert.ok(moment, `${code} is not told`);
	return stopAt(stops, stops.find((stop) => stop.moments.includes(moment))?.t ?? -1)?.speaks;
}

const LIVENESS = '    livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 5}\n';
const STARTUP = '    startupProbe: {tcpSocket: {port: 80}, periodSeconds: 5, failureThreshold: 3}\n';
const READINESS = '    readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 5}\n';
const PRE_STOP = '    lifecycle: {preStop: {exec: {command: [sleep, "60"]}}}\n';
const LIMIT = '    resources: {limits: {memory: 64Mi}}\n';
const FROM_CONFIG = '    envFrom: [{configMapRef: {name: settings}}]\n';
const GRACE = '  terminationGracePeriodSeconds: 10';

const CASES: readonly (readonly [what: string, yaml: string, how: string | Scenario, at: string, speaks: string, headline: RegExp])[] = [
	['a crash that is never restarted', pod('  restartPolicy: Never'), 'crashes', 'pod/failed', 'container/exited', /exit code 1/],
	['a crash loop', pod(''), 'crashes', 'container/exited', 'back-off/wait', /keeps ending with exit code 1, and each wait is longer/],
	['out of memory', pod('', LIMIT), 'oom', 'back-off/wait', 'container/oom-killed', /memory limit 64Mi/],
	['a hang', pod('', LIVENESS), 'hangs', 'probe/failed', 'probe/killed', /liveness probe failed 3 times/],
	['too slow a start', pod('', STARTUP), 'slow-start', 'probe/killed', 'probe/killed', /startup probe fails 3 times/],
	[
		'SIGTERM ignored',
		pod(GRACE),
		'ignores-sigterm',
		'pod/failed',
		'container/killed',
		/Deleted at 10 s, gone 10\.\d s later\. `app` did not stop within 10 s: SIGKILL/,
	],
	['preStop too long', pod(GRACE, PRE_STOP), 'pre-stop-too-long', 'container/sigterm', 'hook/pre-stop-cut', /`preStop` of `app` used up the grace period/],
	['no such image', pod(''), 'image-missing', 'image/pull-failed', 'image/pull-failed', /cannot be pulled: the registry has no such image\. \d attempts/],
	['no such ConfigMap', pod('', FROM_CONFIG), 'config-missing', 'container/not-created', 'container/not-created', /configmap "settings" not found/],
	['readiness lost', pod('', READINESS), 'readiness-flaps', 'pod/not-ready', 'probe/not-ready', /not ready at the end\. `app` is not ready any more/],
	['an eviction', pod(''), 'evicted', 'pod/deleted', 'pod/deleted', /^Evicted at 10 s/],
	['a lost node', pod(''), 'node-lost', 'pod/deleted', 'node/evicts', /`Terminating` at the end\. The pod’s `tolerationSeconds` \(5 min\) are over/],
	['a deletion', pod(''), 'deleted', 'container/terminating', 'pod/deleted', /^Deleted at 10 s, gone/],
	['another image', pod(''), 'image-changed', 'pod/changed', 'container/changed', /The image of `app` changed/],
	['all goes well', pod(''), 'healthy', 'container/started', 'pod/ready', /^Ready after [\d.]+ s\.$/],
	['a slow start that is waited for', pod('', READINESS), 'slow-start', 'probe/ready', 'pod/ready', /^Ready after [\d.]+ s\.$/],
	[
		'an init container that fails for good',
		pod('  restartPolicy: Never\n  initContainers:\n  - {name: setup, image: setup:1}'),
		{ until: '1m', world: { containers: { setup: { runs: [{ exitAfter: '2s', exitCode: 3 }] } } } },
		'pod/failed',
		'init/failed',
		/Init container `setup` failed with exit code 3/,
	],
	[
		'an init container that never ends',
		pod('  initContainers:\n  - {name: setup, image: setup:1}'),
		'init-never-ends',
		'container/started',
		'container/started',
		/`setup` is still at work/,
	],
	[
		'a start that fails',
		pod(''),
		{ until: '1m', world: { containers: { app: { runs: [{ startError: 'no such file' }] } } } },
		'back-off/wait',
		'container/start-failed',
		/no such file/,
	],
	['a gate', pod('  schedulingGates: [{name: example.com/gate}]'), 'healthy', 'pod/created', 'pod/gated', /scheduling gates: `example\.com\/gate`/],
	[
		'a trouble that is over',
		pod(''),
		{ until: '2m', world: { images: { 'app:1': { pullError: 'not found', succeedAfterAttempts: 1 } } } },
		'image/pull-failed',
		'image/pull-failed',
		/^Ready after [\d.]+ s\. Before that: Attempt 1 to pull `app:1` failed: the registry has no such image/,
	],
	[
		'a probe that ends a pod for good',
		pod('  restartPolicy: Never', LIVENESS),
		{ until: '1m', world: { containers: { app: { liveness: [{ from: '10s', ok: false }] } } } },
		'container/stopped',
		'probe/killed',
		/killed for good: the liveness probe failed 3 times/,
	],
];

for (const [what, yaml, how, at, speaks, headline] of CASES)
	test(what, () => {
		const life = live(yaml, how);
		assert.equal(speaksWith(life, at)?.code, speaks);
		assert.match(life.headline.en.replaceAll('\u00a0', ' '), headline);
		assert.ok(life.headline.ko);
	});

test('neighbours in a chain of causes do not read alike', () => {
	for (const [what, yaml, how] of CASES) {
		const life = live(yaml, how);
		const model = modelOf(life);
		for (const moment of model.moments)
			for (const language of ['en', 'ko'] as const) {
				const chain = causesOf(model, moment).map(({ id }) => life.labels[id]?.[language] ?? '');
				for (const [i, label] of chain.entries()) assert.notEqual(label, chain[i - 1], `${what}: ${chain.join(' › ')}`);
			}
	}
});

test('the way to SIGKILL is told step by step, and what came of it', () => {
	const life = live(pod(GRACE, PRE_STOP), {
		until: '1m',
		actions: [{ at: '10s', do: 'delete' }],
		world: { containers: { app: { preStop: { takes: '60s' }, onTerm: { ignore: true } } } },
	});
	const model = modelOf(life);
	const killed = model.moments.find(({ code }) => code === 'container/killed');
	const gone = model.moments.find(({ code }) => code === 'pod/gone');
	assert.ok(killed && gone);
	assert.deepEqual(
		causesOf(model, killed).map(({ code }) => code),
		['hook/pre-stop', 'hook/pre-stop-cut', 'container/sigterm', 'container/killed'],
	);
	assert.deepEqual(gone.because, [killed.id]);
});

test('probes that fail are told in the tone of their mark', () => {
	const life = live(pod('', STARTUP + LIVENESS + READINESS), {
		until: '1m',
		world: {
			containers: {
				app: {
					startup: [
						{ from: 0, ok: false },
						{ from: '8s', ok: true },
					],
					readiness: [
						{ from: 0, ok: false },
						{ from: '14s', ok: true },
					],
					liveness: [
						{ from: 0, ok: true },
						{ from: '30s', ok: false, run: 0 },
					],
				},
			},
		},
	});
	const tones = new Map(life.trace.story.moments.filter(({ code }) => code === 'probe/failed').map(({ args, tone }) => [args['probe'], tone]));
	assert.deepEqual(Object.fromEntries(tones), { startup: 'warn', readiness: 'warn', liveness: 'bad' });
});

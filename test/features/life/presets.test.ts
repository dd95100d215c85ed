/** Questions are asked where they make sense, of the container that matters, and only where the answer is another life. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Life, PresetId } from '../../../server/src/protocol/life';
import { english, lifeOf, lifeWith, offered } from './ask';

const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n${spec}`;
const workload = (apiVersion: string, kind: string, more: string, template: string): string =>
	`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: w\nspec:\n${more}  template:\n    metadata:\n      labels: {app: w}\n    spec:\n${template}`;
const SELECTED = '  selector:\n    matchLabels: {app: w}\n';
const APP = '      containers: [{name: app, image: app:1}]\n';

/** Two init containers and a sidecar before three apps: ready long after ten seconds. */
const MANY = pod(`  initContainers:
  - {name: fetch, image: fetch:1}
  - {name: migrate, image: migrate:1}
  - {name: proxy, image: proxy:1, restartPolicy: Always, startupProbe: {tcpSocket: {port: 1}, periodSeconds: 5}}
  containers:
  - {name: api, image: api:1, readinessProbe: {httpGet: {path: /, port: 80}, initialDelaySeconds: 10}, livenessProbe: {httpGet: {path: /live, port: 80}}}
  - {name: metrics, image: metrics:1}
  - {name: web, image: web:1}
`);

const readyAt = ({ trace }: Life): number => trace.story.moments.find(({ code }) => code === 'pod/ready')?.t ?? Number.NaN;
const momentAt = ({ trace }: Life, code: string): number => trace.story.moments.find((one) => one.code === code)?.t ?? Number.NaN;

test('what is deleted or evicted has been ready for some seconds', () => {
	for (const [preset, code] of [
		['deleted', 'pod/deleted'],
		['ignores-sigterm', 'pod/deleted'],
		['evicted', 'pod/deleted'],
		['node-lost', 'node/silent'],
		['node-pressure', 'node/pressure'],
		['image-changed', 'pod/changed'],
	] as const) {
		const life = lifeWith(MANY, preset);
		const since = momentAt(life, code) - readyAt(life);
		assert.ok(since >= 5 && since <= 20, `${preset}: ${since} s after it is ready`);
	}
	assert.match(english(lifeWith(MANY, 'ignores-sigterm')), /`api` did not stop within 30 s: SIGKILL/);
});

test('a slow pod is watched until it is ready, and asked to hang after that', () => {
	const slow = pod(
		'  containers:\n  - {name: app, image: app:1, startupProbe: {tcpSocket: {port: 80}, initialDelaySeconds: 90}, livenessProbe: {tcpSocket: {port: 80}}}\n',
	);
	assert.ok(readyAt(lifeOf(slow)) > 90);
	const hangs = lifeWith(slow, 'hangs');
	assert.ok(momentAt(hangs, 'probe/killed') > readyAt(hangs) + 20);
});

test('a question of a pod of absurd patience is a question still, and costs no more', () => {
	const probe = '{tcpSocket: {port: 80}, periodSeconds: 1, failureThreshold: 2147483647}';
	const patient = pod(
		`  terminationGracePeriodSeconds: 9223372036\n  containers:\n  - {name: app, image: app:1, livenessProbe: ${probe}, readinessProbe: ${probe}}\n`,
	);
	for (const preset of offered(patient)) {
		const { trace } = lifeWith(patient, preset);
		assert.ok(trace.until <= 25 * 3600, `${preset}: ${trace.until} s`);
	}
	assert.ok(offered(patient).includes('ignores-sigterm'));
});

test('what hangs answers no probe that asks at the same place', () => {
	const both = (path: string): string =>
		pod(
			`  containers:\n  - {name: app, image: app:1, livenessProbe: {httpGet: {path: /, port: 80}}, readinessProbe: {httpGet: {path: ${path}, port: 80}, periodSeconds: 5}}\n`,
		);
	const [same, other] = [lifeWith(both('/'), 'hangs'), lifeWith(both('/ready'), 'hangs')];
	assert.ok(momentAt(same, 'probe/not-ready') < momentAt(same, 'probe/killed'), 'no traffic long before it is killed');
	assert.ok(Number.isNaN(momentAt(other, 'probe/not-ready')) || momentAt(other, 'probe/not-ready') >= momentAt(other, 'probe/killed'));
});

test('a question is about the container that can show it', () => {
	const two = pod(`  containers:
  - {name: plain, image: plain:1}
  - name: rich
    image: rich:1
    livenessProbe: {tcpSocket: {port: 80}}
    readinessProbe: {tcpSocket: {port: 81}}
    resources: {limits: {memory: 64Mi}}
    lifecycle: {preStop: {exec: {command: [drain]}}}
`);
	for (const id of ['hangs', 'slow-start', 'readiness-flaps', 'oom', 'pre-stop-too-long'] as const) {
		assert.equal(lifeOf(two).presets.find((preset) => preset.id === id)?.container, 'rich', id);
	}
	assert.equal(lifeOf(two).presets.find(({ id }) => id === 'crashes')?.container, 'plain');
});

test('a preStop that takes too long outlasts the grace period; one that sleeps cannot', () => {
	const hook = (how: string): string =>
		pod(`  terminationGracePeriodSeconds: 20\n  containers:\n  - {name: app, image: app:1, lifecycle: {preStop: ${how}}}\n`);
	const life = lifeWith(hook('{exec: {command: [drain]}}'), 'pre-stop-too-long');
	assert.ok(momentAt(life, 'hook/pre-stop-cut') > momentAt(life, 'pod/deleted'));
	assert.ok(!offered(hook('{sleep: {seconds: 5}}')).includes('pre-stop-too-long'));
});

test('what changes nothing is not offered', () => {
	const gated = pod('  schedulingGates: [{name: example.com/wait}]\n  containers: [{name: app, image: app:1, livenessProbe: {tcpSocket: {port: 80}}}]\n');
	assert.deepEqual(offered(gated), ['healthy', 'deleted', 'evicted']);
	const optional = pod('  containers:\n  - {name: app, image: app:1, envFrom: [{configMapRef: {name: c, optional: true}}]}\n');
	assert.ok(!offered(optional).includes('config-missing'));
	assert.deepEqual(offered(workload('apps/v1', 'Deployment', `  replicas: 0\n${SELECTED}`, APP)), ['healthy']);
});

test('each life that is offered differs from all goes well', () => {
	const files = readdirSync('examples').filter((name) => name.endsWith('.yaml') && !/scenario|mistakes/.test(name));
	let lives = 0;
	for (const text of [...files.map((name) => readFileSync(`examples/${name}`, 'utf8')), MANY]) {
		const usual = lifeOf(text);
		assert.equal(usual.usual, undefined, 'nothing to compare it with');
		for (const { id } of usual.presets.slice(1)) {
			const life = lifeOf(text, { preset: id });
			const look = ({ timeline, pods, events, story }: Life['trace']) => JSON.stringify([timeline, pods, events, story.stretches]);
			assert.notEqual(look(life.trace), look(usual.trace), `${id} of ${text.slice(0, 80)}`);
			const drawn = (trace: Life['trace'] | undefined) =>
				JSON.stringify([trace?.timeline, trace?.pods?.map(({ timeline }) => timeline), trace?.story.stretches]);
			assert.equal(drawn(life.usual?.trace), drawn(usual.trace), 'and brings it along');
			lives++;
		}
	}
	assert.ok(lives > 100, `${lives} lives`);
});

test('a workload can be rolled out anew, and one of its pods be deleted', () => {
	const ROLLS: readonly (readonly [apiVersion: string, kind: string, more: string, rolls: boolean])[] = [
		['apps/v1', 'Deployment', `  replicas: 3\n${SELECTED}`, true],
		['apps/v1', 'StatefulSet', `  serviceName: w\n  replicas: 2\n${SELECTED}`, true],
		['apps/v1', 'DaemonSet', SELECTED, true],
		['apps/v1', 'ReplicaSet', `  replicas: 2\n${SELECTED}`, false],
	];
	for (const [apiVersion, kind, more, rolls] of ROLLS) {
		const manifest = workload(apiVersion, kind, more, APP);
		const ids: readonly PresetId[] = offered(manifest);
		assert.equal(ids.includes('rolled-out'), rolls, kind);
		assert.ok(ids.includes('deleted'), kind);
		assert.ok(!ids.includes('image-changed'), kind);
		const lost = lifeWith(manifest, 'deleted');
		assert.ok((lost.trace.pods?.length ?? 0) > (lifeOf(manifest).trace.pods?.length ?? 0), `${kind}: another pod takes its place`);
	}
});

test('a missing ConfigMap is part of the scenario, so that it is missing from a saved one too', () => {
	const manifest = pod('  containers:\n  - {name: app, image: app:1, envFrom: [{configMapRef: {name: settings}}]}\n');
	const { scenario } = lifeWith(manifest, 'config-missing');
	assert.deepEqual(lifeOf(manifest, { scenario }).trace, lifeOf(manifest, { preset: 'config-missing' }).trace);
	const secret = pod('  containers:\n  - {name: app, image: app:1, envFrom: [{secretRef: {name: keys}}]}\n');
	assert.deepEqual(lifeWith(secret, 'config-missing').presets.find(({ id }) => id === 'config-missing')?.title, {
		en: 'the Secret is missing',
		ko: '시크릿이 없으면',
	});
});

test('the work of a pod that is meant to end is done, whatever else is asked', () => {
	const job = workload('batch/v1', 'Job', '', `      restartPolicy: Never\n${APP}`);
	assert.match(english(lifeOf(job)), /^Complete after 22\.\d s: 1 of 1 succeeded\.$/);
	assert.match(english(lifeWith(job, 'registry-slow')), /^Complete after 1:0\d: 1 of 1 succeeded\.$/);
	assert.match(english(lifeWith(job, 'deleted')), /^Complete after .*: 1 of 1 succeeded\./, 'a pod that is deleted in the middle is replaced');
	assert.equal(lifeWith(job, 'deleted').trace.pods?.length, 2);
});

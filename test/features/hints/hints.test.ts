import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { HINT_KINDS, type HintKind } from '../../../server/src/features/hint-kinds';
import { type HintOptions, hints } from '../../../server/src/features/hints/hints';
import { read } from '../../../server/src/manifest/read';

/** 26 November 2026, 23:58 in Seoul. */
const NOW = Date.UTC(2026, 10, 26, 14, 58);

/** The hints of these kinds behind the lines that bear them. */
function told(text: string, kinds: readonly HintKind[], more: Partial<HintOptions> = {}, language: 'en' | 'ko' = 'en'): readonly string[] {
	const all = hints(read(text), (manifest) => judge(manifest, 37), { kinds, version: 37, now: NOW, zone: 'Asia/Seoul', ...more });
	return all.map(({ offset, label }) => {
		const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim();
		return `${line} ⟵ ${label[language].replaceAll('\u00a0', ' ')}`;
	});
}

const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${spec}`;
const sized = (name: string, resources: string, more = ''): string => `  - name: ${name}\n    image: a:1\n    resources: ${resources}\n${more}`;
const cronJob = (schedule: string, more = ''): string =>
	`apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec:\n  schedule: "${schedule}"\n${more}  jobTemplate:\n    spec:\n      template:\n        spec: {restartPolicy: Never, containers: [{name: a, image: b}]}\n`;

test('probes: how long until something comes of them', () => {
	assert.deepEqual(told(readFileSync('examples/web.yaml', 'utf8'), ['probes']), [
		'livenessProbe: ⟵ restarts after 3 failures, up to 30 s',
		'readinessProbe: ⟵ left out after 3 failures, up to 15 s',
	]);
	assert.deepEqual(told(readFileSync('examples/slow-start.yaml', 'utf8'), ['probes'])[0], 'startupProbe: ⟵ up to 5 min to start');
});

test('qos: the class, and what keeps it from being a better one', () => {
	const of = (...containers: string[]): readonly string[] => told(pod(`  containers:\n${containers.join('')}`), ['qos']);
	assert.deepEqual(of(sized('a', '{}')), ['kind: Pod ⟵ QoS BestEffort: no cpu or memory asked for']);
	const all = '{limits: {cpu: 1, memory: 1Gi}}';
	assert.deepEqual(of(sized('a', all), sized('b', all)), ['kind: Pod ⟵ QoS Guaranteed: every limit is its request']);
	assert.deepEqual(of(sized('a', all), sized('b', '{limits: {cpu: 1}}')), ['kind: Pod ⟵ QoS Burstable: b has no memory limit']);
	assert.deepEqual(of(sized('a', '{limits: {cpu: 1, memory: 1Gi}, requests: {memory: 512Mi}}')), ['kind: Pod ⟵ QoS Burstable: a memory request < limit']);
	const made = cronJob('0 2 * * *').replace('image: b', `image: b, resources: ${all}`);
	assert.deepEqual(told(made, ['qos']), ['kind: CronJob ⟵ QoS Guaranteed: every limit is its request'], 'limits of a template are requests of its pods');
	assert.deepEqual(told(readFileSync('examples/deployment.yaml', 'utf8'), ['qos']), ['kind: Deployment ⟵ QoS BestEffort: no cpu or memory asked for']);
	assert.deepEqual(told(pod(`  containers:\n${sized('a', all)}`), ['qos'], {}, 'ko'), ['kind: Pod ⟵ QoS Guaranteed: 모든 limit과 request가 같다']);
});

test('nothing of a part, nor of what is to be filled in', () => {
	const one = (more: string): string => pod(`  containers:\n${sized('a', '{}')}${more}`);
	assert.equal(told(one(''), ['qos']).length, 1);
	assert.deepEqual(told(one('    imagePullPolicy: ${POLICY}\n'), ['qos']), []);
	assert.deepEqual(told(one('  $patch: merge\n'), ['qos']), []);
});

test('requests: what runs together adds up, init containers run alone, limits hold where all have one', () => {
	const spec = `  initContainers:\n${sized('i', '{requests: {cpu: 2}}')}${sized('s', '{requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}', '    restartPolicy: Always\n')}  containers:\n${sized('a', '{requests: {cpu: 500m, memory: 128Mi}, limits: {cpu: 1, memory: 256Mi}}')}`;
	assert.deepEqual(told(pod(spec), ['requests']), ['containers: ⟵ in all: requests cpu 2, memory 192Mi']);
	assert.deepEqual(told(pod(spec), ['requests'], {}, 'ko'), ['containers: ⟵ 모두 합쳐 request cpu 2, memory 192Mi']);
	assert.deepEqual(told(pod(`  containers:\n${sized('a', '{requests: {cpu: 2}}')}`), ['requests']), [], 'one container says it itself');
	assert.deepEqual(told(pod(`  containers:\n${sized('a', '{}')}${sized('b', '{}')}`), ['requests']), []);
});

test('shutdown: at worst the grace period, and two seconds where something uses it up', () => {
	const of = (spec: string): readonly string[] => told(pod(spec), ['shutdown']);
	const hook = (action: string): string => sized('a', '{}', `    lifecycle:\n      preStop:\n        ${action}\n`);
	assert.deepEqual(of(`  terminationGracePeriodSeconds: 60\n  containers:\n${sized('a', '{}')}`), [
		'terminationGracePeriodSeconds: 60 ⟵ gone after 1 min at the latest',
	]);
	assert.deepEqual(of(`  terminationGracePeriodSeconds: 60\n  containers:\n${hook('exec: {command: [drain]}')}`), [
		'terminationGracePeriodSeconds: 60 ⟵ gone after 62 s at the latest',
	]);
	assert.deepEqual(of(`  containers:\n${hook('sleep: {seconds: 20}')}`), ['preStop: ⟵ SIGTERM after 20 s, then 10 s to stop']);
	assert.deepEqual(of(`  containers:\n${hook('sleep: {seconds: 30}')}`), ['preStop: ⟵ SIGTERM after 30 s, then 2 s to stop']);
	assert.deepEqual(of(`  containers:\n${sized('a', '{}')}`), [], 'nothing is written that it follows from');
	assert.deepEqual(of(`  terminationGracePeriodSeconds: 0\n  containers:\n${sized('a', '{}')}`), []);
});

test('schedule: the next three times, by the clock of the reader', () => {
	const of = (schedule: string, more = '', options: Partial<HintOptions> = {}): string => told(cronJob(schedule, more), ['schedule'], options)[0] ?? '';
	assert.equal(of('0 2 * * *', '  timeZone: Asia/Seoul\n'), 'schedule: "0 2 * * *" ⟵ next: 11-27 02:00, 11-28 02:00 (Seoul)');
	assert.equal(of('0 2 * * *'), 'schedule: "0 2 * * *" ⟵ next: 11-27 11:00 (Seoul, cluster on UTC)');
	assert.equal(of('* * * * *', '', { zone: 'UTC' }), 'schedule: "* * * * *" ⟵ next: 14:59, 15:00, 15:01 (UTC)', 'of today the clock alone');
	assert.equal(of('0 2 1 1-10 *', '', { zone: 'UTC' }), 'schedule: "0 2 1 1-10 *" ⟵ next: 01-01 02:00, 02-01 02:00 (UTC)');
	assert.equal(of('0 2 29 2 *', '', { zone: 'UTC' }), 'schedule: "0 2 29 2 *" ⟵ next: 2028-02-29 02:00 (UTC)');
	assert.equal(of('0 0 30 2 *'), 'schedule: "0 0 30 2 *" ⟵ never runs');
	assert.equal(of('0 2 * * *', '  suspend: true\n'), '');
	assert.match(told(cronJob('0 2 * * *'), ['schedule'], {}, 'ko')[0] ?? '', /다음 실행: 11-27 11:00 \(Seoul, 클러스터가 UTC일 때\)/);
});

test('imagePullPolicy: as the tag has it, unless it is written', () => {
	const of = (container: string): readonly string[] => told(pod(`  containers:\n  - name: a\n${container}`), ['imagePullPolicy']);
	assert.deepEqual(of('    image: nginx:1.27\n'), ['image: nginx:1.27 ⟵ IfNotPresent']);
	assert.deepEqual(of('    image: nginx\n'), ['image: nginx ⟵ Always: asks the registry at every start']);
	assert.deepEqual(of('    image: nginx\n    imagePullPolicy: Never\n'), []);
});

test('units and defaults are told to who asks for them', () => {
	assert.deepEqual(
		told(pod('  containers:\n  - name: a\n    image: b\n    resources:\n      limits:\n        cpu: 500m\n        memory: 128Mi\n'), ['units']),
		['cpu: 500m ⟵ half a core', 'memory: 128Mi ⟵ 134,217,728 bytes (134.2MB)'],
	);
	const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      restartPolicy: Always\n      containers: [{name: a, image: b}]\n`;
	assert.deepEqual(told(deployment, ['defaults']), ['spec: ⟵ replicas: 1, strategy: RollingUpdate, …', 'spec: ⟵ terminationGracePeriodSeconds: 30']);
});

test('nothing is told of what is refused, and what an alias repeats is told once', () => {
	const kinds = Object.keys(HINT_KINDS) as HintKind[];
	assert.deepEqual(told(readFileSync('examples/seven-mistakes.yaml', 'utf8'), kinds), []);
	const aliased = pod('  containers:\n  - &one\n    name: a\n    image: b:1\n  - <<: *one\n    name: c\n');
	assert.deepEqual(told(aliased, ['imagePullPolicy']), ['image: b:1 ⟵ IfNotPresent']);
});

/** Manifests whose facts are long, by the kind of hint. */
const LONG_NAME = 'a-container-with-quite-a-long-name-v12';
const SIZES = '{requests: {cpu: 1234m, memory: 12345Mi, ephemeral-storage: 12345Mi}, limits: {cpu: 2345m, memory: 23456Mi, ephemeral-storage: 23456Mi}}';
const probe = (name: string): string =>
	`    ${name}: {exec: {command: [x]}, periodSeconds: 3599, timeoutSeconds: 3599, failureThreshold: 1000, initialDelaySeconds: 86399}\n`;
const HOOK = '    lifecycle:\n      preStop:\n        sleep: {seconds: 99999}\n';
const LONG: Readonly<Record<HintKind, readonly string[]>> = {
	qos: [`{limits: {cpu: 1}}`, SIZES].map((sizes) => pod(`  containers:\n${sized(LONG_NAME, sizes)}`)),
	requests: [pod(`  containers:\n${sized('a', SIZES)}${sized('b', SIZES)}`)],
	probes: ['  restartPolicy: Never\n', ''].map((more) =>
		pod(`${more}  containers:\n${sized('a', '{}', probe('startupProbe') + probe('livenessProbe') + probe('readinessProbe'))}`),
	),
	shutdown: ['', '  terminationGracePeriodSeconds: 123456\n'].map((more) =>
		pod(`${more || '  terminationGracePeriodSeconds: 99999\n'}  containers:\n${sized('a', '{}', HOOK)}`),
	),
	schedule: ['0 2 29 2 *', '*/5 * * * *', '0 0 30 2 *'].flatMap((at) => [cronJob(at), cronJob(at, '  timeZone: America/Argentina/Buenos_Aires\n')]),
	imagePullPolicy: [pod(`  containers:\n  - name: a\n    image: nginx\n`)],
	units: [pod(`  containers:\n${sized('a', '{limits: {cpu: 1234567m, memory: 123456789Gi, ephemeral-storage: 123456789123456789}}')}`)],
	defaults: [
		'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: a, image: b}]\n',
		cronJob('0 2 * * *'),
	],
};

for (const kind of Object.keys(HINT_KINDS) as HintKind[])
	test(`${kind}: no hint is so long that VS Code cuts it, and all of it is at hand`, () => {
		for (const text of LONG[kind])
			for (const zone of ['Asia/Seoul', 'America/Argentina/Buenos_Aires', 'UTC']) {
				const found = hints(read(text), (manifest) => judge(manifest, 37), { kinds: [kind], version: 37, now: NOW, zone });
				assert.ok(found.length > 0, text);
				for (const { label, whole } of found)
					for (const language of ['en', 'ko'] as const) {
						assert.ok(label[language].length <= 43, label[language]);
						assert.ok(whole[language].length >= label[language].replace('…', '').length);
					}
			}
	});

test('what finds no room beside another hint is told where one asks for all', () => {
	const text = pod(`  containers:\n${sized('a', '{}', '    lifecycle:\n      preStop:\n        sleep: {seconds: 20}\n')}`);
	const [hint] = hints(read(text), (manifest) => judge(manifest, 37), { kinds: ['shutdown'], version: 37, now: NOW, zone: 'UTC' });
	assert.equal(hint?.whole.en.replaceAll('\u00a0', ' '), 'SIGTERM after 20 s, then 10 s to stop · gone after 32 s at the latest');
	assert.equal(hint?.label.ko.replaceAll('\u00a0', ' '), '20초 뒤에 SIGTERM, 그 뒤 10초 안에 종료 · 32초 안에 종료');
	const long = pod(`  terminationGracePeriodSeconds: 2147483647\n  containers:\n${sized('a', '{}')}`);
	const [grace] = hints(read(long), (manifest) => judge(manifest, 37), { kinds: ['shutdown'], version: 37, now: NOW, zone: 'UTC' });
	assert.equal(grace?.label.en.replaceAll('\u00a0', ' '), 'gone within 24855 d 3 h 14 min 7 s');
});

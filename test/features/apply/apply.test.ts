import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../../server/src/protocol/apply';
import { answerTo, applyOf, at, newer, plain, pod, rowOf, workload } from './ask';

const THREE = '  replicas: 3\n';
const deployment = workload('Deployment', THREE);
const set = (more = ''): string => workload('StatefulSet', `${THREE}  serviceName: w\n${more}`);
const job = (more: string): string =>
	`apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: j\nspec:\n${more}  template:\n    spec: {restartPolicy: Never, containers: [{name: app, image: app:1}]}\n`;
const cronJob = `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: c\nspec:\n  schedule: "* * * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec: {restartPolicy: Never, containers: [{name: app, image: app:1}]}\n`;

const BECOMES: readonly (readonly [what: string, old: string, text: string, outcome: Outcome, en: RegExp, ko: RegExp])[] = [
	['the same', deployment, deployment, 'unchanged', /^Nothing changes/, /바뀌는 것이 없다/],
	['the same in other words', deployment, deployment.replace('replicas: 3', 'paused: false\n  replicas: 0x3'), 'unchanged', /^Nothing/, /없다/],
	['a roll-out', deployment, newer(deployment), 'replaced', /^Replaced in .*one at a time; never fewer than 3 ready/, /하나씩 교체한다/],
	[
		'all at once',
		workload('Deployment', `${THREE}  strategy: {type: Recreate}\n`),
		newer(workload('Deployment', `${THREE}  strategy: {type: Recreate}\n`)),
		'replaced',
		/all at once; for a while none was ready/,
		/한꺼번에/,
	],
	[
		'nodes that suit the new pods',
		deployment,
		workload('Deployment', THREE, 'nodeSelector: {disk: ssd}, containers: [{name: app, image: app:1}]'),
		'replaced',
		/^Replaced in/,
		/교체한다/,
	],
	[
		'one that gets stuck',
		deployment,
		workload('Deployment', THREE, 'containers: [{name: app, image: app:1, resources: {requests: {cpu: 30}}}]'),
		'replaced',
		/^Stuck: 1 of 3 updated; the new pod is never ready/,
		/^멈췄다/,
	],
	['more pods', deployment, deployment.replace('replicas: 3', 'replicas: 5'), 'changed', /^2 pods more: 3 → 5\.$/, /2개 늘어난다\(3 → 5\)/],
	['no pods', deployment, newer(deployment).replace('replicas: 3', 'replicas: 0'), 'changed', /^3 pods fewer: 3 → 0\.$/, /3개 줄어든다/],
	['from none', deployment.replace('replicas: 3', 'replicas: 0'), newer(deployment), 'changed', /^3 pods more: 0 → 3\.$/, /늘어난다/],
	['labels', deployment, deployment.replace('name: w', 'name: w\n  labels: {a: b}'), 'changed', /^Only labels and annotations differ/, /레이블/],
	['a set', set(), newer(set()), 'replaced', /one at a time; never fewer than 2 ready/, /하나씩/],
	[
		'a part of it',
		set('  updateStrategy: {rollingUpdate: {partition: 2}}\n'),
		newer(set('  updateStrategy: {rollingUpdate: {partition: 2}}\n')),
		'replaced',
		/^1 of 3 pods is replaced; `partition` 2/,
		/3개 중 1개를 교체한다/,
	],
	['when deleted', set('  updateStrategy: {type: OnDelete}\n'), newer(set('  updateStrategy: {type: OnDelete}\n')), 'changed', /`OnDelete`/, /`OnDelete`/],
	['later pods', workload('ReplicaSet', THREE), newer(workload('ReplicaSet', THREE)), 'changed', /^Only pods made from now on/, /앞으로 만드는 파드/],
	['later runs', cronJob, newer(cronJob), 'changed', /^It counts from the next run/, /다음 실행부터/],
	['no runs', cronJob, cronJob.replace('spec:', 'spec:\n  suspend: true'), 'changed', /^No further runs/, /실행하지 않는다/],
	['a Job that is suspended', job(''), job('  suspend: true\n'), 'changed', /pods that run are deleted/, /지워진다/],
	['fewer at a time', job('  parallelism: 3\n'), job('  parallelism: 1\n'), 'changed', /at most 1 pod runs at a time/, /1개까지/],
	['a Job', job(''), newer(job('')), 'refused', /^The server refuses it/, /거부하며/],
	['an image', pod(), newer(pod()), 'restarted', /^`app` restarts in the same pod\. It is ready again 1 s after/, /`app`이 재시작한다\. 적용하고 1초/],
	['a deadline', pod(), pod('activeDeadlineSeconds: 600, containers: [{name: app, image: app:1}]'), 'changed', /10 min after its start/, /10분이 지나면/],
	[
		'what was refused',
		deployment.replace('replicas: 3', 'replicas: -3'),
		deployment,
		'created',
		/^What stood there before would have been refused/,
		/거부했을/,
	],
];
for (const [what, old, text, outcome, en, ko] of BECOMES) {
	test(`what becomes of it: ${what}`, () => {
		const row = rowOf(text, old);
		assert.equal(row.outcome, outcome, row.sentence.en);
		assert.match(plain(row.sentence.en), en);
		assert.match(plain(row.sentence.ko), ko);
	});
}

test('privileged containers may be updated: ordinary clusters allow them', () => {
	const privileged = workload('Deployment', THREE, 'containers: [{name: app, image: app:1, securityContext: {privileged: true}}]');
	assert.equal(rowOf(newer(privileged), privileged).outcome, 'replaced');
});

test('what is refused is told in the words of the server, at the field', () => {
	const text = deployment.replaceAll('app: w', 'app: v');
	const { refusals, wayOut, changes } = rowOf(text, deployment);
	assert.deepEqual(
		refusals.map(({ message, span }) => [message, at(text, span)]),
		[['spec.selector: Invalid value: {"matchLabels":{"app":"v"}}: field is immutable', 'selector']],
	);
	assert.match(refusals[0]?.why?.en ?? '', /selector stays as it was created/);
	assert.equal(wayOut?.command, 'kubectl delete deployment w');
	assert.deepEqual(
		changes.map(({ path, before, after, span }) => [path, before, after, at(text, span)]),
		[
			['spec.selector.matchLabels.app', 'w', 'v', 'app: v'],
			['spec.template.metadata.labels.app', 'w', 'v', 'app: v'],
		],
	);
});

test('a set can be made anew around its pods, unless it would no longer know them', () => {
	const renamed = set().replace('serviceName: w', 'serviceName: v');
	assert.equal(rowOf(renamed, set()).wayOut?.command, 'kubectl delete statefulset w --cascade=orphan');
	assert.equal(rowOf(renamed.replaceAll('app: w', 'app: v'), set()).wayOut?.command, 'kubectl delete statefulset w');
});

test('resources of a live pod are refused, with the resize that does it, restarts told', () => {
	const sized = (cpu: string, more = ''): string => pod(`containers: [{name: app, image: app:1, resources: {requests: {cpu: ${cpu}}}${more}}]`);
	const { outcome, wayOut } = rowOf(sized('500m'), sized('250m'));
	assert.equal(outcome, 'refused');
	assert.match(wayOut?.sentence.en ?? '', /without a restart/);
	assert.match(
		wayOut?.command ?? '',
		/^kubectl patch pod p --subresource resize --patch '\{"spec":\{"containers":\[\{"name":"app","resources":\{"requests":\{"cpu":"500m"\}\}\}\]\}\}'$/,
	);
	const restarting = ', resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]';
	assert.match(rowOf(sized('500m', restarting), sized('250m', restarting)).wayOut?.sentence.en ?? '', /`app` restarts/);
	assert.equal(rowOf(newer(sized('500m')), sized('250m')).wayOut?.command, 'kubectl delete pod p', 'another image is no resize');
	const bare = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspn$(A)ullec:\n  a: b\n';
	assert.equal(rowOf(bare, sized('1')).wayOut?.command, 'kubectl delete pod p', 'without containers there is nothing to resize');
});

test('sidecars restart, init containers that are done do not', () => {
	const inits = (image: string): string =>
		pod(`initContainers: [{name: i, image: "${image}"}, {name: s, image: "${image}", restartPolicy: Always}], containers: [{name: app, image: app:1}]`);
	assert.match(rowOf(inits('i:2'), inits('i:1')).sentence.en, /^`s` restarts/);
});

test('a policy that the first tag decided stays when the tag changes', () => {
	const { changes } = rowOf(pod('containers: [{name: app, image: "app:latest"}]'), pod());
	assert.deepEqual(
		changes.map(({ path }) => path),
		['spec.containers[0].image'],
	);
});

test('what decides is told first', () => {
	const { changes } = rowOf(newer(deployment).replace('replicas: 3', 'replicas: 4'), deployment);
	assert.deepEqual(
		changes.map(({ path, decides }) => [path, decides]),
		[
			['spec.template.spec.containers[0].image', true],
			['spec.replicas', false],
		],
	);
});

test('objects by name, whatever their order; the worst first, all of them in a sentence', () => {
	const left = workload('DaemonSet', '');
	const renamed = set().replace('serviceName: w', 'serviceName: v');
	const { headline, objects } = applyOf([newer(pod()), job(''), newer(deployment), renamed].join('---\n'), [deployment, left, set(), pod()].join('---\n'));
	assert.equal(
		headline.en,
		'3 of 5 objects change: 3 pods are replaced, 1 container restarts and 1 object is created. StatefulSet `w` is refused. The others are applied all the same.',
	);
	assert.equal(
		headline.ko,
		'오브젝트 5개 중 3개가 바뀐다. 파드 3개가 교체되고 컨테이너 1개가 재시작하고 오브젝트 1개가 생성된다. 스테이트풀셋 `w`는 거부된다. 나머지는 그래도 적용된다.',
	);
	assert.deepEqual(
		objects.map(({ kind, outcome, document }) => [kind, outcome, document]),
		[
			['StatefulSet', 'refused', 3],
			['Deployment', 'replaced', 2],
			['Pod', 'restarted', 0],
			['Job', 'created', 1],
			['DaemonSet', 'unchanged', undefined],
		],
	);
});

test('another namespace is another object, the default one need not be named', () => {
	const there = pod().replace('name: p', 'name: p\n  namespace: other');
	assert.deepEqual(
		applyOf(there, pod()).objects.map(({ outcome }) => outcome),
		['created', 'unchanged'],
	);
	assert.equal(rowOf(pod().replace('name: p', 'name: p\n  namespace: default'), pod()).outcome, 'unchanged');
});

test('what stands there twice is applied twice', () => {
	const { objects } = applyOf([newer(pod()), pod()].join('---\n'), pod());
	assert.deepEqual(
		objects.map(({ outcome }) => outcome),
		['restarted', 'restarted'],
	);
});

test('what is not judged is compared all the same; what a ConfigMap does to pods is told, what a Secret holds is not', () => {
	const config = (kind: string, value: string): string => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: c\nstringData:\n  key: ${value}\n`;
	const changed = rowOf(config('ConfigMap', 'new'), config('ConfigMap', 'old'));
	assert.deepEqual([changed.outcome, changed.changes.map(({ before, after }) => [before, after])], ['changed', [['old', 'new']]]);
	assert.match(changed.sentence.en, /^No pod restarts for it/);
	const secret = rowOf(config('Secret', 'new'), config('Secret', 'old'));
	assert.deepEqual([secret.outcome, secret.changes.map(({ before, after }) => [before, after])], ['changed', [[undefined, '…']]]);
	const { objects, headline } = applyOf(`${config('ConfigMap', 'a')}---\n${config('Widget', 'a')}`, `${config('ConfigMap', 'a')}---\n${config('Gadget', 'a')}`);
	assert.deepEqual(
		objects.map(({ kind, outcome, document }) => [kind, outcome, document]),
		[
			['Widget', 'created', undefined],
			['ConfigMap', 'unchanged', undefined],
			['Gadget', 'unchanged', undefined],
		],
	);
	assert.equal(headline.en, '1 of 3 objects changes: 1 object is created.');
});

test('a generated name cannot be applied', () => {
	const drawn = pod().replace('name: p', 'generateName: p-');
	const { outcome, refusals } = rowOf(drawn, '');
	assert.equal(outcome, 'refused');
	assert.match(refusals[0]?.message ?? '', /from p-: cannot use generate name with apply/);
});

test('texts that nobody can read are said to be none', () => {
	for (const text of ['a: {{ .Values.b }}\n', 'kind: Pod\napiVersion: v1\nspec: {containers: [\n']) {
		assert.equal(answerTo(text, pod()).kind, 'unreadable');
		assert.equal(answerTo(pod(), text).kind, 'unreadable');
	}
	assert.equal(applyOf('', '').headline.en, 'There is nothing to apply.');
});

/** The headline of a workload: the outcome, after how long, and what decides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PresetId, Scenario } from '../../../server/src/protocol/life';
import { english, korean, lifeOf, lifeWith } from './ask';

const SELECTED = '  selector:\n    matchLabels: {app: w}\n';
const template = (spec: string): string => `  template:\n    metadata:\n      labels: {app: w}\n    spec:\n${spec}`;
const make = (apiVersion: string, kind: string, spec: string): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: w\nspec:\n${spec}`;
const APP = '      containers: [{name: app, image: app:1}]\n';
const NEVER = `      restartPolicy: Never\n${APP}`;

const deployment = (more = '  replicas: 3\n'): string => make('apps/v1', 'Deployment', `${more}${SELECTED}${template(APP)}`);
const job = (more = ''): string => make('batch/v1', 'Job', `${more}${template(NEVER)}`);
const cronJob = make(
	'batch/v1',
	'CronJob',
	`  schedule: "* * * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers: [{name: app, image: app:1}]\n`,
);

const patched = (spec: unknown, until = '2m'): Scenario => ({ actions: [{ at: '10s', do: 'patch', target: 'owner', body: { spec } }], until });
const image = (name: string, more: object = {}) => ({ ...more, template: { spec: { containers: [{ name: 'app', image: name }] } } });

const TOLD: readonly (readonly [what: string, manifest: string, how: PresetId | Scenario, en: RegExp, ko: RegExp])[] = [
	['a rollout', deployment(), 'healthy', /^Rolled out after 1\.1 s: 3 of 3 ready\.$/, /^1\.1초 만에 롤아웃이 끝났다\. 3개 모두 준비됐다\.$/],
	[
		'one that loses a pod',
		deployment(),
		'deleted',
		/^Rolled out after 1\.1 s; from 10 s on only 2 of 3 were ready for [\d.]+ s\.$/,
		/10초부터 [\d.]+초 동안은 3개 중 2개만 준비된 상태였다\.$/,
	],
	[
		'one that ends badly',
		deployment(),
		'crashes',
		/^Rolled out after 1\.1 s, but 0 of 3 ready at the end \(`CrashLoopBackOff`\)\. `app` keeps ending/,
		/마지막에는 준비된 파드가 없다\(`CrashLoopBackOff`\)/,
	],
	[
		'one that never ends',
		deployment(),
		'image-missing',
		/^Never rolled out: 0 of 3 ready \(`(Err|Image)\w+`\)\. `app:1` cannot be pulled/,
		/^롤아웃이 끝나지 않는다\. 3개 중 하나도 준비되지 않았다/,
	],
	[
		'a rolling update',
		deployment(),
		'rolled-out',
		/^Replaced in [\d.]+ s, one at a time; never fewer than 3 ready\.$/,
		/^[\d.]+초 만에 하나씩 교체한다\. 준비된 파드는 늘 3개 이상이다\.$/,
	],
	[
		'all anew',
		deployment(),
		patched(image('app:2', { strategy: { type: 'Recreate', rollingUpdate: null } })),
		/^Replaced in [\d.]+ s, all at once; for a while none was ready\.$/,
		/한꺼번에 교체한다\. 준비된 파드가 하나도 없는 때가 있다\.$/,
	],
	[
		'an update that is stuck',
		deployment(),
		{ ...patched(image('nope:1')), world: { images: { 'nope:1': { pullError: 'not found' } } } },
		/^Stuck: 1 of 3 updated; the new pod is never ready \(`(Err|Image)\w+`\)\./,
		/^멈췄다\. 3개 중 1개만 바뀌었고 새 파드가 준비되지 않는다\(`(Err|Image)\w+`\)\./,
	],
	['no replicas', deployment('  replicas: 0\n'), 'healthy', /^No pod: `replicas` is 0\.$/, /^`replicas`가 0이라 파드가 없다\.$/],
	['scaled up', deployment(), patched({ replicas: 5 }), /^Rolled out after 10\.\d s: 5 of 5 ready\.$/, /5개 모두 준비됐다/],
	[
		'deleted with its pods',
		deployment(),
		{ actions: [{ at: '10s', do: 'delete', target: 'owner' }], until: '1m' },
		/^Deleted at 10 s; its pods are gone [\d.]+ s later\.$/,
		/^10초에 삭제됐고 [\d.]+초 뒤에 파드가 모두 사라졌다\.$/,
	],
	[
		'a set, one by one',
		make('apps/v1', 'StatefulSet', `  serviceName: w\n  replicas: 2\n${SELECTED}${template(APP)}`),
		'rolled-out',
		/^Replaced in [\d.]+ s, one at a time; never fewer than 1 ready\.$/,
		/하나씩 교체한다/,
	],
	[
		'a Job that is done',
		job('  completions: 3\n  parallelism: 3\n'),
		'healthy',
		/^Complete after 2\d(\.\d)? s: 3 of 3 succeeded\.$/,
		/^2\d(\.\d)?초 만에 끝났다\. 3개 모두 성공했다\.$/,
	],
	[
		'a Job that gives up',
		job('  backoffLimit: 4\n'),
		'crashes',
		/^Failed after 2:58: `backoffLimit` 4 is used up, 5 pods failed\.$/,
		/^2분 58초에 실패했다\. `backoffLimit` 4를 넘겨 파드 5개가 실패했다\.$/,
	],
	[
		'a Job out of time',
		job('  activeDeadlineSeconds: 15\n'),
		'healthy',
		/^Failed after 1\d(\.\d)? s: `activeDeadlineSeconds` 15 are over\.$/,
		/`activeDeadlineSeconds` 15초가 지났다/,
	],
	['a Job at work', job(), { until: '2m' }, /^Not finished by 2:00: 1 pod still runs\.$/, /^2분이 지나도 끝나지 않았다\. 파드 1개가 아직 돈다\.$/],
	[
		'a Job that waits',
		job(),
		'image-missing',
		/^Not finished by 5:00: 1 pod waits \(`ImagePullBackOff`\)\. `app:1` cannot be pulled/,
		/파드 1개가 기다리고 있다\(`ImagePullBackOff`\)/,
	],
	['a Job that is suspended', job('  suspend: true\n'), 'healthy', /^Suspended: no pod is made\.$/, /^일시 중지된 상태라 파드를 만들지 않는다\.$/],
	[
		'a CronJob',
		cronJob,
		{ until: '1m', world: { containers: { app: { runs: [{ exitAfter: '20s' }] } } } },
		/^First run after 25(\.\d)? s, complete 2\d(\.\d)? s later\.$/,
		/^25(\.\d)?초 뒤에 처음 실행됐고 2\d(\.\d)?초 만에 성공했다\.$/,
	],
];

for (const [what, manifest, how, en, ko] of TOLD)
	test(what, () => {
		const life = typeof how === 'string' ? lifeWith(manifest, how) : lifeOf(manifest, { scenario: how });
		assert.match(english(life), en);
		assert.match(korean(life), ko);
	});

test('a CronJob is watched until its first run is over, however far off that is', () => {
	const at = (schedule: string): string => cronJob.replace('* * * * *', schedule);
	assert.match(english(lifeOf(at('30 1 * * *'))), /^First run after 1:30:2\d, complete 2\d(\.\d)? s later\.$/);
	assert.match(english(lifeWith(at('30 1 * * *'), 'crashes')), /^First run after 1:30:2\d/);
	assert.match(english(lifeOf(at('0 4 1 7 *'))), /^First run after \d+ d \d+ h \d+ s, complete 2\d(\.\d)? s later\.$/);
	assert.match(english(lifeOf(at('0 0 31 2 *'))), /^Never runs\. The schedule/);
	assert.match(english(lifeOf(cronJob)), /^First run after 25(\.\d)? s; 5 runs by 5:25: 5 complete\.$/);
	assert.match(korean(lifeWith(cronJob, 'image-missing')), /5번 실행됐다\(진행 중 5번\)\./);
});

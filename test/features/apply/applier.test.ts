/** What `helm upgrade` does otherwise than `kubectl apply`: kube.Client.update, Configuration.execHook. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyOf, newer, pod, workload } from './ask';

const deployment = workload('Deployment', '  replicas: 3\n');
const map = (annotations = ''): string => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, annotations: {${annotations}}}\ndata: {a: b}\n`;
const job = (annotations: string, image = 'app:1'): string =>
	`---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: j, annotations: {${annotations}}}\nspec:\n  template:\n    spec: {restartPolicy: Never, containers: [{name: app, image: "${image}"}]}\n`;
const outcomes = (text: string, old: string): readonly string[] =>
	applyOf(text, old, 'helm').objects.map(({ kind, outcome, sentence }) => `${kind} ${outcome}: ${sentence.en}`);

test('what a chart no longer renders Helm deletes, and kubectl leaves', () => {
	const { headline, objects } = applyOf(newer(deployment), `${deployment}${map()}---\n${pod()}`, 'helm');
	assert.deepEqual(
		objects.map(({ kind, outcome }) => [kind, outcome]),
		[
			['Pod', 'deleted'],
			['ConfigMap', 'deleted'],
			['Deployment', 'replaced'],
		],
	);
	assert.equal(headline.en, '3 of 3 objects change: 3 pods are replaced and 2 objects are deleted.');
	assert.equal(headline.ko, '오브젝트 3개 중 3개가 바뀐다. 파드 3개가 교체되고 오브젝트 2개가 삭제된다.');
	assert.deepEqual(
		applyOf(deployment, `${deployment}${map()}`).objects.map(({ outcome }) => outcome),
		['unchanged', 'unchanged'],
	);
});

test('what says that it is to be kept stays, and so does a hook', () => {
	assert.match(outcomes(deployment, deployment + map('helm.sh/resource-policy: keep'))[1] ?? '', /^ConfigMap unchanged: .*keeps it/);
	assert.match(outcomes(deployment, deployment + job('helm.sh/hook: pre-upgrade'))[1] ?? '', /^Job unchanged: It was a hook/);
});

test('where something is refused nothing is deleted, and the upgrade fails', () => {
	const { headline, objects } = applyOf(`${deployment.replaceAll('app: w', 'app: v')}---\n${pod()}`, `${deployment}${map()}`, 'helm');
	assert.deepEqual(
		objects.map(({ kind, outcome }) => [kind, outcome]),
		[
			['Deployment', 'refused'],
			['Pod', 'created'],
			['ConfigMap', 'unchanged'],
		],
	);
	assert.match(headline.en, /is refused\. The upgrade fails; of the others some may be applied all the same\.$/);
});

test('a hook of upgrades is made anew, whatever it was before; others rest', () => {
	const changed = (hook: string) => outcomes(job(hook, 'app:2'), job(hook));
	assert.deepEqual(changed('helm.sh/hook: "pre-install, Post-Upgrade"'), ['Job created: A hook: Helm makes it anew with every upgrade.']);
	assert.deepEqual(changed('helm.sh/hook: test'), ['Job unchanged: A hook that does not run in an upgrade.']);
	assert.match(changed('')[0] ?? '', /^Job refused/, 'no hook: the template of a Job is immutable');
	assert.match(outcomes(job('helm.sh/hook: pre-upgrade', ''), '')[0] ?? '', /^Job refused/, 'a hook may be refused');
	const hook = map('helm.sh/hook: pre-upgrade');
	assert.deepEqual(outcomes(hook.replace('a: b', 'a: c'), hook), ['ConfigMap created: A hook: Helm makes it anew with every upgrade.']);
});

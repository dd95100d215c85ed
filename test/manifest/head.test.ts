import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../server/src/manifest/read';
import { isOurVersion, kindMeant } from '../../server/src/schema/kinds';
import { edited } from '../../server/src/yaml/text-edit';

const SPEC = 'metadata: {name: a}\nspec: {template: {spec: {containers: []}}}\n';

test('kinds are known by other names, and only ours', () => {
	const names = {
		pod: 'Pod',
		Pods: 'Pod',
		po: 'Pod',
		Deploymnet: 'Deployment',
		deploy: 'Deployment',
		STATEFULSET: 'StatefulSet',
		DeamonSet: 'DaemonSet',
		jobs: 'Job',
	};
	for (const [name, kind] of Object.entries(names)) assert.equal(kindMeant(name)?.kind, kind, name);
	const others =
		'Binding ConfigMap Endpoints Event Ingress LimitRange List Namespace Node PersistentVolume PersistentVolumeClaim PodDisruptionBudget PodSecurityPolicy Role Scale Secret Service ServiceAccount ControllerRevision HorizontalPodAutoscaler DeploymentConfig Template Route Rollout Lease PodList __proto__';
	for (const name of others.split(' ')) assert.equal(kindMeant(name), undefined, name);
});

test('versions are ours by their group, and by what is nearly one of them', () => {
	for (const version of [
		'v1',
		'v2',
		'V1',
		'v1beta1',
		'apps/v1',
		'apps',
		'app/v1',
		'apps/v1beta1',
		'extensions/v1beta1',
		'batchs/v1',
		'apps.k8s.io/v1',
		'core/v1',
		'appsv1',
	])
		assert.ok(isOurVersion(version), version);
	for (const version of [
		...['networking.k8s.io/v1', 'batch.volcano.sh/v1alpha1', 'apps.kruise.io/v1alpha1', 'argoproj.io/v1alpha1', 'policy/v1', 'autoscaling/v2'],
		...['foo/v1', 'skaffold/v4beta1', 'app.k8s.io/v1beta1', '3.8', ''],
	])
		assert.ok(!isOurVersion(version), version);
});

test('what makes a head right keeps what stands around it', () => {
	const mended = (text: string): string => edited(text, read(text).sections[0]?.heads[0]?.edits ?? []);
	for (const [head, right] of [
		['apiVersion: v1 # old\nkind: deployment # x\n', 'apiVersion: apps/v1 # old\nkind: Deployment # x\n'],
		['apiVersion: "app/v1"\nkind: \'Deployment\'\n', 'apiVersion: "apps/v1"\nkind: \'Deployment\'\n'],
		['apiversion: v1\nkind: Deployment\n', 'apiVersion: apps/v1\nkind: Deployment\n'],
		['kind: Deployment\n', 'apiVersion: apps/v1\nkind: Deployment\n'],
		['apiVersion: apps/v1\n', 'apiVersion: apps/v1\nkind: Deployment\n'],
		['apiVersion: batch/v1\nkind:\n', 'apiVersion: batch/v1\nkind: Job\n'],
		['kinds: Job\n', 'apiVersion: batch/v1\nkind: Job\n'],
	] as const)
		assert.equal(mended(head + SPEC), right + SPEC);
	assert.equal(mended('{"kind": "Deployment", "spec": {}}'), '{"apiVersion": "apps/v1", "kind": "Deployment", "spec": {}}');
	assert.equal(mended('{"apiVersion": "v1", "kind": "Deployment"}'), '{"apiVersion": "apps/v1", "kind": "Deployment"}');
});

test('a text that cannot be parsed means to be ours, or does not', () => {
	const isOurs = (text: string): boolean => read(text).sections.some((section) => section.isOurs);
	for (const text of [
		'apiVersion: apps/v1\nkind:Deployment\nmetadata: {}\n',
		' kind: Pod\napiVersion: v1\nspec: {\n',
		'```yaml\napiVersion: v1\nkind: Pod\n```\n',
		'> apiVersion: v1\n> kind: Pod\n> spec: [\n',
		'{"apiVersion": "v1", "kind": "Pod", // c\n "spec": {} }}',
		'---apiVersion: v1\nkind: Pod\n',
		'--- {apiVersion: v1, kind: Pod}\n',
		'apiVersion：v1\nkind：Pod\nspec：{}\n',
		'%YAML 1.2\n---\napiVersion: v1\nkind: Pod\n',
		'[{"apiVersion": "v1", "kind": "Pod"}]',
	])
		assert.ok(isOurs(text), text);
	for (const text of [
		'apiVersion: v1\nkind:Service\nspec: {\n',
		'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n  x: {\n',
		'{"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "spec": {"scaleTargetRef": {"kind": "Deployment"}}, x',
		'apiVersion: batch.volcano.sh/v1alpha1\nkind:Job\nspec: {\n',
		'patches:\n- target:\n    kind: Deployment\n  x: {\n',
		'values:\n  kind: Deployment\n  x: {\n',
		'kind: DaemonSet\nreplicaCount: {\n',
		'data:\n  pod.yaml: |\n    apiVersion: v1\n    kind: Pod\n    spec: {}\n',
		'name: {{',
	])
		assert.ok(!isOurs(text), text);
});

test('items of a list of one kind take its head, those of a List have their own', () => {
	const kinds = (text: string): readonly string[] => read(text).sections.flatMap(({ manifests }) => manifests.map(({ kind }) => kind.kind));
	assert.deepEqual(kinds('apiVersion: v1\nkind: PodList\nitems: [{metadata: {}}, {kind: Pod, apiVersion: v1}, {kind: Service, apiVersion: v1}]\n'), [
		'Pod',
		'Pod',
	]);
	assert.deepEqual(kinds('apiVersion: batch/v1\nkind: CronJobList\nitems: [{}]\n'), ['CronJob']);
	assert.deepEqual(kinds('apiVersion: v1\nkind: DeploymentList\nitems: [{}]\n'), []);
	assert.deepEqual(kinds('apiVersion: v1\nkind: List\nitems: [{}]\n'), []);
});

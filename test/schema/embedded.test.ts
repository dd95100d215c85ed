import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';
import { embeddingOf, ownKindsOf, ownPartsOf } from '../../server/src/schema/embedded';
import { pathsOf, type Tree } from '../../server/src/schema/embedding';
import { EMBEDDABLE, frameOf, typeWithin } from '../../server/src/schema/frames';
import { parts } from '../../server/src/schema/generated/embedded';
import { fieldOf, NEWEST, structWithin } from '../../server/src/schema/schema';
import { generateEmbedded } from '../../server/tools/generate-embedded';

const pod = { full: true, missing: [], added: [], optional: [] };
const custom = (pods: readonly object[]): Parameters<typeof generateEmbedded>[0] =>
	[{ group: 'example.com', versions: ['v1', 'v2'], kind: 'Robot', verified: true, pods: pods.map((one) => ({ ...pod, ...one })) }] as never;

const lineOf = (text: string): string => text.split('\n').find((line) => line.startsWith('\t{ is:')) ?? '';

test('facts become a part, and the way to it a tree', () => {
	const text = generateEmbedded(
		custom([{ path: 'spec.tasks[].template', what: 'PodTemplateSpec', complete: true, schema: 'full', optional: ['spec.containers[].image (for servers)'] }]),
	);
	assert.equal(lineOf(text), "\t{ is: 'PodTemplateSpec', whole: true, full: true, optional: 'spec.containers[]:image' },");
	assert.match(text, /'example.com': \{ Robot: \{ 'v1 v2': \{ spec: \{ tasks: \{ '\[\]': \{ template: 0 \} \} \} \} \} \} \};/);
});

test('what a larger part holds as Kubernetes has it becomes facts of that; what is of another type stands alone', () => {
	const text = generateEmbedded(
		custom([
			{ path: 'spec', what: 'PodSpec', full: false, complete: true },
			{ path: 'spec.containers', what: 'Container[]', complete: false, optional: ['image'], missing: ['stdin'] },
			{ path: 'spec.securityContext', what: 'SecurityContext' },
		]),
	);
	assert.equal(lineOf(text), "\t{ is: 'PodSpec', own: true, lacks: 'containers[]:stdin' },");
	assert.match(text, /Robot: \{ 'v1 v2': \{ spec: \{ '': 0, securityContext: 1 \} \}/);
});

test('of many missing fields those that are left are told', () => {
	const missing = ['args', 'command', 'env', 'envFrom', 'lifecycle', 'livenessProbe', 'ports', 'readinessProbe', 'resizePolicy', 'resources', 'restartPolicy'];
	const text = generateEmbedded(
		custom([
			{
				path: 'spec.step',
				what: 'Container',
				full: false,
				missing: [
					...missing,
					'restartPolicyRules',
					'startupProbe',
					'stdin',
					'stdinOnce',
					'terminationMessagePath',
					'terminationMessagePolicy',
					'securityContext',
					'tty',
				],
			},
		]),
	);
	assert.match(lineOf(text), /only: '(?!.*livenessProbe).*\bimage\b/);
	assert.doesNotMatch(lineOf(text), /lacks/);
});

test('the table in the tree is what the generator makes', () => {
	const file = '../shared/embedded-pods.json';
	if (!existsSync(file)) return console.log(`${file} is not here: the generated table was not compared with it.`);
	assert.equal(readFileSync('server/src/schema/generated/embedded.ts', 'utf8'), generateEmbedded(JSON.parse(readFileSync(file, 'utf8'))));
});

test('the table adds at most 35 KB to the bundle', async () => {
	const { outputFiles } = await build({ entryPoints: ['server/src/schema/generated/embedded.ts'], minify: true, write: false, format: 'esm' });
	const bytes = outputFiles[0]?.contents.length ?? 0;
	assert.ok(bytes > 10_000 && bytes <= 35_000, `${bytes} bytes`);
});

test('whatever may be embedded stands in one of our kinds, as the type that it is', () => {
	for (const what of EMBEDDABLE) {
		const frame = frameOf(what);
		const type = frame && typeWithin(frame.kind.kind, frame.way);
		assert.ok(type, what);
		assert.equal(type.kind === 'list', what.endsWith('[]'), what);
		// A VolumeSource is written into the Volume itself.
		if (what !== 'VolumeSource') assert.equal(structWithin(type), what.replace('[]', ''));
	}
	assert.deepEqual(frameOf('Container[]', 'initContainers')?.way, ['template', 'spec', 'initContainers']);
	assert.deepEqual(frameOf('Container[]', 'sidecars')?.way, ['template', 'spec', 'containers']);
	assert.equal(frameOf('Probe', 'startupProbe')?.way.at(-1), 'startupProbe');
	assert.equal(frameOf('constructor'), undefined);
});

test('a kind is found by its group, version and name', () => {
	const at = (apiVersion: string, kind: string, ...steps: readonly string[]): string | undefined => {
		const found = embeddingOf(apiVersion, kind);
		const end = steps.reduce<Tree | number | undefined>((tree, step) => (typeof tree === 'object' ? tree[step] : undefined), found?.tree);
		const number = typeof end === 'object' ? end[''] : end;
		return typeof number === 'number' ? found?.parts[number]?.is : undefined;
	};
	assert.equal(at('argoproj.io/v1alpha1', 'Rollout', 'spec', 'template'), 'PodTemplateSpec');
	assert.equal(at('ray.io/v1', 'RayCluster', 'spec', 'workerGroupSpecs', '[]', 'template'), 'PodTemplateSpec');
	assert.equal(at('kubeflow.org/v1', 'PyTorchJob', 'spec', 'pytorchReplicaSpecs', '{}', 'template'), 'PodTemplateSpec');
	assert.equal(at('keda.sh/v1alpha1', 'ScaledJob', 'spec', 'jobTargetRef'), 'JobSpec');
	assert.equal(at('argoproj.io/v1alpha1', 'Workflow', 'spec', 'templates', '[]', 'steps', '[]', '[]', 'inline', 'container'), 'Container');
	assert.equal(at('sparkoperator.k8s.io/v1beta2', 'SparkApplication', 'spec', 'driver', 'securityContext'), 'SecurityContext');
	for (const [apiVersion, kind] of [
		['argoproj.io/v9', 'Rollout'],
		['apps/v1', 'Rollout'],
		['__proto__/v1', 'constructor'],
		['', ''],
	] as const)
		assert.equal(embeddingOf(apiVersion, kind), undefined);
});

test('fields that a part has alone, lacks or may leave out are fields of the type', () => {
	for (const { is, only, lacks, optional } of parts) {
		const frame = frameOf(is);
		const root = frame && structWithin(typeWithin(frame.kind.kind, frame.way) ?? { kind: 'object' });
		for (const path of [...pathsOf(only), ...pathsOf(lacks), ...pathsOf(optional)]) {
			let struct = root;
			for (const name of path.replaceAll('[]', '').split('.')) {
				const field = fieldOf(struct ?? '', name, NEWEST);
				assert.ok(field, `${is}: ${path}`);
				struct = structWithin(field.type);
			}
		}
	}
});

test('kinds of the user stand before those that we know', () => {
	const mine = { tree: { spec: 0 }, parts: [{ is: 'PodSpec' }] };
	assert.equal(embeddingOf('argoproj.io/v1alpha1', 'Rollout', { 'argoproj.io/v1alpha1/Rollout': mine }), mine);
});

test('kinds of the user are read with suspicion', () => {
	const robot = { apiVersion: 'example.com/v1', kind: 'Robot' };
	const list = [
		{ ...robot, path: 'spec.arms[].template' },
		{ ...robot, path: 'spec.extra[]', what: 'Container[]' },
		{ ...robot, path: 'spec.x', what: 'constructor' },
		{ ...robot },
		7,
		null,
	];
	const own = ownKindsOf(ownPartsOf(list));
	assert.deepEqual(own['example.com/v1/Robot']?.tree, { spec: { arms: { '[]': { template: 0 } }, extra: 1 } });
	assert.deepEqual(
		own['example.com/v1/Robot']?.parts.map(({ is }) => is),
		['PodTemplateSpec', 'Container[]'],
	);
	assert.deepEqual(ownPartsOf({ a: 1 }), []);
});

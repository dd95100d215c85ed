import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../server/src/features/complete/complete';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import { judge } from '../../server/src/features/diagnose/judge';
import { hover } from '../../server/src/features/hover/hover';
import { lenses } from '../../server/src/features/life/lenses';
import { simulateManifest } from '../../server/src/features/life/simulate';
import { manifestsOf } from '../../server/src/features/manifests';
import { definition } from '../../server/src/features/navigate/navigate';
import { outline } from '../../server/src/features/navigate/outline';
import { rename } from '../../server/src/features/navigate/rename';
import { alone } from '../../server/src/features/navigate/workspace';
import { status } from '../../server/src/features/status';
import { type Manifest, read } from '../../server/src/manifest/read';
import type { SimulateAnswer } from '../../server/src/protocol/life';
import { hasField, isWhole, type Part, type Tree } from '../../server/src/schema/embedding';
import { kinds, parts } from '../../server/src/schema/generated/embedded';
import { NEWEST } from '../../server/src/schema/schema';

/** A place in a kind that holds something of a pod. */
interface Held {
	readonly apiVersion: string;
	readonly kind: string;
	readonly steps: readonly string[];
	readonly part: Part;
}

const HELD: readonly Held[] = Object.entries(kinds).flatMap(([group, byKind]) =>
	Object.entries(byKind).flatMap(([kind, byVersion]) =>
		Object.entries(byVersion).flatMap(([versions, tree]) =>
			placesIn(tree).map(({ steps, part }) => ({ apiVersion: `${group}/${versions.split(' ')[0]}`, kind, steps, part })),
		),
	),
);

/** One place for each part: others differ in the way there alone. */
const DISTINCT: readonly Held[] = [...new Map(HELD.map((held) => [held.part, held])).values()];

function placesIn(tree: Tree, above: readonly string[] = []): readonly Pick<Held, 'steps' | 'part'>[] {
	return Object.entries(tree).flatMap(([step, below]) => {
		const steps = step === '' ? above : [...above, step];
		const part = typeof below === 'number' ? parts[below] : undefined;
		return typeof below === 'number' ? (part ? [{ steps, part }] : []) : placesIn(below, steps);
	});
}

const nameOf = ({ apiVersion, kind, steps }: Held): string => `${apiVersion} ${kind} ${steps.join('.')}`;

/** An object in which nothing stands but `json` at the place. A list has one item, a map one value. */
const objectWith = ({ apiVersion, kind, steps }: Held, json: string): string => {
	const value = steps.reduceRight((inner, step) => (step === '[]' ? `[${inner}]` : step === '{}' ? `{a: ${inner}}` : `{${step}: ${inner}}`), json);
	return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${value.slice(1, -1)}\n`;
};

/** A mistake in each type, and the field it stands in. */
const MISTAKES: Readonly<Record<string, readonly [field: string, json: string]>> = {
	Affinity: ['nodeAffinity', '{nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 0, preference: {}}]}}'],
	Container: ['imagePullPolicy', '{imagePullPolicy: X}'],
	'Container[]': ['imagePullPolicy', '[{name: a, image: a, imagePullPolicy: X}]'],
	DeploymentSpec: ['replicas', '{replicas: -1}'],
	EmptyDirVolumeSource: ['sizeLimit', '{sizeLimit: x}'],
	'EnvFromSource[]': ['prefix', '[{prefix: "=", configMapRef: {name: a}}]'],
	'EnvVar[]': ['name', '[{name: "="}]'],
	'EphemeralContainer[]': ['name', '[{name: A}]'],
	EphemeralVolumeSource: ['volumeClaimTemplate', '{volumeClaimTemplate: {spec: {resources: {requests: {storage: x}}}}}'],
	'HostAlias[]': ['ip', '[{ip: x}]'],
	JobSpec: ['backoffLimit', '{backoffLimit: -1}'],
	JobTemplateSpec: ['spec', '{spec: {backoffLimit: -1}}'],
	Lifecycle: ['preStop', '{preStop: {sleep: {seconds: x}}}'],
	'LocalObjectReference[]': ['name', '[{name: 1}]'],
	NodeAffinity: ['preferredDuringSchedulingIgnoredDuringExecution', '{preferredDuringSchedulingIgnoredDuringExecution: [{weight: 0, preference: {}}]}'],
	ObjectMeta: ['labels', '{labels: {a: b c}}'],
	PersistentVolumeClaim: ['spec', '{spec: {resources: {requests: {storage: x}}}}'],
	'PersistentVolumeClaim[]': ['spec', '[{metadata: {name: a}, spec: {resources: {requests: {storage: x}}}}]'],
	PersistentVolumeClaimSpec: ['resources', '{resources: {requests: {storage: x}}}'],
	PodDNSConfig: ['nameservers', '{nameservers: [x]}'],
	PodSecurityContext: ['fsGroup', '{fsGroup: -1}'],
	PodSpec: ['tolerations', '{tolerations: [{operator: Is}]}'],
	PodTemplateSpec: ['spec', '{spec: {tolerations: [{operator: Is}], containers: [{name: A, image: a}]}}'],
	Probe: ['periodSeconds', '{periodSeconds: -1}'],
	ProjectedVolumeSource: ['defaultMode', '{defaultMode: x}'],
	ResourceRequirements: ['limits', '{limits: {cpu: x}}'],
	SecurityContext: ['runAsUser', '{runAsUser: -1}'],
	'Toleration[]': ['operator', '[{operator: Is}]'],
	'TopologySpreadConstraint[]': ['maxSkew', '[{maxSkew: 0, topologyKey: a, whenUnsatisfiable: DoNotSchedule}]'],
	'Volume[]': ['name', '[{name: A, emptyDir: {}}]'],
	'VolumeMount[]': ['mountPath', '[{name: a, mountPath: 1}]'],
	VolumeSource: ['emptyDir', '{emptyDir: {sizeLimit: x}}'],
};

const faultsIn = (text: string): readonly string[] => diagnose(read(text), NEWEST).map(({ severity, message }) => `${severity} ${message}`);

test('there are many kinds, and each place in them is read', () => {
	assert.ok(new Set(HELD.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).size > 100);
	for (const held of HELD) {
		const found = manifestsOf(read(objectWith(held, held.part.is.endsWith('[]') ? '[{}]' : '{}'))).filter(({ embedded }) => embedded?.part === held.part);
		assert.equal(found.length, 1, nameOf(held));
	}
});

test('what is merged into something is never told what it lacks', () => {
	const pieces = HELD.filter(({ part }) => !isWhole(part));
	assert.ok(pieces.length > 100);
	for (const held of pieces) {
		for (const json of held.part.is.endsWith('[]') ? ['[]', '[{}]', 'null'] : ['{}', 'null'])
			assert.deepEqual(faultsIn(objectWith(held, json)), [], `${nameOf(held)} ${json}`);
	}
});

test('a mistake is found in every place that was seen in the source, and none is told of in the others', () => {
	let found = 0;
	for (const held of DISTINCT) {
		const [field = '', json = ''] = MISTAKES[held.part.is] ?? [];
		assert.ok(json, held.part.is);
		const faults = faultsIn(objectWith(held, json));
		if (held.part.unseen) assert.deepEqual(faults, [], nameOf(held));
		else if (hasField(held.part, field)) assert.ok(faults.length > 0, `${nameOf(held)} ${json}`);
		found += faults.length;
		// The path is that of the file.
		const way = held.steps
			.map((step) => (step === '[]' ? '[0]' : step === '{}' ? '.a' : `.${step}`))
			.join('')
			.slice(1);
		assert.ok(faults.length === 0 || faults.some((fault) => fault.includes(way)), `${faults.join()}: not at ${way}`);
	}
	assert.ok(found > 100, String(found));
});

test('what stands in every place is explained and completed', () => {
	for (const held of DISTINCT) {
		const [field = '', json = ''] = MISTAKES[held.part.is] ?? [];
		if (!hasField(held.part, field)) continue;
		const text = objectWith(held, json);
		const file = read(text);
		const offset = text.lastIndexOf(`${field}:`) + 1;
		const judged = (manifest: Manifest) => judge(manifest, NEWEST);
		assert.ok(hover(file, offset, { language: 'ko', version: NEWEST }, judged)?.markdown.includes(`${field}**`), `${nameOf(held)} ${field}`);
		const open = objectWith(held, held.part.is.endsWith('[]') ? '[{}]' : '{}');
		const inside = open.lastIndexOf('{}') + 1;
		const labels = complete(open, read(open), inside, { language: 'en', version: NEWEST }).map(({ label }) => label);
		assert.ok(labels.includes(field), `${nameOf(held)}: ${labels.join()}`);
	}
});

const CLUSTER = `apiVersion: ray.io/v1
kind: RayCluster
metadata: {name: rays}
spec:
  headGroupSpec:
    template:
      spec:
        containers: [{name: head, image: ray, volumeMounts: [{name: logs, mountPath: /logs}]}]
        volumes: [{name: logs, emptyDir: {}}]
  workerGroupSpecs:
  - groupName: few
    template:
      spec:
        containers:
        - {name: worker, image: rays, livenessProbe: {httpGet: {port: 80}}}
`;

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({
	start: { line: start, character: 0 },
	end: { line: end, character: 0 },
});
const lifeOf = (text: string, document: number): SimulateAnswer =>
	simulateManifest(read(text), { uri: 'file:///a.yaml', document }, { version: NEWEST, judged: (manifest) => judge(manifest, NEWEST) }, spanOf);

test('the outline shows the object once, with all its containers', () => {
	const [cluster, ...others] = outline(read(CLUSTER));
	assert.deepEqual([cluster?.name, others.length], ['RayCluster/rays', 0]);
	assert.deepEqual(
		cluster?.children.map(({ name }) => name),
		['head', 'logs', 'worker'],
	);
});

test('names are found and changed within their own pod', () => {
	const [workspace, file] = alone(read(CLUSTER));
	const use = CLUSTER.indexOf('logs, mountPath');
	assert.deepEqual(
		definition(workspace, file, use).map(({ range }) => range),
		[{ start: CLUSTER.indexOf('logs, emptyDir'), end: CLUSTER.indexOf('logs, emptyDir') + 4 }],
	);
	assert.equal(rename(workspace, file, use, 'log')?.[0]?.edits.length, 2);
});

test('a lens stands over each whole pod, and its life is that of one pod', () => {
	const found = lenses(read(CLUSTER));
	assert.deepEqual(
		found.map(({ range }) => CLUSTER.slice(range.start, range.end)),
		['template', 'template'],
	);
	const life = lifeOf(CLUSTER, found[1]?.index ?? -1);
	assert.equal(life.kind, 'life');
	if (life.kind !== 'life') return;
	assert.equal(life.trace.kind, 'Pod');
	assert.equal(life.trace.name, 'rays');
	const probe = life.fields['spec.containers[0].livenessProbe'] ?? life.fields['spec.containers[0].image'];
	assert.ok(probe && CLUSTER.slice(CLUSTER.indexOf('name: worker')).includes(CLUSTER.slice(probe.start.line, probe.end.line)));
	assert.ok((probe?.start.line ?? 0) > CLUSTER.indexOf('name: worker'));
});

test('pods that would be refused have no life, and it is told why; a piece of a pod has none at all', () => {
	const refused = lifeOf(CLUSTER.replace('name: worker', 'name: Worker'), 1);
	assert.equal(refused.kind, 'refused');
	assert.match(
		refused.kind === 'refused' ? (refused.errors[0]?.message ?? '') : '',
		/^spec\.workerGroupSpecs\[0\]\.template\.spec\.containers\[0\]\.name: Invalid value: "Worker"/,
	);
	const task = 'apiVersion: tekton.dev/v1\nkind: Task\nspec: {steps: [{image: a}]}\n';
	assert.deepEqual(lenses(read(task)), []);
	assert.deepEqual(lifeOf(task, 0), { kind: 'otherKind', otherKind: 'Task' });
});

test('the status names the kind that is written', () => {
	assert.deepEqual(
		status(read(CLUSTER), NEWEST, spanOf).documents.map(({ kind, name, index }) => [kind, name, index]),
		[
			['RayCluster', 'rays', 0],
			['RayCluster', 'rays', 1],
		],
	);
});

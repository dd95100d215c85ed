import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Minor } from '../../server/src/schema/schema';
import { at, live, pod } from './live';

function dropped(yaml: string, version: Minor): readonly string[] {
	return live(yaml, version).dropped.map(({ path, gate }) => `${path} (${gate})`);
}

test('what a closed gate guards is dropped, and said to be', () => {
	const cases: readonly (readonly [string, Minor, readonly string[]])[] = [
		[pod('', 'hostUsers: false'), 32, ['spec.hostUsers (UserNamespacesSupport)']],
		[pod('', 'hostUsers: false'), 33, []],
		[pod('', 'resources: {limits: {cpu: 1}}'), 33, ['spec.resources (PodLevelResources)']],
		[pod('resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]'), 32, ['spec.containers[0].resizePolicy (InPlacePodVerticalScaling)']],
		[pod('securityContext: {procMount: Unmasked}'), 32, ['spec.containers[0].securityContext.procMount (ProcMountType)']],
		[pod('restartPolicy: Never'), 34, ['spec.containers[0].restartPolicy (ContainerRestartRules)']],
		[pod('restartPolicy: Never'), 33, []],
		[pod('', 'initContainers: [{name: s, restartPolicy: Always}]'), 34, []],
		[pod('', 'workloadRef: {name: w, podGroup: g}'), 35, ['spec.workloadRef (GenericWorkload)']],
		[pod('lifecycle: {stopSignal: SIGUSR1}'), 37, ['spec.containers[0].lifecycle.stopSignal (ContainerStopSignals)']],
		[pod('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: k}}}]'), 34, ['spec.containers[0].env[0].valueFrom.fileKeyRef (EnvFiles)']],
		[pod('', 'volumes: [{name: v, emptyDir: {mode: 448}}]'), 37, ['spec.volumes[0].emptyDir.mode (EmptyDirVolumeMode)']],
		[
			pod('volumeMounts: [{name: v, mountPath: /v, bindMountOptions: [noexec]}]'),
			37,
			['spec.containers[0].volumeMounts[0].bindMountOptions (VolumeBindMountOptions)'],
		],
		[
			pod('', 'volumes: [{name: v, projected: {sources: [{secret: {name: s, items: [{key: k, path: p, user: 1}]}}]}}]'),
			37,
			['spec.volumes[0].projected.sources[0].secret.items[0].user (AtomicWriteVolumeUserFields)'],
		],
	];
	for (const [yaml, version, expected] of cases) assert.deepEqual(dropped(yaml, version), expected, `${version} ${yaml}`);
});

test('image volumes go with their mounts', () => {
	const { stored, dropped: gone } = live(
		pod('volumeMounts: [{name: i, mountPath: /i}, {name: e, mountPath: /e}]', 'volumes: [{name: i, image: {reference: a}}, {name: e}]'),
		34,
	);
	assert.deepEqual(at(stored, 'spec.volumes'), [{ name: 'e', emptyDir: {} }]);
	assert.deepEqual(at(stored, 'spec.containers.0.volumeMounts'), [{ name: 'e', mountPath: '/e' }]);
	assert.deepEqual(
		gone.map(({ path }) => path.toString()),
		['spec.volumes[0]'],
	);
});

test('a lifecycle of nothing but a dropped signal goes altogether', () => {
	assert.equal(at(live(pod('lifecycle: {stopSignal: SIGUSR1}')).stored, 'spec.containers.0.lifecycle'), undefined);
});

test('a dropped path starts at the root of the object', () => {
	const template = 'template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, lifecycle: {stopSignal: SIGUSR1}}]}}';
	const cronJob = `{apiVersion: batch/v1, kind: CronJob, metadata: {name: j}, spec: {schedule: "* * * * *", jobTemplate: {spec: {${template}}}}}`;
	assert.deepEqual(dropped(cronJob, 37), ['spec.jobTemplate.spec.template.spec.containers[0].lifecycle.stopSignal (ContainerStopSignals)']);
	const set = `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {selector: {matchLabels: {a: b}}, updateStrategy: {rollingUpdate: {maxUnavailable: 2}}, ${template}}}`;
	assert.deepEqual(dropped(set, 36), [
		'spec.updateStrategy.rollingUpdate.maxUnavailable (MaxUnavailableStatefulSet)',
		'spec.template.spec.containers[0].lifecycle.stopSignal (ContainerStopSignals)',
	]);
});

test('the AppArmor annotation becomes the field', () => {
	const annotated = (value: string, spec = ''): unknown =>
		at(live(pod('', spec, `annotations: {container.apparmor.security.beta.kubernetes.io/c: ${value}}`)).stored, 'spec.containers.0.securityContext');
	assert.deepEqual(annotated('runtime/default'), { appArmorProfile: { type: 'RuntimeDefault' } });
	assert.deepEqual(annotated('localhost/p'), { appArmorProfile: { type: 'Localhost', localhostProfile: 'p' } });
	assert.equal(annotated('unknown'), undefined);
	assert.equal(annotated('unconfined', 'securityContext: {appArmorProfile: {type: Unconfined}}'), undefined);
});

test('matchLabelKeys join the selector of a pod', () => {
	const term =
		'affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: h, labelSelector: {}, matchLabelKeys: [app], mismatchLabelKeys: [tier, none]}]}}';
	const { stored } = live(pod('', term, 'labels: {app: a, tier: t}'));
	assert.deepEqual(at(stored, 'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.0.labelSelector'), {
		matchExpressions: [
			{ key: 'app', operator: 'In', values: ['a'] },
			{ key: 'tier', operator: 'NotIn', values: ['t'] },
		],
	});
	const spread = 'topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, labelSelector: {}, matchLabelKeys: [app]}]';
	const selector = (version: Minor): unknown => at(live(pod('', spread, 'labels: {app: a}'), version).stored, 'spec.topologySpreadConstraints.0.labelSelector');
	assert.deepEqual(selector(34), { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] });
	assert.deepEqual(selector(33), {});
});

test('a written status and uid count for nothing, a generated name is made up', () => {
	const { stored } = live('{apiVersion: v1, kind: Pod, metadata: {generateName: p-, uid: mine}, spec: {containers: [{name: c}]}, status: {phase: Running}}');
	assert.equal(at(stored, 'status.phase'), 'Pending');
	assert.notEqual(at(stored, 'metadata.uid'), 'mine');
	assert.match(String(at(stored, 'metadata.name')), /^p-.{5}$/);
});

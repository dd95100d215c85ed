import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareForUpdate } from '../../server/src/defaults/prepare-update';
import { at, live, pod } from './live';

const CONTAINER = {
	name: 'c',
	image: 'nginx',
	imagePullPolicy: 'Always',
	resources: {},
	terminationMessagePath: '/dev/termination-log',
	terminationMessagePolicy: 'File',
};
const SPEC = {
	containers: [CONTAINER],
	dnsPolicy: 'ClusterFirst',
	restartPolicy: 'Always',
	schedulerName: 'default-scheduler',
	securityContext: {},
	terminationGracePeriodSeconds: 30,
};
const TEMPLATE = 'template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}';
const STORED_TEMPLATE = { metadata: { labels: { app: 'a' } }, spec: SPEC };
const SELECTOR = { matchLabels: { app: 'a' } };

function workload(kind: string, spec: string, group = 'apps/v1'): string {
	return `{apiVersion: ${group}, kind: ${kind}, metadata: {name: w}, spec: {${spec}}}`;
}

test('the least pod is stored with everything it did not say', () => {
	const { stored } = live(pod());
	assert.deepEqual(stored.spec, { ...SPEC, enableServiceLinks: true });
	assert.equal(at(stored, 'metadata.namespace'), 'default');
	assert.equal(at(stored, 'metadata.generation'), 1);
	assert.equal(at(live(pod(), 32).stored, 'metadata.generation'), undefined);
});

test('workloads are stored with their own defaults, and their template with those of a template', () => {
	const selector = 'selector: {matchLabels: {app: a}}';
	assert.deepEqual(live(workload('Deployment', `${selector}, ${TEMPLATE}`)).stored.spec, {
		progressDeadlineSeconds: 600,
		replicas: 1,
		revisionHistoryLimit: 10,
		selector: SELECTOR,
		strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
		template: STORED_TEMPLATE,
	});
	assert.deepEqual(live(workload('DaemonSet', `${selector}, ${TEMPLATE}`)).stored.spec, {
		revisionHistoryLimit: 10,
		selector: SELECTOR,
		template: STORED_TEMPLATE,
		updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
	});
	assert.deepEqual(live(workload('ReplicaSet', `${selector}, ${TEMPLATE}`)).stored.spec, { replicas: 1, selector: SELECTOR, template: STORED_TEMPLATE });
	assert.deepEqual(live(workload('ReplicationController', TEMPLATE, 'v1')).stored.spec, { replicas: 1, selector: { app: 'a' }, template: STORED_TEMPLATE });
});

test('a StatefulSet defaults its claims; a rolling update only gets what its version knows', () => {
	const spec = `selector: {matchLabels: {app: a}}, volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 1024Mi}}}}], ${TEMPLATE}`;
	assert.deepEqual(live(workload('StatefulSet', spec)).stored.spec, {
		persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
		podManagementPolicy: 'OrderedReady',
		replicas: 1,
		revisionHistoryLimit: 10,
		selector: SELECTOR,
		serviceName: '',
		template: STORED_TEMPLATE,
		updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, partition: 0 } },
		volumeClaimTemplates: [
			{
				apiVersion: 'v1',
				kind: 'PersistentVolumeClaim',
				metadata: { name: 'd' },
				spec: { resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
				status: { phase: 'Pending' },
			},
		],
	});
	assert.deepEqual(at(live(workload('StatefulSet', spec), 36).stored, 'spec.updateStrategy.rollingUpdate'), { partition: 0 });
	assert.deepEqual(at(live(workload('StatefulSet', `updateStrategy: {type: RollingUpdate}, ${spec}`)).stored, 'spec.updateStrategy'), {
		type: 'RollingUpdate',
	});
});

test('a Job gets a selector and labels of its own, which show on the Job where it had none', () => {
	const { stored } = live(workload('Job', TEMPLATE, 'batch/v1'));
	const uid = at(stored, 'metadata.uid');
	const labels = { app: 'a', 'job-name': 'w', 'batch.kubernetes.io/job-name': 'w', 'controller-uid': uid, 'batch.kubernetes.io/controller-uid': uid };
	assert.deepEqual(at(stored, 'spec.template.metadata.labels'), labels);
	assert.deepEqual(at(stored, 'metadata.labels'), labels);
	assert.deepEqual(at(stored, 'spec.selector'), { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } });
	const rest = { ...(stored.spec as object), selector: undefined, template: undefined };
	assert.deepEqual(rest, {
		backoffLimit: 6,
		completionMode: 'NonIndexed',
		completions: 1,
		manualSelector: false,
		parallelism: 1,
		podReplacementPolicy: 'TerminatingOrFailed',
		selector: undefined,
		suspend: false,
		template: undefined,
	});
	assert.equal(at(live(workload('Job', `backoffLimitPerIndex: 1, ${TEMPLATE}`, 'batch/v1')).stored, 'spec.backoffLimit'), 2147483647);
	assert.equal(at(live(workload('Job', `parallelism: 2, ${TEMPLATE}`, 'batch/v1')).stored, 'spec.completions'), undefined);
	assert.equal(at(live(workload('Job', `manualSelector: true, ${TEMPLATE}`, 'batch/v1')).stored, 'spec.selector'), undefined);
});

test("a CronJob's job waits for its defaults until it is made", () => {
	const { stored } = live(workload('CronJob', `schedule: "* * * * *", jobTemplate: {spec: {${TEMPLATE}}}`, 'batch/v1'));
	assert.deepEqual(at(stored, 'spec.jobTemplate.spec'), { template: STORED_TEMPLATE });
	assert.equal(at(stored, 'spec.concurrencyPolicy'), 'Allow');
	assert.equal(at(stored, 'spec.failedJobsHistoryLimit'), 1);
});

test('the pull policy follows the tag', () => {
	const digest = `sha256:${'a'.repeat(64)}`;
	const policies: Record<string, string> = {
		nginx: 'Always',
		'nginx:latest': 'Always',
		'nginx:1.27': 'IfNotPresent',
		'example.com:5000/a/b': 'Always',
		'example.com:5000/a/b:v1': 'IfNotPresent',
		[`nginx@${digest}`]: 'IfNotPresent',
		[`nginx:latest@${digest}`]: 'Always',
		'nginx:latest@sha256:aa': 'IfNotPresent', // no reference at all
		Nginx: 'IfNotPresent',
		'': 'IfNotPresent',
	};
	for (const [image, policy] of Object.entries(policies)) {
		const { stored } = live(`{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: "${image}"}]}}`);
		assert.equal(at(stored, 'spec.containers.0.imagePullPolicy'), policy, image);
	}
});

test('probes, ports, references and volumes', () => {
	const container =
		'livenessProbe: {httpGet: {port: 80}}, startupProbe: {grpc: {port: 1}}, ports: [{containerPort: 80}], env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]';
	const volumes =
		'volumes: [{name: a}, {name: b, hostPath: {path: /x}}, {name: c, projected: {sources: [{serviceAccountToken: {path: t}}]}}, {name: d, secret: {secretName: s}}]';
	const { stored } = live(pod(container, `hostNetwork: true, ${volumes}`));
	const timing = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
	assert.deepEqual(at(stored, 'spec.containers.0.livenessProbe'), { httpGet: { path: '/', port: 80, scheme: 'HTTP' }, ...timing });
	assert.deepEqual(at(stored, 'spec.containers.0.startupProbe'), { grpc: { port: 1, service: '' }, ...timing });
	assert.deepEqual(at(stored, 'spec.containers.0.ports'), [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }]);
	assert.deepEqual(at(stored, 'spec.containers.0.env.0.valueFrom.fieldRef'), { apiVersion: 'v1', fieldPath: 'status.podIP' });
	assert.deepEqual(at(stored, 'spec.volumes'), [
		{ name: 'a', emptyDir: {} },
		{ name: 'b', hostPath: { path: '/x', type: '' } },
		{ name: 'c', projected: { defaultMode: 420, sources: [{ serviceAccountToken: { expirationSeconds: 3600, path: 't' } }] } },
		{ name: 'd', secret: { defaultMode: 420, secretName: 's' } },
	]);
});

test('what is left out is what Go leaves out', () => {
	const { stored } = live(
		pod(
			'stdin: false, args: [], securityContext: {privileged: false}',
			'hostNetwork: false, priority: 0, nodeSelector: {}, automountServiceAccountToken: false',
		),
	);
	const spec = stored.spec as Record<string, unknown>;
	for (const field of ['hostNetwork', 'nodeSelector']) assert.ok(!(field in spec), field);
	assert.equal(spec.priority, 0);
	assert.equal(spec.automountServiceAccountToken, false);
	assert.deepEqual(at(stored, 'spec.containers.0'), { ...CONTAINER, securityContext: { privileged: false } });
});

test('both names of the service account say the same', () => {
	const { stored } = live(pod('', 'serviceAccount: robot'));
	assert.equal(at(stored, 'spec.serviceAccountName'), 'robot');
	assert.equal(at(live(pod('', 'serviceAccount: old, serviceAccountName: new')).stored, 'spec.serviceAccount'), 'new');
});

test('what an update changes moves the generation, but not what it only says in another way', () => {
	const selector = 'selector: {matchLabels: {app: a}}';
	const moves = (kind: string, before: string, after: string): unknown[] => {
		const old = live(workload(kind, `${selector}, ${TEMPLATE}, ${before}`));
		const { object } = live(workload(kind, `${selector}, ${TEMPLATE}, ${after}`));
		const { moved } = prepareForUpdate(old.kind, object, old.object, 37);
		return [moved, at(object, 'metadata.generation'), ...(kind === 'DaemonSet' ? Object.values(at(object, 'metadata.annotations') as object) : [])];
	};
	assert.deepEqual(moves('Deployment', 'replicas: 1', 'paused: false'), [false, 1]);
	assert.deepEqual(moves('Deployment', 'replicas: 1', 'replicas: 2'), [true, 2]);
	assert.deepEqual(moves('DaemonSet', 'minReadySeconds: 1', 'minReadySeconds: 2'), [false, 2, '1'], 'warned of is only the template');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { created, daemonSet, deployment, pod, replicaSet, replicationController, statefulSet, template } from './judged';

const NEGATIVE = 'Invalid value: -1: must be greater than or equal to 0';
const MISMATCH = '`selector` does not match template `labels`';

test('what is fine as it is', () => {
	for (const object of [deployment(), replicaSet(), daemonSet(), statefulSet(), replicationController()]) assert.deepEqual(created(object), []);
});

test('counts are not negative', () => {
	for (const name of ['replicas', 'minReadySeconds', 'revisionHistoryLimit'])
		assert.deepEqual(created(deployment({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
	for (const name of ['replicas', 'minReadySeconds']) {
		assert.deepEqual(created(replicaSet({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
		assert.deepEqual(created(replicationController({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
		assert.deepEqual(created(statefulSet({ [name]: -1 })), [`spec.${name}: ${NEGATIVE}`]);
	}
	assert.deepEqual(created(statefulSet({ ordinals: { start: -1 } })), [`spec.ordinals.start: ${NEGATIVE}`]);
	assert.deepEqual(created(daemonSet({ revisionHistoryLimit: -1 })), [`spec.revisionHistoryLimit: ${NEGATIVE}`]);
	assert.deepEqual(created(deployment({ replicas: 0, minReadySeconds: 0, revisionHistoryLimit: 0 })), []);
});

test('a selector must be there, be used, and find its own pods', () => {
	assert.deepEqual(created(deployment({ selector: undefined })), [
		'spec.selector: Required value',
		`spec.template.metadata.labels: Invalid value: {"app":"web"}: ${MISMATCH}`,
	]);
	assert.deepEqual(created(replicaSet({ selector: {} })), ['spec.selector: Invalid value: {}: empty selector is invalid for deployment']);
	assert.deepEqual(created(statefulSet({ selector: { matchLabels: { app: 'db' } } })), [
		`spec.template.metadata.labels: Invalid value: {"app":"web"}: ${MISMATCH}`,
	]);
	assert.deepEqual(created(daemonSet({ template: { spec: pod } })), [`spec.template.metadata.labels: Invalid value: null: ${MISMATCH}`]);
	assert.deepEqual(created(replicationController({ selector: { app: 'db' } })), [`spec.template.metadata.labels: Invalid value: {"app":"web"}: ${MISMATCH}`]);
	assert.deepEqual(created(replicationController({ template: { spec: pod } })), ['spec.selector: Required value']);
	assert.deepEqual(created(replicationController({ template: undefined })), ['spec.selector: Required value', 'spec.template: Required value']);
});

test('expressions of a selector', () => {
	const by = (operator: string, values?: readonly string[]) => created(deployment({ selector: { matchExpressions: [{ key: 'app', operator, values }] } }));
	assert.deepEqual(by('In', ['web', 'db']), []);
	assert.deepEqual(by('Exists'), []);
	assert.deepEqual(by('NotIn', ['db']), []);
	assert.deepEqual(by('NotIn', ['web']), [`spec.template.metadata.labels: Invalid value: {"app":"web"}: ${MISMATCH}`]);
	assert.deepEqual(by('DoesNotExist'), [`spec.template.metadata.labels: Invalid value: {"app":"web"}: ${MISMATCH}`]);
	assert.deepEqual(by('In'), [
		"spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
		'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In"}]}: invalid label selector',
	]);
});

test('pods that are kept alive do not end by themselves', () => {
	const ending = { ...template, spec: { ...pod, restartPolicy: 'Never', activeDeadlineSeconds: 5 } };
	for (const [object, kind] of [
		[deployment({ template: ending }), 'ReplicaSet'],
		[daemonSet({ template: ending }), 'DaemonSet'],
		[statefulSet({ template: ending }), 'StatefulSet'],
		[replicationController({ template: ending }), 'ReplicationController'],
	] as const) {
		assert.deepEqual(created(object), [
			'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
			`spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ${kind} is not Supported`,
		]);
	}
});

test('a rolling update of a Deployment', () => {
	const rolling = (rollingUpdate: object) => created(deployment({ strategy: { rollingUpdate } }));
	const at = 'spec.strategy.rollingUpdate';
	assert.deepEqual(rolling({ maxSurge: '50%', maxUnavailable: 0 }), []);
	assert.deepEqual(rolling({ maxSurge: 0, maxUnavailable: '0%' }), [`${at}.maxUnavailable: Invalid value: "0%": may not be 0 when \`maxSurge\` is 0`]);
	assert.deepEqual(rolling({ maxUnavailable: '101%' }), [`${at}.maxUnavailable: Invalid value: "101%": must not be greater than 100%`]);
	assert.match(rolling({ maxSurge: '5' })[0] ?? '', /maxSurge: Invalid value: "5": a valid percent string/);
	assert.deepEqual(rolling({ maxSurge: -1 }), [`${at}.maxSurge: ${NEGATIVE}`]);
	assert.deepEqual(created(deployment({ strategy: { type: 'Recreate', rollingUpdate: {} } })), [
		`${at}: Forbidden: may not be specified when strategy \`type\` is 'Recreate'`,
	]);
	assert.deepEqual(created(deployment({ strategy: { type: 'recreate' } })), [
		'spec.strategy: Unsupported value: {"Type":"recreate","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
	]);
	assert.deepEqual(created(deployment({ progressDeadlineSeconds: 5, minReadySeconds: 5 })), [
		'spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds',
	]);
});

test('a rolling update of a DaemonSet surges or makes unavailable', () => {
	const rolling = (rollingUpdate: object) => created(daemonSet({ updateStrategy: { rollingUpdate } }));
	const at = 'spec.updateStrategy.rollingUpdate';
	assert.deepEqual(rolling({ maxSurge: 1, maxUnavailable: 0 }), []);
	assert.deepEqual(rolling({ maxSurge: 1 }), [`${at}.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero`]);
	assert.deepEqual(rolling({ maxUnavailable: 0 }), [`${at}.maxUnavailable: Required value: cannot be 0 when maxSurge is 0`]);
	assert.deepEqual(created(daemonSet({ updateStrategy: { type: 'Recreate' } })), [
		'spec.updateStrategy: Unsupported value: {"Type":"Recreate","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"',
	]);
});

test('what is special to a StatefulSet', () => {
	const odd = statefulSet({ template: { ...template, metadata: { labels: { app: 'web', b: 'c d' }, annotations: { 'e f': 'g' } } } });
	const told = created(odd).map((one) => one.slice(0, one.indexOf(':')));
	assert.deepEqual(told, ['spec.template.labels', 'spec.template.annotations'], 'each is said once');
	assert.equal(created(odd, 34).length, 4, 'and was said twice');
	assert.deepEqual(created(statefulSet({ podManagementPolicy: 'parallel' })), [
		"spec.podManagementPolicy: Invalid value: \"parallel\": must be 'OrderedReady' or 'Parallel'",
	]);
	assert.deepEqual(created(statefulSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } })), [
		'spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":1,"MaxUnavailable":null}: only allowed for updateStrategy \'RollingUpdate\'',
	]);
	assert.deepEqual(created(statefulSet({ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } })), [
		'spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: 0: cannot be 0',
	]);
	assert.deepEqual(created(statefulSet({ updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }), 34), [], 'dropped there');
	assert.deepEqual(created(statefulSet({ persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep' } })), [
		'spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: "Keep": supported values: "Retain", "Delete"',
	]);
	assert.match(created(statefulSet({ serviceName: 'My.Svc' }))[0] ?? '', /^spec.serviceName: Invalid value: "My.Svc": a lowercase RFC 1123 label/);
	assert.deepEqual(created(statefulSet({ serviceName: 'My.Svc' }), 32), []);
});

test('the claims of a StatefulSet are volumes of its pods', () => {
	const mounting = {
		...template,
		spec: { containers: [{ name: 'web', image: 'web:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] }], hostname: '-', subdomain: '-' },
	};
	const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
	assert.deepEqual(created(statefulSet({ template: mounting, volumeClaimTemplates: [claim] })), []);
	assert.deepEqual(created(statefulSet({ template: mounting })), ['spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"']);
	assert.deepEqual(created(statefulSet({ template: mounting }), 33), [], 'the pod was not judged before 1.34');
	assert.deepEqual(created(statefulSet({ template: mounting, volumeClaimTemplates: [{ ...claim, spec: { ...claim.spec, accessModes: [] } }] })), [
		'spec.volumeClaimTemplates[0].spec.accessModes: Required value: at least 1 access mode is required',
	]);
});

test('until 1.33 a quoted value reads as Go source', () => {
	assert.deepEqual(created(statefulSet({ selector: { matchLabels: { app: 'db' } } }), 32), [
		`spec.template.metadata.labels: Invalid value: map[string]string{"app":"web"}: ${MISMATCH}`,
	]);
	assert.deepEqual(created(replicaSet({ selector: {} }), 33), [
		'spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment',
	]);
});

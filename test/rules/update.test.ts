import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, cronJob, daemonSet, deployment, job, jobSpec, pod, replicaSet, statefulSet, template } from './judged';

const live = (spec: object = {}, metadata: object = {}): object => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name: 'web', ...metadata },
	spec: { ...pod, ...spec },
});
const image = (name: string, more: object = {}) => ({ containers: [{ name: 'web', image: name, ...more }] });
const MAY_CHANGE =
	'spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n';

test('what may change on a live pod', () => {
	assert.deepEqual(applied(live(), live()), []);
	assert.deepEqual(applied(live(), live(image('web:2'))), []);
	assert.deepEqual(applied(live(), live({}, { labels: { a: 'b' }, annotations: { c: 'd' } })), []);
	assert.deepEqual(applied(live(), live({ activeDeadlineSeconds: 5 })), []);
	assert.deepEqual(applied(live(), live({ tolerations: [{ key: 'a', operator: 'Exists' }] })), []);
	assert.deepEqual(applied(live({ nodeSelector: {} }), live()), [], 'nothing is no change');
	assert.deepEqual(applied(live({ hostNetwork: false }), live()), []);
	assert.deepEqual(
		applied(live(image('web:1', { resources: { limits: { cpu: '1000m' } } })), live(image('web:1', { resources: { limits: { cpu: '1' } } }))),
		[],
	);
});

test('what may not', () => {
	for (const spec of [{ hostNetwork: true }, { nodeSelector: { a: 'b' } }, { automountServiceAccountToken: false }, image('web:1', { args: ['a'] })]) {
		assert.deepEqual(applied(live(), live(spec)), [MAY_CHANGE]);
	}
	assert.deepEqual(applied(live({ automountServiceAccountToken: false }), live()), [MAY_CHANGE]);
	const two = { containers: [...pod.containers, { name: 'log', image: 'log:1' }] };
	assert.deepEqual(applied(live(), live(two)), ['spec.containers: Forbidden: pod updates may not add or remove containers']);
	assert.deepEqual(applied(live({ initContainers: two.containers.slice(1) }), live()), [
		'spec.initContainers: Forbidden: pod updates may not add or remove containers',
	]);
	assert.deepEqual(applied(live(), live(image(' web:2'))), ['spec.containers[0].image: Invalid value: " web:2": must not have leading or trailing whitespace']);
});

test('who may be CAP_SYS_ADMIN already may be told not to escalate', () => {
	const context = (allowPrivilegeEscalation?: boolean) =>
		image('web:1', { securityContext: { allowPrivilegeEscalation, capabilities: { add: ['CAP_SYS_ADMIN'] } } });
	const made = (spec: object) => deployment({ template: { ...template, spec: { ...pod, ...spec } } });
	const REFUSED = /cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN$/;
	assert.deepEqual(applied(made(context()), made(context(false))), []);
	assert.deepEqual(applied(live(context()), live(context(false))), [MAY_CHANGE]);
	for (const before of [image('web:1'), context(true)]) assert.match(applied(made(before), made(context(false))).join(), REFUSED);
	assert.match(applied(made(context()), made(context(false)), 36).join(), REFUSED);
});

test('a deadline only comes nearer', () => {
	const deadline = (from: number | undefined, to: number | undefined) => applied(live({ activeDeadlineSeconds: from }), live({ activeDeadlineSeconds: to }));
	assert.deepEqual(deadline(10, 5), []);
	assert.deepEqual(deadline(5, 10), ['spec.activeDeadlineSeconds: Invalid value: 10: must be less than or equal to previous value']);
	assert.deepEqual(deadline(5, undefined), ['spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value']);
});

test('tolerations only come', () => {
	const toleration = { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 };
	const tolerating = (...tolerations: object[]) => applied(live({ tolerations: [toleration] }), live({ tolerations }));
	assert.deepEqual(tolerating({ ...toleration, tolerationSeconds: 9 }, { key: 'b', operator: 'Exists' }), []);
	assert.deepEqual(tolerating({ ...toleration, key: 'b' }), [
		'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
	]);
});

test('a pod behind scheduling gates may be told where to go', () => {
	const gates = [{ name: 'example.com/a' }, { name: 'example.com/b' }];
	const going = (...expressions: object[]) => ({
		nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: expressions }] } },
	});
	const [zone, disk] = [
		{ key: 'zone', operator: 'Exists' },
		{ key: 'disk', operator: 'Exists' },
	];
	const gated = (spec: object) => live({ schedulingGates: gates, ...spec });
	assert.deepEqual(applied(gated({}), live({ schedulingGates: gates.slice(1) })), []);
	assert.deepEqual(applied(gated({}), gated({ nodeSelector: { a: 'b' }, affinity: going(zone) })), []);
	assert.deepEqual(applied(gated({ affinity: going(zone) }), gated({ affinity: going(zone, disk) })), []);
	assert.deepEqual(applied(live({ schedulingGates: gates.slice(1) }), gated({})), [
		"spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'example.com/a'",
	]);
	assert.deepEqual(applied(gated({ nodeSelector: { a: 'b' } }), gated({ nodeSelector: { a: 'c' } })), [
		'spec.nodeSelector: Invalid value: {"a":"c"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)',
	]);
	assert.deepEqual(applied(gated({ affinity: going(zone) }), gated({ affinity: going(disk) })), [
		'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]: Invalid value: {"MatchExpressions":[{"Key":"disk","Operator":"Exists","Values":null}],"MatchFields":null}: only additions are allowed (no mutations or deletions)',
	]);
	assert.deepEqual(applied(gated({ affinity: going(zone) }), gated({})).length, 1);
});

test('metadata that stays', () => {
	assert.deepEqual(applied(live({}, { finalizers: ['example.com/a'] }), live()), []);
	assert.deepEqual(applied(live(), live({}, { uid: 'mine' })), ['metadata.uid: Invalid value: "mine": field is immutable']);
	assert.deepEqual(applied(live({}, { resourceVersion: '1' }), live()), ['metadata.resourceVersion: Invalid value: "": must be specified for an update']);
	const profile = { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' };
	assert.deepEqual(applied(live(), live({}, { annotations: profile })), [
		'metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: Forbidden: may not add AppArmor annotations',
	]);
});

test('selectors stay', () => {
	const changed = { selector: { matchLabels: { app: 'db' } }, template: { ...template, metadata: { labels: { app: 'db' } } } };
	for (const workload of [deployment, replicaSet, daemonSet, statefulSet]) {
		assert.deepEqual(applied(workload(), workload(changed)), ['spec.selector: Invalid value: {"matchLabels":{"app":"db"}}: field is immutable']);
		assert.deepEqual(applied(workload(), workload({ minReadySeconds: 1 })), []);
		assert.deepEqual(applied(workload(), workload({ template: { ...template, spec: image('web:2') } })), []);
	}
});

test('what of a StatefulSet stays', () => {
	const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
	assert.deepEqual(applied(statefulSet(), statefulSet({ replicas: 3, ordinals: { start: 1 }, revisionHistoryLimit: 2 })), []);
	assert.deepEqual(applied(statefulSet(), statefulSet({ serviceName: 'db' })), ['spec.serviceName: Invalid value: "db": field is immutable']);
	assert.deepEqual(applied(statefulSet(), statefulSet({ podManagementPolicy: 'Parallel' })), [
		'spec.podManagementPolicy: Invalid value: "Parallel": field is immutable',
	]);
	assert.match(
		applied(statefulSet(), statefulSet({ volumeClaimTemplates: [claim] }))[0] ?? '',
		/^spec.volumeClaimTemplates: Invalid value: \[{"name":"data","Spec":{"AccessModes":.*: field is immutable$/,
	);
	const fields = (more: string) =>
		`spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',${more} 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden`;
	assert.deepEqual(applied(statefulSet(), statefulSet({ serviceName: 'db' }), 36), [fields(" 'revisionHistoryLimit',")]);
	assert.deepEqual(applied(statefulSet(), statefulSet({ revisionHistoryLimit: 2 }), 32), [fields('')]);
});

test('the template of a Job', () => {
	const changed = (name: string, more: object = {}) => ({ template: { spec: { ...image(name), restartPolicy: 'Never', ...more } } });
	assert.match(
		applied(job(), job(changed('web:2')))[0] ?? '',
		/^spec.template: Invalid value: {"labels":{"batch.kubernetes.io\/controller-uid":.*: field is immutable$/,
	);
	assert.deepEqual(applied(job(), job({ parallelism: 3, suspend: true, activeDeadlineSeconds: 5 })), []);
	const suspended = (spec: object) => job({ suspend: true, ...spec });
	assert.deepEqual(applied(suspended({}), suspended(changed('web:1', { nodeSelector: { a: 'b' }, affinity: { nodeAffinity: {} } }))), []);
	assert.match(applied(suspended({}), suspended(changed('web:1', { affinity: { podAffinity: {} } })))[0] ?? '', /^spec.template.spec: .*: field is immutable$/);
	const roomy = { template: { spec: { ...image('web:1', { resources: { limits: { cpu: '1' } } }), restartPolicy: 'Never' } } };
	assert.deepEqual(applied(suspended({}), suspended(roomy)), []);
	assert.match(applied(suspended({}), suspended(roomy), 35)[0] ?? '', /^spec.template: /);
});

test('what of a Job stays', () => {
	assert.deepEqual(applied(job({ completions: 2 }), job({ completions: 3 })), ['spec.completions: Invalid value: 3: field is immutable']);
	const indexed = (spec: object) => job({ completionMode: 'Indexed', completions: 2, parallelism: 2, ...spec });
	assert.deepEqual(applied(indexed({}), indexed({ completions: 3, parallelism: 3 })), []);
	assert.deepEqual(applied(indexed({}), indexed({ completions: 3 })), [
		'spec.completions: Invalid value: 3: can only be modified in tandem with spec.parallelism',
	]);
	assert.deepEqual(applied(indexed({}), indexed({ backoffLimitPerIndex: 1 })), ['spec.backoffLimitPerIndex: Invalid value: 1: field is immutable']);
	assert.deepEqual(applied(job(), job({ managedBy: 'example.com/a' })), ['spec.managedBy: Invalid value: "example.com/a": field is immutable']);
	assert.deepEqual(applied(job({ podReplacementPolicy: 'Failed' }), job({ podReplacementPolicy: 'Failed', podFailurePolicy: {} })), [
		'spec.podFailurePolicy: Invalid value: {"Rules":null}: field is immutable',
	]);
	assert.deepEqual(applied(job({ podReplacementPolicy: 'Failed' }), job({ podReplacementPolicy: 'Failed', podFailurePolicy: { rules: [] } })), [
		'spec.podFailurePolicy: Invalid value: {"Rules":[]}: field is immutable',
	]);
});

test('a CronJob may change all it is', () => {
	assert.deepEqual(
		applied(cronJob(), cronJob({ schedule: '@daily', timeZone: 'UTC', jobTemplate: { spec: jobSpec({ completions: 3, parallelism: 2 }) } })),
		[],
	);
	assert.deepEqual(applied(cronJob(), cronJob({ schedule: 'TZ=UTC 0 0 * * *' })), [
		'spec.schedule: Invalid value: "TZ=UTC 0 0 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
	]);
});

test('manifests that kubectl cannot merge', () => {
	const nameless = live({ imagePullSecrets: [{}] });
	assert.match(applied(nameless, nameless)[0] ?? '', /^apply: map: map\[\] does not contain declared merge key: name$/);
});

test('marks that stay', () => {
	const mirror = { annotations: { 'kubernetes.io/config.mirror': 'abc' } };
	const at = 'metadata.annotations[kubernetes.io/config.mirror]: Forbidden: may not';
	assert.deepEqual(applied(live({ nodeName: 'node' }), live({ nodeName: 'node' }, mirror)), [`${at} add mirror pod annotation`]);
	const other = { annotations: { 'kubernetes.io/config.mirror': 'def' } };
	assert.deepEqual(applied(live({ nodeName: 'node' }, mirror), live({ nodeName: 'node' }, other)), [`${at} remove or update mirror pod annotation`]);
	const dying = { deletionTimestamp: '2024-01-01T00:00:00Z', deletionGracePeriodSeconds: 0 };
	const finalizers = ['example.com/a', 'example.com/b'];
	assert.deepEqual(applied(live({}, { ...dying, finalizers: finalizers.slice(1) }), live({}, { finalizers })), [
		'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/a"}',
	]);
});

test('until 1.36 a Job is judged anew on every update', () => {
	const own = { manualSelector: true, selector: { matchLabels: { a: 'b' } } };
	const labelled = { template: { metadata: { labels: { a: 'b' } }, spec: { ...pod, restartPolicy: 'Never' } } };
	const missing = (version: number) =>
		applied(job({ ...own, ...labelled }), job({ selector: own.selector, ...labelled }), version).filter((line) => line.includes('must be'));
	assert.deepEqual(missing(37), []);
	assert.match(
		missing(36).join('\n'),
		/^spec\.template\.metadata\.labels\[controller-uid\]: Required value: must be '[-0-9a-f]*'\nspec\.template\.metadata\.labels\[job-name\]: Required value: must be 'web'$/,
	);
});

test('a namespace that is null is none', () => {
	assert.deepEqual(applied(live({}, { namespace: null }), live({}, { namespace: 'prod' })), []);
});

test('names that every object has in JavaScript are names like others', () => {
	const named = (name: string): object => ({ metadata: { name: 'web', labels: JSON.parse(`{"${name}":"a"}`) }, apiVersion: 'v1', kind: 'Pod', spec: pod });
	assert.deepEqual(applied(live(), named('constructor')), []);
	assert.match(applied(live(), named('__proto__'))[0] ?? '', /^metadata\.labels: Invalid value: "__proto__": name part must consist/);
	const resources = { requests: { cpu: '1' } };
	const container = { name: 'web', image: 'web:1', resources: { limits: { toString: '1' }, requests: { toString: '1' } } };
	assert.ok(applied(live(), live({ resources, containers: [container] })).some((line) => line.includes('limits[toString]')));
});

test('until 1.33 the metadata of ReplicaSets and DaemonSets is judged anew on every update', () => {
	for (const [kind, of] of Object.entries({ ReplicaSet: replicaSet, DaemonSet: daemonSet })) {
		const named = { ...of(), metadata: { name: 'web', generateName: 'Web-' } };
		assert.deepEqual(applied(of(), named, 34), [], kind);
		assert.match(applied(of(), named, 33).join('\n'), /^metadata\.generateName: Invalid value: "Web-": a lowercase RFC 1123 subdomain must consist/, kind);
	}
});

test('no list of mounts is an empty one, and until 1.34 an empty one is none', () => {
	const withMounts = (image: string): object =>
		job({ template: { spec: { ...pod, restartPolicy: 'Never', containers: [{ name: 'web', image, volumeMounts: [] }] } } });
	const said = (version: number): string => applied(withMounts('web:1'), withMounts('web:2'), version).join('\n');
	assert.match(said(34), /"VolumeMounts":null/);
	assert.match(said(37), /"volumeMounts":\[\]|"VolumeMounts":\[\]/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validatePodCreate, validatePodTemplateSpec } from '../../server/src/rules/pod';
import type { Container, PodSpec, PodTemplateSpec } from '../../server/src/schema/generated/types';
import { found } from './found';

const web: Container = { name: 'web', image: 'web:1', imagePullPolicy: 'IfNotPresent', terminationMessagePolicy: 'File' };
const base: PodSpec = { containers: [web], restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30 };
const pod = (more: Partial<PodSpec>, version?: number) =>
	found((walk) => validatePodCreate(walk, { metadata: { name: 'web' }, spec: { ...base, ...more } }, podOptions(walk, true)), version);
const template = (template: PodTemplateSpec) => found((walk, at) => validatePodTemplateSpec(walk, template, at, podOptions(walk, false)));
const shortened = (lines: readonly string[]) => lines.map((line) => line.replace(/: a lowercase.*/, ': …'));

test('the least of a pod', () => {
	assert.deepEqual(pod({}), []);
	const nothing = found((walk) => validatePodCreate(walk, {}, podOptions(walk, true)));
	assert.deepEqual(nothing, [
		'metadata.name: Required value: name or generateName is required',
		'spec.containers: Required value',
		'spec.restartPolicy: Required value',
		'spec.dnsPolicy: Required value',
	]);
});

test('choices', () => {
	assert.deepEqual(pod({ preemptionPolicy: 'Never', restartPolicy: 'OnFailure', dnsPolicy: 'Default' }), []);
	assert.deepEqual(pod({ preemptionPolicy: 'never', restartPolicy: 'Maybe', dnsPolicy: 'Host' }), [
		'spec.restartPolicy: Unsupported value: "Maybe": supported values: "Always", "OnFailure", "Never"',
		'spec.dnsPolicy: Unsupported value: "Host": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
		'spec.preemptionPolicy: Unsupported value: "never": supported values: "PreemptLowerPriority", "Never"',
	]);
	assert.deepEqual(pod({ preemptionPolicy: '' }), ['spec.preemptionPolicy: Required value']);
});

test('names', () => {
	assert.deepEqual(pod({ serviceAccountName: 'a', nodeName: 'b', priorityClassName: 'c', runtimeClassName: 'd', hostname: 'e', subdomain: 'f' }), []);
	assert.deepEqual(
		shortened(pod({ serviceAccountName: 'A', nodeName: 'B', priorityClassName: 'C', runtimeClassName: '', hostname: 'e.e', subdomain: 'f.f' })),
		[
			'spec.serviceAccountName: Invalid value: "A": …',
			'spec.nodeName: Invalid value: "B": …',
			'spec.priorityClassName: Invalid value: "C": …',
			'spec.runtimeClassName: Invalid value: "": …',
			'spec.hostname: Invalid value: "e.e": must not contain dots',
			'spec.subdomain: Invalid value: "f.f": must not contain dots',
		],
	);
	assert.equal(pod({ nodeSelector: { 'a b': 'c d' } }).length, 2);
});

test('durations', () => {
	assert.deepEqual(pod({ activeDeadlineSeconds: 1, terminationGracePeriodSeconds: 0 }), []);
	assert.deepEqual(pod({ activeDeadlineSeconds: 0, terminationGracePeriodSeconds: -1 }), [
		'spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive',
		'spec.terminationGracePeriodSeconds: Invalid value: -1: must be greater than or equal to 0',
	]);
	assert.deepEqual(pod({ terminationGracePeriodSeconds: -1 }, 36), []);
});

test('what the runtime takes on top', () => {
	assert.deepEqual(pod({ overhead: { cpu: '10m' } }), []);
	assert.deepEqual(pod({ overhead: { cpu: '-1' } }), ['spec.overhead.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0']);
});

test('what only a pod may not have', () => {
	assert.deepEqual(pod({ nodeName: 'a', schedulingGates: [{ name: 'b' }] }), [
		'spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared',
	]);
	assert.deepEqual(pod({ containers: [{ ...web, image: ' web' }] }), [
		'spec.containers[0].image: Invalid value: " web": must not have leading or trailing whitespace',
	]);
	const volumes = [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }] } }];
	assert.deepEqual(pod({ volumes, serviceAccountName: 'a' }), []);
	assert.deepEqual(pod({ volumes }), [
		'spec.volumes[0].projected.sources[0].serviceAccountToken: Forbidden: must not be specified when serviceAccountName is not set',
	]);
	assert.deepEqual(template({ spec: { ...base, volumes } }), []);
	assert.deepEqual(pod({ ephemeralContainers: [{ ...web, name: 'debug' }] }), ['spec.ephemeralContainers: Forbidden: cannot be set on create']);
});

test('a template', () => {
	assert.deepEqual(template({ metadata: { labels: { a: 'b' }, annotations: { c: 'd' } }, spec: base }), []);
	assert.deepEqual(template({ spec: { ...base, containers: [{ ...web, image: ' web' }] } }), []);
	assert.deepEqual(template({ spec: { ...base, ephemeralContainers: [{ ...web, name: 'debug' }] } }), [
		'at.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template',
	]);
	const labels = template({ metadata: { labels: { 'a b': '' }, annotations: { 'c d': '' } }, spec: base });
	assert.deepEqual(
		labels.map((line) => line.replace(/: name part.*/, ': …')),
		['at.labels: Invalid value: "a b": …', 'at.annotations: Invalid value: "c d": …'],
	);
});

test('annotations of old against fields', () => {
	const annotated = (annotations: Readonly<Record<string, string>>) =>
		template({
			metadata: { annotations },
			spec: { ...base, securityContext: { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } } },
		});
	const appArmor = 'container.apparmor.security.beta.kubernetes.io/web';
	assert.deepEqual(annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined', [appArmor]: 'unconfined' }), []);
	assert.deepEqual(annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default', [appArmor]: 'runtime/default' }), [
		'at.spec.securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match',
		'at.spec.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match',
	]);
});

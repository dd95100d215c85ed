import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podQos } from '../../server/src/schema/pod-qos';
import type { Minor } from '../../server/src/schema/schema';
import { live, pod } from '../defaults/live';

function qos(yaml: string, version: Minor = 37): string {
	return podQos(live(yaml, version).object, version);
}

const LIMITS = 'resources: {limits: {cpu: 1, memory: 1Gi}}';
const DIFFERENT = 'resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 500m, memory: 1Gi}}';

test('limits on both make a pod Guaranteed, requests below them Burstable, none BestEffort', () => {
	for (const version of [32, 37]) {
		assert.equal(qos(pod(), version), 'BestEffort');
		assert.equal(qos(pod(LIMITS), version), 'Guaranteed');
		assert.equal(qos(pod(DIFFERENT), version), 'Burstable');
		assert.equal(qos(pod('resources: {limits: {cpu: 1}}'), version), 'Burstable');
		assert.equal(qos(pod('resources: {limits: {nvidia.com/gpu: 1}}'), version), 'BestEffort');
		assert.equal(qos(pod(LIMITS, 'initContainers: [{name: i}]'), version), 'Burstable');
		assert.equal(qos(pod(LIMITS, 'ephemeralContainers: [{name: e}]'), version), 'Guaranteed');
	}
});

test("the pod's own resources come first, from 1.34 on", () => {
	const yaml = pod(DIFFERENT, LIMITS);
	assert.equal(qos(yaml, 33), 'Burstable');
	assert.equal(qos(pod('', LIMITS), 36), 'Guaranteed');
	assert.equal(qos(pod('', LIMITS)), 'Guaranteed');
	assert.equal(qos(pod(LIMITS, 'resources: {}'), 36), 'BestEffort');
	assert.equal(qos(pod(LIMITS, 'resources: {}')), 'Guaranteed');
});

test('up to 1.36 only the sums have to agree', () => {
	const two = pod(
		'resources: {limits: {cpu: 2, memory: 1Gi}, requests: {cpu: 1, memory: 1Gi}}',
		'initContainers: [{name: i, resources: {limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 2, memory: 1Gi}}}]',
	);
	assert.equal(qos(two, 36), 'Guaranteed');
	assert.equal(qos(two), 'Burstable');
});

test('up to 1.36 a class that somebody wrote is believed', () => {
	const yaml = '{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}, status: {qosClass: Guaranteed}}';
	assert.equal(qos(yaml, 36), 'Guaranteed');
	assert.equal(qos(yaml), 'BestEffort');
});

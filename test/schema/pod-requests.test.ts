import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PodSpec } from '../../server/src/schema/generated/types';
import { podRequests } from '../../server/src/schema/pod-requests';
import { canonical } from '../../server/src/schema/quantity';

const container = (name: string, cpu: string, restartPolicy?: string) => ({
	name,
	resources: { requests: { cpu } },
	...(restartPolicy ? { restartPolicy } : {}),
});

function requested(spec: Partial<PodSpec>): object {
	return Object.fromEntries([...podRequests({ containers: [], ...spec })].map(([name, amount]) => [name, canonical(amount)]));
}

test('what runs together adds up; an init container runs alone, beside the sidecars before it', () => {
	assert.deepEqual(requested({ containers: [container('a', '100m'), container('b', '200m')] }), { cpu: '300m' });
	assert.deepEqual(requested({ initContainers: [container('i', '500m')], containers: [container('a', '100m')] }), { cpu: '500m' });
	const [sidecar, init, app] = [container('s', '300m', 'Always'), container('i', '500m'), container('a', '100m')];
	assert.deepEqual(requested({ initContainers: [sidecar, init], containers: [app] }), { cpu: '800m' });
	assert.deepEqual(requested({ initContainers: [init, sidecar], containers: [app] }), { cpu: '500m' });
});

test('the overhead of the sandbox comes on top', () => {
	assert.deepEqual(requested({ overhead: { cpu: '250m', memory: '120Mi' }, containers: [container('a', '100m')] }), { cpu: '350m', memory: '120Mi' });
	assert.deepEqual(requested({ overhead: { cpu: '250m' }, resources: { requests: { cpu: '1' } }, containers: [container('a', '100m')] }), { cpu: '1250m' });
});

test('what the pod itself requests stands for what its containers do, of what may be said there', () => {
	const resources = { requests: { cpu: '2', 'example.com/gpu': '9' } };
	assert.deepEqual(requested({ resources, containers: [{ name: 'a', resources: { requests: { cpu: '1', memory: '1Gi', 'example.com/gpu': '1' } } }] }), {
		cpu: '2',
		memory: '1Gi',
		'example.com/gpu': '1',
	});
});

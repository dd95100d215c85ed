import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutability } from '../../../server/src/features/hover/mutability';
import { segmentsOf } from '../../../server/src/features/life/simulate';
import type { Minor } from '../../../server/src/schema/schema';

const said = (kind: string, path: string, version: Minor = 37): string => mutability(kind, segmentsOf(path), version)?.en ?? '';

test('what may change of a live pod follows the update rules of its version', () => {
	assert.match(said('Pod', 'spec.hostNetwork'), /immutable/);
	assert.match(said('Pod', 'spec.containers[0].image'), /restarts the container/);
	assert.match(said('Pod', 'spec.affinity.nodeAffinity'), /scheduling gates/);
	assert.match(said('Pod', 'spec.affinity.podAffinity'), /immutable/);
	const limits = 'resources.limits.cpu';
	assert.match(said('Pod', `spec.containers[0].${limits}`, 32), /immutable/);
	assert.match(said('Pod', `spec.containers[0].${limits}`, 33), /`resize`/);
	assert.match(said('Pod', `spec.initContainers[0].${limits}`, 35), /only of a sidecar/);
	assert.match(said('Pod', `spec.initContainers[0].${limits}`), /only through/);
	assert.match(said('Pod', `spec.${limits}`, 35), /immutable/);
	assert.match(said('Pod', `spec.${limits}`), /`resize`/);
	assert.match(said('Pod', 'spec.containers[0].resources.claims'), /immutable/);
});

test('what may change of a job while it is suspended', () => {
	for (const path of ['metadata.labels', 'spec.tolerations', 'spec.affinity.nodeAffinity', 'spec.containers[0].resources.limits.cpu'])
		assert.match(said('Job', `spec.template.${path}`), /suspended/, path);
	for (const path of ['spec.containers[0].image', 'spec.affinity.podAffinity']) assert.match(said('Job', `spec.template.${path}`), /^Cannot change/, path);
	assert.match(said('Job', 'spec.template.spec.containers[0].resources', 35), /^Cannot change/);
});

test('a name stays; where it came from does not matter afterwards', () => {
	assert.match(said('Deployment', 'metadata.name'), /^Cannot change/);
	assert.equal(said('Deployment', 'metadata.generateName'), '');
});

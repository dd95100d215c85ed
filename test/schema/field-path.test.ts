import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldPath } from '../../server/src/schema/field-path';

test('a path reads as the server writes it', () => {
	const env = FieldPath.of('spec').child('containers').index(0).child('env').index(12);
	assert.equal(env.child('name').toString(), 'spec.containers[0].env[12].name');
	assert.equal(FieldPath.of('metadata').child('labels').key('a.b/c').toString(), 'metadata.labels[a.b/c]');
	assert.equal(FieldPath.of('spec').key('[odd]').child('x').toString(), 'spec[[odd]].x');
});

test('segments run from the root down', () => {
	assert.deepEqual(FieldPath.of('spec').child('volumes').index(1).child('name').segments(), ['spec', 'volumes', 1, 'name']);
});

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

test('a place that the server calls by another path keeps its segments, and so does what lies below', () => {
	const list = FieldPath.of('spec').child('volumeMounts');
	const mount = list.index(2).saidAs(list).child('subPath');
	assert.equal(mount.toString(), 'spec.volumeMounts.subPath');
	assert.deepEqual(mount.segments(), ['spec', 'volumeMounts', 2, 'subPath']);
	const key = FieldPath.of('labels').key('a/b').keyItself();
	assert.deepEqual([key.toString(), key.isKeyItself, key.child('c').isKeyItself], ['labels[a/b]', true, false]);
});

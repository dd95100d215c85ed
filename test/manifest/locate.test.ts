import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locate, pathAt } from '../../server/src/manifest/locate';
import { read } from '../../server/src/manifest/read';
import { FieldPath } from '../../server/src/schema/field-path';

const TEXT =
	'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    image: nginx\n  - &b\n    name: b\n  nodeSelector:\n    <<: { x: y }\n    disk: ssd\n';
const manifest = read(TEXT).sections[0]?.manifests[0];
assert.ok(manifest);
const at = (path: FieldPath): readonly [string, boolean] => {
	const spot = locate(manifest.node, path);
	return [TEXT.slice(spot.key.start, spot.key.end), spot.exact];
};
const spec = FieldPath.of('spec');

test('a field is its key, an item the key it begins with', () => {
	assert.deepEqual(at(spec.child('containers').index(0).child('image')), ['image', true]);
	assert.deepEqual(at(spec.child('containers').index(1)), ['name', true]);
	assert.deepEqual(at(spec.child('nodeSelector').key('disk')), ['disk', true]);
});

test('what is absent shows at the nearest ancestor', () => {
	assert.deepEqual(at(spec.child('containers').index(0).child('ports').index(0)), ['name', false]);
	assert.deepEqual(at(spec.child('volumes')), ['spec', false]);
	assert.deepEqual(at(FieldPath.of('metadata').child('name')), ['kind', false]);
});

test('a merged key is found', () => assert.deepEqual(at(spec.child('nodeSelector').key('x')), ['x', true]));

test('an offset tells its path', () => {
	const path = (text: string, by = 1) => pathAt(manifest.node, TEXT.indexOf(text) + by);
	assert.deepEqual(path('image')?.segments, ['spec', 'containers', 0, 'image']);
	assert.equal(path('image')?.onKey, true);
	assert.deepEqual([path('nginx')?.segments, path('nginx')?.onKey], [['spec', 'containers', 0, 'image'], false]);
});

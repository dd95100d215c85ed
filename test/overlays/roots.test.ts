import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKustomization } from '../../server/src/overlays/kustomization';
import { rootsOf, rootsReaching } from '../../server/src/overlays/roots';

test('what says how an overlay builds is part of it, and no overlay of its own', () => {
	const all = [
		readKustomization('/w/top/kustomization.yaml', 'transformers: [../labels, own.yaml]\ncrds: [crd.json]\nopenapi: {path: schema.json}\n'),
		readKustomization('/w/labels/kustomization.yaml', 'resources: [label.yaml]\n'),
	];
	assert.deepEqual(rootsOf(all), ['/w/top']);
	for (const file of ['labels/label.yaml', 'top/own.yaml', 'top/crd.json', 'top/schema.json'])
		assert.deepEqual(rootsReaching(`/w/${file}`, all), ['/w/top'], file);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubledBy, type Others, withoutKubernetes } from '../../client/src/doubled';

const ALONE: Others = { hasYaml: false, hasKubernetes: false, validates: true, schemas: { kubernetes: '*.yaml' } };

test('something is doubled where the YAML extension judges manifests, and by what', () => {
	const yaml = { ...ALONE, hasYaml: true };
	assert.equal(doubledBy(ALONE), undefined, 'a setting judges nothing by itself');
	assert.equal(doubledBy(yaml), 'setting');
	assert.equal(doubledBy({ ...yaml, hasKubernetes: true }), 'setting', 'what is set can be set right');
	assert.equal(doubledBy({ ...yaml, schemas: {} }), undefined, 'by itself it knows nothing of manifests');
	assert.equal(doubledBy({ ...yaml, schemas: {}, hasKubernetes: true }), 'extension');
	assert.equal(doubledBy({ ...ALONE, hasKubernetes: true }), undefined, 'schemas without anybody who judges by them');
	assert.equal(doubledBy({ ...yaml, hasKubernetes: true, validates: false }), undefined, 'it is quiet already');
});

test('schemas of others stay', () => {
	const address = 'https://example.com/kubernetes-json-schema/v1.31.0/all.json';
	assert.deepEqual(withoutKubernetes({ Kubernetes: ['a.yaml'], [address]: '*', './mine.json': 'b.yaml' }), { './mine.json': 'b.yaml' });
	assert.deepEqual(withoutKubernetes({ kubernetes: '*.yaml' }), {});
	for (const other of [undefined, null, 'kubernetes', ['kubernetes'], {}, { './kubernetes.json': '*' }]) assert.equal(withoutKubernetes(other), undefined);
});

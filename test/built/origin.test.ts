import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, type Origin, wayOf } from '../../server/src/built/origin';

const at = (file: string, start: number): Origin => ({ file, range: { start, end: start + 1 } });

test('what led to an origin is told nearest first, each once and alone', () => {
	const base = at('base.yaml', 1);
	const patched = behind(at('patch.yaml', 2), base);
	const changed = behind(at('kustomization.yaml', 3), patched);
	assert.deepEqual(wayOf(changed), [at('kustomization.yaml', 3), at('patch.yaml', 2), base]);
	assert.deepEqual(wayOf(base), [base]);
	assert.equal(behind(base, undefined), base);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spotAt } from '../../server/src/yaml/outline';

/** The spot at `|` of a text. */
function spot(text: string) {
	const offset = text.indexOf('|');
	return spotAt(text.replace('|', ''), offset);
}
const pathOf = (text: string): string => JSON.stringify(spot(text)?.path);

test('a key beside others', () => {
	const found = spot('kind: Pod\nspec:\n  containers:\n  - name: a\n    im|\n    ports:\n    - containerPort: 80\n');
	assert.deepEqual(found?.path, ['spec', 'containers', 0]);
	assert.deepEqual([...(found?.siblings ?? [])].sort(), ['name', 'ports']);
	assert.deepEqual(found?.writes, { what: 'key', typed: 'im', dash: false, colonFollows: false });
});

test('items are counted', () => {
	assert.equal(pathOf('a:\n- x: 1\n  y: 2\n- x: 3\n  |'), '["a",1]');
	assert.equal(pathOf('a:\n  - x: 1\n    y:\n    - z: 1\n    - z: 2\n    - |'), '["a",0,"y",2]');
	assert.equal(pathOf('a:\n- |'), '["a",0]');
	assert.equal(pathOf('a:\n- b\n- |'), '["a",1]');
});

test('an empty line belongs to the key above it', () => {
	assert.equal(pathOf('spec:\n  |'), '["spec"]');
	assert.equal(pathOf('spec:\n  securityContext:\n    |\n  containers: []'), '["spec","securityContext"]');
	assert.equal(pathOf('|'), '[]');
	assert.equal(pathOf('spec:\n  a: 1\n|'), '[]');
});

test('a value', () => {
	const found = spot('spec:\n  restartPolicy: Al|\n');
	assert.deepEqual(found?.path, ['spec']);
	assert.deepEqual(found?.writes, { what: 'value', key: 'restartPolicy', typed: 'Al' });
	assert.equal(pathOf('spec:\n  containers:\n  - name: x\n    imagePullPolicy: |'), '["spec","containers",0]');
	assert.equal(pathOf('a:\n- b: |'), '["a",0]');
});

test('a broken line elsewhere does not matter', () => {
	assert.equal(pathOf('spec:\n  foo\n  containers:\n  - name: x\n    bar\n    |'), '["spec","containers",0]');
});

test('block scalars and comments are left alone', () => {
	assert.equal(spot('data:\n  script: |\n    echo ¦\n'.replace('|', '>').replace('¦', '|')), undefined);
	assert.equal(spot('# foo |'), undefined);
});

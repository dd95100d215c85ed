import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../server/src/schema/json';
import { jsonPatch } from '../../server/src/schema/json-patch';

const OBJECT = { a: 1, b: { c: [1, 2], 'd/e': 'x', 'f~g': null } };

function patched(...operations: readonly Json[]): unknown {
	const result = jsonPatch(OBJECT, operations);
	return 'object' in result ? result.object : result.fault;
}
const holding = (b: object) => ({ a: 1, b: { ...OBJECT.b, ...b } });

test('add puts into maps, into lists and at their end', () => {
	assert.deepEqual(patched({ op: 'add', path: '/b/h', value: 2 }), holding({ h: 2 }));
	assert.deepEqual(patched({ op: 'add', path: '/b/c/1', value: 9 }), holding({ c: [1, 9, 2] }));
	assert.deepEqual(patched({ op: 'add', path: '/b/c/-', value: 9 }), holding({ c: [1, 2, 9] }));
	assert.deepEqual(patched({ op: 'add', path: '/b/c/-1', value: 9 }), holding({ c: [1, 2, 9] }), 'from the end');
	assert.deepEqual(patched({ op: 'add', path: '/b/h' }), holding({ h: null }), 'no value is null');
});

test('remove and replace; replacing what is not there adds it', () => {
	assert.deepEqual(patched({ op: 'remove', path: '/b/c/0' }, { op: 'remove', path: '/b/d~1e' }), { a: 1, b: { c: [2], 'f~g': null } });
	assert.deepEqual(patched({ op: 'replace', path: '/b/f~0g', value: 1 }), holding({ 'f~g': 1 }));
	assert.deepEqual(patched({ op: 'replace', path: '/b/new', value: 1 }), holding({ new: 1 }));
	assert.deepEqual(patched({ op: 'replace', path: '', value: { z: 1 } }), { z: 1 });
});

test('move takes away and puts, copy only puts', () => {
	assert.deepEqual(patched({ op: 'move', from: '/a', path: '/b/a' }), { b: { ...OBJECT.b, a: 1 } });
	assert.deepEqual(patched({ op: 'move', from: '/b/c/0', path: '/b/c/1' }), holding({ c: [2, 1] }));
	assert.deepEqual(patched({ op: 'copy', from: '/b/c', path: '/c' }), { ...OBJECT, c: [1, 2] });
	assert.deepEqual(patched({ op: 'copy', from: '/b/c', path: '/c' }, { op: 'add', path: '/c/-', value: 3 }), { ...OBJECT, c: [1, 2, 3] }, 'a copy of its own');
});

test('test lets on, or stops all', () => {
	assert.deepEqual(patched({ op: 'test', path: '/b/c', value: [1, 2] }, { op: 'test', path: '/none', value: null }), OBJECT);
	assert.equal(patched({ op: 'add', path: '/x', value: 1 }, { op: 'test', path: '/a', value: 2 }), 'testing value /a failed: test failed');
});

/** The sentences are those of evanphx/json-patch and the server around it. */
const FAULTS: readonly (readonly [Json, string])[] = [
	[{ op: 'add', path: '/x/y', value: 1 }, 'add operation does not apply: doc is missing path: "/x/y": missing value'],
	[{ op: 'add', path: '', value: 1 }, 'add operation does not apply: doc is missing path: "": missing value'],
	[{ op: 'add', path: '/b/c/x' }, `error in add for path: '/b/c/x': value was not a proper array index: 'x': strconv.Atoi: parsing "x": invalid syntax`],
	[{ op: 'add', path: '/b/c/9' }, "error in add for path: '/b/c/9': Unable to access invalid index: 9: invalid index referenced"],
	[{ op: 'add' }, 'add operation failed to decode path: missing value'],
	[{ op: 'remove', path: '/x' }, "error in remove for path: '/x': Unable to remove nonexistent key: x: missing value"],
	[{ op: 'remove', path: '' }, 'remove operation does not apply: doc is missing path: "": missing value'],
	[{ op: 'replace', path: '/b/c/2', value: 1 }, 'replace operation does not apply: doc is missing key: /b/c/2: missing value'],
	[{ op: 'replace', path: '/x/y', value: 1 }, 'replace operation does not apply: doc is missing path: /x/y: missing value'],
	[{ op: 'replace', path: '', value: null }, 'replace operation value must be object or array: %!w(<nil>)'],
	[{ op: 'move', path: '/x' }, 'move operation failed to decode from: operation, missing from field: missing value'],
	[{ op: 'move', from: '/b/x', path: '/x' }, "error in move for path: 'x': Unable to remove nonexistent key: x: missing value"],
	[{ op: 'copy', from: '/x/y', path: '/x' }, 'copy operation does not apply: doc is missing from path: /x/y: missing value'],
	[{ op: 'test', path: '/x/y', value: 1 }, 'test operation does not apply: is missing path: /x/y: missing value'],
	[{ op: 'change', path: '/a' }, 'Unexpected kind: change'],
	[{ path: '/a' }, 'Unexpected kind: unknown'],
	[{ op: 'add', path: 5 }, 'error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.path of type string'],
	['add', 'error decoding patch: json: cannot unmarshal string into Go value of type handlers.jsonPatchOp'],
];
for (const [operation, fault] of FAULTS) test(`${JSON.stringify(operation)} is refused`, () => assert.equal(patched(operation), fault));

test('a patch is a list of so many operations', () => {
	assert.deepEqual(jsonPatch(OBJECT, { op: 'add' }), {
		fault: 'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
	});
	assert.deepEqual(jsonPatch(OBJECT, null), { object: OBJECT });
	const many = Array.from({ length: 10_001 }, () => ({ op: 'test', path: '/a', value: 1 }));
	assert.deepEqual(jsonPatch(OBJECT, many), { fault: 'The allowed maximum operations in a JSON patch is 10000, got 10001' });
});

test('nothing given is changed, and no prototype is', () => {
	const before = JSON.stringify(OBJECT);
	patched({ op: 'add', path: '/b/c/-', value: 3 }, { op: 'remove', path: '/a' }, { op: 'add', path: '/__proto__/x', value: 1 });
	assert.deepEqual(Object.keys(patched({ op: 'add', path: '/__proto__', value: { x: 1 } }) as object), ['a', 'b', '__proto__']);
	assert.equal(JSON.stringify(OBJECT), before);
	assert.equal(({} as { x?: unknown }).x, undefined);
});

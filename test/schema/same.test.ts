import assert from 'node:assert/strict';
import { test } from 'node:test';
import { same, sharing } from '../../server/src/schema/same';

test('what says the same is the same: keys without a value and the order of keys say nothing', () => {
	for (const [a, b] of [
		[
			{ a: 1, b: [{ c: 'x' }] },
			{ b: [{ c: 'x' }], a: 1 },
		],
		[{ a: 1, b: undefined }, { a: 1 }],
		[{ a: 1 }, { a: 1, b: undefined }],
		[undefined, undefined],
	])
		assert.ok(same(a, b), JSON.stringify([a, b]));
	for (const [a, b] of [
		[{ a: 1 }, { a: 2 }],
		[{ a: 1 }, { a: 1, b: false }],
		[{ a: 1, b: null }, { a: 1 }],
		[JSON.parse('{"__proto__": {}}'), {}],
		[{}, JSON.parse('{"__proto__": {}}')],
		[[1, 2], [1]],
		[[], {}],
		[{}, []],
		['1', 1],
	])
		assert.ok(!same(a, b), JSON.stringify([a, b]));
});

test('what did not change is the very object that it was', () => {
	const before = { a: { b: [1, { c: 2 }] }, d: { e: 1, f: 2 } };
	const after = sharing(before, { d: { f: 3, e: 1 }, a: { b: [1, { c: 2 }] } }) as typeof before;
	assert.equal(after.a, before.a);
	assert.deepEqual(after.d, { f: 3, e: 1 });
	assert.equal(sharing(before, structuredClone(before)), before);
	assert.deepEqual(sharing([{ a: 1 }], [{ a: 1 }, 2]), [{ a: 1 }, 2]);
	assert.deepEqual(sharing({ a: 1 }, [1]), [1]);
	assert.deepEqual(Object.keys(sharing({}, JSON.parse('{"__proto__": {"x": 1}}')) as object), ['__proto__']);
});

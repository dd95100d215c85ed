import assert from 'node:assert/strict';
import { test } from 'node:test';
import { same } from '../../server/src/schema/same';

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

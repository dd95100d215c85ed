import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trim, trimRight } from '../../server/src/schema/trim';

test('what is cut stands at the ends alone', () => {
	assert.equal(trim('--a-b..', /[-.]/), 'a-b');
	assert.equal(trim('---', /-/), '');
	assert.equal(trimRight('/a//', /\//), '/a');
	assert.equal(trimRight('', /\//), '');
});

test('a long row in the middle is passed once', () => {
	const long = `a${'/'.repeat(500_000)}b`;
	assert.equal(trimRight(long, /\//), long);
	assert.equal(trim(long, /\//), long);
});

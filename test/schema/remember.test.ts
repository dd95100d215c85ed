import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from '../../server/src/schema/remember';

test('a text is read once, also where there is no answer; what is kept has an end', () => {
	const read: string[] = [];
	const lengthOf = remembered((text) => {
		read.push(text);
		return text === '' ? undefined : text.length;
	});
	assert.deepEqual([lengthOf('ab'), lengthOf('ab'), lengthOf(''), lengthOf('')], [2, 2, undefined, undefined]);
	assert.deepEqual(read, ['ab', '']);
	for (let i = 0; i < 2000; i++) lengthOf(`${i}`);
	lengthOf('ab');
	assert.equal(read.filter((text) => text === 'ab').length, 2);
	const long = 'x'.repeat(5000);
	assert.deepEqual([lengthOf(long), lengthOf(long)], [5000, 5000]);
	assert.equal(read.filter((text) => text === long).length, 2);
});

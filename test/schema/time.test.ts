import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTime } from '../../server/src/schema/time';

test('timestamps are kept in UTC, in whole seconds', () => {
	assert.equal(parseTime('2024-02-29T12:00:00Z'), '2024-02-29T12:00:00Z');
	assert.equal(parseTime('2024-01-01T00:30:00.123456+09:00'), '2023-12-31T15:30:00Z');
	assert.equal(parseTime('2024-01-01T1:00:00,5-00:30'), '2024-01-01T01:30:00Z');
	assert.equal(parseTime('0001-01-01T00:00:00Z'), '0001-01-01T00:00:00Z');
});

test('what is no RFC 3339 does not parse', () => {
	for (const text of [
		'',
		'2024-01-01',
		'2023-02-29T00:00:00Z',
		'2024-01-01T24:00:00Z',
		'2024-01-01 00:00:00Z',
		'2024-01-01T00:00:00',
		'2024-01-01t00:00:00z',
		'2024-01-01T00:00:60Z',
	])
		assert.equal(parseTime(text), undefined, text);
});

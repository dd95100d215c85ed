import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText, goDuration, parseDuration } from '../../server/src/schema/duration';

test('durations as Go reads them', () => {
	const read: Readonly<Record<string, number>> = {
		'1h30m': 5400e9,
		'-1.5s': -1.5e9,
		'0': 0,
		'+5ms': 5e6,
		'3µs': 3000,
		'.5m': 30e9,
		'1.s': 1e9,
		'9223372036854775807ns': 2 ** 63,
	};
	for (const [text, nanoseconds] of Object.entries(read)) assert.equal(parseDuration(text), nanoseconds, text);
	const refused: Readonly<Record<string, string>> = {
		'': 'time: invalid duration ""',
		'5': 'time: missing unit in duration "5"',
		'1d': 'time: unknown unit "d" in duration "1d"',
		'.s': 'time: invalid duration ".s"',
		' 5s': 'time: invalid duration " 5s"',
		'5초': 'time: unknown unit "\\xec\\xb4\\x88" in duration "5\\xec\\xb4\\x88"',
		'5"': 'time: unknown unit "\\"" in duration "5\\""',
		'5\ud800': 'time: unknown unit "\\xef\\xbf\\xbd" in duration "5\\xef\\xbf\\xbd"',
		'9223372036854775808ns': 'time: invalid duration "9223372036854775808ns"',
	};
	for (const [text, fault] of Object.entries(refused)) assert.deepEqual(parseDuration(text), { fault }, text);
	assert.equal(parseDuration('-9223372036854775808ns'), -(2 ** 63));
});

test('and as it prints them', () => {
	assert.deepEqual([0, 200, 1500, 80_000, 300_000, 3_600_000].map(goDuration), ['0s', '200ms', '1.5s', '1m20s', '5m0s', '1h0m0s']);
});

test('lengths of time in words', () => {
	const said = (seconds: number) => [durationText(seconds, 'en').replaceAll('\u00a0', ' '), durationText(seconds, 'ko')];
	assert.deepEqual(said(8.12), ['8.1 s', '8.1초']);
	assert.deepEqual(said(74), ['74 s', '74초']);
	assert.deepEqual(said(60), ['1 min', '1분'], 'a whole minute is one');
	assert.deepEqual(said(89.96), ['1 min 30 s', '1분 30초']);
	assert.deepEqual(said(160.4), ['2 min 40 s', '2분 40초']);
	assert.deepEqual(said(7200), ['2 h', '2시간']);
	assert.deepEqual(said(5400), ['1 h 30 min', '1시간 30분']);
	assert.deepEqual(said(518_425), ['6 d 25 s', '6일 25초']);
	assert.deepEqual(said(0), ['0 s', '0초']);
});

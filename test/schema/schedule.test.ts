import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault, nextTime, parseSchedule } from '../../server/src/schema/schedule';
import { timeZones } from '../../server/src/schema/time-zone';

test('schedules', () => {
	const sound = [
		'* * * * *',
		'*/15 0-6,20 ? jan-MAR sun',
		'5/10 1 1 1 0',
		'@daily',
		'@every 1h30m',
		'@every -1.5s',
		'@every 0',
		', * * * *',
		' 0\t0 1 1 * ',
		'+5 * * * *',
		'TZ=UTC 0 0 * * *',
	];
	for (const schedule of sound) assert.ok(!isFault(parseSchedule(schedule)), schedule);
});

/** The sentences are the server's own. */
const FAULTS: Readonly<Record<string, string>> = {
	'': 'empty spec string',
	'TZ=UTC ': 'expected exactly 5 fields, found 0: []',
	'0 0 * *': 'expected exactly 5 fields, found 4: [0 0 * *]',
	'60 * * * *': 'end of range (60) above maximum (59): 60',
	'* * 0 * *': 'beginning of range (0) below minimum (1): 0',
	'* * * * 7': 'end of range (7) above maximum (6): 7',
	'5-1 * * * *': 'beginning of range (5) beyond end of range (1): 5-1',
	'1-2-3 * * * *': 'too many hyphens: 1-2-3',
	'1/2/3 * * * *': 'too many slashes: 1/2/3',
	'*/0 * * * *': 'step of range should be a positive number: */0',
	'*/-5 * * * *': 'negative number (-5) not allowed: -5',
	'* * * may-x *': 'failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax',
	'99999999999999999999 * * * *': 'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range',
	'@fortnightly': 'unrecognized descriptor: @fortnightly',
	'@every 5': 'failed to parse duration @every 5: time: missing unit in duration "5"',
	'@every 5x': 'failed to parse duration @every 5x: time: unknown unit "x" in duration "5x"',
	'@every .s': 'failed to parse duration @every .s: time: invalid duration ".s"',
	'@every  5s': 'failed to parse duration @every  5s: time: invalid duration " 5s"',
	'@every 9223372036854775808ns': 'failed to parse duration @every 9223372036854775808ns: time: invalid duration "9223372036854775808ns"',
	'TZ=UTC': 'invalid schedule format: runtime error: slice bounds out of range [:-1]',
	'CRON_TZ=Mars 0 0 * * *': 'provided bad location Mars: unknown time zone Mars',
	'TZ=../x 0 0 * * *': 'provided bad location ../x: time: invalid location name',
};

test('what is no schedule, in the words of the server', () => {
	for (const [schedule, fault] of Object.entries(FAULTS)) assert.deepEqual(parseSchedule(schedule), { fault }, schedule);
});

/** The first times after `after`, as robfig/cron/v3 says them. */
function times(schedule: string, after: string, count = 3, zone?: string): readonly string[] {
	const parsed = parseSchedule(schedule);
	const found: string[] = [];
	for (let at = Date.parse(after); !isFault(parsed) && found.length < count; ) {
		const next = nextTime(parsed, at, zone);
		if (next === undefined) break;
		at = next;
		found.push(new Date(at).toISOString().replace(/:00\.000Z$/, ''));
	}
	return found;
}

test('when a schedule is due', () => {
	assert.deepEqual(times('*/20 9-10 * * *', '2024-09-29T23:59:35Z', 4), ['2024-09-30T09:00', '2024-09-30T09:20', '2024-09-30T09:40', '2024-09-30T10:00']);
	assert.deepEqual(times('0 0 1 1 *', '2024-09-30T00:00:00Z', 2), ['2025-01-01T00:00', '2026-01-01T00:00'], 'a year ahead');
	assert.deepEqual(times('0 0 29 2 *', '2024-03-01T00:00:00Z', 1), ['2028-02-29T00:00'], 'four years ahead');
	assert.deepEqual(times('0 0 30 2 *', '2024-03-01T00:00:00Z'), [], 'never');
	assert.deepEqual(times(', * * * *', '2024-03-01T00:00:00Z'), [], 'no minute at all');
	assert.deepEqual(times('0 0 13 * fri', '2024-09-01T00:00:00Z'), ['2024-09-06T00:00', '2024-09-13T00:00', '2024-09-20T00:00'], 'the 13th, or a Friday');
	assert.deepEqual(times('0 0 */13 * fri', '2024-09-01T00:00:00Z', 2), ['2024-09-06T00:00', '2024-09-13T00:00'], 'a step leaves a field open no more');
	assert.deepEqual(times('0 0 ? * mon-wed/2', '2024-09-01T00:00:00Z', 2), ['2024-09-02T00:00', '2024-09-04T00:00']);
});

test('@every counts from the time it is asked at, in whole seconds', () => {
	assert.deepEqual(times('@every 1h30m', '2024-09-29T23:00:00.700Z', 2), ['2024-09-30T00:30', '2024-09-30T02:00']);
	assert.deepEqual(times('@every 1.9s', '2024-09-29T23:00:59Z', 1), ['2024-09-29T23:01']);
	assert.deepEqual(times('@every -5m', '2024-09-29T23:00:59Z', 1), ['2024-09-29T23:01'], 'a second at least');
});

test('the clock is that of the zone', () => {
	assert.deepEqual(times('0 9 * * *', '2024-09-29T23:59:35Z', 2, 'Asia/Seoul'), ['2024-09-30T00:00', '2024-10-01T00:00']);
	assert.deepEqual(times('TZ=Asia/Seoul 0 9 * * *', '2024-09-29T23:59:35Z', 1, 'America/New_York'), ['2024-09-30T00:00'], 'its own before the other');
	assert.deepEqual(times('0 0 1 * *', '2024-09-29T23:59:35Z', 1, 'Asia/Kathmandu'), ['2024-09-30T18:15']);
});

test('summer time: what the clock skips does not come, what it shows twice comes twice', () => {
	assert.deepEqual(times('30 2 * * *', '2025-03-08T12:00:00Z', 2, 'America/New_York'), ['2025-03-10T06:30', '2025-03-11T06:30'], 'no half past two on 9 March');
	assert.deepEqual(times('30 1 * * *', '2025-11-02T00:00:00Z', 3, 'America/New_York'), ['2025-11-02T05:30', '2025-11-02T06:30', '2025-11-03T06:30']);
	assert.deepEqual(
		times('0 0 * * *', '2018-11-03T12:00:00Z', 3, 'America/Sao_Paulo'),
		['2018-11-05T02:00', '2018-11-06T02:00', '2018-11-07T02:00'],
		'no midnight on 4 November',
	);
	assert.deepEqual(times('0 12 30 12 *', '2011-12-29T20:00:00Z', 1, 'Pacific/Apia'), [], 'Go never comes back from a day that an island left out');
});

test('every zone that the server carries has a clock here', () => {
	const isKnown = (timeZone: string): boolean => {
		try {
			return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
		} catch {
			return false;
		}
	};
	// Factory is what a machine has before somebody sets its clock.
	assert.deepEqual(
		[...timeZones()].filter((zone) => zone !== 'Factory' && !isKnown(zone)),
		[],
	);
	assert.deepEqual(times('0 9 * * *', '2024-09-29T23:59:35Z', 1, 'Factory'), ['2024-09-30T09:00']);
});

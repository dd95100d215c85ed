import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scheduleFault } from '../../server/src/rules/schedule';

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
	for (const schedule of sound) assert.equal(scheduleFault(schedule), undefined, schedule);
});

/** The sentences are the server's own. */
const FAULTS: Readonly<Record<string, string>> = {
	'': 'expected exactly 5 fields, found 0: []',
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
	for (const [schedule, fault] of Object.entries(FAULTS)) assert.equal(scheduleFault(schedule), fault, schedule);
});

/** When a CronJob runs, and what it says when it does not. The simulated clock starts at 2024-09-29 23:59:35 UTC. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from '../../server/src/features/life/narrate';
import type { Action } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { Moment, Trace } from '../../server/src/simulator/trace';

interface Watched {
	readonly until: string;
	readonly actions?: readonly Action[];
}

function life(spec: object, { until, actions = [] }: Watched): Trace {
	const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'app', image: 'a:1', imagePullPolicy: 'IfNotPresent' }] } };
	const object = { metadata: { name: 'c' }, spec: { ...spec, jobTemplate: { spec: { template } } } };
	return simulate('CronJob', object, { until, actions, world: { containers: { app: { runs: [{ exitAfter: '1s', exitCode: 0 }] } } } });
}

const told = ({ story }: Trace, code: string): readonly Moment[] => story.moments.filter((moment) => moment.code.startsWith(code));
const dueAt = (trace: Trace): readonly number[] => told(trace, 'cron/due').map(({ t }) => Math.floor(t));
const said = (moment: Moment | undefined): string => (moment ? sentenceOf(moment).en.replaceAll('\u00a0', ' ') : '');

test('@every runs so long after the CronJob was created, and after each run', () => {
	assert.deepEqual(dueAt(life({ schedule: '@every 1h30m' }, { until: '5h' })), [5400, 10_800, 16_200]);
	assert.deepEqual(dueAt(life({ schedule: '@every 90s' }, { until: '5m' })), [90, 180, 270]);
});

test('the clock is that of timeZone', () => {
	// 09:00 in Seoul is midnight in UTC.
	assert.deepEqual(dueAt(life({ schedule: '0 9 * * *', timeZone: 'Asia/Seoul' }, { until: '25h' })), [25, 86_425]);
	assert.deepEqual(dueAt(life({ schedule: '0 9 * * *' }, { until: '10h' })), [9 * 3600 + 25]);
});

test('weeks, months and a year can be watched', () => {
	assert.deepEqual(dueAt(life({ schedule: '@weekly' }, { until: '14d' })), [6 * 86_400 + 25, 13 * 86_400 + 25]);
	assert.equal(dueAt(life({ schedule: '@monthly' }, { until: '366d' })).length, 12);
	const yearly = life({ schedule: '0 0 30 9 *' }, { until: '368d' });
	assert.deepEqual(dueAt(yearly), [25, 365 * 86_400 + 25]);
	assert.equal(told(yearly, 'story/').length, 0, 'nothing was left out');
});

test('the next run is told at the beginning, and again when it lies beyond the end', () => {
	const [first, last, ...others] = told(life({ schedule: '*/10 * * * *' }, { until: '25m' }), 'cron/next');
	assert.match(said(first), /is due next at 2024-09-30 00:00 \(UTC\), in 25 s\. The clock stood at 2024-09-29 23:59:35/);
	assert.match(said(last), /2024-09-30 00:30/);
	assert.deepEqual(others, []);
});

test('one that is not due while it is watched says when it is', () => {
	const [seoul, ...others] = told(life({ schedule: '0 3 * * *', timeZone: 'Asia/Seoul' }, { until: '5m' }), 'cron/');
	assert.equal(seoul?.code, 'cron/not-yet');
	assert.match(said(seoul), /Nothing runs yet: `0 3 \* \* \*` is due first at 2024-10-01 03:00 \(Asia\/Seoul\), in 18 h 25 s\. A longer `until` shows it\./);
	assert.deepEqual(others, []);
	assert.match(said(told(life({ schedule: '0 0 29 2 *' }, { until: '5m' }), 'cron/')[0]), /2028-02-29 00:00 .* later than one can watch/);
});

test('one that is suspended, or whose date never comes, says so', () => {
	assert.deepEqual(
		told(life({ schedule: '* * * * *', suspend: true }, { until: '1h' }), 'cron/').map(({ code, field }) => [code, field]),
		[['cron/suspended', 'spec.suspend']],
	);
	const never = life({ schedule: '0 0 30 2 *' }, { until: '1h' });
	assert.deepEqual(
		told(never, 'cron/').map(({ code }) => code),
		['cron/never'],
	);
	assert.deepEqual(
		never.ownerEvents?.map(({ reason }) => reason),
		['InvalidSchedule'],
	);
});

test('a change of the schedule makes nothing good, a resumption does', () => {
	const patch = (at: string, spec: object): Action => ({ at, do: 'patch', target: 'owner', body: { spec } });
	const changed = life({ schedule: '0 12 * * *' }, { until: '10m', actions: [patch('5m', { schedule: '*/4 * * * *' })] });
	assert.deepEqual(dueAt(changed), [8 * 60 + 25]);
	const resumed = life({ schedule: '*/4 * * * *', suspend: true }, { until: '10m', actions: [patch('5m', { suspend: false })] });
	assert.deepEqual(dueAt(resumed), [300, 8 * 60 + 25], 'at once for 00:04, which was missed');
});

test('after a hundred missed runs an event warns of them', () => {
	const resumed = life(
		{ schedule: '* * * * *', suspend: true },
		{ until: '3h1m', actions: [{ at: '3h', do: 'patch', target: 'owner', body: { spec: { suspend: false } } }] },
	);
	assert.equal(resumed.ownerEvents?.find(({ reason }) => reason === 'TooManyMissedTimes')?.type, 'Warning');
});

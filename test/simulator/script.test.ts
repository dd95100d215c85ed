import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from '../../server/src/simulator/script';

test('of the steps that have begun the one that is written last holds', () => {
	const script = new Script({
		world: {
			containers: {
				a: {
					readiness: [
						{ from: '5s', ok: false },
						{ from: '20s', ok: true },
						{ from: '10s', ok: false, output: 'late' },
						{ from: '10s', ok: true, run: 1 },
					],
				},
			},
		},
	});
	const found = (run: number, seconds: number) => {
		const { ok, output } = script.probe('a', 'readiness', run, seconds * 1000);
		return ok ? 'ok' : output;
	};
	assert.deepEqual(
		[0, 5, 9, 10, 30].map((seconds) => found(0, seconds)),
		['ok', 'not ok', 'not ok', 'late', 'late'],
		'at 20 s nothing new is written',
	);
	assert.deepEqual(
		[9, 10, 30].map((seconds) => found(1, seconds)),
		['not ok', 'ok', 'ok'],
		'a step of this run only',
	);
	assert.deepEqual(
		[9, 10].map((seconds) => found(2, seconds)),
		['not ok', 'late'],
	);
	assert.equal(script.steadyFor('a', 'readiness', 0, 5000), 5000);
	assert.equal(script.steadyFor('a', 'readiness', 0, 10_000), Number.POSITIVE_INFINITY);
	assert.equal(script.steadyFor('b', 'readiness', 0, 0), Number.POSITIVE_INFINITY);
});

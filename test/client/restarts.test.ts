import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from '../../client/src/restarts';

test('a server that ends is started again, and that is said once', () => {
	const said: string[] = [];
	let now = 0;
	const restarts = new Restarts({ now: () => now, restarted: () => said.push('restarted'), gaveUp: () => said.push('gave up') });
	assert.deepEqual([restarts.ended(), restarts.ended(), restarts.ended(), restarts.ended()], [true, true, true, true]);
	assert.deepEqual(said, ['restarted']);
	assert.equal(restarts.ended(), false, 'the fifth time in three minutes');
	assert.deepEqual(said, ['restarted', 'gave up']);
	// Somebody started it by hand.
	assert.equal(restarts.ended(), true);
	for (let i = 0; i < 20; i++) {
		now += 60_000;
		assert.equal(restarts.ended(), true, 'now and then it may end for ever');
	}
	assert.deepEqual(said, ['restarted', 'gave up']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resting } from '../../client/src/resting';

test('what is wished for again and again is done once, after the pause of the last wish', ({ mock }) => {
	mock.timers.enable({ apis: ['setTimeout'] });
	let done = 0;
	const resting = new Resting(120, () => done++);
	resting.soon();
	mock.timers.tick(119);
	resting.soon(400);
	mock.timers.tick(399);
	assert.equal(done, 0);
	mock.timers.tick(1);
	assert.equal(done, 1);
	resting.soon();
	mock.timers.tick(120);
	assert.equal(done, 2);
	resting.soon();
	resting.dispose();
	mock.timers.tick(1000);
	assert.equal(done, 2);
});

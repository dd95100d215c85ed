import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, ageOf, countedAt } from '../../server/src/protocol/kubectl';

test('ages as kubectl writes them', () => {
	const tries: readonly (readonly [seconds: number, written: string])[] = [
		[0, '0s'],
		[119.9, '119s'],
		[120, '2m'],
		[150, '2m30s'],
		[185, '3m5s'],
		[600, '10m'],
		[10_799, '179m'],
		[10_800, '3h'],
		[11_000, '3h3m'],
		[90_000, '25h'],
		[180_000, '2d2h'],
		[700_000, '8d'],
		[-1, '0s'],
	];
	for (const [seconds, written] of tries) assert.equal(age(seconds), written);
});

test('an event counts as far as it had been seen, and its age is told as describe tells it', () => {
	const event = { t: 2, lastT: 6, count: 3, times: [2, 4, 6], type: 'Warning' as const, reason: 'Unhealthy', message: '', from: 'kubelet' };
	const [at1, at4, at9] = [1, 4, 9].map((t) => countedAt([event], t)[0]);
	assert.equal(at1, undefined);
	assert.ok(at4 && at9);
	assert.equal(ageOf(at4, 4), '0s (x2 over 2s)');
	assert.equal(ageOf(at9, 9), '3s (x3 over 7s)');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Clock, type Process, Signal, sleep, waitFor } from '../../server/src/simulator/clock';
import { milliseconds } from '../../server/src/simulator/duration';
import { Queue } from '../../server/src/simulator/queue';

test('what is due first comes first, and at one time what was asked for first', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(50), { maxLength: 200 }), (times) => {
			const queue = new Queue();
			for (const at of times) queue.push(at, () => {});
			const popped: [number, number][] = [];
			for (let due = queue.pop(); due !== undefined; due = queue.pop()) popped.push([due.at, due.sequence]);
			const expected = times.map((at, sequence): [number, number] => [at, sequence]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
			assert.deepEqual(popped, expected);
		}),
	);
});

test('a process sleeps, and wakes at a signal or when its time is up', () => {
	const clock = new Clock(1000);
	const signal = new Signal();
	const seen: string[] = [];
	function* waiting(): Process {
		yield* sleep(10);
		seen.push(`${clock.now} slept`);
		for (let count = 0; count < 2; count++) {
			const came = yield* waitFor(signal, 100);
			seen.push(`${clock.now} ${came}`);
		}
	}
	clock.spawn(waiting());
	clock.at(50, () => signal.fire());
	clock.run();
	assert.deepEqual(seen, ['10 slept', '50 true', '150 false']);
	assert.equal(clock.now, 1000);
});

test('a long life pauses, so that others may have their turn, and is the same life', () => {
	const lived = (drive: (clock: Clock) => number): readonly [number, number, number] => {
		const clock = new Clock(10_000);
		let ticks = 0;
		const tick = (): void => {
			ticks++;
			clock.after(1, tick);
		};
		tick();
		return [drive(clock), ticks, clock.now];
	};
	const inOneGo = lived((clock) => {
		clock.run();
		return 0;
	});
	const inSteps = lived((clock) => [...clock.running()].length);
	assert.deepEqual(inSteps.slice(1), inOneGo.slice(1));
	assert.ok(inSteps[0] > 5, `${inSteps[0]} pauses`);
});

test('nothing of a silent host happens until it is back', () => {
	const clock = new Clock(100);
	const seen: number[] = [];
	const host = { silentUntil: (now: number) => (now >= 15 && now < 40 ? 40 : undefined) };
	clock.spawn(
		(function* (): Process {
			for (let count = 0; count < 4; count++) {
				yield* sleep(10);
				seen.push(clock.now);
			}
		})(),
		host,
	);
	clock.run();
	assert.deepEqual(seen, [10, 40, 50, 60]);
});

test('durations are read as Go does, and days', () => {
	const read = Object.fromEntries(['5s', '1m30s', '1.5h', '250ms', '7', '7d', '1d12h'].map((text) => [text, milliseconds(text)]));
	assert.deepEqual(read, { '5s': 5000, '1m30s': 90_000, '1.5h': 5_400_000, '250ms': 250, '7': 7000, '7d': 604_800_000, '1d12h': 129_600_000 });
	for (const wrong of ['', 'soon', '-5s', '5 s', 's', '.s', '1.5d', '1h1d', '5us', 'd']) assert.equal(milliseconds(wrong), undefined, wrong);
});

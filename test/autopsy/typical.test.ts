import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Foretold, mostTypical } from '../../server/src/autopsy/typical';

/** A future of rows that each last so long; the last has no end. */
function future(...stays: readonly (readonly [status: string, lasts?: number])[]): readonly Foretold[] {
	let t = 0;
	return stays.map(([status, lasts = 0]) => {
		const row: Foretold = { t, phase: 'Running', deleting: false, kubectl: { ready: '0/1', status, restarts: 0 } };
		t += lasts;
		return row;
	});
}

/** When the rows of the future that is told begin. */
function told(futures: readonly (readonly Foretold[])[], costs = futures.map(() => 0), horizon = 600): readonly number[] {
	const { index, moved } = mostTypical(futures, costs, horizon);
	return (futures[index] ?? []).map(({ t }) => Math.round(moved(t) * 10) / 10);
}

test('a wait that may end anywhere in a range is told so that most ends are near it', () => {
	const waits = Array.from({ length: 20 }, (_, index) => 20 + index * 0.5);
	const [, end = 0] = told(waits.map((wait) => future(['Error', wait], ['Running'])));
	assert.ok(
		waits.every((wait) => Math.abs(end - wait) <= 0.25 * wait),
		String(end),
	);
	const wide = Array.from({ length: 20 }, (_, index) => 6 + index);
	const [, middle = 0] = told(wide.map((wait) => future(['Error', wait], ['Running'])));
	const right = (at: number): number => wide.filter((wait) => Math.abs(at - wait) <= Math.max(2, 0.25 * wait)).length;
	assert.ok(right(middle) >= Math.max(...wide.map(right)) - 1, String(middle));
});

test('what lasts the same in all of them is told as it is, and waits one after another each for itself', () => {
	assert.deepEqual(told([future(['A', 3], ['B', 0.8], ['C', 7.2], ['D']), future(['A', 3], ['B', 0.8], ['C', 7.2], ['D'])]), [0, 3, 3.8, 11]);
	const [, first = 0, second = 0] = told([4, 5, 6].flatMap((a) => [40, 50].map((b) => future(['A', a], ['B', b], ['C']))));
	assert.ok(Math.abs(first - 5) < 0.5 && Math.abs(second - first - 45) < 2, `${first} ${second}`);
});

test('rows are those of most futures, and futures that are unlike the dump count for nothing', () => {
	const [a, b] = [future(['A', 5], ['B']), future(['A', 50], ['C'])];
	assert.equal(mostTypical([b, a, a], [0, 0, 0], 600).index, 1);
	assert.equal(mostTypical([b, a, a], [0, 9, 9], 600).index, 0);
	assert.deepEqual(told([]), []);
});

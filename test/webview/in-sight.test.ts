/** What of a row of buttons is in sight, and what waits behind one more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, inSight } from '../../client/webview/layout/in-sight';

const boxes = (...widths: number[]): Box[] => widths.map((width, i) => ({ id: String(i), width }));
const room = (width: number, rows = 1) => ({ width, rows, gap: 10, more: 50 });

test('all that fits is in sight', () => {
	assert.deepEqual(inSight(boxes(100, 100, 100), undefined, room(320)), ['0', '1', '2']);
	assert.deepEqual(inSight(boxes(100, 100, 100), undefined, room(319)), ['0', '1'], 'else with room for the rest');
	assert.deepEqual(inSight(boxes(100, 100, 100, 100), undefined, room(220, 2)), ['0', '1', '2', '3']);
});

test('the chosen one always is, if need be in the last place', () => {
	assert.deepEqual(inSight(boxes(100, 100, 100, 100), '3', room(300)), ['0', '3']);
	assert.deepEqual(inSight(boxes(100, 100, 100, 100), '1', room(300)), ['0', '1']);
	assert.deepEqual(inSight(boxes(100, 90, 90, 140), '3', room(290)), ['3'], 'alone where nothing stands beside it');
});

test('what is in sight, with the button for the rest, fits its rows', () => {
	for (let width = 120; width < 700; width += 7) {
		for (const rows of [1, 2]) {
			for (const chosen of [undefined, '0', '4', '8']) {
				const all = boxes(95, 110, 80, 60, 110, 75, 90, 100, 70);
				const seen = inSight(all, chosen, room(width, rows));
				if (chosen !== undefined) assert.ok(seen.includes(chosen));
				const widths = all.filter(({ id }) => seen.includes(id)).map((box) => box.width);
				if (seen.length < all.length) widths.push(50);
				if (seen.length > 1) assert.ok(widths.reduce((sum, own) => sum + own + 10, -10) <= width * rows, `${width} px, ${rows} rows`);
			}
		}
	}
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ScaleOptions, scaleOf, weigh } from '../../client/webview/layout/scale';
import { modelOf } from '../../client/webview/model/model';
import { crashes, hangs, stubborn } from './lives';

const scale = (lives = [hangs()], change: Partial<ScaleOptions> = {}) =>
	scaleOf(lives.map(modelOf), { width: 1000, mode: 'folded', zoom: 1, unfolded: [], ...change });

test('up to eight seconds count whole, then by their logarithm', () => {
	assert.deepEqual(
		[1, 8, 10, 20, 40, 80, 160].map((d) => Math.round(weigh(d))),
		[1, 8, 10, 15, 21, 26, 32],
	);
});

test('order is kept, and longer is always wider', () => {
	const { stretches } = scale([crashes()]);
	const widths = stretches.map(({ from, to, x0, x1 }) => ({ d: to - from, w: x1 - x0 })).sort((a, b) => a.d - b.d);
	for (const [i, one] of widths.entries()) {
		const next = widths[i + 1];
		if (next && next.d > one.d + 0.3) assert.ok(next.w > one.w, `${next.d} s is wider than ${one.d} s`);
	}
	let before = -1;
	for (const { x0, x1 } of stretches) {
		assert.ok(x0 >= before && x1 > x0);
		before = x1;
	}
});

test('pixels and times are each other’s inverse', () => {
	for (const one of [scale(), scale([crashes()]), scale([crashes()], { mode: 'linear' }), scale([hangs()], { zoom: 7 })]) {
		for (let t = 0; t <= one.end; t += one.end / 57) assert.ok(Math.abs(one.t(one.x(t)) - t) < 1e-6, `${t}`);
	}
});

test('the whole life fills the width; zoom multiplies it', () => {
	const one = scale();
	assert.equal(one.x(0), 0);
	assert.equal(one.x(one.end), 1000);
	assert.equal(scale([hangs()], { zoom: 3 }).x(one.end), 3000);
});

test('the picture ends a little after the last change, or soon after the pod is gone', () => {
	assert.equal(scale().end, 30, 'four seconds after 26');
	assert.equal(scale([stubborn()]).end, 24, 'one and a half after 22.5');
});

test('stretches from 24 s on are cut, in folded time only, until they are unfolded', () => {
	const cuts = (one = scale([crashes()])) => one.stretches.filter((stretch) => stretch.cut).map((stretch) => Math.round(stretch.to - stretch.from));
	assert.deepEqual(cuts(), [40, 80]);
	assert.deepEqual(cuts(scale([crashes()], { mode: 'linear' })), []);
	const first = scale([crashes()]).stretches.find((stretch) => stretch.cut)?.from ?? 0;
	assert.deepEqual(cuts(scale([crashes()], { unfolded: [first] })), [80]);
});

test('linear time is linear', () => {
	const one = scale([crashes()], { mode: 'linear' });
	assert.ok(Math.abs(one.x(one.end / 2) - 500) < 1e-6);
});

test('two lives share one scale', () => {
	const both = scale([hangs(), stubborn()]);
	assert.equal(both.end, 30);
	assert.ok(
		both.stretches.some((stretch) => Math.abs(stretch.from - 10) < 0.2),
		'the deletion of the other is a knot',
	);
});

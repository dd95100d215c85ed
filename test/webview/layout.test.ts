import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LayoutOptions, layout } from '../../client/webview/layout/layout';
import { scaleOf } from '../../client/webview/layout/scale';
import { dot, type Mark, merged, path, rect, type Scene, text } from '../../client/webview/layout/scene';
import { modelOf } from '../../client/webview/model/model';
import { WORDS } from '../../client/webview/text/words';
import type { Life } from '../../server/src/protocol/life';
import { crashes, crowded, hangs, pair, stubborn } from './lives';

function sceneOf(life: Life, width = 640, change: Partial<LayoutOptions & { zoom: number; ghost: Life }> = {}): Scene {
	const { zoom = 1, ghost, ...options } = change;
	const model = modelOf(life);
	const former = ghost && modelOf(ghost);
	const gutter = width < 520 ? 12 : width < 800 ? 112 : 128;
	const scale = scaleOf(former ? [model, former] : [model], { width: width - gutter - 14, mode: 'folded', zoom, unfolded: [] });
	return layout(model, former, scale, { width, pan: 0, spare: 0, tongue: 'en', words: WORDS.en, folded: new Set(), conditionsOpen: false, pod: 0, ...options });
}

const row = (scene: Scene, name: string) => {
	const found = scene.rows.find((one) => one.name === name);
	assert.ok(found, `a row for ${name}`);
	return found;
};
const marksOf = (scene: Scene): Mark[] => [
	...scene.back,
	...scene.front,
	...scene.rows.flatMap((one) => [...one.head, ...one.marks, ...one.tops, ...one.cells.flatMap((cell) => cell.marks)]),
];
const wordsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : []));

test('a bar stands from its start to its end', () => {
	const scene = sceneOf(hangs());
	const cells = row(scene, 'app').cells;
	assert.deepEqual(
		cells.map((cell) => cell.label),
		[
			'app, pull, 0\u00a0s to 1\u00a0s',
			'app, starting, 1\u00a0s to 8\u00a0s',
			'app, ready, 8\u00a0s to 20\u00a0s, then exit 0',
			'app, starting, 20\u00a0s to 26\u00a0s',
			'app, ready, 26\u00a0s to 30\u00a0s',
		],
	);
	for (const [i, cell] of cells.entries()) {
		const next = cells[i + 1];
		if (next) assert.ok(Math.abs(cell.x + cell.w - next.x) < 0.2, `${cell.label} ends where the next begins`);
	}
	assert.equal(cells[0]?.x, 112);
	assert.ok(Math.abs((cells.at(-1)?.x ?? 0) + (cells.at(-1)?.w ?? 0) - 626) < 0.2);
});

test('a running container is hollow until it is ready, then solid', () => {
	const [, starting, ready] = row(sceneOf(hangs()), 'app').cells;
	assert.equal(starting?.marks[0]?.look, 'hollow ok');
	assert.equal(ready?.marks[0]?.look, 'fill ok');
});

test('an exit that a probe brought about is outlined; one of its own is filled', () => {
	const byProbe = row(sceneOf(hangs()), 'app').tops.filter((mark) => mark.look.startsWith('pill'));
	assert.deepEqual(
		byProbe.map((mark) => mark.look),
		['pill open byprobe'],
	);
	const own = row(sceneOf(crashes()), 'app').tops.filter((mark) => mark.look.startsWith('pill'));
	assert.ok(own.length >= 4 && own.every((mark) => mark.look === 'pill bad'));
});

test('a streak of failures has one name; a decision has a triangle', () => {
	const { tops } = row(sceneOf(hangs()), 'app');
	assert.deepEqual(
		wordsOf(tops).filter((word) => /\//.test(word)),
		['startup 3/10', 'liveness 2/2', 'startup 1/10'],
	);
	assert.equal(tops.filter((mark) => mark.look === 'fill bad').length, 1);
	assert.equal(tops.filter((mark) => mark.look === 'answer ok').length, 2);
});

test('the wedge burns down by the deadline and leaves a rest', () => {
	const scene = sceneOf(stubborn());
	const app = row(scene, 'app');
	const wedge = app.cells.find((cell) => cell.label.includes('stopping'))?.marks.find((mark) => mark.look === 'fill term');
	assert.ok(wedge?.kind === 'path');
	const [, top, , corner] = wedge.d.match(/[\d.]+/g)?.map(Number) ?? [];
	assert.equal(top, app.y);
	assert.ok(Math.abs((corner ?? 0) - (app.y + 18 - 18 * 0.16)) < 0.1, 'at the deadline 16 % are left');
	assert.ok(wordsOf(app.tops).includes('grace 10\u00a0s'));
	assert.equal(app.marks.filter((mark) => mark.look === 'hook cut').length, 1);
});

test('back-off says its length where there is room, and keeps off the cut', () => {
	const scene = sceneOf(crashes(), 1200);
	const words = wordsOf(row(scene, 'app').cells.flatMap((cell) => cell.marks));
	assert.ok(words.includes('back-off 80\u00a0s') && words.includes('10\u00a0s'), words.join());
	assert.equal(scene.cuts.length, 2);
});

test('times on the ruler keep ten pixels between them', () => {
	for (const life of [hangs(), crashes(), stubborn(), crowded(500)]) {
		for (const width of [300, 640, 1200]) {
			const { ticks } = sceneOf(life, width);
			assert.ok(ticks.length > 1);
			for (const [i, tick] of ticks.entries()) {
				const next = ticks[i + 1];
				if (next) assert.ok(next.x - tick.x > 20, `${tick.text} and ${next.text} at ${width}`);
			}
		}
	}
});

test('nothing sticks out on the right', () => {
	for (const life of [hangs(), crashes(), stubborn(), pair()]) {
		for (const width of [300, 340, 640, 1200]) {
			for (const mark of marksOf(sceneOf(life, width))) {
				if (mark.kind === 'rect') assert.ok(mark.x + mark.w <= width + 2, `${mark.look} ends at ${mark.x + mark.w} of ${width}`);
			}
		}
	}
});

test('below 520 px a name stands above its bar, else in the gutter', () => {
	const [narrow, wide] = [sceneOf(hangs(), 340), sceneOf(hangs(), 640)];
	assert.equal(narrow.left, 12);
	assert.equal(wide.left, 112);
	assert.equal(row(narrow, 'app').height - row(wide, 'app').height, 16);
});

test('a folded lane is a line of three pixels without cells', () => {
	const folded = row(sceneOf(hangs(), 640, { folded: new Set(['app']) }), 'app');
	assert.equal(folded.cells.length, 0);
	assert.ok(folded.marks.every((mark) => mark.kind === 'rect' && mark.h === 3));
	assert.ok(folded.height < row(sceneOf(hangs()), 'app').height);
});

test('the former life is a stripe under the bar', () => {
	const scene = sceneOf(hangs(), 640, { ghost: stubborn() });
	const app = row(scene, 'app');
	assert.ok(app.marks.some((mark) => mark.look === 'ghost term'));
	assert.ok(wordsOf(app.head).includes('before'));
	assert.equal(app.height - row(sceneOf(hangs()), 'app').height, 9);
});

test('a workload has a curve, a lane for each pod, and one pod open', () => {
	const scene = sceneOf(pair(), 1200, { pod: 1 });
	assert.deepEqual(
		scene.rows.map((one) => one.kind),
		['scenario', 'owner', 'pod', 'pod', 'phase', 'status', 'conditions', 'container'].filter((kind) => kind !== 'scenario'),
	);
	assert.deepEqual(
		scene.rows.filter((one) => one.kind === 'pod').map((one) => one.folded),
		[true, false],
	);
	const bars = scene.rows.filter((one) => one.kind === 'pod').map((one) => one.cells[0]?.x ?? 0);
	assert.ok((bars[1] ?? 0) > (bars[0] ?? 0), 'the second pod begins later');
});

test('ten thousand marks cost what is seen of them', () => {
	const life = crowded(10_000);
	const whole = sceneOf(life, 1200);
	assert.ok(whole.count < 9000, `${whole.count} marks for 40,000 things`);
	const near = sceneOf(life, 1200, { zoom: 400, pan: 200_000 });
	assert.ok(near.count < 300, `${near.count} marks in a four hundredth of the life`);
	assert.ok(row(near, 'app').cells.length > 20);
});

test('bars too narrow to be pointed at are one texture that says how many they are', () => {
	const cells = row(sceneOf(crowded(10_000), 1200), 'app').cells;
	assert.equal(cells.length, 1);
	const [texture] = cells;
	assert.match(texture?.label ?? '', /^app, \d+ changes, 1\u00a0s to \d+:\d+$/);
	assert.ok((texture?.many ?? 0) > 9900, `${texture?.many} bars`);
	assert.ok((texture?.w ?? 0) > 1000, 'it fills the lane');
	assert.ok((texture?.marks.length ?? 99) < 10, 'it is a few shapes');
});

test('shapes of one look are one shape; words and round boxes stay', () => {
	const shapes = [
		rect(0, 0, 4, 4, 'a'),
		text(0, 9, 'one', 'word'),
		path('a', 'M', 0, 0, 'h', 2),
		dot(5, 5, 2, 'b'),
		rect(1, 1, 2, 2, 'a', 1),
		dot(9, 5, 2, 'b'),
	];
	assert.deepEqual(merged(shapes), [
		text(0, 9, 'one', 'word'),
		{ kind: 'path', look: 'a', d: 'M0 0h4v4h-4zM 0 0 h 2' },
		rect(1, 1, 2, 2, 'a', 1),
		{ kind: 'path', look: 'b', d: 'M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M7 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
	]);
});

test('a moved picture draws what is in sight', () => {
	const scene = sceneOf(crashes(), 640, { zoom: 10, pan: 2000 });
	for (const cell of row(scene, 'app').cells) assert.ok(cell.x + cell.w >= 100 && cell.x <= 700, cell.label);
});

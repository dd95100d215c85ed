import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameOf } from '../../client/webview/layout/frame';
import { type LayoutOptions, layout } from '../../client/webview/layout/layout';
import { edge } from '../../client/webview/layout/ruler';
import { scaleOf } from '../../client/webview/layout/scale';
import { dot, type Mark, merged, path, rect, type Scene, text } from '../../client/webview/layout/scene';
import { fitName, reckoned } from '../../client/webview/layout/text-fit';
import { modelOf } from '../../client/webview/model/model';
import { WORDS } from '../../client/webview/text/words';
import type { ContainerState, LaneContainer, Life, PodState, Stretch } from '../../server/src/protocol/life';
import { APP, crashes, crowded, hangs, made, pair, state, stubborn } from './lives';

function sceneOf(life: Life, width = 640, change: Partial<LayoutOptions & { zoom: number; ghost: Life }> = {}): Scene {
	const { zoom = 1, ghost, ...options } = change;
	const model = modelOf(life);
	const former = ghost && modelOf(ghost);
	const frame = frameOf(width, model, reckoned);
	const scale = scaleOf(former ? [model, former] : [model], { width: frame.right - frame.left, mode: 'folded', zoom, unfolded: [] });
	return layout(model, former, scale, {
		width,
		frame,
		measure: reckoned,
		pan: 0,
		spare: 0,
		tongue: 'en',
		words: WORDS.en,
		folded: new Set(),
		conditionsOpen: false,
		tight: false,
		flags: false,
		pod: 0,
		both: false,
		ghostName: 'all goes well',
		...options,
	});
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
		['liveness 2/2', 'startup 3/10', 'startup 1/10'],
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

test('times on the ruler keep ten pixels between them, and near their ticks', () => {
	for (const life of [hangs(), crashes(), stubborn(), crowded(500)]) {
		for (const width of [300, 640, 1200]) {
			const ticks = sceneOf(life, width).ticks.filter(({ text: said }) => said);
			assert.ok(ticks.length > 1);
			for (const [i, tick] of ticks.entries()) {
				const next = ticks[i + 1];
				if (next) assert.ok(edge(next, -1) - edge(tick, 1) > 9.9, `${tick.text} and ${next.text} at ${width}`);
				if (tick.x >= 26) assert.ok(Math.abs(tick.middle - tick.x) <= 14, `${tick.text} at ${width}`);
			}
		}
	}
});

test('zoomed in, round times stand between the changes, within one stretch', () => {
	const whole = sceneOf(hangs());
	assert.ok(whole.ticks.every(({ round }) => !round));
	const near = sceneOf(hangs(), 640, { zoom: 8, pan: 300 });
	const rounds = near.ticks.filter(({ round }) => round);
	assert.ok(rounds.length > 3, `${rounds.length} round times`);
	for (const { t, x } of rounds) {
		assert.equal(Math.round(t * 2) / 2, t, 'a time that a person would say');
		assert.ok(Math.abs(near.x(t) - x) < 0.2, 'where that time is');
		for (const other of rounds) assert.ok(other.t === t || Math.abs(other.x - x) >= 63, `${t} and ${other.t}`);
	}
	const folded = sceneOf(crashes(), 640, { zoom: 3, pan: 100 });
	assert.ok(folded.ticks.some(({ round }) => round));
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
	assert.ok(!wordsOf(row(narrow, 'phase').head).length, 'its word is in it');
});

const CHAIN: readonly LaneContainer[] = [
	{ ...APP, name: 'fetch', kind: 'init' },
	{ ...APP, name: 'migrate-schema-v12', kind: 'init' },
	{ ...APP, name: 'proxy', kind: 'sidecar' },
	{ ...APP, name: 'metrics', kind: 'app' },
];

/** Four containers that begin one after another, at 0, 2, 4 and 5 s. */
function chain(restarts = 0): Life {
	const lanes = CHAIN.map(({ name }) => name);
	const ended = { state: 'running' as const, ready: true, restartCount: restarts, image: 'x' };
	return made({
		containers: CHAIN,
		states: [state(0, 'Running', '1/1', { initContainers: { 'migrate-schema-v12': ended } })],
		stretches: lanes.flatMap((lane, i): Stretch[] => [
			{ lane, what: 'waiting', from: 0, to: [0, 2, 4, 5][i] ?? 0 },
			{ lane, what: 'ready', from: [0, 2, 4, 5][i] ?? 0, to: i < 2 ? ([2, 4][i] ?? 0) : 60, run: 0 },
		]),
		moments: [],
	});
}

test('the kind of a container yields before its name, the middle of the name before its first five letters, a count of restarts never', () => {
	for (const width of [520, 560, 640, 800, 1200]) {
		const scene = sceneOf(chain(12), width);
		const gutter = scene.left;
		assert.ok(gutter >= 112 && gutter <= Math.max(112, Math.min(176, width * 0.25)), `${gutter} of ${width}`);
		for (const { name, kind } of CHAIN) {
			const words = row(scene, name).head.flatMap((mark) => (mark.kind === 'text' ? mark : []));
			const [said, ...others] = words;
			assert.ok(said?.text === name || (said?.text.startsWith(name.slice(0, 5)) && said.text.endsWith(name.slice(-4))), `${said?.text} at ${width}`);
			if (others.some(({ text: word }) => word === kind)) assert.equal(said?.text, name, 'a kind beside a name that is cut');
			let taken = 0;
			for (const { x, text: word, anchor } of words) {
				const from = anchor === 'end' ? x - reckoned(word) : x;
				assert.ok(from >= taken, `${word} keeps off what stands before it at ${width}`);
				taken = from + reckoned(word) + 7.9;
			}
			assert.ok(taken - 8 <= gutter, `${name} stays in the gutter at ${width}`);
		}
		assert.ok(wordsOf(row(scene, 'migrate-schema-v12').head).includes('↻12'));
	}
});

test('above its bar a name keeps off the arrow that would cross it', () => {
	for (const width of [320, 400, 500]) {
		const scene = sceneOf(chain(), width);
		for (const { name } of CHAIN) {
			const { head, cells } = row(scene, name);
			const [word, kind] = head.flatMap((mark) => (mark.kind === 'text' ? mark : []));
			const arrow = name === 'fetch' ? undefined : cells.find(({ label }) => label.includes('ready'))?.x;
			assert.ok(word && kind);
			const end = kind.text ? kind.x + reckoned(kind.text) : word.x + reckoned(word.text, { bold: true });
			const crossed = arrow !== undefined && arrow > word.x - 2 && arrow < end;
			assert.ok(!crossed, `${name} at ${width}: the arrow at ${arrow}, the name from ${word.x}, its kind to ${end}`);
			assert.ok(word.x + reckoned(word.text, { bold: true }) <= width, `${name} at ${width}`);
		}
	}
});

test('a name keeps its first five letters and its last four', () => {
	assert.equal(fitName('migrate-schema-v12', 200, reckoned), 'migrate-schema-v12');
	assert.match(fitName('migrate-schema-v12', 80, reckoned), /^migra.*….*-v12$/);
	assert.equal(fitName('migrate-schema-v12', 10, reckoned), 'migra…');
	assert.equal(fitName('proxy', 10, reckoned), 'proxy', 'five letters fit anywhere');
});

test('a streak counts every miss, and has its name under its own crosses or none', () => {
	const probes = [
		...Array.from({ length: 6 }, (_, i) => ({ t: 2 + i * 2, streak: Math.min(i + 1, 3), ok: false, decided: i === 2 })),
		{ t: 14, streak: 1, ok: true, decided: true },
		{ t: 16, streak: 1, ok: false, decided: false },
	].map((one) => ({ container: 'app', probe: 'readiness' as const, threshold: 3, ...one }));
	const life = made({
		states: [state(0, 'Running', '0/1'), state(14, 'Running', '1/1')],
		stretches: [{ lane: 'app', what: 'notReady', from: 1, to: 30, run: 0 }],
		moments: [],
		probes,
	});
	for (const width of [300, 640, 1200]) {
		const { tops } = row(sceneOf(life, width), 'app');
		const names = tops.flatMap((mark) => (mark.kind === 'text' && /×/.test(mark.text) ? mark : []));
		assert.ok(
			names.some(({ text: said }) => said === 'readiness ×6'),
			`${width}: ${names.map(({ text: said }) => said)}`,
		);
		const crosses = tops.flatMap((mark) => (mark.kind === 'path' && mark.look.startsWith('cross') ? Number(/M ([\d.]+)/.exec(mark.d)?.[1]) + 2.6 : []));
		for (const { text: said, x } of names) {
			const middle = x + reckoned(said) / 2;
			assert.ok(
				crosses.some((at) => Math.abs(at - middle) < Math.max(reckoned(said), 90)),
				`${said} is near its crosses at ${width}`,
			);
		}
		for (const [i, name] of names.entries())
			for (const other of names.slice(i + 1)) assert.ok(name.x + reckoned(name.text) < other.x || other.x + reckoned(other.text) < name.x);
	}
});

test('of crosses that stand too close the last one is never left out', () => {
	const probes = Array.from({ length: 200 }, (_, i) => ({
		container: 'app',
		probe: 'readiness' as const,
		threshold: 3,
		t: 1 + i / 4,
		streak: 3,
		ok: false,
		decided: i === 2,
	}));
	const life = made({
		states: [state(0, 'Running', '0/1')],
		stretches: [{ lane: 'app', what: 'notReady', from: 0, to: 60, run: 0 }],
		moments: [{ t: 51, code: 'pod/ready', weight: 5 }],
		probes,
	});
	const scene = sceneOf(life, 640);
	const xs = row(scene, 'app')
		.tops.flatMap((mark) => (mark.kind === 'path' && mark.look.startsWith('cross') ? Number(/M ([\d.]+)/.exec(mark.d)?.[1]) + 2.6 : []))
		.sort((a, b) => a - b);
	assert.ok(xs.length > 20 && xs.length < 120, `${xs.length} crosses`);
	for (const [i, x] of xs.entries()) assert.ok(i === 0 || x - (xs[i - 1] ?? 0) >= 4.9, `${x}`);
	assert.ok(Math.abs((xs.at(-1) ?? 0) - scene.x(1 + 199 / 4)) < 0.2);
});

test('the row Ready is there where Ready changes and there is room; its line stands open or not', () => {
	const kinds = (scene: Scene) => scene.rows.map(({ kind }) => kind);
	assert.ok(kinds(sceneOf(hangs())).includes('conditions'));
	assert.equal(row(sceneOf(hangs()), 'Ready').height, 17);
	assert.ok(!kinds(sceneOf(hangs(), 400)).includes('conditions'), 'below 520 px STATUS says it');
	const never = made({ states: [state(0, 'Pending', '0/1')], stretches: [], moments: [] });
	assert.ok(!kinds(sceneOf(never)).includes('conditions'), 'it never changes');
	const tight = sceneOf(hangs(), 640, { tight: true });
	assert.ok(!kinds(tight).includes('conditions'));
	assert.equal(tight.spared, 17, 'and says what it would take');
	assert.ok(kinds(sceneOf(hangs(), 400, { conditionsOpen: true, tight: true })).includes('conditions'), 'opened, it stays');
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
	assert.ok(wordsOf(app.head).includes('all goes well'), 'named for what it is');
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

test('the gutter has room for the name of the pod that is open, which is bold', () => {
	const life = pair();
	for (let letters = 8; letters <= 20; letters++) {
		const name = `web-${'x'.repeat(letters - 4)}`;
		const pods = (life.trace.pods ?? []).map((pod) => ({ ...pod, name }));
		const scene = sceneOf({ ...life, trace: { ...life.trace, pods } }, 1200, { pod: 1 });
		const open = scene.rows.find((one) => one.kind === 'pod' && one.folded === false);
		assert.ok(open && wordsOf(open.head).includes(name), name);
	}
});

test('a pod that the scenario brings along has containers of its own, and both are counted', () => {
	const life = hangs();
	const other = state(1, 'Running', '1/1');
	const brought: readonly PodState[] = [{ ...other, containers: { crawl: { ...other.containers?.['app'], image: 'crawler:1' } as ContainerState } }];
	const { timeline = [], events = [] } = life.trace;
	const pods = [
		{ name: 'crawler', createdAt: 0, timeline: brought, events: [] },
		{ name: 'web', createdAt: 0, timeline, events },
	];
	const model = modelOf({ ...life, trace: { ...life.trace, pods } });
	assert.deepEqual(
		model.pods.map(({ lanes }) => lanes.map(({ name, image }) => `${name} ${image}`)),
		[['crawl crawler:1'], [`app ${APP.image}`]],
	);
	assert.deepEqual([model.owner?.most, Math.max(...(model.owner?.ready ?? []).map(({ count }) => count))], [2, 2]);
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shorten, shortName, widthOf } from '../../client/webview/layout/text-fit';
import { eventLines, kubectlRows, statusTone, watchLines } from '../../client/webview/model/at';
import { changesBetween } from '../../client/webview/model/changes';
import { modelOf } from '../../client/webview/model/model';
import { causesOf, consequenceOf, pointOf, rowOf, sameMoment, stopAt, stopBeside, stopsOf, storyRows } from '../../client/webview/model/stops';
import { statusYaml } from '../../client/webview/text/status-yaml';
import { clock, inSeconds, point, span } from '../../client/webview/text/times';
import { WORDS } from '../../client/webview/text/words';
import { APP, crashes, hangs, made, pair, state, stubborn } from './lives';

test('moments closer than 0.3 s are one stop, and the weightiest speaks', () => {
	const stops = stopsOf(modelOf(hangs()));
	assert.deepEqual(
		stops.map((stop) => stop.t),
		[0, 1, 2, 4, 6, 8, 18, 20, 24, 26],
	);
	assert.equal(stopAt(stops, 21)?.speaks.code, 'probe/killed');
	assert.equal(stopAt(stops, 21)?.moments.length, 3);
	assert.equal(stopBeside(stops, 20, 1)?.t, 24);
	assert.equal(stopBeside(stops, 20, -1)?.t, 18);
	assert.equal(stopBeside(stops, 26, 1), undefined);
});

test('the panel opens on what the headline is about; without that, on the weightiest moment', () => {
	assert.equal(pointOf(modelOf(hangs()))?.code, 'probe/killed');
	assert.equal(pointOf(modelOf(stubborn()))?.code, 'container/killed');
	const quiet = made({
		states: [state(0, 'Running', '1/1')],
		stretches: [],
		moments: [
			{ t: 0, code: 'pod/created', weight: 2 },
			{ t: 1, code: 'pod/ready', weight: 8 },
			{ t: 2, code: 'sandbox/created', weight: 1 },
		],
	});
	assert.equal(pointOf(modelOf(quiet))?.code, 'pod/ready');
});

test('a streak of failing probes is one row of the story, until something else happens', () => {
	const model = modelOf(hangs());
	const rows = storyRows(model);
	assert.deepEqual(
		rows.filter((row) => row.moment.code === 'probe/failed').map((row) => [row.first, row.t, row.count]),
		[
			[2, 6, 3],
			[18, 20, 2],
			[24, 24, 1],
		],
	);
	const second = model.moments[4];
	assert.ok(second);
	assert.equal(rows[rowOf(rows, second)]?.t, 6, 'a failure in the middle is found in its row');
});

test('causes run back to the first, at most four; one consequence runs on', () => {
	const model = modelOf(hangs());
	const killed = pointOf(model);
	assert.ok(killed);
	assert.deepEqual(
		causesOf(model, killed).map((moment) => moment.id),
		[7, 8, 9],
	);
	assert.equal(consequenceOf(model, killed)?.code, 'container/restarted');
});

test('after an edit the same moment is the one with the same code, nearest in time', () => {
	const before = modelOf(hangs()).moments[12];
	assert.ok(before);
	assert.equal(sameMoment(before, modelOf(hangs()))?.t, 26);
	assert.equal(sameMoment(before, modelOf(stubborn())), undefined);
});

test('kubectl’s row, as its printer counts restarts and their age', () => {
	const model = modelOf(hangs());
	assert.deepEqual(kubectlRows(model, 25.4)[0], { pod: 0, name: 'p', ready: '0/1', status: 'Running', tone: 'unready', restarts: '1 (5s ago)', age: '25s' });
	assert.equal(kubectlRows(modelOf(stubborn()), 23).length, 0, 'gone');
	const init = { ...APP, name: 'i', kind: 'init' as const };
	const ended = {
		state: 'terminated' as const,
		ready: true,
		started: false,
		restartCount: 3,
		image: 'x',
		lastState: { state: 'terminated' as const, finishedAt: 4 },
	};
	const running = modelOf(
		made({ containers: [init, APP], states: [state(0, 'Running', '1/1', { initContainers: { i: ended } })], stretches: [], moments: [] }),
	);
	assert.equal(kubectlRows(running, 9)[0]?.restarts, '0', 'an init container that is done no longer counts');
});

test('watch prints a line for each change', () => {
	assert.deepEqual(
		watchLines(modelOf(hangs())).map((line) => `${line.t} ${line.ready} ${line.status} ${line.restarts}`),
		['0 0/1 ContainerCreating 0', '1 0/1 Running 0', '8 1/1 Running 0', '20 0/1 Running 1 (0s ago)', '26 1/1 Running 1 (6s ago)'],
	);
	assert.equal(watchLines(modelOf(pair())).length, 10);
});

test('events count as far as they had happened', () => {
	const event = { t: 2, lastT: 6, count: 3, times: [2, 4, 6], type: 'Warning' as const, reason: 'Unhealthy', message: '', from: 'kubelet' };
	assert.deepEqual(eventLines([event], 1), []);
	assert.deepEqual(
		eventLines([event], 4.5).map(({ count, last }) => [count, last]),
		[[2, 4]],
	);
});

test('tones of STATUS', () => {
	const tones = [
		'Running 1/1',
		'Running 0/1',
		'CrashLoopBackOff 0/1',
		'Init:Error 0/1',
		'Terminating 1/1',
		'Completed 0/1',
		'ContainerCreating 0/1',
		'OOMKilled 0/1',
	];
	assert.deepEqual(
		tones.map((line) => statusTone(line.split(' ')[0] ?? '', line.split(' ')[1] ?? '')),
		['ok', 'unready', 'warn', 'bad', 'term', 'done', 'prep', 'bad'],
	);
});

test('how a life differs, by weight, two differences at most', () => {
	const between = (a: Parameters<typeof modelOf>[0], b: Parameters<typeof modelOf>[0], tongue: 'en' | 'ko' = 'en') =>
		changesBetween(modelOf(a), modelOf(b), WORDS[tongue].changes).map((one) => one.replaceAll('\u00a0', ' '));
	assert.deepEqual(between(hangs(), stubborn()), ['gone in the end', 'ready 7 s sooner']);
	assert.deepEqual(between(stubborn(), hangs(), 'ko'), ['사라지지 않음', '준비가 7초 늦어짐']);
	assert.deepEqual(between(hangs(), hangs()), [], 'nothing that can be seen');
	const calm = made({ states: [state(0, 'ContainerCreating', '0/1'), state(8, 'Running', '1/1')], stretches: [], moments: [] });
	assert.deepEqual(between(calm, hangs()), ['1 restart', 'not ready for 6 s'], 'counts are those of this life');
	assert.deepEqual(between(hangs(), calm), ['no restarts instead of 1', 'ready all the time']);
	const { trace } = pair();
	const halfway = { ...pair(), trace: { ...trace, owner: trace.owner?.slice(0, 2) ?? [] } };
	assert.equal(between(pair(), halfway)[0], '1 of 2 pods ready in the end instead of 2');
	assert.equal(between(halfway, pair(), 'ko')[0], '마지막에 파드 2개 중 2개 준비됨(1개 대신)');
});

test('status as YAML', () => {
	const yaml = statusYaml(
		state(1, 'Running', '0/1', { app: { restartCount: 2, message: 'back-off: 10s', lastState: { state: 'terminated', exitCode: 1, reason: 'Error' } } }),
	);
	assert.match(yaml, /^status:\n {2}conditions:\n {2}- type: PodScheduled\n {4}status: "True"\n/);
	assert.match(yaml, / {4}lastState:\n {6}terminated:\n {8}exitCode: 1\n {8}reason: Error\n/);
	assert.match(yaml, / {8}message: "back-off: 10s"\n/);
});

test('times in words', () => {
	assert.deepEqual([8.14, 59.99, 102, 3723].map(point), ['8.1', '1:00', '1:42', '1:02:03']);
	assert.equal(clock(8.1, 'ko'), '8.1초');
	assert.deepEqual(
		[1.5, 74.3, 160, 3600, 7510, 612_000].map((d) => span(d, 'en').replaceAll('\u00a0', ' ')),
		['1.5 s', '74 s', '2 min 40 s', '1 h', '2 h 5 min', '7 d 2 h'],
	);
	assert.equal(span(160, 'ko').replaceAll('\u00a0', ' '), '2분 40초');
	assert.deepEqual(['15s', '1m30s', '500ms', '10 s', '5', '2분', '1d12h', 'soon', ''].map(inSeconds), [15, 90, 0.5, 10, 5, 120, 129_600, undefined, undefined]);
});

test('words are cut by reckoned width; a Hangul syllable is 11 px', () => {
	assert.equal(widthOf('준비됨'), 33);
	assert.equal(shorten('ImagePullBackOff', 60, 6.7), 'ImagePu…');
	assert.equal(shorten('ready', 10), '');
	assert.equal(shortName('web-6596bfc998-84fb8'), '…84fb8');
	assert.equal(shortName('s-0'), 's-0');
});

test('a crash loop keeps each of its exits and waits', () => {
	const [lane] = modelOf(crashes()).pods[0]?.lanes ?? [];
	assert.deepEqual(
		lane?.exits.map((exit) => [exit.t, exit.code, exit.byProbe]),
		[
			[2, 1, false],
			[13, 1, false],
			[34, 1, false],
			[75, 1, false],
			[156, 1, false],
		],
	);
	assert.equal(lane?.bars.filter((bar) => bar.what === 'backOff').length, 5);
});

/** The answers of probes are kept as runs: nothing is lost, and an hour costs next to nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyAnswer } from '../../client/webview/model/lanes';
import type { Scenario } from '../../server/src/simulator/scenario';
import { simulate } from '../../server/src/simulator/simulate';
import type { ProbeResult } from '../../server/src/simulator/trace';

const probe = { tcpSocket: { port: 80 }, periodSeconds: 1, failureThreshold: 3, successThreshold: 1, timeoutSeconds: 1 };
const all = { startupProbe: probe, livenessProbe: probe, readinessProbe: probe };
const containers = ['a', 'b', 'c'].map((name) => ({ name, image: 'app:1', ...all }));
const live = (scenario: Scenario) => simulate('Pod', { metadata: { name: 'p' }, spec: { restartPolicy: 'Always', containers } }, scenario);
const said = ({ probe, t, ok, streak, threshold, decided }: ProbeResult) =>
	`${t.toFixed(3)} ${probe} ${ok ? 'ok' : 'fails'} ${streak}/${threshold}${decided ? '!' : ''}`;

test('an hour of nine probes a second is a few lines, and every answer is in them', () => {
	const trace = live({ until: '1h' });
	assert.ok(JSON.stringify(trace.story.probes).length < 2000);
	const answers = everyAnswer(trace.story.probes, 3600);
	const ready = answers.filter(({ container, probe }) => container === 'b' && probe === 'readiness');
	assert.ok(ready.length > 3590 && ready.length <= 3600, `${ready.length}`);
	assert.equal(answers.length, everyAnswer(trace.story.probes, 60).length + answers.filter(({ t }) => t > 60).length, 'what is asked for is what is unfolded');
	assert.ok(answers.every(({ t }, i) => t >= (answers[i - 1]?.t ?? 0)));
});

test('failures, a threshold and a recovery unfold as they were', () => {
	const readiness = [
		{ from: 0, ok: true },
		{ from: '10s', ok: false },
		{ from: '15s', ok: true },
	];
	const { story } = live({ until: '20s', world: { containers: { a: { readiness } } } });
	const told = everyAnswer(story.probes, 20).filter(({ container, probe, t }) => container === 'a' && probe === 'readiness' && t > 9);
	const words = told.map((answer) => said(answer).replace(/^\S+ readiness /, ''));
	assert.deepEqual(words.slice(words.indexOf('fails 1/3') - 1, words.indexOf('ok 1/1!') + 2), [
		'ok 1/1',
		'fails 1/3',
		'fails 2/3',
		'fails 3/3!',
		// What is not ready is asked at each sync, too.
		'fails 3/3',
		'fails 3/3',
		'fails 3/3',
		'ok 1/1!',
		'ok 1/1',
	]);
});

test('of successes that change nothing some stand for all; failures and what decides are all there', () => {
	const readiness = [
		{ from: 0, ok: true },
		{ from: '100s', ok: false },
		{ from: '110s', ok: true },
	];
	const { story } = live({ until: '5m', world: { containers: { a: { readiness } } } });
	const runs = story.probes.filter(({ container, probe }) => container === 'a' && probe === 'readiness');
	const [all, some] = [everyAnswer(runs, 300), everyAnswer(runs, 300, 20)];
	const telling = ({ ok, decided }: ProbeResult): boolean => !ok || decided;
	assert.deepEqual(some.filter(telling), all.filter(telling));
	assert.ok(some.length < 45 && all.length > 290, `${some.length} of ${all.length}`);
	assert.deepEqual([some[0], some.at(-1)], [all[0], all.at(-1)]);
});

test('a probe that is not asked, because nothing changes, answers at the same times as one that is', () => {
	// A node that will fall silent is asked everything, one by one.
	const asked = live({ until: '5m', world: { node: { silentFrom: '10m' } } });
	const left = live({ until: '5m' });
	const sorted = (trace: typeof left) =>
		everyAnswer(trace.story.probes, 300)
			.map((answer) => `${answer.container} ${said(answer)}`)
			.sort();
	assert.deepEqual(sorted(left), sorted(asked));
});

test('where a story, or the simulation itself, ends before its time, it says so', () => {
	const flapping = Array.from({ length: 1000 }, (_, i) => ({ from: `${i * 3}s`, ok: i % 2 === 0 }));
	const script = { readiness: flapping };
	const asked = { until: '10h', world: { containers: { a: { ...script, runs: [{ exitAfter: '3000s', exitCode: 1 }] }, b: script } } };
	const { story, until, timeline = [] } = live(asked);
	const end = story.moments.filter(({ code }) => code === 'story/cut');
	assert.deepEqual(
		end.map(({ id, t, args }) => [id, t, args]),
		[[story.moments.length - 1, until, { until: 36_000 }]],
		'it is the last word, and the life ends with it',
	);
	assert.ok(until > 600 && until < 36_000, `${until}`);
	assert.ok(timeline.every(({ t }) => t <= until) && story.stretches.every(({ to }) => to <= until));

	const template = { spec: { containers: [{ name: 'app', image: 'app:1' }] } };
	const many = simulate('ReplicaSet', { metadata: { name: 'many' }, spec: { replicas: 301, template } }, { until: '2s' });
	assert.deepEqual(
		many.story.moments.filter(({ code }) => code === 'story/most-pods').map(({ args }) => args),
		[{ count: 300 }],
	);
	const enough = simulate('ReplicaSet', { metadata: { name: 'many' }, spec: { replicas: 300, template } }, { until: '2s' });
	assert.equal(
		enough.story.moments.some(({ code }) => code === 'story/most-pods'),
		false,
	);
});

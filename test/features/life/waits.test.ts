/** What a story says of lengths and order is what happened. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Life, Moment } from '../../../server/src/protocol/life';
import { lifeOf, lifeWith } from './ask';

const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n${spec}`;
const all = ({ trace }: Life, code: Moment['code']): readonly Moment[] => trace.story.moments.filter((one) => one.code === code);
const told = (life: Life, moment: Moment | undefined): string => (moment ? (life.sentences[moment.id]?.en ?? '') : '');

test('a wait for a restart is told once, and as long as it was', () => {
	const web = readFileSync('examples/web.yaml', 'utf8');
	for (const preset of ['slow-start', 'crashes', 'oom'] as const) {
		const life = lifeWith(web, preset);
		const waits = all(life, 'back-off/wait');
		assert.ok(waits.length > 1, preset);
		const [exits, restarts] = [
			[...all(life, 'container/exited'), ...all(life, 'container/stopped'), ...all(life, 'container/oom-killed')],
			all(life, 'container/restarted'),
		];
		for (const wait of waits) {
			const next = restarts.find(({ t }) => t > wait.t);
			const ended = Math.max(...exits.filter(({ t }) => t <= wait.t + 0.01).map(({ t }) => t));
			assert.equal(waits.filter(({ t }) => t >= ended && t < (next?.t ?? Number.POSITIVE_INFINITY)).length, 1, `${preset}: one wait after ${ended} s`);
			// The kubelet sees an end up to a relist later.
			if (next) assert.ok(Math.abs(Number(wait.args['wait']) - (next.t - ended)) < 1.1, `${preset}: ${wait.args['wait']} s from ${ended} to ${next.t}`);
		}
	}
});

test('ready is told anew only of what was not ready before', () => {
	const life = lifeWith(readFileSync('examples/web.yaml', 'utf8'), 'readiness-flaps');
	const [first, second] = all(life, 'pod/ready').map((moment) => told(life, moment));
	assert.match(first ?? '', /^The pod is ready 1\ss after its creation/);
	assert.match(second ?? '', /^The pod is ready again/);
	assert.deepEqual(
		all(life, 'probe/ready').map(({ args }) => args['again']),
		[false, true],
	);
	assert.match(told(life, all(life, 'probe/ready')[0]), /right after its start/, 'not a second after it, though the API counts whole ones');
});

test('a pod that turns unready long after a restart says why only now', () => {
	const life = lifeWith(readFileSync('examples/slow-start.yaml', 'utf8'), 'hangs');
	assert.match(told(life, all(life, 'pod/not-ready')[0]), /^Only now is the pod not ready, because of `app`: after a restart a startup probe begins anew/);
});

test('init containers are counted as kubectl counts them', () => {
	const life = lifeOf(
		pod(`  initContainers:
  - {name: fetch, image: fetch:1}
  - {name: migrate, image: migrate:1}
  - {name: proxy, image: proxy:1, restartPolicy: Always}
  containers: [{name: app, image: app:1}]
`),
	);
	const [fetch, migrate] = all(life, 'init/done');
	assert.match(told(life, fetch), /`Init:1\/3`/);
	assert.match(told(life, migrate), /it was the last one/);
	const shown = life.trace.timeline?.find(({ t, kubectl }) => t > (fetch?.t ?? 0) && kubectl?.status.startsWith('Init:'))?.kubectl?.status;
	assert.equal(shown, 'Init:1/3');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retimed } from '../../server/src/simulator/retime';
import { simulate } from '../../server/src/simulator/simulate';

const POD = {
	metadata: { name: 'p' },
	spec: { containers: [{ name: 'app', image: 'app:1', livenessProbe: { exec: { command: ['true'] }, periodSeconds: 5 } }] },
};
const SCENARIO = { world: { containers: { app: { runs: [{ exitAfter: '12s', exitCode: 1 }] } } }, until: '2m' };
const TRACE = simulate('Pod', POD as never, SCENARIO as never);
const double = (t: number): number => t * 2;

test('every time of a life is told by the other clock', () => {
	const told = retimed(TRACE, double, 300);
	assert.deepEqual(
		told.timeline?.map(({ t }) => t),
		TRACE.timeline?.map(({ t }) => t * 2),
	);
	const started = (trace: typeof TRACE) => trace.timeline?.flatMap(({ containers }) => containers?.['app']?.lastState?.finishedAt ?? []);
	assert.ok(started(TRACE)?.length);
	assert.deepEqual(started(told), started(TRACE)?.map(double));
	assert.deepEqual(
		told.story.moments.map(({ t }) => t),
		TRACE.story.moments.map(({ t }) => t * 2),
	);
	const [before, after] = [TRACE, told].map(({ story }) => story.probes.find(({ count = 1 }) => count > 1));
	assert.ok(before?.every && after?.every);
	assert.equal(after.every, before.every * 2);
});

test('what comes later than asked is left out, and what lasts until then is cut', () => {
	const told = retimed(TRACE, double, 100);
	assert.ok((told.timeline?.length ?? 0) < (TRACE.timeline?.length ?? 0));
	assert.ok(told.timeline?.every(({ t }) => t <= 100));
	assert.equal(Math.max(...told.story.stretches.map(({ to }) => to)), 100);
	for (const { id, t, because } of told.story.moments) {
		assert.ok(t <= 100);
		assert.equal(told.story.moments[id]?.t, t, 'ids are places');
		assert.ok(because.every((one) => one < told.story.moments.length));
	}
	assert.ok(told.events?.every(({ lastT, times = [] }) => lastT <= 100 && times.every((one) => one <= 100)));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate } from '../../server/src/simulator/simulate';

/** When the third run of a container that ends at once begins, with each random wait of the kubelet at one place of its range. */
function thirdRun(place?: number): number {
	const pod = { metadata: { name: 'p' }, spec: { containers: [{ name: 'app', image: 'a:1' }] } };
	const scenario = { until: '40s', world: { containers: { app: { runs: [{ exitAfter: '5s', exitCode: 1 }] } } } };
	const { events } = simulate('Pod', pod, scenario, place === undefined ? {} : { jitter: () => place });
	return events?.find(({ reason }) => reason === 'Started')?.times?.[2] ?? Number.NaN;
}

test('a random wait of the kubelet lies where it is said to, and halfway where nobody says', () => {
	const [least, most] = [thirdRun(0), thirdRun(1)];
	assert.ok(Math.abs(most - least - 5) <= 1, `10 to 15 s: ${least} and ${most}`);
	assert.equal(thirdRun(), thirdRun(0.5));
});

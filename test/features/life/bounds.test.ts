/** However much happens, the answer to a life is one that an editor can send on a keystroke; where it was cut, it says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { read } from '../../../server/src/manifest/read';
import type { Life } from '../../../server/src/protocol/life';
import type { Scenario } from '../../../server/src/simulator/scenario';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const MOST_BYTES = 2_000_000;
const DAY = 86_400;

function live(manifest: object, scenario: Scenario): Life {
	const life = simulateManifest(
		read(JSON.stringify(manifest)),
		{ uri: '', document: 0, scenario },
		{ version: 37, judged: (one) => judge(one, 37) },
		() => NOWHERE,
	);
	assert.equal(life.kind, 'life', JSON.stringify(life).slice(0, 500));
	return life as Life;
}

const many = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, i) => make(i));
const pod = (containers: readonly object[]) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers } });
const deployment = (replicas: number) => ({
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web' },
	spec: {
		replicas,
		selector: { matchLabels: { a: 'b' } },
		template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c0', image: 'x:1' }] } },
	},
});
const crash = (count: number): Scenario['world'] => ({
	nodes: [{ count: 10 }],
	containers: Object.fromEntries(many(count, (i) => [`c${i}`, { runs: [{ exitAfter: '1s', exitCode: 1 }] }])),
});

const TOO_MUCH: Readonly<Record<string, () => Life>> = {
	'200 crashing containers for a day': () => live(pod(many(200, (i) => ({ name: `c${i}`, image: 'x:1' }))), { until: '24h', world: crash(200) ?? {} }),
	'a Deployment of 100 crashing pods for a day': () => live(deployment(100), { until: '24h', world: crash(1) ?? {} }),
	'a thousand pods that are created': () => {
		const manifest = (i: number) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}}\nspec: {containers: [{name: c, image: "x:1"}]}`;
		return live(pod([{ name: 'c', image: 'x:1' }]), { until: '24h', actions: many(1000, (i) => ({ at: `${i % 50}s`, do: 'create', manifest: manifest(i) })) });
	},
	'a thousand patches of a Deployment of 100': () => {
		const body = (i: number) => ({ spec: { template: { spec: { containers: [{ name: 'c0', image: `x:${i}` }] } } } });
		return live(deployment(100), { until: '24h', actions: many(1000, (i) => ({ at: `${i}s`, do: 'patch', target: 'owner', body: body(i) })) });
	},
	'a year of a busy CronJob': () => {
		const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c0', image: 'x:1' }] } };
		const spec = { schedule: '* * * * *', jobTemplate: { spec: { template } } };
		return live({ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c' }, spec }, { until: '365d' });
	},
};

for (const [name, lived] of Object.entries(TOO_MUCH))
	test(`${name} is cut`, () => {
		const { trace, sentences, scenario, ...rest } = lived();
		const { moments, stretches } = trace.story;
		assert.ok(Buffer.byteLength(JSON.stringify({ trace, sentences, ...rest })) < MOST_BYTES);
		const end = moments.at(-1);
		assert.equal(end?.code, 'story/cut');
		assert.equal(end.t, trace.until, 'the life ends where it says so');
		assert.match(sentences[end.id]?.en ?? '', /^The life is cut here, before its (1|365)\sd are over/);
		assert.ok(stretches.every(({ to }) => to <= trace.until));
		assert.ok(moments.length > 500, 'and not before much was told');
		assert.equal(rest.usual, undefined, 'and none is sent along to compare it with');
	});

test('what is quiet is watched to the end', () => {
	const silent = live(deployment(50), { until: '24h', world: { node: { silentFrom: '1s', silentUntil: '0s' } } });
	assert.equal(silent.trace.until, DAY);
	assert.equal(live(pod([{ name: 'a', image: 'x:1' }]), { until: '30d' }).trace.until, 30 * DAY);
	assert.equal(live(pod([{ name: 'c0', image: 'x:1' }]), { until: '24h', world: crash(1) ?? {} }).trace.until, DAY, 'a day of a crash loop');
});

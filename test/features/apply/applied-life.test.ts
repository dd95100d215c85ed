import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { read } from '../../../server/src/manifest/read';
import type { Life } from '../../../server/src/protocol/life';
import { newer, plain, pod, workload } from './ask';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const deployment = workload('Deployment', '  replicas: 2\n');

/** The life of the first manifest as the panel asks for it, where `former` was applied before. */
function lifeOver(text: string, former: string | undefined, preset?: string): Life {
	const server = { version: 37, judged: (manifest: Parameters<typeof judge>[0]) => judge(manifest, 37), former: former === undefined ? former : read(former) };
	const answer = simulateManifest(read(text), { uri: '', document: 0, ...(preset && { preset }) }, server, () => NOWHERE);
	assert.equal(answer.kind, 'life');
	return answer as Life;
}

const isOffered = (text: string, former: string | undefined): boolean => lifeOver(text, former).presets.some(({ id }) => id === 'applied');

test('the old life until now, the apply, the roll-out', () => {
	const { trace, headline, containers, scenario } = lifeOver(newer(deployment).replace('name: app', 'name: other'), deployment, 'applied');
	const changed = trace.story.moments.find(({ code, pod: of }) => code === 'pod/changed' && of === undefined);
	assert.ok(changed);
	const images = (from: number, to: number) =>
		new Set(
			trace.pods
				?.flatMap(({ createdAt, timeline }) => (createdAt >= from && createdAt < to ? timeline.flatMap((state) => Object.values(state.containers ?? {})) : []))
				.map(({ image }) => image),
		);
	assert.deepEqual([[...images(0, changed.t)], [...images(changed.t, trace.until)]], [['app:1'], ['app:2']]);
	assert.match(plain(headline.en), /^Replaced in [\d.]+ s, one at a time; never fewer than 2 ready\./);
	assert.deepEqual(
		containers.map(({ name, image }) => [name, image]),
		[
			['other', 'app:2'],
			['app', 'app:1'],
		],
	);
	assert.equal(scenario.actions?.length, 1);
});

test('it is a question where the pods feel it, right behind that in which all goes well', () => {
	assert.deepEqual(
		lifeOver(newer(pod()), pod())
			.presets.map(({ id }) => id)
			.slice(0, 2),
		['healthy', 'applied'],
	);
	for (const [what, text, former] of [
		['nothing is known', deployment, undefined],
		['the same', deployment, deployment],
		['a comment', `# new\n${deployment}`, deployment],
		['labels', deployment.replace('name: w', 'name: w\n  labels: {a: b}'), deployment],
		['another object', deployment.replace('name: w', 'name: v'), deployment],
		['refused', deployment.replaceAll('app: w', 'app: z'), deployment],
		['what was refused', deployment, deployment.replace('replicas: 2', 'replicas: -2')],
		['a template', deployment, 'a: {{ .Values.b }}\n'],
	] as const)
		assert.equal(isOffered(text, former), false, what);
});

test('without it the life is that of the text', () => {
	const [over, alone] = [lifeOver(newer(pod()), pod(), 'deleted'), lifeOver(newer(pod()), undefined, 'deleted')];
	assert.deepEqual(over.trace, alone.trace);
	assert.equal(lifeOver(pod(), pod(), 'applied').headline.en, lifeOver(pod(), pod()).headline.en, 'a question that is no longer one');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judging } from '../../../server/src/features/diagnose/diagnose';
import { judge } from '../../../server/src/features/diagnose/judge';
import { readyCurve } from '../../../server/src/features/life/ready-curve';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { manifestsOf } from '../../../server/src/features/manifests';
import { type Manifest, read } from '../../../server/src/manifest/read';
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

/** Asks again and again about one text that is applied over another, which is read anew each time. */
function asking(text: string, former: string) {
	const file = read(text);
	const [judged32, judged37] = [judging(32), judging(37)];
	const asked: Manifest[] = [];
	return (version: 32 | 37) => {
		const judged = (manifest: Manifest) => {
			asked.push(manifest);
			return version === 32 ? judged32(manifest) : judged37(manifest);
		};
		const over = read(former);
		const answer = simulateManifest(file, { uri: '', document: 0 }, { version, judged, former: over }, () => NOWHERE);
		assert.equal(answer.kind, 'life');
		const isJudged = asked.some((one) => manifestsOf(over).includes(one));
		return { isOffered: (answer as Life).presets.some(({ id }) => id === 'applied'), isJudged };
	};
}

test('the same apply is lived once in each version, though the former text is read for each question', () => {
	const set = workload('StatefulSet', '  serviceName: w\n  revisionHistoryLimit: 1\n');
	const ask = asking(set.replace('Limit: 1', 'Limit: 2'), set);
	assert.deepEqual(ask(37), { isOffered: true, isJudged: true });
	assert.deepEqual(ask(37), { isOffered: true, isJudged: false });
	assert.deepEqual(ask(32), { isOffered: false, isJudged: true }, 'a server of 1.32 refuses it');
	assert.deepEqual(ask(37), { isOffered: true, isJudged: false });
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

test('what is refused leaves the old life as it is, from before the apply to after it', () => {
	const refused = deployment.replaceAll('app: w', 'app: z').replace('app:1', 'app:2');
	const { trace, apply, containers, presets, scenario } = lifeOver(refused, deployment, 'applied');
	assert.ok(apply?.isRefused);
	const pods = trace.pods ?? [];
	assert.deepEqual(
		new Set(pods.flatMap(({ timeline }) => timeline.flatMap((state) => Object.values(state.containers ?? {}).map(({ image }) => image)))),
		new Set(['app:1']),
	);
	assert.ok(pods.length === 2 && pods.every(({ createdAt, timeline }) => createdAt < apply.at && timeline.every(({ t }) => createdAt + t < apply.at)));
	assert.ok(trace.until >= apply.at + 20);
	assert.deepEqual([containers.map(({ image }) => image), presets, scenario.actions], [['app:1'], [], undefined]);
});

test('so does a Job, and an object that would not even be created; where nothing was, nothing goes on', () => {
	const job = (image: string) =>
		`apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec:\n  template:\n    spec: {restartPolicy: Never, containers: [{name: app, image: ${image}}]}\n`;
	assert.ok(lifeOver(job('app:2'), job('app:1'), 'applied').apply?.isRefused);
	assert.ok(lifeOver(pod('containers: [{name: A, image: a}]'), pod(), 'applied').apply?.isRefused);
	const server = { version: 37, judged: (manifest: Parameters<typeof judge>[0]) => judge(manifest, 37) } as const;
	const over = (former: string) =>
		simulateManifest(read(pod('containers: []')), { uri: '', document: 0, preset: 'applied' }, { ...server, former: read(former) }, () => NOWHERE).kind;
	assert.deepEqual([over('a: b\n'), over(pod('containers: []\n'))], ['refused', 'refused']);
});

test('the fewest that may be ready are never fewer, and in the slowest roll-out no more', () => {
	const probe = 'containers: [{name: app, image: app:1, readinessProbe: {tcpSocket: {port: 80}, initialDelaySeconds: 5}}]';
	for (const [kind, spec, fewest, isReached] of [
		['Deployment', '  replicas: 4\n', 3, false],
		['Deployment', '  replicas: 4\n  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 2}}\n', 2, true],
		['Deployment', '  replicas: 10\n  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 25%}}\n', 8, true],
		['Deployment', '  replicas: 2\n  strategy: {rollingUpdate: {maxSurge: 0%, maxUnavailable: 1%}}\n', 1, true],
		['Deployment', '  replicas: 2\n  strategy: {type: Recreate}\n', undefined, false],
		['Deployment', '  replicas: 1\n  strategy: {rollingUpdate: {maxUnavailable: 1}}\n', undefined, false],
		['StatefulSet', '  replicas: 3\n', 2, true],
		['StatefulSet', '  replicas: 3\n  updateStrategy: {type: OnDelete}\n', undefined, false],
		['StatefulSet', '  replicas: 3\n  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}\n', undefined, false],
		['DaemonSet', '', 2, true],
		['DaemonSet', '  updateStrategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}\n', 3, false],
	] as const) {
		const old = workload(kind, spec, probe);
		const { trace, apply } = lifeOver(newer(old), old, 'applied');
		assert.ok(apply);
		assert.equal(apply.fewestReady, fewest, `${kind} ${spec}`);
		if (fewest === undefined) continue;
		const least = Math.min(...readyCurve(trace, apply.at).flatMap(({ t, ready }) => (t >= apply.at ? ready : [])));
		assert.ok(isReached ? least === fewest : least >= fewest, `${kind} ${spec}: ${least}`);
	}
});

test('who grows at the same time keeps what there was; who only grows promises nothing', () => {
	const wider = (text: string) => text.replace('replicas: 2', 'replicas: 6');
	const least = (text: string) => lifeOver(text, deployment, 'applied').apply?.fewestReady;
	assert.deepEqual([least(newer(wider(deployment))), least(wider(deployment))], [2, undefined]);
});
